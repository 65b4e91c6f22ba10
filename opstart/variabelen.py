"""The environment variables with which the product is started on this machine."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from opstart import geheimen
from opstart.servers import Servers

ADRESBESTAND = "adres.json"


def product(status: Path, servers: Servers, extra: Mapping[str, str]) -> dict[str, str]:
    """Everything but the address: secrets, servers, state and what the system libraries need."""
    return {
        "REGIE_LOG_FORMAT": "tekst",
        "DJANGO_SETTINGS_MODULE": "regie.settings.demo",
        **os.environ,
        **extra,
        **geheimen.bewaard(status),
        **servers.variabelen(),
        "REGIE_STATE": str(status),
        "PYTHONUNBUFFERED": "1",
    }


def adres(poort: int, mailpoort: int) -> dict[str, str]:
    """Where the demo is reached and where its mail goes: to its own catcher, never out of the machine."""
    return {
        "REGIE_BASIS_URL": f"http://localhost:{poort}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "EMAIL_URL": f"smtp://127.0.0.1:{mailpoort}",
    }


def noteer_adres(status: Path, poort: int, mailpoort: int) -> None:
    inhoud = {"url": f"http://localhost:{poort}", "poort": poort, "mailpoort": mailpoort, "pid": os.getpid()}
    (status / ADRESBESTAND).write_text(json.dumps(inhoud))


def lees_adres(status: Path) -> dict[str, Any]:
    """The address of the demo that runs, or of the last one that ran."""
    try:
        inhoud = json.loads((status / ADRESBESTAND).read_text())
    except (OSError, ValueError):
        return {}
    return inhoud if isinstance(inhoud, dict) else {}
