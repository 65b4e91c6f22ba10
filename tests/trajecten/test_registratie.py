from datetime import date, timedelta

import pytest
from django.utils import timezone

from regie.core.exceptions import DomainError, Verouderd
from tests.factories import ClientFactory
from trajecten import services
from trajecten.models import (
    Client,
    ClientVingerafdruk,
    DuplicaatBesluit,
    Ontwerp,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)
from trajecten.services.registratie import BestaatAl

INSZ = "85073003328"


class TestClientRegistreren:
    def test_maakt_dossier_traject_termijn_en_verhaal(self, registreer):
        traject = registreer()

        assert traject.status == "AANGEMELD"
        assert traject.client.dossiernummer.endswith("-2026-0001")
        assert Termijn.objects.get().vervalt_op == date(2026, 9, 15)
        assert (traject.volgende_termijn, traject.volgende_termijn_op) == ("Intake plannen", date(2026, 9, 15))
        assert [w.naar for w in StatusWijziging.objects.all()] == ["AANGEMELD"]
        assert Tijdlijnitem.objects.filter(is_mijlpaal=True).count() == 1

    def test_nummert_dossiers_per_ocmw_en_jaar_door(self, registreer):
        nummers = [registreer(familienaam=naam).client.dossiernummer for naam in ("Een", "Twee", "Drie")]

        assert [nummer[-4:] for nummer in nummers] == ["0001", "0002", "0003"]

    def test_bewaart_het_insz_versleuteld_en_zoekbaar(self, registreer):
        client = registreer(insz=INSZ).client

        opgeslagen = (
            Client.objects.filter(pk=client.pk).extra(select={"ruw": "insz::text"}).values("ruw", "insz_index")
        )
        assert INSZ not in opgeslagen[0]["ruw"]
        assert opgeslagen[0]["ruw"].startswith("v1:")
        assert len(opgeslagen[0]["insz_index"]) == 64
        assert Client.objects.get(pk=client.pk).insz == INSZ

    def test_weigert_een_tweede_dossier_met_hetzelfde_insz(self, registreer):
        registreer(insz=INSZ)

        with pytest.raises(BestaatAl, match="al een dossier met dit INSZ"):
            registreer(insz=INSZ, voornaam="Iemand")

        assert Client.objects.count() == 1

    def test_weigert_een_aanmelding_in_de_toekomst(self, gegevens, ocmw, toegang, vandaag):
        with pytest.raises(DomainError, match="toekomst"):
            services.client_registreren(
                gegevens=gegevens(),
                eigenaar=ocmw,
                bron="ZELF",
                aangemeld_op=vandaag + timedelta(days=1),
                begeleider=None,
                door=toegang,
                vandaag=vandaag,
            )

    def test_laat_alleen_een_vingerafdruk_na_voor_de_rest_van_het_gebied(self, registreer):
        registreer(insz=INSZ)

        afdrukken = ClientVingerafdruk.objects.all()
        assert {a.soort for a in afdrukken} == {"insz", "naam"}
        assert not any("aydin" in a.hash or INSZ in a.hash for a in afdrukken)


class TestClientBijwerken:
    def test_schrijft_op_wat_wijzigde(self, registreer, toegang, vandaag):
        client = registreer().client

        services.client_bijwerken(
            client=client, velden={"familienaam": "Öztürk"}, versie=1, door=toegang, vandaag=vandaag
        )

        assert Traject.objects.get().sorteernaam == "ozturk selin"
        assert Tijdlijnitem.objects.filter(soort="wijziging").get().tekst == "Gewijzigd: familienaam."

    def test_weigert_als_een_collega_intussen_bewaarde(self, registreer, toegang, vandaag):
        client = registreer().client
        services.client_bijwerken(client=client, velden={"taal": "Turks"}, versie=1, door=toegang, vandaag=vandaag)

        with pytest.raises(Verouderd, match="intussen gewijzigd"):
            services.client_bijwerken(client=client, velden={"taal": "Frans"}, versie=1, door=toegang, vandaag=vandaag)

    def test_doet_niets_als_er_niets_wijzigt(self, registreer, toegang, vandaag):
        client = registreer().client

        services.client_bijwerken(
            client=client, velden={"familienaam": "Aydın"}, versie=1, door=toegang, vandaag=vandaag
        )

        assert Client.objects.get().versie == 1
        assert not Tijdlijnitem.objects.filter(soort="wijziging").exists()


class TestOntwerp:
    def test_registreert_een_ontwerp_hoogstens_een_keer(self, ocmw, gegevens, toegang, vandaag):
        ontwerp = services.ontwerp_bewaren(
            ontwerp=None, eigenaar=ocmw, gegevens={"persoon": {}}, door=toegang, geopend_op=timezone.now()
        )
        aanmelding = {"bron": "ZELF", "aangemeld_op": vandaag, "begeleider": None}
        wie = {"andere_ids": [], "door": toegang, "vandaag": vandaag}
        services.ontwerp_registreren(ontwerp=ontwerp, gegevens=gegevens(), **wie, **aanmelding)

        with pytest.raises(DomainError, match="al bewaard"):
            services.ontwerp_registreren(ontwerp=ontwerp, gegevens=gegevens(), **wie, **aanmelding)

        assert Client.objects.count() == 1

    def test_onthoudt_dat_het_een_andere_persoon_is(self, ocmw, gegevens, toegang, vandaag):
        lijkt = ClientFactory(familienaam="Aydın")
        ontwerp = services.ontwerp_bewaren(
            ontwerp=None, eigenaar=ocmw, gegevens={}, door=toegang, geopend_op=timezone.now()
        )

        traject = services.ontwerp_registreren(
            ontwerp=ontwerp,
            gegevens=gegevens(),
            andere_ids=[str(lijkt.pk)],
            door=toegang,
            vandaag=vandaag,
            bron="ZELF",
            aangemeld_op=vandaag,
            begeleider=None,
        )

        besluit = DuplicaatBesluit.objects.get()
        assert (besluit.client_id, besluit.andere_id) == (traject.client_id, lijkt.pk)

    def test_ruimt_oude_ontwerpen_op(self, ocmw, toegang, vandaag):
        for _ in range(2):
            services.ontwerp_bewaren(
                ontwerp=None,
                eigenaar=ocmw,
                gegevens={"persoon": {"voornaam": "x"}},
                door=toegang,
                geopend_op=timezone.now(),
            )
        Ontwerp.objects.filter(pk=Ontwerp.objects.order_by("pk")[0].pk).update(
            updated_at=timezone.now() - timedelta(days=15)
        )

        assert services.ontwerpen_opruimen(vandaag=vandaag) == 1
        assert Ontwerp.objects.get().gegevens == {"persoon": {"voornaam": "x"}}
