"""What was promised or decided stays as it was: proven with raw SQL, as the role that serves."""

import threading
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from actieplannen.enums import Planstatus
from actieplannen.models import Actie, Actiebudget, Actieindicator, Doelstelling, Jaaractieplan, Planstap, Planversie
from actieplannen.selectors.inhoud import inhoud_van
from actieplannen.services.levensloop import plan_goedkeuren, plan_indienen, plan_intrekken
from actieplannen.services.wijzigen import Wijziging, leg_wijziging_vast, open_voor_wijziging
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.actieplannen.test_inhoud import vol_plan
from tests.actieplannen.test_levensloop import GOED, VANDAAG
from tests.factories import ActieFactory, GebiedFactory, LidmaatschapFactory, OrganisatieFactory, UserFactory

BELOFTEN = [
    "UPDATE actieplannen_jaaractieplan SET titel = 'anders'",
    "DELETE FROM actieplannen_jaaractieplan",
    "UPDATE actieplannen_doelstelling SET titel = 'anders'",
    "UPDATE actieplannen_actie SET titel = 'anders'",
    "UPDATE actieplannen_actie SET gemeenten = '{}'",
    "UPDATE actieplannen_actie SET eind = '2029-01-01'",
    "DELETE FROM actieplannen_actie",
    "UPDATE actieplannen_actiebudget SET gepland = gepland + 0.01",
    "DELETE FROM actieplannen_actiebudget",
    "UPDATE actieplannen_actieindicator SET streefwaarde = 1",
    "UPDATE actieplannen_actieindicator SET definitie = ''",
    "DELETE FROM actieplannen_actieindicator",
]
VERSLAG = [
    "UPDATE actieplannen_actie SET voortgang = 'KLAAR', volgorde = 9",
    "UPDATE actieplannen_actie SET trekker_id = NULL",
    "UPDATE actieplannen_actiebudget SET besteed = 12.5, vte_besteed = 1",
    "UPDATE actieplannen_jaaractieplan SET versie = versie + 1",
]


