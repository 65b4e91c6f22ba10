"""The rule calendar of one person, and the pages of steps."""

from datetime import date

import pytest

from tests.factories import StapFactory, TrajectFactory
from trajecten import services
from trajecten.models import ImwBeslissing, Wijkwerkuren
from trajecten.selectors.regelkalender import kalender

VANDAAG = date(2026, 11, 23)


def regel(traject, titel, vandaag=VANDAAG):
    return next(r for r in kalender(traject.client, vandaag) if r.titel == titel)


@pytest.fixture
def traject(gebied):
    return TrajectFactory(lopend=True)


def met(traject, code, **velden):
    standaard = {"traject": traject, "instrument_id": code, "status": "LOPEND", "start": date(2026, 1, 1)}
    return StapFactory(**{**standaard, **velden})


class TestKalender:
    @pytest.mark.parametrize(
        ("einde", "toestand"),
        [
            (date(2026, 11, 22), "OVER"),
            (date(2026, 11, 23), "LET_OP"),
            (date(2026, 12, 23), "LET_OP"),
            (date(2026, 12, 24), "OK"),
        ],
    )
    def test_een_einddatum_verwittigt_een_maand_vooraf(self, traject, einde, toestand):
        met(traject, "GEMEENSCHAPSDIENST", einde_voorzien=einde)

        r = regel(traject, "Voorziene laatste dag van gemeenschapsdienst")

        assert (r.dag, r.toestand) == (einde, toestand)

    def test_zegt_wat_een_stap_uitsluit(self, traject):
        met(traject, "ART60", einde_voorzien=date(2027, 1, 1))

        r = regel(traject, "Voorziene laatste dag van art. 60")

        assert {"individueel maatwerk", "IBO", "wijk-werken"} <= set(r.blokkeert)
        assert not {"TWE", "WES"} & set(r.blokkeert)

    @pytest.mark.parametrize(("uren", "toestand"), [(49, "OK"), (50, "LET_OP"), (60, "OVER")])
    def test_uren_van_deze_maand(self, traject, uren, toestand):
        stap = met(traject, "WIJKWERKEN")
        Wijkwerkuren.objects.create(stap=stap, eigenaar=traject.eigenaar, maand=date(2026, 11, 1), uren=uren)

        r = regel(traject, "Uren wijk-werken deze maand")

        assert r.toestand == toestand
        assert r.stand.startswith(f"{uren} van 60 uur")
        assert (r.geldig, r.zekerheid) == ("vanaf 01/01/2018", "hoog tot 2019; daarna te verifiëren")

    def test_ex_pwa_heeft_geen_maximum(self, traject):
        met(traject, "WIJKWERKEN", regime="EX_PWA", start=date(2024, 1, 1))

        titels = [r.titel for r in kalender(traject.client, VANDAAG)]

        assert "Overgekomen uit PWA: zonder maximumduur" in titels
        assert "Maximum per persoon van wijk-werken" not in titels
        assert "Laatste dag wijk-werken" not in titels

    @pytest.mark.parametrize(
        ("geregistreerd", "geldig_tot", "dag", "toestand"),
        [
            (None, None, 24, "LET_OP"),
            (None, None, 25, "OVER"),
            (date(2026, 1, 9), None, 25, "OK"),
            (date(2026, 1, 9), date(2026, 11, 29), 25, "OVER"),
            (date(2026, 1, 9), date(2026, 11, 30), 25, "OK"),
        ],
    )
    def test_mlp_op_de_laatste_dag_van_de_maand(self, traject, geregistreerd, geldig_tot, dag, toestand):
        met(traject, "TWE", mlp_geregistreerd_op=geregistreerd, mlp_geldig_tot=geldig_tot)

        r = regel(traject, "Registratie in MLP geldig op de laatste dag van de maand", date(2026, 11, dag))

        assert (r.toestand, r.dag) == (toestand, date(2026, 11, 30))

    @pytest.mark.parametrize(
        ("soort", "titel", "dag"),
        [
            ("BLIJVEND", "Eerste dag om hernieuwing te vragen", date(2027, 3, 31)),
            ("TIJDELIJK", "Geen hernieuwing: tijdelijke problematiek", None),
        ],
    )
    def test_imw_hernieuwen(self, traject, soort, titel, dag):
        stap = met(traject, "IMW", start=date(2024, 4, 1))
        ImwBeslissing.objects.create(
            stap=stap,
            eigenaar=traject.eigenaar,
            dossiernummer="1",
            kwartaal=date(2024, 4, 1),
            soort=soort,
            einde=date(2029, 3, 31),
        )

        assert regel(traject, titel).dag == dag

    def test_gpmi_telt_drie_per_jaar_en_twee_in_persoon(self, stappenplan, wie):
        traject = stappenplan("LOPEND")
        for dag, persoonlijk in ((date(2026, 10, 5), True), (date(2026, 11, 2), False)):
            services.gpmi_evaluatie_noteren(traject=traject, datum=dag, in_persoon=persoonlijk, notitie="", **wie)

        assert regel(traject, "GPMI-evaluaties in de laatste 12 maanden").stand == "2 van 3"
        assert regel(traject, "GPMI-evaluaties in persoon in de laatste 12 maanden").stand == "1 van 2"

    def test_na_een_jaar_te_weinig_evaluaties(self, stappenplan):
        traject = stappenplan("LOPEND")

        r = regel(traject, "GPMI-evaluaties in de laatste 12 maanden", date(2027, 9, 15))

        assert r.toestand == "LET_OP"

    def test_elke_regel_met_een_waarde_heeft_bron_en_zekerheid(self, stappenplan, loop, wie):
        traject = stappenplan("LOPEND", instrument="TWE")
        loop(traject, "WIJKWERKEN")

        for r in kalender(traject.client, VANDAAG):
            assert (r.bron and r.zekerheid) or not r.geldig, r.titel


