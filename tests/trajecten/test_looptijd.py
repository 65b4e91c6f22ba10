"""What moves the end of art. 60: the services, and what the database itself refuses."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap, RegelParameter
from regie.core.permissions import Rol
from regie.core.tenancy import current_scope
from tests.factories import LidmaatschapFactory
from trajecten import services
from trajecten.models import (
    Afwezigheid,
    Breukperiode,
    Evaluatie,
    Schorsing,
    Stap,
    Termijn,
    Tijdlijnitem,
    UitstroomCode,
    Verlenging,
)
from trajecten.selectors.dagteller import invoer_van, stand, voorstel_einde

EINDE = date(2027, 9, 30)  # of the step below: full-time from 01/10/2026


@pytest.fixture
def stap(stappenplan):
    return stappenplan("LOPEND").stappen.get()


@pytest.fixture
def wie(toegang, vandaag):
    return {"door": toegang, "vandaag": vandaag}


@pytest.fixture
def lead(ocmw, vandaag):
    lid = LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE)
    return {"door": Lidmaatschap.objects.filter(pk=lid.pk).toegang(), "vandaag": vandaag}


@pytest.fixture
def afwezig(stap, wie):
    def doe(soort="ONWETTIG", van="2026-11-02", tot="2026-11-13"):
        return services.afwezigheid_noteren(
            stap=stap,
            soort=soort,
            van=date.fromisoformat(van),
            tot=date.fromisoformat(tot) if tot else None,
            opmerking="",
            **wie,
        )

    return doe


@pytest.fixture
def geschorst(stap, wie):
    def vraag(van="2026-12-01", tot="2026-12-31", reden="OPLEIDING"):
        return services.schorsing_aanvragen(
            stap=stap,
            reden=reden,
            van=date.fromisoformat(van),
            tot=date.fromisoformat(tot),
            toelichting="opleiding",
            **wie,
        )

    return vraag


@pytest.fixture
def verlengd(stap, wie):
    def vraag(tot="2027-12-31", reden="DAGEN_TEKORT"):
        return services.verlenging_aanvragen(
            stap=stap, reden=reden, tot=date.fromisoformat(tot), toelichting="door ziekte", **wie
        )

    return vraag


def vers(stap):
    return Stap.objects.select_related("traject").get(pk=stap.pk)


def zet_regel(code, waarde):
    """All of them together: another maximum than the product brings."""
    RegelParameter.objects.filter(code=code, dimensie="samen").update(waarde=waarde)
    current_scope().cache.clear()


def laatste_lijn():
    return Tijdlijnitem.objects.order_by("-pk").first()


class TestBreuk:
    def test_vanaf_een_dag_telt_de_nieuwe_breuk(self, stap, wie):
        services.breuk_wijzigen(stap=stap, vanaf=date(2027, 4, 1), breuk=Decimal("0.5"), reden="op vraag", **wie)

        assert (vers(stap).einde_berekend, vers(stap).einde_voorzien) == (date(2028, 3, 31), EINDE)
        assert laatste_lijn().titel == "Tewerkstelling 0,50 vanaf 01/04/2027"
        assert "31/03/2028 in plaats van 30/09/2027" in laatste_lijn().tekst

    def test_de_eerste_breuk_is_die_van_de_plaatsing(self, stappenplan, vandaag):
        stap = stappenplan("LOPEND", breuk=Decimal("0.5")).stappen.get()

        assert invoer_van(stap, vandaag).breuken == ((date(2026, 10, 1), Decimal("0.5")),)

    def test_intrekken_zet_de_datum_terug(self, stap, wie):
        periode = services.breuk_wijzigen(
            stap=stap, vanaf=date(2027, 4, 1), breuk=Decimal("0.5"), reden="op vraag", **wie
        )

        services.breuk_intrekken(periode=periode, **wie)

        assert vers(stap).einde_berekend == EINDE
        with pytest.raises(DomainError, match="al ingetrokken"):
            services.breuk_intrekken(periode=periode, **wie)

    def test_niet_voor_de_start_en_niet_twee_keer_op_een_dag(self, stap, wie):
        opdracht = {"stap": stap, "breuk": Decimal("0.5"), "reden": "op vraag", **wie}
        with pytest.raises(DomainError, match="begon op 01/10/2026"):
            services.breuk_wijzigen(vanaf=date(2026, 9, 30), **opdracht)
        services.breuk_wijzigen(vanaf=date(2027, 4, 1), **opdracht)
        with pytest.raises(DomainError, match="verandert de tewerkstelling al"):
            services.breuk_wijzigen(vanaf=date(2027, 4, 1), **opdracht)

    def test_alleen_bij_art60_dat_loopt(self, stappenplan, wie):
        stap = stappenplan("LOPEND", instrument="TWE").stappen.get()

        with pytest.raises(DomainError, match=r"alleen bij art\. 60 dat loopt"):
            services.breuk_wijzigen(stap=stap, vanaf=date(2027, 4, 1), breuk=Decimal("0.5"), reden="x", **wie)


class TestAfwezigheid:
    def test_wat_niet_telt_schuift_de_datum_op(self, stap, afwezig):
        afwezig(van="2026-11-01", tot="2026-11-30")

        assert vers(stap).einde_berekend == date(2027, 10, 31)
        assert (laatste_lijn().titel, laatste_lijn().is_beperkt) == ("Afwezig: onwettige afwezigheid", True)

    def test_wat_telt_laat_de_datum_staan(self, stap, afwezig):
        afwezig("VERLOF")

        assert vers(stap).einde_berekend == EINDE

    @pytest.mark.parametrize(("van", "tot"), [("2026-11-13", "2026-11-20"), ("2026-10-05", None)])
    def test_niet_twee_op_een_dag(self, afwezig, van, tot):
        afwezig()

        with pytest.raises(DomainError, match="Van 02/11/2026 tot en met 13/11/2026 staat al een afwezigheid"):
            afwezig(van=van, tot=tot)

    def test_niet_voor_de_start_en_niet_achterstevoren(self, afwezig):
        with pytest.raises(DomainError, match="begon op 01/10/2026"):
            afwezig(van="2026-09-30")
        with pytest.raises(DomainError, match="laatste dag ligt voor de eerste"):
            afwezig(van="2026-11-13", tot="2026-11-02")

    def test_terug_na_een_afwezigheid_die_nog_liep(self, stap, afwezig, wie):
        rij = afwezig(tot=None)

        services.afwezigheid_beeindigen(afwezigheid=rij, tot=date(2026, 11, 15), **wie)

        assert Afwezigheid.objects.get().tot == date(2026, 11, 15)
        with pytest.raises(DomainError, match="liep al af"):
            services.afwezigheid_beeindigen(afwezigheid=rij, tot=date(2026, 11, 16), **wie)

    def test_intrekken_laat_de_geschiedenis_staan_en_maakt_de_dagen_vrij(self, stap, afwezig, wie, vandaag):
        services.afwezigheid_intrekken(afwezigheid=afwezig(), **wie)

        assert vers(stap).einde_berekend == EINDE
        assert Afwezigheid.objects.get().ingetrokken_op == vandaag
        afwezig("VERLOF")

    def test_de_databank_weigert_overlap_zelf(self, stap):
        Afwezigheid.objects.create(
            eigenaar_id=stap.eigenaar_id, stap=stap, soort="VERLOF", van=date(2026, 11, 2), tot=None
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            Afwezigheid.objects.create(
                eigenaar_id=stap.eigenaar_id, stap=stap, soort="VERLOF", van=date(2027, 1, 4), tot=date(2027, 1, 4)
            )


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
