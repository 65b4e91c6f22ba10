"""How a partner keeps its own data up to date."""

from django.db import models


class Checkweg(models.TextChoices):
    """The way somebody looked over or changed the data."""

    ACCOUNT = "ACCOUNT", "met een account"
    LINK = "LINK", "met een link"
    REGIO = "REGIO", "door de regio"


class Wijzigonderwerp(models.TextChoices):
    ORGANISATIE = "ORGANISATIE", "gegevens"
    CONTACT = "CONTACT", "contactpersonen"
    PLAATS = "PLAATS", "plaatsen"
    TOEGANG = "TOEGANG", "accounts"


class Vraagstand(models.TextChoices):
    """What became of the question whether the data are right. Not stored: read from dates."""

    BEANTWOORD = "BEANTWOORD", "nagekeken"
    GEOPEND = "GEOPEND", "geopend, niet beantwoord"
    STIL = "STIL", "nog niet geopend"
    GESTOPT = "GESTOPT", "gestopt"
