import errno

import pytest

from opstart import cli, demo, signalen, variabelen
from opstart.fout import OpstartFout


@pytest.fixture(autouse=True)
def _zonder_signalen(monkeypatch):
    monkeypatch.setattr(signalen, "vang", lambda: None)


def eindigt_met(monkeypatch, fout):
    def mislukt(argumenten):
        raise fout

    monkeypatch.setitem(cli.OPDRACHTEN, "demo", mislukt)


def test_zonder_opdracht_staat_er_wat_kan(capsys):
    assert cli.main([]) == 0
    assert capsys.readouterr().out.strip() == cli.GEBRUIK


def test_elke_opdracht_staat_in_de_uitleg():
    for opdracht in cli.OPDRACHTEN:
        assert f"./run {opdracht} " in cli.GEBRUIK


def test_een_onbekende_opdracht(capsys):
    assert cli.main(["strat"]) == 2
    assert "kent 'strat' niet" in capsys.readouterr().err


def test_een_fout_is_een_zin_met_het_verslag(monkeypatch, capsys, tmp_path):
    eindigt_met(monkeypatch, OpstartFout("Het lukt niet.", verslag=tmp_path / "log"))
    assert cli.main(["demo"]) == 1
    fout = capsys.readouterr().err
    assert "Het lukt niet." in fout
    assert str(tmp_path / "log") in fout
    assert "Traceback" not in fout


def test_een_volle_schijf_is_een_zin(monkeypatch, capsys):
    eindigt_met(monkeypatch, OSError(errno.ENOSPC, "No space left on device"))
    assert cli.main(["demo"]) == 1
    assert "De schijf is vol" in capsys.readouterr().err


def test_stoppen_is_geen_fout(monkeypatch, capsys):
    eindigt_met(monkeypatch, signalen.Gestopt())
    assert cli.main(["demo"]) == 130
    assert capsys.readouterr().err == "Gestopt.\n"


@pytest.mark.usefixtures("stop_gevraagd")
def test_wat_mislukt_door_dezelfde_ctrl_c_is_geen_fout(monkeypatch, capsys):
    eindigt_met(monkeypatch, OpstartFout("initdb stopte met -2"))
    assert cli.main(["demo"]) == 130
    assert "initdb" not in capsys.readouterr().err


def test_een_ander_besturingssysteem_krijgt_raad(monkeypatch, capsys):
    monkeypatch.setattr(cli.sys, "platform", "win32")
    assert cli.main(["demo"]) == 1
    assert "docker compose up" in capsys.readouterr().err


def test_de_demo_kent_geen_andere_vlaggen(capsys):
    assert cli.main(["demo", "--chekc"]) == 1
    assert "alleen --check" in capsys.readouterr().err


class TestTweedeDemo:
    def test_zegt_waar_de_eerste_draait(self, tmp_path):
        variabelen.noteer_adres(tmp_path, 8003, 2525)
        with demo.alleen_wij(tmp_path):
            assert demo.draait(tmp_path)
            with pytest.raises(OpstartFout, match=r"draait al op http://localhost:8003"), demo.alleen_wij(tmp_path):
                pass
        assert not demo.draait(tmp_path)

    def test_een_lege_map_draait_niet(self, tmp_path):
        assert not demo.draait(tmp_path)
