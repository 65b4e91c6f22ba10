"""The fields of a list of clients and the names OCMW's give their columns."""

from regie.core.inlezen.kolommen import Veld, Velden

VELDEN: tuple[Veld, ...] = (
    Veld(
        "familienaam",
        "Familienaam",
        "Verplicht.",
        ("achternaam", "naam cliënt", "naam", "fam. naam", "family name", "nom"),
        "Peeters",
    ),
    Veld("voornaam", "Voornaam", "Verplicht.", ("voornaam cliënt", "roepnaam", "vnaam", "prénom"), "Els"),
    Veld(
        "volledige_naam",
        "Familienaam en voornaam in één kolom",
        "Alleen als je geen aparte kolommen hebt. Schrijf 'Peeters, Els' of 'Peeters Els'.",
        (
            "naam en voornaam",
            "naam, voornaam",
            "naam + voornaam",
            "cliënt",
            "naam/voornaam",
            "volledige naam",
            "persoon",
        ),
        "Peeters, Els",
    ),
    Veld(
        "insz",
        "INSZ (rijksregisternummer)",
        "11 cijfers, met of zonder punten. Niet verplicht.",
        (
            "rijksregisternr",
            "rijksregisternummer",
            "rijksregister",
            "rrn",
            "rr nr",
            "rr",
            "nationaal nummer",
            "niss",
            "ssn",
            "inss",
            "bis nummer",
            "rijksregister nr",
            "insz nummer",
            "insz nr",
        ),
        "85073003328",
    ),
    Veld(
        "geboortedatum",
        "Geboortedatum",
        "Dag/maand/jaar, bijvoorbeeld 14/05/1991.",
        ("geb datum", "geboren", "geboren op", "geb", "gebdat", "geboorte", "datum geboorte", "date de naissance"),
        "30/07/1985",
    ),
    Veld("geslacht", "Geslacht", "V, M of X.", ("m/v", "v/m", "m/v/x", "v/m/x", "gender", "sexe", "sekse"), "V"),
    Veld(
        "gemeente",
        "Gemeente",
        "Naam van de gemeente of deelgemeente.",
        ("woonplaats", "gem", "stad", "plaats", "woonplaats cliënt", "deelgemeente", "stad/gemeente"),
        "Brugge",
    ),
    Veld("postcode", "Postcode", "4 cijfers.", ("postnr", "postnummer", "pc", "post code", "zip"), "8000"),
    Veld(
        "inkomensstatuut",
        "Inkomen bij aanmelding",
        "Leefloon, equivalent leefloon, werkloosheid of geen.",
        ("statuut", "inkomen", "inkomensstatuut", "uitkering", "soort inkomen", "type inkomen", "statuut cliënt"),
        "leefloon",
    ),
    Veld(
        "begeleider",
        "Begeleider",
        "Naam van een begeleider van jouw OCMW.",
        (
            "trajectbegeleider",
            "tb",
            "consulent",
            "arbeidstrajectbegeleider",
            "atb",
            "begeleid door",
            "dossierbeheerder",
            "maatschappelijk werker",
            "mw",
            "verantwoordelijke",
        ),
    ),
    Veld(
        "start",
        "Start van de tewerkstelling",
        "Met een startdatum maken we meteen een lopend traject aan.",
        (
            "start art 60",
            "start artikel 60",
            "start art60",
            "startdatum",
            "start",
            "begindatum",
            "begin",
            "datum in dienst",
            "in dienst",
            "in dienst op",
            "indiensttreding",
            "start twe",
            "start tewerkstelling",
            "start contract",
            "begin contract",
            "vanaf",
        ),
        "01/10/2026",
    ),
    Veld(
        "einde",
        "Voorziene einddatum",
        "Gaat voor op de duur.",
        (
            "einddatum",
            "eind",
            "eindigt op",
            "einde contract",
            "einde art 60",
            "einde art60",
            "uit dienst",
            "tot",
            "einde twe",
        ),
    ),
    Veld(
        "duur",
        "Duur in maanden",
        "We rekenen er de einddatum mee uit.",
        (
            "duur (mnd)",
            "duur mnd",
            "duur (maanden)",
            "aantal maanden",
            "maanden",
            "looptijd",
            "duurtijd",
            "duur contract",
        ),
        "12",
    ),
    Veld(
        "breuk",
        "Tewerkstellingsbreuk",
        "1, 0,5, 19/38 of 50 %.",
        (
            "tewerkstellingsbreuk",
            "arbeidsregime",
            "regime",
            "uurrooster",
            "% tewerkstelling",
            "vte",
            "fte",
            "percentage",
        ),
        "19/38",
    ),
    Veld(
        "werkplaats",
        "Gebruiker (werkplaats)",
        "Naam van de organisatie waar iemand werkt.",
        (
            "gebruiker",
            "werkplek",
            "tewerkstellingsplaats",
            "plaats tewerkstelling",
            "werkgever",
            "werkvloer",
            "dienst",
        ),
    ),
    Veld(
        "functie", "Functie", "Bijvoorbeeld groenarbeider.", ("job", "functietitel", "taak", "beroep"), "groenarbeider"
    ),
    Veld(
        "instrument",
        "Instrument",
        "Art. 60, art. 60 VST of TWE. Leeg is art. 60.",
        ("maatregel", "type traject", "soort traject", "statuut tewerkstelling", "traject", "soort contract"),
        "art. 60",
    ),
    Veld(
        "aangemeld_op",
        "Aangemeld op",
        "Leeg is de startdatum, of vandaag.",
        ("aanmelding", "datum aanmelding", "aanmeldingsdatum", "aanmelddatum", "instroom", "datum instroom"),
    ),
    Veld(
        "bron",
        "Bron van aanmelding",
        "Leeg is maatschappelijk werker.",
        ("bron aanmelding", "aangemeld door", "verwijzer", "doorverwezen door", "herkomst aanmelding"),
    ),
    Veld(
        "telefoon",
        "Telefoon",
        "Belgisch nummer of met landcode.",
        ("tel", "gsm", "telefoonnummer", "tel nr", "gsm nr", "mobiel"),
    ),
    Veld("email", "E-mailadres", "", ("e-mail", "mail", "mailadres", "emailadres")),
    Veld("taal", "Taal", "", ("moedertaal", "spreektaal", "thuistaal", "contacttaal")),
    Veld("tolk_nodig", "Tolk nodig", "Ja of nee.", ("tolk",)),
    Veld(
        "diploma",
        "Diploma",
        "Laag, midden of hoog, of het diploma.",
        ("scholing", "scholingsgraad", "opleidingsniveau", "studieniveau"),
    ),
    Veld(
        "dossiernummer",
        "Dossiernummer van Regiekompas",
        "Om bestaande dossiers terug te vinden.",
        ("dossiernr", "dossier nr", "dossier"),
    ),
    Veld(
        "opmerking",
        "Opmerking",
        "",
        ("opmerkingen", "opm", "nota", "notities", "commentaar", "bemerking", "bemerkingen", "info", "extra"),
    ),
)
VELD = {veld.naam: veld for veld in VELDEN}
GEVOELIG = frozenset({"insz"})


