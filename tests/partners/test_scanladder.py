"""Reminders to who was asked to answer a scan: on which day, to whom, and when the one who leads it hears."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from partners.models import Opvolging, Scandeelnemer
from partners.services import scan as services
from partners.services import scandeelnemers
from partners.services.nachtwerk import NACHTWERK
from partners.services.scanladder import scans_opvolgen, te_herinneren
from regie.core.http import gebied_url
from regie.core.models import Lidmaatschap, RegelParameter
from regie.core.permissions import Rol
from regie.core.tenancy import current_scope, gebied_context
from tests.factories import LidmaatschapFactory, OrganisatieFactory

MAANDAG = date(2026, 11, 23)


@pytest.fixture
def huis(gebied):
    return OrganisatieFactory(gebied=gebied, naam="De Kringloop")


@pytest.fixture
def lid(huis):
    return LidmaatschapFactory(organisatie=huis, rol=Rol.PARTNERCONTACT)


@pytest.fixture
def trekker(lid):
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def scan(gebied, huis, trekker):
    with gebied_context(gebied, lid_van=[huis.pk]):
        yield services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=MAANDAG)


@pytest.fixture
def vraag(scan, trekker):
    """Ask somebody; the mail of the question is out of the way."""

    def doe(**wie):
        vast = {"user": None, "naam": "Bo Peeters", "email": "bo@elders.example", "mailen": True} | wie
        deelnemer, _ = scandeelnemers.deelnemer_vragen(scan=scan, **vast, door=trekker, vandaag=MAANDAG)
        mail.outbox.clear()
        return deelnemer

    return doe


def na(dagen):
    return MAANDAG + timedelta(days=dagen)


def nachten(*dagen):
    """The number of mails that left in the nights after so many days."""
    vertrokken = []
    for dag in dagen:
        mail.outbox.clear()
        scans_opvolgen(na(dag))
        vertrokken.append(len(mail.outbox))
    return vertrokken


class TestHerinneren:
    def test_op_de_dagen_van_de_ladder_en_een_keer(self, vraag):
        deelnemer = vraag()

        assert nachten(6, 7, 7, 8, 14, 15, 21) == [0, 1, 0, 0, 1, 0, 0]
        deelnemer.refresh_from_db()
        assert deelnemer.herinnerd_op == na(14)

    def test_de_mail_is_een_herinnering_met_een_nieuwe_link(self, vraag):
        vraag()

        scans_opvolgen(na(7))

        assert mail.outbox[0].to == ["bo@elders.example"]
        assert mail.outbox[0].subject.startswith("Herinnering: ")
        assert "/p/" in mail.outbox[0].body

    def test_de_dagen_zijn_een_parameter(self, vraag):
        vraag()
        RegelParameter.objects.filter(code="scan_herinnering", dimensie="1").update(waarde=3)
        current_scope().cache.clear()

        assert nachten(2, 3) == [0, 1]

    def test_in_het_weekend_wacht_het_tot_maandag(self, vraag):
        vraag()
        RegelParameter.objects.filter(code="scan_herinnering", dimensie="1").update(waarde=5)
        current_scope().cache.clear()

        assert nachten(5, 6, 7) == [0, 0, 1]

    def test_wie_met_de_hand_herinnerd_is_wacht_op_de_volgende_trede(self, vraag, trekker):
        deelnemer = vraag()
        scandeelnemers.deelnemer_herinneren(deelnemer=deelnemer, mailen=True, door=trekker, vandaag=na(7))

        assert nachten(8, 14) == [0, 1]

    @pytest.mark.parametrize(
        "anders",
        [
            {"ingediend_op": timezone.now()},
            {"ingetrokken_op": MAANDAG},
            {"email": ""},
            {"met_mail": False},
        ],
        ids=lambda anders: next(iter(anders)),
    )
    def test_wie_antwoordde_of_niet_gemaild_is_krijgt_niets(self, vraag, anders):
        Scandeelnemer.objects.filter(pk=vraag().pk).update(**anders)

        assert nachten(7, 14) == [0, 0]

    def test_wie_de_link_zelf_doorgaf_laat_ons_niet_mailen(self, vraag):
        vraag(mailen=False)

        assert nachten(7, 14) == [0, 0]

    def test_een_gesloten_scan_of_een_voorbije_termijn_vraagt_niets_meer(self, vraag, scan, trekker):
        vraag()
        assert te_herinneren(na(21))
        assert not te_herinneren(na(22))

        services.scan_stoppen(scan=scan, door=trekker, nu=timezone.now())
        assert nachten(7) == [0]

    def test_een_mail_die_niet_vertrekt_gaat_een_nacht_later(self, vraag, monkeypatch):
        deelnemers = [vraag(), vraag(naam="Jo", email="jo@elders.example")]

        def kapot(*args, **kwargs):
            raise OSError

        with monkeypatch.context() as lap:
            lap.setattr(scandeelnemers, "stuur_scanvraag", kapot)
            assert nachten(7) == [0]
        assert set(te_herinneren(na(8))) == {deelnemer.pk for deelnemer in deelnemers}
        assert nachten(8) == [2]

    def test_de_nacht_doet_het(self):
        assert scans_opvolgen in NACHTWERK


class TestTrekker:
    def test_wie_de_scan_trekt_hoort_het_zonder_namen(self, vraag, scan, huis, lid):
        vraag()

        scans_opvolgen(na(17))
        assert not Opvolging.objects.exists()
        scans_opvolgen(na(18))

        rij = Opvolging.objects.get()
        assert (rij.organisatie, rij.wie, rij.datum, rij.object_id) == (huis, lid.user, na(18), scan.pk)
        assert "Peeters" not in rij.titel

    def test_het_gaat_weg_als_iedereen_antwoordde(self, vraag):
        deelnemer = vraag()
        scans_opvolgen(na(18))
        Scandeelnemer.objects.filter(pk=deelnemer.pk).update(ingediend_op=timezone.now())

        scans_opvolgen(na(21))

        assert not Opvolging.objects.open().exists()

    def test_wat_afgevinkt_is_komt_niet_terug(self, vraag):
        vraag()
        scans_opvolgen(na(18))
        Opvolging.objects.update(klaar_op=na(18))

        scans_opvolgen(na(21))

        assert not Opvolging.objects.open().exists()

    def test_afronden_sluit_het(self, vraag, scan, trekker):
        vraag()
        scans_opvolgen(na(18))
        Scandeelnemer.objects.filter(scan=scan, is_trekker=True).update(ingediend_op=timezone.now())
        mijn = Scandeelnemer.objects.get(scan=scan, is_trekker=True)
        services.antwoorden_bewaren(deelnemer=mijn, waarden={str(nr): "2" for nr in range(1, 21)})

        services.scan_afronden(scan=scan, door=trekker, vandaag=na(18), nu=timezone.now())

        assert not Opvolging.objects.open().filter(sleutel=services.sleutel_stilte(scan.pk)).exists()

    def test_de_pagina_zegt_wanneer_we_herinneren(self, vraag, scan, client, lid):
        vraag()
        client.force_login(lid.user)

        pagina = client.get(gebied_url("partners:scan_beheer", scan.pk))

        assert "krijgt vanzelf een herinnering: 7 en 14 dagen na je vraag" in pagina.text
