"""Makes clientenlijst.xlsx: a small list as an OCMW keeps it. Fictitious people, valid numbers.

Run from the top of the repository: python -m tests.data.maak_clientenlijst
"""

from datetime import date
from pathlib import Path

import xlsxwriter

PAD = Path(__file__).with_name("clientenlijst.xlsx")
KOPPEN = (
    "Nr",
    "Achternaam",
    "Voornaam",
    "RRN",
    "Geboren",
    "M/V",
    "Woonplaats",
    "PC",
    "Inkomen",
    "TB",
    "Startdatum",
    "Einddatum",
    "Regime",
    "Gebruiker",
    "GSM",
    "Opm.",
)


def insz(geboren: date, volgnummer: int) -> str:
    """A valid national number for a fictitious person: odd numbers are men, even ones women."""
    begin = f"{geboren:%y%m%d}{volgnummer:03d}"
    basis = int(f"2{begin}" if geboren.year >= 2000 else begin)
    return f"{begin}{97 - basis % 97:02d}"


def met_punten(nummer: str) -> str:
    return f"{nummer[:2]}.{nummer[2:4]}.{nummer[4:6]}-{nummer[6:9]}.{nummer[9:]}"


LOPEND = (
    1,
    "PEETERS",
    " Els ",
    met_punten(insz(date(1985, 7, 30), 32)),
    date(1985, 7, 30),
    "V",
    "Sint-Kruis",
    8310,
    "Leefl.",
    "L. Vermeulen",
    date(2026, 9, 1),
    date(2027, 8, 31),
    "19/38",
    "groendienst",
    470711930,
    "bellen na 16u",
)
# fmt: off
RIJEN: tuple[tuple[object, ...], ...] = (
    ("Opvolging arbeidstrajecten",),
    (),
    KOPPEN,
    LOPEND,
    (2, "El Amrani", "Nadia", int(insz(date(2001, 9, 10), 408)), "10-09-01", "V", "Brugge", "8000", "LL",
     "Vermeulen Lien", "15/10/2025", "", 0.8, "De Groendienst vzw", "", ""),
    (3, "Yılmaz", "Koen", insz(date(1990, 1, 25), 21), "", "M", "Damme", "8340", "eq. leefloon", "", "", "", "", "",
     "", "wil in de zorg werken"),
    (4, "Osei", "Kofi", "", date(1999, 12, 23), "M", "Brugge", "8000", "werkloosheid", "Jan Onbekend",
     date(2026, 12, 1), date(2027, 11, 30), 1, "Bakkerij Zonder Naam", "", ""),
    (5, "Maes", "Tom", "85.07.30-033.29", date(1985, 7, 30), "M", "Brugge", "8000", "LL", "", "", "", "", "", "", ""),
    (6, "Claeys", "Sofie", "", "30/02/1988", "V", "Brugge", "8000", "LL", "", "", "", "", "", "", ""),
    (7, "Haddad", "Jan", "", date(1991, 5, 14), "M", "Brugge", "8000", "LL", "", date(2026, 9, 1), date(2026, 8, 1),
     1, "", "", ""),
    LOPEND,
    (8, "Yilmaz", "Koen", "", date(1990, 1, 25), "M", "Damme", "8340", "eq. leefloon", "", "", "", "", "", "", ""),
    (),
    ("", "TOTAAL", 8),
)
# fmt: on


def maak(pad: Path = PAD) -> None:
    boek = xlsxwriter.Workbook(str(pad), {"default_date_format": "dd/mm/yyyy"})
    blad = boek.add_worksheet("Lijst 2026")
    for nummer, rij in enumerate(RIJEN):
        for kolom, waarde in enumerate(rij):
            if isinstance(waarde, str):
                blad.write_string(nummer, kolom, waarde)
            else:
                blad.write(nummer, kolom, waarde)
    boek.add_worksheet("Legende").write_string(0, 0, "LL = leefloon")
    boek.close()


if __name__ == "__main__":
    maak()
