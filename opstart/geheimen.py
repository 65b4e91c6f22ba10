"""The secrets of a demo: made once, kept beside its data, never in the repository."""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path

BESTAND = "geheimen.env"


def nieuw() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "REGIE_INSZ_SLEUTELS": "k1:" + base64.b64encode(secrets.token_bytes(32)).decode(),
        "REGIE_INSZ_INDEXSLEUTEL": base64.b64encode(secrets.token_bytes(32)).decode(),
    }


def lees(pad: Path) -> dict[str, str]:
    regels = pad.read_text().splitlines() if pad.exists() else []
    return dict(regel.split("=", 1) for regel in regels if "=" in regel)


def bewaard(status: Path) -> dict[str, str]:
    """The kept secrets, completed where one is missing; what the environment sets wins and is not written down."""
    pad = status / BESTAND
    aanwezig = lees(pad)
    volledig = {**nieuw(), **aanwezig}
    if volledig != aanwezig:
        tijdelijk = pad.with_suffix(".nieuw")
        with open(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as bestand:
            bestand.writelines(f"{naam}={waarde}\n" for naam, waarde in volledig.items())
        tijdelijk.replace(pad)
    return {naam: os.environ.get(naam) or waarde for naam, waarde in volledig.items()}
