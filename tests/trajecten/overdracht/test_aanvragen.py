"""Moving house: what the other side sees before it accepts, and what a refusal leaves behind."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail

from regie.core.exceptions import DecryptieFout, DomainError
from regie.core.tenancy import gebied_context
from tests.factories import OcmwFactory
from tests.trajecten.hulp import INSZ
from tests.trajecten.overdracht.hulp import gevoelige_code, rauw
from trajecten import services as basis
from trajecten.enums import TrajectStatus
from trajecten.enums_verhuis import OverdrachtStatus
from trajecten.models import Drempel, Overdracht, Overname, Toestemming, Traject
from trajecten.services import overdracht as services


class TestVoorDeAanvaarding:
    def test_de_ontvanger_leest_rauw_niets_over_de_persoon(self, vraag, lopend, kant):
        with kant.scope():
            tabellen = ("client", "traject", "contactmoment", "drempel", "tijdlijnitem", "overdracht", "evaluatie")
            assert not any(rauw(f"trajecten_{tabel}") for tabel in tabellen)
            (rij,) = rauw("trajecten_overname")
        tekst = json.dumps(rij)
        client = lopend.client
        for woord in (client.voornaam, client.familienaam, INSZ, "groenarbeider", str(client.pk), str(lopend.pk)):
            assert woord not in tekst
        assert rij["pakket"].startswith("v1:")

    def test_een_derde_ocmw_ziet_de_vraag_niet(self, vraag, kant):
        with gebied_context(kant.ocmw.gebied, [OcmwFactory(gebied=kant.ocmw.gebied).pk]):
            assert not rauw("trajecten_overname")

    def test_het_pakket_past_bij_een_overdracht_en_een_ontvanger(self, vraag, kant):
        with kant.scope():
            geheim = Overname.objects.get().pakket
        goed = services.pak_uit(geheim, overdracht_id=vraag.pk, ontvanger_id=kant.ocmw.pk)
        assert goed["client"]["insz"] == INSZ
        for ander in (
            {"overdracht_id": Overname().pk or "x", "ontvanger_id": kant.ocmw.pk},
            {"overdracht_id": vraag.pk, "ontvanger_id": kant.ocmw.pk + 1},
        ):
            with pytest.raises(DecryptieFout):
                services.pak_uit(geheim, **ander)

    def test_wat_blijft_zit_niet_in_het_pakket(self, vraag, kant):
        with kant.scope():
            tekst = json.dumps(
                services.pak_uit(Overname.objects.get().pakket, overdracht_id=vraag.pk, ontvanger_id=kant.ocmw.pk)
            )
        assert "open gesprek" in tekst
        for weg in ("teamnotitie", "geheim voor het team", gevoelige_code()):
            assert weg not in tekst

    def test_gevoelig_vraagt_een_handtekening(self, lopend, aanvraag, toegang, vandaag, kant):
        met = replace(aanvraag, onderdelen=("GEVOELIG",))
        with pytest.raises(DomainError, match="schriftelijk"):
            services.overdracht_aanvragen(
                traject=lopend, aanvraag=replace(met, instemming="MONDELING"), door=toegang, vandaag=vandaag
            )
        vraag = services.overdracht_aanvragen(traject=lopend, aanvraag=met, door=toegang, vandaag=vandaag)
        kant.aanvaard(vraag, vandaag)
        with kant.scope():
            assert Drempel.objects.filter(code__gevoelig=True).count() == 1

    def test_de_mail_noemt_niemand(self, lopend, aanvraag, toegang, vandaag, kant, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            services.overdracht_aanvragen(traject=lopend, aanvraag=aanvraag, door=toegang, vandaag=vandaag)
        (bericht,) = mail.outbox
        assert bericht.to == [kant.lid.user.email]
        assert lopend.client.familienaam not in bericht.body + bericht.subject
        assert "vraagt om een dossier over te nemen" in bericht.body

    def test_een_tweede_vraag_wordt_geweigerd(self, vraag, lopend, aanvraag, toegang, vandaag):
        with pytest.raises(DomainError, match="loopt al een overdracht"):
            services.overdracht_aanvragen(traject=lopend, aanvraag=aanvraag, door=toegang, vandaag=vandaag)

    @pytest.mark.parametrize(("status", "zin"), [("NAZORG", "nazorg blijft"), ("AFGESLOTEN", "geen open traject")])
    def test_in_nazorg_of_afgesloten_kan_het_niet(self, stappenplan, aanvraag, toegang, vandaag, status, zin):
        traject = stappenplan("NAZORG")
        if status == "AFGESLOTEN":
            basis.traject_afsluiten(
                traject=traject, uitstroomcode=None, datum=vandaag, motivering="klaar", door=toegang, vandaag=vandaag
            )
        with pytest.raises(DomainError, match=zin):
            services.overdracht_aanvragen(traject=traject, aanvraag=aanvraag, door=toegang, vandaag=vandaag)


class TestNietOvernemen:
    def test_weigeren_vraagt_een_reden_en_een_voorstel(self, vraag, kant, vandaag):
        with kant.scope():
            overname = Overname.objects.get()
            with pytest.raises(DomainError):
                services.overname_weigeren(
                    overname=overname, reden="woont hier niet", voorstel=" ", door=kant.toegang, vandaag=vandaag
                )
            services.overname_weigeren(
                overname=overname,
                reden="woont hier niet",
                voorstel="bel volgende maand",
                door=kant.toegang,
                vandaag=vandaag,
            )
            assert Overname.objects.get().pakket == ""
        vraag.refresh_from_db()
        assert (vraag.status, vraag.voorstel) == (OverdrachtStatus.GEWEIGERD, "bel volgende maand")
        assert Traject.objects.get(pk=vraag.traject_id).status == TrajectStatus.LOPEND
        assert Toestemming.objects.get().tot == vandaag

    def test_intrekken_wist_het_pakket(self, vraag, kant, toegang, vandaag):
        services.overdracht_intrekken(overdracht=vraag, door=toegang, vandaag=vandaag)
        with kant.scope():
            assert (Overname.objects.get().status, Overname.objects.get().pakket) == ("INGETROKKEN", "")
        with pytest.raises(DomainError, match="al beslist"):
            kant.aanvaard(vraag, vandaag)

    def test_zonder_antwoord_vervalt_het(self, vraag, kant, vandaag):
        assert services.overdrachten_laten_vervallen(vandaag=vraag.vervalt_op) == 0
        assert services.overdrachten_laten_vervallen(vandaag=vraag.vervalt_op + timedelta(days=1)) == 1
        with kant.scope():
            assert Overname.objects.get().pakket == ""
        assert Overdracht.objects.get().status == OverdrachtStatus.VERVALLEN
