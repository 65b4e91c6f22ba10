"""What the two gebieden of the demo look like, as plain facts: members, size of every OCMW, mandates."""

from dataclasses import dataclass
from datetime import date

from regie.core.dates import plus_maanden
from regie.core.models.gebied import Rechtsvorm

EERSTE_MANDAAT = 2023  # BVR 29-04-2022: regisseurs work with mandates of three years from 2023 on


@dataclass(frozen=True, slots=True)
class Gemeenteplan:
    """One member: its share in the instroom, how many trajectbegeleiders, and since when (None: from the start)."""

    nis: str
    naam: str
    clienten: int
    begeleiders: int = 1
    lid_van: date | None = None


@dataclass(frozen=True, slots=True)
class Gebiedsplan:
    naam: str
    slug: str
    rechtsvorm: Rechtsvorm
    beheer: str
    regieverband: str
    regisseur: str
    contact_email: str
    leden: tuple[Gemeenteplan, ...]
    start: date = date(EERSTE_MANDAAT, 1, 1)


def gebiedsplannen(vandaag: date) -> tuple[Gebiedsplan, Gebiedsplan]:
    """Regio Brugge is the story; Midwest shows a merger of 2025, a member that joined later, and a second scope."""
    return _brugge(), _midwest(plus_maanden(vandaag.replace(day=1), -14))


def _brugge() -> Gebiedsplan:
    return Gebiedsplan(
        naam="Regio Brugge",
        slug="brugge",
        rechtsvorm=Rechtsvorm.INTERLOKALE_VERENIGING,
        beheer="31005",
        regieverband="Regieverband Regio Brugge",
        regisseur="Hannelore Dewitte",
        contact_email="regisseur@regiekompas.example",
        leden=(
            Gemeenteplan("31003", "Beernem", 30),
            Gemeenteplan("31004", "Blankenberge", 112, 2),
            Gemeenteplan("31005", "Brugge", 405, 5),
            Gemeenteplan("31006", "Damme", 5),
            Gemeenteplan("31012", "Jabbeke", 24),
            Gemeenteplan("31043", "Knokke-Heist", 84, 2),
            Gemeenteplan("31022", "Oostkamp", 58, 2),
            Gemeenteplan("31033", "Torhout", 92, 2),
            Gemeenteplan("31040", "Zedelgem", 47),
            Gemeenteplan("31042", "Zuienkerke", 3),
        ),
    )


def _midwest(toetreding: date) -> Gebiedsplan:
    return Gebiedsplan(
        naam="Regio Midwest",
        slug="midwest",
        rechtsvorm=Rechtsvorm.DIENSTVERLENENDE_VERENIGING,
        beheer="36015",
        regieverband="Regieverband Midwest",
        regisseur="Bram Seynaeve",
        contact_email="midwest@regiekompas.example",
        leden=(
            Gemeenteplan("36006", "Hooglede", 4),
            Gemeenteplan("36007", "Ingelmunster", 9),
            Gemeenteplan("36008", "Izegem", 28),
            Gemeenteplan("36011", "Lichtervelde", 6),
            Gemeenteplan("36015", "Roeselare", 62, 2),
            Gemeenteplan("36019", "Staden", 4, lid_van=toetreding),
            Gemeenteplan("37022", "Tielt", 20, lid_van=date(2025, 1, 1)),
        ),
    )
