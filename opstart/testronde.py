"""`./run test` and `./run check`: every check of the house on servers that are thrown away afterwards."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from opstart import paden, processen, signalen, variabelen
from opstart.omgeving import Omgeving
from opstart.opdrachten import Lezer
from opstart.postgres import Cluster
from opstart.scherm import Scherm, seconden, tabel
from opstart.servers import Servers
from opstart.systeempakketten import Systeempakketten
from opstart.valkey import Valkey

CODE = ["regie", "partners", "trajecten", "actieplannen", "rapportage", "opstart", "manage.py"]
TEGELIJK = 2
_SLOTREGEL = re.compile(r"\b(passed|failed|errors?|skipped|deselected|no tests ran)\b.* in \d[\d.]*s")
_PROD = {
    "DJANGO_SETTINGS_MODULE": "regie.settings.prod",
    "ALLOWED_HOSTS": "regiekompas.example",
    "REGIE_BASIS_URL": "https://regiekompas.example",
    "EMAIL_URL": "smtp://mail.regiekompas.example:587?tls=1",
}


@dataclass
class Stap:
    naam: str
    opdracht: list[str]
    env: dict[str, str]


@dataclass
class Uitslag:
    naam: str
    seconden: float
    gelukt: bool
    opmerking: str = ""


def stappen(env: dict[str, str]) -> list[Stap]:
    """The slowest first, so that the others fit beside it."""
    python = str(paden.PYTHON)
    manage = [python, str(paden.REPO / "manage.py")]
    contracten = "from importlinter.cli import lint_imports_command as c; c()"
    return [
        Stap("types (mypy)", [python, "-m", "mypy", *CODE], env),
        Stap("stijl (ruff check)", [python, "-m", "ruff", "check", ".", "run"], env),
        Stap("opmaak (ruff format)", [python, "-m", "ruff", "format", "--check", ".", "run"], env),
        Stap("contracten (import-linter)", [python, "-c", contracten], env),
        Stap("migraties", [*manage, "makemigrations", "--check", "--dry-run"], {**env, "REGIE_ROL": "eigenaar"}),
        Stap("productie-instellingen", [*manage, "check", "--deploy", "--fail-level", "WARNING", "--database",
             "default"], {**env, **_PROD}),
    ]  # fmt: skip


def slotregel(uitvoer: list[str]) -> str:
    """pytest's own last word."""
    return next((regel for regel in reversed(uitvoer) if _SLOTREGEL.search(regel)), "")


@dataclass
class Ronde:
    scherm: Scherm
    env: dict[str, str]
    logs: Path
    uitslagen: list[Uitslag] = field(default_factory=list)

    @property
    def gelukt(self) -> bool:
        return all(uitslag.gelukt for uitslag in self.uitslagen)

    def noteer(self, uitslag: Uitslag) -> None:
        self.uitslagen.append(uitslag)
        stand = "in orde" if uitslag.gelukt else "MISLUKT"
        slot = f": {uitslag.opmerking}" if uitslag.opmerking else ""
        self.scherm.meld(f"{uitslag.naam} {stand} ({seconden(uitslag.seconden)} s){slot}")

    def naast_elkaar(self, wachtend: list[Stap]) -> None:
        """Two at a time, each with its own log; the output of what fails is shown at once."""
        wachtend = list(wachtend)
        bezig: list[tuple[Stap, subprocess.Popen[bytes], Path, float]] = []
        try:
            while wachtend or bezig:
                while wachtend and len(bezig) < TEGELIJK:
                    bezig.append(self._begin(wachtend.pop(0)))
                signalen.slaap(0.05)
                bezig = [loopt for loopt in bezig if not self._is_af(*loopt)]
        finally:
            processen.beeindig_sessies([proces.pid for _, proces, _, _ in bezig], geduld=2)

    def pytest(self, argumenten: list[str]) -> tuple[int, str]:
        """The tests, line by line on the screen; returns the status and pytest's closing line."""
        log, begin = self.logs / "pytest.log", time.monotonic()
        opdracht = [str(paden.PYTHON), "-m", "pytest", "-p", "no:valkey", *argumenten]
        proces = _start(opdracht, self.env, log)
        regels: list[str] = []
        lezer = Lezer(log)
        try:
            klaar = False
            while not klaar:
                klaar = proces.poll() is not None
                for regel in lezer.nieuw(klaar=klaar):
                    self.scherm.regel(regel)
                    regels.append(regel)
                signalen.slaap(0 if klaar else 0.1)
        finally:
            processen.beeindig_sessies([proces.pid], geduld=10)
            lezer.close()
        einde = slotregel(regels)
        self.noteer(Uitslag("tests (pytest)", time.monotonic() - begin, proces.returncode == 0, einde.strip("= ")))
        return proces.returncode, einde

    def verslag(self, einde: str = "") -> int:
        rijen = [
            (u.naam, f"{seconden(u.seconden):>7}", "in orde" if u.gelukt else "MISLUKT", u.opmerking)
            for u in self.uitslagen
        ]
        self.scherm.regel()
        for regel in tabel(("Stap", "Seconden", "Uitslag", ""), rijen):
            self.scherm.regel(regel)
        self.scherm.regel()
        self.scherm.meld("Alles is in orde." if self.gelukt else "Niet alles is in orde.")
        if einde:
            self.scherm.regel(einde)
        return 0 if self.gelukt else 1

    # inside

    def _begin(self, stap: Stap) -> tuple[Stap, subprocess.Popen[bytes], Path, float]:
        log = self.logs / (re.sub(r"\W+", "-", stap.naam).strip("-") + ".log")
        return stap, _start(stap.opdracht, stap.env, log), log, time.monotonic()

    def _is_af(self, stap: Stap, proces: subprocess.Popen[bytes], log: Path, begin: float) -> bool:
        if proces.poll() is None:
            return False
        self.noteer(Uitslag(stap.naam, time.monotonic() - begin, proces.returncode == 0))
        if proces.returncode:
            self.scherm.regel(log.read_text(errors="replace"))
        return True


