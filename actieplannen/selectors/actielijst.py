"""The actions of one plan as a list, each with its number, money, last stand and evidence."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from actieplannen.enums import Prioriteit, Standkleur, Voortgang
from actieplannen.models import Actie, Bewijsstuk, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.geld import NIETS, Bedragen, Geldtabel
from actieplannen.selectors.kwartalen import acties_van_kwartaal, gevraagd_kwartaal, nummer
from actieplannen.selectors.plannen import Genummerd, Tak, acties_van


@dataclass(frozen=True)
class Actieregel:
    """One action as every view of the list shows it."""

    nummer: str
    actie: Actie
    tak: Tak  # the strategic objective it stands under
    bedragen: Bedragen  # of the plan year
    over_in: tuple[int, ...]
    kleur: str  # of the last stand that was given
    mist_stand: bool
    bewijzen: int

    @property
    def pk(self) -> UUID:
        return self.actie.pk

    @property
    def trekker(self) -> str:
        return trekkernaam(self.actie)

    @property
    def prioriteit_kort(self) -> str:
        return Prioriteit(self.actie.prioriteit).kort if self.actie.prioriteit else ""


def trekkernaam(actie: Actie) -> str:
    """Who pulls it: a person before an organisatie."""
    wie = actie.trekker or actie.trekker_contact
    if wie is not None:
        return str(wie.naam)
    return actie.trekker_organisatie.naam if actie.trekker_organisatie else ""


def acties_met_stand(plan: Jaaractieplan, *, vandaag: date) -> QuerySet[Any]:
    """With `kleur` (last stand), `mist_stand` (of the quarter that was asked) and `aantal_bewijzen`. One query."""
    kwartaal = gevraagd_kwartaal(vandaag)
    gegeven = Kwartaalstand.objects.filter(actie=OuterRef("pk"), beantwoord_op__isnull=False).order_by()
    van_kwartaal = gegeven.filter(jaar=kwartaal.start.year, kwartaal=nummer(kwartaal))
    gevraagd = acties_van_kwartaal(kwartaal).filter(pk=OuterRef("pk")).order_by()
    bewijs = Bewijsstuk.objects.filter(actie=OuterRef("pk"), ingetrokken_op=None).order_by().values("actie")
    return acties_van(plan).annotate(
        kleur=Coalesce(Subquery(gegeven.order_by("-jaar", "-kwartaal").values("kleur")[:1]), Value("")),
        mist_stand=Q(Exists(gevraagd), ~Exists(van_kwartaal)),
        aantal_bewijzen=Coalesce(Subquery(bewijs.values(n=Count("pk"))), 0),
    )


def actieregels(takken: Iterable[Tak], geld: Geldtabel, *, ids: Container[UUID]) -> list[Actieregel]:
    """In the order of the plan; `takken` hold actions of `acties_met_stand`."""
    per_actie = geld.per_actie(geld.jaar)

    def regel(tak: Tak, genummerd: Genummerd) -> Actieregel:
        actie: Any = genummerd.actie
        return Actieregel(
            genummerd.nummer,
            actie,
            tak,
            per_actie.get(actie.pk, NIETS),
            geld.over_in.get(actie.pk, ()),
            actie.kleur,
            actie.mist_stand,
            actie.aantal_bewijzen,
        )

    return [regel(tak, g) for tak in takken for g in tak.alle_acties if g.actie.pk in ids]


VOORTGANG = list(Voortgang.values)
STAND = ["", *reversed(Standkleur.values)]  # red first: what needs attention

SLEUTELS: dict[str, Any] = {
    "nummer": lambda r: tuple(int(deel) for deel in r.nummer.split(".")),
    "titel": lambda r: r.actie.titel.lower(),
    "prioriteit": lambda r: r.actie.prioriteit or "z",
    "voortgang": lambda r: VOORTGANG.index(r.actie.voortgang),
    "stand": lambda r: STAND.index(r.kleur) or len(STAND),
    "trekker": lambda r: r.trekker.lower() or "~",
    "periode": lambda r: (r.actie.start or date.min, r.actie.eind or date.max),
    "gepland": lambda r: r.bedragen.gepland,
    "besteed": lambda r: r.bedragen.besteed,
    "bewijs": lambda r: r.bewijzen,
}


def gesorteerd(regels: Sequence[Actieregel], op: str) -> list[Actieregel]:
    """`op` is a name of SLEUTELS, with a - before it the other way round; anything else is the order of the plan."""
    sleutel = SLEUTELS.get(op.removeprefix("-"))
    if sleutel is None:
        return list(regels)
    return sorted(regels, key=sleutel, reverse=op.startswith("-"))
