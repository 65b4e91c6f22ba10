import pytest

from opstart import omgeving
from opstart.omgeving import LOCK, LOCK_ONTWIKKEL, Omgeving, regels


@pytest.fixture
def repo(tmp_path):
    (tmp_path / LOCK).write_text("django==5.2\n")
    (tmp_path / LOCK_ONTWIKKEL).write_text("django==5.2\npytest==9\n")
    return tmp_path


@pytest.fixture
def plek(repo, scherm, monkeypatch):
    """An environment whose Python answers 3.11.9 and whose installing is only written down."""
    monkeypatch.setattr(omgeving, "python_versie", lambda python: "3.11.9")
    monkeypatch.setattr(omgeving.paden, "basismap", lambda repo: repo / ".local")
    plek = Omgeving(scherm, None, repo, repo / ".venv")
    plek.venv.mkdir()
    plek.gedaan = []
    monkeypatch.setattr(plek, "_bouw", lambda aanwezig: plek.gedaan.append("bouw"))
    monkeypatch.setattr(plek, "_installeer", plek.gedaan.append)
    return plek


class TestStempel:
    def test_hangt_af_van_lock_python_en_plaats(self, repo):
        eerste = regels(repo, repo / ".venv", "3.11.9", ontwikkel=False)
        assert eerste == regels(repo, repo / ".venv", "3.11.9", ontwikkel=False)
        assert eerste != regels(repo, repo / ".venv", "3.12.1", ontwikkel=False)
        assert eerste != regels(repo, repo / "verhuisd", "3.11.9", ontwikkel=False)
        (repo / LOCK).write_text("django==5.2.1\n")
        assert eerste != regels(repo, repo / ".venv", "3.11.9", ontwikkel=False)

    def test_ontwikkeling_omvat_de_demo(self, repo):
        demo, ontwikkel = (regels(repo, repo, "3.11.9", ontwikkel=keuze) for keuze in (False, True))
        assert demo < ontwikkel


class TestZorg:
    def test_installeert_eenmaal(self, plek):
        plek.zorg(ontwikkel=False)
        plek.zorg(ontwikkel=False)
        assert plek.gedaan == ["bouw", LOCK]

    def test_de_tests_vullen_aan_wat_de_demo_maakte(self, plek):
        plek.zorg(ontwikkel=False)
        plek.zorg(ontwikkel=True)
        plek.zorg(ontwikkel=False)
        assert plek.gedaan == ["bouw", LOCK, "bouw", LOCK_ONTWIKKEL]

    def test_een_nieuw_lockbestand_houdt_de_ontwikkelpakketten(self, plek, repo):
        plek.zorg(ontwikkel=True)
        (repo / LOCK).write_text("django==5.2.1\n")
        plek.zorg(ontwikkel=False)
        assert plek.gedaan[-1] == LOCK_ONTWIKKEL

    def test_een_kapotte_python_telt_niet(self, plek, monkeypatch):
        plek.zorg(ontwikkel=False)
        versies = iter([None, "3.11.9"])
        monkeypatch.setattr(omgeving, "python_versie", lambda python: next(versies))
        plek.zorg(ontwikkel=False)
        assert plek.gedaan == ["bouw", LOCK, "bouw", LOCK]


class TestPythonVersie:
    def test_een_programma_dat_er_niet_is(self, tmp_path):
        assert omgeving.python_versie(tmp_path / "python") is None

    @pytest.mark.parametrize(("antwoord", "verwacht"), [("3.10.2", None), ("3.11.4", "3.11.4"), ("3.13.0", "3.13.0")])
    def test_te_oud_is_zoveel_als_afwezig(self, tmp_path, antwoord, verwacht):
        nep = tmp_path / "python"
        nep.write_text(f"#!/bin/sh\necho {antwoord}\n")
        nep.chmod(0o755)
        assert omgeving.python_versie(nep) == verwacht
