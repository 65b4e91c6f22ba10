"""Which place suits which candidate: every rule of the matching as a line of a table."""

from dataclasses import replace
from decimal import Decimal

import pytest

from trajecten.regels.matching import Kandidaat, Plaats, Regels, Verleden, Waar, afstand_km, vergelijk, volgorde

BRUGGE = Waar("Brugge", 51.209, 3.224)
BLANKENBERGE = Waar("Blankenberge", 51.313, 3.132)
GENT = Waar("Gent", 51.054, 3.725)
REGELS = Regels(
    gewicht={
        "soort werk": 30,
        "functie": 15,
        "bereik": 20,
        "uren": 10,
        "nederlands": 10,
        "begeleiding": 10,
        "competentie": 5,
        "eerder geweigerd": 15,
    },
    bereik={"te voet": 3, "met de fiets": 10, "met bus of trein": 30, "met eigen auto": 45},
)
KANDIDAAT = Kandidaat(
    jobdoelwit="groenarbeider",
    categorieen=frozenset({"GROEN"}),
    nederlands=2,
    vervoer=frozenset({"FIETS", "OV"}),
    waar=BRUGGE,
)
PLAATS = Plaats(functie="groenarbeider", categorie="GROEN", vrij=Decimal(1), waar=BRUGGE)


def oordeel(kandidaat=None, plaats=None, verleden=None):
    return vergelijk(
        replace(KANDIDAAT, **(kandidaat or {})), replace(PLAATS, **(plaats or {})), verleden or Verleden(), REGELS
    )


def test_alles_past():
    match = oordeel()

    assert (match.past, match.score, match.aandachtspunten) == (True, 85, ())
    assert "De functie groenarbeider is het jobdoelwit." in match.pluspunten


@pytest.mark.parametrize(
    ("kandidaat", "plaats", "zin"),
    [
        ({}, {"vrij": Decimal(0)}, "geen plaats vrij"),
        ({}, {"rijbewijs": "B"}, "rijbewijs B nodig"),
        ({"rijbewijs": "B"}, {"rijbewijs": "C"}, "rijbewijs C nodig"),
        ({"nederlands": 1}, {"nederlands": 3}, "veel meer dan de cliënt spreekt"),
        ({"grenzen": frozenset({"GEEN_ZWAAR_TILWERK"})}, {"fysiek": 3}, "niet zwaar tillen"),
        ({"grenzen": frozenset({"GEEN_PLOEGEN"})}, {"ploegen": True}, "in ploegen"),
        ({"grenzen": frozenset({"GEEN_WEEKEND"})}, {"weekend": True}, "weekendwerk"),
        ({"grenzen": frozenset({"SCHOOLUREN"})}, {"weekend": True}, "buiten de schooluren"),
        ({"vervoer": frozenset({"FIETS"})}, {"waar": BLANKENBERGE}, "niet haalbaar met de fiets"),
        ({}, {"waar": BLANKENBERGE}, "niet haalbaar met bus of trein of met de fiets"),
        ({"met_vst": True}, {}, "verhoogde staatstoelage"),
    ],
)
def test_harde_bezwaren_worden_gezegd(kandidaat, plaats, zin):
    match = oordeel(kandidaat, plaats)

    assert not match.past
    assert any(zin in bezwaar for bezwaar in match.bezwaren), match.bezwaren


@pytest.mark.parametrize(
    ("kandidaat", "plaats", "zin", "score"),
    [
        ({"nederlands": None}, {"nederlands": 2}, "nog niet ingevuld", 75),
        ({"nederlands": 2}, {"nederlands": 3}, "iets meer Nederlands", 75),
        ({"uren": Decimal(19)}, {}, "de cliënt kan er 19", 75),
        ({"categorieen": frozenset({"KEUKEN"}), "jobdoelwit": "kok"}, {}, "Zoekt geen werk in groen", 40),
        ({}, {"categorie": ""}, "soort werk van deze plaats is nog niet ingevuld", 55),
        ({"vervoer": frozenset()}, {}, "Vraag hoe de cliënt naar het werk gaat", 65),
        ({"waar": None}, {}, "De afstand is niet gekend", 65),
        ({"grenzen": frozenset({"BEGELEIDING"})}, {}, "Vraag of die er is", 85),
        ({"grenzen": frozenset({"NIET_OP_HOOGTE"})}, {}, "niet op hoogte werken", 85),
        ({"met_vst": False}, {"is_vst": True}, "bedoeld voor art. 60 met verhoogde", 85),
        ({}, {"vrij": Decimal("0.5")}, "alleen nog een deeltijdse plaats", 85),
    ],
)
def test_zachte_punten_sluiten_niet_uit(kandidaat, plaats, zin, score):
    match = oordeel(kandidaat, plaats)

    assert match.past, match.bezwaren
    assert any(zin in punt for punt in match.aandachtspunten), match.aandachtspunten
    assert match.score == score


