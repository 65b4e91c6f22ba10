"""An employer and somebody who knows it."""

import pytest

from partners.enums import WerkgeverStatus
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory, OrganisatieFactory, WerkgeverFactory


@pytest.fixture
def werkgever(gebied):
    return WerkgeverFactory(
        naam="Bakkerij Vanhoutte bv",
        kbo="0428759497",
        gemeente_id="31005",
        nace="10712",
        nace_versie="2025",
        grootteklasse="5-9",
        status=WerkgeverStatus.PARTNER,
        is_mvo=True,
        organisatie=OrganisatieFactory(gebied=gebied, naam="Bakkerij Vanhoutte", gebruikersplaats=True),
    )


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB")


@pytest.fixture
def jobhunter(vdab):
    return LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER)
