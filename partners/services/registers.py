"""Sector covenants with their commitments and local actions; social purchases and what they are a share of."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from partners.enums import Opvolgingsoort
from partners.models import Aankoopvolume, LokaleActie, Sectorconvenant, SocialeAankoop, Verbintenis
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Recht, Toegang


@dataclass(frozen=True, slots=True)
class ConvenantGegevens:
    sector: str
    van: date
    tot: date | None = None
    paritair_comite: str = ""
    bron: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, slots=True)
class VerbintenisGegevens:
    tekst: str
    streefgetal: Decimal | None = None
    eenheid: str = ""
    tegen: date | None = None
    stand: Decimal | None = None
    stand_op: date | None = None


@dataclass(frozen=True, slots=True)
class ActieGegevens:
    titel: str
    trekker: Organisatie
    datum: date
    klaar_op: date | None = None
    resultaat: str = ""


@dataclass(frozen=True, slots=True)
class AankoopGegevens:
    opdracht: str
    bestuur: Organisatie
    jaar: int
    bedrag: Decimal
    type: str
    uitvoerder: str
    cpv: str = ""
    uitvoerder_kbo: str = ""
    uren: int | None = None
    plaatsen: int | None = None
    noot: str = ""


@transaction.atomic
def convenant_bewaren(
    *, convenant: Sectorconvenant | None, gegevens: ConvenantGegevens, door: Toegang
) -> Sectorconvenant:
    return _bewaar(convenant or Sectorconvenant(), gegevens, "convenant.bewaard", door)


@transaction.atomic
def verbintenis_bewaren(
    *,
    convenant: Sectorconvenant,
    verbintenis: Verbintenis | None,
    gegevens: VerbintenisGegevens,
    door: Toegang,
    vandaag: date,
) -> Sectorconvenant:
    """What the sector promised; a stand without a day is that of today."""
    rij = verbintenis or Verbintenis(convenant=convenant)
    if gegevens.stand_op and gegevens.stand_op > vandaag:
        raise DomainError("De stand is van een dag in de toekomst. Kies vandaag of vroeger.")
    _vul(rij, gegevens)
    rij.stand_op = (gegevens.stand_op or vandaag) if gegevens.stand is not None else None
    _schrijf(rij, "verbintenis.bewaard", door)
    return convenant


@transaction.atomic
def verbintenis_wissen(*, verbintenis: Verbintenis, door: Toegang) -> None:
    record_event("verbintenis.gewist", verbintenis, door=door)
    verbintenis.delete()


@transaction.atomic
def actie_bewaren(
    *, convenant: Sectorconvenant, actie: LokaleActie | None, gegevens: ActieGegevens, door: Toegang, vandaag: date
) -> Sectorconvenant:
    """What we do here with a covenant; it stands on the list of who pulls it until it is done."""
    if gegevens.klaar_op and gegevens.klaar_op > vandaag:
        raise DomainError("De dag waarop de actie klaar is, ligt in de toekomst. Laat dat veld nog leeg.")
    rij: LokaleActie = _bewaar(actie or LokaleActie(convenant=convenant), gegevens, "lokale_actie.bewaard", door)
    if rij.klaar_op:
        sluit_opvolging(sleutel=_sleutel(rij.pk), vandaag=vandaag, door=door)
    else:
        plan_opvolging(
            sleutel=_sleutel(rij.pk),
            soort=Opvolgingsoort.ACTIE,
            titel=f"Sectorconvenant {convenant.sector}: {rij.titel}",
            datum=rij.datum,
            organisatie=rij.trekker,
            adres="partners:convenant",
            object_id=convenant.pk,
        )
    return convenant


@transaction.atomic
def actie_wissen(*, actie: LokaleActie, door: Toegang, vandaag: date) -> None:
    sluit_opvolging(sleutel=_sleutel(actie.pk), vandaag=vandaag, door=door)
    record_event("lokale_actie.gewist", actie, door=door)
    actie.delete()


@transaction.atomic
def aankoop_bewaren(*, aankoop: SocialeAankoop | None, gegevens: AankoopGegevens, door: Toegang) -> SocialeAankoop:
    for bestuur in {gegevens.bestuur, *([aankoop.bestuur] if aankoop else [])}:
        _eis_bestuur(bestuur, door)
    return _bewaar(aankoop or SocialeAankoop(), gegevens, "aankoop.bewaard", door)


@transaction.atomic
def aankoop_wissen(*, aankoop: SocialeAankoop, door: Toegang) -> None:
    _eis_bestuur(aankoop.bestuur, door)
    record_event("aankoop.gewist", aankoop, door=door)
    aankoop.delete()


@transaction.atomic
def aankoopvolume_zetten(
    *, bestuur: Organisatie, jaar: int, bedrag: Decimal, bron: str, door: Toegang
) -> Aankoopvolume:
    """All that was bought in a year; filled in again, it is corrected. Never less than what is in the register."""
    _eis_bestuur(bestuur, door)
    bedragen = SocialeAankoop.objects.filter(bestuur=bestuur, jaar=jaar).values_list("bedrag", flat=True)
    if bedrag < sum(bedragen, Decimal(0)):
        raise DomainError(
            "Dit is minder dan de sociale aankopen die al in het register staan. Kijk het totaal of de opdrachten na."
        )
    rij = Aankoopvolume.objects.select_for_update(of=("self",)).filter(bestuur=bestuur, jaar=jaar).first()
    rij = rij or Aankoopvolume(bestuur=bestuur, jaar=jaar)
    rij.bedrag, rij.bron = bedrag, bron.strip()
    _schrijf(rij, "aankoopvolume.gezet", door)
    return rij


def mag_bestuur(bestuur_id: int, door: Toegang) -> bool:
    """Who keeps the network, for every local authority; another one for its own."""
    return door.mag(Recht.PARTNER_BEWERKEN) or bestuur_id in door.lid_van


def _eis_bestuur(bestuur: Organisatie, door: Toegang) -> None:
    if not mag_bestuur(bestuur.pk, door):
        raise DomainError(f"Je hoort niet bij {bestuur}. Vraag de regisseur om deze aankoop te bewaren.")


def _sleutel(pk: UUID) -> str:
    return f"lokale_actie:{pk}"


def _vul(rij: Any, gegevens: Any) -> None:
    for veld in fields(gegevens):
        waarde = getattr(gegevens, veld.name)
        setattr(rij, veld.name, waarde.strip() if isinstance(waarde, str) else waarde)


def _bewaar(rij: Any, gegevens: Any, soort: str, door: Toegang) -> Any:
    _vul(rij, gegevens)
    _schrijf(rij, soort, door)
    return rij


def _schrijf(rij: Model, soort: str, door: Toegang) -> None:
    rij.full_clean()
    rij.save()
    record_event(soort, rij, door=door)
