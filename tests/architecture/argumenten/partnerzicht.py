"""Addresses of a partner about itself: for who keeps another organisation they do not exist."""

from typing import Any

from partners.models import Capaciteit, Contactpersoon, Gegevensvraag, Werkplaats
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van_partner
from tests.factories import OrganisatieFactory
from tests.factories.rapportage import AbonnementFactory


def _van_wie_vraagt(wereld: Wereld, user: Any) -> Organisatie:
    lid = Lidmaatschap.objects.filter(user=user, gebied=wereld.ocmw.gebied).first()
    return lid.organisatie if lid else wereld.partner


def gegevensvraag(wereld: Wereld, user: Any) -> list[Any]:
    """One is open per organisation, so each has its own."""
    return [wereld.rij(Gegevensvraag, organisatie=OrganisatieFactory(gebied=wereld.ocmw.gebied)).pk]


def eigen_organisatie(wereld: Wereld, user: Any) -> list[Any]:
    return [_van_wie_vraagt(wereld, user).pk]


def eigen_contact(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Contactpersoon, organisatie=_van_wie_vraagt(wereld, user)).pk]


def eigen_plaats(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Werkplaats, gebruiker=_van_wie_vraagt(wereld, user)).pk]


def eigen_capaciteit(wereld: Wereld, user: Any) -> list[Any]:
    werkplaats = wereld.rij(Werkplaats, gebruiker=_van_wie_vraagt(wereld, user))
    return [wereld.rij(Capaciteit, werkplaats=werkplaats).pk]


def eigen_uitnodiging(wereld: Wereld, user: Any) -> list[Any]:
    uitnodiging = wereld.uitnodiging
    uitnodiging.organisatie, uitnodiging.rol = _van_wie_vraagt(wereld, user), Rol.PARTNERCONTACT
    uitnodiging.save()
    return [uitnodiging.pk]


def eigen_abonnement(wereld: Wereld, user: Any) -> list[Any]:
    contact = wereld.rij(Contactpersoon, organisatie=_van_wie_vraagt(wereld, user))
    return [AbonnementFactory(contactpersoon=contact, user=None).pk]


BINNENSHUIS: dict[str, Maak] = {
    "regio:eigen-vertrek": eigen_organisatie,
    "rapportage:eigen-abonnement-hervatten": eigen_abonnement,
    "rapportage:eigen-abonnement-stoppen": eigen_abonnement,
    "partners:collega_uitnodigen": eigen_organisatie,
    "partners:eigen_uitnodiging_intrekken": eigen_uitnodiging,
    "partners:eigen_uitnodiging_opnieuw": eigen_uitnodiging,
    "partners:eigen_aantal": eigen_plaats,
    "partners:eigen_aantal_wissen": eigen_capaciteit,
    "partners:eigen_plaats_bijwerken": eigen_plaats,
    "partners:eigen_plaats_hervatten": eigen_plaats,
    "partners:eigen_plaats_stoppen": eigen_plaats,
    "partners:eigen_plaats_toevoegen": eigen_organisatie,
    "partners:eigen_bevestigen": eigen_organisatie,
    "partners:eigen_contact_activeren": eigen_contact,
    "partners:eigen_contact_bijwerken": eigen_contact,
    "partners:eigen_contact_deactiveren": eigen_contact,
    "partners:eigen_contact_toevoegen": eigen_organisatie,
    "partners:eigen_gegevens_bijwerken": eigen_organisatie,
}

VAN_HET_GEBIED: dict[str, Maak] = {
    "partners:eigen_plaatsen": geen,
    "partners:gegevens_nagekeken": van_partner,
    "partners:gegevens_vragen": van_partner,
    "partners:gegevens_vragen_aan_selectie": geen,
    "partners:gegevensvraag": gegevensvraag,
    "partners:gegevensvraag_opnieuw": gegevensvraag,
    "partners:gegevensvraag_stoppen": gegevensvraag,
    "rapportage:van-partner": van_partner,
    "regio:partner-vertrek": van_partner,
    "partners:mijn_organisatie": geen,
    "partners:partner_uitnodigen": van_partner,
}
