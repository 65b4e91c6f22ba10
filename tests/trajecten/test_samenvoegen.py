"""Two files of one person: nothing is lost, and undoing gives back exactly what there was."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regie.core.crypto import blinde_index
from regie.core.exceptions import DomainError
from tests.factories import ClientFactory, StapFactory, TrajectFactory
from tests.trajecten.hulp import INSZ
from trajecten import services as basis
from trajecten.enums import TrajectStatus
from trajecten.models import (
    Client,
    ClientVingerafdruk,
    Contactmoment,
    Drempel,
    Inzage,
    Samenvoeging,
    Tijdlijnitem,
    Traject,
)
from trajecten.selectors import samenvoegen as selectors
from trajecten.selectors.delen import lezingen
from trajecten.services import samenvoegen as services
from trajecten.services.registratie import bewaar_client


@pytest.fixture
def paar(gebied, toegang, vandaag):
    """A file with a closed traject and one with an open traject and an INSZ, both with contacts."""
    een = ClientFactory(voornaam="Selin", familienaam="Aydin", telefoon="")
    ander = ClientFactory(voornaam="Selin", familienaam="Aydın", telefoon="+32470123456", insz=INSZ)
    for client in (een, ander):
        bewaar_client(client)
        _noteer(client, toegang, vandaag)
    TrajectFactory(client=een, afgesloten=True)
    traject = TrajectFactory(client=ander, lopend=True)
    StapFactory(traject=traject)
    Drempel.objects.create(
        eigenaar_id=een.eigenaar_id, traject=traject, code_id="MOB_RIJBEWIJS", geopend_op=date(2026, 9, 1)
    )
    return een, ander


def _noteer(client, toegang, vandaag, tekst="gesprek"):
    return basis.contactmoment_toevoegen(
        client=client,
        soort="GESPREK",
        datum=vandaag,
        tekst=tekst,
        zichtbaarheid="OCMW",
        taak="",
        taak_op=None,
        door=toegang,
        vandaag=vandaag,
    )


def _voeg_samen(een, ander, toegang, vandaag, overnemen=("familienaam", "telefoon")):
    return services.dossiers_samenvoegen(
        behouden=een, opgenomen=ander, overnemen=overnemen, door=toegang, vandaag=vandaag
    )


def _foto(*clienten):
    """Every row of these files, without stamps and version numbers."""
    rijen = {}
    for client in Client.ook_schaduwen.filter(pk__in=[c.pk for c in clienten]).order_by("pk"):
        rijen["client", client.pk] = _velden(client)
        afdrukken = ClientVingerafdruk.objects.filter(client_id=client.pk).order_by("soort")
        rijen["afdruk", client.pk] = list(afdrukken.values_list("soort", "hash"))
    for veld in selectors.verwijzingen():
        for rij in veld.model._default_manager.filter(**{f"{veld.name}__in": clienten}).order_by("pk"):
            if not (
                isinstance(rij, Tijdlijnitem) and "amengevoegd" in rij.titel.replace("amenvoeging", "amengevoegd")
            ):
                rijen[veld.model._meta.label, rij.pk] = _velden(rij)
    return rijen


def _velden(rij):
    uit = {"updated_at", "versie"}
    return {veld.attname: getattr(rij, veld.attname) for veld in rij._meta.local_fields if veld.name not in uit}


class TestSamenvoegen:
    def test_alles_verhuist_en_niets_gaat_verloren(self, paar, toegang, vandaag):
        een, ander = paar
        voor = {model: model.objects.count() for model in (Traject, Contactmoment, Drempel)}
        _voeg_samen(een, ander, toegang, vandaag)

        for model, aantal in voor.items():
            assert model.objects.count() == aantal
        assert set(Traject.objects.values_list("client_id", flat=True)) == {een.pk}
        assert set(Contactmoment.objects.values_list("client_id", flat=True)) == {een.pk}
        behouden = Client.objects.get()
        assert (behouden.familienaam, behouden.telefoon, behouden.insz) == ("Aydın", "+32470123456", INSZ)
        assert set(Traject.objects.values_list("sorteernaam", flat=True)) == {behouden.sorteernaam}
        assert set(ClientVingerafdruk.objects.values_list("client_id", flat=True)) == {een.pk}

    def test_het_leeslogboek_van_beide_blijft_leesbaar(self, paar, toegang, vandaag):
        een, ander = paar
        for client in paar:
            basis.client_lezen(client=client, pagina="client", door=toegang)
        _voeg_samen(een, ander, toegang, vandaag)

        assert lezingen(een).count() == Inzage.objects.count() == 2

    def test_het_oude_adres_blijft_werken(self, paar, toegang, vandaag, als_begeleider, url, klok):
        een, ander = paar
        _voeg_samen(een, ander, toegang, vandaag)

        html = als_begeleider.get(url("client", ander.pk)).content.decode()
        assert een.dossiernummer in html

    @pytest.mark.parametrize("reden", ["twee open trajecten", "twee INSZ"])
    def test_weigert_met_een_uitleg(self, paar, toegang, vandaag, reden):
        een, ander = paar
        if reden == "twee open trajecten":
            TrajectFactory(client=een)
        else:
            een.insz = "93051822361"
            bewaar_client(een)
        with pytest.raises(DomainError, match=r"sluit het andere eerst af|twee personen"):
            _voeg_samen(een, ander, toegang, vandaag)

    def test_een_besluit_dat_het_twee_personen_zijn_haalt_het_paar_weg(self, paar, toegang):
        een, ander = paar
        assert [{p.een.pk, p.ander.pk} for p in selectors.mogelijke_dubbels()] == [{een.pk, ander.pk}]
        basis.duplicaat_afwijzen(client=ander, andere=een, door=toegang)
        assert selectors.mogelijke_dubbels() == []


class TestOngedaan:
    def test_geeft_precies_terug_wat_er_was(self, paar, toegang, vandaag):
        voor = _foto(*paar)
        samenvoeging = _voeg_samen(*paar, toegang, vandaag)
        services.samenvoeging_ongedaan(samenvoeging_id=samenvoeging.pk, door=toegang, vandaag=vandaag)
        assert _foto(*paar) == voor

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(velden=st.sets(st.sampled_from(selectors.VELDEN)), omgekeerd=st.booleans(), contacten=st.integers(0, 3))
    def test_welke_velden_je_ook_kiest(self, paar, toegang, vandaag, velden, omgekeerd, contacten):
        een, ander = (Client.objects.get(pk=c.pk) for c in paar)
        if omgekeerd:
            een, ander = ander, een
        for _ in range(contacten):
            _noteer(ander, toegang, vandaag)
        voor = _foto(een, ander)
        samenvoeging = _voeg_samen(een, ander, toegang, vandaag, velden)
        services.samenvoeging_ongedaan(samenvoeging_id=samenvoeging.pk, door=toegang, vandaag=vandaag)
        assert _foto(een, ander) == voor

    def test_wat_erna_kwam_blijft_en_wordt_gezegd(self, paar, toegang, vandaag):
        een, ander = paar
        samenvoeging = _voeg_samen(een, ander, toegang, vandaag)
        nieuw = _noteer(Client.objects.get(pk=een.pk), toegang, vandaag, "erna")
        basis.client_bijwerken(
            client=een, velden={"telefoon": "+32470999999"}, versie=None, door=toegang, vandaag=vandaag
        )
        _, zinnen = services.samenvoeging_ongedaan(samenvoeging_id=samenvoeging.pk, door=toegang, vandaag=vandaag)

        nieuw.refresh_from_db()
        assert (nieuw.client_id, nieuw.traject_id) == (een.pk, None)
        assert Client.objects.get(pk=een.pk).telefoon == "+32470999999"
        assert "telefoon" in " ".join(zinnen)
        assert "blijft in het behouden dossier" in zinnen[0]

    def test_na_de_termijn_is_het_definitief(self, paar, toegang, vandaag):
        samenvoeging = _voeg_samen(*paar, toegang, vandaag)
        assert samenvoeging.terug_tot == vandaag + timedelta(days=7)
        assert services.samenvoegingen_afronden(vandaag=samenvoeging.terug_tot) == 0
        assert services.samenvoegingen_afronden(vandaag=samenvoeging.terug_tot + timedelta(days=1)) == 1
        assert Samenvoeging.objects.get().vorige is None
        with pytest.raises(DomainError, match="niet meer"):
            services.samenvoeging_ongedaan(samenvoeging_id=samenvoeging.pk, door=toegang, vandaag=vandaag)

    def test_eerst_de_laatste(self, paar, toegang, vandaag):
        een, ander = paar
        eerste = _voeg_samen(een, ander, toegang, vandaag)
        derde = ClientFactory(voornaam="Selin", familienaam="Aydin")
        tweede = _voeg_samen(een, derde, toegang, vandaag, ())
        with pytest.raises(DomainError, match="latere samenvoeging"):
            services.samenvoeging_ongedaan(samenvoeging_id=eerste.pk, door=toegang, vandaag=vandaag)
        services.samenvoeging_ongedaan(samenvoeging_id=tweede.pk, door=toegang, vandaag=vandaag)
        services.samenvoeging_ongedaan(samenvoeging_id=eerste.pk, door=toegang, vandaag=vandaag)
        assert Client.objects.count() == 3


class TestPaginas:
    def test_vergelijken_samenvoegen_en_terug(self, paar, als_begeleider, url, klok):
        een, ander = paar
        assert "Mogelijk dezelfde persoon" in als_begeleider.get(url("dubbele_dossiers")).content.decode()
        html = als_begeleider.get(url("samenvoegen", een.pk, ander.pk)).content.decode()
        assert "Kies per gegeven wat blijft" in html
        als_begeleider.post(url("samenvoegen", een.pk, ander.pk), {"telefoon": "ander"})
        assert Client.objects.get().telefoon == "+32470123456"
        samenvoeging = Samenvoeging.objects.get()
        assert "Pas samengevoegd" in als_begeleider.get(url("dubbele_dossiers")).content.decode()
        als_begeleider.post(url("samenvoeging_ongedaan", samenvoeging.pk))
        assert Client.objects.count() == 2
        assert Traject.objects.get(client=ander).status == TrajectStatus.LOPEND

    def test_weigert_zichtbaar(self, paar, als_begeleider, url, klok):
        een, ander = paar
        TrajectFactory(client=een)
        antwoord = als_begeleider.post(url("samenvoegen", een.pk, ander.pk))
        assert antwoord.status_code == 422
        assert "afsluiten" in antwoord.content.decode()

    def test_de_index_klopt_na_ongedaan(self, paar, toegang, vandaag, gebied):
        een, ander = paar
        samenvoeging = _voeg_samen(een, ander, toegang, vandaag)
        services.samenvoeging_ongedaan(samenvoeging_id=samenvoeging.pk, door=toegang, vandaag=vandaag)
        rij = Client.objects.get(pk=ander.pk)
        assert (rij.insz, rij.insz_index) == (INSZ, blinde_index(INSZ, gebied_id=gebied.pk))
