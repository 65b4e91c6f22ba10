"""The words of instruments and their steps."""

from django.db import models


class Stapuitkomst(models.TextChoices):
    """How one step ended; how the whole traject ended is a UitstroomCode."""

    AFGEROND = "AFGEROND", "afgerond zoals gepland"
    GESLAAGD = "GESLAAGD", "geslaagd of attest behaald"
    NIET_GESLAAGD = "NIET_GESLAAGD", "niet geslaagd"
    AANGEWORVEN = "AANGEWORVEN", "aangeworven"
    VOLGENDE_STAP = "VOLGENDE_STAP", "overgegaan naar een volgende stap"
    STOP_CLIENT = "STOP_CLIENT", "stopgezet door de cliënt"
    STOP_OCMW = "STOP_OCMW", "stopgezet door het OCMW"
    STOP_ORGANISATIE = "STOP_ORGANISATIE", "stopgezet door de gebruiker of werkgever"


class Stapregime(models.TextChoices):
    """Exceptions to the length of an instrument (domein.md 3.4 and 3.5)."""

    LDE_UITZONDERING = "LDE_UITZONDERING", "LDE: uitzonderlijk zes jaar"
    EX_PWA = "EX_PWA", "wijk-werken: overgekomen uit PWA, zonder maximumduur"


class Overlapgroep(models.TextChoices):
    """What a step takes up of somebody's time; see GROEPVAKKEN for which groups exclude each other."""

    CONTRACT = "CONTRACT", "betaald of vergoed werk"
    WERKPLEKLEREN = "WERKPLEKLEREN", "opleiding op de werkvloer"
    STAGE = "STAGE", "korte stage"
    BEGELEIDING = "BEGELEIDING", "begeleiding"
    RIJBEWIJS = "RIJBEWIJS", "rijbewijs"
    VRIJ = "VRIJ", "mag naast alles"


# Half-open lanes [van, tot): steps whose lanes touch cannot run at the same time. VRIJ takes no lane.
GROEPVAKKEN: dict[Overlapgroep, tuple[int, int]] = {
    Overlapgroep.CONTRACT: (1, 2),
    Overlapgroep.WERKPLEKLEREN: (1, 3),
    Overlapgroep.STAGE: (2, 3),
    Overlapgroep.BEGELEIDING: (3, 4),
    Overlapgroep.RIJBEWIJS: (4, 5),
}


class Plaatseis(models.TextChoices):
    VERPLICHT = "VERPLICHT", "altijd bij een gebruiker"
    MOGELIJK = "MOGELIJK", "kan bij een organisatie"
    GEEN = "GEEN", "zonder plaats"


class ImwSoort(models.TextChoices):
    TIJDELIJK = "TIJDELIJK", "tijdelijke problematiek"
    BLIJVEND = "BLIJVEND", "blijvende problematiek"


class Opleidingssoort(models.TextChoices):
    TECHNISCH = "TECHNISCH", "technische of beroepsopleiding"
    NT2 = "NT2", "Nederlands (NT2)"
    BASISEDUCATIE = "BASISEDUCATIE", "basiseducatie"
    ANDER = "ANDER", "andere opleiding"
