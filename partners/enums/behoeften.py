"""Words of what employers ask and who can help them (domein.md 6.2)."""

from django.db import models

from partners.enums.partnerschap import Thema
from regie.core.models.organisatie import OrganisatieType as T


class Behoeftesoort(models.TextChoices):
    """What an employer asks: people at work, people who learn, or help."""

    VACATURE = "VACATURE", "vacature"
    STAGEPLAATS = "STAGEPLAATS", "stageplaats"
    WERKPLEKLEREN = "WERKPLEKLEREN", "werkplekleren"
    JOBCARVING = "JOBCARVING", "jobcarving of inclusief jobdesign"
    BEGELEIDING = "BEGELEIDING", "begeleiding op de werkvloer"
    PREMIES = "PREMIES", "premies en maatregelen"
    ONTZORGEN = "ONTZORGEN", "ontzorgen (administratie en opvolging)"
    RANDVOORWAARDEN = "RANDVOORWAARDEN", "randvoorwaarden (vervoer, opvang, taal)"
    HR_ADVIES = "HR_ADVIES", "HR-advies"
    NAZORG = "NAZORG", "nazorg na een aanwerving"

    @property
    def vraagt_mensen(self) -> bool:
        """A number of places that gets filled; else it is a question that gets solved."""
        return self in PLAATSSOORTEN


PLAATSSOORTEN = (Behoeftesoort.VACATURE, Behoeftesoort.STAGEPLAATS, Behoeftesoort.WERKPLEKLEREN)
LEERSOORTEN = (Behoeftesoort.STAGEPLAATS, Behoeftesoort.WERKPLEKLEREN)


class BehoefteStatus(models.TextChoices):
    CONCEPT = "CONCEPT", "concept"
    OPEN = "OPEN", "open"
    TOEGEWEZEN = "TOEGEWEZEN", "opgenomen"
    INGEVULD = "INGEVULD", "ingevuld"
    VERVALLEN = "VERVALLEN", "vervallen"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class DoorverwijzingStatus(models.TextChoices):
    GEVRAAGD = "GEVRAAGD", "wacht op antwoord"
    OPGENOMEN = "OPGENOMEN", "neemt het op"
    NIET_VOOR_ONS = "NIET_VOOR_ONS", "niet voor ons"
    OPGELOST = "OPGELOST", "opgelost"
    NIET_OPGELOST = "NIET_OPGELOST", "niet opgelost"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class Nietvooronsreden(models.TextChoices):
    """Why a partner does not take it up."""

    ANDERE_DIENST = "ANDERE_DIENST", "wij bieden deze dienst niet"
    ANDER_GEBIED = "ANDER_GEBIED", "wij werken niet in deze gemeente"
    GEEN_CAPACITEIT = "GEEN_CAPACITEIT", "wij hebben nu geen tijd of mensen"
    GEEN_KANDIDATEN = "GEEN_KANDIDATEN", "wij hebben geen kandidaten die passen"
    AL_BEZIG = "AL_BEZIG", "wij zijn hier al mee bezig langs een andere weg"
    ANDER = "ANDER", "andere reden"


class Nietopgelostreden(models.TextChoices):
    """Why it did not work out."""

    GEEN_KANDIDATEN = "GEEN_KANDIDATEN", "geen kandidaten gevonden"
    KANDIDATEN_GEWEIGERD = "KANDIDATEN_GEWEIGERD", "de werkgever weigerde de kandidaten"
    KANDIDATEN_HAAKTEN_AF = "KANDIDATEN_HAAKTEN_AF", "de kandidaten haakten af"
    WERKGEVER_ONBEREIKBAAR = "WERKGEVER_ONBEREIKBAAR", "de werkgever was niet te bereiken"
    WERKGEVER_ZIET_AF = "WERKGEVER_ZIET_AF", "de werkgever ziet ervan af"
    NIET_BEREIKBAAR = "NIET_BEREIKBAAR", "de plek was niet te bereiken met openbaar vervoer of fiets"
    ANDER = "ANDER", "andere reden"


class Voordrachtuitkomst(models.TextChoices):
    """What became of one candidate, of whom only a reference is known here."""

    LOOPT = "LOOPT", "wacht op de werkgever"
    AANGENOMEN = "AANGENOMEN", "aangenomen"
    GEWEIGERD = "GEWEIGERD", "geweigerd door de werkgever"
    AFGEHAAKT = "AFGEHAAKT", "kandidaat haakte af"


