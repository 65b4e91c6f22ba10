"""Running one command as a step: its output in a file, signs of life on the screen, a sentence when it fails."""

from __future__ import annotations

import contextlib
import re
import subprocess
import time
from pathlib import Path
from typing import Any

from opstart import paden, processen, signalen
from opstart.fout import OpstartFout
from opstart.scherm import Scherm

LEVENSTEKEN = 10.0  # seconds of silence after which the reader wants to know that it still runs
_BEKEND = (
    (
        re.compile(r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate|UnknownIssuer"),
        "De beveiligde verbinding wordt niet vertrouwd. Zit er een proxy tussen, zet dan SSL_CERT_FILE op haar "
        "certificaat.",
    ),
    (re.compile(r"No space left on device|ENOSPC|Disk quota exceeded"), "De schijf is vol. Maak plaats vrij."),
    (
        re.compile(r"dns error|name resolution|Network is unreachable|Failed to establish|Could not resolve|"
                   r"error sending request|Connection timed out", re.IGNORECASE),
        "Er is geen verbinding met het netwerk (of een proxy houdt ze tegen).",
    ),
    (
        re.compile(r"hash(es)? mismatch|DO NOT MATCH THE HASHES", re.IGNORECASE),
        "Een gedownload pakket is niet wat het lockbestand verwacht; er is niets van geïnstalleerd.",
    ),
    (re.compile(r"password authentication failed"), "De databankserver weigert het wachtwoord van deze rol."),
    (
        re.compile(r"OperationalError: (connection|could not translate host name|\[Errno)"),
        "De databankserver is niet bereikbaar. Klopt de URL, en staat de server aan?",
    ),
    (re.compile(r"redis\.exceptions\.\w*ConnectionError"), "De Redis-server is niet bereikbaar. Klopt REDIS_URL?"),
    (re.compile(r"Cannot allocate memory|MemoryError"), "De machine heeft te weinig vrij geheugen."),
)  # fmt: skip
_CHECK = re.compile(r"\(regie\.E\d+\) (.+)")
_UITZONDERING = re.compile(r"^(?:[\w.]+(?:Error|Exception|Configured|Fout)|CommandError): (.+)", re.MULTILINE)


def oorzaak(uitvoer: str) -> str:
    """The one line of a failed command's output that tells most."""
    for patroon, zin in _BEKEND:
        if patroon.search(uitvoer):
            return zin
    for patroon in (_CHECK, _UITZONDERING):
        if gevonden := patroon.findall(uitvoer):
            return str(gevonden[-1]).strip()
    regels = [regel.strip() for regel in uitvoer.splitlines() if regel.strip()]
    return regels[-1][:300] if regels else "Er was geen uitvoer."


def voer_uit(
    scherm: Scherm,
    wat: str,
    opdracht: list[str],
    *,
    env: dict[str, str],
    log: Path,
    cwd: Path = paden.REPO,
    toon: bool = False,
) -> None:
    """Run to the end or raise; `toon` repeats the command's own lines on the screen."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as bestand:
        proces = subprocess.Popen(
            opdracht, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=bestand, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
    try:
        _volg(scherm, wat, proces, log, toon=toon)
    except BaseException:
        processen.beeindig_sessies([proces.pid], geduld=10)
        proces.wait()
        raise
    if proces.returncode:
        zin = oorzaak(log.read_text(errors="replace"))
        raise OpstartFout(f"{wat} is mislukt: {zin}", verslag=log)


class Lezer:
    """The complete lines that were added to a growing file since the last look."""

    def __init__(self, pad: Path) -> None:
        self._bestand = pad.open("rb")
        self._rest = b""

    def nieuw(self, *, klaar: bool = False) -> list[str]:
        *regels, self._rest = (self._rest + self._bestand.read()).split(b"\n")
        if klaar and self._rest:
            regels.append(self._rest)
            self._rest = b""
        return [regel.decode(errors="replace") for regel in regels]

    def close(self) -> None:
        self._bestand.close()


def _volg(scherm: Scherm, wat: str, proces: subprocess.Popen[Any], log: Path, *, toon: bool) -> None:
    lezer, laatste = Lezer(log), time.monotonic()
    with contextlib.closing(lezer):
        while True:
            klaar = proces.poll() is not None
            if toon and (regels := lezer.nieuw(klaar=klaar)):
                laatste = time.monotonic()
                toon = _herhaal(scherm, regels)
            if klaar:
                return
            if time.monotonic() - laatste > LEVENSTEKEN:
                scherm.meld(f"{wat}: nog bezig …")
                laatste = time.monotonic()
            signalen.slaap(0.1)


def _herhaal(scherm: Scherm, regels: list[str]) -> bool:
    """False from the first traceback on: that is for the log, the screen gets a sentence."""
    for regel in regels:
        if regel.startswith("Traceback (most recent call last)"):
            return False
        scherm.regel(f"           {regel}")
    return True
