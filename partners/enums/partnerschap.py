"""Words of networks: partnerships, meetings, who works with whom on what (domein.md 5.4)."""

from django.db import models


class Thema(models.TextChoices):
    """What organisaties work on together: a code list of our own, to be checked with regisseurs."""

    TOELEIDING = "TOELEIDING", "toeleiding"
    BEGELEIDING = "BEGELEIDING", "begeleiding op de werkvloer"
    OPLEIDING = "OPLEIDING", "opleiding"
    TAAL = "TAAL", "Nederlands leren"
    MOBILITEIT = "MOBILITEIT", "mobiliteit"
    KINDEROPVANG = "KINDEROPVANG", "kinderopvang"
    WELZIJN = "WELZIJN", "welzijn"
    ZORG = "ZORG", "zorg en gezondheid"
    WONEN = "WONEN", "wonen"
    SCHULDEN = "SCHULDEN", "schulden"
    WERKPLEKKEN = "WERKPLEKKEN", "werkplekken en stages"
    WERKGEVERS = "WERKGEVERS", "werkgevers benaderen"
    NAZORG = "NAZORG", "nazorg"
    CIRCULAIR = "CIRCULAIR", "circulaire economie"
    JONGEREN = "JONGEREN", "jongeren"
    NIEUWKOMERS = "NIEUWKOMERS", "nieuwkomers"


class PartnerschapStatus(models.TextChoices):
    VOORBEREIDING = "VOORBEREIDING", "in voorbereiding"
    LOPEND = "LOPEND", "loopt"
    AFGEROND = "AFGEROND", "afgerond"
    STOPGEZET = "STOPGEZET", "stopgezet"


class Financiering(models.TextChoices):
    ESF = "ESF", "Europa WSE (ESF+)"
    VLAANDEREN = "VLAANDEREN", "Vlaamse subsidie"
    FEDERAAL = "FEDERAAL", "federale subsidie"
    VDAB = "VDAB", "VDAB"
    EIGEN = "EIGEN", "eigen middelen van de partners"
    ANDERE = "ANDERE", "andere"


class Partnerrol(models.TextChoices):
    """What a partner does in a partnership."""

    PENHOUDER = "PENHOUDER", "penhouder"
    UITVOERDER = "UITVOERDER", "voert mee uit"
    TOELEIDER = "TOELEIDER", "leidt mensen toe"
    STUURGROEP = "STUURGROEP", "zit in de stuurgroep"
    ADVIES = "ADVIES", "geeft advies"


class Fase(models.TextChoices):
    """The four steps of a local partnership with somebody."""

    VINDEN = "VINDEN", "vinden"
    BINDEN = "BINDEN", "binden"
    VERSTERKEN = "VERSTERKEN", "versterken"
    DOORSTROMEN = "DOORSTROMEN", "doorstromen"


class BesluitStatus(models.TextChoices):
    GENOMEN = "GENOMEN", "genomen"
    UITGEVOERD = "UITGEVOERD", "uitgevoerd"
    UITGESTELD = "UITGESTELD", "uitgesteld"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class OverlegSoort(models.TextChoices):
    STUURGROEP = "STUURGROEP", "stuurgroep"
    WERKGROEP = "WERKGROEP", "werkgroep"
    VDAB = "VDAB", "overleg met VDAB"
    LEREND_NETWERK = "LEREND_NETWERK", "lerend netwerk"
    BESTUUR = "BESTUUR", "bestuursoverleg"
    ANDER = "ANDER", "ander overleg"


class OverlegStatus(models.TextChoices):
    VOORBEREIDING = "VOORBEREIDING", "in voorbereiding"
    UITGENODIGD = "UITGENODIGD", "uitgenodigd"
    VERSLAGEN = "VERSLAGEN", "verslag klaar"
    AFGELAST = "AFGELAST", "afgelast"


class Aanwezigheid(models.TextChoices):
    UITGENODIGD = "UITGENODIGD", "uitgenodigd"
    AANWEZIG = "AANWEZIG", "aanwezig"
    VERONTSCHULDIGD = "VERONTSCHULDIGD", "verontschuldigd"
    AFWEZIG = "AFWEZIG", "afwezig"
