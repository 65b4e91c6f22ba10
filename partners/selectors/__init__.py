from partners.selectors.netwerk import OrganisatieKaart, organisatie_kaart, organisaties_lijst
from partners.selectors.tarieven import Tariefregel, tarieven
from partners.selectors.werkgevers import WerkgeverKaart, contactpersonen_van, werkgever_kaart, werkgevers_lijst

__all__ = [
    "OrganisatieKaart",
    "Tariefregel",
    "WerkgeverKaart",
    "contactpersonen_van",
    "organisatie_kaart",
    "organisaties_lijst",
    "tarieven",
    "werkgever_kaart",
    "werkgevers_lijst",
]
