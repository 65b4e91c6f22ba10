"""Words of the shared employer card (domein.md 6.2)."""

from django.db import models


class WerkgeverStatus(models.TextChoices):
    """How far the relation with the region goes."""

    PROSPECT = "PROSPECT", "prospect"
    CONTACT = "CONTACT", "in contact"
    PARTNER = "PARTNER", "partner"
    AMBASSADEUR = "AMBASSADEUR", "ambassadeur"
    NIET_BENADEREN = "NIET_BENADEREN", "niet benaderen"


class Grootteklasse(models.TextChoices):
    """Size classes of the RSZ, in workers."""

    K1_4 = "1-4", "1 tot 4"
    K5_9 = "5-9", "5 tot 9"
    K10_19 = "10-19", "10 tot 19"
    K20_49 = "20-49", "20 tot 49"
    K50_99 = "50-99", "50 tot 99"
    K100_199 = "100-199", "100 tot 199"
    K200_499 = "200-499", "200 tot 499"
    K500 = "500+", "500 of meer"


class NaceVersie(models.TextChoices):
    V2008 = "2008", "NACE-BEL 2008"
    V2025 = "2025", "NACE-BEL 2025"


class Taal(models.TextChoices):
    """Language in which a contact person is addressed."""

    NL = "nl", "Nederlands"
    FR = "fr", "Frans"
    EN = "en", "Engels"
    DE = "de", "Duits"


class Werkgeversdrempel(models.TextChoices):
    """What keeps an employer from hiring people of the target group (an own list: to be verified)."""

    TAAL = "TAAL", "taal op de werkvloer"
    DIPLOMA = "DIPLOMA", "diploma- of ervaringseis"
    BEREIKBAARHEID = "BEREIKBAARHEID", "moeilijk te bereiken"
    UREN = "UREN", "uren of ploegen"
    FYSIEK = "FYSIEK", "zwaar werk"
    VOOROORDELEN = "VOOROORDELEN", "vooroordelen of slechte ervaring"
    BEGELEIDING = "BEGELEIDING", "geen begeleiding op de werkvloer"
    ADMINISTRATIE = "ADMINISTRATIE", "administratie en premies te ingewikkeld"
    KANDIDATEN = "KANDIDATEN", "te weinig of geen passende kandidaten"
    ANDER = "ANDER", "andere drempel"


class Tevredenheidsonderwerp(models.TextChoices):
    SAMENWERKING = "SAMENWERKING", "de samenwerking in het algemeen"
    KANDIDATEN = "KANDIDATEN", "de kandidaten"
    BEGELEIDING = "BEGELEIDING", "de begeleiding en nazorg"
    ADMINISTRATIE = "ADMINISTRATIE", "de administratie"


class Tevredenheidsscore(models.IntegerChoices):
    """1 to 5, as an employer gives it (domein.md 6.2)."""

    HEEL_ONTEVREDEN = 1, "1 – heel ontevreden"
    ONTEVREDEN = 2, "2 – ontevreden"
    NEUTRAAL = 3, "3 – niet tevreden en niet ontevreden"
    TEVREDEN = 4, "4 – tevreden"
    HEEL_TEVREDEN = 5, "5 – heel tevreden"
