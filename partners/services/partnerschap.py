"""Local partnerships: who takes part with which mandate, what was aimed at and reached, and what was decided."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from partners.enums import BesluitStatus, Bijlageonderwerp, Partnerrol, PartnerschapStatus
from partners.models import Besluit, Fasecijfer, Overleg, Partnerschap, Partnerschapspartner, Streefcijfer
from partners.services.bijlagen import bijlagen_delen
from partners.services.eigendom import schrijvende_organisatie, van_eigen_huis
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class PartnerschapGegevens:
    naam: str
    penhouder: Organisatie
    van: date
    tot: date | None = None
    doelgroep: str = ""
    gemeenten: list[str] = field(default_factory=list)
    financiering: str = ""
    financiering_noot: str = ""
    status: str = PartnerschapStatus.VOORBEREIDING


@dataclass(frozen=True, slots=True)
class PartnerGegevens:
    organisatie: Organisatie
    rol: str
    van: date
    tot: date | None = None
    thema: str = ""
    mandaat: str = ""


@dataclass(frozen=True, slots=True)
class BesluitGegevens:
    datum: date
    tekst: str
    genomen_door: str = ""
    status: str = BesluitStatus.GENOMEN


@transaction.atomic
def partnerschap_toevoegen(*, gegevens: PartnerschapGegevens, door: Toegang) -> Partnerschap:
    """A draft of the own organisatie; the penhouder is its first partner."""
    partnerschap = Partnerschap(eigenaar=schrijvende_organisatie(door))
    partnerschap = _bewaar_partnerschap(partnerschap, gegevens, "partnerschap.toegevoegd", door)
    Partnerschapspartner.objects.create(
        partnerschap=partnerschap,
        eigenaar=partnerschap.eigenaar,
        organisatie=gegevens.penhouder,
        rol=Partnerrol.PENHOUDER,
        van=gegevens.van,
    )
    return partnerschap


@transaction.atomic
def partnerschap_bijwerken(
    *, partnerschap: Partnerschap, gegevens: PartnerschapGegevens, door: Toegang
) -> Partnerschap:
    partnerschap = van_eigen_huis(partnerschap, door)
    return _bewaar_partnerschap(partnerschap, gegevens, "partnerschap.bijgewerkt", door)


def _bewaar_partnerschap(
    partnerschap: Partnerschap, gegevens: PartnerschapGegevens, soort: str, door: Toegang
) -> Partnerschap:
    for naam in PartnerschapGegevens.__dataclass_fields__:
        setattr(partnerschap, naam, getattr(gegevens, naam))
    partnerschap.full_clean()
    partnerschap.save()
    record_event(soort, partnerschap, door=door)
    return partnerschap


@transaction.atomic
def partnerschap_delen(*, partnerschap: Partnerschap, door: Toegang) -> Partnerschap:
    """From now on the whole gebied reads it, with its partners, numbers and decisions."""
    partnerschap = van_eigen_huis(partnerschap, door)
    partnerschap.gedeeld = True
    partnerschap.save(update_fields=["gedeeld"])
    for rijen in (partnerschap.partners, partnerschap.streefcijfers, partnerschap.fasecijfers):
        rijen.update(gedeeld=True)
    # A decision of a meeting is shared with the report of that meeting.
    partnerschap.besluiten.filter(overleg=None).update(gedeeld=True)
    bijlagen_delen(onderwerp=Bijlageonderwerp.PARTNERSCHAP, object_id=partnerschap.pk, gedeeld=True)
    record_event("partnerschap.gedeeld", partnerschap, door=door)
    return partnerschap


@transaction.atomic
def partner_zetten(
    *,
    partnerschap: Partnerschap,
    gegevens: PartnerGegevens,
    door: Toegang,
    partner: Partnerschapspartner | None = None,
) -> Partnerschapspartner:
    """Add one, or change `partner`. Who leaves gets an end date, so that the past stays readable."""
    partnerschap = van_eigen_huis(partnerschap, door)
    rij = partner or Partnerschapspartner(
        partnerschap=partnerschap, eigenaar=partnerschap.eigenaar, gedeeld=partnerschap.gedeeld
    )
    for naam, waarde in _velden(gegevens).items():
        setattr(rij, naam, waarde)
    rij.full_clean()
    rij.save()
    record_event("partnerschap.partner", partnerschap, door=door, organisatie=rij.organisatie_id)
    return rij


def _velden(gegevens: PartnerGegevens) -> dict[str, object]:
    return {naam: getattr(gegevens, naam) for naam in PartnerGegevens.__dataclass_fields__}


@transaction.atomic
def partner_wissen(*, partner: Partnerschapspartner, door: Toegang) -> Partnerschap:
    """Only for what was a mistake."""
    partnerschap = van_eigen_huis(partner.partnerschap, door)
    partner.delete()
    record_event("partnerschap.partner_gewist", partnerschap, door=door, organisatie=partner.organisatie_id)
    return partnerschap


@transaction.atomic
def streefcijfers_zetten(
    *, partnerschap: Partnerschap, jaar: int, aantallen: Mapping[str, int | None], door: Toegang
) -> None:
    """Per phase how many people in a year; an empty one is taken away."""
    partnerschap = van_eigen_huis(partnerschap, door)
    for fase, aantal in aantallen.items():
        rijen = Streefcijfer.objects.filter(partnerschap=partnerschap, jaar=jaar, fase=fase)
        if aantal is None:
            rijen.delete()
        elif not rijen.update(aantal=aantal):
            Streefcijfer.objects.create(
                partnerschap=partnerschap,
                eigenaar=partnerschap.eigenaar,
                gedeeld=partnerschap.gedeeld,
                jaar=jaar,
                fase=fase,
                aantal=aantal,
            )
    record_event("partnerschap.streefcijfers", partnerschap, door=door, jaar=jaar)


@dataclass(frozen=True, slots=True)
class Kwartaaltelling:
    """What was counted in one quarter: {phase: number of people}; None is not counted."""

    jaar: int
    kwartaal: int
    aantallen: Mapping[str, int | None]
    bron: str


@transaction.atomic
def fasecijfers_zetten(*, partnerschap: Partnerschap, telling: Kwartaaltelling, door: Toegang, vandaag: date) -> None:
    partnerschap = van_eigen_huis(partnerschap, door)
    if date(telling.jaar, 3 * telling.kwartaal - 2, 1) > vandaag:
        raise DomainError("Dit kwartaal moet nog beginnen. Kies een kwartaal dat al begon.")
    for fase, aantal in telling.aantallen.items():
        sleutel: dict[str, Any] = {
            "partnerschap": partnerschap,
            "jaar": telling.jaar,
            "kwartaal": telling.kwartaal,
            "fase": fase,
        }
        if aantal is None:
            Fasecijfer.objects.filter(**sleutel).delete()
            continue
        inhoud = {
            "aantal": aantal,
            "bron": telling.bron,
            "door_id": door.user_id,
            "eigenaar": partnerschap.eigenaar,
            "gedeeld": partnerschap.gedeeld,
        }
        Fasecijfer.objects.update_or_create(**sleutel, defaults=inhoud)
    record_event("partnerschap.fasecijfers", partnerschap, door=door, jaar=telling.jaar, kwartaal=telling.kwartaal)


@transaction.atomic
def besluit_noteren(
    *,
    gegevens: BesluitGegevens,
    door: Toegang,
    partnerschap: Partnerschap | None = None,
    overleg: Overleg | None = None,
    agendapunt_id: UUID | None = None,
) -> Besluit:
    """In a meeting it is shared with the report; in a partnership with the partnership."""
    houder: Overleg | Partnerschap | None = overleg or partnerschap
    if houder is None:
        raise DomainError("Een besluit hoort bij een overleg of bij een partnerschap.")
    van_eigen_huis(houder, door)
    besluit = Besluit(
        eigenaar=houder.eigenaar,
        gedeeld=bool(overleg.verslag_op) if overleg else houder.gedeeld,
        partnerschap=overleg.partnerschap if overleg else partnerschap,
        overleg=overleg,
        agendapunt_id=agendapunt_id,
        **asdict(gegevens),
    )
    return _bewaar_besluit(besluit, "besluit.genoteerd", door)


@transaction.atomic
def besluit_bijwerken(*, besluit: Besluit, gegevens: BesluitGegevens, door: Toegang) -> Besluit:
    besluit = van_eigen_huis(besluit, door)
    for naam, waarde in asdict(gegevens).items():
        setattr(besluit, naam, waarde)
    return _bewaar_besluit(besluit, "besluit.bijgewerkt", door)


def _bewaar_besluit(besluit: Besluit, soort: str, door: Toegang) -> Besluit:
    besluit.full_clean()
    besluit.save()
    record_event(soort, besluit, door=door, status=besluit.status)
    return besluit
