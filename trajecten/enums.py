from django.db import models


class TrajectStatus(models.TextChoices):
    """The phases of a traject (domein.md 4.2)."""

    AANGEMELD = "AANGEMELD", "aangemeld"
    INTAKE = "INTAKE", "intake"
    SCREENING = "SCREENING", "screening"
    ACTIEPLAN = "ACTIEPLAN", "actieplan"
    WACHT_OP_START = "WACHT_OP_START", "wacht op start"
    LOPEND = "LOPEND", "lopend"
    ONDERBROKEN = "ONDERBROKEN", "onderbroken"
    NAZORG = "NAZORG", "nazorg"
    AFGESLOTEN = "AFGESLOTEN", "afgesloten"
    GEWEIGERD = "GEWEIGERD", "niet opgestart"


class Inkomensstatuut(models.TextChoices):
    LEEFLOON = "LEEFLOON", "leefloon"
    EQ_LEEFLOON = "EQ_LEEFLOON", "equivalent leefloon"
    WERKLOOSHEID = "WERKLOOSHEID", "werkloosheidsuitkering"
    GEEN_OF_ANDER = "GEEN_OF_ANDER", "geen of ander"


class Geslacht(models.TextChoices):
    VROUW = "V", "vrouw"
    MAN = "M", "man"
    X = "X", "x"


class Diploma(models.TextChoices):
    """Levels as VDAB groups them."""

    LAAG = "LAAG", "laaggeschoold"
    MIDDEN = "MIDDEN", "middengeschoold"
    HOOG = "HOOG", "hooggeschoold"


class Aanmeldbron(models.TextChoices):
    MAATSCHAPPELIJK_WERKER = "MAATSCHAPPELIJK_WERKER", "maatschappelijk werker"
    VDAB = "VDAB", "VDAB"
    ZELF = "ZELF", "cliënt zelf"
    PARTNER = "PARTNER", "partner"
    EINDE_WERKLOOSHEID = "EINDE_WERKLOOSHEID", "einde werkloosheidsuitkering"


class Weigerreden(models.TextChoices):
    GEEN_INTERESSE = "GEEN_INTERESSE", "cliënt wil niet starten"
    ANDER_AANBOD = "ANDER_AANBOD", "ander aanbod past beter"
    NIET_TOELEIDBAAR = "NIET_TOELEIDBAAR", "nog niet toeleidbaar naar werk"
    AL_AAN_HET_WERK = "AL_AAN_HET_WERK", "al aan het werk"
    VERHUISD = "VERHUISD", "verhuisd"
    DUBBEL = "DUBBEL", "dubbele aanmelding"


class Onderbrekingsreden(models.TextChoices):
    ZIEKTE = "ZIEKTE", "ziekte langer dan 30 dagen"
    ZWANGERSCHAP = "ZWANGERSCHAP", "zwangerschap of bevalling"
    DETENTIE = "DETENTIE", "detentie"
    OPLEIDING = "OPLEIDING", "opleiding"
    ANDER = "ANDER", "andere reden"


class Afwezigheidssoort(models.TextChoices):
    """Why somebody is not at work; whether it counts for the dagteller is a dated parameter per kind."""

    ZIEKTE_LOON = "ZIEKTE_LOON", "ziekte met gewaarborgd loon"
    ZIEKTE_MUTUALITEIT = "ZIEKTE_MUTUALITEIT", "ziekte op de mutualiteit"
    ARBEIDSONGEVAL = "ARBEIDSONGEVAL", "arbeidsongeval"
    MOEDERSCHAP = "MOEDERSCHAP", "moederschapsrust of geboorteverlof"
    VERLOF = "VERLOF", "betaald verlof"
    VERLOF_ZONDER_LOON = "VERLOF_ZONDER_LOON", "verlof zonder loon"
    OUDERSCHAP = "OUDERSCHAP", "ouderschapsverlof"
    TIJDELIJK_WERKLOOS = "TIJDELIJK_WERKLOOS", "tijdelijke werkloosheid"
    ONWETTIG = "ONWETTIG", "onwettige afwezigheid"


