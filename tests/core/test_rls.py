"""The second wall: what Postgres guarantees without the Python filters (raw SQL, base managers, a shell)."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from regie.celery import weiger
from regie.core import checks
from regie.core.rls import append_only_tables, existing_rules, expected_rules, gebied_models, history_models
from regie.core.tenancy import BinnenshuisModel, DeelbaarModel, DossierModel, gebied_context
from tests.factories import OcmwFactory
from tests.rijen import rij_van

TABELLEN = [*gebied_models(), *history_models()]


def _naam(model):
    return model._meta.label


def _is(model, *soorten):
    return issubclass(getattr(model, "pgh_tracked_model", model), soorten)


def _tel(model):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
        return cursor.fetchone()[0]


@pytest.fixture
def rij(request, gebied, ocmw):
    """One row of the model in the active scope; a history table gets its row from the trigger of the model."""
    model = request.param
    rij_van(getattr(model, "pgh_tracked_model", model), ocmw)
    return model


@pytest.mark.parametrize("rij", TABELLEN, indirect=True, ids=_naam)
class TestElkeTabelVanEenGebied:
    def test_eigen_rij_is_zichtbaar(self, rij, gebied):
        assert _tel(rij) >= 1

    def test_ander_gebied_ziet_niets(self, rij, ander_gebied):
        with gebied_context(ander_gebied, [ander_gebied.ocmw.pk]):
            assert _tel(rij) == 0

    def test_eigen_ocmws_helpen_niet_in_een_ander_gebied(self, rij, ocmw, ander_gebied):
        with gebied_context(ander_gebied, [ocmw.pk]):
            assert _tel(rij) == 0

    def test_zonder_scope_is_er_niets(self, rij):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('regie.gebied_id', '', true), set_config('regie.organisatie_ids', '', true),"
                " set_config('regie.lid_van', '', true)"
            )
        assert _tel(rij) == 0

    def test_ander_ocmw_ziet_geen_dossier_en_niets_van_binnenshuis(self, rij, gebied):
        with gebied_context(gebied, [OcmwFactory(gebied=gebied).pk]):
            assert (_tel(rij) == 0) == _is(rij, DossierModel, BinnenshuisModel)

    def test_zonder_organisatie_is_er_geen_dossier_en_niets_van_binnenshuis(self, rij, gebied):
        with gebied_context(gebied):
            assert (_tel(rij) == 0) == _is(rij, DossierModel, BinnenshuisModel)

    def test_wie_erbij_hoort_ziet_wat_van_binnenshuis_is_maar_geen_dossier(self, rij, gebied, ocmw):
        with gebied_context(gebied, lid_van=[ocmw.pk]):
            assert (_tel(rij) == 0) == _is(rij, DossierModel)

    def test_rij_in_een_ander_gebied_wordt_geweigerd(self, rij, ander_gebied):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            _kopieer(rij, gebied_id=ander_gebied.pk)

    def test_rij_van_een_andere_organisatie_wordt_geweigerd(self, rij, gebied):
        if _is(rij, DossierModel, BinnenshuisModel):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                _kopieer(rij, eigenaar_id=OcmwFactory(gebied=gebied).pk)


@pytest.mark.parametrize("model", [m for m in TABELLEN if issubclass(m, DeelbaarModel)], ids=_naam)
class TestWatGedeeldIs:
    """Read by the whole gebied, changed by the organisatie it is of."""

    @pytest.fixture(autouse=True)
    def gedeelde_rij(self, model, gebied, ocmw):
        rij_van(model, ocmw, gedeeld=True)

    def test_leest_het_hele_gebied(self, model, gebied):
        with gebied_context(gebied, [OcmwFactory(gebied=gebied).pk]):
            assert _tel(model) == 1
            assert model.objects.count() == 1

    def test_leest_een_ander_gebied_niet(self, model, ander_gebied):
        with gebied_context(ander_gebied, [ander_gebied.ocmw.pk]):
            assert _tel(model) == 0

    def test_wijzigt_een_ander_niet(self, model, gebied):
        with (
            gebied_context(gebied, [OcmwFactory(gebied=gebied).pk]),
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
        ):
            model.objects.update(gedeeld=False)

    def test_wist_een_ander_niet(self, model, gebied):
        with gebied_context(gebied, [OcmwFactory(gebied=gebied).pk]), connection.cursor() as cursor:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
            assert cursor.rowcount == 0


def _kopieer(model, **anders):
    """INSERT a copy of the row with other values; the policy is checked before keys and constraints."""
    kolommen = [veld.column for veld in model._meta.local_concrete_fields]
    bron = [str(anders.get(kolom, f'"{kolom}"')) for kolom in kolommen]
    namen = ", ".join(f'"{kolom}"' for kolom in kolommen)
    tabel = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f'INSERT INTO "{tabel}" ({namen}) SELECT {", ".join(bron)} FROM "{tabel}" LIMIT 1')


class TestRegelsInPostgres:
    def test_elke_regel_staat_er(self, db):
        assert set(expected_rules()) <= existing_rules("default")

    def test_rijbeveiliging_staat_aan(self, db):
        with connection.cursor() as cursor:
            cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
            aan = {rij[0] for rij in cursor.fetchall()}

        assert {model._meta.db_table for model in TABELLEN} <= aan

    def test_elke_policy_geldt_voor_lezen_en_schrijven(self, db):
        with connection.cursor() as cursor:
            cursor.execute("SELECT tablename, cmd, qual, with_check FROM pg_policies WHERE policyname = 'own_rows'")
            policies = {tabel: (cmd, qual, with_check) for tabel, cmd, qual, with_check in cursor.fetchall()}
        for model in TABELLEN:
            cmd, qual, with_check = policies[model._meta.db_table]
            assert cmd == "ALL"
            assert (qual == with_check) == (not _is(model, DeelbaarModel)), model
            assert "regie.gebied_id" in qual
            for regel in (qual, with_check):
                assert ("regie.organisatie_ids" in regel) == _is(model, DossierModel), model
                assert ("regie.lid_van" in regel) == _is(model, BinnenshuisModel), model
            assert not {" OR ", "CASE"} & set(with_check.split("'")), model

    def test_de_rol_bezit_geen_tabel(self, db):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user")
            assert cursor.fetchone()[0] == 0


@pytest.mark.parametrize("tabel", append_only_tables())
class TestAlleenToevoegen:
    @pytest.mark.parametrize("opdracht", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
    def test_wijzigen_en_verwijderen_mag_niet(self, tabel, opdracht, db):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(opdracht.format(f'"{tabel}"'))


class TestOnveiligeRol:
    def test_wie_bedient_weigert_ze(self, monkeypatch):
        monkeypatch.setattr(checks, "onveilige_rol", lambda: "De databankrol 'x' omzeilt de rijbeveiliging.")
        with pytest.raises(ImproperlyConfigured, match="omzeilt"):
            checks.weiger_onveilige_rol()
        with pytest.raises(SystemExit, match="omzeilt"):
            weiger()

    def test_de_rol_van_de_toepassing_is_veilig(self, db):
        assert checks.onveilige_rol() is None
        assert checks.rol_kan_rls_niet_omzeilen(databases=["default"]) == []

    @pytest.mark.parametrize(
        ("eigenschappen", "reden"),
        [
            ((True, False, False), "SUPERUSER"),
            ((False, True, False), "BYPASSRLS"),
            ((False, False, True), "eigenaar van de tabellen"),
            ((True, True, False), "SUPERUSER, BYPASSRLS"),
        ],
    )
    def test_een_rol_die_omzeilt_wordt_in_een_zin_geweigerd(self, eigenschappen, reden, monkeypatch):
        monkeypatch.setattr(checks, "connection", _Verbinding(("postgres", *eigenschappen)))

        melding = checks.rol_kan_rls_niet_omzeilen(databases=["default"])[0]

        assert melding.id == "regie.E001"
        assert f"'postgres' omzeilt de rijbeveiliging ({reden})" in melding.msg

    def test_zonder_databank_of_als_eigenaar_wordt_niets_gevraagd(self, monkeypatch):
        monkeypatch.setattr(checks, "connection", None)

        assert checks.rol_kan_rls_niet_omzeilen() == []
        monkeypatch.setattr(settings, "EIGENAAR", True)
        assert checks.rol_kan_rls_niet_omzeilen(databases=["default"]) == []


class _Verbinding:
    """Answers every query with one row, as a connection of another role would."""

    def __init__(self, rij):
        self.rij = rij

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def execute(self, sql):
        assert "pg_roles" in sql

    def fetchone(self):
        return self.rij
