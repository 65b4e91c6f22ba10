from collections.abc import Iterable

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


class Aanleiding(models.TextChoices):
    """Why somebody gets a rapport: said at the bottom of the mail."""

    ABONNEMENT = "ABONNEMENT", "abonnement"
    GEVRAAGD = "GEVRAAGD", "op vraag"


class Variant(models.TextChoices):
    REGIO = "REGIO", "regio"


class Onderdeel(models.TextChoices):
    """Sections of the voortgangsrapport a subscription can choose. Cover and appendix are always there."""

    OOGOPSLAG = "OOGOPSLAG", "In één oogopslag"
    INSTROOM = "INSTROOM", "Instroom"
    LOPEND = "LOPEND", "Lopende trajecten"
    ART60 = "ART60", "Art. 60 en quota"
    UITSTROOM = "UITSTROOM", "Uitstroom en doorstroom"


def in_volgorde(onderdelen: Iterable[str]) -> list[str]:
    """The chosen sections in the order of the rapport, each once."""
    gekozen = set(onderdelen)
    return [str(onderdeel) for onderdeel in Onderdeel if onderdeel in gekozen]


def onderdelen_sleutel(onderdelen: Iterable[str]) -> str:
    """One text per choice of sections, so that the database can compare them."""
    return "+".join(in_volgorde(onderdelen))
