"""What an import compares a list with, read once: municipalities, people, places, and the clients already known.

A few queries whatever the number of rows; the rules of recognition are those of `selectors.dubbels`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from regie.core.inlezen.gemeenten import gemeentelijst
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.names import gelijkenis, naam_sleutel, organisatie_sleutel
from regie.core.permissions import Rol
from trajecten.enums import StapStatus, TrajectStatus
from trajecten.models import Client, Plaatsing, Stap, Traject
from trajecten.selectors.dubbels import GELIJKEND_ZONDER_DATUM, Niveau, Profiel, beoordeel
from trajecten.transitions import EINDSTATUSSEN

BEGELEIDERROLLEN = (Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE)
CLIENTVELDEN = (
    "voornaam",
    "familienaam",
    "geboortedatum",
    "geslacht",
    "gemeente_id",
    "postcode",
    "inkomensstatuut",
    "telefoon",
    "email",
    "taal",
    "tolk_nodig",
    "diploma",
    "opmerking",
)


@dataclass(frozen=True, slots=True)
class Persoon:
    """A member of the OCMW that a list may name as begeleider."""

    user_id: int
    voornaam: str
    familienaam: str

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.familienaam}"


@dataclass(frozen=True, slots=True)
class Plek:
    organisatie_id: int
    naam: str


@dataclass(frozen=True, slots=True)
class Bronnen:
    """Everything the cells of a list are looked up in."""

    vandaag: date
    gemeenten: dict[str, str]  # key of the name, of today or from before a merger: NIS
    gemeentenamen: dict[str, str]
    postcodes: dict[str, tuple[str, ...]]  # m:n with NIS
    eigen_gemeente: str | None
    begeleiders: tuple[Persoon, ...]
    gebruikers: dict[str, tuple[Plek, ...]]

    def naam_van(self, user_id: int | None) -> str:
        return next((p.naam for p in self.begeleiders if p.user_id == user_id), "een collega" if user_id else "")


def bronnen_van(eigenaar: Organisatie, *, vandaag: date) -> Bronnen:
    gemeenten = gemeentelijst()
    leden = (
        Lidmaatschap.objects.geldig_op(vandaag)
        .filter(organisatie=eigenaar, rol__in=BEGELEIDERROLLEN)
        .order_by("user_id")
        .values_list("user_id", "user__first_name", "user__last_name")
    )
    plekken: dict[str, list[Plek]] = defaultdict(list)
    for pk, naam in Organisatie.objects.van_gebied().gebruikers().order_by("pk").values_list("pk", "naam"):
        plekken[organisatie_sleutel(naam)].append(Plek(pk, naam))
    return Bronnen(
        vandaag=vandaag,
        gemeenten=gemeenten.gemeenten,
        gemeentenamen=gemeenten.gemeentenamen,
        postcodes=gemeenten.postcodes,
        eigen_gemeente=eigenaar.gemeente_id,
        begeleiders=tuple(Persoon(*lid) for lid in dict.fromkeys(leden)),
        gebruikers={sleutel: tuple(lijst) for sleutel, lijst in plekken.items()},
    )


@dataclass(frozen=True, slots=True)
class BekendTraject:
    """The current traject of a client, as far as a list says anything about it."""

    pk: str
    status: TrajectStatus
    begeleider_id: int | None
    start: date | None
    einde: date | None
    instrument: str | None
    gebruiker_id: int | None
    breuk: str | None

    @property
    def is_open(self) -> bool:
        return self.status not in EINDSTATUSSEN


@dataclass(frozen=True, slots=True)
class BekendeClient:
    """A client of the OCMW: what a row is compared with. The INSZ itself stays encrypted; its hash tells enough."""

    pk: str
    dossiernummer: str
    velden: dict[str, Any]
    profiel: Profiel
    traject: BekendTraject | None

    @property
    def naam(self) -> str:
        return f"{self.velden['voornaam']} {self.velden['familienaam']}"


def bekende_clienten(eigenaar_id: int) -> dict[str, BekendeClient]:
    """Every client of the OCMW with its current traject, in four queries."""
    trajecten = _trajecten(eigenaar_id)
    clienten = {}
    kolommen = ("pk", "dossiernummer", "insz_index", "persoonssleutel", *CLIENTVELDEN)
    for rij in Client.objects.filter(eigenaar_id=eigenaar_id).order_by("pk").values(*kolommen):
        pk = str(rij["pk"])
        profiel = Profiel(
            rij["insz_index"],
            rij["persoonssleutel"],
            naam_sleutel(rij["voornaam"]),
            rij["geboortedatum"],
            rij["telefoon"],
            rij["email"],
        )
        velden = {naam: rij[naam] for naam in CLIENTVELDEN}
        clienten[pk] = BekendeClient(pk, rij["dossiernummer"], velden, profiel, trajecten.get(pk))
    return clienten


def _trajecten(eigenaar_id: int) -> dict[str, BekendTraject]:
    """{client: the open traject, or else the last one}."""
    gepland = dict(
        Stap.objects.filter(eigenaar_id=eigenaar_id, status=StapStatus.GEPLAND).values_list("traject_id", "start")
    )
    breuken = dict(
        Plaatsing.objects.filter(eigenaar_id=eigenaar_id)
        .order_by("start", "pk")
        .values_list("stap__traject_id", "breuk")
    )
    gevonden: dict[str, BekendTraject] = {}
    for t in (
        Traject.objects.filter(eigenaar_id=eigenaar_id)
        .order_by("aangemeld_op", "created_at")
        .values(
            "pk",
            "client_id",
            "status",
            "begeleider_id",
            "gestart_op",
            "einddatum_voorzien",
            "instrument_id",
            "gebruiker_id",
        )
    ):
        client, breuk = str(t["client_id"]), breuken.get(t["pk"])
        traject = BekendTraject(
            pk=str(t["pk"]),
            status=TrajectStatus(t["status"]),
            begeleider_id=t["begeleider_id"],
            start=t["gestart_op"] or gepland.get(t["pk"]),
            einde=t["einddatum_voorzien"],
            instrument=t["instrument_id"],
            gebruiker_id=t["gebruiker_id"],
            breuk=f"{breuk.normalize():f}" if breuk is not None else None,
        )
        if client not in gevonden or traject.is_open or not gevonden[client].is_open:
            gevonden[client] = traject
    return gevonden


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody a row may be: `ref` is the key of a known client or the number of an earlier row."""

    ref: Any
    niveau: Niveau
    redenen: tuple[str, ...]


