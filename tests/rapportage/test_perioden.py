"""Months, quarters, the turn of the year and the clock change: when a rapport may be made and is due."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone

from rapportage.enums import PeriodeSoort
from rapportage.perioden import PeriodeOngeldig, controleer_volledig, laatste_volledige, lees_periode, verzenddag


class TestLeesPeriode:
    @pytest.mark.parametrize(
        ("tekst", "sleutel"), [("2026-10", "2026-10"), (" 2026-q3 ", "2026-Q3"), ("2026-Q4", "2026-Q4")]
    )
    def test_maand_en_kwartaal(self, tekst, sleutel):
        assert lees_periode(tekst).sleutel == sleutel

    @pytest.mark.parametrize("tekst", ["", "2026", "2026-13", "oktober", "2026-Q5", "26-10", "2026-1"])
    def test_weigert_wat_geen_maand_of_kwartaal_is(self, tekst):
        with pytest.raises(PeriodeOngeldig, match="geen periode"):
            lees_periode(tekst)


class TestLaatsteVolledige:
    @pytest.mark.parametrize(
        ("soort", "vandaag", "sleutel"),
        [
            (PeriodeSoort.MAAND, date(2026, 11, 1), "2026-10"),
            (PeriodeSoort.MAAND, date(2026, 11, 30), "2026-10"),
            (PeriodeSoort.MAAND, date(2027, 1, 1), "2026-12"),
            (PeriodeSoort.MAAND, date(2028, 3, 1), "2028-02"),
            (PeriodeSoort.KWARTAAL, date(2026, 12, 31), "2026-Q3"),
            (PeriodeSoort.KWARTAAL, date(2027, 1, 1), "2026-Q4"),
            (PeriodeSoort.KWARTAAL, date(2027, 3, 31), "2026-Q4"),
        ],
    )
    def test_de_periode_voor_vandaag(self, soort, vandaag, sleutel):
        assert laatste_volledige(soort, vandaag).sleutel == sleutel


class TestVerzenddag:
    @pytest.mark.parametrize(
        ("periode", "dag", "verwacht"),
        [
            ("2026-10", 3, date(2026, 11, 3)),
            ("2026-12", 28, date(2027, 1, 28)),
            ("2026-01", 28, date(2026, 2, 28)),
            ("2026-Q4", 5, date(2027, 1, 5)),
        ],
    )
    def test_ligt_in_de_maand_na_de_periode(self, periode, dag, verwacht):
        assert verzenddag(lees_periode(periode), dag) == verwacht


class TestVolledig:
    def test_de_eerste_dag_na_de_periode_mag(self):
        controleer_volledig(lees_periode("2026-10"), date(2026, 11, 1))

    @pytest.mark.parametrize("vandaag", [date(2026, 10, 31), date(2026, 10, 1), date(2026, 1, 1)])
    def test_een_periode_die_nog_loopt_of_moet_komen_mag_niet(self, vandaag):
        with pytest.raises(PeriodeOngeldig, match="vanaf 01/11/2026"):
            controleer_volledig(lees_periode("2026-10"), vandaag)


class TestVandaagInBrussel:
    """The task reads the local date, so that a month ends at midnight here and not in Greenwich."""

    @pytest.mark.parametrize(
        ("utc", "sleutel"),
        [
            (datetime(2026, 10, 31, 22, 59, tzinfo=UTC), "2026-09"),  # 23.59 local, winter time
            (datetime(2026, 10, 31, 23, 1, tzinfo=UTC), "2026-10"),  # 0.01 on 1 November
            (datetime(2026, 3, 31, 21, 59, tzinfo=UTC), "2026-02"),  # 23.59 local, summer time
            (datetime(2026, 3, 31, 22, 1, tzinfo=UTC), "2026-03"),
            (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-09"),  # the hour that comes twice
            (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-09"),
            (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "2026-12"),
        ],
    )
    def test_maandgrens_en_klokwissel(self, utc, sleutel):
        with time_machine.travel(utc, tick=False):
            assert laatste_volledige(PeriodeSoort.MAAND, timezone.localdate()).sleutel == sleutel
