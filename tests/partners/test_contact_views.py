"""The pages of contacts, leads and opvolging: what they show to whom, and what a form says back."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from partners.enums import Opvolgingsoort
from partners.models import Claim, Contactmoment, Contactnotitie, Opvolging, Overnamevraag
from partners.services.contact import Contactinvoer, contact_noteren
from partners.services.leads import lead_nemen
from partners.services.opvolging import plan_opvolging
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.client import StrengeClient
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory
from tests.factories.partners import WerkgeverFactory

KADER = 7  # session, account, roles, scope


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def werkgever(gebied):
    return WerkgeverFactory(naam="Bakkerij Zwin", telefoon="+3250301122")


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type="VDAB")


@pytest.fixture
def lid_vdab(vdab):
    return LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER)


@pytest.fixture
def als_jobhunter(lid_vdab):
    client = StrengeClient()
    client.force_login(lid_vdab.user)
    return client


def url(gebied, naam, *args):
    return reverse(f"werkgevers:{naam}", args=[gebied.slug, *args])


def formulier(vandaag, **anders):
    velden = {
        "kanaal": "TELEFOON",
        "doel": "WERKPLEK",
        "resultaat": "INTERESSE",
        "datum": vandaag.strftime("%d/%m/%Y"),
    }
    return {**velden, **anders}


def meldingen(antwoord):
    return [str(melding) for melding in get_messages(antwoord.wsgi_request)]


def noteer_als_vdab(gebied, werkgever, lid, vandaag, **anders):
    toegang = Lidmaatschap.objects.filter(pk=lid.pk).toegang()
    velden = {"datum": vandaag, "kanaal": "BEZOEK", "doel": "WERKPLEK", "resultaat": "INTERESSE", **anders}
    with gebied_context(gebied, lid_van=toegang.lid_van):
        return contact_noteren(
            werkgever=werkgever,
            organisatie=lid.organisatie,
            invoer=Contactinvoer(**velden),
            door=toegang,
            vandaag=vandaag,
        ).contact


class TestNoteren:
    def test_vier_keuzes_en_bewaard(self, als_begeleider, gebied, werkgever, vandaag, ocmw):
        antwoord = als_begeleider.post(
            url(gebied, "contact_noteren", werkgever.pk), formulier(vandaag, notitie="Van ons.")
        )

        assert antwoord.url == url(gebied, "werkgever", werkgever.pk)
        assert Contactmoment.objects.get().organisatie == ocmw
        assert Contactnotitie.objects.get().tekst == "Van ons."
        assert meldingen(antwoord) == ["Het contact is genoteerd."]

    def test_de_kaart_zegt_met_wie(self, als_jobhunter, lid_vdab, gebied, werkgever, vandaag):
        persoon = ContactpersoonFactory(organisatie=None, werkgever=werkgever, naam="Ilse Devos", gebied=gebied)
        noteer_als_vdab(gebied, werkgever, lid_vdab, vandaag, contactpersoon=persoon)

        assert "Bezoek met Ilse Devos: " in als_jobhunter.get(url(gebied, "werkgever", werkgever.pk)).text

    def test_wat_getypt_was_blijft_bij_een_fout(self, als_begeleider, gebied, werkgever, vandaag):
        velden = formulier(vandaag + timedelta(days=2), notitie="Niet kwijt", volgende_stap="Terugbellen")

        antwoord = als_begeleider.post(url(gebied, "contact_noteren", werkgever.pk), velden)

        assert antwoord.status_code == 422
        inhoud = antwoord.content.decode()
        assert "moet nog komen" in inhoud
        assert "Niet kwijt" in inhoud
        assert "Terugbellen" in inhoud

    def test_de_notitie_zegt_bij_wie_ze_blijft(self, als_begeleider, gebied, werkgever, ocmw):
        inhoud = als_begeleider.get(url(gebied, "contact_noteren", werkgever.pk)).content.decode()

        assert f"Blijft bij {ocmw}: geen enkele andere organisatie leest dit." in inhoud

    def test_de_waarschuwing_staat_voor_het_telefoonnummer(self, als_begeleider, gebied, werkgever, lid_vdab, vandaag):
        noteer_als_vdab(gebied, werkgever, lid_vdab, vandaag, volgende_stap="twee profielen", notitie="geheim")
        ContactpersoonFactory(organisatie=None, werkgever=werkgever, telefoon="+32470112233")

        for naam in ("contact_noteren", "werkgever"):
            inhoud = als_begeleider.get(url(gebied, naam, werkgever.pk)).content.decode()
            waarschuwing = inhoud.index("Al gecontacteerd door een andere organisatie in de laatste 30 dagen")
            assert waarschuwing < inhoud.index("0470 11 22 33")
            assert "Beloofd: twee profielen" in inhoud
            assert "geheim" not in inhoud

    @pytest.mark.parametrize("gezien", [True, False])
    def test_wat_intussen_genoteerd_werd_wordt_nog_gezegd(
        self, gezien, als_begeleider, gebied, werkgever, lid_vdab, vandaag
    ):
        ander = noteer_als_vdab(gebied, werkgever, lid_vdab, vandaag)

        velden = formulier(vandaag, gezien=str(ander.pk) if gezien else "")
        antwoord = als_begeleider.post(url(gebied, "contact_noteren", werkgever.pk), velden)

        assert Contactmoment.objects.count() == 2
        assert any("Intussen noteerde VDAB Brugge" in zin for zin in meldingen(antwoord)) == (not gezien)
        assert Opvolging.objects.filter(organisatie=lid_vdab.organisatie).exists()

    def test_een_belofte_die_vervallen_is_kan_mee_afgevinkt(self, als_jobhunter, gebied, werkgever, lid_vdab, vandaag):
        gisteren = vandaag - timedelta(days=1)
        noteer_als_vdab(gebied, werkgever, lid_vdab, gisteren, volgende_stap="Bel terug", volgende_stap_op=gisteren)
        opvolging = Opvolging.objects.get()

        inhoud = als_jobhunter.get(url(gebied, "contact_noteren", werkgever.pk)).content.decode()
        assert "Hiermee is ook klaar" in inhoud
        als_jobhunter.post(
            url(gebied, "contact_noteren", werkgever.pk), formulier(vandaag, rondt_af=[str(opvolging.pk)])
        )
        opvolging.refresh_from_db()
        assert opvolging.klaar_op == vandaag

    def test_intrekken_met_ongedaan_maken(self, als_jobhunter, als_begeleider, gebied, werkgever, lid_vdab, vandaag):
        contact = noteer_als_vdab(gebied, werkgever, lid_vdab, vandaag)

        als_begeleider.post(url(gebied, "moment_intrekken", contact.pk))
        contact.refresh_from_db()
        assert contact.ingetrokken_op is None

        antwoord = als_jobhunter.post(url(gebied, "moment_intrekken", contact.pk))
        tags = [melding.extra_tags for melding in get_messages(antwoord.wsgi_request)]
        assert tags == [f"ongedaan={url(gebied, 'moment_herstellen', contact.pk)}"]
        als_jobhunter.post(url(gebied, "moment_herstellen", contact.pk))
        contact.refresh_from_db()
        assert contact.ingetrokken_op is None

    def test_wijzigen_toont_de_eigen_notitie(self, als_jobhunter, gebied, werkgever, lid_vdab, vandaag):
        contact = noteer_als_vdab(gebied, werkgever, lid_vdab, vandaag, notitie="Van ons.")
        adres = url(gebied, "moment_bijwerken", contact.pk)

        assert "Van ons." in als_jobhunter.get(adres).content.decode()
        als_jobhunter.post(adres, formulier(vandaag, doel="MAATREGEL"))
        contact.refresh_from_db()
        assert contact.doel == "MAATREGEL"


class TestContacten:
    @pytest.fixture
    def velen(self, gebied, lid_vdab, vandaag):
        for nummer in range(12):
            noteer_als_vdab(
                gebied, WerkgeverFactory(), lid_vdab, vandaag - timedelta(days=nummer), notitie="enkel VDAB"
            )

    def test_de_lijst_kost_evenveel_vragen_voor_veel_rijen(
        self, velen, als_begeleider, gebied, django_assert_max_num_queries
    ):
        als_begeleider.get(url(gebied, "contacten"))
        with django_assert_max_num_queries(KADER + 5):
            antwoord = als_begeleider.get(url(gebied, "contacten"))

        assert len(antwoord.context["regels"]) == 12
        assert "enkel VDAB" not in antwoord.content.decode()

    def test_filters_op_periode_organisatie_en_doel(self, velen, als_jobhunter, gebied, vandaag, vdab):
        van = (vandaag - timedelta(days=2)).strftime("%d/%m/%Y")

        for vraag, aantal in (
            ({"van": van}, 3),
            ({"van": van, "doel": "WERKPLEK", "organisatie": vdab.pk}, 3),
            ({"doel": "MAATREGEL"}, 0),
        ):
            assert len(als_jobhunter.get(url(gebied, "contacten"), vraag).context["regels"]) == aantal

    def test_excel_is_de_lijst_zonder_notities(self, velen, als_jobhunter, gebied):
        antwoord = als_jobhunter.get(url(gebied, "contacten_excel"))

        rijen = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_name("Contacten").to_python()
        assert len(rijen) == 13
        assert "enkel VDAB" not in {str(cel) for rij in rijen for cel in rij}

    def test_de_kaart_kost_hoogstens_twintig_vragen(
        self, als_begeleider, gebied, werkgever, lid_vdab, vandaag, django_assert_max_num_queries
    ):
        for dagen in range(15):
            noteer_als_vdab(gebied, werkgever, lid_vdab, vandaag - timedelta(days=dagen))
        als_begeleider.get(url(gebied, "werkgever", werkgever.pk))

        with django_assert_max_num_queries(KADER + 20):
            als_begeleider.get(url(gebied, "werkgever", werkgever.pk))


class TestOpvolging:
    @pytest.fixture
    def rijen(self, gebied, ocmw, begeleider, werkgever, vandaag):
        def plan(sleutel, dagen, wie_id=None, organisatie=ocmw):
            return plan_opvolging(
                sleutel=sleutel,
                soort=Opvolgingsoort.CONTACT,
                titel=sleutel,
                datum=vandaag + timedelta(days=dagen),
                organisatie=organisatie,
                wie_id=wie_id,
                adres="werkgevers:werkgever",
                object_id=werkgever.pk,
            )

        collega = LidmaatschapFactory(organisatie=ocmw).user
        plan("van-mij", 3, begeleider.user_id)
        plan("te-laat", -3, begeleider.user_id)
        plan("van-niemand", 5)
        plan("van-een-collega", 1, collega.pk)
        plan("van-elders", -9, organisatie=OrganisatieFactory(gebied=gebied))

    @pytest.mark.parametrize(
        ("wie", "titels"),
        [
            ("", ["te-laat", "van-mij", "van-niemand"]),
            ("organisatie", ["te-laat", "van-een-collega", "van-mij", "van-niemand"]),
            ("klaar", []),
        ],
    )
    def test_wat_te_laat_is_eerst_en_niets_van_elders(
        self, wie, titels, rijen, als_begeleider, gebied, django_assert_max_num_queries
    ):
        als_begeleider.get(url(gebied, "opvolging"))
        with django_assert_max_num_queries(KADER + 5):
            antwoord = als_begeleider.get(url(gebied, "opvolging"), {"wie": wie})

        assert [regel["rij"].titel for regel in antwoord.context["regels"]] == titels

    def test_afvinken_en_weer_openen(self, rijen, als_begeleider, gebied):
        rij = Opvolging.objects.get(sleutel="te-laat")

        antwoord = als_begeleider.post(url(gebied, "opvolging_afvinken", rij.pk))
        tags = [melding.extra_tags for melding in get_messages(antwoord.wsgi_request)]
        assert tags == [f"ongedaan={url(gebied, 'opvolging_heropenen', rij.pk)}"]
        assert "Klaar op" in als_begeleider.get(url(gebied, "opvolging"), {"wie": "klaar"}).content.decode()

        als_begeleider.post(url(gebied, "opvolging_heropenen", rij.pk))
        rij.refresh_from_db()
        assert rij.klaar_op is None

    def test_uitstellen_zegt_wat_de_datum_was(self, rijen, als_begeleider, gebied, vandaag):
        rij = Opvolging.objects.get(sleutel="te-laat")
        adres = url(gebied, "opvolging_uitstellen", rij.pk)

        assert als_begeleider.post(adres, {"tot": vandaag.strftime("%d/%m/%Y")}).status_code == 422
        als_begeleider.post(adres, {"tot": (vandaag + timedelta(days=9)).strftime("%d/%m/%Y")})

        antwoord = als_begeleider.get(url(gebied, "opvolging"))
        assert [regel["rij"].titel for regel in antwoord.context["regels"]] == ["van-mij", "van-niemand", "te-laat"]
        assert "Uitgesteld, was" in antwoord.content.decode()


class TestLead:
    def test_nemen_vragen_en_antwoorden(self, als_begeleider, als_jobhunter, gebied, werkgever, ocmw, vdab):
        als_begeleider.post(url(gebied, "lead_nemen", werkgever.pk))
        assert Claim.objects.get().organisatie == ocmw
        assert f"{ocmw} heeft de lead" in als_jobhunter.get(url(gebied, "werkgever", werkgever.pk)).content.decode()

        antwoord = als_jobhunter.post(url(gebied, "lead_nemen", werkgever.pk))
        assert "Vraag om ze over te nemen" in meldingen(antwoord)[0]
        als_jobhunter.post(
            url(gebied, "lead_vragen", werkgever.pk), {"reden": "Twee kandidaten", "organisatie": vdab.pk}
        )
        adres = url(gebied, "overname", Overnamevraag.objects.get().pk)

        assert "Aanvaarden" not in als_jobhunter.get(adres).content.decode()
        assert "Aanvaarden" in als_begeleider.get(adres).content.decode()
        geweigerd = als_begeleider.post(adres, {"weigeren": "ja", "antwoord": ""})
        assert geweigerd.status_code == 422
        als_begeleider.post(adres, {"aanvaarden": "ja", "antwoord": ""})
        assert Claim.objects.get(beeindigd_op=None).organisatie == vdab

    def test_vrijgeven_met_ongedaan_maken(self, als_begeleider, gebied, werkgever, ocmw, toegang, vandaag):
        claim = lead_nemen(werkgever=werkgever, organisatie=ocmw, door=toegang, vandaag=vandaag)

        antwoord = als_begeleider.post(url(gebied, "lead_vrijgeven", claim.pk))
        tags = [melding.extra_tags for melding in get_messages(antwoord.wsgi_request)]
        assert tags == [f"ongedaan={url(gebied, 'lead_terugnemen', claim.pk)}"]
        als_begeleider.post(url(gebied, "lead_terugnemen", claim.pk))
        claim.refresh_from_db()
        assert claim.beeindigd_op is None


class TestNietBenaderen:
    def test_zegt_het_op_de_kaart_en_blokkeert_het_formulier(self, als_regisseur, gebied, werkgever, vandaag):
        als_regisseur.post(url(gebied, "niet_benaderen", werkgever.pk), {"reden": "Wil rust", "tot": ""})

        kaart = als_regisseur.get(url(gebied, "werkgever", werkgever.pk)).content.decode()
        assert "Niet benaderen." in kaart
        assert "Wil rust" in kaart
        antwoord = als_regisseur.post(url(gebied, "contact_noteren", werkgever.pk), formulier(vandaag))
        assert antwoord.status_code == 422
        assert "tot nader bericht niet benaderd worden: Wil rust" in antwoord.content.decode()

        als_regisseur.post(url(gebied, "weer_benaderen", werkgever.pk))
        antwoord = als_regisseur.post(url(gebied, "contact_noteren", werkgever.pk), formulier(vandaag))
        assert antwoord.status_code == 302
