"""Everything the pages of one client show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from regie.accounts.models import User
from regie.core.permissions import Rol
from trajecten.enums import Signaalernst, TrajectStatus
from trajecten.models import (
    Client,
    Nazorgmeting,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)
from trajecten.transitions import FASEN

TIJDLIJN_SOORTEN = {
    "contact": ("contacten", {"contact"}),
    "document": ("documenten", {"document", "plaatsing"}),
    "wijziging": ("wijzigingen", {"wijziging", "client", "taak"}),
}
TIJDLIJN_EERST = 12
_AFWIJKEND = {
    TrajectStatus.ONDERBROKEN: TrajectStatus.LOPEND,
    TrajectStatus.GEWEIGERD: TrajectStatus.AFGESLOTEN,
}


@dataclass(frozen=True, slots=True)
class Fase:
    label: str
    toestand: str  # "klaar", "huidig", "afwijkend" or "" for what is still to come


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    items: list[Tijdlijnitem]
    aantal_ouder: int


def huidig_traject(client: Client) -> Traject | None:
    """The open traject, or the last one that ended."""
    trajecten = Traject.objects.met_verwijzingen().filter(client=client)
    traject = trajecten.order_by(F("afgesloten_op").desc(nulls_first=True), "-aangemeld_op", "pk").first()
    if traject is not None:
        traject.client = client  # read already, with its encrypted number
    return traject


def fasen(traject: Traject) -> list[Fase]:
    """The eight steps of the strip; an interruption stands at 'lopend', a refusal at 'afgesloten'."""
    status = TrajectStatus(traject.status)
    nu = _AFWIJKEND.get(status, status)
    plaats = FASEN.index(nu)
    strook = [Fase(_hoofdletter(fase.label), "klaar" if i < plaats else "") for i, fase in enumerate(FASEN)]
    strook[plaats] = Fase(_hoofdletter(status.label), "afwijkend" if status in _AFWIJKEND else "huidig")
    return strook


def _hoofdletter(tekst: str) -> str:
    return tekst[0].upper() + tekst[1:]


def tijdlijn(client: Client, *, soort: str, alles: bool, ziet_beperkt: bool) -> Tijdlijn:
    """Newest first. Restricted lines are only for those who guide; the filter never counts what is not shown."""
    items = (
        Tijdlijnitem.objects.filter(client=client)
        .select_related("door")
        .only("titel", "tekst", "datum", "is_mijlpaal", "door__first_name", "door__last_name", "door__email")
        .order_by("-datum", "-pk")
    )
    if not ziet_beperkt:
        items = items.filter(is_beperkt=False)
    if soort == "mijlpaal":
        items = items.filter(is_mijlpaal=True)
    elif soort in TIJDLIJN_SOORTEN:
        items = items.filter(soort__in=TIJDLIJN_SOORTEN[soort][1])
    rijen = list(items[:500])
    getoond = rijen if alles else rijen[:TIJDLIJN_EERST]
    return Tijdlijn(getoond, len(rijen) - len(getoond))


def termijnen(traject: Traject) -> list[Termijn]:
    rijen = list(
        Termijn.objects.filter(traject=traject, afgehandeld_op=None, vervallen_op=None).order_by("vervalt_op", "pk")
    )
    for rij in rijen:
        rij.traject = traject  # read already, with its client
    return rijen


def nazorgmetingen(client: Client) -> QuerySet[Nazorgmeting]:
    return Nazorgmeting.objects.filter(traject__client=client).select_related("traject").order_by("gepland_op", "pk")


def statuswijzigingen(client: Client) -> QuerySet[StatusWijziging]:
    return StatusWijziging.objects.filter(traject__client=client).select_related("door").order_by("-pk")


def met_schaduwen(client: Client) -> list[UUID]:
    """The file and those that were merged into it: what cannot be rewritten still carries their number."""
    gevonden, laag = [client.pk], [client.pk]
    while laag := list(Client.ook_schaduwen.filter(samengevoegd_met__in=laag).values_list("pk", flat=True)):
        gevonden += laag
    return gevonden


def meldingen(open_termijnen: Sequence[Termijn], vandaag: date) -> list[Termijn]:
    """What asks for attention in this file now: late first, then what the rules warn for; at most three."""
    wakker = [termijn for termijn in open_termijnen if not termijn.sluimert(vandaag)]
    te_laat = [termijn for termijn in wakker if termijn.ernst(vandaag) == Signaalernst.TE_LAAT]
    let_op = [t for t in wakker if t.signaal_vanaf and t.ernst(vandaag) == Signaalernst.LETOP]
    return [*te_laat, *let_op][:3]


def begeleiders(organisatie_id: int, vandaag: date) -> QuerySet[User]:
    """Who may follow dossiers of an OCMW on a day."""
    return (
        User.objects.filter(
            Q(lidmaatschappen__tot=None) | Q(lidmaatschappen__tot__gte=vandaag),
            lidmaatschappen__van__lte=vandaag,
            lidmaatschappen__organisatie_id=organisatie_id,
            lidmaatschappen__rol__in=[Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE],
            is_active=True,
        )
        .order_by("last_name", "first_name")
        .distinct()
    )
