"""The shared list of what to come back to: planned once, closed, put off, and walked at night."""

from datetime import date, timedelta

import pytest
from django.urls import NoReverseMatch

from partners import tasks
from partners.enums import Opvolgingsoort
from partners.models import Opvolging
from partners.services import nachtwerk
from partners.services.opvolging import (
    opvolging_afvinken,
    opvolging_heropenen,
    opvolging_uitstellen,
    plan_opvolging,
    sluit_opvolging,
)
from regie.core.exceptions import DomainError
from regie.core.models import Gebeurtenis
from regie.core.tenancy import current_scope
from tests.factories.partners import WerkgeverFactory

VANDAAG = date(2026, 11, 23)
MORGEN = VANDAAG + timedelta(days=1)


@pytest.fixture
def werkgever(gebied):
    return WerkgeverFactory()


@pytest.fixture
def plan(werkgever, ocmw):
    def plannen(datum=VANDAAG, titel="Bel terug", **rest):
        vast = {"organisatie": ocmw, "adres": "werkgevers:werkgever", "object_id": werkgever.pk, **rest}
        return plan_opvolging(sleutel="contact:1", soort=Opvolgingsoort.CONTACT, titel=titel, datum=datum, **vast)

    return plannen


class TestPlannen:
    def test_twee_keer_plannen_is_een_rij_met_de_laatste_inhoud(self, plan):
        eerste, tweede = plan(titel="Bel terug"), plan(titel="Mail terug")

        assert eerste.pk == tweede.pk
        assert Opvolging.objects.get().titel == "Mail terug"

    @pytest.mark.parametrize(("datum", "open_"), [(VANDAAG, False), (MORGEN, True)])
    def test_een_andere_datum_opent_opnieuw_en_dezelfde_niet(self, datum, open_, plan, toegang):
        plan()
        sluit_opvolging(sleutel="contact:1", vandaag=VANDAAG, door=toegang)

        plan(datum)

        assert (Opvolging.objects.get().klaar_op is None) == open_

    def test_zelfde_datum_laat_het_uitstel_staan_en_een_andere_niet(self, plan, toegang):
        opvolging_uitstellen(opvolging=plan(), tot=MORGEN, door=toegang, vandaag=VANDAAG)

        assert plan().uitgesteld_tot == MORGEN
        assert plan(MORGEN).uitgesteld_tot is None

    def test_een_adres_dat_niet_bestaat_faalt_meteen(self, plan):
        with pytest.raises(NoReverseMatch):
            plan(adres="werkgevers:bestaat_niet")

    def test_sluiten_wat_er_niet_is_doet_niets(self, gebied):
        sluit_opvolging(sleutel="onbekend", vandaag=VANDAAG, door=None)

        assert not Opvolging.objects.exists()


class TestAfvinken:
    def test_wie_en_wanneer_staan_erbij_en_heropenen_wist_ze(self, plan, toegang):
        opvolging = opvolging_afvinken(opvolging=plan(), door=toegang, vandaag=VANDAAG)
        assert (opvolging.klaar_op, opvolging.klaar_door_id) == (VANDAAG, toegang.user_id)

        opvolging = opvolging_heropenen(opvolging=opvolging, door=toegang)
        assert (opvolging.klaar_op, opvolging.klaar_door_id) == (None, None)
        soorten = Gebeurtenis.objects.values_list("soort", flat=True)
        assert set(soorten) == {"opvolging.afgevinkt", "opvolging.heropend"}

    def test_wat_van_een_andere_organisatie_is_blijft_daar(self, plan, ander_ocmw, toegang):
        opvolging = plan(organisatie=ander_ocmw)

        for opdracht in (
            lambda: opvolging_afvinken(opvolging=opvolging, door=toegang, vandaag=VANDAAG),
            lambda: opvolging_heropenen(opvolging=opvolging, door=toegang),
            lambda: opvolging_uitstellen(opvolging=opvolging, tot=MORGEN, door=toegang, vandaag=VANDAAG),
        ):
            with pytest.raises(DomainError, match="andere organisatie"):
                opdracht()

    @pytest.mark.parametrize("tot", [VANDAAG, VANDAAG - timedelta(days=1)])
    def test_uitstellen_kan_alleen_vooruit(self, tot, plan, toegang):
        with pytest.raises(DomainError, match="na vandaag"):
            opvolging_uitstellen(opvolging=plan(), tot=tot, door=toegang, vandaag=VANDAAG)

    def test_uitstellen_schuift_het_moment_op_en_niet_de_datum(self, plan, toegang):
        opvolging_uitstellen(opvolging=plan(), tot=MORGEN, door=toegang, vandaag=VANDAAG)

        opvolging = Opvolging.objects.open().op_datum().get()
        assert (opvolging.datum, opvolging.wanneer) == (VANDAAG, MORGEN)
        assert not opvolging.is_te_laat(MORGEN)
        assert opvolging.is_te_laat(MORGEN + timedelta(days=1))


class TestNachtwerk:
    def test_elke_functie_krijgt_een_taak_per_gebied_met_alle_organisaties(
        self, monkeypatch, gebied, ocmw, ander_ocmw, ander_gebied
    ):
        def werk(vandaag):
            raise AssertionError("dat doet de taak")

        monkeypatch.setattr(nachtwerk, "NACHTWERK", (werk,))
        taken = []
        monkeypatch.setattr(
            tasks.nachtwerk_uitvoeren,
            "enqueue_in",
            lambda gebied_id, ids, **rest: taken.append((gebied_id, ids, rest)),
        )

        tasks.opvolging_per_gebied()

        naam = nachtwerk.namen()[0]
        assert (gebied.pk, [], {"lid_van": [ocmw.pk, ander_ocmw.pk], "naam": naam}) in taken
        assert (ander_gebied.pk, [], {"lid_van": [ander_gebied.ocmw.pk], "naam": naam}) in taken

    def test_de_taak_voert_uit_wat_zo_heet_in_het_gebied(self, monkeypatch, gebied, ocmw):
        gezien = []

        def werk(vandaag):
            gezien.append((current_scope().gebied, current_scope().lid_van, current_scope().organisatie_ids))

        monkeypatch.setattr(nachtwerk, "NACHTWERK", (werk,))
        for naam in (nachtwerk.namen()[0], "partners.services.oud.werk"):
            tasks.nachtwerk_uitvoeren(gebied_id=gebied.pk, organisatie_ids=[], lid_van=[ocmw.pk], naam=naam)

        assert gezien == [(gebied, (ocmw.pk,), ())]
