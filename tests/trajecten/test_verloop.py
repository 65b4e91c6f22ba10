from datetime import date
from decimal import Decimal

import pytest

from regie.core.exceptions import DomainError, DomainErrors, Verouderd
from tests.factories import LidmaatschapFactory
from trajecten import services
from trajecten.enums import TrajectStatus as S
from trajecten.models import (
    Evaluatie,
    Instrument,
    Nazorgmeting,
    Plaatsing,
    Stap,
    StatusWijziging,
    Termijn,
    UitstroomCode,
)
from trajecten.selectors.overgangen import overgangen
from trajecten.transitions import EINDSTATUSSEN, TRANSITIONS, TransitionNotAllowed, check_transition


class TestTransitions:
    def test_kent_elke_status(self):
        assert set(TRANSITIONS) == set(S)

    def test_uit_een_weigering_leidt_geen_weg(self):
        assert TRANSITIONS[S.GEWEIGERD] == frozenset()
        assert S.GEWEIGERD in EINDSTATUSSEN

    @pytest.mark.parametrize(("van", "naar"), [(S.AANGEMELD, S.LOPEND), (S.NAZORG, S.LOPEND), (S.GEWEIGERD, S.INTAKE)])
    def test_weigert_in_woorden(self, van, naar):
        with pytest.raises(TransitionNotAllowed, match="kan niet naar"):
            check_transition(van, naar)


class TestDeHeleWeg:
    def test_van_aanmelding_tot_nazorg(self, stappenplan):
        traject = stappenplan("NAZORG")

        assert [w.naar for w in StatusWijziging.objects.order_by("pk")] == [
            "AANGEMELD",
            "INTAKE",
            "SCREENING",
            "ACTIEPLAN",
            "WACHT_OP_START",
            "LOPEND",
            "NAZORG",
        ]
        assert (traject.gestart_op, traject.uitgestroomd_op) == (date(2026, 10, 1), date(2026, 11, 2))
        assert traject.uitstroom_kbo == "0428759497"

    def test_elke_wijziging_kent_instrument_en_uitstroom(self, stappenplan):
        stappenplan("NAZORG")

        laatste = StatusWijziging.objects.order_by("-pk")[0]
        assert (laatste.van, laatste.instrument, laatste.uitstroomcode) == ("LOPEND", "ART60", "NEC_ANDER")

    def test_twe_zonder_plaats_bij_een_gebruiker(self, stappenplan, toegang, vandaag):
        traject = stappenplan("WACHT_OP_START", instrument="TWE")

        stap = services.stap_plannen(
            traject=traject,
            start=date(2026, 10, 1),
            breuk=Decimal(1),
            gebruiker=None,
            werkplaats=None,
            functie="",
            bewezen_dagen=0,
            einde_voorzien=None,
            einde_motivering="",
            door=toegang,
            vandaag=vandaag,
        )

        assert stap.einde_voorzien == date(2028, 9, 30)
        assert "24 maanden" in stap.einde_regel["uitleg"]


class TestIntake:
    def test_vraagt_eerst_een_begeleider(self, registreer, toegang, vandaag):
        traject = registreer()
        traject.begeleider = None
        traject.save()

        with pytest.raises(DomainErrors, match="nog geen begeleider"):
            services.intake_voeren(traject=traject, datum=vandaag, door=toegang, vandaag=vandaag)

    @pytest.mark.parametrize(
        ("datum", "melding"), [(date(2026, 11, 24), "toekomst"), (date(2026, 8, 31), "voor 01/09/2026")]
    )
    def test_weigert_een_onmogelijke_datum(self, registreer, toegang, vandaag, datum, melding):
        with pytest.raises(DomainError, match=melding):
            services.intake_voeren(traject=registreer(), datum=datum, door=toegang, vandaag=vandaag)

    def test_handelt_de_termijn_af(self, stappenplan):
        stappenplan("INTAKE")

        assert Termijn.objects.get(soort="INTAKE").afgehandeld_op == date(2026, 9, 8)

    def test_twee_mensen_die_tegelijk_bewaren(self, registreer, toegang, vandaag):
        traject = registreer()
        getoond = traject.versie
        services.traject_toewijzen(traject=traject, begeleider=traject.begeleider, door=toegang, vandaag=vandaag)

        with pytest.raises(Verouderd, match="intussen gewijzigd"):
            services.intake_voeren(
                traject=traject, datum=date(2026, 9, 8), door=toegang, vandaag=vandaag, versie=getoond
            )


