"""The first wall: every query is filtered on the active scope, and refused without one."""

import asyncio

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef
from django.db.utils import IntegrityError, ProgrammingError

from partners.models import Contactpersoon, Werkplaats
from regie.core.aggregate import alle_dossiers
from regie.core.commands import GebiedCommand
from regie.core.exceptions import DomainError, NoActiveScope
from regie.core.models import Organisatie
from regie.core.tenancy import current_scope, gebied_context, has_scope
from tests.factories import (
    ClientFactory,
    ContactpersoonFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    TrajectFactory,
    WerkplaatsFactory,
)
from trajecten.models import Client, Traject

ONBEKEND = "6f9619ff-8b86-d011-b42d-00c04fc964ff"
QUERIES = {
    "list": lambda: list(Traject.objects.all()),
    "exists": lambda: Traject.objects.exists(),
    "exclude-exists": lambda: Traject.objects.exclude(status="x").exists(),
    "count": lambda: Traject.objects.count(),
    "contains": lambda: Traject.objects.contains(Traject(gebied_id=1, pk=ONBEKEND)),
    "explain": lambda: Traject.objects.explain(),
    "aggregate": lambda: Traject.objects.aggregate(n=models.Count("pk")),
    "update": lambda: Traject.objects.update(status="LOPEND"),
    "delete": lambda: Traject.objects.all().delete(),
    "in_bulk": lambda: Traject.objects.in_bulk([ONBEKEND]),
    "iterator": lambda: list(Traject.objects.iterator()),
    "union": lambda: list(Traject.objects.all().union(Traject.objects.all())),
    "subquery": lambda: list(Organisatie.objects.filter(Exists(Werkplaats.objects.filter(gebruiker=OuterRef("pk"))))),
    "values": lambda: list(Traject.objects.values_list("pk")),
    "queryset-methode": lambda: list(Traject.objects.open()),
    "van_gebied": lambda: list(Organisatie.objects.van_gebied()),
    "get_or_create": lambda: Contactpersoon.objects.get_or_create(naam="x"),
    "create": lambda: Contactpersoon.objects.create(naam="x"),
    "instance": lambda: Contactpersoon(naam="x"),
    "for_update": lambda: list(Traject.objects.select_for_update()),
}


@pytest.mark.parametrize("naam", QUERIES)
def test_elke_query_zonder_gebied_faalt(naam, db):
    with pytest.raises(NoActiveScope):
        QUERIES[naam]()


def test_async_zonder_gebied_faalt(transactional_db):
    async def vraag() -> bool:
        return await Traject.objects.aexists()

    with pytest.raises(NoActiveScope):
        asyncio.run(vraag())


def test_opbouwen_en_none_mag_zonder_gebied(db):
    Traject.objects.filter(status="x").order_by("pk")

    assert not Traject.objects.none()


def test_gebied_ziet_alleen_eigen_rijen(gebied, ander_gebied):
    TrajectFactory()
    with gebied_context(ander_gebied, [ander_gebied.ocmw.pk]):
        vreemd = TrajectFactory()
        assert Traject.objects.count() == 1

    assert Traject.objects.count() == 1
    assert not Traject.objects.filter(pk=vreemd.pk).exists()
    assert Traject.objects.filter(pk=vreemd.pk).update(jobdoelwit="x") == 0
    assert Traject.objects.filter(pk=vreemd.pk).delete() == (0, {})


def test_ocmw_ziet_alleen_eigen_dossiers(gebied, ander_ocmw):
    TrajectFactory()
    with gebied_context(gebied, [ander_ocmw.pk]):
        vreemd = TrajectFactory()

    assert Traject.objects.count() == 1
    assert not Client.objects.filter(pk=vreemd.client_id).exists()


def test_zonder_ocmw_geen_enkel_dossier(gebied):
    """A regisseur has an empty list of organisaties: no named file, by construction."""
    TrajectFactory()

    with gebied_context(gebied):
        assert Traject.objects.count() == 0
        assert Client.objects.count() == 0


def test_meer_ocmws_in_een_toegang(gebied, ocmw, ander_ocmw):
    TrajectFactory()
    with gebied_context(gebied, [ander_ocmw.pk]):
        TrajectFactory()

    with gebied_context(gebied, [ander_ocmw.pk, ocmw.pk]):
        assert Traject.objects.count() == 2


