"""Small worlds, counted by hand."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from regie.cijfers.getal import als_json
from regie.cijfers.opname import Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import Vergelijking, instroom_reeks, kerncijfers
from regie.core.models import RegelParameter
from tests.cijfers.hulp import S, lopend, maak_traject, tot, wissel
from tests.factories import PlaatsingFactory, StapFactory, WerkplaatsFactory
from trajecten.enums import AanHetWerk
from trajecten.models import Nazorgmeting, Quotum

OKT, NOV = Periode.maand(2026, 10), Periode.maand(2026, 11)


def tegels(periode: Periode = OKT, peildatum: date | None = None, **opties):
    return {tegel.code: tegel for tegel in kerncijfers(periode, peildatum or periode.eind, **opties).tegels}


def uitgestroomd(op: date, code: str, aantal: int = 1) -> list:
    trajecten = [lopend(op - timedelta(days=40)) for _ in range(aantal)]
    for traject in trajecten:
        wissel(traject, S.NAZORG, op, code=code)
    return trajecten


class TestInBehandeling:
    def test_telt_de_stand_op_de_peildatum_en_het_verschil(self, gebied):
        for _ in range(6):
            tot(maak_traject(), S.INTAKE, date(2026, 9, 10))
        for _ in range(5):
            tot(maak_traject(), S.SCREENING, date(2026, 10, 31))
        wissel(maak_traject(), S.AANGEMELD, date(2026, 10, 3))

        tegel = tegels()["in_behandeling"]

        assert tegel.getal.waarde == 11
        assert (tegel.delta.getoond, tegel.delta.woorden) == ("▲ 5", "5 meer dan eind september 2026")

    def test_een_peildatum_midden_in_de_maand_telt_wat_later_gebeurde_niet_mee(self, gebied):
        """And gives the same answer for ever, however much is registered afterwards."""
        for _ in range(7):
            tot(maak_traject(), S.INTAKE, date(2026, 11, 10))
        gisteren = tegels(NOV, date(2026, 11, 15))
        for _ in range(9):
            tot(maak_traject(), S.INTAKE, date(2026, 11, 20))

        opnieuw = tegels(NOV, date(2026, 11, 15))

        assert opnieuw["in_behandeling"].getal.waarde == gisteren["in_behandeling"].getal.waarde == 7
        assert opnieuw["instroom"].getal.waarde == 7
        assert tegels(NOV, date(2026, 11, 20))["instroom"].getal.waarde == 16

    def test_een_voorbije_maand_verandert_niet_door_wat_later_gebeurt(self, gebied):
        trajecten = [tot(maak_traject(), S.INTAKE, date(2026, 10, 10)) for _ in range(6)]
        for traject in trajecten:
            wissel(traject, S.AFGESLOTEN, date(2026, 11, 2), code="STOP_CLIENT")

        assert tegels()["in_behandeling"].getal.waarde == 6
        assert tegels(NOV)["in_behandeling"].getal.waarde == 0


class TestDoorstroom:
    def test_aantal_en_beide_ratios(self, gebied):
        """20 leave: 10 to work, 5 neutral, 5 stop. 10/15 without neutral, 10/20 with."""
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 10)
        uitgestroomd(date(2026, 10, 12), "VERHUIS", 5)
        uitgestroomd(date(2026, 10, 12), "STOP_CLIENT", 5)

        tegel = tegels()["doorstroom"]

        assert tegel.getal.waarde == 10
        assert [(ratio.getoond, ratio.n) for ratio in tegel.ratios] == [("66,7\u00a0%", 15), ("50,0\u00a0%", 20)]
        assert tegel.detail == "66,7\u00a0% van de uitstroom (n = 15)"

    def test_twee_noemers_naast_elkaar_verraden_geen_paar_neutrale_mensen(self, gebied):
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 10)
        uitgestroomd(date(2026, 10, 12), "VERHUIS", 3)
        uitgestroomd(date(2026, 10, 12), "STOP_CLIENT", 5)

        ratio, ratio_alle = tegels()["doorstroom"].ratios

        assert ratio.n == 15
        assert (ratio_alle.waarde, ratio_alle.n, ratio_alle.getoond) == (None, None, "–")

    def test_een_kwartaal_verraadt_zijn_kleine_maand_niet(self, gebied):
        for maand, aantal in ((7, 6), (8, 3), (9, 7)):
            uitgestroomd(date(2026, maand, 12), "NEC_ANDER", aantal)

        tegel = tegels(Periode.kwartaal(2026, 3))["doorstroom"]

        assert tegel.getal.getoond == "± 15"
        assert not tegel.ratios[0].is_getoond

    def test_meer_doorstroom_is_goed_meer_instroom_is_neutraal(self, gebied):
        uitgestroomd(date(2026, 9, 12), "NEC_ANDER", 5)
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 8)

        gevonden = tegels()

        assert gevonden["doorstroom"].delta.oordeel == "goed"
        assert gevonden["instroom"].delta.oordeel == "neutraal"

    def test_vorig_jaar_en_niets_als_vergelijking(self, gebied):
        uitgestroomd(date(2025, 10, 12), "NEC_ANDER", 6)
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 5)

        assert tegels(vergelijk=Vergelijking.VORIG_JAAR)["doorstroom"].delta.woorden == "1 minder dan in oktober 2025"
        assert tegels(vergelijk=Vergelijking.GEEN)["doorstroom"].delta is None

    def test_een_lopende_maand_staat_naast_de_vorige(self, gebied):
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", 8)

        delta = tegels(NOV, date(2026, 11, 23))["doorstroom"].delta

        assert (delta.getoond, delta.woorden) == ("", "8 in heel oktober 2026")


def meting(traject, maanden: int, gepland: date, antwoord: str = "", na: int = 0) -> None:
    Nazorgmeting.objects.create(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        maand=maanden,
        gepland_op=gepland,
        gemeten_op=gepland + timedelta(days=na) if antwoord else None,
        aan_het_werk=antwoord,
        is_doorstroom=True,
    )


class TestDuurzaam:
    def test_telt_wie_gemeten_is_en_wie_niet_binnen_het_venster(self, gebied):
        trajecten = uitgestroomd(date(2026, 3, 16), "NEC_ANDER", 30)
        for traject in trajecten[:12]:
            meting(traject, 6, date(2026, 9, 16), AanHetWerk.JA, na=10)
        for traject in trajecten[12:18]:
            meting(traject, 6, date(2026, 9, 16), AanHetWerk.NEE)
        for traject in trajecten[18:24]:
            meting(traject, 6, date(2026, 9, 16), AanHetWerk.JA, na=31)  # too late to count
        for traject in trajecten[24:]:
            meting(traject, 6, date(2026, 9, 16))

        tegel = tegels(NOV)["duurzaam_6m"]

        assert (tegel.getal.getoond, tegel.getal.n) == ("40,0\u00a0%", 30)
        assert tegel.detail == "n = 30 · 12 niet bekend"

    def test_een_venster_dat_nog_loopt_telt_nog_niet_mee(self, gebied):
        for traject in uitgestroomd(date(2026, 4, 15), "NEC_ANDER", 12):
            meting(traject, 6, date(2026, 10, 15), AanHetWerk.JA)

        assert tegels(OKT)["duurzaam_6m"].getal.waarde is None  # until 14/11 somebody may still be measured
        assert tegels(NOV)["duurzaam_6m"].getal.waarde == 100.0

    def test_een_meting_van_na_de_peildatum_bestaat_dan_nog_niet(self, gebied):
        for traject in uitgestroomd(date(2026, 3, 31), "NEC_ANDER", 12):
            meting(traject, 6, date(2026, 9, 30), AanHetWerk.JA, na=29)

        assert Opname(OKT, OKT.eind).cohort(6)[1] == date(2026, 3, 31)
        assert tegels(OKT)["duurzaam_6m"].getal.waarde == 100.0

    def test_wie_geen_doorstroom_was_telt_niet(self, gebied):
        for traject in uitgestroomd(date(2026, 3, 16), "SE_CMW", 12):
            meting(traject, 6, date(2026, 9, 16), AanHetWerk.JA)

        assert tegels(NOV)["duurzaam_6m"].getal.reden == "Er is niets om een verhouding van te nemen."


class TestPlaatsen:
    def test_bezet_op_de_peildatum(self, gebied, gebruiker):
        werkplaats = WerkplaatsFactory(gebruiker=gebruiker, aantal=20)
        WerkplaatsFactory(gebruiker=gebruiker, aantal=5, tot=date(2026, 9, 30))
        for start, einde in [
            (date(2026, 9, 1), None),
            (date(2026, 10, 31), None),
            (date(2026, 11, 1), None),  # starts later
            (date(2026, 8, 1), date(2026, 10, 31)),  # ended on that day
            (date(2026, 8, 1), date(2026, 11, 5)),
            *[(date(2026, 9, 1), None)] * 7,
        ]:
            PlaatsingFactory(gebruiker=gebruiker, werkplaats=werkplaats, stap__start=start, einde=einde)

        tegel = tegels()["plaatsen_bezet"]

        assert (tegel.getal.getoond, tegel.detail) == ("50,0\u00a0%", "10 van 20 · 10 vrij")

    def test_zonder_plaatsen_zegt_de_tegel_dat(self, gebied):
        assert tegels()["plaatsen_bezet"].detail == "Nog geen plaatsen geregistreerd."


class TestQuotum:
    def test_koppen_in_het_kalenderjaar(self, gebied, ocmw):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=10)
        Quotum.objects.create(organisatie=ocmw, jaar=2025, toegekend=99)
        for start in [date(2025, 12, 31), *[date(2026, 3, 1)] * 5, date(2026, 10, 31), date(2026, 11, 1)]:
            StapFactory(instrument_id="ART60_VST", start=start, status="LOPEND")
        StapFactory(instrument_id="ART60", start=date(2026, 4, 1), status="LOPEND")
        StapFactory(instrument_id="ART60_VST", start=date(2026, 4, 1), status="GEPLAND")
        tweede = StapFactory(
            instrument_id="ART60_VST", start=date(2026, 5, 1), status="BEEINDIGD", einde=date(2026, 7, 31)
        )
        StapFactory(traject=tweede.traject, instrument_id="ART60_VST", start=date(2026, 8, 1), status="LOPEND")

        tegel = tegels()["quotum_vst"]

        assert tegel.getal.getoond == "7 / 10"
        assert tegel.detail == "70,0\u00a0% benut"

    def test_een_klein_aantal_staat_er_niet_exact(self, gebied, ocmw):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=10)
        StapFactory(instrument_id="ART60_VST", start=date(2026, 3, 1), status="LOPEND")

        tegel = tegels()["quotum_vst"]

        assert (tegel.getal.getoond, tegel.getal.waarde) == ("< 5 / 10", None)
        assert "benut" not in tegel.detail

    def test_zonder_quotum(self, gebied):
        assert tegels()["quotum_vst"].detail == "Er is nog geen quotum ingevuld."


class TestReeks:
    def test_dertien_maanden_met_kleine_aantallen_verborgen(self, gebied):
        for maand, aantal in ((8, 5), (9, 9), (10, 2)):
            for _ in range(aantal):
                tot(maak_traject(), S.INTAKE, date(2026, maand, 12))

        reeksen = instroom_reeks(OKT, OKT.eind)

        assert (reeksen.labels[0], reeksen.labels[-1], len(reeksen.labels)) == ("okt 25", "okt 26", 13)
        assert [getal.getoond for getal in reeksen.reeksen[0].getallen[-4:]] == ["0", "5", "9", "< 5"]
        assert not reeksen.is_leeg

    def test_de_titel_zegt_wat_er_gebeurde(self, gebied):
        for maand, aantal in ((9, 5), (10, 9), (11, 6)):
            for _ in range(aantal):
                tot(maak_traject(), S.INTAKE, date(2026, maand, 12))

        assert instroom_reeks(OKT, OKT.eind).titel == "De instroom steeg van 5 in september naar 9 in oktober"
        assert instroom_reeks(NOV, date(2026, 11, 23)).titel.endswith("naar 9 in oktober")  # November is not over


class TestVorm:
    def test_alles_past_in_een_json_veld(self, gebied):
        tot(maak_traject(), S.INTAKE, date(2026, 10, 12))

        plat = als_json(kerncijfers(OKT, OKT.eind))

        assert json.loads(json.dumps(plat))["tegels"][0]["peildatum"] == "2026-10-31"

    def test_een_andere_drempel_van_het_gebied_geldt(self, gebied):
        RegelParameter.objects.create(
            code="kleine_cel", omschrijving="strenger", waarde=10, eenheid="aantal", gebied=gebied,
            geldig_van=date(2026, 1, 1), bron="test", zekerheid="hoog",
        )  # fmt: skip
        for _ in range(7):
            tot(maak_traject(), S.INTAKE, date(2026, 10, 12))

        assert tegels()["instroom"].getal.getoond == "< 10"

    @pytest.mark.parametrize("aantal", [1, 12])
    def test_evenveel_queries_bij_meer_gegevens(self, gebied, aantal):
        uitgestroomd(date(2026, 10, 12), "NEC_ANDER", aantal)
        with CaptureQueriesContext(connection) as gevangen:
            kerncijfers(OKT, OKT.eind)

        lezend = [q["sql"] for q in gevangen if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))]
        assert len(lezend) == 4, lezend  # rules, OCMW's, marginals, questions