def _start(opdracht: list[str], env: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as bestand:
        return subprocess.Popen(
            opdracht, cwd=paden.REPO, env=env, stdin=subprocess.DEVNULL, stdout=bestand, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip


@contextlib.contextmanager
def proefservers(scherm: Scherm) -> Iterator[tuple[Servers, Path]]:
    """Servers without a care for safety, in a directory that disappears."""
    kamer = paden.maak_statusmap(paden.basismap() / "test")
    ruim_op(kamer)
    status = paden.maak_statusmap(kamer / secrets.token_hex(3))
    try:
        with Servers(scherm, status, wegwerp=True).aan() as servers:
            yield servers, status
    finally:
        _verwijder(status)


def ruim_op(kamer: Path) -> None:
    """What earlier rounds left behind when they were killed; a round that still runs holds its lock."""
    for status in kamer.iterdir():
        slot = status / "gebruik.slot"
        if not slot.exists():
            shutil.rmtree(status, ignore_errors=True)
            continue
        with slot.open("a") as bestand, contextlib.suppress(BlockingIOError):
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _verwijder(status)


def _verwijder(status: Path) -> None:
    cluster, valkey = Cluster(status / "postgres"), Valkey(status / "valkey")
    valkey.stop()
    cluster.stop()
    for map_ in (cluster.socketmap, valkey.socket.parent, status):
        shutil.rmtree(map_, ignore_errors=True)


def _omgeving(scherm: Scherm) -> tuple[Systeempakketten, dict[str, str]]:
    systeem = Systeempakketten.hier(scherm)
    Omgeving(scherm, systeem).zorg(ontwikkel=True)
    return systeem, systeem.voor_pdf()


def _variabelen(status: Path, servers: Servers, extra: dict[str, str]) -> dict[str, str]:
    env = {**variabelen.product(status, servers, extra), "DJANGO_SETTINGS_MODULE": "regie.settings.test"}
    env.pop("REGIE_ROL", None)
    return env


def _browser(scherm: Scherm, systeem: Systeempakketten) -> tuple[dict[str, str], Uitslag]:
    begin = time.monotonic()
    pad, reden = systeem.chromium()
    verplicht = os.environ.get("CI", "").lower() in ("1", "true")
    uitslag = Uitslag("browser (Chromium)", time.monotonic() - begin, bool(pad) or not verplicht)
    if reden:
        uitslag.opmerking = f"{reden}; de browsertests worden overgeslagen"
    return {"REGIE_CHROMIUM": pad, "REGIE_CHROMIUM_REDEN": reden}, uitslag


def test(argumenten: list[str]) -> int:
    scherm = Scherm()
    systeem, extra = _omgeving(scherm)
    browser, uitslag = _browser(scherm, systeem)
    with proefservers(scherm) as (servers, status):
        env = {**_variabelen(status, servers, extra), **browser}
        ronde = Ronde(scherm, env, paden.maak_map(status / "logs"))
        if argumenten:
            return ronde.pytest(argumenten)[0]
        ronde.noteer(uitslag)
        ronde.naast_elkaar(stappen(env))
        kernen = str(min(8, max(2, os.cpu_count() or 2)))
        _, einde = ronde.pytest(["-n", kernen, "--dist", "worksteal", "-rs"])
    return ronde.verslag(einde)


def check(argumenten: list[str]) -> int:
    scherm = Scherm()
    _, extra = _omgeving(scherm)
    with proefservers(scherm) as (servers, status):
        env = _variabelen(status, servers, extra)
        ronde = Ronde(scherm, env, paden.maak_map(status / "logs"))
        ronde.naast_elkaar(stappen(env))
    return ronde.verslag()
