"""The list of clients: tabs, filters, sorting and counts. One row per traject, the client's name first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import RawSQL

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
_STATUSLABEL = dict(TrajectStatus.choices)


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of the list: plain values and nothing that is not shown, above all no INSZ to decrypt."""

    id: UUID
    client_id: UUID
    voornaam: str
    familienaam: str
    dossiernummer: str
    instrument: str | None
    gebruiker: str | None
    status: str
    termijn: str
    termijn_op: date | None
    einde: date | None
    laatste_contact: date | None
    begeleider_voornaam: str | None = None
    begeleider_familienaam: str | None = None

    @property
    def naam(self) -> str:
        return f"{self.familienaam}, {self.voornaam}"

    @property
    def status_label(self) -> str:
        return _STATUSLABEL[self.status]

    @property
    def begeleider(self) -> str:
        return f"{self.begeleider_voornaam or ''} {self.begeleider_familienaam or ''}".strip()


KOLOMMEN = (
    "pk",
    "client_id",
    "client__voornaam",
    "client__familienaam",
    "client__dossiernummer",
    "instrument__korte_naam",
    "gebruiker__naam",
    "status",
    "volgende_termijn",
    "volgende_termijn_op",
    "einddatum_voorzien",
    "laatste_contact_op",
)
MET_BEGELEIDER = (*KOLOMMEN, "begeleider__first_name", "begeleider__last_name")


@dataclass(frozen=True, slots=True)
class Tabblad:
    """One list. `voorwaarde` narrows the open dossiers; without one it is the list of closed dossiers."""

    code: str
    label: str
    voorwaarde: Q | None


def tabbladen(*, user_id: int, vandaag: date) -> list[Tabblad]:
    return [
        Tabblad("mijn", "Mijn cliënten", Q(begeleider_id=user_id)),
        Tabblad("team", "Heel het OCMW", Q()),
        Tabblad("aandacht", "Aandacht nodig", Q(volgende_termijn_op__lt=vandaag)),
        Tabblad("nazorg", "Nazorg", Q(status=TrajectStatus.NAZORG)),
        Tabblad("afgesloten", "Afgesloten", None),
    ]


def tellingen(bladen: list[Tabblad]) -> dict[str, int]:
    """{code: number of rows} of every tab of open dossiers, in one query that an index answers alone.

    Closed dossiers only grow in number; their tab shows no count.
    """
    aantallen = {
        blad.code: Count("pk", filter=blad.voorwaarde or None) for blad in bladen if blad.voorwaarde is not None
    }
    return Traject.objects.open().aggregate(**aantallen)


def trajecten_lijst(blad: Tabblad, *, sorteer: str) -> TrajectQuerySet:
    """The trajecten of one tab, in order; `als_rijen` turns a page of them into what is shown."""
    volgorde = SORTERING.get(sorteer, SORTERING[STANDAARD_SORTERING])
    if blad.voorwaarde is None:
        return Traject.objects.filter(status__in=_EIND).order_by(*volgorde)
    return Traject.objects.open().filter(blad.voorwaarde).order_by(*volgorde)


def als_rijen(trajecten: QuerySet[Traject], kolommen: Sequence[str] = KOLOMMEN) -> list[Rij]:
    return [Rij(*waarden) for waarden in trajecten.values_list(*kolommen)]


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


def rijen_van(ids: Iterable[UUID]) -> list[Rij]:
    """The rows of these trajecten, in the order of the keys.

    The keys go in as one array: given a list, the planner walks all names of the OCMW instead of the primary key.
    """
    sleutels = list(ids)
    zoek = RawSQL("SELECT unnest(%s::uuid[])", [sleutels])
    per_id = {rij.id: rij for rij in als_rijen(Traject.objects.filter(pk__in=zoek))}
    return [per_id[pk] for pk in sleutels if pk in per_id]


def client_met_insz(term: str) -> UUID | None:
    """The client with exactly this INSZ, through its hash; None when it is no INSZ or unknown here."""
    cijfers = alleen_cijfers(term)
    if len(cijfers) != 11 or not cijfers.isdigit():
        return None
    index = blinde_index(cijfers, gebied_id=current_scope().gebied.pk)
    return Client.objects.filter(insz_index=index).values_list("pk", flat=True).first()
