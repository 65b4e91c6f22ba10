"""The list to fill in outside Regiekompas and load again."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from uuid import UUID

import xlsxwriter

from actieplannen.models import Actieindicator, Meting

KOLOMMEN = ("actie", "indicator", "eenheid", "jaar", "kwartaal", "waarde")
BREED, SMAL = 40, 12


def sjabloon_metingen(
    indicatoren: Sequence[Actieindicator], *, jaar: int, bekend: Mapping[tuple[UUID, int], Meting]
) -> bytes:
    bestand = BytesIO()
    boek = xlsxwriter.Workbook(bestand, {"in_memory": True})
    blad, kop = boek.add_worksheet("Waarden"), boek.add_format({"bold": True, "bottom": 1})
    blad.set_column(0, 1, BREED)
    blad.set_column(2, len(KOLOMMEN) - 1, SMAL)
    for kolom, naam in enumerate(KOLOMMEN):
        blad.write_string(0, kolom, naam, kop)
    nr = 0
    for rij in indicatoren:
        for kwartaal in range(1, 5):
            nr += 1
            for kolom, tekst in enumerate((rij.actie.titel, rij.naam, rij.eenheid)):
                blad.write_string(nr, kolom, tekst)
            blad.write_number(nr, 3, jaar)
            blad.write_number(nr, 4, kwartaal)
            meting = bekend.get((rij.pk, kwartaal))
            if meting is not None and meting.waarde is not None:
                blad.write_number(nr, 5, float(meting.waarde))
    blad.freeze_panes(1, 0)
    boek.close()
    return bestand.getvalue()
