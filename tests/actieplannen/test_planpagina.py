"""The list of plans, one plan as a tree, what it lacks, and the same over the years."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actieplannen.models import Actiebudget, Kwartaalstand
from actieplannen.selectors.jaren import actie_over_de_jaren, doelstelling_over_de_jaren
from actieplannen.selectors.plannen import volgend_planjaar
from actieplannen.selectors.planpagina import planblad
from actieplannen.selectors.volledigheid import Deel, volledigheid_van
from regie.core.http import gebied_url
from tests.factories import ActieFactory, ActieindicatorFactory, DoelstellingFactory, PlanFactory

VANDAAG = date(2026, 11, 23)


def _volle_actie(**extra):
    waarden = {
        "omschrijving": "Wat we doen",
        "prioriteit": "WSE-LR2",
        "start": date(2026, 1, 1),
        "eind": date(2026, 12, 31),
        **extra,
    }
    actie = ActieFactory(**waarden)
    ActieindicatorFactory(actie=actie, streefwaarde=5)
    Actiebudget.objects.create(actie=actie, jaar=2026, gepland=10)
    return actie


def _stand(actie, kwartaal=3, kleur="GROEN", jaar=2026):
    return Kwartaalstand.objects.create(
        actie=actie, jaar=jaar, kwartaal=kwartaal, kleur=kleur, tekst="x", beantwoord_op=timezone.now()
    )


def _gaten(plan):
    volledigheid = volledigheid_van([plan], vandaag=VANDAAG)[plan.pk]
    return volledigheid, [gat for rij in volledigheid.met_gaten for gat in rij.gaten]


class TestVolledigheid:
    def test_een_lege_actie_mist_alles_behalve_haar_titel(self, gebied):
        actie = ActieFactory(doelstelling__plan__soort="EIGEN")

        volledigheid, gaten = _gaten(actie.doelstelling.plan)

        assert set(gaten) == set(Deel) - {Deel.TITEL, Deel.STAND}
        assert volledigheid.percentage == 100 // 7

    @pytest.mark.parametrize(
        ("status", "voortgang", "start", "stand", "gat"),
        [
            ("GOEDGEKEURD", "LOPEND", date(2026, 1, 1), None, True),
            ("GOEDGEKEURD", "LOPEND", date(2026, 1, 1), 2, True),
            ("GOEDGEKEURD", "LOPEND", date(2026, 1, 1), 3, False),
            ("GOEDGEKEURD", "KLAAR", date(2026, 1, 1), None, False),
            ("GOEDGEKEURD", "LOPEND", date(2026, 11, 1), None, False),
            ("CONCEPT", "LOPEND", date(2026, 1, 1), None, False),
        ],
    )
    def test_de_stand_van_het_laatste_kwartaal(self, regisseur, status, voortgang, start, stand, gat):
        actie = _volle_actie(
            doelstelling__plan__status=status, voortgang=voortgang, start=start, trekker=regisseur.user
        )
        if stand:
            _stand(actie, stand)

        assert _gaten(actie.doelstelling.plan)[1] == ([Deel.STAND] if gat else [])

    def test_wat_leeg_is_wordt_genoemd(self, gebied):
        plan = PlanFactory(jaar=2026)
        leeg = DoelstellingFactory(plan=plan)
        boven = DoelstellingFactory(plan=plan)
        ActieFactory(doelstelling=DoelstellingFactory(plan=plan, ouder=boven), prioriteit="WSE-LR3")

        volledigheid, _ = _gaten(plan)

        assert volledigheid.lege_doelstellingen == [leeg]
        assert [p.value for p in volledigheid.lege_prioriteiten] == ["WSE-LR1", "WSE-LR2", "WSE-LR4"]

    def test_alleen_de_regierol_moet_elke_prioriteit_hebben(self, gebied):
        assert _gaten(PlanFactory(soort="VDAB"))[0].lege_prioriteiten == []
        assert _gaten(PlanFactory(jaar=2021))[0].lege_prioriteiten == []

    def test_evenveel_vragen_voor_een_plan_als_voor_vijf(self, gebied, django_assert_num_queries):
        plannen = [ActieFactory(doelstelling__plan__status="GOEDGEKEURD").doelstelling.plan for _ in range(5)]
        volledigheid_van(plannen, vandaag=VANDAAG)

        with django_assert_num_queries(3):
            volledigheid_van(plannen, vandaag=VANDAAG)

    def test_de_pagina_leidt_naar_de_plek(self, als_regisseur):
        actie = ActieFactory()

        inhoud = als_regisseur.get(
            gebied_url("actieplannen:plan_volledigheid", actie.doelstelling.plan.pk)
        ).content.decode()

        assert f"{gebied_url('actieplannen:actie_bijwerken', actie.pk)}#id_trekker" in inhoud
        assert gebied_url("actieplannen:actie_geld", actie.pk) in inhoud


class TestLijst:
    def test_dit_jaar_eerst_dan_wat_komt_dan_wat_voorbij_is(self, als_regisseur):
        nu = timezone.localdate().year
        for jaar in (nu - 1, nu, nu + 1, nu - 2):
            PlanFactory(jaar=jaar)

        antwoord = als_regisseur.get(gebied_url("actieplannen:lijst"))

        assert [jaar for jaar, _, _ in antwoord.context["jaren"]] == [nu, nu + 1, nu - 1, nu - 2]

    def test_leeg_toont_waar_je_mee_begint(self, als_regisseur):
        inhoud = als_regisseur.get(gebied_url("actieplannen:lijst")).content.decode()

        assert gebied_url("actieplannen:plan_sjabloon", "regierol") in inhoud
        assert gebied_url("actieplannen:plan_leeg") in inhoud

    def test_wie_alleen_leest_begint_geen_plan(self, als_begeleider):
        inhoud = als_begeleider.get(gebied_url("actieplannen:lijst")).content.decode()

        assert gebied_url("actieplannen:plan_beginnen") not in inhoud
        assert gebied_url("actieplannen:plan_leeg") not in inhoud

    def test_vijf_plannen_vragen_niet_meer_dan_een(self, als_regisseur, django_assert_max_num_queries):
        url = gebied_url("actieplannen:lijst")
        ActieFactory(doelstelling__plan__status="GOEDGEKEURD")
        als_regisseur.get(url)
        with CaptureQueriesContext(connection) as met_een:
            als_regisseur.get(url)
        for _ in range(4):
            ActieFactory(doelstelling__plan__status="GOEDGEKEURD")

        with django_assert_max_num_queries(len(met_een)):
            als_regisseur.get(url)

    @pytest.mark.parametrize(("bestaat", "na", "verwacht"), [((), 0, 2026), ((2026,), 0, 2027), ((2026,), 2027, 2028)])
    def test_het_volgende_jaar_zonder_plan(self, gebied, bestaat, na, verwacht):
        for jaar in bestaat:
            PlanFactory(jaar=jaar)

        assert volgend_planjaar(VANDAAG, na=na) == verwacht


class TestBoom:
    def test_alleen_een_prioriteit_met_wat_erboven_staat(self, gebied):
        plan = PlanFactory()
        boven, leeg = (DoelstellingFactory(plan=plan, volgorde=i) for i in (1, 2))
        onder = DoelstellingFactory(plan=plan, ouder=boven)
        wel = ActieFactory(doelstelling=onder, prioriteit="WSE-LR2")
        ActieFactory(doelstelling=onder, prioriteit="WSE-LR1")
        ActieFactory(doelstelling=leeg, prioriteit="WSE-LR1")

        blad = planblad(plan, prioriteit="WSE-LR2", vandaag=VANDAAG)

        assert [doel.tak.doelstelling for doel in blad.doelen] == [boven]
        assert [(rij.nummer, rij.actie) for rij in blad.doelen[0].onder[0].acties] == [("1.1.1", wel)]
        assert (blad.getoond, blad.aantal_acties) == (1, 3)
        assert [teller.aantal for teller in blad.prioriteiten] == [2, 1, 0, 0]

    def test_stand_en_indicator_bij_hun_actie(self, gebied):
        actie = ActieFactory(doelstelling__plan__jaar=2026)
        ActieFactory(doelstelling=actie.doelstelling)
        indicator = ActieindicatorFactory(actie=actie)
        _stand(actie, 2, "ROOD")
        laatste = _stand(actie, 3, "ORANJE")

        eerste, tweede = planblad(actie.doelstelling.plan, vandaag=VANDAAG).doelen[0].acties

        assert (eerste.stand, [s.indicator for s in eerste.indicatoren]) == (laatste, [indicator])
        assert (tweede.stand, tweede.indicatoren) == (None, [])

    def test_tien_acties_vragen_niet_meer_dan_een(self, als_regisseur, django_assert_max_num_queries):
        doel = DoelstellingFactory()
        for _ in range(10):
            ActieindicatorFactory(actie=ActieFactory(doelstelling=doel))
        url = gebied_url("actieplannen:plan", doel.plan.pk)
        als_regisseur.get(url)

        with django_assert_max_num_queries(24):
            antwoord = als_regisseur.get(url)

        assert antwoord.content.decode().count('class="actierij"') == 10

    def test_wie_leest_ziet_geen_knoppen(self, als_begeleider):
        doel = DoelstellingFactory()

        inhoud = als_begeleider.get(gebied_url("actieplannen:plan", doel.plan.pk)).content.decode()

        assert doel.titel in inhoud
        assert gebied_url("actieplannen:doelstelling_bijwerken", doel.pk) not in inhoud


class TestOverDeJaren:
    @pytest.fixture
    def jaren(self, gebied):
        """The same action in two years, and a stranger."""
        oud = ActieFactory(doelstelling__plan__jaar=2025, doelstelling__plan__titel="Plan 2025")
        nieuw = ActieFactory(
            reeks=oud.reeks,
            doelstelling__plan__jaar=2026,
            doelstelling__plan__titel="Plan 2026",
            doelstelling__reeks=oud.doelstelling.reeks,
            voortgang="KLAAR",
        )
        ActieFactory(doelstelling__plan__jaar=2026)
        reeks = None
        for actie, waarde in ((oud, 4), (nieuw, 7)):
            indicator = ActieindicatorFactory(actie=actie, eenheid="", **({"reeks": reeks} if reeks else {}))
            reeks = indicator.reeks
            jaar = actie.doelstelling.plan.jaar
            indicator.metingen.create(jaar=jaar, kwartaal=1, op=date(jaar, 3, 31), waarde=waarde)
            Actiebudget.objects.create(actie=actie, jaar=jaar, gepland=100 * waarde, besteed="12.34")
        _stand(oud, 4, "ROOD", jaar=2025)
        return oud, nieuw

    def test_een_actie(self, jaren):
        oud, nieuw = jaren

        reeks = actie_over_de_jaren(nieuw, vandaag=VANDAAG)

        assert [(rij.plan.jaar, rij.actie) for rij in reeks.jaren] == [(2025, oud), (2026, nieuw)]
        assert [rij.bedragen.gepland for rij in reeks.jaren] == [400, 700]
        assert [rij.stand.kleur if rij.stand else "" for rij in reeks.jaren] == ["ROOD", ""]
        assert [cijfer.getoond for rij in reeks.jaren for cijfer in rij.cijfers] == ["4", "7"]
        assert [grafiek.titel.split(": ")[1] for grafiek in reeks.grafieken] == ["van 4 naar 7"]

    def test_een_doelstelling(self, jaren):
        oud, nieuw = jaren

        reeks = doelstelling_over_de_jaren(oud.doelstelling, vandaag=VANDAAG)

        assert [(rij.plan.jaar, len(rij.acties), rij.klaar) for rij in reeks.jaren] == [(2025, 1, 0), (2026, 1, 1)]
        assert [rij.bedragen.gepland for rij in reeks.jaren] == [400, 700]
        assert [cel[0] for cel in reeks.acties[0].per_jaar] == [oud, nieuw]
        assert reeks.grafiek is not None

    def test_de_paginas(self, als_begeleider, jaren):
        for naam, rij in (("actie_jaren", jaren[1]), ("doelstelling_jaren", jaren[1].doelstelling)):
            inhoud = als_begeleider.get(gebied_url(f"actieplannen:{naam}", rij.pk)).content.decode()

            assert "Plan 2025" in inhoud
            assert "Plan 2026" in inhoud
