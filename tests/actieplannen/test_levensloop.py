"""The steps of a plan: which one from which status, by whom, what is kept, and what is asked first."""

from datetime import date

import pytest

from actieplannen.enums import Planstatus
from actieplannen.models import Actie, Actiebudget, Actieindicator, Planstap, Planversie, Raadsbesluit
from actieplannen.selectors.inhoud import inhoud_van
from actieplannen.selectors.nazicht import beletsels, nazicht
from actieplannen.selectors.stappen import stappen, strook, verbeterpunten
from actieplannen.services import levensloop as services
from actieplannen.services.levensloop import Goedkeuring
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Gebiedslid, Gemeente
from regie.core.permissions import Rol, Toegang
from tests.actieplannen.test_inhoud import vol_plan
from tests.factories import ActieFactory, DoelstellingFactory, PlanFactory

VANDAAG = date(2027, 3, 1)
GOED = Goedkeuring(datum=date(2027, 2, 20), beslist_door="Departement WSE", kenmerk="WSE/2027/12")


def _stap(naam, plan, door, **meer):
    dienst = getattr(services, f"plan_{naam}")
    extra = {
        "indienen": {"ondanks": True},
        "terugsturen": {"opmerkingen": "Meer over LR3"},
        "goedkeuren": {"goedkeuring": GOED},
    }.get(naam, {})
    return dienst(plan=plan, door=door, vandaag=VANDAAG, **(extra | meer))


# step: (the only status it starts from, where it ends)
STAPPEN = {
    "indienen": ("CONCEPT", "INGEDIEND"),
    "intrekken": ("INGEDIEND", "CONCEPT"),
    "terugsturen": ("INGEDIEND", "CONCEPT"),
    "goedkeuren": ("INGEDIEND", "GOEDGEKEURD"),
    "afronden": ("GOEDGEKEURD", "UITGEVOERD"),
    "heropenen": ("UITGEVOERD", "GOEDGEKEURD"),
    "verantwoorden": ("UITGEVOERD", "VERANTWOORD"),
}


class TestTabel:
    @pytest.mark.parametrize("status", Planstatus.values)
    @pytest.mark.parametrize("naam", STAPPEN)
    def test_status_en_stap(self, gebied, toegang_regisseur, naam, status):
        van, naar = STAPPEN[naam]
        plan = vol_plan()
        plan.status = status
        plan.save()

        if status == van:
            _stap(naam, plan, toegang_regisseur)
            plan.refresh_from_db()
            assert plan.status == naar
            stap = Planstap.objects.get(plan=plan)
            assert (stap.van, stap.naar, stap.door_id) == (van, naar, toegang_regisseur.user_id)
        else:
            with pytest.raises(DomainError, match="Dit kan alleen met een plan met status"):
                _stap(naam, plan, toegang_regisseur)
            plan.refresh_from_db()
            assert (plan.status, Planstap.objects.count()) == (status, 0)

    @pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.REGISSEUR])
    @pytest.mark.parametrize("naam", STAPPEN)
    def test_alleen_de_regisseur(self, gebied, toegang, naam, rol):
        plan = PlanFactory(status=STAPPEN[naam][0])
        door = Toegang(toegang.user_id, gebied.pk, frozenset({rol}), (), toegang.lid_van)

        with pytest.raises(DomainError, match="Alleen de regisseur"):
            _stap(naam, plan, door)

    def test_heel_de_weg_bewaart_drie_versies(self, gebied, toegang_regisseur):
        plan = vol_plan()
        voor = inhoud_van(plan)
        for naam in ("indienen", "goedkeuren", "afronden", "heropenen", "afronden", "verantwoorden"):
            _stap(naam, plan, toegang_regisseur)
            plan.refresh_from_db()

        versies = list(Planversie.objects.filter(plan=plan))
        assert [(v.nummer, v.status, v.reden) for v in versies] == [
            (1, "INGEDIEND", "ingediend"),
            (2, "GOEDGEKEURD", "goedgekeurd"),
            (3, "VERANTWOORD", "verantwoord"),
        ]
        assert all(versie.inhoud == voor for versie in versies)


