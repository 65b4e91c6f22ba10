"""The strips of tabs: every page once, and each leads somewhere."""

import pytest

from partners.views.onderdelen import ONDERDELEN
from regie.urls import gebied_urlpatterns
from tests.architecture.bron import adressen

NAMEN = {naam: view for _, naam, view in adressen(gebied_urlpatterns)}


@pytest.mark.parametrize("groep", ONDERDELEN)
def test_elke_bladzijde_staat_er_een_keer_met_haar_eigen_recht(groep):
    namen = [naam for _, _, naam in ONDERDELEN[groep]]

    assert len(namen) == len(set(namen))
    for recht, label, naam in ONDERDELEN[groep]:
        assert NAMEN[naam].required_recht == recht, label
