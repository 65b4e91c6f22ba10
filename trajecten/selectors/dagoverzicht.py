"""What the daily digest says: counts per person and per gebied, never a name."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from regie.core.models import Lidmaatschap
from regie.core.permissions import RECHTEN, Recht
from regie.core.tenancy import gebied_context
from trajecten.enums import VoorstelStatus
from trajecten.models import Contactvraag, EigenTaak, Voorstel
from trajecten.selectors.agenda import toegangen
from trajecten.selectors.dag import met_sectie, waargenomen, wakkere_termijnen


@dataclass(frozen=True, slots=True)
class Telling:
    gebied: str
    slug: str
    te_laat: int = 0
    vandaag: int = 0
    week: int = 0
    voorstellen: int = 0
    vragen: int = 0

    @property
    def voor_vandaag(self) -> int:
        return self.te_laat + self.vandaag + self.voorstellen + self.vragen


def mogelijke_ontvangers(vandaag: date) -> list[int]:
    """Active accounts that follow files somewhere and did not switch the digest off."""
    rollen = [rol for rol, rechten in RECHTEN.items() if Recht.CLIENT_BEWERKEN in rechten]
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(rol__in=rollen)
    leden = leden.exclude(user__voorkeur__dagoverzicht=False)
    return sorted(leden.values_list("user", flat=True).distinct())


def tellingen(user_id: int, vandaag: date) -> list[Telling]:
    """One per gebied where there is something for today."""
    gevonden = []
    for gebied, toegang in toegangen(user_id, vandaag):
        with gebied_context(gebied, toegang.organisatie_ids):
            telling = _tel(gebied.naam, gebied.slug, user_id, toegang.organisatie_ids, vandaag)
        if telling.voor_vandaag:
            gevonden.append(telling)
    return gevonden


def _tel(naam: str, slug: str, user_id: int, organisatie_ids: tuple[int, ...], vandaag: date) -> Telling:
    afwezigen = waargenomen(user_id, vandaag).values("afwezige")
    termijnen = met_sectie(wakkere_termijnen(vandaag), vandaag).filter(
        Q(traject__begeleider=user_id) | Q(traject__begeleider__in=afwezigen)
    )
    delen = {rij["sectie"]: rij["n"] for rij in termijnen.order_by().values("sectie").annotate(n=Count("pk"))}  # type: ignore[misc]
    eigen = EigenTaak.objects.filter(voor=user_id, afgehandeld_op=None)
    begeleider = "plaatsing__stap__traject__begeleider"
    voorstellen = Voorstel.objects.filter(
        Q(**{begeleider: user_id}) | Q(**{f"{begeleider}__in": afwezigen}), status=VoorstelStatus.OPEN
    )
    return Telling(
        gebied=naam,
        slug=slug,
        te_laat=delen.get("te_laat", 0) + eigen.filter(vervalt_op__lt=vandaag).count(),
        vandaag=delen.get("vandaag", 0) + eigen.filter(vervalt_op=vandaag).count(),
        week=delen.get("week", 0),
        voorstellen=voorstellen.count(),
        vragen=Contactvraag.objects.filter(aan__in=organisatie_ids, beantwoord_op=None).count(),
    )
