"""Files an import hands out: an empty list to fill in, and the rejected rows with their reason."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from regie.core.excel import maak_werkboek
from regie.core.inlezen.bestand import Cel
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.imports.kolommen import VELD, VELDEN
from trajecten.models import InlaadRij, Inlading
from trajecten.selectors.inladen_bronnen import Bronnen

KOLOMMEN = tuple(veld.naam for veld in VELDEN if veld.naam not in {"volledige_naam", "duur"})
DATUMS = frozenset({"geboortedatum", "start", "einde", "aangemeld_op"})
TEKSTEN = frozenset({"insz", "postcode", "telefoon", "breuk"})
RIJEN = 1000
KEUZES: dict[str, tuple[str, ...]] = {
    "geslacht": ("V", "M", "X"),
    "inkomensstatuut": ("leefloon", "equivalent leefloon", "werkloosheid", "geen"),
    "instrument": ("art. 60", "art. 60 VST", "TWE"),
    "tolk_nodig": ("ja", "nee"),
    "diploma": ("laag", "midden", "hoog"),
    "bron": ("maatschappelijk werker", "VDAB", "zelf", "partner", "einde werkloosheid"),
}


def maak_sjabloon(bronnen: Bronnen) -> bytes:
    """An empty list with a choice list per column where there is one, and a sheet that explains every column."""
    buffer = BytesIO()
    boek = xlsxwriter.Workbook(buffer, {"in_memory": True})
    vet = boek.add_format({"bold": True, "bottom": 1})
    formaten = {
        "datum": boek.add_format({"num_format": "dd/mm/yyyy"}),
        "tekst": boek.add_format({"num_format": "@"}),
    }
    blad = boek.add_worksheet("Cliënten")
    uitleg = boek.add_worksheet("Uitleg")
    lijsten = boek.add_worksheet("Keuzes")
    lijsten.hide()
    keuzes = _keuzes(bronnen)
    for kolom, naam in enumerate(KOLOMMEN):
        blad.write_string(0, kolom, VELD[naam].label, vet)
        formaat = formaten["datum"] if naam in DATUMS else formaten["tekst"] if naam in TEKSTEN else None
        blad.set_column(kolom, kolom, max(14, len(VELD[naam].label) + 2), formaat)
        if naam in keuzes:
            _keuzelijst(blad, lijsten, kolom, keuzes[naam])
    blad.freeze_panes(1, 2)
    _schrijf_uitleg(uitleg, vet)
    boek.close()
    return buffer.getvalue()


def _keuzes(bronnen: Bronnen) -> dict[str, tuple[str, ...]]:
    plekken = sorted({plek.naam for lijst in bronnen.gebruikers.values() for plek in lijst})
    return {
        **KEUZES,
        "gemeente": tuple(sorted(bronnen.gemeentenamen.values())),
        "begeleider": tuple(persoon.naam for persoon in bronnen.begeleiders),
        "werkplaats": tuple(plekken),
    }


def _keuzelijst(blad: Any, lijsten: Any, kolom: int, keuzes: Sequence[str]) -> None:
    """Long lists do not fit in a validation rule: they stand on a hidden sheet. Other values stay possible."""
    for rij, keuze in enumerate(keuzes):
        lijsten.write_string(rij, kolom, keuze)
    if keuzes:
        letter = xlsxwriter.utility.xl_col_to_name(kolom)
        bereik = f"=Keuzes!${letter}$1:${letter}${len(keuzes)}"
        blad.data_validation(1, kolom, RIJEN, kolom, {"validate": "list", "source": bereik, "error_type": "warning"})


def _schrijf_uitleg(blad: Any, vet: Any) -> None:
    blad.set_column(0, 0, 30)
    blad.set_column(1, 1, 60)
    blad.set_column(2, 2, 24)
    rijen = [
        ("Kolom", "Wat je invult", "Voorbeeld"),
        *((VELD[naam].label, VELD[naam].uitleg, VELD[naam].voorbeeld) for naam in KOLOMMEN),
        ("", "", ""),
        ("Lege cel", "Verandert niets aan een bestaand dossier.", ""),
        ("Eén rij is één cliënt", "Zet geen totalen of tussentitels in de lijst.", ""),
        ("Let op", "Dit bestand bevat persoonsgegevens. Bewaar het op een veilige plaats.", ""),
    ]
    for nummer, rij in enumerate(rijen):
        for kolom, tekst in enumerate(rij):
            blad.write_string(nummer, kolom, tekst, vet if nummer == 0 or kolom == 0 else None)


def maak_foutenlijst(inlading: Inlading, rijen: Sequence[InlaadRij]) -> bytes:
    """The original columns with the row number in front and the reason behind: to correct and load again."""
    breedte = len(inlading.kolommen)
    return maak_werkboek(
        blad="Niet ingeladen",
        kolommen=["Rij", *inlading.kolommen, "Probleem"],
        rijen=[[rij.rijnummer, *_cellen(rij, breedte), _reden(rij)] for rij in rijen],
        uitleg=[
            ("Bestand", inlading.bestandsnaam),
            (
                "Wat nu?",
                "Verbeter de cellen en laad dit bestand opnieuw in. De kolommen Rij en Probleem mogen blijven.",
            ),
            ("Let op", "Dit bestand bevat persoonsgegevens. Bewaar het op een veilige plaats en wis het na gebruik."),
        ],
    )


def _cellen(rij: InlaadRij, breedte: int) -> list[Cel]:
    """Long numbers become text: Excel would round them or show 8,5E+10."""
    cellen = [str(cel) if isinstance(cel, int) and abs(cel) > 99_999 else cel for cel in rij.ruw[:breedte]]
    return cellen + [""] * (breedte - len(cellen))


def _reden(rij: InlaadRij) -> str:
    if rij.oordeel == Oordeel.MOGELIJK_DUBBEL:
        begin = (
            ["Overgeslagen: misschien al bekend."] if rij.besluit == Besluit.OVERSLAAN else ["Nog geen keuze gemaakt."]
        )
    else:
        begin = []
    zinnen = [
        f"{VELD[p['veld']].label}: {p['tekst']}" if p["veld"] in VELD else p["tekst"]
        for p in rij.problemen or []
        if p["ernst"] == "fout" or rij.oordeel == Oordeel.MOGELIJK_DUBBEL
    ]
    return " ".join([*begin, *zinnen])
