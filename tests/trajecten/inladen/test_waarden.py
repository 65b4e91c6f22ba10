"""Every rule about one cell, as a table."""

from datetime import date
from decimal import Decimal

import pytest

from regie.core.inlezen import waarden as w
from regie.core.inlezen.gemeenten import lees_gemeente
from tests.data.maak_clientenlijst import insz
from trajecten.enums import Geslacht, Inkomensstatuut
from trajecten.imports import waarden as eigen
from trajecten.imports.opzoeken import lees_begeleider, lees_postcode, lees_werkplaats

GEBOREN = date(1988, 11, 24)
NUMMER = insz(GEBOREN, 335)
ANDERS = insz(date(2009, 10, 22), 255)


class TestInsz:
    @pytest.mark.parametrize(
        "cel",
        [NUMMER, f"{NUMMER[:2]}.{NUMMER[2:4]}.{NUMMER[4:6]}-{NUMMER[6:9]}.{NUMMER[9:]}", int(NUMMER), f" {NUMMER} "],
    )
    def test_leest_elke_schrijfwijze(self, cel):
        assert eigen.lees_insz(cel, GEBOREN) == w.Gelezen(NUMMER)

    @pytest.mark.parametrize("jaar", [2001, 2005, 2000])
    def test_vult_verloren_nullen_aan(self, jaar):
        geboren = date(jaar, 7, 19)
        nummer = insz(geboren, 324)

        assert eigen.lees_insz(int(nummer), geboren).waarde == nummer
        assert eigen.lees_insz(str(int(nummer)), geboren).waarde == nummer

    def test_zegt_dat_een_nul_is_aangevuld_als_de_geboortedatum_ontbreekt(self):
        nummer = insz(date(2001, 7, 19), 324)

        assert "nul vooraan" in eigen.lees_insz(nummer.lstrip("0")).letop

    @pytest.mark.parametrize(
        ("cel", "zin"),
        [
            (f"{NUMMER[:9]}{(int(NUMMER[9:]) + 1) % 97:02d}", "controlegetal"),
            ("8811243359", "10 cijfers, er moeten er 11 zijn"),
            ("123456789012", "12 cijfers"),
            ("88112433", "8 cijfers, er moeten er 11 zijn"),
            ("88.11.24-A35.94", "alleen cijfers"),
        ],
    )
    def test_zegt_wat_er_mis_is(self, cel, zin):
        assert zin in eigen.lees_insz(cel, GEBOREN).fout

    def test_een_toevallig_geldig_te_kort_nummer_van_een_ander_is_te_kort(self):
        """Ten digits that are right with a zero in front, but of somebody of another age: a digit was lost."""
        assert "10 cijfers" in eigen.lees_insz(ANDERS.lstrip("0"), date(1995, 2, 22)).fout

    def test_weigert_een_nummer_met_een_andere_geboortedatum(self):
        fout = eigen.lees_insz(NUMMER, date(1988, 11, 25)).fout

        assert "24/11/1988" in fout
        assert "25/11/1988" in fout

    @pytest.mark.parametrize("cel", ["", " ", "-", "?", "n.v.t.", "onbekend", 0, None])
    def test_leeg_is_leeg(self, cel):
        assert eigen.lees_insz(cel) == w.LEEG


class TestDatum:
    @pytest.mark.parametrize(
        "cel",
        ["24/11/1988", "24-11-1988", "24.11.1988", "24 11 1988", "24/11/88", "24-11-88", "24111988", 24111988,
         "1988-11-24", "24 november 1988", "24 nov. 1988", "24/11/1988 00:00", "24/ 11/1988"],
    )  # fmt: skip
    def test_leest_dag_maand_jaar(self, cel, vandaag):
        assert w.lees_datum(cel, vandaag=vandaag, geboorte=True).waarde == GEBOREN

    @pytest.mark.parametrize(
        ("cel", "zin"),
        [
            ("30/02/1988", "30 februari 1988 bestaat niet"),
            ("31/09/2026", "31 september 2026 bestaat niet"),
            ("11/24/1988", "maand 24 bestaat niet"),
            ("0/0/1988", "maand 0 bestaat niet"),
            ("1988", "geen volledige datum"),
            ("zomer 2025", "is geen datum"),
            ("24/brumaire/1988", "is geen datum"),
        ],
    )
    def test_raadt_nooit(self, cel, zin, vandaag):
        gelezen = w.lees_datum(cel, vandaag=vandaag)

        assert zin in gelezen.fout
        assert gelezen.waarde is None

    def test_een_excelgetal_wordt_gelezen_en_gezegd(self, vandaag):
        gelezen = w.lees_datum(32471, vandaag=vandaag, geboorte=True)

        assert gelezen.waarde == GEBOREN
        assert "24/11/1988" in gelezen.letop

    @pytest.mark.parametrize(
        ("cel", "geboorte", "jaar"), [("13-07-05", True, 2005), ("13-07-26", True, 1926), ("13-07-26", False, 2026)]
    )
    def test_twee_cijfers_voor_het_jaar(self, cel, geboorte, jaar, vandaag):
        assert w.lees_datum(cel, vandaag=vandaag, geboorte=geboorte).waarde == date(jaar, 7, 13)


