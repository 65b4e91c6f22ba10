import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from regie.core.grafieken import (
    Bulletgrafiek,
    BulletRij,
    Cartogram,
    Fase,
    Lijngrafiek,
    Punt,
    Reeks,
    Staaf,
    Staafgrafiek,
    Stapelgrafiek,
    Trechter,
    Vonkje,
    basis,
)
from regie.portal.stijl import grafieken

SVG = "{http://www.w3.org/2000/svg}"
VOORBEELDEN = grafieken()


def lijn(**anders) -> Lijngrafiek:
    velden = {
        "titel": "Instroom",
        "omschrijving": "per maand",
        "x_labels": ["jan", "feb", "mrt"],
        "reeksen": [Reeks("In", [3, 5, 4])],
        **anders,
    }
    return Lijngrafiek(**velden)


@pytest.mark.parametrize("naam", VOORBEELDEN)
@pytest.mark.parametrize("breedte", [640, 340])
class TestElkeGrafiek:
    def test_is_geldige_svg_met_titel_en_omschrijving(self, naam, breedte):
        wortel = ET.fromstring(VOORBEELDEN[naam].svg(breedte))
        assert wortel.get("role") == "img"
        assert wortel[0].tag == f"{SVG}title"
        assert wortel[0].text == VOORBEELDEN[naam].titel
        assert wortel[1].tag == f"{SVG}desc"

    def test_heeft_alleen_presentatie_attributen(self, naam, breedte):
        for element in ET.fromstring(VOORBEELDEN[naam].svg(breedte)).iter():
            assert not {"class", "style", "onload"} & set(element.keys())
            assert element.tag.removeprefix(SVG) not in {"style", "script", "foreignObject", "image"}

    def test_blijft_binnen_de_breedte(self, naam, breedte):
        for element in ET.fromstring(VOORBEELDEN[naam].svg(breedte)).iter(f"{SVG}text"):
            grootte = float(element.get("font-size", basis.LETTER))
            lang = basis.tekstbreedte(element.text or "", grootte) * 0.8
            begin = float(element.get("x")) - {"middle": lang / 2, "end": lang}.get(element.get("text-anchor"), 0)
            assert begin > -4
            assert begin + lang < breedte + 4

    def test_is_elke_keer_gelijk(self, naam, breedte):
        assert VOORBEELDEN[naam].svg(breedte) == VOORBEELDEN[naam].svg(breedte)

    def test_zegt_hetzelfde_als_tabel(self, naam, breedte):
        kop, rijen = VOORBEELDEN[naam].tabel()
        assert rijen
        assert {len(rij) for rij in rijen} == {len(kop)}


class TestLijn:
    def test_een_onderdrukt_getal_breekt_de_lijn(self):
        svg = lijn(x_labels=list("abcde"), reeksen=[Reeks("In", [1, 2, None, 4, 5])]).svg()
        assert svg.count("<polyline") == 2
        assert svg.count("<circle") == 4
        assert "None" not in svg

    def test_een_punt_alleen_krijgt_toch_een_teken(self):
        svg = lijn(reeksen=[Reeks("In", [1, None, 3])]).svg()
        assert "<polyline" not in svg
        assert svg.count("<circle") == 2

    def test_elke_reeks_heeft_eigen_streep_en_teken(self):
        svg = lijn(reeksen=[Reeks("A", [1, 2, 3]), Reeks("B", [3, 2, 1])]).svg()
        assert 'stroke-dasharray="7 3"' in svg
        assert "<circle" in svg
        assert "<rect" in svg

    def test_labels_botsen_niet_met_elkaar_of_met_het_doel(self):
        svg = lijn(reeksen=[Reeks("A", [1, 2, 50]), Reeks("B", [3, 2, 51])], doel=50).svg()
        hoogtes = sorted(float(y) for y in re.findall(r'y="([\d.]+)"[^>]*>(?:A|B|doel 50)<', svg))
        assert len(hoogtes) == 3
        assert min(b - a for a, b in pairwise(hoogtes)) >= basis.LETTER

    def test_namen_worden_ontsnapt(self):
        svg = lijn(titel='<script>"&', reeksen=[Reeks("<b>", [1, 2, 3])]).svg()
        assert "<script>" not in svg
        assert "<b>" not in svg
        ET.fromstring(svg)

    def test_getallen_in_belgische_notatie(self):
        svg = lijn(reeksen=[Reeks("In", [1000, 2500.5, 4000])], decimalen=1).svg()
        assert "2.500,5" in svg
        assert ">4.000<" in svg

    def test_weigert_zes_reeksen_en_ongelijke_lengtes(self):
        with pytest.raises(ValueError, match="vijf"):
            lijn(reeksen=[Reeks(str(i), [1, 2, 3]) for i in range(6)])
        with pytest.raises(ValueError, match="evenveel"):
            lijn(reeksen=[Reeks("In", [1])])

    def test_zonder_een_enkel_cijfer(self):
        ET.fromstring(lijn(reeksen=[Reeks("In", [None, None, None])]).svg())
        ET.fromstring(lijn(x_labels=[], reeksen=[]).svg(300))


