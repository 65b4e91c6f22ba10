"""Occupancy of places against a slow oracle that walks every day, and free places per OCMW."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from trajecten.regels.bezetting import Aanbod, Bezet, Geleend, Periode, bezettingsgraad, vrij_op, vrij_voor

VANDAAG = date(2026, 11, 23)
EIGEN, ANDER = 1, 2


def traag(aanbod, bezet, van, tot):
    """Day by day, without any shortcut: (occupied, available)."""
    bezette, beschikbaar = Decimal(0), Decimal(0)
    dag = van
    while dag <= tot:
        aantal = 0
        if dag >= aanbod.van and (aanbod.tot is None or dag <= aanbod.tot):
            aantal = aanbod.aantal
            for periode in sorted(aanbod.perioden, key=lambda p: p.van):
                if periode.van <= dag and (periode.tot is None or dag <= periode.tot):
                    aantal = periode.aantal
        beschikbaar += aantal * aanbod.breuk
        for wie in bezet:
            weg = wie.tot is not None and dag >= wie.tot
            over = wie.tot is None and wie.verwacht_tot is not None and dag > max(wie.verwacht_tot, VANDAAG)
            if dag >= wie.van and not weg and not over:
                bezette += wie.breuk
        dag += timedelta(days=1)
    return bezette, beschikbaar


def _dag(toeval, spreiding=500):
    return date(2026, 1, 1) + timedelta(days=toeval.randrange(spreiding))


def _toevallig(zaad):
    toeval = Random(zaad)
    perioden, begonnen = [], set()
    for _ in range(toeval.randrange(4)):
        van = _dag(toeval)
        if van not in begonnen:
            begonnen.add(van)
            tot = van + timedelta(days=toeval.randrange(200)) if toeval.random() < 0.7 else None
            perioden.append(Periode(van, tot, toeval.randrange(5)))
    van = _dag(toeval, 200)
    aanbod = Aanbod(
        van=van,
        tot=van + timedelta(days=toeval.randrange(500)) if toeval.random() < 0.5 else None,
        aantal=toeval.randrange(1, 5),
        perioden=tuple(perioden),
        breuk=toeval.choice((Decimal(1), Decimal("0.5"))),
    )
    bezet = []
    for _ in range(toeval.randrange(6)):
        start = _dag(toeval)
        einde = start + timedelta(days=toeval.randrange(300))
        bezet.append(
            Bezet(
                start,
                einde if toeval.random() < 0.5 else None,
                einde if toeval.random() < 0.8 else None,
                toeval.choice((Decimal(1), Decimal("0.5"), Decimal("0.8"))),
            )
        )
    van = _dag(toeval, 400)
    return aanbod, bezet, van, van + timedelta(days=toeval.randrange(300))


@pytest.mark.parametrize("zaad", range(60))
def test_graad_is_die_van_dag_na_dag_tellen(zaad):
    aanbod, bezet, van, tot = _toevallig(zaad)

    graad = bezettingsgraad(aanbod, bezet, van=van, tot=tot, vandaag=VANDAAG)

    assert (graad.bezet, graad.aanbod) == traag(aanbod, bezet, van, tot)


class TestGraad:
    def test_een_heel_jaar_vol_is_honderd_procent(self):
        aanbod = Aanbod(date(2026, 1, 1), None, 1)
        bezet = [Bezet(date(2025, 6, 1), None, date(2027, 6, 1), Decimal(1))]

        graad = bezettingsgraad(aanbod, bezet, van=date(2026, 1, 1), tot=date(2026, 12, 31), vandaag=VANDAAG)

        assert (graad.bezet, graad.aanbod, graad.procent) == (365, 365, 100.0)

    def test_schrikkeldag_telt(self):
        aanbod = Aanbod(date(2020, 1, 1), None, 1)

        assert aanbod.plaatsdagen(date(2028, 2, 1), date(2028, 2, 29)) == 29

    def test_halftijds_op_een_voltijdse_plaats_is_de_helft(self):
        aanbod = Aanbod(date(2026, 1, 1), None, 1)
        bezet = [Bezet(date(2026, 1, 1), None, None, Decimal("0.5"))]

        graad = bezettingsgraad(aanbod, bezet, van=date(2026, 3, 1), tot=date(2026, 3, 31), vandaag=VANDAAG)

        assert graad.procent == 50.0

    def test_zonder_aanbod_is_er_geen_graad(self):
        aanbod = Aanbod(date(2027, 1, 1), None, 1)

        assert bezettingsgraad(aanbod, [], van=VANDAAG, tot=VANDAAG, vandaag=VANDAAG).procent is None


class TestVrij:
    def test_twee_halftijdsen_vullen_een_plaats(self):
        aanbod = Aanbod(date(2026, 1, 1), None, 2)
        half = Bezet(date(2026, 1, 1), None, None, Decimal("0.5"))

        assert vrij_op(aanbod, [half, half], VANDAAG, VANDAAG) == 1

    def test_minder_plaatsen_in_de_zomer(self):
        aanbod = Aanbod(date(2026, 1, 1), None, 3, (Periode(date(2027, 7, 1), date(2027, 8, 31), 1),))

        vrij = [vrij_op(aanbod, [], dag, VANDAAG) for dag in (date(2027, 6, 30), date(2027, 7, 1), date(2027, 9, 1))]

        assert vrij == [3, 1, 3]

    def test_wie_moest_vertrekken_maar_er_nog_is_houdt_de_plaats(self):
        aanbod = Aanbod(date(2026, 1, 1), None, 1)
        blijver = Bezet(date(2026, 1, 1), None, date(2026, 10, 31), Decimal(1))

        assert vrij_op(aanbod, [blijver], VANDAAG, VANDAAG) == 0
        assert vrij_op(aanbod, [blijver], VANDAAG + timedelta(days=1), VANDAAG) == 1

    @pytest.mark.parametrize(
        ("eigenaar", "geleend", "verwacht"),
        [
            (None, [], 2),
            (EIGEN, [], 2),
            (ANDER, [], 0),
            (ANDER, [Geleend(date(2026, 11, 1), date(2026, 12, 31), 1, EIGEN)], 1),
            (ANDER, [Geleend(date(2026, 12, 1), date(2026, 12, 31), 1, EIGEN)], 0),
            (EIGEN, [Geleend(date(2026, 11, 1), date(2026, 12, 31), 2, ANDER)], 0),
        ],
    )
    def test_voor_een_ocmw_telt_wat_van_haar_is_of_geleend(self, eigenaar, geleend, verwacht):
        aanbod = Aanbod(date(2026, 1, 1), None, 2)

        assert vrij_voor(EIGEN, eigenaar, aanbod, [], geleend, VANDAAG, VANDAAG) == verwacht

    def test_te_veel_uitlenen_maakt_geen_plaats(self):
        aanbod = Aanbod(date(2026, 1, 1), None, 1)
        bezet = [Bezet(date(2026, 1, 1), None, None, Decimal(1), ANDER)]
        geleend = [Geleend(date(2026, 1, 1), date(2027, 1, 1), 3, EIGEN)]

        assert vrij_voor(EIGEN, ANDER, aanbod, bezet, geleend, VANDAAG, VANDAAG) == 0
