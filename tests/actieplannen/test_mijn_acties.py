"""Who pulls an action: what comes first, and that somebody else's action does not exist, in no list, page or file."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from actieplannen.models import Actie, Bewijsstuk, Kwartaalstand, Opmerking
from actieplannen.selectors.actieblad import stukken_van
from actieplannen.selectors.mijnacties import mijn_lijst
from partners.models import Bijlage
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.client import StrengeClient
from tests.factories import ActieFactory, ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory
from tests.trajecten import bestanden

VANDAAG = date(2026, 11, 23)


def adres(naam, rij):
    return reverse(f"actieplannen:{naam}", args=[rij.gebied.slug, rij.pk])


def _lid(organisatie, rol):
    return LidmaatschapFactory(organisatie=organisatie, rol=rol)


def _client(lid):
    client = StrengeClient()
    client.force_login(lid.user)
    return client


def _pdf():
    return SimpleUploadedFile("verslag.pdf", bestanden.pdf(), content_type="application/pdf")


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="Vzw De Schakel")


@pytest.fixture
def trekker(partner):
    return _lid(partner, Rol.PARTNERCONTACT)


@pytest.fixture
def eigen(partner):
    return ActieFactory(titel="Eigen actie", trekker_organisatie=partner, doelstelling__plan__status="GOEDGEKEURD")


@pytest.fixture
def andere(eigen):
    """In the same plan, pulled by somebody else, and this partner works along on it."""
    actie = ActieFactory(titel="Geheime andere", doelstelling=eigen.doelstelling)
    actie.partners.create(organisatie=eigen.trekker_organisatie)
    return actie


class TestPartner:
    def test_ziet_in_de_lijst_alleen_wat_ze_trekt(self, trekker, eigen, andere, django_assert_max_num_queries):
        for nummer in range(5):
            ActieFactory(titel=f"Nog een {nummer}", trekker=trekker.user, doelstelling=eigen.doelstelling)
        client = _client(trekker)
        with django_assert_max_num_queries(10):  # two of the list itself, the rest is who asks and the scope
            html = client.get(reverse("actieplannen:mijn_acties", args=[eigen.gebied.slug])).content.decode()

        assert "Eigen actie" in html
        assert "Geheime andere" not in html

    def test_ziet_op_de_pagina_geen_opmerkingen_van_anderen(self, trekker, eigen, user):
        Opmerking.objects.create(actie=eigen, tekst="Intern overleg", door=user)

        html = _client(trekker).get(adres("mijn_actie", eigen)).content.decode()

        assert "Wat we van jou vragen" in html
        assert "Intern overleg" not in html

    @pytest.mark.parametrize(
        ("naam", "code"),
        [
            ("mijn_actie", 404),
            ("bewijs_toevoegen", 404),
            ("actiebestand_toevoegen", 404),
            ("actie", 403),
            ("actie_historiek", 403),
            ("actie_bijwerken", 403),
            ("actie_wissen", 403),
            ("actie_kopieren", 403),
        ],
    )
    def test_opent_geen_andere_actie(self, trekker, andere, naam, code):
        assert _client(trekker).get(adres(naam, andere)).status_code == code

    @pytest.mark.parametrize(("naam", "code"), [("voortgang", 404), ("opmerking_toevoegen", 403)])
    def test_wijzigt_geen_andere_actie(self, trekker, andere, naam, code):
        antwoord = _client(trekker).post(adres(naam, andere), {"voortgang": "KLAAR", "tekst": "x"})

        assert antwoord.status_code == code
        assert Actie.objects.get(pk=andere.pk).voortgang == "TE_STARTEN"

    def test_voegt_bewijs_met_bestand_toe_trekt_in_en_zet_terug(
        self, trekker, eigen, django_capture_on_commit_callbacks
    ):
        client = _client(trekker)
        with django_capture_on_commit_callbacks(execute=True):
            antwoord = client.post(
                adres("bewijs_toevoegen", eigen),
                {"titel": "Verslag", "soort": "VERSLAG", "datum": "01/03/2026", "bestand": _pdf()},
            )
        assert antwoord.headers["Location"] == adres("mijn_actie", eigen)
        bewijs, bijlage = Bewijsstuk.objects.get(), Bijlage.objects.get()
        assert client.get(adres("actiebestand", bijlage)).content == bestanden.pdf()

        client.post(adres("bewijs_intrekken", bewijs))
        assert client.get(adres("actiebestand", bijlage)).status_code == 404
        assert stukken_van(eigen, eigen.doelstelling.plan).bewijzen == []

        client.post(adres("bewijs_terugzetten", bewijs))
        assert client.get(adres("actiebestand", bijlage)).status_code == 200

    def test_leest_en_wist_geen_bestand_van_een_andere_actie(
        self, trekker, regisseur, andere, django_capture_on_commit_callbacks
    ):
        van_regisseur = _client(regisseur)
        with django_capture_on_commit_callbacks(execute=True):
            van_regisseur.post(adres("actiebestand_toevoegen", andere), {"soort": "ANDER", "bestand": _pdf()})
            van_regisseur.post(
                adres("bewijs_toevoegen", andere),
                {"titel": "Foto", "soort": "FOTO", "datum": "01/03/2026", "bestand": _pdf()},
            )
        client = _client(trekker)
        rijen = list(Bijlage.objects.all())
        assert len(rijen) == 2

        for bijlage in rijen:
            assert van_regisseur.get(adres("actiebestand", bijlage)).status_code == 200
            assert client.get(adres("actiebestand", bijlage)).status_code == 404
            assert client.post(adres("actiebestand_wissen", bijlage)).status_code == 404
            assert client.post(adres("actiebestand_terugzetten", bijlage)).status_code == 404
        bewijs = Bewijsstuk.objects.get()
        assert client.post(adres("bewijs_intrekken", bewijs)).status_code == 404
        bewijs.refresh_from_db()
        assert bewijs.ingetrokken_op is None

    def test_een_ander_bestand_van_het_gebied_loopt_niet_langs_dit_adres(self, trekker, regieverband, eigen):
        with gebied_context(eigen.gebied, lid_van=[regieverband.pk]):
            bijlage = Bijlage.objects.create(
                eigenaar=regieverband,
                gedeeld=True,
                onderwerp="OVERLEG",
                object_id=eigen.pk,
                naam="verslag.pdf",
                mime="application/pdf",
                grootte=1,
                door=trekker.user,
            )

        assert _client(trekker).get(adres("actiebestand", bijlage)).status_code == 404

    def test_na_het_verantwoorden_is_het_gedaan(self, trekker, eigen):
        plan = eigen.doelstelling.plan
        plan.status = "VERANTWOORD"
        plan.save()
        client = _client(trekker)

        client.post(adres("voortgang", eigen), {"voortgang": "KLAAR"})
        fout = client.post(
            adres("bewijs_toevoegen", eigen),
            {"titel": "V", "soort": "VERSLAG", "datum": "01/03/2026", "adres": "regiekompas.example/verslag"},
        )

        assert fout.status_code == 422
        eigen.refresh_from_db()
        assert eigen.voortgang == "TE_STARTEN"


class TestBewijs:
    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"adres": ""}, "Voeg een bestand toe of een webadres"),
            ({"datum": "01/01/2099"}, "al gebeurd"),
            ({"adres": "javascript:alert(1)"}, "URL"),
        ],
    )
    def test_geweigerd_in_woorden(self, trekker, eigen, anders, zin):
        velden = {"titel": "V", "soort": "VERSLAG", "datum": "01/03/2026", "adres": "https://regiekompas.example"}

        antwoord = _client(trekker).post(adres("bewijs_toevoegen", eigen), velden | anders)

        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
        assert not Bewijsstuk.objects.exists()

    def test_telt_alleen_in_het_jaar_van_het_plan(self, eigen, user):
        for dag in (date(2025, 12, 31), date(2026, 1, 1)):
            Bewijsstuk.objects.create(actie=eigen, titel=str(dag), datum=dag, door=user)

        regels = stukken_van(eigen, eigen.doelstelling.plan).bewijzen

        assert [(regel.bewijs.titel, regel.telt) for regel in regels] == [("2026-01-01", True), ("2025-12-31", False)]


@pytest.mark.parametrize(
    ("rol", "eigen_code", "andere_code"),
    [
        (Rol.REGISSEUR, 200, 200),
        (Rol.MEDEWERKER, 200, 403),
        (Rol.TRAJECTBEGELEIDER, 403, 403),
        (Rol.TEAMVERANTWOORDELIJKE, 403, 403),
        (Rol.JOBHUNTER, 403, 403),
        (Rol.PARTNERCONTACT, 403, 403),
        (Rol.ADMINISTRATIE, 403, 403),
        (Rol.GEBIEDSBEHEERDER, 403, 403),
    ],
)
def test_wie_een_actie_wijzigt(regieverband, rol, eigen_code, andere_code):
    lid = _lid(regieverband, rol)
    eigen, andere = ActieFactory(trekker=lid.user), ActieFactory()
    client = _client(lid)

    assert client.get(adres("actie_bijwerken", eigen)).status_code == eigen_code
    assert client.get(adres("actie_bijwerken", andere)).status_code == andere_code


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.TRAJECTBEGELEIDER, Rol.JOBHUNTER, Rol.PARTNERCONTACT])
def test_wie_een_actie_opvolgt(regieverband, rol):
    lid = _lid(regieverband, rol)
    eigen, andere = ActieFactory(trekker=lid.user), ActieFactory()
    client = _client(lid)

    assert client.get(adres("bewijs_toevoegen", eigen)).status_code == 200
    assert client.get(adres("bewijs_toevoegen", andere)).status_code == (404 if rol == Rol.PARTNERCONTACT else 403)
    client.post(adres("voortgang", eigen), {"voortgang": "LOPEND"})
    client.post(adres("voortgang", andere), {"voortgang": "LOPEND"})
    assert set(Actie.objects.filter(voortgang="LOPEND")) == {eigen}


def test_eerst_wat_gevraagd_is_dan_wat_te_laat_is(partner, trekker):
    def actie(titel, **anders):
        return ActieFactory(titel=titel, trekker_organisatie=partner, **anders)

    actie("klaar", voortgang="KLAAR", eind=VANDAAG - timedelta(days=9))
    actie("loopt", voortgang="LOPEND", eind=VANDAAG + timedelta(days=9))
    actie("te laat", voortgang="LOPEND", eind=VANDAAG - timedelta(days=1))
    for titel, dagen in (("gevraagd later", 20), ("gevraagd eerst", 5)):
        Kwartaalstand.objects.create(
            actie=actie(titel),
            jaar=2026,
            kwartaal=3,
            gevraagd_op=VANDAAG,
            antwoord_tegen=VANDAAG + timedelta(days=dagen),
        )
    Kwartaalstand.objects.create(
        actie=Actie.objects.get(titel="loopt"),
        jaar=2026,
        kwartaal=3,
        gevraagd_op=VANDAAG,
        kleur="GROEN",
        beantwoord_op=timezone.now(),
    )
    door = Lidmaatschap.objects.filter(pk=trekker.pk).toegang()

    rijen = mijn_lijst(door, vandaag=VANDAAG)

    assert [rij.actie.titel for rij in rijen] == ["gevraagd eerst", "gevraagd later", "te laat", "loopt", "klaar"]


def test_naast_een_contactpersoon_zonder_account_volgt_ook_de_organisatie_op(partner, trekker):
    """Nobody with an account is named: the members of the organisatie may answer too."""
    actie = ActieFactory(trekker_organisatie=partner, trekker_contact=ContactpersoonFactory(organisatie=partner))

    assert _client(trekker).get(adres("mijn_actie", actie)).status_code == 200
