"""Addresses of needs of employers, referrals, candidates, job designs and services of partners."""

from typing import Any

from partners.models import Behoefte, Dienstaanbod, Doorverwijzing, Jobontwerp, Voordracht, Werkgever
from regie.core.models.organisatie import OrganisatieType
from regie.core.tenancy import gebied_context
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, huis_van, van, van_huis, van_partner
from tests.factories import OrganisatieFactory


def _doorverwijzing(wereld: Wereld, user: Any) -> list[Any]:
    """A shared need, sent to the organisatie of whoever asks."""
    organisatie = huis_van(wereld, user)
    with gebied_context(wereld.ocmw.gebied, [wereld.ocmw.pk]):
        behoefte = wereld.rij(Behoefte, **GEDEELD)
        return [wereld.rij(Doorverwijzing, behoefte=behoefte, organisatie=organisatie).pk]


GEDEELD: dict[str, Any] = {"status": "OPEN", "gedeeld": True, "gepubliceerd_op": "2026-01-05", "soort": "VACATURE"}


def _gedeeld(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Behoefte, **GEDEELD).pk]


def _voordracht(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Voordracht, behoefte=wereld.rij(Behoefte, **GEDEELD)).pk]


def _bestuur(wereld: Wereld, user: Any) -> list[Any]:
    return [OrganisatieFactory(gebied=wereld.ocmw.gebied, type=OrganisatieType.GEMEENTE).pk]


BINNENSHUIS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "werkgevers:behoefte",
            "werkgevers:behoefte_bijwerken",
            "werkgevers:behoefte_publiceren",
            "werkgevers:behoefte_wissen",
        ),
        van_huis(Behoefte),
    ),
    **dict.fromkeys(
        (
            "werkgevers:jobontwerp",
            "werkgevers:jobontwerp_bijwerken",
            "werkgevers:jobontwerp_pdf",
            "werkgevers:jobontwerp_delen",
            "werkgevers:jobontwerp_wissen",
            "werkgevers:jobontwerp_behoefte",
            "werkgevers:jobontwerp_werkplaats",
        ),
        van_huis(Jobontwerp),
    ),
    "partners:vraag": _doorverwijzing,
}
VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "werkgevers:behoeften",
            "werkgevers:behoeften_excel",
            "werkgevers:behoefte_nieuw",
            "werkgevers:stageplaatsen",
            "werkgevers:jobontwerpen",
            "partners:vragen",
        ),
        geen,
    ),
    **dict.fromkeys(("werkgevers:behoefte_noteren", "werkgevers:jobontwerp_maken"), van(Werkgever)),
    **dict.fromkeys(
        (
            "werkgevers:behoefte_sluiten",
            "werkgevers:behoefte_heropenen",
            "werkgevers:behoefte_doorverwijzen",
            "werkgevers:voordracht_toevoegen",
        ),
        _gedeeld,
    ),
    **dict.fromkeys(
        (
            "werkgevers:doorverwijzing_beantwoorden",
            "werkgevers:doorverwijzing_link",
            "werkgevers:doorverwijzing_intrekken",
        ),
        _doorverwijzing,
    ),
    **dict.fromkeys(("werkgevers:voordracht_uitkomst", "werkgevers:voordracht_intrekken"), _voordracht),
    "werkgevers:stageplaats_noteren": _bestuur,
    "partners:dienst_toevoegen": van_partner,
    **dict.fromkeys(("partners:dienst_bijwerken", "partners:dienst_stoppen"), van(Dienstaanbod)),
}
