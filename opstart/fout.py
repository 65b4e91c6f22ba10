"""The one exception that reaches the screen: its text is a Dutch sentence for whoever typed the command."""

from __future__ import annotations

import errno
from pathlib import Path


class OpstartFout(Exception):
    """Something the reader can act on; `verslag` points at the full output, when there is any."""

    def __init__(self, zin: str, *, verslag: Path | None = None) -> None:
        super().__init__(zin)
        self.verslag = verslag


def zin_voor_oserror(fout: OSError) -> str:
    """The usual ways in which a machine says no, in words."""
    plaats = f" ({fout.filename})" if fout.filename else ""
    if fout.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"De schijf is vol{plaats}. Maak plaats vrij en begin opnieuw; er is niets verloren."
    if fout.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Geen toegang{plaats}: {fout.strerror}. Kies met REGIE_STATE een map waarin je mag schrijven."
    if fout.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN):
        return f"De machine heeft te weinig vrij geheugen of te weinig vrije bestanden: {fout.strerror}."
    return f"De machine weigert{plaats}: {fout.strerror or fout}."
