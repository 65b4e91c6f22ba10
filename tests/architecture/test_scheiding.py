"""Who may see what is decided once: by base class, by policy and by one right per address. Nothing may slip past."""

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import get_resolver

from regie.accounts.models import Uitnodiging, User
from regie.core.api import GebiedViewSet
from regie.core.models import Lidmaatschap, RegelParameter
from regie.core.permissions import Recht
from regie.core.rls import append_only_tables, existing_rules, expected_rules, gebied_models, history_models
from regie.core.tenancy import (
    BinnenshuisManager,
    BinnenshuisModel,
    DeelbaarManager,
    DeelbaarModel,
    DossierManager,
    DossierModel,
    GebiedManager,
    GebiedModel,
)
from regie.urls import gebied_urlpatterns
from tests.architecture.bron import adressen, eigen_modellen
from tests.rijen import rij_van
from trajecten.models import Client, Evaluatie, Traject

# Not owned by a gebied, with the reason. A model that no longer exists, or became a GebiedModel, must leave the list.
ZONDER_GEBIED = {
    "accounts.Dagmail": "one mail per person per day, over all the gebieden of that person; no client in it",
    "accounts.Uitnodiging": "opened by a secret link, by somebody who has no scope yet",
    "accounts.User": "one account can belong to several gebieden",
    "accounts.Voorkeur": "choices of one account, read by the clock and by a secret link before there is a scope",
    "core.ApiSleutel": "says which scope a caller gets, so it is read before there is one",
    "core.Gebiedslid": "public fact: which municipality belongs to which gebied, when",
    "core.Gemeente": "reference data",
    "core.Gemeentefusie": "reference data",
    "core.Lidmaatschap": "says which scope somebody gets, so it is read before there is one",
    "core.Mandaat": "public fact about a gebied, kept by the platform",
    "core.Organisatie": "public facts, read before there is a scope (switcher) and kept by the platform",
    "core.Referentieregio": "reference data",
    "core.RegelParameter": "policy numbers, general or of one gebied; no personal data",
    "core.Regiegebied": "the tenant itself",
    "partners.ScanStelling": "code table: the statements of the scan",
    "portal.GevangenMail": "caught mails of a demo; the page exists in a demo only",
    "portal.Hartslag": "signs of life of processes",
    "trajecten.DrempelCode": "code table",
    "trajecten.Competentie": "code table",
    "trajecten.EvaluatieCriterium": "code table",
    "trajecten.Instrument": "code table",
    "trajecten.UitstroomCode": "code table",
    "trajecten.DocumentSoort": "code table",
    "trajecten.InstrumentDocument": "code table: which papers an instrument asks",
    "trajecten.InstrumentRegel": "code table: dated rules of an instrument",
}
# About a client, yet readable in the whole gebied.
CLIENT_ZONDER_DOSSIER = {
    "trajecten.ClientVingerafdruk": "keyed hashes only: tells that somebody is known, never who or what",
    "trajecten.Contactvraag": "a question from one OCMW to another, without any data about the person",
}
IN_DE_ADMIN = {
    "accounts.Uitnodiging",
    "accounts.User",
    "core.Gemeente",
    "core.Gemeentefusie",
    "core.Lidmaatschap",
    "core.Organisatie",
    "core.Referentieregio",
    "core.RegelParameter",
    "core.Regiegebied",
    "trajecten.DrempelCode",
    "trajecten.EvaluatieCriterium",
    "trajecten.Instrument",
    "trajecten.UitstroomCode",
    "trajecten.DocumentSoort",
    "trajecten.InstrumentDocument",
    "trajecten.InstrumentRegel",
}
# The most private first.
VEILIG = {
    DossierModel: DossierManager,
    DeelbaarModel: DeelbaarManager,
    BinnenshuisModel: BinnenshuisManager,
    GebiedModel: GebiedManager,
}
ADRESSEN = [(pad, view) for pad, _, view in adressen(gebied_urlpatterns)]


class TestAdressen:
    @pytest.mark.parametrize(("pad", "view"), ADRESSEN, ids=[pad or "/" for pad, _ in ADRESSEN])
    def test_elke_gebiedpagina_vereist_een_recht(self, pad, view):
        assert isinstance(getattr(view, "required_recht", None), Recht), f"{pad}: @require(...) ontbreekt"

    def test_alleen_gebiedpaginas_kennen_een_gebied(self):
        """A slug elsewhere would get a scope without a right."""
        met_slug = {pad for pad, _, _ in adressen(get_resolver().url_patterns) if "<slug:gebied>" in pad}

        assert met_slug == {f"g/<slug:gebied>/{pad}" for pad, _ in ADRESSEN}

    def test_elke_api_actie_vereist_een_recht(self):
        for viewset in GebiedViewSet.__subclasses__():
            acties = {"list", "retrieve", *(a.__name__ for a in viewset.get_extra_actions())} & set(dir(viewset))
            assert acties <= set(viewset.rechten), viewset


