"""The order of a plan: what moves where, and that the numbers stay whole whatever is moved."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actieplannen.models import Actie, Amendement, Doelstelling
from actieplannen.selectors.plannen import boom
from actieplannen.services.ordenen import actie_verplaatsen, doelstelling_verplaatsen
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from tests.factories import ActieFactory, DoelstellingFactory, PlanFactory


@pytest.fixture
def plan(gebied):
    return PlanFactory()


@pytest.fixture
def doelen(plan):
    return [DoelstellingFactory(plan=plan, titel=naam, volgorde=i) for i, naam in enumerate("ABC", 1)]


def _titels(plan, ouder=None):
    return [d.titel for d in Doelstelling.objects.filter(plan=plan, ouder=ouder).order_by("volgorde", "created_at")]


class TestVerplaatsen:
    @pytest.mark.parametrize(
        ("wie", "plaats", "volgorde"), [(0, 1, "BAC"), (0, 2, "BCA"), (2, 0, "CAB"), (1, 1, "ABC"), (1, 99, "ACB")]
    )
    def test_doelstelling(self, plan, doelen, toegang_regisseur, wie, plaats, volgorde):
        doelstelling_verplaatsen(doelstelling=doelen[wie], ouder=None, plaats=plaats, door=toegang_regisseur)

        assert "".join(_titels(plan)) == volgorde

    def test_naar_een_andere_ouder(self, plan, doelen, toegang_regisseur):
        DoelstellingFactory(plan=plan, ouder=doelen[0], titel="Aa", volgorde=1)

        doelstelling_verplaatsen(doelstelling=doelen[2], ouder=doelen[0], plaats=0, door=toegang_regisseur)

        assert _titels(plan) == ["A", "B"]
        assert _titels(plan, doelen[0]) == ["C", "Aa"]

    def test_wat_zelf_iets_onder_zich_heeft_blijft_strategisch(self, plan, doelen, toegang_regisseur):
        DoelstellingFactory(plan=plan, ouder=doelen[0])

        with pytest.raises(DomainError, match="blijft strategisch"):
            doelstelling_verplaatsen(doelstelling=doelen[0], ouder=doelen[1], plaats=0, door=toegang_regisseur)

    def test_niet_onder_zichzelf_en_niet_in_een_ander_plan(self, doelen, toegang_regisseur):
        for ouder in (doelen[0], DoelstellingFactory()):
            with pytest.raises(DomainError):
                doelstelling_verplaatsen(doelstelling=doelen[0], ouder=ouder, plaats=0, door=toegang_regisseur)

    def test_actie_naar_een_andere_doelstelling(self, plan, doelen, toegang_regisseur):
        actie = ActieFactory(doelstelling=doelen[0], titel="X")
        ander = ActieFactory(doelstelling=doelen[1], titel="Y", volgorde=1)

        actie_verplaatsen(actie=actie, naar=doelen[1], plaats=1, door=toegang_regisseur)

        assert [rij.actie for tak in boom(plan) for rij in tak.acties] == [ander, actie]

    def test_in_een_goedgekeurd_plan_met_reden(self, plan, doelen, toegang_regisseur):
        plan.status = "GOEDGEKEURD"
        plan.save()
        for reden in ("", "Logischer"):
            if not reden:
                with pytest.raises(DomainError, match="Schrijf waarom"):
                    doelstelling_verplaatsen(doelstelling=doelen[0], ouder=None, plaats=2, door=toegang_regisseur)
            else:
                doelstelling_verplaatsen(
                    doelstelling=doelen[0], ouder=None, plaats=2, reden=reden, door=toegang_regisseur
                )

        assert Amendement.objects.get().wijzigingen == [["plaats", "strategisch, plaats 1", "strategisch, plaats 3"]]

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(stappen=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), st.integers(-1, 9)), max_size=8))
    def test_wat_er_ook_verplaatst_wordt_niets_raakt_kwijt(self, gebied, toegang_regisseur, stappen):
        plan = PlanFactory()
        doelen = [DoelstellingFactory(plan=plan) for _ in range(3)]
        acties = [ActieFactory(doelstelling=doelen[i % 2]) for i in range(6)]

        for wie, waar, plaats in stappen:
            actie = Actie.objects.select_related("doelstelling__plan").get(pk=acties[wie].pk)
            actie_verplaatsen(actie=actie, naar=doelen[waar], plaats=plaats, door=toegang_regisseur)
            rijen = list(Actie.objects.filter(doelstelling=doelen[waar]).order_by("volgorde"))
            assert [rij.volgorde for rij in rijen] == list(range(1, len(rijen) + 1))
            assert rijen.index(actie) == min(max(plaats, 0), len(rijen) - 1)

        assert Actie.objects.filter(doelstelling__plan=plan).count() == len(acties)


class TestPagina:
    def test_knop_zonder_javascript(self, als_regisseur, plan, doelen):
        url = gebied_url("actieplannen:doelstelling_verplaatsen", doelen[0].pk)

        antwoord = als_regisseur.post(url, {"plek": ":1"})

        assert antwoord["Location"] == gebied_url("actieplannen:plan_ordenen", plan.pk)
        assert _titels(plan) == ["B", "A", "C"]

    def test_slepen_krijgt_de_boom_terug(self, als_regisseur, plan, doelen):
        actie = ActieFactory(doelstelling=doelen[0], titel="Versleept")
        url = gebied_url("actieplannen:actie_verplaatsen", actie.pk)

        antwoord = als_regisseur.post(url, {"plek": f"{doelen[2].pk}:0"}, headers={"HX-Request": "true"})

        inhoud = antwoord.content.decode()
        assert 'id="ordenboom"' in inhoud
        assert "is verplaatst" in inhoud
        assert "<html" not in inhoud
        assert Actie.objects.get().doelstelling == doelen[2]

    @pytest.mark.parametrize("plek", ["", "onzin", f"{'0' * 8}-0000-4000-8000-{'0' * 12}:0", ":99"])
    def test_een_plaats_die_niet_bestaat(self, als_regisseur, plan, doelen, plek):
        url = gebied_url("actieplannen:doelstelling_verplaatsen", doelen[0].pk)

        assert als_regisseur.post(url, {"plek": plek}).status_code == 422
        antwoord = als_regisseur.post(url, {"plek": plek}, headers={"HX-Request": "true"})

        assert 'role="alert"' in antwoord.content.decode()
        assert _titels(plan) == ["A", "B", "C"]

    def test_het_formulier_begint_waar_het_staat(self, als_regisseur, plan, doelen):
        actie = ActieFactory(doelstelling=doelen[1], volgorde=2)
        ActieFactory(doelstelling=doelen[1], volgorde=1)
        for naam, rij, plek in (
            ("doelstelling_verplaatsen", doelen[1], ":1"),
            ("actie_verplaatsen", actie, f"{doelen[1].pk}:1"),
        ):
            form = als_regisseur.get(gebied_url(f"actieplannen:{naam}", rij.pk)).context["form"]
            keuzes = [waarde for _, groep in form.fields["plek"].choices for waarde, _ in groep]

            assert form["plek"].value() == plek
            assert plek in keuzes
