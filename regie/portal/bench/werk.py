"""The two jobs measured by the clock: making reports, and loading a client list. Runs in the scratch world."""

import io
import json
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import xlsxwriter
from django.core.management import call_command

from regie.core.dates import plus_maanden
from regie.portal.bench.omgeving_sql import EMAIL
from regie.portal.demo.identiteit import Nummers
from regie.portal.demo.namen import naam_voor
from regie.portal.demo.toeval import Toeval

KOPPEN = ("Naam", "Voornaam", "Rijksregisternr.", "Geb. datum", "M/V", "Gemeente", "Postcode", "Statuut")


def werk_meten(*, vandaag: date, rapporten: int, rijen: int) -> dict[str, object]:
    uitkomst: dict[str, object] = {}
    if rapporten:
        uitkomst["rapport"] = _rapporten(vandaag, rapporten)
    if rijen:
        uitkomst["import"] = _import(vandaag, rijen)
    return uitkomst


def _rapporten(vandaag: date, aantal: int) -> dict[str, object]:
    """Counting, drawing and storing, for another gebied and month each time; the first one also loads the fonts."""
    seconden = []
    for nummer in range(aantal):
        periode = plus_maanden(vandaag.replace(day=1), -1 - nummer // 2)
        uitvoer = io.StringIO()
        begin = perf_counter()
        call_command("rapport_maken", gebied=f"bench-{nummer % 2 + 1:02d}", periode=f"{periode:%Y-%m}", stdout=uitvoer)
        seconden.append(perf_counter() - begin)
    return {
        "aantal": aantal,
        "eerste_s": round(seconden[0], 2),
        "mediaan_s": round(median(seconden[1:] or seconden), 2),
    }


def _import(vandaag: date, aantal: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_) / "lijst.xlsx"
        _maak_lijst(bestand, vandaag, aantal)
        uitvoer = io.StringIO()
        begin = perf_counter()
        call_command(
            "clienten_inladen",
            str(bestand),
            gebied="bench-01",
            organisatie="ocmw-1",
            door=EMAIL,
            stdout=uitvoer,
        )
        seconden = perf_counter() - begin
    oordelen = json.loads(uitvoer.getvalue().strip().splitlines()[-1])
    return {
        "rijen": aantal,
        "seconden": round(seconden, 2),
        "rijen_per_s": round(aantal / seconden, 1),
        "oordelen": oordelen,
    }


def _maak_lijst(bestand: Path, vandaag: date, aantal: int) -> None:
    toeval = Toeval("bench")
    nummers = Nummers(toeval)
    with xlsxwriter.Workbook(str(bestand), {"default_date_format": "dd/mm/yyyy"}) as boek:
        blad = boek.add_worksheet("Cliënten")
        blad.write_row(0, 0, KOPPEN)
        for rij in range(1, aantal + 1):
            geslacht = toeval.uit(("M", "V"))
            naam = naam_voor(toeval, geslacht)
            geboren = vandaag - timedelta(days=7000 + toeval.randrange(15000))
            insz = nummers.insz(geboren, geslacht, bis=False)
            cellen = (naam.familienaam, naam.voornaam, insz, geboren, geslacht, "Brugge", "8000", "leefloon")
            blad.write_row(rij, 0, cellen)
