"""Words of agreements, sector covenants, social purchases and the files with them (domein.md 5.3, 6.5, 6.6)."""

from django.db import models


class Bijlageonderwerp(models.TextChoices):
    """What a file is with. Never a client: papers of a dossier are kept in trajecten."""

    OVEREENKOMST = "OVEREENKOMST", "overeenkomst"
    CONVENANT = "CONVENANT", "sectorconvenant"
    PARTNERSCHAP = "PARTNERSCHAP", "partnerschap"
    OVERLEG = "OVERLEG", "overleg"
    BESLISSING = "BESLISSING", "beslissing"
    PLANACTIE = "PLANACTIE", "actie van een jaaractieplan"
    BEWIJS = "BEWIJS", "bewijsstuk bij een actie"
    RAADSBESLUIT = "RAADSBESLUIT", "besluit van een gemeenteraad"


class Bijlagesoort(models.TextChoices):
    GETEKEND = "GETEKEND", "getekende tekst"
    TEKST = "TEKST", "tekst of ontwerp"
    AGENDA = "AGENDA", "agenda"
    VERSLAG = "VERSLAG", "verslag"
    ANDER = "ANDER", "ander document"


class Overeenkomstsoort(models.TextChoices):
    VDAB_SAMENWERKING = "VDAB_SAMENWERKING", "samenwerkingsovereenkomst met VDAB"
    RAAM_GEBRUIKER = "RAAM_GEBRUIKER", "raamovereenkomst met een gebruiker"
    DOELGROEP = "DOELGROEP", "doelgroepafspraken"
    ANDER = "ANDER", "andere overeenkomst"


class Actiedomein(models.TextChoices):
    """What a VDAB agreement is about; the last three are the aims of VDAB itself."""

    INFORMATIE = "INFORMATIE", "informatie delen en toegang tot dossiers"
    DOORVERWIJZING = "DOORVERWIJZING", "doorverwijzing"
    REGIEROL = "REGIEROL", "regierol sociale economie"
    NIEUWKOMERS = "NIEUWKOMERS", "duurzame integratie van anderstalige nieuwkomers"
    JOBOBSTAKELS = "JOBOBSTAKELS", "jobobstakels wegwerken"
    ELK_TALENT = "ELK_TALENT", "elk talent telt"
    PERSPECTIEF = "PERSPECTIEF", "perspectief op talent voor elke werkgever"
    LOOPBAAN = "LOOPBAAN", "loopbaanperspectief voor elke burger"


class Overeenkomststatus(models.TextChoices):
    """Follows from the dates and the signatures: nobody sets it."""

    CONCEPT = "CONCEPT", "concept"
    TER_ONDERTEKENING = "TER_ONDERTEKENING", "ter ondertekening"
    START_LATER = "START_LATER", "getekend, start later"
    LOPEND = "LOPEND", "lopend"
    LOOPT_AF = "LOOPT_AF", "loopt binnenkort af"
    OPGEZEGD = "OPGEZEGD", "opgezegd"
    VERLOPEN = "VERLOPEN", "verlopen"


class Aankooptype(models.TextChoices):
    VOORBEHOUDEN = "VOORBEHOUDEN", "voorbehouden opdracht"
    SOCIALE_CLAUSULE = "SOCIALE_CLAUSULE", "sociale clausule"
    GUNNINGSCRITERIUM = "GUNNINGSCRITERIUM", "sociaal gunningscriterium"
    SAMENAANKOOP = "SAMENAANKOOP", "samenaankoop"
