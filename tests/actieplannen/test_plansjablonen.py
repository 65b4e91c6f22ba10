"""Templates: their texts fit in a plan, their figures exist, and a plan can begin with them."""

import pytest

from actieplannen.enums import Prioriteit
from actieplannen.models import Actie, Actieindicator, Amendement, Jaaractieplan
from actieplannen.selectors.sjablonen import actiesjablonen, plansjablonen
from actieplannen.services.plannen import PlanGegevens
from actieplannen.services.sjablonen import actie_uit_sjabloon, plan_uit_sjabloon
from regie.cijfers.selectors.gebonden import Binding, is_geldig
from regie.core.http import gebied_url
from tests.factories import DoelstellingFactory

PLANNEN, ACTIES = list(plansjablonen()), list(actiesjablonen())


class TestInhoud:
    @pytest.mark.parametrize("code", ACTIES)
    def test_elke_actie_past_en_is_te_meten(self, gebied, toegang_regisseur, code):
        doel = DoelstellingFactory(plan__jaar=2027)

        actie = actie_uit_sjabloon(doelstelling=doel, sjabloon=actiesjablonen()[code], door=toegang_regisseur)

        actie.full_clean()
        assert (actie.start.year, actie.eind.year) == (2027, 2027)
        assert "Bewijs om te bewaren" in actie.omschrijving
        for indicator in actie.indicatoren.all():
            indicator.full_clean()
            assert not indicator.code or is_geldig(Binding(indicator.code))
        assert actie.indicatoren.exists()

    @pytest.mark.parametrize("code", PLANNEN)
    def test_elk_plan(self, gebied, toegang_regisseur, code):
        sjabloon = plansjablonen()[code]
        gegevens = PlanGegevens(2027, sjabloon.voorstel_titel.format(jaar=2027), sjabloon.soort, sjabloon.inleiding)

        plan = plan_uit_sjabloon(gegevens=gegevens, sjabloon=sjabloon, door=toegang_regisseur)

        for doel in plan.doelstellingen.all():
            doel.full_clean()
        assert Actie.objects.van_plan(plan).count() == len(sjabloon.acties)
        reeksen = Actieindicator.objects.filter(actie__doelstelling__plan=plan).values_list("reeks", flat=True)
        assert len(set(reeksen)) == len(reeksen)

    def test_de_regierol_raakt_alle_prioriteiten(self):
        assert {actie.prioriteit for actie in plansjablonen()["regierol"].acties} == set(Prioriteit)

    def test_vdab_heeft_tien_doelstellingen_elk_met_een_actie(self):
        doelen = plansjablonen()["vdab"].doelstellingen

        assert len(doelen) == 10
        assert all(doel.acties for doel in doelen)


class TestPaginas:
    def test_bekijken_en_beginnen(self, als_regisseur):
        url = gebied_url("actieplannen:plan_sjabloon", "regierol")
        inhoud = als_regisseur.get(url).content.decode()
        assert "Rijbewijsproject" in inhoud
        assert "voorstel van Regiekompas" in inhoud

        als_regisseur.post(url, {"jaar": "2027", "soort": "REGIEROL", "titel": "Ons plan", "inleiding": "Samen"})

        plan = Jaaractieplan.objects.get()
        assert (plan.titel, plan.inleiding, plan.doelstellingen.filter(ouder=None).count()) == ("Ons plan", "Samen", 4)

    def test_een_sjabloon_dat_niet_bestaat(self, als_regisseur):
        assert als_regisseur.get(gebied_url("actieplannen:plan_sjabloon", "bestaat-niet")).status_code == 404

    def test_actie_uit_sjabloon(self, als_regisseur):
        doel = DoelstellingFactory()
        url = gebied_url("actieplannen:actie_sjabloon", doel.pk)
        assert "Circulaire hub" in als_regisseur.get(url).content.decode()

        antwoord = als_regisseur.post(url, {"sjabloon": "rijbewijs"})

        actie = Actie.objects.get()
        assert antwoord["Location"] == gebied_url("actieplannen:actie", actie.pk)
        assert (actie.titel, actie.prioriteit) == ("Rijbewijsproject", "WSE-LR2")

    def test_in_een_goedgekeurd_plan_met_reden(self, als_regisseur):
        doel = DoelstellingFactory(plan__status="GOEDGEKEURD")
        url = gebied_url("actieplannen:actie_sjabloon", doel.pk)

        assert als_regisseur.post(url, {"sjabloon": "rijbewijs", "reden": ""}).status_code == 422
        als_regisseur.post(url, {"sjabloon": "rijbewijs", "reden": "Extra middelen"})

        assert Amendement.objects.get().reden == "Extra middelen"

    def test_wie_leest_bekijkt_de_sjablonen(self, als_begeleider):
        antwoord = als_begeleider.get(gebied_url("actieplannen:sjablonen"))

        assert antwoord.status_code == 200
        assert "Bekijken en beginnen" not in antwoord.content.decode()
