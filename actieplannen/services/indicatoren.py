"""What an action is measured by: the indicator itself is promised, so it changes as the plan does."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from actieplannen.enums import Meetwijze, Richting
from actieplannen.models import Actie, Actieindicator, Jaaractieplan
from actieplannen.selectors.indicatoren import als_tekst, filter_in_woorden
from actieplannen.services.rechten import eis_bewerken
from actieplannen.services.wijzigen import (
    Wijziging,
    controleer_versie,
    leg_wijziging_vast,
    open_voor_opvolging,
    open_voor_wijziging,
    verschillen,
)
from regie.cijfers.indicatoren import INDICATOREN
from regie.cijfers.selectors.gebonden import BINDBAAR, Binding, Filter, is_geldig
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from trajecten.models import Instrument

PER_FILTER = {
    Filter.GEBIED: "voor het hele gebied",
    Filter.OCMW: "per OCMW",
    Filter.INSTRUMENT: "per instrument",
}


@dataclass(frozen=True, slots=True)
class IndicatorGegevens:
    naam: str
    meetwijze: str = Meetwijze.HAND
    definitie: str = ""
    eenheid: str = ""
    richting: str = Richting.OMHOOG
    nulmeting: Decimal | None = None
    streefwaarde: Decimal | None = None
    code: str = ""
    organisatie: Organisatie | None = None
    instrument: str = ""


@transaction.atomic
def indicator_toevoegen(
    *, actie: Actie, gegevens: IndicatorGegevens, door: Toegang, reden: str = ""
) -> Actieindicator:
    """At the end of the indicators of the action."""
    eis_bewerken(actie, door)
    plan = open_voor_wijziging(actie.doelstelling.plan, reden=reden)
    laatste = actie.indicatoren.aggregate(hoogste=Max("volgorde"))["hoogste"]
    indicator = Actieindicator(actie=actie, volgorde=0 if laatste is None else laatste + 1)
    _vul(indicator, gegevens)
    indicator.full_clean()
    indicator.save()
    nieuw = [Wijziging("indicator", "niets", in_woorden(indicator))]
    _leg_vast(plan, indicator, nieuw, door=door, reden=reden)
    return indicator


@transaction.atomic
def indicator_bijwerken(
    *, indicator: Actieindicator, gegevens: IndicatorGegevens, versie: int | None, door: Toegang, reden: str = ""
) -> Actieindicator:
    """What was measured before stays: frozen quarters name the figure they came from."""
    plan, rij = _open(indicator, door=door, reden=reden)
    controleer_versie(rij, versie)
    if rij.meetwijze != gegevens.meetwijze == Meetwijze.GEBONDEN and rij.metingen.exists():
        raise DomainError(
            "Bij deze indicator zijn al waarden ingevuld. Voeg een nieuwe indicator toe voor een cijfer van "
            "Regiekompas, dan blijven die waarden leesbaar."
        )
    wijzigingen = verschillen(rij, _velden(_gecontroleerd(gegevens)))
    if wijzigingen:
        _vul(rij, gegevens)
        rij.versie += 1
        rij.full_clean()
        rij.save()
        _leg_vast(plan, rij, wijzigingen, door=door, reden=reden)
    return rij


@transaction.atomic
def indicator_wissen(*, indicator: Actieindicator, door: Toegang, reden: str = "") -> None:
    """With the values that were filled in; an indicator with frozen quarters stays."""
    plan, rij = _open(indicator, door=door, reden=reden)
    if rij.metingen.filter(bevroren_op__isnull=False).exists():
        raise DomainError(
            "Van deze indicator zijn al kwartaalcijfers bevroren. Ze horen bij de verantwoording: de indicator blijft."
        )
    weg = [Wijziging("indicator", in_woorden(rij), "niets")]
    _leg_vast(plan, rij, weg, door=door, reden=reden)
    rij.delete()


@transaction.atomic
def indicator_verplaatsen(*, indicator: Actieindicator, stap: int, door: Toegang) -> None:
    """Up (-1) or down (1) among the indicators of its action. The order promises nothing, so it asks no reason."""
    eis_bewerken(indicator.actie, door)
    open_voor_opvolging(indicator.actie.doelstelling.plan)
    Actie.objects.select_for_update(of=("self",)).get(pk=indicator.actie_id)
    rijen = list(Actieindicator.objects.filter(actie=indicator.actie_id).order_by("volgorde", "created_at"))
    van = next(plaats for plaats, rij in enumerate(rijen) if rij.pk == indicator.pk)
    naar = min(max(van + stap, 0), len(rijen) - 1)
    rijen.insert(naar, rijen.pop(van))
    for plaats, rij in enumerate(rijen):
        if rij.volgorde != plaats:
            Actieindicator.objects.filter(pk=rij.pk).update(volgorde=plaats)


def verschil_met(indicator: Actieindicator, gegevens: IndicatorGegevens) -> list[Wijziging]:
    """What stands there now against what somebody wants to save."""
    return verschillen(indicator, _velden(_gecontroleerd(gegevens)))


def in_woorden(indicator: Actieindicator) -> str:
    """ "Doorstroom (alleen OCMW Damme), streefwaarde 40": what is promised."""
    delen = [indicator.naam]
    if indicator.code:
        delen[0] += f" ({filter_in_woorden(indicator)})"
    if indicator.streefwaarde is not None:
        delen.append(f"streefwaarde {als_tekst(indicator.streefwaarde, indicator.eenheid)}")
    return ", ".join(delen)


def _velden(gegevens: IndicatorGegevens) -> dict[str, object]:
    return {naam: getattr(gegevens, naam) for naam in IndicatorGegevens.__dataclass_fields__}


def _open(indicator: Actieindicator, *, door: Toegang, reden: str) -> tuple[Jaaractieplan, Actieindicator]:
    """The plan first, then the indicator: everybody who changes a plan locks in that order."""
    eis_bewerken(indicator.actie, door)
    plan = open_voor_wijziging(indicator.actie.doelstelling.plan, reden=reden)
    rij = Actieindicator.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=indicator.pk)
    return plan, rij


def _vul(indicator: Actieindicator, gegevens: IndicatorGegevens) -> None:
    for naam, waarde in _velden(_gecontroleerd(gegevens)).items():
        setattr(indicator, naam, waarde)


def _gecontroleerd(gegevens: IndicatorGegevens) -> IndicatorGegevens:
    """A binding that a page shows, with the unit of its figure; without a binding nothing of it."""
    velden = _velden(gegevens)
    velden["naam"] = gegevens.naam.strip()
    if gegevens.meetwijze != Meetwijze.GEBONDEN:
        return IndicatorGegevens(**{**velden, "code": "", "organisatie": None, "instrument": ""})  # type: ignore[arg-type]
    _eis_binding(gegevens)
    velden.update(eenheid=BINDBAAR[gegevens.code].eenheid, definitie="")
    return IndicatorGegevens(**velden)  # type: ignore[arg-type]


def _eis_binding(gegevens: IndicatorGegevens) -> None:
    bindbaar = BINDBAAR.get(gegevens.code)
    if bindbaar is None:
        raise DomainError("Kies welk cijfer van Regiekompas deze indicator volgt.")
    ocmw = gegevens.organisatie
    if ocmw is not None and gegevens.instrument:
        raise DomainError("Kies een OCMW of een instrument: samen toont Regiekompas dat cijfer nergens.")
    if not is_geldig(Binding(gegevens.code, ocmw=ocmw.pk if ocmw else None, instrument=gegevens.instrument)):
        kan = " of ".join(PER_FILTER[filter_] for filter_ in bindbaar.filters)
        raise DomainError(f"'{INDICATOREN[gegevens.code].naam}' bestaat alleen {kan}. Kies een van die.")
    if ocmw is not None and not Organisatie.objects.van_gebied().ocmws().filter(pk=ocmw.pk).exists():
        raise DomainError("Kies een OCMW van dit gebied.")
    if gegevens.instrument and not Instrument.objects.filter(pk=gegevens.instrument).exists():
        raise DomainError("Kies een instrument uit de lijst.")


def _leg_vast(
    plan: Jaaractieplan, indicator: Actieindicator, wijzigingen: list[Wijziging], *, door: Toegang, reden: str
) -> None:
    leg_wijziging_vast(
        plan,
        onderwerp=f"Indicator '{indicator.naam}' van actie '{indicator.actie.titel}'",
        wijzigingen=wijzigingen,
        door=door,
        reden=reden,
        actie=indicator.actie,
    )
