"""Agreements, sector covenants and social purchases of the demo world. All amounts and names are made up."""

from datetime import date, timedelta
from decimal import Decimal

from partners.enums import Aankooptype, Actiedomein, Functieniveau, Overeenkomstsoort
from partners.models import (
    Aankoopvolume,
    Contactpersoon,
    Evaluatieoverleg,
    LokaleActie,
    Overeenkomst,
    Overeenkomstdoel,
    Overeenkomstpartij,
    Sectorconvenant,
    SocialeAankoop,
    Verbintenis,
)
from partners.services.herinneringen import herinneringen_plannen
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.portal.demo.toeval import Toeval

CONVENANTEN = (
    (
        "Groene sectoren",
        "145",
        (
            ("Werkplekleren bij tuinaanlegbedrijven", 120, "plaatsen"),
            ("Bedrijven met een diversiteitsplan", 40, "bedrijven"),
        ),
        "Jobdag bij drie tuinaanlegbedrijven in de regio",
    ),
    (
        "Social profit",
        "329.01",
        (
            ("Doorstroom uit sociale economie naar zorg en welzijn", 250, "personen"),
            ("EVC-trajecten", 60, "trajecten"),
        ),
        "Kennismaking van woonzorgcentra met kandidaten uit art. 60",
    ),
    (
        "Schoonmaak",
        "121",
        (("Opleiding Nederlands op de werkvloer", 80, "deelnemers"),),
        "Taalcoaching bij twee schoonmaakbedrijven",
    ),
)
AANKOPEN = (
    ("Onderhoud van groen langs wegen", "77310000-6", Aankooptype.VOORBEHOUDEN, 84000, 2900, 3),
    ("Schoonmaak van het sociaal huis", "90910000-9", Aankooptype.SOCIALE_CLAUSULE, 46500, 1500, 1),
    ("Maaltijden aan huis", "55320000-9", Aankooptype.GUNNINGSCRITERIUM, 118000, 2100, 2),
    ("Drukwerk en verzending", "79800000-2", Aankooptype.SAMENAANKOOP, 21500, 400, None),
)


def overeenkomsten_maken(*, vandaag: date, toeval: Toeval) -> None:
    """In the scope of the gebied, with every organisatie of it as house."""
    alle = list(Organisatie.objects.van_gebied().filter(is_actief=True).order_by("pk"))
    ocmws = [o for o in alle if o.type == OrganisatieType.OCMW]
    regie = next((o for o in alle if o.type == OrganisatieType.REGIEVERBAND), ocmws[0])
    vdab = next((o for o in alle if o.type == OrganisatieType.VDAB), None)
    gebruikers = [o for o in alle if o.gebruikerscategorie and o.gebruikerscategorie != "EIGEN_DIENST"]
    if vdab:
        _vdab(regie, vdab, ocmws, vandaag)
    _raam(ocmws, gebruikers, vandaag, toeval)
    _doelgroep(regie, ocmws, vandaag)
    for overeenkomst in Overeenkomst.objects.filter(gedeeld=True).order_by("pk"):
        herinneringen_plannen(overeenkomst=overeenkomst, vandaag=vandaag, door=None)
    _convenanten(regie, ocmws, vandaag, toeval)
    _aankopen(ocmws, [o for o in alle if o.type == OrganisatieType.MAATWERKBEDRIJF], vandaag, toeval)


def _vdab(regie: Organisatie, vdab: Organisatie, ocmws: list[Organisatie], vandaag: date) -> None:
    """All but the last OCMW are in; it ends soon and the next one is a draft."""
    van = date(vandaag.year - 2, 1, 1)
    overeenkomst = Overeenkomst.objects.create(
        eigenaar=regie,
        gedeeld=True,
        verstuurd_op=van - timedelta(days=40),
        soort=Overeenkomstsoort.VDAB_SAMENWERKING,
        titel="Samen sterk voor lokaal werk",
        omschrijving="Gezamenlijke doelstellingen en acties van VDAB en de lokale besturen.",
        van=van,
        tot=vandaag + timedelta(days=70),
        opzegtermijn=3,
        overleg_per_jaar=4,
        domeinen=[Actiedomein.INFORMATIE, Actiedomein.DOORVERWIJZING, Actiedomein.REGIEROL, Actiedomein.NIEUWKOMERS],
    )
    for organisatie in [regie, vdab, *ocmws[: max(len(ocmws) - 1, 1)]]:
        _partij(overeenkomst, organisatie, van - timedelta(days=20))
    zelfde = {"overeenkomst": overeenkomst, "eigenaar": regie, "gedeeld": True}
    for titel, eenheid, doel, stand in (
        ("Gezamenlijke casusbesprekingen", "per jaar", 24, 19),
        ("Cliënten doorverwezen naar VDAB", "personen", 120, 134),
        ("Anderstalige nieuwkomers in een traject naar werk", "personen", 60, 41),
    ):
        Overeenkomstdoel.objects.create(
            titel=titel,
            eenheid=eenheid,
            streefwaarde=doel,
            stand=stand,
            stand_op=vandaag - timedelta(days=20),
            **zelfde,
        )
    Evaluatieoverleg.objects.create(
        datum=vandaag - timedelta(days=180),
        gehouden=True,
        verslag="Doorverwijzing loopt vlot. Toegang tot dossiers blijft een knelpunt: VDAB doet een voorstel.",
        **zelfde,
    )
    Evaluatieoverleg.objects.create(datum=vandaag + timedelta(days=25), **zelfde)


