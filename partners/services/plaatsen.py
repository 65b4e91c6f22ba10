"""The places gebruikers offer, their number over time, and lending them between OCMW's."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from partners.enums import Fysiek, Taalniveau, UitleenStatus
from partners.models import Capaciteit, Uitlening, Werkplaats
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Gemeente, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Recht, Toegang


@dataclass(frozen=True, slots=True)
class WerkplaatsGegevens:
    functie: str
    aantal: int
    van: date
    tot: date | None = None
    ocmw: Organisatie | None = None
    categorie: str = ""
    omschrijving: str = ""
    uren: Decimal = Decimal(38)
    rijbewijs: str = ""
    nederlands: int = Taalniveau.GEEN
    ploegen: bool = False
    weekend: bool = False
    fysiek: int = Fysiek.GEWOON
    gemeente: Gemeente | None = None
    met_ov: bool = False
    met_fiets: bool = False
    begeleiding: str = ""


@transaction.atomic
def werkplaats_toevoegen(*, gebruiker: Organisatie, gegevens: WerkplaatsGegevens, door: Toegang) -> Werkplaats:
    if not gebruiker.gebruikerscategorie:
        raise DomainError(
            f"{gebruiker} is geen gebruiker van art. 60. Vul eerst de categorie als gebruiker in bij de organisatie."
        )
    return _bewaren(Werkplaats(gebruiker=gebruiker), gegevens, "werkplaats.toegevoegd", door)


@transaction.atomic
def werkplaats_bijwerken(*, werkplaats: Werkplaats, gegevens: WerkplaatsGegevens, door: Toegang) -> Werkplaats:
    werkplaats = _vergrendel(werkplaats, door)
    return _bewaren(werkplaats, gegevens, "werkplaats.bijgewerkt", door)


@transaction.atomic
def werkplaats_beeindigen(*, werkplaats: Werkplaats, vandaag: date, door: Toegang) -> Werkplaats:
    """Yesterday was the last day; who already works there stays where they are."""
    werkplaats = _vergrendel(werkplaats, door)
    if werkplaats.tot and werkplaats.tot < vandaag:
        raise DomainError(f"Deze plaats is al beëindigd op {werkplaats.tot:%d/%m/%Y}.")
    werkplaats.tot = max(vandaag - timedelta(days=1), werkplaats.van)
    return _schrijf(werkplaats, "werkplaats.beeindigd", door)


@transaction.atomic
def werkplaats_archiveren(*, werkplaats: Werkplaats, vandaag: date, door: Toegang) -> Werkplaats:
    """Out of every list; what was counted stays counted."""
    werkplaats = _vergrendel(werkplaats, door)
    werkplaats.gearchiveerd_op = vandaag
    if werkplaats.tot is None or werkplaats.tot >= vandaag:
        werkplaats.tot = max(vandaag - timedelta(days=1), werkplaats.van)
    return _schrijf(werkplaats, "werkplaats.gearchiveerd", door)


@transaction.atomic
def werkplaats_terughalen(*, werkplaats: Werkplaats, door: Toegang) -> Werkplaats:
    werkplaats = _vergrendel(werkplaats, door)
    werkplaats.gearchiveerd_op, werkplaats.tot = None, None
    return _schrijf(werkplaats, "werkplaats.teruggehaald", door)


@transaction.atomic
def capaciteit_zetten(
    *, werkplaats: Werkplaats, aantal: int, van: date, tot: date | None, door: Toegang
) -> Capaciteit:
    """From a day (to a day) another number of places than usual."""
    werkplaats = _vergrendel(werkplaats, door)
    capaciteit = Capaciteit.objects.filter(werkplaats=werkplaats, van=van).first() or Capaciteit(
        werkplaats=werkplaats, van=van
    )
    capaciteit.aantal, capaciteit.tot = aantal, tot
    capaciteit.full_clean()
    capaciteit.save()
    record_event("capaciteit.gezet", werkplaats, door=door, van=van.isoformat(), aantal=aantal)
    return capaciteit


@transaction.atomic
def capaciteit_wissen(*, capaciteit: Capaciteit, door: Toegang) -> Werkplaats:
    """The usual number again, for those days."""
    werkplaats = _vergrendel(capaciteit.werkplaats, door)
    record_event("capaciteit.gewist", werkplaats, door=door, van=capaciteit.van.isoformat())
    capaciteit.delete()
    return werkplaats


@transaction.atomic
def uitlening_vragen(
    *, werkplaats: Werkplaats, aan_ocmw: Organisatie, aantal: int, van: date, tot: date, tarief: str, door: Toegang
) -> Uitlening:
    """An OCMW asks to use a place another OCMW agreed. Nothing is said about who would work there."""
    if aan_ocmw.pk not in door.organisatie_ids:
        raise DomainError("Je kunt alleen een plaats lenen voor je eigen OCMW.")
    if werkplaats.ocmw is None:
        raise DomainError("Deze plaats is er voor heel het gebied. Je hoeft ze niet te lenen.")
    if werkplaats.ocmw_id == aan_ocmw.pk:
        raise DomainError("Je eigen plaats hoef je niet te lenen.")
    uitlening = Uitlening(
        werkplaats=werkplaats,
        van_ocmw=werkplaats.ocmw,
        aan_ocmw=aan_ocmw,
        aantal=aantal,
        van=van,
        tot=tot,
        tarief=tarief.strip(),
        gevraagd_door_id=door.user_id,
    )
    return _uitlening_bewaren(uitlening, "uitlening.gevraagd", door)


@transaction.atomic
def uitlening_beantwoorden(
    *, uitlening: Uitlening, akkoord: bool, antwoord: str, door: Toegang, vandaag: date
) -> Uitlening:
    """The OCMW the place is of says yes, or no with a reason."""
    uitlening = _vergrendel_uitlening(uitlening)
    if uitlening.van_ocmw_id not in door.organisatie_ids:
        raise DomainError(f"Alleen {uitlening.van_ocmw} kan deze vraag beantwoorden.")
    if uitlening.status != UitleenStatus.GEVRAAGD:
        raise DomainError(f"Deze vraag is al {uitlening.get_status_display()}.")
    if not akkoord and not antwoord.strip():
        raise DomainError("Schrijf waarom je de plaats niet kunt uitlenen.")
    uitlening.status = UitleenStatus.BEVESTIGD if akkoord else UitleenStatus.GEWEIGERD
    uitlening.antwoord, uitlening.beslist_op = antwoord.strip(), vandaag
    uitlening.beslist_door_id = door.user_id
    return _uitlening_bewaren(uitlening, f"uitlening.{uitlening.status.lower()}", door)


@transaction.atomic
def uitlening_intrekken(*, uitlening: Uitlening, door: Toegang, vandaag: date) -> Uitlening:
    """The question is taken back, or a loan that runs ends yesterday: either side may."""
    uitlening = _vergrendel_uitlening(uitlening)
    if not {uitlening.van_ocmw_id, uitlening.aan_ocmw_id} & set(door.organisatie_ids):
        raise DomainError("Alleen de twee OCMW's van deze uitlening kunnen ze stoppen.")
    if uitlening.status not in {UitleenStatus.GEVRAAGD, UitleenStatus.BEVESTIGD}:
        raise DomainError(f"Deze uitlening is al {uitlening.get_status_display()}.")
    if uitlening.status == UitleenStatus.BEVESTIGD and uitlening.van < vandaag:
        uitlening.tot = min(uitlening.tot, vandaag - timedelta(days=1))
    else:
        uitlening.status = UitleenStatus.INGETROKKEN
    return _uitlening_bewaren(uitlening, "uitlening.gestopt", door)


def mag_plaats_wijzigen(werkplaats: Werkplaats, door: Toegang) -> bool:
    """Whoever keeps the network changes every place; an OCMW those it agreed itself; a partner its own."""
    if door.mag(Recht.PARTNER_BEWERKEN) or werkplaats.gebruiker_id in door.partner_van:
        return True
    return door.mag(Recht.PLAATS_BEWERKEN) and werkplaats.ocmw_id in door.organisatie_ids


def _eis(werkplaats: Werkplaats, door: Toegang) -> None:
    if not mag_plaats_wijzigen(werkplaats, door):
        raise DomainError(
            "Deze plaats is niet van jouw OCMW. Vraag de regisseur om ze te wijzigen, of vraag een uitlening."
        )


def _vergrendel(werkplaats: Werkplaats, door: Toegang) -> Werkplaats:
    gegrendeld = Werkplaats.objects.select_for_update(of=("self",)).get(pk=werkplaats.pk)
    _eis(gegrendeld, door)
    return gegrendeld


def _vergrendel_uitlening(uitlening: Uitlening) -> Uitlening:
    rijen = Uitlening.objects.select_for_update(of=("self",)).select_related("van_ocmw", "aan_ocmw")
    return rijen.get(pk=uitlening.pk)


def _bewaren(werkplaats: Werkplaats, gegevens: WerkplaatsGegevens, soort: str, door: Toegang) -> Werkplaats:
    for veld in WerkplaatsGegevens.__dataclass_fields__:
        setattr(werkplaats, veld, getattr(gegevens, veld))
    if werkplaats.ocmw is not None and werkplaats.ocmw.type != OrganisatieType.OCMW:
        raise DomainError("Een plaats is van een OCMW van je gebied, of van niemand in het bijzonder.")
    _eis(werkplaats, door)
    return _schrijf(werkplaats, soort, door)


def _schrijf(werkplaats: Werkplaats, soort: str, door: Toegang) -> Werkplaats:
    werkplaats.full_clean()
    werkplaats.save()
    details: dict[str, Any] = {"gebruiker": werkplaats.gebruiker_id, "aantal": werkplaats.aantal}
    record_event(soort, werkplaats, door=door, **details)
    return werkplaats


def _uitlening_bewaren(uitlening: Uitlening, soort: str, door: Toegang) -> Uitlening:
    uitlening.full_clean()
    uitlening.save()
    record_event(soort, uitlening, door=door, van=uitlening.van_ocmw_id, aan=uitlening.aan_ocmw_id)
    return uitlening