class TestIndienen:
    def test_wat_ontbreekt_houdt_tegen(self, gebied, toegang_regisseur):
        leeg = PlanFactory()
        met_doelstelling = DoelstellingFactory().plan

        for plan, woord in ((leeg, "geen doelstelling"), (met_doelstelling, "geen actie")):
            assert woord in beletsels(plan)[0]
            with pytest.raises(DomainErrors, match=woord):
                _stap("indienen", plan, toegang_regisseur)
        assert beletsels(ActieFactory().doelstelling.plan) == []

    def test_een_waarschuwing_vraagt_een_vinkje(self, gebied, toegang_regisseur):
        plan = vol_plan()

        with pytest.raises(DomainError, match="Vink daarna aan"):
            _stap("indienen", plan, toegang_regisseur, ondanks=False)
        plan.refresh_from_db()
        assert plan.status == "CONCEPT"

    def test_een_volledig_plan_vraagt_niets(self, gebied, toegang_regisseur):
        plan = vol_plan()
        Actie.objects.update(prioriteit="WSE-LR1")
        plan.soort = "EIGEN"
        plan.save()

        assert nazicht(plan).opletten == []
        _stap("indienen", plan, toegang_regisseur, ondanks=False)

    def test_de_gemeenteraden_staan_klaar(self, gebied, toegang_regisseur):
        Gebiedslid.objects.create(gebied=gebied, gemeente=Gemeente.objects.get(pk="31005"), van=date(2027, 6, 1))
        plan = vol_plan()
        _stap("indienen", plan, toegang_regisseur)
        _stap("intrekken", plan_nu := type(plan).objects.get(), toegang_regisseur)
        _stap("indienen", type(plan).objects.get(pk=plan_nu.pk), toegang_regisseur)

        assert list(Raadsbesluit.objects.filter(plan=plan).values_list("gemeente", flat=True)) == ["31005"]


class TestNazicht:
    def test_elke_prioriteit_bij_naam(self, gebied):
        zinnen = [punt.zin for punt in nazicht(vol_plan()).opletten]

        assert [zin[:16] for zin in zinnen] == ["Voor WSE-LR1 (de", "Voor WSE-LR3 ((s", "Voor WSE-LR4 (sa"]

    def test_tot_2022_de_drie_acties(self, gebied):
        plan = vol_plan()
        plan.jaar = 2022

        assert any("verplichte actie 'netwerking" in punt.zin for punt in nazicht(plan).opletten)

    @pytest.mark.parametrize(
        ("wijziging", "woord"),
        [
            ({"trekker": None, "trekker_organisatie": None}, "geen trekker"),
            ({"start": None}, "geen periode"),
            ({"start": date(2028, 1, 1), "eind": date(2028, 2, 1)}, "periode buiten 2027"),
            ({"start": date(2026, 1, 1), "eind": date(2026, 2, 1)}, "periode buiten 2027"),
            ({"prioriteit": ""}, "geen prioriteit"),
        ],
    )
    def test_wat_een_actie_mist(self, gebied, wijziging, woord):
        plan = vol_plan()
        Actie.objects.update(**wijziging)

        punt = next(punt for punt in nazicht(plan).opletten if punt.actie_id)
        assert punt.zin == f"1.1.1 Rijbewijsproject: {woord}."

    def test_geld_en_maatstaf(self, gebied):
        plan = vol_plan()
        Actieindicator.objects.update(streefwaarde=None)
        Actiebudget.objects.update(gepland=0, vte_gepland=0)

        zin = next(punt.zin for punt in nazicht(plan).opletten if punt.actie_id)
        assert zin.endswith("geen budget of VTE, een indicator zonder streefwaarde.")

    def test_een_lege_doelstelling(self, gebied):
        plan = vol_plan()
        DoelstellingFactory(plan=plan, titel="Later", volgorde=2)

        assert "Doelstelling 2 (Later) heeft geen actie." in [punt.zin for punt in nazicht(plan).opletten]


