"""The embedded servers themselves: started, killed, joined and stopped. Needs the wheels, nothing else."""

import os
import secrets
import shutil
import signal
import threading
import time

import pytest

from opstart import paden
from opstart.fout import OpstartFout
from opstart.postgres import ROL_APP, ROL_EIGENAAR, Cluster
from opstart.valkey import Valkey

pytestmark = pytest.mark.servers


@pytest.fixture
def kamer():
    """Not pytest's own directory: root's is closed to the account that PostgreSQL runs as."""
    map_ = paden.maak_statusmap(paden.basismap() / f"proef-{secrets.token_hex(4)}")
    yield map_
    shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture
def maak_cluster(kamer):
    gemaakt = []

    def maak() -> Cluster:
        gemaakt.append(Cluster(kamer / "postgres", wegwerp=True, kopiemap=paden.basismap() / "programma"))
        return gemaakt[-1]

    yield maak
    for cluster in gemaakt:
        cluster.stop()


@pytest.fixture
def cluster(maak_cluster) -> Cluster:
    cluster = maak_cluster()
    cluster.start()
    return cluster


@pytest.fixture
def valkey(kamer):
    valkey = Valkey(kamer / "valkey")
    valkey.start()
    yield valkey
    valkey.stop()


class TestPostgres:
    def test_de_rollen_zijn_gebonden_aan_rijbeveiliging(self, cluster):
        assert cluster.richt_in()
        assert not cluster.richt_in(), "de tweede keer valt er niets te doen"
        rollen = cluster.psql(
            "select string_agg(concat_ws(' ', rolname, rolsuper, rolbypassrls, rolcreatedb), ', ' order by rolname) "
            "from pg_roles where rolcanlogin and rolname like 'regie_%'"
        )
        assert rollen == "regie_app f f f, regie_owner f f t"

    def test_alleen_de_eigenaar_maakt_tabellen(self, cluster):
        cluster.richt_in()
        cluster.psql("create table proef (x int)", rol=ROL_EIGENAAR, databank="regie")
        with pytest.raises(OpstartFout, match="permission denied"):
            cluster.psql("create table ander (x int)", rol=ROL_APP, databank="regie")

    def test_een_tweede_start_sluit_aan(self, cluster, maak_cluster):
        ander = maak_cluster()
        ander.start()
        assert ander.pid() == cluster.pid()

    def test_overleeft_een_harde_dood(self, cluster):
        cluster.psql("create table proef as select 42 as x")
        cluster.psql("checkpoint")
        eerste = cluster.pid()
        os.kill(eerste, signal.SIGKILL)
        cluster.start()
        assert cluster.pid() != eerste
        assert cluster.psql("select x from proef") == "42"

    def test_gelijktijdige_starts_geven_een_server(self, maak_cluster):
        clusters = [maak_cluster() for _ in range(4)]
        draden = [threading.Thread(target=een.start) for een in clusters]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        assert len({een.pid() for een in clusters}) == 1
        assert clusters[0].pid() is not None

    def test_stopt_en_laat_niets_draaien(self, cluster):
        cluster.stop()
        assert cluster.pid() is None
        with pytest.raises(OpstartFout):
            cluster.psql("select 1")


class TestValkey:
    def test_overleeft_een_harde_dood(self, valkey):
        eerste = valkey.pid()
        valkey._vraag(b"SET sleutel waarde\r\n")
        time.sleep(1.2)  # the append-only file is flushed once a second
        os.kill(eerste, signal.SIGKILL)
        while valkey.pid() is not None:
            time.sleep(0.02)
        valkey.start()
        assert valkey.pid() != eerste
        assert "waarde" in valkey._vraag(b"GET sleutel\r\n")

    def test_een_tweede_start_sluit_aan(self, valkey):
        ander = Valkey(valkey.status)
        ander.start()
        assert ander.pid() == valkey.pid()
        assert ander.versie().split(".")[0].isdigit()

    def test_stopt(self, valkey):
        valkey.stop()
        assert valkey.pid() is None
