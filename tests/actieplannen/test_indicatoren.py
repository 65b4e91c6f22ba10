"""Indicators and their values: who may, what is refused, and that nothing typed gets lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from actieplannen.models import Actieindicator, Amendement, Meting
from actieplannen.services.bevriezen import kwartalen_bevriezen
from actieplannen.services.indicatoren import (
    IndicatorGegevens,
    indicator_bijwerken,
    indicator_toevoegen,
    indicator_verplaatsen,
    indicator_wissen,
)
from actieplannen.services.metingen import (
    Kwartaalwaarde,
    meting_terugzetten,
    meting_zetten,
    metingen_inladen,
)
from regie.core.exceptions import DomainError, DomainErrors, Verouderd
from regie.core.http import gebied_url
from regie.core.inlezen.bestand import lees_bestand
from tests.cijfers.hulp import lopend
from tests.factories import ActieFactory, ActieindicatorFactory, DoelstellingFactory, OrganisatieFactory, PlanFactory

VANDAAG = date(2026, 11, 23)
GEGEVENS = IndicatorGegevens("Deelnemers aan de vorming", eenheid="deelnemers", streefwaarde=Decimal(40))


@pytest.fixture
def plan(gebied):
    return PlanFactory(jaar=timezone.localdate().year)


@pytest.fixture
def actie(plan):
    return ActieFactory(doelstelling__plan=plan, titel="Rijbewijsproject")


@pytest.fixture
def indicator(actie):
    return ActieindicatorFactory(actie=actie, naam="Deelnemers", definitie="Wie minstens één keer kwam.")


def keur_goed(plan):
    plan.status = "GOEDGEKEURD"
    plan.save()


class TestDienst:
    def test_toevoegen_bijwerken_en_wissen(self, actie, toegang_regisseur):
        rij = indicator_toevoegen(actie=actie, gegevens=GEGEVENS, door=toegang_regisseur)
        assert (rij.volgorde, rij.streefwaarde) == (0, 40)

        nieuw = IndicatorGegevens("Deelnemers", streefwaarde=Decimal(50))
        indicator_bijwerken(indicator=rij, gegevens=nieuw, versie=1, door=toegang_regisseur)
        rij.refresh_from_db()
        assert (rij.naam, rij.streefwaarde, rij.versie) == ("Deelnemers", 50, 2)

        indicator_wissen(indicator=rij, door=toegang_regisseur)
        assert not Actieindicator.objects.exists()

    def test_wie_later_komt_overschrijft_niets(self, indicator, toegang_regisseur):
        indicator_bijwerken(indicator=indicator, gegevens=GEGEVENS, versie=1, door=toegang_regisseur)

        with pytest.raises(Verouderd):
            indicator_bijwerken(
                indicator=indicator, gegevens=IndicatorGegevens("Anders"), versie=1, door=toegang_regisseur
            )

    def test_in_een_goedgekeurd_plan_is_het_een_amendement_met_reden(self, plan, indicator, toegang_regisseur):
        keur_goed(plan)
        with pytest.raises(DomainError, match="Schrijf waarom"):
            indicator_bijwerken(indicator=indicator, gegevens=GEGEVENS, versie=1, door=toegang_regisseur)

        indicator_bijwerken(
            indicator=indicator, gegevens=GEGEVENS, versie=1, door=toegang_regisseur, reden="Meer vraag dan verwacht."
        )

        amendement = Amendement.objects.get()
        assert ["streefwaarde", "niets", "40,00"] in amendement.wijzigingen
        assert amendement.actie_reeks == indicator.actie.reeks

    def test_een_medewerker_alleen_bij_eigen_acties(self, actie, toegang):
        with pytest.raises(DomainError, match="Alleen de regisseur"):
            indicator_toevoegen(actie=actie, gegevens=GEGEVENS, door=toegang)

    @pytest.mark.parametrize(
        ("code", "filter_", "zin"),
        [
            ("", "", "Kies welk cijfer"),
            ("onzin", "", "Kies welk cijfer"),
            ("stopzetting", "ocmw", "bestaat alleen voor het hele gebied"),
            ("doorstroom", "instrument", "voor het hele gebied of per OCMW"),
            ("instroom", "beide", "nergens"),
            ("instroom", "partner", "OCMW van dit gebied"),
            ("start", "geen instrument", "instrument uit de lijst"),
        ],
    )
    def test_alleen_wat_een_pagina_toont_kan_gebonden_worden(self, actie, ocmw, toegang_regisseur, code, filter_, zin):
        partner = OrganisatieFactory(gebied=ocmw.gebied, gebruikersplaats=True)
        gegevens = IndicatorGegevens(
            "Cijfer",
            meetwijze="GEBONDEN",
            code=code,
            organisatie={"ocmw": ocmw, "beide": ocmw, "partner": partner}.get(filter_),
            instrument={"instrument": "ART60", "beide": "ART60", "geen instrument": "ONZIN"}.get(filter_, ""),
        )

        with pytest.raises(DomainError, match=zin):
            indicator_toevoegen(actie=actie, gegevens=gegevens, door=toegang_regisseur)

    def test_wat_bevroren_is_blijft(self, plan, actie, toegang_regisseur):
        keur_goed(plan)
        rij = ActieindicatorFactory(actie=actie, code="instroom")
        kwartalen_bevriezen(date(plan.jaar, 12, 31))

        with pytest.raises(DomainError, match="bevroren"):
            indicator_wissen(indicator=rij, door=toegang_regisseur, reden="weg ermee")

    def test_met_waarden_wordt_een_indicator_niet_gebonden(self, indicator, toegang_regisseur):
        meting_zetten(
            indicator=indicator, jaar=2026, kwartaal=1, waarde=Decimal(3), door=toegang_regisseur, vandaag=VANDAAG
        )
        gebonden = IndicatorGegevens("Instroom", meetwijze="GEBONDEN", code="instroom")

        with pytest.raises(DomainError, match="nieuwe indicator"):
            indicator_bijwerken(indicator=indicator, gegevens=gebonden, versie=1, door=toegang_regisseur)

    def test_verplaatsen(self, actie, toegang_regisseur):
        a, b, c = (ActieindicatorFactory(actie=actie, volgorde=0, naam=naam) for naam in "abc")

        indicator_verplaatsen(indicator=c, stap=-1, door=toegang_regisseur)
        indicator_verplaatsen(indicator=a, stap=-1, door=toegang_regisseur)

        assert [rij.naam for rij in Actieindicator.objects.order_by("volgorde")] == ["a", "c", "b"]
        assert b.actie == actie


class TestMeting:
    def zet(self, indicator, waarde, door, **anders):
        vast = {"jaar": 2026, "kwartaal": 2, "vandaag": VANDAAG}
        waarde = None if waarde is None else Decimal(waarde)
        return meting_zetten(indicator=indicator, waarde=waarde, door=door, **{**vast, **anders})

    def test_zetten_wijzigen_en_wissen_met_wie(self, indicator, toegang_regisseur):
        meting = self.zet(indicator, "12.5", toegang_regisseur, bron="aanwezigheidslijsten")
        assert (meting.waarde, meting.bron, meting.door_id) == (
            Decimal("12.5"),
            "aanwezigheidslijsten",
            toegang_regisseur.user_id,
        )
        assert meting.op == date(2026, 6, 30)

        self.zet(indicator, "14", toegang_regisseur)
        assert Meting.objects.get().waarde == 14

        assert self.zet(indicator, None, toegang_regisseur) is None
        assert not Meting.objects.exists()

    def test_een_kwartaal_dat_loopt_telt_tot_vandaag(self, indicator, toegang_regisseur):
        assert self.zet(indicator, "3", toegang_regisseur, kwartaal=4).op == VANDAAG

    def test_ongedaan_maken_en_opnieuw(self, indicator, toegang_regisseur):
        wie = {"indicator": indicator, "jaar": 2026, "kwartaal": 2, "door": toegang_regisseur, "vandaag": VANDAAG}
        self.zet(indicator, "12", toegang_regisseur)
        self.zet(indicator, "14", toegang_regisseur)

        assert meting_terugzetten(**wie).waarde == 12
        assert meting_terugzetten(**wie).waarde == 14
        self.zet(indicator, None, toegang_regisseur)
        assert meting_terugzetten(**wie).waarde == 14

    def test_de_eerste_waarde_ongedaan_maken_wist_ze(self, indicator, toegang_regisseur):
        self.zet(indicator, "12", toegang_regisseur)

        terug = meting_terugzetten(indicator=indicator, jaar=2026, kwartaal=2, door=toegang_regisseur, vandaag=VANDAAG)

        assert terug is None
        assert not Meting.objects.exists()

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"jaar": 2025}, "Dit plan gaat over 2026"),
            ({"kwartaal": 4, "vandaag": date(2026, 9, 30)}, "begint pas op 01/10/2026"),
        ],
    )
    def test_geweigerd_in_woorden(self, indicator, toegang_regisseur, anders, zin):
        with pytest.raises(DomainError, match=zin):
            self.zet(indicator, "3", toegang_regisseur, **anders)

    def test_gebonden_verantwoord_of_van_een_ander(self, plan, actie, indicator, toegang, toegang_regisseur):
        with pytest.raises(DomainError, match="telt zichzelf"):
            self.zet(ActieindicatorFactory(actie=actie, code="instroom"), "3", toegang_regisseur)
        with pytest.raises(DomainError, match="opvolgen"):
            self.zet(indicator, "3", toegang)
        plan.status = "VERANTWOORD"
        plan.save()
        with pytest.raises(DomainError, match="verantwoord"):
            self.zet(indicator, "3", toegang_regisseur)

    def test_de_trekker_mag(self, indicator, toegang):
        indicator.actie.trekker_id = toegang.user_id
        indicator.actie.save()

        assert self.zet(indicator, "3", toegang).waarde == 3


class TestInladen:
    def rij(self, indicator, waarde="3", kwartaal=1, jaar=2026):
        return Kwartaalwaarde(indicator, jaar, kwartaal, Decimal(waarde))

    def laad(self, waarden, door):
        return metingen_inladen(waarden=waarden, bestand="lijst.xlsx", door=door, vandaag=VANDAAG)

    def test_een_tweede_keer_verandert_niets(self, indicator, toegang_regisseur):
        waarden = [self.rij(indicator), self.rij(indicator, "7.5", 2)]
        eerste = self.laad(waarden, toegang_regisseur)
        stempels = list(Meting.objects.values_list("pk", "created_at"))

        tweede = self.laad(waarden, toegang_regisseur)

        assert (eerste.nieuw, tweede.nieuw, tweede.gewijzigd, tweede.gelijk) == (2, 0, 0, 2)
        assert list(Meting.objects.values_list("pk", "created_at")) == stempels
        assert Meting.objects.first().bron == "ingeladen uit lijst.xlsx"

    def test_alles_of_niets_met_elke_reden(self, actie, indicator, toegang_regisseur):
        gebonden = ActieindicatorFactory(actie=actie, code="instroom", naam="Instroom")
        waarden = [self.rij(indicator), self.rij(indicator, "9"), self.rij(gebonden), self.rij(indicator, jaar=2020)]

        with pytest.raises(DomainErrors) as fout:
            self.laad(waarden, toegang_regisseur)

        assert len(fout.value.meldingen) == 3
        assert not Meting.objects.exists()


def post_bestand(client, plan, tekst: str, naam: str = "waarden.csv"):
    return client.post(
        gebied_url("actieplannen:metingen_inladen", plan.pk),
        {"bestand": SimpleUploadedFile(naam, tekst.encode())},
    )


def als_velden(antwoord) -> dict[str, str]:
    """What a browser would send back from the page with rows."""
    velden = {"bestand": antwoord.context["bestand"]}
    rijen = antwoord.context["rijen"]
    velden |= {"form-TOTAL_FORMS": str(len(rijen)), "form-INITIAL_FORMS": "0"}
    for form in rijen:
        velden |= {veld.html_name: veld.value() or "" for veld in form if veld.name != "overslaan"}
    return velden


class TestInlaadpagina:
    def test_van_bestand_tot_waarde(self, als_regisseur, plan, indicator):
        antwoord = post_bestand(
            als_regisseur, plan, f"Indicator;Jaar;Kwartaal;Waarde\nDEELNEMERS;{plan.jaar};Q1;12,5\nDeelnemers;;2;\n"
        )
        assert antwoord.status_code == 200
        assert "1 rij zonder waarde" in antwoord.text

        antwoord = als_regisseur.post(
            gebied_url("actieplannen:metingen_inladen", plan.pk), als_velden(antwoord), follow=True
        )

        assert "1 waarde toegevoegd" in antwoord.text
        meting = Meting.objects.get()
        assert (meting.kwartaal, meting.waarde) == (1, Decimal("12.5"))

    def test_wat_we_niet_herkennen_wordt_gevraagd_en_niets_gaat_verloren(self, als_regisseur, plan, indicator):
        url = gebied_url("actieplannen:metingen_inladen", plan.pk)
        antwoord = post_bestand(
            als_regisseur, plan, "indicator;kwartaal;waarde\nDeelnames vorming;drie;veel\nDeelnemers;1;8\n"
        )
        assert antwoord.status_code == 422
        assert "We herkennen &#x27;Deelnames vorming&#x27; niet" in antwoord.text
        assert "Typ een getal" in antwoord.text
        velden = als_velden(antwoord)
        assert velden["form-0-waarde"] == "veel"

        assert als_regisseur.post(url, velden).status_code == 422
        assert not Meting.objects.exists()
        antwoord = als_regisseur.post(url, {**velden, "form-0-overslaan": "on"}, follow=True)

        assert "1 waarde toegevoegd" in antwoord.text

    def test_twee_met_dezelfde_naam_vragen_de_actie(self, als_regisseur, plan, indicator):
        doelstelling = DoelstellingFactory(plan=plan)
        ander = ActieindicatorFactory(
            naam="Deelnemers", actie=ActieFactory(doelstelling=doelstelling, titel="Lerend netwerk")
        )

        zonder = post_bestand(als_regisseur, plan, "indicator;kwartaal;waarde\nDeelnemers;1;8\n")
        met = post_bestand(als_regisseur, plan, "indicator;actie;kwartaal;waarde\nDeelnemers;lerend netwerk;1;8\n")

        assert zonder.status_code == 422
        assert als_velden(met)["form-0-indicator"] == str(ander.pk)

    @pytest.mark.parametrize(
        ("tekst", "zin"),
        [
            ("a;b\n1;2\n", "kolomnamen"),
            ("indicator;kwartaal\nDeelnemers;1\n", "kolom met de waarde"),
            ("indicator;waarde\nDeelnemers;\n", "geen enkele waarde"),
            ("", "leeg"),
        ],
    )
    def test_een_bestand_dat_niet_kan_zegt_waarom(self, als_regisseur, plan, indicator, tekst, zin):
        antwoord = post_bestand(als_regisseur, plan, tekst)

        assert antwoord.status_code == 422
        assert zin in antwoord.text

    def test_de_lijst_om_in_te_vullen_laadt_ongewijzigd(self, als_regisseur, plan, indicator, toegang_regisseur):
        meting_zetten(
            indicator=indicator,
            jaar=plan.jaar,
            kwartaal=1,
            waarde=Decimal("7.5"),
            door=toegang_regisseur,
            vandaag=timezone.localdate(),
        )
        inhoud = als_regisseur.get(gebied_url("actieplannen:metingen_sjabloon", plan.pk)).content
        (blad,) = lees_bestand("lijst.xlsx", inhoud)
        assert blad.rijen[1] == ["Rijbewijsproject", "Deelnemers", "", plan.jaar, 1, 7.5]
        assert len(blad.rijen) == 5

        url = gebied_url("actieplannen:metingen_inladen", plan.pk)
        antwoord = als_regisseur.post(url, {"bestand": SimpleUploadedFile("lijst.xlsx", inhoud)})

        assert "1 waarde gelijk" in als_regisseur.post(url, als_velden(antwoord), follow=True).text


class TestPaginas:
    def test_binden_in_twee_stappen(self, als_regisseur, plan, actie, ocmw):
        for _ in range(8):
            lopend(date(plan.jaar, 2, 2), ocmw)
        kiezen = als_regisseur.get(gebied_url("actieplannen:indicator_kiezen", actie.pk)).text
        assert "?cijfer=instroom" in kiezen
        url = gebied_url("actieplannen:indicator_toevoegen", actie.pk) + "?cijfer=instroom"

        pagina = als_regisseur.get(url).text
        assert "intakegesprek" in pagina
        assert "&lt; 5" in pagina
        assert "<strong>8</strong>" in pagina
        antwoord = als_regisseur.post(
            url,
            {"naam": "Instroom", "waarvoor": f"ocmw:{ocmw.pk}", "richting": "OMHOOG", "streefwaarde": "10"},
            follow=True,
        )

        assert "80 % van de streefwaarde" in antwoord.text
        rij = Actieindicator.objects.get()
        assert (rij.code, rij.organisatie, rij.eenheid) == ("instroom", ocmw, "")

    @pytest.mark.parametrize("later", [0, 1])
    def test_biedt_het_laatste_hele_jaar_aan_als_nulmeting(self, als_regisseur, plan, actie, ocmw, later):
        """Also for the plan of next year, whose year before is not over."""
        for _ in range(6):
            lopend(date(plan.jaar - 1, 2, 2), ocmw)
        vorig = plan.jaar - 1
        plan.jaar += later
        plan.save()

        pagina = als_regisseur.get(gebied_url("actieplannen:indicator_toevoegen", actie.pk) + "?cijfer=instroom").text

        assert f"Neem 6 van {vorig} over als nulmeting" in pagina

    def test_kijken_en_overnemen_bewaart_niets_en_verliest_niets(self, als_regisseur, plan, actie, ocmw):
        for _ in range(6):
            lopend(date(plan.jaar - 1, 2, 2), ocmw)
        url = gebied_url("actieplannen:indicator_toevoegen", actie.pk) + "?cijfer=instroom"
        velden = {"naam": "Mijn naam", "waarvoor": "gebied", "richting": "OMHOOG", "streefwaarde": "xx"}

        antwoord = als_regisseur.post(url, {**velden, "neem": "1"})

        form = antwoord.context["form"]
        assert (form["naam"].value(), form["streefwaarde"].value(), form["nulmeting"].value()) == (
            "Mijn naam",
            "xx",
            "6",
        )
        assert als_regisseur.post(url, {**velden, "toon": "1"}).status_code == 200
        assert not Actieindicator.objects.exists()

    def test_een_geweigerd_formulier_houdt_wat_getypt_is(self, als_regisseur, actie):
        url = gebied_url("actieplannen:indicator_toevoegen", actie.pk)

        antwoord = als_regisseur.post(url, {"naam": "Deelnemers", "nulmeting": "veel", "richting": "OMHOOG"})

        assert antwoord.status_code == 422
        assert "Typ een getal, bijvoorbeeld 40 of 12,5." in antwoord.text
        assert 'value="veel"' in antwoord.text

    def test_wie_tweede_is_ziet_beide_versies_en_houdt_zijn_invoer(self, als_regisseur, indicator, toegang_regisseur):
        url = gebied_url("actieplannen:indicator_bewerken", indicator.pk)
        velden = {"naam": "Deelnemers", "meetwijze": "HAND", "definitie": "Wie kwam.", "richting": "OMHOOG"}
        indicator_bijwerken(indicator=indicator, gegevens=GEGEVENS, versie=1, door=toegang_regisseur)

        antwoord = als_regisseur.post(url, {**velden, "streefwaarde": "60", "versie": "1"})

        assert antwoord.status_code == 422
        assert "streefwaarde: nu 40,00, jij 60,00" in antwoord.text
        form = antwoord.context["form"]
        nog_eens = {veld.html_name: veld.value() or "" for veld in form}
        assert (nog_eens["versie"], nog_eens["streefwaarde"]) == ("2", "60")
        assert als_regisseur.post(url, nog_eens).status_code == 302
        indicator.refresh_from_db()
        assert indicator.streefwaarde == 60

    def test_een_onbekend_cijfer_is_er_niet(self, als_regisseur, actie):
        url = gebied_url("actieplannen:indicator_toevoegen", actie.pk)

        assert als_regisseur.get(url + "?cijfer=onzin").status_code == 404

    def test_waarde_invullen_met_ongedaan_maken(self, als_regisseur, indicator, plan):
        url = gebied_url("actieplannen:meting", indicator.pk, 1)

        antwoord = als_regisseur.post(url, {"waarde": "12,5", "bron": "lijsten"}, follow=True)
        assert "12,5" in antwoord.text
        assert gebied_url("actieplannen:meting_terug", indicator.pk, 1) in antwoord.text

        als_regisseur.post(gebied_url("actieplannen:meting_terug", indicator.pk, 1))
        assert not Meting.objects.exists()
        assert als_regisseur.get(gebied_url("actieplannen:meting", indicator.pk, 5)).status_code == 404

    def test_wie_niet_trekt_vult_niets_in(self, als_begeleider, indicator):
        assert als_begeleider.get(gebied_url("actieplannen:indicator", indicator.pk)).status_code == 200
        assert als_begeleider.get(gebied_url("actieplannen:meting", indicator.pk, 1)).status_code == 404

    def test_wissen_vraagt_een_bevestiging_en_in_een_vast_plan_een_reden(self, als_regisseur, plan, indicator):
        url = gebied_url("actieplannen:indicator_wissen", indicator.pk)
        assert als_regisseur.post(url, {"x": "1"}).status_code == 422
        keur_goed(plan)
        assert als_regisseur.post(url, {"bevestigd": "on"}).status_code == 422

        als_regisseur.post(url, {"bevestigd": "on", "reden": "Deze indicator zegt niets."})

        assert not Actieindicator.objects.exists()
        assert Amendement.objects.count() == 1

    def test_overzicht_toont_ook_acties_zonder_en_blijft_snel(
        self, als_regisseur, plan, actie, ocmw, django_assert_max_num_queries
    ):
        ActieFactory(doelstelling=actie.doelstelling, titel="Nog niets")
        for code in ("instroom", "doorstroom", "", ""):
            for _ in range(4):
                ActieindicatorFactory(actie=actie, code=code, streefwaarde=Decimal(10))

        with django_assert_max_num_queries(35):
            pagina = als_regisseur.get(gebied_url("actieplannen:indicatoren", plan.pk)).text

        assert "Acties zonder indicator" in pagina
        assert "Nog niets" in pagina
        assert "telt zichzelf" in pagina
