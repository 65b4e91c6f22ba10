import fcntl

import pytest

from opstart import servers
from opstart.fout import OpstartFout
from opstart.servers import Servers, eigen_urls

APP, EIGENAAR = "postgresql://app@db/regie", "postgresql://owner@db/regie"


class TestEigenUrls:
    def test_zonder_omgeving_start_alles_ingebed(self):
        assert eigen_urls({}) == (None, None)

    def test_neemt_de_servers_van_de_omgeving(self):
        env = {"DATABASE_URL": APP, "DATABASE_OWNER_URL": EIGENAAR, "REDIS_URL": "redis://r"}
        assert eigen_urls(env) == ((APP, EIGENAAR), "redis://r")

    @pytest.mark.parametrize(
        ("env", "ontbreekt"),
        [({"DATABASE_URL": APP}, "DATABASE_OWNER_URL"), ({"DATABASE_OWNER_URL": EIGENAAR}, "DATABASE_URL")],
    )
    def test_weigert_een_halve_opgave(self, env, ontbreekt):
        with pytest.raises(OpstartFout, match=f"{ontbreekt} ontbreekt"):
            eigen_urls(env)

    def test_weigert_tweemaal_dezelfde_rol(self):
        with pytest.raises(OpstartFout, match="twee verschillende rollen"):
            eigen_urls({"DATABASE_URL": APP, "DATABASE_OWNER_URL": APP})


class _Nep:
    def __init__(self):
        self.gestopt = 0

    def start(self):
        pass

    def pid(self):
        return 1

    def versie(self):
        return "1"

    def richt_in(self):
        return False

    def stop(self):
        self.gestopt += 1


@pytest.fixture
def eigen(scherm, tmp_path, monkeypatch):
    for naam in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(naam, raising=False)
    stel = Servers(scherm, tmp_path / "demo")
    stel.cluster = stel.valkey = _Nep()
    return stel


class TestGebruik:
    def test_wie_laatst_weggaat_doet_het_licht_uit(self, eigen):
        with eigen.aan():
            assert eigen.cluster.gestopt == 0
        assert eigen.cluster.gestopt == 2  # once as PostgreSQL, once as Valkey

    def test_laat_aan_wat_een_ander_nog_gebruikt(self, eigen, gezegd):
        eigen.start()
        with (eigen.status / "gebruik.slot").open() as ander:
            fcntl.flock(ander, fcntl.LOCK_SH)
            eigen.stop()
        assert eigen.cluster.gestopt == 0
        assert "een ander commando gebruikt ze nog" in gezegd()

    def test_stopt_ook_als_het_starten_mislukt(self, eigen):
        def mislukt():
            raise OpstartFout("start niet")

        eigen.valkey = _Nep()
        eigen.valkey.start = mislukt
        with pytest.raises(OpstartFout), eigen.aan():
            pass
        assert eigen.cluster.gestopt == 1

    def test_eigen_servers_worden_nooit_gestart_of_gestopt(self, scherm, tmp_path, monkeypatch):
        monkeypatch.setattr(servers.os, "environ", {
            "DATABASE_URL": APP, "DATABASE_OWNER_URL": EIGENAAR, "REDIS_URL": "redis://r",
        })  # fmt: skip
        stel = Servers(scherm, tmp_path / "demo")
        with stel.aan():
            assert stel.variabelen() == {"DATABASE_URL": APP, "DATABASE_OWNER_URL": EIGENAAR, "REDIS_URL": "redis://r"}
        assert (stel.cluster, stel.valkey) == (None, None)
