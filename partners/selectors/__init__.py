from partners.selectors.eigen import (
    Mens,
    WatDeRegioWeet,
    eigen_contact,
    eigen_organisaties,
    mens_van,
    mensen_van,
    wat_de_regio_weet,
)
from partners.selectors.eigen_plaatsen import EigenPlaats, eigen_capaciteit, eigen_plaatsen, eigen_werkplaats
from partners.selectors.gegevens import (
    GEEN_NAZICHT,
    Nazicht,
    Wijziging,
    nazicht,
    nazichttekst,
    open_gegevensvraag,
    vraagstand,
    wijzigingen_aan,
    wijzigingen_van,
)
from partners.selectors.netwerk import OrganisatieKaart, organisatie_kaart, organisaties_lijst
from partners.selectors.tarieven import Tariefregel, tarieven
from partners.selectors.werkgevers import WerkgeverKaart, contactpersonen_van, werkgever_kaart, werkgevers_lijst

__all__ = [
    "GEEN_NAZICHT",
    "EigenPlaats",
    "Mens",
    "Nazicht",
    "OrganisatieKaart",
    "Tariefregel",
    "WatDeRegioWeet",
    "WerkgeverKaart",
    "Wijziging",
    "contactpersonen_van",
    "eigen_capaciteit",
    "eigen_contact",
    "eigen_organisaties",
    "eigen_plaatsen",
    "eigen_werkplaats",
    "mens_van",
    "mensen_van",
    "nazicht",
    "nazichttekst",
    "open_gegevensvraag",
    "organisatie_kaart",
    "organisaties_lijst",
    "tarieven",
    "vraagstand",
    "wat_de_regio_weet",
    "werkgever_kaart",
    "werkgevers_lijst",
    "wijzigingen_aan",
    "wijzigingen_van",
]
