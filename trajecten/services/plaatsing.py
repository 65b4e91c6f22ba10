"""A step with an instrument: plan it, collect its signatures, start it, or take over one that already runs."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from partners.models import Werkplaats
from regie.core.dates import plus_maanden
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.parameters import regel
from regie.core.permissions import Toegang
from trajecten.enums import StapStatus, TermijnSoort, TrajectStatus
from trajecten.models import Plaatsing, Stap, Traject
from trajecten.regels.art60 import bereken_einddatum_art60
from trajecten.selectors import overgangen
from trajecten.services.agenda import plan_evaluaties
from trajecten.services.kandidaturen import eis_eigen_of_geleend, kandidaturen_na_plaatsing
from trajecten.services.spoor import (
    bewaar,
    doorloop,
    handel_af,
    noteer,
    vergrendel,
    ververs_termijn,
    zet_status,
)
from trajecten.services.verloop import eis

DOCUMENTVELDEN = (
    "contract_getekend_op",
    "tbs_ocmw_op",
    "tbs_gebruiker_op",
    "tbs_werknemer_op",
    "tbs_gemeld_op",
)

OVERGENOMEN = (TrajectStatus.INTAKE, TrajectStatus.SCREENING, TrajectStatus.ACTIEPLAN, TrajectStatus.WACHT_OP_START)


def voorstel_einde(
    *, traject: Traject, instrument_code: str, start: date, breuk: Decimal, bewezen_dagen: int = 0
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
    if instrument_code == "TWE":
        return _einde_twe(start)
    return None, {}


def _einde_twe(start: date) -> tuple[date, dict[str, object]]:
    twe = regel("twe_max_maanden", op=start)
    einde = plus_maanden(start, int(twe.waarde))
    einde = date.fromordinal(einde.toordinal() - 1)
    uitleg = f"{int(twe.waarde)} maanden begeleiding (geldig vanaf {twe.geldig_van:%d/%m/%Y})"
    return einde, {"einde": einde.isoformat(), "uitleg": uitleg, "bron": twe.bron, "zekerheid": twe.zekerheid}


@transaction.atomic
def stap_plannen(
    *,
    traject: Traject,
    start: date,
    breuk: Decimal,
    gebruiker: Organisatie | None,
    werkplaats: Werkplaats | None,
    functie: str,
    bewezen_dagen: int,
    einde_voorzien: date | None,
    einde_motivering: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Stap:
    """Plan (or re-plan) the step of the chosen instrument. Another end than the rule gives needs a motivation."""
    traject = vergrendel(traject, versie)
    if traject.status != TrajectStatus.WACHT_OP_START or traject.instrument_id is None:
        raise DomainError("Een stap plannen kan pas als het plan getekend is.")
    if gebruiker is None and traject.instrument_id in overgangen.MET_PLAATSING:
        raise DomainError("Kies de gebruiker waar de cliënt zal werken.")
    _controleer_werkplaats(werkplaats, gebruiker, start)
    eis_eigen_of_geleend(werkplaats=werkplaats, ocmw_id=traject.eigenaar_id, op=start)
    einde, regel_json = voorstel_einde(
        traject=traject, instrument_code=traject.instrument_id, start=start, breuk=breuk, bewezen_dagen=bewezen_dagen
    )
    gekozen = einde_voorzien or einde
    if gekozen and gekozen < start:
        raise DomainError("De voorziene einddatum ligt voor de start.")
    if einde and gekozen != einde and not einde_motivering.strip():
        raise DomainError(
            f"De regel geeft {einde:%d/%m/%Y}. Schrijf waarom je een andere einddatum kiest, of laat het veld leeg."
        )
    Stap.objects.filter(traject=traject, status=StapStatus.GEPLAND).delete()
    stap = Stap(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        instrument_id=traject.instrument_id,
        start=start,
        einde_berekend=einde,
        einde_regel=regel_json,
        einde_voorzien=gekozen,
        einde_motivering=einde_motivering.strip() if gekozen != einde else "",
    )
    stap.full_clean()
    stap.save()
    if gebruiker is not None:
        plaatsing = _maak_plaatsing(stap, gebruiker, werkplaats, functie, breuk)
        kandidaturen_na_plaatsing(plaatsing=plaatsing, door=door, vandaag=vandaag)
    traject.gebruiker, traject.einddatum_voorzien = gebruiker, gekozen
    bewaar(traject, ["gebruiker", "einddatum_voorzien"])
    plek = f" bij {gebruiker}" if gebruiker else ""
    tekst = f"Start {start:%d/%m/%Y}{plek}. " + (f"Einde voorzien op {gekozen:%d/%m/%Y}." if gekozen else "")
    noteer(traject.client, "plaatsing", f"Stap gepland: {stap.instrument}", tekst=tekst, datum=vandaag, door=door)
    return stap


def _controleer_werkplaats(werkplaats: Werkplaats | None, gebruiker: Organisatie | None, start: date) -> None:
    if werkplaats is None:
        return
    if gebruiker is None or werkplaats.gebruiker_id != gebruiker.pk:
        raise DomainError("Deze werkplaats hoort bij een andere gebruiker.")
    if werkplaats.gearchiveerd_op or werkplaats.van > start or (werkplaats.tot and werkplaats.tot < start):
        raise DomainError("Deze werkplaats is niet beschikbaar op de startdatum.")


def _maak_plaatsing(
    stap: Stap,
    gebruiker: Organisatie,
    werkplaats: Werkplaats | None,
    functie: str,
    breuk: Decimal,
    afwijking_reden: str = "",
) -> Plaatsing:
    plaatsing = Plaatsing(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        gebruiker=gebruiker,
        werkplaats=werkplaats,
        functie=functie or (werkplaats.functie if werkplaats else ""),
        breuk=breuk,
        start=stap.start,
        afwijking_reden=afwijking_reden,
    )
    plaatsing.full_clean()
    plaatsing.save()
    return plaatsing


@transaction.atomic
def documenten_noteren(
    *, stap: Stap, velden: dict[str, date | None], door: Toegang, vandaag: date, versie: int | None = None
) -> Stap:
    """When contract, TBS, WEO and MLP registration were signed. Days in the future are refused."""
    traject = vergrendel(stap.traject, versie)
    toekomst = [op for op in velden.values() if op and op > vandaag]
    if toekomst:
        raise DomainError(f"{max(toekomst):%d/%m/%Y} ligt in de toekomst. Noteer een handtekening als ze gezet is.")
    for veld in ("weo_getekend_op", "mlp_geregistreerd_op"):
        if veld in velden:
            setattr(stap, veld, velden[veld])
    stap.save(update_fields=["weo_getekend_op", "mlp_geregistreerd_op", "updated_at"])
    plaatsing = overgangen.plaatsing_van(stap)
    if plaatsing is not None:
        for veld in DOCUMENTVELDEN:
            setattr(plaatsing, veld, velden.get(veld, getattr(plaatsing, veld)))
        plaatsing.save(update_fields=[*DOCUMENTVELDEN, "updated_at"])
    if velden.get("mlp_geregistreerd_op"):
        handel_af(traject, TermijnSoort.TWE_REGISTRATIE, op=vandaag)
    bewaar(traject, [])
    ververs_termijn(traject, vandaag=vandaag)
    noteer(traject.client, "document", "Contract en terbeschikkingstelling bijgewerkt", datum=vandaag, door=door)
    return stap


@transaction.atomic
def traject_starten(
    *, traject: Traject, afwijking_reden: str, door: Toegang, vandaag: date, versie: int | None = None
) -> Traject:
    """WACHT_OP_START to LOPEND on the planned start day; contract, TBS and WEO are signed before (C19, C5).

    `afwijking_reden`: start without a complete TBS, motivated. The other objections cannot be overruled.
    """
    traject = vergrendel(traject, versie)
    stap = overgangen.geplande_stap(traject)
    plaatsing = overgangen.plaatsing_van(stap) if stap else None
    eis(overgangen.bezwaren_start(stap, plaatsing, zonder_tbs=bool(afwijking_reden.strip())))
    assert stap is not None  # noqa: S101  # bezwaren_start refuses a traject without a step
    if stap.start > vandaag:
        raise DomainError(f"De start is gepland op {stap.start:%d/%m/%Y}. Dan kun je het traject starten.")
    if plaatsing is not None and afwijking_reden.strip():
        plaatsing.afwijking_reden = afwijking_reden.strip()
        plaatsing.save(update_fields=["afwijking_reden", "updated_at"])
    _loop(traject, stap, plaatsing, door=door, vandaag=vandaag)
    return traject


def _loop(traject: Traject, stap: Stap, plaatsing: Plaatsing | None, *, door: Toegang | None, vandaag: date) -> None:
    """The start itself, and what follows from it."""
    stap.status = StapStatus.LOPEND
    stap.save(update_fields=["status", "updated_at"])
    traject.gestart_op, traject.einddatum_voorzien = stap.start, stap.einde_voorzien
    traject.instrument_id = stap.instrument_id
    zet_status(
        traject,
        TrajectStatus.LOPEND,
        geldig_op=max(stap.start, traject.status_sinds),
        door=door,
        velden=["gestart_op", "einddatum_voorzien", "instrument"],
    )
    _volg_op(traject, stap, plaatsing, door=door, vandaag=vandaag)


def _volg_op(
    traject: Traject,
    stap: Stap,
    plaatsing: Plaatsing | None,
    *,
    door: Toegang | None,
    vandaag: date,
    reden: str = "",
    vanaf: date = date.min,
) -> None:
    """Side effects of a start: calendar of evaluations (those from `vanaf` on), deadlines, story."""
    if stap.einde_voorzien:
        plan_evaluaties(traject, stap, plaatsing, vanaf)
    plek = f" bij {plaatsing.gebruiker}" if plaatsing else ""
    tekst = f"Einde voorzien op {stap.einde_voorzien:%d/%m/%Y}." if stap.einde_voorzien else ""
    titel = f"Start {stap.instrument}{plek}"
    noteer(
        traject.client,
        "status",
        titel,
        tekst=f"{tekst} {reden}".strip(),
        datum=stap.start,
        door=door,
        is_mijlpaal=True,
    )
    ververs_termijn(traject, vandaag=vandaag)


@transaction.atomic
def traject_overnemen(
    *,
    traject: Traject,
    instrument_code: str,
    start: date,
    einde_voorzien: date | None,
    breuk: Decimal,
    gebruiker: Organisatie | None,
    functie: str,
    reden: str,
    door: Toegang | None,
    vandaag: date,
) -> Traject:
    """Take over a traject that was kept elsewhere: LOPEND since `start`, or WACHT_OP_START when that day is to come.

    Signatures are unknown, so the reason is kept with the place. Only deadlines from today on are planned.
    """
    traject = vergrendel(traject)
    if traject.status != TrajectStatus.AANGEMELD:
        raise DomainError("Alleen een aangemeld traject kan worden overgenomen.")
    if start < traject.aangemeld_op:
        traject.aangemeld_op = start
    einde, regel_json = _einde_bij_overname(traject, instrument_code, start, breuk)
    gekozen = einde_voorzien or einde
    loopt = start <= vandaag
    traject.instrument_id, traject.gebruiker = instrument_code, gebruiker
    traject.intake_op, traject.einddatum_voorzien = traject.aangemeld_op, gekozen
    traject.gestart_op = start if loopt else None
    doorloop(
        traject,
        [*OVERGENOMEN, TrajectStatus.LOPEND] if loopt else OVERGENOMEN,
        geldig_op=min(start, vandaag),
        door=door,
        reden=reden,
        velden=["aangemeld_op", "instrument", "gebruiker", "intake_op", "einddatum_voorzien", "gestart_op"],
    )
    handel_af(traject, TermijnSoort.INTAKE, op=vandaag)
    stap = Stap.objects.create(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        instrument_id=instrument_code,
        status=StapStatus.LOPEND if loopt else StapStatus.GEPLAND,
        start=start,
        einde_berekend=einde,
        einde_regel=regel_json,
        einde_voorzien=gekozen,
        einde_motivering=reden if gekozen != einde else "",
    )
    plaatsing = (
        _maak_plaatsing(stap, gebruiker, None, functie or "niet opgegeven", breuk, afwijking_reden=reden)
        if gebruiker
        else None
    )
    if loopt:
        _volg_op(traject, stap, plaatsing, door=door, vandaag=vandaag, reden=reden, vanaf=vandaag)
    else:
        ververs_termijn(traject, vandaag=vandaag)
    _zonder_verleden(traject, vandaag)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


def _einde_bij_overname(
    traject: Traject, instrument_code: str, start: date, breuk: Decimal
) -> tuple[date | None, dict[str, object]]:
    """The rule's end, or nothing when the list lacks what the rule needs (a birth date)."""
    try:
        return voorstel_einde(traject=traject, instrument_code=instrument_code, start=start, breuk=breuk)
    except DomainError:
        return None, {}


def _zonder_verleden(traject: Traject, vandaag: date) -> None:
    """What was due before the file came in was handled elsewhere: it is not asked again."""
    traject.termijnen.filter(vervalt_op__lt=vandaag, afgehandeld_op=None).update(vervallen_op=vandaag)
