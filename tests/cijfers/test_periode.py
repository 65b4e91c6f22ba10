from datetime import date

import pytest

from regie.cijfers.periode import Periode, PeriodeSoort, maanden_tot, recente_perioden


@pytest.mark.parametrize(
    ("tekst", "start", "eind", "label"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31), "oktober 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "februari 2024"),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "Q1 2026"),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "Q4 2026"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_lezen_en_schrijven(tekst, start, eind, label):
    periode = Periode.van_tekst(tekst)

    assert (periode.start, periode.eind, periode.label, periode.sleutel) == (start, eind, label, tekst)


@pytest.mark.parametrize("tekst", ["", "2026-13", "2026-Q5", "26-10", "2026-1", "oktober", "1999-10", "2026-10-01"])
def test_onzin_krijgt_een_zin(tekst):
    with pytest.raises(ValueError, match="Kies een periode zoals"):
        Periode.van_tekst(tekst)


@pytest.mark.parametrize(
    ("tekst", "vorige", "vorig_jaar", "volgende"),
    [
        ("2026-01", "2025-12", "2025-01", "2026-02"),
        ("2026-Q1", "2025-Q4", "2025-Q1", "2026-Q2"),
        ("2026", "2025", "2025", "2027"),
    ],
)
def test_buren(tekst, vorige, vorig_jaar, volgende):
    periode = Periode.van_tekst(tekst)

    assert [p.sleutel for p in (periode.vorige(), periode.vorig_jaar(), periode.volgende())] == [
        vorige,
        vorig_jaar,
        volgende,
    ]


def test_een_dag_ligt_in_zijn_maand_kwartaal_en_jaar():
    dag = date(2026, 11, 23)

    assert [Periode.op(soort, dag).sleutel for soort in PeriodeSoort] == ["2026-11", "2026-Q4", "2026"]


def test_een_periode_loopt_tot_haar_laatste_dag():
    november = Periode.maand(2026, 11)

    assert november.loopt_op(date(2026, 11, 29))
    assert not november.loopt_op(date(2026, 11, 30))
    assert november.peildatum(date(2026, 11, 23)) == date(2026, 11, 23)
    assert november.peildatum(date(2027, 1, 5)) == date(2026, 11, 30)


def test_dertien_maanden_tot_en_met_deze():
    maanden = maanden_tot(date(2026, 11, 23), 13)

    assert (maanden[0], maanden[-1], len(maanden)) == (date(2025, 11, 1), date(2026, 11, 1), 13)


def test_de_keuzes_beginnen_bij_nu():
    keuzes = recente_perioden(date(2026, 11, 23))

    assert [keuzes[soort][0].sleutel for soort in PeriodeSoort] == ["2026-11", "2026-Q4", "2026"]
    assert keuzes[PeriodeSoort.MAAND][-1].sleutel == "2024-12"
