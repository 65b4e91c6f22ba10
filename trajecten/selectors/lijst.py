"""The list of clients: tabs, filters, sorting and counts. One row per traject, the client's name first."""

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
_EIND = sorted(EINDSTATUSSEN)


@dataclass(frozen=True, slots=True)
class Tabblad:
    code: str
    label: str
    voorwaarde: Q


ALLES = Tabblad("alles", "Alle dossiers", Q())


def tabbladen(*, user_id: int, vandaag: date) -> list[Tabblad]:
    lopend = ~Q(status__in=_EIND)
    return [
        Tabblad("mijn", "Mijn cliënten", lopend & Q(begeleider_id=user_id)),
        Tabblad("team", "Heel het OCMW", lopend),
        Tabblad("aandacht", "Aandacht nodig", lopend & Q(volgende_termijn_op__lt=vandaag)),
        Tabblad("nazorg", "Nazorg", Q(status=TrajectStatus.NAZORG)),
        Tabblad("afgesloten", "Afgesloten", Q(status__in=_EIND)),
    ]


def tellingen(bladen: list[Tabblad]) -> dict[str, int]:
    """{code: number of rows} of every tab, in one query."""
    return Traject.objects.aggregate(**{blad.code: Count("pk", filter=blad.voorwaarde) for blad in bladen})


def trajecten_lijst(blad: Tabblad, *, sorteer: str) -> TrajectQuerySet:
    """The rows of one tab, in order, with what a row shows."""
    volgorde = SORTERING.get(sorteer, SORTERING[STANDAARD_SORTERING])
    return Traject.objects.voor_lijst().filter(blad.voorwaarde).order_by(*volgorde)


def zoekvoorwaarde(term: str) -> Q:
    """By dossier number or by any parts of the name, accents ignored. An INSZ is never searched this way."""
    namen = Q()
    for woord in sorteersleutel(term.replace(",", " ")).split():
        namen &= Q(sorteernaam__contains=woord)
    return namen | Q(client__dossiernummer__istartswith=term.strip())


def client_met_insz(term: str) -> UUID | None:
    """The client with exactly this INSZ, through its hash; None when it is no INSZ or unknown here."""
    cijfers = alleen_cijfers(term)
    if len(cijfers) != 11 or not cijfers.isdigit():
        return None
    index = blinde_index(cijfers, gebied_id=current_scope().gebied.pk)
    return Client.objects.filter(insz_index=index).values_list("pk", flat=True).first()
