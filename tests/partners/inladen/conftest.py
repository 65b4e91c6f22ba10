from collections.abc import Callable
from pathlib import Path

import pytest

from partners.imports.lijst import kijk_na, lees_lijsten
from partners.models import Werkgeverslijst
from partners.services import inladen as services
from regie.core.inlezen.lijst import vingerafdruk
from regie.core.models import Gemeente
from regie.core.models.organisatie import OrganisatieType
from tests.factories import OrganisatieFactory

PAD = Path(__file__).parents[2] / "data" / "werkgevers.csv"


@pytest.fixture
def regio(gebied) -> None:
    """The organisations that the column 'Door' of the sample names, as far as they exist here."""
    OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type=OrganisatieType.VDAB)
    OrganisatieFactory(gebied=gebied, naam="De Kringwinkel", type=OrganisatieType.MAATWERKBEDRIJF)


@pytest.fixture
def brugge(db) -> Gemeente:
    return Gemeente.objects.get(nis="31005")


@pytest.fixture
def opgeladen(ocmw, toegang) -> Callable[..., Werkgeverslijst]:
    def maak(inhoud: bytes | None = None, naam: str = "werkgevers.csv") -> Werkgeverslijst:
        inhoud = PAD.read_bytes() if inhoud is None else inhoud
        return services.WERKGEVERSLIJST.maken(
            bestandsnaam=naam,
            sha256=vingerafdruk(inhoud),
            bladen=lees_lijsten(naam, inhoud)[:1],
            eigenaar=ocmw,
            door=toegang,
        )[0]

    return maak


@pytest.fixture
def nagekeken(opgeladen, ocmw, toegang, vandaag) -> Callable[..., Werkgeverslijst]:
    """Reads, keeps and judges a file, as steps 1 to 3 do."""

    def maak(inhoud: bytes | None = None) -> Werkgeverslijst:
        lijst = opgeladen(inhoud)
        gelezen = lees_lijsten(lijst.bestandsnaam, PAD.read_bytes() if inhoud is None else inhoud)[0]
        oordelen = kijk_na(
            eigenaar=ocmw,
            koppeling=gelezen.koppeling,
            kolommen=gelezen.kolommen,
            rijen=gelezen.rijen,
            vandaag=vandaag,
        )
        return services.WERKGEVERSLIJST.nakijken(
            lijst=lijst, koppeling=gelezen.koppeling, oordelen=oordelen, door=toegang
        )

    return maak


@pytest.fixture
def laad(nagekeken, toegang, vandaag) -> Callable[..., Werkgeverslijst]:
    """The whole way: judge, decide the same about every look-alike, confirm, write."""

    def maak(inhoud: bytes | None = None, besluit: str = "OVERSLAAN") -> Werkgeverslijst:
        lijst = nagekeken(inhoud)
        alle = {rij.rijnummer: besluit for rij in lijst.rijen.order_by("rijnummer")}
        services.WERKGEVERSLIJST.besluiten(lijst=lijst, besluiten=alle)
        services.WERKGEVERSLIJST.overnemen(lijst=lijst, door=toegang)
        while not services.WERKGEVERSLIJST.verwerken(lijst_id=str(lijst.pk), vandaag=vandaag):
            pass
        lijst.refresh_from_db()
        return lijst

    return maak


@pytest.fixture
def csv() -> Callable[..., bytes]:
    """A small list as bytes: cells by position under the column names of the sample."""

    def maak(*regels: str) -> bytes:
        kop = "Ondernemingsnr;Naam;Gemeente;NACE;Werknemers;Contact;Tel;Laatste contact;Door"
        return "\r\n".join([kop, *regels]).encode("cp1252", errors="replace")

    return maak
