"""`./run docker-proef`: the Dockerfile and the compose file played on this machine, for where no Docker engine is.

What an engine alone can do (pulling images, networks, volumes) is not tried, and is named as such.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from opstart import geheimen, opdrachten, paden, poorten, processen, signalen
from opstart.fout import OpstartFout
from opstart.omgeving import Omgeving
from opstart.postgres import ROL_APP, ROL_EIGENAAR, Cluster
from opstart.scherm import Scherm
from opstart.systeempakketten import PDF_PAKKETTEN, Systeempakketten
from opstart.testronde import proefservers

WERKMAP = "/app"
_VERPLICHT = ("POSTGRES_PASSWORD", "REGIE_OWNER_WACHTWOORD", "REGIE_APP_WACHTWOORD")


def instructies(dockerfile: str) -> list[tuple[str, str]]:
    """(instruction, argument) with continued lines joined and comments gone."""
    regels = [regel for regel in dockerfile.splitlines() if regel.strip() and not regel.lstrip().startswith("#")]
    samen = re.sub(r"\\\n\s*", " ", "\n".join(regels))
    return [(naam.upper(), rest.strip()) for naam, _, rest in (regel.partition(" ") for regel in samen.splitlines())]


def bronnen(ingelezen: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(source, destination) of every COPY."""
    for naam, argument in ingelezen:
        if naam == "COPY":
            *van, naar = argument.split()
            yield from ((bron, naar) for bron in van)


def laat_door(dockerignore: str, bron: str) -> bool:
    """Whether the build sees this path: everything is shut out first, then some of it let in."""
    toegelaten = True
    for regel in dockerignore.split():
        uitzondering = regel.startswith("!")
        if fnmatch(bron, regel.lstrip("!")):
            toegelaten = uitzondering
    return toegelaten


def variabelen(ingelezen: list[tuple[str, str]]) -> dict[str, str]:
    paren = (paar.partition("=") for naam, argument in ingelezen if naam == "ENV" for paar in shlex.split(argument))
    return {naam: waarde for naam, _, waarde in paren}


def apt_pakketten(ingelezen: list[tuple[str, str]]) -> set[str]:
    """What the image installs with apt."""
    alles = " && ".join(argument for naam, argument in ingelezen if naam == "RUN")
    gevonden = re.findall(r"apt-get install ([^&]+)", alles)
    return {woord for stuk in gevonden for woord in stuk.split() if not woord.startswith("-")}


