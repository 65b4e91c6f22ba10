"""`./run manage …` and `./run psql`: the demo's servers and settings for one command."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

from opstart import demo, paden, variabelen
from opstart.django import EIGENAARSWERK, Beheer, als_eigenaar
from opstart.fout import OpstartFout
from opstart.omgeving import Omgeving
from opstart.scherm import Scherm
from opstart.servers import Servers
from opstart.systeempakketten import Systeempakketten


class _Stil(Scherm):
    """Says nothing about servers that were already there: the output belongs to the command."""

    def meld(self, tekst: str) -> None:
        if not tekst.startswith(("PostgreSQL", "Valkey", "Redis")):
            super().meld(tekst)


def _voorgrond(opdracht: list[str], env: dict[str, str]) -> int:
    """Run with the terminal. Ctrl-C is the command's to answer; ours is only to wait and clean up."""
    eerder = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        proces = subprocess.Popen(
            opdracht, env=env, cwd=paden.REPO, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
        )
        signal.signal(signal.SIGTERM, lambda *_: proces.terminate())
        code = proces.wait()
        return code if code >= 0 else 128 - code  # as a shell reports a signal
    finally:
        signal.signal(signal.SIGINT, eerder)


def manage(argumenten: list[str]) -> int:
    scherm = _Stil(sys.stderr)
    systeem = Systeempakketten.hier(scherm)
    Omgeving(scherm, systeem).zorg(ontwikkel=False)
    extra = systeem.voor_pdf()
    status = paden.demomap()
    adres = variabelen.lees_adres(status)
    with Servers(scherm, status).aan() as servers:
        env = variabelen.product(status, servers, extra)
        if adres and demo.draait(status):
            env.update(variabelen.adres(int(adres["poort"]), int(adres["mailpoort"])))
        commando = argumenten[0] if argumenten else "help"
        beheer = Beheer(scherm, env, paden.maak_map(status / "logs"))
        if servers.nieuw and commando not in EIGENAARSWERK:
            beheer.migreer()
        return _voorgrond(beheer.opdracht(*argumenten), als_eigenaar(env) if commando in EIGENAARSWERK else env)


def psql(argumenten: list[str]) -> int:
    """As the owner, who sees every row; `./run psql --app` shows what the product itself can see."""
    scherm = _Stil(sys.stderr)
    Omgeving(scherm, Systeempakketten.hier(scherm)).zorg(ontwikkel=False)
    rol = "DATABASE_URL" if "--app" in argumenten else "DATABASE_OWNER_URL"
    with Servers(scherm, paden.demomap()).aan() as servers:
        programma = str(servers.cluster.binaries / "psql") if servers.cluster else shutil.which("psql")
        if not programma:
            raise OpstartFout("Het programma psql ontbreekt; installeer postgresql-client.")
        url = servers.variabelen()[rol]
        return _voorgrond([programma, url, *(a for a in argumenten if a != "--app")], dict(os.environ))
