from actieplannen.models.levensloop import (
    Amendement,
    Planstap,
    Plantekst,
    Planversie,
    Raadsbesluit,
    Verbeterpunt,
)
from actieplannen.models.opvolging import Actieindicator, Bijsturing, Kwartaalstand, Meting
from actieplannen.models.plannen import (
    Actie,
    Actiebudget,
    Actiepartner,
    Bewijsstuk,
    Doelstelling,
    Jaaractieplan,
    Opmerking,
)

__all__ = [
    "Actie",
    "Actiebudget",
    "Actieindicator",
    "Actiepartner",
    "Amendement",
    "Bewijsstuk",
    "Bijsturing",
    "Doelstelling",
    "Jaaractieplan",
    "Kwartaalstand",
    "Meting",
    "Opmerking",
    "Planstap",
    "Plantekst",
    "Planversie",
    "Raadsbesluit",
    "Verbeterpunt",
]
