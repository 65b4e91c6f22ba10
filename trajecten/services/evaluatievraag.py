"""Asking the gebruiker for their part of an evaluation, reminding once and twice, and taking in the answer."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from regie.accounts.services import MailMislukt
from regie.core.bewaren import Bewaard, Wijziging, bewaar_velden, controleer_versie
from regie.core.dates import is_werkdag, naar_werkdag
from regie.core.exceptions import DomainError, DomainErrors, LinkOngeldig
from regie.core.parameters import treden
from regie.core.permissions import Toegang
from trajecten.enums import Linkdoel
from trajecten.models import Evaluatie, Evaluatieherinnering, Evaluatievraag, Link
from trajecten.notifications import omschrijving, stuur_link
from trajecten.services.links import link_gebruikt, maak_link, trek_links_in
from trajecten.services.spoor import noteer


@transaction.atomic
def evaluatie_vragen(
    *, evaluatie: Evaluatie, naam: str, email: str, mailen: bool, door: Toegang, vandaag: date
) -> tuple[Evaluatievraag, Link, str]:
    """(question, link, address). With `mailen` it exists only if the mail could leave."""
    evaluatie = (
        Evaluatie.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=evaluatie.pk)
    )
    _mag_gevraagd(evaluatie, mailen=mailen, email=email)
    vraag = Evaluatievraag(
        eigenaar_id=evaluatie.eigenaar_id,
        evaluatie=evaluatie,
        organisatie_id=evaluatie.plaatsing.gebruiker_id if evaluatie.plaatsing else None,
        ontvanger_naam=naam.strip(),
        ontvanger_email=email.strip(),
        gevraagd_op=vandaag,
        gevraagd_door_id=door.user_id,
    )
    vraag.full_clean(exclude=["gebied", "eigenaar"])
    vraag.save()
    link, adres = _nieuwe_link(vraag, door=door, vandaag=vandaag)
    if mailen:
        _mail(link, adres, vraag)
    hoe = "met een mail" if mailen else "met een link"
    titel = f"Evaluatie gevraagd aan de gebruiker, {hoe}"
    noteer(evaluatie.traject.client, "evaluatie", titel, datum=vandaag, door=door, is_beperkt=True)
    return vraag, link, adres


def _mag_gevraagd(evaluatie: Evaluatie, *, mailen: bool, email: str) -> None:
    meldingen = []
    if evaluatie.geannuleerd_op:
        meldingen.append("Deze evaluatie is geannuleerd, omdat het traject eerder stopte.")
    if evaluatie.uitgevoerd_op:
        meldingen.append("Deze evaluatie is al afgerond: je kunt ze niet meer vragen.")
    if evaluatie.vragen.filter(beantwoord_op=None, ingetrokken_op=None).exists():
        meldingen.append("Deze evaluatie is al gevraagd. Stuur de link opnieuw, of trek de vraag eerst in.")
    if mailen and not email.strip():
        meldingen.append("Vul een e-mailadres in, of kies voor een link die je zelf doorstuurt.")
    if meldingen:
        raise DomainErrors(meldingen)


@transaction.atomic
def evaluatievraag_opnieuw(*, vraag: Evaluatievraag, mailen: bool, door: Toegang, vandaag: date) -> tuple[Link, str]:
    """One more link to the same question: the first one may be lost, and nobody can read it back."""
    vraag = _open_vraag(vraag.pk)
    if mailen and not vraag.ontvanger_email:
        raise DomainError("Van deze persoon is geen e-mailadres gekend. Kopieer de link en stuur hem zelf door.")
    link, adres = _nieuwe_link(vraag, door=door, vandaag=vandaag)
    if mailen:
        _mail(link, adres, vraag)
    return link, adres


@transaction.atomic
def evaluatievraag_intrekken(*, vraag: Evaluatievraag, door: Toegang, vandaag: date, nu: datetime) -> Evaluatievraag:
    vraag = _open_vraag(vraag.pk)
    vraag.ingetrokken_op = vandaag
    vraag.save(update_fields=["ingetrokken_op"])
    trek_links_in(doel=Linkdoel.EVALUATIE_GEBRUIKER, object_id=vraag.pk, nu=nu)
    client = vraag.evaluatie.traject.client
    noteer(client, "evaluatie", "Vraag aan de gebruiker ingetrokken", datum=vandaag, door=door, is_beperkt=True)
    return vraag


@transaction.atomic
def antwoord_bewaren(*, vraag_id: UUID, wijzigingen: Mapping[str, Wijziging], toegelaten: Collection[str]) -> Bewaard:
    """What the gebruiker filled in so far."""
    return bewaar_velden(_te_beantwoorden(vraag_id), wijzigingen, toegelaten)


@transaction.atomic
def antwoord_versturen(
    *, vraag_id: UUID, link: Link, antwoord: dict[str, Any], naam: str, versie: int | None, nu: datetime, vandaag: date
) -> Evaluatievraag:
    """The gebruiker confirms. The answer stays apart from the evaluation; the link is over."""
    link_gebruikt(link=link, nu=nu, vandaag=vandaag)
    vraag = _te_beantwoorden(vraag_id)
    controleer_versie(vraag, versie)
    if len(antwoord.get("scores", {})) < 1 and not antwoord.get("mening"):
        raise DomainError("Geef minstens één score of schrijf een zin.")
    vraag.antwoord, vraag.ontwerp = antwoord, {}
    vraag.ingevuld_door, vraag.beantwoord_op = naam.strip(), nu
    vraag.save()
    client = vraag.evaluatie.traject.client
    titel = f"De gebruiker vulde een evaluatie in: {vraag.evaluatie.get_soort_display()}"
    noteer(client, "evaluatie", titel, tekst=f"Door {vraag.ingevuld_door}.", datum=vandaag, door=None, is_beperkt=True)
    return vraag


def herinnering_op(gevraagd_op: date, dagen: int) -> date:
    return naar_werkdag(gevraagd_op + timedelta(days=dagen))


def te_herinneren(vandaag: date) -> list[tuple[UUID, int]]:
    """(question, number) of every reminder that is due and was not sent. Only the latest number: never two a day."""
    momenten = treden("evaluatie_herinnering", op=vandaag)
    if not is_werkdag(vandaag):
        return []
    vragen = Evaluatievraag.objects.filter(
        beantwoord_op=None, ingetrokken_op=None, evaluatie__geannuleerd_op=None, evaluatie__uitgevoerd_op=None
    ).exclude(ontvanger_email="")
    gestuurd: dict[UUID, int] = {}
    for vraag_id, nummer in Evaluatieherinnering.objects.filter(vraag__in=vragen).values_list("vraag_id", "nummer"):
        gestuurd[vraag_id] = max(nummer, gestuurd.get(vraag_id, 0))
    over = []
    for vraag in vragen.order_by("gevraagd_op", "pk"):
        rijp = [nr for nr, dagen in momenten if herinnering_op(vraag.gevraagd_op, dagen) <= vandaag]
        if rijp and max(rijp) > gestuurd.get(vraag.pk, 0):
            over.append((vraag.pk, max(rijp)))
    return over


@transaction.atomic
def herinnering_sturen(*, vraag_id: UUID, nummer: int, vandaag: date) -> bool:
    """Once, whoever asks: the question is locked, and its pair with the number is unique."""
    vraag = (
        Evaluatievraag.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("evaluatie__traject__client", "evaluatie__plaatsing", "organisatie")
        .filter(pk=vraag_id)
        .first()
    )
    if vraag is None or (vraag_id, nummer) not in te_herinneren(vandaag):
        return False
    Evaluatieherinnering.objects.create(
        eigenaar_id=vraag.eigenaar_id, vraag=vraag, nummer=nummer, verstuurd_op=vandaag
    )
    link, adres = _nieuwe_link(vraag, door=None, vandaag=vandaag)
    _mail(link, adres, vraag, herinnering=nummer)
    return True


def _nieuwe_link(vraag: Evaluatievraag, *, door: Toegang | None, vandaag: date) -> tuple[Link, str]:
    return maak_link(
        doel=Linkdoel.EVALUATIE_GEBRUIKER,
        object_id=vraag.pk,
        eigenaar_id=vraag.eigenaar_id,
        client=vraag.evaluatie.traject.client,
        organisatie=vraag.organisatie,
        ontvanger_naam=vraag.ontvanger_naam,
        ontvanger_email=vraag.ontvanger_email,
        door=door,
        vandaag=vandaag,
    )


def _mail(link: Link, adres: str, vraag: Evaluatievraag, herinnering: int = 0) -> None:
    try:
        stuur_link(link, adres, wie=omschrijving(vraag.evaluatie.plaatsing), herinnering=herinnering)
    except OSError as fout:
        raise MailMislukt from fout


def _open_vraag(vraag_id: UUID) -> Evaluatievraag:
    vraag = (
        Evaluatievraag.objects.select_for_update(of=("self",))
        .select_related("evaluatie__traject__client", "evaluatie__plaatsing", "organisatie")
        .get(pk=vraag_id)
    )
    if vraag.beantwoord_op:
        raise DomainError("De gebruiker heeft intussen geantwoord.")
    if vraag.ingetrokken_op:
        raise DomainError("Deze vraag is al ingetrokken.")
    return vraag


def _te_beantwoorden(vraag_id: UUID) -> Evaluatievraag:
    """For who holds a link: open, or as if it never was."""
    vraag = (
        Evaluatievraag.objects.select_for_update(of=("self",))
        .select_related("evaluatie__traject__client")
        .filter(pk=vraag_id)
        .first()
    )
    if vraag is None or not vraag.is_open or vraag.evaluatie.geannuleerd_op or vraag.evaluatie.uitgevoerd_op:
        raise LinkOngeldig
    return vraag
