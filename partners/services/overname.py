"""Taking over the lead or the accounthouderschap: asked, answered by the other, or set by who runs the gebied."""

from datetime import date, timedelta

from django.db import transaction

from partners.enums import Claimeinde, Opvolgingsoort, Overnamesoort, Overnamestatus
from partners.models import Claim, Overnamevraag, Werkgever
from partners.services.leads import beeindig, nieuwe_lead
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from partners.services.werkgevers import vergrendel_werkgever
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.permissions import Recht, Toegang

WAT = {Overnamesoort.LEAD: "de lead", Overnamesoort.ACCOUNTHOUDER: "het accounthouderschap"}


@transaction.atomic
def overname_vragen(
    *, werkgever: Werkgever, soort: Overnamesoort, aan: Organisatie, reden: str, door: Toegang, vandaag: date
) -> Overnamevraag:
    """Lands on the list of the organisatie that has it now, with a last day to answer."""
    werkgever = vergrendel_werkgever(werkgever)
    if aan.pk not in door.lid_van:
        raise DomainError("Je kunt dit alleen voor je eigen organisatie vragen.")
    claim, houder = _houder(werkgever, soort, vandaag)
    if houder.pk == aan.pk:
        raise DomainError(f"Je organisatie heeft {WAT[soort]} al.")
    if Overnamevraag.objects.filter(werkgever=werkgever, soort=soort, aan=aan, status="GEVRAAGD").exists():
        raise DomainError("Je organisatie vroeg dit al en wacht op antwoord.")
    vervalt_op = vandaag + timedelta(days=int(waarde("overname_antwoord", op=vandaag)))
    vraag = Overnamevraag(
        werkgever=werkgever,
        soort=soort,
        claim=claim,
        van=houder,
        aan=aan,
        reden=reden.strip(),
        gevraagd_door_id=door.user_id,
        vervalt_op=min(vervalt_op, claim.tot) if claim else vervalt_op,
    )
    vraag.full_clean(exclude=["gebied"])
    vraag.save()
    plan_opvolging(
        sleutel=f"overname:{vraag.pk}",
        soort=Opvolgingsoort.CLAIM,
        titel=f"{aan} vraagt {WAT[soort]} bij {werkgever}",
        datum=vraag.vervalt_op,
        organisatie=houder,
        wie_id=claim.door_id if claim else None,
        adres="werkgevers:overname",
        object_id=vraag.pk,
    )
    record_event("overname.gevraagd", vraag, door=door, werkgever=str(werkgever.pk))
    return vraag


@transaction.atomic
def overname_aanvaarden(*, vraag: Overnamevraag, antwoord: str, door: Toegang, vandaag: date) -> Overnamevraag:
    """Consent: the lead starts anew for whoever asked, or the employer gets another accounthouder."""
    vraag = _te_beantwoorden(vraag, door, vandaag)
    _sluit(vraag, Overnamestatus.AANVAARD, antwoord, door, vandaag)
    if vraag.claim_id:
        claim = Claim.objects.select_for_update(of=("self",)).get(pk=vraag.claim_id)
        beeindig(claim, einde=Claimeinde.OVERGENOMEN, op=vandaag, door=door)
        wie = vraag.gevraagd_door_id
        nieuwe_lead(werkgever=vraag.werkgever, organisatie=vraag.aan, door_id=wie, door=door, vandaag=vandaag)
    else:
        _zet_accounthouder(vraag.werkgever, vraag.aan, door, vandaag)
    _meld_antwoord(vraag, f"{vraag.van} geeft je {WAT[Overnamesoort(vraag.soort)]} bij {vraag.werkgever}", vandaag)
    return vraag


@transaction.atomic
def overname_weigeren(*, vraag: Overnamevraag, antwoord: str, door: Toegang, vandaag: date) -> Overnamevraag:
    if not antwoord.strip():
        raise DomainError("Zeg waarom je weigert: de andere organisatie leest het.")
    vraag = _te_beantwoorden(vraag, door, vandaag)
    _sluit(vraag, Overnamestatus.GEWEIGERD, antwoord, door, vandaag)
    _meld_antwoord(vraag, f"{vraag.van} houdt {WAT[Overnamesoort(vraag.soort)]} bij {vraag.werkgever}", vandaag)
    return vraag


@transaction.atomic
def overname_intrekken(*, vraag: Overnamevraag, door: Toegang, vandaag: date) -> Overnamevraag:
    vraag = _vergrendel(vraag)
    if vraag.aan_id not in door.lid_van:
        raise DomainError("Deze vraag is van een andere organisatie.")
    if vraag.status != Overnamestatus.GEVRAAGD:
        raise DomainError("Deze vraag is al beantwoord.")
    _sluit(vraag, Overnamestatus.INGETROKKEN, "", door, vandaag)
    return vraag


