"""Two people have the same action open: the second sees both versions, chooses, and nothing is lost."""

import threading
from dataclasses import replace

import pytest
from django.db import connection
from django.urls import reverse

from actieplannen.models import Actie, Amendement
from actieplannen.services.acties import actie_bijwerken, gegevens_van
from regie.core.exceptions import Verouderd
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.actieplannen.formulieren import ingevuld
from tests.client import StrengeClient
from tests.factories import ActieFactory, GebiedFactory, LidmaatschapFactory, OrganisatieFactory


def _client(regieverband, voornaam):
    lid = LidmaatschapFactory(organisatie=regieverband, rol=Rol.REGISSEUR)
    lid.user.first_name, lid.user.last_name = voornaam, "Baert"
    lid.user.save()
    client = StrengeClient()
    client.force_login(lid.user)
    return client


@pytest.fixture
def els(regieverband):
    return _client(regieverband, "Els")


@pytest.fixture
def tom(regieverband):
    return _client(regieverband, "Tom")


@pytest.fixture
def actie(gebied):
    return ActieFactory(titel="Lerend netwerk", omschrijving="Vier keer per jaar.", bbc_nummer="AC1")


@pytest.fixture
def adres(actie):
    return reverse("actieplannen:actie_bijwerken", args=[actie.gebied.slug, actie.pk])


class TestTweeVersies:
    def test_de_tweede_ziet_ze_naast_elkaar_en_kiest(self, els, tom, actie, adres, regieverband):
        van_els, van_tom = ingevuld(els.get(adres)), ingevuld(tom.get(adres))
        eerst = els.post(
            adres,
            van_els
            | {
                "titel": ["Netwerk van begeleiders"],
                "bbc_nummer": ["AC2"],
                "partner_0": [str(regieverband.pk)],
                "bijdrage_0": ["zaal"],
            },
        )
        assert eerst.status_code == 302

        botsing = tom.post(adres, van_tom | {"titel": ["Intervisie"], "omschrijving": ["Elke maand,\r\nin Brugge."]})

        assert botsing.status_code == 422
        html = botsing.content.decode()
        for zin in ("Els Baert", "Lerend netwerk", "Netwerk van begeleiders", "Intervisie", "allebei gewijzigd"):
            assert zin in html
        keuzes = ingevuld(botsing)
        voorstel = {naam: waarde for naam, waarde in keuzes.items() if naam.startswith("keuze:")}
        assert voorstel == {
            "keuze:titel": ["mijn"],
            "keuze:omschrijving": ["mijn"],
            "keuze:bbc_nummer": ["hun"],
            "keuze:partners": ["hun"],
        }

        klaar = tom.post(adres, keuzes)

        assert klaar.status_code == 302
        actie.refresh_from_db()
        assert (actie.titel, actie.omschrijving, actie.bbc_nummer, actie.versie) == (
            "Intervisie",
            "Elke maand,\r\nin Brugge.",
            "AC2",
            3,
        )
        assert actie.partners.get().bijdrage == "zaal"

    def test_eerst_nog_aanpassen_bewaart_niet_en_verliest_niets(self, els, tom, actie, adres):
        van_tom = ingevuld(tom.get(adres))
        els.post(adres, ingevuld(els.get(adres)) | {"titel": ["Van Els"]})
        keuzes = ingevuld(tom.post(adres, van_tom | {"titel": ["Van Tom"], "risicos": ["Geen zaal"]}))

        formulier = tom.post(adres, keuzes | {"keuze:titel": ["hun"], "verder": ["1"]})

        velden = ingevuld(formulier)
        assert (formulier.status_code, velden["titel"], velden["risicos"]) == (200, ["Van Els"], ["Geen zaal"])
        assert tom.post(adres, velden | {"titel": ["Van Els en Tom"]}).status_code == 302
        actie.refresh_from_db()
        assert (actie.titel, actie.risicos, actie.versie) == ("Van Els en Tom", "Geen zaal", 3)

    def test_bewaart_iemand_nog_eens_dan_komen_de_nieuwe_verschillen(self, els, tom, actie, adres):
        van_tom = ingevuld(tom.get(adres))
        els.post(adres, ingevuld(els.get(adres)) | {"titel": ["Van Els"]})
        keuzes = ingevuld(tom.post(adres, van_tom | {"titel": ["Van Tom"]}))
        els.post(adres, ingevuld(els.get(adres)) | {"titel": ["Nog eens van Els"]})

        weer = tom.post(adres, keuzes)

        assert weer.status_code == 422
        assert "Nog eens van Els" in weer.content.decode()
        tom.post(adres, ingevuld(weer))
        actie.refresh_from_db()
        assert actie.titel == "Van Tom"

    def test_wie_hetzelfde_typte_ziet_geen_botsing(self, els, tom, actie, adres):
        van_tom = ingevuld(tom.get(adres)) | {"titel": ["Zelfde"]}
        els.post(adres, ingevuld(els.get(adres)) | {"titel": ["Zelfde"]})

        assert tom.post(adres, van_tom).status_code == 302

    def test_een_kapotte_stand_van_toen_verliest_niets(self, els, tom, actie, adres):
        van_tom = ingevuld(tom.get(adres)) | {"titel": ["Van Tom"], "geopend": ["geknoeid"]}
        els.post(adres, ingevuld(els.get(adres)) | {"titel": ["Van Els"]})

        botsing = tom.post(adres, van_tom)

        assert botsing.status_code == 422
        assert "Van Tom" in botsing.content.decode()

    def test_is_de_actie_gewist_dan_krijgt_de_tweede_zijn_tekst_terug(self, els, tom, actie, adres):
        van_tom = ingevuld(tom.get(adres)) | {"omschrijving": ["Een halve dag werk"]}
        els.post(reverse("actieplannen:actie_wissen", args=[actie.gebied.slug, actie.pk]))

        antwoord = tom.post(adres, van_tom)

        assert antwoord.status_code == 404
        assert "Een halve dag werk" in antwoord.content.decode()

    def test_in_een_goedgekeurd_plan_gaat_de_reden_mee(self, els, tom, actie, adres):
        plan = actie.doelstelling.plan
        plan.status = "GOEDGEKEURD"
        plan.save()
        van_tom = ingevuld(tom.get(adres))
        els.post(adres, ingevuld(els.get(adres)) | {"titel": ["Van Els"], "reden": ["nieuwe naam"]})

        keuzes = ingevuld(tom.post(adres, van_tom | {"titel": ["Van Tom"], "reden": ["duidelijker"]}))
        tom.post(adres, keuzes)

        assert [a.reden for a in Amendement.objects.order_by("nummer")] == ["nieuwe naam", "duidelijker"]


