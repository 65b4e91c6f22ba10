import os

import pytest

from opstart import statisch
from opstart.omgeving import LOCK


@pytest.fixture
def repo(tmp_path):
    (tmp_path / LOCK).write_text("x")
    (tmp_path / "static" / "css").mkdir(parents=True)
    (tmp_path / "static" / "css" / "a.css").write_text("a")
    (tmp_path / "status" / "static").mkdir(parents=True)
    return tmp_path


def test_is_pas_actueel_na_het_verzamelen(repo):
    assert not statisch.is_actueel(repo / "status", repo)
    statisch.noteer(repo / "status", repo)
    assert statisch.is_actueel(repo / "status", repo)


@pytest.mark.parametrize("wijziging", ["bestand", "lock", "weg"])
def test_een_wijziging_telt(repo, wijziging):
    statisch.noteer(repo / "status", repo)
    if wijziging == "bestand":
        os.utime(repo / "static/css/a.css", (1, 1))
    elif wijziging == "lock":
        (repo / LOCK).write_text("y")
    else:
        (repo / "status" / "static").rmdir()
    assert not statisch.is_actueel(repo / "status", repo)