@transaction.atomic
def accounthouder_zetten(
    *, werkgever: Werkgever, organisatie: Organisatie | None, door: Toegang, vandaag: date
) -> Werkgever:
    """By who runs the gebied; others ask the accounthouder itself."""
    if not door.mag(Recht.PARTNER_BEWERKEN):
        raise DomainError("Alleen de regisseur kiest de accounthouder. Vraag het de huidige accounthouder.")
    werkgever = vergrendel_werkgever(werkgever)
    _zet_accounthouder(werkgever, organisatie, door, vandaag)
    return werkgever


def overnamevragen_laten_vervallen(vandaag: date) -> None:
    """Nightly: no answer is no consent. Whoever asked gets to know."""
    rijen = Overnamevraag.objects.filter(status=Overnamestatus.GEVRAAGD, vervalt_op__lt=vandaag)
    for gevonden in rijen.order_by("pk"):
        with transaction.atomic():
            vraag = _vergrendel(gevonden)
            if vraag.status == Overnamestatus.GEVRAAGD:
                wat = WAT[Overnamesoort(vraag.soort)]
                titel = f"{vraag.van} antwoordde niet: {wat} bij {vraag.werkgever} blijft daar"
                laat_vervallen(vraag, titel=titel, vandaag=vandaag, door=None)


def laat_vervallen(vraag: Overnamevraag, *, titel: str, vandaag: date, door: Toegang | None) -> None:
    """Nobody can answer any more. `titel` tells whoever asked."""
    _sluit(vraag, Overnamestatus.VERVALLEN, "", door, vandaag)
    _meld_antwoord(vraag, titel, vandaag)


def _houder(werkgever: Werkgever, soort: Overnamesoort, vandaag: date) -> tuple[Claim | None, Organisatie]:
    if soort == Overnamesoort.LEAD:
        claim = Claim.objects.actief_op(vandaag).filter(werkgever=werkgever).select_related("organisatie").first()
        if claim is None:
            raise DomainError("Niemand heeft deze lead nu. Je kunt ze zelf nemen.")
        return claim, claim.organisatie
    if werkgever.accounthouder is None:
        raise DomainError("Deze werkgever heeft nog geen accounthouder. Vraag de regisseur om er een te kiezen.")
    return None, werkgever.accounthouder


def _zet_accounthouder(werkgever: Werkgever, organisatie: Organisatie | None, door: Toegang, vandaag: date) -> None:
    werkgever.accounthouder = organisatie
    werkgever.save(update_fields=["accounthouder"])
    for vraag in Overnamevraag.objects.filter(
        werkgever=werkgever, soort=Overnamesoort.ACCOUNTHOUDER, status=Overnamestatus.GEVRAAGD
    ):
        _sluit(vraag, Overnamestatus.VERVALLEN, "", door, vandaag)
    organisatie_id = organisatie.pk if organisatie else None
    record_event("werkgever.accounthouder", werkgever, door=door, organisatie=organisatie_id)


def _vergrendel(vraag: Overnamevraag) -> Overnamevraag:
    """The employer first, as everywhere."""
    vergrendel_werkgever(vraag.werkgever)
    rijen = Overnamevraag.objects.select_for_update(of=("self",)).select_related("werkgever", "van", "aan", "claim")
    return rijen.get(pk=vraag.pk)


def _te_beantwoorden(vraag: Overnamevraag, door: Toegang, vandaag: date) -> Overnamevraag:
    vraag = _vergrendel(vraag)
    if vraag.van_id not in door.lid_van:
        raise DomainError(f"Deze vraag is aan {vraag.van} gesteld: alleen die kan antwoorden.")
    if vraag.status != Overnamestatus.GEVRAAGD or vraag.vervalt_op < vandaag:
        raise DomainError("Deze vraag wacht niet meer op een antwoord.")
    return vraag


def _sluit(vraag: Overnamevraag, status: Overnamestatus, antwoord: str, door: Toegang | None, vandaag: date) -> None:
    vraag.status, vraag.antwoord, vraag.beslist_op = status, antwoord.strip(), vandaag
    vraag.beslist_door_id = door.user_id if door else None
    vraag.save(update_fields=["status", "antwoord", "beslist_op", "beslist_door"])
    sluit_opvolging(sleutel=f"overname:{vraag.pk}", vandaag=vandaag, door=door)
    record_event(f"overname.{status.lower()}", vraag, door=door, werkgever=str(vraag.werkgever_id))


def _meld_antwoord(vraag: Overnamevraag, titel: str, vandaag: date) -> None:
    plan_opvolging(
        sleutel=f"overname-antwoord:{vraag.pk}",
        soort=Opvolgingsoort.CLAIM,
        titel=titel,
        datum=vandaag,
        organisatie=vraag.aan,
        wie_id=vraag.gevraagd_door_id,
        adres="werkgevers:overname",
        object_id=vraag.pk,
    )
