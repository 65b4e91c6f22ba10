"""The page of an action, its form, what is added to it, and how it ends."""

from datetime import date

import pytest
from django.urls import reverse

from actieplannen.enums import Prioriteit
from actieplannen.models import Actie, Actiebudget, Amendement, Opmerking
from regie.core.models import Gebiedslid, Gemeente
from regie.core.permissions import Rol
from tests.actieplannen.formulieren import ingevuld
from tests.factories import (
    ActieFactory,
    ContactpersoonFactory,
    DoelstellingFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
)


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="Vzw De Schakel")


@pytest.fixture
def actie(gebied):
    return ActieFactory(titel="Lerend netwerk", prioriteit="WSE-LR4", doelstelling__plan__jaar=2026)


def adres(naam, rij):
    return reverse(f"actieplannen:{naam}", args=[rij.gebied.slug, rij.pk])


class TestPagina:
    def test_toont_alles_met_weinig_vragen(self, als_regisseur, actie, partner, django_assert_max_num_queries):
        for nummer in range(8):
            actie.partners.create(organisatie=OrganisatieFactory(gebied=actie.gebied), bijdrage=f"deel {nummer}")
        actie.risicos, actie.trekker_organisatie = "Geen zaal", partner
        actie.save()
        als_regisseur.post(adres("opmerking_toevoegen", actie), {"tekst": "Kan dit in mei?"})

        with django_assert_max_num_queries(28):
            html = als_regisseur.get(adres("actie", actie)).content.decode()

        for zin in ("Geen zaal", "deel 7", "Vzw De Schakel", "Kan dit in mei?", Prioriteit.WSE_LR4.uitleg):
            assert zin in html

    def test_een_lezer_krijgt_geen_knoppen(self, als_begeleider, actie):
        html = als_begeleider.get(adres("actie", actie)).content.decode()

        for naam in ("actie_bijwerken", "actie_wissen", "actie_kopieren", "bewijs_toevoegen", "voortgang"):
            assert adres(naam, actie) not in html
        assert adres("opmerking_toevoegen", actie) in html


class TestFormulier:
    def test_toevoegen_met_alles(self, als_regisseur, gebied, partner):
        gemeente = Gemeente.objects.order_by("pk")[0]
        Gebiedslid.objects.create(gebied=gebied, gemeente=gemeente, van=date(2020, 1, 1))
        contact = ContactpersoonFactory(organisatie=partner, naam="Bieke Bulcke")
        doelstelling = DoelstellingFactory(plan__jaar=2027)
        naar = adres("actie_toevoegen", doelstelling)
        velden = ingevuld(als_regisseur.get(naar))
        assert (velden["start"], velden["eind"]) == (["01/01/2027"], ["31/12/2027"])

        antwoord = als_regisseur.post(
            naar,
            velden
            | {
                "titel": ["Rijbewijsproject"],
                "prioriteit": ["WSE-LR2"],
                "gemeenten": [gemeente.pk],
                "trekker": [f"{partner.pk}-c{contact.pk}"],
                "eind": ["30/06/2028"],
                "partner_1": [str(partner.pk)],
                "bijdrage_1": ["lesgevers"],
            },
            follow=True,
        )

        actie = Actie.objects.get()
        assert (actie.trekker_contact, actie.trekker_organisatie, actie.gemeenten) == (contact, partner, [gemeente.pk])
        assert actie.partners.get().bijdrage == "lesgevers"
        html = antwoord.content.decode()
        assert "loopt ook in 2028" in html
        assert "Bieke Bulcke" in html

    def test_een_fout_verliest_niets(self, als_regisseur, partner):
        naar = adres("actie_toevoegen", DoelstellingFactory())
        velden = ingevuld(als_regisseur.get(naar)) | {
            "titel": [""],
            "omschrijving": ["Veel getypt"],
            "bijdrage_0": ["zonder organisatie"],
        }

        antwoord = als_regisseur.post(naar, velden)

        assert antwoord.status_code == 422
        terug = ingevuld(antwoord)
        assert (terug["omschrijving"], terug["bijdrage_0"]) == (["Veel getypt"], ["zonder organisatie"])
        assert "Kies welke organisatie dit doet." in antwoord.content.decode()

    def test_meer_partners_houdt_wat_getypt_is(self, als_regisseur, partner):
        naar = adres("actie_toevoegen", DoelstellingFactory())
        velden = ingevuld(als_regisseur.get(naar)) | {"omschrijving": ["Al getypt"], "meer": ["1"]}

        antwoord = als_regisseur.post(naar, velden)

        terug = ingevuld(antwoord)
        assert (antwoord.status_code, terug["omschrijving"]) == (200, ["Al getypt"])
        assert "partner_4" in terug
        assert not Actie.objects.exists()

    def test_verplichte_acties_alleen_in_oude_plannen(self, als_regisseur):
        for jaar, staat_er in ((2022, True), (2026, False)):
            html = als_regisseur.get(adres("actie_toevoegen", DoelstellingFactory(plan__jaar=jaar))).content.decode()

            assert ("Verplichte actie tot 2022" in html) is staat_er

    def test_de_prioriteit_die_ontbreekt_staat_al_aan(self, als_regisseur):
        naar = adres("actie_toevoegen", DoelstellingFactory())

        assert ingevuld(als_regisseur.get(f"{naar}?prioriteit=WSE-LR3"))["prioriteit"] == ["WSE-LR3"]

    def test_wie_vertrok_blijft_in_de_keuzelijst(self, als_regisseur, actie, partner):
        lid = LidmaatschapFactory(organisatie=partner, rol=Rol.PARTNERCONTACT, van=date(2020, 1, 1))
        lid.tot = date(2021, 1, 1)
        lid.save()
        actie.trekker, actie.trekker_organisatie = lid.user, partner
        actie.save()
        velden = ingevuld(als_regisseur.get(adres("actie_bijwerken", actie)))

        als_regisseur.post(adres("actie_bijwerken", actie), velden | {"titel": ["Andere titel"]})

        actie.refresh_from_db()
        assert (actie.titel, actie.trekker) == ("Andere titel", lid.user)

    def test_een_goedgekeurd_plan_vraagt_waarom(self, als_regisseur):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")
        naar = adres("actie_bijwerken", actie)
        velden = ingevuld(als_regisseur.get(naar)) | {"titel": ["Nieuw"]}

        assert als_regisseur.post(naar, velden).status_code == 422
        assert als_regisseur.post(naar, velden | {"reden": ["de partner stopte"]}).status_code == 302
        assert Amendement.objects.get().reden == "de partner stopte"


