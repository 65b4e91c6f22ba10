import io

import pytest

from opstart import signalen
from opstart.scherm import Scherm


@pytest.fixture
def scherm() -> Scherm:
    return Scherm(io.StringIO())


@pytest.fixture
def gezegd(scherm):
    """Everything that was said so far."""
    return lambda: scherm.uit.getvalue()


@pytest.fixture
def stop_gevraagd(monkeypatch):
    monkeypatch.setattr(signalen._Stand, "keren", 1)
