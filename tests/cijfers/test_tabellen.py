"""The tables of the report and the comparison, counted by hand."""

from datetime import date, timedelta
from decimal import Decimal

from regie.cijfers.getal import Tabel, als_json
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import (
    art60_per_categorie,
    art60_per_ocmw,
    cohorten,
    instroom_per_instrument,
    kerncijfers,
    lopend_per_status_en_instrument,
    uitstroom_tabel,
    vergelijking_ocmw,
)
from tests.cijfers.hulp import S, lopend, maak_traject, tot, wissel
from tests.cijfers.test_kern import meting, uitgestroomd
from tests.factories import OrganisatieFactory, PlaatsingFactory, StapFactory
from trajecten.enums import AanHetWerk
from trajecten.models import Evaluatie, Quotum

OKT = Periode.maand(2026, 10)


def cellen(tabel: Tabel) -> dict[str, list[str]]:
    return {rij.label: [cel.getoond for cel in rij.cellen] for rij in tabel.rijen}


class TestInstroomPerInstrument:
    def test_intake_zonder_en_start_met_instrument(self, gebied):
        for _ in range(6):
            lopend(date(2026, 10, 5))
        for _ in range(5):
            lopend(date(2026, 10, 5), instrument="TWE")

        assert cellen(instroom_per_instrument(OKT, OKT.eind)) == {
            "art. 60": ["0", "6"],
            "TWE": ["0", "5"],
            "nog geen instrument": ["11", "0"],
            "Totaal": ["11", "11"],
        }

    def test_zonder_instroom_is_de_tabel_leeg(self, gebied):
        assert instroom_per_instrument(OKT, OKT.eind).is_leeg


class TestLopend:
    def test_fase_maal_instrument_met_totalen(self, gebied):
        for _ in range(9):
            lopend(date(2026, 10, 5))
        for _ in range(6):
            tot(maak_traject(), S.ACTIEPLAN, date(2026, 9, 5), instrument="TWE")
        for _ in range(5):
            tot(maak_traject(), S.INTAKE, date(2026, 9, 5))

        tabel = lopend_per_status_en_instrument(OKT, OKT.eind)

        assert [kolom.label for kolom in tabel.kolommen] == ["art. 60", "TWE", "nog geen instrument", "Totaal"]
        gevonden = cellen(tabel)
        assert gevonden["intake"] == ["0", "0", "5", "5"]
        assert gevonden["actieplan"] == ["0", "6", "0", "6"]
        assert gevonden["lopend"] == ["9", "0", "0", "9"]
        assert gevonden["Totaal"] == ["9", "6", "5", "20"]

    def test_telt_hetzelfde_als_de_tegel_ook_midden_in_de_maand(self, gebied):
        for dag in range(3, 28):
            lopend(date(2026, 10, dag))
        peildatum = date(2026, 10, 15)

        totaal = lopend_per_status_en_instrument(OKT, peildatum).rijen[-1].cellen[-1]

        assert totaal.waarde == kerncijfers(OKT, peildatum).tegels[0].getal.waarde == 13

    def test_veel_instrumenten_worden_samengenomen(self, gebied):
        for instrument in ("ART60", "TWE", "IMW", "CMW", "LDE", "IBO", "WES", "OPLEIDING"):
            for _ in range(6):
                lopend(date(2026, 10, 5), instrument=instrument)

        labels = [kolom.label for kolom in lopend_per_status_en_instrument(OKT, OKT.eind).kolommen]

        assert len(labels) == 7
        assert labels[-2:] == ["andere instrumenten", "Totaal"]


class TestUitstroom:
    def test_bestemming_maal_instrument(self, gebied):
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 9)
        uitgestroomd(date(2026, 10, 12), "STOP_CLIENT", 7)

        gevonden = cellen(uitstroom_tabel(OKT, OKT.eind))

        assert gevonden["werk"] == ["9", "9"]
        assert gevonden["stopgezet"] == ["7", "7"]
        assert gevonden["Totaal"] == ["16", "16"]

    def test_met_enkele_neutrale_mensen_verdwijnt_het_totaal(self, gebied):
        """The ratio of the tile has n = 16; a total of 18 here would say how many moved or died."""
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 9)
        uitgestroomd(date(2026, 10, 12), "STOP_CLIENT", 7)
        uitgestroomd(date(2026, 10, 12), "OVERLIJDEN", 2)

        gevonden = cellen(uitstroom_tabel(OKT, OKT.eind))

        assert kerncijfers(OKT, OKT.eind).tegels[2].ratios[0].n == 16
        assert gevonden["neutraal (verhuis, pensioen, overlijden, detentie)"] == ["< 5", "< 5"]
        assert gevonden["Totaal"] == ["–", "–"]

    def test_zonder_uitstroomcode_blijft_niemand_weg(self, gebied):
        for _ in range(6):
            wissel(lopend(date(2026, 9, 1)), S.AFGESLOTEN, date(2026, 10, 2))

        assert cellen(uitstroom_tabel(OKT, OKT.eind))["niet ingevuld"] == ["6", "6"]


