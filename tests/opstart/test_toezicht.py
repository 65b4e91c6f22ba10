import os
import signal
import subprocess
import sys
import time

import pytest

from opstart import processen, toezicht
from opstart.fout import OpstartFout
from opstart.toezicht import Proces, Server, Teller, Toezicht, kort_log_in, ruim_wezen_op, staart, wachttijd


def wacht_tot(voorwaarde, grens=10.0):
    einde = time.monotonic() + grens
    while not voorwaarde():
        assert time.monotonic() < einde, "het duurde te lang"
        time.sleep(0.02)


@pytest.fixture
def maak(tmp_path, scherm):
    """A supervisor over small Python programs; everything is stopped afterwards."""
    gemaakt = []

    def _maak(**programmas: str) -> Toezicht:
        env = {**os.environ, "REGIE_STATE": str(tmp_path)}
        lijst = [Proces(naam, [sys.executable, "-c", code], env, tmp_path) for naam, code in programmas.items()]
        gemaakt.append(Toezicht(scherm, lijst))
        return gemaakt[-1]

    yield _maak
    for een in gemaakt:
        een.stop()


SLAAP = "import time; time.sleep(60)"


class TestWachttijd:
    def test_verdubbelt_tot_een_halve_minuut(self):
        assert [wachttijd(n) for n in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, 4.0]
        assert wachttijd(50) == 30.0

    def test_wie_lang_leefde_begint_opnieuw(self):
        teller = Teller(mislukt=6)
        assert teller.fout(100.0, geleefd=3600) == 0.5
        assert teller.volgende == 100.5

    def test_wie_meteen_valt_wacht_langer(self):
        teller = Teller()
        assert [teller.fout(0.0, geleefd=0.1) for _ in range(3)] == [0.5, 1.0, 2.0]


class TestHerstart:
    def test_een_gestorven_proces_komt_terug_na_de_wachttijd(self, maak):
        dienst = maak(web=SLAAP)
        dienst.start()
        web = dienst.processen[0]
        eerste = web.popen.pid
        os.kill(eerste, signal.SIGKILL)
        wacht_tot(lambda: not web.leeft())
        dienst.ronde()
        assert web.popen is None, "eerst wachten, dan pas opnieuw"
        web.teller.volgende = 0
        dienst.ronde()
        assert web.leeft()
        assert web.popen.pid != eerste

    def test_het_scherm_toont_het_einde_van_het_log(self, maak, gezegd):
        dienst = maak(web="import sys; sys.exit('ImproperlyConfigured: de sleutel ontbreekt')")
        dienst.start()
        wacht_tot(lambda: not dienst.processen[0].leeft())
        dienst.ronde()
        assert "web stopte onverwacht (code 1)" in gezegd()
        assert "web | ImproperlyConfigured: de sleutel ontbreekt" in gezegd()
        assert dienst.ergste() is dienst.processen[0]

    def test_ook_de_kinderen_van_een_gestorven_proces_gaan_weg(self, maak, tmp_path):
        kind = tmp_path / "kind"
        code = (
            "import subprocess, sys, time, pathlib;"
            f"k = subprocess.Popen([sys.executable, '-c', {SLAAP!r}]);"
            f"pathlib.Path({str(kind)!r}).write_text(str(k.pid)); time.sleep(60)"
        )
        dienst = maak(worker=code)
        dienst.start()
        wacht_tot(lambda: kind.exists() and kind.read_text())
        os.kill(dienst.processen[0].popen.pid, signal.SIGKILL)
        wacht_tot(lambda: not dienst.processen[0].leeft())
        dienst.ronde()
        wacht_tot(lambda: processen.starttijd(int(kind.read_text())) is None)

    def test_is_pas_stabiel_als_iedereen_even_leeft(self, maak):
        dienst = maak(web=SLAAP, worker=SLAAP)
        dienst.start()
        assert not dienst.stabiel(duur=60)
        assert dienst.stabiel(duur=0)
        assert dienst.ergste() is None


class TestServers:
    def test_een_verdwenen_server_wordt_gestart(self, scherm, tmp_path, gezegd):
        stand = {"pid": None}
        server = Server("PostgreSQL", lambda: stand["pid"], lambda: stand.update(pid=42), tmp_path / "log")
        Toezicht(scherm, [], [server]).ronde()
        assert "PostgreSQL draait weer (proces 42)" in gezegd()

    def test_een_server_die_niet_start_wacht_langer(self, scherm, tmp_path, gezegd):
        def mislukt():
            raise OpstartFout("De schijf is vol.")

        server = Server("Valkey", lambda: None, mislukt, tmp_path / "log")
        dienst = Toezicht(scherm, [], [server])
        dienst.ronde()
        dienst.ronde()
        assert gezegd().count("startte niet (De schijf is vol.)") == 1


class TestStoppen:
    def test_wie_niet_luistert_wordt_gedood(self, maak, monkeypatch):
        monkeypatch.setattr(toezicht, "GEDULD", 0.3)
        doof = (
            "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
        )
        dienst = maak(worker=doof)
        dienst.start()
        wacht_tot(lambda: staart(dienst.processen[0].log))
        pid = dienst.processen[0].popen.pid
        dienst.stop()
        assert processen.starttijd(pid) is None

    def test_laat_geen_pidbestand_achter(self, maak, tmp_path):
        dienst = maak(web=SLAAP)
        dienst.start()
        assert (tmp_path / "web.pid").exists()
        dienst.stop()
        assert not (tmp_path / "web.pid").exists()


class TestWezen:
    def test_wat_een_gedode_opzichter_achterliet_wordt_beeindigd(self, maak, tmp_path):
        dienst = maak(web=SLAAP)
        dienst.start()
        pid = dienst.processen[0].popen.pid
        assert ruim_wezen_op(tmp_path, ["web", "worker"]) == ["web"]
        wacht_tot(lambda: processen.starttijd(pid) is None)
        assert not (tmp_path / "web.pid").exists()

    def test_het_proces_van_een_ander_blijft_met_rust(self, tmp_path):
        env = {**os.environ, "REGIE_STATE": "/een/andere/demo"}
        with subprocess.Popen([sys.executable, "-c", SLAAP], env=env, start_new_session=True) as ander:
            try:
                wacht_tot(lambda: processen.omgeving_bevat(ander.pid, "REGIE_STATE=/een/andere/demo"))
                processen.schrijf_pidbestand(tmp_path / "web.pid", ander.pid)
                assert ruim_wezen_op(tmp_path, ["web"]) == []
                assert ander.poll() is None
            finally:
                ander.kill()


class TestLog:
    def test_een_groot_log_houdt_een_oud_stuk(self, tmp_path):
        log = tmp_path / "web.log"
        log.write_text("x" * 50)
        kort_log_in(log, grens=10)
        assert log.read_text() == ""
        assert len((tmp_path / "web.vorige.log").read_text()) == 50

    def test_de_staart_van_een_log_dat_er_niet_is(self, tmp_path):
        assert staart(tmp_path / "geen") == []
