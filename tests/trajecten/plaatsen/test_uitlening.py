"""Places that are lent: to whom, how long, and what the owner still sees."""

from datetime import date

import pytest
from django.urls import reverse

from partners import services as partnerdiensten
from partners.enums import UitleenStatus
from partners.models import Uitlening
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap
from tests.factories import LidmaatschapFactory, WerkplaatsFactory
from tests.trajecten.plaatsen.hulp import VANDAAG, plan
from trajecten.selectors.plaatsen import plaatsrijen

pytestmark = pytest.mark.usefixtures("klok")


class TestUitlening:
    @pytest.fixture
    def andere_toegang(self, ander_ocmw):
        lid = LidmaatschapFactory(organisatie=ander_ocmw)
        return Lidmaatschap.objects.filter(pk=lid.pk).toegang()

    @pytest.fixture
    def vraag(self, gebruiker, ocmw, ander_ocmw, andere_toegang):
        plaats = WerkplaatsFactory(gebruiker=gebruiker, ocmw=ocmw, aantal=1)
        return partnerdiensten.uitlening_vragen(
            werkplaats=plaats,
            aan_ocmw=ander_ocmw,
            aantal=1,
            van=VANDAAG,
            tot=date(2027, 6, 30),
            tarief="zelfde tarief",
            door=andere_toegang,
        )

    def test_telt_pas_na_de_bevestiging(self, vraag, ocmw, ander_ocmw, toegang):
        def vrij(organisatie):
            (rij,) = plaatsrijen(vandaag=VANDAAG, ocmw_ids=[organisatie.pk])
            return rij.vrij_nu

        assert (vrij(ocmw), vrij(ander_ocmw)) == (1, 0)

        partnerdiensten.uitlening_beantwoorden(
            uitlening=vraag, akkoord=True, antwoord="", door=toegang, vandaag=VANDAAG
        )

        assert (vrij(ocmw), vrij(ander_ocmw)) == (0, 1)

    def test_alleen_wie_de_plaats_heeft_bevestigt(self, vraag, andere_toegang):
        with pytest.raises(DomainError, match="kan deze vraag beantwoorden"):
            partnerdiensten.uitlening_beantwoorden(
                uitlening=vraag, akkoord=True, antwoord="", door=andere_toegang, vandaag=VANDAAG
            )

    def test_weigeren_vraagt_een_reden(self, vraag, toegang):
        with pytest.raises(DomainError, match="Schrijf waarom"):
            partnerdiensten.uitlening_beantwoorden(
                uitlening=vraag, akkoord=False, antwoord=" ", door=toegang, vandaag=VANDAAG
            )

    def test_een_derde_ocmw_ziet_ze_niet(self, vraag, gebied, client):
        from_derde = LidmaatschapFactory(organisatie__gebied=gebied, organisatie__type="OCMW")
        client.force_login(from_derde.user)

        antwoord = client.get(reverse("partners:uitlening_beantwoorden", args=[gebied.slug, vraag.pk]))

        assert antwoord.status_code == 404

    def test_zonder_uitlening_geen_stap_op_een_plaats_van_een_ander(self, stappenplan, gebruiker, ander_ocmw, toegang):
        traject = stappenplan("WACHT_OP_START")
        plaats = WerkplaatsFactory(gebruiker=gebruiker, ocmw=ander_ocmw)

        with pytest.raises(DomainError, match="niet aan jouw OCMW geleend"):
            plan(traject, plaats, toegang)

        Uitlening.objects.create(
            werkplaats=plaats,
            van_ocmw=ander_ocmw,
            aan_ocmw=traject.eigenaar,
            van=VANDAAG,
            tot=date(2027, 12, 31),
            status=UitleenStatus.BEVESTIGD,
            gevraagd_door_id=toegang.user_id,
        )
        assert plan(traject, plaats, toegang).plaatsingen.get().werkplaats == plaats
