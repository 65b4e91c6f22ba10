"""Keeping the dossier of a managementadvies."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.models import Managementadvies
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class AdviesGegevens:
    onderwerp: str
    kost_excl_btw: Decimal
    erkenning: str
    adviesverlener: str = ""
    btw: Decimal = Decimal(0)
    kan_kmo_portefeuille: bool | None = None
    in_moeilijkheden: bool | None = None
    rsz_achterstand: bool | None = None
    is_verplicht: bool | None = None
    de_minimis: Decimal | None = None
    aangevraagd_op: date | None = None
    beslist_op: date | None = None
    is_toegekend: bool | None = None
    kosten_vanaf: date | None = None
    verslag_op: date | None = None
    analyse: str = ""
    aanbeveling: str = ""
    aanpak: str = ""


@transaction.atomic
def advies_toevoegen(
    *, eigenaar: Organisatie, gegevens: AdviesGegevens, door: Toegang, vandaag: date
) -> Managementadvies:
    if eigenaar.pk not in door.lid_van:
        raise DomainError("Je kunt alleen een dossier maken voor een organisatie waar je zelf bij hoort.")
    return _bewaar(Managementadvies(eigenaar=eigenaar), gegevens, "managementadvies.toegevoegd", door, vandaag)


@transaction.atomic
def advies_bijwerken(
    *, advies: Managementadvies, gegevens: AdviesGegevens, door: Toegang, vandaag: date
) -> Managementadvies:
    advies = Managementadvies.objects.select_for_update(of=("self",)).get(pk=advies.pk)
    return _bewaar(advies, gegevens, "managementadvies.bijgewerkt", door, vandaag)


@transaction.atomic
def advies_wissen(*, advies: Managementadvies, door: Toegang) -> None:
    """Only what was never applied for: after that the dossier tells what was asked and decided."""
    advies = Managementadvies.objects.select_for_update(of=("self",)).get(pk=advies.pk)
    if advies.aangevraagd_op:
        raise DomainError("Dit advies is aangevraagd. Een dossier dat is ingediend, kun je niet meer wissen.")
    record_event("managementadvies.gewist", advies, door=door)
    advies.delete()


def _bewaar(
    advies: Managementadvies, gegevens: AdviesGegevens, soort: str, door: Toegang, vandaag: date
) -> Managementadvies:
    if fouten := _fouten(gegevens, vandaag):
        raise DomainErrors(fouten)
    for veld in fields(gegevens):
        setattr(advies, veld.name, getattr(gegevens, veld.name))
    try:
        advies.full_clean(exclude=["gebied", "eigenaar"])
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None
    advies.save()
    record_event(soort, advies, door=door)
    return advies


def _fouten(gegevens: AdviesGegevens, vandaag: date) -> list[str]:
    fouten = []
    for label, dag in (
        ("De aanvraag", gegevens.aangevraagd_op),
        ("De beslissing", gegevens.beslist_op),
        ("Het verslag", gegevens.verslag_op),
    ):
        if dag and dag > vandaag:
            fouten.append(f"{label} kan niet in de toekomst liggen. Kies een dag tot en met vandaag.")
    if gegevens.verslag_op and not all((gegevens.analyse, gegevens.aanbeveling, gegevens.aanpak)):
        fouten.append("Een verslag heeft een analyse, een aanbeveling en een aanpak. Vul ze alle drie in.")
    if gegevens.verslag_op and not gegevens.is_toegekend:
        fouten.append("Een verslag hoort bij een toegekend advies. Vul eerst de beslissing in.")
    return fouten
