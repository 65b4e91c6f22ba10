from django.db import models


class Plansoort(models.TextChoices):
    """For whom a plan is written. A gebied may have several in one year."""

    REGIEROL = "REGIEROL", "regierol (Vlaanderen)"
    VDAB = "VDAB", "samenwerking met VDAB"
    EIGEN = "EIGEN", "eigen plan van de regio"


class Planstatus(models.TextChoices):
    """The life of a plan (domein.md 5.2); which may follow which stands in `actieplannen.transitions`."""

    CONCEPT = "CONCEPT", "concept"
    INGEDIEND = "INGEDIEND", "ingediend"
    GOEDGEKEURD = "GOEDGEKEURD", "goedgekeurd"
    UITGEVOERD = "UITGEVOERD", "uitgevoerd"
    VERANTWOORD = "VERANTWOORD", "verantwoord"


class Prioriteit(models.TextChoices):
    """The four Flemish policy priorities, reporting codes of the BBC (BVR 29-04-2022)."""

    WSE_LR1 = "WSE-LR1", "WSE-LR1 · de regierol opnemen"
    WSE_LR2 = "WSE-LR2", "WSE-LR2 · tewerkstelling bevorderen en drempels wegwerken"
    WSE_LR3 = "WSE-LR3", "WSE-LR3 · (sociaal) ondernemen en MVO"
    WSE_LR4 = "WSE-LR4", "WSE-LR4 · samenwerken met VDAB en lokale actoren"

    @property
    def kort(self) -> str:
        """ "de regierol opnemen": without its code."""
        return self.label.split(" · ", 1)[1]

    @property
    def uitleg(self) -> str:
        """What belongs to it, in one line (domein.md 5.2)."""
        return _PRIORITEIT_UITLEG[self]


_PRIORITEIT_UITLEG = {
    Prioriteit.WSE_LR1: "Een regisseur in dienst, omgevingsanalyse, overleg en netwerking, een beleidsvisie.",
    Prioriteit.WSE_LR2: "Mensen met een afstand tot de arbeidsmarkt aan het werk, ook met wijk-werken en TWE.",
    Prioriteit.WSE_LR3: "Ondernemen, sociale economie en maatschappelijk verantwoord ondernemen aanmoedigen.",
    Prioriteit.WSE_LR4: "De samenwerkingsovereenkomst met VDAB sluiten en opvolgen, met partners samenwerken.",
}


class Regieactiviteit(models.TextChoices):
    """What regie is (Departement WSE): the kind of an action."""

    OMGEVINGSANALYSE = "OMGEVINGSANALYSE", "omgevingsanalyse"
    VISIEVORMING = "VISIEVORMING", "visievorming en beleidsplanning"
    NETWERKING = "NETWERKING", "netwerking"
    VERANTWOORDING = "VERANTWOORDING", "toezicht en verantwoording"


class Regierolactie(models.TextChoices):
    """The three yearly actions of BVR 26-10-2012, art. 3: for plan years up to 2022."""

    NETWERKING = "NETWERKING", "netwerking op het grondgebied"
    UITBOUW = "UITBOUW", "lokale sociale economie verder uitbouwen"
    MVO = "MVO", "maatschappelijk verantwoord ondernemen bevorderen"


class Voortgang(models.TextChoices):
    """Where an action is: the columns of the board."""

    TE_STARTEN = "TE_STARTEN", "te starten"
    LOPEND = "LOPEND", "lopend"
    GEPAUZEERD = "GEPAUZEERD", "gepauzeerd"
    KLAAR = "KLAAR", "klaar"
    GESTOPT = "GESTOPT", "gestopt"


class Financieringsbron(models.TextChoices):
    VLAANDEREN = "VLAANDEREN", "subsidie regierol"
    GEMEENTEN = "GEMEENTEN", "bijdrage van de gemeenten"
    VDAB = "VDAB", "VDAB"
    ESF = "ESF", "Europa WSE (ESF+)"
    PROVINCIE = "PROVINCIE", "provincie"
    PARTNER = "PARTNER", "bijdrage van een partner"
    ANDER = "ANDER", "andere bron"


class Bewijssoort(models.TextChoices):
    VERSLAG = "VERSLAG", "verslag"
    AANWEZIGHEID = "AANWEZIGHEID", "aanwezigheidslijst"
    OVEREENKOMST = "OVEREENKOMST", "overeenkomst"
    BESLUIT = "BESLUIT", "besluit"
    PUBLICATIE = "PUBLICATIE", "publicatie of campagne"
    CIJFERS = "CIJFERS", "cijfers"
    FOTO = "FOTO", "foto"
    ANDER = "ANDER", "ander bewijs"
