"""The pages of the day counter, as people see them."""

from datetime import date

import pytest

from regie.core.permissions import Rol
from tests.trajecten.hulp import als
from trajecten import services
from trajecten.models import Afwezigheid, Breukperiode, Schorsing, Stap, Termijn, Tijdlijnitem, Traject, Verlenging

pytestmark = pytest.mark.usefixtures("klok")


@pytest.fixture
def stap(stappenplan):
    return stappenplan("LOPEND").stappen.get()


@pytest.fixture
def pagina(als_begeleider, url, stap):
    def haal(naam="dagteller", **vraag):
        return als_begeleider.get(url(naam, stap.pk), vraag)

    return haal


def alles():
    """Every row that the counter reads or that follows from it."""
    modellen = (Stap, Traject, Breukperiode, Afwezigheid, Schorsing, Verlenging, Termijn, Tijdlijnitem)
    return {model: list(model.objects.order_by("pk").values()) for model in modellen}


class TestTeller:
    def test_toont_de_stand_met_de_regel_en_de_maanden(self, pagina):
        tekst = pagina().content.decode()

        assert "45,9 van 312" in tekst  # October 26, and 23 of the 30 days of November
        assert "312" in tekst and "regelset B" in tekst
        assert "nov 2026" in tekst and "sep 2027" in tekst

    def test_staat_in_het_overzicht_en_bij_de_stap(self, als_begeleider, url, stap, django_assert_max_num_queries):
        adres = url("dagteller", stap.pk)

        with django_assert_max_num_queries(20):
            overzicht = als_begeleider.get(url("client", stap.traject.client_id)).content.decode()
        tabblad = als_begeleider.get(url("traject", stap.traject.client_id)).content.decode()

        assert adres in overzicht and "45,9 van 312" in overzicht
        assert adres in tabblad

    def test_vraagt_weinig_van_de_databank(self, pagina, django_assert_max_num_queries):
        with django_assert_max_num_queries(20):
            pagina()

    def test_zegt_waarom_twe_geen_teller_heeft(self, stappenplan, als_begeleider, url):
        stap = stappenplan("LOPEND", instrument="TWE").stappen.get()

        assert "Alleen art. 60" in als_begeleider.get(url("dagteller", stap.pk)).content.decode()

    def test_administratie_ziet_de_dagen_maar_niet_de_reden(self, client, ocmw, url, stap, toegang, vandaag):
        services.afwezigheid_noteren(
            stap=stap,
            soort="ZIEKTE_MUTUALITEIT",
            van=date(2026, 11, 2),
            tot=date(2026, 11, 6),
            opmerking="gevoelig woord",
            door=toegang,
            vandaag=vandaag,
        )

        tekst = als(client, ocmw, Rol.ADMINISTRATIE).get(url("dagteller", stap.pk)).content.decode()

        assert "Afwezig" in tekst and "02/11/2026" in tekst
        assert "gevoelig woord" not in tekst and "Afwezig: ziekte" not in tekst
        assert "Wat als?" not in tekst and "Intrekken" not in tekst


class TestWatAls:
    def test_rekent_uit_en_bewaart_niets(self, pagina):
        voor = alles()

        antwoord = pagina(breuk="0,5", breuk_vanaf="01/04/2027")

        tekst = antwoord.content.decode()
        assert "30/09/2027" in tekst and "31/03/2028" in tekst
        assert "183 dagen later" in tekst
        assert alles() == voor

    def test_ziekte_geeft_een_marge(self, pagina):
        vraag = {"soort": "ZIEKTE_MUTUALITEIT", "weken": "12", "afwezig_vanaf": "01/12/2026"}

        tekst = pagina(**vraag).content.decode()

        assert "tussen" in tekst and "te verifiëren" in tekst

    def test_schorsing_schuift_op(self, pagina):
        tekst = pagina(schorsing_van="01/12/2026", schorsing_tot="31/12/2026").content.decode()

        assert "31/10/2027" in tekst

    @pytest.mark.parametrize(
        ("vraag", "zin"),
        [
            ({"breuk": "0,5"}, "Vul dit ook in."),
            ({"breuk": "", "weken": ""}, "Vul minstens één verandering in"),
            ({"schorsing_van": "31/12/2026", "schorsing_tot": "01/12/2026"}, "ligt voor de eerste"),
        ],
    )
    def test_zegt_wat_ontbreekt_en_houdt_de_invoer(self, pagina, vraag, zin):
        assert zin in pagina(**vraag).content.decode()


