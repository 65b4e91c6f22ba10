"""Somebody at a partner leaves: everything goes to a colleague in one step, and what cannot is said."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from partners.enums import Opvolgingsoort, Partnerlinkdoel
from partners.models import Opvolging, Partnerlink
from partners.selectors import mens_van
from partners.services import gegevensvraag
from partners.services.links import maak_partnerlink
from partners.services.opvolging import plan_opvolging
from rapportage.models import RapportAbonnement
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from regie.portal import vertrek
from tests.factories import (
    ContactpersoonFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    PlaatsingFactory,
    StapFactory,
    TrajectFactory,
)
from tests.factories.rapportage import AbonnementFactory
from trajecten.enums import Linkdoel
from trajecten.models import Evaluatie, Evaluatievraag, Link
from trajecten.services.evaluatievraag import evaluatie_vragen
from trajecten.services.partnerlinks import partnerlink_maken


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def els(gebruiker):
    """Leaves: a contact person with an account."""
    lid = LidmaatschapFactory(organisatie=gebruiker, rol=Rol.PARTNERCONTACT)
    return ContactpersoonFactory(organisatie=gebruiker, naam="Els Maes", email=lid.user.email), lid


@pytest.fixture
def jan(gebruiker):
    lid = LidmaatschapFactory(organisatie=gebruiker, rol=Rol.PARTNERCONTACT)
    return ContactpersoonFactory(organisatie=gebruiker, naam="Jan Baert", email=lid.user.email), lid


@pytest.fixture
def door(jan):
    return Lidmaatschap.objects.filter(pk=jan[1].pk).toegang()


@pytest.fixture
def draag_over(gebruiker, els, jan, door, vandaag):
    def draag_over(tot=None, door=door):
        nu = timezone.now()
        return vertrek.vertrek_overdragen(
            organisatie=gebruiker,
            wie=mens_van(gebruiker, f"contact:{els[0].pk}", vandaag=vandaag, nu=nu),
            naar=mens_van(gebruiker, f"contact:{jan[0].pk}", vandaag=vandaag, nu=nu),
            tot=tot or vandaag,
            door=door,
            vandaag=vandaag,
            nu=nu,
        )

    return draag_over


@pytest.fixture
def plaatsing(gebruiker, begeleider):
    traject = TrajectFactory(lopend=True, begeleider=begeleider.user)
    return PlaatsingFactory(
        stap=StapFactory(traject=traject, status="LOPEND", start=date(2026, 1, 5)), gebruiker=gebruiker
    )


def test_alles_gaat_mee(draag_over, els, jan, gebruiker, plaatsing, toegang, toegang_regisseur, vandaag, mailoutbox):
    contact, lid = els
    abonnement = AbonnementFactory(contactpersoon=contact, user=None)
    evaluatie = Evaluatie.objects.create(
        eigenaar_id=plaatsing.eigenaar_id,
        traject=plaatsing.stap.traject,
        plaatsing=plaatsing,
        soort="EERSTE",
        gepland_op=vandaag,
    )
    wie = {"naam": contact.naam, "email": contact.email, "mailen": True, "door": toegang, "vandaag": vandaag}
    vraag, oude_link, _ = evaluatie_vragen(evaluatie=evaluatie, **wie)
    voorstel, _ = partnerlink_maken(plaatsing=plaatsing, doel=Linkdoel.VOORSTEL, **wie)
    nakijken = gegevensvraag.gegevens_vragen(
        organisatie=gebruiker, contact=contact, door=toegang_regisseur, vandaag=vandaag
    )
    plan_opvolging(
        sleutel="proef",
        soort=Opvolgingsoort.CONTACT,
        titel="Terugbellen",
        datum=vandaag,
        organisatie=gebruiker,
        wie_id=lid.user_id,
        adres="partners:gegevensvraag",
        object_id=nakijken.pk,
    )
    mailoutbox.clear()

    uitkomst = draag_over(tot=vandaag + timedelta(days=5))

    assert uitkomst.niet == []
    for rij in (abonnement, vraag, oude_link, voorstel, nakijken, contact, lid):
        rij.refresh_from_db()
    nieuw = jan[0]
    assert abonnement.contactpersoon == nieuw
    assert (vraag.ontvanger_email, nakijken.ontvanger_email) == (nieuw.email, nieuw.email)
    assert oude_link.ingetrokken_op
    assert voorstel.ingetrokken_op
    assert Link.objects.bruikbaar(vandaag).filter(ontvanger_email=nieuw.email).count() == 2
    assert Opvolging.objects.get().wie == jan[1].user
    assert (contact.is_actief, lid.tot) == (False, vandaag + timedelta(days=5))
    assert [mail.to for mail in mailoutbox] == [[nieuw.email]] * 3
    assert Evaluatievraag.objects.get().is_open


def test_wat_niet_kan_staat_er(draag_over, els, gebruiker, vandaag, toegang_regisseur):
    maak_partnerlink(
        doel=Partnerlinkdoel.SCAN,
        object_id=els[0].pk,
        organisatie=gebruiker,
        ontvanger_naam="Els",
        ontvanger_email=els[0].email,
        door=toegang_regisseur,
        vandaag=vandaag,
    )

    uitkomst = draag_over()

    assert len(uitkomst.niet) == 1
    assert "vraagt een eigen mening" in uitkomst.niet[0]


def test_een_mail_die_niet_vertrekt_verandert_die_vraag_niet(
    draag_over, els, gebruiker, toegang_regisseur, vandaag, monkeypatch, gebied
):
    vraag = gegevensvraag.gegevens_vragen(
        organisatie=gebruiker, contact=els[0], door=toegang_regisseur, vandaag=vandaag
    )

    def kapot(*args, **kwargs):
        raise OSError

    monkeypatch.setattr(gegevensvraag, "stuur_gegevensvraag", kapot)
    uitkomst = draag_over()

    vraag.refresh_from_db()
    assert vraag.ontvanger_email == els[0].email
    assert "mail kon niet vertrekken" in uitkomst.niet[0]
    with gebied_context(gebied, lid_van=[gebruiker.pk]):
        assert Partnerlink.objects.get().is_bruikbaar(vandaag)


def test_wie_het_rapport_al_krijgt_krijgt_het_niet_dubbel(draag_over, els, jan):
    AbonnementFactory(contactpersoon=jan[0], user=None)
    oud = AbonnementFactory(contactpersoon=els[0], user=None)

    draag_over()

    oud.refresh_from_db()
    assert not oud.is_actief
    assert RapportAbonnement.objects.filter(is_actief=True).count() == 1


def test_wie_zelf_vertrekt_legt_de_eigen_rol_neer(draag_over, els, jan, vandaag):
    zelf = Lidmaatschap.objects.filter(pk=els[1].pk).toegang()

    uitkomst = draag_over(door=zelf)

    els[1].refresh_from_db()
    assert els[1].tot == vandaag
    assert uitkomst.niet == []


def test_als_niemand_overblijft_met_een_account_staat_dat_er(draag_over, els, jan, vandaag):
    zelf = Lidmaatschap.objects.filter(pk=els[1].pk).toegang()
    Lidmaatschap.objects.filter(pk=jan[1].pk).update(tot=vandaag - timedelta(days=1))

    assert "niemand van jullie nog een account" in draag_over(door=zelf).niet[0]


def test_voor_een_andere_organisatie_weigert_het(draag_over, gebied, els):
    elders = LidmaatschapFactory(organisatie=OrganisatieFactory(gebied=gebied), rol=Rol.PARTNERCONTACT)
    with pytest.raises(DomainError, match="eigen organisatie"):
        draag_over(door=Lidmaatschap.objects.filter(pk=elders.pk).toegang())

    els[0].refresh_from_db()
    assert els[0].is_actief


@pytest.mark.parametrize("dagen", [-1, -30])
def test_een_dag_die_voorbij_is_kan_niet(draag_over, vandaag, dagen):
    with pytest.raises(DomainError, match="Kies vandaag"):
        draag_over(tot=vandaag + timedelta(days=dagen))


def test_de_pagina(client, els, jan, gebruiker, vandaag):
    client.force_login(jan[1].user)
    adres = gebied_url("regio:eigen-vertrek", gebruiker.pk)
    assert "Els Maes" in client.get(adres).text
    wie = f"{adres}?wie=contact:{els[0].pk}"
    assert "Er staat niets open" in client.get(wie).text

    assert client.post(wie, {"naar": "contact:niemand", "tot": "x"}).status_code == 422
    antwoord = client.post(wie, {"naar": f"contact:{jan[0].pk}", "tot": f"{vandaag:%d/%m/%Y}"}, follow=True)

    assert "Het vertrek van Els Maes is genoteerd." in antwoord.text
    assert client.get(f"{adres}?wie=contact:vreemd").status_code == 404