class Verlengreden(models.TextChoices):
    DAGEN_TEKORT = "DAGEN_TEKORT", "nog niet genoeg dagen bewezen"
    OPLEIDING = "OPLEIDING", "een opleiding afwerken"
    DOORSTROOM = "DOORSTROOM", "werk is in zicht"
    EXTRA_MAANDEN = "EXTRA_MAANDEN", "extra maanden uitkering opbouwen"
    ANDER = "ANDER", "andere reden"


class Aanvraagstatus(models.TextChoices):
    AANGEVRAAGD = "AANGEVRAAGD", "aangevraagd"
    GOEDGEKEURD = "GOEDGEKEURD", "goedgekeurd"
    GEWEIGERD = "GEWEIGERD", "geweigerd"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class Afwijsreden(models.TextChoices):
    """Why the team lead refuses a suspension or a prolongation."""

    DAGEN_BEWEZEN = "DAGEN_BEWEZEN", "het recht is dan al bereikt"
    ONVOLDOENDE = "ONVOLDOENDE", "te weinig gemotiveerd"
    GEEN_PLAATS = "GEEN_PLAATS", "geen budget of geen plaats meer"
    ANDER_AANBOD = "ANDER_AANBOD", "een ander aanbod past beter"
    NIET_TOEGELATEN = "NIET_TOEGELATEN", "de regels laten het niet toe"


class Afstand(models.IntegerChoices):
    """Distance to the labour market (domein.md 4.4)."""

    DIRECT = 1, "direct bemiddelbaar"
    KORT = 2, "bemiddelbaar mits korte begeleiding (minder dan 6 maanden)"
    INTENSIEF = 3, "intensieve begeleiding nodig (6 tot 24 maanden)"
    SOCIALE_ECONOMIE = 4, "sociale economie is het hoogst haalbare"
    NIET = 5, "(nog) niet toeleidbaar"


class StapStatus(models.TextChoices):
    GEPLAND = "GEPLAND", "gepland"
    LOPEND = "LOPEND", "lopend"
    BEEINDIGD = "BEEINDIGD", "beëindigd"


class Contactsoort(models.TextChoices):
    GESPREK = "GESPREK", "gesprek"
    TELEFOON = "TELEFOON", "telefoon"
    HUISBEZOEK = "HUISBEZOEK", "huisbezoek"
    MAIL = "MAIL", "mail"
    WERKPLEK = "WERKPLEK", "bezoek werkplek"


class Zichtbaarheid(models.TextChoices):
    TEAM = "TEAM", "mijn team"
    OCMW = "OCMW", "heel het OCMW"


class TermijnSoort(models.TextChoices):
    INTAKE = "INTAKE", "intake plannen"
    EVALUATIE = "EVALUATIE", "evaluatie"
    EINDE = "EINDE", "einde art. 60"
    ART60_LEEFTIJD = "ART60_LEEFTIJD", "leeftijdsgrens art. 60"
    TWE_REGISTRATIE = "TWE_REGISTRATIE", "TWE-registratie in MLP"
    TWE_EINDE = "TWE_EINDE", "einde TWE-begeleiding"
    WIJKWERKEN = "WIJKWERKEN", "wijk-werken"
    IMW_EINDE = "IMW_EINDE", "einde individueel maatwerk"
    LDE_EINDE = "LDE_EINDE", "einde LDE"
    STAP_EINDE = "STAP_EINDE", "einde van een stap"
    HERVATTEN = "HERVATTEN", "einde van een onderbreking"
    LEEFLOON = "LEEFLOON", "beslissing over leefloon"
    VDAB = "VDAB", "inschrijving bij VDAB"
    ICF_AANVRAAG = "ICF_AANVRAAG", "ICF-screening aanvragen"
    GPMI = "GPMI", "GPMI opmaken"
    GPMI_EVALUATIE = "GPMI_EVALUATIE", "GPMI-evaluatie"
    CONTACT = "CONTACT", "geen contact"
    NAZORG = "NAZORG", "nazorgmeting"
    TOESTEMMING = "TOESTEMMING", "toestemming vervalt"
    TAAK = "TAAK", "taak"


class Signaalernst(models.TextChoices):
    """How urgent a deadline is on a day; it follows from its dates."""

    TE_LAAT = "TE_LAAT", "te laat"
    LETOP = "LETOP", "let op"
    INFO = "INFO", "info"