def _sql(opdracht: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def _plan(status: str) -> Jaaractieplan:
    plan = vol_plan()
    plan.status = status
    plan.save()
    return plan


def test_dit_is_de_rol_die_dient(gebied):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone()[0] == settings.APP_ROL


class TestBesluiten:
    @pytest.mark.parametrize("wat", ["UPDATE {} SET reden = 'anders'", "UPDATE {} SET nummer = 9", "DELETE FROM {}"])
    @pytest.mark.parametrize("tabel", ["actieplannen_planversie", "actieplannen_amendement"])
    def test_versie_en_amendement(self, gebied, toegang_regisseur, tabel, wat):
        plan = _plan("GOEDGEKEURD")
        Planversie.objects.create(
            plan=plan, nummer=1, status=plan.status, reden="x", inhoud=inhoud_van(plan), door=UserFactory()
        )
        wijziging = [Wijziging("actie", "a", "b")]
        leg_wijziging_vast(plan, onderwerp="x", wijzigingen=wijziging, reden="y", door=toegang_regisseur)

        with pytest.raises(IntegrityError, match="staat vast"):
            _sql(wat.format(tabel))


class TestBelofte:
    @pytest.mark.parametrize("opdracht", BELOFTEN)
    @pytest.mark.parametrize("status", ["INGEDIEND", "GOEDGEKEURD", "UITGEVOERD", "VERANTWOORD"])
    def test_verandert_niet_achter_de_diensten_om(self, gebied, status, opdracht):
        _plan(status)

        with pytest.raises(IntegrityError, match="staat vast"):
            _sql(opdracht)

    @pytest.mark.parametrize("opdracht", [o for o in BELOFTEN if o.startswith("UPDATE")])
    def test_een_concept_is_vrij(self, gebied, opdracht):
        _plan("CONCEPT")
        _sql(opdracht)

    @pytest.mark.parametrize("opdracht", VERSLAG)
    @pytest.mark.parametrize("status", Planstatus.values)
    def test_wat_verslag_is_houdt_niemand_tegen(self, gebied, status, opdracht):
        _plan(status)
        _sql(opdracht)

    def test_met_reden_gaat_de_deur_open_voor_dat_plan(self, gebied):
        plan, ander = _plan("GOEDGEKEURD"), ActieFactory(titel="Van een ander plan").doelstelling.plan
        Jaaractieplan.objects.filter(pk=ander.pk).update(status="GOEDGEKEURD")

        open_voor_wijziging(plan, reden="de partner stopte")
        Actie.objects.filter(doelstelling__plan=plan).update(titel="Anders")
        with pytest.raises(IntegrityError), transaction.atomic():
            Actie.objects.filter(doelstelling__plan=ander).update(titel="Anders")
        open_voor_wijziging(ander, reden="ook hier")
        Actie.objects.update(titel="Beide")

    @pytest.mark.parametrize("reden", ["", "  "])
    def test_zonder_reden_blijft_ze_toe(self, gebied, reden):
        plan = _plan("GOEDGEKEURD")
        with suppress(DomainError):
            open_voor_wijziging(plan, reden=reden)

        with pytest.raises(IntegrityError, match="staat vast"):
            _sql("UPDATE actieplannen_actie SET titel = 'anders'")

    def test_een_lege_begroting_belooft_niets(self, gebied):
        plan = _plan("UITGEVOERD")
        rij = Actiebudget.objects.create(actie=Actie.objects.van_plan(plan).get(), jaar=2027, bron="ANDER", besteed=5)
        rij.noot = "toch de provincie"
        rij.save()
        rij.delete()

    def test_elk_beloofd_veld_is_bewaakt(self, gebied):
        """A new column of what is promised must be in a trigger, or be named here as what may change."""
        vrij = {
            Jaaractieplan: "id gebied status vorig versie created_at",
            Doelstelling: "id gebied volgorde reeks versie created_at",
            Actie: "id gebied volgorde voortgang reeks versie created_at",
            Actiebudget: "id gebied besteed vte_besteed",
            Actieindicator: "id gebied volgorde reeks versie created_at",
        }
        for model, namen in vrij.items():
            tekst = next(t.condition.sql for t in model._meta.triggers if t.name.endswith("_wijzigt"))
            velden = {f.name: f.column for f in model._meta.local_fields if f.name not in namen.split()}
            bewaakt = {naam for naam, kolom in velden.items() if f"OLD.{kolom} IS DISTINCT" in tekst}
            assert bewaakt == set(velden), model


def test_elke_dienst_op_een_belofte_gaat_door_de_deur():
    """Adding is not held by the database: so every service module that makes a promised row opens the plan first."""
    eigen_weg = {
        "sjablonen.py",  # makes a new concept, and adds through actie_toevoegen
        "overnemen.py",  # makes a new concept
    }
    for bestand in Path("actieplannen/services").glob("*.py"):
        bron = bestand.read_text(encoding="utf-8")
        maakt = any(f"{model}(" in bron or f"{model}.objects.create(" in bron for model in _MODELLEN)
        if maakt and bestand.name not in eigen_weg:
            assert "open_voor_wijziging(" in bron or "open_voor_opvolging(" in bron, bestand.name


_MODELLEN = ("Doelstelling", " Actie", "Actiebudget", "Actieindicator", "Actiepartner")


@pytest.mark.django_db(transaction=True)
class TestTegelijk:
    def _loop(self, gebied, leden, opdrachten):
        start, uitkomsten = threading.Barrier(len(opdrachten)), []

        def een(lid, opdracht):
            try:
                with gebied_context(gebied, lid_van=lid.lid_van):
                    plan = Jaaractieplan.objects.get()
                    start.wait(10)
                    uitkomsten.append(opdracht(plan, lid))
            except DomainError as fout:
                uitkomsten.append(str(fout))
            finally:
                connection.close()

        draden = [threading.Thread(target=een, args=paar) for paar in zip(leden, opdrachten, strict=True)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(30)
        return uitkomsten

    @pytest.fixture
    def wereld(self):
        gebied = GebiedFactory()
        huis = OrganisatieFactory(gebied=gebied, regieverband=True)
        leden = [LidmaatschapFactory(organisatie=huis, rol=Rol.REGISSEUR) for _ in range(2)]
        with gebied_context(gebied):
            vol_plan()
        return gebied, [Lidmaatschap.objects.filter(pk=lid.pk).toegang() for lid in leden]

    def test_twee_dienen_in(self, wereld):
        gebied, leden = wereld

        def indienen(plan, lid):
            return plan_indienen(plan=plan, ondanks=True, door=lid, vandaag=VANDAAG)

        uitkomsten = self._loop(gebied, leden, [indienen, indienen])
        zinnen = [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, str)]
        assert zinnen == ["Een collega was je voor: dit plan is intussen ingediend. Kijk de pagina na."]
        with gebied_context(gebied):
            assert (Planstap.objects.count(), Planversie.objects.count()) == (1, 1)

    def test_goedkeuren_en_intrekken(self, wereld):
        gebied, leden = wereld
        with gebied_context(gebied):
            plan_indienen(plan=Jaaractieplan.objects.get(), ondanks=True, door=leden[0], vandaag=VANDAAG)

        uitkomsten = self._loop(
            gebied,
            leden,
            [
                lambda plan, lid: plan_goedkeuren(plan=plan, goedkeuring=GOED, door=lid, vandaag=VANDAAG),
                lambda plan, lid: plan_intrekken(plan=plan, door=lid, vandaag=VANDAAG),
            ],
        )
        gewonnen = [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Planstap)]
        assert len(gewonnen) == 1
        assert next(u for u in uitkomsten if isinstance(u, str)).startswith("Een collega was je voor")
        with gebied_context(gebied):
            assert Jaaractieplan.objects.get().status == gewonnen[0].naar
