"""Finding a port on this machine."""

from __future__ import annotations

import contextlib
import os
import socket

from opstart.fout import OpstartFout

EERSTE_POORT = 8000
PROBEER = 100


def is_vrij(poort: int, adres: str = "127.0.0.1") -> bool:
    familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
    with socket.socket(familie) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((adres, poort))
            proef.listen(1)
        except OSError:
            return False
    return True


def adressen() -> list[str]:
    """Where `localhost` may lead to here."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as proef:
        proef.bind(("::1", 0))
        return ["127.0.0.1", "::1"]
    return ["127.0.0.1"]


def webpoort() -> int:
    """The port that was asked for, or the first free one from 8000 on."""
    if gevraagd := os.environ.get("REGIE_POORT"):
        if not gevraagd.isdigit() or not 0 < int(gevraagd) < 65536:
            raise OpstartFout(f"REGIE_POORT moet een poortnummer zijn, niet '{gevraagd}'.")
        if not all(is_vrij(int(gevraagd), adres) for adres in adressen()):
            raise OpstartFout(f"Poort {gevraagd} is al in gebruik. Kies een andere met REGIE_POORT, of laat ze weg.")
        return int(gevraagd)
    for poort in range(EERSTE_POORT, EERSTE_POORT + PROBEER):
        if all(is_vrij(poort, adres) for adres in adressen()):
            return poort
    raise OpstartFout(f"De poorten {EERSTE_POORT} tot {EERSTE_POORT + PROBEER - 1} zijn allemaal in gebruik.")


def vrije_poort() -> int:
    """Any free port on the loopback address."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])
