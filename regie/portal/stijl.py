"""Example data of the style page: every component in every state, with people and figures that do not exist."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator

from regie.core.grafieken import (
    Bulletgrafiek,
    BulletRij,
    Cartogram,
    Fase,
    Groepgrafiek,
    Lijngrafiek,
    Punt,
    Reeks,
    Staaf,
    Staafgrafiek,
    Stapelgrafiek,
    Tijdbalk,
    Tijdlijnbalken,
    Trap,
    Trechter,
    Vonkje,
)
from regie.core.notatie import MAANDEN_KORT
from regie.core.templatetags.ui import STATUSSEN, iconen

VANDAAG = date(2026, 11, 23)
BRON = "eigen registratie, verzonnen cijfers"
INKOMENS = [("", "Maak een keuze"), ("LEEFLOON", "Leefloon"), ("EQUIVALENT", "Equivalent leefloon"), ("GEEN", "Geen")]
GEMEENTEN = (
    ("Beernem", 51.139, 3.339, 4.1),
    ("Blankenberge", 51.313, 3.132, 7.2),
    ("Brugge", 51.209, 3.224, 6.4),
    ("Damme", 51.252, 3.282, 3.6),
    ("Jabbeke", 51.183, 3.089, 3.9),
    ("Knokke-Heist", 51.341, 3.289, 6.1),
    ("Oostkamp", 51.155, 3.235, 3.7),
    ("Torhout", 51.066, 3.101, 4.8),
    ("Zedelgem", 51.142, 3.137, 3.8),
    ("Zuienkerke", 51.265, 3.155, None),
)
KLEUREN = (
    *("inkt", "inkt-2", "inkt-3", "wit", "vlak", "vlak-2", "rand", "rand-veld"),
    *("merk-900", "merk-700", "merk-600", "merk-100", "merk-50", "accent", "gevaar-700", "gevaar-100"),
    *("letop-700", "letop-100", "succes-700", "succes-100", "info-700", "info-100"),
)


class Voorbeeldformulier(forms.Form):
    voornaam = forms.CharField(label="Voornaam", max_length=80)
    familienaam = forms.CharField(label="Familienaam", max_length=80)
    insz = forms.CharField(
        label="INSZ (rijksregister- of BIS-nummer)", required=False, help_text="Laat leeg als je het niet kent."
    )
    geboortedatum = forms.DateField(label="Geboortedatum", help_text="Bijvoorbeeld 14/05/1991")
    gemeente = forms.ChoiceField(
        label="Gemeente",
        help_text="Typ de naam om te zoeken",
        choices=[("", "Kies een gemeente"), *((naam.upper(), naam) for naam, *_ in GEMEENTEN)],
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    inkomen = forms.ChoiceField(label="Inkomen bij aanmelding", choices=INKOMENS[1:], widget=forms.RadioSelect)
    talen = forms.MultipleChoiceField(
        label="Welke talen spreekt de cliënt?",
        required=False,
        choices=[("NL", "Nederlands"), ("FR", "Frans"), ("EN", "Engels"), ("AR", "Arabisch")],
        widget=forms.CheckboxSelectMultiple,
    )
    bron = forms.ChoiceField(label="Bron van de aanmelding", choices=INKOMENS)
    notitie = forms.CharField(label="Notitie", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    bestand = forms.FileField(label="Bestand", required=False, help_text="xlsx, ods of csv, ten hoogste 20 MB")
    akkoord = forms.BooleanField(label="De cliënt is geïnformeerd over de verwerking")

    def clean_insz(self) -> str:
        insz = str(self.cleaned_data["insz"])
        cijfers = [teken for teken in insz if teken.isdigit()]
        if insz and len(cijfers) != 11:
            raise forms.ValidationError(f"Dit zijn {len(cijfers)} cijfers, er moeten er 11 zijn.")
        return insz


class Voorbeeldfilter(forms.Form):
    q = forms.CharField(label="Naam of dossiernummer", required=False)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Alle"), ("LOPEND", "Lopend")])
    instrument = forms.ChoiceField(label="Instrument", required=False, choices=[("", "Alle"), ("ART60", "Art. 60")])


def formulieren() -> dict[str, forms.Form]:
    ingevuld = {
        "voornaam": "Selin",
        "familienaam": "Aydın",
        "geboortedatum": date(1991, 5, 14),
        "gemeente": "BRUGGE",
        "inkomen": "LEEFLOON",
        "talen": ["NL", "FR"],
    }
    uit = Voorbeeldformulier(prefix="uit", initial=ingevuld)
    for veld in uit.fields.values():
        veld.disabled = True
    fout_invoer = {"fout-voornaam": "Selin", "fout-insz": "8507300332", "fout-geboortedatum": "31/09/1991"}
    return {
        "formulier": Voorbeeldformulier(initial=ingevuld),
        "formulier_fout": Voorbeeldformulier(fout_invoer, prefix="fout"),
        "formulier_uit": uit,
        "filter": Voorbeeldfilter(prefix="filter"),
    }


def grafieken() -> dict[str, Any]:
    maanden = [MAANDEN_KORT[(10 + i) % 12] for i in range(13)]
    instroom = [31, 22, 40, 44, 61, 58, 49, 52, 38, 35, 47, 55, 58]
    return {
        "lijn": Lijngrafiek(
            "De instroom steeg in een jaar van 31 naar 58, de doorstroom van 9 naar 21",
            "Lijngrafiek per maand, november 2025 tot november 2026",
            maanden,
            [
                Reeks("Instroom", instroom),
                Reeks("Doorstroom", [9, 8, 11, 10, 14, 16, 15, 17, 12, None, 16, 18, 21]),
                Reeks("Stopzetting", [5, 6, None, 7, 6, 5, 8, 7, 6, None, 5, 6, 5]),
            ],
            doel=55,
            bron=BRON,
            leeg="niet getoond",
        ),
        "staaf": Staafgrafiek(
            "Mobiliteit is met 118 dossiers de grootste drempel",
            "Liggende staven, zes drempels",
            [
                Staaf("Mobiliteit en rijbewijs", 118),
                Staaf("Taal (Nederlands)", 96),
                Staaf("Kinderopvang", 61),
                Staaf("Digitale vaardigheden", 44),
                Staaf("Schulden", 38),
                Staaf("Huisvesting", None),
            ],
            x_titel="Drempel",
            y_titel="Dossiers",
            bron=BRON,
            leeg="niet getoond",
        ),
        "kolom": Staafgrafiek(
            "In maart en april startten de meeste trajecten",
            "Staande staven per maand",
            [Staaf(m, w) for m, w in zip(maanden[1:], instroom[1:], strict=True)],
            liggend=False,
            doel=50,
            x_titel="Maand",
            y_titel="Gestart",
            bron=BRON,
        ),
        "stapel": Stapelgrafiek(
            "Bij art. 60 stroomt ruim een derde door naar werk",
            "Gestapelde staven per instrument",
            ["Art. 60", "TWE", "Wijk-werken", "LDE"],
            [
                Reeks("Werk", [38, 24, 9, None]),
                Reeks("Opleiding", [12, 18, 6, None]),
                Reeks("Ander traject", [21, 11, 14, 5]),
                Reeks("Stopgezet", [30, 8, 7, 6]),
            ],
            x_titel="Instrument",
            bron=BRON,
        ),
        "trechter": Trechter(
            "Van 412 aanmeldingen staan er 129 op een werkplek",
            "Trechter met zeven stappen en de mediaan in dagen",
            [
                Fase("Aangemeld", 412, 9),
                Fase("Intake", 371, 14),
                Fase("Screening", 318, 21),
                Fase("Actieplan", 244, 30),
                Fase("Wacht op start", 171, 26),
                Fase("Lopend", 129, 210),
                Fase("Nazorg", 48),
            ],
            bron=BRON,
        ),
        "bullet": Bulletgrafiek(
            "OCMW Torhout gebruikt 19 van 20 plaatsen",
            "Gebruikte plaatsen per OCMW met het doel als streep",
            [BulletRij("Brugge", 14, 16, 15), BulletRij("Torhout", 19, 20, 18), BulletRij("Oostkamp", 1, 2, 2)],
            x_titel="OCMW",
            bron=BRON,
        ),
        "groep": Groepgrafiek(
            "Aan drempels werken kost het meest",
            "Gepland en besteed bedrag per prioriteit",
            ["WSE-LR1", "WSE-LR2"],
            [Reeks("Gepland", [8200, 21400]), Reeks("Besteed", [6100, 22950])],
            eenheid="euro",
            x_titel="Prioriteit",
            bron=BRON,
        ),
        "tijdlijnbalken": Tijdlijnbalken(
            "Vier acties van dit jaar",
            "Tijdlijn met per actie een balk en de voortgang in woorden",
            [
                Tijdbalk("Rijbewijsproject", date(2026, 2, 1), date(2026, 12, 15), 1),
                Tijdbalk("Lerend netwerk", date(2025, 9, 1), date(2026, 6, 30), 3),
                Tijdbalk("Circulaire hub", date(2026, 5, 1), None, 2),
                Tijdbalk("Werkgeversactie", None, None, 0),
            ],
            ("te starten", "lopend", "gepauzeerd", "klaar", "gestopt"),
            date(2026, 1, 1),
            date(2026, 12, 31),
            VANDAAG,
            bron=BRON,
        ),
        "cartogram": Cartogram(
            "De werkloosheid is het hoogst aan de kust",
            "Tegelkaart van de gemeenten in Regio Brugge",
            [Punt(naam, lengte, breedte, waarde) for naam, breedte, lengte, waarde in GEMEENTEN],
            eenheid="%",
            decimalen=1,
            y_titel="Werkloosheidsgraad",
            bron=BRON,
        ),
        "vonkje": Vonkje("Instroom in 13 maanden, van 31 naar 58", instroom, maanden),
        "trap": Trap(
            "Ernst: zwaar sinds 01/03/2026, matig sinds 01/06/2026, licht sinds 01/10/2026",
            [(date(2026, 3, 1), 3), (date(2026, 6, 1), 2), (date(2026, 10, 1), 1)],
            date(2026, 11, 12),
            ("geen", "licht", "matig", "zwaar"),
        ),
    }


def lijsten() -> dict[str, Any]:
    tijd = datetime(2026, 11, 12, 10, 15, tzinfo=ZoneInfo("Europe/Brussels"))
    return {
        "tijdlijn": [
            {"moment": tijd, "titel": "Contact: huisbezoek", "wie": "Lien Vermeulen (OCMW Brugge)",
             "tekst": "Kinderopvang op woensdag is rond vanaf 1 december."},
            {"moment": date(2026, 10, 20), "titel": "Start art. 60 bij Stad Brugge, groendienst", "mijlpaal": True,
             "tekst": "38/38 uur · einde voorzien op 26/02/2027"},
            {"moment": date(2026, 10, 14), "titel": "Terbeschikkingstelling getekend", "wie": "drie partijen",
             "url": "#tijdlijn", "url_tekst": "Document openen"},
            {"moment": date(2026, 9, 2), "titel": "GPMI ondertekend", "mijlpaal": True},
        ],
        "termijnen": [
            {"titel": "Evaluatie maand 1", "datum": VANDAAG - timedelta(days=3), "url": "#termijnlijst"},
            {"titel": "GPMI tekenen", "datum": VANDAAG + timedelta(days=1), "toelichting": "met de cliënt erbij"},
            {"titel": "TWE-registratie in Mijn Loopbaan", "datum": VANDAAG + timedelta(days=7)},
            {"titel": "GPMI-evaluatie", "datum": VANDAAG + timedelta(days=38)},
            {"titel": "Intake", "datum": VANDAAG - timedelta(days=60), "klaar": True},
        ],
        "documenten": [
            {"naam": "Terbeschikkingstelling", "toestand": "getekend", "op": date(2026, 10, 14),
             "toelichting": "door cliënt, OCMW en gebruiker"},
            {"naam": "GPMI", "toestand": "ontvangen", "op": date(2026, 9, 2)},
            {"naam": "Toestemming VDAB", "toestand": "verlopen", "op": date(2026, 9, 1), "url": "#documentchecklist",
             "actie": "Vernieuwen"},
            {"naam": "Arbeidscontract", "toestand": "ontbreekt", "url": "#documentchecklist", "actie": "Toevoegen"},
        ],
        "rijen": [
            {"naam": "Aydın, Selin", "instrument": "art. 60 · Stad Brugge", "status": "LOPEND", "label": "Lopend",
             "stap": "Evaluatie 1", "datum": VANDAAG - timedelta(days=3), "einde": date(2027, 2, 26), "gekozen": True},
            {"naam": "Đorđević, Milan", "instrument": "TWE", "status": "WACHT_OP_START", "label": "Wacht op start",
             "stap": "GPMI tekenen", "datum": VANDAAG + timedelta(days=1), "einde": None, "gekozen": True},
            {"naam": "Maes, Kevin", "instrument": "wijk-werken", "status": "ONDERBROKEN", "label": "Onderbroken",
             "stap": "Contact opnemen", "datum": VANDAAG, "einde": date(2027, 6, 30)},
            {"naam": "Van den Berghe, Els", "instrument": "nazorg", "status": "NAZORG", "label": "Nazorg",
             "stap": "Nazorgmeting 3 maanden", "datum": VANDAAG + timedelta(days=15), "einde": None},
        ],
    }  # fmt: skip


def tegels() -> list[dict[str, Any]]:
    return [
        {"label": "In begeleiding", "waarde": "412", "noot": "18 meer dan vorige maand", "url": "#tegel"},
        {"label": "Instroom oktober", "waarde": "58", "noot": "49 vorig jaar", "url": "#tegel"},
        {"label": "Doorstroom", "waarde": "21", "noot": "36,2 % van de uitstroom (58)", "url": "#tegel"},
        {"label": "Duurzaam na 6 maanden", "waarde": "71,4 %", "noot": "doel 70 % · n = 49", "url": "#tegel"},
        {"label": "Quotum art. 60 VST", "waarde": "34", "eenheid": "van 40", "noot": "2 OCMW's boven 90 %",
         "url": "#tegel", "soort": "letop"},
        {"label": "Wijk-werken", "waarde": None, "reden": "Minder dan 5 personen: niet getoond", "url": "#tegel"},
    ]  # fmt: skip


def voorbeelden() -> dict[str, Any]:
    """Everything templates/portal/stijl.html shows."""
    fasen = ["Aangemeld", "Intake", "Screening", "Actieplan", "Wacht op start", "Lopend", "Nazorg", "Afgesloten"]
    strook = [{"label": f, "toestand": "klaar" if i < 5 else "huidig" if i == 5 else ""} for i, f in enumerate(fasen)]
    return {
        "vandaag": VANDAAG,
        "iconen": sorted(iconen()),
        "statussen": [(code, code.replace("_", " ").capitalize()) for code in STATUSSEN],
        "kleuren": KLEUREN,
        "tegels": tegels(),
        "tabs": [
            {"label": "Mijn cliënten", "url": "#tabs", "actief": True, "aantal": 42},
            {"label": "Team OCMW Brugge", "url": "#tabs", "aantal": 184},
            {"label": "Aandacht nodig", "url": "#tabs", "aantal": 5},
            {"label": "Nazorg", "url": "#tabs", "aantal": 0},
            {"label": "Afgesloten", "url": "#tabs"},
        ],
        "chips": [{"label": "Status: lopend", "veld": "status", "waarde": "LOPEND"}],
        "pagina": Paginator(range(1184), 50).page(7),
        "acties": [
            {"label": "Taak toevoegen", "url": "#bulkbalk"},
            {"label": "Overdragen", "url": "#bulkbalk", "reden": "alleen een teamverantwoordelijke draagt over."},
        ],
        "stappen": ["Bestand kiezen", "Kolommen koppelen", "Nakijken", "Bevestigen", "Resultaat"],
        "fasen": strook,
        "fasen_onderbroken": [{**f, "toestand": "afwijkend"} if f["toestand"] == "huidig" else f for f in strook],
        "identiteit": [
            ("Dossier", "BR-2026-0412"),
            ("Geboren", "14/05/1991 (35 j)"),
            ("INSZ", "91.05.14-***.**"),
            ("Begeleider", "Lien Vermeulen"),
            ("Instrument", "Art. 60 § 7, Stad Brugge"),
        ],
        "identiteit_acties": [("Dossier overdragen", "#identiteitsbalk"), ("Traject afsluiten", "#identiteitsbalk")],
        "hoofdactie": ("Contact noteren", "#identiteitsbalk"),
        "gevolgen": ["Het dossier gaat naar OCMW Damme.", "Jij ziet het daarna niet meer."],
        "redenen": ["De terbeschikkingstelling is nog niet getekend.", "Er is nog geen contract."],
        "vergelijking_kop": ["OCMW", "In begeleiding", "Doorstroom", "Quotum VST"],
        "vergelijking": [
            ["Brugge", "184", "38,1 %", "14 van 16"],
            ["Torhout", "61", "31,0 %", "19 van 20"],
            ["Damme", "< 5", "–", "0 van 1"],
        ],
        **formulieren(),
        **lijsten(),
        "grafieken": (figuren := grafieken()),
        "vonkje_svg": figuren["vonkje"].svg(),
        "trap_svg": figuren["trap"].svg(),
    }
