from datetime import date

import pytest

from regie.core.crypto import blinde_index
from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory, OcmwFactory
from trajecten.selectors.dubbels import Niveau, Profiel, bekend_elders, beoordeel, zoek_dubbels
from trajecten.services import duplicaat_afwijzen
from trajecten.services.registratie import bewaar_client

GEBOREN = date(1991, 5, 14)


def profiel(naam="aydinselin", *, voornaam="selin", dag=GEBOREN, insz="", telefoon="", email=""):
    return Profiel(insz, naam, voornaam, dag, telefoon, email)


@pytest.mark.parametrize(
    ("nieuw", "bekend", "niveau"),
    [
        pytest.param(profiel(insz="a"), profiel("anders", insz="a"), Niveau.ZEKER, id="zelfde-insz"),
        pytest.param(profiel(insz="a"), profiel(insz="b"), None, id="ander-insz-is-een-ander-mens"),
        pytest.param(profiel(), profiel(), Niveau.WAARSCHIJNLIJK, id="zelfde-naam-en-dag"),
        pytest.param(profiel("peetersjan"), profiel("pietersjan"), Niveau.WAARSCHIJNLIJK, id="bijna-zelfde-naam"),
        pytest.param(profiel("peetersjan"), profiel("claeysmia"), None, id="alleen-zelfde-geboortedag"),
        pytest.param(
            profiel(telefoon="+32470123456"),
            profiel("janssensselin", dag=None, telefoon="+32470123456"),
            Niveau.WAARSCHIJNLIJK,
            id="zelfde-telefoon-en-voornaam",
        ),
        pytest.param(
            profiel(dag=date(1991, 5, 4)), profiel(dag=date(1991, 4, 5)), Niveau.MOGELIJK, id="dag-en-maand-gewisseld"
        ),
        pytest.param(profiel(), profiel(dag=None), Niveau.MOGELIJK, id="zonder-geboortedatum"),
        pytest.param(profiel(), profiel(dag=date(1970, 1, 1)), None, id="zelfde-naam-andere-dag"),
    ],
)
def test_oordeel(nieuw, bekend, niveau):
    oordeel = beoordeel(nieuw, bekend)

    assert (oordeel[0] if oordeel else None) == niveau


@pytest.mark.parametrize(
    ("familienaam", "voornaam"),
    [("Van den Berghe", "Els"), ("VANDENBERGHE", "Els"), ("van den berghe", "Els"), ("Vandenberghe", "Els")],
)
def test_vindt_dezelfde_naam_in_andere_spelling(gebied, ocmw, familienaam, voornaam):
    bekend = ClientFactory(familienaam="Vandenberghe", voornaam="Els")

    dubbels = zoek_dubbels(
        eigenaar_id=ocmw.pk, insz="", voornaam=voornaam, familienaam=familienaam, geboortedatum=GEBOREN
    )

    assert [d.client for d in dubbels] == [bekend]


def test_het_zekerste_eerst(gebied, ocmw):
    waarschijnlijk = ClientFactory(familienaam="Aydın")
    zeker = ClientFactory(familienaam="Helemaal", voornaam="Anders", insz="85073003328")
    zeker.insz_index = blinde_index("85073003328", gebied_id=gebied.pk)
    zeker.save()

    dubbels = zoek_dubbels(
        eigenaar_id=ocmw.pk, insz="85073003328", voornaam="Selin", familienaam="Aydin", geboortedatum=GEBOREN
    )

    assert [(d.client, d.niveau) for d in dubbels] == [
        (zeker, Niveau.ZEKER),
        (waarschijnlijk, Niveau.WAARSCHIJNLIJK),
    ]


def test_vraagt_niet_opnieuw_wat_besloten_is(gebied, ocmw, toegang):
    een, ander = ClientFactory(familienaam="Aydın"), ClientFactory(familienaam="Aydin")
    duplicaat_afwijzen(client=een, andere=ander, door=toegang)

    assert not zoek_dubbels(
        eigenaar_id=ocmw.pk,
        insz="",
        voornaam="Selin",
        familienaam="Aydın",
        geboortedatum=GEBOREN,
        behalve=een.pk,
    )


def test_zegt_waar_iemand_bekend_is_en_verder_niets(gebied, ocmw):
    ander_ocmw = OcmwFactory(gebied=gebied)
    with gebied_context(gebied, [ander_ocmw.pk]):
        elders = ClientFactory(familienaam="Aydın", eigenaar=ander_ocmw)
        bewaar_client(elders)
    vraag = {"insz": "", "voornaam": "Selin", "familienaam": "Aydin", "geboortedatum": GEBOREN}

    gevonden = bekend_elders(eigenaar_id=ocmw.pk, **vraag)

    assert [(b.organisatie, b.client_id) for b in gevonden] == [(ander_ocmw, elders.pk)]
    assert not zoek_dubbels(eigenaar_id=ocmw.pk, **vraag)
    assert not bekend_elders(eigenaar_id=ocmw.pk, **{**vraag, "geboortedatum": date(1990, 1, 1)})
