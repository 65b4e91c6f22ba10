"""Words a place and a candidate share, so that one can be held against the other."""

from django.db import models


class Functiecategorie(models.TextChoices):
    """Families of work, close to the domains of ROME and Competent: coarse enough to compare."""

    GROEN = "GROEN", "groen en tuin"
    SCHOONMAAK = "SCHOONMAAK", "schoonmaak"
    KEUKEN = "KEUKEN", "keuken en zaal"
    ONDERHOUD = "ONDERHOUD", "klussen en technisch onderhoud"
    BOUW = "BOUW", "bouw"
    LOGISTIEK = "LOGISTIEK", "magazijn en logistiek"
    TRANSPORT = "TRANSPORT", "vervoer"
    PRODUCTIE = "PRODUCTIE", "productie en verpakking"
    HERGEBRUIK = "HERGEBRUIK", "sorteren, herstellen en hergebruik"
    WINKEL = "WINKEL", "winkel en verkoop"
    ONTHAAL = "ONTHAAL", "administratie en onthaal"
    ZORG = "ZORG", "zorg en ondersteuning"
    KINDEROPVANG = "KINDEROPVANG", "kinderopvang en school"
    ANDER = "ANDER", "ander werk"


class Rijbewijs(models.TextChoices):
    B = "B", "rijbewijs B"
    C = "C", "rijbewijs C"


class Taalniveau(models.IntegerChoices):
    """Spoken Dutch at work."""

    GEEN = 0, "nog geen Nederlands"
    A1 = 1, "enkele woorden (A1)"
    A2 = 2, "eenvoudige opdrachten (A2)"
    B1 = 3, "een gesprek op het werk (B1)"
    B2 = 4, "vlot, ook op papier (B2)"


class Fysiek(models.IntegerChoices):
    LICHT = 1, "licht"
    GEWOON = 2, "gewoon"
    ZWAAR = 3, "zwaar, met tillen"


class Begeleiding(models.TextChoices):
    """Guidance on the spot."""

    GEEN = "GEEN", "weinig begeleiding"
    VAST = "VAST", "vaste begeleider op de werkvloer"
    DAGELIJKS = "DAGELIJKS", "dagelijkse begeleiding"


class UitleenStatus(models.TextChoices):
    GEVRAAGD = "GEVRAAGD", "gevraagd"
    BEVESTIGD = "BEVESTIGD", "bevestigd"
    GEWEIGERD = "GEWEIGERD", "geweigerd"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class Grens(models.TextChoices):
    """What somebody cannot do at work, in functional words only: never why (domein.md 2.3)."""

    GEEN_ZWAAR_TILWERK = "GEEN_ZWAAR_TILWERK", "geen zwaar tilwerk"
    NIET_LANG_STAAN = "NIET_LANG_STAAN", "niet lang na elkaar staan"
    NIET_OP_HOOGTE = "NIET_OP_HOOGTE", "niet op hoogte werken"
    GEEN_PLOEGEN = "GEEN_PLOEGEN", "geen ploegen, geen vroege of late uren"
    GEEN_WEEKEND = "GEEN_WEEKEND", "geen weekendwerk"
    SCHOOLUREN = "SCHOOLUREN", "alleen tijdens de schooluren"
    RUSTIGE_PLEK = "RUSTIGE_PLEK", "een rustige werkplek"
    KORTE_OPDRACHTEN = "KORTE_OPDRACHTEN", "korte, duidelijke opdrachten"
    BEGELEIDING = "BEGELEIDING", "een begeleider op de werkvloer"


class Vervoer(models.TextChoices):
    """How somebody gets to work."""

    TE_VOET = "TE_VOET", "te voet"
    FIETS = "FIETS", "met de fiets"
    OV = "OV", "met bus, tram of trein"
    AUTO = "AUTO", "met eigen auto of bromfiets"


class Functieniveau(models.TextChoices):
    """Level of the work, as tariff tables of OCMW's tell them apart (an own choice: to be verified)."""

    UITVOEREND = "UITVOEREND", "uitvoerend"
    GEOEFEND = "GEOEFEND", "geoefend"
    GESCHOOLD = "GESCHOOLD", "geschoold"
