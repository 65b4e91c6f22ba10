"""Words of loading a list of employers."""

from django.db import models


class Lijstoordeel(models.TextChoices):
    """What loading will do with a row."""

    NIEUW = "NIEUW", "nieuw"
    AANVULLEN = "AANVULLEN", "bekend, wordt aangevuld"
    MOGELIJK_BEKEND = "MOGELIJK_BEKEND", "misschien al bekend"
    FOUT = "FOUT", "fout"
    ONGEWIJZIGD = "ONGEWIJZIGD", "bekend, verandert niet"
    OVERGESLAGEN = "OVERGESLAGEN", "geen werkgever"


class Lijstbesluit(models.TextChoices):
    """What a person decides about a row that may be an employer already known."""

    ZELFDE = "ZELFDE", "zelfde werkgever"
    ANDERE = "ANDERE", "andere werkgever"
    OVERSLAAN = "OVERSLAAN", "overslaan"
