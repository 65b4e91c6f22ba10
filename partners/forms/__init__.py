from partners.forms.netwerk import ContactForm, OrganisatieForm
from partners.forms.plaatsen import AntwoordForm, CapaciteitForm, UitleningForm, WerkplaatsForm
from partners.forms.tarieven import IndexForm, TariefForm

__all__ = [
    "AntwoordForm",
    "CapaciteitForm",
    "ContactForm",
    "IndexForm",
    "OrganisatieForm",
    "TariefForm",
    "UitleningForm",
    "WerkplaatsForm",
]