class TestToewijzen:
    def test_weigert_iemand_van_een_ander_ocmw(self, registreer, ander_ocmw, toegang, vandaag):
        vreemde = LidmaatschapFactory(organisatie=ander_ocmw).user

        with pytest.raises(DomainError, match="werkt niet bij dit OCMW"):
            services.traject_toewijzen(traject=registreer(), begeleider=vreemde, door=toegang, vandaag=vandaag)


class TestScreeningEnInstrument:
    def test_zegt_alles_wat_ontbreekt_in_een_keer(self, stappenplan, toegang, vandaag):
        traject = stappenplan("INTAKE")

        with pytest.raises(DomainErrors) as fout:
            services.screening_bewaren(
                traject=traject,
                drempels={},
                drempels_bevraagd=False,
                jobdoelwit=" ",
                afstand=None,
                datum=date(2026, 9, 10),
                door=toegang,
                vandaag=vandaag,
            )

        assert len(fout.value.meldingen) == 2

    def test_twe_vraagt_vier_keer_ja(self, stappenplan, toegang, vandaag):
        traject = stappenplan("SCREENING")
        antwoorden = {"generiek": True, "nec": False, "halftijds": True, "niet_se": False}

        with pytest.raises(DomainErrors) as fout:
            services.instrument_kiezen(
                traject=traject,
                instrument=_instrument("TWE"),
                twe_test=antwoorden,
                datum=date(2026, 9, 14),
                door=toegang,
                vandaag=vandaag,
            )

        assert len(fout.value.meldingen) == 2

    def test_weigert_een_instrument_dat_niemand_meer_opneemt(self, stappenplan, toegang, vandaag):
        with pytest.raises(DomainError, match="LDE neemt sinds 01/07/2023 niemand meer op"):
            services.instrument_kiezen(
                traject=stappenplan("SCREENING"),
                instrument=_instrument("LDE"),
                twe_test=None,
                datum=date(2026, 9, 14),
                door=toegang,
                vandaag=vandaag,
            )

    def test_plan_vraagt_gpmi_of_vrijstelling(self, stappenplan, toegang, vandaag):
        with pytest.raises(DomainErrors, match="GPMI"):
            services.plan_ondertekenen(
                traject=stappenplan("ACTIEPLAN"), gpmi_op=None, vrijstelling="", door=toegang, vandaag=vandaag
            )


def _instrument(code):
    return Instrument.objects.get(pk=code)


