from tests.factories.actieplannen import ActieFactory, ActieindicatorFactory, DoelstellingFactory, PlanFactory
from tests.factories.core import GebiedFactory, LidmaatschapFactory, OcmwFactory, OrganisatieFactory, UserFactory
from tests.factories.partners import ContactpersoonFactory, WerkgeverFactory, WerkplaatsFactory
from tests.factories.trajecten import ClientFactory, PlaatsingFactory, StapFactory, TrajectFactory

__all__ = [
    "ActieFactory",
    "ActieindicatorFactory",
    "ClientFactory",
    "ContactpersoonFactory",
    "DoelstellingFactory",
    "GebiedFactory",
    "LidmaatschapFactory",
    "OcmwFactory",
    "OrganisatieFactory",
    "PlaatsingFactory",
    "PlanFactory",
    "StapFactory",
    "TrajectFactory",
    "UserFactory",
    "WerkgeverFactory",
    "WerkplaatsFactory",
]
