"""Which councils decide about a plan, and how far they are."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from actieplannen.enums import Raadsuitspraak
from actieplannen.models import Jaaractieplan, Raadsbesluit
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from regie.core.models import Gemeente
from regie.core.notatie import datum
from regie.core.tenancy import current_scope

UITSPRAKEN = {
    Raadsuitspraak.GOEDGEKEURD: ("succes", "circle-check"),
    Raadsuitspraak.MET_OPMERKINGEN: ("info", "circle-check"),
    Raadsuitspraak.AFGEKEURD: ("gevaar", "circle-x"),
}


@dataclass(frozen=True, slots=True)
class Raad:
    """One municipal council; without `besluit` nothing was noted yet."""

    gemeente: Gemeente
    besluit: Raadsbesluit | None
    bestanden: int
    vandaag: date

    @property
    def is_beslist(self) -> bool:
        return bool(self.besluit and self.besluit.uitspraak)

    @property
    def is_voorbij(self) -> bool:
        """It stood on an agenda that has passed, and nobody noted what was decided."""
        dag = self.besluit.geagendeerd_op if self.besluit else None
        return not self.is_beslist and dag is not None and dag < self.vandaag

    @property
    def toestand(self) -> tuple[str, str, str]:
        """(words, kind, icon) for a badge."""
        besluit = self.besluit
        if besluit and besluit.uitspraak:
            uitspraak = Raadsuitspraak(besluit.uitspraak)
            return (f"{uitspraak.label} op {datum(besluit.datum)}", *UITSPRAKEN[uitspraak])
        if besluit is None or besluit.geagendeerd_op is None:
            return "nog niet op de agenda", "neutraal", "circle-dashed"
        if self.is_voorbij:
            return (
                f"agenda van {datum(besluit.geagendeerd_op)}: besluit onbekend",
                "letop",
                "triangle-alert",
            )
        return f"op de agenda van {datum(besluit.geagendeerd_op)}", "info", "calendar"


@dataclass(frozen=True, slots=True)
class Raden:
    rijen: list[Raad]

    @property
    def beslist(self) -> int:
        return sum(raad.is_beslist for raad in self.rijen)

    @property
    def totaal(self) -> int:
        return len(self.rijen)

    @property
    def tekst(self) -> str:
        return f"{self.beslist} van {self.totaal} beslist"

    @property
    def wachten(self) -> list[str]:
        """The names of who has not decided."""
        return [raad.gemeente.naam for raad in self.rijen if not raad.is_beslist]

    @property
    def zonder_bestand(self) -> list[str]:
        return [raad.gemeente.naam for raad in self.rijen if raad.is_beslist and not raad.bestanden]


def gemeenten_van_jaar(jaar: int) -> list[Gemeente]:
    """The members of the gebied in that year, also who joined or left in it; by name."""
    gebied = current_scope().gebied
    leden = [lid.gemeente for dag in (date(jaar, 1, 1), date(jaar, 12, 31)) for lid in gebied.gemeenten_op(dag)]
    return sorted({lid.pk: lid for lid in leden}.values(), key=lambda gemeente: gemeente.sleutel)


def raden(plan: Jaaractieplan, *, vandaag: date) -> Raden:
    """Every council that has to decide, and what is known of it. Four queries."""
    besluiten = {b.gemeente_id: b for b in Raadsbesluit.objects.filter(plan=plan).select_related("gemeente")}
    leden = {gemeente.pk: gemeente for gemeente in gemeenten_van_jaar(plan.jaar)}
    alle = leden | {b.gemeente_id: b.gemeente for b in besluiten.values()}  # also who was a member when it decided
    bestanden = _bestanden([b.pk for b in besluiten.values()])
    return Raden(
        [
            Raad(gemeente, besluit, bestanden[besluit.pk] if besluit else 0, vandaag)
            for gemeente in sorted(alle.values(), key=lambda g: g.sleutel)
            for besluit in (besluiten.get(gemeente.pk),)
        ]
    )


def _bestanden(besluiten: list[UUID]) -> Counter[UUID]:
    rijen = Bijlage.objects.aanwezig().filter(onderwerp=Bijlageonderwerp.RAADSBESLUIT, object_id__in=besluiten)
    return Counter(rijen.values_list("object_id", flat=True))