class TestCohorten:
    def test_drie_vensters_elk_met_hun_eigen_mensen(self, gebied):
        for traject in uitgestroomd(date(2026, 3, 16), "NEC_ANDER", 20)[:15]:
            meting(traject, 3, date(2026, 6, 16), AanHetWerk.JA)
            meting(traject, 6, date(2026, 9, 16), AanHetWerk.JA)
        peildatum = date(2026, 11, 30)

        tabel = cohorten(Periode.maand(2026, 11), peildatum)

        assert cellen(tabel) == {
            "na 3 maanden": ["20", "15", "0", "5", "75,0\u00a0%"],
            "na 6 maanden": ["20", "15", "0", "5", "75,0\u00a0%"],
            "na 12 maanden": ["0", "0", "0", "0", "–"],
        }
        assert tabel.noten[1] == "Na 6 maanden: doorstroom van mei 2025 tot en met april 2026."

    def test_een_klein_deel_blijft_klein_naast_het_aandeel(self, gebied):
        trajecten = uitgestroomd(date(2026, 3, 16), "NEC_ANDER", 20)
        for nr, traject in enumerate(trajecten):
            meting(traject, 6, date(2026, 9, 16), AanHetWerk.NEE if nr < 2 else AanHetWerk.JA if nr < 13 else "")

        rij = cellen(cohorten(Periode.maand(2026, 11), date(2026, 11, 30)))["na 6 maanden"]

        assert rij == ["20", "11", "< 5", "–", "55,0\u00a0%"]


class TestArt60:
    def test_per_ocmw(self, gebied, gebruiker, twee_ocmws):
        aalter, zulte = twee_ocmws
        Quotum.objects.create(organisatie=aalter, jaar=2026, toegekend=8)
        for _ in range(6):
            stap = StapFactory(
                instrument_id="ART60_VST", status="LOPEND", start=date(2026, 10, 1), einde_voorzien=date(2026, 12, 31)
            )
            PlaatsingFactory(stap=stap, gebruiker=gebruiker, breuk=Decimal("0.5"))
        for _ in range(5):
            stap = StapFactory(
                traject__client__eigenaar=zulte,
                instrument_id="ART60",
                status="LOPEND",
                start=date(2026, 10, 17),
                einde_voorzien=date(2027, 3, 1),
            )
            PlaatsingFactory(stap=stap, gebruiker=gebruiker)
        StapFactory(instrument_id="ART60", status="GEPLAND", start=date(2026, 10, 1))

        gevonden = cellen(art60_per_ocmw(OKT, OKT.eind))

        # 6 half-time places the whole month are 3 VTE; 5 places during 15 of 31 days are 2,4.
        assert gevonden["Aalter"] == ["8", "6", "75,0\u00a0%", "6", "3,0", "6", "0"]
        assert gevonden["Zulte"] == ["–", "0", "–", "5", "2,4", "0", "5"]
        assert gevonden["Regio"] == ["8", "6", "75,0\u00a0%", "11", "5,4", "6", "5"]

    def test_wie_op_de_peildatum_stopte_loopt_niet_meer(self, gebied, ocmw):
        for einde in (date(2026, 10, 31), date(2026, 11, 1)):
            for _ in range(5):
                StapFactory(instrument_id="ART60", status="BEEINDIGD", start=date(2026, 5, 1), einde=einde)

        assert cellen(art60_per_ocmw(OKT, OKT.eind))["Regio"][3] == "5"

    def test_per_soort_gebruiker(self, gebied):
        for categorie, aantal in (("PUBLIEK", 7), ("VZW", 2), ("SE_VST", 6)):
            plek = OrganisatieFactory(gebied=gebied, gebruikerscategorie=categorie)
            for _ in range(aantal):
                PlaatsingFactory(gebruiker=plek, stap__start=date(2026, 9, 1), stap__status="LOPEND")

        gevonden = cellen(art60_per_categorie(OKT, OKT.eind))

        assert gevonden["publieke gebruiker"] == ["7"]
        assert gevonden["vzw"] == ["< 5"]
        assert gevonden["sociale economie met verhoogde staatstoelage"] == ["–"]
        assert gevonden["Totaal"] == ["15"]


