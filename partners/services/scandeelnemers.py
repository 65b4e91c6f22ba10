"""Who fills in a scan: asked by mail or with a link, reminded, taken off the list."""

from datetime import date, datetime

from django.db import transaction

from partners.enums import Partnerlinkdoel, Scanstatus
from partners.models import Contactpersoon, Scan, Scandeelnemer, Scanuitnodiging
from partners.notifications.scan import Scanvraag, scan_adres, stuur_scanuitnodiging, stuur_scanvraag
from partners.selectors.scan import kan_zich_aanmelden
from partners.services.links import maak_partnerlink, partnerlinks_intrekken
from partners.services.scan import vergrendel_scan
from regie.accounts.models import User
from regie.accounts.services import MailMislukt
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@transaction.atomic
def deelnemer_vragen(
    *, scan: Scan, user: User | None, naam: str, email: str, mailen: bool, door: Toegang, vandaag: date
) -> tuple[Scandeelnemer, str]:
    """(who, the address to answer at). With `mailen` it exists only if the mail could leave."""
    scan = vergrendel_scan(scan, door)
    if scan.status != Scanstatus.OPEN:
        raise DomainError(f"Deze scan is {scan.get_status_display()}. Je kunt niemand meer vragen.")
    if user is not None:
        naam, email = user.get_full_name() or user.email, user.email
    bekend = Scandeelnemer.objects.filter(scan=scan)
    if (user and bekend.filter(user=user).exists()) or (email and bekend.gevraagd().filter(email=email).exists()):
        raise DomainError("Die persoon is al gevraagd.")
    deelnemer = Scandeelnemer(
        eigenaar_id=scan.eigenaar_id,
        scan=scan,
        user=user,
        naam=naam.strip(),
        email=email.strip(),
        gevraagd_op=vandaag,
        met_mail=mailen,
    )
    deelnemer.full_clean(exclude=["gebied", "eigenaar"])
    deelnemer.save()
    record_event("scan.deelnemer_gevraagd", scan, door=door)
    return deelnemer, stuur_scanlink(deelnemer, mailen=mailen, door=door, vandaag=vandaag)


@transaction.atomic
def deelnemers_opnieuw_vragen(*, scan: Scan, door: Toegang, vandaag: date) -> int:
    """Everybody who answered the scan before this one, by mail. Returns how many."""
    scan = vergrendel_scan(scan, door)
    if scan.vorige_id is None:
        return 0
    vroeger = Scandeelnemer.objects.filter(scan_id=scan.vorige_id, is_trekker=False).gevraagd().exclude(email="")
    aantal = 0
    for toen in vroeger.exclude(user_id=door.user_id).select_related("user").order_by("naam", "pk"):
        deelnemer_vragen(
            scan=scan, user=toen.user, naam=toen.naam, email=toen.email, mailen=True, door=door, vandaag=vandaag
        )
        aantal += 1
    return aantal


@transaction.atomic
def deelnemer_herinneren(*, deelnemer: Scandeelnemer, mailen: bool, door: Toegang, vandaag: date) -> str:
    """A new link, because the first one can never be read back. Gives the address."""
    deelnemer = _vergrendel(deelnemer, door)
    if deelnemer.ingediend_op:
        raise DomainError(f"{deelnemer.naam} heeft al geantwoord.")
    if mailen and deelnemer.herinnerd_op == vandaag:
        raise DomainError(f"{deelnemer.naam} kreeg vandaag al een herinnering.")
    adres = stuur_scanlink(deelnemer, mailen=mailen, door=door, vandaag=vandaag, herinnering=True)
    if mailen:
        deelnemer.herinnerd_op = vandaag
        deelnemer.save(update_fields=["herinnerd_op"])
    return adres


@transaction.atomic
def deelnemer_intrekken(*, deelnemer: Scandeelnemer, door: Toegang, vandaag: date, nu: datetime) -> Scandeelnemer:
    """Off the list: the link stops and what was answered does not count."""
    deelnemer = _vergrendel(deelnemer, door)
    if deelnemer.is_trekker:
        raise DomainError("Wie de scan trekt, hoort erbij. Laat eerst een collega de scan overnemen.")
    deelnemer.ingetrokken_op = vandaag
    deelnemer.save(update_fields=["ingetrokken_op"])
    partnerlinks_intrekken(doel=Partnerlinkdoel.SCAN, object_id=deelnemer.pk, nu=nu)
    record_event("scan.deelnemer_ingetrokken", deelnemer.scan, door=door)
    return deelnemer


@transaction.atomic
def deelnemer_terugzetten(*, deelnemer: Scandeelnemer, door: Toegang) -> Scandeelnemer:
    """Undo. A link that stopped stays stopped: send a new one."""
    deelnemer = _vergrendel(deelnemer, door)
    deelnemer.ingetrokken_op = None
    deelnemer.save(update_fields=["ingetrokken_op"])
    return deelnemer


@transaction.atomic
def organisatie_uitnodigen(
    *, organisatie: Organisatie, contact: Contactpersoon, door: Toegang, vandaag: date
) -> Scanuitnodiging:
    """The regio asks an organisatie to do the scan; what it answers stays with that organisatie."""
    if not contact.email:
        raise DomainError("Deze contactpersoon heeft geen e-mailadres. Vul dat eerst in bij de organisatie.")
    uitnodiging = Scanuitnodiging(organisatie=organisatie, op=vandaag, door_id=door.user_id)
    uitnodiging.full_clean(exclude=["gebied"])
    uitnodiging.save()
    record_event("scan.organisatie_uitgenodigd", uitnodiging, door=door, organisatie=organisatie.pk)
    try:
        stuur_scanuitnodiging(uitnodiging, naam=contact.naam, email=contact.email)
    except OSError as fout:
        raise MailMislukt from fout
    return uitnodiging


def _vergrendel(deelnemer: Scandeelnemer, door: Toegang) -> Scandeelnemer:
    scan = vergrendel_scan(deelnemer.scan, door)
    if scan.status != Scanstatus.OPEN:
        raise DomainError(f"Deze scan is {scan.get_status_display()}. Aan de deelnemers verandert niets meer.")
    rijen = Scandeelnemer.objects.select_for_update(of=("self",)).select_related("scan", "eigenaar")
    return rijen.get(pk=deelnemer.pk)


def stuur_scanlink(
    deelnemer: Scandeelnemer, *, mailen: bool, door: Toegang | None, vandaag: date, herinnering: bool = False
) -> str:
    """The address to answer at, mailed or to be handed over."""
    if mailen and not deelnemer.email:
        raise DomainError("Vul een e-mailadres in, of kies voor een link die je zelf doorstuurt.")
    met_account = kan_zich_aanmelden(deelnemer, vandaag)
    adres, geldig_tot = scan_adres(), deelnemer.scan.antwoorden_tot
    if not met_account:
        link, adres = maak_partnerlink(
            doel=Partnerlinkdoel.SCAN,
            object_id=deelnemer.pk,
            organisatie=deelnemer.eigenaar,
            ontvanger_naam=deelnemer.naam,
            ontvanger_email=deelnemer.email,
            door=door,
            vandaag=vandaag,
        )
        geldig_tot = link.geldig_tot
    if mailen:
        vraag = Scanvraag(deelnemer.naam, deelnemer.email, str(deelnemer.eigenaar), adres, geldig_tot, met_account)
        try:
            stuur_scanvraag(vraag, antwoorden_tot=deelnemer.scan.antwoorden_tot, herinnering=herinnering)
        except OSError as fout:
            raise MailMislukt from fout
    return adres
