"""The supervisor: starts the processes of the product, restarts what dies, waits longer after each failure."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from opstart import paden, processen, signalen
from opstart.fout import OpstartFout
from opstart.scherm import Scherm, seconden

EERSTE_WACHT = 0.5
LANGSTE_WACHT = 30.0
GEZOND_NA = 30.0  # seconds alive after which a process has earned a clean slate
GEDULD = 12.0  # seconds between asking to stop and killing
LOG_GRENS = 20 * 1024 * 1024
STAART = 5


def wachttijd(mislukt: int) -> float:
    """Half a second after the first failure, doubling to half a minute."""
    return float(min(LANGSTE_WACHT, EERSTE_WACHT * 2 ** max(mislukt - 1, 0)))


def staart(log: Path, regels: int = STAART) -> list[str]:
    """The last lines of a log, however large it is."""
    try:
        with log.open("rb") as bestand:
            bestand.seek(max(0, log.stat().st_size - 8192))
            return bestand.read().decode(errors="replace").splitlines()[-regels:]
    except OSError:
        return []


def kort_log_in(log: Path, grens: int = LOG_GRENS) -> None:
    """Keep one older piece. Copy and truncate, because the process keeps its file open in append mode."""
    if log.exists() and log.stat().st_size > grens:
        shutil.copyfile(log, log.with_suffix(".vorige.log"))
        os.truncate(log, 0)


@dataclass
class Teller:
    """How often something failed in a row, and when it may be tried again."""

    mislukt: int = 0
    volgende: float = 0.0

    def fout(self, nu: float, geleefd: float) -> float:
        self.mislukt = 1 if geleefd >= GEZOND_NA else self.mislukt + 1
        wacht = wachttijd(self.mislukt)
        self.volgende = nu + wacht
        return wacht


@dataclass
class Proces:
    """One process of the product, with its log, its pid file and its history of failure."""

    naam: str
    opdracht: list[str]
    omgeving: dict[str, str]
    status: Path
    teller: Teller = field(default_factory=Teller)
    popen: subprocess.Popen[bytes] | None = None
    gestart: float = 0.0

    @property
    def log(self) -> Path:
        return self.status / "logs" / f"{self.naam}.log"

    @property
    def pidbestand(self) -> Path:
        return self.status / f"{self.naam}.pid"

    def start(self) -> None:
        kort_log_in(self.log)
        with self.log.open("ab") as log:
            self.popen = subprocess.Popen(
                self.opdracht, cwd=paden.REPO, env=self.omgeving, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        self.gestart = time.monotonic()
        processen.schrijf_pidbestand(self.pidbestand, self.popen.pid)

    def leeft(self) -> bool:
        return self.popen is not None and self.popen.poll() is None

    def opruimen(self) -> None:
        """After the death of the first process its children are of no use: they hold the port and the tasks."""
        if self.popen is not None:
            processen.stuur(processen.sessieleden(self.popen.pid), signal.SIGKILL)
        self.popen = None
        self.pidbestand.unlink(missing_ok=True)


@dataclass
class Server:
    """PostgreSQL or Valkey as the supervisor sees it: a question, a start, a log."""

    naam: str
    pid: Callable[[], int | None]
    start: Callable[[], None]
    log: Path
    teller: Teller = field(default_factory=Teller)
    gestart: float = field(default_factory=time.monotonic)


@dataclass
class Toezicht:
    scherm: Scherm
    processen: list[Proces]
    servers: list[Server] = field(default_factory=list)

    def start(self) -> None:
        for proces in self.processen:
            proces.log.parent.mkdir(mode=0o700, exist_ok=True)
            proces.start()

    def ronde(self) -> None:
        """One look at everything: servers first, for the others lean on them."""
        nu = time.monotonic()
        for server in self.servers:
            self._kijk_naar_server(server, nu)
        for proces in self.processen:
            self._kijk_naar_proces(proces, nu)

    def stabiel(self, duur: float = 1.0) -> bool:
        """Everything is up, and has been for a moment."""
        nu = time.monotonic()
        return all(proces.leeft() and nu - proces.gestart >= duur for proces in self.processen)

    def ergste(self) -> Proces | None:
        """The process that failed most often, if any did."""
        mislukt = [proces for proces in self.processen if proces.teller.mislukt]
        return max(mislukt, key=lambda proces: proces.teller.mislukt, default=None)

    def stop(self) -> None:
        """Everybody is asked at once; a second Ctrl-C or the end of patience ends whoever is left."""
        for proces in self.processen:
            if proces.popen is not None and proces.leeft():
                with contextlib.suppress(ProcessLookupError):
                    proces.popen.terminate()
        gevraagd, einde = signalen.aantal(), time.monotonic() + GEDULD
        while any(p.leeft() for p in self.processen):
            if time.monotonic() > einde or signalen.aantal() > max(gevraagd, 1):
                break
            time.sleep(0.05)
        for proces in self.processen:
            leefde = proces.leeft()
            popen = proces.popen
            proces.opruimen()
            if leefde and popen is not None:
                popen.wait()

    # inside

    def _kijk_naar_proces(self, proces: Proces, nu: float) -> None:
        if proces.leeft():
            return
        if proces.popen is not None:
            code, geleefd = proces.popen.returncode, nu - proces.gestart
            proces.opruimen()
            wacht = proces.teller.fout(nu, geleefd)
            self._meld_dood(proces.naam, f"stopte onverwacht ({_uitleg(code)})", wacht, proces.log)
        elif nu >= proces.teller.volgende:
            proces.start()

    def _kijk_naar_server(self, server: Server, nu: float) -> None:
        if nu < server.teller.volgende or server.pid() is not None:
            return
        self.scherm.meld(f"{server.naam} is weg en wordt opnieuw gestart …")
        geleefd, server.gestart = nu - server.gestart, nu
        try:
            server.start()
        except (OpstartFout, OSError) as fout:
            wacht = server.teller.fout(nu, geleefd)
            self._meld_dood(server.naam, f"startte niet ({fout})", wacht, server.log)
        else:
            server.teller.fout(nu, geleefd)
            self.scherm.meld(f"{server.naam} draait weer (proces {server.pid()}).")

    def _meld_dood(self, naam: str, wat: str, wacht: float, log: Path) -> None:
        self.scherm.meld(f"{naam} {wat}; nieuwe start over {seconden(wacht)} s. Verslag: {log}")
        for regel in staart(log):
            self.scherm.regel(f"           {naam} | {regel}")


def _uitleg(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"code {code}"


def ruim_wezen_op(status: Path, namen: list[str]) -> list[str]:
    """End what an earlier supervisor left behind when it was killed itself. Returns the names of what was found."""
    gevonden: dict[str, int] = {}
    for naam in namen:
        wie = processen.lees_pidbestand(status / f"{naam}.pid")
        if wie and any(_van_ons(pid, status) for pid in processen.sessieleden(wie.pid)):
            gevonden[naam] = wie.pid
    processen.beeindig_sessies(list(gevonden.values()), geduld=5)
    for naam in namen:
        (status / f"{naam}.pid").unlink(missing_ok=True)
    return list(gevonden)


def _van_ons(pid: int, status: Path) -> bool:
    """A process number is used again one day; only what was started for this state directory is ours to end."""
    return processen.omgeving_bevat(pid, f"REGIE_STATE={status}")
