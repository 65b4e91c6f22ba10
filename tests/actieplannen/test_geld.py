"""Money of a plan: totals to the cent, promises against follow-up, and two people who fill in the same."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actieplannen.enums import Financieringsbron, Prioriteit
from actieplannen.forms.geld import EuroVeld, VteVeld
from actieplannen.models import Actiebudget, Amendement
from actieplannen.selectors.geld import NIETS, Bedragen, Geldregel, Geldtabel, aandeel, geld_van_plan, som, tel
from actieplannen.services.geld import (
    Besteedregel,
    Ingehaald,
    Planregel,
    besteed_zetten,
    budget_wissen,
    budget_zetten,
)
from regie.core.exceptions import DomainError
from regie.core.models import Gebeurtenis
from regie.core.notatie import euro
from regie.core.permissions import Rol, Toegang
from tests.factories import ActieFactory, DoelstellingFactory, PlanFactory, UserFactory
from tests.factories.actieplannen import buiten_de_diensten

VANDAAG = date(2026, 5, 4)
D = Decimal


@pytest.fixture
def toegang(gebied):
    return Toegang(UserFactory().pk, gebied.pk, frozenset({Rol.REGISSEUR}), (), ())


centen = st.integers(0, 10**11).map(lambda n: D(n) / 100)
vte = st.integers(0, 2000).map(lambda n: D(n) / 100)
bedragen = st.builds(Bedragen, centen, centen, vte, vte)
regels = st.lists(
    st.builds(
        Geldregel,
        actie_id=st.sampled_from("abcd"),
        prioriteit=st.sampled_from(["", *Prioriteit.values]),
        doelstelling_id=st.sampled_from("xyz"),
        jaar=st.integers(2025, 2028),
        bron=st.sampled_from(Financieringsbron.values),
        noot=st.just(""),
        bedragen=bedragen,
    ),
    max_size=12,
)
VELDEN = ("gepland", "besteed", "vte_gepland", "vte_besteed")


def in_centen(rijen: list[Bedragen], veld: str) -> int:
    """Counted another way: in whole cents, as integers."""
    return sum(int(getattr(rij, veld) * 100) for rij in rijen)


rustig = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class TestTotalen:
    """Whatever is planned and spent: every way of adding it up gives the same, to the cent."""

    @rustig
    @given(regels)
    def test_elke_groepering_heeft_hetzelfde_totaal(self, lijst):
        tabel = Geldtabel(2026, D(5), tuple(lijst), ())

        groeperingen = [
            tabel.per_jaar(),
            tabel.per_bron(),
            tabel.per_prioriteit(),
            tabel.per_doelstelling(),
            tabel.per_actie(),
        ]

        for veld in VELDEN:
            verwacht = in_centen([regel.bedragen for regel in lijst], veld)
            assert in_centen([tabel.totaal], veld) == verwacht
            assert {in_centen(list(groep.values()), veld) for groep in groeperingen} == {verwacht}

    @rustig
    @given(regels)
    def test_de_jaren_spreken_hun_som_nooit_tegen(self, lijst):
        tabel = Geldtabel(2026, D(5), tuple(lijst), ())

        assert sum(tabel.bedragen_andere_jaren, tabel.planjaar) == tabel.totaal
        for jaar, bedrag in tabel.per_jaar().items():
            for groep in (tabel.per_bron, tabel.per_prioriteit, tabel.per_doelstelling, tabel.per_actie):
                assert sum(groep(jaar).values(), NIETS) == bedrag

    @rustig
    @given(regels)
    def test_bronnen_en_prioriteiten_zijn_samen_het_planjaar(self, lijst):
        tabel = Geldtabel(2026, D(5), tuple(lijst), ())
        eigen = tel([r for r in lijst if r.jaar == 2026], lambda r: r.bron).get("VLAANDEREN", NIETS)

        assert sum((groep.bedragen for groep in tabel.bronnen), NIETS) == tabel.planjaar
        assert sum((groep.bedragen for groep in tabel.prioriteiten), NIETS) == tabel.planjaar
        assert tabel.cofinanciering.bedragen + eigen == tabel.planjaar

    @rustig
    @given(regels, st.randoms(use_true_random=False))
    def test_de_volgorde_doet_er_niet_toe(self, lijst, toeval):
        anders = list(lijst)
        toeval.shuffle(anders)

        assert som(lijst) == som(anders)
        assert tel(lijst, lambda r: (r.actie_id, r.jaar)) == tel(anders, lambda r: (r.actie_id, r.jaar))

    @rustig
    @given(regels)
    def test_nooit_een_float_en_nooit_meer_dan_twee_decimalen(self, lijst):
        for bedrag in (som(lijst), *tel(lijst, lambda r: r.bron).values()):
            for veld in VELDEN:
                waarde = getattr(bedrag, veld)
                assert type(waarde) is Decimal
                assert waarde == waarde.quantize(D("0.01"))
            assert bedrag.rest + bedrag.besteed == bedrag.gepland

    @pytest.mark.parametrize(
        ("gepland", "besteed", "over"),
        [
            ("1000", "1000", False),
            ("1000", "1050.00", False),  # on the margin of 5 %
            ("1000", "1050.01", True),
            ("0", "0", False),
            ("0", "0.01", True),  # spent without a plan
        ],
    )
    def test_over_budget_vanaf_een_cent_boven_de_marge(self, gepland, besteed, over):
        assert Bedragen(D(gepland), D(besteed)).is_over(D(5)) is over

    def test_over_budget_in_een_jaar_verdwijnt_niet_in_een_ander(self):
        """2.000 planned over two years, 1.500 spent in the first: over in that year."""
        rijen = [
            Geldregel("a", "", "x", jaar, "VDAB", "", Bedragen(D(1000), D(besteed)))
            for jaar, besteed in ((2026, 1500), (2027, 0))
        ]

        tabel = Geldtabel(2026, D(5), tuple(rijen), ())

        assert tabel.over_in == {"a": (2026,)}
        assert tabel.over_budget == {"a"}

    @pytest.mark.parametrize(("deel", "geheel", "uit"), [("1", "3", "33.3"), ("2", "3", "66.7"), ("0", "5", "0.0")])
    def test_aandeel_op_een_decimaal(self, deel, geheel, uit):
        assert aandeel(D(deel), D(geheel)) == D(uit)
        assert aandeel(D(deel), D(0)) is None


class TestAlsGetypt:
    @rustig
    @given(st.integers(0, 10**12 - 1).map(lambda n: D(n) / 100))
    def test_een_bedrag_komt_ongeschonden_terug(self, bedrag):
        """Page ("€ 2.450,50"), form ("2.450,50") and database ("2450.50") all mean the same amount."""
        veld = EuroVeld()

        for tekst in (euro(bedrag), veld.prepare_value(bedrag.quantize(D("0.01"))), f"{bedrag:.2f}"):
            assert veld.clean(tekst) == bedrag

    @pytest.mark.parametrize(("tekst", "uit"), [("2.450,50", "2450.50"), ("2450,5", "2450.5"), ("1.500", "1500")])
    def test_zoals_mensen_typen(self, tekst, uit):
        assert EuroVeld().clean(tekst) == D(uit)

    def test_een_halve_kracht(self):
        assert VteVeld().clean("0,5") == D("0.5")

    def test_van_formulier_tot_formulier(self, gebied, toegang):
        actie = ActieFactory()
        veld = EuroVeld()
        budget_zetten(
            actie=actie, regels=[Planregel(2026, "VDAB", veld.clean("2.450,50"))], door=toegang, vandaag=VANDAAG
        )

        bewaard = Actiebudget.objects.get().gepland

        assert veld.clean(veld.prepare_value(bewaard)) == veld.clean(euro(bewaard)) == D("2450.50")


def zet(actie, toegang, *rijen, reden=""):
    return budget_zetten(actie=actie, regels=list(rijen), door=toegang, vandaag=VANDAAG, reden=reden)


class TestBudgetZetten:
    def test_nieuw_wijzigen_en_wissen_in_een_keer(self, gebied, toegang):
        actie = ActieFactory()
        zet(actie, toegang, Planregel(2026, "VDAB", D(100)), Planregel(2027, "ESF", D(50), D("0.5")))
        vdab, esf = Actiebudget.objects.order_by("jaar")

        zet(
            actie,
            toegang,
            Planregel(2026, "VDAB", D(150), budget_id=vdab.pk, gezien=(D(100), D(0))),
            Planregel(2027, "ESF", D(50), D("0.5"), budget_id=esf.pk, gezien=(D(50), D("0.5")), wissen=True),
            Planregel(2026, "ANDER", D(10)),
        )

        assert list(Actiebudget.objects.order_by("gepland").values_list("jaar", "bron", "gepland")) == [
            (2026, "ANDER", D(10)),
            (2026, "VDAB", D(150)),
        ]

    def test_een_goedgekeurd_plan_krijgt_een_amendement_met_alles(self, gebied, toegang):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")

        with pytest.raises(DomainError, match="goedgekeurd"):
            zet(actie, toegang, Planregel(2026, "VDAB", D(100)))
        zet(
            actie, toegang, Planregel(2026, "VDAB", D(100)), Planregel(2026, "ESF", D(5), D("0.2")), reden="meer steun"
        )

        assert Amendement.objects.get().wijzigingen == [
            ["budget van VDAB in 2026", "niets", "€\u00a0100,00"],
            ["budget van Europa WSE (ESF+) in 2026", "niets", "€\u00a05,00 en 0,20 VTE"],
        ]

    def test_niets_gewijzigd_is_geen_amendement(self, gebied, toegang):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")
        rij = Actiebudget.objects.create(actie=actie, jaar=2026, bron="VDAB", gepland=D(100))

        zet(actie, toegang, Planregel(2026, "VDAB", D("100.00"), budget_id=rij.pk, gezien=(D(100), D(0))), reden="zo")

        assert not Amendement.objects.exists()

    @pytest.mark.parametrize("status", ["INGEDIEND", "UITGEVOERD", "VERANTWOORD"])
    def test_wat_vastligt_wijzigt_niet(self, gebied, toegang, status):
        actie = ActieFactory(doelstelling__plan__status=status)

        with pytest.raises(DomainError):
            zet(actie, toegang, Planregel(2026, "VDAB", D(100)), reden="toch")

    def test_dezelfde_bron_twee_keer_vraagt_een_noot(self, gebied, toegang):
        actie = ActieFactory()

        with pytest.raises(DomainError, match="noot"):
            zet(actie, toegang, Planregel(2026, "VDAB", D(100)), Planregel(2026, "VDAB", D(5)))
        zet(actie, toegang, Planregel(2026, "VDAB", D(100)), Planregel(2026, "VDAB", D(5), noot="opleiding"))

        assert Actiebudget.objects.count() == 2

    def test_wat_besteed_is_wis_je_niet_mee(self, gebied, toegang):
        rij = Actiebudget.objects.create(actie=ActieFactory(), jaar=2026, bron="VDAB", gepland=D(9), besteed=D("3.20"))

        with pytest.raises(DomainError, match="3,20"):
            budget_wissen(budget=rij, door=toegang, vandaag=VANDAAG)
        Actiebudget.objects.update(besteed=0)
        rij.refresh_from_db()
        budget_wissen(budget=rij, door=toegang, vandaag=VANDAAG)

        assert not Actiebudget.objects.exists()

    def test_de_tweede_ziet_wat_de_eerste_invulde(self, gebied, toegang):
        actie = ActieFactory()
        rij = Actiebudget.objects.create(actie=actie, jaar=2026, bron="VDAB", gepland=D(100))
        gezien = (D(100), D(0))
        zet(actie, toegang, Planregel(2026, "VDAB", D(200), budget_id=rij.pk, gezien=gezien))

        with pytest.raises(Ingehaald, match="200,00") as fout:
            zet(actie, toegang, Planregel(2026, "VDAB", D(300), budget_id=rij.pk, gezien=gezien))
        assert fout.value.nu == {0: (D(200), D(0))}
        zet(actie, toegang, Planregel(2026, "VDAB", D(300), budget_id=rij.pk, gezien=(D(200), D(0))))

        rij.refresh_from_db()
        assert rij.gepland == D(300)

    def test_alleen_wie_de_actie_mag_bewerken(self, gebied):
        door = Toegang(UserFactory().pk, gebied.pk, frozenset({Rol.TRAJECTBEGELEIDER}), (), ())

        with pytest.raises(DomainError, match="regisseur"):
            zet(ActieFactory(), door, Planregel(2026, "VDAB", D(1)))


def besteed(plan, door, *rijen):
    return besteed_zetten(plan=plan, regels=list(rijen), door=door, vandaag=VANDAAG)


class TestBesteed:
    @pytest.fixture
    def budget(self, gebied):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")
        return Actiebudget.objects.create(actie=actie, jaar=2026, bron="VDAB", gepland=D(100), besteed=D(10))

    def regel(self, budget, bedrag, gezien="10"):
        return Besteedregel(budget.actie_id, D(bedrag), D(0), budget.pk, (D(gezien), D(0)), 2026, "VDAB")

    def test_is_opvolging_en_geen_amendement(self, budget, toegang):
        besteed(budget.actie.doelstelling.plan, toegang, self.regel(budget, "45.60"))

        budget.refresh_from_db()
        assert budget.besteed == D("45.60")
        assert not Amendement.objects.exists()
        assert Gebeurtenis.objects.get(soort="plan.besteed").details == {"budgetten": [str(budget.pk)]}

    def test_alles_of_niets_bij_een_botsing(self, budget, toegang):
        ander = Actiebudget.objects.create(actie=budget.actie, jaar=2026, bron="ESF", gepland=D(5))
        vrij = Besteedregel(budget.actie_id, D(4), D(0), ander.pk, (D(0), D(0)), 2026, "ESF")

        with pytest.raises(Ingehaald) as fout:
            besteed(budget.actie.doelstelling.plan, toegang, vrij, self.regel(budget, "50", gezien="9"))

        assert fout.value.nu == {1: (D(10), D(0))}
        ander.refresh_from_db()
        assert ander.besteed == 0

    def test_twee_keer_hetzelfde_is_geen_botsing(self, budget, toegang):
        besteed(budget.actie.doelstelling.plan, toegang, self.regel(budget, "10.00", gezien="7"))

        budget.refresh_from_db()
        assert budget.besteed == 10

    def test_een_bron_die_niet_gepland_was(self, budget, toegang):
        plan = budget.actie.doelstelling.plan
        nieuw = Besteedregel(budget.actie_id, D(7), D(0), jaar=2027, bron="PARTNER")
        besteed(plan, toegang, nieuw)

        rij = Actiebudget.objects.get(bron="PARTNER")
        assert (rij.gepland, rij.besteed, rij.jaar) == (0, 7, 2027)
        with pytest.raises(DomainError, match="7,00"):
            besteed(plan, toegang, nieuw)

    @pytest.mark.parametrize(("eigen", "mag"), [(True, True), (False, False)])
    def test_de_trekker_vult_de_eigen_actie_in(self, budget, gebied, eigen, mag):
        user = UserFactory()
        door = Toegang(user.pk, gebied.pk, frozenset({Rol.PARTNERCONTACT}), (), ())
        if eigen:
            buiten_de_diensten(budget.actie.doelstelling.plan)
            budget.actie.trekker = user
            budget.actie.save()

        if mag:
            besteed(budget.actie.doelstelling.plan, door, self.regel(budget, "20"))
        else:
            with pytest.raises(DomainError, match="opvolgen"):
                besteed(budget.actie.doelstelling.plan, door, self.regel(budget, "20"))

    def test_een_verantwoord_plan_is_afgesloten(self, budget, toegang):
        plan = budget.actie.doelstelling.plan
        plan.status = "VERANTWOORD"
        plan.save()

        with pytest.raises(DomainError, match="verantwoord"):
            besteed(plan, toegang, self.regel(budget, "20"))

    def test_een_actie_van_een_ander_plan_hoort_er_niet_bij(self, budget, toegang):
        with pytest.raises(DomainError, match="Laad de pagina"):
            besteed(PlanFactory(), toegang, self.regel(budget, "20"))


class TestTabelUitDeDatabank:
    def test_rijen_subtotalen_en_andere_jaren(self, gebied, django_assert_max_num_queries):
        plan = PlanFactory(jaar=2026)
        boven = DoelstellingFactory(plan=plan, volgorde=1)
        onder = DoelstellingFactory(plan=plan, ouder=boven, volgorde=1)
        een, twee = ActieFactory(doelstelling=boven), ActieFactory(doelstelling=onder, prioriteit="WSE-LR2")
        for actie, jaar, gepland, uit in (
            (een, 2026, "10.10", "5"),
            (twee, 2026, "20.20", "30"),
            (twee, 2027, "1", "0"),
        ):
            Actiebudget.objects.create(actie=actie, jaar=jaar, bron="VDAB", gepland=D(gepland), besteed=D(uit))
        Actiebudget.objects.create(actie=ActieFactory(), jaar=2026, bron="VDAB", gepland=D(999))  # another plan

        with django_assert_max_num_queries(4):  # the tree in two, the money in one, the margin in one
            tabel = geld_van_plan(plan)
            rijen = tabel.rijen

        assert [(r.nummer, r.planjaar.gepland, r.planjaar.besteed, r.totaal.gepland) for r in rijen] == [
            ("1", D("30.30"), D("35.00"), D("31.30")),
            ("1.1", D("10.10"), D("5.00"), D("10.10")),
            ("1.2", D("20.20"), D("30.00"), D("21.20")),
            ("1.2.1", D("20.20"), D("30.00"), D("21.20")),
        ]
        assert tabel.andere_jaren == (2027,)
        assert [rij.actie for rij in tabel.acties_over] == [twee]
