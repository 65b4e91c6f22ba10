from actieplannen.enums.opvolging import (
    Bijsturingstatus,
    Meetwijze,
    Planstuk,
    Raadsuitspraak,
    Richting,
    Standkleur,
)
from actieplannen.enums.plannen import (
    Bewijssoort,
    Financieringsbron,
    Plansoort,
    Planstatus,
    Prioriteit,
    Regieactiviteit,
    Regierolactie,
    Voortgang,
)
from actieplannen.enums.regierol import Oordeel
from actieplannen.enums.stukken import Dossierdeel, Verantwoordingsdeel

__all__ = [
    "Bewijssoort",
    "Bijsturingstatus",
    "Dossierdeel",
    "Financieringsbron",
    "Meetwijze",
    "Oordeel",
    "Plansoort",
    "Planstatus",
    "Planstuk",
    "Prioriteit",
    "Raadsuitspraak",
    "Regieactiviteit",
    "Regierolactie",
    "Richting",
    "Standkleur",
    "Verantwoordingsdeel",
    "Voortgang",
]
