from partners.models.contacten import Contactpersoon
from partners.models.plaatsen import Capaciteit, Uitlening, Werkplaats
from partners.models.tarieven import Tarief

__all__ = ["Capaciteit", "Contactpersoon", "Tarief", "Uitlening", "Werkplaats"]
