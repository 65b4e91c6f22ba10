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

__all__ = [
    "Bewijssoort",
    "Bijsturingstatus",
    "Financieringsbron",
    "Meetwijze",
    "Plansoort",
    "Planstatus",
    "Planstuk",
    "Prioriteit",
    "Raadsuitspraak",
    "Regieactiviteit",
    "Regierolactie",
    "Richting",
    "Standkleur",
    "Voortgang",
]
