"""What load balancers and the supervisor ask: answered without sign-in, without data, and true."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.utils import timezone
from redis.exceptions import ConnectionError as GeenVerbinding

from regie.portal.models import Hartslag
from regie.portal.tasks import hartslag, sessies_opruimen
from regie.portal.views import gezondheid

ALLES = {"database": True, "broker": True, "migraties": True, "worker": True, "beat": True}


@pytest.fixture
def kloppend(db):
    for proces in ("worker", "beat"):
        Hartslag.objects.create(proces=proces, op=timezone.now())


class TestGezond:
    def test_antwoordt_zonder_databank(self, client, django_assert_num_queries):
        with django_assert_num_queries(0):
            antwoord = client.get("/gezond")

        assert (antwoord.status_code, antwoord.text) == (200, "ok")
        assert antwoord.headers["Content-Type"] == "text/plain"

    def test_alleen_lezen(self, client):
        assert client.post("/gezond").status_code == 405
        assert client.head("/klaar").status_code in {200, 503}


class TestKlaar:
    def test_alles_werkt(self, client, kloppend):
        antwoord = client.get("/klaar")

        assert (antwoord.status_code, antwoord.json()) == (200, ALLES)

    @pytest.mark.parametrize("proces", ["worker", "beat"])
    def test_een_proces_dat_zwijgt(self, proces, client, kloppend):
        Hartslag.objects.filter(proces=proces).update(op=timezone.now() - timedelta(seconds=61))

        antwoord = client.get("/klaar")

        assert (antwoord.status_code, antwoord.json()) == (503, {**ALLES, proces: False})

    def test_een_proces_dat_nooit_klopte(self, client, db):
        assert client.get("/klaar").json() == {**ALLES, "worker": False, "beat": False}

    def test_geen_broker(self, client, kloppend, monkeypatch):
        def weg(sleutel):
            raise GeenVerbinding

        monkeypatch.setattr(gezondheid.cache, "get", weg)

        assert client.get("/klaar").json() == {**ALLES, "broker": False}

    def test_geen_databank(self, client, monkeypatch):
        def weg():
            raise OperationalError

        with monkeypatch.context() as zonder:
            zonder.setattr(connection, "ensure_connection", weg)
            antwoord = client.get("/klaar")

        assert antwoord.status_code == 503
        assert antwoord.json() == {**dict.fromkeys(ALLES, False), "broker": True}

    def test_een_migratie_die_nog_moet(self, client, kloppend, monkeypatch):
        monkeypatch.setattr(gezondheid.MigrationExecutor, "migration_plan", lambda zelf, doelen: ["er is er een"])

        assert client.get("/klaar").json() == {**ALLES, "migraties": False, "worker": False, "beat": False}


class TestHartslag:
    def test_beat_klopt_en_de_worker_ook(self, db):
        hartslag()

        assert set(Hartslag.objects.values_list("proces", flat=True)) == {"worker", "beat"}


def test_ruimt_verlopen_sessies_op(db):
    verleden, later = timezone.now() - timedelta(days=1), timezone.now() + timedelta(hours=1)
    Session.objects.create(session_key="oud", session_data="", expire_date=verleden)
    Session.objects.create(session_key="nieuw", session_data="", expire_date=later)

    sessies_opruimen()

    assert [sessie.session_key for sessie in Session.objects.all()] == ["nieuw"]
