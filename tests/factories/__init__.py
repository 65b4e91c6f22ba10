from tests.factories.core import GebiedFactory, LidmaatschapFactory, OcmwFactory, OrganisatieFactory, UserFactory
from tests.factories.partners import ContactpersoonFactory, WerkgeverFactory, WerkplaatsFactory
from tests.factories.trajecten import ClientFactory, PlaatsingFactory, StapFactory, TrajectFactory

__all__ = [
    "ClientFactory",
    "ContactpersoonFactory",
    "GebiedFactory",
    "LidmaatschapFactory",
    "OcmwFactory",
    "OrganisatieFactory",
    "PlaatsingFactory",
    "StapFactory",
    "TrajectFactory",
    "UserFactory",
    "WerkgeverFactory",
    "WerkplaatsFactory",
]
