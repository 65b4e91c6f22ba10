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


def blinde_index(waarde: str, *, gebied_id: int) -> str:
    """A keyed hash to search by, different per gebied, so that equal people cannot be linked across gebieden."""
    return hmac.new(settings.INSZ_INDEXSLEUTEL, f"{gebied_id}|{waarde}".encode(), sha256).hexdigest()
