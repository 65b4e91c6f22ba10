"""What is heard at an employer: what keeps it from hiring, and how satisfied it is."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from partners.models import Tevredenheid, Werkgever, WerkgeverDrempel
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class DrempelGegevens:
    soort: str
    toelichting: str = ""
    gedeeld: bool = True


@dataclass(frozen=True, slots=True)
class TevredenheidGegevens:
    datum: date
    over: str
    score: int
    toelichting: str = ""


@transaction.atomic
def drempel_toevoegen(
    *, werkgever: Werkgever, organisatie: Organisatie, gegevens: DrempelGegevens, vandaag: date, door: Toegang
) -> WerkgeverDrempel:
    """A drempel of one organisatie; when it is shared, the whole gebied reads it."""
    _eis_lid(organisatie.pk, door)
    zelfde = WerkgeverDrempel.objects.filter(
        werkgever=werkgever, eigenaar=organisatie, soort=gegevens.soort, opgelost_op=None
    )
    if gegevens.soort != "ANDER" and zelfde.exists():
        raise DomainError("Deze drempel staat er al. Vul de toelichting ervan aan.")
    drempel = WerkgeverDrempel(werkgever=werkgever, eigenaar=organisatie, gemeld_op=vandaag)
    return _bewaar_drempel(drempel, gegevens, "werkgeverdrempel.gemeld", door)


@transaction.atomic
def drempel_bijwerken(*, drempel: WerkgeverDrempel, gegevens: DrempelGegevens, door: Toegang) -> WerkgeverDrempel:
    return _bewaar_drempel(_vergrendel(drempel, door), gegevens, "werkgeverdrempel.bijgewerkt", door)


@transaction.atomic
def drempel_oplossen(*, drempel: WerkgeverDrempel, vandaag: date, door: Toegang) -> WerkgeverDrempel:
    drempel = _vergrendel(drempel, door)
    drempel.opgelost_op = vandaag
    drempel.save(update_fields=["opgelost_op"])
    record_event("werkgeverdrempel.opgelost", drempel, door=door)
    return drempel


@transaction.atomic
def drempel_heropenen(*, drempel: WerkgeverDrempel, door: Toegang) -> WerkgeverDrempel:
    drempel = _vergrendel(drempel, door)
    drempel.opgelost_op = None
    drempel.save(update_fields=["opgelost_op"])
    record_event("werkgeverdrempel.heropend", drempel, door=door)
    return drempel


@transaction.atomic
def tevredenheid_noteren(
    *,
    werkgever: Werkgever,
    organisatie: Organisatie,
    gegevens: TevredenheidGegevens,
    vandaag: date,
    door: Toegang,
) -> Tevredenheid:
    _eis_lid(organisatie.pk, door)
    if gegevens.datum > vandaag:
        raise DomainError("Deze datum ligt in de toekomst. Vul de dag in waarop de werkgever het zei.")
    tevredenheid = Tevredenheid(
        werkgever=werkgever,
        organisatie=organisatie,
        datum=gegevens.datum,
        over=gegevens.over,
        score=gegevens.score,
        toelichting=gegevens.toelichting.strip(),
    )
    _keur(tevredenheid)
    tevredenheid.save()
    record_event("tevredenheid.genoteerd", tevredenheid, door=door)
    return tevredenheid


@transaction.atomic
def tevredenheid_wissen(*, tevredenheid: Tevredenheid, door: Toegang) -> None:
    """A mistake of the own organisatie."""
    _eis_lid(tevredenheid.organisatie_id, door)
    record_event("tevredenheid.gewist", tevredenheid, door=door, score=tevredenheid.score)
    tevredenheid.delete()


def _eis_lid(organisatie_id: int, door: Toegang) -> None:
    if organisatie_id not in door.lid_van:
        raise DomainError("Dit hoort bij een andere organisatie. Alleen een collega daar kan het noteren of wijzigen.")


def _vergrendel(drempel: WerkgeverDrempel, door: Toegang) -> WerkgeverDrempel:
    _eis_lid(drempel.eigenaar_id, door)
    return WerkgeverDrempel.objects.select_for_update(of=("self",)).get(pk=drempel.pk)


def _bewaar_drempel(
    drempel: WerkgeverDrempel, gegevens: DrempelGegevens, soort: str, door: Toegang
) -> WerkgeverDrempel:
    drempel.soort, drempel.gedeeld = gegevens.soort, gegevens.gedeeld
    drempel.toelichting = gegevens.toelichting.strip()
    if drempel.soort == "ANDER" and not drempel.toelichting:
        raise DomainError("Zeg in de toelichting welke drempel het is.")
    _keur(drempel)
    drempel.save()
    record_event(soort, drempel, door=door)
    return drempel


def _keur(rij: Model) -> None:
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None
