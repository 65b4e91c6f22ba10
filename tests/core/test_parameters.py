"""Numbers that policy may change: always of a day, with the gebied's own value first."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext

from regie.core.models import RegelParameter
from regie.core.parameters import RegelOnbekend, regel, waarde
from regie.core.tenancy import gebied_context


@pytest.fixture
def maak(db):
    def maak(waarde, *, van, tot=None, gebied=None, dimensie="alle"):
        return RegelParameter.objects.create(
            code="proef",
            omschrijving="Proefregel",
            waarde=waarde,
            eenheid="dagen",
            dimensie=dimensie,
            gebied=gebied,
            geldig_van=van,
            geldig_tot=tot,
            bron="test",
            zekerheid="hoog",
        )

    return maak


def test_neemt_de_waarde_van_die_dag(maak):
    maak(10, van=date(2020, 1, 1), tot=date(2025, 12, 31))
    maak(20, van=date(2026, 1, 1))

    assert waarde("proef", op=date(2025, 12, 31)) == 10
    assert waarde("proef", op=date(2026, 1, 1)) == 20


def test_de_laatst_begonnen_waarde_gaat_voor(maak):
    maak(10, van=date(2020, 1, 1))
    maak(20, van=date(2026, 1, 1))

    assert waarde("proef", op=date(2026, 6, 1)) == 20


def test_de_waarde_van_het_gebied_gaat_voor(maak, gebied, ander_gebied):
    maak(10, van=date(2026, 1, 1))
    maak(30, van=date(2020, 1, 1), gebied=gebied)

    assert waarde("proef", op=date(2026, 6, 1)) == 30
    with gebied_context(ander_gebied):
        assert waarde("proef", op=date(2026, 6, 1)) == 10


def test_dimensies_staan_los_van_elkaar(maak):
    maak(10, van=date(2020, 1, 1), dimensie="ART60")
    maak(20, van=date(2020, 1, 1), dimensie="TWE")

    assert waarde("proef", op=date(2026, 1, 1), dimensie="TWE") == 20


@pytest.mark.parametrize("op", [date(2019, 12, 31), date(2026, 1, 1)])
def test_geen_waarde_wordt_een_zin(maak, op):
    maak(10, van=date(2020, 1, 1), tot=date(2025, 12, 31))

    with pytest.raises(RegelOnbekend) as fout:
        waarde("proef", op=op)

    assert str(fout.value) == (
        f"Er is geen waarde van 'proef' (alle) op {op:%d/%m/%Y}. Vraag de beheerder ze in te vullen."
    )


def test_draagt_bron_en_zekerheid(db):
    regierol = regel("regierol_min_inwoners", op=date(2025, 6, 1), dimensie="niet-centrumstad")

    assert regierol.waarde == Decimal(60000)
    assert regierol.bron
    assert "verifi" in regierol.zekerheid
    assert regierol.geldig_tot == date(2025, 12, 31)


def test_een_vraag_aan_de_databank_per_scope(maak, gebied):
    maak(10, van=date(2020, 1, 1))

    with CaptureQueriesContext(connection) as vragen:
        for _ in range(5):
            waarde("proef", op=date(2026, 1, 1))

    assert len(vragen) == 1


def test_dezelfde_begindag_kan_geen_twee_keer(maak):
    maak(10, van=date(2020, 1, 1))

    with pytest.raises(IntegrityError):
        maak(20, van=date(2020, 1, 1))
