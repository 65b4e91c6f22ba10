from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regie.core.inlezen.lijst import vingerafdruk
from regie.core.models.organisatie import Gebruikerscategorie
from regie.core.names import organisatie_sleutel
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope
from tests.data.maak_clientenlijst import PAD
from tests.factories import OrganisatieFactory
from trajecten import tasks  # noqa: F401  # known to Celery, as in a worker
from trajecten.imports.lijst import kijk_na, lees_lijsten
from trajecten.models import Inlading
from trajecten.selectors.inladen_bronnen import Bronnen, Persoon, Plek
from trajecten.services import inladen as services


@pytest.fixture
def bronnen(vandaag) -> Bronnen:
    """What cells are looked up in, without a database."""
    return Bronnen(
        vandaag=vandaag,
        gemeenten={
            "brugge": "31005",
            "damme": "31006",
            "knokkeheist": "31043",
            "pajottegem": "23106",
            "galmaarden": "23106",
        },
        gemeentenamen={
            "31005": "Brugge",
            "31006": "Damme",
            "31043": "Knokke-Heist",
            "23106": "Pajottegem",
            "1": "Aa",
            "2": "Bee",
        },
        postcodes={"8000": ("31005",), "8310": ("31005",), "8340": ("31006",), "8300": ("31043",), "9999": ("1", "2")},
        eigen_gemeente="31005",
        begeleiders=(
            Persoon(1, "Lien", "Vermeulen"),
            Persoon(2, "Sofie", "Claeys"),
            Persoon(3, "Tom", "Maes"),
            Persoon(4, "Stef", "Claeys"),
        ),
        gebruikers={
            organisatie_sleutel(p.naam): (p,)
            for p in (Plek(7, "De Kringwinkel vzw"), Plek(8, "Groendienst Stad Brugge"))
        },
    )


@pytest.fixture
def inlader(begeleider):
    """The trajectbegeleider that the sample names 'L. Vermeulen'."""
    begeleider.user.first_name, begeleider.user.last_name = "Lien", "Vermeulen"
    begeleider.user.save()
    return begeleider.user


@pytest.fixture
def groendienst(gebied):
    return OrganisatieFactory(gebied=gebied, naam="Groendienst", gebruikerscategorie=Gebruikerscategorie.PUBLIEK)


@pytest.fixture
def staged(ocmw, toegang, vandaag, inlader, groendienst) -> Callable[..., Inlading]:
    """Reads, stages and judges a file, as steps 1 to 3 do."""

    def maak(pad: Path = PAD) -> Inlading:
        inhoud = pad.read_bytes()
        lijst = lees_lijsten(pad.name, inhoud)[0]
        inlading = services.CLIENTENLIJST.maken(
            bestandsnaam=pad.name, sha256=vingerafdruk(inhoud), bladen=[lijst], eigenaar=ocmw, door=toegang
        )[0]
        oordelen = kijk_na(
            eigenaar=ocmw, koppeling=lijst.koppeling, kolommen=lijst.kolommen, rijen=lijst.rijen, vandaag=vandaag
        )
        return services.CLIENTENLIJST.nakijken(
            lijst=inlading, koppeling=lijst.koppeling, oordelen=oordelen, door=toegang
        )

    return maak


@pytest.fixture
def laad(staged, toegang, vandaag) -> Callable[..., Inlading]:
    """The whole way: judge, decide the same about every look-alike, confirm, write."""

    def maak(pad: Path = PAD, besluit: str = "ZELFDE") -> Inlading:
        inlading = staged(pad)
        alle = {rij.rijnummer: besluit for rij in inlading.rijen.all()}
        services.CLIENTENLIJST.besluiten(lijst=inlading, besluiten=alle)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)
        while not services.CLIENTENLIJST.verwerken(lijst_id=str(inlading.pk), vandaag=vandaag):
            pass
        inlading.refresh_from_db()
        return inlading

    return maak


@pytest.fixture
def gebied_slug(gebied) -> str:
    return current_scope().gebied.slug


@pytest.fixture
def andere_toegang(ander_ocmw, begeleider) -> Toegang:
    return Toegang(begeleider.user_id, ander_ocmw.gebied_id, frozenset(), (ander_ocmw.pk,))


@pytest.fixture
def dag() -> Callable[[str], date]:
    return date.fromisoformat
