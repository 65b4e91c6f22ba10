"""Asking the product whether it is ready: `/klaar`, past any proxy of the environment."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

_ONDERDELEN = {
    "database": "de databank",
    "broker": "Redis",
    "migraties": "de migraties",
    "worker": "de worker",
    "beat": "de planner (beat)",
}
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def vraag(poort: int) -> dict[str, bool]:
    """What answers; empty as long as the web server itself is silent."""
    try:
        with _opener.open(f"http://127.0.0.1:{poort}/klaar", timeout=5) as antwoord:
            inhoud = antwoord.read()
    except urllib.error.HTTPError as fout:
        inhoud = fout.read()
    except OSError:
        return {}
    try:
        stand = json.loads(inhoud)
    except ValueError:
        return {}
    return {str(k): bool(v) for k, v in stand.items()} if isinstance(stand, dict) else {}


def is_klaar(stand: dict[str, bool]) -> bool:
    return all(stand.get(onderdeel) for onderdeel in _ONDERDELEN)


def zwijgt(stand: dict[str, bool]) -> str:
    """Who does not answer, in words."""
    if not stand:
        return "de webserver"
    return ", ".join(naam for onderdeel, naam in _ONDERDELEN.items() if not stand.get(onderdeel))
