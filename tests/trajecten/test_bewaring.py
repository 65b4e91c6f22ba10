"""The end of a dossier: only past its period, only after confirmation, and then without a trace but a number."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from regie.core.dates import plus_maanden
from regie.core.exceptions import DomainError
from regie.core.models import Gebeurtenis
from regie.core.parameters import waarde
from regie.core.permissions import Rol
from regie.core.rls import history_models
from regie.core.tenancy import DossierModel, gebied_context
from tests.factories import ClientFactory, LidmaatschapFactory, StapFactory, TrajectFactory
from tests.rijen import rij_van
from trajecten import services
from trajecten.models import Client, Dossierstatistiek, Drempel, DrempelCode, Traject, Wissing
from trajecten.selectors.bewaring import bewaring


@pytest.fixture
def grens(db, vandaag):
    return plus_maanden(vandaag, -int(waarde("bewaartermijn", op=vandaag)))


@pytest.fixture
def oud(gebied, grens):
    """A dossier that ended long enough ago, with a step and an obstacle."""
    traject = TrajectFactory(
        afgesloten=True,
        aangemeld_op=grens - timedelta(days=400),
        intake_op=grens - timedelta(days=390),
        gestart_op=grens - timedelta(days=380),
        uitgestroomd_op=grens,
        afgesloten_op=grens,
        status_sinds=grens,
        instrument_id="ART60",
    )
    StapFactory(traject=traject, status="BEEINDIGD", start=traject.gestart_op, einde=grens)
    rij_van(Drempel, traject.eigenaar, traject=traject, code=DrempelCode.objects.order_by("pk").last())
    return traject


@pytest.fixture
def kondig_aan(toegang, vandaag):
    return lambda *trajecten: services.wissing_aankondigen(
        ids=[t.client_id for t in trajecten], door=toegang, vandaag=vandaag
    )


def _na_de_wachttijd(vandaag):
    return vandaag + timedelta(days=int(waarde("bewaartermijn_aankondiging", op=vandaag)))


class TestWatErKlaarstaat:
    @pytest.mark.parametrize(("dagen", "klaar"), [(-1, True), (0, True), (1, False)])
    def test_vanaf_de_laatste_dag_van_de_termijn(self, oud, grens, vandaag, dagen, klaar):
        Traject.objects.update(afgesloten_op=grens + timedelta(days=dagen))

        assert [c.pk for c in bewaring(vandaag).te_wissen] == ([oud.client_id] if klaar else [])

    def test_niet_als_er_nog_iets_loopt(self, oud, vandaag):
        TrajectFactory(client=oud.client, lopend=True)

        assert bewaring(vandaag).te_wissen == []

    def test_niet_van_een_ander_ocmw(self, oud, gebied, ander_ocmw, vandaag):
        with gebied_context(gebied, [ander_ocmw.pk]):
            assert bewaring(vandaag).te_wissen == []

    def test_een_jong_dossier_kan_niet_aangekondigd_worden(self, oud, kondig_aan):
        with pytest.raises(DomainError, match="voorbij de bewaartermijn"):
            kondig_aan(oud, TrajectFactory(afgesloten=True))

        assert not Wissing.objects.exists()


class TestWissen:
    def test_pas_na_de_wachttijd(self, oud, kondig_aan, vandaag):
        kondig_aan(oud)

        assert services.wissingen_uitvoeren(vandaag=_na_de_wachttijd(vandaag) - timedelta(days=1)) == 0
        assert Client.objects.filter(pk=oud.client_id).exists()

    def test_niets_blijft_dan_een_grove_regel(self, oud, kondig_aan, vandaag):
        kondig_aan(oud)
        anders = TrajectFactory(lopend=True)
        client_id, traject_id = oud.client_id, oud.pk

        assert services.wissingen_uitvoeren(vandaag=_na_de_wachttijd(vandaag)) == 1

        assert not _sporen_van(client_id, traject_id)
        regel = Dossierstatistiek.objects.get()
        assert (regel.instrument, regel.drempels, regel.jaar_afsluiting) == ("ART60", 1, oud.afgesloten_op.year)
        assert _sporen_van(anders.client_id, anders.pk)
        assert Gebeurtenis.objects.filter(soort="dossier.gewist", object_id=str(client_id)).exists()

    def test_de_databank_wist_niets_zonder_bevestiging(self, oud, vandaag):
        with (
            pytest.raises(ProgrammingError, match="geen bevestigde wissing"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "SELECT regie_wis('trajecten_traject', 'id', %s, %s, %s)", [[str(oud.pk)], oud.client_id, vandaag]
            )

    def test_ook_wat_ermee_samengevoegd_was(self, oud, kondig_aan, vandaag):
        schaduw = ClientFactory()
        Client.ook_schaduwen.filter(pk=schaduw.pk).update(samengevoegd_met=oud.client)
        kondig_aan(oud)

        services.wissingen_uitvoeren(vandaag=_na_de_wachttijd(vandaag))

        assert not Client.ook_schaduwen.exists()

    def test_wat_intussen_heropend_is_blijft(self, oud, kondig_aan, vandaag):
        kondig_aan(oud)
        TrajectFactory(client=oud.client, lopend=True)

        assert services.wissingen_uitvoeren(vandaag=_na_de_wachttijd(vandaag)) == 0
        assert Client.objects.filter(pk=oud.client_id).exists()
        assert not Wissing.objects.exists()

    @pytest.mark.parametrize(
        "model",
        [
            m
            for m in apps.get_app_config("trajecten").get_models()
            if issubclass(m, DossierModel) and any(v.name == "traject" for v in m._meta.local_fields)
        ],
        ids=lambda m: m.__name__,
    )
    def test_geen_enkele_tabel_houdt_het_tegen(self, model, oud, ocmw, kondig_aan, vandaag):
        heeft_client = any(veld.name == "client" for veld in model._meta.local_fields)
        rij = rij_van(model, ocmw, traject=oud, **({"client": oud.client} if heeft_client else {}))
        kondig_aan(oud)

        assert services.wissingen_uitvoeren(vandaag=_na_de_wachttijd(vandaag)) == 1
        assert not model._base_manager.filter(pk=rij.pk).exists()


def _sporen_van(client_id, traject_id):
    """Every row and every line of history that still points at this person, over all tables."""
    gevonden = []
    modellen = [m for m in apps.get_app_config("trajecten").get_models() if issubclass(m, DossierModel)]
    for model in {*modellen, *history_models()}:
        velden = {veld.name for veld in model._meta.local_fields}
        for naam, pk in (("client", client_id), ("traject", traject_id)):
            if naam in velden and model._base_manager.filter(**{f"{naam}_id": pk}).exists():
                gevonden.append(model)
            if getattr(model, "pgh_tracked_model", None) in {Client, Traject} and naam == "client":
                gevonden += model._base_manager.filter(pgh_obj_id__in=[client_id, traject_id])
    return gevonden


class TestPaginas:
    @pytest.fixture
    def als_verantwoordelijke(self, client, ocmw):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE).user)
        return client

    @pytest.fixture
    def url(self, gebied):
        return lambda naam, *args: reverse(f"trajecten:{naam}", args=[gebied.slug, *args])

    def test_eerst_de_gevolgen_dan_de_aankondiging_en_weer_terug(self, als_verantwoordelijke, oud, url):
        keuze = {"id": [str(oud.client_id)]}

        vraag = als_verantwoordelijke.post(url("wissing_aankondigen"), keuze)
        assert "Daarna kan niemand het nog terughalen" in vraag.text
        assert not Wissing.objects.exists()
        klaar = als_verantwoordelijke.post(url("wissing_aankondigen"), {**keuze, "bevestigd": "1"}, follow=True)
        assert "1 dossier aangekondigd" in klaar.text
        terug = als_verantwoordelijke.post(url("wissing_intrekken", Wissing.objects.get().pk), follow=True)
        assert "Dit dossier blijft bewaard." in terug.text

    def test_zonder_dossiers_zegt_de_pagina_dat(self, als_verantwoordelijke, url):
        assert "Niets te wissen" in als_verantwoordelijke.get(url("bewaring")).text
