"""Words of the managementadvies (domein.md 6.4)."""

from django.db import models


class Erkenning(models.TextChoices):
    """What an organisatie must be recognised as to get the premium."""

    MAATWERKBEDRIJF = "MAATWERKBEDRIJF", "maatwerkbedrijf"
    MAATWERKAFDELING = "MAATWERKAFDELING", "maatwerkafdeling"
    LDE = "LDE", "lokale diensteneconomie"
    GEEN = "GEEN", "geen van deze"


class Adviesstatus(models.TextChoices):
    """Follows from the dates of a dossier."""

    VOORBEREIDING = "VOORBEREIDING", "in voorbereiding"
    AANGEVRAAGD = "AANGEVRAAGD", "aangevraagd"
    TOEGEKEND = "TOEGEKEND", "toegekend"
    GEWEIGERD = "GEWEIGERD", "geweigerd"
    AFGEROND = "AFGEROND", "verslag klaar"
