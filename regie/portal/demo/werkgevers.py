"""Employers of the demo: fictitious names in the sectors of the region, a card each, some of them partner."""

from collections.abc import Iterator
from datetime import date, timedelta

import pghistory

from partners.enums import NaceVersie, Taal, Tevredenheidsonderwerp, Werkgeversdrempel, WerkgeverStatus
from partners.models import Contactpersoon, Tevredenheid, Vestiging, Werkgever, WerkgeverDrempel
from regie.core.models import Organisatie
from regie.core.names import naam_sleutel
from regie.core.tenancy import gebied_context
from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.identiteit import Nummers, adres
from regie.portal.demo.namen import personeel
from regie.portal.demo.toeval import Toeval

# name | NACE-BEL 2025 | workers | paritair comité
KUST = """
Hotel Duinroos nv|55100|50-99|302
Strandhotel De Branding bv|55100|20-49|302
Brasserie Het Zilte Water bv|5611|10-19|302
Restaurant De Garnaalpan bv|5611|5-9|302
Grootkeuken Noordzee nv|56220|50-99|302
Bakkerij Vanhoutte bv|10712|5-9|118
Broodfabriek Polderkorst nv|10711|100-199|118
Visverwerking Blauwe Vinger nv|10200|100-199|118
Vleeswaren De Smet-Provoost nv|10130|50-99|118
Diepvriesgroenten Polderfris nv|1039|200-499|118
Chocolaterie Reieland bv|10820|10-19|118
Houtbouw Van Canneyt bv|16230|10-19|126
Metaalwerken Vandamme-Lust nv|25110|50-99|111
Machinebouw Noordpoort nv|28990|200-499|111
Drukkerij De Letterhaak bv|18120|10-19|130
Scheepsherstelling Oostdam nv|33150|50-99|111
Afvalbeheer Reinpunt cv|38110|100-199|121
Recyclage Krimpfolie West nv|38210|20-49|142.04
Bouwbedrijf Decloedt-Aers nv|4100|50-99|124
Wegenwerken Poldersteen nv|42110|100-199|124
Dakwerken Verstraete-Neyt bv|43410|5-9|124
Elektro Lambrecht bv|4321|10-19|149.01
Schilderwerken De Kwast bv|4334|5-9|124
Bouwmarkt De Spijker nv|4752|20-49|201
Supermarkt Versmarkt Noord nv|47110|50-99|202
Supermarkt De Korf Torhoutse Steenweg|47110|20-49|202.01
Tuincentrum Groenhove nv|4776|20-49|201
Groothandel Zilvermeeuw nv|4639|50-99|119
Transport Degraeve nv|49410|50-99|140.03
Havenlogistiek Achterdok nv|52100|200-499|301
Pakjesdienst Snelrit bv|53200|20-49|140.03
Autobusbedrijf Kustlijn nv|49310|100-199|140.01
Schoonmaak Helderwit nv|81210|200-499|121
Schoonmaak Vanneste bv|81210|20-49|121
Tuinaanleg Buxus en Beuk bv|81300|10-19|145.04
Groenaanneming De Zeis nv|81300|20-49|145.04
Bewaking Westwacht nv|80090|50-99|317
Callcenter Luisterlijn nv|82200|50-99|200
WZC Ter Linde vzw|8710|100-199|330
WZC De Vlierboom vzw|8710|100-199|330
Thuisverpleging Het Kruispunt cv|86940|50-99|330
Dienstencheques Net Thuis cv|81210|100-199|322.01
Kinderopvang Het Kwetternest vzw|8891|10-19|331
Scholengroep De Vuurtoren vzw|8531|200-499|152
Basisschool De Wimpel vzw|8520|20-49|152
Pretpark Duinenland nv|93210|100-199|333
Sportcentrum De Baan vzw|93110|10-19|329
Wasserij Witlinnen nv|96101|20-49|110
Kapsalon Knip en Krul bv|96210|1-4|314
Garage Boussemaere bv|9531|5-9|112
Tuinbouw Serrehof bv|01130|10-19|145
Jachthaven De Meerpaal cv|9329|5-9|302
"""
STREEK = """
Diepvriesgroenten Mandelveld nv|1039|500+|118
Vleesverwerking Deprez-Vandewalle nv|10130|100-199|118
Veevoeders Krekelmolen nv|10910|50-99|118
Meubelfabriek De Schaaf nv|3100|50-99|126
Textiel Vlasdraad nv|13960|50-99|120
Kunststoffen Formex nv|22260|100-199|116
Metaalconstructie Callewaert nv|25110|50-99|111
Transport Vanhee nv|49410|100-199|140.03
Magazijn De Kade nv|52100|50-99|140.03
Bouwwerken Nollet bv|4100|20-49|124
Supermarkt De Korf Roeselare|47110|20-49|202.01
Schoonmaak Propere Hand bv|81210|50-99|121
Tuinen Verhelst bv|81300|5-9|145.04
WZC Sint-Elooi vzw|8710|100-199|330
Kinderopvang De Pimpelmees vzw|8891|10-19|331
Brasserie De Noordmolen bv|5611|5-9|302
Hotel De Linnenhal bv|55100|10-19|302
Scholengroep Mandelland vzw|8531|200-499|152
Wasserij Blanche nv|96101|50-99|110
Garage Dewulf bv|9531|10-19|112
Groenten in de serre Lievens bv|01130|20-49|145
"""
LIJSTEN = {"brugge": KUST, "midwest": STREEK}
# slug of the partner: (NACE-BEL 2025, workers, paritair comité, status)
PARTNERS = {
    "bakkerij-dhaene": ("10712", "10-19", "118", WerkgeverStatus.PARTNER),
    "polderhaven": ("52100", "100-199", "140.03", WerkgeverStatus.PARTNER),
    "witte-zwaan": ("55100", "50-99", "302", WerkgeverStatus.AMBASSADEUR),
    "kringwinkel": ("4779", "100-199", "327.01", WerkgeverStatus.AMBASSADEUR),
    "groendienst": ("84130", "50-99", "", WerkgeverStatus.PARTNER),
    "zilverduin": ("8610", "500+", "330", WerkgeverStatus.PARTNER),
    "wzc-sint-clara": ("8710", "100-199", "330", WerkgeverStatus.PARTNER),
    "windroos": ("32990", "100-199", "327.01", WerkgeverStatus.PARTNER),
    "verhaeghe": ("1039", "200-499", "118", WerkgeverStatus.PARTNER),
    "vlasbloem": ("8710", "50-99", "330", WerkgeverStatus.PARTNER),
    "mandel": ("4779", "50-99", "327.01", WerkgeverStatus.AMBASSADEUR),
    "de-linde": ("32990", "100-199", "327.01", WerkgeverStatus.PARTNER),
}
STATUS = {
    WerkgeverStatus.PROSPECT: 46,
    WerkgeverStatus.CONTACT: 42,
    WerkgeverStatus.PARTNER: 9,
    WerkgeverStatus.AMBASSADEUR: 3,
}
STRATEN = ("Kerkstraat", "Stationsstraat", "Nijverheidslaan", "Markt", "Havenweg")
FUNCTIES = ("zaakvoerder", "personeelsdienst", "ploegbaas", "verantwoordelijke keuken", "bedrijfsleider", "planner")
DREMPELS = {
    Werkgeversdrempel.TAAL: (
        "Veiligheidsinstructies staan alleen in het Nederlands.",
        "Klanten verwachten vlot Nederlands.",
    ),
    Werkgeversdrempel.DIPLOMA: ("Vraagt een attest hygiëne voor de start.", "Vraagt altijd een jaar ervaring."),
    Werkgeversdrempel.BEREIKBAARHEID: ("Geen bus voor 7 uur.", "Bedrijventerrein zonder fietspad."),
    Werkgeversdrempel.UREN: ("Begint om 5 uur.", "Wisselende ploegen, ook in het weekend."),
    Werkgeversdrempel.FYSIEK: ("Veel tillen, geen hulpmiddelen.", ""),
    Werkgeversdrempel.VOOROORDELEN: ("Slechte ervaring in 2023, staat wel open voor een gesprek.", ""),
    Werkgeversdrempel.BEGELEIDING: (
        "Niemand heeft tijd om iemand in te werken.",
        "Zoekt iemand voor jobcoaching op de vloer.",
    ),
    Werkgeversdrempel.ADMINISTRATIE: ("Vindt de premies te ingewikkeld.", "Wil één aanspreekpunt voor de papieren."),
    Werkgeversdrempel.KANDIDATEN: ("Kreeg na twee vragen geen enkele kandidaat.", ""),
}
OORDELEN = {
    2: ("Kandidaat kwam niet opdagen.", "Moest drie keer hetzelfde uitleggen."),
    3: ("Graag sneller antwoord.", ""),
    4: ("Vlotte opvolging.", "Goed voorbereid.", ""),
    5: ("Werkt hier nog altijd. Graag nog iemand.", "Eén aanspreekpunt, dat werkt."),
}


