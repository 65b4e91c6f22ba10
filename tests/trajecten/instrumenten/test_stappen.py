"""Steps of a running traject: added, started, ended and taken back; the database refuses what the rules refuse."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from regie.core.exceptions import DomainError, DomainErrors
from tests.factories import OrganisatieFactory, StapFactory, TrajectFactory
from trajecten import services
from trajecten.models import (
    Evaluatie,
    GpmiEvaluatie,
    ImwBeslissing,
    Plaatsing,
    Stap,
    Termijn,
    Traject,
    UitstroomCode,
    Wijkwerkuren,
)


class TestDatabank:
    """What a row saved past the services meets."""

    @pytest.fixture
    def traject(self, gebied):
        traject = TrajectFactory(lopend=True)
        StapFactory(
            traject=traject,
            instrument_id="ART60",
            status="LOPEND",
            start=date(2026, 1, 1),
            einde_voorzien=date(2026, 12, 31),
        )
        return traject

    @pytest.mark.parametrize("code", ["ART60", "ART60_VST", "IMW", "WIJKWERKEN", "IBO"])
    def test_weigert_een_tweede_stap_in_hetzelfde_vak(self, traject, code):
        with pytest.raises(IntegrityError, match="stap_geen_overlap"), transaction.atomic():
            StapFactory(traject=traject, instrument_id=code, start=date(2026, 12, 31))

    @pytest.mark.parametrize("code", ["TWE", "OPLEIDING", "RIJBEWIJS", "WES"])
    def test_laat_toe_wat_naast_elkaar_mag(self, traject, code):
        assert StapFactory(traject=traject, instrument_id=code, start=date(2026, 3, 1)).pk

    def test_laat_toe_wat_erna_komt(self, traject):
        assert StapFactory(traject=traject, instrument_id="IMW", start=date(2027, 1, 1)).pk

    def test_weigert_twee_lopende_ook_als_de_eerste_uitloopt(self, traject):
        with pytest.raises(IntegrityError, match="stap_een_lopende_per_vak"), transaction.atomic():
            StapFactory(traject=traject, instrument_id="IMW", status="LOPEND", start=date(2027, 1, 1))

    def test_weigert_een_verlenging_over_de_volgende_stap(self, traject):
        StapFactory(traject=traject, instrument_id="IMW", start=date(2027, 1, 1))

        with pytest.raises(IntegrityError, match="stap_geen_overlap"), transaction.atomic():
            Stap.objects.filter(traject=traject, instrument="ART60").update(einde_voorzien=date(2027, 1, 1))

    def test_leidt_het_vak_zelf_af(self, traject):
        stap = StapFactory(traject=traject, instrument_id="OPLEIDING", start=date(2026, 3, 1))

        with pytest.raises(IntegrityError), transaction.atomic():
            Stap.objects.filter(pk=stap.pk).update(instrument="ART61")

    def test_weigert_een_lopende_stap_met_einddatum(self, traject):
        with pytest.raises(IntegrityError, match="stap_status_en_einde"), transaction.atomic():
            Stap.objects.filter(traject=traject).update(einde=date(2026, 6, 1))


class TestToevoegen:
    def test_een_opleiding_naast_art60(self, stappenplan, loop):
        traject = stappenplan("LOPEND")

        stap = loop(traject, "OPLEIDING", opleiding=services.OpleidingInvoer(soort="NT2", verstrekker="CVO"))

        traject.refresh_from_db()
        assert stap.status == "LOPEND"
        assert stap.opleiding.soort == "NT2"
        assert traject.instrument_id == "ART60"  # work stands for the traject, not the course
        assert traject.stappen.filter(status="LOPEND").count() == 2

    def test_twee_contracten_nooit_en_dat_zegt_de_dienst(self, stappenplan, voeg_toe):
        traject = stappenplan("LOPEND")

        with pytest.raises(DomainErrors, match="maatwerk kan daar niet naast"):
            voeg_toe(traject, "IMW")

    def test_de_volgende_stap_mag_gepland_worden_na_de_vorige(self, stappenplan, voeg_toe, wie):
        traject = stappenplan("LOPEND")
        einde = traject.stappen.get().einde_voorzien

        stap = voeg_toe(traject, "IMW", start=date.fromordinal(einde.toordinal() + 1))

        assert stap.status == "GEPLAND"
        with pytest.raises(DomainError, match="De start is gepland op"):
            services.stap_starten(stap=stap, afwijking_reden="", **wie)

    def test_een_afgeschaft_instrument_zegt_sinds_wanneer(self, stappenplan, voeg_toe):
        with pytest.raises(DomainErrors, match="LDE neemt sinds 01/07/2023 niemand meer op"):
            voeg_toe(stappenplan("LOPEND"), "LDE")

    def test_twe_vraagt_ook_hier_vier_keer_ja(self, stappenplan, voeg_toe):
        with pytest.raises(DomainErrors, match="vier vragen van de TWE-test"):
            voeg_toe(stappenplan("LOPEND"), "TWE")

    def test_alleen_als_het_traject_loopt(self, stappenplan, voeg_toe):
        with pytest.raises(DomainErrors, match="kan als het traject loopt"):
            voeg_toe(stappenplan("WACHT_OP_START"), "OPLEIDING")

    def test_art60_na_twe_vraagt_een_gebruiker(self, stappenplan, voeg_toe):
        with pytest.raises(DomainErrors, match="Kies de gebruiker"):
            voeg_toe(stappenplan("LOPEND"), "ART60", start=date(2028, 1, 3))

    def test_te_lang_zonder_motivering(self, stappenplan, voeg_toe):
        with pytest.raises(DomainErrors, match="Werkervaringsstage duurt hoogstens 6 maanden"):
            voeg_toe(stappenplan("LOPEND"), "WES", einde_voorzien=date(2027, 6, 1))

    def test_starten_vraagt_de_documenten(self, stappenplan, voeg_toe, wie):
        stap = voeg_toe(stappenplan("LOPEND"), "WES")

        with pytest.raises(DomainErrors, match="WES-overeenkomst ontbreekt nog"):
            services.stap_starten(stap=stap, afwijking_reden="", **wie)
        services.documenten_noteren(stap=stap, velden={"doc_wes_overeenkomst": date(2026, 10, 30)}, **wie)

        assert services.stap_starten(stap=stap, afwijking_reden="", **wie).status == "LOPEND"


class TestBeeindigen:
    def test_het_traject_loopt_verder_met_wat_overblijft(self, stappenplan, loop, wie):
        traject = stappenplan("LOPEND")
        loop(traject, "OPLEIDING")
        art60 = traject.stappen.get(instrument="ART60")

        services.stap_beeindigen(stap=art60, einde=date(2026, 11, 20), uitkomst="VOLGENDE_STAP", toelichting="", **wie)

        traject.refresh_from_db()
        assert (traject.status, traject.instrument_id, traject.gebruiker) == ("LOPEND", "OPLEIDING", None)
        assert Plaatsing.objects.get(stap=art60).einde == date(2026, 11, 20)
        assert not Evaluatie.objects.filter(
            plaatsing__stap=art60, geannuleerd_op=None, gepland_op__gt=date(2026, 11, 20)
        )
        open_termijnen = Termijn.objects.filter(traject=traject, afgehandeld_op=None, vervallen_op=None)
        assert not open_termijnen.filter(evaluatie__geannuleerd_op__isnull=False)

    def test_geslaagd_geeft_een_attest(self, stappenplan, loop, wie):
        stap = loop(stappenplan("LOPEND"), "OPLEIDING", opleiding=services.OpleidingInvoer(soort="TECHNISCH"))

        services.stap_beeindigen(stap=stap, einde=date(2026, 11, 20), uitkomst="GESLAAGD", toelichting="", **wie)

        stap.opleiding.refresh_from_db()
        assert stap.opleiding.attest_op == date(2026, 11, 20)

    @pytest.mark.parametrize(("einde", "melding"), [(date(2026, 11, 24), "toekomst"), (date(2026, 11, 1), "latere")])
    def test_weigert_een_onmogelijke_dag(self, stappenplan, loop, wie, einde, melding):
        stap = loop(stappenplan("LOPEND"), "OPLEIDING")

        with pytest.raises(DomainError, match=melding):
            services.stap_beeindigen(stap=stap, einde=einde, uitkomst="AFGEROND", toelichting="", **wie)


class TestWissen:
    def test_wat_niet_gestart_is(self, stappenplan, voeg_toe, wie):
        traject = stappenplan("LOPEND")
        stap = voeg_toe(traject, "RIJBEWIJS")

        services.stap_wissen(stap=stap, **wie)

        assert not Stap.objects.filter(pk=stap.pk).exists()
        assert traject.client.tijdlijn.filter(titel="Geplande stap gewist: rijbewijsproject").exists()

    def test_nooit_wat_liep(self, stappenplan, wie):
        stap = stappenplan("LOPEND").stappen.get()

        with pytest.raises(DomainError, match="al gestart"):
            services.stap_wissen(stap=stap, **wie)


class TestAnderePlaats:
    @pytest.fixture
    def plan(self, gebied):
        partijen = ("tbs_ocmw_op", "tbs_gebruiker_op", "tbs_werknemer_op", "tbs_gemeld_op")

        def maak(**velden):
            standaard = {
                "gebruiker": OrganisatieFactory(gebied=gebied, gebruikersplaats=True),
                "werkplaats": None,
                "functie": "magazijnier",
                "vanaf": date(2026, 11, 16),
                "tbs": dict.fromkeys(partijen, date(2026, 11, 10)),
                "afwijking_reden": "",
            }
            return {**standaard, **velden}

        return maak

    def test_de_vorige_eindigt_de_dag_ervoor(self, stappenplan, wie, plan):
        traject = stappenplan("LOPEND", breuk=Decimal("0.8"))
        stap = traject.stappen.get()

        nieuw = services.plaats_wijzigen(stap=stap, **plan(), **wie)

        vorige = stap.plaatsingen.get(functie="groenarbeider")
        traject.refresh_from_db()
        assert vorige.einde == date(2026, 11, 15)
        assert (nieuw.breuk, nieuw.contract_getekend_op) == (vorige.breuk, vorige.contract_getekend_op)
        assert nieuw.tbs_ocmw_op != vorige.tbs_ocmw_op
        assert traject.gebruiker == nieuw.gebruiker

    def test_de_nieuwe_plaats_vraagt_een_eigen_tbs(self, stappenplan, wie, plan):
        stap = stappenplan("LOPEND").stappen.get()

        with pytest.raises(DomainErrors, match="nog niet getekend door het OCMW, de gebruiker en de werknemer"):
            services.plaats_wijzigen(stap=stap, **plan(tbs={}), **wie)

    def test_gepland_mag_zonder_handtekening(self, stappenplan, wie, plan):
        traject = stappenplan("LOPEND")
        eerste = traject.gebruiker

        services.plaats_wijzigen(stap=traject.stappen.get(), **plan(tbs={}, vanaf=date(2027, 1, 4)), **wie)

        traject.refresh_from_db()
        assert traject.gebruiker == eerste  # until that day

    def test_niet_voor_de_vorige_begon(self, stappenplan, wie, plan):
        stap = stappenplan("LOPEND").stappen.get()

        with pytest.raises(DomainErrors, match="Kies een latere dag"):
            services.plaats_wijzigen(stap=stap, **plan(vanaf=date(2026, 10, 1)), **wie)


class TestWijkwerken:
    @pytest.fixture
    def stap(self, gebied):
        traject = TrajectFactory(lopend=True)
        return StapFactory(traject=traject, instrument_id="WIJKWERKEN", status="LOPEND", start=date(2026, 1, 5))

    @pytest.mark.parametrize(("uren", "gemeld"), [(49, False), (50, True), (60, True)])
    def test_verwittigt_vanaf_vijftig(self, stap, wie, uren, gemeld):
        standen = services.uren_noteren(stap=stap, uren={date(2026, 11, 1): uren}, **wie)

        assert bool(standen) == gemeld

    def test_stopt_bij_zestig_per_maand(self, stap, wie):
        with pytest.raises(DomainErrors, match="hoogstens 60 uur wijk-werken; je komt aan 61 uur"):
            services.uren_noteren(stap=stap, uren={date(2026, 11, 1): 61}, **wie)

        assert not Wijkwerkuren.objects.exists()

    def test_stopt_bij_630_per_jaar(self, stap, wie):
        services.uren_noteren(stap=stap, uren={date(2026, m, 1): 60 for m in range(1, 11)}, **wie)

        with pytest.raises(DomainErrors, match="In 2026 kan hoogstens 630 uur"):
            services.uren_noteren(stap=stap, uren={date(2026, 11, 1): 31}, **wie)

    def test_verwittigt_vanaf_560_per_jaar(self, stap, wie):
        uren = {date(2026, m, 1): 49 for m in range(1, 12)} | {date(2026, 1, 1): 49 + 21}
        with pytest.raises(DomainErrors):
            services.uren_noteren(stap=stap, uren=uren, **wie)
        standen = services.uren_noteren(stap=stap, uren={date(2026, m, 1): 51 for m in range(1, 12)}, **wie)

        assert [stand.uren for stand in standen if stand.wat == "2026"] == [561]

    def test_alleen_maanden_dat_de_stap_liep(self, stap, wie):
        with pytest.raises(DomainErrors, match="In 12/2026 liep deze stap niet"):
            services.uren_noteren(stap=stap, uren={date(2026, 12, 1): 10}, **wie)


class TestIndividueelMaatwerk:
    @pytest.fixture
    def stap(self, stappenplan, loop):
        return loop(stappenplan("LOPEND", instrument="TWE"), "IMW")

    def noteer(self, stap, wie, **velden):
        standaard = {"dossiernummer": "IMW-1", "kwartaal": date(2026, 11, 2), "soort": "BLIJVEND"}
        return services.imw_beslissing_noteren(stap=stap, **{**standaard, **velden}, **wie)

    def test_de_beslissing_geeft_de_einddatum(self, stap, wie):
        self.noteer(stap, wie)

        stap.refresh_from_db()
        assert stap.einde_voorzien == date(2031, 9, 30)  # five years from the quarter that began on 1 October
        assert "5 jaar" in stap.einde_regel["uitleg"]
        assert Traject.objects.get().einddatum_voorzien == date(2031, 9, 30)

    def test_tijdelijk_is_niet_hernieuwbaar(self, stap, wie):
        self.noteer(stap, wie, soort="TIJDELIJK", kwartaal=date(2026, 7, 1), dossiernummer="IMW-1")

        with pytest.raises(DomainErrors, match="niet hernieuwbaar"):
            self.noteer(stap, wie)

    def test_hernieuwen_alleen_in_de_laatste_twee_jaar(self, stap, wie):
        self.noteer(stap, wie, kwartaal=date(2026, 7, 1))

        with pytest.raises(DomainErrors, match="in de laatste 24 maanden"):
            self.noteer(stap, wie)

    def test_een_beslissing_over_de_toekomst_bestaat_niet(self, stap, wie):
        with pytest.raises(DomainErrors, match="toekomst"):
            self.noteer(stap, wie, kwartaal=date(2027, 1, 1))
        assert not ImwBeslissing.objects.exists()


class TestGpmi:
    def test_de_volgende_is_vier_maanden_na_de_vorige(self, stappenplan, wie):
        traject = stappenplan("LOPEND")

        services.gpmi_evaluatie_noteren(traject=traject, datum=date(2026, 11, 20), in_persoon=True, notitie="", **wie)

        assert GpmiEvaluatie.objects.get().in_persoon
        volgende = Termijn.objects.get(soort="GPMI_EVALUATIE", afgehandeld_op=None, vervallen_op=None)
        assert volgende.vervalt_op == date(2027, 3, 22)  # 20 March is a Saturday

    @pytest.mark.parametrize("datum", [date(2026, 11, 24), date(2026, 9, 14)])
    def test_weigert_een_onmogelijke_dag(self, stappenplan, wie, datum):
        with pytest.raises(DomainError):
            services.gpmi_evaluatie_noteren(
                traject=stappenplan("LOPEND"), datum=datum, in_persoon=False, notitie="", **wie
            )


class TestUitstroom:
    def test_alleen_wat_het_instrument_toelaat(self, stappenplan, wie):
        """No dismissal from guidance without a contract."""
        traject = stappenplan("LOPEND", instrument="TWE")

        with pytest.raises(DomainErrors, match="past niet bij de stappen van dit traject"):
            services.traject_afsluiten(
                traject=traject,
                uitstroomcode=UitstroomCode.objects.get(pk="DRINGENDE_REDEN"),
                datum=date(2026, 11, 20),
                motivering="ontslagen",
                **wie,
            )

    def test_alle_stappen_eindigen_en_wat_gepland_was_verdwijnt(self, stappenplan, loop, voeg_toe, wie):
        traject = stappenplan("LOPEND")
        loop(traject, "OPLEIDING")
        voeg_toe(traject, "RIJBEWIJS", start=date(2026, 11, 16))

        services.traject_uitstromen(
            traject=traject,
            uitstroomcode=UitstroomCode.objects.get(pk="NEC_ANDER"),
            datum=date(2026, 11, 20),
            werkgever_kbo="",
            motivering="",
            **wie,
        )

        assert sorted(traject.stappen.values_list("instrument", "status", "einde")) == [
            ("ART60", "BEEINDIGD", date(2026, 11, 20)),
            ("OPLEIDING", "BEEINDIGD", date(2026, 11, 20)),
        ]