@dataclass(slots=True)
class DubbelsIndex:
    """Profiles by what they can be recognised on, so that looking one up does not read them all."""

    profielen: dict[Any, Profiel] = field(default_factory=dict)
    _volgorde: dict[Any, int] = field(default_factory=dict)
    _op: dict[tuple[str, Any], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def voeg_toe(self, ref: Any, profiel: Profiel) -> None:
        self.profielen[ref] = profiel
        self._volgorde[ref] = len(self._volgorde)
        for sleutel in _vindsleutels(profiel):
            self._op[sleutel].append(ref)

    def zoek(self, profiel: Profiel) -> list[Kandidaat]:
        """Who this may be, surest first, in the order they were added."""
        refs = {ref for sleutel in _zoeksleutels(profiel) for ref in self._op.get(sleutel, ())}
        refs |= self._op_naam(profiel)
        gevonden = [
            Kandidaat(ref, *oordeel)
            for ref in sorted(refs, key=self._volgorde.__getitem__)
            if (oordeel := beoordeel(profiel, self.profielen[ref]))
        ]
        return sorted(gevonden, key=lambda kandidaat: -kandidaat.niveau)

    def _op_naam(self, profiel: Profiel) -> set[Any]:
        """Without a birth date on either side only the name tells: those whose key is alike enough."""
        refs = self.profielen if profiel.geboortedatum is None else self._op.get(("zonder datum", ""), ())
        eigen = profiel.persoonssleutel
        return {
            ref for ref in refs if gelijkenis(eigen, self.profielen[ref].persoonssleutel) >= GELIJKEND_ZONDER_DATUM
        }


def _vindsleutels(profiel: Profiel) -> Iterable[tuple[str, Any]]:
    if profiel.insz_index:
        yield "insz", profiel.insz_index
    yield ("datum", profiel.geboortedatum) if profiel.geboortedatum else ("zonder datum", "")
    if profiel.telefoon:
        yield "telefoon", profiel.telefoon
    if profiel.email:
        yield "email", profiel.email.lower()


def _zoeksleutels(profiel: Profiel) -> Iterable[tuple[str, Any]]:
    yield from (sleutel for sleutel in _vindsleutels(profiel) if sleutel[0] != "zonder datum")
    datum = profiel.geboortedatum
    if datum and datum.day <= 12:
        yield "datum", date(datum.year, datum.day, datum.month)