def werkgevers_maken(wereld: Gebied, *, vandaag: date, toeval: Toeval) -> list[Werkgever]:
    """A card per employer with its people, places, drempels and what it says about working with the region."""
    houders = [partner for _, partner in wereld.partners.values() if partner.slug.startswith(("vdab", "kringwinkel"))]
    houders += [ocmw.organisatie for ocmw in wereld.ocmws] + [wereld.regieverband]
    nummers = Nummers(toeval)
    los = list(_losse(wereld, nummers, toeval, houders))
    werkgevers = Werkgever.objects.bulk_create([*los, *_partners(wereld, toeval, houders)])
    _mensen(los, nummers, toeval, vandaag)
    _vestigingen(werkgevers, wereld, toeval)
    _ervaring(werkgevers, houders, vandaag, toeval)
    _wijzigingen(werkgevers)
    return werkgevers


def _losse(wereld: Gebied, nummers: Nummers, toeval: Toeval, houders: list[Organisatie]) -> Iterator[Werkgever]:
    plaatsen = {lid.nis: lid.clienten for lid in wereld.plan.leden}
    for regel in LIJSTEN[wereld.plan.slug].strip().splitlines():
        naam, nace, grootte, pc = regel.split("|")
        slug, gemeente = naam_sleutel(naam), toeval.kies(plaatsen)
        yield Werkgever(
            id=toeval.uuid(),
            naam=naam,
            sleutel=slug,
            kbo=nummers.kbo() if toeval.kans(0.9) else "",
            gemeente_id=gemeente,
            nace=nace,
            nace_versie=NaceVersie.V2025,
            grootteklasse=grootte,
            paritair_comite=pc,
            is_mvo=toeval.kans(0.12),
            is_inclusief=toeval.kans(0.08),
            status=toeval.kies(STATUS),
            accounthouder=_houder(gemeente, wereld, houders, toeval) if toeval.kans(0.45) else None,
            email=f"info@{slug}.example",
            telefoon=nummers.telefoon(),
            website=f"https://www.{slug}.example" if toeval.kans(0.6) else "",
        )


