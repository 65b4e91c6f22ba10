from datetime import date, timedelta

import pytest

from regie.cijfers.selectors import signalen
from tests.cijfers.hulp import S, lopend, maak_traject, tot
from tests.factories import StapFactory
from trajecten.enums import TermijnSoort
from trajecten.models import Quotum, Termijn, Traject

VANDAAG = date(2026, 11, 23)


def gevonden(vandaag: date = VANDAAG) -> list[tuple[str, str, str, str]]:
    return [(s.code, s.soort, s.organisatie, s.tekst) for s in signalen(vandaag).signalen]


@pytest.fixture(autouse=True)
def _iedereen_gezien(monkeypatch, gebied):
    """Trajecten of these tests have had contact, unless a test says otherwise."""
    oud = Traject.save

    def bewaar(zelf, *args, **kwargs):
        zelf.laatste_contact_op = zelf.laatste_contact_op or VANDAAG
        oud(zelf, *args, **kwargs)

    monkeypatch.setattr(Traject, "save", bewaar)


def termijn(op: date, *, aantal: int = 1, soort: str = TermijnSoort.EVALUATIE, **velden: object) -> None:
    traject = lopend(date(2026, 1, 1))
    for _ in range(aantal):
        Termijn.objects.create(
            eigenaar_id=traject.eigenaar_id,
            traject=traject,
            soort=soort,
            omschrijving="evaluatie",
            vervalt_op=op,
            **velden,
        )


class TestEvaluatieTeLaat:
    def test_telt_dossiers_en_pas_na_de_marge(self, gebied, ocmw):
        for _ in range(5):
            termijn(VANDAAG - timedelta(days=8), aantal=2)
        termijn(VANDAAG - timedelta(days=7))

        assert gevonden() == [("evaluatie_te_laat", "letop", ocmw.naam, "5 dossiers")]

    def test_een_klein_aantal_wordt_niet_genoemd(self, gebied, ocmw):
        termijn(date(2026, 10, 1))

        assert gevonden() == [("evaluatie_te_laat", "letop", ocmw.naam, "< 5 dossiers")]

    def test_wat_gehouden_is_of_niet_meer_hoeft_telt_niet(self, gebied):
        termijn(date(2026, 10, 1), afgehandeld_op=date(2026, 11, 1))
        termijn(date(2026, 10, 1), vervallen_op=date(2026, 11, 1))
        termijn(date(2026, 10, 1), soort=TermijnSoort.GPMI)

        assert gevonden() == []


class TestTwe:
    @pytest.mark.parametrize(("dag", "soort"), [(23, "letop"), (25, "dringend"), (30, "dringend")])
    def test_wordt_dringend_op_het_einde_van_de_maand(self, gebied, dag, soort):
        StapFactory(instrument_id="TWE", status="LOPEND", start=date(2026, 10, 1))
        StapFactory(
            instrument_id="TWE", status="LOPEND", start=date(2026, 10, 1), mlp_geregistreerd_op=date(2026, 10, 1)
        )

        (signaal,) = signalen(date(2026, 11, dag)).signalen

        assert (signaal.soort, signaal.titel) == (soort, "TWE-registratie ontbreekt op 30/11")
        assert signaal.deadline == date(2026, 11, 30)


class TestEindeArt60:
    def test_binnen_drie_maanden(self, gebied, ocmw):
        for einde in (date(2026, 11, 22), date(2026, 11, 23), date(2027, 2, 23), date(2027, 2, 24)):
            for _ in range(5):
                StapFactory(instrument_id="ART60", status="LOPEND", start=date(2026, 1, 1), einde_voorzien=einde)

        assert gevonden() == [("art60_einde", "letop", ocmw.naam, "10 dossiers")]


class TestGeenContact:
    def test_na_zestig_dagen_stilte(self, gebied, ocmw):
        grens = VANDAAG - timedelta(days=60)
        for contact in (grens, grens - timedelta(days=1)):
            for _ in range(6):
                tot(maak_traject(laatste_contact_op=contact), S.INTAKE, date(2026, 1, 5))

        assert gevonden() == [("geen_contact", "info", ocmw.naam, "6 dossiers")]

    def test_wie_nooit_gezien_is_telt_vanaf_de_intake(self, gebied, ocmw):
        for intake in (date(2026, 1, 5), date(2026, 11, 20)):
            traject = tot(maak_traject(), S.INTAKE, intake)
            Traject.objects.filter(pk=traject.pk).update(laatste_contact_op=None)

        assert gevonden() == [("geen_contact", "info", ocmw.naam, "< 5 dossiers")]


class TestQuotum:
    def vul(self, ocmw, toegekend: int, gestart: int) -> None:
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=toegekend)
        for _ in range(gestart):
            StapFactory(instrument_id="ART60_VST", status="LOPEND", start=date(2026, 2, 1))

    def test_bijna_vol(self, gebied, ocmw):
        self.vul(ocmw, 10, 9)

        assert gevonden() == [("quotum_vst", "letop", ocmw.naam, "9 van 10")]

    def test_vol_is_dringend_en_staat_bovenaan(self, gebied, ocmw):
        self.vul(ocmw, 6, 6)
        termijn(date(2026, 10, 1))

        assert [code for code, *_ in gevonden()] == ["quotum_vst", "evaluatie_te_laat"]

    def test_weinig_gebruikt_pas_vanaf_juli(self, gebied, ocmw):
        self.vul(ocmw, 20, 6)

        assert gevonden(date(2026, 6, 30)) == []
        assert gevonden(date(2026, 7, 1)) == [("quotum_vst", "info", ocmw.naam, "6 van 20")]

    def test_een_verborgen_aantal_wordt_door_het_signaal_niet_kleiner(self, gebied, ocmw):
        """Less than half of 6 would say "1 or 2"; less than half of 20 says no more than "< 5" does."""
        self.vul(ocmw, 6, 2)
        assert gevonden() == []

        Quotum.objects.update(toegekend=20)
        assert gevonden() == [("quotum_vst", "info", ocmw.naam, "< 5 van 20")]


def test_alleen_wie_in_dit_gebied_zit(gebied, ander_gebied):
    StapFactory(instrument_id="TWE", status="LOPEND", start=date(2026, 10, 1))

    assert {organisatie for _, _, organisatie, _ in gevonden()} != {ander_gebied.ocmw.naam}
