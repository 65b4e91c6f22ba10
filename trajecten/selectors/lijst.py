"""The list of clients: tabs, filters, sorting and counts. One row per traject, the client's name first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q

from regie.core.crypto import blinde_index
from regie.core.names import sorteersleutel
from regie.core.tenancy import current_scope
from regie.core.validators import alleen_cijfers
from trajecten.enums import TrajectStatus
from trajecten.models import Client, Traject
from trajecten.models.traject import TrajectQuerySet
from trajecten.transitions import EINDSTATUSSEN

SORTERING = {
    "naam": ("sorteernaam", "id"),
    "status": ("status", "sorteernaam", "id"),
    "termijn": (F("volgende_termijn_op").asc(nulls_last=True), "id"),
    "einde": (F("einddatum_voorzien").asc(nulls_last=True), "id"),
    "contact": (F("laatste_contact_op").asc(nulls_first=True), "id"),
    "-naam": ("-sorteernaam", "-id"),
    "-status": ("-status", "sorteernaam", "id"),
    "-termijn": (F("volgende_termijn_op").desc(nulls_last=True), "-id"),
    "-einde": (F("einddatum_voorzien").desc(nulls_last=True), "-id"),
    "-contact": (F("laatste_contact_op").desc(nulls_last=True), "-id"),
}
STANDAARD_SORTERING = "naam"
LIJSTVELDEN = (
    "status",
    "volgende_termijn",
    "volgende_termijn_op",
    "einddatum_voorzien",
    "laatste_contact_op",
    "client__voornaam",
    "client__familienaam",
    "client__dossiernummer",
    "instrument__korte_naam",
    "gebruiker__naam",
    "begeleider__first_name",
    "begeleider__last_name",
    "begeleider__email",
)
_EIND = sorted(EINDSTATUSSEN)
AFGESLOTEN = "afgesloten"


@dataclass(frozen=True, slots=True)
class Tabblad:
    code: str
    label: str
    voorwaarde: Q


def tabbladen(*, user_id: int, vandaag: date) -> list[Tabblad]:
    lopend = ~Q(status__in=_EIND)
    return [
        Tabblad("mijn", "Mijn cliënten", lopend & Q(begeleider_id=user_id)),
        Tabblad("team", "Heel het OCMW", lopend),
        Tabblad("aandacht", "Aandacht nodig", lopend & Q(volgende_termijn_op__lt=vandaag)),
        Tabblad("nazorg", "Nazorg", Q(status=TrajectStatus.NAZORG)),
        Tabblad(AFGESLOTEN, "Afgesloten", Q(status__in=_EIND)),
    ]


def tellingen(bladen: list[Tabblad]) -> dict[str, int]:
    """{code: number of rows} of every tab of open dossiers, in one query that an index answers alone.

    Closed dossiers only grow in number; their tab shows no count.
    """
    open_bladen = [blad for blad in bladen if blad.code != AFGESLOTEN]
    return Traject.objects.open().aggregate(**{blad.code: Count("pk", filter=blad.voorwaarde) for blad in open_bladen})


def trajecten_lijst(blad: Tabblad, *, sorteer: str) -> TrajectQuerySet:
    """The rows of one tab, in order, with what a row shows and no more: above all no INSZ to decrypt."""
    volgorde = SORTERING.get(sorteer, SORTERING[STANDAARD_SORTERING])
    return Traject.objects.voor_lijst().only(*LIJSTVELDEN).filter(blad.voorwaarde).order_by(*volgorde)


def zoekvoorwaarde(term: str) -> Q:
    """By any parts of the name, accents ignored, or by dossier number: that has digits, a name has none.

    An INSZ is never searched this way.
    """
    if any(teken.isdigit() for teken in term):
        return Q(client__dossiernummer__startswith=term.strip().upper())
    namen = Q()
    for woord in sorteersleutel(term.replace(",", " ")).split():
        namen &= Q(sorteernaam__contains=woord)
    return namen


def gevonden(term: str) -> list[UUID]:
    """The trajecten that `term` finds, by name of the client. Keys only, so that an index answers alone."""
    return list(
        Traject.objects.filter(zoekvoorwaarde(term)).order_by("sorteernaam", "id").values_list("pk", flat=True)
    )


def rijen(ids: Sequence[UUID]) -> list[Traject]:
    """The rows of one page, in the order of their keys."""
    per_id = {traject.pk: traject for traject in Traject.objects.voor_lijst().only(*LIJSTVELDEN).filter(pk__in=ids)}
    return [per_id[pk] for pk in ids if pk in per_id]


def client_met_insz(term: str) -> UUID | None:
    """The client with exactly this INSZ, through its hash; None when it is no INSZ or unknown here."""
    cijfers = alleen_cijfers(term)
    if len(cijfers) != 11 or not cijfers.isdigit():
        return None
    index = blinde_index(cijfers, gebied_id=current_scope().gebied.pk)
    return Client.objects.filter(insz_index=index).values_list("pk", flat=True).first()
