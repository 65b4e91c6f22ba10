"""The ties of the network as one drawing."""

from collections import defaultdict
from collections.abc import Sequence

from partners.selectors.netwerkkaart import BRONNEN, Band, organisaties_van
from regie.core.grafieken import Knoop, Lijn, Netwerk
from regie.core.models.organisatie import OrganisatieType as Type
from regie.core.notatie import meervoud

# Five kinds of organisatie that a reader can tell apart; the last one takes the rest.
GROEPEN: tuple[tuple[str, frozenset[str]], ...] = (
    ("lokaal bestuur", frozenset({Type.OCMW, Type.REGIEVERBAND, Type.GEMEENTE})),
    ("VDAB, GTB en opleiding", frozenset({Type.VDAB, Type.GTB, Type.OPLEIDINGSVERSTREKKER, Type.ONDERWIJS})),
    (
        "sociale economie",
        frozenset({Type.MAATWERKBEDRIJF, Type.LDE_ONDERNEMING, Type.ARBEIDSZORG, Type.CIRCULAIRE_HUB}),
    ),
    (
        "werkgevers",
        frozenset({Type.WERKGEVER_PRIVAAT, Type.WERKGEVER_PUBLIEK, Type.WERKGEVERSORGANISATIE, Type.INTERIM}),
    ),
    ("welzijn en andere", frozenset()),
)


def groep_van(soort: str) -> int:
    return next((i for i, (_, soorten) in enumerate(GROEPEN) if soort in soorten), len(GROEPEN) - 1)


def tekening(banden: Sequence[Band]) -> Netwerk:
    """One line per pair and source; organisaties that only work for the whole gebied stand there without a line."""
    organisaties = sorted(organisaties_van(banden).values(), key=lambda o: (groep_van(o.type), o.naam.lower(), o.pk))
    paren: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for band in banden:
        if band.naar is not None:
            van, naar = sorted((band.van.pk, band.naar.pk))
            paren[van, naar, BRONNEN.index(band.bron)].add(band.thema_label or band.wat)
    lijnen = [
        Lijn(van, naar, len(waarover), soort, ", ".join(sorted(deel for deel in waarover if deel)) or BRONNEN[soort])
        for (van, naar, soort), waarover in sorted(paren.items())
    ]
    aantal = len(organisaties)
    return Netwerk(
        titel=f"{meervoud(aantal, 'organisatie', 'organisaties')}, {meervoud(len(lijnen), 'band', 'banden')}",
        omschrijving="Tekening van wie met wie samenwerkt. Elke lijn staat ook in de tabel.",
        knopen=[Knoop(o.pk, o.naam, groep_van(o.type)) for o in organisaties],
        lijnen=lijnen,
        groepen=[naam for naam, _ in GROEPEN],
        soorten=list(BRONNEN),
    )
