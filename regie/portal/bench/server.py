"""The web server as the demo starts it, and a browser-like client that signs in and times requests."""

import contextlib
import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

GEDULD = 60.0


class BenchFout(Exception):
    """The benchmark cannot go on; the message says why."""


@contextlib.contextmanager
def server_aan(env: dict[str, str], log: Path) -> Iterator[int]:
    """gunicorn on a free port of the loopback: two workers of four threads, as `./run demo` has it."""
    poort = _vrije_poort()
    opdracht = [sys.executable, "-m", "gunicorn", "regie.wsgi", "--workers", "2", "--worker-class", "gthread",
                "--threads", "4", "--timeout", "120", "--keep-alive", "30", "--no-control-socket",
                "--bind", f"127.0.0.1:{poort}"]  # fmt: skip
    with log.open("w") as uitvoer, subprocess.Popen(opdracht, env=env, stdout=uitvoer, stderr=uitvoer) as proces:  # noqa: S603
        try:
            _wacht(poort, proces, log)
            yield poort
        finally:
            proces.terminate()


def _vrije_poort() -> int:
    with socket.socket() as gat:
        gat.bind(("127.0.0.1", 0))
        return int(gat.getsockname()[1])


def _wacht(poort: int, proces: subprocess.Popen, log: Path) -> None:
    grens = time.monotonic() + GEDULD
    while time.monotonic() < grens and proces.poll() is None:
        with contextlib.suppress(OSError), contextlib.closing(http.client.HTTPConnection("127.0.0.1", poort)) as lijn:
            lijn.request("GET", "/gezond", headers={"Host": "localhost"})
            if lijn.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise BenchFout(f"De webserver start niet:\n{log.read_text()[-2000:]}")


@dataclass(frozen=True, slots=True)
class Antwoord:
    status: int
    tekst: str
    naar: str
    ms: float
    queries: int
    query_ms: float
    bytes: int


@dataclass
class Bezoeker:
    """Keeps one connection and its cookies."""

    poort: int
    koekjes: dict[str, str] = field(default_factory=dict)
    lijn: http.client.HTTPConnection | None = None

    def haal(self, pad: str, formulier: dict[str, str] | None = None) -> Antwoord:
        lichaam = urlencode(formulier) if formulier is not None else None
        koppen = {"Host": "localhost", "Cookie": "; ".join(f"{k}={w}" for k, w in self.koekjes.items())}
        if lichaam is not None:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        lijn = self.lijn or http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        begin = time.perf_counter()
        lijn.request("GET" if lichaam is None else "POST", pad, body=lichaam, headers=koppen)
        antwoord = lijn.getresponse()
        inhoud = antwoord.read()
        ms = (time.perf_counter() - begin) * 1000
        self.lijn = None if antwoord.will_close else lijn
        for kop in antwoord.headers.get_all("Set-Cookie") or []:
            naam, _, waarde = kop.split(";", 1)[0].partition("=")
            self.koekjes[naam] = waarde
        return Antwoord(
            antwoord.status,
            inhoud.decode(errors="replace"),
            antwoord.getheader("Location", ""),
            ms,
            int(antwoord.getheader("X-Queries", "0")),
            float(antwoord.getheader("X-Query-Ms", "0")),
            len(inhoud),
        )

    def meld_aan(self, email: str, wachtwoord: str) -> None:
        formulier = self.haal("/account/login/")
        gevonden = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', formulier.tekst)
        if formulier.status != 200 or gevonden is None:
            raise BenchFout(f"De aanmeldpagina geeft {formulier.status} of mist haar formulier.")
        velden = {"login": email, "password": wachtwoord, "csrfmiddlewaretoken": gevonden[1]}
        antwoord = self.haal("/account/login/", velden)
        if antwoord.status != 302:
            raise BenchFout(f"Aanmelden lukt niet (antwoord {antwoord.status}).")
