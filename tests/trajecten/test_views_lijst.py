"""Mijn dag, the lists and the search box."""

import io
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook

from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory, TrajectFactory
from tests.trajecten.hulp import INSZ
from trajecten.models import Termijn

pytestmark = pytest.mark.usefixtures("klok")


class TestMijnDag:
    def test_toont_te_laat_vandaag_en_deze_week(self, als_begeleider, stappenplan, url, vandaag):
        traject = stappenplan("LOPEND")
        for dagen in (-1, 0, 3, 30):
            Termijn.objects.create(
                eigenaar_id=traject.eigenaar_id,
                traject=traject,
                soort="TAAK",
                omschrijving=f"taak {dagen}",
                vervalt_op=vandaag + timedelta(days=dagen),
            )

        html = als_begeleider.get(url("mijn_dag")).content.decode()

        assert html.index("Te laat") < html.index("taak -1") < html.index("Vandaag") < html.index("taak 0")
        assert "taak 3" in html
        assert "taak 30" not in html

    def test_wijst_wie_begint_de_weg(self, als_begeleider, url):
        assert "Aan de slag" in als_begeleider.get(url("mijn_dag")).content.decode()


class TestLijst:
    def test_toont_alleen_het_eigen_ocmw(self, als_begeleider, gebied, ander_ocmw, url):
        TrajectFactory(client__familienaam="Zichtbaar")
        with gebied_context(gebied, [ander_ocmw.pk]):
            TrajectFactory(client=ClientFactory(familienaam="Verborgen", eigenaar=ander_ocmw))

        html = als_begeleider.get(url("lijst") + "?tab=team").content.decode()

        assert "Zichtbaar" in html
        assert "Verborgen" not in html

    @pytest.mark.parametrize(
        ("vraag", "gevonden"),
        [("?tab=team&q=ozturk", True), ("?tab=team&q=Selin+Öz", True), ("?tab=team&q=peeters", False)],
    )
    def test_zoekt_zonder_accenten(self, als_begeleider, url, vraag, gevonden):
        TrajectFactory(client__familienaam="Öztürk")

        assert ("Öztürk, Selin" in als_begeleider.get(url("lijst") + vraag).content.decode()) is gevonden

    def test_filtert_op_status_en_houdt_de_filter_in_de_link(self, als_begeleider, url):
        TrajectFactory(client__familienaam="Loopt", lopend=True)
        TrajectFactory(client__familienaam="Wacht")

        html = als_begeleider.get(url("lijst") + "?tab=team&status=LOPEND").content.decode()

        assert "Loopt" in html
        assert "Wacht, Selin" not in html
        assert "status=LOPEND" in html

    def test_evenveel_vragen_bij_een_als_bij_vijftig_rijen(
        self, als_begeleider, url, django_assert_num_queries, django_assert_max_num_queries
    ):
        TrajectFactory(lopend=True)
        als_begeleider.get(url("lijst"))
        with django_assert_max_num_queries(7 + 8) as een:  # 7 of the frame: session, account, roles, scope
            als_begeleider.get(url("lijst") + "?tab=team")
        TrajectFactory.create_batch(49, lopend=True)

        with django_assert_num_queries(len(een)):
            als_begeleider.get(url("lijst") + "?tab=team")

    def test_excel_is_precies_de_lijst(self, als_begeleider, url):
        TrajectFactory(client__familienaam="Loopt", lopend=True)
        TrajectFactory(client__familienaam="=1+1")

        response = als_begeleider.get(url("lijst_excel") + "?tab=team&status=AANGEMELD")

        boek = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
        rijen = boek.get_sheet_by_name("Cliënten").to_python()
        assert [rij[0] for rij in rijen] == ["Cliënt", "=1+1, Selin"]
        assert any("Status: aangemeld" in str(rij) for rij in boek.get_sheet_by_name("Uitleg").to_python())


class TestZoeken:
    def test_een_insz_gaat_rechtstreeks_naar_het_dossier(self, als_begeleider, registreer, url):
        client = registreer(insz=INSZ).client

        response = als_begeleider.post(url("zoeken"), {"q": "85.07.30-033.28"})

        assert response.url == url("client", client.pk)

    def test_een_onbekend_insz_komt_niet_in_het_adres(self, als_begeleider, gebied, url):
        response = als_begeleider.post(url("zoeken"), {"q": INSZ})

        assert INSZ not in response.url

    def test_een_naam_wordt_een_filter(self, als_begeleider, url):
        TrajectFactory(client__familienaam="Peeters")
        TrajectFactory(client__familienaam="Peeters")

        response = als_begeleider.post(url("zoeken"), {"q": "peeters"}, follow=True)

        assert "2 dossiers gevonden" in response.content.decode()
