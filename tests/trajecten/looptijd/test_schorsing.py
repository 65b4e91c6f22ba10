"""What a suspension or a break does to the end of art. 60."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from regie.core.exceptions import DomainError
from tests.trajecten.looptijd.hulp import EINDE, laatste_lijn, vers, zet_regel
from trajecten import services
from trajecten.models import Afwezigheid, Schorsing, Termijn, UitstroomCode


class TestSchorsing:
    def test_een_aanvraag_verandert_nog_niets(self, stap, geschorst):
        geschorst()

        assert vers(stap).einde_berekend == EINDE
        assert Termijn.objects.filter(omschrijving="Aanvraag schorsing beslissen", afgehandeld_op=None).exists()

    def test_goedgekeurd_zet_de_teller_stil(self, stap, geschorst, lead):
        services.aanvraag_goedkeuren(aanvraag=geschorst(), **lead)

        assert (vers(stap).einde_berekend, vers(stap).einde_voorzien) == (date(2027, 10, 31), EINDE)
        assert not Termijn.objects.filter(omschrijving="Aanvraag schorsing beslissen", afgehandeld_op=None).exists()

    def test_alleen_de_teamverantwoordelijke_beslist(self, geschorst, wie):
        aanvraag = geschorst()

        with pytest.raises(DomainError, match="Alleen de teamverantwoordelijke"):
            services.aanvraag_goedkeuren(aanvraag=aanvraag, **wie)
        with pytest.raises(DomainError, match="Alleen de teamverantwoordelijke"):
            services.aanvraag_weigeren(aanvraag=aanvraag, weigerreden="X", uitleg="x", volgende_stap="x", **wie)

    def test_een_weigering_vraagt_reden_uitleg_en_volgende_stap(self, stap, geschorst, lead):
        aanvraag = geschorst()
        volledig = {"weigerreden": "ONVOLDOENDE", "uitleg": "te vaag", "volgende_stap": "eerst een attest vragen"}
        for leeg in volledig:
            with pytest.raises(DomainError, match="reden, de uitleg en een volgende stap"):
                services.aanvraag_weigeren(aanvraag=aanvraag, **{**volledig, leeg: ""}, **lead)

        services.aanvraag_weigeren(aanvraag=aanvraag, **volledig, **lead)

        assert (Schorsing.objects.get().status, vers(stap).einde_berekend) == ("GEWEIGERD", EINDE)
        assert "Volgende stap: eerst een attest vragen" in laatste_lijn().tekst
        with pytest.raises(DomainError, match="al beslist: geweigerd"):
            services.aanvraag_goedkeuren(aanvraag=aanvraag, **lead)

    def test_de_databank_weigert_een_onvolledige_weigering(self, geschorst):
        aanvraag = geschorst()

        with pytest.raises(IntegrityError), transaction.atomic():
            Schorsing.objects.filter(pk=aanvraag.pk).update(status="GEWEIGERD", beslist_op=date(2026, 11, 23))

    def test_niet_twee_op_een_dag_tot_de_eerste_ingetrokken_is(self, geschorst, wie):
        eerste = geschorst()
        with pytest.raises(DomainError, match="staat al een schorsing"):
            geschorst(van="2026-12-31", tot="2027-01-31")

        services.aanvraag_intrekken(aanvraag=eerste, **wie)

        assert geschorst(van="2026-12-31", tot="2027-01-31").status == "AANGEVRAAGD"

    def test_hoogstens_zoveel_per_reden(self, geschorst):
        assert geschorst("2026-12-01", "2027-02-28", "ANDER")
        with pytest.raises(DomainError, match="duurt hoogstens 3 maanden: tot en met 31/05/2027"):
            geschorst("2027-03-01", "2027-06-01", "ANDER")

    def test_hoogstens_zoveel_samen(self, geschorst):
        zet_regel("schorsing_max", 2)
        geschorst("2026-12-01", "2026-12-31")

        with pytest.raises(DomainError, match=r"samen hoogstens 2 maanden\. Er zijn nog 28 dagen over"):
            geschorst("2027-02-01", "2027-03-31")

    def test_vroeger_stoppen_laat_de_teller_weer_lopen(self, stap, geschorst, wie, lead):
        schorsing = services.aanvraag_goedkeuren(aanvraag=geschorst(), **lead)

        services.schorsing_beeindigen(schorsing=schorsing, tot=date(2026, 12, 15), **wie)

        assert EINDE < vers(stap).einde_berekend < date(2027, 10, 31)
        with pytest.raises(DomainError, match="Kies een dag tussen"):
            services.schorsing_beeindigen(schorsing=schorsing, tot=date(2026, 12, 16), **wie)


class TestOnderbreking:
    @pytest.fixture
    def onderbroken(self, stap, wie):
        return services.traject_onderbreken(
            traject=stap.traject, reden="ZIEKTE", vanaf=date(2026, 11, 1), verwacht_tot=date(2026, 11, 30), **wie
        )

    def test_zet_de_teller_stil_tot_de_hervatting(self, stap, onderbroken, wie, vandaag):
        schorsing = Schorsing.objects.get()
        assert (schorsing.status, schorsing.van, schorsing.tot) == ("GOEDGEKEURD", date(2026, 11, 1), None)
        assert vers(stap).einde_berekend == date(2027, 10, 31)

        services.traject_hervatten(traject=onderbroken, datum=date(2026, 11, 16), **wie)

        schorsing.refresh_from_db()
        assert schorsing.tot == date(2026, 11, 15)
        assert (vers(stap).einde_berekend, vers(stap).einde_voorzien) == (date(2027, 10, 16), EINDE)

    def test_wat_gevraagd_was_vervalt(self, stap, geschorst, wie):
        aanvraag = geschorst("2026-11-10", "2026-12-10")

        services.traject_onderbreken(
            traject=stap.traject, reden="ZIEKTE", vanaf=date(2026, 11, 1), verwacht_tot=None, **wie
        )

        aanvraag.refresh_from_db()
        assert (aanvraag.status, Schorsing.objects.filter(status="GOEDGEKEURD").count()) == ("INGETROKKEN", 1)

    def test_stopt_niet_los_van_de_onderbreking(self, onderbroken, wie):
        with pytest.raises(DomainError, match="Hervat het traject"):
            services.schorsing_beeindigen(schorsing=Schorsing.objects.get(), tot=date(2026, 11, 20), **wie)

    def test_op_dezelfde_dag_hervatten_laat_geen_dag_vallen(self, stap, onderbroken, wie):
        services.traject_hervatten(traject=onderbroken, datum=date(2026, 11, 1), **wie)

        assert (Schorsing.objects.get().status, vers(stap).einde_berekend) == ("INGETROKKEN", EINDE)

    def test_afsluiten_sluit_alles_wat_openstond(self, stap, afwezig, onderbroken, wie):
        afwezig(van="2026-10-12", tot=None)

        services.traject_afsluiten(
            traject=onderbroken,
            uitstroomcode=UitstroomCode.objects.get(pk="STOP_CLIENT"),
            datum=date(2026, 11, 20),
            motivering="stopt",
            **wie,
        )

        assert (Schorsing.objects.get().tot, Afwezigheid.objects.get().tot) == (date(2026, 11, 20), date(2026, 11, 20))
