"""The lead with an employer: one at a time, for a while; taken over only with consent."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from partners.enums import Overnamesoort
from partners.models import Claim, Opvolging
from partners.services.leads import (
    lead_nemen,
    lead_terugnemen,
    lead_verlengen,
    lead_vrijgeven,
    leads_laten_verlopen,
)
from partners.services.overname import (
    accounthouder_zetten,
    overname_aanvaarden,
    overname_intrekken,
    overname_vragen,
    overname_weigeren,
    overnamevragen_laten_vervallen,
)
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory, OrganisatieFactory
from tests.factories.partners import WerkgeverFactory

VANDAAG = date(2026, 11, 23)


def dagen(aantal):
    return VANDAAG + timedelta(days=aantal)


@pytest.fixture
def werkgever(gebied):
    return WerkgeverFactory(naam="Bakkerij Zwin")


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type="VDAB")


@pytest.fixture
def jobhunter(vdab):
    lid = LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER)
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def lead(werkgever, ocmw, toegang):
    return lead_nemen(werkgever=werkgever, organisatie=ocmw, door=toegang, vandaag=VANDAAG)


@pytest.fixture
def vraag(werkgever, lead, vdab, jobhunter):
    return overname_vragen(
        werkgever=werkgever,
        soort=Overnamesoort.LEAD,
        aan=vdab,
        reden="We hebben een kandidaat",
        door=jobhunter,
        vandaag=VANDAAG,
    )


class TestLead:
    def test_loopt_veertien_dagen_en_staat_op_de_lijst(self, lead, ocmw):
        assert (lead.van, lead.tot) == (VANDAAG, dagen(14))
        opvolging = Opvolging.objects.get()
        assert (opvolging.titel, opvolging.datum) == ("De lead bij Bakkerij Zwin loopt af", dagen(14))
        assert opvolging.organisatie == ocmw

    @pytest.mark.parametrize(("na", "mag"), [(0, False), (14, False), (15, True)])
    def test_een_ander_kan_ze_pas_nemen_als_ze_voorbij_is(self, na, mag, lead, werkgever, vdab, jobhunter):
        def neem():
            return lead_nemen(werkgever=werkgever, organisatie=vdab, door=jobhunter, vandaag=dagen(na))

        if mag:
            neem()
            lead.refresh_from_db()
            assert (lead.einde, lead.beeindigd_op) == ("VERLOPEN", dagen(14))
        else:
            with pytest.raises(DomainError, match="heeft deze lead tot en met 07/12/2026"):
                neem()

    def test_de_databank_kent_er_een_per_werkgever(self, lead, werkgever, vdab, jobhunter):
        with pytest.raises(IntegrityError, match="claim_een_per_werkgever"), transaction.atomic():
            Claim.objects.create(
                werkgever=werkgever, organisatie=vdab, door_id=jobhunter.user_id, van=VANDAAG, tot=dagen(3)
            )

    def test_verlengen_kan_een_keer(self, lead, toegang):
        assert lead_verlengen(claim=lead, door=toegang, vandaag=dagen(13)).tot == dagen(28)
        assert Opvolging.objects.get().datum == dagen(28)

        with pytest.raises(DomainError, match="al één keer verlengd"):
            lead_verlengen(claim=lead, door=toegang, vandaag=dagen(20))

    def test_vrijgeven_en_terugnemen(self, lead, toegang, werkgever):
        lead_vrijgeven(claim=lead, door=toegang, vandaag=dagen(2))
        assert not Claim.objects.actief_op(dagen(2)).exists()
        assert not Opvolging.objects.open().exists()

        lead_terugnemen(claim=lead, door=toegang, vandaag=dagen(2))
        assert Claim.objects.actief_op(dagen(2)).exists()
        assert Opvolging.objects.open().exists()

    def test_terugnemen_kan_niet_als_een_ander_ze_nam(self, lead, toegang, werkgever, vdab, jobhunter):
        lead_vrijgeven(claim=lead, door=toegang, vandaag=VANDAAG)
        lead_nemen(werkgever=werkgever, organisatie=vdab, door=jobhunter, vandaag=VANDAAG)

        with pytest.raises(DomainError, match="niet meer terugnemen"):
            lead_terugnemen(claim=lead, door=toegang, vandaag=VANDAAG)

    @pytest.mark.parametrize("opdracht", [lead_verlengen, lead_vrijgeven, lead_terugnemen])
    def test_alleen_wie_ze_heeft_doet_er_iets_mee(self, opdracht, lead, jobhunter):
        with pytest.raises(DomainError):
            opdracht(claim=lead, door=jobhunter, vandaag=VANDAAG)

    @pytest.mark.parametrize(("na", "loopt"), [(14, True), (15, False)])
    def test_de_nacht_beeindigt_wat_voorbij_is(self, na, loopt, lead):
        leads_laten_verlopen(dagen(na))

        lead.refresh_from_db()
        assert (lead.beeindigd_op is None) == loopt
        assert Opvolging.objects.open().exists() == loopt


class TestOvernemen:
    def test_de_vraag_komt_op_de_lijst_van_wie_ze_heeft(self, vraag, ocmw, toegang):
        opvolging = Opvolging.objects.get(sleutel=f"overname:{vraag.pk}")
        assert opvolging.titel == "VDAB Brugge vraagt de lead bij Bakkerij Zwin"
        assert (opvolging.organisatie, opvolging.wie_id, opvolging.datum) == (ocmw, toegang.user_id, dagen(7))

    def test_aanvaarden_geeft_een_nieuwe_lead(self, vraag, lead, vdab, toegang, jobhunter):
        overname_aanvaarden(vraag=vraag, antwoord="Doe maar", door=toegang, vandaag=dagen(1))

        lead.refresh_from_db()
        assert lead.einde == "OVERGENOMEN"
        nieuw = Claim.objects.actief_op(dagen(1)).get()
        assert (nieuw.organisatie, nieuw.door_id, nieuw.tot) == (vdab, jobhunter.user_id, dagen(15))
        melding = Opvolging.objects.get(sleutel=f"overname-antwoord:{vraag.pk}")
        assert (melding.organisatie, melding.wie_id) == (vdab, jobhunter.user_id)

    def test_weigeren_vraagt_een_reden_en_laat_alles_staan(self, vraag, lead, toegang):
        with pytest.raises(DomainError, match="Zeg waarom je weigert"):
            overname_weigeren(vraag=vraag, antwoord=" ", door=toegang, vandaag=VANDAAG)

        overname_weigeren(vraag=vraag, antwoord="We tekenen morgen", door=toegang, vandaag=VANDAAG)
        vraag.refresh_from_db()
        lead.refresh_from_db()
        assert (vraag.status, vraag.antwoord, lead.beeindigd_op) == ("GEWEIGERD", "We tekenen morgen", None)

    @pytest.mark.parametrize("opdracht", [overname_aanvaarden, overname_weigeren])
    def test_wie_vraagt_kan_niet_zelf_antwoorden(self, opdracht, vraag, jobhunter):
        with pytest.raises(DomainError, match="alleen die kan antwoorden"):
            opdracht(vraag=vraag, antwoord="ja", door=jobhunter, vandaag=VANDAAG)

    @pytest.mark.parametrize(("na", "status"), [(7, "GEVRAAGD"), (8, "VERVALLEN")])
    def test_zonder_antwoord_vervalt_ze(self, na, status, vraag, vdab):
        overnamevragen_laten_vervallen(dagen(na))

        vraag.refresh_from_db()
        assert vraag.status == status
        meldingen = Opvolging.objects.filter(sleutel=f"overname-antwoord:{vraag.pk}", organisatie=vdab)
        assert meldingen.exists() == (status == "VERVALLEN")

    def test_vrijgeven_laat_de_vraag_vervallen_en_daarna_kan_de_ander_ze_nemen(
        self, vraag, lead, werkgever, toegang, vdab, jobhunter
    ):
        lead_vrijgeven(claim=lead, door=toegang, vandaag=VANDAAG)

        vraag.refresh_from_db()
        assert vraag.status == "VERVALLEN"
        assert lead_nemen(werkgever=werkgever, organisatie=vdab, door=jobhunter, vandaag=VANDAAG).pk

    def test_twee_keer_vragen_hoeft_niet_en_intrekken_kan(self, vraag, werkgever, vdab, jobhunter, toegang):
        wie = {"soort": Overnamesoort.LEAD, "aan": vdab, "reden": "x", "door": jobhunter, "vandaag": VANDAAG}
        with pytest.raises(DomainError, match="wacht op antwoord"):
            overname_vragen(werkgever=werkgever, **wie)
        with pytest.raises(DomainError, match="andere organisatie"):
            overname_intrekken(vraag=vraag, door=toegang, vandaag=VANDAAG)

        overname_intrekken(vraag=vraag, door=jobhunter, vandaag=VANDAAG)
        assert not Opvolging.objects.open().filter(sleutel=f"overname:{vraag.pk}").exists()
        assert overname_vragen(werkgever=werkgever, **wie).pk != vraag.pk

    def test_een_vrije_lead_vraag_je_niet(self, werkgever, vdab, jobhunter):
        with pytest.raises(DomainError, match="Je kunt ze zelf nemen"):
            overname_vragen(
                werkgever=werkgever,
                soort=Overnamesoort.LEAD,
                aan=vdab,
                reden="x",
                door=jobhunter,
                vandaag=VANDAAG,
            )


class TestAccounthouder:
    def test_de_regisseur_kiest_en_anderen_niet(self, werkgever, vdab, toegang, toegang_regisseur):
        with pytest.raises(DomainError, match="Alleen de regisseur"):
            accounthouder_zetten(werkgever=werkgever, organisatie=vdab, door=toegang, vandaag=VANDAAG)

        accounthouder_zetten(werkgever=werkgever, organisatie=vdab, door=toegang_regisseur, vandaag=VANDAAG)
        werkgever.refresh_from_db()
        assert werkgever.accounthouder == vdab

    def test_een_ander_wordt_het_met_instemming(self, werkgever, ocmw, vdab, jobhunter, toegang, toegang_regisseur):
        accounthouder_zetten(werkgever=werkgever, organisatie=ocmw, door=toegang_regisseur, vandaag=VANDAAG)
        vraag = overname_vragen(
            werkgever=werkgever,
            soort=Overnamesoort.ACCOUNTHOUDER,
            aan=vdab,
            reden="We komen er elke week",
            door=jobhunter,
            vandaag=VANDAAG,
        )

        overname_aanvaarden(vraag=vraag, antwoord="", door=toegang, vandaag=VANDAAG)

        werkgever.refresh_from_db()
        assert werkgever.accounthouder == vdab

    def test_zonder_accounthouder_kiest_de_regisseur(self, werkgever, vdab, jobhunter):
        with pytest.raises(DomainError, match="Vraag de regisseur"):
            overname_vragen(
                werkgever=werkgever,
                soort=Overnamesoort.ACCOUNTHOUDER,
                aan=vdab,
                reden="x",
                door=jobhunter,
                vandaag=VANDAAG,
            )
