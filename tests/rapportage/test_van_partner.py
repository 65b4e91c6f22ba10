"""The rapporten of one partner: what it received, and who there gets the next ones."""

import pytest
from django.utils import timezone

from rapportage.models import RapportAbonnement
from regie.core.http import gebied_url
from regie.core.permissions import Rol
from tests.factories import ContactpersoonFactory, LidmaatschapFactory
from tests.factories.rapportage import AbonnementFactory, RapportFactory, VerzendingFactory
from tests.rapportage.voorbeeld import momentopname


@pytest.fixture
def verzending(gebruiker):
    rapport = RapportFactory(klaar=True, momentopname=momentopname())
    return VerzendingFactory(
        rapport=rapport, organisatie=gebruiker, naam="Els Maes", status="VERZONDEN", verzonden_op=timezone.now()
    )


@pytest.fixture
def abonnement(gebruiker):
    contact = ContactpersoonFactory(organisatie=gebruiker, naam="Els Maes")
    return AbonnementFactory(contactpersoon=contact, user=None)


@pytest.fixture
def als_partner(client, gebruiker):
    client.force_login(LidmaatschapFactory(organisatie=gebruiker, rol=Rol.PARTNERCONTACT).user)
    return client


def test_toont_datum_versie_en_pdf(als_partner, gebruiker, verzending):
    pagina = als_partner.get(gebied_url("rapportage:van-partner", gebruiker.pk)).text

    assert gebied_url("rapportage:pdf", verzending.rapport_id) in pagina
    assert f"{timezone.localdate():%d/%m/%Y}" in pagina
    assert "Els Maes" in pagina


def test_wat_nog_niet_vertrok_staat_er_niet(als_partner, gebruiker):
    rapport = RapportFactory(klaar=True, momentopname=momentopname())
    VerzendingFactory(rapport=rapport, organisatie=gebruiker)

    assert "Nog geen rapporten" in als_partner.get(gebied_url("rapportage:van-partner", gebruiker.pk)).text


def test_als_blok_op_de_pagina_van_de_partner(als_regisseur, gebruiker, verzending, abonnement):
    adres = gebied_url("rapportage:van-partner", gebruiker.pk)
    assert f'hx-get="{adres}"' in als_regisseur.get(gebied_url("partners:organisatie", gebruiker.pk)).text

    blok = als_regisseur.get(adres, headers={"HX-Request": "true"}).text

    assert "<html" not in blok
    assert "Krijgt ze vanzelf: Els Maes" in blok


def test_stoppen_en_weer_sturen(als_partner, abonnement):
    als_partner.post(gebied_url("rapportage:eigen-abonnement-stoppen", abonnement.pk))
    assert not RapportAbonnement.objects.get().is_actief

    als_partner.post(gebied_url("rapportage:eigen-abonnement-hervatten", abonnement.pk))
    assert RapportAbonnement.objects.get().is_actief
