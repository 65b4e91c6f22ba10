"""Inviting somebody, accepting it, and ending what somebody may do. Memberships are dated, never deleted."""

import secrets
from datetime import date, datetime, timedelta
from hashlib import sha256

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from regie.accounts.models import Uitnodiging, User
from regie.accounts.notifications import stuur_uitnodiging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import DOSSIERROLLEN, Rol, Toegang
from regie.core.tenancy import current_gebied_id, gebied_context

REGIEROLLEN = frozenset({Rol.REGISSEUR, Rol.MEDEWERKER})
REGIE_ORGANISATIES = frozenset({OrganisatieType.REGIEVERBAND, OrganisatieType.GEMEENTE})


class UitnodigingOngeldig(DomainError):
    """The link cannot be used any more; the message says why and what to do."""


class MailMislukt(DomainError):
    """The mail server did not take the mail, so nothing was changed."""

    def __init__(self) -> None:
        super().__init__("De mail kon niet vertrekken. Er is niets gewijzigd: probeer het straks opnieuw.")


@transaction.atomic
def uitnodiging_versturen(
    *, email: str, voornaam: str, familienaam: str, organisatie: Organisatie, rol: str, door: Toegang, nu: datetime
) -> Uitnodiging:
    """Invite somebody to one role in one organisatie of the active gebied; exists only if the mail could leave."""
    email = email.strip().lower()
    _mag_uitnodigen(email, organisatie, Rol(rol), door, nu)
    uitnodiging = Uitnodiging(
        email=email,
        voornaam=voornaam,
        familienaam=familienaam,
        gebied_id=current_gebied_id(),
        organisatie=organisatie,
        rol=rol,
        door_id=door.user_id,
    )
    _verstuur(uitnodiging, nu)
    record_event("uitnodiging.verstuurd", uitnodiging, door=door, organisatie=organisatie.pk, rol=rol)
    return uitnodiging


@transaction.atomic
def uitnodiging_opnieuw_versturen(*, uitnodiging: Uitnodiging, door: Toegang, nu: datetime) -> Uitnodiging:
    """A new link, valid from now; the old link stops working."""
    uitnodiging = _lopend(uitnodiging)
    _niet_voor_jezelf(uitnodiging.email, door)
    _verstuur(uitnodiging, nu)
    record_event("uitnodiging.opnieuw_verstuurd", uitnodiging, door=door)
    return uitnodiging


@transaction.atomic
def uitnodiging_intrekken(*, uitnodiging: Uitnodiging, door: Toegang, nu: datetime) -> Uitnodiging:
    uitnodiging = _lopend(uitnodiging)
    uitnodiging.ingetrokken_op = nu
    uitnodiging.save(update_fields=["ingetrokken_op"])
    record_event("uitnodiging.ingetrokken", uitnodiging, door=door)
    return uitnodiging


def uitnodiging_zoeken(geheim: str, *, nu: datetime) -> Uitnodiging:
    """The invitation of a link. Raises UitnodigingOngeldig with a sentence that says what to do."""
    uitnodiging = (
        Uitnodiging.objects.select_related("gebied", "organisatie").filter(geheim_hash=_hash(geheim)).first()
        if geheim
        else None
    )
    if uitnodiging is None:
        raise UitnodigingOngeldig(
            "Deze link kennen we niet. Kijk of je de hele link uit de mail geopend hebt. Kreeg je later nog een "
            "uitnodiging? Gebruik dan de link uit de laatste mail."
        )
    if uitnodiging.aanvaard_op:
        raise UitnodigingOngeldig("Deze uitnodiging is al gebruikt. Meld je aan met je e-mailadres en wachtwoord.")
    vraag = f"Vraag een nieuwe aan de beheerder van {uitnodiging.gebied}."
    if uitnodiging.ingetrokken_op:
        raise UitnodigingOngeldig(f"Deze uitnodiging is ingetrokken. {vraag}")
    if uitnodiging.geldig_tot <= nu:
        verlopen_op = timezone.localtime(uitnodiging.geldig_tot)
        raise UitnodigingOngeldig(f"Deze uitnodiging is verlopen op {verlopen_op:%d/%m/%Y}. {vraag}")
    return uitnodiging


