"""What asks for attention in the plans of this year: a priority that lacks something, a stand, money."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from actieplannen.enums import Planstatus
from actieplannen.selectors.geld import Bedragen, tel
from actieplannen.selectors.kwartalen import antwoorddag, gevraagd_kwartaal, vraagdag
from actieplannen.selectors.planacties import Jaarinhoud, Planactie, jaarinhoud
from actieplannen.selectors.regierol import Onderdeel, onderdelen
from regie.cijfers.periode import Periode
from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.parameters import waarde


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """One action or priority the signal is about, and where to mend it."""

    titel: str
    tekst: str
    url: str


@dataclass(frozen=True, slots=True)
class Plansignaal:
    code: str
    titel: str
    termijn: str
    regels: tuple[Signaalregel, ...]

    @property
    def tekst(self) -> str:
        """The first one, and how many others."""
        rest = len(self.regels) - 1
        eerste = self.regels[0].titel
        return f"{eerste}, en {notatie.getal(rest)} meer" if rest else eerste


@dataclass(frozen=True, slots=True)
class Planbeeld:
    """The plans of this year for the cockpit. Without a plan there is nothing to warn about."""

    jaar: int
    heeft_plan: bool
    onderdelen: tuple[Onderdeel, ...]
    signalen: tuple[Plansignaal, ...]


def planbeeld(vandaag: date) -> Planbeeld:
    """One query, whatever the number of plans."""
    kwartaal = gevraagd_kwartaal(vandaag)
    alles = jaarinhoud({vandaag.year, kwartaal.start.year}, kwartaal=kwartaal)
    dit_jaar = alles.van_jaar(vandaag.year)
    delen = onderdelen(vandaag.year, dit_jaar, vandaag=vandaag)
    signalen = [*_zonder_stand(alles, kwartaal, vandaag), *_over_budget(dit_jaar, vandaag.year)]
    if dit_jaar.plannen:
        signalen = [*_prioriteiten(delen, vandaag.year), *signalen]
    return Planbeeld(vandaag.year, bool(dit_jaar.plannen), delen, tuple(signalen))


def _prioriteiten(delen: Sequence[Onderdeel], jaar: int) -> list[Plansignaal]:
    rood = [deel for deel in delen if deel.controle.is_rood]
    zonder_actie = [deel for deel in rood if not deel.acties]
    zonder_bewijs = [deel for deel in rood if deel.acties]
    return [
        Plansignaal(code, titel, f"jaar {jaar}", tuple(_van_deel(deel) for deel in lijst))
        for code, titel, lijst in (
            ("plan_zonder_actie", "Prioriteit zonder actie", zonder_actie),
            ("plan_zonder_bewijs", "Prioriteit nog niet aangetoond", zonder_bewijs),
        )
        if lijst
    ]


def _van_deel(deel: Onderdeel) -> Signaalregel:
    url = deel.controle.herstel.url if deel.controle.herstel else gebied_url("actieplannen:regierol")
    return Signaalregel(deel.titel, deel.controle.zin, url)


def _zonder_stand(inhoud: Jaarinhoud, kwartaal: Periode, vandaag: date) -> list[Plansignaal]:
    """The days to answer are over, and nobody said how the action goes."""
    if vandaag <= antwoorddag(vraagdag(kwartaal)):
        return []
    tekst = f"geen stand van {kwartaal.label}"
    return _signaal(
        "plan_zonder_stand",
        "Acties zonder stand",
        kwartaal.label,
        inhoud,
        lambda actie: actie.mist_stand,
        lambda actie: tekst,
    )


def _over_budget(inhoud: Jaarinhoud, jaar: int) -> list[Plansignaal]:
    """As the page about money judges it, in any year of a plan that is not closed."""
    marge = waarde("actiebudget_marge", op=date(jaar, 12, 31))

    def per_jaar(actie: Planactie) -> dict[int, Bedragen]:
        return tel(actie.geld, lambda regel: regel.jaar)

    def past(actie: Planactie) -> bool:
        over = any(bedragen.is_over(marge) for bedragen in per_jaar(actie).values())
        return over and actie.plan_status != Planstatus.VERANTWOORD

    def tekst(actie: Planactie) -> str:
        return "; ".join(
            f"in {in_jaar} {notatie.euro(b.besteed)} besteed, {notatie.euro(b.gepland)} gepland"
            for in_jaar, b in sorted(per_jaar(actie).items())
            if b.is_over(marge)
        )

    return _signaal("plan_over_budget", "Acties boven budget", f"jaar {jaar}", inhoud, past, tekst)


def _signaal(
    code: str,
    titel: str,
    termijn: str,
    inhoud: Jaarinhoud,
    past: Callable[[Planactie], bool],
    tekst: Callable[[Planactie], str],
) -> list[Plansignaal]:
    regels = tuple(
        Signaalregel(actie.titel, tekst(actie), gebied_url("actieplannen:actie", actie.pk))
        for actie in inhoud.acties
        if past(actie)
    )
    return [Plansignaal(code, titel, termijn, regels)] if regels else []
