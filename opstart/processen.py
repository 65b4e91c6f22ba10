"""Processes as /proc shows them: who is alive, who belongs to whom, and ending a whole group."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class Kenmerk:
    """A process that cannot be mistaken for a later one with the same number."""

    pid: int
    gestart: int

    def leeft(self) -> bool:
        return starttijd(self.pid) == self.gestart


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/<pid>/stat after the command, which may itself hold spaces and brackets."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (OSError, ValueError):
        return None


def starttijd(pid: int) -> int | None:
    """When the kernel started this process, in ticks since boot; None when it is gone or only a zombie."""
    velden = _stat(pid)
    if velden is None or velden[0] in "ZX":
        return None
    return int(velden[19])


def kenmerk(pid: int) -> Kenmerk | None:
    gestart = starttijd(pid)
    return None if gestart is None else Kenmerk(pid, gestart)


def opdrachtregel(pid: int) -> str:
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


def omgeving_bevat(pid: int, regel: str) -> bool:
    """Whether the process was started with this `NAAM=waarde` in its environment."""
    try:
        return regel.encode() in (PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:
        return False


def sessieleden(sessie: int) -> list[int]:
    """Every living process of one session; its leader may be long gone."""
    leden = []
    for map_ in PROC.iterdir():
        if not map_.name.isdigit():
            continue
        velden = _stat(int(map_.name))
        if velden and velden[0] not in "ZX" and int(velden[3]) == sessie:
            leden.append(int(map_.name))
    return leden


def stuur(pids: list[int], teken: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, teken)


def beeindig_sessies(sessies: list[int], *, geduld: float = 10.0) -> None:
    """SIGTERM to every leader at once, or to its orphans; time to finish; SIGKILL to whoever is left."""
    for sessie in sessies:
        leden = sessieleden(sessie)
        stuur([sessie] if sessie in leden else leden, signal.SIGTERM)
    einde = time.monotonic() + geduld
    while time.monotonic() < einde and any(map(sessieleden, sessies)):
        time.sleep(0.05)
    for sessie in sessies:
        stuur(sessieleden(sessie), signal.SIGKILL)


def schrijf_pidbestand(pad: Path, pid: int) -> None:
    wie = kenmerk(pid)
    if wie is None:
        return
    tijdelijk = pad.with_suffix(".nieuw")
    tijdelijk.write_text(json.dumps({"pid": wie.pid, "gestart": wie.gestart}))
    tijdelijk.replace(pad)


def lees_pidbestand(pad: Path) -> Kenmerk | None:
    try:
        inhoud = json.loads(pad.read_text())
        return Kenmerk(int(inhoud["pid"]), int(inhoud["gestart"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
