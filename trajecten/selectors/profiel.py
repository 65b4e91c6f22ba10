"""The profile of a candidate: as it was kept, or as the file suggests it.

Only what may be said to a gebruiker comes through. Obstacles marked sensitive are never read here, and the others only
as a functional limit: 'kinderopvang' becomes 'alleen tijdens de schooluren', never the obstacle itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from partners.enums import Functiecategorie, Grens, Taalniveau, Vervoer
from regie.core.names import naam_sleutel
from trajecten.enums import Ernst
from trajecten.models import ClientCompetentie, Drempel, Evaluatie, Kandidaatprofiel, Traject

NOG_TE_BEPALEN = "nog te bepalen"
GRENS_VAN = {
    "KIND_OPVANG": Grens.SCHOOLUREN,
    "UURROOSTER": Grens.GEEN_PLOEGEN,
    "GELETTERDHEID": Grens.KORTE_OPDRACHTEN,
}
NIVEAU_VAN = {Ernst.ZWAAR: Taalniveau.A1, Ernst.MATIG: Taalniveau.A2, Ernst.LICHT: Taalniveau.B1}
TAAL_OP_DE_WERKVLOER = "GEN01"
# Words in a job target that point at a kind of work.
WOORDEN = {
    Functiecategorie.GROEN: ("groen", "tuin", "park", "natuur"),
    Functiecategorie.SCHOONMAAK: ("schoonma", "poets", "linnen", "strijk", "wasserij"),
    Functiecategorie.KEUKEN: ("keuken", "kok", "horeca", "zaal", "afwas", "maaltijd"),
    Functiecategorie.ONDERHOUD: ("klus", "onderhoud", "technisch", "schilder", "polyvalent"),
    Functiecategorie.BOUW: ("bouw", "metser", "werf", "dak"),
    Functiecategorie.LOGISTIEK: ("magazijn", "logistiek", "orderpick", "heftruck"),
    Functiecategorie.TRANSPORT: ("chauffeur", "bestuurder", "transport", "koerier"),
    Functiecategorie.PRODUCTIE: ("productie", "verpak", "inpak", "montage"),
    Functiecategorie.HERGEBRUIK: ("sorteer", "kringloop", "fiets", "hergebruik", "recycl", "textiel"),
    Functiecategorie.WINKEL: ("winkel", "verkoop", "kassa", "rekken"),
    Functiecategorie.ONTHAAL: ("admin", "onthaal", "bediende", "secretari", "balie"),
    Functiecategorie.ZORG: ("zorg", "bewoner", "verpleeg", "woonzorg", "animatie"),
    Functiecategorie.KINDEROPVANG: ("kinder", "school", "opvang", "toezicht"),
}


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A profile and, when nobody kept it yet, the sentences that say where it comes from."""

    profiel: Kandidaatprofiel
    is_bewaard: bool
    herkomst: tuple[str, ...] = ()


def categorie_van(tekst: str) -> str:
    """The kind of work some words point at, or nothing."""
    sleutel = naam_sleutel(tekst)
    passend = [code for code, woorden in WOORDEN.items() if any(woord in sleutel for woord in woorden)]
    return passend[0].value if passend else ""


def profiel_van(traject: Traject) -> Voorstel:
    return profielen([traject])[traject.client_id]


def profielen(trajecten: Sequence[Traject]) -> dict[UUID, Voorstel]:
    """{client id: profile} of many trajecten in three queries."""
    clienten = [traject.client_id for traject in trajecten]
    bewaard = {p.client_id: p for p in Kandidaatprofiel.objects.filter(client__in=clienten)}
    drempels: dict[UUID, dict[str, int]] = defaultdict(dict)
    for traject_id, code, ernst in Drempel.objects.filter(
        traject__in=trajecten, gesloten_op=None, code__gevoelig=False
    ).values_list("traject_id", "code_id", "ernst"):
        drempels[traject_id][code] = ernst
    taal = _taal_op_de_werkvloer(trajecten)
    return {
        traject.client_id: (
            Voorstel(bewaard[traject.client_id], is_bewaard=True)
            if traject.client_id in bewaard
            else _voorstel(traject, drempels[traject.pk], taal.get(traject.pk))
        )
        for traject in trajecten
    }


def _taal_op_de_werkvloer(trajecten: Iterable[Traject]) -> dict[UUID, int]:
    """The last score each evaluation gave to Dutch at work."""
    rijen = Evaluatie.objects.filter(traject__in=list(trajecten), scores__has_key=TAAL_OP_DE_WERKVLOER).exclude(
        uitgevoerd_op=None
    )
    scores = rijen.order_by("uitgevoerd_op", "pk").values_list("traject_id", f"scores__{TAAL_OP_DE_WERKVLOER}")
    return {traject: int(score) for traject, score in scores if score}


def _voorstel(traject: Traject, drempels: dict[str, int], taal: int | None) -> Voorstel:
    herkomst = []
    doel = "" if traject.jobdoelwit.strip().casefold() == NOG_TE_BEPALEN else traject.jobdoelwit
    categorie = categorie_van(doel)
    if doel:
        herkomst.append("Het jobdoelwit komt uit de screening.")
    grenzen = sorted({grens.value for code, grens in GRENS_VAN.items() if code in drempels})
    herkomst += [f"Uit de drempels van het dossier: {Grens(grens).label}." for grens in grenzen]
    niveau = _niveau(drempels, taal)
    if niveau is not None:
        bron = "de evaluatie" if taal is not None else "de drempels"
        herkomst.append(f"Het Nederlands is geschat uit {bron}: {Taalniveau(niveau).label}.")
    profiel = Kandidaatprofiel(
        eigenaar_id=traject.eigenaar_id,
        client_id=traject.client_id,
        jobdoelwit=doel,
        categorieen=[categorie] if categorie else [],
        nederlands=niveau,
        vervoer=[] if "MOB_VERVOER" in drempels else [Vervoer.FIETS.value, Vervoer.OV.value],
        grenzen=grenzen,
    )
    return Voorstel(profiel, is_bewaard=False, herkomst=tuple(herkomst))


def _niveau(drempels: dict[str, int], taal: int | None) -> int | None:
    if taal is not None:
        return min(taal, int(Taalniveau.B2))
    ernst = drempels.get("TAAL_NL")
    return NIVEAU_VAN[Ernst(ernst)].value if ernst else None


def soorten_met_competentie(clienten: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    """{client id: kinds of work of which a technical competence was noted as at least 'kan het zelfstandig'}."""
    soorten: dict[UUID, set[str]] = defaultdict(set)
    rijen = ClientCompetentie.objects.filter(client__in=clienten, niveau__gte=3).exclude(competentie__categorie="")
    for client, soort in rijen.values_list("client_id", "competentie__categorie"):
        soorten[client].add(soort)
    return {client: frozenset(codes) for client, codes in soorten.items()}