class TestFormulieren:
    def test_afwezigheid_noteren_en_ongedaan_maken(self, als_begeleider, url, stap):
        antwoord = als_begeleider.post(
            url("dagteller_afwezigheid", stap.pk),
            {"soort": "ONWETTIG", "van": "02/11/2026", "tot": "13/11/2026", "opmerking": ""},
            follow=True,
        )
        rij = Afwezigheid.objects.get()
        ongedaan = url("afwezigheid_intrekken", rij.pk)
        assert ongedaan in antwoord.content.decode()

        als_begeleider.post(ongedaan)

        assert Afwezigheid.objects.get().ingetrokken_op == date(2026, 11, 23)

    def test_tewerkstelling_wijzigen(self, als_begeleider, url, stap):
        als_begeleider.post(
            url("dagteller_breuk", stap.pk), {"vanaf": "01/04/2027", "breuk": "0,5", "reden": "op vraag"}
        )

        assert Stap.objects.get().einde_berekend == date(2028, 3, 31)

    def test_een_fout_verliest_niets(self, als_begeleider, url, stap):
        antwoord = als_begeleider.post(
            url("dagteller_schorsing", stap.pk),
            {"reden": "OPLEIDING", "van": "01/09/2026", "tot": "30/10/2026", "toelichting": "heftruck"},
        )

        assert antwoord.status_code == 422
        assert "begon op 01/10/2026" in antwoord.content.decode() and "heftruck" in antwoord.content.decode()

    def test_vragen_en_beslissen(self, client, ocmw, begeleider, url, stap):
        client.force_login(begeleider.user)
        client.post(
            url("dagteller_verlenging", stap.pk),
            {"reden": "OPLEIDING", "tot": "31/12/2027", "toelichting": "opleiding loopt nog"},
        )
        aanvraag = Verlenging.objects.get()
        beslissen = url("verlenging_beslissen", aanvraag.pk)
        assert client.get(beslissen).status_code == 403

        lead = als(client, ocmw, Rol.TEAMVERANTWOORDELIJKE)
        lijst = lead.get(url("looptijd_aanvragen")).content.decode()
        assert beslissen in lijst
        vraag = lead.get(beslissen).content.decode()
        assert "overschrijdt de standaardduur" in vraag and "31/12/2027" in vraag
        assert lead.post(beslissen, {"besluit": "weigeren"}).status_code == 422
        lead.post(beslissen, {"besluit": "goedkeuren"})

        assert Stap.objects.get().einde_voorzien == date(2027, 12, 31)
        assert "Er wacht geen schorsing" in lead.get(url("looptijd_aanvragen")).content.decode()

    def test_neemt_de_voorgestelde_einddatum_met_een_klik_over(self, als_begeleider, url, stap, toegang, vandaag):
        services.afwezigheid_noteren(
            stap=stap,
            soort="ONWETTIG",
            van=date(2026, 11, 1),
            tot=date(2026, 11, 30),
            opmerking="",
            door=toegang,
            vandaag=vandaag,
        )
        tekst = als_begeleider.get(url("dagteller", stap.pk)).content.decode()
        assert 'name="einde" value="31/10/2027"' in tekst

        als_begeleider.post(url("dagteller_einde", stap.pk), {"einde": "31/10/2027", "motivering": ""})

        assert Stap.objects.get().einde_voorzien == date(2027, 10, 31)
        assert "klopt niet meer" not in als_begeleider.get(url("dagteller", stap.pk)).content.decode()


@pytest.mark.parametrize(("einde", "zichtbaar"), [("31/12/2027", True), ("30/09/2027", False), ("", False)])
def test_plannen_waarschuwt_voorbij_de_standaardduur(als_begeleider, url, stappenplan, einde, zichtbaar):
    traject = stappenplan("WACHT_OP_START")

    antwoord = als_begeleider.post(
        url("einddatum", traject.pk),
        {"start": "01/10/2026", "breuk": "1", "einde_voorzien": einde, "versie": traject.versie},
    )

    assert ("overschrijdt de standaardduur" in antwoord.content.decode()) is zichtbaar
