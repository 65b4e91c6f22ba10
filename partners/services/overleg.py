"""Meetings until they are held: planning, the agenda, who is invited, and telling them."""

from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.db.models import Max

from partners.enums import Aanwezigheid, Bijlageonderwerp, OverlegSoort, OverlegStatus
from partners.models import Agendapunt, Contactpersoon, Deelnemer, Overleg, Partnerschap
from partners.notifications.overleg import Bericht, mail_deelnemer
from partners.selectors.deelnemers import Kandidaat
from partners.services.bijlagen import bijlagen_delen
from partners.services.eigendom import schrijvende_organisatie, van_eigen_huis
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang

IN_DE_AGENDA = ("titel", "datum", "begin", "einde", "plaats")  # what a calendar of a participant shows


@dataclass(frozen=True, slots=True)
class OverlegGegevens:
    titel: str
    datum: date
    begin: time
    einde: time
    soort: str = OverlegSoort.STUURGROEP
    plaats: str = ""
    toelichting: str = ""
    partnerschap: Partnerschap | None = None


@dataclass(frozen=True, slots=True)
class PuntGegevens:
    titel: str
    toelichting: str = ""
    minuten: int | None = None


@transaction.atomic
def overleg_plannen(*, gegevens: OverlegGegevens, door: Toegang) -> Overleg:
    """A draft: nobody is told before `uitnodigen`."""
    overleg = Overleg(eigenaar=schrijvende_organisatie(door))
    return _bewaar(overleg, gegevens, "overleg.gepland", door)


@transaction.atomic
def overleg_bijwerken(*, overleg: Overleg, gegevens: OverlegGegevens, door: Toegang) -> Overleg:
    """Who was invited gets an update when their calendar is no longer right."""
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    voor = [getattr(overleg, naam) for naam in IN_DE_AGENDA]
    overleg = _bewaar(overleg, gegevens, "overleg.bijgewerkt", door)
    if overleg.status == OverlegStatus.UITGENODIGD and voor != [getattr(overleg, naam) for naam in IN_DE_AGENDA]:
        _nieuwe_versie(overleg)
        _mail(overleg, Bericht.WIJZIGING)
    return overleg


def _bewaar(overleg: Overleg, gegevens: OverlegGegevens, soort: str, door: Toegang) -> Overleg:
    for naam in OverlegGegevens.__dataclass_fields__:
        setattr(overleg, naam, getattr(gegevens, naam))
    overleg.full_clean()
    overleg.save()
    record_event(soort, overleg, door=door)
    return overleg


def eis_open(overleg: Overleg) -> None:
    if overleg.status == OverlegStatus.AFGELAST:
        raise DomainError("Dit overleg is afgelast. Plan een nieuw overleg.")
    if overleg.verslag_op:
        raise DomainError("Het verslag van dit overleg is al klaar. Plan een nieuw overleg.")


# --- the agenda ------------------------------------------------------------------------------------------------------


@transaction.atomic
def agendapunt_toevoegen(*, overleg: Overleg, gegevens: PuntGegevens, door: Toegang) -> Agendapunt:
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    laatste = overleg.agendapunten.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
    punt = Agendapunt(overleg=overleg, eigenaar=overleg.eigenaar, gedeeld=overleg.gedeeld, volgorde=laatste + 1)
    return _bewaar_punt(punt, gegevens, door)


@transaction.atomic
def agendapunt_bijwerken(*, punt: Agendapunt, gegevens: PuntGegevens, door: Toegang) -> Agendapunt:
    eis_open(van_eigen_huis(punt.overleg, door))
    return _bewaar_punt(punt, gegevens, door)


def _bewaar_punt(punt: Agendapunt, gegevens: PuntGegevens, door: Toegang) -> Agendapunt:
    punt.titel, punt.toelichting, punt.minuten = gegevens.titel, gegevens.toelichting, gegevens.minuten
    punt.full_clean()
    punt.save()
    record_event("overleg.agendapunt", punt.overleg, door=door)
    return punt


@transaction.atomic
def agendapunt_verplaatsen(*, punt: Agendapunt, omhoog: bool, door: Toegang) -> None:
    """Change places with the neighbour; the first stays first and the last last."""
    overleg = van_eigen_huis(punt.overleg, door)
    eis_open(overleg)
    punten = list(overleg.agendapunten.order_by("volgorde", "pk"))
    plaats = next(i for i, ander in enumerate(punten) if ander.pk == punt.pk)
    doel = min(max(plaats + (-1 if omhoog else 1), 0), len(punten) - 1)
    punten[plaats], punten[doel] = punten[doel], punten[plaats]
    for nummer, ander in enumerate(punten, start=1):
        ander.volgorde = nummer
    Agendapunt.objects.bulk_update(punten, ["volgorde"])


@transaction.atomic
def agendapunt_wissen(*, punt: Agendapunt, door: Toegang) -> None:
    overleg = van_eigen_huis(punt.overleg, door)
    eis_open(overleg)
    punt.delete()
    record_event("overleg.agendapunt_gewist", overleg, door=door)


# --- who takes part --------------------------------------------------------------------------------------------------


@transaction.atomic
def deelnemer_toevoegen(*, overleg: Overleg, kandidaat: Kandidaat, door: Toegang) -> Deelnemer:
    """After the invitations went out, this one gets it at once."""
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    if overleg.deelnemers.filter(email__iexact=kandidaat.email).exists():
        raise DomainError(f"{kandidaat.naam} staat al op de lijst.")
    deelnemer = Deelnemer(overleg=overleg, eigenaar=overleg.eigenaar, gedeeld=overleg.gedeeld, **kandidaat.velden())
    deelnemer.full_clean()
    deelnemer.save()
    record_event("overleg.deelnemer", overleg, door=door)
    if overleg.status == OverlegStatus.UITGENODIGD:
        _mail_een(deelnemer, Bericht.UITNODIGING)
    return deelnemer