def evaluaties(traject, aantal: int, *, gepland: date, na: int | None = None) -> None:
    for _ in range(aantal):
        Evaluatie.objects.create(
            eigenaar_id=traject.eigenaar_id,
            traject=traject,
            soort="OPVOLGING",
            gepland_op=gepland,
            uitgevoerd_op=gepland + timedelta(days=na) if na is not None else None,
            conclusie="VERDERZETTEN" if na is not None else "",
        )


class TestVergelijking:
    def test_alfabetisch_met_de_regio_onderaan(self, gebied, twee_ocmws):
        aalter, zulte = twee_ocmws
        for ocmw, aantal in ((zulte, 8), (aalter, 6)):
            for _ in range(aantal):
                tot(maak_traject(ocmw), S.INTAKE, date(2026, 10, 3))

        gevonden = cellen(vergelijking_ocmw(OKT, OKT.eind))

        assert list(gevonden) == ["Aalter", "Zulte", "Regio"]
        assert [rij[:2] for rij in gevonden.values()] == [["6", "6"], ["8", "8"], ["14", "14"]]

    def test_een_klein_ocmw_verbergt_ook_een_ander_naast_het_regiototaal(self, gebied, twee_ocmws):
        aalter, zulte = twee_ocmws
        for ocmw, aantal in ((zulte, 3), (aalter, 9)):
            for _ in range(aantal):
                tot(maak_traject(ocmw), S.INTAKE, date(2026, 10, 3))

        gevonden = cellen(vergelijking_ocmw(OKT, OKT.eind))

        assert [rij[0] for rij in gevonden.values()] == ["–", "< 5", "12"]

    def test_evaluatie_op_tijd_is_binnen_zeven_dagen(self, gebied, twee_ocmws):
        aalter, zulte = twee_ocmws
        goed, slecht = lopend(date(2026, 1, 1), aalter), lopend(date(2026, 1, 1), zulte)
        evaluaties(goed, 9, gepland=date(2026, 10, 10), na=7)
        evaluaties(goed, 1, gepland=date(2026, 10, 10), na=8)
        evaluaties(goed, 5, gepland=date(2026, 10, 25))  # due on 1 November
        evaluaties(slecht, 6, gepland=date(2026, 10, 1), na=0)
        evaluaties(slecht, 6, gepland=date(2026, 9, 24))  # due on 1 October

        tabel = vergelijking_ocmw(OKT, OKT.eind)

        assert [rij[4] for rij in cellen(tabel).values()] == ["90,0\u00a0%", "50,0\u00a0%", "68,2\u00a0%"]
        assert [rij.opmerking for rij in tabel.rijen] == ["", "evaluaties minder vaak op tijd dan in de regio", ""]

    def test_een_tijdig_geannuleerde_evaluatie_telt_niet(self, gebied, twee_ocmws):
        traject = lopend(date(2026, 1, 1))
        evaluaties(traject, 10, gepland=date(2026, 10, 10), na=1)
        evaluaties(traject, 3, gepland=date(2026, 10, 10))
        Evaluatie.objects.filter(uitgevoerd_op=None).update(geannuleerd_op=date(2026, 10, 9))

        assert cellen(vergelijking_ocmw(OKT, OKT.eind))["Regio"][4] == "100,0\u00a0%"

    def test_een_vol_quotum_wordt_gezegd(self, gebied, twee_ocmws):
        Quotum.objects.create(organisatie=twee_ocmws[0], jaar=2026, toegekend=6)
        for _ in range(6):
            StapFactory(instrument_id="ART60_VST", status="LOPEND", start=date(2026, 3, 1))

        rij = vergelijking_ocmw(OKT, OKT.eind).rijen[0]

        assert (rij.cellen[5].getoond, rij.opmerking) == ("6 / 6", "quotum vol")

    def test_een_kwartaal_geeft_de_kleine_maand_van_een_ocmw_niet_prijs(self, gebied, twee_ocmws):
        for maand, aantal in ((7, 6), (8, 3), (9, 7)):
            for ocmw in twee_ocmws:
                for _ in range(aantal):
                    tot(maak_traject(ocmw), S.INTAKE, date(2026, maand, 3))

        gevonden = cellen(vergelijking_ocmw(Periode.kwartaal(2026, 3), date(2026, 9, 30)))

        assert [rij[1] for rij in gevonden.values()] == ["–", "–", "32"]

    def test_een_verborgen_getal_staat_nergens_in_de_json(self, gebied, twee_ocmws):
        for _ in range(3):
            tot(maak_traject(twee_ocmws[0]), S.INTAKE, date(2026, 10, 3))

        cel = als_json(vergelijking_ocmw(OKT, OKT.eind))["rijen"][0]["cellen"][1]

        assert (cel["waarde"], cel["n"], cel["getoond"]) == (None, None, "< 5")
