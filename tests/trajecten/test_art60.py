from datetime import date, timedelta
from decimal import Decimal

import pytest

from regie.core.dates import plus_maanden
from regie.core.exceptions import DomainError
from trajecten.regels.art60 import GeboortedatumNodig, bereken_einddatum_art60

pytestmark = pytest.mark.django_db

VOLTIJDS = Decimal(1)

# (born, start, breuk, proven days, expected end, rule set): domein.md 3.0 first, then edges.
GEVALLEN = [
    pytest.param("1995-05-10", "2024-09-02", VOLTIJDS, 0, "2025-09-01", "A", id="29-jaar-312-dagen"),
    pytest.param("1980-01-15", "2024-03-01", VOLTIJDS, 0, "2025-08-31", "A", id="45-jaar-468-dagen"),
    pytest.param("1970-03-01", "2024-01-01", VOLTIJDS, 0, "2025-12-31", "A", id="54-jaar-624-dagen"),
    pytest.param("1980-01-15", "2025-06-01", VOLTIJDS, 0, "2026-05-31", "B", id="A-valt-na-de-hervorming"),
    pytest.param("1980-01-15", "2026-04-01", Decimal("0.5"), 0, "2028-03-31", "B", id="halftijds-onder-B"),
    pytest.param(None, "2026-04-01", VOLTIJDS, 0, "2027-03-31", "B", id="B-zonder-geboortedatum"),
    pytest.param("1989-01-01", "2024-06-01", VOLTIJDS, 0, "2025-11-30", "A", id="wordt-36-dus-468-dagen"),
    pytest.param("1975-01-01", "2024-01-01", VOLTIJDS, 0, "2025-12-31", "A", id="wordt-50-dus-624-dagen"),
    pytest.param("1984-01-01", "2025-01-01", VOLTIJDS, 0, "2026-03-01", "B", id="B-op-zijn-vroegst-1-maart-2026"),
    pytest.param("2000-01-01", "2024-02-29", VOLTIJDS, 0, "2025-02-27", "A", id="schrikkeldag"),
    pytest.param("2000-01-01", "2026-05-01", Decimal("0.8"), 0, "2027-07-31", "B", id="vier-vijfde-is-15-maanden"),
    pytest.param("2000-01-01", "2026-05-01", VOLTIJDS, 156, "2026-10-31", "B", id="helft-al-bewezen"),
    pytest.param("2000-01-01", "2026-05-01", VOLTIJDS, 13 + 26, "2027-03-16", "B", id="tien-en-een-halve-maand"),
    pytest.param("2000-01-01", "2026-03-01", VOLTIJDS, 0, "2027-02-28", "B", id="eerste-dag-van-B"),
]


@pytest.mark.parametrize(("geboren", "start", "breuk", "bewezen", "einde", "regelset"), GEVALLEN)
def test_einddatum(geboren, start, breuk, bewezen, einde, regelset):
    voorstel = bereken_einddatum_art60(
        geboortedatum=date.fromisoformat(geboren) if geboren else None,
        start=date.fromisoformat(start),
        tewerkstellingsbreuk=breuk,
        reeds_bewezen_dagen=bewezen,
    )

    assert (voorstel.einde.isoformat(), voorstel.regelset) == (einde, regelset)


def test_toont_de_regel_bij_de_datum():
    voorstel = bereken_einddatum_art60(
        geboortedatum=date(1991, 5, 14), start=date(2026, 4, 1), tewerkstellingsbreuk=VOLTIJDS
    )

    assert voorstel.uitleg == "12 maanden volgens regelset B (geldig vanaf 01/03/2026)"
    assert voorstel.zekerheid == "hoog"
    assert voorstel.als_json()["einde"] == "2027-03-31"


@pytest.mark.parametrize(("geboren", "grens"), [("1988-06-01", "36"), ("1975-01-01", "50")])
def test_waarschuwt_bij_een_verjaardag_over_de_grens(geboren, grens):
    voorstel = bereken_einddatum_art60(
        geboortedatum=date.fromisoformat(geboren), start=date(2024, 1, 1), tewerkstellingsbreuk=VOLTIJDS
    )

    assert any(f"Wordt {grens} jaar" in waarschuwing for waarschuwing in voorstel.waarschuwingen)


def test_vraagt_de_geboortedatum_onder_regelset_a():
    with pytest.raises(GeboortedatumNodig, match="geboortedatum"):
        bereken_einddatum_art60(geboortedatum=None, start=date(2024, 1, 1), tewerkstellingsbreuk=VOLTIJDS)


@pytest.mark.parametrize("breuk", [Decimal(0), Decimal("1.01"), Decimal("-0.5")])
def test_weigert_een_onmogelijke_breuk(breuk):
    with pytest.raises(DomainError, match="tussen 0 en 1"):
        bereken_einddatum_art60(geboortedatum=None, start=date(2026, 4, 1), tewerkstellingsbreuk=breuk)


def test_weigert_negatieve_bewezen_dagen():
    with pytest.raises(DomainError, match="negatief"):
        bereken_einddatum_art60(
            geboortedatum=None, start=date(2026, 4, 1), tewerkstellingsbreuk=VOLTIJDS, reeds_bewezen_dagen=-1
        )


def test_voltijds_onder_b_is_altijd_een_jaar_min_een_dag():
    for verschuiving in range(0, 800, 7):
        start = date(2026, 3, 1) + timedelta(days=verschuiving)

        voorstel = bereken_einddatum_art60(geboortedatum=None, start=start, tewerkstellingsbreuk=VOLTIJDS)

        assert voorstel.einde == plus_maanden(start, 12) - timedelta(days=1)
