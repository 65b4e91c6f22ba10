"""A need goes to the partners that fit; each says whether it takes it up, and later how it went."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.enums import BehoefteStatus, DoorverwijzingStatus, Partnerlinkdoel, WerkgeverStatus
from partners.models import Behoefte, Contactpersoon, Doorverwijzing, Partnerlink
from partners.notifications.behoeften import antwoord_mail, stuur_vraag
from partners.services.behoefteladder import ladder_begint, ladder_stopt, meld_antwoord, na_antwoord
from partners.services.behoeftestand import mag_opvolgen
from partners.services.links import maak_partnerlink, partnerlink_gebruikt, partnerlinks_intrekken
from partners.transitions import check_doorverwijzing
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope, gebied_context

S = DoorverwijzingStatus


class MailMislukt(DomainError):
    def __init__(self) -> None:
        super().__init__("De mail kon niet vertrekken. Probeer straks opnieuw, of kopieer de link en stuur hem zelf.")


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a partner says. `aantal`: places filled; `reden`: of the list that belongs to the answer."""

    status: DoorverwijzingStatus
    naam: str
    reden: str = ""
    aantal: int = 0
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Verzonden:
    """One referral as it left: with the address when there is one to hand over."""

    doorverwijzing: Doorverwijzing
    adres: str = ""
    gemaild: bool = False


@transaction.atomic
def behoefte_doorverwijzen(
    *,
    behoefte: Behoefte,
    aan: list[tuple[Organisatie, Contactpersoon | None]],
    vraag: str,
    mailen: bool,
    door: Toegang,
    vandaag: date,
) -> list[Verzonden]:
    """To one organisatie or several at once. A contact person gets a link, so an account is not needed."""
    _mag_doorverwezen(behoefte, aan, door)
    verzonden = []
    for organisatie, contact in aan:
        doorverwijzing = Doorverwijzing(
            behoefte=behoefte,
            organisatie=organisatie,
            contactpersoon=contact,
            vraag=vraag.strip(),
            verstuurd_op=vandaag,
            met_mail=bool(mailen and contact and contact.email),
            door_id=door.user_id,
        )
        _bewaar(doorverwijzing, "doorverwijzing.verstuurd", door)
        ladder_begint(doorverwijzing, vandaag=vandaag)
        verzonden.append(_met_link(doorverwijzing, door=door, vandaag=vandaag))
    return verzonden


def _mag_doorverwezen(behoefte: Behoefte, aan: list[tuple[Organisatie, Contactpersoon | None]], door: Toegang) -> None:
    meldingen = []
    if not mag_opvolgen(behoefte, door):
        meldingen.append("Alleen wie de behoefte noteerde, de accounthouder of de regisseur verwijst door.")
    if not behoefte.loopt:
        meldingen.append("Alleen een gepubliceerde behoefte die nog loopt, kan naar een partner.")
    if behoefte.werkgever.status == WerkgeverStatus.NIET_BENADEREN:
        meldingen.append("Deze werkgever wil niet benaderd worden. Pas eerst de kaart van de werkgever aan.")
    meldingen += _wat_scheelt(behoefte, aan)
    if meldingen:
        raise DomainErrors(meldingen)


def _wat_scheelt(behoefte: Behoefte, aan: list[tuple[Organisatie, Contactpersoon | None]]) -> list[str]:
    bezet = Doorverwijzing.objects.filter(behoefte=behoefte).exclude(status=S.INGETROKKEN)
    al = set(bezet.values_list("organisatie", flat=True))
    meldingen = [] if aan else ["Kies minstens één organisatie."]
    meldingen += [f"{organisatie} kreeg deze behoefte al." for organisatie, _ in aan if organisatie.pk in al]
    vreemd = [org for org, contact in aan if contact and contact.organisatie_id != org.pk]
    return [*meldingen, *(f"Die contactpersoon hoort niet bij {org}." for org in vreemd)]