@pytest.mark.django_db(transaction=True)
def test_tegelijk_bewaren_wint_er_een_en_de_ander_hoort_het():
    """Four threads, each on a connection of its own: the lock lets one through, the rest hear that it is older."""
    gebied = GebiedFactory()
    organisatie = OrganisatieFactory(gebied=gebied, regieverband=True)
    lid = LidmaatschapFactory(organisatie=organisatie, rol=Rol.REGISSEUR)
    door = Lidmaatschap.objects.filter(pk=lid.pk).toegang()
    with gebied_context(gebied):
        actie = ActieFactory(titel="Oud")
        gegevens = gegevens_van(actie)
    start, uitkomsten = threading.Barrier(4), []

    def bewaar(nummer):
        try:
            with gebied_context(gebied, lid_van=door.lid_van):
                start.wait(10)
                nieuw = replace(gegevens, titel=f"Van {nummer}")
                uitkomsten.append(actie_bijwerken(actie=actie, gegevens=nieuw, versie=1, door=door).titel)
        except Verouderd:
            uitkomsten.append("ouder")
        finally:
            connection.close()

    draden = [threading.Thread(target=bewaar, args=[nummer]) for nummer in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)

    with gebied_context(gebied):
        bewaard = Actie.objects.get(pk=actie.pk)
    assert sorted(uitkomsten) == sorted(["ouder"] * 3 + [bewaard.titel])
    assert bewaard.versie == 2
