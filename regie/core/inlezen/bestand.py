"""From the bytes somebody uploads to sheets of rows. Whatever is wrong with a file is said in one Dutch sentence."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from regie.core.exceptions import DomainError
from regie.core.notatie import getal, meervoud

MAX_RIJEN = 20_000
MAX_UITGEPAKT = 250 * 1024 * 1024
MAX_KOLOMMEN = 200
WACHTTIJD = 60
SOORTEN = {".xlsx": "xlsx", ".xlsm": "xlsx", ".ods": "ods", ".xls": "xls", ".csv": "csv", ".txt": "csv"}
AANVAARD = ".xlsx,.xls,.ods,.csv"

BEVEILIGD = "Dit bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en kies het opnieuw."
STUK = (
    "We kunnen dit bestand niet openen: het is beschadigd. Bewaar het in Excel opnieuw als xlsx en probeer nog eens."
)
TE_VEEL = "Dit bestand wordt bij het openen veel te groot. Zet alleen het blad met je lijst in een nieuw bestand."
_CEL = re.compile(rb"<c\b[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*>\s*<(?:v|f|is)\b")

Cel = str | int | float
Rij = list[Cel]


class BestandFout(DomainError):
    """This file cannot be loaded; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet. `rijen[0]` is row 1 of the file, empty rows included."""

    naam: str
    rijen: list[Rij]


def lees_bestand(naam: str, inhoud: bytes) -> list[Blad]:
    """The sheets of an xlsx, xls, ods or csv file that hold anything. Raises BestandFout."""
    soort = _soort(naam, inhoud)
    bladen = [Blad("", _lees_csv(inhoud))] if soort == "csv" else _lees_rekenblad(inhoud)
    gevuld = [Blad(blad.naam, rijen) for blad in bladen if (rijen := _zonder_staart(blad.rijen))]
    if not gevuld:
        raise BestandFout("Dit bestand is leeg: er staat geen enkele ingevulde cel in.")
    for blad in gevuld:
        _controleer_omvang(blad)
    return gevuld


def _soort(naam: str, inhoud: bytes) -> str:
    """What the file is, by its name and by its first bytes; both must agree."""
    soort = SOORTEN.get(Path(naam).suffix.lower())
    if soort is None:
        raise BestandFout(
            "Dit soort bestand kunnen we niet inladen. Kies een bestand dat eindigt op xlsx, xls, ods of csv."
        )
    if not inhoud:
        raise BestandFout("Dit bestand is leeg (0 bytes). Kies het bestand opnieuw.")
    if len(inhoud) > settings.UPLOAD_MAX_BYTES:
        raise BestandFout(
            f"Dit bestand is {getal(len(inhoud) / 1024 / 1024)} MB groot; het mag "
            f"{settings.UPLOAD_MAX_BYTES // 1024 // 1024} MB zijn. "
            "Bewaar alleen het blad met je lijst, zonder afbeeldingen."
        )
    echt = _aan_de_inhoud(inhoud)
    if echt == "beveiligd":
        raise BestandFout(BEVEILIGD)
    if echt == "csv" and soort == "csv":
        return "csv"
    if echt not in {"xlsx", "ods", "xls"}:
        raise BestandFout(
            f"Dit is geen {'tekstbestand (csv)' if soort == 'csv' else 'rekenblad'}, al eindigt de naam op "
            f"'{Path(naam).suffix}'. Open het in Excel en bewaar het als xlsx."
        )
    return echt


def _aan_de_inhoud(inhoud: bytes) -> str:
    if inhoud.startswith(b"PK\x03\x04"):
        return _soort_zip(inhoud)
    if inhoud.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "beveiligd" if "EncryptedPackage".encode("utf-16-le") in inhoud else "xls"
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return "csv"
    binair = inhoud.startswith((b"MZ", b"%PDF", b"\x7fELF", b"\x89PNG", b"\xff\xd8", b"GIF8", b"Rar!", b"7z"))
    return "ander" if binair or (b"\0" in inhoud[:4096] and _utf16_zonder_bom(inhoud) is None) else "csv"


def _soort_zip(inhoud: bytes) -> str:
    """Which kind of office file this zip is; refuses one that unpacks to too much, whatever its index claims."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            namen = set(zip_.namelist())
            if any(info.flag_bits & 1 for info in zip_.infolist()):
                return "beveiligd"
            if "[Content_Types].xml" in namen and any(n.startswith("xl/workbook") for n in namen):
                soort = "xlsx"
            elif "content.xml" in namen and b"opendocument.spreadsheet" in zip_.read("mimetype")[:100]:
                soort = "beveiligd" if b"encryption-data" in zip_.read("META-INF/manifest.xml") else "ods"
            else:
                return "ander"
            _controleer_uitgepakt(zip_)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, NotImplementedError, RuntimeError) as fout:
        raise BestandFout(STUK) from fout
    return soort


def _controleer_uitgepakt(zip_: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in zip_.infolist()) > MAX_UITGEPAKT:
        raise BestandFout(TE_VEEL)
    totaal = 0
    for info in zip_.infolist():
        is_blad = info.filename.startswith("xl/worksheets/") and info.filename.endswith(".xml")
        with zip_.open(info) as deel:
            rest = b""
            while blok := deel.read(1 << 20):
                totaal += len(blok)
                if totaal > MAX_UITGEPAKT:
                    raise BestandFout(TE_VEEL)
                if is_blad:
                    rest = _controleer_cellen(rest + blok)


