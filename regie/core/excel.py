"""Excel files as people expect them: real dates, a frozen and filtered head, and a sheet that explains.

User text is written as text, never as a formula, so a cell that starts with = or + stays harmless.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Cel = str | int | float | Decimal | date | datetime | bool | None


def maak_werkboek(
    *, blad: str, kolommen: Sequence[str], rijen: Iterable[Sequence[Cel]], uitleg: Sequence[tuple[str, str]]
) -> bytes:
    """One sheet with `rijen` under `kolommen`, and a sheet "Uitleg" with (label, text) pairs."""
    buffer = BytesIO()
    boek = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    vet = boek.add_format({"bold": True, "bottom": 1})
    blad_cellen = boek.add_worksheet(blad[:31])
    for kolom, naam in enumerate(kolommen):
        blad_cellen.write_string(0, kolom, naam, vet)
    aantal = 0
    breedtes = [len(naam) for naam in kolommen]
    for aantal, rij in enumerate(rijen, start=1):
        for kolom, waarde in enumerate(rij):
            _schrijf(blad_cellen, aantal, kolom, waarde)
            breedtes[kolom] = max(breedtes[kolom], min(len(str(waarde or "")), 50))
    blad_cellen.freeze_panes(1, 1)
    blad_cellen.autofilter(0, 0, max(aantal, 1), max(len(kolommen) - 1, 0))
    for kolom, breedte in enumerate(breedtes):
        blad_cellen.set_column(kolom, kolom, breedte + 3)
    _schrijf_uitleg(boek, vet, uitleg)
    boek.close()
    return buffer.getvalue()


def _schrijf(blad: Any, rij: int, kolom: int, waarde: Cel) -> None:
    if waarde is None or waarde == "":
        blad.write_blank(rij, kolom, None)
    elif isinstance(waarde, bool):
        blad.write_string(rij, kolom, "ja" if waarde else "nee")
    elif isinstance(waarde, (int, float, Decimal)):
        blad.write_number(rij, kolom, waarde)
    elif isinstance(waarde, (date, datetime)):
        blad.write_datetime(rij, kolom, waarde.replace(tzinfo=None) if isinstance(waarde, datetime) else waarde)
    else:
        blad.write_string(rij, kolom, str(waarde))


def _schrijf_uitleg(boek: Any, vet: Any, uitleg: Sequence[tuple[str, str]]) -> None:
    blad = boek.add_worksheet("Uitleg")
    blad.set_column(0, 0, 28)
    blad.set_column(1, 1, 100)
    for rij, (label, tekst) in enumerate(uitleg):
        blad.write_string(rij, 0, label, vet)
        blad.write_string(rij, 1, tekst)


def als_download(inhoud: bytes, *, bestandsnaam: str, soort: str = XLSX) -> HttpResponse:
    response = HttpResponse(inhoud, content_type=soort)
    response.headers["Content-Disposition"] = f'attachment; filename="{bestandsnaam}"'
    response.headers["Cache-Control"] = "no-store"
    return response
