"""The plan of an organisatie after its scan: proposals that become actions, with who and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from partners.enums import Opvolgingsoort, Scanactiestatus, Scandimensie, Scanstatus
from partners.models import Opvolging, Scan, Scanactie
from partners.scanadvies import voorstel
from partners.services.opvolging import opvolging_heropenen, plan_opvolging, sluit_opvolging
from regie.accounts.models import User
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class ActieGegevens:
    titel: str
    dimensie: str
    klaar_tegen: date
    wie: User | None = None
    wie_naam: str = ""
    status: str = Scanactiestatus.GEPLAND
    notitie: str = ""


@transaction.atomic
def plan_maken(
    *, scan: Scan, codes: Sequence[str], wie: User | None, wie_naam: str, klaar_tegen: date, door: Toegang
) -> list[Scanactie]:
    """One action per chosen proposal. What already stands in the plan of this scan is left alone."""
    scan = _eigen(scan, door)
    al_gekozen = set(Scanactie.objects.filter(scan=scan).values_list("voorstel", flat=True))
    acties = []
    for code in codes:
        gekozen = voorstel(code)
        if gekozen is None:
            raise DomainError("Dit voorstel bestaat niet meer. Kies opnieuw uit de lijst.")
        if code not in al_gekozen:
            actie = Scanactie(eigenaar_id=scan.eigenaar_id, scan=scan, voorstel=code, notitie=gekozen.uitleg)
            gegevens = ActieGegevens(
                gekozen.titel, gekozen.dimensie, klaar_tegen, wie, wie_naam, notitie=gekozen.uitleg
            )
            acties.append(_bewaar(actie, gegevens, "scanactie.gepland", door))
    if not acties:
        raise DomainError("Deze voorstellen staan al in het plan.")
    return acties


@transaction.atomic
def actie_toevoegen(*, scan: Scan, gegevens: ActieGegevens, door: Toegang, vandaag: date) -> Scanactie:
    """One of their own making."""
    scan = _eigen(scan, door)
    actie = Scanactie(eigenaar_id=scan.eigenaar_id, scan=scan)
    _zet_klaar_op(actie, gegevens.status, vandaag)
    return _bewaar(actie, gegevens, "scanactie.gepland", door)


@transaction.atomic
def actie_bijwerken(*, actie: Scanactie, gegevens: ActieGegevens, door: Toegang, vandaag: date) -> Scanactie:
    actie = _vergrendel(actie)
    _zet_klaar_op(actie, gegevens.status, vandaag)
    return _bewaar(actie, gegevens, "scanactie.bijgewerkt", door)


@transaction.atomic
def actie_zetten(*, actie: Scanactie, status: str, door: Toegang, vandaag: date) -> Scanactie:
    """Done, dropped, or back on the list: each is the undo of another."""
    actie = _vergrendel(actie)
    if status not in Scanactiestatus.values:
        raise DomainError("Kies een stand uit de lijst.")
    _zet_klaar_op(actie, status, vandaag)
    actie.status = status
    actie.save(update_fields=["status", "klaar_op"])
    _volg_op(actie, door)
    record_event("scanactie.stand", actie, door=door, status=status)
    return actie


def _zet_klaar_op(actie: Scanactie, status: str, vandaag: date) -> None:
    actie.klaar_op = (actie.klaar_op or vandaag) if status == Scanactiestatus.KLAAR else None


def _bewaar(actie: Scanactie, gegevens: ActieGegevens, soort: str, door: Toegang) -> Scanactie:
    for veld in ActieGegevens.__dataclass_fields__:
        setattr(actie, veld, getattr(gegevens, veld))
    if gegevens.dimensie not in Scandimensie.values:
        raise DomainError("Kies waarover de actie gaat.")
    if actie.wie is None and not actie.wie_naam.strip():
        raise DomainError("Kies wie dit doet, of vul een naam in. Een actie zonder iemand gebeurt niet.")
    actie.full_clean(exclude=["gebied", "eigenaar"])
    actie.save()
    _volg_op(actie, door)
    record_event(soort, actie, door=door)
    return actie


def _eigen(scan: Scan, door: Toegang) -> Scan:
    """Not the scan of another organisatie that was shared, and only one with a result."""
    gevonden = Scan.objects.select_for_update(of=("self",)).get(pk=scan.pk)
    if gevonden.eigenaar_id not in door.lid_van:
        raise DomainError("Je maakt alleen een plan bij de scan van je eigen organisatie.")
    if gevonden.status != Scanstatus.AFGEROND:
        raise DomainError("Rond de scan eerst af: het plan volgt uit het resultaat.")
    return gevonden


def _vergrendel(actie: Scanactie) -> Scanactie:
    return Scanactie.objects.select_for_update(of=("self",)).get(pk=actie.pk)


def _volg_op(actie: Scanactie, door: Toegang) -> None:
    """On the shared list of what is to be done: the whole gebied reads that, so it says nothing of the plan."""
    sleutel = f"scanactie:{actie.pk}"
    if actie.status not in Scanactiestatus.open():
        sluit_opvolging(sleutel=sleutel, vandaag=actie.klaar_op or actie.klaar_tegen, door=door)
        return
    plan_opvolging(
        sleutel=sleutel,
        soort=Opvolgingsoort.ACTIE,
        titel="Een actie uit jullie plan na de scan",
        datum=actie.klaar_tegen,
        organisatie=actie.eigenaar,
        wie_id=actie.wie_id,
        adres="partners:scanactie",
        object_id=actie.pk,
    )
    dicht = Opvolging.objects.filter(sleutel=sleutel).exclude(klaar_op=None).first()
    if dicht is not None:
        opvolging_heropenen(opvolging=dicht, door=door)
