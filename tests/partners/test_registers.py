"""Sector covenants and the register of social purchases."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from partners.forms.registers import AankoopForm, CpvVeld
from partners.models import LokaleActie, Opvolging, Sectorconvenant, SocialeAankoop, Verbintenis
from partners.selectors import registers as selectors
from partners.services import registers as services
from partners.services.registers import AankoopGegevens, ActieGegevens, ConvenantGegevens, VerbintenisGegevens
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Organisatie

NU = date(2026, 11, 23)


@pytest.fixture
def koop(toegang_regisseur, ocmw):
    def doe(bedrag, jaar=2025, bestuur=ocmw, **rest):
        gegevens = AankoopGegevens("Groen", bestuur, jaar, Decimal(bedrag), "VOORBEHOUDEN", "De Schakel", **rest)
        return services.aankoop_bewaren(aankoop=None, gegevens=gegevens, door=toegang_regisseur)

    return doe


class TestAandeel:
    def test_is_van_alles_wat_het_bestuur_dat_jaar_kocht(self, koop, ocmw, ander_ocmw, toegang_regisseur):
        koop(30000, uren=900)
        koop(20000, plaatsen=2)
        koop(10000, jaar=2026)
        koop(5000, bestuur=ander_ocmw)
        services.aankoopvolume_zetten(
            bestuur=ocmw, jaar=2025, bedrag=Decimal(1000000), bron="jaarrekening", door=toegang_regisseur
        )

        rijen = {(a.jaar, a.bestuur): a for a in selectors.aandelen()}

        assert rijen[2025, ocmw].procent == 5
        assert (rijen[2025, ocmw].uren, rijen[2025, ocmw].plaatsen, rijen[2025, ocmw].aantal) == (900, 2, 2)
        assert rijen[2026, ocmw].procent is None
        assert rijen[2025, ander_ocmw].procent is None
        assert [a.jaar for a in selectors.aandelen(jaar=2026)] == [2026]

    def test_een_totaal_zonder_aankopen_is_nul_procent(self, ocmw, toegang_regisseur):
        services.aankoopvolume_zetten(bestuur=ocmw, jaar=2025, bedrag=Decimal(500), bron="", door=toegang_regisseur)

        assert selectors.aandelen()[0].procent == 0

    def test_het_totaal_is_nooit_minder_dan_het_register(self, koop, ocmw, toegang_regisseur):
        koop(30000)

        with pytest.raises(DomainError, match="minder dan"):
            services.aankoopvolume_zetten(
                bestuur=ocmw, jaar=2025, bedrag=Decimal(29999), bron="", door=toegang_regisseur
            )

    def test_zonder_totaal_zegt_de_pagina_dat(self, als_regisseur, koop):
        koop(30000)

        assert "niet ingevuld" in als_regisseur.get(gebied_url("partners:aankopen")).text


class TestBestuur:
    def test_een_ander_ocmw_vult_niet_in(self, koop, ander_ocmw, toegang):
        with pytest.raises(DomainError, match="hoort niet bij"):
            services.aankoop_bewaren(
                aankoop=None,
                gegevens=AankoopGegevens("x", ander_ocmw, 2025, Decimal(1), "SAMENAANKOOP", "y"),
                door=toegang,
            )

    def test_ook_niet_door_een_aankoop_te_verhuizen(self, koop, ocmw, ander_ocmw, toegang):
        aankoop = koop(1, bestuur=ander_ocmw)

        with pytest.raises(DomainError, match="hoort niet bij"):
            services.aankoop_bewaren(
                aankoop=aankoop,
                gegevens=AankoopGegevens("x", ocmw, 2025, Decimal(1), "SAMENAANKOOP", "y"),
                door=toegang,
            )


class TestFormulier:
    @pytest.mark.parametrize(
        ("getypt", "bewaard"),
        [("77310000-6", "77310000-6"), ("77310000", "77310000"), ("7731 0000 6", "77310000-6"), ("", "")],
    )
    def test_cpv(self, getypt, bewaard):
        assert CpvVeld(required=False).clean(getypt) == bewaard

    @pytest.mark.parametrize("getypt", ["7731", "groen", "77310000-66"])
    def test_cpv_weigert(self, getypt):
        with pytest.raises(ValidationError, match="acht cijfers"):
            CpvVeld().clean(getypt)

    @pytest.mark.parametrize(("kbo", "geldig"), [("BE 0428.759.497", True), ("0428.759.498", False), ("", True)])
    def test_kbo_van_de_uitvoerder(self, kbo, geldig, ocmw):
        form = AankoopForm(
            {
                "opdracht": "Groen",
                "bestuur": ocmw.pk,
                "jaar": 2025,
                "bedrag": "1.250.000,50",
                "type": "VOORBEHOUDEN",
                "uitvoerder": "x",
                "uitvoerder_kbo": kbo,
            },
            besturen=Organisatie.objects.van_gebied(),
        )

        assert form.is_valid() == geldig, form.errors
        assert form.cleaned_data["bedrag"] == Decimal("1250000.50")


class TestConvenant:
    @pytest.fixture
    def convenant(self, gebied, toegang_regisseur):
        return services.convenant_bewaren(
            convenant=None, gegevens=ConvenantGegevens("Groen", date(2025, 1, 1)), door=toegang_regisseur
        )

    def test_een_actie_staat_op_de_lijst_van_de_trekker_tot_ze_klaar_is(self, convenant, ocmw, toegang_regisseur):
        wie = {"convenant": convenant, "door": toegang_regisseur, "vandaag": NU}
        services.actie_bewaren(actie=None, gegevens=ActieGegevens("Jobdag", ocmw, date(2026, 12, 1)), **wie)
        opvolging = Opvolging.objects.get()
        assert (opvolging.organisatie, opvolging.datum, opvolging.klaar_op) == (ocmw, date(2026, 12, 1), None)

        actie = LokaleActie.objects.get()
        services.actie_bewaren(
            actie=actie, gegevens=ActieGegevens("Jobdag", ocmw, date(2026, 12, 1), klaar_op=NU), **wie
        )
        opvolging.refresh_from_db()
        assert opvolging.klaar_op == NU

    def test_een_stand_zonder_dag_is_van_vandaag(self, convenant, toegang_regisseur):
        wie = {"convenant": convenant, "verbintenis": None, "door": toegang_regisseur, "vandaag": NU}
        services.verbintenis_bewaren(gegevens=VerbintenisGegevens("Stages", Decimal(10), stand=Decimal(4)), **wie)

        assert Verbintenis.objects.get().stand_op == NU
        with pytest.raises(DomainError, match="toekomst"):
            services.verbintenis_bewaren(
                gegevens=VerbintenisGegevens("x", stand=Decimal(1), stand_op=date(2027, 1, 1)), **wie
            )

    def test_paginas(self, als_regisseur, gebied, ocmw):
        als_regisseur.post(
            gebied_url("partners:convenant_toevoegen"), {"sector": "Social profit", "van": "01/01/2025"}
        )
        convenant = Sectorconvenant.objects.get()
        als_regisseur.post(
            gebied_url("partners:verbintenis_toevoegen", convenant.pk), {"tekst": "EVC", "streefgetal": "10.000"}
        )

        pagina = als_regisseur.get(gebied_url("partners:convenant", convenant.pk)).text
        assert "10.000" in pagina
        assert "Social profit" in als_regisseur.get(gebied_url("partners:convenanten")).text

    def test_aankoop_langs_het_scherm(self, als_regisseur, ocmw):
        gegevens = {"opdracht": "Poets", "bestuur": ocmw.pk, "jaar": 2026, "bedrag": "46500", "type": "SAMENAANKOOP"}

        antwoord = als_regisseur.post(gebied_url("partners:aankoop_toevoegen"), {**gegevens, "uitvoerder": "Schoon"})

        assert antwoord.status_code == 302
        assert SocialeAankoop.objects.get().bedrag == 46500
        assert als_regisseur.get(gebied_url("partners:aankopen_excel")).status_code == 200