@transaction.atomic
def account_maken(*, uitnodiging: Uitnodiging, wachtwoord: str, nu: datetime, vandaag: date) -> User:
    """A first account, from an invitation: the mailed link proves the address."""
    if User.objects.filter(email=uitnodiging.email).exists():
        raise DomainError("Er is al een account met dit e-mailadres. Meld je aan om de uitnodiging te aanvaarden.")
    user = User.objects.create_user(
        uitnodiging.email, wachtwoord, first_name=uitnodiging.voornaam, last_name=uitnodiging.familienaam
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    uitnodiging_aanvaarden(uitnodiging=uitnodiging, user=user, nu=nu, vandaag=vandaag)
    return user


@transaction.atomic
def uitnodiging_aanvaarden(*, uitnodiging: Uitnodiging, user: User, nu: datetime, vandaag: date) -> Lidmaatschap:
    """Turn an open invitation into a membership of the account it was sent to, once."""
    uitnodiging = Uitnodiging.objects.select_for_update(of=("self",)).select_related("gebied").get(pk=uitnodiging.pk)
    if uitnodiging.aanvaard_op or uitnodiging.ingetrokken_op or uitnodiging.geldig_tot <= nu:
        raise UitnodigingOngeldig("Deze uitnodiging is intussen gebruikt, ingetrokken of verlopen.")
    if user.email.lower() != uitnodiging.email:
        raise DomainError(f"Deze uitnodiging is voor {uitnodiging.email}. Meld je met dat adres aan.")
    if user.pk == uitnodiging.door_id:
        raise DomainError("Je kunt jezelf geen rol geven.")
    uitnodiging.aanvaard_op = nu
    uitnodiging.save(update_fields=["aanvaard_op"])
    lidmaatschap = _lid_maken(uitnodiging, user, vandaag)
    with gebied_context(uitnodiging.gebied):
        door = Toegang(user.pk, uitnodiging.gebied_id, frozenset(), ())
        record_event(
            "lidmaatschap.aanvaard", lidmaatschap, door=door, uitgenodigd_door=uitnodiging.door_id, rol=uitnodiging.rol
        )
    return lidmaatschap


@transaction.atomic
def lidmaatschap_beeindigen(*, lidmaatschap: Lidmaatschap, tot: date, door: Toegang, vandaag: date) -> Lidmaatschap:
    """Give a membership its last day. Yesterday ends it at once; the history before stays as it was."""
    lidmaatschap = Lidmaatschap.objects.select_for_update(of=("self",)).get(
        pk=lidmaatschap.pk, gebied_id=current_gebied_id()
    )
    if lidmaatschap.user_id == door.user_id:
        raise DomainError("Je kunt je eigen rol niet beëindigen. Vraag het aan een andere beheerder.")
    if lidmaatschap.tot and lidmaatschap.tot < vandaag:
        raise DomainError(f"Deze rol is al beëindigd op {lidmaatschap.tot:%d/%m/%Y}.")
    if tot < vandaag - timedelta(days=1):
        raise DomainError("De laatste dag ligt te ver terug. Kies gisteren om de toegang nu te stoppen.")
    if tot < lidmaatschap.van:
        raise DomainError(f"De laatste dag ligt voor de eerste dag ({lidmaatschap.van:%d/%m/%Y}).")
    lidmaatschap.tot = tot
    lidmaatschap.save(update_fields=["tot"])
    record_event("lidmaatschap.beeindigd", lidmaatschap, door=door, tot=tot.isoformat())
    return lidmaatschap


@transaction.atomic
def eigen_rol_neerleggen(*, lidmaatschap: Lidmaatschap, tot: date, door: Toegang, vandaag: date) -> Lidmaatschap:
    """Somebody who leaves a partner gives the own access a last day. Other roles are ended by who manages them."""
    lidmaatschap = Lidmaatschap.objects.select_for_update(of=("self",)).get(
        pk=lidmaatschap.pk, gebied_id=current_gebied_id()
    )
    if lidmaatschap.user_id != door.user_id or lidmaatschap.rol != Rol.PARTNERCONTACT:
        raise DomainError("Je kunt alleen je eigen rol van partnercontact neerleggen.")
    if tot < max(vandaag, lidmaatschap.van):
        raise DomainError("Kies vandaag of een latere dag als laatste dag.")
    lidmaatschap.tot = tot
    lidmaatschap.save(update_fields=["tot"])
    record_event("lidmaatschap.neergelegd", lidmaatschap, door=door, tot=tot.isoformat())
    return lidmaatschap


def _mag_uitnodigen(email: str, organisatie: Organisatie, rol: Rol, door: Toegang, nu: datetime) -> None:
    _niet_voor_jezelf(email, door)
    if organisatie.gebied_id != current_gebied_id():
        raise DomainError("Deze organisatie hoort niet bij jouw gebied.")
    if rol in DOSSIERROLLEN and organisatie.type != OrganisatieType.OCMW:
        raise DomainError(f"De rol {rol.label} ziet dossiers van cliënten. Ze bestaat alleen bij een OCMW.")
    if rol in REGIEROLLEN and organisatie.type not in REGIE_ORGANISATIES:
        raise DomainError(f"De rol {rol.label} bestaat alleen bij het regieverband of bij een gemeente.")
    zelfde = {"organisatie": organisatie, "rol": rol}
    if Lidmaatschap.objects.geldig_op(timezone.localtime(nu).date()).filter(user__email=email, **zelfde).exists():
        raise DomainError(f"Deze persoon heeft de rol {rol.label} al bij {organisatie}.")
    open_uitnodiging = Uitnodiging.objects.filter(email=email, aanvaard_op=None, ingetrokken_op=None, **zelfde)
    if open_uitnodiging.exists():
        raise DomainError("Er loopt al een uitnodiging voor deze rol. Verstuur die opnieuw of trek ze eerst in.")


def _niet_voor_jezelf(email: str, door: Toegang) -> None:
    if User.objects.filter(pk=door.user_id, email=email).exists():
        raise DomainError("Je kunt jezelf geen rol geven. Vraag het aan een andere beheerder.")


def _lopend(uitnodiging: Uitnodiging) -> Uitnodiging:
    uitnodiging = (
        Uitnodiging.objects.select_for_update(of=("self",))
        .select_related("gebied", "organisatie")
        .get(pk=uitnodiging.pk, gebied_id=current_gebied_id())
    )
    if uitnodiging.aanvaard_op:
        raise DomainError("Deze uitnodiging is intussen aanvaard.")
    if uitnodiging.ingetrokken_op:
        raise DomainError("Deze uitnodiging is al ingetrokken.")
    return uitnodiging


def _verstuur(uitnodiging: Uitnodiging, nu: datetime) -> None:
    """Mail inside the transaction: an invitation nobody received must not exist."""
    geheim = secrets.token_urlsafe(32)
    uitnodiging.geheim_hash = _hash(geheim)
    uitnodiging.geldig_tot = nu + timedelta(days=settings.UITNODIGING_GELDIG_DAGEN)
    uitnodiging.full_clean()
    uitnodiging.save()
    try:
        stuur_uitnodiging(uitnodiging, geheim)
    except OSError as fout:
        raise MailMislukt from fout


def _lid_maken(uitnodiging: Uitnodiging, user: User, vandaag: date) -> Lidmaatschap:
    zelfde = {"user": user, "organisatie_id": uitnodiging.organisatie_id, "rol": uitnodiging.rol}
    bestaand = Lidmaatschap.objects.filter(van=vandaag, **zelfde).first()  # ended again on its first day
    if bestaand is not None:
        bestaand.tot = None
        bestaand.save(update_fields=["tot"])
        return bestaand
    return Lidmaatschap.objects.create(gebied_id=uitnodiging.gebied_id, van=vandaag, **zelfde)


def _hash(geheim: str) -> str:
    return sha256(geheim.encode()).hexdigest()