class TestStarten:
    def test_zonder_handtekeningen_noemt_elk_bezwaar(self, stappenplan, toegang, vandaag):
        traject = stappenplan("GEPLAND")

        with pytest.raises(DomainErrors) as fout:
            services.traject_starten(traject=traject, afwijking_reden="", door=toegang, vandaag=vandaag)

        assert fout.value.meldingen == [
            "De arbeidsovereenkomst is nog niet getekend.",
            "De terbeschikkingstelling is nog niet getekend door het OCMW, de gebruiker en de werknemer.",
            "De terbeschikkingstelling is nog niet meegedeeld aan de raad (RMW).",
        ]

    def test_weigert_een_tbs_die_na_de_start_getekend_is(self, stappenplan, toegang, vandaag):
        traject = stappenplan("GETEKEND")
        Plaatsing.objects.update(tbs_werknemer_op=date(2026, 10, 2))

        with pytest.raises(DomainErrors, match="pas na de start getekend door de werknemer"):
            services.traject_starten(traject=traject, afwijking_reden="", door=toegang, vandaag=vandaag)

    def test_mag_met_een_motivering_zonder_tbs_maar_niet_zonder_contract(self, stappenplan, toegang, vandaag):
        traject = stappenplan("GETEKEND")
        Plaatsing.objects.update(tbs_ocmw_op=None)
        reden = "gebruiker tekent morgen, mail van 30/09"

        services.traject_starten(traject=traject, afwijking_reden=reden, door=toegang, vandaag=vandaag)

        assert Plaatsing.objects.get().afwijking_reden == reden

    def test_weigert_een_start_in_de_toekomst(self, stappenplan, toegang, vandaag):
        traject = stappenplan("GETEKEND", start=date(2026, 12, 1))

        with pytest.raises(DomainError, match="gepland op 01/12/2026"):
            services.traject_starten(traject=traject, afwijking_reden="", door=toegang, vandaag=vandaag)

    def test_plant_de_evaluaties_en_termijnen(self, stappenplan):
        traject = stappenplan("LOPEND")

        assert traject.einddatum_voorzien == date(2027, 9, 30)
        assert Stap.objects.get().einde_regel["regelset"] == "B"
        assert [(e.soort, e.gepland_op.isoformat()) for e in Evaluatie.objects.order_by("gepland_op")] == [
            ("START", "2026-10-12"),
            ("EERSTE", "2026-11-02"),
            ("OPVOLGING", "2027-02-01"),
            ("OPVOLGING", "2027-05-03"),
            ("UITSTROOM", "2027-06-30"),
            ("OPVOLGING", "2027-08-02"),
            ("AFRONDING", "2027-08-30"),
            ("EIND", "2027-09-30"),
        ]
        assert Termijn.objects.filter(soort="EVALUATIE").count() == 8
        assert Termijn.objects.filter(soort__in=["EINDE", "ICF_AANVRAAG"]).count() == 4

    def test_een_andere_einddatum_vraagt_een_motivering(self, stappenplan, toegang, vandaag, gebruiker):
        traject = stappenplan("WACHT_OP_START")
        velden = {
            "traject": traject,
            "start": date(2026, 10, 1),
            "breuk": Decimal(1),
            "gebruiker": gebruiker,
            "werkplaats": None,
            "functie": "groenarbeider",
            "bewezen_dagen": 0,
            "einde_voorzien": date(2027, 12, 31),
            "door": toegang,
            "vandaag": vandaag,
        }

        with pytest.raises(DomainError, match="De regel geeft 30/09/2027"):
            services.stap_plannen(**velden, einde_motivering="")

        stap = services.stap_plannen(**velden, einde_motivering="ook de extra maanden opbouwen")
        assert (stap.einde_berekend, stap.einde_voorzien) == (date(2027, 9, 30), date(2027, 12, 31))


