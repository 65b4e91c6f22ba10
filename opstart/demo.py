"""`./run demo`: from a bare machine to an address and a login, and everything off again at the end."""

from __future__ import annotations

import contextlib
import fcntl
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opstart import klaar, opdrachten, paden, poorten, signalen, statisch, variabelen, versies
from opstart.django import Beheer
from opstart.fout import OpstartFout
from opstart.omgeving import Omgeving
from opstart.scherm import Scherm, tabel
from opstart.servers import Servers
from opstart.systeempakketten import Systeempakketten
from opstart.toezicht import Proces, Server, Toezicht, ruim_wezen_op

NAMEN = ["web", "worker", "beat", "mail"]
GEDULD = 180.0
OPGEVEN_NA = 4


@contextlib.contextmanager
def alleen_wij(status: Path) -> Iterator[None]:
    """One demo per state directory; the kernel gives the lock back when we are killed."""
    with (status / "demo.slot").open("a") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            adres = variabelen.lees_adres(status)
            waar = f" op {adres['url']} (proces {adres['pid']})" if adres else ""
            raise OpstartFout(f"De demo draait al{waar}. Stop die eerst met Ctrl-C in haar eigen venster.") from None
        yield


def draait(status: Path) -> bool:
    """Whether a demo holds this state directory now."""
    if not (status / "demo.slot").exists():
        return False
    with (status / "demo.slot").open("a") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def processen(status: Path, env: dict[str, str], poort: int, mailpoort: int) -> list[Proces]:
    python = str(paden.PYTHON)
    binden = [
        deel
        for adres in poorten.adressen()
        for deel in ("--bind", f"[{adres}]:{poort}" if ":" in adres else f"{adres}:{poort}")
    ]
    celery = [python, "-m", "celery", "-A", "regie"]
    opdrachten_ = {
        "web": [python, "-m", "gunicorn", "regie.wsgi", "--workers", "2", "--worker-class", "gthread",
                "--threads", "4", "--timeout", "60", "--graceful-timeout", "5", "--no-control-socket", *binden],
        "worker": [*celery, "worker", "--without-gossip", "--without-mingle"],
        "beat": [*celery, "beat", "-s", str(status / "beat"), "--pidfile="],
        "mail": [python, str(paden.REPO / "manage.py"), "mailvanger", "--poort", str(mailpoort)],
    }  # fmt: skip
    return [Proces(naam, opdrachten_[naam], env, status) for naam in NAMEN]