class TestBreuk:
    @pytest.mark.parametrize(
        ("cel", "waarde"),
        [(1, "1"), (0.8, "0.8"), ("0,8", "0.8"), ("19/38", "0.5"), ("38/38", "1"), ("19u/38u", "0.5"), ("80 %", "0.8"),
         ("100%", "1"), ("voltijds", "1"), ("Halftijds", "0.5"), ("28,5/38", "0.75"), (" 19 / 38 ", "0.5")],
    )  # fmt: skip
    def test_leest_elke_schrijfwijze(self, cel, waarde):
        assert eigen.lees_breuk(cel).waarde == Decimal(waarde)

    @pytest.mark.parametrize(
        ("cel", "zin"),
        [("19", "niet tussen 0 en 1"), (0, "niet tussen 0 en 1"), ("38/0", "geen breuk"), ("deels", "geen breuk"),
         ("01/02/2026", "Excel maakte"), ("nan", "geen breuk"), ("50/38", "niet tussen 0 en 1")],
    )  # fmt: skip
    def test_zegt_wat_er_mis_is(self, cel, zin):
        assert zin in eigen.lees_breuk(cel).fout


class TestDuur:
    @pytest.mark.parametrize(
        ("cel", "maanden"),
        [(12, 12), (12.0, 12), ("18", 18), ("24 mnd", 24), ("1 jaar", 12), ("1,5 jaar", 18), ("6m.", 6)],
    )
    def test_leest_maanden(self, cel, maanden):
        assert eigen.lees_duur(cel).waarde == maanden

    @pytest.mark.parametrize("cel", ["kort", "0", "99", "1,3", "-"])
    def test_geeft_niets_als_het_geen_maanden_zijn(self, cel):
        assert eigen.lees_duur(cel).waarde is None


class TestWoorden:
    @pytest.mark.parametrize(
        ("cel", "code"),
        [("Leefloon", "LEEFLOON"), ("leefloon ", "LEEFLOON"), ("Leefl.", "LEEFLOON"), ("LL", "LEEFLOON"),
         ("eq. leefloon", "EQ_LEEFLOON"), ("Equivalent leefloon", "EQ_LEEFLOON"), ("werkloosheid", "WERKLOOSHEID"),
         ("geen", "GEEN_OF_ANDER"), ("Mutualiteit", "GEEN_OF_ANDER")],
    )  # fmt: skip
    def test_statuut(self, cel, code):
        assert eigen.lees_statuut(cel).waarde == Inkomensstatuut(code)

    def test_een_onbekend_statuut_wordt_gezegd(self):
        gelezen = eigen.lees_statuut("kunstenaar")

        assert gelezen.waarde is None
        assert "'kunstenaar' kennen we niet" in gelezen.letop

    @pytest.mark.parametrize(("cel", "code"), [("V", "V"), ("vrouw", "V"), ("m", "M"), ("X", "X"), ("dhr.", "M")])
    def test_geslacht(self, cel, code):
        assert eigen.lees_geslacht(cel).waarde == Geslacht(code)

    @pytest.mark.parametrize(("cel", "code"), [("art. 60", "ART60"), ("Artikel 60 VST", "ART60_VST"), ("twe", "TWE")])
    def test_instrument(self, cel, code):
        assert eigen.lees_instrument(cel).waarde == code

    @pytest.mark.parametrize(("cel", "waarde"), [("ja", True), ("Neen", False), ("x", True), ("", None)])
    def test_ja_nee(self, cel, waarde):
        assert w.lees_ja_nee(cel).waarde is waarde

    def test_ja_nee_zegt_wat_het_niet_kent(self):
        assert "geen ja of nee" in w.lees_ja_nee("soms").letop


class TestNaam:
    @pytest.mark.parametrize(
        ("cel", "naam"),
        [(" Zoë ", "Zoë"), ("VERMEULEN", "Vermeulen"), ("VAN DEN BERGHE", "Van den Berghe"), ("D'HONDT", "D'Hondt"),
         ("DE SMET", "De Smet"), ("EL AMRANI", "El Amrani"), ("ĐORĐEVIĆ", "Đorđević"), ("Van Damme", "Van Damme"),
         ("ANNE-MARIE", "Anne-Marie")],
    )  # fmt: skip
    def test_ruimt_spaties_en_hoofdletters_op(self, cel, naam):
        assert w.lees_naam(cel).waarde == naam

    def test_weigert_wat_geen_naam_is(self):
        assert "is geen naam" in w.lees_naam("12345").fout
        assert "80 tekens" in w.lees_naam("a" * 81).fout

    @pytest.mark.parametrize(
        ("cel", "familie", "voor"),
        [("Peeters, Els", "Peeters", "Els"), ("Van den Berghe Els", "Van den Berghe", "Els")],
    )
    def test_splitst_een_naam(self, cel, familie, voor):
        assert eigen.splits_naam(cel)[:2] == (familie, voor)

    def test_zegt_hoe_een_naam_zonder_komma_gelezen_is(self):
        assert "familienaam 'Peeters'" in eigen.splits_naam("Peeters Els")[2]


