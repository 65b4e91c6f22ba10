from partners.models.contacten import Contactpersoon
from partners.models.plaatsen import Capaciteit, Uitlening, Werkplaats

__all__ = ["Capaciteit", "Contactpersoon", "Uitlening", "Werkplaats"]
