from django.db import models


class PeriodeSoort(models.TextChoices):
    MAAND = "MAAND", "maand"
    KWARTAAL = "KWARTAAL", "kwartaal"


class RapportStatus(models.TextChoices):
    WACHT = "WACHT", "wacht"
    BEZIG = "BEZIG", "bezig"
    KLAAR = "KLAAR", "klaar"
    VERZONDEN = "VERZONDEN", "verzonden"
    MISLUKT = "MISLUKT", "mislukt"


class VerzendStatus(models.TextChoices):
    WACHT = "WACHT", "wacht"
    VERZONDEN = "VERZONDEN", "verzonden"
    MISLUKT = "MISLUKT", "mislukt"


class Variant(models.TextChoices):
    REGIO = "REGIO", "regio"


class Onderdeel(models.TextChoices):
    """Sections of the voortgangsrapport a subscription can choose. Cover and appendix are always there."""

    OOGOPSLAG = "OOGOPSLAG", "In één oogopslag"
    INSTROOM = "INSTROOM", "Instroom"
    LOPEND = "LOPEND", "Lopende trajecten"
    ART60 = "ART60", "Art. 60 en quota"
    UITSTROOM = "UITSTROOM", "Uitstroom en doorstroom"
