from partners.forms.netwerk import ContactForm, OrganisatieForm
from partners.forms.plaatsen import AntwoordForm, CapaciteitForm, UitleningForm, WerkplaatsForm

__all__ = [
    "AntwoordForm",
    "CapaciteitForm",
    "ContactForm",
    "OrganisatieForm",
    "UitleningForm",
    "WerkplaatsForm",
]
