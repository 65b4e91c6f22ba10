"""Words of projects with limited places."""

from django.db import models


class Projectsoort(models.TextChoices):
    RIJBEWIJS = "RIJBEWIJS", "rijbewijsproject"
    ANDER = "ANDER", "ander project van het gebied"


class DeelnameStatus(models.TextChoices):
    """How far a participant is (domein.md 3.10); a project that is not about driving uses the first and last two."""

    AANGEMELD = "AANGEMELD", "aangemeld"
    THEORIE_BEZIG = "THEORIE_BEZIG", "theorie bezig"
    THEORIE_GESLAAGD = "THEORIE_GESLAAGD", "theorie geslaagd"
    VOORLOPIG = "VOORLOPIG", "voorlopig rijbewijs"
    RIJLESSEN = "RIJLESSEN", "rijlessen"
    PRAKTIJK_GESLAAGD = "PRAKTIJK_GESLAAGD", "rijbewijs behaald"
    BEZIG = "BEZIG", "bezig"
    AFGEROND = "AFGEROND", "afgerond"
    GESTOPT = "GESTOPT", "gestopt"

    @classmethod
    def van_soort(cls, soort: str) -> tuple["DeelnameStatus", ...]:
        """The statuses of one kind of project, in order; GESTOPT has its own form."""
        if soort == Projectsoort.RIJBEWIJS:
            return (
                cls.AANGEMELD,
                cls.THEORIE_BEZIG,
                cls.THEORIE_GESLAAGD,
                cls.VOORLOPIG,
                cls.RIJLESSEN,
                cls.PRAKTIJK_GESLAAGD,
            )
        return cls.AANGEMELD, cls.BEZIG, cls.AFGEROND

    @classmethod
    def klaar(cls) -> frozenset["DeelnameStatus"]:
        return frozenset({cls.PRAKTIJK_GESLAAGD, cls.AFGEROND, cls.GESTOPT})


class Pogingsoort(models.TextChoices):
    THEORIE = "THEORIE", "theorie"
    PRAKTIJK = "PRAKTIJK", "praktijk"


class Moment(models.TextChoices):
    """When somebody can practise."""

    WEEK_OCHTEND = "WEEK_OCHTEND", "weekdag, voormiddag"
    WEEK_MIDDAG = "WEEK_MIDDAG", "weekdag, namiddag"
    WEEK_AVOND = "WEEK_AVOND", "weekdag, avond"
    ZATERDAG = "ZATERDAG", "zaterdag"
    ZONDAG = "ZONDAG", "zondag"
