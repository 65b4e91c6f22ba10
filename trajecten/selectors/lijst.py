"""The list of clients: tabs, filters, sorting and counts. One row per traject, the client's name first."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Case, Count, F, Q, QuerySet, When
from django.db.models.expressions import RawSQL

from regie.core.crypto import blinde_index
from regie.core.names import sorteersleutel
from regie.core.tenancy import current_scope
from regie.core.validators import alleen_cijfers
from trajecten.enums import TrajectStatus
from trajecten.models import Client, Toewijzing, Traject
from trajecten.models.traject import TrajectQuerySet
from trajecten.transitions import EINDSTATUSSEN

SORTERING = {
    "naam": ("sorteernaam", "id"),
    "status": ("status", "sorteernaam", "id"),
    "termijn": (F("volgende_termijn_op").asc(nulls_last=True), "id"),
    "einde": (F("einddatum_voorzien").asc(nulls_last=True), "id"),
    "contact": (F("laatste_contact_op").asc(nulls_first=True), "id"),
    "begeleider": (F("begeleider__last_name").asc(nulls_first=True), "begeleider__first_name", "sorteernaam", "id"),
    "aangemeld": ("aangemeld_op", "id"),
    "-naam": ("-sorteernaam", "-id"),
    "-status": ("-status", "sorteernaam", "id"),
    "-termijn": (F("volgende_termijn_op").desc(nulls_last=True), "-id"),
    "-einde": (F("einddatum_voorzien").desc(nulls_last=True), "-id"),
    "-contact": (F("laatste_contact_op").desc(nulls_last=True), "-id"),
    "-begeleider": (F("begeleider__last_name").desc(nulls_last=True), "-begeleider__first_name", "sorteernaam", "id"),
    "-aangemeld": ("-aangemeld_op", "-id"),
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
    begeleider_voornaam: str | None
    begeleider_familienaam: str | None
    aangemeld: date
    sinds: date
    jobdoelwit: str

    @property
    def naam(self) -> str:
        return f"{self.familienaam}, {self.voornaam}"

    @property
    def status_label(self) -> str:
        return _STATUSLABEL[self.status]

    @property
    def begeleider(self) -> str:
        return f"{self.begeleider_voornaam or ''} {self.begeleider_familienaam or ''}".strip()


VELDEN = (
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
    "begeleider__first_name",
    "begeleider__last_name",
    "aangemeld_op",
    "status_sinds",
    "jobdoelwit",
)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column somebody may choose; `sorteer` is its key in SORTERING, empty when it does not sort."""

    code: str
    label: str
    sorteer: str = ""


KOLOMMEN = {
    kolom.code: kolom
    for kolom in (
        Kolom("instrument", "Instrument"),
        Kolom("status", "Status", "status"),
        Kolom("termijn", "Eerstvolgende stap", "termijn"),
        Kolom("einde", "Einddatum", "einde"),
        Kolom("contact", "Laatste contact", "contact"),
        Kolom("begeleider", "Begeleider", "begeleider"),
        Kolom("aangemeld", "Aangemeld", "aangemeld"),
        Kolom("sinds", "In deze fase sinds"),
        Kolom("jobdoelwit", "Jobdoelwit"),
    )
}
STANDAARD_KOLOMMEN = ("instrument", "status", "termijn", "einde", "contact")


def gekozen_kolommen(codes: Iterable[str]) -> list[Kolom]:
    """The columns asked for, in the order of the house; what is unknown is left out, nothing means the usual ones."""
    gevraagd = set(codes) & KOLOMMEN.keys() or set(STANDAARD_KOLOMMEN)
    return [kolom for code, kolom in KOLOMMEN.items() if code in gevraagd]


class Groep(NamedTuple):
    """How many open dossiers share one begeleider, status and being late: every count is a sum of these."""

    begeleider_id: int | None
    status: str
    te_laat: bool
    aantal: int


def groepen(vandaag: date) -> list[Groep]:
    """One query that an index answers alone. Closed dossiers only grow in number; they are not counted."""
    te_laat = Case(When(volgende_termijn_op__lt=vandaag, then=True), default=False, output_field=BooleanField())
    rijen = Traject.objects.open().annotate(te_laat=te_laat).values_list("begeleider_id", "status", "te_laat")
    return [Groep(*rij) for rij in rijen.annotate(aantal=Count("pk")).order_by()]


@dataclass(frozen=True, slots=True)
class Tabblad:
    """One list. `voorwaarde` narrows the open dossiers; without one it is the list of closed dossiers.

    `telt` says the same of a Groep; without it `aantal` is known already, or not counted.
    """

    code: str
    label: str
    voorwaarde: Q | None
    telt: Callable[[Groep], bool] | None = None
    aantal: int | None = None
    is_bijzonder: bool = False  # only shown when there is something in it

    def tel(self, groepen: Iterable[Groep]) -> int | None:
        return self.aantal if self.telt is None else sum(groep.aantal for groep in groepen if self.telt(groep))


def tabbladen(
    *, user_id: int, vandaag: date, nieuw: Collection[UUID] = (), afwezigen: Collection[int] = ()
) -> list[Tabblad]:
    """`nieuw`: what came to this person and was not opened yet; `afwezigen`: for whom this person covers today."""
    return [
        Tabblad("mijn", "Mijn cliënten", Q(begeleider_id=user_id), lambda g: g.begeleider_id == user_id),
        Tabblad("nieuw", "Nieuw voor mij", Q(pk__in=list(nieuw)), aantal=len(nieuw), is_bijzonder=True),
        Tabblad(
            "waarneming",
            "Waarneming",
            Q(begeleider_id__in=list(afwezigen)),
            lambda g: g.begeleider_id in afwezigen,
            is_bijzonder=True,
        ),
        Tabblad("team", "Heel het OCMW", Q(), lambda g: True),
        Tabblad("aandacht", "Aandacht nodig", Q(volgende_termijn_op__lt=vandaag), lambda g: g.te_laat),
        Tabblad("nazorg", "Nazorg", Q(status=TrajectStatus.NAZORG), lambda g: g.status == TrajectStatus.NAZORG.value),
        Tabblad("afgesloten", "Afgesloten", None),
    ]


def nieuw_voor(user_id: int) -> list[UUID]:
    """Open trajecten that were given to this person and not opened by them yet."""
    gekregen = Toewijzing.objects.filter(naar_begeleider_id=user_id, gezien_op=None, ongedaan_op=None)
    trajecten = Traject.objects.open().filter(begeleider_id=user_id, pk__in=gekregen.values("traject_id"))
    return list(trajecten.order_by("sorteernaam", "id").values_list("pk", flat=True))


def trajecten_lijst(blad: Tabblad, *, sorteer: str) -> TrajectQuerySet:
    """The trajecten of one tab, in order; `als_rijen` turns a page of them into what is shown."""
    volgorde = SORTERING.get(sorteer, SORTERING[STANDAARD_SORTERING])
    if blad.voorwaarde is None:
        return Traject.objects.filter(status__in=_EIND).order_by(*volgorde)
    return Traject.objects.open().filter(blad.voorwaarde).order_by(*volgorde)


def als_rijen(trajecten: QuerySet[Traject]) -> list[Rij]:
    return [Rij(*waarden) for waarden in trajecten.values_list(*VELDEN)]


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
