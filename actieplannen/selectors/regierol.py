"""The compliance meter of the regierol: what a year needs, what there is, and exactly what is missing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from actieplannen.enums import Oordeel, Plansoort, Planstatus, Prioriteit, Regierolactie, Standkleur
from actieplannen.models import Jaaractieplan
from actieplannen.selectors.controle import Controle, Herstel, onder_regel, zonder_regel
from actieplannen.selectors.planacties import Jaarinhoud, Planactie, Planinfo, jaarinhoud
from actieplannen.selectors.regierol_gebied import gebiedscontroles
from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.parameters import Regel
from regie.core.permissions import Recht, Toegang
from regie.core.regierol import BekendeRegel, bekende_regel

PRIORITEITEN, DRIE_ACTIES = "WSE-LR1..4", "drie acties"


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One priority of the year (until 2022: one required action) with its actions in the plans of that year."""

    code: str
    naam: str
    acties: tuple[Planactie, ...]  # that count: not stopped
    gestopt: int
    controle: Controle

    @property
    def titel(self) -> str:
        return self.controle.titel

    @property
    def standen(self) -> list[tuple[str, int]]:
        """How many actions have each stand, the best first; `""` is none yet."""
        geteld = Counter(actie.kleur for actie in self.acties)
        return [(kleur, geteld[kleur]) for kleur in (*Standkleur.values, "") if geteld[kleur]]


@dataclass(frozen=True, slots=True)
class Jaarstand:
    """Only the priorities (until 2022 the required actions) of a year."""

    onderdelen: tuple[Onderdeel, ...]

    @property
    def woord(self) -> str:
        return "verplichte acties" if _is_tot_2022(self.onderdelen) else "prioriteiten"

    @property
    def rood(self) -> tuple[Onderdeel, ...]:
        return tuple(onderdeel for onderdeel in self.onderdelen if onderdeel.controle.is_rood)

    @property
    def oordeel(self) -> Oordeel:
        return Oordeel.ONTBREEKT if self.rood else Oordeel.IN_ORDE

    @property
    def is_gemeten(self) -> bool:
        return any(onderdeel.controle.regels for onderdeel in self.onderdelen)

    @property
    def te_verifieren(self) -> bool:
        return any(onderdeel.controle.te_verifieren for onderdeel in self.onderdelen)


def _is_tot_2022(delen: Sequence[Onderdeel]) -> bool:
    return any(deel.code in Regierolactie.values for deel in delen)


@dataclass(frozen=True, slots=True)
class Meter:
    jaar: int
    op: date
    plannen: tuple[Planinfo, ...]
    onderdelen: tuple[Onderdeel, ...]
    gebied: tuple[Controle, ...]
    zonder_prioriteit: tuple[Planactie, ...]

    @property
    def is_tot_2022(self) -> bool:
        return _is_tot_2022(self.onderdelen)

    @property
    def controles(self) -> tuple[Controle, ...]:
        return (*(onderdeel.controle for onderdeel in self.onderdelen), *self.gebied)

    @property
    def ontbreekt(self) -> tuple[Controle, ...]:
        return tuple(controle for controle in self.controles if controle.is_rood)

    @property
    def onbekend(self) -> tuple[Controle, ...]:
        return tuple(controle for controle in self.controles if controle.oordeel == Oordeel.ONBEKEND)

    @property
    def te_verifieren(self) -> tuple[Regel, ...]:
        """The rules of which nobody knows whether they hold in this year."""
        regels = {
            regel for c in self.controles if c.te_verifieren for regel in c.regels if not regel.geldt_op(self.op)
        }
        return tuple(sorted(regels, key=lambda regel: regel.geldig_tot or date.max))

    @property
    def bekend_tot(self) -> date | None:
        return self.te_verifieren[0].geldig_tot if self.te_verifieren else None


def peildag(jaar: int, vandaag: date) -> date:
    """The day a year is judged on: today, its last day when it is over, its first when it has to begin."""
    return min(max(vandaag, date(jaar, 1, 1)), date(jaar, 12, 31))


def meter(jaar: int, *, vandaag: date, door: Toegang) -> Meter:
    op = peildag(jaar, vandaag)
    inhoud = jaarinhoud([jaar])
    return Meter(
        jaar=jaar,
        op=op,
        plannen=inhoud.plannen,
        onderdelen=_voor(onderdelen(jaar, inhoud, vandaag=vandaag), door),
        gebied=tuple(controle.voor(door) for controle in gebiedscontroles(op)),
        zonder_prioriteit=tuple(actie for actie in inhoud.acties if actie.telt_mee and not actie.prioriteit),
    )


def jaarstand(jaar: int, *, vandaag: date) -> Jaarstand:
    """For beside a plan. One query."""
    return Jaarstand(onderdelen(jaar, jaarinhoud([jaar]), vandaag=vandaag))


def _voor(alle: Iterable[Onderdeel], door: Toegang) -> tuple[Onderdeel, ...]:
    return tuple(Onderdeel(o.code, o.naam, o.acties, o.gestopt, o.controle.voor(door)) for o in alle)


def jaren(huidig: int) -> list[int]:
    """The years one can look at: those with a plan, this year and the next."""
    bekend = set(Jaaractieplan.objects.values_list("jaar", flat=True))
    return sorted(bekend | {huidig, huidig + 1}, reverse=True)


