import pytest

from regie.core.tenancy import gebied_context
from tests.factories import OcmwFactory


@pytest.fixture
def twee_ocmws(gebied, ocmw):
    """Aalter and Zulte, both in scope so that a test can write in both."""
    ocmw.naam = "OCMW Aalter"
    ocmw.save()
    ander = OcmwFactory(gebied=gebied, naam="OCMW Zulte")
    with gebied_context(gebied, [ocmw.pk, ander.pk]):
        yield ocmw, ander
