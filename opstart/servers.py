"""PostgreSQL and Valkey for one state directory: those of the environment, or embedded ones shared by our commands."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from opstart import paden
from opstart.fout import OpstartFout
from opstart.postgres import ROL_APP, ROL_EIGENAAR, Cluster
from opstart.scherm import Scherm
from opstart.valkey import Valkey


def eigen_urls(env: Mapping[str, str]) -> tuple[tuple[str, str] | None, str | None]:
    """((app, owner), redis) as far as the environment brings its own servers."""
    app, eigenaar = env.get("DATABASE_URL", ""), env.get("DATABASE_OWNER_URL", "")
    if bool(app) != bool(eigenaar):
        ontbreekt = "DATABASE_OWNER_URL" if app else "DATABASE_URL"
        raise OpstartFout(
            f"Er zijn twee databankrollen nodig en {ontbreekt} ontbreekt: DATABASE_URL is de rol die de toepassing "
            "bedient, DATABASE_OWNER_URL de rol die migreert. Laat beide weg voor de meegeleverde PostgreSQL."
        )
    if app == eigenaar and app:
        raise OpstartFout("DATABASE_URL en DATABASE_OWNER_URL zijn dezelfde rol; geef twee verschillende rollen op.")
    return ((app, eigenaar) if app else None), (env.get("REDIS_URL") or None)


@dataclass
class Servers:
    scherm: Scherm
    status: Path
    wegwerp: bool = False
    nieuw: bool = False
    _slot: TextIO | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        databank, redis = eigen_urls(os.environ)
        kopiemap = paden.basismap() / "programma"
        self.cluster = None if databank else Cluster(self.status / "postgres", self.wegwerp, kopiemap)
        self.valkey = None if redis else Valkey(self.status / "valkey")
        self._databank, self._redis = databank, redis

    def start(self) -> None:
        """Start what is embedded, or join what already runs; `stop` leaves it on for whoever still uses it."""
        paden.maak_statusmap(self.status)
        self._slot = (self.status / "gebruik.slot").open("w")
        fcntl.flock(self._slot, fcntl.LOCK_SH)
        if self.cluster:
            self.cluster.start()
            self.nieuw = self.cluster.richt_in()
            self.scherm.meld(f"PostgreSQL {self.cluster.versie()} draait (proces {self.cluster.pid()}).")
        else:
            self.scherm.meld("PostgreSQL: de server uit DATABASE_URL.")
        if self.valkey:
            self.valkey.start()
            self.scherm.meld(f"Valkey {self.valkey.versie()} draait (proces {self.valkey.pid()}).")
        else:
            self.scherm.meld("Redis: de server uit REDIS_URL.")

    def stop(self) -> None:
        """The last user turns off the light."""
        if self._slot is None:
            return
        try:
            fcntl.flock(self._slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.scherm.meld("PostgreSQL en Valkey blijven aan: een ander commando gebruikt ze nog.")
        else:
            for server in (self.valkey, self.cluster):
                if server:
                    server.stop()
        finally:
            self._slot.close()
            self._slot = None

    @contextlib.contextmanager
    def aan(self) -> Iterator[Servers]:
        try:
            self.start()
            yield self
        finally:
            self.stop()

    def variabelen(self) -> dict[str, str]:
        if self.cluster:
            app, eigenaar = self.cluster.url(ROL_APP), self.cluster.url(ROL_EIGENAAR)
        else:
            app, eigenaar = self._databank or ("", "")
        redis = self.valkey.url() if self.valkey else str(self._redis)
        return {"DATABASE_URL": app, "DATABASE_OWNER_URL": eigenaar, "REDIS_URL": redis}