@pytest.mark.usefixtures("klok")
class TestPaginas:
    def test_de_regelkalender_toont_bron_en_wat_niet_kan(
        self, als_begeleider, stappenplan, url, django_assert_max_num_queries
    ):
        traject = stappenplan("LOPEND")
        adres = url("regelkalender", traject.client_id)
        als_begeleider.get(adres)

        with django_assert_max_num_queries(32):
            html = als_begeleider.get(adres).content.decode()

        assert "zekerheid: hoog" in html
        assert "LDE neemt sinds 01/07/2023 niemand meer op." in html
        assert "Individueel maatwerk kan daar niet naast" in html

    def test_een_stap_van_keuze_tot_einde(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")
        keuze = als_begeleider.get(url("stap_nieuw", traject.pk)).content.decode()
        assert url("stap_toevoegen", traject.pk, "WES") in keuze

        velden = {
            "versie": traject.versie,
            "start": "16/11/2026",
            "breuk": "1",
            "gebruiker": traject.gebruiker_id,
            "functie": "onthaal",
        }
        als_begeleider.post(url("stap_toevoegen", traject.pk, "WES"), velden)
        stap = traject.stappen.get(instrument="WES")
        assert stap.einde_voorzien == date(2027, 5, 15)

        als_begeleider.post(url("stap_documenten", stap.pk), {"doc_wes_overeenkomst": "13/11/2026"})
        als_begeleider.post(url("stap_starten", stap.pk), {"afwijking_reden": ""})
        als_begeleider.post(url("stap_beeindigen", stap.pk), {"einde": "20/11/2026", "uitkomst": "AFGEROND"})

        stap.refresh_from_db()
        assert (stap.status, stap.einde, stap.uitkomst) == ("BEEINDIGD", date(2026, 11, 20), "AFGEROND")

    def test_uren_invullen_zegt_wat_de_grens_nadert(self, als_begeleider, stappenplan, loop, url):
        stap = loop(stappenplan("LOPEND", instrument="TWE"), "WIJKWERKEN")

        te_veel = als_begeleider.post(url("stap_uren", stap.pk), {"uren_2026_11": "61"})
        goed = als_begeleider.post(url("stap_uren", stap.pk), {"uren_2026_11": "52"}, follow=True)

        assert te_veel.status_code == 422
        assert 'value="61"' in te_veel.content.decode()
        assert "november 2026: 52 uur wijk-werken, nog 8 uur over." in goed.content.decode()

    def test_een_geplande_stap_wissen(self, als_begeleider, stappenplan, voeg_toe, url):
        stap = voeg_toe(stappenplan("LOPEND"), "RIJBEWIJS")

        response = als_begeleider.post(url("stap_wissen", stap.pk), follow=True)

        assert "De geplande stap rijbewijsproject is gewist." in response.content.decode()