@pytest.mark.parametrize(
    ("kandidaat", "plaats", "score"),
    [
        ({"rijbewijs": "C"}, {"rijbewijs": "B"}, 85),
        ({}, {"waar": BLANKENBERGE, "met_ov": True}, 85),
        ({"vervoer": frozenset({"AUTO"})}, {"waar": GENT}, 85),
        ({"grenzen": frozenset({"BEGELEIDING"})}, {"begeleiding": "VAST"}, 95),
        ({"competenties": frozenset({"GROEN"})}, {}, 90),
        ({"met_vst": True}, {"is_vst": True}, 85),
        ({"nederlands": None}, {"nederlands": 0}, 85),
    ],
)
def test_wat_kan(kandidaat, plaats, score):
    match = oordeel(kandidaat, plaats)

    assert (match.past, match.score) == (True, score)


class TestVerleden:
    def test_dezelfde_plaats_niet_twee_keer(self):
        match = oordeel(verleden=Verleden(zelfde_plaats=("het werk ligt de cliënt niet",)))

        assert match.bezwaren == ("Deze plaats werd al voorgesteld en ging niet door: het werk ligt de cliënt niet.",)

    def test_geweigerd_soort_werk_zakt(self):
        assert oordeel(verleden=Verleden(client_weigerde=frozenset({"GROEN"}))).score == 70

    def test_even_ver_als_wat_te_ver_was_zakt(self):
        match = oordeel(plaats={"waar": BLANKENBERGE, "met_ov": True}, verleden=Verleden(client_te_ver=8.0))

        assert match.score == 70
        assert any("even ver of dichterbij" in zin for zin in match.aandachtspunten)

    @pytest.mark.parametrize(("keer", "score"), [(1, 85), (2, 70)])
    def test_een_gebruiker_die_vaker_om_het_nederlands_weigert(self, keer, score):
        assert oordeel(verleden=Verleden(gebruiker_weigerde={"NEDERLANDS": keer})).score == score

    def test_wie_goed_nederlands_spreekt_heeft_er_geen_last_van(self):
        verleden = Verleden(gebruiker_weigerde={"NEDERLANDS": 4})

        assert oordeel({"nederlands": 4}, verleden=verleden).score == 85


def test_volgorde_zet_wat_niet_kan_achteraan_en_springt_niet():
    goed, beter, kan_niet = oordeel({"uren": Decimal(19)}), oordeel(), oordeel(plaats={"vrij": Decimal(0)})

    op_rij = sorted([("c", kan_niet), ("b", goed), ("d", beter), ("a", beter)], key=lambda p: volgorde(p[1], p[0]))

    assert [sleutel for sleutel, _ in op_rij] == ["a", "d", "b", "c"]


def test_afstand_tussen_twee_gemeenten():
    assert round(afstand_km(BRUGGE, BLANKENBERGE)) == 13
    assert afstand_km(BRUGGE, BRUGGE) == 0


def test_een_oordeel_noemt_nooit_gezondheid():
    """Limits are functional: no sentence of any rule holds a word about health, justice or debts."""
    alles = oordeel(
        {"grenzen": frozenset({"GEEN_ZWAAR_TILWERK", "NIET_LANG_STAAN", "RUSTIGE_PLEK", "KORTE_OPDRACHTEN"})},
        {"fysiek": 3, "ploegen": True, "weekend": True},
    )

    tekst = " ".join((*alles.bezwaren, *alles.pluspunten, *alles.aandachtspunten)).casefold()
    assert not any(woord in tekst for woord in ("ziek", "gezond", "medisch", "justitie", "schuld", "versla"))
