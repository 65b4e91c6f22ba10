"""Words of contact with employers, and of who has the lead (domein.md 6.2)."""

from django.db import models


class Contactkanaal(models.TextChoices):
    TELEFOON = "TELEFOON", "telefoon"
    MAIL = "MAIL", "e-mail"
    BEZOEK = "BEZOEK", "bezoek"
    ONLINE = "ONLINE", "online gesprek"
    EVENEMENT = "EVENEMENT", "beurs of evenement"
    INKOMEND = "INKOMEND", "de werkgever nam contact op"
    LIJST = "LIJST", "overgenomen uit een lijst"

    @classmethod
    def te_kiezen(cls) -> list[tuple[str, str]]:
        """What a person can say; the rest is what we do not know of a contact in a list."""
        return [keuze for keuze in cls.choices if keuze[0] != cls.LIJST]


class Contactdoel(models.TextChoices):
    """Why: the whole gebied reads it."""

    KENNISMAKING = "KENNISMAKING", "kennismaking"
    VACATURE = "VACATURE", "vacature of vraag"
    WERKPLEK = "WERKPLEK", "werkplek of stageplaats"
    KANDIDAAT = "KANDIDAAT", "kandidaat voorstellen"
    OPVOLGING = "OPVOLGING", "iemand aan het werk opvolgen"
    MAATREGEL = "MAATREGEL", "premies en maatregelen"
    AFSPRAAK = "AFSPRAAK", "afspraken maken"
    ANDER = "ANDER", "iets anders"


class Contactresultaat(models.TextChoices):
    NIET_BEREIKT = "NIET_BEREIKT", "niet bereikt"
    AFSPRAAK = "AFSPRAAK", "afspraak gemaakt"
    INTERESSE = "INTERESSE", "interesse"
    PLAATS = "PLAATS", "plaats of vacature"
    LATER = "LATER", "later opnieuw"
    GEEN_INTERESSE = "GEEN_INTERESSE", "geen interesse"
    AFGEHANDELD = "AFGEHANDELD", "afgehandeld"
    ONBEKEND = "ONBEKEND", "niet bekend"

    @classmethod
    def te_kiezen(cls) -> list[tuple[str, str]]:
        return [keuze for keuze in cls.choices if keuze[0] != cls.ONBEKEND]


class Claimeinde(models.TextChoices):
    """How a lead came to an end."""

    VRIJGEGEVEN = "VRIJGEGEVEN", "vrijgegeven"
    VERLOPEN = "VERLOPEN", "verlopen"
    OVERGENOMEN = "OVERGENOMEN", "overgenomen"


class Overnamesoort(models.TextChoices):
    """What one organisatie asks to take over from another."""

    LEAD = "LEAD", "lead"
    ACCOUNTHOUDER = "ACCOUNTHOUDER", "accounthouder"


class Overnamestatus(models.TextChoices):
    GEVRAAGD = "GEVRAAGD", "gevraagd"
    AANVAARD = "AANVAARD", "aanvaard"
    GEWEIGERD = "GEWEIGERD", "geweigerd"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"
    VERVALLEN = "VERVALLEN", "vervallen"
