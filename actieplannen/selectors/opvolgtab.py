"""The follow-up of one plan in one quarter: what was said, what changed, who has not answered yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet

from actieplannen.enums import Bijsturingstatus, Planstatus, Standkleur
from actieplannen.models import Actie, Actieindicator, Bijsturing, Doelstelling, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.indicatoren import Indicatorstand, indicatoren_van, stand_van
from actieplannen.selectors.kwartalen import (
    IN_UITVOERING,
    acties_van_kwartaal,
    gevraagd_kwartaal,
    is_gesloten,
    kwartaal_van,
    kwartalen_van,
    nummer,
)
from actieplannen.selectors.plannen import boom
from actieplannen.selectors.standen import geopende_standen, standen_van
from actieplannen.selectors.trekkers import Trekker, trekkers_van
from regie.cijfers.periode import Periode

ZWAARTE = {Standkleur.GROEN: 0, Standkleur.ORANJE: 1, Standkleur.ROOD: 2}


@dataclass(frozen=True, slots=True)
class Rij:
    """One action in this quarter."""

    nummer: str
    actie: Actie
    stand: Kwartaalstand | None
    vorige: Kwartaalstand | None
    trekker: Trekker
    is_geopend: bool
    indicatoren: list[Indicatorstand]
    voorstellen: list[Bijsturing]
    is_vast: bool  # a later quarter is asked, or the plan is accounted for

    @property
    def kleur(self) -> str:
        return self.stand.kleur if self.stand else ""

    @property
    def verandering(self) -> str:
        """Against the quarter before: "beter", "slechter", "gelijk", or nothing to compare."""
        if not self.kleur or self.vorige is None:
            return ""
        verschil = ZWAARTE[Standkleur(self.kleur)] - ZWAARTE[Standkleur(self.vorige.kleur)]
        return "gelijk" if verschil == 0 else ("slechter" if verschil > 0 else "beter")


@dataclass(frozen=True)
class Opvolgtab:
    plan: Jaaractieplan
    kwartaal: Periode | None  # None: no quarter of this plan has begun
    kwartalen: list[Periode]
    rijen: list[Rij]
    wordt_gevolgd: bool
    is_gesloten: bool
    open_voorstellen: list[Bijsturing]

    @cached_property
    def kleuren(self) -> Counter[str]:
        return Counter(rij.kleur for rij in self.rijen)

    @cached_property
    def veranderingen(self) -> Counter[str]:
        return Counter(rij.verandering for rij in self.rijen if rij.verandering)

    @property
    def beantwoord(self) -> int:
        return len(self.rijen) - self.kleuren[""]

    @property
    def beantwoord_tekst(self) -> str:
        return f"{self.beantwoord} van {len(self.rijen)}"

    @property
    def rood(self) -> int:
        return self.kleuren[Standkleur.ROOD]

    @property
    def oranje(self) -> int:
        return self.kleuren[Standkleur.ORANJE]

    @property
    def rood_soort(self) -> str:
        return "gevaar" if self.rood else ""

    @property
    def oranje_soort(self) -> str:
        return "letop" if self.oranje else ""

    @property
    def verandering_tekst(self) -> str:
        """ "2 beter, 1 slechter"."""
        delen = [f"{self.veranderingen[wat]} {wat}" for wat in ("beter", "slechter") if self.veranderingen[wat]]
        return ", ".join(delen) or ("gelijk" if self.veranderingen else "geen")

    @property
    def verandering_noot(self) -> str:
        return "" if self.veranderingen else "nog niets om mee te vergelijken"

    @property
    def niet_gevraagd(self) -> list[Rij]:
        return [rij for rij in self.rijen if not rij.kleur and not (rij.stand and rij.stand.gevraagd_op)]


def gekozen_kwartaal(plan: Jaaractieplan, gevraagd: str, vandaag: date) -> Periode | None:
    """The one in the address, else the last that was asked, else the first of the year."""
    kwartalen = kwartalen_van(plan.jaar, vandaag)
    if not kwartalen:
        return None
    laatst = gevraagd_kwartaal(vandaag)
    beginnen_bij = laatst if laatst in kwartalen else (kwartalen[-1] if vandaag.year > plan.jaar else kwartalen[0])
    return next((kwartaal for kwartaal in kwartalen if kwartaal.sleutel == gevraagd), beginnen_bij)


def opvolgtab(plan: Jaaractieplan, *, kwartaal: Periode | None, vandaag: date) -> Opvolgtab:
    """A fixed number of queries, whatever the number of actions."""
    return Opvolgtab(
        plan=plan,
        kwartaal=kwartaal,
        kwartalen=kwartalen_van(plan.jaar, vandaag),
        rijen=_rijen(plan, kwartaal, vandaag) if kwartaal else [],
        wordt_gevolgd=plan.status in IN_UITVOERING,
        is_gesloten=bool(kwartaal and is_gesloten(kwartaal, vandaag)),
        open_voorstellen=list(voorstellen_van(plan).filter(status=Bijsturingstatus.VOORGESTELD)),
    )


def voorstellen_van(plan: Jaaractieplan) -> QuerySet[Bijsturing]:
    rijen = Bijsturing.objects.filter(stand__actie__doelstelling__plan=plan).select_related(
        "stand__actie", "stand__door", "nieuwe_actie", "beslist_door"
    )
    return rijen.order_by("stand__jaar", "stand__kwartaal", "created_at")


def doelstellingen_voor(plan: Jaaractieplan) -> QuerySet[Doelstelling]:
    """Where a proposal may land: this plan, or one of this or a later year that is still being written."""
    in_opmaak = Q(plan__status=Planstatus.CONCEPT, plan__jaar__gte=plan.jaar)
    rijen = Doelstelling.objects.filter(Q(plan=plan) | in_opmaak).select_related("plan")
    return rijen.order_by("plan__jaar", "plan__titel", "ouder__volgorde", "volgorde", "created_at")


def _rijen(plan: Jaaractieplan, kwartaal: Periode, vandaag: date) -> list[Rij]:
    standen = {stand.actie_id: stand for stand in standen_van(plan, kwartaal.start.year, nummer(kwartaal))}
    gewenst = {*standen, *acties_van_kwartaal(kwartaal).filter(doelstelling__plan=plan).values_list("pk", flat=True)}
    genummerd = [rij for tak in boom(plan) for rij in tak.alle_acties if rij.actie.pk in gewenst]
    acties = [rij.actie for rij in genummerd]
    trekkers = trekkers_van(acties, vandaag=vandaag)
    vorige = _vorige(acties, kwartaal)
    geopend = geopende_standen(standen.values())
    vast = _later_gevraagd(acties, kwartaal)
    alles_vast = plan.status == Planstatus.VERANTWOORD or is_gesloten(kwartaal, vandaag)
    cijfers = _indicatoren(plan, vandaag)
    voorstellen: dict[UUID, list[Bijsturing]] = defaultdict(list)
    for voorstel in voorstellen_van(plan):
        if kwartaal_van(voorstel.stand) == kwartaal:
            voorstellen[voorstel.stand.actie_id].append(voorstel)
    return [
        Rij(
            nummer=rij.nummer,
            actie=rij.actie,
            stand=standen.get(rij.actie.pk),
            vorige=vorige.get(rij.actie.pk),
            trekker=trekkers[rij.actie.pk],
            is_geopend=rij.actie.pk in standen and standen[rij.actie.pk].pk in geopend,
            indicatoren=cijfers.get(rij.actie.pk, []),
            voorstellen=voorstellen[rij.actie.pk],
            is_vast=alles_vast or rij.actie.pk in vast,
        )
        for rij in genummerd
    ]


def _vorige(acties: Iterable[Actie], kwartaal: Periode) -> dict[UUID, Kwartaalstand]:
    """The quarter right before, when something was said then."""
    voor = kwartaal.vorige()
    rijen = Kwartaalstand.objects.filter(
        actie__in=list(acties), jaar=voor.start.year, kwartaal=nummer(voor), beantwoord_op__isnull=False
    )
    return {stand.actie_id: stand for stand in rijen}


def _later_gevraagd(acties: Iterable[Actie], kwartaal: Periode) -> set[UUID]:
    rijen = Kwartaalstand.objects.filter(
        actie__in=list(acties), jaar=kwartaal.start.year, kwartaal__gt=nummer(kwartaal), gevraagd_op__isnull=False
    )
    return set(rijen.values_list("actie", flat=True))


def _indicatoren(plan: Jaaractieplan, vandaag: date) -> Mapping[UUID, list[Indicatorstand]]:
    rijen: list[Actieindicator] = list(indicatoren_van(plan))
    per_id = stand_van(rijen, vandaag=vandaag)
    uit: dict[UUID, list[Indicatorstand]] = defaultdict(list)
    for rij in rijen:
        uit[rij.actie_id].append(per_id[rij.pk])
    return uit