def _controleer_cellen(xml: bytes) -> bytes:
    """Refuse a filled cell far outside any list: a reader would make room for everything before it."""
    for kolom, rij in _CEL.findall(xml):
        if int(rij) > 4 * MAX_RIJEN or (len(kolom) == 3 and kolom > b"ZZ"):
            raise BestandFout(
                f"Er staat iets in cel {kolom.decode()}{rij.decode()}, ver buiten de lijst. "
                f"Maak die cel leeg. Er mogen {getal(MAX_RIJEN)} rijen in een bestand staan."
            )
    return xml[-400:]


def _lees_rekenblad(inhoud: bytes) -> list[Blad]:
    opdracht = [sys.executable, "-I", str(Path(__file__).with_name("lezer.py")), str(MAX_RIJEN)]
    try:
        klaar = subprocess.run(opdracht, input=inhoud, capture_output=True, timeout=WACHTTIJD, check=False)  # noqa: S603  # our own program, fixed arguments
    except subprocess.TimeoutExpired as fout:
        raise BestandFout(TE_VEEL) from fout
    if klaar.returncode != 0:
        raise BestandFout(TE_VEEL)  # it ran into the limits of memory or time it set itself
    antwoord = json.loads(klaar.stdout)
    match antwoord.get("fout"):
        case None:
            return [Blad(blad["naam"], blad["rijen"]) for blad in antwoord["bladen"]]
        case "wachtwoord":
            raise BestandFout(BEVEILIGD)
        case "te_ruim":
            raise BestandFout(
                f"Het blad '{antwoord['blad']}' loopt tot rij {getal(antwoord['rijen'])} en kolom "
                f"{getal(antwoord['kolommen'])}; er mogen {getal(MAX_RIJEN)} rijen zijn. Verwijder de lege rijen."
            )
        case "geheugen":
            raise BestandFout(TE_VEEL)
        case _:
            raise BestandFout(STUK)


def _lees_csv(inhoud: bytes) -> list[Rij]:
    tekst = _tekst(inhoud)
    if tekst.startswith("sep=") and "\n" in tekst:
        tekst = tekst.split("\n", 1)[1]
    scheiding = _scheiding(tekst)
    try:
        rijen: list[Rij] = [list(rij) for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)]
    except csv.Error as fout:
        raise BestandFout(STUK) from fout
    breedte = max((len(rij) for rij in rijen), default=0)
    return [rij + [""] * (breedte - len(rij)) for rij in rijen]


def _tekst(inhoud: bytes) -> str:
    """UTF-8 (with or without BOM), UTF-16, else the Western European code page that Excel writes."""
    codering = "utf-16" if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")) else _utf16_zonder_bom(inhoud)
    for poging in [codering] if codering else ["utf-8-sig", "cp1252"]:
        try:
            return inhoud.decode(poging)
        except UnicodeDecodeError:
            continue
    raise BestandFout("We herkennen de tekens in dit bestand niet. Bewaar het in Excel als xlsx en kies het opnieuw.")


def _utf16_zonder_bom(inhoud: bytes) -> str | None:
    """Western text in UTF-16 has a zero in every second byte."""
    begin = inhoud[:4096]
    if len(begin) >= 4 and begin[1::2].count(0) > 0.4 * len(begin[1::2]) and begin[::2].count(0) < 3:
        return "utf-16-le"
    if len(begin) >= 4 and begin[::2].count(0) > 0.4 * len(begin[::2]) and begin[1::2].count(0) < 3:
        return "utf-16-be"
    return None


def _scheiding(tekst: str) -> str:
    """The separator that splits the first lines into the most columns."""
    regels = [regel for regel in tekst[:20_000].splitlines() if regel.strip()][:30]
    return max(";\t,|", key=lambda teken: sum(sorted((regel.count(teken) for regel in regels), reverse=True)[:20]))


def is_leeg(rij: Rij) -> bool:
    return all(isinstance(cel, str) and not cel.strip() for cel in rij)


def _zonder_staart(rijen: list[Rij]) -> list[Rij]:
    laatste = next((i for i in range(len(rijen), 0, -1) if not is_leeg(rijen[i - 1])), 0)
    return rijen[:laatste]


def _controleer_omvang(blad: Blad) -> None:
    plaats = f"Het blad '{blad.naam}'" if blad.naam else "Dit bestand"
    if (aantal := sum(not is_leeg(rij) for rij in blad.rijen)) > MAX_RIJEN + 1:
        raise BestandFout(
            f"{plaats} heeft {getal(aantal)} rijen; er mogen er {getal(MAX_RIJEN)} zijn. Splits het bestand."
        )
    breedte = max((i + 1 for rij in blad.rijen for i, cel in enumerate(rij) if cel != ""), default=0)
    if breedte > MAX_KOLOMMEN:
        raise BestandFout(f"{plaats} heeft {meervoud(breedte, 'kolom', 'kolommen')}; er mogen er {MAX_KOLOMMEN} zijn.")
