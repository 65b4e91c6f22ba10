"""Encryption of what must not be readable in the database (INSZ, staged files, drafts), and its blind index.

AES-GCM with a key ring from the environment: the first key encrypts, every key decrypts. The name of the field is
authenticated with the value, so a value copied to another column does not decrypt. Keys never touch the database.
"""

import hmac
import os
from base64 import b64decode, b64encode
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from regie.core.exceptions import DecryptieFout

VERSIE = "v1"
BESTANDSKOP = b"RKB1"


def versleutel(tekst: str, *, doel: str) -> str:
    """`tekst` as "v1:<key id>:<base64 nonce+ciphertext>"; `doel` is the label of the field it belongs to."""
    kenmerk, sleutel = next(iter(settings.INSZ_SLEUTELS.items()))
    nonce = os.urandom(12)
    geheim = AESGCM(sleutel).encrypt(nonce, tekst.encode(), doel.encode())
    return f"{VERSIE}:{kenmerk}:{b64encode(nonce + geheim).decode()}"


def ontsleutel(waarde: str, *, doel: str) -> str:
    """The text of `versleutel`. Raises DecryptieFout on a foreign key, another field or a changed value."""
    try:
        versie, kenmerk, inhoud = waarde.split(":", 2)
        ruw = b64decode(inhoud, validate=True)
        if versie != VERSIE:
            raise DecryptieFout("Onbekende versie van de versleuteling.")
        return AESGCM(settings.INSZ_SLEUTELS[kenmerk]).decrypt(ruw[:12], ruw[12:], doel.encode()).decode()
    except (ValueError, KeyError, InvalidTag) as fout:
        raise DecryptieFout("Deze waarde is niet te lezen met de sleutels van deze installatie.") from fout


def versleutel_bestand(inhoud: bytes, *, doel: str) -> bytes:
    """A file under a key of its own, and that key under the ring: a new ring only rewrites the first bytes."""
    kenmerk, sleutel = next(iter(settings.INSZ_SLEUTELS.items()))
    eigen, nonce, nonce_sleutel = os.urandom(32), os.urandom(12), os.urandom(12)
    verpakt = AESGCM(sleutel).encrypt(nonce_sleutel, eigen, doel.encode())
    naam = kenmerk.encode()
    kop = BESTANDSKOP + bytes([len(naam)]) + naam + nonce_sleutel + verpakt
    return kop + nonce + AESGCM(eigen).encrypt(nonce, inhoud, doel.encode())


def ontsleutel_bestand(ruw: bytes, *, doel: str) -> bytes:
    """The file of `versleutel_bestand`. Raises DecryptieFout on a foreign key, another place or a changed byte."""
    try:
        begin = len(BESTANDSKOP) + 1
        if not ruw.startswith(BESTANDSKOP):
            raise DecryptieFout("Onbekende versie van de versleuteling.")
        einde = begin + ruw[begin - 1]
        sleutel = settings.INSZ_SLEUTELS[ruw[begin:einde].decode()]
        nonce_sleutel, verpakt, rest = ruw[einde : einde + 12], ruw[einde + 12 : einde + 60], ruw[einde + 60 :]
        eigen = AESGCM(sleutel).decrypt(nonce_sleutel, verpakt, doel.encode())
        return AESGCM(eigen).decrypt(rest[:12], rest[12:], doel.encode())
    except (ValueError, KeyError, IndexError, InvalidTag) as fout:
        raise DecryptieFout("Dit bestand is niet te lezen met de sleutels van deze installatie.") from fout


def blinde_index(waarde: str, *, gebied_id: int) -> str:
    """A keyed hash to search by, different per gebied, so that equal people cannot be linked across gebieden."""
    return hmac.new(settings.INSZ_INDEXSLEUTEL, f"{gebied_id}|{waarde}".encode(), sha256).hexdigest()
