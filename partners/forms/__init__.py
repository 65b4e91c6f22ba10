from partners.forms.netwerk import ContactForm, OrganisatieForm
from partners.forms.plaatsen import AntwoordForm, CapaciteitForm, UitleningForm, WerkplaatsForm
from partners.forms.tarieven import IndexForm, TariefForm
from partners.forms.werkgevers import (
    BevestigForm,
    DrempelForm,
    NieuweWerkgeverForm,
    TevredenheidForm,
    VestigingForm,
    WerkgeverContactForm,
    WerkgeverForm,
)

__all__ = [
    "AntwoordForm",
    "BevestigForm",
    "CapaciteitForm",
    "ContactForm",
    "DrempelForm",
    "IndexForm",
    "NieuweWerkgeverForm",
    "OrganisatieForm",
    "TariefForm",
    "TevredenheidForm",
    "UitleningForm",
    "VestigingForm",
    "WerkgeverContactForm",
    "WerkgeverForm",
    "WerkplaatsForm",
]
