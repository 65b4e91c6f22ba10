"""Needs of employers: who sees a draft, which status follows, who is reminded on which day."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from partners.enums import Behoeftesoort, Opvolgingsoort
from partners.enums import BehoefteStatus as B
from partners.enums import DoorverwijzingStatus as A
from partners.models import Behoefte, Opvolging
from partners.services import behoeften as services
from partners.services.behoefteladder import behoeften_opvolgen, ladder_voor
from partners.services.behoeften import BehoefteGegevens
from partners.services.doorverwijzingen import behoefte_doorverwijzen
from partners.transitions import BEHOEFTE, DOORVERWIJZING, check_behoefte, check_doorverwijzing
from regie.core.exceptions import DomainError
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, WerkgeverFactory
from tests.partners.behoeften.hulp import VACATURE, VANDAAG, antwoord_geven


def aantal_in_sql(gebied, lid_van):
    with gebied_context(gebied, lid_van=lid_van), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM partners_behoefte")
        return cursor.fetchone()[0]


class TestWieZietEenConcept:
    @pytest.mark.parametrize(("gepubliceerd", "ziet_partner"), [(False, 0), (True, 1)])
    def test_alleen_de_eigen_organisatie_tot_het_gepubliceerd_is(
        self, gebied, concept, vdab, partner, jobhunter, gepubliceerd, ziet_partner
    ):
        """Also in raw SQL, past every manager."""
        if gepubliceerd:
            services.behoefte_publiceren(behoefte=concept, vandaag=VANDAAG, door=jobhunter)

        assert aantal_in_sql(gebied, [vdab.pk]) == 1
        assert aantal_in_sql(gebied, [partner.pk]) == ziet_partner
        with gebied_context(gebied, lid_van=[partner.pk]):
            assert Behoefte.objects.count() == ziet_partner

    def test_een_ander_wijzigt_ook_een_gepubliceerde_niet(self, behoefte, bij_partner):
        with pytest.raises(DomainError, match="is van VDAB"):
            services.behoefte_bijwerken(behoefte=behoefte, gegevens=VACATURE, door=bij_partner)

    def test_zonder_functie_wordt_niets_gepubliceerd(self, alle, vdab, jobhunter):
        leeg = BehoefteGegevens(soort=Behoeftesoort.VACATURE)

        with pytest.raises(DomainError, match="Vul eerst de functie in"):
            services.behoefte_noteren_en_publiceren(
                werkgever=WerkgeverFactory(), eigenaar=vdab, gegevens=leeg, vandaag=VANDAAG, door=jobhunter
            )
        assert not Behoefte.objects.exists()


class TestOvergangen:
    @pytest.mark.parametrize("van", B)
    @pytest.mark.parametrize("naar", B)
    def test_alleen_wat_de_tabel_toelaat(self, van, naar):
        if naar in BEHOEFTE[van]:
            check_behoefte(van, naar)
        else:
            with pytest.raises(DomainError, match="wordt niet"):
                check_behoefte(van, naar)

    def test_een_concept_kan_alleen_open_worden(self):
        assert BEHOEFTE[B.CONCEPT] == {B.OPEN}

    def test_ingetrokken_is_het_einde_van_een_doorverwijzing(self):
        assert not DOORVERWIJZING[A.INGETROKKEN]
        with pytest.raises(DomainError):
            check_doorverwijzing(A.INGETROKKEN, A.OPGENOMEN)


class TestLadder:
    @pytest.mark.parametrize(
        ("soort", "dag", "trap"),
        [
            ("VACATURE", 0, 0),
            ("VACATURE", 2, 0),
            ("VACATURE", 3, 1),
            ("VACATURE", 6, 1),
            ("VACATURE", 7, 2),
            ("VACATURE", 13, 2),
            ("VACATURE", 14, 3),
            ("VACATURE", 60, 3),
            ("STAGEPLAATS", 4, 0),
            ("STAGEPLAATS", 5, 1),
            ("STAGEPLAATS", 9, 1),
            ("STAGEPLAATS", 10, 2),
            ("STAGEPLAATS", 21, 3),
        ],
    )
    def test_welke_trap_op_welke_dag(self, gebied, soort, dag, trap):
        assert ladder_voor(soort, op=VANDAAG).trap(dag) == trap

    @pytest.mark.parametrize(("dag", "wie"), [(3, set()), (7, {"VDAB"}), (14, {"VDAB", "regie"})])
    def test_wie_hoort_het(self, gevraagd, regieverband, vdab, dag, wie):
        behoeften_opvolgen(VANDAAG + timedelta(days=dag))

        gevraagd.refresh_from_db()
        namen = {vdab.pk: "VDAB", regieverband.pk: "regie"}
        gemeld = Opvolging.objects.filter(titel__contains="antwoordt al")
        assert {namen[rij.organisatie_id] for rij in gemeld} == wie
        assert gevraagd.herinnerd_op == VANDAAG + timedelta(days=dag)

    def test_elke_trap_maar_een_keer(self, gevraagd):
        for _ in range(2):
            behoeften_opvolgen(VANDAAG + timedelta(days=3))
        behoeften_opvolgen(VANDAAG + timedelta(days=5))

        gevraagd.refresh_from_db()
        assert (gevraagd.trap, gevraagd.herinnerd_op) == (1, VANDAAG + timedelta(days=3))

    def test_een_antwoord_stopt_de_ladder(self, gevraagd, bij_partner):
        behoeften_opvolgen(VANDAAG + timedelta(days=7))
        antwoord_geven(gevraagd, bij_partner, A.OPGENOMEN, dagen=8)
        behoeften_opvolgen(VANDAAG + timedelta(days=20))

        gevraagd.refresh_from_db()
        assert gevraagd.trap == 2
        open_ = Opvolging.objects.filter(klaar_op=None, soort=Opvolgingsoort.BEHOEFTE)
        assert {rij.sleutel.split(":", 2)[2] for rij in open_} == {"terug:opgenomen", "resultaat"}

    def test_met_mail_krijgt_de_contactpersoon_een_nieuwe_link(
        self, behoefte, partner, jobhunter, django_capture_on_commit_callbacks
    ):
        contact = ContactpersoonFactory(organisatie=partner, email="an@gtb.example")
        behoefte_doorverwijzen(
            behoefte=behoefte, aan=[(partner, contact)], vraag="", mailen=True, door=jobhunter, vandaag=VANDAAG
        )

        with django_capture_on_commit_callbacks(execute=True):
            behoeften_opvolgen(VANDAAG + timedelta(days=3))

        eerste, tweede = mail.outbox
        assert tweede.subject.startswith("Herinnering")
        assert {eerste.to[0], tweede.to[0]} == {"an@gtb.example"}

    def test_na_de_laatste_dag_vervalt_ze(self, behoefte):
        behoeften_opvolgen(behoefte.geldig_tot)
        assert Behoefte.objects.get().status == B.OPEN

        behoeften_opvolgen(behoefte.geldig_tot + timedelta(days=1))
        assert Behoefte.objects.get().status == B.VERVALLEN
