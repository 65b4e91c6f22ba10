"""Scores of the scan by table: what somebody answers, and what comes out."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partners.enums import Scandimensie
from partners.scanscore import (
    Regels,
    Score,
    Uitkomst,
    Verschuiving,
    bereken,
    dimensiescore,
    niveau,
    prioriteiten,
    uitkomst_van_json,
)

REGELS = Regels()
D = Scandimensie.values
NVT = None


def overal(*antwoorden):
    return dict.fromkeys(D, antwoorden)


@pytest.mark.parametrize(
    ("antwoorden", "score"),
    [
        ((2, 2, 2, 2), 50),
        ((4, 4, 4, NVT), 100),
        ((0, 0, 0, 0), 0),
        ((4, 4, 4, 4), 100),
        ((1, 2, 3, NVT), 50),
        ((1, 0, 0, 0), Fraction(25, 4)),
        ((4, 4, NVT, NVT), None),
        ((NVT, NVT, NVT, NVT), None),
        ((), None),
    ],
)
def test_score_van_een_dimensie(antwoorden, score):
    assert dimensiescore(antwoorden, REGELS) == score


@pytest.mark.parametrize(
    ("score", "woord"),
    [
        (0, "STARTER"),
        (24, "STARTER"),
        (25, "ONTWIKKELING"),
        (49, "ONTWIKKELING"),
        (50, "GEVORDERD"),
        (74, "GEVORDERD"),
        (75, "VOORTREKKER"),
        (100, "VOORTREKKER"),
    ],
)
def test_niveau(score, woord):
    assert niveau(score, REGELS) == woord


def test_overal_twee_is_overal_gevorderd():
    uitkomst = bereken([overal(2, 2, 2, 2)], REGELS)

    assert [(s.score, s.niveau) for _, s in uitkomst.dimensies] == [(50, "GEVORDERD")] * 5
    assert (uitkomst.totaal.score, uitkomst.totaal.niveau) == (50, "GEVORDERD")


def test_te_weinig_antwoorden_geeft_geen_score_en_geen_totaal():
    uitkomst = bereken([{**overal(2, 2, 2, 2), "D1": (4, 4, NVT, NVT)}], REGELS)

    assert dict(uitkomst.dimensies)["D1"] == Score(n=0)
    assert dict(uitkomst.dimensies)["D2"].score == 50
    assert uitkomst.totaal.score is None


def test_gewichten_tellen_in_het_totaal():
    zwaar = Regels(gewichten=(("D1", Fraction(6)), *((d, Fraction(1)) for d in D[1:])))
    antwoorden = {**overal(0, 0, 0, 0), "D1": (4, 4, 4, 4)}

    assert bereken([antwoorden], zwaar).totaal.score == 60
    assert bereken([antwoorden], REGELS).totaal.score == 20


@pytest.mark.parametrize("aantal", [1, 2, 3])
def test_spreiding_pas_vanaf_drie_deelnemers(aantal):
    team = [overal(0, 0, 0, 0), overal(2, 2, 2, 2), overal(4, 4, 4, 4)][:aantal]

    score = dict(bereken(team, REGELS).dimensies)["D1"]

    spreiding = (score.laagste, score.mediaan, score.hoogste)
    assert spreiding == ((0, 50, 100) if aantal == 3 else (None, None, None))
    assert (score.n, score.score) == (aantal, [0, 25, 50][aantal - 1])


def test_wie_te_weinig_antwoordde_telt_in_die_dimensie_niet_mee():
    team = [overal(4, 4, 4, 4), overal(4, 4, 4, 4), {**overal(4, 4, 4, 4), "D3": (0, NVT, NVT, NVT)}]

    scores = dict(bereken(team, REGELS).dimensies)

    assert (scores["D3"].n, scores["D3"].score, scores["D3"].laagste) == (2, 100, None)
    assert (scores["D4"].n, scores["D4"].laagste) == (3, 100)


def _uitkomst(**scores):
    return Uitkomst(1, tuple((d, Score(scores.get(d), "", 1)) for d in D), Score())


@pytest.mark.parametrize(
    ("scores", "belang", "volgorde"),
    [
        ({"D1": 40, "D2": 40, "D3": 90}, {"D2": 5}, ["D2", "D1", "D3"]),  # ties by belang
        ({"D1": 40, "D2": 70}, {"D1": 2, "D2": 4}, ["D2", "D1"]),  # 120 each: the more important one
        ({"D1": 40, "D2": 50}, {"D1": 1, "D2": 5}, ["D2", "D1"]),  # importance goes before the score
        ({"D4": 30, "D1": 30}, {}, ["D1", "D4"]),  # nothing tells them apart: the order of the list
        ({"D5": 10, "D1": None}, {}, ["D5"]),  # not filled in enough: no priority
    ],
)
def test_prioriteiten(scores, belang, volgorde):
    assert [p.dimensie for p in prioriteiten(_uitkomst(**scores), belang, REGELS)] == volgorde


def test_de_eerste_twee_zijn_prioriteit_behalve_wat_al_af_is():
    rijen = prioriteiten(_uitkomst(D1=10, D2=100, D3=100), {}, REGELS)

    assert [(p.dimensie, p.waarde, p.is_eerst) for p in rijen] == [
        ("D1", 270, True),
        ("D2", 0, False),
        ("D3", 0, False),
    ]


def test_bewaren_en_teruglezen_geeft_hetzelfde():
    uitkomst = bereken([overal(1, 2, 3, 4), overal(0, 1, NVT, 4), overal(4, 4, 4, 4)], REGELS)

    assert uitkomst_van_json(uitkomst.als_json()) == uitkomst
    assert uitkomst_van_json({}).totaal.score is None


@pytest.mark.parametrize(
    ("toen", "nu", "woord"),
    [
        (40, 55, "▲ 15 punten hoger"),
        (40, 39, "▼ 1 punt lager"),
        (40, 40, "= gelijk"),
        (None, 40, "niet te vergelijken"),
    ],
)
def test_verschuiving_in_woorden(toen, nu, woord):
    assert Verschuiving("D1", toen, nu).woord == woord


ANTWOORD = st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=4, max_size=4)
DEELNEMER = st.fixed_dictionaries(dict.fromkeys(D, ANTWOORD))


@settings(deadline=None)  # every order of four people, on a machine that does other things too
@given(st.lists(DEELNEMER, min_size=1, max_size=4))
def test_de_volgorde_van_deelnemers_doet_niets(team):
    assert {bereken(volgorde, REGELS) for volgorde in permutations(team)} == {bereken(team, REGELS)}


@given(st.lists(DEELNEMER, min_size=1, max_size=6))
def test_het_gemiddelde_ligt_in_de_spreiding(team):
    for _, score in bereken(team, REGELS).dimensies:
        if score.laagste is not None:
            assert 0 <= score.laagste <= score.score <= score.hoogste <= 100
            assert score.laagste <= score.mediaan <= score.hoogste
