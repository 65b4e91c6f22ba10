"""`./run fix` and `./run lock`."""

from __future__ import annotations

import subprocess

from opstart import opdrachten, paden
from opstart.omgeving import LOCK, LOCK_ONTWIKKEL, UV_PIN, Omgeving
from opstart.scherm import Scherm
from opstart.systeempakketten import Systeempakketten

BEREKEN = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate",
           "--custom-compile-command", "./run lock", "--quiet"]  # fmt: skip


def fix(argumenten: list[str]) -> int:
    scherm = Scherm()
    Omgeving(scherm, Systeempakketten.hier(scherm)).zorg(ontwikkel=True)
    ruff = [str(paden.PYTHON), "-m", "ruff"]
    over = argumenten or [".", "run"]
    hersteld = subprocess.run([*ruff, "check", "--fix", *over], cwd=paden.REPO, check=False)
    opgemaakt = subprocess.run([*ruff, "format", *over], cwd=paden.REPO, check=False)
    return hersteld.returncode or opgemaakt.returncode


def lock(argumenten: list[str]) -> int:
    """Recompute the lock files; extra arguments go to uv, for instance `--upgrade` or `--upgrade-package django`."""
    scherm = Scherm()
    omgeving = Omgeving(scherm, Systeempakketten.hier(scherm))
    omgeving.zorg(ontwikkel=False)
    env = omgeving.variabelen()
    bereken = [str(omgeving.uv(env)), "pip", "compile", *BEREKEN]
    uv_vraag = paden.basismap() / "uv.in"
    uv_vraag.write_text("uv\n")
    rondes = (
        (LOCK, ["pyproject.toml"]),
        (LOCK_ONTWIKKEL, ["pyproject.toml", "--group", "dev", "-c", LOCK]),
        (str(UV_PIN.relative_to(paden.REPO)), [str(uv_vraag)]),
    )
    for doel, bron in rondes:
        log = paden.basismap() / "lock.log"
        scherm.meld(f"{doel} berekenen …")
        opdrachten.voer_uit(scherm, doel, [*bereken, *argumenten, *bron, "-o", doel], env=env, log=log)
    return 0
