"""Another year from this one: what comes along, what stays behind, what the years keep in common."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from actieplannen.models import (
    Actie,
    Actiebudget,
    Actiepartner,
    Bewijsstuk,
    Doelstelling,
    Jaaractieplan,
    Kwartaalstand,
    Meting,
    Opmerking,
)
from actieplannen.models.opvolging import Actieindicator
from actieplannen.services.overnemen import Keuze, plan_uit_plan
from actieplannen.services.plannen import PlanGegevens
from regie.core.http import gebied_url
from tests.factories import ActieFactory, ActieindicatorFactory, DoelstellingFactory, OrganisatieFactory, PlanFactory


@pytest.fixture
def bron(gebied, regisseur):
    """One plan with one finished and one running action, about which everything was reported."""
    plan = PlanFactory(jaar=2026, titel="Plan 2026", status="GOEDGEKEURD")
    boven = DoelstellingFactory(plan=plan, titel="Boven", volgorde=1)
    onder = DoelstellingFactory(plan=plan, ouder=boven, titel="Onder", volgorde=1)
    DoelstellingFactory(plan=plan, titel="Los", volgorde=2)
    ActieFactory(doelstelling=boven, titel="Klaar", voortgang="KLAAR")
    actie = ActieFactory(
        doelstelling=onder,
        titel="Loopt",
        voortgang="LOPEND",
        start=date(2026, 2, 1),
        eind=date(2026, 12, 31),
        trekker=regisseur.user,
        trekker_organisatie=regisseur.organisatie,
        prioriteit="WSE-LR2",
        risicos="Te weinig lesgevers",
    )
    Actiepartner.objects.create(actie=actie, organisatie=OrganisatieFactory(gebied=gebied), bijdrage="lesgevers")
    Actiebudget.objects.create(actie=actie, jaar=2026, gepland="100.50", besteed="80.25", vte_gepland="0.50")
    indicator = ActieindicatorFactory(actie=actie, nulmeting=1, streefwaarde=9)
    for kwartaal, waarde in ((1, 3), (2, 5), (3, None)):
        Meting.objects.create(indicator=indicator, jaar=2026, kwartaal=kwartaal, op="2026-09-30", waarde=waarde)
    Kwartaalstand.objects.create(
        actie=actie, jaar=2026, kwartaal=1, kleur="GROEN", tekst="Loopt", beantwoord_op=timezone.now()
    )
    Bewijsstuk.objects.create(actie=actie, titel="Verslag", datum="2026-03-01", door=regisseur.user)
    Opmerking.objects.create(actie=actie, tekst="Goed bezig", door=regisseur.user)
    return plan


def _maak(bron, door, *, acties=("Loopt",), doelen=(), met_geld=False, jaar=2027):
    keuze = Keuze(
        frozenset(bron.doelstellingen.filter(titel__in=doelen).values_list("pk", flat=True)),
        frozenset(Actie.objects.van_plan(bron).filter(titel__in=acties).values_list("pk", flat=True)),
        met_geld,
    )
    return plan_uit_plan(bron=bron, gegevens=PlanGegevens(jaar, f"Plan {jaar}"), keuze=keuze, door=door)


class TestOvernemen:
    def test_wat_boven_een_gekozen_actie_hangt_komt_mee(self, bron, toegang_regisseur):
        plan = _maak(bron, toegang_regisseur)

        assert [d.titel for d in plan.doelstellingen.order_by("ouder", "volgorde")] == ["Onder", "Boven"]
        actie = Actie.objects.van_plan(plan).get()
        assert (actie.titel, actie.doelstelling.ouder.titel) == ("Loopt", "Boven")
        assert (plan.status, plan.vorig) == ("CONCEPT", bron)

    def test_een_gekozen_doelstelling_zonder_actie(self, bron, toegang_regisseur):
        plan = _maak(bron, toegang_regisseur, acties=(), doelen=("Los",))

        assert [d.titel for d in plan.doelstellingen.all()] == ["Los"]

    @pytest.mark.parametrize(("jaar", "start"), [(2027, date(2027, 2, 1)), (2029, date(2029, 2, 1))])
    def test_datums_schuiven_op_en_alles_begint_opnieuw(self, bron, toegang_regisseur, jaar, start):
        actie = Actie.objects.van_plan(_maak(bron, toegang_regisseur, jaar=jaar)).get()

        assert (actie.start, actie.eind, actie.voortgang) == (start, date(jaar, 12, 31), "TE_STARTEN")
        assert actie.risicos == "Te weinig lesgevers"
        assert [p.bijdrage for p in actie.partners.all()] == ["lesgevers"]

    def test_de_reeks_blijft(self, bron, toegang_regisseur):
        plan = _maak(bron, toegang_regisseur)

        oud = Actie.objects.van_plan(bron).get(titel="Loopt")
        nieuw = Actie.objects.van_plan(plan).get()
        assert (nieuw.reeks, nieuw.pk) != (oud.reeks, oud.pk)
        assert nieuw.reeks == oud.reeks
        assert nieuw.doelstelling.reeks == oud.doelstelling.reeks
        assert nieuw.indicatoren.get().reeks == oud.indicatoren.get().reeks

    def test_de_laatste_waarde_is_de_nulmeting(self, bron, toegang_regisseur):
        nieuw = Actieindicator.objects.get(actie__in=Actie.objects.van_plan(_maak(bron, toegang_regisseur)))

        assert (nieuw.nulmeting, nieuw.streefwaarde) == (5, 9)

    def test_wat_gezegd_is_blijft_in_het_oude_plan(self, bron, toegang_regisseur):
        plan = _maak(bron, toegang_regisseur, met_geld=True)

        acties = Actie.objects.van_plan(plan)
        for model in (Kwartaalstand, Bewijsstuk, Opmerking):
            assert not model.objects.filter(actie__in=acties).exists()
        assert not Meting.objects.filter(indicator__actie__in=acties).exists()

    @pytest.mark.parametrize("met_geld", [True, False])
    def test_geld_is_een_voorstel_zonder_wat_besteed_is(self, bron, toegang_regisseur, met_geld):
        plan = _maak(bron, toegang_regisseur, met_geld=met_geld)

        geld = Actiebudget.objects.filter(actie__in=Actie.objects.van_plan(plan))
        verwacht = [(2027, Decimal("100.50"), 0, Decimal("0.50"))] if met_geld else []
        assert list(geld.values_list("jaar", "gepland", "besteed", "vte_gepland")) == verwacht

    def test_een_gesloten_account_trekt_niet_meer(self, bron, regisseur, toegang_regisseur):
        regisseur.user.is_active = False
        regisseur.user.save()

        actie = Actie.objects.van_plan(_maak(bron, toegang_regisseur)).get()

        assert actie.trekker is None
        assert actie.trekker_organisatie == regisseur.organisatie


class TestPagina:
    def test_wat_klaar_is_staat_vooraf_uit(self, als_regisseur, bron):
        antwoord = als_regisseur.get(gebied_url("actieplannen:plan_overnemen", bron.pk))

        gekozen = antwoord.context["gekozen"][1]
        assert gekozen == set(Actie.objects.van_plan(bron).filter(titel="Loopt").values_list("pk", flat=True))

    def test_maakt_het_plan_van_wat_aangevinkt_is(self, als_regisseur, bron):
        url = gebied_url("actieplannen:plan_overnemen", bron.pk)
        klaar = Actie.objects.get(titel="Klaar")
        velden = {"jaar": "2028", "soort": "REGIEROL", "titel": "Plan 2028", "inleiding": "", "actie": [str(klaar.pk)]}

        als_regisseur.post(url, velden | {"doelstelling": ["geen-id"]})

        plan = Jaaractieplan.objects.get(jaar=2028)
        assert [a.titel for a in Actie.objects.van_plan(plan)] == ["Klaar"]
        assert Doelstelling.objects.filter(plan=plan).count() == 1

    def test_een_fout_laat_de_keuze_staan(self, als_regisseur, bron):
        klaar = Actie.objects.get(titel="Klaar")
        velden = {"jaar": "", "soort": "REGIEROL", "titel": "x", "actie": [str(klaar.pk)]}

        antwoord = als_regisseur.post(gebied_url("actieplannen:plan_overnemen", bron.pk), velden)

        assert antwoord.status_code == 422
        assert antwoord.context["gekozen"][1] == {klaar.pk}
