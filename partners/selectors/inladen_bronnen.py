"""What a list of employers is compared with, read once: municipalities, organisaties, and the cards there are.

A few queries whatever the number of rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from partners.enums import WerkgeverStatus
from partners.models import Contactmoment, Contactpersoon, Lijstrij, Werkgever
from regie.core.inlezen.gemeenten import Gemeentelijst, gemeentelijst
from regie.core.models import Organisatie
from regie.core.names import naam_sleutel, organisatie_sleutel, trigrammen

GELIJKEND = 0.6
KAARTVELDEN = ("kbo", "gemeente", "nace", "grootteklasse", "telefoon", "email", "website")


@dataclass(slots=True)
class Bekend:
    """A card, or an earlier row of the same list that will become one (`rij`, without `pk`)."""

    pk: str | None
    rij: int | None
    naam: str
    velden: dict[str, str]  # of KAARTVELDEN; empty when the card does not say
    contacten: dict[str, str] = field(default_factory=dict)  # key of a name: phone
    contactmomenten: set[tuple[date, int]] = field(default_factory=set)
    niet_benaderen: bool = False
    in_archief: bool = False

    @property
    def sleutel(self) -> str:
        return organisatie_sleutel(self.naam)


@dataclass(frozen=True, slots=True)
class Bronnen:
    vandaag: date
    gemeenten: Gemeentelijst
    organisaties: dict[str, tuple[int, ...]]  # key of a name: who has it
    organisatienamen: dict[int, str]
    werkgevers: dict[str, Bekend]
    eerdere_rijen: dict[str, str]  # print of a row of this organisatie: the card it became


def bronnen_van(eigenaar: Organisatie, *, vandaag: date) -> Bronnen:
    organisaties: dict[str, list[int]] = defaultdict(list)
    namen = dict(Organisatie.objects.van_gebied().order_by("pk").values_list("pk", "naam"))
    for pk, naam in namen.items():
        organisaties[organisatie_sleutel(naam)].append(pk)
    return Bronnen(
        vandaag=vandaag,
        gemeenten=gemeentelijst(),
        organisaties={sleutel: tuple(ids) for sleutel, ids in organisaties.items()},
        organisatienamen=namen,
        werkgevers=bekende_werkgevers(),
        eerdere_rijen=_eerdere_rijen(eigenaar),
    )


def _eerdere_rijen(eigenaar: Organisatie) -> dict[str, str]:
    rijen = Lijstrij.objects.filter(eigenaar=eigenaar, werkgever__isnull=False).exclude(afdruk="")
    verwerkt = rijen.filter(verwerkt_op__isnull=False).order_by("verwerkt_op", "pk")
    return {afdruk: str(pk) for afdruk, pk in verwerkt.values_list("afdruk", "werkgever_id")}


def bekende_werkgevers() -> dict[str, Bekend]:
    """Every card of the gebied with the people and the contacts on it, in three queries."""
    bekend: dict[str, Bekend] = {}
    per_organisatie: dict[int, str] = {}
    kolommen = ("pk", "organisatie_id", "naam", "status", "gearchiveerd_op", "gemeente_id", *KAARTVELDEN[:1])
    for rij in Werkgever.objects.order_by("pk").values(*kolommen, "nace", *KAARTVELDEN[3:]):
        velden = {veld: rij["gemeente_id" if veld == "gemeente" else veld] or "" for veld in KAARTVELDEN}
        bekend[str(rij["pk"])] = Bekend(
            pk=str(rij["pk"]),
            rij=None,
            naam=rij["naam"],
            velden=velden,
            niet_benaderen=rij["status"] == WerkgeverStatus.NIET_BENADEREN,
            in_archief=rij["gearchiveerd_op"] is not None,
        )
        if rij["organisatie_id"]:
            per_organisatie[rij["organisatie_id"]] = str(rij["pk"])
    _voeg_contacten_toe(bekend, per_organisatie)
    momenten = Contactmoment.objects.order_by("pk").values_list("werkgever_id", "datum", "organisatie_id")
    for werkgever_id, datum, organisatie_id in momenten:
        bekend[str(werkgever_id)].contactmomenten.add((datum, organisatie_id))
    return bekend


def _voeg_contacten_toe(bekend: dict[str, Bekend], per_organisatie: dict[int, str]) -> None:
    kolommen = ("werkgever_id", "organisatie_id", "naam", "telefoon")
    for werkgever_id, organisatie_id, naam, telefoon in Contactpersoon.objects.order_by("pk").values_list(*kolommen):
        pk = str(werkgever_id) if werkgever_id else per_organisatie.get(organisatie_id)
        if pk:
            bekend[pk].contacten[naam_sleutel(naam)] = telefoon


@dataclass(slots=True)
class Naamindex:
    """Employers by number and by name with municipality, so that looking one up does not read them all."""

    _per_kbo: dict[str, Bekend] = field(default_factory=dict)
    _per_sleutel: dict[str, list[Bekend]] = field(default_factory=lambda: defaultdict(list))
    _per_gemeente: dict[str, dict[str, list[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _alle: list[tuple[Bekend, frozenset[str]]] = field(default_factory=list)

    @classmethod
    def van(cls, bekenden: Iterable[Bekend]) -> "Naamindex":
        index = cls()
        for bekend in bekenden:
            index.voeg_toe(bekend)
        return index

    def voeg_toe(self, bekend: Bekend) -> None:
        if bekend.velden["kbo"]:
            self._per_kbo.setdefault(bekend.velden["kbo"], bekend)
        self._per_sleutel[bekend.sleutel].append(bekend)
        delen = trigrammen(bekend.sleutel)
        plaats = self._per_gemeente[bekend.velden["gemeente"]]
        for deel in delen:
            plaats[deel].append(len(self._alle))
        self._alle.append((bekend, delen))

    def op_kbo(self, kbo: str) -> Bekend | None:
        return self._per_kbo.get(kbo)

    def zoek(self, sleutel: str, *, gemeente: str, kbo: str) -> Bekend | None:
        """The employer this most likely is. Who has another number, is another one."""
        kandidaten = (b for b in self._kandidaten(sleutel, gemeente) if not (kbo and b.velden["kbo"]))
        return next(kandidaten, None)

    def _kandidaten(self, sleutel: str, gemeente: str) -> Iterator[Bekend]:
        """The same name first: there, or where one of both has no municipality. Then what looks like it there."""
        gelijk = self._per_sleutel.get(sleutel, ())
        yield from (b for b in gelijk if b.velden["gemeente"] == gemeente)
        yield from (b for b in gelijk if not (b.velden["gemeente"] and gemeente))
        if gemeente:
            yield from self._gelijkend(sleutel, gemeente)

    def _gelijkend(self, sleutel: str, gemeente: str) -> Iterator[Bekend]:
        eigen, plaats = trigrammen(sleutel), self._per_gemeente[gemeente]
        gedeeld: dict[int, int] = defaultdict(int)
        for deel in eigen:
            for plek in plaats.get(deel, ()):
                gedeeld[plek] += 1
        scores = [
            (n / (len(eigen) + len(self._alle[plek][1]) - n), -plek)
            for plek, n in gedeeld.items()
            if n >= GELIJKEND * len(eigen)
        ]
        for score, plek in sorted(scores, reverse=True):
            if score >= GELIJKEND:
                yield self._alle[-plek][0]


def werkgever_van_rij(pk: Any) -> Werkgever:
    return Werkgever.objects.select_related("organisatie", "gemeente", "accounthouder").get(pk=UUID(str(pk)))
