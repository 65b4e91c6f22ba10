"""The partners of the demo: hosts of art. 60 workers and other organisations. Private ones are made up."""

from dataclasses import dataclass

from regie.core.models.organisatie import Gebruikerscategorie as Cat
from regie.core.models.organisatie import OrganisatieType as Type


@dataclass(frozen=True, slots=True)
class Partnerplan:
    """`functies` are what people do there; without a category it is no host."""

    naam: str
    slug: str
    type: Type
    nis: str
    categorie: str = ""
    functies: tuple[str, ...] = ()


BRUGGE = (
    Partnerplan(
        "Groendienst Stad Brugge", "groendienst", Type.WERKGEVER_PUBLIEK, "31005", Cat.PUBLIEK, ("groenarbeider",)
    ),
    Partnerplan(
        "Technische dienst",
        "technische-dienst",
        Type.WERKGEVER_PUBLIEK,
        "31005",
        Cat.PUBLIEK,
        ("technisch medewerker", "schilder"),
    ),
    Partnerplan(
        "Sociaal restaurant",
        "sociaal-restaurant",
        Type.ANDER,
        "31005",
        Cat.EIGEN_DIENST,
        ("keukenhulp", "zaalmedewerker"),
    ),
    Partnerplan("WZC Sint-Clara", "wzc-sint-clara", Type.VZW, "31005", Cat.VZW, ("logistiek assistent", "keukenhulp")),
    Partnerplan(
        "De Kringwinkel",
        "kringwinkel",
        Type.MAATWERKBEDRIJF,
        "31005",
        Cat.SE_VST,
        ("winkelmedewerker", "sorteerder", "chauffeur-belader"),
    ),
    Partnerplan("Thuishulp vzw", "thuishulp", Type.VZW, "31005", Cat.VZW, ("poetshulp", "klusjesdienst")),
    Partnerplan(
        "Bakkerij Dhaene bvba", "bakkerij-dhaene", Type.WERKGEVER_PRIVAAT, "31033", Cat.PRIVAAT, ("bakkershulp",)
    ),
    Partnerplan(
        "Stad Blankenberge, netheidsdienst",
        "blankenberge-netheid",
        Type.WERKGEVER_PUBLIEK,
        "31004",
        Cat.PUBLIEK,
        ("medewerker netheid", "strandmedewerker"),
    ),
    Partnerplan(
        "Gemeente Knokke-Heist, groendienst",
        "knokke-heist-groen",
        Type.WERKGEVER_PUBLIEK,
        "31043",
        Cat.PUBLIEK,
        ("groenarbeider",),
    ),
    Partnerplan(
        "Gemeente Oostkamp, buitendienst",
        "oostkamp-buitendienst",
        Type.WERKGEVER_PUBLIEK,
        "31022",
        Cat.PUBLIEK,
        ("wegenwerker", "groenarbeider"),
    ),
    Partnerplan(
        "Stad Torhout, gebouwen",
        "torhout-gebouwen",
        Type.WERKGEVER_PUBLIEK,
        "31033",
        Cat.PUBLIEK,
        ("schoonmaker", "conciërge"),
    ),
    Partnerplan(
        "Maatwerk De Windroos vzw",
        "windroos",
        Type.MAATWERKBEDRIJF,
        "31033",
        Cat.SE_VST,
        ("productiemedewerker", "inpakker"),
    ),
    Partnerplan(
        "Fietspunt Noorderwind vzw", "noorderwind", Type.MAATWERKBEDRIJF, "31005", Cat.SE_VST, ("fietshersteller",)
    ),
    Partnerplan("Circulaire hub De Lus", "de-lus", Type.CIRCULAIRE_HUB, "31040", Cat.SE_VST, ("demontagemedewerker",)),
    Partnerplan(
        "Buurtdienst Veld en Wiek vzw",
        "veld-en-wiek",
        Type.LDE_ONDERNEMING,
        "31003",
        Cat.SE_ZONDER_VST,
        ("buurtmedewerker", "boodschappendienst"),
    ),
    Partnerplan(
        "Kinderopvang De Zeepaardjes",
        "zeepaardjes",
        Type.KINDEROPVANG,
        "31004",
        Cat.VZW,
        ("logistiek medewerker opvang",),
    ),
    Partnerplan(
        "Streekziekenhuis Zilverduin",
        "zilverduin",
        Type.WERKGEVER_PUBLIEK,
        "31043",
        Cat.PUBLIEK,
        ("logistiek assistent", "linnenmedewerker"),
    ),
    Partnerplan(
        "Polderhaven Logistics nv",
        "polderhaven",
        Type.WERKGEVER_PRIVAAT,
        "31005",
        Cat.PRIVAAT,
        ("magazijnmedewerker",),
    ),
    Partnerplan(
        "Hotel De Witte Zwaan bv", "witte-zwaan", Type.WERKGEVER_PRIVAAT, "31005", Cat.PRIVAAT, ("kamerhulp",)
    ),
    Partnerplan("VDAB Brugge", "vdab-brugge", Type.VDAB, "31005"),
    Partnerplan("GTB regio Brugge", "gtb-brugge", Type.GTB, "31005"),
    Partnerplan("Opleidingshuis De Horizon vzw", "de-horizon", Type.OPLEIDINGSVERSTREKKER, "31005"),
    Partnerplan("Welzijnshuis De Kaai", "de-kaai", Type.WELZIJN, "31005"),
    Partnerplan("Uitzendkantoor Vlot Werk nv", "vlot-werk", Type.INTERIM, "31005"),
    Partnerplan("Ondernemers Noordzee vzw", "ondernemers-noordzee", Type.WERKGEVERSORGANISATIE, "31043"),
)
MIDWEST = (
    Partnerplan(
        "Stad Roeselare, groendienst",
        "roeselare-groen",
        Type.WERKGEVER_PUBLIEK,
        "36015",
        Cat.PUBLIEK,
        ("groenarbeider",),
    ),
    Partnerplan(
        "Stad Izegem, technische dienst",
        "izegem-technisch",
        Type.WERKGEVER_PUBLIEK,
        "36008",
        Cat.PUBLIEK,
        ("technisch medewerker",),
    ),
    Partnerplan("WZC De Vlasbloem", "vlasbloem", Type.VZW, "37022", Cat.VZW, ("keukenhulp", "logistiek assistent")),
    Partnerplan(
        "Maatwerk De Linde vzw", "de-linde", Type.MAATWERKBEDRIJF, "36015", Cat.SE_VST, ("productiemedewerker",)
    ),
    Partnerplan(
        "Kringwinkel Mandel vzw",
        "mandel",
        Type.MAATWERKBEDRIJF,
        "36008",
        Cat.SE_VST,
        ("winkelmedewerker", "sorteerder"),
    ),
    Partnerplan("Diepvries Verhaeghe nv", "verhaeghe", Type.WERKGEVER_PRIVAAT, "36015", Cat.PRIVAAT, ("inpakker",)),
    Partnerplan("VDAB Roeselare", "vdab-roeselare", Type.VDAB, "36015"),
    Partnerplan("Opleidingshuis De Weverij vzw", "de-weverij", Type.OPLEIDINGSVERSTREKKER, "37022"),
)
PARTNERS = {"brugge": BRUGGE, "midwest": MIDWEST}
