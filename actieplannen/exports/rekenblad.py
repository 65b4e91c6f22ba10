"""Sheets with amounts, formulas and text, as people expect them: the head frozen and filtered, one page wide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import timezone

EURO, VTE, GETAL = '"€" #,##0.00', "0.00", "#,##0.##"


@dataclass(frozen=True, slots=True)
class Formule:
    """What Excel computes, and what the answer is now: for who looks without computing."""

    tekst: str
    waarde: Decimal
    vorm: str = EURO


@dataclass(frozen=True, slots=True)
class Bedrag:
    waarde: Decimal | None
    vorm: str = EURO


Cel = str | int | date | datetime | Bedrag | Formule | None


class Planwerkboek:
    """Writes sheets; text is always text, never a formula."""

    def __init__(self) -> None:
        self._uit = BytesIO()
        self._boek = xlsxwriter.Workbook(self._uit, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
        self._kop = self._boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._tekst = self._boek.add_format({"text_wrap": True, "valign": "top"})
        self._vormen = {
            (vorm, vet): self._boek.add_format({"num_format": vorm, "valign": "top", "bold": vet, "top": int(vet)})
            for vorm in (EURO, VTE, GETAL)
            for vet in (False, True)
        }
        self._vet = self._boek.add_format({"bold": True, "top": 1, "valign": "top"})

    def blad(
        self,
        naam: str,
        kop: Sequence[str],
        rijen: Iterable[Sequence[Cel]],
        breedtes: Sequence[int],
        totaal: Sequence[Cel] = (),
    ) -> None:
        blad = self._boek.add_worksheet(naam)
        for kolom, (tekst, breedte) in enumerate(zip(kop, breedtes, strict=True)):
            blad.set_column(kolom, kolom, breedte)
            blad.write_string(0, kolom, tekst, self._kop)
        nr = 0
        for nr, rij in enumerate(rijen, 1):
            self._rij(blad, nr, rij)
        if totaal:
            self._rij(blad, nr + 1, totaal, vet=True)
        blad.freeze_panes(1, 1)
        if nr:
            blad.autofilter(0, 0, nr, len(kop) - 1)
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0)
        blad.repeat_rows(0)

    def _rij(self, blad: Any, nr: int, rij: Sequence[Cel], *, vet: bool = False) -> None:
        for kolom, cel in enumerate(rij):
            if isinstance(cel, Formule):
                blad.write_formula(nr, kolom, cel.tekst, self._vormen[cel.vorm, vet], float(cel.waarde))
            elif isinstance(cel, Bedrag):
                self._bedrag(blad, nr, kolom, cel)
            elif cel is None or cel == "":
                blad.write_blank(nr, kolom, None, self._vet if vet else None)
            elif isinstance(cel, int):
                blad.write_number(nr, kolom, cel)
            elif isinstance(cel, date):
                blad.write_datetime(nr, kolom, _zonder_zone(cel))
            else:
                blad.write_string(nr, kolom, cel, self._vet if vet else self._tekst)

    def _bedrag(self, blad: Any, nr: int, kolom: int, cel: Bedrag) -> None:
        if cel.waarde is not None:
            blad.write_number(nr, kolom, cel.waarde, self._vormen[cel.vorm, False])

    def sluit(self) -> bytes:
        self._boek.close()
        return self._uit.getvalue()


def _zonder_zone(dag: date) -> date:
    """Excel knows no time zones: a moment is written as the clock says here."""
    return timezone.localtime(dag).replace(tzinfo=None) if isinstance(dag, datetime) else dag
