"""A place to work."""

import pytest

from tests.factories import WerkplaatsFactory


@pytest.fixture
def werkplaats(gebruiker):
    return WerkplaatsFactory(gebruiker=gebruiker, aantal=2, categorie="GROEN")
