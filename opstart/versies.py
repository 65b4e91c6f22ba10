"""Which versions are at work. The questions are asked inside the environment, with the drivers that are there."""

from __future__ import annotations

import json
import subprocess
import tomllib

from opstart import paden
from opstart.fout import OpstartFout

_VRAAG = """
import json, os, platform
from importlib.metadata import version
import psycopg, redis
with psycopg.connect(os.environ["DATABASE_URL"]) as verbinding:
    postgres = verbinding.execute("show server_version").fetchone()[0].split()[0]
info = redis.from_url(os.environ["REDIS_URL"]).info("server")
print(json.dumps({
    "python": platform.python_version(), "django": version("django"), "postgres": postgres,
    "valkey": info.get("valkey_version") or info["redis_version"], "weasyprint": version("weasyprint"),
}))
"""


def alle(env: dict[str, str]) -> dict[str, str]:
    gedaan = subprocess.run(
        [str(paden.PYTHON), "-c", _VRAAG], env=env, cwd=paden.REPO, check=False, capture_output=True, text=True
    )
    if gedaan.returncode:
        regels = gedaan.stderr.strip().splitlines() or [""]
        raise OpstartFout(f"De versies zijn niet op te vragen: {regels[-1]}")
    eigen = tomllib.loads((paden.REPO / "pyproject.toml").read_text())["project"]["version"]
    return {**json.loads(gedaan.stdout), "regiekompas": str(eigen)}
