"""What an indicator says now, and what of it is kept at the end of each quarter."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from actieplannen import tasks
from actieplannen.models import Meting
from actieplannen.selectors.indicatoren import indicatoren_van, stand_van
from actieplannen.services import nachtwerk
from actieplannen.services.bevriezen import kwartalen_bevriezen
from actieplannen.services.overnemen import laatste_waarden
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import kerncijfers, vergelijking_ocmw
from regie.core.tenancy import gebied_context
from tests.cijfers.hulp import S, lopend, wissel
from tests.factories import ActieindicatorFactory, OcmwFactory, PlanFactory, UserFactory
from tests.factories.actieplannen import buiten_de_diensten
from trajecten.models import UitstroomCode
from trajecten.services.verloop import traject_uitstromen

VANDAAG = date(2026, 11, 23)


def stand(indicator, vandaag=VANDAAG):
    return stand_van([indicator], vandaag=vandaag)[indicator.pk]


def meting(indicator, kwartaal: int, waarde: str, jaar: int = 2026) -> Meting:
    return Meting.objects.create(
        indicator=indicator,
        jaar=jaar,
        kwartaal=kwartaal,
        op=Periode.kwartaal(jaar, kwartaal).eind,
        waarde=Decimal(waarde),
        door=UserFactory(),
    )


def instroom(op: date, aantal: int) -> list:
    return [lopend(op) for _ in range(aantal)]


class TestGebonden:
    def test_is_het_cijfer_van_de_cockpit(self, gebied, ocmw):
        instroom(date(2026, 3, 10), 8)
        indicator = ActieindicatorFactory(code="instroom", streefwaarde=Decimal(10))

        gevonden = stand(indicator)

        tegel = kerncijfers(Periode.jaar(2026), VANDAAG).tegels[1]
        assert (gevonden.waarde, gevonden.getoond) == (8, tegel.getal.getoond)
        assert (gevonden.percentage, gevonden.is_gehaald) == (80, False)
        assert gevonden.filter == "het hele gebied"
        assert "intakegesprek" in gevonden.definitie
        assert "< 5" in gevonden.uitleg

    def test_ook_na_onderdrukking_en_zonder_lengte_van_een_balk(self, gebied, ocmw):
        ander = OcmwFactory(gebied=gebied, naam="OCMW Zulte")
        with gebied_context(gebied, [ocmw.pk, ander.pk]):
            for _ in range(3):
                lopend(date(2026, 3, 10), ocmw)
            for _ in range(9):
                lopend(date(2026, 3, 10), ander)
            indicator = ActieindicatorFactory(code="instroom", organisatie=ocmw, streefwaarde=Decimal(10))

            gevonden = stand(indicator)

            rijen = vergelijking_ocmw(Periode.jaar(2026), VANDAAG).rijen
            cel = next(rij.cellen[1] for rij in rijen if rij.code == str(ocmw.pk))
            assert gevonden.getoond == cel.getoond == "< 5"
            assert (gevonden.waarde, gevonden.percentage, gevonden.balk, gevonden.is_gehaald) == (None,) * 4
            assert gevonden.filter == f"alleen {ocmw.naam}"

    def test_beweegt_als_een_traject_naar_werk_doorstroomt(self, gebied, ocmw, toegang):
        for traject in instroom(date(2026, 3, 10), 5):
            wissel(traject, S.NAZORG, date(2026, 11, 3), code="NEC_ANDER")
        indicator = ActieindicatorFactory(code="doorstroom", streefwaarde=Decimal(10))
        assert (stand(indicator).waarde, stand(indicator).percentage) == (5, 50)

        traject_uitstromen(
            traject=lopend(date(2026, 5, 4)),
            uitstroomcode=UitstroomCode.objects.get(pk="NEC_ANDER"),
            datum=date(2026, 11, 20),
            werkgever_kbo="",
            motivering="Vond werk als magazijnier.",
            door=toegang,
            vandaag=VANDAAG,
        )

        assert (stand(indicator).waarde, stand(indicator).percentage) == (6, 60)

    def test_een_plan_van_volgend_jaar_heeft_nog_niets(self, gebied):
        indicator = ActieindicatorFactory(code="instroom", actie__doelstelling__plan__jaar=2027)

        assert "01/01/2027" in stand(indicator).reden

    def test_een_cijfer_dat_niet_meer_bestaat_zegt_dat(self, gebied):
        assert stand(ActieindicatorFactory(code="weg")).reden.startswith("Dit cijfer bestaat niet meer")

    def test_een_heel_plan_vraagt_niet_meer_dan_een_indicator(self, gebied, ocmw, django_assert_max_num_queries):
        plan = PlanFactory()
        for code in ("instroom", "doorstroom", "in_behandeling", "quotum_vst", "duurzaam_6m", "evaluatie_op_tijd"):
            for _ in range(5):
                ActieindicatorFactory(code=code, actie__doelstelling__plan=plan)
        rijen = list(indicatoren_van(plan))

        with django_assert_max_num_queries(16):
            standen = stand_van(rijen, vandaag=VANDAAG)

        assert len(standen) == 30


class TestMetDeHand:
    def test_de_laatste_waarde_van_het_jaar_telt(self, gebied):
        indicator = ActieindicatorFactory(eenheid="deelnemers", streefwaarde=Decimal(40))
        meting(indicator, 1, "10")
        meting(indicator, 2, "22.5")
        meting(indicator, 4, "99", jaar=2025)

        gevonden = stand(indicator)

        assert (gevonden.getoond, gevonden.streef_getoond) == ("22,5 deelnemers", "40 deelnemers")
        assert gevonden.peildatum == date(2026, 6, 30)
        assert [k.getoond for k in gevonden.kwartalen] == ["10 deelnemers", "22,5 deelnemers", "", ""]

    def test_zonder_waarde_staat_er_waarom(self, gebied):
        gevonden = stand(ActieindicatorFactory())

        assert (gevonden.getoond, gevonden.reden) == ("–", "Er is nog geen waarde ingevuld.")

    @pytest.mark.parametrize(
        ("richting", "nul", "streef", "nu", "percentage", "gehaald"),
        [
            ("OMHOOG", None, "40", "30", 75, False),
            ("OMHOOG", None, "40", "50", 125, True),
            ("OMHOOG", "20", "0", "0", 100, True),
            ("OMLAAG", "20", "10", "15", 50, False),
            ("OMLAAG", "20", "10", "25", 0, False),
            ("OMLAAG", None, "10", "20", 50, False),
            ("OMLAAG", "20", "10", "8", 100, True),
        ],
    )
    def test_percentage_van_de_streefwaarde(self, gebied, richting, nul, streef, nu, percentage, gehaald):
        indicator = ActieindicatorFactory(
            richting=richting, nulmeting=Decimal(nul) if nul else None, streefwaarde=Decimal(streef)
        )
        meting(indicator, 1, nu)

        gevonden = stand(indicator)

        assert (gevonden.percentage, gevonden.is_gehaald) == (percentage, gehaald)
        assert gevonden.balk <= 100


class TestBevriezen:
    @pytest.fixture
    def plan(self, gebied):
        return PlanFactory(status="GOEDGEKEURD")

    def test_elk_voorbij_kwartaal_ook_een_gemist_en_geen_twee_keer(self, plan, ocmw):
        instroom(date(2026, 2, 10), 7)
        instroom(date(2026, 5, 10), 8)
        indicator = ActieindicatorFactory(code="instroom", actie__doelstelling__plan=plan)

        assert kwartalen_bevriezen(date(2026, 7, 1)) == 2
        assert kwartalen_bevriezen(date(2026, 7, 1)) == 0

        metingen = Meting.objects.filter(indicator=indicator)
        assert [(m.kwartaal, m.op, m.getoond) for m in metingen] == [
            (1, date(2026, 3, 31), "7"),
            (2, date(2026, 6, 30), "15"),
        ]
        assert metingen[0].bron.startswith("Instroom, het hele gebied. ")

    def test_op_de_laatste_dag_loopt_het_kwartaal_nog(self, plan):
        ActieindicatorFactory(code="instroom", actie__doelstelling__plan=plan)

        assert kwartalen_bevriezen(date(2026, 3, 31)) == 0

    def test_wat_verborgen_is_wordt_verborgen_bewaard(self, plan, ocmw):
        instroom(date(2026, 2, 10), 3)
        ActieindicatorFactory(code="instroom", actie__doelstelling__plan=plan)

        kwartalen_bevriezen(date(2026, 4, 1))

        bewaard = Meting.objects.get()
        assert (bewaard.waarde, bewaard.getoond) == (None, "< 5")
        assert "Te weinig personen" in bewaard.reden

    def test_verandert_nooit_meer(self, plan, ocmw):
        instroom(date(2026, 2, 10), 7)
        indicator = ActieindicatorFactory(code="instroom", actie__doelstelling__plan=plan)
        kwartalen_bevriezen(date(2026, 4, 1))

        for doe in (lambda rij: rij.update(waarde=99), lambda rij: rij.delete()):
            with pytest.raises(IntegrityError, match="bevroren"), transaction.atomic():
                doe(Meting.objects.all())
        instroom(date(2026, 2, 11), 5)  # registered too late
        kwartalen_bevriezen(date(2026, 4, 2))

        assert stand(indicator).kwartalen[0].getoond == "7"
        assert stand(indicator).waarde == 12

    def test_een_jaar_dat_voorbij_is_houdt_zijn_slotcijfer(self, plan, ocmw):
        instroom(date(2026, 2, 10), 7)
        indicator = ActieindicatorFactory(code="instroom", actie__doelstelling__plan=plan)
        kwartalen_bevriezen(date(2027, 1, 1))
        instroom(date(2026, 12, 11), 5)

        assert stand(indicator, date(2027, 3, 1)).waarde == 7

    @pytest.mark.parametrize("status", ["CONCEPT", "INGEDIEND", "VERANTWOORD"])
    def test_een_plan_dat_niet_opgevolgd_wordt_heeft_geen_bevroren_cijfers(self, gebied, status):
        ActieindicatorFactory(code="instroom", actie__doelstelling__plan__status=status)
        ActieindicatorFactory(actie__doelstelling__plan__status="GOEDGEKEURD")

        assert kwartalen_bevriezen(VANDAAG) == 0

    def test_de_klok_start_het_voor_elk_gebied(self, plan, ocmw, django_capture_on_commit_callbacks):
        instroom(date(2025, 2, 10), 7)
        buiten_de_diensten(plan)
        plan.jaar = 2025
        plan.save()
        ActieindicatorFactory(code="instroom", actie__doelstelling__plan=plan)

        with django_capture_on_commit_callbacks(execute=True):
            tasks.opvolging_per_gebied()

        assert [m.getoond for m in Meting.objects.all()] == ["7", "7", "7", "7"]

    def test_een_tussenstand_is_geen_nulmeting_van_volgend_jaar(self, plan, ocmw):
        """7 up to March is not what a year brought; how many were busy on a day is."""
        instroom(date(2026, 2, 10), 7)
        stroom, dagstand = (
            ActieindicatorFactory(code=code, actie__doelstelling__plan=plan) for code in ("instroom", "in_behandeling")
        )
        kwartalen_bevriezen(date(2026, 4, 1))
        assert laatste_waarden([stroom, dagstand]) == {dagstand.pk: 7}

        kwartalen_bevriezen(date(2027, 1, 1))

        assert laatste_waarden([stroom, dagstand]) == {stroom.pk: 7, dagstand.pk: 7}

    def test_een_onbekende_naam_doet_niets(self, gebied):
        nachtwerk.voer_uit(naam="weg", vandaag=VANDAAG)

        assert len(set(nachtwerk.namen())) == len(nachtwerk.NACHTWERK)