def _met_link(doorverwijzing: Doorverwijzing, *, door: Toegang | None, vandaag: date) -> Verzonden:
    contact = doorverwijzing.contactpersoon
    if contact is None:
        return Verzonden(doorverwijzing)
    link, adres = _nieuwe_link(doorverwijzing, contact, door=door, vandaag=vandaag)
    if doorverwijzing.met_mail:
        _mail(link, adres, doorverwijzing)
    return Verzonden(doorverwijzing, adres, gemaild=doorverwijzing.met_mail)


def _nieuwe_link(
    doorverwijzing: Doorverwijzing, contact: Contactpersoon, *, door: Toegang | None, vandaag: date
) -> tuple[Partnerlink, str]:
    return maak_partnerlink(
        doel=Partnerlinkdoel.BEHOEFTE,
        object_id=doorverwijzing.pk,
        organisatie=doorverwijzing.organisatie,
        ontvanger_naam=contact.naam,
        ontvanger_email=contact.email,
        door=door,
        vandaag=vandaag,
    )


def _mail(link: Partnerlink, adres: str, doorverwijzing: Doorverwijzing) -> None:
    try:
        stuur_vraag(link, adres, doorverwijzing)
    except OSError as fout:
        raise MailMislukt from fout


@transaction.atomic
def doorverwijzing_link(
    *, doorverwijzing: Doorverwijzing, contact: Contactpersoon, mailen: bool, door: Toegang, vandaag: date
) -> Verzonden:
    """Another link, for who lost it or for somebody else there."""
    doorverwijzing = _vergrendel(doorverwijzing)
    _eis_opvolgen(doorverwijzing, door)
    if not doorverwijzing.loopt:
        raise DomainError("Er is al een antwoord. Een nieuwe link is niet meer nodig.")
    if contact.organisatie_id != doorverwijzing.organisatie_id:
        raise DomainError(f"Die contactpersoon hoort niet bij {doorverwijzing.organisatie}.")
    if mailen and not contact.email:
        raise DomainError("Van deze persoon is geen e-mailadres gekend. Kopieer de link en stuur hem zelf door.")
    doorverwijzing.contactpersoon, doorverwijzing.met_mail = contact, mailen
    _bewaar(doorverwijzing, "doorverwijzing.link", door)
    return _met_link(doorverwijzing, door=door, vandaag=vandaag)


@transaction.atomic
def doorverwijzing_intrekken(*, doorverwijzing: Doorverwijzing, nu: datetime, vandaag: date, door: Toegang) -> None:
    """The question is taken back; its links stop working."""
    doorverwijzing = _vergrendel(doorverwijzing)
    _eis_opvolgen(doorverwijzing, door)
    check_doorverwijzing(S(doorverwijzing.status), S.INGETROKKEN)
    doorverwijzing.status = S.INGETROKKEN
    _bewaar(doorverwijzing, "doorverwijzing.ingetrokken", door)
    ladder_stopt(doorverwijzing, vandaag=vandaag, door=door)
    with gebied_context(current_scope().gebied, lid_van=[doorverwijzing.organisatie_id]):
        partnerlinks_intrekken(doel=Partnerlinkdoel.BEHOEFTE, object_id=doorverwijzing.pk, nu=nu)
    na_antwoord(doorverwijzing.behoefte, vandaag=vandaag, door=door)


@transaction.atomic
def doorverwijzing_beantwoorden(
    *,
    doorverwijzing: Doorverwijzing,
    antwoord: Antwoord,
    vandaag: date,
    door: Toegang | None,
    link: Partnerlink | None = None,
    nu: datetime | None = None,
) -> Doorverwijzing:
    """By a member of the organisatie, or by who holds its link. The ladder stops; the employer's lead hears it."""
    doorverwijzing = _vergrendel(doorverwijzing)
    if door is not None and doorverwijzing.organisatie_id not in door.lid_van:
        raise DomainError(f"Alleen {doorverwijzing.organisatie} beantwoordt deze vraag.")
    if link is not None and nu is not None:
        partnerlink_gebruikt(link=link, nu=nu, vandaag=vandaag)
    _controleer(doorverwijzing, antwoord)
    _vul_in(doorverwijzing, antwoord, vandaag)
    _bewaar(doorverwijzing, f"doorverwijzing.{antwoord.status.lower()}", door)
    ladder_stopt(doorverwijzing, vandaag=vandaag, door=door)
    behoefte = na_antwoord(doorverwijzing.behoefte, vandaag=vandaag, door=door)
    meld_antwoord(doorverwijzing, behoefte, vandaag=vandaag)
    if behoefte.mail_bij_antwoord and (door is None or door.user_id != behoefte.door_id):
        mail = antwoord_mail(doorverwijzing, behoefte)
        transaction.on_commit(mail.send, robust=True)  # a mail server that is down never undoes an answer
    return doorverwijzing


