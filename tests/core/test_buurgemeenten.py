"""Which municipalities are adjacent: known neighbours, groups, and the list made again from boundaries."""

import csv
import json

import pytest
from django.core.management import CommandError, call_command

from regie.core.buurgemeenten import BESTAND, aaneengesloten, buren, paren_uit_topojson
from regie.core.models import Gemeente, Gemeentefusie

BRUGGE, DAMME, OOSTKAMP, GENT, KNOKKE = "31005", "31006", "31022", "44021", "31043"
REGIO_BRUGGE = ["31003", "31004", BRUGGE, DAMME, "31012", OOSTKAMP, "31033", "31040", "31042", KNOKKE]


class TestBuren:
    @pytest.mark.parametrize(
        ("een", "ander", "verwacht"),
        [
            (BRUGGE, DAMME, True),
            (BRUGGE, OOSTKAMP, True),
            (BRUGGE, GENT, False),
            (DAMME, OOSTKAMP, False),  # Beernem and Brugge lie between them
            (KNOKKE, "31004", False),  # Zeebrugge lies between Knokke-Heist and Blankenberge
            ("33016", "33039", True),  # Mesen and Heuvelland
            ("46030", "11002", True),  # Beveren-Kruibeke-Zwijndrecht (2025) and Antwerpen
            ("71072", "73111", True),  # Hasselt with Kortessem (2025) and Tongeren-Borgloon
        ],
    )
    def test_bekende_paren(self, een, ander, verwacht):
        assert (ander in buren().get(een, ())) is verwacht

    def test_een_buur_van_een_buur_wijst_terug(self):
        assert all(nis in buren()[buur] and buur != nis for nis, van in buren().items() for buur in van)

    def test_een_paar_staat_er_een_keer_in(self):
        with BESTAND.open(encoding="utf-8", newline="") as bestand:
            rijen = [tuple(rij.values()) for rij in csv.DictReader(bestand)]

        assert len(rijen) == len(set(rijen))
        assert all(een < ander for een, ander in rijen)

    def test_alleen_gemeenten_van_na_de_fusies(self, db):
        gemeenten = set(Gemeente.objects.values_list("nis", flat=True))
        oud = set(Gemeentefusie.objects.values_list("nis_oud", flat=True))

        assert set(buren()) == gemeenten - {"73109"}  # Voeren has no neighbour in Flanders
        assert not set(buren()) & oud


class TestAaneengesloten:
    def test_de_regio_brugge_is_een_geheel(self):
        assert aaneengesloten(REGIO_BRUGGE) == [sorted(REGIO_BRUGGE)]

    def test_wie_los_ligt_is_een_eigen_groep(self):
        assert aaneengesloten([GENT, BRUGGE, DAMME]) == [[BRUGGE, DAMME], [GENT]]

    def test_zonder_de_gemeente_ertussen_valt_het_uiteen(self):
        assert aaneengesloten([KNOKKE, OOSTKAMP]) == [[OOSTKAMP], [KNOKKE]]
        assert aaneengesloten([KNOKKE, BRUGGE, OOSTKAMP]) == [[BRUGGE, OOSTKAMP, KNOKKE]]

    def test_heel_vlaanderen_is_een_geheel_op_voeren_na(self, db):
        groepen = aaneengesloten(Gemeente.objects.values_list("nis", flat=True))

        assert [len(groep) for groep in groepen] == [284, 1]

    def test_niets_is_geen_groep(self):
        assert aaneengesloten([]) == []


TOPO = {
    "objects": {
        "gemeenten": {
            "geometries": [
                {"type": "Polygon", "properties": {"nis": BRUGGE}, "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "properties": {"nis": DAMME}, "arcs": [[[~1, 2]], [[5]]]},
                {"type": "Polygon", "properties": {"nis": GENT}, "arcs": [[3, 4]]},
            ]
        }
    }
}


class TestUitGrenzen:
    def test_een_gedeelde_boog_maakt_buren_ook_achterstevoren(self):
        assert paren_uit_topojson(TOPO, laag="gemeenten") == {(BRUGGE, DAMME)}

    def test_de_opdracht_schrijft_de_lijst_en_zegt_wie_er_geen_heeft(self, db, tmp_path, capsys):
        grenzen, naar = tmp_path / "g.json", tmp_path / "b.csv"
        grenzen.write_text(json.dumps(TOPO))

        call_command("buurgemeenten", grenzen, naar=naar, paar=["33039:33016"])

        assert naar.read_text() == f"nis,nis_buur\n{BRUGGE},{DAMME}\n33016,33039\n"
        gemeld = capsys.readouterr().out
        assert gemeld.startswith("2 paren. Zonder buur:")
        assert "Gent" in gemeld
        assert "Brugge," not in gemeld

    def test_een_oude_code_wordt_geweigerd(self, db, tmp_path):
        grenzen = tmp_path / "g.json"
        grenzen.write_text(json.dumps(TOPO))

        with pytest.raises(CommandError, match="11007"):
            call_command("buurgemeenten", grenzen, naar=tmp_path / "b.csv", paar=["11007:11002"])
