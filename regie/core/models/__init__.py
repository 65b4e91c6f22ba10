from regie.core.models.gebeurtenis import Gebeurtenis
from regie.core.models.gebied import Gebiedslid, Mandaat, Regiegebied
from regie.core.models.gemeente import Gemeente, Gemeentefusie, Referentieregio
from regie.core.models.organisatie import Lidmaatschap, Organisatie
from regie.core.models.parameter import RegelParameter
from regie.core.models.sleutel import ApiSleutel

__all__ = [
    "ApiSleutel",
    "Gebeurtenis",
    "Gebiedslid",
    "Gemeente",
    "Gemeentefusie",
    "Lidmaatschap",
    "Mandaat",
    "Organisatie",
    "Referentieregio",
    "RegelParameter",
    "Regiegebied",
]
