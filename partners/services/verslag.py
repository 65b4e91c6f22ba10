"""The report of a meeting: kept while somebody types, and shared with decisions and tasks when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction

from partners.enums import Aanwezigheid, Bijlageonderwerp, Opvolgingsoort, OverlegStatus
from partners.models import Agendapunt, Deelnemer, Opvolging, Overleg, Overlegtaak, Verslagontwerp
from partners.selectors.overleg import taakstanden
from partners.services.bijlagen import bijlagen_delen
from partners.services.eigendom import van_eigen_huis
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from partners.services.overleg import eis_open, mail_verslag
from regie.core.audit import record_event
from regie.core.bewaren import Bewaard, Wijziging, bewaar_velden, controleer_versie
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang

TEKST, TERUG, WIE = "tekst-", "terug-", "wie-"  # names of the fields of the form, before the id of their row


@dataclass(frozen=True, slots=True)
class TaakGegevens:
    wat: str
    organisatie: Organisatie
    datum: date
    wie_id: int | None = None


def verslagvelden(overleg: Overleg) -> dict[str, str]:
    """Every field of the form, with what the rows say now."""
    velden = {}
    for punt in overleg.agendapunten.order_by("volgorde"):
        velden[f"{TEKST}{punt.pk}"] = punt.verslag
        velden[f"{TERUG}{punt.pk}"] = "on" if punt.schuift_door else ""
    for deelnemer in overleg.deelnemers.order_by("naam"):
        velden[f"{WIE}{deelnemer.pk}"] = deelnemer.aanwezigheid
    return velden


@transaction.atomic
def verslag_bewaren(*, overleg: Overleg, wijzigingen: Mapping[str, Wijziging], door: Toegang) -> Bewaard:
    """Called every few seconds while somebody types. Two people may write at the same time."""
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    return bewaar_velden(_ontwerp(overleg), wijzigingen, verslagvelden(overleg).keys())


def _ontwerp(overleg: Overleg) -> Verslagontwerp:
    rijen = Verslagontwerp.objects.select_for_update(of=("self",))
    return rijen.get_or_create(overleg=overleg, defaults={"eigenaar": overleg.eigenaar})[0]


@transaction.atomic
def verslag_overnemen(*, overleg: Overleg, velden: Mapping[str, str], versie: int | None, door: Toegang) -> Overleg:
    """Keep the whole form at once, as it was sent without a script."""
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    ontwerp = _ontwerp(overleg)
    controleer_versie(ontwerp, versie)
    bekend = verslagvelden(overleg).keys()
    ontwerp.ontwerp = {naam: waarde for naam, waarde in velden.items() if naam in bekend}
    ontwerp.ontwerp_versie += 1
    ontwerp.save(update_fields=["ontwerp", "ontwerp_versie"])
    return overleg


@transaction.atomic
def verslag_afronden(*, overleg: Overleg, door: Toegang, vandaag: date) -> Overleg:
    """The draft becomes the report: the gebied reads it, tasks become follow-ups, everybody is mailed."""
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    if overleg.datum > vandaag:
        raise DomainError(f"Het overleg is pas op {overleg.datum:%d/%m/%Y}. Rond het verslag daarna af.")
    velden = {**verslagvelden(overleg), **_ontwerp(overleg).ontwerp}
    _neem_over(overleg, velden)
    overleg.status, overleg.verslag_op, overleg.gedeeld = OverlegStatus.VERSLAGEN, vandaag, True
    overleg.save(update_fields=["status", "verslag_op", "gedeeld"])
    for rijen in (overleg.agendapunten, overleg.deelnemers, overleg.besluiten, overleg.taken):
        rijen.update(gedeeld=True)
    bijlagen_delen(onderwerp=Bijlageonderwerp.OVERLEG, object_id=overleg.pk, gedeeld=True)
    for taak in overleg.taken.select_related("organisatie"):
        _volg_op(taak)
    Verslagontwerp.objects.filter(overleg=overleg).delete()
    record_event("overleg.verslag_klaar", overleg, door=door)
    mail_verslag(overleg)
    return overleg


def _neem_over(overleg: Overleg, velden: Mapping[str, str]) -> None:
    punten, deelnemers = list(overleg.agendapunten.all()), list(overleg.deelnemers.all())
    for punt in punten:
        punt.verslag = velden[f"{TEKST}{punt.pk}"]
        punt.schuift_door = velden[f"{TERUG}{punt.pk}"] == "on"
    for deelnemer in deelnemers:
        gekozen = velden[f"{WIE}{deelnemer.pk}"]
        deelnemer.aanwezigheid = gekozen if gekozen in Aanwezigheid.values else Aanwezigheid.UITGENODIGD
    Agendapunt.objects.bulk_update(punten, ["verslag", "schuift_door"])
    Deelnemer.objects.bulk_update(deelnemers, ["aanwezigheid"])


# --- tasks -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def taak_toevoegen(
    *, overleg: Overleg, gegevens: TaakGegevens, door: Toegang, agendapunt_id: UUID | None = None
) -> Overlegtaak:
    """Stands on the list of follow-ups of the organisatie once the report is done."""
    overleg = van_eigen_huis(overleg, door)
    if overleg.status == OverlegStatus.AFGELAST:
        raise DomainError("Dit overleg is afgelast.")
    taak = Overlegtaak(
        overleg=overleg, eigenaar=overleg.eigenaar, gedeeld=bool(overleg.verslag_op), agendapunt_id=agendapunt_id
    )
    for naam in TaakGegevens.__dataclass_fields__:
        setattr(taak, naam, getattr(gegevens, naam))
    taak.full_clean()
    taak.save()
    record_event("overleg.taak", overleg, door=door)
    if overleg.verslag_op:
        _volg_op(taak)
    return taak


def _volg_op(taak: Overlegtaak) -> Opvolging:
    return plan_opvolging(
        sleutel=taak.sleutel,
        soort=Opvolgingsoort.OVERLEG,
        titel=taak.wat,
        datum=taak.datum,
        organisatie=taak.organisatie,
        wie_id=taak.wie_id,
        adres="partners:overleg",
        object_id=taak.overleg_id,
    )


@transaction.atomic
def taak_wissen(*, taak: Overlegtaak, door: Toegang, vandaag: date) -> None:
    overleg = van_eigen_huis(taak.overleg, door)
    sluit_opvolging(sleutel=taak.sleutel, vandaag=vandaag, door=door)
    taak.delete()
    record_event("overleg.taak_gewist", overleg, door=door)


# --- the next one ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VolgendeGegevens:
    datum: date
    begin: time
    einde: time
    plaats: str = ""


@transaction.atomic
def volgend_overleg(*, overleg: Overleg, gegevens: VolgendeGegevens, door: Toegang) -> Overleg:
    """The same people; first the report of this one, then its open tasks, then the points that come back."""
    van_eigen_huis(overleg, door)
    if gegevens.datum <= overleg.datum:
        raise DomainError(f"Kies een dag na {overleg.datum:%d/%m/%Y}.")
    volgend = Overleg(
        eigenaar=overleg.eigenaar,
        vorige=overleg,
        soort=overleg.soort,
        titel=overleg.titel,
        partnerschap=overleg.partnerschap,
    )
    for naam in VolgendeGegevens.__dataclass_fields__:
        setattr(volgend, naam, getattr(gegevens, naam))
    volgend.full_clean()
    volgend.save()
    _zet_agenda(volgend, overleg)
    _neem_deelnemers_mee(volgend, overleg)
    record_event("overleg.gepland", volgend, door=door, vorige=str(overleg.pk))
    return volgend


def _zet_agenda(volgend: Overleg, overleg: Overleg) -> None:
    punten = [Agendapunt(titel=f"Verslag van {overleg.datum:%d/%m/%Y}")]
    taken = [stand.taak for stand in taakstanden(overleg) if stand.klaar_op is None]
    if taken:
        lijst = "\n".join(f"{taak.wat} ({taak.organisatie}, tegen {taak.datum:%d/%m/%Y})" for taak in taken)
        punten.append(Agendapunt(titel="Open taken", toelichting=lijst[:2000]))
    terug = overleg.agendapunten.filter(schuift_door=True).order_by("volgorde")
    punten += [Agendapunt(titel=p.titel, toelichting=p.toelichting, minuten=p.minuten) for p in terug]
    for nummer, punt in enumerate(punten, start=1):
        punt.overleg, punt.eigenaar, punt.volgorde = volgend, volgend.eigenaar, nummer
    Agendapunt.objects.bulk_create(punten)


def _neem_deelnemers_mee(volgend: Overleg, overleg: Overleg) -> None:
    Deelnemer.objects.bulk_create(
        Deelnemer(
            overleg=volgend,
            eigenaar=volgend.eigenaar,
            contactpersoon_id=d.contactpersoon_id,
            user_id=d.user_id,
            organisatie_id=d.organisatie_id,
            naam=d.naam,
            email=d.email,
        )
        for d in overleg.deelnemers.order_by("naam")
    )