@transaction.atomic
def deelnemers_van_partnerschap(*, overleg: Overleg, door: Toegang, vandaag: date) -> int:
    """Everybody who can be mailed at a partner that takes part today. Returns how many were added."""
    if overleg.partnerschap is None:
        raise DomainError("Dit overleg hoort niet bij een partnerschap.")
    van_eigen_huis(overleg, door)
    al = {email.lower() for email in overleg.deelnemers.values_list("email", flat=True)}
    partners = overleg.partnerschap.partners.filter(van__lte=vandaag).exclude(tot__lt=vandaag)
    contacten = Contactpersoon.objects.filter(
        organisatie_id__in=partners.values("organisatie_id"), is_actief=True
    ).exclude(email="")
    nieuw = [contact for contact in contacten.order_by("naam") if contact.email.lower() not in al]
    for contact in nieuw:
        deelnemer_toevoegen(overleg=overleg, kandidaat=Kandidaat.van_contact(contact), door=door)
    return len(nieuw)


@transaction.atomic
def deelnemer_wissen(*, deelnemer: Deelnemer, door: Toegang) -> None:
    overleg = van_eigen_huis(deelnemer.overleg, door)
    eis_open(overleg)
    if overleg.status == OverlegStatus.UITGENODIGD:
        raise DomainError("Deze persoon is al uitgenodigd. Zet die op verontschuldigd.")
    deelnemer.delete()
    record_event("overleg.deelnemer_gewist", overleg, door=door)


@transaction.atomic
def aanwezigheid_zetten(*, deelnemer: Deelnemer, aanwezigheid: str, door: Toegang) -> Deelnemer:
    overleg = van_eigen_huis(deelnemer.overleg, door)
    eis_open(overleg)
    deelnemer.aanwezigheid = Aanwezigheid(aanwezigheid)
    deelnemer.save(update_fields=["aanwezigheid"])
    return deelnemer


# --- telling them ----------------------------------------------------------------------------------------------------


@transaction.atomic
def uitnodigen(*, overleg: Overleg, door: Toegang, vandaag: date) -> Overleg:
    """Mail the agenda and the calendar file to everybody; from now on the gebied reads the meeting.

    Once more: everybody gets the agenda as it is now.
    """
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    _eis_compleet(overleg)
    bericht = Bericht.WIJZIGING if overleg.uitgenodigd_op else Bericht.UITNODIGING
    if overleg.uitgenodigd_op:
        _nieuwe_versie(overleg)
    overleg.status, overleg.gedeeld, overleg.uitgenodigd_op = OverlegStatus.UITGENODIGD, True, vandaag
    overleg.save(update_fields=["status", "gedeeld", "uitgenodigd_op"])
    overleg.agendapunten.update(gedeeld=True)
    overleg.deelnemers.update(gedeeld=True)
    bijlagen_delen(onderwerp=Bijlageonderwerp.OVERLEG, object_id=overleg.pk, gedeeld=True)
    record_event("overleg.uitgenodigd", overleg, door=door)
    _mail(overleg, bericht)
    return overleg


def _eis_compleet(overleg: Overleg) -> None:
    if not overleg.agendapunten.exists():
        raise DomainError("Er staat nog niets op de agenda. Voeg minstens één punt toe.")
    if not overleg.deelnemers.exists():
        raise DomainError("Er is nog niemand om uit te nodigen. Voeg minstens één deelnemer toe.")


@transaction.atomic
def overleg_afgelasten(*, overleg: Overleg, reden: str, door: Toegang) -> Overleg:
    """Who was invited gets a mail that takes it out of their calendar."""
    overleg = van_eigen_huis(overleg, door)
    eis_open(overleg)
    uitgenodigd = overleg.status == OverlegStatus.UITGENODIGD
    overleg.status, overleg.afgelast_reden = OverlegStatus.AFGELAST, reden
    overleg.save(update_fields=["status", "afgelast_reden"])
    record_event("overleg.afgelast", overleg, door=door)
    if uitgenodigd:
        _nieuwe_versie(overleg)
        _mail(overleg, Bericht.AFGELAST)
    return overleg


@transaction.atomic
def opnieuw_mailen(*, deelnemer: Deelnemer, door: Toegang) -> None:
    """The last message once more, to one person."""
    overleg = van_eigen_huis(deelnemer.overleg, door)
    if not overleg.uitgenodigd_op:
        raise DomainError("Er is nog niemand uitgenodigd. Nodig eerst iedereen uit.")
    bericht = Bericht.UITNODIGING
    if overleg.status == OverlegStatus.AFGELAST:
        bericht = Bericht.AFGELAST
    elif overleg.verslag_op:
        bericht = Bericht.VERSLAG
    _mail_een(deelnemer, bericht)


def _nieuwe_versie(overleg: Overleg) -> None:
    overleg.agenda_versie += 1
    overleg.save(update_fields=["agenda_versie"])


def _mail(overleg: Overleg, bericht: Bericht) -> None:
    for deelnemer in overleg.deelnemers.order_by("pk"):
        _mail_een(deelnemer, bericht)


def _mail_een(deelnemer: Deelnemer, bericht: Bericht) -> None:
    Deelnemer.objects.filter(pk=deelnemer.pk).update(gemaild_op=None)
    mail_deelnemer.enqueue(deelnemer_id=str(deelnemer.pk), bericht=bericht.value)


def mail_verslag(overleg: Overleg) -> None:
    """To everybody who was invited."""
    _mail(overleg, Bericht.VERSLAG)
