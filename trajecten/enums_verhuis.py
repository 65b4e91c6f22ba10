"""Words of moving house, merging and sharing."""

from django.db import models


class Herkomst(models.TextChoices):
    """Status changes that came along with a person from another OCMW: the figures of that OCMW hold them already."""

    GESCHIEDENIS = "GESCHIEDENIS", "gebeurde bij een ander OCMW"
    AANKOMST = "AANKOMST", "overgenomen van een ander OCMW"


class Pakketdeel(models.TextChoices):
    """What may travel with a person who moves to another OCMW."""

    IDENTITEIT = "IDENTITEIT", "wie het is en hoe je iemand bereikt"
    TRAJECT = "TRAJECT", "het traject met zijn fasen en data"
    STAPPEN = "STAPPEN", "instrumenten, plaatsen en gepresteerde dagen"
    EVALUATIES = "EVALUATIES", "evaluaties, met scores en de kalender"
    CONTACTEN = "CONTACTEN", "contacten die heel het OCMW mag lezen"
    DREMPELS = "DREMPELS", "drempels, zonder de gevoelige"
    GEVOELIG = "GEVOELIG", "gevoelige drempels"
    DOCUMENTEN = "DOCUMENTEN", "de lijst van documenten"


ALTIJD_IN_PAKKET = (Pakketdeel.IDENTITEIT, Pakketdeel.TRAJECT)


class OverdrachtStatus(models.TextChoices):
    AANGEVRAAGD = "AANGEVRAAGD", "wacht op antwoord"
    AANVAARD = "AANVAARD", "overgenomen"
    GEWEIGERD = "GEWEIGERD", "niet overgenomen"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"
    VERVALLEN = "VERVALLEN", "vervallen"


class Instemming(models.TextChoices):
    """How a client agreed."""

    SCHRIFTELIJK = "SCHRIFTELIJK", "schriftelijk, getekend"
    MONDELING = "MONDELING", "mondeling, genoteerd in het dossier"


class Overdrachtreden(models.TextChoices):
    VERHUIS = "VERHUIS", "verhuist naar een andere gemeente"
    BEVOEGDHEID = "BEVOEGDHEID", "ander OCMW is bevoegd"


class ToestemmingSoort(models.TextChoices):
    """What a client agrees to share."""

    PARTNER = "PARTNER", "gegevens delen met een partner"
    GEBRUIKER = "GEBRUIKER", "gegevens delen met een werkplek"
    VDAB = "VDAB", "gegevens delen met VDAB"
    OVERDRACHT = "OVERDRACHT", "dossier doorgeven aan een ander OCMW"
    BEELD = "BEELD", "foto of getuigenis"


class Grondslag(models.TextChoices):
    """Why something may be shared (AVG art. 6)."""

    TOESTEMMING = "TOESTEMMING", "toestemming van de cliënt"
    WETTELIJKE_TAAK = "WETTELIJKE_TAAK", "wettelijke taak van het OCMW"
