"""Job carving: tasks of a team analysed, some split off into a new function, and what follows from it."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from partners.enums import Behoeftesoort, Fysiek, Taakniveau, Taalniveau
from partners.models import Behoefte, Jobontwerp, Werkgever, Werkplaats
from partners.services.behoeften import BehoefteGegevens, behoefte_noteren, van_jobontwerp
from partners.services.plaatsen import WerkplaatsGegevens, werkplaats_toevoegen
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.notatie import getal
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class Jobtaak:
    """One task: how long it takes a week, which function does it now, and whether it moves to the new one."""

    taak: str
    uren: Decimal
    wie: str = ""
    afsplitsen: bool = False
    niveau: int = Taakniveau.EENVOUDIG
    ondersteuning: str = ""

    def als_rij(self) -> dict[str, Any]:
        return {**asdict(self), "uren": str(self.uren)}


@dataclass(frozen=True, slots=True)
class JobontwerpGegevens:
    functie: str
    uren: Decimal
    taken: tuple[Jobtaak, ...]
    afdeling: str = ""
    aanleiding: str = ""
    categorie: str = ""
    nederlands: int = Taalniveau.GEEN
    rijbewijs: str = ""
    fysiek: int = Fysiek.GEWOON
    vereisten: str = ""
    begeleiding: str = ""
    ondersteuning: str = ""
    winst: str = ""
    besproken_op: date | None = None


@transaction.atomic
def jobontwerp_maken(
    *, werkgever: Werkgever, eigenaar: Organisatie, gegevens: JobontwerpGegevens, door: Toegang
) -> Jobontwerp:
    if eigenaar.pk not in door.lid_van:
        raise DomainError("Je maakt een jobontwerp voor een organisatie waar je zelf bij hoort.")
    ontwerp = Jobontwerp(werkgever=werkgever, eigenaar=eigenaar, door_id=door.user_id)
    return _bewaren(ontwerp, gegevens, "jobontwerp.gemaakt", door)


@transaction.atomic
def jobontwerp_bijwerken(*, jobontwerp: Jobontwerp, gegevens: JobontwerpGegevens, door: Toegang) -> Jobontwerp:
    return _bewaren(_vergrendel(jobontwerp, door), gegevens, "jobontwerp.bijgewerkt", door)


@transaction.atomic
def jobontwerp_delen(*, jobontwerp: Jobontwerp, gedeeld: bool, door: Toegang) -> Jobontwerp:
    """Shared, the whole gebied reads it; taken back, only the own organisatie."""
    jobontwerp = _vergrendel(jobontwerp, door)
    jobontwerp.gedeeld = gedeeld
    jobontwerp.save(update_fields=["gedeeld"])
    record_event("jobontwerp.gedeeld" if gedeeld else "jobontwerp.niet_gedeeld", jobontwerp, door=door)
    return jobontwerp


@transaction.atomic
def jobontwerp_wissen(*, jobontwerp: Jobontwerp, door: Toegang) -> None:
    jobontwerp = _vergrendel(jobontwerp, door)
    if jobontwerp.behoeften.exists():
        raise DomainError("Uit dit jobontwerp kwam al een behoefte. Laat het dus staan.")
    record_event("jobontwerp.gewist", jobontwerp, door=door)
    jobontwerp.delete()


@transaction.atomic
def behoefte_uit_jobontwerp(*, jobontwerp: Jobontwerp, door: Toegang) -> Behoefte:
    """A draft of a vacancy for the carved function, ready to be looked over and published."""
    jobontwerp = _vergrendel(jobontwerp, door)
    _eis_dat_het_klopt(jobontwerp)
    gegevens = van_jobontwerp(
        jobontwerp, BehoefteGegevens(soort=Behoeftesoort.VACATURE, omschrijving=_omschrijving(jobontwerp))
    )
    return behoefte_noteren(
        werkgever=jobontwerp.werkgever,
        eigenaar=jobontwerp.eigenaar,
        gegevens=gegevens,
        door=door,
        jobontwerp=jobontwerp,
    )


@transaction.atomic
def werkplaats_uit_jobontwerp(
    *, jobontwerp: Jobontwerp, ocmw: Organisatie | None, vandaag: date, door: Toegang
) -> Werkplaats:
    """A place art. 60 for the carved function, at the partner this employer is."""
    jobontwerp = _vergrendel(jobontwerp, door)
    _eis_dat_het_klopt(jobontwerp)
    if jobontwerp.werkgever.organisatie is None:
        raise DomainError(
            f"{jobontwerp.werkgever} is nog geen partner. Maak er op de kaart van de werkgever eerst een partner van."
        )
    gegevens = WerkplaatsGegevens(
        functie=jobontwerp.functie,
        aantal=1,
        van=vandaag,
        ocmw=ocmw,
        categorie=jobontwerp.categorie,
        omschrijving=_omschrijving(jobontwerp),
        uren=jobontwerp.uren,
        rijbewijs=jobontwerp.rijbewijs,
        nederlands=jobontwerp.nederlands,
        fysiek=jobontwerp.fysiek,
        begeleiding=jobontwerp.begeleiding,
    )
    return werkplaats_toevoegen(gebruiker=jobontwerp.werkgever.organisatie, gegevens=gegevens, door=door)


def wat_niet_klopt(jobontwerp: Jobontwerp) -> list[str]:
    """Why nothing can follow from it yet: sentences for the page and for the service."""
    if not jobontwerp.afgesplitst:
        return ["Duid minstens één taak aan die naar de nieuwe functie gaat."]
    if jobontwerp.uren_afgesplitst != jobontwerp.uren:
        return [
            f"De taken die je afsplitst, duren samen {_uren(jobontwerp.uren_afgesplitst)} per week. De functie telt "
            f"{_uren(jobontwerp.uren)}. Pas de taken of de uren van de functie aan."
        ]
    return []


def _uren(uren: Decimal) -> str:
    return f"{getal(uren.normalize(), max(-int(uren.normalize().as_tuple().exponent), 0))} uur"


def _eis_dat_het_klopt(jobontwerp: Jobontwerp) -> None:
    if meldingen := wat_niet_klopt(jobontwerp):
        raise DomainErrors(meldingen)


def _omschrijving(jobontwerp: Jobontwerp) -> str:
    regels = [f"- {taak['taak']} ({_uren(Decimal(taak['uren']))} per week)" for taak in jobontwerp.afgesplitst]
    delen = ["Taken:", *regels]
    if jobontwerp.vereisten:
        delen += ["Wat nodig is:", jobontwerp.vereisten]
    if jobontwerp.ondersteuning:
        delen += ["Aanpassingen en ondersteuning:", jobontwerp.ondersteuning]
    return "\n".join(delen)[:1000]


def _vergrendel(jobontwerp: Jobontwerp, door: Toegang) -> Jobontwerp:
    rijen = Jobontwerp.objects.select_for_update(of=("self",))
    rij = rijen.select_related("werkgever__organisatie", "eigenaar").get(pk=jobontwerp.pk)
    if rij.eigenaar_id not in door.lid_van:
        raise DomainError(f"Dit jobontwerp is van {rij.eigenaar}. Alleen daar kunnen ze het wijzigen.")
    return rij


def _bewaren(ontwerp: Jobontwerp, gegevens: JobontwerpGegevens, soort: str, door: Toegang) -> Jobontwerp:
    if not gegevens.taken:
        raise DomainError("Noteer minstens één taak. Begin met wat het team elke week doet.")
    for veld in JobontwerpGegevens.__dataclass_fields__:
        setattr(ontwerp, veld, getattr(gegevens, veld))
    ontwerp.taken = [taak.als_rij() for taak in gegevens.taken]
    ontwerp.full_clean(exclude=["gebied", "eigenaar"])
    ontwerp.save()
    record_event(soort, ontwerp, door=door, taken=len(ontwerp.taken))
    return ontwerp
