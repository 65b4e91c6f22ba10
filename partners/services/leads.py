"""The lead with an employer: one organisatie at a time, for a while, and then free again."""

from datetime import date, timedelta

from django.db import transaction

from partners.enums import Claimeinde, Opvolgingsoort, Overnamestatus
from partners.models import Claim, Overnamevraag, Werkgever
from partners.services.benaderen import eis_te_benaderen
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from partners.services.werkgevers import vergrendel_werkgever
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.permissions import Toegang


@transaction.atomic
def lead_nemen(*, werkgever: Werkgever, organisatie: Organisatie, door: Toegang, vandaag: date) -> Claim:
    werkgever = vergrendel_werkgever(werkgever)
    if organisatie.pk not in door.lid_van:
        raise DomainError("Je kunt de lead alleen voor je eigen organisatie nemen.")
    if werkgever.gearchiveerd_op:
        raise DomainError("Deze werkgever staat in het archief. Haal de kaart eerst terug.")
    eis_te_benaderen(werkgever, vandaag)
    lopend = _lopende(werkgever, vandaag)
    if lopend and lopend.organisatie_id == organisatie.pk:
        raise DomainError(f"Je organisatie heeft deze lead al, tot en met {lopend.tot:%d/%m/%Y}.")
    if lopend:
        raise DomainError(
            f"{lopend.organisatie} heeft deze lead tot en met {lopend.tot:%d/%m/%Y}. Vraag om ze over te nemen."
        )
    return nieuwe_lead(werkgever=werkgever, organisatie=organisatie, door_id=door.user_id, door=door, vandaag=vandaag)


@transaction.atomic
def lead_verlengen(*, claim: Claim, door: Toegang, vandaag: date) -> Claim:
    """Once: who needs longer is better off as accounthouder."""
    claim = eigen_lead(claim, door, vandaag)
    if claim.is_verlengd:
        raise DomainError("Deze lead is al één keer verlengd. Vraag de regisseur om accounthouder te worden.")
    claim.tot += timedelta(days=int(waarde("lead_duur", op=vandaag, dimensie="verlenging")))
    claim.is_verlengd = True
    claim.save(update_fields=["tot", "is_verlengd"])
    _plan_einde(claim)
    record_event("lead.verlengd", claim, door=door, werkgever=str(claim.werkgever_id))
    return claim


@transaction.atomic
def lead_vrijgeven(*, claim: Claim, door: Toegang, vandaag: date) -> Claim:
    claim = eigen_lead(claim, door, vandaag)
    beeindig(claim, einde=Claimeinde.VRIJGEGEVEN, op=vandaag, door=door)
    return claim


@transaction.atomic
def lead_terugnemen(*, claim: Claim, door: Toegang, vandaag: date) -> Claim:
    """Undo of a release, as long as nobody else took the lead and it would still run."""
    werkgever = vergrendel_werkgever(claim.werkgever)
    claim = Claim.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=claim.pk)
    if claim.organisatie_id not in door.lid_van:
        raise DomainError("Deze lead was van een andere organisatie.")
    if claim.einde != Claimeinde.VRIJGEGEVEN or claim.tot < vandaag or _lopende(werkgever, vandaag):
        raise DomainError("Deze lead kun je niet meer terugnemen: ze is verlopen of intussen van iemand anders.")
    eis_te_benaderen(werkgever, vandaag)
    claim.beeindigd_op, claim.einde = None, ""
    claim.save(update_fields=["beeindigd_op", "einde"])
    _plan_einde(claim, heropen=True)
    record_event("lead.teruggenomen", claim, door=door, werkgever=str(claim.werkgever_id))
    return claim


def leads_laten_verlopen(vandaag: date) -> None:
    """Nightly: what ran out is free again."""
    for claim in Claim.objects.filter(beeindigd_op=None, tot__lt=vandaag).order_by("pk").select_related("werkgever"):
        with transaction.atomic():
            vergrendel_werkgever(claim.werkgever)
            gegrendeld = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
            if gegrendeld.beeindigd_op is None and gegrendeld.tot < vandaag:
                beeindig(gegrendeld, einde=Claimeinde.VERLOPEN, op=gegrendeld.tot, door=None, vandaag=vandaag)


def nieuwe_lead(
    *, werkgever: Werkgever, organisatie: Organisatie, door_id: int, door: Toegang, vandaag: date
) -> Claim:
    """The employer is locked and nobody has the lead."""
    tot = vandaag + timedelta(days=int(waarde("lead_duur", op=vandaag)))
    claim = Claim(werkgever=werkgever, organisatie=organisatie, door_id=door_id, van=vandaag, tot=tot)
    claim.full_clean(exclude=["gebied"])
    claim.save()
    _plan_einde(claim)
    record_event("lead.genomen", claim, door=door, werkgever=str(werkgever.pk))
    return claim


def eigen_lead(claim: Claim, door: Toegang, vandaag: date) -> Claim:
    """Locked, running, and of an organisatie of whoever asks."""
    vergrendel_werkgever(claim.werkgever)
    claim = Claim.objects.select_for_update(of=("self",)).select_related("organisatie", "werkgever").get(pk=claim.pk)
    if claim.organisatie_id not in door.lid_van:
        raise DomainError(f"Deze lead is van {claim.organisatie}: alleen die kan ze verlengen of vrijgeven.")
    if claim.beeindigd_op is not None or claim.tot < vandaag:
        raise DomainError("Deze lead loopt niet meer. Neem ze opnieuw als je de werkgever wilt opvolgen.")
    return claim


def beeindig(claim: Claim, *, einde: Claimeinde, op: date, door: Toegang | None, vandaag: date | None = None) -> None:
    """The row is locked. What others asked about this lead lapses with it."""
    claim.beeindigd_op, claim.einde = op, einde
    claim.save(update_fields=["beeindigd_op", "einde"])
    sluit_opvolging(sleutel=_sleutel(claim), vandaag=vandaag or op, door=door)
    for vraag in Overnamevraag.objects.filter(claim=claim, status=Overnamestatus.GEVRAAGD):
        vraag.status, vraag.beslist_op = Overnamestatus.VERVALLEN, vandaag or op
        vraag.save(update_fields=["status", "beslist_op"])
        sluit_opvolging(sleutel=f"overname:{vraag.pk}", vandaag=vandaag or op, door=door)
    record_event(f"lead.{einde.lower()}", claim, door=door, werkgever=str(claim.werkgever_id))


def _lopende(werkgever: Werkgever, vandaag: date) -> Claim | None:
    """The lead that runs today; one that ran out before the night did its work is ended here."""
    claim = Claim.objects.select_for_update(of=("self",)).filter(werkgever=werkgever, beeindigd_op=None).first()
    if claim and claim.tot < vandaag:
        beeindig(claim, einde=Claimeinde.VERLOPEN, op=claim.tot, door=None, vandaag=vandaag)
        return None
    return claim


def _sleutel(claim: Claim) -> str:
    return f"lead:{claim.pk}"


def _plan_einde(claim: Claim, *, heropen: bool = False) -> None:
    opvolging = plan_opvolging(
        sleutel=_sleutel(claim),
        soort=Opvolgingsoort.CLAIM,
        titel=f"De lead bij {claim.werkgever} loopt af",
        datum=claim.tot,
        organisatie=claim.organisatie,
        wie_id=claim.door_id,
        adres="werkgevers:werkgever",
        object_id=claim.werkgever_id,
    )
    if heropen and opvolging.klaar_op:
        opvolging.klaar_op = opvolging.klaar_door = None
        opvolging.save(update_fields=["klaar_op", "klaar_door"])