class EvaluatieSoort(models.TextChoices):
    START = "START", "startgesprek"
    EERSTE = "EERSTE", "eerste evaluatie"
    OPVOLGING = "OPVOLGING", "opvolgevaluatie"
    UITSTROOM = "UITSTROOM", "evaluatie met uitstroomplan"
    AFRONDING = "AFRONDING", "afrondende evaluatie"
    EIND = "EIND", "eindevaluatie"


class EvaluatieConclusie(models.TextChoices):
    VERDERZETTEN = "VERDERZETTEN", "verderzetten"
    BIJSTUREN = "BIJSTUREN", "bijsturen"
    ANDERE_WERKPOST = "ANDERE_WERKPOST", "andere werkpost zoeken"
    DOORSTROOM_KLAAR = "DOORSTROOM_KLAAR", "klaar voor doorstroom"
    STOPZETTEN = "STOPZETTEN", "stopzetten"


class DrempelStatus(models.TextChoices):
    VASTGESTELD = "VASTGESTELD", "vastgesteld"
    IN_AANPAK = "IN_AANPAK", "in aanpak"
    OPGELOST = "OPGELOST", "opgelost"
    AANVAARD = "AANVAARD", "aanvaard"


class Ernst(models.IntegerChoices):
    GEEN = 0, "geen"
    LICHT = 1, "licht"
    MATIG = 2, "matig"
    ZWAAR = 3, "zwaar"


class KandidatuurStatus(models.TextChoices):
    """From "this could be something" to yes or no."""

    VOORGESTELD = "VOORGESTELD", "voorgesteld"
    KENNISMAKING = "KENNISMAKING", "kennismaking"
    AANVAARD = "AANVAARD", "aanvaard"
    GEWEIGERD_GEBRUIKER = "GEWEIGERD_GEBRUIKER", "geweigerd door de gebruiker"
    GEWEIGERD_CLIENT = "GEWEIGERD_CLIENT", "geweigerd door de cliënt"
    GEWEIGERD_OCMW = "GEWEIGERD_OCMW", "geweigerd door het OCMW"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class Kandidatuurreden(models.TextChoices):
    """Why a candidature ended without a placement. What a next suggestion must know, never about health."""

    NEDERLANDS = "NEDERLANDS", "te weinig Nederlands"
    RIJBEWIJS = "RIJBEWIJS", "geen rijbewijs"
    ERVARING = "ERVARING", "te weinig ervaring"
    UURROOSTER = "UURROOSTER", "het uurrooster past niet"
    AFSTAND = "AFSTAND", "te ver of moeilijk bereikbaar"
    TAKEN = "TAKEN", "het werk ligt de cliënt niet"
    BELASTING = "BELASTING", "het werk is te zwaar"
    KENNISMAKING = "KENNISMAKING", "het klikte niet bij de kennismaking"
    BEGELEIDING = "BEGELEIDING", "te weinig begeleiding ter plaatse"
    PLAATS_WEG = "PLAATS_WEG", "de plaats is intussen ingevuld"
    ANDERE_PLAATS = "ANDERE_PLAATS", "de cliënt begint op een andere plaats"
    ANDER_WERK = "ANDER_WERK", "de cliënt vond ander werk of een opleiding"
    ANDER = "ANDER", "andere reden"


class CompetentieBron(models.TextChoices):
    """How we know that somebody can do something."""

    WERKVLOER = "WERKVLOER", "gezien op de werkvloer"
    GESPREK = "GESPREK", "gesprek of oriëntatie"
    TEST = "TEST", "test of screening"
    EVC = "EVC", "EVC-traject"
    ATTEST = "ATTEST", "attest of diploma"


class Competentieniveau(models.IntegerChoices):
    """The scale of the evaluations."""

    BEGIN = 1, "begint"
    GROEIT = 2, "groeit"
    KAN = 3, "kan het zelfstandig"
    STERK = 4, "is er sterk in"


class Quotummodus(models.TextChoices):
    """How the verhoogde staatstoelage is granted: so many people started, or so much money."""

    AANTAL = "AANTAL", "aantal plaatsen"
    BUDGET = "BUDGET", "bedrag in euro"


