"""Places a partner offers itself. Who works there is never part of it."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from partners.enums import Wijzigonderwerp
from partners.models import Capaciteit, Werkplaats
from partners.services.eigen import eis_eigen, noteer_wijziging, opsomming
from partners.services.plaatsen import (
    WerkplaatsGegevens,
    capaciteit_wissen,
    capaciteit_zetten,
    werkplaats_bijwerken,
    werkplaats_toevoegen,
)
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.notatie import datum, meervoud
from regie.core.permissions import Toegang


@transaction.atomic
def eigen_plaats_toevoegen(
    *, organisatie: Organisatie, gegevens: WerkplaatsGegevens, door: Toegang, vandaag: date
) -> Werkplaats:
    eis_eigen(organisatie, door)
    if not organisatie.gebruikerscategorie:
        raise DomainError(
            f"{organisatie} staat niet als gebruiker van art. 60 bij de regio. Vraag de regio om dat in te vullen; "
            "daarna kun je plaatsen aanbieden."
        )
    werkplaats = werkplaats_toevoegen(gebruiker=organisatie, gegevens=replace(gegevens, ocmw=None), door=door)
    zin = f"{_plaatsen(werkplaats.aantal)} aangeboden vanaf {datum(werkplaats.van)}."
    return _noteer(werkplaats, zin, door, vandaag)


@transaction.atomic
def eigen_plaats_bijwerken(
    *, werkplaats: Werkplaats, gegevens: WerkplaatsGegevens, door: Toegang, vandaag: date
) -> Werkplaats:
    """With which OCMW the place was agreed, stays as it was."""
    werkplaats = _vers(werkplaats, door)
    nieuw, oud = replace(gegevens, ocmw=werkplaats.ocmw), plaatsgegevens(werkplaats)
    anders = [veld for veld in WerkplaatsGegevens.__dataclass_fields__ if getattr(nieuw, veld) != getattr(oud, veld)]
    werkplaats = werkplaats_bijwerken(werkplaats=werkplaats, gegevens=nieuw, door=door)
    if not anders:
        return werkplaats
    namen = {veld.name: str(veld.verbose_name) for veld in Werkplaats._meta.fields}
    woorden = [namen[veld] for veld in anders]
    aantal = f" (nu {werkplaats.aantal})" if "aantal" in anders else ""
    return _noteer(werkplaats, f"gewijzigd: {opsomming(woorden)}{aantal}.", door, vandaag)


@transaction.atomic
def eigen_plaats_stoppen(*, werkplaats: Werkplaats, tot: date, door: Toegang, vandaag: date) -> Werkplaats:
    """A last day; who works there then stays, nobody new comes."""
    werkplaats = _vers(werkplaats, door)
    if tot < werkplaats.van:
        raise DomainError(f"De laatste dag ligt voor de eerste dag ({datum(werkplaats.van)}). Kies een latere dag.")
    gegevens = replace(plaatsgegevens(werkplaats), tot=tot)
    werkplaats = werkplaats_bijwerken(werkplaats=werkplaats, gegevens=gegevens, door=door)
    return _noteer(werkplaats, f"aangeboden tot en met {datum(tot)}.", door, vandaag)


@transaction.atomic
def eigen_plaats_hervatten(*, werkplaats: Werkplaats, door: Toegang, vandaag: date) -> Werkplaats:
    werkplaats = _vers(werkplaats, door)
    gegevens = replace(plaatsgegevens(werkplaats), tot=None)
    werkplaats = werkplaats_bijwerken(werkplaats=werkplaats, gegevens=gegevens, door=door)
    return _noteer(werkplaats, "opnieuw aangeboden.", door, vandaag)


@transaction.atomic
def eigen_aantal_zetten(
    *, werkplaats: Werkplaats, aantal: int, van: date, tot: date | None, door: Toegang, vandaag: date
) -> Capaciteit:
    """Another number for a period."""
    eis_eigen(werkplaats.gebruiker, door)
    capaciteit = capaciteit_zetten(werkplaats=werkplaats, aantal=aantal, van=van, tot=tot, door=door)
    einde = f"tot en met {datum(tot)}" if tot else "tot nader bericht"
    _noteer(werkplaats, f"{_plaatsen(aantal)} van {datum(van)} {einde}.", door, vandaag)
    return capaciteit


@transaction.atomic
def eigen_aantal_wissen(*, capaciteit: Capaciteit, door: Toegang, vandaag: date) -> Werkplaats:
    eis_eigen(capaciteit.werkplaats.gebruiker, door)
    van = capaciteit.van
    werkplaats = capaciteit_wissen(capaciteit=capaciteit, door=door)
    return _noteer(werkplaats, f"vanaf {datum(van)} weer het gewone aantal ({werkplaats.aantal}).", door, vandaag)


def _vers(werkplaats: Werkplaats, door: Toegang) -> Werkplaats:
    """Locked as it stands now: what somebody else changed meanwhile is kept."""
    rijen = Werkplaats.objects.select_for_update(of=("self",)).select_related("gebruiker", "ocmw", "gemeente")
    gegrendeld = rijen.get(pk=werkplaats.pk)
    eis_eigen(gegrendeld.gebruiker, door)
    return gegrendeld


def plaatsgegevens(werkplaats: Werkplaats) -> WerkplaatsGegevens:
    return WerkplaatsGegevens(**{veld: getattr(werkplaats, veld) for veld in WerkplaatsGegevens.__dataclass_fields__})


def _plaatsen(aantal: int) -> str:
    return meervoud(aantal, "plaats", "plaatsen")


def _noteer(werkplaats: Werkplaats, zin: str, door: Toegang, vandaag: date) -> Werkplaats:
    noteer_wijziging(
        werkplaats.gebruiker,
        Wijzigonderwerp.PLAATS,
        f"{werkplaats.functie[:1].upper()}{werkplaats.functie[1:]}: {zin}"[:300],
        door=door,
        vandaag=vandaag,
        object_id=werkplaats.pk,
    )
    return werkplaats