def _partners(wereld: Gebied, toeval: Toeval, houders: list[Organisatie]) -> Iterator[Werkgever]:
    for slug, (nace, grootte, pc, status) in PARTNERS.items():
        if slug not in wereld.partners:
            continue
        organisatie = wereld.partners[slug][1]
        yield Werkgever(
            id=toeval.uuid(),
            organisatie=organisatie,
            naam=organisatie.naam,
            sleutel=naam_sleutel(organisatie.naam),
            kbo=organisatie.kbo,
            gemeente_id=organisatie.gemeente_id,
            nace=nace,
            nace_versie=NaceVersie.V2025,
            grootteklasse=grootte,
            paritair_comite=pc,
            is_mvo=toeval.kans(0.4),
            is_inclusief=True,
            status=status,
            accounthouder=_houder(organisatie.gemeente_id, wereld, houders, toeval),
            email=organisatie.email,
            telefoon=organisatie.telefoon,
        )


def _houder(nis: str | None, wereld: Gebied, houders: list[Organisatie], toeval: Toeval) -> Organisatie:
    """Mostly the OCMW of the same gemeente."""
    dichtbij = [ocmw.organisatie for ocmw in wereld.ocmws if ocmw.plan.nis == nis]
    return dichtbij[0] if dichtbij and toeval.kans(0.6) else toeval.uit([*houders[:2], wereld.regieverband])


