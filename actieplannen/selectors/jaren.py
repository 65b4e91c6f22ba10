"""The same action or objective in the plans of several years: `reeks` links them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from actieplannen.enums import Standkleur, Voortgang
from actieplannen.models import Actie, Actieindicator, Doelstelling, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.geld import Bedragen, geld_van_plan, som
from actieplannen.selectors.indicatoren import Indicatorstand, stand_van
from actieplannen.selectors.standen import laatste_standen
from regie.core import notatie
from regie.core.grafieken import Lijngrafiek, Reeks

LANGSTE = 60  # characters of a name in the title of a chart


@dataclass(slots=True)
class Actiejaar:
    """One action in one plan. `cijfers` has a place for every indicator of the series, empty when it was not there."""

    plan: Jaaractieplan
    actie: Actie
    bedragen: Bedragen
    stand: Kwartaalstand | None
    cijfers: list[Indicatorstand | None] = field(default_factory=list)


@dataclass(slots=True)
class Actiereeks:
    indicatoren: list[str]
    jaren: list[Actiejaar]
    grafieken: list[Lijngrafiek]


def actie_over_de_jaren(actie: Actie, *, vandaag: date) -> Actiereeks:
    """Every year in which this action stood in a plan, the oldest first."""
    acties = list(
        Actie.objects.filter(reeks=actie.reeks)
        .select_related("doelstelling__plan")
        .order_by("doelstelling__plan__jaar", "created_at")
    )
    standen = laatste_standen(acties, vandaag=vandaag)
    geld = _geld({rij.doelstelling.plan for rij in acties})
    jaren = [
        Actiejaar(rij.doelstelling.plan, rij, geld.get(rij.pk, Bedragen()), standen.get(rij.pk)) for rij in acties
    ]
    reeksen = _indicatoren(jaren, vandaag)
    return Actiereeks(list(reeksen.values()), jaren, _grafieken(reeksen, jaren))


def _geld(plannen: Iterable[Jaaractieplan]) -> dict[UUID, Bedragen]:
    """Per action: everything of it, in every year it has money."""
    uit: dict[UUID, Bedragen] = {}
    for plan in plannen:
        for regel in geld_van_plan(plan, takken=[]).regels:
            uit[regel.actie_id] = uit.get(regel.actie_id, Bedragen()) + regel.bedragen
    return uit


def _indicatoren(jaren: Sequence[Actiejaar], vandaag: date) -> dict[UUID, str]:
    """Fills the figures of every year, and tells which series there are: `reeks` and the name it has now."""
    rijen = list(
        Actieindicator.objects.filter(actie__in=[jaar.actie.pk for jaar in jaren]).order_by("volgorde", "created_at")
    )
    standen = stand_van(rijen, vandaag=vandaag)
    plaats = {jaar.actie.pk: nummer for nummer, jaar in enumerate(jaren)}
    rijen.sort(key=lambda rij: plaats[rij.actie_id])
    reeksen = {rij.reeks: rij.naam for rij in rijen}
    per_actie = {(rij.actie_id, rij.reeks): standen[rij.pk] for rij in rijen}
    for jaar in jaren:
        jaar.cijfers = [per_actie.get((jaar.actie.pk, reeks)) for reeks in reeksen]
    return reeksen


def _grafieken(reeksen: dict[UUID, str], jaren: Sequence[Actiejaar]) -> list[Lijngrafiek]:
    """One per indicator that was measured in two years or more."""
    uit = []
    for nummer, naam in enumerate(reeksen.values()):
        cijfers = [jaar.cijfers[nummer] for jaar in jaren]
        waarden = [float(c.waarde) if c and c.waarde is not None else None for c in cijfers]
        gemeten = [c for c, waarde in zip(cijfers, waarden, strict=True) if c and waarde is not None]
        if len(gemeten) > 1:
            kort = naam if len(naam) <= LANGSTE else f"{naam[:LANGSTE]}…"
            uit.append(
                Lijngrafiek(
                    titel=f"{kort}: van {gemeten[0].getoond} naar {gemeten[-1].getoond}",
                    omschrijving=f"Lijngrafiek per jaar van {naam}.",
                    x_labels=[str(jaar.plan.jaar) for jaar in jaren],
                    reeksen=[Reeks(naam, waarden)],
                    doel=_doel(gemeten[-1]),
                    bron=gemeten[-1].bron,
                    x_titel="Jaar",
                )
            )
    return uit


def _doel(stand: Indicatorstand) -> float | None:
    return None if stand.streef is None else float(stand.streef)


@dataclass(slots=True)
class Doeljaar:
    """One objective in one plan, with everything below it added up."""

    plan: Jaaractieplan
    acties: list[Actie]
    bedragen: Bedragen
    standen: Counter[str]

    @property
    def klaar(self) -> int:
        return sum(actie.voortgang == Voortgang.KLAAR for actie in self.acties)

    @property
    def telling(self) -> list[tuple[str, int]]:
        """(colour, how many actions), the best first."""
        return [(kleur, self.standen[kleur]) for kleur in Standkleur.values if self.standen[kleur]]


@dataclass(slots=True)
class Doelactie:
    """One action of the series, and per year the action in that plan or nothing."""

    titel: str
    laatste: Actie
    per_jaar: list[tuple[Actie, Kwartaalstand | None] | None]


@dataclass(slots=True)
class Doelreeks:
    jaren: list[Doeljaar]
    acties: list[Doelactie]
    grafiek: Lijngrafiek | None


def doelstelling_over_de_jaren(doelstelling: Doelstelling, *, vandaag: date) -> Doelreeks:
    rijen = list(
        Doelstelling.objects.filter(reeks=doelstelling.reeks)
        .select_related("plan")
        .prefetch_related("onderliggende")
        .order_by("plan__jaar", "created_at")
    )
    onder = {rij.pk: {rij.pk, *(kind.pk for kind in rij.onderliggende.all())} for rij in rijen}
    acties = list(Actie.objects.filter(doelstelling__in=set().union(*onder.values())).order_by("volgorde"))
    standen = laatste_standen(acties, vandaag=vandaag)
    jaren = []
    for rij in rijen:
        eigen = [actie for actie in acties if actie.doelstelling_id in onder[rij.pk]]
        kleuren = Counter(standen[actie.pk].kleur for actie in eigen if actie.pk in standen)
        regels = geld_van_plan(rij.plan, takken=[]).regels
        bedragen = som(regel for regel in regels if regel.doelstelling_id in onder[rij.pk])
        jaren.append(Doeljaar(rij.plan, eigen, bedragen, kleuren))
    return Doelreeks(jaren, _acties(jaren, standen), _geldgrafiek(jaren, vandaag))


def _acties(jaren: Sequence[Doeljaar], standen: dict[UUID, Kwartaalstand]) -> list[Doelactie]:
    """The newest titles, in the order of the newest plan that has them."""
    reeksen = {actie.reeks: actie for jaar in jaren for actie in jaar.acties}
    uit = []
    for reeks, laatste in reeksen.items():
        per_jaar = [next((actie for actie in jaar.acties if actie.reeks == reeks), None) for jaar in jaren]
        cellen = [(actie, standen.get(actie.pk)) if actie else None for actie in per_jaar]
        uit.append(Doelactie(laatste.titel, laatste, cellen))
    return uit


def _geldgrafiek(jaren: Sequence[Doeljaar], vandaag: date) -> Lijngrafiek | None:
    """Nothing is spent yet of a year that has to begin: that is a gap, not zero."""
    if len(jaren) < 2 or not any(jaar.bedragen.gepland for jaar in jaren):
        return None
    eerste, laatste = jaren[0].bedragen.gepland, jaren[-1].bedragen.gepland
    besteed = [float(jaar.bedragen.besteed) if jaar.plan.jaar <= vandaag.year else None for jaar in jaren]
    return Lijngrafiek(
        titel=f"Gepland: van {notatie.getal(eerste, 0)} naar {notatie.getal(laatste, 0)} euro",
        omschrijving="Lijngrafiek per jaar van het geplande en het bestede bedrag.",
        x_labels=[str(jaar.plan.jaar) for jaar in jaren],
        reeksen=[
            Reeks("Gepland", [float(jaar.bedragen.gepland) for jaar in jaren]),
            Reeks("Besteed", besteed),
        ],
        bron="Bedragen in de jaaractieplannen",
        eenheid="euro",
        x_titel="Jaar",
    )
