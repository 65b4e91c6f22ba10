"""The chart of bars on a calendar, and the one of bars in groups."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from regie.core.grafieken import Groepgrafiek, Reeks, Tijdbalk, Tijdlijnbalken
from regie.core.grafieken.basis import tekstbreedte

SOORTEN = ("te starten", "lopend", "gepauzeerd", "klaar", "gestopt")
JAAR = (date(2026, 1, 1), date(2026, 12, 31))


def tijdlijn(*balken, begin=JAAR[0], eind=JAAR[1], vandaag=date(2026, 7, 1)):
    return Tijdlijnbalken("Acties", "Balken", balken, SOORTEN, begin, eind, vandaag)


def balken_in(tekening, breedte=1080):
    """(x, width) of each bar: the shapes in a group with a name."""
    wortel = ET.fromstring(tekening.svg(breedte))  # our own drawing
    ruimte = "{http://www.w3.org/2000/svg}"
    return [
        (float(groep.find(f"{ruimte}rect").get("x")), float(groep.find(f"{ruimte}rect").get("width")))
        for groep in wortel.iter(f"{ruimte}g")
    ]


class TestTijdlijnbalken:
    def test_een_heel_jaar_vult_de_kalender_en_een_half_de_helft(self):
        heel, half = balken_in(tijdlijn(Tijdbalk("a", *JAAR, 1), Tijdbalk("b", JAAR[0], date(2026, 7, 1), 1)))

        assert heel[0] == half[0]
        assert half[1] == pytest.approx(heel[1] * 182 / 365, abs=0.2)

    def test_wat_buiten_de_kalender_loopt_wordt_afgeknipt_met_een_punt(self):
        binnen = tijdlijn(Tijdbalk("a", *JAAR, 1))
        buiten = tijdlijn(Tijdbalk("a", date(2024, 1, 1), date(2029, 1, 1), 1))

        assert balken_in(binnen) == balken_in(buiten)
        assert buiten.svg().count("l8-6v12z") == 1  # a point to the left
        assert buiten.svg().count("l-8-6v12z") == 1
        assert "6v12z" not in binnen.svg()

    @pytest.mark.parametrize(
        ("balk", "zin"),
        [
            (Tijdbalk("a", None, None, 0), "geen periode · te starten"),
            (Tijdbalk("a", date(2028, 1, 1), date(2028, 2, 1), 3), "buiten deze kalender · klaar"),
        ],
    )
    def test_zonder_balk_staat_er_waarom(self, balk, zin):
        tekening = tijdlijn(balk)

        assert balken_in(tekening) == []
        assert zin in tekening.svg()

    def test_elke_soort_heeft_een_eigen_vulling_en_woord(self):
        tekening = tijdlijn(*(Tijdbalk(naam, *JAAR, soort) for soort, naam in enumerate("abcde")))

        svg = tekening.svg()
        for woord in SOORTEN:
            assert svg.count(f">{woord}<") == 2  # legend and bar
        assert [rij[3] for rij in tekening.tabel().rijen] == list(SOORTEN)

    def test_vandaag_staat_alleen_binnen_de_kalender(self):
        assert "vandaag" in tijdlijn(Tijdbalk("a", *JAAR, 1)).svg()
        assert "vandaag" not in tijdlijn(Tijdbalk("a", *JAAR, 1), vandaag=date(2027, 1, 1)).svg()

    def test_meer_dan_anderhalf_jaar_toont_kwartalen(self):
        assert ">feb<" in tijdlijn(Tijdbalk("a", *JAAR, 1)).svg()
        lang = tijdlijn(Tijdbalk("a", *JAAR, 1), begin=date(2025, 7, 1), eind=date(2027, 6, 30)).svg()
        assert ">feb<" not in lang
        assert ">K3<" in lang

    @pytest.mark.parametrize("breedte", [1080, 360])
    def test_geen_naam_is_breder_dan_zijn_plaats(self, breedte):
        lang = "Partnerschap kwetsbare jongeren met de tien gemeenten van de regio en hun OCMW's"
        svg = tijdlijn(Tijdbalk(lang, *JAAR, 1)).svg(breedte)

        naam = re.search(r">(Partnerschap[^<]*…)</text>", svg).group(1)
        assert tekstbreedte(naam) <= breedte * (0.34 if breedte > 460 else 1)

    def test_een_balk_van_een_dag_blijft_zichtbaar(self):
        ((_, breed),) = balken_in(tijdlijn(Tijdbalk("a", JAAR[0], JAAR[0], 1)), 360)

        assert breed >= 4

    def test_een_kalender_zonder_dagen_kan_niet(self):
        with pytest.raises(ValueError, match="kalender"):
            tijdlijn(begin=JAAR[1], eind=JAAR[0])


class TestGroepgrafiek:
    def test_alle_balken_op_een_schaal(self):
        figuur = Groepgrafiek("t", "o", ["A", "B"], [Reeks("Gepland", [100, 50]), Reeks("Besteed", [25, None])])

        breedtes = [float(b) for b in re.findall(r'<rect x="2" y="[\d.]+" width="([\d.]+)" height="16"', figuur.svg())]
        assert breedtes == pytest.approx([breedtes[0], breedtes[0] / 4, breedtes[0] / 2], abs=0.2)
        assert figuur.tabel().rijen == [["A", "100", "25"], ["B", "50", "geen cijfer"]]

    def test_elke_reeks_even_lang(self):
        with pytest.raises(ValueError, match="evenveel"):
            Groepgrafiek("t", "o", ["A"], [Reeks("x", [1, 2])])
