"""Moving house: nobody is counted twice, and what the pages show."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from regie.cijfers.models import Maandtelling
from regie.cijfers.services import herbereken
from regie.cijfers.vragen import stel
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, OcmwFactory
from tests.trajecten.overdracht.hulp import Kant
from trajecten import services as basis
from trajecten.models import Client, Overdracht


def cijfers(gebied):
    """Marginals without a dimension, over every OCMW of a gebied."""
    with gebied_context(gebied):
        totaal = {}
        for soort, n in Maandtelling.objects.filter(dimensie="").values_list("soort", "n"):
            totaal[soort] = totaal.get(soort, 0) + n
        return {soort: n for soort, n in totaal.items() if n}


class TestCijfers:
    def test_een_verhuis_telt_geen_nieuwe_instroom(self, vraag, kant, gebied, vandaag):
        binnen = kant.ocmw.gebied_id == gebied.pk
        assert cijfers(gebied) == {"INSTROOM": 1, "START": 1, "STOCK": 1}
        kant.aanvaard(vraag, vandaag)

        weg = {"INSTROOM": 1, "START": 1, "UITSTROOM": 1, "NEUTRAAL": 1, "STOPZETTING": 1}
        assert cijfers(gebied) == ({**weg, "STOCK": 1} if binnen else weg)
        if not binnen:
            assert cijfers(kant.ocmw.gebied) == {"STOCK": 1}

    def test_herberekenen_geeft_hetzelfde(self, vraag, kant, gebied, vandaag):
        kant.aanvaard(vraag, vandaag)
        for een in {gebied.pk: gebied, kant.ocmw.gebied_id: kant.ocmw.gebied}.values():
            eerst = cijfers(een)
            with gebied_context(een):
                herbereken()
            assert cijfers(een) == eerst

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