class TestEinde:
    def test_uitstroom_plant_de_nazorg_en_ruimt_de_agenda_op(self, stappenplan):
        traject = stappenplan("NAZORG")

        metingen = Nazorgmeting.objects.order_by("maand")
        assert [(m.maand, m.gepland_op.isoformat()) for m in metingen] == [
            (1, "2026-12-02"),
            (3, "2027-02-02"),
            (6, "2027-05-03"),
            (12, "2027-11-02"),
        ]
        assert all(m.is_doorstroom for m in metingen)
        open_termijnen = Termijn.objects.filter(afgehandeld_op=None, vervallen_op=None)
        assert {t.soort for t in open_termijnen} == {"NAZORG"}
        assert not Evaluatie.objects.filter(gepland_op__gt=date(2026, 11, 2), geannuleerd_op=None).exists()
        assert traject.volgende_termijn_op == date(2026, 12, 2)

    def test_stopzetten_vraagt_een_reden_en_een_motivering(self, stappenplan, toegang, vandaag):
        with pytest.raises(DomainErrors) as fout:
            services.traject_afsluiten(
                traject=stappenplan("LOPEND"),
                uitstroomcode=None,
                datum=vandaag,
                motivering="",
                door=toegang,
                vandaag=vandaag,
            )

        assert len(fout.value.meldingen) == 2

    def test_afsluiten_laat_geen_herinnering_na(self, stappenplan, toegang, vandaag):
        traject = stappenplan("LOPEND")

        traject = services.traject_afsluiten(
            traject=traject,
            uitstroomcode=UitstroomCode.objects.get(pk="STOP_CLIENT"),
            datum=vandaag,
            motivering="komt niet meer opdagen",
            door=toegang,
            vandaag=vandaag,
        )

        assert (traject.status, traject.afgesloten_op, traject.uitgestroomd_op) == ("AFGESLOTEN", vandaag, vandaag)
        assert not Termijn.objects.filter(afgehandeld_op=None, vervallen_op=None).exists()
        assert traject.volgende_termijn_op is None

    def test_heropenen_kan_zes_maanden(self, stappenplan, toegang):
        traject = stappenplan("NAZORG")
        dicht = date(2026, 11, 20)
        traject = services.traject_afsluiten(
            traject=traject, uitstroomcode=None, datum=dicht, motivering="", door=toegang, vandaag=dicht
        )

        with pytest.raises(DomainError, match="langer dan 6 maanden"):
            services.traject_heropenen(
                traject=traject, datum=date(2027, 5, 21), reden="terug", door=toegang, vandaag=date(2027, 6, 1)
            )
        heropend = services.traject_heropenen(
            traject=traject, datum=date(2027, 5, 20), reden="terug", door=toegang, vandaag=date(2027, 6, 1)
        )

        assert (heropend.status, heropend.afgesloten_op, heropend.uitstroomcode_id) == ("INTAKE", None, None)

    def test_onderbreken_en_hervatten(self, stappenplan, toegang, vandaag):
        traject = stappenplan("LOPEND")
        einde = traject.einddatum_voorzien

        traject = services.traject_onderbreken(
            traject=traject,
            reden="ZIEKTE",
            vanaf=date(2026, 10, 20),
            verwacht_tot=date(2026, 12, 1),
            door=toegang,
            vandaag=vandaag,
        )
        traject = services.traject_hervatten(traject=traject, datum=vandaag, door=toegang, vandaag=vandaag)

        assert (traject.status, traject.onderbreking, traject.einddatum_voorzien) == ("LOPEND", "", einde)


class TestOvernemen:
    @pytest.mark.parametrize(("start", "status"), [("2026-03-02", "LOPEND"), ("2027-01-04", "WACHT_OP_START")])
    def test_uit_een_lijst(self, registreer, gebruiker, toegang, vandaag, start, status):
        traject = services.traject_overnemen(
            traject=registreer(),
            instrument_code="ART60",
            start=date.fromisoformat(start),
            einde_voorzien=None,
            breuk=Decimal("0.5"),
            gebruiker=gebruiker,
            functie="",
            reden="ingeladen uit een lijst",
            door=toegang,
            vandaag=vandaag,
        )

        assert traject.status == status
        assert Plaatsing.objects.get().afwijking_reden == "ingeladen uit een lijst"
        assert not Termijn.objects.filter(vervalt_op__lt=vandaag, afgehandeld_op=None, vervallen_op=None).exists()


class TestOvergangen:
    @pytest.mark.parametrize(
        ("status", "hoofdactie"),
        [
            ("AANGEMELD", "intake"),
            ("INTAKE", "screening"),
            ("SCREENING", "instrument"),
            ("ACTIEPLAN", "plan"),
            ("WACHT_OP_START", "start"),
            ("LOPEND", "uitstroom"),
        ],
    )
    def test_toont_de_weg_vooruit(self, stappenplan, status, hoofdactie):
        mogelijk = overgangen(stappenplan(status))

        assert mogelijk[0].code == hoofdactie

    def test_toont_waarom_starten_nog_niet_kan(self, stappenplan):
        start = overgangen(stappenplan("WACHT_OP_START"))[0]

        assert not start.mogelijk
        assert "nog geen stap gepland" in start.redenen[0]