class TestAndere:
    def test_staaf_zegt_dat_een_getal_niet_getoond_wordt(self):
        figuur = Staafgrafiek("t", "o", [Staaf("a", 7), Staaf("b", None)], leeg="minder dan 5", doel=6)
        assert figuur.svg().count("minder dan 5") == 1
        assert figuur.tabel().rijen == [["a", "7"], ["b", "minder dan 5"]]
        ET.fromstring(Staafgrafiek("t", "o", [Staaf("a", -3), Staaf("b", None)], liggend=False).svg())
        ET.fromstring(Staafgrafiek("t", "o", []).svg())

    def test_stapel_tekent_geen_rij_waarvan_een_deel_onderdrukt_is(self):
        figuur = Stapelgrafiek("t", "o", ["x", "y"], [Reeks("A", [5, None]), Reeks("B", [0, 9])])
        assert figuur.svg().count("te weinig personen om te tonen") == 1
        assert figuur.tabel().rijen[1] == ["y", "–", "9"]

    def test_stapel_als_aandeel_vult_de_hele_breedte(self):
        figuur = Stapelgrafiek("t", "o", ["x", "y"], [Reeks("A", [5, 50]), Reeks("B", [5, 50])], aandeel=True)
        breedtes = re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="24"', figuur.svg())
        assert len(set(breedtes)) == 1

    def test_stapel_weigert_verkeerde_invoer(self):
        with pytest.raises(ValueError, match="vijf"):
            Stapelgrafiek("t", "o", ["x"], [Reeks(str(i), [1]) for i in range(6)])
        with pytest.raises(ValueError, match="evenveel"):
            Stapelgrafiek("t", "o", ["x"], [Reeks("A", [1, 2])])

    def test_trechter_noemt_de_mediaan(self):
        svg = Trechter("t", "o", [Fase("Intake", 40, 1), Fase("Lopend", None)]).svg()
        assert "mediaan 1 dag<" in svg
        assert "geen cijfer" in svg

    def test_bullet_zonder_cijfer(self):
        figuur = Bulletgrafiek("t", "o", [BulletRij("a", None, 4)])
        assert figuur.tabel().rijen == [["a", "geen cijfer van 4", "–"]]
        ET.fromstring(figuur.svg())

    def test_vonkje_zonder_cijfers(self):
        ET.fromstring(Vonkje("t", [None, None]).svg())
        assert Vonkje("t", [1, None, 2]).svg().count("<polyline") == 0


class TestCartogram:
    def kaart(self, waarden) -> Cartogram:
        punten = [Punt(f"G{i}", 3 + i % 4 * 0.05, 51 + i // 4 * 0.05, w) for i, w in enumerate(waarden)]
        return Cartogram("t", "o", punten)

    def test_tegels_overlappen_niet(self):
        figuur = self.kaart(range(20))
        straal = figuur._straal(640)
        plaatsen = figuur._plaatsen(640, straal)
        afstanden = [
            ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(plaatsen) for b in plaatsen[:i]
        ]
        assert min(afstanden) > straal * 1.7

    def test_gelijke_punten_worden_uit_elkaar_geduwd(self):
        svg = Cartogram("t", "o", [Punt("a", 3, 51, 1), Punt("b", 3, 51, 2)]).svg()
        assert len(set(re.findall(r'<text x="([\d.]+)"', svg))) > 1

    def test_vijf_klassen_met_evenveel_gemeenten(self):
        assert self.kaart(range(10)).grenzen() == [2, 4, 6, 8]

    def test_minder_klassen_als_waarden_samenvallen(self):
        assert self.kaart([1, 1, 1, 1]).grenzen() == []
        assert len(self.kaart([1, 1, 1, 9]).grenzen()) <= 1

    def test_geen_cijfer_is_gearceerd_en_staat_in_de_legende(self):
        svg = self.kaart([1, None, 3]).svg()
        assert "<pattern" in svg
        assert ">geen cijfer<" in svg

    def test_zonder_gemeenten(self):
        ET.fromstring(Cartogram("t", "o", []).svg())


class TestAssen:
    @pytest.mark.parametrize(
        ("waarden", "verwacht"),
        [([58], [0, 20, 40, 60]), ([3], [0, 1, 2, 3]), ([], [0, 1]), ([0, 0], [0, 1]), ([-5, 5], [-6, 0, 5])],
    )
    def test_ronde_stappen(self, waarden, verwacht):
        stappen = basis.as_stappen(waarden)
        assert stappen[0] == verwacht[0]
        assert stappen[-1] >= verwacht[-1]
        assert len(stappen) <= 7

    def test_halve_stappen_als_er_decimalen_zijn(self):
        stappen = basis.as_stappen([0.9], heel=False)
        assert basis.as_decimalen(stappen) == 1
        assert basis.as_decimalen([0, 20]) == 0

    def test_verdeel_houdt_afstand_en_blijft_binnen(self):
        assert basis.verdeel([10, 11, 12], 5, 0, 100) == [10, 15, 20]
        assert basis.verdeel([98, 99, 100], 5, 0, 100) == [90, 95, 100]
        assert basis.verdeel([], 5, 0, 100) == []

    def test_kort_af(self):
        assert basis.kort("Lang woord dat niet past", 60).endswith("…")
        assert basis.kort("Kort", 60) == "Kort"
