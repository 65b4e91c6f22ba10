"""What asks for attention in the plans of this year, and how the cockpit shows it."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.utils import timezone
from python_calamine import CalamineWorkbook

from actieplannen.models import Actie, Actiebudget, Bewijsstuk, Kwartaalstand
from actieplannen.selectors.geld import geld_van_plan
from actieplannen.selectors.kwartalen import antwoorddag, vraagdag
from actieplannen.selectors.plansignalen import planbeeld
from actieplannen.selectors.standen import zonder_stand
from rapportage.selectors import cockpit
from rapportage.selectors.cockpit import groepeer, samen
from regie.cijfers.getal import Getal, Signaal
from regie.cijfers.periode import Periode
from regie.core.http import gebied_url
from regie.core.permissions import RECHTEN, Recht, Rol
from tests.cijfers.hulp import lopend
from tests.factories import ActieFactory, LidmaatschapFactory, PlanFactory, UserFactory
from tests.factories.actieplannen import buiten_de_diensten

NU = date(2026, 11, 23)
Q3 = Periode.kwartaal(2026, 3)


@pytest.fixture
def plan(gebied):
    """Approved, one action per priority, each with evidence and a stand of the third quarter."""
    plan = PlanFactory(status="GOEDGEKEURD")
    for nr in (1, 2, 3, 4):
        actie = ActieFactory(doelstelling__plan=plan, titel=f"Actie {nr}", prioriteit=f"WSE-LR{nr}")
        Bewijsstuk.objects.create(actie=actie, titel="Verslag", datum=NU, door=UserFactory())
        _stand(actie)
    return plan


def _stand(actie, kleur="GROEN", kwartaal=3):
    return Kwartaalstand.objects.create(
        actie=actie, jaar=2026, kwartaal=kwartaal, kleur=kleur, beantwoord_op=timezone.now()
    )


def signalen(vandaag=NU) -> dict[str, list[str]]:
    return {s.code: [regel.titel for regel in s.regels] for s in planbeeld(vandaag).signalen}


def actie_van(plan, code="WSE-LR2"):
    return Actie.objects.van_plan(plan).get(prioriteit=code)


class TestSignalen:
    def test_alles_in_orde_is_stil(self, plan):
        assert signalen() == {}

    def test_zonder_plan_is_er_niets_om_over_te_waarschuwen(self, gebied):
        beeld = planbeeld(NU)

        assert (beeld.heeft_plan, beeld.signalen) == (False, ())

    def test_een_prioriteit_zonder_actie_en_een_zonder_bewijs(self, plan):
        buiten_de_diensten(plan)
        actie_van(plan, "WSE-LR3").delete()
        actie_van(plan, "WSE-LR4").bewijzen.all().delete()

        assert signalen() == {
            "plan_zonder_actie": ["WSE-LR3 · (sociaal) ondernemen en MVO"],
            "plan_zonder_bewijs": ["WSE-LR4 · samenwerken met VDAB en lokale actoren"],
        }

    def test_een_actie_zonder_stand(self, plan):
        actie_van(plan).standen.all().delete()

        assert signalen() == {"plan_zonder_stand": ["Actie 2"]}

    def test_het_zijn_die_van_de_pagina_over_opvolging(self, plan):
        actie_van(plan, "WSE-LR1").standen.all().delete()
        actie_van(plan, "WSE-LR3").standen.all().delete()
        type(actie_van(plan)).objects.filter(prioriteit="WSE-LR4").update(voortgang="KLAAR")
        Kwartaalstand.objects.filter(actie__prioriteit="WSE-LR4").delete()

        op_de_pagina = {rij.actie.titel for rij in zonder_stand(NU)}

        assert op_de_pagina == {"Actie 1", "Actie 3", "Actie 4"}
        assert set(signalen()["plan_zonder_stand"]) == op_de_pagina

    def test_pas_als_de_tijd_om_te_antwoorden_voorbij_is(self, plan):
        actie_van(plan).standen.all().delete()
        laatste_dag = antwoorddag(vraagdag(Q3))

        assert signalen(laatste_dag) == {}
        assert list(signalen(date.fromordinal(laatste_dag.toordinal() + 1))) == ["plan_zonder_stand"]

    @pytest.mark.parametrize(
        "velden",
        [{"start": date(2026, 10, 1)}, {"eind": date(2026, 6, 30)}],
    )
    def test_wat_toen_niet_liep_hoeft_geen_stand(self, plan, velden):
        actie = actie_van(plan)
        actie.standen.all().delete()
        buiten_de_diensten(plan)
        type(actie).objects.filter(pk=actie.pk).update(**velden)

        assert signalen() == {}

    def test_van_een_concept_wordt_geen_stand_verwacht(self, gebied, plan):
        type(plan).objects.filter(pk=plan.pk).update(status="CONCEPT")
        Kwartaalstand.objects.all().delete()

        assert signalen() == {}

    def test_een_gevraagde_stand_zonder_antwoord_is_geen_stand(self, plan):
        actie = actie_van(plan)
        actie.standen.all().delete()
        Kwartaalstand.objects.create(actie=actie, jaar=2026, kwartaal=3, gevraagd_op=date(2026, 10, 5))

        assert signalen() == {"plan_zonder_stand": ["Actie 2"]}

    @pytest.mark.parametrize(("besteed", "meldt"), [("1050.00", False), ("1050.01", True)])
    def test_boven_budget_na_de_marge(self, plan, besteed, meldt):
        Actiebudget.objects.create(actie=actie_van(plan), jaar=2026, bron="VDAB", gepland=600, besteed=0)
        Actiebudget.objects.create(actie=actie_van(plan), jaar=2026, bron="ESF", gepland=400, besteed=besteed)

        assert signalen() == ({"plan_over_budget": ["Actie 2"]} if meldt else {})
        assert bool(geld_van_plan(plan).over_budget) is meldt

    def test_in_januari_gaat_de_stand_nog_over_vorig_jaar(self, plan):
        (zonder_stand,) = planbeeld(date(2027, 2, 20)).signalen

        assert (zonder_stand.code, zonder_stand.termijn) == ("plan_zonder_stand", "Q4 2026")
        assert len(zonder_stand.regels) == 4

    def test_een_vraag_aan_de_databank(self, plan, django_assert_num_queries):
        planbeeld(NU)  # the parameters are remembered by now
        with django_assert_num_queries(1):
            planbeeld(NU)


def test_de_volgorde_is_die_van_het_gewicht(plan):
    actie_van(plan).standen.all().delete()
    van_ocmws = [
        Signaal(soort, soort, f"Van een {soort}", "OCMW", Getal(6, "6"), "6 dossiers", None, "")
        for soort in ("dringend", "letop", "info")
    ]

    codes = [groep.code for groep in samen(groepeer(van_ocmws), planbeeld(NU))]

    assert codes == ["dringend", "letop", "plan_zonder_stand", "info"]


class TestCockpit:
    def haal(self, client, naam="cockpit", **vraag):
        with time_machine.travel("2026-11-23T08:00:00+01:00", tick=False):
            return client.get(gebied_url(f"rapportage:{naam}"), vraag).text

    @pytest.fixture
    def dossiers(self, gebied, ocmw):
        lopend(date(2026, 10, 4), ocmw)

    def test_acties_per_prioriteit_met_hun_stand_in_woorden(self, als_regisseur, plan, dossiers):
        tweede = ActieFactory(doelstelling__plan=plan, prioriteit="WSE-LR2")
        _stand(tweede, "ROOD")
        ActieFactory(doelstelling__plan=plan, prioriteit="WSE-LR2", start=date(2026, 12, 1))

        pagina = self.haal(als_regisseur)

        for tekst in ("1 op schema", "1 loopt vast", "1 zonder stand", "WSE-LR3 · (sociaal) ondernemen en MVO"):
            assert tekst in pagina, tekst

    def test_zonder_plan_zegt_het_blok_dat(self, als_regisseur, dossiers):
        assert "Er is nog geen jaaractieplan voor 2026." in self.haal(als_regisseur)

    def test_de_pagina_met_signalen_gaat_naar_de_actie(self, als_regisseur, plan):
        actie = actie_van(plan)
        actie.standen.all().delete()

        pagina = self.haal(als_regisseur, "signalen")

        assert f'href="{gebied_url("actieplannen:actie", actie.pk)}">Actie 2</a>' in pagina
        assert "Geen stand van Q3 2026" in pagina
        assert "Niets dat aandacht vraagt" not in pagina

    def test_een_teamverantwoordelijke_leest_mee(self, client, plan, dossiers, ocmw):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE).user)

        assert "1 op schema" in self.haal(client)

    def test_wie_de_cockpit_ziet_mag_ook_naar_het_plan(self):
        met_cockpit = [rol for rol, rechten in RECHTEN.items() if Recht.COCKPIT_BEKIJKEN in rechten]

        assert met_cockpit
        assert all(Recht.PLAN_BEKIJKEN in RECHTEN[rol] for rol in met_cockpit)

    def test_een_plan_dat_niet_gelezen_kan_worden_laat_de_rest_staan(self, als_regisseur, plan, dossiers, monkeypatch):
        def kapot(vandaag):
            raise ValueError

        monkeypatch.setattr(cockpit, "planbeeld", kapot)

        pagina = self.haal(als_regisseur)

        assert "Dit blok kon niet berekend worden" in pagina
        assert "In behandeling" in pagina

    def test_het_excel_bestand_noemt_de_actie(self, als_regisseur, plan, dossiers):
        actie_van(plan).standen.all().delete()

        with time_machine.travel("2026-11-23T08:00:00+01:00", tick=False):
            antwoord = als_regisseur.get(gebied_url("rapportage:cockpit-excel"))

        rijen = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_name("Signalen").to_python()
        assert ["Acties zonder stand", "Actie 2", "", "geen stand van Q3 2026", "Q3 2026"] in rijen
