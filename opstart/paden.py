"""Where everything lives: the repository, its virtual environment and the state that survives a restart."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from opstart.fout import OpstartFout

REPO = Path(__file__).resolve().parent.parent
VENV = REPO / ".venv"
PYTHON = VENV / "bin" / "python"


def basismap(repo: Path = REPO, *, uid: int | None = None) -> Path:
    """The local room of this clone.

    Root's own home is closed to the ordinary account that PostgreSQL must run as, so root gets a place under /var/lib.
    """
    if (os.geteuid() if uid is None else uid) == 0:
        kenmerk = hashlib.sha256(str(repo).encode()).hexdigest()[:12]
        return Path("/var/lib/regiekompas") / kenmerk
    return repo / ".local"


def demomap() -> Path:
    if gekozen := os.environ.get("REGIE_STATE"):
        return Path(gekozen).expanduser().resolve()
    return basismap() / "demo"


def maak_map(pad: Path, *, doorgang: bool = False) -> Path:
    """A private directory; with `doorgang` another account may pass through it without seeing what is in it."""
    pad.mkdir(parents=True, exist_ok=True)
    pad.chmod(0o711 if doorgang else 0o700)
    return pad


def maak_socketmap(pad: Path, uid: int | None = None) -> Path:
    """The directory that guards a socket: whoever can enter may do everything, so it must be truly ours.

    In /tmp somebody else may have made a directory of that name first.
    """
    pad.mkdir(mode=0o700, parents=True, exist_ok=True)
    stand = pad.lstat()
    if not stat.S_ISDIR(stand.st_mode) or stand.st_uid not in {os.geteuid(), uid}:
        raise OpstartFout(f"De map {pad} is van iemand anders. Kies met REGIE_STATE een map met een korter pad.")
    pad.chmod(0o700)
    return pad


def maak_statusmap(pad: Path) -> Path:
    """The state directory with its parents made passable where root made them."""
    nieuw = [p for p in (pad, *pad.parents) if not p.exists()]
    pad.mkdir(parents=True, exist_ok=True)
    for deel in {pad, *nieuw}:
        deel.chmod(0o711 if os.geteuid() == 0 else 0o700)
    return pad
