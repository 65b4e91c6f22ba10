"""From what somebody plans to a step: the end the rules give, the objections, the rows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Required, TypedDict

from partners.models import Werkplaats
from regie.core.dates import plus_maanden
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.notatie import datum
from regie.core.parameters import regel
from regie.core.permissions import Toegang
from trajecten.enums_instrument import ImwSoort, Plaatseis, Stapregime
from trajecten.models import ImwBeslissing, Instrument, Opleidingsgegevens, Plaatsing, Stap, Traject
from trajecten.regels.art60 import bereken_einddatum_art60
from trajecten.regels.instrumenten import Grens, als_json, bezwaren_duur, imw_einde, kwartaal_van
from trajecten.selectors import overgangen
from trajecten.selectors.instrumenten import (
    Opleidingsplan,
    bezwaren_opleiding,
    duur_van,
    instrumentregels,
    stappen_van,
)
from trajecten.services.kandidaturen import eis_eigen_of_geleend, kandidaturen_na_plaatsing


@dataclass(frozen=True, slots=True, kw_only=True)
class OpleidingInvoer:
    soort: str
    verstrekker: str = ""
    is_erkend: bool | None = None
    intensiteit: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImwInvoer:
    dossiernummer: str
    kwartaal: date
    soort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapplan:
    """A step as it is asked for. Without `einde_voorzien` the rule decides; another end may need a motivation."""

    start: date
    breuk: Decimal = Decimal(1)
    gebruiker: Organisatie | None = None
    werkplaats: Werkplaats | None = None
    functie: str = ""
    bewezen_dagen: int = 0
    einde_voorzien: date | None = None
    einde_motivering: str = ""
    regime: str = ""
    opleiding: OpleidingInvoer | None = None
    imw: ImwInvoer | None = None


class Planvelden(TypedDict, total=False):
    """The fields of Stapplan as keyword arguments."""

    start: Required[date]
    breuk: Decimal
    gebruiker: Organisatie | None
    werkplaats: Werkplaats | None
    functie: str
    bewezen_dagen: int
    einde_voorzien: date | None
    einde_motivering: str
    regime: str
    opleiding: OpleidingInvoer | None
    imw: ImwInvoer | None


@dataclass(frozen=True, slots=True)
class Einde:
    """The last day of a step as the rules and the planner have it."""

    berekend: date | None
    gekozen: date | None
    regel: dict[str, object]


def voorstel_einde(
    *,
    traject: Traject,
    instrument_code: str,
    start: date,
    breuk: Decimal,
    bewezen_dagen: int = 0,
    regime: str = "",
) -> tuple[date | None, dict[str, object]]:
    """(last day by the rules, explanation as JSON); (None, {}) for an instrument without a fixed length."""
    if instrument_code in overgangen.MET_PLAATSING:
        voorstel = bereken_einddatum_art60(
            geboortedatum=traject.client.geboortedatum,
            start=start,
            tewerkstellingsbreuk=breuk,
            reeds_bewezen_dagen=bewezen_dagen,
        )
        return voorstel.einde, voorstel.als_json()
    grenzen, verbruikt = duur_van(instrument_code, start=start, regime=regime, traject=traject)
    laatste = grenzen.laatste
    if laatste is None or laatste.dag < start:
        return None, {}
    return laatste.dag, als_json(laatste, verbruikt=verbruikt)


def kies_einde(traject: Traject, instrument: Instrument, plan: Stapplan) -> Einde:
    """Raises the objections against the chosen last day together."""
    berekend, uitleg = _berekend(traject, instrument, plan)
    gekozen = plan.einde_voorzien or berekend
    if gekozen and gekozen < plan.start:
        raise DomainError("De voorziene einddatum ligt voor de start.")
    if instrument.pk in overgangen.MET_PLAATSING:
        _eis_motivering(berekend, gekozen, plan.einde_motivering)
    else:
        grenzen, _ = duur_van(instrument.pk, start=plan.start, regime=plan.regime, traject=traject)
        naam = instrument.naam
        if bezwaren := list(bezwaren_duur(naam, grenzen, einde=gekozen, motivering=plan.einde_motivering)):
            raise DomainErrors(bezwaren)
    return Einde(berekend, gekozen, uitleg)


def _berekend(traject: Traject, instrument: Instrument, plan: Stapplan) -> tuple[date | None, dict[str, object]]:
    if plan.imw is not None:
        grens = imw_grens(plan.imw)
        return grens.dag, als_json(grens)
    return voorstel_einde(
        traject=traject,
        instrument_code=instrument.pk,
        start=plan.start,
        breuk=plan.breuk,
        bewezen_dagen=plan.bewezen_dagen,
        regime=plan.regime,
    )


def _eis_motivering(berekend: date | None, gekozen: date | None, motivering: str) -> None:
    if berekend and gekozen != berekend and not motivering.strip():
        raise DomainError(
            f"De regel geeft {datum(berekend)}. Schrijf waarom je een andere einddatum kiest, of laat het veld leeg."
        )


def imw_grens(imw: ImwInvoer) -> Grens:
    return imw_einde(kwartaal_van(imw.kwartaal), imw.soort)


def bezwaren_plan(traject: Traject, instrument: Instrument, plan: Stapplan, einde: date | None) -> list[str]:
    """What stands in the way of this plan, apart from its length and its overlap."""
    rij = instrumentregels().get(instrument.pk)
    bezwaren = []
    if rij and rij.plaats == Plaatseis.VERPLICHT and plan.gebruiker is None:
        bezwaren.append("Kies de gebruiker waar de cliënt zal werken.")
    if plan.regime == Stapregime.LDE_UITZONDERING and instrument.pk != "LDE":
        bezwaren.append("Zes jaar bij uitzondering kan alleen voor LDE.")
    if plan.regime == Stapregime.EX_PWA and instrument.pk != "WIJKWERKEN":
        bezwaren.append("Het regime ex-PWA kan alleen voor wijk-werken.")
    if plan.opleiding is not None:
        vorm = Opleidingsplan(plan.opleiding.soort, plan.opleiding.intensiteit)
        weigering, _ = bezwaren_opleiding(stappen_van(traject), vorm, start=plan.start, einde=einde)
        bezwaren += weigering
    return bezwaren


def let_op_bij(traject: Traject, plan: Stapplan, einde: date | None) -> list[str]:
    """What is allowed, but has a consequence: kept with the rule of the step."""
    if plan.opleiding is None:
        return []
    vorm = Opleidingsplan(plan.opleiding.soort, plan.opleiding.intensiteit)
    return bezwaren_opleiding(stappen_van(traject), vorm, start=plan.start, einde=einde)[1]


def controleer_werkplaats(
    traject: Traject, werkplaats: Werkplaats | None, gebruiker: Organisatie | None, start: date
) -> None:
    if werkplaats is None:
        return
    eis_eigen_of_geleend(werkplaats=werkplaats, ocmw_id=traject.eigenaar_id, op=start)
    if gebruiker is None or werkplaats.gebruiker_id != gebruiker.pk:
        raise DomainError("Deze werkplaats hoort bij een andere gebruiker.")
    if werkplaats.gearchiveerd_op or werkplaats.van > start or (werkplaats.tot and werkplaats.tot < start):
        raise DomainError("Deze werkplaats is niet beschikbaar op de startdatum.")


def maak_stap(
    traject: Traject, instrument: Instrument, plan: Stapplan, einde: Einde, *, door: Toegang, vandaag: date
) -> Stap:
    """The rows of a planned step: itself, its place, its course or its decision."""
    uitleg = dict(einde.regel)
    if waarschuwingen := let_op_bij(traject, plan, einde.gekozen):
        uitleg["waarschuwingen"] = waarschuwingen
    anders = einde.berekend is not None and einde.gekozen != einde.berekend
    stap = Stap(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        instrument=instrument,
        start=plan.start,
        einde_berekend=einde.berekend,
        einde_regel=uitleg,
        einde_voorzien=einde.gekozen,
        einde_motivering=plan.einde_motivering.strip() if anders else "",
        regime=plan.regime,
    )
    stap.full_clean()
    stap.save()
    if plan.gebruiker is not None:
        plaatsing = maak_plaatsing(stap, plan.gebruiker, plan.werkplaats, plan.functie, plan.breuk)
        kandidaturen_na_plaatsing(plaatsing=plaatsing, door=door, vandaag=vandaag)
    _maak_details(stap, plan)
    return stap


def _maak_details(stap: Stap, plan: Stapplan) -> None:
    if plan.opleiding is not None:
        gegevens = Opleidingsgegevens(
            eigenaar_id=stap.eigenaar_id,
            stap=stap,
            soort=plan.opleiding.soort,
            verstrekker=plan.opleiding.verstrekker,
            is_erkend=plan.opleiding.is_erkend,
            intensiteit=plan.opleiding.intensiteit,
        )
        gegevens.full_clean()
        gegevens.save()
    if plan.imw is not None:
        maak_beslissing(stap, plan.imw)


def maak_beslissing(stap: Stap, imw: ImwInvoer) -> ImwBeslissing:
    beslissing = ImwBeslissing(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        dossiernummer=imw.dossiernummer.strip(),
        kwartaal=kwartaal_van(imw.kwartaal),
        soort=imw.soort,
        einde=imw_grens(imw).dag,
    )
    beslissing.full_clean()
    beslissing.save()
    return beslissing


def bezwaren_beslissing(vorige: ImwBeslissing | None, imw: ImwInvoer, vandaag: date) -> list[str]:
    """A decision is taken once; only a lasting need is renewed, in the last two years (C52, C53)."""
    kwartaal = kwartaal_van(imw.kwartaal)
    if kwartaal > vandaag:
        return ["Het kwartaal van de beslissing ligt in de toekomst."]
    if vorige is None:
        return []
    if vorige.soort == ImwSoort.TIJDELIJK:
        return ["Individueel maatwerk voor een tijdelijke problematiek is niet hernieuwbaar."]
    maanden = int(regel("imw_hernieuwing", op=kwartaal).waarde)
    vanaf = plus_maanden(vorige.einde, -maanden)
    if kwartaal < kwartaal_van(vanaf):
        return [f"Hernieuwen kan vanaf {datum(vanaf)}, in de laatste {maanden} maanden."]
    return []


def maak_plaatsing(
    stap: Stap,
    gebruiker: Organisatie,
    werkplaats: Werkplaats | None,
    functie: str,
    breuk: Decimal,
    *,
    afwijking_reden: str = "",
    start: date | None = None,
    **velden: object,
) -> Plaatsing:
    plaatsing = Plaatsing(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        gebruiker=gebruiker,
        werkplaats=werkplaats,
        functie=functie or (werkplaats.functie if werkplaats else ""),
        breuk=breuk,
        start=start or stap.start,
        afwijking_reden=afwijking_reden,
        **velden,
    )
    plaatsing.full_clean()
    plaatsing.save()
    return plaatsing