def test_alle_dossiers_telt_over_elk_ocmw_van_dit_gebied(gebied, ander_ocmw, ander_gebied):
    TrajectFactory()
    with gebied_context(gebied, [ander_ocmw.pk]):
        TrajectFactory()
    with gebied_context(ander_gebied, [ander_gebied.ocmw.pk]):
        TrajectFactory()

    with gebied_context(gebied):
        with alle_dossiers():
            assert Traject.objects.count() == 2
        assert Traject.objects.count() == 0


def test_na_een_fout_is_het_vorige_gebied_terug(gebied, ander_gebied):
    ContactpersoonFactory(organisatie__gebied=gebied)
    with pytest.raises(ZeroDivisionError), gebied_context(ander_gebied):
        raise ZeroDivisionError

    assert Contactpersoon.objects.count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('regie.gebied_id'), current_setting('regie.organisatie_ids')")
        assert cursor.fetchone() == (str(gebied.pk), f"{{{current_scope().organisatie_ids[0]}}}")


def test_na_een_databankfout_is_het_vorige_gebied_terug(gebied, ander_gebied):
    with pytest.raises(ProgrammingError), gebied_context(ander_gebied), connection.cursor() as cursor:
        cursor.execute("SELECT bestaat_niet")

    assert Contactpersoon.objects.count() == 0
    assert current_scope().gebied == gebied


def test_buiten_het_blok_is_er_geen_gebied(ander_gebied):
    with gebied_context(ander_gebied):
        assert has_scope()

    assert not has_scope()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('regie.gebied_id', true)")
        assert not cursor.fetchone()[0]


def test_nieuwe_rij_krijgt_het_actieve_gebied(gebied):
    assert ContactpersoonFactory(organisatie__gebied=gebied).gebied_id == gebied.pk


def _bewaar(maak):
    """Deferred keys are checked here, as they would be at commit."""
    with transaction.atomic():
        maak()
        connection.check_constraints()


def test_verwijzing_naar_ander_gebied_weigert_postgres(gebied, ander_gebied):
    vreemd = OrganisatieFactory(gebied=ander_gebied)

    with pytest.raises(IntegrityError, match="same_gebied"):
        _bewaar(lambda: WerkplaatsFactory(gebruiker=vreemd))


def test_lidmaatschap_blijft_binnen_het_gebied(ocmw, ander_gebied):
    with pytest.raises(IntegrityError, match="same_gebied"):
        _bewaar(lambda: LidmaatschapFactory(organisatie=ocmw, gebied=ander_gebied))


def test_relaties_en_prefetch_blijven_in_het_gebied(gebied):
    client = ClientFactory()
    TrajectFactory(client=client)

    assert client.trajecten.count() == 1
    assert [len(c.trajecten.all()) for c in Client.objects.prefetch_related("trajecten")] == [1]


def test_een_ocmw_vergelijkt_met_gelijk_aan(gebied, ocmw, ander_ocmw):
    """So that an index on (gebied, eigenaar, …) delivers the rows in order."""
    assert f'"eigenaar_id" = {ocmw.pk}' in str(Traject.objects.all().query)
    with gebied_context(gebied, [ocmw.pk, ander_ocmw.pk]):
        assert "= ANY(" in str(Traject.objects.all().query)


class Tel(GebiedCommand):
    def handle_gebied(self, gebied, **options):
        self.stdout.write(f"{gebied.slug}: {Contactpersoon.objects.count()}")


class Weiger(GebiedCommand):
    def handle_gebied(self, gebied, **options):
        raise DomainError("Dat kan niet.")


class TestGebiedCommand:
    def test_loopt_per_gebied(self, gebied, ander_gebied, capsys):
        ContactpersoonFactory(organisatie__gebied=gebied)

        call_command(Tel(), "--alle-gebieden")

        assert capsys.readouterr().out.split() == [f"{gebied.slug}:", "1", f"{ander_gebied.slug}:", "0"]

    def test_een_gebied(self, gebied, ander_gebied, capsys):
        call_command(Tel(), "--gebied", ander_gebied.slug)

        assert capsys.readouterr().out.split() == [f"{ander_gebied.slug}:", "0"]

    def test_onbekend_gebied_noemt_de_bekende(self, gebied):
        with pytest.raises(CommandError, match=gebied.slug):
            call_command(Tel(), "--gebied", "bestaat-niet")

    def test_een_geweigerde_regel_wordt_een_zin(self, gebied):
        with pytest.raises(CommandError, match="Dat kan niet"):
            call_command(Weiger(), "--gebied", gebied.slug)
