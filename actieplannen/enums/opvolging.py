from django.db import models


class Meetwijze(models.TextChoices):
    """Where the figure of an indicator comes from."""

    HAND = "HAND", "met de hand geteld"
    INGELADEN = "INGELADEN", "ingeladen uit een bestand"
    GEBONDEN = "GEBONDEN", "rechtstreeks uit Regiekompas"


class Richting(models.TextChoices):
    """Which way an indicator should go."""

    OMHOOG = "OMHOOG", "hoger is beter"
    OMLAAG = "OMLAAG", "lager is beter"


class Standkleur(models.TextChoices):
    """Always with its word: a colour alone says nothing (ux.md 10)."""

    GROEN = "GROEN", "op schema"
    ORANJE = "ORANJE", "aandacht nodig"
    ROOD = "ROOD", "loopt vast"


class Bijsturingstatus(models.TextChoices):
    VOORGESTELD = "VOORGESTELD", "voorgesteld"
    OVERGENOMEN = "OVERGENOMEN", "overgenomen als actie"
    AFGEWEZEN = "AFGEWEZEN", "niet overgenomen"


class Raadsuitspraak(models.TextChoices):
    """What a municipal council decided about a plan."""

    GOEDGEKEURD = "GOEDGEKEURD", "goedgekeurd"
    MET_OPMERKINGEN = "MET_OPMERKINGEN", "goedgekeurd met opmerkingen"
    AFGEKEURD = "AFGEKEURD", "niet goedgekeurd"


class Planstuk(models.TextChoices):
    """The two texts that are written from a plan."""

    DOSSIER = "DOSSIER", "subsidiedossier"
    VERANTWOORDING = "VERANTWOORDING", "verantwoording"
