"""From a candidate to a planned step, and what somebody can do."""

import pytest

from regie.core.exceptions import DomainError, Verouderd
from tests.factories import WerkplaatsFactory
from tests.trajecten.plaatsen.hulp import VANDAAG, plan
from trajecten import services
from trajecten.forms.stappen import PlaatsingForm
from trajecten.selectors.matching import plaatsen_voor
from trajecten.services.kandidaturen import ProfielGegevens

pytestmark = pytest.mark.usefixtures("klok")


class TestKandidatuur:
    @pytest.fixture
    def traject(self, stappenplan):
        return stappenplan("WACHT_OP_START")

    @pytest.fixture
    def kandidatuur(self, traject, werkplaats, toegang):
        return services.plaats_voorstellen(
            traject=traject, werkplaats=werkplaats, toelichting="", door=toegang, vandaag=VANDAAG
        )

    def bij(self, kandidatuur, toegang, status, reden="", kennismaking_op=None):
        return services.kandidatuur_bijwerken(
            kandidatuur=kandidatuur,
            status=status,
            reden=reden,
            toelichting="",
            kennismaking_op=kennismaking_op,
            door=toegang,
            vandaag=VANDAAG,
        )

    def test_niet_twee_keer_dezelfde_plaats(self, kandidatuur, traject, werkplaats, toegang):
        with pytest.raises(DomainError, match="al voorgesteld"):
            services.plaats_voorstellen(
                traject=traject, werkplaats=werkplaats, toelichting="", door=toegang, vandaag=VANDAAG
            )

    def test_een_weigering_heeft_een_reden(self, kandidatuur, toegang):
        with pytest.raises(DomainError, match="Kies waarom"):
            self.bij(kandidatuur, toegang, "GEWEIGERD_CLIENT")

    def test_een_kennismaking_heeft_een_dag(self, kandidatuur, toegang):
        with pytest.raises(DomainError, match="wanneer de kennismaking"):
            self.bij(kandidatuur, toegang, "KENNISMAKING")

    def test_afgelopen_is_afgelopen(self, kandidatuur, toegang):
        self.bij(kandidatuur, toegang, "GEWEIGERD_GEBRUIKER", "NEDERLANDS")

        with pytest.raises(DomainError, match="is afgelopen"):
            self.bij(kandidatuur, toegang, "AANVAARD")

    def test_een_weigering_komt_terug_in_de_suggesties(self, kandidatuur, traject, ocmw, toegang):
        self.bij(kandidatuur, toegang, "GEWEIGERD_CLIENT", "TAKEN")

        gevonden = plaatsen_voor(traject, vandaag=VANDAAG, ocmw_ids=[ocmw.pk])

        (hier,) = [m for m in gevonden.niet if m.rij.werkplaats.pk == kandidatuur.werkplaats_id]
        assert any("al voorgesteld en ging niet door" in zin for zin in hier.match.bezwaren)

    def test_een_plaatsing_trekt_de_andere_in(self, kandidatuur, traject, gebruiker, toegang):
        andere = WerkplaatsFactory(gebruiker=gebruiker, functie="schilder")
        tweede = services.plaats_voorstellen(
            traject=traject, werkplaats=andere, toelichting="", door=toegang, vandaag=VANDAAG
        )

        plan(traject, andere, toegang)

        kandidatuur.refresh_from_db()
        tweede.refresh_from_db()
        assert (kandidatuur.status, kandidatuur.reden) == ("INGETROKKEN", "ANDERE_PLAATS")
        assert tweede.status == "AANVAARD"

    def test_de_stap_is_vooraf_ingevuld(self, kandidatuur, traject, toegang):
        self.bij(kandidatuur, toegang, "AANVAARD")

        form = PlaatsingForm(traject=traject, vandaag=VANDAAG)

        assert form.fields["werkplaats"].initial == kandidatuur.werkplaats
        assert form.fields["gebruiker"].initial == kandidatuur.werkplaats.gebruiker

    def test_twee_mensen_die_hetzelfde_profiel_bewaren(self, traject, toegang):
        wie = {"client": traject.client, "door": toegang, "vandaag": VANDAAG}
        services.profiel_bewaren(gegevens=ProfielGegevens(wensen="dicht bij huis"), versie=0, **wie)

        with pytest.raises(Verouderd):
            services.profiel_bewaren(gegevens=ProfielGegevens(), versie=0, **wie)

    def test_kost_evenveel_vragen_bij_veel_plaatsen(
        self, als_begeleider, traject, gebruiker, url, django_assert_max_num_queries
    ):
        for nummer in range(15):
            WerkplaatsFactory(gebruiker=gebruiker, functie=f"functie {nummer}")

        with django_assert_max_num_queries(28):
            als_begeleider.get(url("plaats_zoeken", traject.client_id))


class TestCompetenties:
    def test_noteren_vervangt_het_niveau_en_staat_op_het_blad(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")
        invoer = {"competentie": "TECH_SNOEI", "bron": "WERKVLOER", "vastgesteld_op": "20/11/2026"}
        adres = url("competentie_noteren", traject.client_id)

        als_begeleider.post(adres, {**invoer, "niveau": "2"})
        als_begeleider.post(adres, {**invoer, "niveau": "4"})
        als_begeleider.post(
            url("attest_toevoegen", traject.client_id),
            {"naam": "VCA", "behaald_op": "01/06/2026", "geldig_tot": "01/09/2026"},
        )

        html = als_begeleider.get(url("competenties", traject.client_id)).content.decode()
        assert html.count("Hagen en struiken snoeien") == 2  # the row, and its delete button
        assert "is er sterk in" in html
        assert "verlopen" in html
        blad = als_begeleider.get(url("competentieblad", traject.client_id)).content.decode()
        assert "Hagen en struiken snoeien" in blad
        assert "VCA" not in blad  # no longer valid

    def test_in_de_toekomst_kan_niet(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")

        antwoord = als_begeleider.post(
            url("attest_toevoegen", traject.client_id), {"naam": "VCA", "behaald_op": "01/06/2027"}
        )

        assert antwoord.status_code == 422
        assert "ligt in de toekomst" in antwoord.content.decode()
