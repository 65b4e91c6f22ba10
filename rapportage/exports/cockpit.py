"""The cockpit as a spreadsheet: exactly the figures of the page, and a sheet that explains them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from rapportage.selectors.cockpit import Cockpit
from regie.cijfers.getal import Getal, Tabel
from regie.cijfers.indicatoren import Indicator
from regie.core import notatie

MISLUKT = "Dit deel kon niet gemaakt worden."
BREED, SMAL = 34, 16


class Werkboek:
    """Rows of text and `Getal`; a shown figure is a number one can calculate with, a hidden one is text."""

    def __init__(self) -> None:
        self.bestand = BytesIO()
        self._boek = xlsxwriter.Workbook(self.bestand, {"in_memory": True})
        self._kop = self._boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._tekst = self._boek.add_format({"text_wrap": True, "valign": "top"})
        self._getallen = {
            vorm: self._boek.add_format({"num_format": vorm, "align": "right"})
            for vorm in ("#,##0", "#,##0.0", '#,##0.0" %"')
        }
        self._rechts = self._boek.add_format({"align": "right"})

    def blad(self, naam: str, kop: Sequence[str], rijen: Iterable[Sequence[str | Getal]]) -> None:
        blad = self._boek.add_worksheet(naam)
        blad.set_column(0, 0, BREED)
        blad.set_column(1, max(len(kop) - 1, 1), SMAL)
        for kolom, tekst in enumerate(kop):
            blad.write_string(0, kolom, tekst, self._kop)
        for nr, rij in enumerate(rijen, 1):
            for kolom, cel in enumerate(rij):
                self._schrijf(blad, nr, kolom, cel)
        blad.freeze_panes(1, 1)

    def _schrijf(self, blad: Any, rij: int, kolom: int, cel: str | Getal) -> None:
        if isinstance(cel, str):
            blad.write_string(rij, kolom, cel, self._tekst)
        elif cel.waarde is None or not (vorm := _vorm(cel)):
            blad.write_string(rij, kolom, cel.getoond, self._rechts)
        else:
            blad.write_number(rij, kolom, cel.waarde, self._getallen[vorm])

    def sluit(self) -> bytes:
        self._boek.close()
        return self.bestand.getvalue()


def _vorm(getal: Getal) -> str:
    """How the number is written on the page; what is more than a number ("14 / 16") stays text."""
    if getal.getoond.endswith("%"):
        return '#,##0.0" %"'
    kaal = getal.getoond.replace(".", "").removeprefix("−")
    if kaal.isdigit():
        return "#,##0"
    return "#,##0.0" if kaal.replace(",", "", 1).isdigit() else ""


def cockpit_werkboek(
    pagina: Cockpit, *, gebied: str, gemaakt_op: datetime, begrippen: Sequence[Indicator], vergelijking: str
) -> bytes:
    boek = Werkboek()
    boek.blad("Kerncijfers", ["Cijfer", "Waarde", "Toelichting", "Vergelijking", "Bron"], _kerncijfers(pagina))
    boek.blad("Per maand", *_reeks(pagina))
    boek.blad("Vergelijking", *_tabel(pagina.vergelijking.inhoud))
    boek.blad("Signalen", ["Signaal", "OCMW of actie", "Aantal", "Tekst", "Termijn"], _signalen(pagina))
    boek.blad("Uitleg", ["Over dit bestand", ""], _uitleg(pagina, gebied, gemaakt_op, begrippen, vergelijking))
    return boek.sluit()


def _kerncijfers(pagina: Cockpit) -> list[list[str | Getal]]:
    rijen: list[list[str | Getal]] = []
    for blok in (*pagina.tegels, pagina.projecten):
        if blok.inhoud is None:
            rijen.append([MISLUKT])
        for tegel in blok.inhoud or ():
            delta = f"{tegel.delta.getoond} {tegel.delta.woorden}".strip() if tegel.delta else ""
            rijen.append([tegel.label, tegel.getal, tegel.detail, delta, tegel.bron])
    return rijen


def _reeks(pagina: Cockpit) -> tuple[list[str], list[list[str | Getal]]]:
    reeksen = pagina.reeks.inhoud
    if reeksen is None:
        return [MISLUKT], []
    kop = ["Maand", *(reeks.label for reeks in reeksen.reeksen)]
    return kop, [
        [notatie.maand(maand), *(reeks.getallen[i] for reeks in reeksen.reeksen)]
        for i, maand in enumerate(reeksen.maanden)
    ]


def _tabel(tabel: Tabel | None) -> tuple[list[str], list[list[str | Getal]]]:
    if tabel is None:
        return [MISLUKT], []
    kop = [tabel.rijkop, *(kolom.label for kolom in tabel.kolommen), "Opvallend"]
    return kop, [[rij.label, *rij.cellen, rij.opmerking] for rij in tabel.rijen]


def _signalen(pagina: Cockpit) -> list[list[str | Getal]]:
    if pagina.signaalgroepen.inhoud is None:
        return [[MISLUKT]]
    return [
        [signaal.titel, signaal.organisatie, signaal.telling, signaal.tekst, signaal.deadline_tekst]
        for groep in pagina.signaalgroepen.inhoud
        for signaal in groep.signalen
    ]


def _uitleg(
    pagina: Cockpit, gebied: str, gemaakt_op: datetime, begrippen: Sequence[Indicator], vergelijking: str
) -> list[list[str | Getal]]:
    rijen: list[list[str | Getal]] = [
        ["Gebied", gebied],
        ["Periode", pagina.periode.label + (" (loopt nog)" if pagina.loopt else "")],
        ["Vergeleken met", vergelijking],
        ["Peildatum", notatie.datum(pagina.peildatum)],
        ["Gemaakt op", notatie.moment(gemaakt_op)],
        ["Kleine aantallen", pagina.onderdrukking],
        ["", ""],
    ]
    rijen += [[begrip.naam, f"{begrip.definitie} Bron: {begrip.bron}."] for begrip in begrippen]
    return rijen
