"""What an action has to meet before it is kept, each in a sentence that says what to do."""

from datetime import date
from typing import TYPE_CHECKING

from actieplannen.models import Jaaractieplan
from partners.models import Contactpersoon
from regie.accounts.models import User
from regie.core.exceptions import DomainErrors
from regie.core.models import Gebiedslid, Lidmaatschap, Organisatie
from regie.core.parameters import RegelOnbekend, regel

if TYPE_CHECKING:
    from actieplannen.services.acties import ActieGegevens


def kent_verplichte_acties(jaar: int) -> bool:
    """Whether plans of that year name the three actions that were compulsory (BVR 26-10-2012)."""
    try:
        regel("regierol_min_acties", op=date(jaar, 1, 1), dimensie="drie acties")
    except RegelOnbekend:
        return False
    return True


def controleer(gegevens: "ActieGegevens", plan: Jaaractieplan) -> None:
    """Raises DomainErrors with everything that is wrong at once."""
    zinnen = [
        *_tekst(gegevens, plan),
        *_gemeenten(gegevens, plan),
        *_trekker(gegevens, plan),
        *_partners(gegevens, plan),
    ]
    if zinnen:
        raise DomainErrors(zinnen)


def trekker_in_woorden(gegevens: "ActieGegevens") -> str:
    """Who pulls, for an amendement that stays for ever: somebody without an account is not named in it."""
    organisatie = Organisatie.objects.filter(pk=gegevens.trekker_organisatie_id or 0).first()
    bij = f" ({organisatie.naam})" if organisatie else ""
    if gegevens.trekker_id:
        return User.objects.get(pk=gegevens.trekker_id).get_full_name() + bij
    if gegevens.trekker_contact_id:
        return f"een contactpersoon{bij}"
    return organisatie.naam if organisatie else "niemand"


def _tekst(gegevens: "ActieGegevens", plan: Jaaractieplan) -> list[str]:
    zinnen = []
    if not gegevens.titel.strip():
        zinnen.append("Geef de actie een titel.")
    if gegevens.regierolactie and not kent_verplichte_acties(plan.jaar):
        zinnen.append(f"De drie verplichte acties golden niet in {plan.jaar}. Kies een prioriteit.")
    return zinnen


def _gemeenten(gegevens: "ActieGegevens", plan: Jaaractieplan) -> list[str]:
    leden = Gebiedslid.objects.filter(gebied=plan.gebied_id, gemeente__in=gegevens.gemeenten)
    vreemd = set(gegevens.gemeenten) - set(leden.values_list("gemeente_id", flat=True))
    return ["Kies alleen gemeenten van dit gebied."] if vreemd else []


def _trekker(gegevens: "ActieGegevens", plan: Jaaractieplan) -> list[str]:
    organisatie_id = gegevens.trekker_organisatie_id
    zinnen = []
    if organisatie_id and not _van_gebied(plan, {organisatie_id}):
        zinnen.append("Kies een trekker uit een organisatie van dit gebied.")
    if gegevens.trekker_id and gegevens.trekker_contact_id:
        zinnen.append("Kies één trekker: iemand met een account of een contactpersoon.")
    if gegevens.trekker_id and not _is_lid(gegevens.trekker_id, organisatie_id, plan):
        zinnen.append("Deze trekker heeft geen account bij die organisatie. Kies iemand anders.")
    if gegevens.trekker_contact_id and not _is_contact(gegevens, organisatie_id):
        zinnen.append("Deze contactpersoon hoort niet bij die organisatie. Kies iemand anders.")
    return zinnen


def _is_lid(user_id: int, organisatie_id: int | None, plan: Jaaractieplan) -> bool:
    leden = Lidmaatschap.objects.filter(user_id=user_id, gebied=plan.gebied_id)
    return (leden.filter(organisatie=organisatie_id) if organisatie_id else leden).exists()


def _is_contact(gegevens: "ActieGegevens", organisatie_id: int | None) -> bool:
    return Contactpersoon.objects.filter(
        pk=gegevens.trekker_contact_id, organisatie=organisatie_id, organisatie__isnull=False
    ).exists()


def _partners(gegevens: "ActieGegevens", plan: Jaaractieplan) -> list[str]:
    ids = [organisatie_id for organisatie_id, _ in gegevens.partners]
    zinnen = []
    if len(set(ids)) != len(ids):
        zinnen.append("Een partner staat er twee keer bij. Zet alles wat die doet bij één keer.")
    if len(_van_gebied(plan, set(ids))) != len(set(ids)):
        zinnen.append("Kies partners uit de organisaties van dit gebied.")
    if any(len(bijdrage) > 200 for _, bijdrage in gegevens.partners):
        zinnen.append("Schrijf wat een partner doet in hoogstens 200 tekens.")
    return zinnen


def _van_gebied(plan: Jaaractieplan, ids: set[int]) -> set[int]:
    rijen = Organisatie.objects.filter(pk__in=ids, gebied=plan.gebied_id)
    return set(rijen.values_list("pk", flat=True))
