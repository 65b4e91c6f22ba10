"""A plan and its objectives: begin, change, remove, put back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actieplannen.models import Actie, Amendement, Doelstelling, Jaaractieplan
from actieplannen.services.doelstellingen import (
    doelstelling_bijwerken,
    doelstelling_terugzetten,
    doelstelling_toevoegen,
    doelstelling_wissen,
)
from actieplannen.services.plannen import PlanGegevens, plan_bijwerken, plan_maken, plan_wissen, waarom_niet_wissen
from regie.core.exceptions import DomainError, Verouderd
from regie.core.http import gebied_url
from tests.factories import ActieFactory, ActieindicatorFactory, DoelstellingFactory, PlanFactory


class TestPlan:
    def test_begint_als_leeg_concept(self, toegang_regisseur):
        plan = plan_maken(gegevens=PlanGegevens(2027, "Ons plan"), door=toegang_regisseur)

        assert (plan.status, plan.jaar, plan.doelstellingen.count()) == ("CONCEPT", 2027, 0)

    def test_alleen_de_regisseur(self, toegang):
        with pytest.raises(DomainError, match="regisseur"):
            plan_maken(gegevens=PlanGegevens(2027, "Ons plan"), door=toegang)

    def test_dezelfde_titel_kan_niet_twee_keer_in_een_jaar(self, toegang_regisseur):
        PlanFactory(jaar=2027, titel="Ons plan")

        with pytest.raises(ValidationError, match="al een plan met deze titel"):
            plan_maken(gegevens=PlanGegevens(2027, "Ons plan"), door=toegang_regisseur)

    def test_een_tweede_die_bewaart_hoort_het(self, toegang_regisseur):
        plan = PlanFactory(titel="Oud")
        waarden = {"plan": plan, "soort": "REGIEROL", "inleiding": "", "door": toegang_regisseur, "versie": 1}
        plan_bijwerken(titel="Nieuw", **waarden)

        with pytest.raises(Verouderd):
            plan_bijwerken(titel="Anders", **waarden)

    def test_wissen_neemt_alles_mee(self, toegang_regisseur):
        actie = ActieFactory()

        plan_wissen(plan=actie.doelstelling.plan, door=toegang_regisseur)

        assert not Jaaractieplan.objects.exists()
        assert not Actie.objects.exists()

    @pytest.mark.parametrize("status", ["INGEDIEND", "GOEDGEKEURD", "VERANTWOORD"])
    def test_alleen_een_concept_kan_weg(self, toegang_regisseur, status):
        with pytest.raises(DomainError, match="Alleen een concept"):
            plan_wissen(plan=PlanFactory(status=status), door=toegang_regisseur)

    def test_wat_gemeten_is_gaat_niet_verloren(self, toegang_regisseur):
        indicator = ActieindicatorFactory()
        indicator.metingen.create(jaar=2026, kwartaal=1, op="2026-03-31", waarde=3)

        with pytest.raises(DomainError, match="al gerapporteerd"):
            plan_wissen(plan=indicator.actie.doelstelling.plan, door=toegang_regisseur)

    def test_waarover_een_raad_besliste_blijft(self, toegang_regisseur, gebied):
        plan = PlanFactory()
        besluit = plan.raadsbesluiten.create(gemeente_id="31005")
        assert waarom_niet_wissen(plan) == []

        besluit.datum, besluit.uitspraak = date(2026, 3, 1), "GOEDGEKEURD"
        besluit.save()

        with pytest.raises(DomainError, match="gemeenteraad"):
            plan_wissen(plan=plan, door=toegang_regisseur)


class TestDoelstelling:
    def test_komt_achteraan(self, toegang_regisseur):
        plan = PlanFactory()
        eerste = doelstelling_toevoegen(plan=plan, titel="Een", door=toegang_regisseur)
        tweede = doelstelling_toevoegen(plan=plan, titel="Twee", door=toegang_regisseur)
        onder = doelstelling_toevoegen(plan=plan, titel="Onder", ouder=eerste, door=toegang_regisseur)

        assert [eerste.volgorde, tweede.volgorde, onder.volgorde] == [1, 2, 1]

    def test_hoogstens_twee_niveaus(self, toegang_regisseur):
        onder = DoelstellingFactory(ouder=DoelstellingFactory())

        with pytest.raises(DomainError, match="strategische"):
            doelstelling_toevoegen(plan=onder.plan, titel="Te diep", ouder=onder, door=toegang_regisseur)

    def test_ouder_van_een_ander_plan_kan_niet(self, toegang_regisseur):
        with pytest.raises(DomainError, match="ander plan"):
            doelstelling_toevoegen(plan=PlanFactory(), titel="X", ouder=DoelstellingFactory(), door=toegang_regisseur)

    def test_wijzigen_in_een_goedgekeurd_plan_is_een_amendement(self, toegang_regisseur):
        doel = DoelstellingFactory(plan__status="GOEDGEKEURD", titel="Oud")
        waarden = {"doelstelling": doel, "titel": "Nieuw", "toelichting": "", "door": toegang_regisseur}

        with pytest.raises(DomainError, match="Schrijf waarom"):
            doelstelling_bijwerken(**waarden)
        doelstelling_bijwerken(reden="De raad vroeg het", **waarden)

        amendement = Amendement.objects.get()
        assert amendement.wijzigingen == [["doelstelling", "Oud", "Nieuw"]]
        assert amendement.reden == "De raad vroeg het"

    def test_een_lege_komt_terug_zoals_ze_was(self, toegang_regisseur):
        boven = DoelstellingFactory()
        doel = DoelstellingFactory(plan=boven.plan, ouder=boven, titel="Weg", toelichting="Waarom", volgorde=3)
        doelstelling_wissen(doelstelling=doel, door=toegang_regisseur)

        terug = doelstelling_terugzetten(plan=boven.plan, doelstelling_id=doel.pk, door=toegang_regisseur)

        velden = ("pk", "titel", "toelichting", "ouder_id", "volgorde", "reeks")
        assert [getattr(terug, veld) for veld in velden] == [getattr(doel, veld) for veld in velden]

    def test_terugzetten_kan_alleen_wat_in_dit_plan_stond(self, toegang_regisseur):
        doel = DoelstellingFactory()
        doelstelling_wissen(doelstelling=doel, door=toegang_regisseur)

        with pytest.raises(DomainError, match="niet meer terug"):
            doelstelling_terugzetten(plan=PlanFactory(), doelstelling_id=doel.pk, door=toegang_regisseur)

    def test_in_een_goedgekeurd_plan_verdwijnt_geen_actie(self, toegang_regisseur):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")

        with pytest.raises(DomainError, match="verdwijnt er niet meer uit"):
            doelstelling_wissen(doelstelling=actie.doelstelling, reden="weg", door=toegang_regisseur)


class TestPaginas:
    def test_doelstelling_toevoegen_en_weer_weg(self, als_regisseur):
        plan = PlanFactory()
        url = gebied_url("actieplannen:doelstelling_toevoegen", plan.pk)
        assert als_regisseur.post(url, {"titel": ""}).status_code == 422
        als_regisseur.post(url, {"titel": "Meer doorstroom", "toelichting": ""})
        doel = Doelstelling.objects.get()

        antwoord = als_regisseur.post(gebied_url("actieplannen:doelstelling_wissen", doel.pk), follow=True)
        terug_url = gebied_url("actieplannen:doelstelling_terugzetten", plan.pk, doel.pk)
        assert terug_url in antwoord.content.decode()
        als_regisseur.post(terug_url)

        assert Doelstelling.objects.get().titel == "Meer doorstroom"

    def test_onder_een_strategische(self, als_regisseur):
        boven = DoelstellingFactory()
        url = gebied_url("actieplannen:doelstelling_toevoegen", boven.plan.pk)
        als_regisseur.post(f"{url}?onder={boven.pk}", {"titel": "Eronder", "toelichting": ""})

        assert Doelstelling.objects.get(titel="Eronder").ouder == boven

    def test_twee_mensen_tegelijk_zien_beide_versies(self, als_regisseur, toegang_regisseur):
        doel = DoelstellingFactory(titel="Toen")
        url = gebied_url("actieplannen:doelstelling_bijwerken", doel.pk)
        velden = als_regisseur.get(url).context["form"].initial
        doelstelling_bijwerken(
            doelstelling=doel, titel="Van een collega", toelichting="", versie=1, door=toegang_regisseur
        )
        mijn = {"titel": "Van mij", "toelichting": "", "versie": "1", "geopend": velden["geopend"]}

        antwoord = als_regisseur.post(url, mijn)

        inhoud = antwoord.content.decode()
        assert antwoord.status_code == 422
        assert "Van een collega" in inhoud
        assert "Van mij" in inhoud
        als_regisseur.post(url, mijn | {"nu_versie": "2", "keuze:titel": "mijn"})
        assert Doelstelling.objects.get().titel == "Van mij"

    def test_plan_wissen_zegt_wat_er_meegaat(self, als_regisseur):
        actie = ActieFactory()
        url = gebied_url("actieplannen:plan_wissen", actie.doelstelling.plan.pk)

        assert "1 doelstelling en 1 actie" in als_regisseur.get(url).content.decode()
        als_regisseur.post(url)
        assert not Jaaractieplan.objects.exists()
