import socket

import pytest

from opstart import poorten
from opstart.fout import OpstartFout


@pytest.fixture
def bezet():
    """A port on which somebody listens, with a free one after it."""
    with socket.socket() as luisteraar:
        luisteraar.bind(("127.0.0.1", 0))
        luisteraar.listen(1)
        yield luisteraar.getsockname()[1]


@pytest.fixture(autouse=True)
def _zonder_keuze(monkeypatch):
    monkeypatch.delenv("REGIE_POORT", raising=False)


def test_neemt_de_volgende_als_de_eerste_bezet_is(bezet, monkeypatch):
    monkeypatch.setattr(poorten, "EERSTE_POORT", bezet)
    assert bezet < poorten.webpoort() < bezet + poorten.PROBEER


def test_een_gevraagde_poort_die_bezet_is_krijgt_een_zin(bezet, monkeypatch):
    monkeypatch.setenv("REGIE_POORT", str(bezet))
    with pytest.raises(OpstartFout, match=f"Poort {bezet} is al in gebruik"):
        poorten.webpoort()


@pytest.mark.parametrize("waarde", ["acht", "0", "70000", "-1", "80 "])
def test_een_poort_die_geen_poort_is(waarde, monkeypatch):
    monkeypatch.setenv("REGIE_POORT", waarde)
    with pytest.raises(OpstartFout, match="moet een poortnummer zijn"):
        poorten.webpoort()


def test_een_vrije_poort_is_vrij():
    assert poorten.is_vrij(poorten.vrije_poort())
