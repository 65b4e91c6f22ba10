"""Files of clients on disk: encrypted, under a name that says nothing, never reachable by an address.

A file is written under a provisional name inside the transaction and gets its own name after commit. When the
transaction is rolled back Django forgets the hook, and the provisional file goes with it. What a crash leaves behind
is kept or removed by `opruimen`.
"""

import os
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from regie.core.crypto import ontsleutel_bestand, versleutel_bestand

VOORLOPIG = ".wacht"


class BestandWeg(RuntimeError):
    """A row says there is a file, the disk says there is none."""


class _Voorlopig:
    """Lives as long as the hook that keeps the file; forgotten before that, it takes the file along."""

    def __init__(self, pad: Path, definitief: Path) -> None:
        self.pad, self.definitief = pad, definitief
        self.weg = weakref.finalize(self, pad.unlink, missing_ok=True)

    def behoud(self) -> None:
        self.weg.detach()
        self.pad.replace(self.definitief)


def schrijf(sleutel: UUID, inhoud: bytes) -> None:
    """Keep `inhoud` under `sleutel`, from the commit of the running transaction on."""
    definitief = _pad(sleutel)
    definitief.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    voorlopig = definitief.with_name(definitief.name + VOORLOPIG)
    ruw = versleutel_bestand(inhoud, doel=str(sleutel))
    with os.fdopen(os.open(voorlopig, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as bestand:
        bestand.write(ruw)
        bestand.flush()
        os.fsync(bestand.fileno())
    transaction.on_commit(_Voorlopig(voorlopig, definitief).behoud)


def lees(sleutel: UUID) -> bytes:
    pad = _pad(sleutel)
    for kandidaat in (pad, pad.with_name(pad.name + VOORLOPIG)):
        try:
            return ontsleutel_bestand(kandidaat.read_bytes(), doel=str(sleutel))
        except FileNotFoundError:
            continue
    raise BestandWeg(f"bestand {sleutel} staat niet op schijf")


def wis(sleutel: UUID) -> None:
    """The bytes go, after commit. A second time changes nothing."""
    pad = _pad(sleutel)
    transaction.on_commit(lambda: pad.unlink(missing_ok=True))


def opruimen(horen_erbij: Callable[[list[UUID]], set[UUID]], *, na_uren: int = 24) -> int:
    """Settle what a crash left behind: keep what has a row, remove the rest. Gives the number removed.

    `horen_erbij` is asked which of the given keys still have a row. Young files may belong to a running transaction.
    """
    grens, verwijderd = time.time() - na_uren * 3600, 0
    oud = {pad: _sleutel(pad) for pad in _alle() if pad.stat().st_mtime < grens}
    bekend = horen_erbij([sleutel for sleutel in oud.values() if sleutel])
    for pad, sleutel in oud.items():
        if sleutel not in bekend:
            pad.unlink(missing_ok=True)
            verwijderd += 1
        elif pad.name.endswith(VOORLOPIG):
            pad.replace(_pad(sleutel))
    return verwijderd


def _alle() -> list[Path]:
    wortel: Path = settings.BESTANDEN_DIR
    return [pad for pad in wortel.glob("??/*") if pad.is_file()] if wortel.exists() else []


def _sleutel(pad: Path) -> UUID | None:
    try:
        return UUID(hex=pad.name.removesuffix(VOORLOPIG))
    except ValueError:
        return None


def _pad(sleutel: UUID) -> Path:
    wortel: Path = settings.BESTANDEN_DIR
    return wortel / sleutel.hex[:2] / sleutel.hex