def onderdelen(jaar: int, inhoud: Jaarinhoud, *, vandaag: date) -> tuple[Onderdeel, ...]:
    """By the rule of that year: the three actions as long as they applied, the four priorities from then on."""
    op = peildag(jaar, vandaag)
    drie = bekende_regel("regierol_min_acties", op=op, dimensie=DRIE_ACTIES)
    if drie.regel and drie.geldt:
        geen = BekendeRegel(None, geldt=True)
        beoordeel = _Beoordeling(jaar, drie, geen, _naar_plan(inhoud.plannen), vandaag)
        return tuple(
            _onderdeel(soort, soort.label, inhoud.acties, _is_verplicht, beoordeel) for soort in Regierolactie
        )
    regel = bekende_regel("regierol_min_acties", op=op, dimensie=PRIORITEITEN)
    bewijs = bekende_regel("regierol_min_bewijs", op=op, dimensie=PRIORITEITEN)
    beoordeel = _Beoordeling(jaar, regel, bewijs, _naar_plan(inhoud.plannen), vandaag)
    return tuple(
        _onderdeel(prioriteit, prioriteit.kort, inhoud.acties, _is_van, beoordeel) for prioriteit in Prioriteit
    )


def _is_van(actie: Planactie, code: str) -> bool:
    return actie.prioriteit == code


def _is_verplicht(actie: Planactie, code: str) -> bool:
    return actie.regierolactie == code


def _naar_plan(plannen: Sequence[Planinfo]) -> Herstel:
    """Where an action can be added: the plan for the regierol first, one that is closed last."""
    beste = min(
        plannen, key=lambda p: (p.status == Planstatus.VERANTWOORD, p.soort != Plansoort.REGIEROL), default=None
    )
    if beste is None:
        return Herstel("Naar de plannen", gebied_url("actieplannen:lijst"), Recht.PLAN_BEKIJKEN)
    return Herstel("Naar het plan", gebied_url("actieplannen:plan", beste.pk), Recht.PLAN_BEKIJKEN)


def _onderdeel(
    soort: Prioriteit | Regierolactie,
    naam: str,
    acties: Sequence[Planactie],
    hoort: Callable[[Planactie, str], bool],
    beoordeel: "_Beoordeling",
) -> Onderdeel:
    eigen = [actie for actie in acties if hoort(actie, soort.value)]
    tellend = tuple(actie for actie in eigen if actie.telt_mee)
    gestopt = len(eigen) - len(tellend)
    titel = f"{soort.value} · {naam}" if isinstance(soort, Prioriteit) else naam.capitalize()
    return Onderdeel(soort.value, naam, tellend, gestopt, beoordeel.controle(soort.value, titel, tellend, gestopt))


@dataclass(frozen=True, slots=True)
class _Beoordeling:
    """How the actions of one priority are judged in one year."""

    jaar: int
    regel: BekendeRegel
    bewijs: BekendeRegel
    naar_plan: Herstel
    vandaag: date

    def controle(self, code: str, titel: str, acties: Sequence[Planactie], gestopt: int) -> Controle:
        if self.regel.regel is None:
            return zonder_regel(code, titel, peildag(self.jaar, self.vandaag))
        gemeten = self._gemeten(code, titel, acties, gestopt, minimum=int(self.regel.regel.waarde))
        return onder_regel(gemeten, self.regel, self.bewijs)

    def _gemeten(self, code: str, titel: str, acties: Sequence[Planactie], gestopt: int, *, minimum: int) -> Controle:
        stop = _gestopt(gestopt)
        if len(acties) < minimum:
            zin = f"{_aantal(len(acties))} in {self.jaar}. Er is er minstens {minimum} nodig.{stop}"
            return Controle(code, titel, Oordeel.ONTBREEKT, zin, herstel=self.naar_plan)
        met_bewijs = sum(actie.bewijzen > 0 for actie in acties)
        if met_bewijs >= self._bewijs_nodig:
            return Controle(code, titel, Oordeel.IN_ORDE, f"{self._in_orde(len(acties), met_bewijs)}{stop}")
        wat = f"{_aantal(len(acties))}, {self._met_bewijs(met_bewijs)}."
        zin = f"{wat} Voeg een bewijsstuk toe aan een van de acties.{stop}"
        zonder = next((actie for actie in acties if not actie.bewijzen), acties[0])
        actie = Herstel("Naar de actie", gebied_url("actieplannen:actie", zonder.pk), Recht.PLAN_BEKIJKEN)
        return Controle(code, titel, Oordeel.ONTBREEKT, zin, herstel=actie)

    @property
    def _bewijs_nodig(self) -> int:
        """Of a year that has to begin nothing can be shown yet."""
        if self.bewijs.regel is None or self.jaar > self.vandaag.year:
            return 0
        return int(self.bewijs.regel.waarde)

    def _in_orde(self, aantal: int, met_bewijs: int) -> str:
        if self.jaar > self.vandaag.year:
            return f"{_aantal(aantal)}. Bewijs volgt als {self.jaar} begonnen is."
        return f"{_aantal(aantal)}, {self._met_bewijs(met_bewijs)}."

    def _met_bewijs(self, n: int) -> str:
        return f"waarvan {n} met bewijs van {self.jaar}" if n else f"nog zonder bewijs van {self.jaar}"


def _aantal(n: int) -> str:
    return notatie.meervoud(n, "actie", "acties") if n else "Geen actie"


def _gestopt(n: int) -> str:
    return f" {notatie.meervoud(n, 'gestopte actie telt', 'gestopte acties tellen')} niet mee." if n else ""
