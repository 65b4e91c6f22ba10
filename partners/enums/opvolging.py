from django.db import models


class Opvolgingsoort(models.TextChoices):
    """What somebody of the network has to come back to."""

    CONTACT = "CONTACT", "contact met een werkgever"
    BEHOEFTE = "BEHOEFTE", "vraag van een werkgever"
    OVEREENKOMST = "OVEREENKOMST", "overeenkomst"
    OVERLEG = "OVERLEG", "overleg"
    ACTIE = "ACTIE", "actie"
    GEGEVENS = "GEGEVENS", "gegevens nakijken"
    CLAIM = "CLAIM", "lead"
    JAARPLAN = "JAARPLAN", "jaaractieplan"
