"""The result of a scan as the page and the PDF show it: scores, levels, advice, priorities, the move since last time.

Everything comes from the row of the scan itself, which holds nothing about anybody: so it can be shared as it is.
"""

from dataclasses import dataclass
from datetime import date

from partners import scanadvies
from partners.enums import Scandimensie, Scanniveau
from partners.models import Scan
from partners.scanadvies import Voorstel
from partners.scanregels import scanregels
from partners.scanscore import (
    GEWOON_BELANG,
    Score,
    Uitkomst,
    Verschuiving,
    prioriteiten,
    uitkomst_van_json,
    verschuivingen,
)
from regie.core.grafieken import Spreidingsgrafiek, Spreidingsrij
from regie.core.notatie import datum, meervoud
from regie.core.tenancy import current_scope


@dataclass(frozen=True, slots=True)
class Dimensieblad:
    code: str
    naam: str
    score: Score
    niveau: str
    belang: int
    rang: int | None  # place in the order of priorities, from 1
    is_prioriteit: bool
    tekst: str
    voorstellen: tuple[Voorstel, ...]
    beweging: Verschuiving | None

    @property
    def spreiding(self) -> str:
        s = self.score
        if s.laagste is None:
            return ""
        return f"van {s.laagste} tot {s.hoogste}, mediaan {s.mediaan}, {meervoud(s.n, 'deelnemer', 'deelnemers')}"


@dataclass(frozen=True, slots=True)
class Resultaat:
    scan: Scan
    organisatie: str
    deelnemers: int
    totaal: Score
    niveau: str
    dimensies: tuple[Dimensieblad, ...]
    figuur: Spreidingsgrafiek
    vergelijking: str  # says with what is compared, or why not
    spreiding_vanaf: int
    niveaus: tuple[tuple[str, str], ...]  # (level, "25 tot 49")

    @property
    def prioriteiten(self) -> list[Dimensieblad]:
        """In the order of the advice: what comes first, first."""
        return sorted((d for d in self.dimensies if d.rang), key=lambda d: d.rang or 0)

    @property
    def met_spreiding(self) -> bool:
        return any(d.score.laagste is not None for d in self.dimensies)


def scanresultaat(scan: Scan) -> Resultaat:
    op = scan.afgerond_op or scan.gestart_op
    regels = scanregels(op)
    uitkomst = uitkomst_van_json(scan.uitkomst)
    vorige = _vorige(scan)
    beweging = {v.dimensie: v for v in verschuivingen(uitkomst, vorige)} if vorige else {}
    volgorde = prioriteiten(uitkomst, scan.belang, regels)
    rang = {p.dimensie: nummer for nummer, p in enumerate(volgorde, start=1)}
    eerst = {p.dimensie for p in volgorde if p.is_eerst}
    dimensies = tuple(
        _dimensieblad(code, score, scan.belang, rang.get(code), code in eerst, beweging.get(code))
        for code, score in uitkomst.dimensies
    )
    return Resultaat(
        scan,
        str(scan.eigenaar),
        uitkomst.deelnemers,
        uitkomst.totaal,
        niveauwoord(uitkomst.totaal),
        dimensies,
        _figuur(dimensies, [grens for _, grens in regels.grenzen], op),
        _vergelijking(scan),
        regels.spreiding_vanaf,
        _niveaus(regels.grenzen),
    )


def niveauwoord(score: Score) -> str:
    return Scanniveau(score.niveau).label if score.niveau else "onvoldoende ingevuld"


def _dimensieblad(
    code: str, score: Score, belang: dict[str, int], rang: int | None, eerst: bool, beweging: Verschuiving | None
) -> Dimensieblad:
    advies = scanadvies.advies(code, score.niveau)
    return Dimensieblad(
        code,
        Scandimensie(code).label,
        score,
        niveauwoord(score),
        belang.get(code, GEWOON_BELANG),
        rang,
        eerst,
        advies.tekst,
        advies.voorstellen,
        beweging,
    )


def _leesbaar(scan: Scan) -> bool:
    """May the reader see this one? A scan before may not be shared while the next one is."""
    return scan.gedeeld or scan.eigenaar_id in current_scope().lid_van


def _vorige(scan: Scan) -> Uitkomst | None:
    vorige = Scan.objects.filter(pk=scan.vorige_id).first() if scan.vorige_id else None
    if vorige is None or not _leesbaar(vorige) or vorige.lijst != scan.lijst:
        return None
    return uitkomst_van_json(vorige.uitkomst)


def _vergelijking(scan: Scan) -> str:
    vorige = Scan.objects.filter(pk=scan.vorige_id).first() if scan.vorige_id else None
    if vorige is None or vorige.afgerond_op is None:
        return ""
    if vorige.lijst != scan.lijst:
        return (
            f"De scan van {datum(vorige.afgerond_op)} gebruikte een andere versie van de vragenlijst. De scores zijn "
            "daarom niet te vergelijken."
        )
    return f"Vergeleken met de scan van {datum(vorige.afgerond_op)}, met dezelfde vragenlijst."


def _figuur(dimensies: tuple[Dimensieblad, ...], grenzen: list[int], op: date) -> Spreidingsgrafiek:
    gegeven = [d for d in dimensies if d.score.score is not None]
    titel = "Nog geen scores"
    if gegeven:
        sterk = max(gegeven, key=lambda d: d.score.score or 0)
        zwak = min(gegeven, key=lambda d: d.score.score or 0)
        titel = f"Het sterkst in {_klein(sterk.naam)}, de meeste ruimte in {_klein(zwak.naam)}"
        if sterk.score.score == zwak.score.score:
            titel = f"Overal {sterk.score.score} op 100"
    rijen = [
        Spreidingsrij(
            d.naam,
            d.score.score,
            d.score.laagste,
            d.score.mediaan,
            d.score.hoogste,
            d.beweging.toen if d.beweging else None,
        )
        for d in dimensies
    ]
    beschrijving = f"Staafgrafiek met een score op 100 voor elk van de vijf dimensies, op {datum(op)}."
    return Spreidingsgrafiek(titel, beschrijving, rijen, grenzen=grenzen)


def _klein(naam: str) -> str:
    return naam[:1].lower() + naam[1:]


def _niveaus(grenzen: tuple[tuple[str, int], ...]) -> tuple[tuple[str, str], ...]:
    trappen = [(Scanniveau.STARTER.value, 0), *sorted(grenzen, key=lambda g: g[1])]
    bovenkant = [*(laagste - 1 for _, laagste in trappen[1:]), 100]
    return tuple(
        (Scanniveau(code).label, f"{laagste} tot {hoogste}")
        for (code, laagste), hoogste in zip(trappen, bovenkant, strict=True)
    )
