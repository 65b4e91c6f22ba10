"""Moving house: what goes along, that the days go on, and what stays with the first OCMW."""

from dataclasses import replace
from datetime import timedelta

import pytest

from regie.core.crypto import blinde_index
from regie.core.exceptions import DomainError
from tests.factories import ClientFactory
from tests.trajecten.hulp import INSZ
from tests.trajecten.overdracht.hulp import rauw
from trajecten import services as basis
from trajecten.enums import TrajectStatus
from trajecten.enums_verhuis import Herkomst, OverdrachtStatus
from trajecten.models import (
    Breukperiode,
    ClientVingerafdruk,
    Contactmoment,
    Dossierteller,
    Drempel,
    Evaluatie,
    Overname,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)
from trajecten.selectors.dagteller import invoer_van
from trajecten.services import overdracht as services


def bekende(kant):
    index = blinde_index(INSZ, gebied_id=kant.ocmw.gebied_id)
    return ClientFactory(eigenaar=kant.ocmw, insz=INSZ, insz_index=index)


class TestAanvaarden:
    def test_de_data_en_de_dagen_tellen_door(self, vraag, lopend, kant, vandaag):
        oude_stap = Stap.objects.get(traject=lopend)
        oud = invoer_van(oude_stap, vandaag)
        nieuw = kant.aanvaard(vraag, vandaag)

        with kant.scope():
            traject = Traject.objects.select_related("client").get(pk=nieuw.pk)
            assert traject.client.dossiernummer.endswith(f"-2026-{Dossierteller.objects.get().laatste:04d}")
            assert traject.client_id != lopend.client_id
            for veld in (
                "status",
                "aangemeld_op",
                "intake_op",
                "gestart_op",
                "gpmi_getekend_op",
                "jobdoelwit",
                "instrument_id",
                "einddatum_voorzien",
            ):
                assert getattr(traject, veld) == getattr(lopend, veld), veld
            stap = Stap.objects.get(traject=traject)
            teller = invoer_van(stap, vandaag)
            assert (teller.start, teller.breuken, teller.bewezen, teller.voorvallen) == (
                oud.start,
                oud.breuken,
                oud.bewezen,
                oud.voorvallen,
            )
            assert stap.einde_berekend == oude_stap.einde_berekend
            assert Breukperiode.objects.filter(stap=stap).exists()
            assert ClientVingerafdruk.objects.filter(client_id=traject.client_id).count() == 2
            assert traject.client.insz == INSZ
            assert traject.client.insz_index == blinde_index(INSZ, gebied_id=kant.ocmw.gebied_id)

    def test_de_kalender_van_evaluaties_gaat_door(self, vraag, lopend, kant, vandaag):
        gepland = list(
            Evaluatie.objects.filter(traject=lopend).order_by("gepland_op").values_list("soort", "gepland_op")
        )
        nieuw = kant.aanvaard(vraag, vandaag)

        with kant.scope():
            rijen = Evaluatie.objects.filter(traject=nieuw)
            assert list(rijen.order_by("gepland_op").values_list("soort", "gepland_op")) == gepland
            open_ = Termijn.objects.filter(traject=nieuw, evaluatie__in=rijen, afgehandeld_op=None, vervallen_op=None)
            assert open_.count() == rijen.filter(uitgevoerd_op=None).count()

    def test_geschiedenis_staat_er_met_herkomst(self, vraag, lopend, kant, ocmw, vandaag):
        oud = list(
            StatusWijziging.objects.filter(traject=lopend).order_by("pk").values_list("van", "naar", "geldig_op")
        )
        nieuw = kant.aanvaard(vraag, vandaag)

        with kant.scope():
            rijen = list(StatusWijziging.objects.filter(traject=nieuw).order_by("pk"))
        assert [(r.van, r.naar, r.geldig_op) for r in rijen[:-1]] == oud
        assert {r.herkomst for r in rijen[:-1]} == {Herkomst.GESCHIEDENIS}
        assert all(ocmw.naam in r.reden for r in rijen)
        assert (rijen[-1].herkomst, rijen[-1].van, rijen[-1].naar) == (Herkomst.AANKOMST, "", TrajectStatus.LOPEND)

    def test_beide_kanten_vertellen_het(self, vraag, lopend, kant, ocmw, vandaag):
        nieuw = kant.aanvaard(vraag, vandaag)
        vraag.refresh_from_db()
        lopend.refresh_from_db()

        assert (vraag.status, vraag.nieuw_dossiernummer) == (OverdrachtStatus.AANVAARD, nieuw.client.dossiernummer)
        assert kant.lid.user.naam in vraag.beslist_door
        assert (lopend.status, lopend.uitstroomcode_id) == (TrajectStatus.AFGESLOTEN, "VERHUIS")
        assert Tijdlijnitem.objects.filter(client=lopend.client, titel=f"Overgedragen aan {kant.ocmw.naam}").exists()
        with kant.scope():
            overname = Overname.objects.get()
            assert (overname.pakket, overname.beslist_door_id) == ("", kant.lid.user_id)
            assert Tijdlijnitem.objects.filter(client=nieuw.client, titel=f"Overgenomen van {ocmw.naam}").exists()

    def test_daarna_leest_de_vrager_de_nieuwe_rijen_niet(self, vraag, lopend, kant, vandaag):
        nieuw = kant.aanvaard(vraag, vandaag)

        ids = {rij["id"] for tabel in ("client", "traject") for rij in rauw(f"trajecten_{tabel}")}
        assert str(lopend.pk) in ids
        assert not ids & {str(nieuw.pk), str(nieuw.client_id)}
        assert not rauw("trajecten_overname")

    def test_zonder_een_onderdeel_komt_het_niet_mee(self, lopend, aanvraag, toegang, kant, vandaag):
        vraag = services.overdracht_aanvragen(
            traject=lopend, aanvraag=replace(aanvraag, onderdelen=()), door=toegang, vandaag=vandaag
        )
        nieuw = kant.aanvaard(vraag, vandaag)
        with kant.scope():
            for model in (Stap, Evaluatie, Drempel, Contactmoment):
                assert not model.objects.exists(), model
            assert Traject.objects.get(pk=nieuw.pk).status == TrajectStatus.LOPEND

    def test_niet_voor_de_dag(self, lopend, aanvraag, toegang, kant, vandaag):
        later = replace(aanvraag, datum=vandaag + timedelta(days=8))
        vraag = services.overdracht_aanvragen(traject=lopend, aanvraag=later, door=toegang, vandaag=vandaag)
        with pytest.raises(DomainError, match="01/12/2026"):
            kant.aanvaard(vraag, vandaag)
        assert kant.aanvaard(vraag, vandaag + timedelta(days=8))

    def test_een_gewijzigd_dossier_vraagt_een_nieuw_pakket(self, vraag, lopend, kant, toegang, vandaag):
        basis.traject_onderbreken(
            traject=lopend, reden="ZIEKTE", vanaf=vandaag, verwacht_tot=None, door=toegang, vandaag=vandaag
        )
        with pytest.raises(DomainError, match="te vernieuwen"):
            kant.aanvaard(vraag, vandaag)
        services.pakket_vernieuwen(overdracht=vraag, door=toegang)
        assert kant.aanvaard(vraag, vandaag).status == TrajectStatus.ONDERBROKEN

    def test_alles_of_niets(self, vraag, lopend, kant, vandaag, monkeypatch):
        def stuk(**kwargs):
            raise DomainError("de andere kant lukt niet")

        monkeypatch.setattr(services, "traject_afsluiten", stuk)
        with pytest.raises(DomainError, match="andere kant"):
            kant.aanvaard(vraag, vandaag)
        with kant.scope():
            assert not Traject.objects.exists()
            assert Overname.objects.get().pakket
        vraag.refresh_from_db()
        assert vraag.is_open

    def test_wie_bekend_is_komt_in_het_bestaande_dossier(self, vraag, kant, vandaag):
        with kant.scope():
            bekend = bekende(kant)
        nieuw = kant.aanvaard(vraag, vandaag)
        assert nieuw.client_id == bekend.pk

    def test_of_in_een_apart_dossier_zonder_insz(self, vraag, kant, vandaag):
        with kant.scope():
            bekend = bekende(kant)
        nieuw = kant.aanvaard(vraag, vandaag, in_bestaand=False)
        assert nieuw.client_id != bekend.pk
        assert nieuw.client.insz == ""