def _raam(ocmws: list[Organisatie], gebruikers: list[Organisatie], vandaag: date, toeval: Toeval) -> None:
    """Most gebruikers have one; some are over, given notice or wait for a signature."""
    for nummer, gebruiker in enumerate(gebruikers):
        if nummer % 5 == 4:
            continue
        ocmw = ocmws[nummer % len(ocmws)]
        van = vandaag - timedelta(days=toeval.randint(100, 900))
        wacht, opgezegd, kort = nummer % 7 == 3, nummer % 7 == 5, nummer % 7 == 6
        overeenkomst = Overeenkomst.objects.create(
            eigenaar=ocmw,
            gedeeld=True,
            verstuurd_op=van - timedelta(days=30) if not wacht else vandaag - timedelta(days=25),
            soort=Overeenkomstsoort.RAAM_GEBRUIKER,
            titel=f"Raamovereenkomst art. 60 met {gebruiker.naam}"[:160],
            van=vandaag + timedelta(days=14) if wacht else van,
            tot=vandaag + timedelta(days=60) if kort else None,
            opzegtermijn=3,
            plaatsen=toeval.randint(1, 6),
            functieniveau=Functieniveau.UITVOEREND,
            opgezegd_op=vandaag - timedelta(days=30) if opgezegd else None,
            opgezegd_tegen=vandaag + timedelta(days=61) if opgezegd else None,
            opzegreden="De gebruiker heeft geen begeleiding meer op de werkvloer." if opgezegd else "",
        )
        _partij(overeenkomst, ocmw, van - timedelta(days=10))
        _partij(overeenkomst, gebruiker, None if wacht else van - timedelta(days=5))


def _doelgroep(regie: Organisatie, ocmws: list[Organisatie], vandaag: date) -> None:
    """A draft: only the regieverband sees it."""
    concept = Overeenkomst.objects.create(
        eigenaar=regie,
        soort=Overeenkomstsoort.DOELGROEP,
        titel="Afspraken over jongeren zonder diploma",
        van=vandaag + timedelta(days=40),
        tot=vandaag + timedelta(days=770),
    )
    for organisatie in [regie, *ocmws[:2]]:
        Overeenkomstpartij.objects.create(overeenkomst=concept, eigenaar=regie, organisatie=organisatie)


def _partij(overeenkomst: Overeenkomst, organisatie: Organisatie, getekend_op: date | None) -> None:
    Overeenkomstpartij.objects.create(
        overeenkomst=overeenkomst,
        eigenaar_id=overeenkomst.eigenaar_id,
        gedeeld=True,
        organisatie=organisatie,
        getekend_op=getekend_op,
        contactpersoon=Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).order_by("naam").first(),
    )


def _convenanten(regie: Organisatie, ocmws: list[Organisatie], vandaag: date, toeval: Toeval) -> None:
    van = date(vandaag.year - 1, 1, 1)
    for sector, comite, verbintenissen, actie in CONVENANTEN:
        convenant = Sectorconvenant.objects.create(
            sector=sector, paritair_comite=comite, van=van, tot=date(vandaag.year + 1, 12, 31)
        )
        for tekst, doel, eenheid in verbintenissen:
            Verbintenis.objects.create(
                convenant=convenant,
                tekst=tekst,
                streefgetal=doel,
                eenheid=eenheid,
                tegen=convenant.tot,
                stand=round(doel * toeval.random()),
                stand_op=vandaag - timedelta(days=45),
            )
        LokaleActie.objects.create(
            convenant=convenant,
            titel=actie,
            trekker=toeval.choice([regie, *ocmws]),
            datum=vandaag + timedelta(days=30),
        )


def _aankopen(ocmws: list[Organisatie], uitvoerders: list[Organisatie], vandaag: date, toeval: Toeval) -> None:
    """Two years; of this year nobody filled in the total yet, as in life."""
    for jaar in (vandaag.year - 1, vandaag.year):
        for nummer, ocmw in enumerate(ocmws[:3]):
            for opdracht, cpv, soort, bedrag, uren, plaatsen in AANKOPEN[nummer % 2 :: 2]:
                uitvoerder = toeval.choice(uitvoerders) if uitvoerders else None
                SocialeAankoop.objects.create(
                    opdracht=opdracht,
                    bestuur=ocmw,
                    jaar=jaar,
                    bedrag=Decimal(bedrag + 500 * toeval.randint(-8, 8)),
                    cpv=cpv,
                    type=soort,
                    uitvoerder=uitvoerder.naam if uitvoerder else "De Groene Schakel",
                    uitvoerder_kbo=uitvoerder.kbo if uitvoerder else "",
                    uren=uren,
                    plaatsen=plaatsen,
                )
            if jaar < vandaag.year:
                Aankoopvolume.objects.create(
                    bestuur=ocmw, jaar=jaar, bedrag=Decimal(toeval.randint(28, 90) * 100000), bron="jaarrekening"
                )
