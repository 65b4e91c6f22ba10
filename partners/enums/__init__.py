from partners.enums.contact import (
    Claimeinde,
    Contactdoel,
    Contactkanaal,
    Contactresultaat,
    Overnamesoort,
    Overnamestatus,
)
from partners.enums.gegevens import Checkweg, Vraagstand, Wijzigonderwerp
from partners.enums.inladen import Lijstbesluit, Lijstoordeel, Lijststatus
from partners.enums.links import Partnerlinkdoel
from partners.enums.opvolging import Opvolgingsoort
from partners.enums.overeenkomsten import (
    Aankooptype,
    Actiedomein,
    Bijlageonderwerp,
    Bijlagesoort,
    Overeenkomstsoort,
    Overeenkomststatus,
)
from partners.enums.plaatsen import (
    Begeleiding,
    Functiecategorie,
    Functieniveau,
    Fysiek,
    Grens,
    Rijbewijs,
    Taalniveau,
    UitleenStatus,
    Vervoer,
)
from partners.enums.werkgevers import (
    Grootteklasse,
    NaceVersie,
    Taal,
    Tevredenheidsonderwerp,
    Tevredenheidsscore,
    Werkgeversdrempel,
    WerkgeverStatus,
)
from partners.enums.scan import Scanactiestatus, Scandimensie, Scanniveau, Scanschaal, Scanstatus
from partners.enums.werkgevers import Grootteklasse, NaceVersie, Taal, WerkgeverStatus

__all__ = [
    "Aankooptype",
    "Actiedomein",
    "Begeleiding",
    "Bijlageonderwerp",
    "Bijlagesoort",
    "Checkweg",
    "Claimeinde",
    "Contactdoel",
    "Contactkanaal",
    "Contactresultaat",
    "Functiecategorie",
    "Functieniveau",
    "Fysiek",
    "Grens",
    "Grootteklasse",
    "Lijstbesluit",
    "Lijstoordeel",
    "Lijststatus",
    "NaceVersie",
    "Opvolgingsoort",
    "Overeenkomstsoort",
    "Overeenkomststatus",
    "Overnamesoort",
    "Overnamestatus",
    "Partnerlinkdoel",
    "Rijbewijs",
    "Scanactiestatus",
    "Scandimensie",
    "Scanniveau",
    "Scanschaal",
    "Scanstatus",
    "Taal",
    "Taalniveau",
    "Tevredenheidsonderwerp",
    "Tevredenheidsscore",
    "UitleenStatus",
    "Vervoer",
    "Vraagstand",
    "WerkgeverStatus",
    "Werkgeversdrempel",
    "Wijzigonderwerp",
]
