"""Addresses of the shared employer cards."""

from typing import Any

from partners.models import Contactpersoon, Tevredenheid, Vestiging, Werkgever, WerkgeverDrempel
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, huis_van, van, van_huis

_KAART = (
    "werkgever",
    "geschiedenis",
    "werkgever_bijwerken",
    "werkgever_archiveren",
    "werkgever_terughalen",
    "werkgever_als_partner",
    "contact_toevoegen",
    "vestiging_toevoegen",
    "drempel_toevoegen",
    "tevredenheid_noteren",
    "samenvoegen_zoeken",
)


def _contact(wereld: Wereld, user: Any) -> list[Any]:
    werkgever = wereld.rij(Werkgever)
    return [werkgever.pk, wereld.rij(Contactpersoon, organisatie=None, werkgever=werkgever).pk]


def _twee(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Werkgever).pk, wereld.rij(Werkgever).pk]


def _eigen_tevredenheid(wereld: Wereld, user: Any) -> list[Any]:
    """Noted by the organisatie of whoever asks: another one's is not to be found."""
    organisatie = huis_van(wereld, user)
    return [wereld.rij(Tevredenheid, organisatie=organisatie, score=4).pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    "werkgevers:lijst": geen,
    "werkgevers:lijst_excel": geen,
    "werkgevers:werkgever_toevoegen": geen,
    **{f"werkgevers:{naam}": van(Werkgever) for naam in _KAART},
    **{f"werkgevers:contact_{naam}": _contact for naam in ("bijwerken", "deactiveren", "activeren")},
    "werkgevers:samenvoegen": _twee,
    "werkgevers:vestiging_bijwerken": van(Vestiging),
    "werkgevers:vestiging_wissen": van(Vestiging),
    "werkgevers:tevredenheid_wissen": _eigen_tevredenheid,
}
BINNENSHUIS: dict[str, Maak] = {
    f"werkgevers:drempel_{naam}": van_huis(WerkgeverDrempel) for naam in ("bijwerken", "oplossen", "heropenen")
}
