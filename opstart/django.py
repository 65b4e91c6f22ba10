"""Calling the product from outside: `manage.py`, its environment and its answers."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opstart import opdrachten, paden
from opstart.fout import OpstartFout
from opstart.scherm import Scherm

EIGENAARSWERK = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "squashmigrations", "flush"}


def als_eigenaar(env: dict[str, str]) -> dict[str, str]:
    """The same environment for a command that changes the database's shape."""
    return {**env, "REGIE_ROL": "eigenaar"}


@dataclass
class Beheer:
    """`manage.py` in one environment; `logs` receives the output of each step."""

    scherm: Scherm
    env: dict[str, str]
    logs: Path
    python: Path = paden.PYTHON

    def opdracht(self, *argumenten: str) -> list[str]:
        return [str(self.python), str(paden.REPO / "manage.py"), *argumenten]

    def stap(self, wat: str, *argumenten: str, toon: bool = False) -> None:
        rustig = {"REGIE_LOG_NIVEAU": "WARNING", **self.env}
        env = als_eigenaar(rustig) if argumenten[0] in EIGENAARSWERK else rustig
        log = self.logs / f"{argumenten[0]}.log"
        opdrachten.voer_uit(self.scherm, wat, self.opdracht(*argumenten), env=env, log=log, toon=toon)

    def migreer(self) -> None:
        self.scherm.meld("De databank migreren …")
        self.stap("De databank migreren", "migrate", "--no-input", "-v0")

    def vraag(self, *argumenten: str) -> Any:
        """The JSON that a command prints as its last line."""
        log = self.logs / f"{argumenten[0]}.log"
        gedaan = subprocess.run(
            self.opdracht(*argumenten), cwd=paden.REPO, env=self.env, check=False, capture_output=True, text=True
        )
        if gedaan.returncode:
            log.write_text(gedaan.stdout + gedaan.stderr)
            reden = opdrachten.oorzaak(gedaan.stderr)
            raise OpstartFout(f"Het commando {argumenten[0]} is mislukt: {reden}", verslag=log)
        try:
            return json.loads(gedaan.stdout.strip().splitlines()[-1])
        except (ValueError, IndexError):
            log.write_text(gedaan.stdout + gedaan.stderr)
            raise OpstartFout(f"Het commando {argumenten[0]} gaf geen JSON.", verslag=log) from None