def _een_naamkolom(koppeling: dict[int, str]) -> dict[int, str]:
    """A column 'Naam' without 'Voornaam' holds both names; a full-name column beside both says nothing new."""
    velden = set(koppeling.values())
    if "familienaam" in velden and "voornaam" not in velden and "volledige_naam" not in velden:
        return {i: "volledige_naam" if veld == "familienaam" else veld for i, veld in koppeling.items()}
    if {"familienaam", "voornaam"} <= velden:
        return {i: veld for i, veld in koppeling.items() if veld != "volledige_naam"}
    return koppeling


CLIENTVELDEN = Velden(
    VELDEN,
    naamvelden=frozenset({"familienaam", "voornaam", "volledige_naam"}),
    kop_voorbeeld="'Naam', 'Voornaam' en 'Geboortedatum'",
    nakijken=_een_naamkolom,
)


def ontbrekend(koppeling: dict[int, str]) -> str | None:
    """Why these columns are not enough to make a client, in a sentence; None when they are."""
    velden = set(koppeling.values())
    if "volledige_naam" in velden or {"familienaam", "voornaam"} <= velden:
        return None
    if velden & {"familienaam", "voornaam"}:
        ander = "Voornaam" if "familienaam" in velden else "Familienaam"
        return (
            f"Koppel ook een kolom aan '{ander}'. Staan beide namen in één kolom? Kies dan 'Familienaam en voornaam'."
        )
    return "Koppel de kolommen met de familienaam en de voornaam. Zonder naam kunnen we geen cliënt maken."
