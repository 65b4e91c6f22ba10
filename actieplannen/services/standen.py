"""Saying how an action goes: by its trekker, with or without an account, or by the regisseur on its behalf."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from actieplannen.enums import Bijsturingstatus, Standkleur
from actieplannen.models import Actie, Actieindicator, Bijsturing, Kwartaalstand
from actieplannen.selectors.standen import waarom_gesloten
from actieplannen.selectors.trekkers import trekker_van
from actieplannen.services.metingen import meting_zetten
from actieplannen.services.rechten import eis_opvolgen, trekt
from actieplannen.services.standlijst import vraag_afgehandeld
from actieplannen.services.standvraag import stand_van_kwartaal
from actieplannen.services.wijzigen import open_voor_opvolging
from partners.models import Partnerlink
from partners.services.links import partnerlink_gebruikt
from regie.accounts.models import User
from regie.cijfers.periode import Periode
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors, LinkOngeldig
from regie.core.permissions import Recht, Toegang

LENGTE_NAAM = 120
BRON_CIJFER = "doorgegeven bij de kwartaalstand"
IN_KLEUR = {Standkleur.ORANJE, Standkleur.ROOD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standantwoord:
    """What somebody says. `voorstellen`: open proposals as they read now; an empty one is taken back.

    `gezien`: `stempel` of the stand as it stood on the page.
    """

    kleur: str
    tekst: str
    afwijking: str = ""
    voorstellen: Mapping[UUID, str] = field(default_factory=dict)
    nieuwe_voorstellen: tuple[str, ...] = ()
    cijfers: Mapping[UUID, Decimal | None] = field(default_factory=dict)
    gezien: str = ""


@dataclass(frozen=True, slots=True)
class Wie:
    """Who answers: with an account (`door`), or behind a link."""

    door: Toegang | None = None
    link: Partnerlink | None = None


def stempel(stand: Kwartaalstand) -> str:
    """Tells whether the answer changed since a page was opened."""
    return stand.beantwoord_op.isoformat() if stand.beantwoord_op else ""


@transaction.atomic
def stand_geven(
    *, stand: Kwartaalstand, antwoord: Standantwoord, wie: Wie, nu: datetime, vandaag: date
) -> Kwartaalstand:
    """May be said again until the quarter after is asked. The reminders stop."""
    stand = _grendel(stand)
    _eis_wie(stand, wie, vandaag)
    _controleer(stand, antwoord, wie, vandaag)
    stand.kleur, stand.tekst, stand.afwijking = antwoord.kleur, antwoord.tekst.strip(), antwoord.afwijking.strip()
    stand.beantwoord_op, stand.geopend_op = nu, stand.geopend_op or nu
    stand.door_id = wie.door.user_id if wie.door else None
    stand.door_naam, stand.namens = _namen(stand, wie, vandaag)
    stand.full_clean(exclude=["gebied", "actie", "door"])
    stand.save()
    _voorstellen(stand, antwoord)
    _cijfers(stand, antwoord, wie, vandaag)
    vraag_afgehandeld(stand, vandaag=vandaag, door=wie.door)
    if wie.link is not None:
        partnerlink_gebruikt(link=wie.link, nu=nu, vandaag=vandaag)
    record_event("stand.gegeven", stand, door=wie.door, kleur=stand.kleur, langs_link=wie.link is not None)
    return stand


@transaction.atomic
def stand_beginnen(*, actie: Actie, kwartaal: Periode, door: Toegang, vandaag: date) -> Kwartaalstand:
    """The row of a quarter nobody asked about yet, for who wants to tell now."""
    eis_opvolgen(actie, door)
    plan = open_voor_opvolging(actie.doelstelling.plan)
    if not plan.is_vast:
        raise DomainError("Dit plan is nog niet goedgekeurd. Een stand geef je vanaf dan.")
    if kwartaal.start.year != plan.jaar or kwartaal.start > vandaag:
        raise DomainError(f"Kies een kwartaal van {plan.jaar} dat al begonnen is.")
    return stand_van_kwartaal(actie, kwartaal)


@transaction.atomic
def stand_geopend(*, stand: Kwartaalstand, door: Toegang, nu: datetime) -> None:
    """The trekker looked: told by the first touch on the page."""
    if trekt(stand.actie, door):
        Kwartaalstand.objects.filter(pk=stand.pk, geopend_op=None).update(geopend_op=nu)


def past_bij_link(stand: Kwartaalstand, link: Partnerlink, *, vandaag: date) -> bool:
    """The one the link was mailed to still pulls the action."""
    trekker = trekker_van(stand.actie, vandaag=vandaag)
    organisatie = trekker.organisatie
    return (
        not trekker.heeft_account
        and organisatie is not None
        and organisatie.pk == link.eigenaar_id
        and trekker.sleutel == link.ontvanger_email.lower()
    )


def _grendel(stand: Kwartaalstand) -> Kwartaalstand:
    rijen = Kwartaalstand.objects.select_for_update(of=("self",)).select_related(
        "actie__doelstelling__plan",
        "actie__trekker",
        "actie__trekker_contact__organisatie",
        "actie__trekker_organisatie",
    )
    return rijen.get(pk=stand.pk)


def _eis_wie(stand: Kwartaalstand, wie: Wie, vandaag: date) -> None:
    if wie.door is not None:
        eis_opvolgen(stand.actie, wie.door)
    elif wie.link is None or wie.link.object_id != stand.pk or not past_bij_link(stand, wie.link, vandaag=vandaag):
        raise LinkOngeldig


def _controleer(stand: Kwartaalstand, antwoord: Standantwoord, wie: Wie, vandaag: date) -> None:
    als_regisseur = wie.door is not None and wie.door.mag(Recht.PLAN_BEWERKEN)
    if zin := waarom_gesloten(stand, vandaag=vandaag, als_regisseur=als_regisseur):
        raise DomainError(zin)
    if antwoord.gezien != stempel(stand):
        raise DomainError(
            f"{stand.door_naam or 'Iemand'} gaf intussen deze stand. Wat jij typte, staat nog in het formulier: "
            "lees wat er nu staat en bewaar opnieuw."
        )
    meldingen = []
    if antwoord.kleur not in Standkleur.values:
        meldingen.append("Kies groen, oranje of rood.")
    if not antwoord.tekst.strip():
        meldingen.append("Schrijf in een paar zinnen hoe het loopt.")
    if antwoord.kleur in IN_KLEUR and not antwoord.afwijking.strip():
        meldingen.append("Schrijf waarom het anders loopt dan gepland: dat hoort bij oranje en rood.")
    if meldingen:
        raise DomainErrors(meldingen)


def _namen(stand: Kwartaalstand, wie: Wie, vandaag: date) -> tuple[str, str]:
    """(who answered, on behalf of whom)."""
    if wie.door is None:
        link = wie.link
        return ((link.ontvanger_naam or str(link.eigenaar))[:LENGTE_NAAM] if link else ""), ""
    naam = User.objects.get(pk=wie.door.user_id).naam[:LENGTE_NAAM]
    if trekt(stand.actie, wie.door):
        return naam, ""
    return naam, stand.gevraagd_aan or trekker_van(stand.actie, vandaag=vandaag).naam


def _cijfers(stand: Kwartaalstand, antwoord: Standantwoord, wie: Wie, vandaag: date) -> None:
    """Counted figures of this action only, whatever was sent."""
    indicatoren = Actieindicator.objects.filter(actie=stand.actie_id, pk__in=antwoord.cijfers.keys())
    for indicator in indicatoren.select_related("actie__doelstelling__plan").order_by("pk"):
        meting_zetten(
            indicator=indicator,
            jaar=stand.jaar,
            kwartaal=stand.kwartaal,
            waarde=antwoord.cijfers[indicator.pk],
            door=wie.door,
            vandaag=vandaag,
            bron=BRON_CIJFER,
        )


def _voorstellen(stand: Kwartaalstand, antwoord: Standantwoord) -> None:
    """A proposal that was decided meanwhile stays as it was decided."""
    open_rijen = Bijsturing.objects.select_for_update(of=("self",)).filter(
        stand=stand, status=Bijsturingstatus.VOORGESTELD, pk__in=antwoord.voorstellen.keys()
    )
    for rij in open_rijen:
        tekst = antwoord.voorstellen[rij.pk].strip()
        if not tekst:
            rij.delete()
        elif tekst != rij.voorstel:
            rij.voorstel = tekst
            rij.save(update_fields=["voorstel"])
    for tekst in antwoord.nieuwe_voorstellen:
        if tekst.strip():
            Bijsturing.objects.create(stand=stand, voorstel=tekst.strip())