class TestContact:
    @pytest.mark.parametrize("cel", ["0470 71 19 30", 470711930, "+32470711930", "0470/71.19.30"])
    def test_telefoon(self, cel):
        assert w.lees_telefoon(cel).waarde == "+32470711930"

    def test_een_ongeldig_nummer_wordt_gezegd(self):
        assert "geen geldig nummer" in w.lees_telefoon("12").letop

    def test_email(self):
        assert w.lees_email(" els@voorbeeld.example ").waarde == "els@voorbeeld.example"
        assert "geen e-mailadres" in w.lees_email("els at home").letop

    def test_te_lange_tekst_wordt_ingekort_en_gezegd(self):
        gelezen = w.lees_tekst(5)("abcdefgh")

        assert (gelezen.waarde, gelezen.letop) == ("abcde", "ingekort tot 5 tekens.")


class TestGemeente:
    @pytest.mark.parametrize(
        ("cel", "postcode", "nis"),
        [("Brugge", "8000", "31005"), ("BRUGGE", None, "31005"), ("Sint-Kruis", "8310", "31005"),
         ("", "8340", "31006"),
         ("8310 Sint-Kruis", None, "31005"), ("Assebroek (8310)", None, "31005"), ("Knokke Heist", None, "31043"),
         ("Galmaarden", None, "23106")],
    )  # fmt: skip
    def test_vindt_de_gemeente(self, cel, postcode, nis, bronnen):
        gelezen = lees_gemeente(cel, postcode, bronnen)

        assert (gelezen.waarde, gelezen.fout, gelezen.letop) == (nis, "", "")

    def test_een_tegenspraak_wordt_gezegd_en_de_naam_wint(self, bronnen):
        gelezen = lees_gemeente("Damme", "8000", bronnen)

        assert gelezen.waarde == "31006"
        assert "postcode 8000 hoort bij Brugge" in gelezen.letop

    @pytest.mark.parametrize(
        ("cel", "postcode", "zin"),
        [
            ("Sint-Kruis", None, "Zet de postcode erbij"),
            ("Rijsel", "1234", "Kijk de postcode na"),
            ("Xhof", "9999", "kan Aa of Bee zijn"),
            ("", "9999", "hoort bij Aa of Bee"),
        ],
    )
    def test_zegt_wat_er_ontbreekt(self, cel, postcode, zin, bronnen):
        assert zin in lees_gemeente(cel, postcode, bronnen).fout

    @pytest.mark.parametrize(
        ("cel", "code"), [("8000", "8000"), (8000, "8000"), ("B-8000", "8000"), ("08000", "8000")]
    )
    def test_postcode(self, cel, code, bronnen):
        assert lees_postcode(cel, bronnen).waarde == code

    def test_een_vreemde_postcode_wordt_gezegd(self, bronnen):
        assert "geen Vlaamse postcode" in lees_postcode("1050", bronnen).letop


class TestBegeleider:
    @pytest.mark.parametrize(
        ("cel", "user_id"),
        [("Lien Vermeulen", 1), ("L. Vermeulen", 1), ("lien vermeulen", 1), ("Vermeulen Lien", 1),
         ("Vermeulen, L.", 1),
         ("VERMEULEN", 1), ("Tom", 3), ("LV", 1), ("sofie claeys", 2), ("Sofie C.", 2)],
    )  # fmt: skip
    def test_vindt_een_collega(self, cel, user_id, bronnen):
        assert lees_begeleider(cel, bronnen).waarde == user_id

    @pytest.mark.parametrize(
        ("cel", "zin"), [("S. Claeys", "kan Sofie Claeys of Stef Claeys zijn"), ("Jan Onbekend", "geen begeleider")]
    )
    def test_zegt_wie_het_niet_kent(self, cel, zin, bronnen):
        gelezen = lees_begeleider(cel, bronnen)

        assert gelezen.waarde is None
        assert zin in gelezen.letop


class TestWerkplaats:
    @pytest.mark.parametrize(
        ("cel", "pk"),
        [("De Kringwinkel", 7), ("kringwinkel", 7), ("KRINGWINKEL VZW", 7), ("groendienst stad brugge", 8)],
    )
    def test_vindt_een_gebruiker(self, cel, pk, bronnen):
        assert lees_werkplaats(cel, bronnen).waarde == pk

    def test_een_onbekende_plaats_wordt_gezegd(self, bronnen):
        gelezen = lees_werkplaats("Bakkerij Dhaene bvba", bronnen)

        assert gelezen.waarde is None
        assert "geen gebruiker in deze regio" in gelezen.letop
