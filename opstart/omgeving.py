"""The Python environment in .venv: made from a lock file with hashes, and remade when that file changes."""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from opstart import opdrachten, paden, signalen
from opstart.fout import OpstartFout
from opstart.scherm import Scherm
from opstart.systeempakketten import Systeempakketten

LOCK = "requirements.lock"
LOCK_ONTWIKKEL = "requirements-dev.lock"
UV_PIN = Path(__file__).parent / "uv-pin.txt"
LAAGSTE_PYTHON = (3, 11)


def regels(repo: Path, venv: Path, python: str, *, ontwikkel: bool) -> set[str]:
    """What the stamp must hold: this place, this Python, these lock files."""
    bestanden = (LOCK, LOCK_ONTWIKKEL) if ontwikkel else (LOCK,)
    sommen = {f"{naam} {hashlib.sha256((repo / naam).read_bytes()).hexdigest()}" for naam in bestanden}
    return {f"plaats {venv}", f"python {python}", *sommen}


def python_versie(python: Path) -> str | None:
    """The version this interpreter answers with; None when it is not there, broken or too old."""
    try:
        antwoord = subprocess.run(
            [str(python), "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"],
            check=True, capture_output=True, text=True,
        ).stdout.strip()  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    return antwoord if tuple(map(int, antwoord.split(".")))[:2] >= LAAGSTE_PYTHON else None


@dataclass
class Omgeving:
    scherm: Scherm
    systeem: Systeempakketten
    repo: Path = paden.REPO
    venv: Path = paden.VENV

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def stempel(self) -> Path:
        return self.venv / ".regie-stempel"

    def zorg(self, *, ontwikkel: bool) -> None:
        """Make or complete the environment; nothing happens when the stamp says that it is right."""
        basis = paden.maak_statusmap(paden.basismap(self.repo))
        with (basis / "omgeving.slot").open("w") as slot:
            self._wacht_op(slot)
            aanwezig = self._lees_stempel()
            if self._klopt(aanwezig, ontwikkel=ontwikkel):
                return
            ontwikkel = ontwikkel or any(regel.startswith(LOCK_ONTWIKKEL) for regel in aanwezig)
            self._bouw(aanwezig)
            self._installeer(LOCK_ONTWIKKEL if ontwikkel else LOCK)
            versie = python_versie(self.python) or ""
            gewenst = regels(self.repo, self.venv, versie, ontwikkel=ontwikkel)
            self.stempel.write_text("\n".join(sorted(gewenst)) + "\n")
            self.scherm.meld("De Python-omgeving is klaar.")

    def uv(self, env: dict[str, str]) -> Path:
        """The installer: the one of this machine, or the pinned one fetched with pip."""
        if eigen := shutil.which("uv"):
            return Path(eigen)
        som = hashlib.sha256(UV_PIN.read_bytes()).hexdigest()[:12]
        doel = paden.basismap(self.repo) / f"uv-{som}"
        if not (doel / "bin" / "uv").exists():
            tijdelijk = doel.with_suffix(".nieuw")
            shutil.rmtree(tijdelijk, ignore_errors=True)
            self._pip(env, "De installer uv", "--target", str(tijdelijk), "-r", str(UV_PIN))
            shutil.rmtree(doel, ignore_errors=True)
            tijdelijk.rename(doel)
        return doel / "bin" / "uv"

    def variabelen(self) -> dict[str, str]:
        """The caller's environment, with what a download needs here."""
        env = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "UV_NO_PROGRESS": "1"}
        env.setdefault("PIP_RETRIES", "2")
        env.update(self.systeem.certificaten(env))
        thuis = Path(env.get("HOME") or "/")
        if not os.access(thuis, os.W_OK):
            env["UV_CACHE_DIR"] = env["PIP_CACHE_DIR"] = str(paden.basismap(self.repo) / "cache")
        return env

    # inside

    def _wacht_op(self, slot: TextIO) -> None:
        """Two commands at once make one environment."""
        gezegd = False
        while True:
            try:
                return fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not gezegd:
                    self.scherm.meld("Een ander commando maakt de omgeving klaar; daar wachten we op …")
                gezegd = True
                signalen.slaap(0.2)

    def _lees_stempel(self) -> set[str]:
        try:
            return set(self.stempel.read_text().splitlines())
        except OSError:
            return set()

    def _klopt(self, aanwezig: set[str], *, ontwikkel: bool) -> bool:
        versie = python_versie(self.python) if aanwezig else None
        return versie is not None and regels(self.repo, self.venv, versie, ontwikkel=ontwikkel) <= aanwezig

    def _bouw(self, aanwezig: set[str]) -> None:
        """A new environment, unless the one that is there was made here and only its packages are behind."""
        self.stempel.unlink(missing_ok=True)
        if f"plaats {self.venv}" in aanwezig and python_versie(self.python):
            return
        self.scherm.meld(f"De Python-omgeving maken met Python {sys.version.split()[0]} …")
        bron = getattr(sys, "_base_executable", None) or sys.executable
        opdracht = [bron, "-m", "venv", "--clear", "--without-pip", str(self.venv)]
        opdrachten.voer_uit(self.scherm, "De omgeving maken", opdracht, env=dict(os.environ), log=self._log())

    def _installeer(self, lock: str) -> None:
        env = self.variabelen()
        try:
            uv = str(self.uv(env))
            self.scherm.meld(f"Pakketten installeren uit {lock} …")
            opdracht = [uv, "pip", "sync", "--require-hashes", "--compile-bytecode", "--python", str(self.python),
                        str(self.repo / lock)]  # fmt: skip
            opdrachten.voer_uit(self.scherm, "De pakketten installeren", opdracht, env=env, log=self._log())
        except OpstartFout as fout:
            self.scherm.meld(f"{fout} Nog een poging met pip …")
            self._pip(env, "De pakketten installeren", "--require-hashes", "-r", str(self.repo / lock))

    def _pip(self, env: dict[str, str], wat: str, *argumenten: str) -> None:
        """pip from a wheel file on the path of the environment's own Python: it need not be installed anywhere."""
        self.scherm.meld(f"{wat} met pip …")
        met_pip = {**env, "PYTHONPATH": str(self._pip_wiel())}
        opdracht = [str(self.python), "-m", "pip", "install", "--quiet", *argumenten]
        opdrachten.voer_uit(self.scherm, wat, opdracht, env=met_pip, log=self._log("pip"))

    def _pip_wiel(self) -> Path:
        gevonden = importlib.util.find_spec("ensurepip")
        for map_ in gevonden.submodule_search_locations or [] if gevonden else []:
            if wielen := sorted((Path(map_) / "_bundled").glob("pip-*.whl")):
                return wielen[-1]
        return self.systeem.pip_wiel()

    def _log(self, naam: str = "omgeving") -> Path:
        return paden.basismap(self.repo) / f"{naam}.log"
