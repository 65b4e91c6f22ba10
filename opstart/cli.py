"""The commands of `./run`."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Callable

from opstart import beheer, demo, dockerproef, ontwikkeling, signalen, testronde
from opstart.fout import OpstartFout, zin_voor_oserror

GEBRUIK = """\
Regiekompas

  ./run demo            alles starten, met demogegevens; het adres en de logins staan op het scherm
  ./run demo --check    alles starten, nagaan of het antwoordt, één regel JSON, alles stoppen
  ./run test            stijl, types, contracten, migraties en alle tests; met argumenten: alleen pytest
  ./run check           hetzelfde zonder de tests
  ./run fix             de code opmaken en herstellen wat vanzelf kan
  ./run lock            requirements.lock en requirements-dev.lock opnieuw berekenen
  ./run manage …        een Django-commando op de databank van de demo
  ./run psql            een SQL-venster op de databank van de demo
  ./run docker-proef    Dockerfile en docker-compose.yml naspelen zonder Docker-engine

Omgevingsvariabelen: REGIE_POORT (poort van de demo), REGIE_STATE (map voor de gegevens),
DATABASE_URL + DATABASE_OWNER_URL en REDIS_URL (eigen servers in plaats van de meegeleverde)."""


def _demo(argumenten: list[str]) -> int:
    if argumenten not in ([], ["--check"]):
        raise OpstartFout(f"./run demo kent alleen --check, niet {' '.join(argumenten)}.")
    return demo.controleer() if argumenten else demo.draai()


OPDRACHTEN: dict[str, Callable[[list[str]], int]] = {
    "demo": _demo,
    "test": testronde.test,
    "check": testronde.check,
    "fix": ontwikkeling.fix,
    "lock": ontwikkeling.lock,
    "manage": beheer.manage,
    "psql": beheer.psql,
    "docker-proef": dockerproef.draai,
}


def _uitleg(argumenten: list[str]) -> int:
    print(GEBRUIK, flush=True)
    return 0


def controleer_platform() -> None:
    if sys.platform != "linux":
        raise OpstartFout(
            f"Dit commando werkt op Linux, niet op {platform.system() or sys.platform}. "
            "Gebruik daar Docker: docker compose up."
        )


def main(argumenten: list[str]) -> int:
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="replace")
    if not argumenten or argumenten[0] in ("-h", "--help", "help"):
        return _voer_uit(_uitleg, argumenten)
    if (opdracht := OPDRACHTEN.get(argumenten[0])) is None:
        print(f"./run kent '{argumenten[0]}' niet.\n\n{GEBRUIK}", file=sys.stderr)
        return 2
    return _voer_uit(opdracht, argumenten[1:])


def _voer_uit(opdracht: Callable[[list[str]], int], argumenten: list[str]) -> int:
    """Whatever goes wrong ends in a sentence; only our own mistakes may show a traceback."""
    try:
        controleer_platform()
        signalen.vang()
        return opdracht(argumenten)
    except signalen.Gestopt:
        return _gestopt()
    except OpstartFout as fout:
        if signalen.aantal():
            return _gestopt()  # a child that died of the same Ctrl-C is no failure
        print(f"\n{fout}", file=sys.stderr)
        if fout.verslag:
            print(f"Het volledige verslag: {fout.verslag}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as fout:
        print(f"\n{zin_voor_oserror(fout)}", file=sys.stderr)
        return 1


def _gestopt() -> int:
    print("Gestopt.", file=sys.stderr)
    return 130
