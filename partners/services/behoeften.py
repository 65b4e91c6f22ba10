"""What employers ask: noted as a draft of the own organisatie, published to the gebied, closed when it is over."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from partners.enums import BehoefteStatus, Taalniveau, WerkgeverStatus
from partners.models import Behoefte, Contactpersoon, Jobontwerp, Vestiging, Werkgever
from partners.services.behoefteladder import herbegin_ladders, stop_ladders
from partners.services.behoeftestand import (
    eis_opvolgen,
    geteld_ingevuld,
    in_naam_van,
    status_uit_antwoorden,
    zet_status,
)
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.names import naam_sleutel
from regie.core.parameters import waarde
from regie.core.permissions import Recht, Toegang


@dataclass(frozen=True, slots=True)
class BehoefteGegevens:
    soort: str
    functie: str = ""
    categorie: str = ""
    omschrijving: str = ""
    vestiging: Vestiging | None = None
    contactpersoon: Contactpersoon | None = None
    aantal: int = 1
    uren: Decimal | None = None
    ploegen: bool = False
    weekend: bool = False
    nederlands: int = Taalniveau.GEEN
    rijbewijs: str = ""
    diploma: str = ""
    met_ov: bool = False
    met_fiets: bool = False
    jobcarving: bool = False
    stage_mogelijk: bool = False
    van: date | None = None
    geldig_tot: date | None = None
    mail_bij_antwoord: bool = False


def geldig_tot_voor(vandaag: date) -> date:
    """The last day a need usually stays valid."""
    return vandaag + timedelta(days=int(waarde("behoefte_geldig", op=vandaag)))


def mag_wijzigen(behoefte: Behoefte, door: Toegang) -> bool:
    return behoefte.eigenaar_id in door.lid_van and door.mag(Recht.WERKGEVER_BEWERKEN)


@transaction.atomic
def behoefte_noteren(
    *,
    werkgever: Werkgever,
    eigenaar: Organisatie,
    gegevens: BehoefteGegevens,
    door: Toegang,
    jobontwerp: Jobontwerp | None = None,
) -> Behoefte:
    """A draft: nobody outside the organisatie sees it."""
    if eigenaar.pk not in door.lid_van:
        raise DomainError("Je noteert een behoefte voor een organisatie waar je zelf bij hoort.")
    behoefte = Behoefte(werkgever=werkgever, eigenaar=eigenaar, door_id=door.user_id, jobontwerp=jobontwerp)
    return _bewaren(behoefte, gegevens, "behoefte.genoteerd", door)


@transaction.atomic
def behoefte_noteren_en_publiceren(
    *, werkgever: Werkgever, eigenaar: Organisatie, gegevens: BehoefteGegevens, vandaag: date, door: Toegang
) -> Behoefte:
    """In one go: when something is missing to publish, nothing is kept either."""
    behoefte = behoefte_noteren(werkgever=werkgever, eigenaar=eigenaar, gegevens=gegevens, door=door)
    return behoefte_publiceren(behoefte=behoefte, vandaag=vandaag, door=door)


@transaction.atomic
def behoefte_bijwerken(*, behoefte: Behoefte, gegevens: BehoefteGegevens, door: Toegang) -> Behoefte:
    behoefte = _vergrendel(behoefte, door)
    if behoefte.status not in {BehoefteStatus.CONCEPT, BehoefteStatus.OPEN, BehoefteStatus.TOEGEWEZEN}:
        raise DomainError("Deze behoefte is gesloten. Open ze opnieuw voor je ze bewerkt.")
    if gegevens.aantal < behoefte.aantal_ingevuld:
        raise DomainError(f"Er zijn al {behoefte.aantal_ingevuld} plaatsen ingevuld: vul er minstens zoveel in.")
    if gegevens.soort != behoefte.soort and behoefte.doorverwijzingen.exists():
        raise DomainError("De behoefte is al doorverwezen. Gaat het over iets anders? Sluit ze en noteer een nieuwe.")
    return _bewaren(behoefte, gegevens, "behoefte.bijgewerkt", door)


@transaction.atomic
def behoefte_publiceren(*, behoefte: Behoefte, vandaag: date, door: Toegang) -> Behoefte:
    """From here on the whole gebied reads it."""
    behoefte = _vergrendel(behoefte, door)
    meldingen = _wat_ontbreekt(behoefte, vandaag)
    if meldingen:
        raise DomainErrors(meldingen)
    behoefte.gepubliceerd_op, behoefte.gedeeld = vandaag, True
    behoefte.geldig_tot = behoefte.geldig_tot or geldig_tot_voor(vandaag)
    zet_status(behoefte, BehoefteStatus.OPEN, vandaag=vandaag, door=door)
    return behoefte


def _wat_ontbreekt(behoefte: Behoefte, vandaag: date) -> list[str]:
    meldingen = []
    if behoefte.werkgever.status == WerkgeverStatus.NIET_BENADEREN:
        meldingen.append("Deze werkgever wil niet benaderd worden. Pas eerst de kaart van de werkgever aan.")
    if behoefte.vraagt_mensen and not behoefte.functie:
        meldingen.append("Vul eerst de functie in: zonder functie weet een partner niet wie past.")
    if not behoefte.vraagt_mensen and not behoefte.omschrijving:
        meldingen.append("Schrijf eerst wat de werkgever vraagt.")
    if behoefte.geldig_tot and behoefte.geldig_tot < vandaag:
        meldingen.append("De behoefte is al vervallen. Vul een latere datum in bij 'Geldig tot en met'.")
    return meldingen


@transaction.atomic
def behoefte_wissen(*, behoefte: Behoefte, door: Toegang) -> None:
    """Only a draft: what others have seen is closed, with a reason."""
    behoefte = _vergrendel(behoefte, door)
    if behoefte.status != BehoefteStatus.CONCEPT:
        raise DomainError("Anderen zagen deze behoefte al. Sluit ze, met een reden.")
    record_event("behoefte.gewist", behoefte, door=door)
    behoefte.delete()


@transaction.atomic
def behoefte_sluiten(
    *, behoefte: Behoefte, status: BehoefteStatus, reden: str, vandaag: date, door: Toegang, aantal: int | None = None
) -> Behoefte:
    """Filled, lapsed or withdrawn, by hand. What partners still had open about it stops."""
    eis_opvolgen(behoefte, door)
    with in_naam_van(behoefte) as eigen:
        if status != BehoefteStatus.INGEVULD and not reden.strip():
            raise DomainError("Schrijf kort waarom de behoefte sluit. Wie ze opvolgt, leest het.")
        if status == BehoefteStatus.INGEVULD:
            eigen.aantal_ingevuld = _ingevuld(eigen, aantal)
        eigen.sluitreden = reden.strip()
        zet_status(eigen, status, vandaag=vandaag, door=door)
    stop_ladders(eigen, vandaag=vandaag, door=door)
    return eigen


@transaction.atomic
def behoefte_heropenen(*, behoefte: Behoefte, vandaag: date, door: Toegang) -> Behoefte:
    eis_opvolgen(behoefte, door)
    with in_naam_van(behoefte) as eigen:
        if eigen.geldig_tot and eigen.geldig_tot < vandaag:
            eigen.geldig_tot = geldig_tot_voor(vandaag)
        eigen.sluitreden = ""
        eigen.aantal_ingevuld = min(geteld_ingevuld(eigen), eigen.aantal)
        zet_status(eigen, status_uit_antwoorden(eigen), vandaag=vandaag, door=door)
    herbegin_ladders(eigen, vandaag=vandaag)
    return eigen


def _ingevuld(behoefte: Behoefte, aantal: int | None) -> int:
    if not behoefte.vraagt_mensen:
        return min(geteld_ingevuld(behoefte), behoefte.aantal)
    if not aantal or not 1 <= aantal <= behoefte.aantal:
        raise DomainError(f"Vul in hoeveel plaatsen ingevuld zijn: tussen 1 en {behoefte.aantal}.")
    return aantal


def _vergrendel(behoefte: Behoefte, door: Toegang) -> Behoefte:
    rij = Behoefte.objects.select_for_update(of=("self",)).select_related("werkgever", "eigenaar").get(pk=behoefte.pk)
    if not mag_wijzigen(rij, door):
        raise DomainError(f"Deze behoefte is van {rij.eigenaar}. Alleen daar kunnen ze haar wijzigen.")
    return rij


def _bewaren(behoefte: Behoefte, gegevens: BehoefteGegevens, soort: str, door: Toegang) -> Behoefte:
    for veld in BehoefteGegevens.__dataclass_fields__:
        setattr(behoefte, veld, getattr(gegevens, veld))
    if behoefte.vestiging and behoefte.vestiging.werkgever_id != behoefte.werkgever_id:
        raise DomainError("Die vestiging hoort bij een andere werkgever. Kies een vestiging van deze werkgever.")
    if not behoefte.vraagt_mensen:
        behoefte.aantal = 1
    behoefte.full_clean(exclude=["gebied", "eigenaar"])
    behoefte.save()
    record_event(soort, behoefte, door=door, vraag=behoefte.soort)
    return behoefte


@transaction.atomic
def stageplaats_noteren(
    *, organisatie: Organisatie, eigenaar: Organisatie, gegevens: BehoefteGegevens, door: Toegang, vandaag: date
) -> Behoefte:
    """A place to learn at an organisatie of the network, such as a gemeente or an OCMW. Published at once."""
    werkgever = werkgever_van(organisatie=organisatie, door=door)
    return behoefte_noteren_en_publiceren(
        werkgever=werkgever, eigenaar=eigenaar, gegevens=gegevens, vandaag=vandaag, door=door
    )


@transaction.atomic
def werkgever_van(*, organisatie: Organisatie, door: Toegang) -> Werkgever:
    """The card of an organisatie of the network as an employer: the one it has, or a new one."""
    werkgever = Werkgever.objects.filter(organisatie=organisatie).first()
    if werkgever is None and organisatie.kbo:
        werkgever = Werkgever.objects.filter(kbo=organisatie.kbo, organisatie=None).first()
    if werkgever is None:
        gegevens: dict[str, Any] = {"naam": organisatie.naam, "kbo": organisatie.kbo, "gemeente": organisatie.gemeente}
        werkgever = Werkgever(sleutel=naam_sleutel(organisatie.naam), status=WerkgeverStatus.PARTNER, **gegevens)
    if werkgever.organisatie_id is None:
        werkgever.organisatie = organisatie
        werkgever.full_clean(exclude=["gebied"])
        werkgever.save()
        record_event("werkgever.gekoppeld", werkgever, door=door, organisatie=organisatie.pk)
    return werkgever


def van_jobontwerp(jobontwerp: Jobontwerp, gegevens: BehoefteGegevens) -> BehoefteGegevens:
    """What the carved function says about the need that follows from it."""
    return replace(
        gegevens,
        functie=jobontwerp.functie,
        categorie=jobontwerp.categorie,
        uren=jobontwerp.uren,
        nederlands=jobontwerp.nederlands,
        rijbewijs=jobontwerp.rijbewijs,
        jobcarving=True,
    )
