"""What absence and part-time work do to the end of art. 60: the services, and what the database itself refuses."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from regie.core.exceptions import DomainError
from tests.trajecten.looptijd.hulp import EINDE, laatste_lijn, vers
from trajecten import services
from trajecten.models import Afwezigheid
from trajecten.selectors.dagteller import invoer_van


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
