"""The life of an agreement: draft, sent for signature, running, renewed or given notice."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction

from partners.enums import Bijlageonderwerp, Overeenkomstsoort
from partners.models import Bijlage, Overeenkomst, Overeenkomstdoel, Overeenkomstpartij
from partners.models.overeenkomsten import Evaluatieoverleg
from partners.services.bijlagen import bijlagen_delen
from partners.services.herinneringen import herinneringen_plannen
from regie.core.audit import record_event
from regie.core.dates import plus_maanden
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Toegang

DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OvereenkomstGegevens:
    soort: str
    titel: str
    van: date
    tot: date | None = None
    opzegtermijn: int | None = None
    omschrijving: str = ""
    domeinen: list[str] = field(default_factory=list)
    overleg_per_jaar: int | None = None
    plaatsen: int | None = None
    functieniveau: str = ""


@transaction.atomic
def overeenkomst_toevoegen(
    *, gegevens: OvereenkomstGegevens, eigenaar: Organisatie, tegenpartij: Organisatie, door: Toegang
) -> Overeenkomst:
    """A draft with two parties: the organisatie that keeps it and the other one. Nobody else sees it yet."""
    if eigenaar.pk not in door.lid_van:
        raise DomainError("Je kunt alleen een overeenkomst maken voor een organisatie waar je bij hoort.")
    if tegenpartij.pk == eigenaar.pk:
        raise DomainError("Kies een andere organisatie dan je eigen organisatie als tegenpartij.")
    overeenkomst = _bewaren(Overeenkomst(eigenaar=eigenaar), gegevens)
    for organisatie in (eigenaar, tegenpartij):
        Overeenkomstpartij.objects.create(overeenkomst=overeenkomst, eigenaar=eigenaar, organisatie=organisatie)
    record_event("overeenkomst.toegevoegd", overeenkomst, door=door)
    return overeenkomst


@transaction.atomic
def overeenkomst_bijwerken(
    *, overeenkomst: Overeenkomst, gegevens: OvereenkomstGegevens, door: Toegang, vandaag: date
) -> Overeenkomst:
    overeenkomst = vergrendel(overeenkomst, door)
    if overeenkomst.opgezegd_op:
        raise DomainError("Deze overeenkomst is opgezegd. Trek eerst de opzeg in om ze te wijzigen.")
    overeenkomst = _bewaren(overeenkomst, gegevens)
    return klaar(overeenkomst, "overeenkomst.bijgewerkt", door, vandaag)


@transaction.atomic
def overeenkomst_versturen(*, overeenkomst: Overeenkomst, door: Toegang, vandaag: date) -> Overeenkomst:
    """From draft to signature: from now on the whole gebied reads it, with its parties and files."""
    overeenkomst = vergrendel(overeenkomst, door)
    if overeenkomst.gedeeld:
        raise DomainError("Deze overeenkomst is al verstuurd.")
    _eis_partijen(overeenkomst)
    return _delen(overeenkomst, True, "overeenkomst.verstuurd", door, vandaag)


@transaction.atomic
def overeenkomst_terugtrekken(*, overeenkomst: Overeenkomst, door: Toegang, vandaag: date) -> Overeenkomst:
    """Back to a draft, as long as nobody signed."""
    overeenkomst = vergrendel(overeenkomst, door)
    if overeenkomst.partijen.exclude(getekend_op=None).exists():
        raise DomainError("Een partij heeft al getekend. Zeg de overeenkomst op, of haal eerst die handtekening weg.")
    return _delen(overeenkomst, False, "overeenkomst.teruggetrokken", door, vandaag)


@transaction.atomic
def overeenkomst_opzeggen(
    *, overeenkomst: Overeenkomst, op: date, tegen: date, reden: str, door: Toegang, vandaag: date
) -> Overeenkomst:
    """Notice from `op`; the last day respects the term that was agreed."""
    overeenkomst = vergrendel(overeenkomst, door)
    if not overeenkomst.gedeeld:
        raise DomainError("Dit is nog een concept. Wis het in plaats van het op te zeggen.")
    if overeenkomst.opgezegd_op or (overeenkomst.tot and overeenkomst.tot < vandaag):
        raise DomainError("Deze overeenkomst is al opgezegd of voorbij.")
    if op > vandaag:
        raise DomainError("De dag van de opzeg ligt in de toekomst. Noteer een opzeg als hij verstuurd is.")
    eerste = vroegste_einde(overeenkomst, op)
    if tegen < eerste:
        raise DomainError(
            f"Met een opzegtermijn van {overeenkomst.opzegtermijn} maanden loopt de overeenkomst tot minstens "
            f"{eerste:%d/%m/%Y}. Kies die dag of een latere."
        )
    if overeenkomst.tot and tegen > overeenkomst.tot:
        raise DomainError(f"De overeenkomst eindigt zelf al op {overeenkomst.tot:%d/%m/%Y}. Kies een vroegere dag.")
    overeenkomst.opgezegd_op, overeenkomst.opgezegd_tegen, overeenkomst.opzegreden = op, tegen, reden.strip()
    schrijf(overeenkomst)
    return klaar(overeenkomst, "overeenkomst.opgezegd", door, vandaag)


def vroegste_einde(overeenkomst: Overeenkomst, op: date) -> date:
    """The first day on which notice of `op` can take effect; never past the day it ends by itself."""
    einde = plus_maanden(op, overeenkomst.opzegtermijn or 0)
    return min(einde, overeenkomst.tot) if overeenkomst.tot else einde


@transaction.atomic
def opzeg_intrekken(*, overeenkomst: Overeenkomst, door: Toegang, vandaag: date) -> Overeenkomst:
    overeenkomst = vergrendel(overeenkomst, door)
    overeenkomst.opgezegd_op, overeenkomst.opgezegd_tegen, overeenkomst.opzegreden = None, None, ""
    schrijf(overeenkomst)
    return klaar(overeenkomst, "overeenkomst.opzeg_ingetrokken", door, vandaag)


@transaction.atomic
def overeenkomst_vernieuwen(*, overeenkomst: Overeenkomst, door: Toegang, vandaag: date) -> Overeenkomst:
    """The next version as a draft: same parties, aims and rhythm, as long as the one before; nothing signed."""
    oud = vergrendel(overeenkomst, door)
    if oud.tot is None:
        raise DomainError("Deze overeenkomst heeft geen einde. Vernieuwen is niet nodig: pas ze aan of zeg ze op.")
    if oud.opvolgers.exists():
        raise DomainError("Er is al een nieuwe versie van deze overeenkomst.")
    verschuif = _verschuiving(oud.van, oud.tot)
    gegevens = {naam: getattr(oud, naam) for naam in OvereenkomstGegevens.__dataclass_fields__}
    gegevens.update(van=oud.tot + DAG, tot=verschuif(oud.tot + DAG) - DAG)
    nieuw = _bewaren(Overeenkomst(eigenaar_id=oud.eigenaar_id, vorige=oud), OvereenkomstGegevens(**gegevens))
    zelfde = {"overeenkomst": nieuw, "eigenaar_id": oud.eigenaar_id}
    for partij in oud.partijen.all():
        Overeenkomstpartij.objects.create(
            organisatie_id=partij.organisatie_id,
            ondertekenaar=partij.ondertekenaar,
            contactpersoon_id=partij.contactpersoon_id,
            **zelfde,
        )
    for doel in oud.doelen.all():
        Overeenkomstdoel.objects.create(
            titel=doel.titel, eenheid=doel.eenheid, streefwaarde=doel.streefwaarde, **zelfde
        )
    for evaluatie in oud.evaluaties.all():
        Evaluatieoverleg.objects.create(datum=verschuif(evaluatie.datum), **zelfde)
    record_event("overeenkomst.vernieuwd", nieuw, door=door)
    klaar(oud, "overeenkomst.opvolger_gemaakt", door, vandaag)
    return nieuw


@transaction.atomic
def overeenkomst_wissen(*, overeenkomst: Overeenkomst, door: Toegang, vandaag: date) -> None:
    """A draft only: what was sent stays known."""
    overeenkomst = vergrendel(overeenkomst, door)
    if overeenkomst.gedeeld:
        raise DomainError("Deze overeenkomst is al verstuurd. Trek ze eerst terug, of zeg ze op.")
    Bijlage.objects.aanwezig().filter(onderwerp=Bijlageonderwerp.OVEREENKOMST, object_id=overeenkomst.pk).update(
        verwijderd_op=vandaag
    )
    record_event("overeenkomst.gewist", overeenkomst, door=door)
    overeenkomst.delete()


def vergrendel(overeenkomst: Overeenkomst, door: Toegang) -> Overeenkomst:
    gegrendeld = Overeenkomst.objects.select_for_update(of=("self",)).get(pk=overeenkomst.pk)
    if gegrendeld.eigenaar_id not in door.lid_van:
        raise DomainError(f"Alleen {gegrendeld.eigenaar} kan deze overeenkomst wijzigen.")
    return gegrendeld


def schrijf(overeenkomst: Overeenkomst) -> None:
    overeenkomst.full_clean(exclude=["gebied", "eigenaar", "vorige"])
    overeenkomst.save()


def klaar(overeenkomst: Overeenkomst, soort: str, door: Toegang, vandaag: date) -> Overeenkomst:
    """The trace, and the reminders as they are from now on."""
    record_event(soort, overeenkomst, door=door)
    herinneringen_plannen(overeenkomst=overeenkomst, vandaag=vandaag, door=door)
    return overeenkomst


def _bewaren(overeenkomst: Overeenkomst, gegevens: OvereenkomstGegevens) -> Overeenkomst:
    for veld in OvereenkomstGegevens.__dataclass_fields__:
        setattr(overeenkomst, veld, getattr(gegevens, veld))
    schrijf(overeenkomst)
    return overeenkomst


def _eis_partijen(overeenkomst: Overeenkomst) -> None:
    partijen = [partij.organisatie for partij in overeenkomst.partijen.select_related("organisatie")]
    if len(partijen) < 2:
        raise DomainError("Een overeenkomst heeft minstens twee partijen. Voeg er een toe.")
    types = {organisatie.type for organisatie in partijen}
    if overeenkomst.soort == Overeenkomstsoort.VDAB_SAMENWERKING and OrganisatieType.VDAB not in types:
        raise DomainError("VDAB is geen partij bij deze overeenkomst. Voeg VDAB toe, of kies een andere soort.")
    raam = overeenkomst.soort == Overeenkomstsoort.RAAM_GEBRUIKER
    if raam and not any(organisatie.gebruikerscategorie for organisatie in partijen):
        raise DomainError("Geen van de partijen is een gebruiker van art. 60. Kijk de partijen of de soort na.")


def _delen(overeenkomst: Overeenkomst, gedeeld: bool, soort: str, door: Toegang, vandaag: date) -> Overeenkomst:
    """Parts and files are as shared as the agreement, in the database too."""
    overeenkomst.gedeeld, overeenkomst.verstuurd_op = gedeeld, vandaag if gedeeld else None
    schrijf(overeenkomst)
    for deel in (overeenkomst.partijen, overeenkomst.doelen, overeenkomst.evaluaties):
        deel.update(gedeeld=gedeeld)
    bijlagen_delen(onderwerp=Bijlageonderwerp.OVEREENKOMST, object_id=overeenkomst.pk, gedeeld=gedeeld)
    return klaar(overeenkomst, soort, door, vandaag)


@dataclass(frozen=True, slots=True)
class _Verschuiving:
    maanden: int
    dagen: int

    def __call__(self, dag: date) -> date:
        return plus_maanden(dag, self.maanden) if self.maanden else dag + timedelta(days=self.dagen)


def _verschuiving(van: date, tot: date) -> _Verschuiving:
    """As long as the term was: in whole months when it was that, else in days."""
    na = tot + DAG
    maanden = (na.year - van.year) * 12 + na.month - van.month
    heel = maanden > 0 and plus_maanden(van, maanden) == na
    return _Verschuiving(maanden if heel else 0, (na - van).days)
