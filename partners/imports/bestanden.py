"""Files that loading employers hands out: an empty list to fill in, and the rows to look at with the reason."""

from collections.abc import Sequence

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.imports.kolommen import VELDEN
from partners.imports.oordelen import label_van
from partners.models import Lijstrij, Werkgeverslijst
from partners.selectors.inladen import is_geweigerd
from regie.core.excel import maak_werkboek
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.rijen import FOUT


def maak_sjabloon() -> bytes:
    """An empty list, and a sheet that explains every column."""
    uitleg = [(veld.label, f"{veld.uitleg} Bijvoorbeeld: {veld.voorbeeld}".strip()) for veld in VELDEN]
    vast = [
        ("Lege cel", "Verandert niets aan een bestaande kaart."),
        ("Eén rij is één werkgever", "Zet geen totalen of tussentitels in de lijst."),
    ]
    return maak_werkboek(blad="Werkgevers", kolommen=[veld.label for veld in VELDEN], rijen=[], uitleg=uitleg + vast)


def maak_meldingenlijst(lijst: Werkgeverslijst, rijen: Sequence[Lijstrij]) -> bytes:
    """The original columns with the row number in front, what happened and why behind: to correct and load again."""
    breedte = len(lijst.kolommen)
    return maak_werkboek(
        blad="Na te kijken",
        kolommen=["Rij", *lijst.kolommen, "Wat gebeurde er?", "Waarom"],
        rijen=[[rij.rijnummer, *_cellen(rij, breedte), _lot(rij), waarom(rij)] for rij in rijen],
        uitleg=[
            ("Bestand", lijst.bestandsnaam),
            ("Wat nu?", "Verbeter de cellen en laad dit bestand opnieuw in. De extra kolommen mogen blijven."),
            ("Let op", "Dit bestand bevat namen van contactpersonen. Bewaar het op een veilige plaats."),
        ],
    )


def _cellen(rij: Lijstrij, breedte: int) -> list[Cel]:
    """Long numbers become text: Excel would round them or show 8,5E+10."""
    cellen = [str(cel) if isinstance(cel, int) and abs(cel) > 99_999 else cel for cel in rij.ruw[:breedte]]
    return cellen + [""] * (breedte - len(cellen))


def _lot(rij: Lijstrij) -> str:
    if is_geweigerd(rij):
        return "niet ingeladen"
    return "niets nieuws, met een opmerking" if rij.oordeel == Lijstoordeel.ONGEWIJZIGD else "ingeladen, niet alles"


def waarom(rij: Lijstrij) -> str:
    begin = []
    if rij.oordeel == Lijstoordeel.MOGELIJK_BEKEND and is_geweigerd(rij):
        overgeslagen = rij.besluit == Lijstbesluit.OVERSLAAN
        begin = ["Overgeslagen: misschien al bekend." if overgeslagen else "Nog geen keuze gemaakt."]
    zinnen = [
        f"{label_van(p['veld'])}: {p['tekst']}" if label_van(p["veld"]) else p["tekst"]
        for p in rij.problemen or []
        if rij.oordeel != Lijstoordeel.FOUT or p["ernst"] == FOUT
    ]
    return " ".join([*begin, *zinnen])
