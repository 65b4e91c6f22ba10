from django.db import models


class Oordeel(models.TextChoices):
    """What a check of the regierol says."""

    IN_ORDE = "IN_ORDE", "in orde"
    ONTBREEKT = "ONTBREEKT", "niet in orde"
    ONBEKEND = "ONBEKEND", "niet bekend"
    NVT = "NVT", "niet van toepassing"