@dataclass
class Demo:
    scherm: Scherm
    status: Path

    def bereid_voor(self) -> dict[str, str]:
        """The Python environment and the system's libraries; returns what new processes need for the latter."""
        self.scherm.meld("Regiekompas starten …")
        systeem = Systeempakketten.hier(self.scherm)
        Omgeving(self.scherm, systeem).zorg(ontwikkel=False)
        return systeem.voor_pdf()

    @contextlib.contextmanager
    def aan(self) -> Iterator[tuple[Toezicht, Beheer, int]]:
        """Everything started, and everything stopped however this ends."""
        extra = self.bereid_voor()
        paden.maak_statusmap(self.status)
        with alleen_wij(self.status):
            if wezen := ruim_wezen_op(self.status, NAMEN):
                self.scherm.meld(f"Opgeruimd wat een vorige keer bleef draaien: {', '.join(wezen)}.")
            poort, mailpoort = poorten.webpoort(), poorten.vrije_poort()
            with Servers(self.scherm, self.status).aan() as servers:
                variabelen.noteer_adres(self.status, poort, mailpoort)
                env = {**variabelen.product(self.status, servers, extra), **variabelen.adres(poort, mailpoort)}
                env["DJANGO_SETTINGS_MODULE"] = "regie.settings.demo"
                beheer = Beheer(self.scherm, env, paden.maak_map(self.status / "logs"))
                self._vul(beheer, eigen_server=servers.cluster is None)
                toezicht = Toezicht(
                    self.scherm, processen(self.status, env, poort, mailpoort), _servers_onder_toezicht(servers)
                )
                try:
                    toezicht.start()
                    self.scherm.meld("Web, worker, beat en mailvanger starten …")
                    yield toezicht, beheer, poort
                finally:
                    self.scherm.meld("Alles stoppen …")
                    toezicht.stop()
        self.scherm.meld("Alles is gestopt; de gegevens blijven bewaard.")

    def _vul(self, beheer: Beheer, *, eigen_server: bool) -> None:
        if eigen_server:
            self.scherm.meld("De rol uit DATABASE_URL nakijken …")
            beheer.stap("De rol uit DATABASE_URL nakijken", "check", "--database", "default")
        beheer.migreer()
        if not statisch.is_actueel(self.status):
            self.scherm.meld("Stijlen en scripts verzamelen …")
            beheer.stap("Stijlen en scripts verzamelen", "collectstatic", "--no-input", "-v0")
            statisch.noteer(self.status)
        self.scherm.meld("De demogegevens laden (alleen de eerste keer duurt dit) …")
        beheer.stap("De demogegevens laden", "demodata", toon=True)

    def wacht_tot_klaar(self, toezicht: Toezicht, poort: int) -> None:
        einde = self.scherm.verstreken() + GEDULD
        stand: dict[str, bool] = {}
        while not (klaar.is_klaar(stand) and toezicht.stabiel()):
            signalen.slaap(0.2)
            toezicht.ronde()
            stand = klaar.vraag(poort)
            if (proces := toezicht.ergste()) and proces.teller.mislukt >= OPGEVEN_NA:
                reden = opdrachten.oorzaak(proces.log.read_text(errors="replace")[-8000:])
                raise OpstartFout(f"Het onderdeel {proces.naam} start niet: {reden}", verslag=proces.log)
            if self.scherm.verstreken() > einde:
                raise OpstartFout(
                    f"Na {GEDULD:.0f} seconden antwoordt nog niet: {klaar.zwijgt(stand)}.",
                    verslag=self.status / "logs",
                )


def _servers_onder_toezicht(servers: Servers) -> list[Server]:
    lijst = []
    if servers.cluster:
        lijst.append(Server("PostgreSQL", servers.cluster.pid, servers.cluster.start, servers.cluster.log))
    if servers.valkey:
        lijst.append(Server("Valkey", servers.valkey.pid, servers.valkey.start, servers.valkey.log))
    return lijst


def _loginregels(logins: list[dict[str, Any]]) -> list[str]:
    rijen = [
        (str(login.get("omschrijving") or login["rol"]), login["email"], login["wachtwoord"], login["naam"])
        for login in logins
    ]
    return tabel(("Wie", "E-mailadres", "Wachtwoord", "Naam"), rijen)


def draai() -> int:
    """Serve until Ctrl-C."""
    demo = Demo(Scherm(), paden.demomap())
    with demo.aan() as (toezicht, beheer, poort):
        logins = beheer.vraag("demologins", "--json")
        demo.wacht_tot_klaar(toezicht, poort)
        demo.scherm.meld("Regiekompas draait.")
        demo.scherm.regel()
        for regel in (f"  Open  http://localhost:{poort}", "", *(f"  {r}" for r in _loginregels(logins)), ""):
            demo.scherm.regel(regel)
        demo.scherm.regel(f"  Gegevens en logbestanden: {demo.status}")
        demo.scherm.regel("  Stoppen: Ctrl-C")
        demo.scherm.regel()
        with contextlib.suppress(signalen.Gestopt):
            while True:
                signalen.slaap(0.5)
                toezicht.ronde()
    return 0


def controleer() -> int:
    """Start everything, say in one line of JSON what answered, stop."""
    demo = Demo(Scherm(sys.stderr), paden.demomap())
    with demo.aan() as (toezicht, beheer, poort):
        logins = beheer.vraag("demologins", "--json")
        demo.wacht_tot_klaar(toezicht, poort)
        antwoord = {
            "url": f"http://localhost:{poort}",
            "seconds": round(demo.scherm.verstreken(), 1),
            "logins": logins,
            "versions": versies.alle(beheer.env),
            "rows": beheer.vraag("telrijen", "--json"),
        }
    print(json.dumps(antwoord, ensure_ascii=False), flush=True)
    return 0
