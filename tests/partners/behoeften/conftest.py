"""A need of an employer, from draft to asked."""

import pytest

from partners.services import behoeften as services
from partners.services.doorverwijzingen import behoefte_doorverwijzen
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Rol, Toegang
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, OrganisatieFactory, WerkgeverFactory
from tests.partners.behoeften.hulp import VACATURE, VANDAAG


def toegang_van(lid) -> Toegang:
    return Toegang(lid.user_id, lid.gebied_id, frozenset({Rol(lid.rol)}), (), (lid.organisatie_id,))


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB", type=OrganisatieType.VDAB)


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="GTB", type=OrganisatieType.GTB)


@pytest.fixture
def jobhunter(vdab):
    return toegang_van(LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER))


@pytest.fixture
def bij_partner(partner):
    return toegang_van(LidmaatschapFactory(organisatie=partner, rol=Rol.JOBHUNTER))


@pytest.fixture
def alle(gebied, vdab, partner, regieverband):
    """The scope of the nightly walk: a member of every organisatie."""
    with gebied_context(gebied, lid_van=[vdab.pk, partner.pk, regieverband.pk]):
        yield


@pytest.fixture
def concept(alle, vdab, jobhunter):
    return services.behoefte_noteren(werkgever=WerkgeverFactory(), eigenaar=vdab, gegevens=VACATURE, door=jobhunter)


@pytest.fixture
def behoefte(concept, jobhunter):
    return services.behoefte_publiceren(behoefte=concept, vandaag=VANDAAG, door=jobhunter)


@pytest.fixture
def gevraagd(behoefte, partner, jobhunter):
    verzonden = behoefte_doorverwijzen(
        behoefte=behoefte, aan=[(partner, None)], vraag="", mailen=False, door=jobhunter, vandaag=VANDAAG
    )
    return verzonden[0].doorverwijzing
