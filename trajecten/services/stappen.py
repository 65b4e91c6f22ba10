"""Steps of a traject that runs: add, start, end, take back; and another place within a step (domein.md 4.2)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Unpack

from django.db import transaction
from django.db.models import Q

from partners.models import Werkplaats
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.notatie import datum
from regie.core.permissions import Toegang
from trajecten.enums import StapStatus
from trajecten.enums_instrument import Stapuitkomst
from trajecten.models import Evaluatie, Instrument, Plaatsing, Stap, Traject
from trajecten.selectors import overgangen
from trajecten.selectors.instrumenten import (
    MET_STAPPEN,
    bezwaren_stap,
    hoofdstap,
    sluiten_uit,
    stappen_van,
)
from trajecten.services.plaatsing import noteer_afwijking, noteer_gepland, volg_op
from trajecten.services.spoor import bewaar, noteer, vergrendel, ververs_termijn
from trajecten.services.stapplan import (
    Planvelden,
    Stapplan,
    bezwaren_plan,
    controleer_werkplaats,
    kies_einde,
    maak_plaatsing,
    maak_stap,
)
from trajecten.services.verloop import eis

TBS = ("tbs_ocmw_op", "tbs_gebruiker_op", "tbs_werknemer_op", "tbs_gemeld_op")


@transaction.atomic
def stap_toevoegen(
    *,
    traject: Traject,
    instrument: Instrument,
    door: Toegang,
    vandaag: date,
    twe_test: dict[str, bool] | None = None,
    versie: int | None = None,
    **plan: Unpack[Planvelden],
) -> Stap:
    """Plan a step beside or after what runs. It starts on its own page, when its papers are signed."""
    traject = vergrendel(traject, versie)
    stapplan = Stapplan(**plan)
    controleer_werkplaats(traject, stapplan.werkplaats, stapplan.gebruiker, stapplan.start)
    einde = kies_einde(traject, instrument, stapplan)
    eis(
        [
            *bezwaren_stap(
                traject,
                instrument,
                stappen=stappen_van(traject),
                start=stapplan.start,
                einde=einde.gekozen,
                regime=stapplan.regime,
            ),
            *overgangen.bezwaren_instrument(instrument_code=instrument.pk, twe_test=twe_test),
            *bezwaren_plan(traject, instrument, stapplan, einde.gekozen),
        ]
    )
    stap = maak_stap(traject, instrument, stapplan, einde, door=door, vandaag=vandaag)
    bewaar(traject, [])
    noteer_gepland(traject, stap, stapplan, door=door, vandaag=vandaag)
    ververs_termijn(traject, vandaag=vandaag)
    return stap


@transaction.atomic
def stap_starten(*, stap: Stap, afwijking_reden: str, door: Toegang, vandaag: date, versie: int | None = None) -> Stap:
    """A planned step of a running traject begins on its day, when its papers are signed."""
    traject, stap = _vergrendel(stap, versie)
    if stap.status != StapStatus.GEPLAND:
        raise DomainError("Deze stap is al gestart.")
    _eis_lopend(traject)
    if stap.start > vandaag:
        raise DomainError(f"De start is gepland op {datum(stap.start)}. Dan kun je de stap starten.")
    plaatsing = overgangen.plaatsing_van(stap)
    eis(
        [
            *overgangen.bezwaren_start(stap, plaatsing, zonder_tbs=bool(afwijking_reden.strip())),
            *_nog_lopend(traject, stap),
        ]
    )
    noteer_afwijking(stap, plaatsing, afwijking_reden)
    stap.status = StapStatus.LOPEND
    stap.save(update_fields=["status", "updated_at"])
    leid_af(traject, vandaag=vandaag)
    volg_op(traject, stap, plaatsing, door=door, vandaag=vandaag)
    return stap


def _nog_lopend(traject: Traject, stap: Stap) -> Iterable[str]:
    for ander in stappen_van(traject):
        if ander.status == StapStatus.LOPEND and sluiten_uit(ander.instrument_id, stap.instrument_id):
            yield f"{ander.instrument} loopt nog. Beëindig die stap eerst."


@transaction.atomic
def stap_beeindigen(
    *,
    stap: Stap,
    einde: date,
    uitkomst: str,
    toelichting: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Stap:
    """A running step ends with its outcome; the traject goes on."""
    traject, stap = _vergrendel(stap, versie)
    if stap.status != StapStatus.LOPEND:
        raise DomainError("Deze stap loopt niet.")
    _eis_lopend(traject)
    if einde > vandaag:
        raise DomainError("Het einde van de stap ligt in de toekomst.")
    if einde < stap.start:
        raise DomainError(f"De stap begon op {datum(stap.start)}. Kies een latere einddatum.")
    stap.status, stap.einde = StapStatus.BEEINDIGD, einde
    stap.uitkomst, stap.uitkomst_toelichting = uitkomst, toelichting.strip()
    stap.full_clean()
    stap.save(update_fields=["status", "einde", "uitkomst", "uitkomst_toelichting", "updated_at"])
    _einde_van_de_plaatsen(stap, einde)
    _zonder_evaluaties(traject, stap, na=einde)
    _attest(stap)
    leid_af(traject, vandaag=vandaag)
    label = Stapuitkomst(uitkomst).label
    titel = f"Einde {stap.instrument}: {label}"
    noteer(traject.client, "status", titel, tekst=toelichting, datum=einde, door=door, is_mijlpaal=True)
    ververs_termijn(traject, vandaag=vandaag)
    return stap


def _einde_van_de_plaatsen(stap: Stap, einde: date) -> None:
    plaatsen = Plaatsing.objects.filter(stap=stap)
    plaatsen.filter(start__gt=einde).delete()
    plaatsen.filter(Q(einde=None) | Q(einde__gt=einde)).update(einde=einde)


def _zonder_evaluaties(traject: Traject, stap: Stap, *, na: date) -> None:
    """Evaluations of this step that are not held any more; without a place only when no other step runs."""
    van_de_stap = Q(plaatsing__stap=stap)
    if not Stap.objects.filter(traject=traject, status=StapStatus.LOPEND).exists():
        van_de_stap |= Q(plaatsing=None)
    rijen = Evaluatie.objects.filter(van_de_stap, traject=traject, uitgevoerd_op=None, geannuleerd_op=None)
    ids = list(rijen.filter(gepland_op__gt=na).values_list("pk", flat=True))
    Evaluatie.objects.filter(pk__in=ids).update(geannuleerd_op=na)
    traject.termijnen.filter(evaluatie__in=ids, afgehandeld_op=None).update(vervallen_op=na)


def _attest(stap: Stap) -> None:
    opleiding = getattr(stap, "opleiding", None)
    if opleiding is not None and stap.uitkomst == Stapuitkomst.GESLAAGD:
        opleiding.attest_op = stap.einde
        opleiding.save(update_fields=["attest_op"])


@transaction.atomic
def stap_wissen(*, stap: Stap, door: Toegang, vandaag: date, versie: int | None = None) -> Traject:
    """Take back a step that was planned by mistake. What has started is ended, never removed."""
    traject, stap = _vergrendel(stap, versie)
    if stap.status != StapStatus.GEPLAND:
        raise DomainError("Deze stap is al gestart. Je kunt ze wel beëindigen.")
    naam, start = str(stap.instrument), stap.start
    stap.delete()
    leid_af(traject, vandaag=vandaag)
    noteer(
        traject.client,
        "plaatsing",
        f"Geplande stap gewist: {naam}",
        tekst=f"De start was gepland op {datum(start)}.",
        datum=vandaag,
        door=door,
    )
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def plaats_wijzigen(
    *,
    stap: Stap,
    gebruiker: Organisatie,
    werkplaats: Werkplaats | None,
    functie: str,
    vanaf: date,
    tbs: dict[str, date | None],
    afwijking_reden: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Plaatsing:
    """Another place within the same step and contract, with a TBS of its own (C19)."""
    traject, stap = _vergrendel(stap, versie)
    vorige = overgangen.plaatsing_van(stap)
    if stap.status != StapStatus.LOPEND or vorige is None:
        raise DomainError("Alleen van een lopende stap met een plaats kun je de plaats wijzigen.")
    _eis_lopend(traject)
    controleer_werkplaats(traject, werkplaats, gebruiker, vanaf)
    eis(_bezwaren_plaats(stap, vorige, vanaf, tbs, vandaag))
    if not afwijking_reden.strip():
        eis(_bezwaren_tbs(stap, vanaf, tbs, vandaag))
    vorige.einde = vanaf - timedelta(days=1)
    vorige.save(update_fields=["einde", "updated_at"])
    plaatsing = maak_plaatsing(
        stap,
        gebruiker,
        werkplaats,
        functie,
        vorige.breuk,
        afwijking_reden=afwijking_reden.strip(),
        start=vanaf,
        contract_getekend_op=vorige.contract_getekend_op,
        **{veld: tbs.get(veld) for veld in TBS},
    )
    _volg_de_plaats(traject, vorige, plaatsing)
    leid_af(traject, vandaag=vandaag)
    titel = f"Andere plaats: {gebruiker}"
    noteer(traject.client, "plaatsing", titel, tekst=afwijking_reden, datum=vanaf, door=door, is_mijlpaal=True)
    ververs_termijn(traject, vandaag=vandaag)
    return plaatsing


def _bezwaren_plaats(
    stap: Stap, vorige: Plaatsing, vanaf: date, tbs: dict[str, date | None], vandaag: date
) -> list[str]:
    bezwaren = []
    if vanaf <= vorige.start:
        bezwaren.append(f"De huidige plaats begon op {datum(vorige.start)}. Kies een latere dag.")
    if stap.einde_voorzien and vanaf > stap.einde_voorzien:
        bezwaren.append(f"De stap loopt tot en met {datum(stap.einde_voorzien)}. Kies een vroegere dag.")
    if any(op and op > vandaag for op in tbs.values()):
        bezwaren.append("Een handtekening in de toekomst bestaat nog niet. Noteer ze als ze gezet is.")
    return bezwaren


def _bezwaren_tbs(stap: Stap, vanaf: date, tbs: dict[str, date | None], vandaag: date) -> list[str]:
    """A place that has begun needs its TBS; one that is planned can be signed until its day."""
    if stap.instrument_id not in overgangen.MET_PLAATSING or vanaf > vandaag:
        return []
    return overgangen.bezwaren_tbs(Plaatsing(start=vanaf, **{veld: tbs.get(veld) for veld in TBS}))


def _volg_de_plaats(traject: Traject, vorige: Plaatsing, nieuw: Plaatsing) -> None:
    """Evaluations planned after the change are about the new place."""
    Evaluatie.objects.filter(
        traject=traject, plaatsing=vorige, uitgevoerd_op=None, geannuleerd_op=None, gepland_op__gte=nieuw.start
    ).update(plaatsing=nieuw)


def leid_af(traject: Traject, *, vandaag: date) -> None:
    """What lists show of a traject with several steps: the instrument, place and end of the step that leads."""
    stap = hoofdstap(stappen_van(traject))
    traject.gebruiker = traject.einddatum_voorzien = None
    if stap is not None:
        traject.instrument, traject.einddatum_voorzien = stap.instrument, stap.einde_voorzien
        plaatsing = huidige_plaatsing(stap, vandaag)
        traject.gebruiker = plaatsing.gebruiker if plaatsing else None
    bewaar(traject, ["instrument", "gebruiker", "einddatum_voorzien"])


def huidige_plaatsing(stap: Stap, vandaag: date) -> Plaatsing | None:
    """Where somebody works today: the latest place that has begun."""
    rijen = Plaatsing.objects.filter(stap=stap, start__lte=vandaag).select_related("gebruiker")
    return rijen.order_by("-start").first()


def _vergrendel(stap: Stap, versie: int | None) -> tuple[Traject, Stap]:
    """Traject first, then the step as it is now: two people never end it twice."""
    traject = vergrendel(stap.traject, versie)
    return traject, Stap.objects.select_related("instrument").get(pk=stap.pk)


def _eis_lopend(traject: Traject) -> None:
    if traject.status not in MET_STAPPEN:
        raise DomainError("Dit kan alleen als het traject loopt.")
