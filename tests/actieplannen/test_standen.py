"""Telling how an action goes: behind a link, with an account, on behalf of somebody; and what becomes of proposals."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actieplannen.enums import Bijsturingstatus
from actieplannen.models import Actie, Amendement, Bijsturing, Kwartaalstand, Meting
from actieplannen.selectors.kwartalen import kwartaal_op, vraagdag
from actieplannen.selectors.opvolgtab import opvolgtab
from actieplannen.selectors.standen import geopende_standen, waarom_gesloten
from actieplannen.services import bijsturing as bijsturen
from actieplannen.services.acties import ActieGegevens
from actieplannen.services.standen import Standantwoord, Wie, stand_geven, stempel
from actieplannen.services.standvraag import actiestand_vragen, stand_van_kwartaal
from partners.models import Opvolging, Partnerlink
from regie.cijfers.periode import Periode
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.http import gebied_url
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import (
    ActieFactory,
    ActieindicatorFactory,
    ContactpersoonFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    PlanFactory,
)
from tests.factories.actieplannen import buiten_de_diensten

GOED = {"kleur": "GROEN", "tekst": "Twee groepen gestart.", "afwijking": "", "gezien": ""}


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def nu_kwartaal(vandaag):
    return kwartaal_op(vandaag)


@pytest.fixture
def plan(gebied, vandaag):
    return PlanFactory(jaar=vandaag.year, status="GOEDGEKEURD", titel="Het plan")


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="De Lus")


@pytest.fixture
def els(partner):
    return ContactpersoonFactory(organisatie=partner, naam="Els Maes", email="els@lus.example")


@pytest.fixture
def actie(plan, els):
    return ActieFactory(doelstelling__plan=plan, titel="Rijbewijsproject", trekker_contact=els)


@pytest.fixture
def adres(actie, toegang_regisseur, nu_kwartaal, vandaag, mailoutbox):
    """The path of the link in the mail."""
    actiestand_vragen(actie=actie, kwartaal=nu_kwartaal, door=toegang_regisseur, vandaag=vandaag)
    (regel,) = [regel for regel in mailoutbox[-1].body.splitlines() if "/p/" in regel]
    return regel[regel.index("/p/") :]


@pytest.fixture
def stand(actie, nu_kwartaal):
    return stand_van_kwartaal(actie, nu_kwartaal)


@pytest.fixture
def lid(ocmw):
    return LidmaatschapFactory(organisatie=ocmw, rol=Rol.TRAJECTBEGELEIDER)


def _gezien():
    return stempel(Kwartaalstand.objects.get())


class TestLink:
    def test_een_partner_zonder_account_antwoordt(self, client, adres, actie):
        pagina = client.get(adres)
        assert "Rijbewijsproject" in pagina.text

        antwoord = client.post(adres, GOED)

        assert antwoord.headers["Location"] == reverse("partnerlink_bedankt")
        stand = Kwartaalstand.objects.get()
        assert (stand.kleur, stand.tekst, stand.door, stand.wie) == ("GROEN", GOED["tekst"], None, "Els Maes")

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"kleur": ""}, "Kies groen, oranje of rood."),
            ({"kleur": "PAARS"}, "geldige keuze"),
            ({"tekst": " "}, "Schrijf in een paar zinnen hoe het loopt."),
            ({"kleur": "ORANJE"}, "Schrijf waarom het anders loopt"),
            ({"kleur": "ROOD"}, "Schrijf waarom het anders loopt"),
        ],
    )
    def test_een_fout_bewaart_niets_en_verliest_niets(self, client, adres, anders, zin):
        antwoord = client.post(adres, {**GOED, "nieuw_1": "Meer lessen geven", **anders})

        assert antwoord.status_code == 422
        assert zin in antwoord.text
        assert "Meer lessen geven" in antwoord.text
        assert Kwartaalstand.objects.get().beantwoord_op is None

    def test_wijzigen_kan_met_dezelfde_link(self, client, adres):
        client.post(adres, GOED)
        client.post(adres, {**GOED, "kleur": "ROOD", "afwijking": "De loods brandde af.", "gezien": _gezien()})

        stand = Kwartaalstand.objects.get()
        assert (stand.kleur, stand.afwijking) == ("ROOD", "De loods brandde af.")

    def test_wie_op_een_oude_pagina_staat_overschrijft_niets(self, client, adres):
        client.post(adres, GOED)
        antwoord = client.post(adres, {**GOED, "tekst": "Iets heel anders."})

        assert antwoord.status_code == 422
        assert "gaf intussen deze stand" in antwoord.text
        assert "Iets heel anders." in antwoord.text
        assert Kwartaalstand.objects.get().tekst == GOED["tekst"]

    def test_na_de_volgende_vraag_staat_het_vast_en_blijft_het_leesbaar(self, client, adres, actie, nu_kwartaal):
        client.post(adres, GOED)
        volgend = stand_van_kwartaal(actie, nu_kwartaal.volgende())
        volgend.gevraagd_op = timezone.localdate()
        volgend.save()

        pagina = client.get(adres)
        assert "is afgesloten" in pagina.text
        assert GOED["tekst"] in pagina.text
        assert "<textarea" not in pagina.text
        weigering = client.post(adres, {**GOED, "kleur": "ROOD", "afwijking": "Toch."})
        assert weigering.status_code == 422

    def test_een_verlopen_ingetrokken_of_verzonnen_link_zegt_het_vriendelijk(self, client, adres, partner, gebied):
        assert client.get(adres[:-4] + "AAA/").status_code == 404
        for wijziging in (
            {"geldig_tot": timezone.localdate() - timedelta(days=1)},
            {"geldig_tot": timezone.localdate(), "ingetrokken_op": timezone.now()},
        ):
            with gebied_context(gebied, lid_van=[partner.pk]):
                Partnerlink.objects.update(**wijziging)
            antwoord = client.get(adres)
            assert antwoord.status_code == 404
            assert "Deze link werkt niet of niet meer" in antwoord.text
            assert client.post(adres, GOED).status_code == 404
        assert Kwartaalstand.objects.get().beantwoord_op is None

    def test_wie_de_actie_niet_meer_trekt_komt_er_niet_meer_in(self, client, adres, actie, partner):
        buiten_de_diensten(actie.doelstelling.plan)
        actie.trekker_contact = ContactpersoonFactory(organisatie=partner, email="ander@lus.example")
        actie.save()

        assert client.get(adres).status_code == 404
        antwoord = client.post(adres, GOED)
        assert antwoord.status_code == 409
        assert GOED["tekst"] in antwoord.text
        assert "Je trekt deze actie niet meer" in antwoord.text
        assert "Rijbewijsproject" not in antwoord.text
        assert Kwartaalstand.objects.get().beantwoord_op is None

    def test_een_link_van_een_andere_actie_of_organisatie_past_niet(
        self, adres, actie, plan, partner, gebied, stand, vandaag
    ):
        ander = stand_van_kwartaal(ActieFactory(doelstelling__plan=plan), Periode.kwartaal(vandaag.year, 1))
        with gebied_context(gebied, lid_van=[partner.pk]):
            link = Partnerlink.objects.get()
        link.eigenaar = OrganisatieFactory(gebied=gebied)
        for welke in (ander, stand):
            with pytest.raises(LinkOngeldig):
                _geef(welke, Wie(link=link), vandaag)

    def test_de_scope_van_de_link_is_de_ene_organisatie(self, client, adres, plan, partner, toegang_regisseur):
        """What others pull stays out of sight."""
        ActieFactory(doelstelling__plan=plan, titel="Geheime actie van iemand anders")

        assert "Geheime actie" not in client.get(adres).text

    def test_geopend_telt_pas_bij_de_eerste_aanraking(self, client, adres, stand):
        client.get(adres)
        assert geopende_standen([stand]) == set()

        assert client.post(adres, {"geopend": "1"}).status_code == 204
        assert geopende_standen([stand]) == {stand.pk}

    def test_cijfers_en_voorstellen_gaan_mee(self, client, adres, actie, nu_kwartaal):
        eigen = ActieindicatorFactory(actie=actie, naam="Vormingen")
        vreemd = ActieindicatorFactory(naam="Van een andere actie")

        client.post(
            adres,
            {
                **GOED,
                f"cijfer_{eigen.pk}": "12,5",
                f"cijfer_{vreemd.pk}": "99",
                "nieuw_1": "Ook op zaterdag.",
                "nieuw_2": " ",
            },
        )

        meting = Meting.objects.get()
        assert (meting.indicator, str(meting.waarde), meting.door) == (eigen, "12.50", None)
        assert [rij.voorstel for rij in Bijsturing.objects.all()] == ["Ook op zaterdag."]

    def test_een_voorstel_intrekken_of_wijzigen(self, client, adres, stand):
        weg, blijft = (Bijsturing.objects.create(stand=stand, voorstel=tekst) for tekst in ("Weg", "Blijft"))
        vast = Bijsturing.objects.create(stand=stand, voorstel="Beslist", status="AFGEWEZEN", antwoord="Te duur.")
        assert "Te duur." in client.get(adres).text

        client.post(adres, {**GOED, f"voorstel_{weg.pk}": "", f"voorstel_{blijft.pk}": "Beter gezegd"})

        assert set(Bijsturing.objects.values_list("voorstel", flat=True)) == {"Beter gezegd", vast.voorstel}


def _geef(stand, wie, vandaag, **anders):
    antwoord = Standantwoord(**{"kleur": "GROEN", "tekst": "Goed.", "gezien": stempel(stand), **anders})
    nu = timezone.make_aware(datetime(vandaag.year, vandaag.month, vandaag.day, 12))
    return stand_geven(stand=stand, antwoord=antwoord, wie=wie, nu=nu, vandaag=vandaag)


class TestMetAccount:
    @pytest.fixture
    def eigen(self, plan, lid, nu_kwartaal):
        return stand_van_kwartaal(ActieFactory(doelstelling__plan=plan, trekker=lid.user), nu_kwartaal)

    def test_de_trekker_antwoordt(self, client, lid, eigen):
        client.force_login(lid.user)
        adres = gebied_url("actieplannen:stand", eigen.pk)
        assert "namens" not in client.get(adres).text

        assert client.post(adres, GOED).status_code == 302
        eigen.refresh_from_db()
        assert (eigen.door, eigen.wie) == (lid.user, lid.user.naam)

    @pytest.mark.parametrize("rol", [Rol.TRAJECTBEGELEIDER, Rol.PARTNERCONTACT, Rol.MEDEWERKER, Rol.JOBHUNTER])
    def test_iemand_anders_vindt_hem_niet(self, client, eigen, ocmw, rol):
        ander = LidmaatschapFactory(organisatie=ocmw, rol=rol)
        client.force_login(ander.user)

        for methode in (client.get, client.post):
            assert methode(gebied_url("actieplannen:stand", eigen.pk)).status_code == 404
        assert client.post(gebied_url("actieplannen:stand_beginnen", eigen.actie_id)).status_code == 404

    def test_de_regisseur_antwoordt_namens_de_trekker(self, als_regisseur, regisseur, adres, stand):
        pagina = als_regisseur.get(gebied_url("actieplannen:stand", stand.pk))
        assert "namens Els Maes" in pagina.text

        als_regisseur.post(gebied_url("actieplannen:stand", stand.pk), GOED)

        stand.refresh_from_db()
        assert (stand.door, stand.namens) == (regisseur.user, "Els Maes")
        assert stand.wie == f"{regisseur.user.naam}, namens Els Maes"

    def test_beginnen_zonder_vraag(self, client, lid, plan, nu_kwartaal):
        actie = ActieFactory(doelstelling__plan=plan, trekker=lid.user)
        client.force_login(lid.user)

        antwoord = client.post(gebied_url("actieplannen:stand_beginnen", actie.pk))

        stand = Kwartaalstand.objects.get(actie=actie)
        assert antwoord.headers["Location"] == gebied_url("actieplannen:stand", stand.pk)
        assert Periode.kwartaal(stand.jaar, stand.kwartaal) == nu_kwartaal
        assert stand.gevraagd_op is None

    @pytest.mark.parametrize(("status", "kan"), [("CONCEPT", False), ("GOEDGEKEURD", True), ("VERANTWOORD", False)])
    def test_alleen_van_een_goedgekeurd_plan(self, als_regisseur, vandaag, status, kan):
        actie = ActieFactory(doelstelling__plan=PlanFactory(jaar=vandaag.year, status=status))

        als_regisseur.post(gebied_url("actieplannen:stand_beginnen", actie.pk))

        assert Kwartaalstand.objects.filter(actie=actie).exists() is kan

    def test_geopend_van_de_trekker_alleen(self, client, lid, eigen, regisseur):
        for wie, geopend in ((regisseur, False), (lid, True)):
            client.force_login(wie.user)
            client.post(gebied_url("actieplannen:stand", eigen.pk), {"geopend": "1"})
            eigen.refresh_from_db()
            assert bool(eigen.geopend_op) is geopend


class TestTotWanneer:
    """The third quarter of 2026: asked on 5 October, the fourth on 4 January."""

    @pytest.mark.parametrize(
        ("dag", "als_regisseur", "gegeven", "open_"),
        [
            (date(2026, 10, 5), False, False, True),
            (date(2027, 1, 3), False, True, True),
            (date(2027, 1, 4), False, True, False),
            (date(2027, 1, 4), False, False, False),
            (date(2027, 1, 4), True, False, True),
            (date(2027, 1, 4), True, True, False),
        ],
    )
    def test_tot_het_kwartaal_erna_gevraagd_is(self, gebied, dag, als_regisseur, gegeven, open_):
        actie = ActieFactory(doelstelling__plan=PlanFactory(jaar=2026, status="GOEDGEKEURD"))
        stand = stand_van_kwartaal(actie, Periode.kwartaal(2026, 3))
        if gegeven:
            stand.kleur, stand.beantwoord_op = "GROEN", timezone.now()

        assert (waarom_gesloten(stand, vandaag=dag, als_regisseur=als_regisseur) == "") is open_

    def test_een_verantwoord_plan_nooit_meer(self, gebied):
        actie = ActieFactory(doelstelling__plan=PlanFactory(jaar=2026, status="VERANTWOORD"))
        stand = stand_van_kwartaal(actie, Periode.kwartaal(2026, 3))

        assert "verantwoord" in waarom_gesloten(stand, vandaag=date(2026, 10, 5), als_regisseur=True)


class TestBijsturing:
    @pytest.fixture
    def voorstel(self, stand):
        return Bijsturing.objects.create(stand=stand, voorstel="Lessen op zaterdag. Met vrijwilligers.")

    def test_wordt_een_actie_en_een_amendement(self, als_regisseur, voorstel, actie, adres, client):
        pagina = als_regisseur.get(gebied_url("actieplannen:bijsturing_overnemen", voorstel.pk))
        assert 'value="Lessen op zaterdag"' in pagina.text

        antwoord = als_regisseur.post(
            gebied_url("actieplannen:bijsturing_overnemen", voorstel.pk),
            {
                "doelstelling": actie.doelstelling_id,
                "titel": "Lessen op zaterdag",
                "zelfde_trekker": "on",
                "reden": "Voorgesteld bij de stand.",
            },
        )

        nieuw = Actie.objects.get(titel="Lessen op zaterdag")
        assert antwoord.headers["Location"] == gebied_url("actieplannen:actie", nieuw.pk)
        voorstel.refresh_from_db()
        assert (voorstel.status, voorstel.nieuwe_actie) == (Bijsturingstatus.OVERGENOMEN, nieuw)
        assert nieuw.trekker_contact == actie.trekker_contact
        assert Amendement.objects.get().reden == "Voorgesteld bij de stand."
        assert "Lessen op zaterdag" in client.get(adres).text  # the proposer sees what became of it

    def test_zonder_reden_niet_in_een_goedgekeurd_plan(self, als_regisseur, voorstel, actie):
        antwoord = als_regisseur.post(
            gebied_url("actieplannen:bijsturing_overnemen", voorstel.pk),
            {"doelstelling": actie.doelstelling_id, "titel": "Lessen op zaterdag", "reden": ""},
        )

        assert antwoord.status_code == 422
        assert "goedgekeurd" in antwoord.text
        voorstel.refresh_from_db()
        assert voorstel.status == Bijsturingstatus.VOORGESTELD

    def test_in_het_plan_van_volgend_jaar_zonder_amendement(self, voorstel, vandaag, toegang_regisseur):
        volgend = ActieFactory(doelstelling__plan=PlanFactory(jaar=vandaag.year + 1)).doelstelling
        overname = bijsturen.Overname(volgend, ActieGegevens(titel="Zaterdag"))

        bijsturen.bijsturing_overnemen(bijsturing=voorstel, overname=overname, door=toegang_regisseur, vandaag=vandaag)

        assert not Amendement.objects.exists()

    def test_niet_overnemen_vraagt_een_zin(self, als_regisseur, voorstel):
        adres = gebied_url("actieplannen:bijsturing_afwijzen", voorstel.pk)
        assert als_regisseur.post(adres, {"antwoord": " "}).status_code == 422

        assert als_regisseur.post(adres, {"antwoord": "Te duur dit jaar."}).status_code == 302
        voorstel.refresh_from_db()
        assert (voorstel.status, voorstel.antwoord) == (Bijsturingstatus.AFGEWEZEN, "Te duur dit jaar.")

    def test_beslissen_kan_een_keer(self, voorstel, toegang_regisseur, vandaag):
        beslis = {"bijsturing": voorstel, "antwoord": "Nee.", "door": toegang_regisseur, "vandaag": vandaag}
        bijsturen.bijsturing_afwijzen(**beslis)
        with pytest.raises(DomainError, match="al beslist"):
            bijsturen.bijsturing_afwijzen(**beslis)

    def test_alleen_de_regisseur_beslist(self, voorstel, toegang, vandaag):
        with pytest.raises(DomainError, match="regisseur"):
            bijsturen.bijsturing_afwijzen(bijsturing=voorstel, antwoord="Nee.", door=toegang, vandaag=vandaag)


class TestTab:
    def test_toont_wie_antwoordde_en_wat_veranderde(self, als_regisseur, actie, plan, vandaag, toegang_regisseur):
        kwartaal = Periode.kwartaal(vandaag.year, 1)
        for titel, nu in (("Beter", "GROEN"), ("Slechter", "ROOD"), ("Gelijk", "ORANJE")):
            ander = ActieFactory(doelstelling__plan=plan, titel=titel)
            for periode, kleur in ((kwartaal.vorige(), "ORANJE"), (kwartaal, nu)):
                _met_kleur(ander, periode, kleur)

        blad = opvolgtab(plan, kwartaal=kwartaal, vandaag=vandaag)

        verandering = {rij.actie.titel: rij.verandering for rij in blad.rijen}
        assert verandering == {"Beter": "beter", "Slechter": "slechter", "Gelijk": "gelijk", "Rijbewijsproject": ""}
        assert (blad.beantwoord_tekst, blad.rood, blad.oranje) == ("3 van 4", 1, 1)
        assert blad.verandering_tekst == "1 beter, 1 slechter"
        pagina = als_regisseur.get(f"{gebied_url('actieplannen:opvolging', plan.pk)}?kwartaal={kwartaal.sleutel}")
        assert "1 beter, 1 slechter" in pagina.text

    @pytest.mark.parametrize("status", ["CONCEPT", "GOEDGEKEURD"])
    def test_zegt_wat_er_komt_als_er_nog_niets_is(self, als_regisseur, gebied, vandaag, status):
        plan = PlanFactory(jaar=vandaag.year + 1, status=status)

        assert "Nog niets op te volgen" in als_regisseur.get(gebied_url("actieplannen:opvolging", plan.pk)).text

    def test_vragen_toont_eerst_wie(self, als_regisseur, actie, plan, nu_kwartaal, mailoutbox):
        ActieFactory(doelstelling__plan=plan, titel="Zonder trekker")
        adres = f"{gebied_url('actieplannen:standen_vragen', plan.pk)}?kwartaal={nu_kwartaal.sleutel}"
        pagina = als_regisseur.get(adres)
        assert "Er vertrekt 1 mail" in pagina.text
        assert "Er is geen trekker." in pagina.text
        assert mailoutbox == []

        antwoord = als_regisseur.post(adres, follow=True)

        assert len(mailoutbox) == 1
        assert "1 mail is vertrokken." in antwoord.text
        assert "heeft geen trekker met een e-mailadres" in antwoord.text
        assert Opvolging.objects.get().titel.startswith("Niemand om de stand te vragen")

    def test_toont_gemaild_en_geopend(self, als_regisseur, adres, plan, nu_kwartaal):
        tab = f"{gebied_url('actieplannen:opvolging', plan.pk)}?kwartaal={nu_kwartaal.sleutel}"
        assert ">gemaild<" in als_regisseur.get(tab).text.replace("\n", "")

        als_regisseur.post(adres, {"geopend": "1"})

        assert ">geopend<" in als_regisseur.get(tab).text.replace("\n", "")

    def test_wie_alleen_leest_krijgt_geen_knoppen(self, als_begeleider, actie, plan, nu_kwartaal):
        pagina = als_begeleider.get(f"{gebied_url('actieplannen:opvolging', plan.pk)}?kwartaal={nu_kwartaal.sleutel}")

        assert pagina.status_code == 200
        assert "Zelf invullen" not in pagina.text
        assert "Vraag de stand" not in pagina.text

    def test_evenveel_vragen_bij_meer_acties(self, als_regisseur, actie, plan, django_assert_max_num_queries):
        for n in range(8):
            _met_kleur(ActieFactory(doelstelling__plan=plan), Periode.kwartaal(plan.jaar, 1), "GROEN")
            ActieFactory(doelstelling__plan=plan, trekker=LidmaatschapFactory().user if n % 2 else None)

        with django_assert_max_num_queries(32):
            als_regisseur.get(gebied_url("actieplannen:opvolging", plan.pk))

    def test_de_historiek_op_de_actie(self, als_begeleider, actie, vandaag):
        _met_kleur(actie, Periode.kwartaal(vandaag.year, 1), "ROOD")

        pagina = als_begeleider.get(gebied_url("actieplannen:actie", actie.pk)).text
        assert f"Q1 {vandaag.year}" in pagina
        assert "loopt vast" in pagina


def _met_kleur(actie, kwartaal, kleur):
    stand = stand_van_kwartaal(actie, kwartaal)
    stand.kleur, stand.tekst, stand.beantwoord_op = kleur, "Tekst.", timezone.now()
    stand.save()


def test_de_link_werkt_tot_het_kwartaal_erna_gevraagd_wordt(adres, partner, gebied, nu_kwartaal):
    with gebied_context(gebied, lid_van=[partner.pk]):
        assert Partnerlink.objects.get().geldig_tot == vraagdag(nu_kwartaal.volgende()) - timedelta(days=1)
