"""Whether the collected style sheets and scripts are still those of the sources."""

from __future__ import annotations

import hashlib
from pathlib import Path

from opstart import omgeving, paden


def kenmerk(repo: Path = paden.REPO) -> str:
    """One sum over every static source: name, size and time of change, and the lock file for what packages bring."""
    som = hashlib.sha256((repo / omgeving.LOCK).read_bytes())
    mappen = [repo / "static", *sorted(repo.glob("*/static")), *sorted(repo.glob("regie/*/static"))]
    for map_ in mappen:
        for pad in sorted(map_.rglob("*")):
            if pad.is_file():
                stand = pad.stat()
                som.update(f"{pad.relative_to(repo)} {stand.st_size} {stand.st_mtime_ns}\n".encode())
    return som.hexdigest()


def is_actueel(status: Path, repo: Path = paden.REPO) -> bool:
    stempel = status / "static.stempel"
    return stempel.exists() and (status / "static").is_dir() and stempel.read_text() == kenmerk(repo)


def noteer(status: Path, repo: Path = paden.REPO) -> None:
    (status / "static.stempel").write_text(kenmerk(repo))
