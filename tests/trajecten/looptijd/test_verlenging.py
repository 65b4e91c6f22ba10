"""A longer art. 60, and its end: the services, and what the database itself refuses."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from regie.core.exceptions import DomainError
from tests.trajecten.looptijd.hulp import EINDE, laatste_lijn, vers, zet_regel
from trajecten import services
from trajecten.models import Afwezigheid, Breukperiode, Evaluatie, Schorsing, Termijn, Verlenging
from trajecten.selectors.dagteller import stand, voorstel_einde


class TestVerlenging:
    def test_goedgekeurd_schuift_einde_evaluaties_en_termijnen(self, stap, verlengd, lead):
        services.aanvraag_goedkeuren(aanvraag=verlengd(), **lead)

        nu = vers(stap)
        assert (nu.einde_voorzien, nu.traject.einddatum_voorzien) == (date(2027, 12, 31), date(2027, 12, 31))
        assert nu.einde_motivering == "Verlengd: nog niet genoeg dagen bewezen. door ziekte"
        assert nu.einde_berekend == EINDE
        eind = Evaluatie.objects.get(soort="EIND", geannuleerd_op=None)
        assert (eind.gepland_op, eind.termijn.vervalt_op) == (date(2027, 12, 31), date(2027, 12, 31))
        assert Evaluatie.objects.filter(soort="START").count() == 1
        assert Termijn.objects.filter(
            omschrijving="Uitstroomplan opmaken", vervallen_op=None
        ).get().vervalt_op == date(2027, 6, 30)

    def test_geweigerd_laat_alles_staan(self, stap, verlengd, lead):
        services.aanvraag_weigeren(
            aanvraag=verlengd(),
            weigerreden="DAGEN_BEWEZEN",
            uitleg="het recht is dan al bereikt",
            volgende_stap="uitstroomplan opmaken",
            **lead,
        )

        assert (vers(stap).einde_voorzien, vers(stap).einde_motivering) == (EINDE, "")

    @pytest.mark.parametrize(
        ("reden", "tot", "zin"),
        [
            ("DOORSTROOM", "2028-01-01", "hoogstens 3 maanden: tot en met 31/12/2027"),
            ("ANDER", "2027-09-30", "loopt al tot 30/09/2027"),
        ],
    )
    def test_hoogstens_zoveel_en_later_dan_het_einde(self, verlengd, reden, tot, zin):
        with pytest.raises(DomainError, match=zin):
            verlengd(tot, reden)

    def test_samen_niet_meer_dan_het_maximum(self, stap, verlengd, lead):
        zet_regel("verlenging_max", 4)
        services.aanvraag_goedkeuren(aanvraag=verlengd(), **lead)

        with pytest.raises(DomainError, match="Alle verlengingen van deze stap duren samen hoogstens 4 maanden"):
            verlengd("2028-02-28")

    def test_een_tweede_verlenging_begint_na_de_eerste(self, verlengd, lead):
        services.aanvraag_goedkeuren(aanvraag=verlengd(), **lead)

        tweede = verlengd("2028-01-31")

        assert (tweede.van, Verlenging.objects.count()) == (date(2028, 1, 1), 2)


class TestEinde:
    def test_stelt_de_datum_van_de_teller_voor_en_neemt_ze_over(self, stap, afwezig, wie, vandaag):
        afwezig(van="2026-11-01", tot="2026-11-30")
        assert voorstel_einde(vers(stap), stand(vers(stap), vandaag)) == date(2027, 10, 31)

        services.einde_kiezen(stap=stap, einde=None, motivering="", **wie)

        nu = vers(stap)
        assert (nu.einde_voorzien, nu.einde_motivering) == (date(2027, 10, 31), "")
        assert nu.traject.einddatum_voorzien == date(2027, 10, 31)
        assert Evaluatie.objects.get(soort="EIND").gepland_op == date(2027, 11, 2)  # Sunday, then All Saints
        assert voorstel_einde(nu, stand(nu, vandaag)) is None

    def test_een_vroeger_einde_schrapt_evaluaties_die_te_veel_zijn(self, stap, wie, vandaag):
        voor = Evaluatie.objects.filter(geannuleerd_op=None).count()

        services.einde_kiezen(stap=stap, einde=date(2027, 2, 26), motivering="nieuwe job", **wie)

        over = Evaluatie.objects.filter(geannuleerd_op=None)
        assert over.count() < voor
        assert max(over.values_list("gepland_op", flat=True)) == date(2027, 2, 26)
        assert not Termijn.objects.filter(
            evaluatie__geannuleerd_op__isnull=False, vervallen_op=None, afgehandeld_op=None
        ).exists()

    def test_de_vorige_motivering_blijft_in_het_verhaal(self, stap, wie):
        services.einde_kiezen(stap=stap, einde=date(2027, 6, 30), motivering="wil vroeger stoppen", **wie)

        services.einde_kiezen(stap=stap, einde=None, motivering="", **wie)

        assert "Vorige motivering: wil vroeger stoppen" in laatste_lijn().tekst

    @pytest.mark.parametrize(
        ("einde", "motivering", "zin"),
        [
            (EINDE + timedelta(days=1), "langer", "Vraag een verlenging aan"),
            (date(2027, 6, 30), "  ", "waarom je een andere einddatum kiest"),
            (date(2026, 11, 22), "gisteren", "ligt in het verleden"),
        ],
    )
    def test_weigert_wat_niet_kan(self, stap, wie, einde, motivering, zin):
        with pytest.raises(DomainError, match=zin):
            services.einde_kiezen(stap=stap, einde=einde, motivering=motivering, **wie)

        assert vers(stap).einde_voorzien == EINDE


def test_alles_hoort_bij_het_ocmw_van_de_stap(stap, afwezig, geschorst, verlengd, wie, ocmw):
    services.breuk_wijzigen(stap=stap, vanaf=date(2027, 4, 1), breuk=Decimal("0.5"), reden="op vraag", **wie)
    afwezig()
    geschorst()
    verlengd()

    for model in (Breukperiode, Afwezigheid, Schorsing, Verlenging):
        assert set(model.objects.values_list("eigenaar_id", flat=True)) == {ocmw.pk}
