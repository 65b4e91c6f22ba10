"""Words of loading a client list."""

from django.db import models


class Oordeel(models.TextChoices):
    """What the import will do with a row."""

    NIEUW = "NIEUW", "nieuw"
    BIJWERKEN = "BIJWERKEN", "bijwerken"
    MOGELIJK_DUBBEL = "MOGELIJK_DUBBEL", "mogelijk dubbel"
    FOUT = "FOUT", "fout"
    ONGEWIJZIGD = "ONGEWIJZIGD", "ongewijzigd"
    OVERGESLAGEN = "OVERGESLAGEN", "overgeslagen"


class Besluit(models.TextChoices):
    """What a person decides about a row that may be somebody already known."""

    ZELFDE = "ZELFDE", "zelfde persoon"
    ANDERE = "ANDERE", "andere persoon"
    OVERSLAAN = "OVERSLAAN", "overslaan"
