import stat
from pathlib import Path

import pytest

from opstart import paden
from opstart.fout import OpstartFout


class TestBasismap:
    def test_een_gewone_gebruiker_houdt_alles_in_de_kloon(self):
        assert paden.basismap(Path("/home/jo/regie"), uid=1000) == Path("/home/jo/regie/.local")

    def test_root_krijgt_een_plek_per_kloon_buiten_zijn_gesloten_thuismap(self):
        een, twee = (paden.basismap(Path(p), uid=0) for p in ("/root/een", "/root/twee"))
        assert een.parent == twee.parent == Path("/var/lib/regiekompas")
        assert een != twee
        assert een == paden.basismap(Path("/root/een"), uid=0)


class TestDemomap:
    def test_de_omgeving_wint(self, monkeypatch, tmp_path):
        monkeypatch.setenv("REGIE_STATE", str(tmp_path / "elders"))
        assert paden.demomap() == tmp_path / "elders"

    def test_anders_onder_de_basismap(self, monkeypatch):
        monkeypatch.delenv("REGIE_STATE", raising=False)
        assert paden.demomap() == paden.basismap() / "demo"


class TestStatusmap:
    def test_is_niet_leesbaar_voor_anderen(self, tmp_path):
        map_ = paden.maak_statusmap(tmp_path / "a" / "b")
        for deel in (map_, map_.parent):
            assert not stat.S_IMODE(deel.stat().st_mode) & 0o066


class TestSocketmap:
    def test_is_alleen_voor_ons(self, tmp_path):
        assert stat.S_IMODE(paden.maak_socketmap(tmp_path / "run").stat().st_mode) == 0o700

    def test_een_map_van_een_ander_wordt_niet_vertrouwd(self, tmp_path, monkeypatch):
        monkeypatch.setattr(paden.os, "geteuid", lambda: 987654)
        with pytest.raises(OpstartFout, match="is van iemand anders"):
            paden.maak_socketmap(tmp_path / "run")

    def test_een_verwijzing_wordt_niet_gevolgd(self, tmp_path):
        (tmp_path / "echt").mkdir()
        (tmp_path / "run").symlink_to(tmp_path / "echt")
        with pytest.raises(OpstartFout, match="is van iemand anders"):
            paden.maak_socketmap(tmp_path / "run")
