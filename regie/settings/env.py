"""The one place that reads the environment. Every value is typed; a missing or wrong one stops the start in Dutch."""

import os
from base64 import b64decode
from binascii import Error as Base64Fout
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_ONTBREEKT = object()


def tekst(naam: str, standaard: str | object = _ONTBREEKT) -> str:
    """The variable `naam`; without a default its absence is an error."""
    waarde = os.environ.get(naam, standaard)
    if waarde is _ONTBREEKT or (waarde == "" and standaard is _ONTBREEKT):
        raise ImproperlyConfigured(f"Zet de omgevingsvariabele {naam}; zie .env.example.")
    return str(waarde)


def vlag(naam: str, standaard: bool) -> bool:
    waarde = os.environ.get(naam, "").strip().lower()
    if waarde in {"", "1", "0", "true", "false", "ja", "nee"}:
        return standaard if waarde == "" else waarde in {"1", "true", "ja"}
    raise ImproperlyConfigured(f"{naam} moet ja of nee zijn, niet '{waarde}'.")


def lijst(naam: str, standaard: str) -> list[str]:
    return [deel.strip() for deel in os.environ.get(naam, standaard).split(",") if deel.strip()]


def getal(naam: str, standaard: int) -> int:
    waarde = os.environ.get(naam, "")
    if not waarde:
        return standaard
    if not waarde.isdigit():
        raise ImproperlyConfigured(f"{naam} moet een geheel getal zijn, niet '{waarde}'.")
    return int(waarde)


def databank(url: str) -> dict[str, object]:
    """A postgresql:// URL as Django settings. The host may be a directory in the query (unix socket)."""
    delen = urlsplit(url)
    if delen.scheme not in {"postgres", "postgresql"} or not delen.path.strip("/"):
        raise ImproperlyConfigured("Een databank-URL ziet eruit als postgresql://rol:wachtwoord@host:5432/naam.")
    vraag = {sleutel: waarden[0] for sleutel, waarden in parse_qs(delen.query).items()}
    opties = {k: v for k, v in vraag.items() if k in {"sslmode", "sslrootcert", "connect_timeout"}}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")),
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": vraag.get("host", delen.hostname or ""),
        "PORT": str(vraag.get("port", delen.port or "")),
        "OPTIONS": opties,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,  # a choice field would open a cursor on the server; pgbouncer allows none
    }


def redis_urls(url: str) -> tuple[str, str]:
    """(URL for Celery, URL for the cache) of one server: kombu and redis-py spell a socket differently."""
    if url.startswith(("unix://", "redis+socket://")):
        pad = url.split("://", 1)[1].split("?", 1)[0]
        return f"redis+socket://{pad}?virtual_host=0", f"unix://{pad}?db=1"
    if url.startswith(("redis://", "rediss://")):
        basis = url.rstrip("/")
        return (basis, basis) if urlsplit(basis).path else (f"{basis}/0", f"{basis}/1")
    raise ImproperlyConfigured("REDIS_URL begint met redis://, rediss:// of unix://.")


def sleutelring(naam: str) -> dict[str, bytes]:
    """Keys "k1:<base64>,k2:<base64>" of 32 bytes each; the first one encrypts, all of them decrypt."""
    ring: dict[str, bytes] = {}
    for deel in tekst(naam).split(","):
        kenmerk, _, waarde = deel.strip().partition(":")
        ring[kenmerk] = geheim(naam, waarde)
    return ring


def geheim(naam: str, waarde: str | None = None) -> bytes:
    """32 random bytes in base64. The value itself never reaches a message."""
    try:
        sleutel = b64decode(tekst(naam) if waarde is None else waarde, validate=True)
    except Base64Fout:
        sleutel = b""
    if len(sleutel) != 32:
        raise ImproperlyConfigured(f"{naam}: elke sleutel is 32 willekeurige bytes in base64.")
    return sleutel


def smtp(url: str) -> dict[str, object]:
    delen = urlsplit(url)
    if delen.scheme not in {"smtp", "smtps"} or not delen.hostname:
        raise ImproperlyConfigured("EMAIL_URL ziet eruit als smtp://gebruiker:wachtwoord@host:587?tls=1.")
    return {
        "EMAIL_HOST": delen.hostname,
        "EMAIL_PORT": delen.port or (465 if delen.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(delen.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(delen.password or ""),
        "EMAIL_USE_SSL": delen.scheme == "smtps",
        "EMAIL_USE_TLS": "tls=1" in delen.query,
    }
