"""Who can pull an action: an organisatie as a whole, somebody of it with an account, or a contactpersoon without."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from actieplannen.models import Actie
from partners.models import Contactpersoon
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import RECHTEN, Recht, Rol
from regie.core.tenancy import current_gebied_id

OPVOLGERS = [rol for rol in Rol if Recht.ACTIE_OPVOLGEN in RECHTEN[rol]]
Keuzes = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Trekkerkeuze:
    organisatie_id: int | None = None
    user_id: int | None = None
    contact_id: UUID | None = None

    @property
    def code(self) -> str:
        """One value of one list, so that it works without JavaScript: "12", "12-u34" or "12-c<uuid>"."""
        if self.contact_id:
            return f"{self.organisatie_id}-c{self.contact_id}"
        if self.user_id:
            return f"{self.organisatie_id or 0}-u{self.user_id}"
        return str(self.organisatie_id or "")

    @classmethod
    def lees(cls, code: str) -> "Trekkerkeuze":
        """Of a code that is one of the choices."""
        organisatie, _, wie = code.partition("-")
        organisatie_id = int(organisatie or 0) or None
        if wie.startswith("c"):
            return cls(organisatie_id, contact_id=UUID(wie[1:]))
        return cls(organisatie_id, user_id=int(wie[1:])) if wie else cls(organisatie_id)


def keuze_van(actie: Actie) -> Trekkerkeuze:
    return Trekkerkeuze(actie.trekker_organisatie_id, actie.trekker_id, actie.trekker_contact_id)


def trekkerkeuzes(actie: Actie | None, *, vandaag: date) -> Keuzes:
    """Per organisatie: itself, who has an account, who has none. Who pulls now stays in it. 3 queries."""
    organisaties = list(organisaties_van_gebied())
    mensen: dict[int, dict[str, str]] = {}
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(gebied=current_gebied_id(), rol__in=OPVOLGERS)
    for lid in leden.select_related("user").order_by("user__last_name", "user__first_name", "pk"):
        code = Trekkerkeuze(lid.organisatie_id, user_id=lid.user_id).code
        mensen.setdefault(lid.organisatie_id, {})[code] = lid.user.naam
    contacten = Contactpersoon.objects.filter(is_actief=True, organisatie__isnull=False).order_by("naam", "pk")
    for contact in contacten:
        code = Trekkerkeuze(contact.organisatie_id, contact_id=contact.pk).code
        mensen.setdefault(contact.organisatie_id or 0, {})[code] = f"{contact.naam} (geen account)"
    groepen = [(o.naam, _van(o, mensen.get(o.pk, {}))) for o in organisaties]
    return groepen + _huidige(actie, groepen)


def organisaties_van_gebied() -> list[Organisatie]:
    return list(Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam"))


def _van(organisatie: Organisatie, mensen: dict[str, str]) -> list[tuple[str, str]]:
    zelf = (str(organisatie.pk), f"{organisatie.naam}, nog geen persoon")
    return [zelf, *((code, f"{naam}, {organisatie.naam}") for code, naam in mensen.items())]


def _huidige(actie: Actie | None, groepen: Keuzes) -> Keuzes:
    if actie is None:
        return []
    code = keuze_van(actie).code
    if not code or any(code == gekend for _, keuzes in groepen for gekend, _ in keuzes):
        return []
    return [("Nu", [(code, f"{naam_van_trekker(actie)} (niet meer actief)")])]


def naam_van_trekker(actie: Actie) -> str:
    """Who pulls, as read on the page; empty when nobody does."""
    if actie.trekker is not None:
        return actie.trekker.naam
    if actie.trekker_contact is not None:
        return actie.trekker_contact.naam
    return actie.trekker_organisatie.naam if actie.trekker_organisatie is not None else ""
