"""A step with an instrument: plan it, collect its signatures, start it, or take over one that already runs."""

from datetime import date
from decimal import Decimal
from typing import Unpack

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from trajecten.enums import StapStatus, TermijnSoort, TrajectStatus
from trajecten.models import Plaatsing, Stap, Stapdocument, Traject
from trajecten.selectors import overgangen
from trajecten.selectors.instrumenten import bezwaren_instroom, bezwaren_overlap, bezwaren_verbruik, stappen_van
from trajecten.services.agenda import plan_evaluaties
from trajecten.services.spoor import (
    bewaar,
    doorloop,
    handel_af,
    noteer,
    vergrendel,
    ververs_termijn,
    zet_status,
)
from trajecten.services.stapplan import (
    Planvelden,
    Stapplan,
    bezwaren_plan,
    controleer_werkplaats,
    kies_einde,
    maak_plaatsing,
    maak_stap,
    voorstel_einde,
)
from trajecten.services.verloop import eis

DOCUMENTVELDEN = (
    "contract_getekend_op",
    "tbs_ocmw_op",
    "tbs_gebruiker_op",
    "tbs_werknemer_op",
    "tbs_gemeld_op",
)

# A course or a driving licence is not evaluated as work.
ZONDER_WERKEVALUATIE = frozenset({"OPLEIDING", "RIJBEWIJS"})
STAPVELDEN = ("weo_getekend_op", "mlp_geregistreerd_op", "mlp_geldig_tot")
DOCUMENT = "doc_"  # before the code of a paper without a column of its own

OVERGENOMEN = (TrajectStatus.INTAKE, TrajectStatus.SCREENING, TrajectStatus.ACTIEPLAN, TrajectStatus.WACHT_OP_START)


@transaction.atomic
def stap_plannen(
    *, traject: Traject, door: Toegang, vandaag: date, versie: int | None = None, **plan: Unpack[Planvelden]
) -> Stap:
    """Plan (or re-plan) the step of the chosen instrument. Another end than the rule gives needs a motivation."""
    traject = vergrendel(traject, versie)
    if traject.status != TrajectStatus.WACHT_OP_START or traject.instrument is None:
        raise DomainError("Een stap plannen kan pas als het plan getekend is.")
    stapplan, instrument = Stapplan(**plan), traject.instrument
    controleer_werkplaats(traject, stapplan.werkplaats, stapplan.gebruiker, stapplan.start)
    einde = kies_einde(traject, instrument, stapplan)
    vorige = [stap for stap in stappen_van(traject) if stap.status != StapStatus.GEPLAND]
    eis(
        [
            *bezwaren_plan(traject, instrument, stapplan, einde.gekozen),
            *bezwaren_instroom(instrument, stapplan.start),
            *bezwaren_overlap(vorige, instrument, start=stapplan.start, einde=einde.gekozen),
            *bezwaren_verbruik(traject, instrument, start=stapplan.start, regime=stapplan.regime),
        ]
    )
    Stap.objects.filter(traject=traject, status=StapStatus.GEPLAND).delete()
    stap = maak_stap(traject, instrument, stapplan, einde, door=door, vandaag=vandaag)
    traject.gebruiker, traject.einddatum_voorzien = stapplan.gebruiker, einde.gekozen
    bewaar(traject, ["gebruiker", "einddatum_voorzien"])
    noteer_gepland(traject, stap, stapplan, door=door, vandaag=vandaag)
    return stap


def noteer_gepland(traject: Traject, stap: Stap, plan: Stapplan, *, door: Toegang, vandaag: date) -> None:
    plek = f" bij {plan.gebruiker}" if plan.gebruiker else ""
    tekst = f"Start {stap.start:%d/%m/%Y}{plek}. "
    if stap.einde_voorzien:
        tekst += f"Einde voorzien op {stap.einde_voorzien:%d/%m/%Y}."
    noteer(traject.client, "plaatsing", f"Stap gepland: {stap.instrument}", tekst=tekst, datum=vandaag, door=door)


@transaction.atomic
def documenten_noteren(
    *, stap: Stap, velden: dict[str, date | None], door: Toegang, vandaag: date, versie: int | None = None
) -> Stap:
    """When contract, TBS, WEO and MLP registration were signed. Days in the future are refused."""
    traject = vergrendel(stap.traject, versie)
    toekomst = [op for veld, op in velden.items() if op and op > vandaag and veld != "mlp_geldig_tot"]
    if toekomst:
        raise DomainError(f"{max(toekomst):%d/%m/%Y} ligt in de toekomst. Noteer een handtekening als ze gezet is.")
    for veld in STAPVELDEN:
        if veld in velden:
            setattr(stap, veld, velden[veld])
    stap.save(update_fields=[*STAPVELDEN, "updated_at"])
    _bewaar_stapdocumenten(stap, velden)
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


def _bewaar_stapdocumenten(stap: Stap, velden: dict[str, date | None]) -> None:
    for veld, op in velden.items():
        if not veld.startswith(DOCUMENT):
            continue
        code = veld.removeprefix(DOCUMENT)
        if op is None:
            Stapdocument.objects.filter(stap=stap, code=code).delete()
        else:
            Stapdocument.objects.update_or_create(
                stap=stap, code=code, defaults={"getekend_op": op, "eigenaar_id": stap.eigenaar_id}
            )


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
    noteer_afwijking(stap, plaatsing, afwijking_reden)
    _loop(traject, stap, plaatsing, door=door, vandaag=vandaag)
    return traject


def noteer_afwijking(stap: Stap, plaatsing: Plaatsing | None, reden: str) -> None:
    """Why a step started before all was signed: with its place, or with the step when there is none."""
    drager = plaatsing or stap
    if reden.strip():
        drager.afwijking_reden = reden.strip()
        drager.save(update_fields=["afwijking_reden", "updated_at"])


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
    volg_op(traject, stap, plaatsing, door=door, vandaag=vandaag)


def volg_op(
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
    if stap.einde_voorzien and stap.instrument_id not in ZONDER_WERKEVALUATIE:
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
        maak_plaatsing(stap, gebruiker, None, functie or "niet opgegeven", breuk, afwijking_reden=reden)
        if gebruiker
        else None
    )
    if loopt:
        volg_op(traject, stap, plaatsing, door=door, vandaag=vandaag, reden=reden, vanaf=vandaag)
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