def _mensen(werkgevers: list[Werkgever], nummers: Nummers, toeval: Toeval, vandaag: date) -> None:
    namen, rijen = iter(personeel(toeval, 2 * len(werkgevers))), []
    for werkgever in werkgevers:
        for _ in range(toeval.kies({0: 2, 1: 6, 2: 2})):
            naam = next(namen)
            volledig = f"{naam.voornaam} {naam.familienaam}"
            rijen.append(
                Contactpersoon(
                    id=toeval.uuid(),
                    werkgever=werkgever,
                    naam=volledig,
                    functie=toeval.uit(FUNCTIES),
                    email=adres(volledig, werkgever.sleutel) if toeval.kans(0.7) else "",
                    telefoon=nummers.telefoon(),
                    taal=Taal.FR if toeval.kans(0.06) else Taal.NL,
                    toestemming_op=vandaag - timedelta(days=toeval.randint(10, 700)) if toeval.kans(0.6) else None,
                )
            )
    Contactpersoon.objects.bulk_create(rijen)


def vestigingsnummer(gebied_id: int, volgnummer: int) -> str:
    """Ten digits that pass the check, whatever number the gebied has; `volgnummer` is below 10.000."""
    basis = 20_000_000 + gebied_id % 7_000 * 10_000 + volgnummer
    return f"{basis}{97 - basis % 97:02d}"


def _vestigingen(werkgevers: list[Werkgever], wereld: Gebied, toeval: Toeval) -> None:
    rijen = []
    for nummer, werkgever in enumerate(werkgevers):
        for volg in range(toeval.kies({0: 5, 1: 3, 2: 2})):
            rijen.append(
                Vestiging(
                    id=toeval.uuid(),
                    werkgever=werkgever,
                    ven=vestigingsnummer(wereld.gebied.pk, nummer * 10 + volg),
                    naam=("Hoofdvestiging", "Magazijn")[volg],
                    adres=f"{toeval.uit(STRATEN)} {toeval.randint(1, 180)}",
                    gemeente_id=werkgever.gemeente_id,
                )
            )
    Vestiging.objects.bulk_create(rijen)


def _ervaring(werkgevers: list[Werkgever], houders: list[Organisatie], vandaag: date, toeval: Toeval) -> None:
    """Everybody notes in the name of the own organisatie, so the rows are written in the scope of all of them."""
    drempels, scores = [], []
    for werkgever in werkgevers:
        wie = werkgever.accounthouder or toeval.uit(houders)
        if toeval.kans(0.4):
            drempels += [_drempel(werkgever, wie, vandaag, toeval)]
        if werkgever.status in {WerkgeverStatus.PARTNER, WerkgeverStatus.AMBASSADEUR}:
            scores += [_score(werkgever, wie, vandaag, toeval) for _ in range(toeval.randint(1, 3))]
    gebied = werkgevers[0].gebied
    with gebied_context(gebied, lid_van=[houder.pk for houder in houders]):
        WerkgeverDrempel.objects.bulk_create(drempels)
    Tevredenheid.objects.bulk_create(scores)


def _drempel(werkgever: Werkgever, wie: Organisatie, vandaag: date, toeval: Toeval) -> WerkgeverDrempel:
    soort = toeval.uit(list(DREMPELS))
    gemeld = vandaag - timedelta(days=toeval.randint(20, 400))
    return WerkgeverDrempel(
        id=toeval.uuid(),
        eigenaar=wie,
        werkgever=werkgever,
        soort=soort,
        toelichting=toeval.uit(DREMPELS[soort]),
        gemeld_op=gemeld,
        opgelost_op=gemeld + timedelta(days=15) if toeval.kans(0.25) else None,
        gedeeld=toeval.kans(0.8),
    )


def _score(werkgever: Werkgever, wie: Organisatie, vandaag: date, toeval: Toeval) -> Tevredenheid:
    score = toeval.kies({2: 1, 3: 2, 4: 5, 5: 3})
    return Tevredenheid(
        id=toeval.uuid(),
        werkgever=werkgever,
        organisatie=wie,
        datum=vandaag - timedelta(days=toeval.randint(5, 300)),
        over=toeval.uit(Tevredenheidsonderwerp.values),
        score=score,
        toelichting=toeval.uit(OORDELEN[score]),
    )


def _wijzigingen(werkgevers: list[Werkgever]) -> None:
    """A little history, so that the tab has something to tell."""
    with pghistory.context(bron="demo"):
        for werkgever in werkgevers[::6]:
            Werkgever.objects.filter(pk=werkgever.pk).update(paritair_comite="")
            Werkgever.objects.filter(pk=werkgever.pk).update(paritair_comite=werkgever.paritair_comite)
