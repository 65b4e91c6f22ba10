"""Opens one spreadsheet in a process of its own, with limited memory and time; prints its cells as JSON.

Started by `regie.core.inlezen.bestand` with the file on stdin. A file from outside can unpack to far more than it
weighs or hit a bug of a parser: here that ends this process, not a web worker. Imports nothing of the product.
"""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

GEHEUGEN = 1536 * 1024 * 1024
SECONDEN = 40
MAX_CELLEN = 6_000_000


def cel(waarde: Any) -> str | int | float:
    """A cell as JSON holds it. Dates become dd/mm/jjjj, the one notation this product reads."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return f"{waarde:%d/%m/%Y}" if waarde.time() == time() else f"{waarde:%d/%m/%Y %H:%M}"
    if isinstance(waarde, date):
        return f"{waarde:%d/%m/%Y}"
    if isinstance(waarde, time | timedelta):
        return str(waarde)
    if isinstance(waarde, float) and waarde.is_integer() and abs(waarde) < 1e15:
        return int(waarde)
    return waarde


def bladen(inhoud: bytes, max_rijen: int) -> dict[str, Any]:
    from python_calamine import (  # after the limits are set: loading it is part of the work  # noqa: PLC0415
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud))
    gelezen = []
    for meta in boek.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet or meta.visible != SheetVisibleEnum.Visible:
            continue
        blad = boek.get_sheet_by_name(meta.name)
        if blad.total_height * blad.total_width > MAX_CELLEN or blad.total_height > 4 * max_rijen:
            return {"fout": "te_ruim", "blad": meta.name, "rijen": blad.total_height, "kolommen": blad.total_width}
        rijen = [[cel(c) for c in rij] for rij in blad.to_python(skip_empty_area=False)]
        gelezen.append({"naam": meta.name, "rijen": rijen})
    return {"bladen": gelezen}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN))
    try:
        antwoord = bladen(sys.stdin.buffer.read(), int(sys.argv[1]))
    except MemoryError:
        antwoord = {"fout": "geheugen"}
    except BaseException as fout:  # the parser is Rust: a panic is no Exception; the parent words every kind
        antwoord = {"fout": "wachtwoord" if type(fout).__name__ == "PasswordError" else "stuk"}
    json.dump(antwoord, sys.stdout)


if __name__ == "__main__":
    main()
