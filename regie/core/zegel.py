"""Sealed addresses: where to look, and a random secret, readable only for the installation that made them.

A token names a gebied and an organisatie, so a link can be opened by who has no scope; only the hash of its secret is
kept, so who reads the database cannot make the address. Wrong tokens cost the same questions as right ones.
"""

import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

from django.utils.crypto import constant_time_compare, salted_hmac

_VORM = struct.Struct(">II")  # gebied, eigenaar
_GEHEIM, _ZEGEL = 20, 16  # bytes


@dataclass(frozen=True, slots=True)
class Zegel:
    """What a token says; 0 and 0 for one we did not make."""

    gebied_id: int
    eigenaar_id: int
    geheim_hash: str


def maak(zout: str, *, gebied_id: int, eigenaar_id: int) -> tuple[str, str]:
    """(token, hash to keep). `zout` keeps links of different kinds apart."""
    geheim = secrets.token_bytes(_GEHEIM)
    return token_van(zout, gebied_id, eigenaar_id, geheim), _hash(geheim)


def token_van(zout: str, gebied_id: int, eigenaar_id: int, geheim: bytes) -> str:
    inhoud = _VORM.pack(gebied_id, eigenaar_id) + geheim
    return _tekst(inhoud + _stempel(zout, inhoud))


def lees(zout: str, token: str) -> Zegel:
    niets = Zegel(0, 0, _hash(b"\0" * _GEHEIM))
    try:
        rauw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return niets
    if len(rauw) != _VORM.size + _GEHEIM + _ZEGEL:
        return niets
    inhoud, stempel = rauw[:-_ZEGEL], rauw[-_ZEGEL:]
    if not constant_time_compare(stempel, _stempel(zout, inhoud)) or _tekst(rauw) != token:
        return niets
    gebied_id, eigenaar_id = _VORM.unpack(inhoud[: _VORM.size])
    return Zegel(gebied_id, eigenaar_id, _hash(inhoud[_VORM.size :]))


def _tekst(rauw: bytes) -> str:
    return urlsafe_b64encode(rauw).decode().rstrip("=")


def _stempel(zout: str, inhoud: bytes) -> bytes:
    return salted_hmac(zout, inhoud, algorithm="sha256").digest()[:_ZEGEL]


def _hash(geheim: bytes) -> str:
    return sha256(geheim).hexdigest()
