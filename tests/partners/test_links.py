"""Links for who has no account: one purpose, one organisatie, never a row of another."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.enums import Partnerlinkdoel
from partners.models import Partnerlink
from partners.services import links
from regie.core.exceptions import LinkOngeldig
from regie.core.tenancy import current_scope, gebied_context
from tests.factories import OrganisatieFactory

ONDERWERP = "6f9619ff-8b86-d011-b42d-00c04fc964ff"


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied)


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def maak(partner, toegang, vandaag):
    def maak(doel=Partnerlinkdoel.SCAN, **anders):
        return links.maak_partnerlink(
            doel=doel,
            object_id=ONDERWERP,
            organisatie=partner,
            ontvanger_naam="Ada Claes",
            ontvanger_email="ada@partner.example",
            door=toegang,
            vandaag=vandaag,
            **anders,
        )

    return maak


def _token(adres):
    return adres.rstrip("/").rsplit("/", 1)[-1]


def test_opent_met_alleen_de_organisatie_van_de_link(maak, partner, vandaag):
    link, adres = maak()

    with links.open_partnerlink(_token(adres), vandaag=vandaag) as gevonden:
        assert gevonden == link
        assert (current_scope().organisatie_ids, current_scope().lid_van) == ((), (partner.pk,))


def test_staat_niet_leesbaar_in_de_databank(maak, partner, gebied):
    link, adres = maak()

    with gebied_context(gebied, lid_van=[partner.pk]):
        assert _token(adres) not in [str(waarde) for waarde in Partnerlink.objects.values_list().get()]
    assert not Partnerlink.objects.filter(pk=link.pk).exists()


@pytest.mark.parametrize("dagen", [0, 1])
def test_werkt_tot_en_met_de_laatste_dag(maak, vandaag, dagen):
    link, adres = maak()

    with links.open_partnerlink(_token(adres), vandaag=link.geldig_tot + timedelta(days=dagen)) as gevonden:
        assert (gevonden is None) == bool(dagen)


def test_een_vervalst_adres_opent_niets(maak, vandaag):
    _, adres = maak()
    token = _token(adres)
    vals = token[:5] + ("A" if token[5] != "A" else "B") + token[6:]

    with links.open_partnerlink(vals, vandaag=vandaag) as gevonden:
        assert gevonden is None


@pytest.mark.parametrize("doel", Partnerlinkdoel)
def test_een_eenmalige_link_werkt_maar_een_keer(maak, partner, gebied, vandaag, doel):
    link, _ = maak(doel)
    with gebied_context(gebied, lid_van=[partner.pk]):
        links.partnerlink_gebruikt(link=link, nu=timezone.now(), vandaag=vandaag)

        if doel in Partnerlinkdoel.eenmalig():
            with pytest.raises(LinkOngeldig):
                links.partnerlink_gebruikt(link=link, nu=timezone.now(), vandaag=vandaag)
        else:
            assert links.partnerlink_gebruikt(link=link, nu=timezone.now(), vandaag=vandaag).geopend_op


def test_intrekken_werkt_meteen(maak, partner, gebied, vandaag):
    link, adres = maak()
    with gebied_context(gebied, lid_van=[partner.pk]):
        assert links.partnerlinks_intrekken(doel=link.doel, object_id=ONDERWERP, nu=timezone.now()) == 1

    with links.open_partnerlink(_token(adres), vandaag=vandaag) as gevonden:
        assert gevonden is None


def test_een_onbekend_adres_zegt_in_woorden_wat_te_doen(client):
    antwoord = client.get(reverse("partnerlink", args=["nergens"]))

    assert antwoord.status_code == 404
    assert "Antwoord op de mail waarin de link stond" in antwoord.text
    assert antwoord.headers["Referrer-Policy"] == "no-referrer"
