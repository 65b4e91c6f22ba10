import os
import sys

import pytest

from opstart.testronde import Ronde, Stap, Uitslag, ruim_op, slotregel, stappen


class TestSlotregel:
    @pytest.mark.parametrize(
        "regel",
        [
            "812 passed, 3 skipped in 201.44s (0:03:21)",
            "===== 1 failed, 2 passed in 0.50s =====",
            "no tests ran in 0.01s",
        ],
    )
    def test_is_het_laatste_woord_van_pytest(self, regel):
        assert slotregel(["..... [100%]", regel, "", "iets erna"]) == regel

    def test_zonder_slotregel(self):
        assert slotregel(["INTERNALERROR"]) == ""


class TestRonde:
    def ronde(self, scherm, tmp_path, **codes) -> Ronde:
        ronde = Ronde(scherm, dict(os.environ), tmp_path)
        ronde.naast_elkaar([Stap(n, [sys.executable, "-c", c], ronde.env) for n, c in codes.items()])
        return ronde

    def test_een_mislukte_stap_toont_haar_uitvoer_en_de_rest_loopt_door(self, scherm, tmp_path, gezegd):
        ronde = self.ronde(scherm, tmp_path, types="import sys; sys.exit('regel 12: fout')", stijl="", opmaak="")
        assert ronde.verslag() == 1
        assert "regel 12: fout" in gezegd()
        assert sorted(u.naam for u in ronde.uitslagen if u.gelukt) == ["opmaak", "stijl"]

    def test_alles_in_orde(self, scherm, tmp_path, gezegd):
        ronde = self.ronde(scherm, tmp_path, stijl="")
        assert ronde.verslag("3 passed in 1.00s") == 0
        assert gezegd().endswith("Alles is in orde.\n3 passed in 1.00s\n")

    def test_een_verplichte_browser_die_ontbreekt_is_een_mislukking(self, scherm, tmp_path):
        ronde = Ronde(scherm, {}, tmp_path, [Uitslag("browser", 0.0, False, "er is geen Chromium")])
        assert ronde.verslag() == 1


def test_elke_stap_heeft_een_eigen_naam():
    namen = [stap.naam for stap in stappen({})]
    assert len(set(namen)) == len(namen) == 6


def test_resten_van_een_gedode_ronde_verdwijnen(tmp_path):
    (tmp_path / "abc" / "postgres").mkdir(parents=True)
    (tmp_path / "abc" / "gebruik.slot").touch()
    (tmp_path / "leeg").mkdir()
    ruim_op(tmp_path)
    assert list(tmp_path.iterdir()) == []
