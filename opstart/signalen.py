"""Ctrl-C and SIGTERM as a question that the code answers at a moment that suits it.

An exception in the middle of starting a server would leave that server behind; a flag does not.
"""

from __future__ import annotations

import signal
import time
from types import FrameType

TEKENS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PLAKJE = 0.1


class Gestopt(Exception):
    """The reader asked to stop."""


class _Stand:
    keren = 0


def _noteer(teken: int, frame: FrameType | None) -> None:
    _Stand.keren += 1


def vang() -> None:
    _Stand.keren = 0
    for teken in TEKENS:
        signal.signal(teken, _noteer)


def aantal() -> int:
    """How often stopping was asked: a second time means that it should not take long."""
    return _Stand.keren


def controleer() -> None:
    if _Stand.keren:
        raise Gestopt


def slaap(duur: float) -> None:
    """Sleep that ends early, with `Gestopt`, when stopping is asked."""
    einde = time.monotonic() + duur
    while (rest := einde - time.monotonic()) > 0:
        controleer()
        time.sleep(min(PLAKJE, rest))
    controleer()