class TestOpmerkingen:
    def test_plaatsen_intrekken_en_terugzetten(self, als_begeleider, actie):
        als_begeleider.post(adres("opmerking_toevoegen", actie), {"tekst": "  Eerst <b>afstemmen</b>  "})
        opmerking = Opmerking.objects.get()
        assert opmerking.tekst == "Eerst <b>afstemmen</b>"

        als_begeleider.post(adres("opmerking_intrekken", opmerking))
        assert "afstemmen" not in als_begeleider.get(adres("actie", actie)).content.decode().split("<main")[1]

        als_begeleider.post(adres("opmerking_terugzetten", opmerking))
        assert "Eerst &lt;b&gt;afstemmen" in als_begeleider.get(adres("actie", actie)).content.decode()

    def test_alleen_wie_ze_schreef_trekt_ze_in(self, als_regisseur, actie, user):
        opmerking = Opmerking.objects.create(actie=actie, tekst="Van iemand anders", door=user)

        als_regisseur.post(adres("opmerking_intrekken", opmerking))

        opmerking.refresh_from_db()
        assert opmerking.ingetrokken_op is None

    @pytest.mark.parametrize("tekst", ["", "   ", "x" * 2001])
    def test_leeg_of_te_lang_wordt_geweigerd(self, als_regisseur, actie, tekst):
        als_regisseur.post(adres("opmerking_toevoegen", actie), {"tekst": tekst})

        assert not Opmerking.objects.exists()


class TestEinde:
    def test_wissen_zegt_wat_meegaat(self, als_regisseur, actie):
        Actiebudget.objects.create(actie=actie, jaar=2026, gepland=100)

        assert "1 bedrag" in als_regisseur.get(adres("actie_wissen", actie)).content.decode()
        als_regisseur.post(adres("actie_wissen", actie))

        assert not Actie.objects.exists()

    def test_een_goedgekeurd_plan_biedt_stoppen_aan(self, als_regisseur):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")
        html = als_regisseur.get(adres("actie_wissen", actie)).content.decode()
        assert "Actie stoppen" in html
        assert "btn-danger" not in html

        als_regisseur.post(adres("actie_wissen", actie))
        als_regisseur.post(adres("voortgang", actie), {"voortgang": "GESTOPT"})

        actie.refresh_from_db()
        assert actie.voortgang == "GESTOPT"

    def test_kopie_en_dan_aanpassen(self, als_regisseur, actie):
        antwoord = als_regisseur.post(adres("actie_kopieren", actie), {"titel": "Tweede netwerk"})

        kopie = Actie.objects.get(titel="Tweede netwerk")
        assert antwoord.headers["Location"] == adres("actie_bijwerken", kopie)
        assert kopie.prioriteit == "WSE-LR4"

    def test_voortgang_is_ongedaan_te_maken(self, als_regisseur, actie):
        html = als_regisseur.post(adres("voortgang", actie), {"voortgang": "KLAAR"}, follow=True).content.decode()
        ongedaan = f"{adres('voortgang', actie)}?voortgang=TE_STARTEN"
        assert ongedaan in html

        als_regisseur.post(ongedaan)

        actie.refresh_from_db()
        assert actie.voortgang == "TE_STARTEN"


def test_de_geschiedenis_zegt_van_wat_naar_wat(als_regisseur, regisseur, actie, partner):
    regisseur.user.first_name, regisseur.user.last_name = "Els", "Baert"
    regisseur.user.save()
    naar = adres("actie_bijwerken", actie)
    als_regisseur.post(
        naar,
        ingevuld(als_regisseur.get(naar))
        | {"titel": ["Netwerk"], "trekker": [f"{partner.pk}"], "partner_0": [str(partner.pk)]},
    )

    html = als_regisseur.get(adres("actie_historiek", actie)).content.decode()

    for zin in (
        "Lerend netwerk → Netwerk",
        "leeg → Vzw De Schakel",
        "Partner toegevoegd: Vzw De Schakel",
        "Els Baert",
    ):
        assert zin in html
