"""Words of the scan werkgeversgerichtheid (domein.md 6.3)."""

from django.db import models


class Scandimensie(models.TextChoices):
    D1 = "D1", "Visie en rol"
    D2 = "D2", "Partnerschap met werkgevers"
    D3 = "D3", "Geïntegreerde dienstverlening"
    D4 = "D4", "Gecoördineerde samenwerking"
    D5 = "D5", "Arbeidsontwikkeling, bedrijfsvoering en opvolging"

    @property
    def vraag(self) -> str:
        """What the dimension is about, in one sentence for who fills in."""
        return {
            Scandimensie.D1: "Zijn we een werkgever, of ook een springplank naar andere werkgevers?",
            Scandimensie.D2: "Hoe werken we samen met reguliere werkgevers?",
            Scandimensie.D3: "Spreekt heel onze organisatie met één stem tegen een werkgever?",
            Scandimensie.D4: "Stemmen we af met de andere organisaties van de regio?",
            Scandimensie.D5: "Leren onze mensen op de werkvloer, en volgen we op wat het oplevert?",
        }[self]


class Scanniveau(models.TextChoices):
    STARTER = "STARTER", "starter"
    ONTWIKKELING = "ONTWIKKELING", "in ontwikkeling"
    GEVORDERD = "GEVORDERD", "gevorderd"
    VOORTREKKER = "VOORTREKKER", "voortrekker"


class Scanstatus(models.TextChoices):
    OPEN = "OPEN", "wordt ingevuld"
    AFGEROND = "AFGEROND", "afgerond"
    GESTOPT = "GESTOPT", "gestopt"


class Scanschaal(models.IntegerChoices):
    NOG_NIET = 0, "nog niet"
    AD_HOC = 1, "ad hoc"
    DEELS = 2, "deels"
    GROTENDEELS = 3, "grotendeels"
    STRUCTUREEL = 4, "structureel"


class Scanactiestatus(models.TextChoices):
    GEPLAND = "GEPLAND", "gepland"
    BEZIG = "BEZIG", "bezig"
    KLAAR = "KLAAR", "klaar"
    GESCHRAPT = "GESCHRAPT", "geschrapt"

    @classmethod
    def open(cls) -> tuple["Scanactiestatus", ...]:
        return cls.GEPLAND, cls.BEZIG
