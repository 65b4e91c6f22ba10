"""One whole run: make the scratch database, fill it, serve it, measure, and drop it again."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import psycopg
from django.conf import settings
from psycopg import Connection
from psycopg.sql import SQL, Identifier

from regie.portal.bench.dossiers_sql import dossiers_vullen
from regie.portal.bench.meten import VLOER, Pagina, meet
from regie.portal.bench.omgeving_sql import EMAIL, WACHTWOORD, omgeving_vullen
from regie.portal.bench.omvang import verdeel
from regie.portal.bench.server import Bezoeker, server_aan
from regie.settings import env

DOELEN = {"lijst": 4.0, "zoeken": 5.0, "client": 5.0, "cockpit": 5.0}
ZOEKTERMEN = ("kovalenko", "aydın selin", "van den", "d'hondt els", "nguy", "maes kevin", "el am", "öztürk")
MAPPEN = ("REGIE_STATE", "REGIE_STATIC_ROOT")


@dataclass(frozen=True, slots=True)
class Opdracht:
    trajecten: int
    gebieden: int
    rondes: int
    rapporten: int
    importrijen: int
    houden: bool
    databank: str
    paginas: tuple[str, ...]
    vandaag: date


def bench(opdracht: Opdracht, meld: Callable[[str], None]) -> dict[str, Any]:
    """Everything; with `opdracht.databank` one that was kept is measured again, with `paginas` only those pages."""
    with kladdatabank(opdracht, meld) as (omgeving, verbinding):
        gevuld = None if opdracht.databank else _vul(opdracht, omgeving, verbinding, meld)
        with server_aan(omgeving, Path(omgeving["REGIE_STATE"]) / "web.log") as poort:
            bezoeker = Bezoeker(poort)
            bezoeker.meld_aan(EMAIL, WACHTWOORD)
            paginas = [p for p in paginas_van(verbinding) if p.code in {VLOER, *(opdracht.paginas or [p.code])}]
            gemeten = meet(bezoeker, paginas, rondes=opdracht.rondes)
        werk = _werk(opdracht, omgeving)
        return {**_omvang(verbinding, opdracht, gevuld), "paginas": gemeten, **werk}


def _vul(opdracht: Opdracht, omgeving: dict[str, str], verbinding: Connection, meld: Callable[[str], None]) -> float:
    """Fill, count the marginals as the app role, and let the planner look; returns how long that took."""
    begin = perf_counter()
    omgeving_vullen(verbinding, verdeel(opdracht.trajecten, opdracht.gebieden))
    dossiers_vullen(verbinding, lambda wat: meld(f"{perf_counter() - begin:6.0f} s  {wat}"))
    beheer(omgeving, "bench", "--stap", "hertellen")
    verbinding.execute("VACUUM ANALYZE")
    gevuld = round(perf_counter() - begin, 1)
    meld(f"{gevuld:6.0f} s  geteld en geanalyseerd")
    return gevuld


def _werk(opdracht: Opdracht, omgeving: dict[str, str]) -> dict[str, Any]:
    if opdracht.databank or not (opdracht.rapporten or opdracht.importrijen):
        return {}  # what was made and loaded before would cost nothing
    aantallen = ("--rapporten", str(opdracht.rapporten), "--importrijen", str(opdracht.importrijen))
    uitvoer = beheer(omgeving, "bench", "--stap", "werk", *aantallen)
    werk: dict[str, Any] = json.loads(uitvoer.splitlines()[-1])
    return werk


def _omvang(verbinding: Connection, opdracht: Opdracht, gevuld: float | None) -> dict[str, Any]:
    """How large the world is, as it stands in the database."""
    rij = verbinding.execute("SELECT max(tot), max(gebied_nr), max(tot - van + 1) FROM bench_deel").fetchone()
    trajecten, gebieden, grootste = rij or (0, 0, 0)
    grootte = verbinding.execute("SELECT pg_database_size(current_database()), current_setting('server_version')")
    bytes_, versie = grootte.fetchone() or (0, "")
    return {
        "trajecten": trajecten,
        "gebieden": gebieden,
        "grootste_ocmw": grootste,
        "databank_mb": round(bytes_ / 1024**2),
        "postgresql": versie,
        "processors": os.cpu_count(),
        "vullen_s": gevuld,
        "rondes": opdracht.rondes,
    }


def paginas_van(verbinding: Connection) -> list[Pagina]:
    """The pages of the person who sees the largest OCMW of the largest gebied."""
    rijen = verbinding.execute(
        "SELECT b.client_id FROM bench_basis b JOIN bench_ocmw o USING (ocmw_id)"
        " WHERE o.nr = 1 AND b.is_open ORDER BY b.n LIMIT 100"
    ).fetchall()
    clienten = [str(rij[0]) for rij in rijen]
    gebied = "/g/bench-01"

    def zoek(ronde: int) -> str:
        return f"{gebied}/zoeken/?{urlencode({'q': ZOEKTERMEN[ronde % len(ZOEKTERMEN)]})}"

    return [
        Pagina(VLOER, lambda ronde: "/bench/vloer"),
        Pagina("lijst", lambda ronde: f"{gebied}/clienten/?tab=team&pagina={ronde % 3 + 1}", DOELEN["lijst"]),
        Pagina("zoeken", zoek, DOELEN["zoeken"]),
        Pagina("laatste_pagina", lambda ronde: f"{gebied}/clienten/?tab=team&pagina=999999"),
        Pagina("client", lambda ronde: f"{gebied}/clienten/{clienten[ronde % len(clienten)]}/", DOELEN["client"]),
        Pagina("cockpit", lambda ronde: f"{gebied}/cockpit/", DOELEN["cockpit"]),
    ]


@contextmanager
def kladdatabank(opdracht: Opdracht, meld: Callable[[str], None]) -> Iterator[tuple[dict[str, str], Connection]]:
    """A migrated database of its own, with the environment to reach it; dropped unless it is to be kept."""
    eigenaar, app = env.tekst("DATABASE_OWNER_URL"), env.tekst("DATABASE_URL")
    naam = opdracht.databank or f"{settings.DATABASES['default']['NAME']}_bench_{os.getpid()}"
    with psycopg.connect(eigenaar, autocommit=True) as beheerder, tempfile.TemporaryDirectory() as map_:
        if not opdracht.databank:
            beheerder.execute(SQL("CREATE DATABASE {}").format(Identifier(naam)))
        omgeving = _omgeving(met_naam(eigenaar, naam), met_naam(app, naam), map_)
        try:
            meld(f"databank {naam}")
            beheer({**omgeving, "REGIE_ROL": "eigenaar"}, "migrate", "--no-input", "-v0")
            beheer(omgeving, "collectstatic", "--no-input", "-v0")
            with psycopg.connect(met_naam(eigenaar, naam), autocommit=True) as verbinding:
                yield omgeving, verbinding
        finally:
            if not (opdracht.houden or opdracht.databank):
                beheerder.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(naam)))


def _omgeving(eigenaar: str, app: str, map_: str) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": app,
        "DATABASE_OWNER_URL": eigenaar,
        "REGIE_ROL": "app",
        "REGIE_BENCH": "1",
        "DJANGO_SETTINGS_MODULE": "regie.settings.bench",
        "REGIE_LOG_NIVEAU": "WARNING",
        **{naam: str(Path(map_) / naam.lower()) for naam in MAPPEN},
    }


def met_naam(url: str, naam: str) -> str:
    delen = urlsplit(url)
    return urlunsplit(delen._replace(path=f"/{quote(naam)}"))


def beheer(omgeving: dict[str, str], *argumenten: str) -> str:
    """`manage.py` in the scratch world; its output."""
    for naam in MAPPEN:
        Path(omgeving[naam]).mkdir(parents=True, exist_ok=True)
    opdracht = [sys.executable, str(settings.BASE_DIR / "manage.py"), *argumenten]
    gedaan = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False)  # noqa: S603
    if gedaan.returncode:
        raise RuntimeError(f"{' '.join(argumenten[:3])} mislukt:\n{gedaan.stderr[-3000:]}")
    return gedaan.stdout
