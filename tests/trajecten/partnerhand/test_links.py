"""Signed links: what may be opened, and that everything else gets one and the same answer."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from regie.core import zegel
from regie.core.logs import zonder_personen
from regie.core.tenancy import gebied_context
from trajecten.enums import Linkdoel
from trajecten.models import Link
from trajecten.services import links


def _token(pad):
    return pad.split("/")[2]


def _rauw(token):
    return bytearray(urlsafe_b64decode(token + "=" * (-len(token) % 4)))


def _als_token(rauw):
    return urlsafe_b64encode(bytes(rauw)).decode().rstrip("=")


class TestMaken:
    def test_bewaart_alleen_een_hash_van_het_geheim(self, maak_link):
        link, pad = maak_link()
        geheim = bytes(_rauw(_token(pad))[8:28])

        assert link.geheim_hash == sha256(geheim).hexdigest()
        waarden = {str(w) for w in Link.objects.values().get(pk=link.pk).values()}
        assert _token(pad) not in waarden
        assert geheim.hex() not in waarden

    @pytest.mark.parametrize("doel", Linkdoel)
    def test_is_geldig_zo_lang_de_parameter_zegt(self, maak_link, vandaag, doel):
        link, _ = maak_link(doel)

        assert link.geldig_tot == links.einde_geldigheid(doel, vandaag) > vandaag

    def test_opent_met_alleen_dat_ocmw_in_zicht(self, maak_link, vandaag, ocmw):
        link, pad = maak_link()

        with links.open_link(_token(pad), vandaag=vandaag) as gevonden:
            assert gevonden.pk == link.pk
            assert Link.objects.get().pk == link.pk


@pytest.mark.parametrize("doel", Linkdoel)
class TestWatNietOpengaat:
    """Every purpose, and every way to be wrong."""

    def _is_dicht(self, token, vandaag):
        with links.open_link(token, vandaag=vandaag) as link:
            return link is None

    def test_verlopen(self, maak_link, vandaag, doel):
        link, pad = maak_link(doel)

        assert not self._is_dicht(_token(pad), link.geldig_tot)
        assert self._is_dicht(_token(pad), link.geldig_tot + timedelta(days=1))

    def test_ingetrokken(self, maak_link, vandaag, toegang, doel):
        link, pad = maak_link(doel)
        links.link_intrekken(link=link, door=toegang, nu=timezone.now(), vandaag=vandaag)

        assert self._is_dicht(_token(pad), vandaag)

    def test_gebruikt(self, maak_link, vandaag, doel):
        link, pad = maak_link(doel)
        links.link_gebruikt(link=link, nu=timezone.now(), vandaag=vandaag)

        assert self._is_dicht(_token(pad), vandaag) == (doel in Linkdoel.eenmalig())

    @pytest.mark.parametrize("plek", [0, 3, 4, 7, 8, 20, 27, 28, 43])
    def test_vervalst_op_elke_plek(self, maak_link, vandaag, doel, plek):
        rauw = _rauw(_token(maak_link(doel)[1]))
        rauw[plek] ^= 1

        assert self._is_dicht(_als_token(rauw), vandaag)

    def test_van_een_ander_ocmw(self, maak_link, vandaag, ander_ocmw, doel):
        """Even with a seal of our own: the row belongs to the first OCMW."""
        geheim = bytes(_rauw(_token(maak_link(doel)[1]))[8:28])

        assert self._is_dicht(zegel.token_van(links.ZOUT, ander_ocmw.gebied_id, ander_ocmw.pk, geheim), vandaag)

    def test_van_een_ander_gebied(self, maak_link, vandaag, ander_gebied, ocmw, doel):
        geheim = bytes(_rauw(_token(maak_link(doel)[1]))[8:28])

        assert self._is_dicht(zegel.token_van(links.ZOUT, ander_gebied.pk, ander_gebied.ocmw.pk, geheim), vandaag)
        assert self._is_dicht(zegel.token_van(links.ZOUT, ander_gebied.pk, ocmw.pk, geheim), vandaag)

    @pytest.mark.parametrize("token", ["x", "", "a" * 59, "é", "=" * 59, "../" * 5, "A" * 4000])
    def test_geraden(self, maak_link, vandaag, doel, token):
        maak_link(doel)

        assert self._is_dicht(token, vandaag)

    def test_bijna_hetzelfde_geschreven(self, maak_link, vandaag, doel):
        """One spelling per token: a padding bit more is another token."""
        token = _token(maak_link(doel)[1])

        assert self._is_dicht(token + "=", vandaag)
        assert self._is_dicht(token[:-1] + chr(ord(token[-1]) + 1), vandaag)


class TestGelijkAntwoord:
    def test_dezelfde_pagina_en_evenveel_vragen_aan_de_databank(self, client, maak_link, ander_gebied, vandaag, klok):
        _, pad_verlopen = maak_link(geldig_tot=vandaag - timedelta(days=1))
        ingetrokken, pad_ingetrokken = maak_link(Linkdoel.EVALUATIE_GEBRUIKER)
        gebruikt, pad_gebruikt = maak_link(Linkdoel.NAZORG_CLIENT)
        Link.objects.filter(pk=ingetrokken.pk).update(ingetrokken_op=timezone.now())
        Link.objects.filter(pk=gebruikt.pk).update(gebruikt_op=timezone.now())
        rauw = _rauw(_token(pad_gebruikt))
        rauw[30] ^= 1
        elders = zegel.token_van(links.ZOUT, ander_gebied.pk, ander_gebied.ocmw.pk, bytes(rauw[8:28]))
        paden = [
            pad_verlopen,
            pad_ingetrokken,
            pad_gebruikt,
            f"/l/{_als_token(rauw)}/",
            f"/l/{elders}/",
            "/l/geraden/",
        ]

        antwoorden, aantallen = [], []
        for pad in paden:
            with CaptureQueriesContext(
                connection,
            ) as vragen:
                antwoord = client.get(pad)
            antwoorden.append((antwoord.status_code, antwoord.content, sorted(antwoord.headers.items())))
            aantallen.append(len(vragen))

        assert antwoorden == [antwoorden[0]] * len(paden)
        assert antwoorden[0][0] == 404
        assert aantallen == [aantallen[0]] * len(paden)

    def test_zegt_aan_niemand_waar_het_vandaan_kwam(self, client, maak_link, klok):
        antwoord = client.get("/l/geraden/")

        assert antwoord.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in antwoord.headers["Cache-Control"]
        assert "noindex" in antwoord.headers["X-Robots-Tag"]

    def test_wie_blijft_raden_wordt_tegengehouden(self, client, gebied, klok):
        statussen = [client.get(f"/l/geraden{nummer}/").status_code for nummer in range(32)]

        assert statussen[:30] == [404] * 30
        assert statussen[30:] == [429] * 2


def test_een_link_staat_niet_in_de_logs():
    regel = zonder_personen(None, "", {"request": f"GET /l/{'a' * 59}/", "event": f"Not Found: /l/{'b' * 59}/"})

    assert regel == {"request": "GET /l/…/", "event": "Not Found: /l/…/"}


def test_intrekken_trekt_ook_de_andere_links_naar_hetzelfde_in(maak_link, toegang, vandaag, gebied, ocmw):
    eerste, _ = maak_link()
    tweede, _ = maak_link()
    iemand_anders, _ = maak_link(ontvanger_email="an@groendienst.example")

    links.link_intrekken(link=eerste, door=toegang, nu=timezone.now(), vandaag=vandaag)

    with gebied_context(gebied, [ocmw.pk]):
        assert {link.pk for link in Link.objects.bruikbaar(vandaag)} == {iemand_anders.pk}
    assert tweede.pk != eerste.pk
