"""Who is asked about an action, and how: on a page with an account, behind a signed link without one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from actieplannen.models import Actie
from partners.models import Contactpersoon
from regie.accounts.models import User
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.models.organisatie import toegang_van
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

Leden = dict[int, list[Lidmaatschap]]
LENGTE_NAAM = 120


@dataclass(frozen=True, slots=True)
class Trekker:
    """Without an address nobody can be asked; `reden` says why."""

    naam: str = ""
    email: str = ""
    organisatie: Organisatie | None = None
    user_id: int | None = None
    reden: str = ""
    is_organisatie: bool = False  # nobody of it in particular

    @property
    def heeft_account(self) -> bool:
        return self.user_id is not None

    @property
    def heeft_lijst(self) -> bool:
        """May find the question on a list of Regiekompas."""
        return self.heeft_account or self.is_organisatie

    @property
    def is_bereikbaar(self) -> bool:
        return bool(self.email)

    @property
    def sleutel(self) -> str:
        """One person, however many actions, gets one mail."""
        return self.email.lower()


def trekkers_van(acties: Iterable[Actie], *, vandaag: date) -> dict[UUID, Trekker]:
    """By id of the action. Two queries, however many actions."""
    rijen = list(acties)
    leden = _leden({actie.trekker_id for actie in rijen if actie.trekker_id}, vandaag)
    zonder_naam = {
        actie.trekker_organisatie_id
        for actie in rijen
        if actie.trekker_organisatie_id and not actie.trekker_id and not actie.trekker_contact_id
    }
    eersten = _eerste_contacten(zonder_naam)
    return {actie.pk: _trekker(actie, leden, eersten) for actie in rijen}


def trekker_van(actie: Actie, *, vandaag: date) -> Trekker:
    return trekkers_van([actie], vandaag=vandaag)[actie.pk]


def _leden(user_ids: Iterable[int], vandaag: date) -> Leden:
    uit: Leden = {}
    gebied = current_scope().gebied
    rijen = Lidmaatschap.objects.geldig_op(vandaag).filter(user__in=list(user_ids), gebied=gebied)
    for lid in rijen.select_related("organisatie").order_by("pk"):
        uit.setdefault(lid.user_id, []).append(lid)
    return uit


def _eerste_contacten(organisatie_ids: Iterable[int]) -> dict[int, Contactpersoon]:
    """The first person of each organisatie that can be mailed."""
    rijen = Contactpersoon.objects.filter(organisatie__in=list(organisatie_ids), is_actief=True).exclude(email="")
    uit: dict[int, Contactpersoon] = {}
    for contact in rijen.order_by("created_at", "naam"):
        if contact.organisatie_id is not None:
            uit.setdefault(contact.organisatie_id, contact)
    return uit


def _trekker(actie: Actie, leden: Leden, eersten: dict[int, Contactpersoon]) -> Trekker:
    if actie.trekker is not None:
        return _met_account(actie.trekker, leden.get(actie.trekker.pk, []), actie)
    if actie.trekker_contact is not None:
        return _contact(actie.trekker_contact, actie)
    if actie.trekker_organisatie is not None:
        return _organisatie(actie.trekker_organisatie, eersten.get(actie.trekker_organisatie.pk))
    return Trekker(reden="Er is geen trekker.")


def _met_account(user: User, leden: list[Lidmaatschap], actie: Actie) -> Trekker:
    toegang = toegang_van(leden)
    if toegang is None or not toegang.mag(Recht.ACTIE_OPVOLGEN):
        return Trekker(naam=user.naam, reden=f"{user.naam} kan hier geen acties (meer) opvolgen.")
    eigen = [lid.organisatie for lid in leden]
    organisatie = next((org for org in eigen if org.pk == actie.trekker_organisatie_id), eigen[0])
    return Trekker(user.naam[:LENGTE_NAAM], user.email, organisatie, user.pk)


def _contact(contact: Contactpersoon, actie: Actie) -> Trekker:
    organisatie = contact.organisatie or actie.trekker_organisatie
    if not contact.is_actief:
        return Trekker(naam=contact.naam, reden=f"{contact.naam} werkt er niet meer.")
    if not contact.email or organisatie is None:
        return Trekker(naam=contact.naam, organisatie=organisatie, reden=f"{contact.naam} heeft geen e-mailadres.")
    return Trekker(contact.naam, contact.email, organisatie)


def _organisatie(organisatie: Organisatie, contact: Contactpersoon | None) -> Trekker:
    """Nobody in particular: whoever of it can be mailed first."""
    if not organisatie.is_actief:
        return Trekker(naam=str(organisatie), reden=f"{organisatie} is niet meer actief.")
    email = contact.email if contact else organisatie.email
    reden = "" if email else f"Van {organisatie} is geen e-mailadres gekend."
    naam = contact.naam if contact else str(organisatie)[:LENGTE_NAAM]
    return Trekker(naam, email, organisatie, reden=reden, is_organisatie=True)
