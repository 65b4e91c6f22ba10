"""Actions: add, change, copy, remove, and say where they are."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet

from actieplannen.enums import Voortgang
from actieplannen.models import Actie, Actiepartner, Doelstelling, Jaaractieplan, Meting
from actieplannen.services.actiecontrole import controleer, trekker_in_woorden
from actieplannen.services.rechten import eis_bewerken, eis_opvolgen, eis_plan
from actieplannen.services.wijzigen import (
    Wijziging,
    controleer_versie,
    leg_wijziging_vast,
    open_voor_opvolging,
    open_voor_wijziging,
    verschillen,
)
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from partners.services.bijlagen import bijlage_wissen
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Gemeente, Organisatie
from regie.core.permissions import Toegang

TREKKER = ("trekker_organisatie_id", "trekker_id", "trekker_contact_id")
STOP_LIEVER = "Zet haar op gestopt: dan blijft te lezen wat er gepland en gedaan was."


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieGegevens:
    """What an action promises. `partners`: (id of the organisatie, what it does)."""

    titel: str
    omschrijving: str = ""
    prioriteit: str = ""
    activiteit: str = ""
    regierolactie: str = ""
    gemeenten: tuple[str, ...] = ()
    trekker_organisatie_id: int | None = None
    trekker_id: int | None = None
    trekker_contact_id: UUID | None = None
    start: date | None = None
    eind: date | None = None
    bbc_nummer: str = ""
    risicos: str = ""
    partners: tuple[tuple[int, str], ...] = ()


VELDEN = tuple(veld.name for veld in fields(ActieGegevens) if veld.name not in {"partners", "gemeenten", *TREKKER})


def gegevens_van(actie: Actie) -> ActieGegevens:
    """What stands in an action now: to copy it, or to change one thing of it."""
    partners = actie.partners.order_by("organisatie__naam").values_list("organisatie_id", "bijdrage")
    return ActieGegevens(
        **{naam: getattr(actie, naam) for naam in (*VELDEN, *TREKKER)},
        gemeenten=tuple(actie.gemeenten),
        partners=tuple(partners),
    )


@transaction.atomic
def actie_toevoegen(
    *, doelstelling: Doelstelling, gegevens: ActieGegevens, door: Toegang, vandaag: date, reden: str = ""
) -> Actie:
    """Add an action below an objective, after the ones that stand there."""
    eis_plan(door)
    plan = open_voor_wijziging(doelstelling.plan, reden=reden)
    controleer(gegevens, plan)
    laatste = Actie.objects.filter(doelstelling=doelstelling).aggregate(n=Max("volgorde"))["n"]
    actie = Actie(doelstelling=doelstelling, volgorde=0 if laatste is None else laatste + 1)
    _vul(actie, gegevens)
    _bewaar(actie)
    _zet_partners(actie, gegevens.partners)
    record_event("actie.toegevoegd", actie, door=door, op=vandaag.isoformat())
    nieuw = Wijziging("actie", "niets", actie.titel)
    leg_wijziging_vast(plan, onderwerp=actie.titel, wijzigingen=[nieuw], reden=reden, door=door, actie=actie)
    return actie


@transaction.atomic
def actie_bijwerken(
    *, actie: Actie, gegevens: ActieGegevens, versie: int | None, door: Toegang, reden: str = ""
) -> Actie:
    """Change what an action promises. Raises Verouderd when somebody saved after `versie` was shown."""
    plan = open_voor_wijziging(actie.doelstelling.plan, reden=reden)
    actie = Actie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    eis_bewerken(actie, door)
    controleer_versie(actie, versie)
    controleer(gegevens, plan)
    wijzigingen = _wijzigingen(actie, gegevens)
    if not wijzigingen:
        return actie
    _vul(actie, gegevens)
    actie.versie += 1
    _bewaar(actie)
    _zet_partners(actie, gegevens.partners)
    leg_wijziging_vast(plan, onderwerp=actie.titel, wijzigingen=wijzigingen, reden=reden, door=door, actie=actie)
    return actie


@transaction.atomic
def actie_kopieren(*, actie: Actie, titel: str, door: Toegang, vandaag: date, reden: str = "") -> Actie:
    """The same action once more below the same objective, to change afterwards: what it says and who works on it."""
    return actie_toevoegen(
        doelstelling=actie.doelstelling,
        gegevens=replace(gegevens_van(actie), titel=titel),
        door=door,
        vandaag=vandaag,
        reden=reden,
    )


def waarom_niet_wissen(actie: Actie, plan: Jaaractieplan, door: Toegang) -> str:
    """Why this action has to stay, in a sentence; empty when it can go."""
    if plan.is_vast:
        return f"Dit plan is goedgekeurd: een actie verdwijnt er niet meer uit. {STOP_LIEVER}"
    if Meting.objects.filter(indicator__actie=actie, bevroren_op__isnull=False).exists():
        return f"Van deze actie liggen cijfers van een afgesloten kwartaal vast. {STOP_LIEVER}"
    if bestanden_van(actie).exclude(eigenaar__in=door.lid_van).exists():
        return f"Bij deze actie staan bestanden van een andere organisatie. {STOP_LIEVER}"
    return ""


@transaction.atomic
def actie_wissen(*, actie: Actie, door: Toegang, vandaag: date, reden: str = "") -> None:
    """Remove an action with everything below it, as long as nothing of it is fixed."""
    eis_plan(door)
    plan = open_voor_wijziging(actie.doelstelling.plan, reden=reden)
    actie = Actie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    if zin := waarom_niet_wissen(actie, plan, door):
        raise DomainError(zin)
    for bijlage in bestanden_van(actie):
        bijlage_wissen(bijlage=bijlage, door=door, vandaag=vandaag)
    record_event("actie.gewist", actie, door=door, op=vandaag.isoformat())
    actie.delete()


@transaction.atomic
def voortgang_zetten(*, actie: Actie, voortgang: Voortgang | str, door: Toegang, vandaag: date) -> Actie:
    """Say where the action is. A report, not a promise: also in an approved plan."""
    if voortgang not in Voortgang.values:
        raise DomainError("Kies te starten, lopend, gepauzeerd, klaar of gestopt.")
    open_voor_opvolging(actie.doelstelling.plan)
    actie = Actie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    eis_opvolgen(actie, door)
    if actie.voortgang != voortgang:
        van, actie.voortgang = actie.voortgang, Voortgang(voortgang)
        actie.save(update_fields=["voortgang"])
        record_event("actie.voortgang", actie, door=door, van=van, naar=actie.voortgang, op=vandaag.isoformat())
    return actie


def bestanden_van(actie: Actie) -> QuerySet[Bijlage]:
    """The files of an action and of its evidence."""
    bij_actie = Bijlage.objects.aanwezig().filter(onderwerp=Bijlageonderwerp.PLANACTIE, object_id=actie.pk)
    bewijzen = actie.bewijzen.values("pk")
    return bij_actie | Bijlage.objects.aanwezig().filter(onderwerp=Bijlageonderwerp.BEWIJS, object_id__in=bewijzen)


def _vul(actie: Actie, gegevens: ActieGegevens) -> None:
    for naam in (*VELDEN, *TREKKER):
        setattr(actie, naam, getattr(gegevens, naam))
    actie.gemeenten = list(gegevens.gemeenten)


def _bewaar(actie: Actie) -> None:
    try:
        actie.full_clean(exclude=["gebied", "doelstelling", "trekker", "trekker_contact", "trekker_organisatie"])
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None
    actie.save()


def _zet_partners(actie: Actie, partners: Iterable[tuple[int, str]]) -> None:
    """Keep rows that stay, so that their history does."""
    gewenst = dict(partners)
    bestaand = {rij.organisatie_id: rij for rij in actie.partners.all()}
    for organisatie_id, rij in bestaand.items():
        if organisatie_id not in gewenst:
            rij.delete()
        elif rij.bijdrage != gewenst[organisatie_id]:
            rij.bijdrage = gewenst[organisatie_id]
            rij.save(update_fields=["bijdrage"])
    for organisatie_id, bijdrage in gewenst.items():
        if organisatie_id not in bestaand:
            Actiepartner.objects.create(actie=actie, organisatie_id=organisatie_id, bijdrage=bijdrage)


def _wijzigingen(actie: Actie, nieuw: ActieGegevens) -> list[Wijziging]:
    oud = gegevens_van(actie)
    uit = verschillen(actie, {naam: getattr(nieuw, naam) for naam in VELDEN})
    if set(oud.gemeenten) != set(nieuw.gemeenten):
        uit.append(Wijziging("gemeenten", _gemeenten(oud.gemeenten), _gemeenten(nieuw.gemeenten)))
    if any(getattr(oud, naam) != getattr(nieuw, naam) for naam in TREKKER):
        uit.append(Wijziging("trekker", trekker_in_woorden(oud), trekker_in_woorden(nieuw)))
    if set(oud.partners) != set(nieuw.partners):
        uit.append(Wijziging("partners", _partners(oud.partners), _partners(nieuw.partners)))
    return uit


def _gemeenten(codes: Iterable[str]) -> str:
    namen = Gemeente.objects.filter(nis__in=codes).order_by("sleutel").values_list("naam", flat=True)
    return ", ".join(namen) or "heel het gebied"


def _partners(partners: Iterable[tuple[int, str]]) -> str:
    bijdragen = dict(partners)
    rijen = Organisatie.objects.filter(pk__in=bijdragen).order_by("naam")
    return ", ".join(f"{o.naam} ({bijdragen[o.pk]})" if bijdragen[o.pk] else o.naam for o in rijen) or "niemand"
