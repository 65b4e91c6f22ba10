from django.db import models


class Partnerlinkdoel(models.TextChoices):
    """What somebody without an account may do with a link from the region."""

    SCAN = "SCAN", "de scan invullen"
    GEGEVENS = "GEGEVENS", "eigen gegevens nakijken"
    BEHOEFTE = "BEHOEFTE", "een vraag van een werkgever beantwoorden"
    ACTIESTAND = "ACTIESTAND", "vertellen hoe een actie loopt"

    @classmethod
    def eenmalig(cls) -> tuple["Partnerlinkdoel", ...]:
        """Over after one answer."""
        return (cls.GEGEVENS,)
