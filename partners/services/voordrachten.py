"""Somebody is proposed for a place, under a reference that means nothing outside the file of who proposes."""

import secrets
from datetime import date

from django.db import transaction

from partners.enums import Voordrachtuitkomst
from partners.models import Behoefte, Voordracht
from partners.services.behoefteladder import na_antwoord
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang

TEKENS = "23456789BCDFGHJKMNPQRSTVWXZ"  # no vowels, nothing that looks like something else
LENGTE = 4


@transaction.atomic
def voordracht_toevoegen(*, behoefte: Behoefte, organisatie: Organisatie, datum: date, door: Toegang) -> Voordracht:
    if organisatie.pk not in door.lid_van:
        raise DomainError("Je stelt iemand voor namens een organisatie waar je zelf bij hoort.")
    if not behoefte.loopt or not behoefte.vraagt_mensen:
        raise DomainError("Je kunt alleen iemand voorstellen voor plaatsen die nog open zijn.")
    voordracht = Voordracht(
        behoefte=behoefte,
        organisatie=organisatie,
        referentie=_vrije_referentie(),
        datum=datum,
        door_id=door.user_id,
    )
    return _bewaar(voordracht, "voordracht.toegevoegd", door)


@transaction.atomic
def voordracht_uitkomst(
    *, voordracht: Voordracht, uitkomst: Voordrachtuitkomst, reden: str, vandaag: date, door: Toegang
) -> Voordracht:
    """What the employer or the candidate said. Taken on: one place less."""
    voordracht = _vergrendel(voordracht, door)
    afgewezen = uitkomst in {Voordrachtuitkomst.GEWEIGERD, Voordrachtuitkomst.AFGEHAAKT}
    if afgewezen and not reden:
        raise DomainError("Kies waarom het niet doorging.")
    if uitkomst == Voordrachtuitkomst.AANGENOMEN and not _is_plaats(voordracht):
        raise DomainError("Alle plaatsen zijn al ingevuld. Vraag aan de accounthouder of er nog een bij kan.")
    voordracht.uitkomst = uitkomst
    voordracht.reden = reden if afgewezen else ""
    voordracht.uitkomst_op = None if uitkomst == Voordrachtuitkomst.LOOPT else vandaag
    _bewaar(voordracht, f"voordracht.{uitkomst.lower()}", door)
    na_antwoord(voordracht.behoefte, vandaag=vandaag, door=door)
    return voordracht


@transaction.atomic
def voordracht_intrekken(*, voordracht: Voordracht, vandaag: date, door: Toegang) -> Behoefte:
    """Noted by mistake: as if it never was. One with an outcome stays, because it was counted."""
    voordracht = _vergrendel(voordracht, door)
    if voordracht.uitkomst != Voordrachtuitkomst.LOOPT:
        raise DomainError("Er is al een uitkomst. Verbeter de uitkomst in plaats van de voordracht weg te halen.")
    behoefte = voordracht.behoefte
    record_event("voordracht.ingetrokken", voordracht, door=door, behoefte=str(behoefte.pk))
    voordracht.delete()
    return na_antwoord(behoefte, vandaag=vandaag, door=door)


def _is_plaats(voordracht: Voordracht) -> bool:
    return voordracht.uitkomst == Voordrachtuitkomst.AANGENOMEN or voordracht.behoefte.vrij > 0


def _vergrendel(voordracht: Voordracht, door: Toegang) -> Voordracht:
    rijen = Voordracht.objects.select_for_update(of=("self",)).select_related("behoefte__werkgever", "organisatie")
    rij = rijen.get(pk=voordracht.pk)
    if rij.organisatie_id not in door.lid_van:
        raise DomainError(f"Deze voordracht is van {rij.organisatie}. Alleen daar vullen ze de uitkomst in.")
    return rij


def _vrije_referentie() -> str:
    while True:
        code = "K-" + "".join(secrets.choice(TEKENS) for _ in range(LENGTE))
        if not Voordracht.objects.filter(referentie=code).exists():
            return code


def _bewaar(voordracht: Voordracht, soort: str, door: Toegang) -> Voordracht:
    voordracht.full_clean(exclude=["gebied"])
    voordracht.save()
    record_event(soort, voordracht, door=door, behoefte=str(voordracht.behoefte_id))
    return voordracht
