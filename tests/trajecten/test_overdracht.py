"""Moving house: what the other side sees before and after, that the days go on, and that nobody is counted twice."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from regie.cijfers.models import Maandtelling
from regie.cijfers.services import herbereken
from regie.cijfers.vragen import stel
from regie.core.crypto import blinde_index
from regie.core.exceptions import DecryptieFout, DomainError
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory, LidmaatschapFactory, OcmwFactory
from tests.trajecten.hulp import INSZ
from trajecten import services as basis
from trajecten.enums import Contactsoort, TrajectStatus, Zichtbaarheid
from trajecten.enums_verhuis import Herkomst, OverdrachtStatus, Pakketdeel
from trajecten.models import (
    Breukperiode,
    Client,
    ClientVingerafdruk,
    Contactmoment,
    Dossierteller,
    Drempel,
    Evaluatie,
    Overdracht,
    Overname,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Toestemming,
    Traject,
)
from trajecten.selectors.dagteller import invoer_van
from trajecten.services import overdracht as services

ALLES = tuple(deel.value for deel in Pakketdeel if deel != Pakketdeel.GEVOELIG)


class Kant:
    """The receiving side: an OCMW, its scope, and somebody who works there."""

    def __init__(self, ocmw):
        self.ocmw = ocmw
        self.lid = LidmaatschapFactory(organisatie=ocmw)
        self.toegang = Lidmaatschap.objects.filter(pk=self.lid.pk).toegang()

    def scope(self):
        return gebied_context(self.ocmw.gebied, [self.ocmw.pk])

    def aanvaard(self, overdracht, vandaag, *, in_bestaand=True):
        with self.scope():
            return services.overname_aanvaarden(
                overname=Overname.objects.get(pk=overdracht.pk),
                begeleider=self.lid.user,
                in_bestaand=in_bestaand,
                door=self.toegang,
                vandaag=vandaag,
            )


@pytest.fixture(params=["zelfde gebied", "ander gebied"])
def kant(request, gebied, ander_gebied):
    return Kant(OcmwFactory(gebied=gebied) if request.param == "zelfde gebied" else ander_gebied.ocmw)


@pytest.fixture
def aanvraag(kant, vandaag):
    return services.Aanvraag(
        naar=kant.ocmw,
        datum=vandaag,
        reden="VERHUIS",
        instemming="SCHRIFTELIJK",
        instemming_op=vandaag,
        onderdelen=ALLES,
        contact_naam="Lien Vermeulen",
        contact_telefoon="050 11 22 33",
    )


@pytest.fixture
def lopend(stappenplan, toegang, vandaag):
    """A running art. 60 with an INSZ, a contact of each kind and a sensitive obstacle."""
    traject = stappenplan("LOPEND", breuk=Decimal("0.75"))
    basis.client_bijwerken(
        client=traject.client,
        velden={"insz": INSZ, "opmerking": "geheim voor het team"},
        versie=None,
        door=toegang,
        vandaag=vandaag,
    )
    for tekst, zichtbaar in (("open gesprek", Zichtbaarheid.OCMW), ("teamnotitie", Zichtbaarheid.TEAM)):
        basis.contactmoment_toevoegen(
            client=traject.client,
            soort=Contactsoort.GESPREK,
            datum=date(2026, 11, 3),
            tekst=tekst,
            zichtbaarheid=zichtbaar,
            taak="",
            taak_op=None,
            door=toegang,
            vandaag=vandaag,
        )
    Drempel.objects.create(
        eigenaar_id=traject.eigenaar_id, traject=traject, code_id=_gevoelige_code(), geopend_op=date(2026, 9, 10)
    )
    return Traject.objects.select_related("client").get(pk=traject.pk)


def _gevoelige_code():
    from trajecten.models import DrempelCode  # noqa: PLC0415

    return DrempelCode.objects.filter(gevoelig=True).order_by("pk")[0].pk


@pytest.fixture
def vraag(lopend, aanvraag, toegang, vandaag):
    return services.overdracht_aanvragen(traject=lopend, aanvraag=aanvraag, door=toegang, vandaag=vandaag)


def _rauw(tabel):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row_to_json(t)::text FROM "{tabel}" t')
        return [json.loads(rij[0]) for rij in cursor.fetchall()]


class TestVoorDeAanvaarding:
    def test_de_ontvanger_leest_rauw_niets_over_de_persoon(self, vraag, lopend, kant):
        with kant.scope():
            tabellen = ("client", "traject", "contactmoment", "drempel", "tijdlijnitem", "overdracht", "evaluatie")
            assert not any(_rauw(f"trajecten_{tabel}") for tabel in tabellen)
            (rij,) = _rauw("trajecten_overname")
        tekst = json.dumps(rij)
        client = lopend.client
        for woord in (client.voornaam, client.familienaam, INSZ, "groenarbeider", str(client.pk), str(lopend.pk)):
            assert woord not in tekst
        assert rij["pakket"].startswith("v1:")

    def test_een_derde_ocmw_ziet_de_vraag_niet(self, vraag, kant):
        with gebied_context(kant.ocmw.gebied, [OcmwFactory(gebied=kant.ocmw.gebied).pk]):
            assert not _rauw("trajecten_overname")

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
        for weg in ("teamnotitie", "geheim voor het team", _gevoelige_code()):
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

        ids = {rij["id"] for tabel in ("client", "traject") for rij in _rauw(f"trajecten_{tabel}")}
        assert str(lopend.pk) in ids
        assert not ids & {str(nieuw.pk), str(nieuw.client_id)}
        assert not _rauw("trajecten_overname")

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
            bekend = _bekende(kant)
        nieuw = kant.aanvaard(vraag, vandaag)
        assert nieuw.client_id == bekend.pk

    def test_of_in_een_apart_dossier_zonder_insz(self, vraag, kant, vandaag):
        with kant.scope():
            bekend = _bekende(kant)
        nieuw = kant.aanvaard(vraag, vandaag, in_bestaand=False)
        assert nieuw.client_id != bekend.pk
        assert nieuw.client.insz == ""


def _bekende(kant):
    index = blinde_index(INSZ, gebied_id=kant.ocmw.gebied_id)
    return ClientFactory(eigenaar=kant.ocmw, insz=INSZ, insz_index=index)


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


def _cijfers(gebied):
    """Marginals without a dimension, over every OCMW of a gebied."""
    with gebied_context(gebied):
        totaal = {}
        for soort, n in Maandtelling.objects.filter(dimensie="").values_list("soort", "n"):
            totaal[soort] = totaal.get(soort, 0) + n
        return {soort: n for soort, n in totaal.items() if n}


class TestCijfers:
    def test_een_verhuis_telt_geen_nieuwe_instroom(self, vraag, kant, gebied, vandaag):
        binnen = kant.ocmw.gebied_id == gebied.pk
        assert _cijfers(gebied) == {"INSTROOM": 1, "START": 1, "STOCK": 1}
        kant.aanvaard(vraag, vandaag)

        weg = {"INSTROOM": 1, "START": 1, "UITSTROOM": 1, "NEUTRAAL": 1, "STOPZETTING": 1}
        assert _cijfers(gebied) == ({**weg, "STOCK": 1} if binnen else weg)
        if not binnen:
            assert _cijfers(kant.ocmw.gebied) == {"STOCK": 1}

    def test_herberekenen_geeft_hetzelfde(self, vraag, kant, gebied, vandaag):
        kant.aanvaard(vraag, vandaag)
        for een in {gebied.pk: gebied, kant.ocmw.gebied_id: kant.ocmw.gebied}.values():
            eerst = _cijfers(een)
            with gebied_context(een):
                herbereken()
            assert _cijfers(een) == eerst

    def test_de_volgende_stap_bij_de_ontvanger_telt_wel(self, vraag, kant, vandaag):
        nieuw = kant.aanvaard(vraag, vandaag)
        with kant.scope():
            basis.traject_onderbreken(
                traject=nieuw, reden="ZIEKTE", vanaf=vandaag, verwacht_tot=None, door=kant.toegang, vandaag=vandaag
            )
            rijen = Maandtelling.objects.filter(organisatie=kant.ocmw, dimensie="status|instrument").exclude(n=0)
            assert set(rijen.values_list("waarde", "n")) == {("ONDERBROKEN|ART60", 1)}

    def test_evaluaties_van_vroeger_tellen_bij_het_vorige_ocmw(self, vraag, kant, gebied, ocmw, vandaag):
        if kant.ocmw.gebied_id != gebied.pk:
            pytest.skip("een vraag over twee OCMW's van een gebied")
        later = vandaag + timedelta(days=60)
        waarden = {"gebied": gebied.pk, "start": date(2026, 9, 1), "peildatum": later, "evaluatie_marge": 7}
        beide = [ocmw.pk, kant.ocmw.pk]
        with gebied_context(gebied, beide):
            voor = sum(rij.n for rij in stel(["evaluatie_op_tijd"], waarden))
        kant.aanvaard(vraag, vandaag)
        with gebied_context(gebied, beide):
            assert sum(rij.n for rij in stel(["evaluatie_op_tijd"], waarden)) == voor


class TestPaginas:
    def test_de_vraag_en_het_antwoord(self, client, lopend, begeleider, gebied, url, klok):
        ontvanger = Kant(OcmwFactory(gebied=gebied))
        client.force_login(begeleider.user)
        assert "Wat ziet het andere OCMW?" in client.get(url("overdragen", lopend.client_id)).content.decode()
        data = {
            "naar": ontvanger.ocmw.pk,
            "datum": "23/11/2026",
            "reden": "VERHUIS",
            "instemming": "SCHRIFTELIJK",
            "instemming_op": "23/11/2026",
            "onderdelen": ["STAPPEN", "EVALUATIES"],
            "contact_naam": "Lien",
            "contact_telefoon": "050 11 22 33",
        }
        assert client.post(url("overdragen", lopend.client_id), {**data, "naar": ""}).status_code == 422
        client.post(url("overdragen", lopend.client_id), data)
        vraag = Overdracht.objects.get()
        assert "heeft nog niet geantwoord" in client.get(url("overdracht", vraag.pk)).content.decode()

        client.force_login(ontvanger.lid.user)
        pagina = client.get(url("overname", vraag.pk)).content.decode()
        assert "vraagt om een dossier over te nemen" in pagina
        assert lopend.client.familienaam not in pagina
        assert lopend.client.familienaam not in client.get(url("overdrachten")).content.decode()
        antwoord = client.post(
            url("overname", vraag.pk), {"begeleider": ontvanger.lid.user_id, "bij_bekend": "bestaand"}, follow=True
        )
        assert lopend.client.familienaam in antwoord.content.decode()
        assert "Overgenomen van" in antwoord.content.decode()

    def test_de_lijsten_kosten_weinig(self, client, vraag, begeleider, url, django_assert_max_num_queries):
        client.force_login(begeleider.user)
        with django_assert_max_num_queries(14):
            assert client.get(url("overdrachten")).status_code == 200

    def test_een_partner_komt_er_niet_in(self, client, vraag, regieverband, gebied):
        client.force_login(LidmaatschapFactory(organisatie=regieverband, rol=Rol.REGISSEUR).user)
        assert client.get(reverse("trajecten:overdracht", args=[gebied.slug, vraag.pk])).status_code == 403


def test_elke_client_blijft_een_client(vraag, kant, vandaag):
    """A field that identifies travels; nothing of the receiver's file points back to the sender."""
    nieuw = kant.aanvaard(vraag, vandaag)
    with kant.scope():
        client = Client.objects.get(pk=nieuw.client_id)
        assert (client.opmerking, client.samengevoegd_met_id) == ("", None)