class AanHetWerk(models.TextChoices):
    JA = "JA", "ja, nog aan het werk"
    NEE = "NEE", "nee"
    ONBEKEND = "ONBEKEND", "niet bekend"


class NaWerk(models.TextChoices):
    """What somebody lives on when the work stopped; LEEFLOON within a year is a relapse (domein.md 4.6)."""

    LEEFLOON = "LEEFLOON", "leefloon"
    WERKLOOSHEID = "WERKLOOSHEID", "werkloosheidsuitkering"
    ZIEKTE = "ZIEKTE", "ziekte-uitkering"
    OPLEIDING = "OPLEIDING", "opleiding"
    ANDER = "ANDER", "iets anders"
    ONBEKEND = "ONBEKEND", "niet bekend"


class Nazorgbron(models.TextChoices):
    BEGELEIDER = "BEGELEIDER", "genoteerd door het OCMW"
    CLIENT = "CLIENT", "antwoord van de cliënt"
    WERKGEVER = "WERKGEVER", "antwoord van de werkgever"


class Werkbron(models.TextChoices):
    UITSTROOM = "UITSTROOM", "uitstroom naar werk"
    NAZORG = "NAZORG", "nazorgmeting"
    GENOTEERD = "GENOTEERD", "genoteerd door het OCMW"


class LeefloonCategorie(models.TextChoices):
    """Categories of the law of 26-05-2002 (RMI), art. 14."""

    SAMENWONEND = "SAMENWONEND", "samenwonend (categorie 1)"
    ALLEENSTAAND = "ALLEENSTAAND", "alleenstaand (categorie 2)"
    GEZIN = "GEZIN", "met gezin ten laste (categorie 3)"
    GEEN = "GEEN", "geen leefloon"
    ONBEKEND = "ONBEKEND", "niet bekend"


class Bulksoort(models.TextChoices):
    """What can be done with many dossiers at once."""

    TOEWIJZEN = "TOEWIJZEN", "begeleider gekozen"
    TAAK = "TAAK", "taak toegevoegd"
    SLUIMEREN = "SLUIMEREN", "signaal uitgesteld"


class Linkdoel(models.TextChoices):
    """What a signed link is for. A link of one purpose never opens another."""

    EVALUATIE_GEBRUIKER = "EVALUATIE_GEBRUIKER", "evaluatie door de gebruiker"
    AANWEZIGHEID = "AANWEZIGHEID", "aanwezigheid doorgeven"
    VOORSTEL = "VOORSTEL", "wijziging voorstellen"
    NAZORG_CLIENT = "NAZORG_CLIENT", "nazorg: vraag aan de cliënt"
    NAZORG_WERKGEVER = "NAZORG_WERKGEVER", "nazorg: vraag aan de werkgever"

    @classmethod
    def eenmalig(cls) -> list[str]:
        """Purposes that are over once they were answered."""
        return [cls.EVALUATIE_GEBRUIKER, cls.NAZORG_CLIENT, cls.NAZORG_WERKGEVER]


class VoorstelSoort(models.TextChoices):
    VERLENGEN = "VERLENGEN", "langer laten duren"
    STOPPEN = "STOPPEN", "vroeger stoppen"
    UREN = "UREN", "andere uren"
    STARTDATUM = "STARTDATUM", "andere startdatum"
    EINDDATUM = "EINDDATUM", "andere einddatum"
    AANWEZIGHEID = "AANWEZIGHEID", "aanwezigheid van een maand"
    PLAATS = "PLAATS", "plaats aanbieden"


class VoorstelStatus(models.TextChoices):
    OPEN = "OPEN", "wacht op antwoord"
    AANVAARD = "AANVAARD", "aanvaard"
    GEWEIGERD = "GEWEIGERD", "geweigerd"
    INGETROKKEN = "INGETROKKEN", "ingetrokken"


class Tekenwijze(models.TextChoices):
    """How somebody showed to have seen an evaluation."""

    TOESTEL = "TOESTEL", "op het scherm van de begeleider"
    LINK = "LINK", "met een link"
    PAPIER = "PAPIER", "op papier"
    ACCOUNT = "ACCOUNT", "aangemeld"