def _controleer(doorverwijzing: Doorverwijzing, antwoord: Antwoord) -> None:
    behoefte = doorverwijzing.behoefte
    if not behoefte.loopt and behoefte.status != BehoefteStatus.INGEVULD:
        raise DomainError("Deze behoefte is intussen gesloten. Je hoeft niets meer te doen.")
    meldingen = []
    try:
        check_doorverwijzing(S(doorverwijzing.status), antwoord.status)
    except DomainError as fout:
        meldingen.append(str(fout))
    if not antwoord.naam.strip():
        meldingen.append("Vul je naam in.")
    if antwoord.status in {S.NIET_VOOR_ONS, S.NIET_OPGELOST} and not antwoord.reden:
        meldingen.append("Kies een reden. Zo weet wie het opvolgt wat de volgende stap is.")
    if antwoord.status == S.OPGELOST and behoefte.vraagt_mensen:
        hoogst = behoefte.vrij + doorverwijzing.aantal_ingevuld
        if not 1 <= antwoord.aantal <= max(hoogst, 1):
            meldingen.append(f"Vul in hoeveel plaatsen jullie invulden: tussen 1 en {max(hoogst, 1)}.")
    if meldingen:
        raise DomainErrors(meldingen)


def _vul_in(doorverwijzing: Doorverwijzing, antwoord: Antwoord, vandaag: date) -> None:
    doorverwijzing.status = antwoord.status
    doorverwijzing.beantwoord_op = doorverwijzing.beantwoord_op or vandaag
    doorverwijzing.beantwoord_door = antwoord.naam.strip()
    doorverwijzing.toelichting = antwoord.toelichting.strip()
    doorverwijzing.weigerreden = antwoord.reden if antwoord.status == S.NIET_VOOR_ONS else ""
    doorverwijzing.mislukt_reden = antwoord.reden if antwoord.status == S.NIET_OPGELOST else ""
    klaar = antwoord.status in {S.OPGELOST, S.NIET_OPGELOST}
    doorverwijzing.resultaat_op = vandaag if klaar else None
    opgelost = antwoord.status == S.OPGELOST and doorverwijzing.behoefte.vraagt_mensen
    doorverwijzing.aantal_ingevuld = antwoord.aantal if opgelost else 0


def _vergrendel(doorverwijzing: Doorverwijzing) -> Doorverwijzing:
    rijen = Doorverwijzing.objects.select_for_update(of=("self",))
    return rijen.select_related("behoefte__werkgever", "behoefte__eigenaar", "organisatie", "contactpersoon").get(
        pk=doorverwijzing.pk
    )


def _eis_opvolgen(doorverwijzing: Doorverwijzing, door: Toegang) -> None:
    if not mag_opvolgen(doorverwijzing.behoefte, door):
        raise DomainError("Alleen wie de behoefte noteerde, de accounthouder of de regisseur kan dat.")


def _bewaar(doorverwijzing: Doorverwijzing, soort: str, door: Toegang | None) -> None:
    try:
        doorverwijzing.full_clean(exclude=["gebied"])
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from fout
    doorverwijzing.save()
    record_event(
        soort, doorverwijzing, door=door, behoefte=str(doorverwijzing.behoefte_id), naar=doorverwijzing.organisatie_id
    )
