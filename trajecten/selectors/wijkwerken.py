"""Hours and months of wijk-werken against their limits (domein.md 3.4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from regie.core.dates import plus_maanden
from regie.core.notatie import MAANDEN
from regie.core.parameters import Regel, regel
from trajecten.models import Client, Stap, Wijkwerkuren


@dataclass(frozen=True, slots=True)
class Urenstand:
    """Hours in a month or a year against where we warn and where it stops."""

    wat: str
    uren: int
    signaal: Regel
    grens: Regel

    @property
    def toestand(self) -> str:
        if self.uren >= int(self.grens.waarde):
            return "OVER"
        return "LET_OP" if self.uren >= int(self.signaal.waarde) else "OK"

    @property
    def over(self) -> int:
        return max(int(self.grens.waarde) - self.uren, 0)


def maandstand(client_id: UUID, maand: date) -> Urenstand:
    som = _som(client_id, van=maand, tot=plus_maanden(maand, 1))
    return Urenstand(
        f"{MAANDEN[maand.month - 1]} {maand.year}",
        som,
        regel("ww_uren_maand_signaal", op=maand),
        regel("ww_uren_maand", op=maand),
    )


def jaarstand(client_id: UUID, jaar: int) -> Urenstand:
    begin = date(jaar, 1, 1)
    som = _som(client_id, van=begin, tot=date(jaar + 1, 1, 1))
    return Urenstand(str(jaar), som, regel("ww_uren_jaar_signaal", op=begin), regel("ww_uren_jaar", op=begin))


def _som(client_id: UUID, *, van: date, tot: date) -> int:
    rijen = Wijkwerkuren.objects.filter(stap__traject__client=client_id, maand__gte=van, maand__lt=tot)
    return rijen.aggregate(som=Sum("uren"))["som"] or 0


def maanden_van(stap: Stap, vandaag: date) -> list[date]:
    """The calendar months a step has run, newest first."""
    laatste = min(stap.einde or vandaag, vandaag)
    maand, maanden = stap.start.replace(day=1), []
    while maand <= laatste:
        maanden.append(maand)
        maand = plus_maanden(maand, 1)
    return maanden[::-1]


def uren_van(stap: Stap) -> dict[date, int]:
    return dict(Wijkwerkuren.objects.filter(stap=stap).values_list("maand", "uren"))


def laatste_maand(client: Client) -> date | None:
    """The last month with work: an ex-PWA'er loses the regime after twelve months without."""
    rijen = Wijkwerkuren.objects.filter(stap__traject__client=client, uren__gt=0)
    return rijen.order_by("-maand").values_list("maand", flat=True).first()
