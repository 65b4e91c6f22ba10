"""Fixtures every test may use. The owner role makes the test database; the app role serves it, as in production."""

from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol, Toegang
from regie.core.tenancy import gebied_context
from regie.settings import env
from tests.client import StrengeClient
from tests.factories import GebiedFactory, LidmaatschapFactory, OcmwFactory, OrganisatieFactory, UserFactory


def _als(url: str) -> None:
    """Connect to the same database with another role."""
    instelling = env.databank(url)
    for sleutel in ("USER", "PASSWORD"):
        connection.settings_dict[sleutel] = instelling[sleutel]
    connection.close()


def _als_eigenaar() -> None:
    _als(env.tekst("DATABASE_OWNER_URL"))


def _als_app() -> None:
    _als(env.tekst("DATABASE_URL"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_modify_db_settings, django_test_environment, django_db_blocker):
    """Create and migrate as owner, serve as app; the flush of a transactional test runs as owner again."""
    opruimen = TransactionTestCase._fixture_teardown
    with django_db_blocker.unblock():
        _als_eigenaar()
        oude_naam = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        _als_app()

        def als_eigenaar_opruimen(zelf):
            _als_eigenaar()
            try:
                opruimen(zelf)
            finally:
                _als_app()

        TransactionTestCase._fixture_teardown = als_eigenaar_opruimen
    yield
    TransactionTestCase._fixture_teardown = opruimen
    with django_db_blocker.unblock():
        _als_eigenaar()
        connection.creation.destroy_test_db(oude_naam, verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def bestandenmap(tmp_path_factory):
    """Files of dossiers go to a room of this test run."""
    settings.BESTANDEN_DIR = tmp_path_factory.mktemp("bestanden")


@pytest.fixture
def client(db):
    """Every page of every test goes through the strict client."""
    return StrengeClient()


@pytest.fixture
def gebied(db):
    """The active scope of most tests: one gebied with one OCMW, whose dossiers may be seen."""
    gebied = GebiedFactory()
    ocmw = OcmwFactory(gebied=gebied)
    with gebied_context(gebied, [ocmw.pk]):
        yield gebied


@pytest.fixture
def ocmw(gebied) -> Organisatie:
    return Organisatie.objects.van_gebied().ocmws().get()


@pytest.fixture
def ander_ocmw(gebied) -> Organisatie:
    """A second OCMW in the same gebied: outside the scope."""
    return OcmwFactory(gebied=gebied)


@pytest.fixture
def ander_gebied(db):
    gebied = GebiedFactory()
    gebied.ocmw = OcmwFactory(gebied=gebied)
    return gebied


@pytest.fixture
def gebruiker(gebied) -> Organisatie:
    """Where an art. 60 worker is put to work."""
    return OrganisatieFactory(gebied=gebied, gebruikersplaats=True)


@pytest.fixture
def begeleider(ocmw):
    return LidmaatschapFactory(organisatie=ocmw)


@pytest.fixture
def toegang(begeleider) -> Toegang:
    return Lidmaatschap.objects.filter(pk=begeleider.pk).toegang()


@pytest.fixture
def als_begeleider(client, begeleider):
    client.force_login(begeleider.user)
    return client


@pytest.fixture
def regieverband(gebied) -> Organisatie:
    return OrganisatieFactory(gebied=gebied, regieverband=True)


@pytest.fixture
def regisseur(regieverband):
    return LidmaatschapFactory(organisatie=regieverband, rol=Rol.REGISSEUR)


@pytest.fixture
def toegang_regisseur(regisseur) -> Toegang:
    return Lidmaatschap.objects.filter(pk=regisseur.pk).toegang()


@pytest.fixture
def als_regisseur(client, regisseur):
    client.force_login(regisseur.user)
    return client


@pytest.fixture
def vandaag() -> date:
    """A fixed day: time is an argument, never the clock."""
    return date(2026, 11, 23)


@pytest.fixture
def user(db):
    return UserFactory()
