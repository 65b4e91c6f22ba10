"""Every indicator, defined once (domein.md 4.6): the page "Hoe tellen we?" and the report are made from this.

Numbers that policy may change stand between braces; `selectors.begrippen(op)` fills them in for a day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

DOSSIERS = "Eigen registratie van de OCMW's in Regiekompas"
STATUSSEN = f"{DOSSIERS}: statuswijzigingen van trajecten"
STAPPEN = f"{DOSSIERS}: stappen en plaatsingen"
EVALUATIES = f"{DOSSIERS}: evaluaties"
NAZORG = f"{DOSSIERS}: nazorgmetingen"
AANBOD = f"{DOSSIERS}: plaatsen bij gebruikers"
CONTACTEN = "Gedeelde werkgeverskaarten in Regiekompas: contacten"
BEHOEFTEN = "Gedeelde werkgeverskaarten in Regiekompas: behoeften"
TEVREDENHEID = "Gedeelde werkgeverskaarten in Regiekompas: tevredenheid"
PROJECTEN = f"{DOSSIERS}: deelnames aan projecten"
QUOTA = "Toegekende quota, ingevuld door de regisseur"


class GoedIs(StrEnum):
    """Which direction is good by definition. Without one a change has no colour."""

    OMHOOG = "omhoog"
    OMLAAG = "omlaag"
    NEUTRAAL = "neutraal"


class Onderdrukking(StrEnum):
    """How small numbers are kept back."""

    AANTAL = "aantal"
    VERHOUDING = "verhouding"  # of people: also the rest is people
    AANDEEL = "aandeel"  # of documents, one person can have several
    GEMIDDELDE = "gemiddelde"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class Indicator:
    code: str
    naam: str
    definitie: str
    teller: str
    noemer: str
    bron: str
    goed_is: GoedIs
    soort: Onderdrukking
    uitleg: str = ""

    def ingevuld(self, drempels: Mapping[str, int]) -> "Indicator":
        """With the thresholds of a day in the text, and the sentence about suppression."""
        teksten = {veld: getattr(self, veld).format_map(drempels) for veld in ("definitie", "teller", "noemer")}
        return replace(self, **teksten, uitleg=UITLEG[self.soort].format_map(drempels))


# The dated parameters (regie.core.parameters) the texts below name between braces.
GEBRUIKTE_REGELS = (
    "kleine_cel",
    "onderdrukking_noemer",
    "evaluatie_marge",
    "geen_contact",
    "nazorg_marge",
    "contact_waarschuwing",
)

UITLEG = {
    Onderdrukking.AANTAL: "Aantallen van 1 tot {grootste_verborgen} tonen we als '< {kleine_cel}'; 0 tonen we als 0.",
    Onderdrukking.VERHOUDING: "Niet getoond als de teller of de rest 1 tot {grootste_verborgen} is, of als de noemer "
    "kleiner is dan {onderdrukking_noemer}.",
    Onderdrukking.AANDEEL: "Niet getoond als de teller 1 tot {grootste_verborgen} is, of als de noemer kleiner is dan "
    "{onderdrukking_noemer}.",
    Onderdrukking.GEMIDDELDE: "Niet getoond als het over minder dan {kleine_cel} personen gaat.",
    Onderdrukking.GEEN: "Dit gaat over werkgevers, plaatsen of documenten, niet over personen: we tonen het altijd.",
}

_IN_BEHANDELING = "intake, screening, actieplan, wacht op start, lopend, onderbroken of nazorg"


def _duurzaam(maanden: int) -> Indicator:
    return Indicator(
        f"duurzaam_{maanden}m",
        f"Duurzaam na {maanden} maanden",
        f"Het deel van de doorstroom dat {maanden} maanden later nog aan het werk is.",
        "Doorstroom met een nazorgmeting 'nog aan het werk', hoogstens {nazorg_marge} dagen voor of na het "
        "meetmoment.",
        "Doorstroom van de 12 jongste maanden waarvan het meetvenster helemaal voorbij is. Wie niet gemeten is, telt "
        "als niet aan het werk en staat apart.",
        NAZORG,
        GoedIs.OMHOOG,
        Onderdrukking.VERHOUDING,
    )


_LIJST = (
    Indicator(
        "in_behandeling",
        "In behandeling",
        f"Trajecten die op de peildatum in een van deze fasen zitten: {_IN_BEHANDELING}.",
        "Trajecten waarvan de laatste statuswijziging tot en met de peildatum naar zo'n fase ging.",
        "",
        STATUSSEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "instroom",
        "Instroom",
        "Trajecten waarvan het intakegesprek in de periode gevoerd is, ook na een heropening.",
        "Overgangen naar de fase intake in de periode.",
        "",
        STATUSSEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "start",
        "Gestart",
        "Trajecten waarvan het gekozen instrument in de periode gestart is.",
        "Overgangen van wacht op start naar lopend in de periode.",
        "",
        STATUSSEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "uitstroom",
        "Uitstroom",
        "Trajecten die in de periode het instrument verlaten hebben, naar nazorg of naar een afsluiting.",
        "Overgangen van lopend of onderbroken naar nazorg of afgesloten in de periode.",
        "",
        STATUSSEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "doorstroom",
        "Doorstroom",
        "Uitstroom naar werk in het normaal economisch circuit: een gewone job, werk met individueel maatwerk of een "
        "IBO. Artikel 61 en sociale economie tellen niet mee.",
        "Uitstroom met een uitstroomcode die als doorstroom telt.",
        "",
        STATUSSEN,
        GoedIs.OMHOOG,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "doorstroomratio",
        "Doorstroomratio",
        "Het deel van de uitstroom dat naar werk doorstroomt. Neutrale uitstroom (verhuis, pensioen, overlijden, "
        "detentie of einde verblijfsrecht) telt niet mee in de noemer.",
        "Doorstroom in de periode.",
        "Uitstroom in de periode zonder neutrale uitstroom.",
        STATUSSEN,
        GoedIs.OMHOOG,
        Onderdrukking.VERHOUDING,
    ),
    Indicator(
        "doorstroomratio_alle",
        "Doorstroomratio op alle uitstroom",
        "Dezelfde teller, met alle uitstroom als noemer. Zo is het cijfer vergelijkbaar met bronnen die neutrale "
        "uitstroom meetellen.",
        "Doorstroom in de periode.",
        "Alle uitstroom in de periode.",
        STATUSSEN,
        GoedIs.OMHOOG,
        Onderdrukking.VERHOUDING,
    ),
    Indicator(
        "stopzetting",
        "Stopzetting",
        "Trajecten die in de periode afgesloten zijn zonder nazorg, in welke fase ook.",
        "Overgangen naar afgesloten uit een andere fase dan nazorg.",
        "",
        STATUSSEN,
        GoedIs.OMLAAG,
        Onderdrukking.AANTAL,
    ),
    _duurzaam(3),
    _duurzaam(6),
    _duurzaam(12),
    Indicator(
        "plaatsen_bezet",
        "Plaatsen bezet",
        "Het deel van de beschikbare plaatsen bij gebruikers dat op de peildatum bezet is.",
        "Lopende plaatsingen op een beschikbare plaats.",
        "Plaatsen die gebruikers op de peildatum aanbieden.",
        AANBOD,
        GoedIs.OMHOOG,
        Onderdrukking.AANDEEL,
    ),
    Indicator(
        "plaatsen_aanbod",
        "Plaatsen bij gebruikers",
        "Plaatsen die gebruikers op de peildatum aanbieden.",
        "Zulke plaatsen.",
        "",
        AANBOD,
        GoedIs.OMHOOG,
        Onderdrukking.GEEN,
    ),
    Indicator(
        "quotum_vst",
        "Quotum art. 60 VST",
        "Hoeveel mensen dit kalenderjaar gestart zijn met art. 60 in de sociale economie met verhoogde staatstoelage, "
        "tegenover het toegekende aantal. Iemand die twee keer start, telt één keer.",
        "Trajecten met een stap art. 60 VST die in het kalenderjaar gestart is, tot en met de peildatum.",
        "Toegekende plaatsen voor het kalenderjaar.",
        f"{STAPPEN}; {QUOTA.lower()}",
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "quotum_toegekend",
        "Toegekend quotum",
        "Plaatsen art. 60 met verhoogde staatstoelage die voor het kalenderjaar toegekend zijn.",
        "Toegekende plaatsen.",
        "",
        QUOTA,
        GoedIs.NEUTRAAL,
        Onderdrukking.GEEN,
    ),
    Indicator(
        "quotum_benut",
        "Benut quotum",
        "Het deel van het toegekende quotum dat gebruikt is.",
        "Gestarte trajecten art. 60 VST in het kalenderjaar.",
        "Toegekende plaatsen voor het kalenderjaar.",
        f"{STAPPEN}; {QUOTA.lower()}",
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "art60_lopend",
        "Lopend art. 60",
        "Stappen art. 60 (met en zonder verhoogde staatstoelage) die op de peildatum lopen.",
        "Gestarte stappen die op de peildatum niet beëindigd zijn.",
        "",
        STAPPEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "vte",
        "Gemiddeld aantal VTE",
        "Hoeveel voltijdse plaatsen art. 60 gemiddeld ingevuld waren in de periode.",
        "De som van de dagen van elke plaatsing maal haar tewerkstellingsbreuk.",
        "Dagen van de periode, tot en met de peildatum.",
        STAPPEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.GEMIDDELDE,
    ),
    Indicator(
        "art60_einde_3m",
        "Eindigt binnen 3 maanden",
        "Lopende stappen art. 60 met een voorziene einddatum in de 3 maanden na de peildatum.",
        "Zulke stappen.",
        "",
        STAPPEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "art60_einde_6m",
        "Eindigt na 3 tot 6 maanden",
        "Lopende stappen art. 60 met een voorziene einddatum in de 3 maanden daarna.",
        "Zulke stappen.",
        "",
        STAPPEN,
        GoedIs.NEUTRAAL,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "evaluatie_op_tijd",
        "Evaluatie op tijd",
        "Het deel van de evaluaties dat gehouden is binnen {evaluatie_marge} dagen na de geplande dag.",
        "Evaluaties gehouden tot en met {evaluatie_marge} dagen na de geplande dag.",
        "Evaluaties waarvan die termijn in de periode afliep, zonder de tijdig geannuleerde.",
        EVALUATIES,
        GoedIs.OMHOOG,
        Onderdrukking.AANDEEL,
    ),
    Indicator(
        "rijbewijzen",
        "Rijbewijzen behaald",
        "Deelnemers aan een rijbewijsproject die in de periode hun rijbewijs behaalden, één keer per persoon.",
        "Deelnemers met hun eerste geslaagde praktijkexamen, of zonder examen met de status 'rijbewijs behaald'.",
        "",
        PROJECTEN,
        GoedIs.OMHOOG,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "evaluatie_te_laat",
        "Evaluatie te laat",
        "Dossiers met een evaluatie die nog niet gehouden is, meer dan {evaluatie_marge} dagen na de geplande dag.",
        "Zulke dossiers, vandaag.",
        "",
        f"{DOSSIERS}: termijnen",
        GoedIs.OMLAAG,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "twe_zonder_registratie",
        "TWE-registratie ontbreekt",
        "Lopende stappen TWE zonder registratie in MLP. Ze moet geldig zijn op de laatste dag van de maand.",
        "Zulke stappen, vandaag.",
        "",
        STAPPEN,
        GoedIs.OMLAAG,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "geen_contact",
        "Geen contact",
        "Trajecten in behandeling zonder contactmoment in de laatste {geen_contact} dagen.",
        "Zulke trajecten, vandaag.",
        "",
        f"{DOSSIERS}: contactmomenten",
        GoedIs.OMLAAG,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "werkgevers_bereikt",
        "Werkgevers bereikt",
        "Werkgevers met wie minstens één organisatie in de periode contact had. Een poging zonder antwoord telt niet.",
        "Zulke werkgevers; wie meer dan één keer contact had, telt één keer.",
        "",
        CONTACTEN,
        GoedIs.OMHOOG,
        Onderdrukking.GEEN,
    ),
    Indicator(
        "contacten_dubbel",
        "Dubbele contacten",
        "Contacten in de periode met een werkgever die een andere organisatie in de {contact_waarschuwing} dagen "
        "ervoor al contacteerde, of diezelfde dag. Dit cijfer moet dalen.",
        "Zulke contacten.",
        "Alle contacten met werkgevers in de periode.",
        CONTACTEN,
        GoedIs.OMLAAG,
        Onderdrukking.GEEN,
    ),
    Indicator(
        "plaatsen_gevraagd",
        "Plaatsen die werkgevers vragen",
        "Plaatsen in vacatures, stageplaatsen en werkplekleren die in de periode met de regio gedeeld zijn.",
        "Zulke plaatsen.",
        "",
        BEHOEFTEN,
        GoedIs.OMHOOG,
        Onderdrukking.GEEN,
    ),
    Indicator(
        "plaatsen_ingevuld",
        "Plaatsen ingevuld",
        "Hoeveel van de plaatsen die in de periode gevraagd zijn, vandaag ingevuld zijn.",
        "Ingevulde plaatsen.",
        "Plaatsen die in de periode gevraagd zijn.",
        BEHOEFTEN,
        GoedIs.OMHOOG,
        Onderdrukking.AANTAL,
    ),
    Indicator(
        "tijd_tot_ingevuld",
        "Tijd tot ingevuld",
        "Het middelste aantal dagen tussen delen en volledig invullen, van wat in de periode volledig ingevuld is.",
        "Dagen van delen tot de laatste plaats ingevuld is (mediaan).",
        "",
        BEHOEFTEN,
        GoedIs.OMLAAG,
        Onderdrukking.GEMIDDELDE,
    ),
    Indicator(
        "jobontwerp_aandeel",
        "Met Inclusief Job Design",
        "Het deel van de ingevulde plaatsen waarvoor taken anders verdeeld zijn: met een jobontwerp of jobcarving.",
        "Ingevulde plaatsen met een jobontwerp of met jobcarving.",
        "Plaatsen, gevraagd in de periode, die vandaag ingevuld zijn.",
        BEHOEFTEN,
        GoedIs.OMHOOG,
        Onderdrukking.AANDEEL,
    ),
    Indicator(
        "werkgevers_tevreden",
        "Tevredenheid van werkgevers",
        "Het gemiddelde van de scores van 1 tot 5 die werkgevers in de periode gaven.",
        "De som van de scores.",
        "Scores in de periode.",
        TEVREDENHEID,
        GoedIs.OMHOOG,
        Onderdrukking.GEMIDDELDE,
    ),
)

INDICATOREN: dict[str, Indicator] = {indicator.code: indicator for indicator in _LIJST}