class TestModellen:
    def test_elk_model_hoort_bij_een_gebied_of_staat_met_reden_op_de_lijst(self):
        zonder = {m._meta.label for m in eigen_modellen() if not issubclass(m, GebiedModel)}

        assert zonder == set(ZONDER_GEBIED)

    def test_alles_met_een_client_is_een_dossier(self):
        """Reached through foreign keys, or a field that holds the id of a client."""
        over_een_client = {Client}
        while True:
            erbij = {m for m in eigen_modellen() if m not in over_een_client and _wijst_naar(m, over_een_client)}
            if not erbij:
                break
            over_een_client |= erbij

        zonder_dossier = {m._meta.label for m in over_een_client if not issubclass(m, DossierModel)}
        assert zonder_dossier == set(CLIENT_ZONDER_DOSSIER)

    def test_elk_gebiedmodel_heeft_de_veilige_manager(self):
        for model in gebied_models():
            soort = next(manager for basis, manager in VEILIG.items() if issubclass(model, basis))
            assert isinstance(model._default_manager, soort), model
            for manager in model._meta.managers:
                assert isinstance(manager, soort), (model, manager)

    def test_admin_toont_geen_dossiers(self):
        geregistreerd = {m._meta.label for m in admin.site._registry}

        assert geregistreerd == IN_DE_ADMIN
        assert not [m for m in admin.site._registry if issubclass(m, GebiedModel)]

    def test_wat_voor_de_scope_gelezen_wordt_kent_wel_zijn_gebied(self):
        """So that Postgres can refuse a reference to another gebied."""
        for model in (Lidmaatschap, Uitnodiging, RegelParameter):
            assert any(veld.name == "gebied" for veld in model._meta.fields), model


def _wijst_naar(model, doelen):
    if any(veld.name in {"client_id", "client_bij_ontvanger"} for veld in model._meta.local_fields):
        return True
    return any(veld.related_model in doelen for veld in model._meta.local_fields if veld.is_relation)


class TestPostgres:
    def test_kent_elke_regel_ook_van_de_geschiedenis(self, db):
        regels = existing_rules("default")

        assert set(expected_rules()) <= regels
        for model in [*gebied_models(), *history_models()]:
            assert (model._meta.db_table, "own_rows") in regels, model

    def test_elk_gevolgd_model_heeft_een_geschiedenis_met_policy(self, db):
        assert {m.pgh_tracked_model for m in history_models()} >= {Client, Traject, Evaluatie}

    def test_de_geschiedenis_kan_niet_herschreven_worden(self, gebied, ocmw):
        for model in history_models():
            rij_van(model.pgh_tracked_model, ocmw)
            for opdracht in ("UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}"):
                with (
                    pytest.raises(ProgrammingError, match="Cannot update or delete"),
                    transaction.atomic(),
                    connection.cursor() as cursor,
                ):
                    cursor.execute(opdracht.format(model._meta.db_table))

    def test_elk_logboek_is_alleen_toevoegen(self, db):
        tabellen = {"core_gebeurtenis", "trajecten_inzage", "trajecten_statuswijziging"}
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT c.relname, has_table_privilege(c.oid, 'INSERT'), has_table_privilege(c.oid, 'UPDATE'),"
                " has_table_privilege(c.oid, 'DELETE'), has_table_privilege(c.oid, 'TRUNCATE')"
                " FROM pg_class c WHERE c.relname = ANY(%s)",
                [append_only_tables()],
            )
            rechten = {rij[0]: rij[1:] for rij in cursor.fetchall()}

        assert tabellen <= set(rechten)
        assert set(rechten.values()) == {(True, False, False, False)}

    def test_de_rol_kan_de_beveiliging_niet_omzeilen(self, db):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT rolsuper, rolbypassrls, (SELECT count(*) FROM pg_class WHERE relowner = r.oid)"
                " FROM pg_roles r WHERE rolname = current_user"
            )
            assert cursor.fetchone() == (False, False, 0)

    def test_de_rol_kan_de_beveiliging_niet_uitzetten(self, db):
        for opdracht in (
            "ALTER TABLE trajecten_client DISABLE ROW LEVEL SECURITY",
            "DROP POLICY own_rows ON trajecten_client",
            "CREATE POLICY alles ON trajecten_client USING (true)",
            "SET ROLE regie_owner",
        ):
            with (
                pytest.raises(ProgrammingError, match=r"must be owner|permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(opdracht)


def test_een_account_is_geen_gebruiker():
    """'Gebruiker' is where an art. 60 worker works (docs/woordenlijst.md)."""
    assert User._meta.verbose_name == "account"