class Weigerreden(models.TextChoices):
    """Why an employer said no to a candidate, or a candidate to the place."""

    TAAL = "TAAL", "niveau Nederlands"
    ERVARING = "ERVARING", "te weinig ervaring"
    ATTEST = "ATTEST", "diploma of attest ontbreekt"
    RIJBEWIJS = "RIJBEWIJS", "rijbewijs ontbreekt"
    BEREIKBAARHEID = "BEREIKBAARHEID", "moeilijk bereikbaar"
    UREN = "UREN", "uren of ploegen passen niet"
    ATTITUDE = "ATTITUDE", "klik of houding in het gesprek"
    AL_INGEVULD = "AL_INGEVULD", "de plaats was al ingevuld"
    ANDER_WERK = "ANDER_WERK", "kandidaat vond ander werk"
    ANDER = "ANDER", "andere reden"


class Dienst(models.TextChoices):
    """Services organisations of the region offer to employers (domein.md 6.2)."""

    TOELEIDING = "TOELEIDING", "toeleiding van kandidaten"
    TBS = "TBS", "terbeschikkingstelling (art. 60)"
    WERKPLEKSTAGE = "WERKPLEKSTAGE", "stages en werkplekleren"
    JOBCARVING = "JOBCARVING", "jobcarving en inclusief jobdesign"
    BEGELEIDING = "BEGELEIDING", "begeleiding op de werkvloer"
    RANDVOORWAARDEN = "RANDVOORWAARDEN", "randvoorwaarden (vervoer, opvang, taal)"
    ONTZORGEN = "ONTZORGEN", "ontzorgen van de werkgever"
    PREMIES = "PREMIES", "premies en maatregelen aanvragen"
    HR_ADVIES = "HR_ADVIES", "HR-advies"
    NAZORG = "NAZORG", "nazorg na een aanwerving"


S, D = Behoeftesoort, Dienst

# Which service answers which question.
DIENSTEN_VAN: dict[Behoeftesoort, tuple[Dienst, ...]] = {
    S.VACATURE: (D.TOELEIDING, D.TBS),
    S.STAGEPLAATS: (D.WERKPLEKSTAGE,),
    S.WERKPLEKLEREN: (D.WERKPLEKSTAGE,),
    S.JOBCARVING: (D.JOBCARVING,),
    S.BEGELEIDING: (D.BEGELEIDING,),
    S.PREMIES: (D.PREMIES,),
    S.ONTZORGEN: (D.ONTZORGEN,),
    S.RANDVOORWAARDEN: (D.RANDVOORWAARDEN,),
    S.HR_ADVIES: (D.HR_ADVIES,),
    S.NAZORG: (D.NAZORG, D.BEGELEIDING),
}

# What a service is about on the map of the network; the others span several themes or none, so they say none.
THEMA_VAN: dict[Dienst, Thema] = {
    D.TOELEIDING: Thema.TOELEIDING,
    D.BEGELEIDING: Thema.BEGELEIDING,
    D.WERKPLEKSTAGE: Thema.WERKPLEKKEN,
    D.NAZORG: Thema.NAZORG,
}

# Which kind of organisatie usually helps, where it did not say itself what it offers (domein.md 2.1 and 6).
TYPES_VAN: dict[Behoeftesoort, tuple[T, ...]] = {
    S.VACATURE: (T.VDAB, T.OCMW, T.GTB, T.INTERIM),
    S.STAGEPLAATS: (T.VDAB, T.GTB, T.OPLEIDINGSVERSTREKKER, T.ONDERWIJS, T.OCMW),
    S.WERKPLEKLEREN: (T.VDAB, T.OPLEIDINGSVERSTREKKER, T.ONDERWIJS),
    S.JOBCARVING: (T.GTB, T.MAATWERKBEDRIJF, T.VDAB),
    S.BEGELEIDING: (T.GTB, T.MAATWERKBEDRIJF),
    S.PREMIES: (T.VDAB, T.WERKGEVERSORGANISATIE),
    S.ONTZORGEN: (T.INTERIM, T.MAATWERKBEDRIJF),
    S.RANDVOORWAARDEN: (T.WELZIJN, T.INBURGERING, T.KINDEROPVANG),
    S.HR_ADVIES: (T.WERKGEVERSORGANISATIE, T.GTB),
    S.NAZORG: (T.GTB, T.OCMW),
}


class Taakniveau(models.IntegerChoices):
    """What a task asks of who does it."""

    EENVOUDIG = 1, "eenvoudig, snel te leren"
    GEOEFEND = 2, "vraagt inoefenen"
    VAKWERK = 3, "vraagt vakkennis"
