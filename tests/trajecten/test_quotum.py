"""The forecast of the quotum, in heads and in euro, and the page of the own OCMW."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from regie.core.permissions import Rol
from tests.factories import ClientFactory, OrganisatieFactory, PlaatsingFactory, StapFactory, TrajectFactory
from tests.trajecten.hulp import als
from trajecten.models import Quotum
from trajecten.regels.quotum import VstStap, raming_aantal, raming_budget
from trajecten.selectors.quotum import quotumblad

VANDAAG = date(2026, 11, 23)
EEN = Decimal(1)


class TestAantal:
    @pytest.mark.parametrize(
        ("stappen", "tempo", "gebruikt", "gepland", "verwacht"),
        [
            ([], "0", 0, 0, 0),
            ([VstStap(date(2026, 2, 1), None, EEN)], "0", 1, 0, 0),
            ([VstStap(date(2025, 12, 31), None, EEN)], "0", 0, 0, 0),
            ([VstStap(date(2026, 12, 1), None, EEN, gestart=False)], "0", 0, 1, 0),
            ([VstStap(date(2026, 12, 1), None, EEN, gestart=False)], "2", 0, 1, 1),
            ([], "2", 0, 0, 2),
            ([VstStap(date(2027, 1, 1), None, EEN, gestart=False)], "0", 0, 0, 0),
        ],
    )
    def test_telt_starts_van_het_jaar(self, stappen, tempo, gebruikt, gepland, verwacht):
        raming = raming_aantal(stappen, toegekend=10, jaar=2026, vandaag=VANDAAG, starts_per_maand=Decimal(tempo))

        assert (raming.gebruikt, raming.gepland, raming.verwacht) == (gebruikt, gepland, verwacht)

    def test_op_de_laatste_dag_komt_er_niets_meer_bij(self):
        raming = raming_aantal([], toegekend=4, jaar=2026, vandaag=date(2026, 12, 31), starts_per_maand=Decimal(3))

        assert raming.einde_jaar == 0


class TestBudget:
    @pytest.mark.parametrize("breuk", [EEN, Decimal("0.5")])
    def test_is_dag_na_dag_geteld(self, breuk):
        """An oracle that walks the year."""
        stap = VstStap(date(2025, 10, 1), date(2026, 12, 10), breuk)
        per_dag = Decimal(1000) * 12 / 365
        dagen = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
        gewerkt = [dag for dag in dagen if stap.start <= dag <= stap.laatste]

        raming = raming_budget(
            [stap],
            toegekend=Decimal(10000),
            jaar=2026,
            vandaag=VANDAAG,
            maandbedrag=Decimal(1000),
            starts_per_maand=Decimal(0),
        )

        verleden = sum(1 for dag in gewerkt if dag <= VANDAAG) * breuk * per_dag
        assert raming.gebruikt == verleden.quantize(Decimal("0.01"))
        assert raming.einde_jaar == pytest.approx(len(gewerkt) * breuk * per_dag, abs=Decimal("0.02"))

    def test_een_heel_jaar_voltijds_is_twaalf_maanden(self):
        raming = raming_budget(
            [VstStap(date(2026, 1, 1), date(2026, 12, 31), EEN)],
            toegekend=Decimal(12000),
            jaar=2026,
            vandaag=date(2026, 12, 31),
            maandbedrag=Decimal(1000),
            starts_per_maand=Decimal(0),
        )

        assert (raming.gebruikt, raming.procent_nu) == (12000, 100.0)


def _vst(start, status="LOPEND", einde=None, **client):
    traject = TrajectFactory(lopend=True, client=ClientFactory(**client))
    stap = StapFactory(traject=traject, instrument_id="ART60_VST", start=start, status=status, einde_voorzien=einde)
    gebruiker = OrganisatieFactory(gebied=traject.gebied, gebruikersplaats=True)
    PlaatsingFactory(stap=stap, breuk=EEN, gebruiker=gebruiker)
    return stap


class TestBlad:
    def test_waarschuwt_als_het_bijna_op_is(self, gebied, ocmw):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=2)
        for maand in (2, 5):
            _vst(date(2026, maand, 1), einde=date(2027, maand, 1))

        blad = quotumblad(ocmw, jaar=2026, vandaag=VANDAAG)

        assert blad.melding is not None and blad.melding[0] == "letop" and "100,0" in blad.melding[1]
        assert [einde.laatste for einde in blad.einden] == [date(2027, 2, 1), date(2027, 5, 1)]

    @pytest.mark.parametrize(("vandaag", "soort"), [(date(2026, 6, 30), None), (date(2026, 7, 1), "info")])
    def test_weinig_gebruikt_vanaf_een_juli(self, vandaag, soort, gebied, ocmw):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=50)
        _vst(date(2026, 2, 1))

        melding = quotumblad(ocmw, jaar=2026, vandaag=vandaag).melding

        assert (melding[0] if melding else None) == soort

    def test_een_budget_in_euro(self, gebied, ocmw):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, modus="BUDGET", budget=Decimal(5000))
        _vst(date(2026, 11, 1), einde=date(2026, 12, 31))

        blad = quotumblad(ocmw, jaar=2026, vandaag=VANDAAG)

        assert blad.is_budget
        assert dict(blad.regels())["Toegekend"] == "€ 5.000"


@pytest.mark.usefixtures("klok")
class TestPagina:
    def test_toont_wie_eindigt_en_kost_weinig_vragen(self, als_begeleider, ocmw, url, django_assert_max_num_queries):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=10)
        for maand in range(1, 9):
            _vst(date(2026, maand, 1), einde=date(2027, maand, 1), voornaam="Amina", familienaam=f"Test{maand}")

        with django_assert_max_num_queries(22):
            html = als_begeleider.get(url("quotum")).content.decode()

        assert "Amina Test8" in html
        assert "8 (80,0" in html

    def test_niemand_van_een_ander_ocmw(self, client, ocmw, ander_ocmw, url):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=10)
        _vst(date(2026, 2, 1), voornaam="Amina", familienaam="Verborgen")

        html = als(client, ander_ocmw, Rol.TEAMVERANTWOORDELIJKE).get(url("quotum")).content.decode()

        assert "Verborgen" not in html
