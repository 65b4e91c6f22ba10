"""The fields of a list of employers and the names organisations give their columns."""

from regie.core.inlezen.kolommen import Koppeling, Veld, Velden

VELDEN: tuple[Veld, ...] = (
    Veld(
        "kbo",
        "Ondernemingsnummer (KBO)",
        "10 cijfers, met of zonder punten en BE. Niet verplicht, maar het zekerste om een werkgever te herkennen.",
        (
            "ondernemingsnr",
            "ondernemingsnummer",
            "kbo",
            "kbo nr",
            "kbo nummer",
            "btw",
            "btw nr",
            "btw nummer",
            "vat",
            "ondernemingsnr kbo",
        ),
        "0428.759.497",
    ),
    Veld(
        "naam",
        "Naam",
        "Verplicht als er geen KBO-nummer is.",
        (
            "naam werkgever",
            "werkgever",
            "bedrijf",
            "bedrijfsnaam",
            "naam bedrijf",
            "onderneming",
            "organisatie",
            "firma",
            "klant",
            "maatschappelijke naam",
            "company",
            "nom",
        ),
        "Bakkerij Vermeulen bv",
    ),
    Veld(
        "gemeente",
        "Gemeente",
        "Naam van de gemeente of deelgemeente, met of zonder postcode.",
        ("stad", "plaats", "vestigingsplaats", "woonplaats", "locatie", "stad/gemeente", "deelgemeente", "gem"),
        "Brugge",
    ),
    Veld(
        "nace",
        "NACE-BEL-code",
        "2 tot 5 cijfers, met of zonder punten.",
        ("nace", "nace code", "nacebel", "nace-bel", "nacebel code", "sectorcode", "activiteit", "activiteitencode"),
        "10.710",
    ),
    Veld(
        "werknemers",
        "Aantal werknemers",
        "Een aantal of een klasse, zoals 55 of 50-99.",
        ("aantal werknemers", "personeel", "aantal personeelsleden", "grootte", "grootteklasse", "vte", "medewerkers"),
        "55",
    ),
    Veld(
        "contact",
        "Contactpersoon",
        "Voornaam en naam.",
        ("contactpersoon", "contact", "naam contact", "naam contactpersoon", "aanspreekpunt", "wie"),
        "Nele Claeys",
    ),
    Veld("functie", "Functie van de contactpersoon", "", ("functie", "functie contact", "rol"), "zaakvoerder"),
    Veld(
        "telefoon",
        "Telefoon",
        "Van de contactpersoon, of van de werkgever als er niemand bij staat.",
        ("tel", "gsm", "telefoonnummer", "tel nr", "gsm nr", "mobiel", "telefoon contact"),
        "050 12 34 56",
    ),
    Veld("email", "E-mailadres", "", ("e-mail", "mail", "mailadres", "emailadres"), "info@bakkerij.example"),
    Veld("website", "Website", "", ("site", "url", "www", "webadres"), "https://www.bakkerij.example"),
    Veld(
        "laatste_contact",
        "Laatste contact",
        "Dag/maand/jaar. Alleen een volledige datum wordt een contact op de kaart.",
        ("datum contact", "datum laatste contact", "laatst gecontacteerd", "contactdatum", "gecontacteerd op"),
        "15/10/2026",
    ),
    Veld(
        "door",
        "Contact door",
        "De organisatie die contact had, zoals ze in deze regio heet.",
        ("door", "contact door", "gecontacteerd door", "door wie", "organisatie contact", "partner", "account"),
        "VDAB Brugge",
    ),
    Veld(
        "opmerking",
        "Opmerking",
        "Komt niet op de gedeelde kaart: je vindt ze terug in het resultaat.",
        ("opmerkingen", "opm", "nota", "notities", "commentaar", "info"),
    ),
)
VELD = {veld.naam: veld for veld in VELDEN}
WERKGEVERVELDEN = Velden(
    VELDEN,
    naamvelden=frozenset({"naam", "kbo"}),
    kop_voorbeeld="'Ondernemingsnummer', 'Naam' en 'Gemeente'",
)


def ontbrekend(koppeling: Koppeling) -> str | None:
    """Why these columns are not enough to know an employer, in a sentence; None when they are."""
    if "naam" in koppeling.values():
        return None
    return "Koppel de kolom met de naam van de werkgever. Zonder naam kunnen we geen kaart maken."
