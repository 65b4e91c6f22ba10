import stat

import pytest

from opstart import geheimen
from regie.settings import env


@pytest.fixture(autouse=True)
def _zonder_eigen_geheimen(monkeypatch):
    for naam in geheimen.nieuw():
        monkeypatch.delenv(naam, raising=False)


def test_blijven_dezelfde_bij_een_tweede_start(tmp_path):
    assert geheimen.bewaard(tmp_path) == geheimen.bewaard(tmp_path)


def test_zijn_alleen_voor_de_eigenaar_leesbaar(tmp_path):
    geheimen.bewaard(tmp_path)
    assert stat.S_IMODE((tmp_path / geheimen.BESTAND).stat().st_mode) == 0o600


def test_verschillen_per_map(tmp_path):
    (tmp_path / "ander").mkdir()
    assert geheimen.bewaard(tmp_path)["SECRET_KEY"] != geheimen.bewaard(tmp_path / "ander")["SECRET_KEY"]


def test_worden_aangevuld_zonder_de_oude_te_wijzigen(tmp_path):
    (tmp_path / geheimen.BESTAND).write_text("SECRET_KEY=oud=met=gelijktekens\n")
    assert geheimen.bewaard(tmp_path)["SECRET_KEY"] == "oud=met=gelijktekens"
    assert set(geheimen.lees(tmp_path / geheimen.BESTAND)) == set(geheimen.nieuw())


def test_de_omgeving_wint_en_wordt_niet_opgeschreven(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "van buiten")
    assert geheimen.bewaard(tmp_path)["SECRET_KEY"] == "van buiten"
    assert "van buiten" not in (tmp_path / geheimen.BESTAND).read_text()


def test_hebben_de_vorm_die_het_product_leest(tmp_path, monkeypatch):
    for naam, waarde in geheimen.bewaard(tmp_path).items():
        monkeypatch.setenv(naam, waarde)
    assert list(env.sleutelring("REGIE_INSZ_SLEUTELS")) == ["k1"]
    assert len(env.geheim("REGIE_INSZ_INDEXSLEUTEL")) == 32