class TestTerugsturen:
    def test_elke_regel_een_punt_tot_het_opnieuw_ingediend_is(self, gebied, toegang_regisseur):
        plan = vol_plan()
        _stap("indienen", plan, toegang_regisseur)
        plan.refresh_from_db()
        _stap(
            "terugsturen",
            plan,
            toegang_regisseur,
            opmerkingen="- Meer over LR3\n\n  Budget ontbreekt ",
            van_wie="Departement WSE",
        )
        plan.refresh_from_db()

        punten = verbeterpunten(plan)
        assert [punt.tekst for punt in punten] == ["Meer over LR3", "Budget ontbreekt"]
        assert "2 verbeterpunten zijn nog niet afgevinkt." in [p.zin for p in nazicht(plan).opletten]

        services.verbeterpunt_afvinken(punt=punten[0], klaar=True, door=toegang_regisseur, vandaag=VANDAAG)
        assert [punt.klaar_op for punt in verbeterpunten(plan)] == [VANDAAG, None]
        services.verbeterpunt_afvinken(punt=punten[0], klaar=False, door=toegang_regisseur, vandaag=VANDAAG)
        assert [punt.klaar_op for punt in verbeterpunten(plan)] == [None, None]

        _stap("indienen", plan, toegang_regisseur)
        plan.refresh_from_db()
        assert verbeterpunten(plan) == []
        with pytest.raises(DomainError, match="opnieuw ingediend"):
            services.verbeterpunt_afvinken(punt=punten[0], klaar=True, door=toegang_regisseur, vandaag=VANDAAG)

        _stap("intrekken", plan, toegang_regisseur)
        plan.refresh_from_db()
        assert len(verbeterpunten(plan)) == 2  # taken back by ourselves: what was asked still has to be done

    @pytest.mark.parametrize(("tekst", "woord"), [("  \n - ", "Schrijf wat er moet"), ("x" * 1001, "eigen regel")])
    def test_zonder_opmerking_of_te_lang(self, gebied, toegang_regisseur, tekst, woord):
        plan = PlanFactory(status="INGEDIEND")

        with pytest.raises(DomainError, match=woord):
            _stap("terugsturen", plan, toegang_regisseur, opmerkingen=tekst)


class TestGoedkeuren:
    def test_wie_wanneer_en_kenmerk(self, gebied, toegang_regisseur):
        stap = _stap("goedkeuren", PlanFactory(status="INGEDIEND"), toegang_regisseur)

        assert (stap.datum, stap.beslist_door, stap.kenmerk) == (GOED.datum, "Departement WSE", "WSE/2027/12")

    @pytest.mark.parametrize(
        ("goedkeuring", "woord"),
        [
            (Goedkeuring(datum=date(2027, 3, 2), beslist_door="WSE"), "toekomst"),
            (Goedkeuring(datum=VANDAAG, beslist_door=" "), "Vul in wie"),
        ],
    )
    def test_weigert(self, gebied, toegang_regisseur, goedkeuring, woord):
        with pytest.raises(DomainError, match=woord):
            _stap("goedkeuren", PlanFactory(status="INGEDIEND"), toegang_regisseur, goedkeuring=goedkeuring)

    def test_afronden_kan_niet_voor_het_jaar_begint(self, gebied, toegang_regisseur):
        with pytest.raises(DomainError, match="vanaf 1 januari 2028"):
            _stap("afronden", PlanFactory(status="GOEDGEKEURD", jaar=2028), toegang_regisseur)


class TestStrook:
    def test_elke_bereikte_stand_met_haar_dag(self, gebied, toegang_regisseur):
        plan = vol_plan()
        for naam in ("indienen", "goedkeuren", "afronden", "heropenen"):
            _stap(naam, plan, toegang_regisseur)
            plan.refresh_from_db()

        delen = strook(plan, stappen(plan))
        assert [deel["toestand"] for deel in delen] == ["klaar", "klaar", "huidig", "", ""]
        assert [deel["label"] for deel in delen[1:]] == [
            "ingediend 01/03/2027",
            "goedgekeurd 20/02/2027",
            "uitgevoerd",
            "verantwoord",
        ]
