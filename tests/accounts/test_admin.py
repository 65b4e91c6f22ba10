"""Platform administration: complete, under the strict CSP, and without a way to somebody's dossiers."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from regie.accounts.models import Uitnodiging, User
from regie.core.models import Gebeurtenis, Gebiedslid, Lidmaatschap, Mandaat, Organisatie, RegelParameter, Regiegebied
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, OcmwFactory, OrganisatieFactory, UserFactory

MODELLEN = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def beheerder(db):
    return UserFactory(email="platform@regio.example", is_staff=True, is_superuser=True)


@pytest.fixture
def als_beheerder(client, beheerder):
    client.force_login(beheerder)
    return client


@pytest.fixture
def regio(ander_gebied):
    Gebiedslid.objects.create(gebied=ander_gebied, gemeente_id="31005", van=date(2020, 1, 1))
    Mandaat.objects.create(gebied=ander_gebied, regisseur="Lien", van=date(2026, 1, 1), tot=date(2028, 12, 31))
    LidmaatschapFactory(organisatie=ander_gebied.ocmw)
    return ander_gebied


def url(model, actie, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{actie}", args=args)


class TestElkModel:
    @pytest.mark.parametrize("model", MODELLEN, ids=lambda m: m._meta.label)
    def test_lijst_zoeken_en_formulier(self, model, als_beheerder, beheerder, regio):
        Uitnodiging.objects.create(
            email="x@regio.example",
            voornaam="X",
            familienaam="Y",
            gebied=regio,
            organisatie=regio.ocmw,
            rol=Rol.TRAJECTBEGELEIDER,
            door=beheerder,
            geheim_hash="h",
            geldig_tot="2026-12-01T00:00Z",
        )
        assert als_beheerder.get(url(model, "changelist")).status_code == 200
        assert als_beheerder.get(f"{url(model, 'changelist')}?q=a").status_code == 200
        eerste = model._default_manager.order_by("pk").first()
        assert als_beheerder.get(url(model, "change", eerste.pk)).status_code == 200
        assert als_beheerder.get(url(model, "history", eerste.pk)).status_code == 200
        assert als_beheerder.get(url(model, "add")).status_code in {200, 403}

    def test_beginpagina(self, als_beheerder):
        pagina = als_beheerder.get(reverse("admin:index")).text

        assert "Regiekompas beheer" in pagina
        assert "css/beheer.css" in pagina

    def test_alleen_platformbeheer(self, als_regisseur):
        assert als_regisseur.get("/admin/").status_code == 302


class TestRegiegebied:
    def test_toont_inwoners_en_de_regel_met_bron(self, als_beheerder, regio):
        pagina = als_beheerder.get(url(Regiegebied, "change", regio.pk)).text

        assert "(telling van 01/01/2020)" in pagina
        assert "60.000: gehaald (bron socialeeconomie.be, oproep regie lokale besturen 2020-2025;" in pagina
        assert "geldig 01/01/2020 tot 31/12/2025" in pagina

    def test_onmogelijke_periode_wordt_een_zin(self, als_beheerder, regio):
        lid = regio.leden.get()
        mandaat = regio.mandaten.get()
        invoer = {
            "naam": regio.naam,
            "slug": regio.slug,
            "rechtsvorm": regio.rechtsvorm,
            "contact_email": "",
            "leden-TOTAL_FORMS": "1",
            "leden-INITIAL_FORMS": "1",
            "leden-0-id": lid.pk,
            "leden-0-gebied": regio.pk,
            "leden-0-gemeente": "31005",
            "leden-0-van": "02/01/2026",
            "leden-0-tot": "01/01/2026",
            "mandaten-TOTAL_FORMS": "1",
            "mandaten-INITIAL_FORMS": "1",
            "mandaten-0-id": mandaat.pk,
            "mandaten-0-gebied": regio.pk,
            "mandaten-0-regisseur": "Lien",
            "mandaten-0-van": "01/01/2026",
            "mandaten-0-tot": "31/12/2028",
        }

        antwoord = als_beheerder.post(url(Regiegebied, "change", regio.pk), invoer)

        assert "De einddatum ligt voor de begindatum." in antwoord.text
        invoer["leden-0-tot"] = "31/12/2026"
        assert als_beheerder.post(url(Regiegebied, "change", regio.pk), invoer).status_code == 302
        assert LogEntry.objects.filter(object_id=str(regio.pk)).exists()

    @pytest.mark.parametrize("model", [Regiegebied, Organisatie, User, Lidmaatschap], ids=lambda m: m.__name__)
    def test_wordt_nooit_verwijderd(self, model, als_beheerder, regio):
        rij = model._default_manager.order_by("pk").first()

        assert als_beheerder.post(url(model, "delete", rij.pk), {"post": "yes"}).status_code == 403


class TestLidmaatschap:
    def invoer(self, user, organisatie, rol=Rol.TRAJECTBEGELEIDER):
        return {"user": user.pk, "organisatie": organisatie.pk, "rol": rol, "van": "01/01/2026", "tot": ""}

    def test_gebied_volgt_de_organisatie_en_komt_in_het_logboek(self, als_beheerder, beheerder, regio):
        user = UserFactory()

        als_beheerder.post(url(Lidmaatschap, "add"), self.invoer(user, regio.ocmw))

        lid = Lidmaatschap.objects.get(user=user)
        assert lid.gebied == regio
        with gebied_context(regio):
            assert Gebeurtenis.objects.values_list("soort", "user_id").get() == (
                "lidmaatschap.toegekend",
                beheerder.pk,
            )

    def test_niet_voor_zichzelf(self, als_beheerder, beheerder, regio):
        antwoord = als_beheerder.post(url(Lidmaatschap, "add"), self.invoer(beheerder, regio.ocmw))

        assert "Je kunt jezelf geen rol geven of afnemen" in antwoord.text
        assert not beheerder.lidmaatschappen.exists()

    def test_dossierrol_alleen_bij_een_ocmw(self, als_beheerder, regio):
        antwoord = als_beheerder.post(
            url(Lidmaatschap, "add"), self.invoer(UserFactory(), OrganisatieFactory(gebied=regio))
        )

        assert "Ze bestaat alleen bij een OCMW" in antwoord.text

    def test_beeindigen_wijzigt_alleen_de_data(self, als_beheerder, regio):
        lid = Lidmaatschap.objects.get()

        als_beheerder.post(
            url(Lidmaatschap, "change", lid.pk),
            {"van": "01/01/2020", "tot": "30/06/2026", "rol": Rol.REGISSEUR, "user": UserFactory().pk},
        )

        gewijzigd = Lidmaatschap.objects.get()
        assert (gewijzigd.tot, gewijzigd.rol, gewijzigd.user_id) == (date(2026, 6, 30), lid.rol, lid.user_id)


class TestAccounts:
    def test_niemand_typt_hier_een_wachtwoord(self, als_beheerder, beheerder):
        assert als_beheerder.get(url(User, "add")).status_code == 403
        assert "password" not in als_beheerder.get(url(User, "change", beheerder.pk)).text.lower()

    def test_platformbeheerder_maken_geeft_alles_of_niets(self, als_beheerder):
        user = UserFactory()

        als_beheerder.post(
            url(User, "change", user.pk),
            {
                "first_name": "An",
                "last_name": "Maes",
                "is_active": "on",
                "is_staff": "on",
                "lidmaatschappen-TOTAL_FORMS": "0",
                "lidmaatschappen-INITIAL_FORMS": "0",
            },
        )

        user.refresh_from_db()
        assert (user.is_staff, user.is_superuser) == (True, True)

    def test_tweede_stap_wissen_mailt_de_eigenaar(self, als_beheerder, beheerder, mailoutbox):
        user = UserFactory()
        for account in (user, beheerder):
            TOTP.activate(account, "JBSWY3DPEHPK3PXP")

        als_beheerder.post(
            url(User, "changelist"), {"action": "tweede_stap_wissen", "_selected_action": [user.pk, beheerder.pk]}
        )

        assert [a.user for a in Authenticator.objects.all()] == [beheerder]
        assert mailoutbox[0].to == [user.email]
        assert LogEntry.objects.get().change_message == "Tweede stap gewist."


class TestUitnodiging:
    def invoer(self, organisatie, **anders):
        return {
            "email": "eerste@regio.example",
            "voornaam": "Eerste",
            "familienaam": "Beheerder",
            "organisatie": organisatie.pk,
            "rol": Rol.GEBIEDSBEHEERDER,
            **anders,
        }

    def test_de_eerste_mensen_van_een_gebied(self, als_beheerder, beheerder, regio, mailoutbox):
        antwoord = als_beheerder.post(url(Uitnodiging, "add"), self.invoer(regio.ocmw))

        uitnodiging = Uitnodiging.objects.get()
        assert antwoord.status_code == 302
        assert (uitnodiging.gebied, uitnodiging.door) == (regio, beheerder)
        assert len(mailoutbox) == 1

    def test_wat_de_dienst_weigert_wordt_een_zin(self, als_beheerder, beheerder, regio):
        antwoord = als_beheerder.post(
            url(Uitnodiging, "add"), self.invoer(regio.ocmw, email=beheerder.email), follow=True
        )

        assert "Je kunt jezelf geen rol geven" in antwoord.text
        assert not Uitnodiging.objects.exists()


def test_regelparameter_bewaren(als_beheerder):
    als_beheerder.post(
        url(RegelParameter, "add"),
        {
            "code": "proef",
            "omschrijving": "Proef",
            "waarde": "12,5",
            "eenheid": "dagen",
            "dimensie": "alle",
            "gebied": "",
            "geldig_van": "01/01/2026",
            "geldig_tot": "",
            "bron": "besluit",
            "zekerheid": "hoog",
        },
    )

    assert str(RegelParameter.objects.get(code="proef").waarde) == "12.5000"


def test_organisatie_verhuist_niet(als_beheerder, regio):
    ocmw = OcmwFactory()

    pagina = als_beheerder.get(url(Organisatie, "change", ocmw.pk)).text

    assert 'name="gebied"' not in pagina