@dataclass
class Proef:
    """One play of the Dockerfile in a scratch directory that stands for the image's file system."""

    scherm: Scherm
    wortel: Path
    extra: dict[str, str]
    ingelezen: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ingelezen = instructies((paden.REPO / "Dockerfile").read_text())
        self.app = self.wortel / "app"
        self.status = paden.maak_map(self.wortel / "staat")

    def kopieer(self) -> None:
        dockerignore = (paden.REPO / ".dockerignore").read_text()
        for bron, naar in bronnen(self.ingelezen):
            van, doel = paden.REPO / bron, self.app / naar
            if not van.exists() or not laat_door(dockerignore, bron):
                raise OpstartFout(f"Dockerfile: COPY {bron} vindt niets (ontbreekt, of .dockerignore sluit het uit).")
            if van.is_dir():
                shutil.copytree(van, doel, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                doel = doel / van.name if naar.endswith("/") else doel
                doel.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(van, doel)
        self.scherm.meld("COPY: elke bron bestaat en komt door .dockerignore.")

    def vergelijk_pakketten(self) -> None:
        if apt_pakketten(self.ingelezen) != set(PDF_PAKKETTEN):
            raise OpstartFout("Dockerfile: de apt-pakketten zijn niet die van opstart/systeempakketten.py.")
        self.scherm.meld("RUN apt-get: dezelfde pakketten als op een gewone machine. Overgeslagen: zelf installeren.")

    def omgeving(self) -> dict[str, str]:
        """The image's ENV, with its directories where they are in this play, and nothing of the caller's own."""
        vertaald = {
            naam: waarde.replace(WERKMAP, str(self.app)).replace("/var/lib/regiekompas", str(self.status))
            for naam, waarde in variabelen(self.ingelezen).items()
        }
        pad = os.pathsep.join([str(paden.VENV / "bin"), os.environ.get("PATH", "")])
        return {**vertaald, **self.extra, "PATH": pad, "HOME": str(self.status), "LANG": "C.UTF-8"}

    def bouw(self) -> None:
        for naam, argument in self.ingelezen:
            if naam == "RUN" and "manage.py" in argument:
                self._voer_uit("De bouwstap collectstatic", ["sh", "-c", argument], self.omgeving())
                self.scherm.meld("RUN collectstatic: gelukt met alleen wat COPY meenam.")

    def start(self, urls: dict[str, str]) -> None:
        """The one-shot migration, then the image's own CMD and its own health check."""
        env = {**self.omgeving(), **urls, **geheimen.nieuw(), "ALLOWED_HOSTS": "regiekompas.example",
               "REGIE_BASIS_URL": "https://regiekompas.example", "EMAIL_URL": "smtp://localhost:25"}  # fmt: skip
        self._voer_uit("migreer", ["python", "manage.py", "migrate", "--no-input"], {**env, "REGIE_ROL": "eigenaar"})
        self.scherm.meld("migreer: gelukt als regie_owner, met de productie-instellingen.")
        poort = str(poorten.vrije_poort())
        cmd = next(argument for naam, argument in self.ingelezen if naam == "CMD")
        opdracht = [deel.replace("0.0.0.0:8000", f"127.0.0.1:{poort}") for deel in re.findall(r'"([^"]+)"', cmd)]
        with (self.wortel / "web.log").open("wb") as log:
            web = subprocess.Popen(
                [str(paden.VENV / "bin" / opdracht[0]), *opdracht[1:]], cwd=self.app, env=env, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        try:
            self._wacht_op_gezond({**env, "REGIE_GEZOND_POORT": poort}, web)
        finally:
            processen.beeindig_sessies([web.pid])
            web.wait()
        self.scherm.meld("CMD en HEALTHCHECK: gunicorn antwoordt op /gezond.")

    def _wacht_op_gezond(self, env: dict[str, str], web: subprocess.Popen[bytes]) -> None:
        einde = time.monotonic() + 60
        vraag = [str(paden.PYTHON), "docker/gezond.py"]
        while subprocess.run(vraag, cwd=self.app, env=env, check=False, capture_output=True).returncode:
            if web.poll() is not None or time.monotonic() > einde:
                raise OpstartFout("De webserver van de image wordt niet gezond.", verslag=self.wortel / "web.log")
            signalen.slaap(0.3)

    def _voer_uit(self, wat: str, opdracht: list[str], env: dict[str, str]) -> None:
        log = self.wortel / f"{wat.split()[-1]}.log"
        opdrachten.voer_uit(self.scherm, wat, opdracht, env=env, log=log, cwd=self.app)


def rollen(scherm: Scherm, cluster: Cluster, log: Path) -> dict[str, str]:
    """docker/initdb.sh on an empty cluster, as the database image would run it."""
    env = {**os.environ, "PATH": f"{cluster.binaries}{os.pathsep}{os.environ.get('PATH', '')}",
           "PGHOST": str(cluster.socketmap), "POSTGRES_USER": "postgres",
           **dict.fromkeys(_VERPLICHT, "proef")}  # fmt: skip
    opdracht = ["sh", str(paden.REPO / "docker" / "initdb.sh")]
    opdrachten.voer_uit(scherm, "docker/initdb.sh", opdracht, env=env, log=log)
    veilig = cluster.psql("select count(*) from pg_roles where rolname like 'regie_%' and not rolsuper "
                          "and not rolbypassrls")  # fmt: skip
    if veilig != "2":
        raise OpstartFout("docker/initdb.sh maakt geen twee rollen die aan rijbeveiliging gebonden zijn.")
    scherm.meld("docker/initdb.sh: twee rollen, geen van beide superuser of BYPASSRLS.")
    return {"DATABASE_URL": cluster.url(ROL_APP), "DATABASE_OWNER_URL": cluster.url(ROL_EIGENAAR)}


def compose(scherm: Scherm, log: Path) -> None:
    """The compose file through Docker's own reader, where there is one; it needs no engine."""
    env = {**os.environ, **geheimen.nieuw(), **dict.fromkeys(_VERPLICHT, "proef")}
    for lezer in (["docker", "compose"], ["docker-compose"]):
        aanwezig = shutil.which(lezer[0]) and subprocess.run(
            [*lezer, "version"], check=False, capture_output=True
        ).returncode == 0  # fmt: skip
        if aanwezig:
            opdracht = [*lezer, "-f", "docker-compose.yml", "config", "-q"]
            opdrachten.voer_uit(scherm, "docker compose config", opdracht, env=env, log=log)
            scherm.meld(f"{' '.join(lezer)} config: in orde.")
            return
    scherm.meld("Overgeslagen: docker compose config (er is geen docker compose op deze machine).")


def draai(argumenten: list[str]) -> int:
    scherm = Scherm()
    systeem = Systeempakketten.hier(scherm)
    Omgeving(scherm, systeem).zorg(ontwikkel=False)
    extra = systeem.voor_pdf()
    with proefservers(scherm) as (servers, status):
        compose(scherm, status / "compose.log")
        proef = Proef(scherm, paden.maak_map(status / "image"), extra)
        proef.kopieer()
        proef.vergelijk_pakketten()
        proef.bouw()
        cluster = Cluster(status / "leeg", wegwerp=True, kopiemap=paden.basismap() / "programma")
        try:
            cluster.start()
            urls = rollen(scherm, cluster, status / "initdb.log")
            proef.start({**urls, "REDIS_URL": servers.variabelen()["REDIS_URL"]})
        finally:
            cluster.stop()
    scherm.meld("Niet geprobeerd, want daarvoor is een Docker-engine nodig: images ophalen, netwerk en volumes.")
    return 0
