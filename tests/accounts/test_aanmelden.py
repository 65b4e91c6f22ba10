"""Signing in, the second step and one's own account: every page in our words, under the strict client."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.urls import reverse

from regie.accounts.models import User
from regie.core.checks import tweede_factor_is_verplicht
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory, UserFactory

WACHTWOORD = "vier woorden op een rij"


@pytest.fixture(autouse=True)
def lege_cache():
    """Rate limits count per address in the cache."""
    cache.clear()


@pytest.fixture
def account(db):
    user = UserFactory(email="noor@regio.example", first_name="Noor", last_name="Peeters")
    user.set_password(WACHTWOORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def aangemeld(client, account):
    client.post(reverse("account_login"), {"login": account.email, "password": WACHTWOORD})
    return client


@pytest.fixture
def bevestigd(aangemeld):
    """Signed in, and confirmed again who it is: what changes to the second step ask."""
    aangemeld.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    return aangemeld


def code_voor(geheim):
    return format_hotp_value(hotp_value(geheim, next(yield_hotp_counters_from_time())))


@pytest.fixture
def met_app(account):
    """The account has an authenticator app; the value is its secret."""
    geheim = "JBSWY3DPEHPK3PXP"
    TOTP.activate(account, geheim)
    return geheim


class TestZonderAccount:
    @pytest.mark.parametrize(
        ("naam", "titel"),
        [
            ("account_login", "Aanmelden"),
            ("account_reset_password", "Wachtwoord vergeten"),
            ("account_reset_password_done", "Kijk in je mailbox"),
            ("account_reset_password_from_key_done", "Je wachtwoord is gewijzigd"),
            ("account_inactive", "Dit account is afgesloten"),
            ("account_signup", "Zo krijg je een account"),
        ],
    )
    def test_elke_pagina_in_onze_woorden(self, naam, titel, client):
        antwoord = client.get(reverse(naam))

        assert antwoord.status_code == 200
        assert f"<h1>{titel}</h1>" in antwoord.text
        assert 'lang="nl-BE"' in antwoord.text

    def test_demo_toont_geen_wachtwoorden(self, client):
        antwoord = client.get(reverse("account_login"))

        assert "gebruik een van de aanmeldingen die bij het starten getoond zijn" in antwoord.text

    def test_buiten_de_demo_geen_demozin(self, client, settings):
        settings.DEMO = False

        assert "Demo:" not in client.get(reverse("account_login")).text

    def test_niemand_maakt_zelf_een_account(self, client):
        client.post(reverse("account_signup"), {"email": "x@regio.example", "password1": WACHTWOORD})

        assert not User.objects.exists()


class TestAanmelden:
    def test_met_wachtwoord(self, client, account):
        antwoord = client.post(reverse("account_login"), {"login": "NOOR@regio.example", "password": WACHTWOORD})

        assert (antwoord.status_code, antwoord.headers["Location"]) == (302, "/")

    def test_fout_wachtwoord_wordt_een_zin(self, client, account):
        antwoord = client.post(reverse("account_login"), {"login": account.email, "password": "verkeerd"})

        assert "Het e-mailadres of het wachtwoord klopt niet" in antwoord.text

    def test_onbekend_adres_klinkt_net_zo(self, client):
        antwoord = client.post(reverse("account_login"), {"login": "weg@regio.example", "password": "verkeerd"})

        assert "Het e-mailadres of het wachtwoord klopt niet" in antwoord.text

    def test_na_te_veel_pogingen_moet_je_wachten(self, client, account):
        for _ in range(6):
            antwoord = client.post(reverse("account_login"), {"login": account.email, "password": "verkeerd"})

        assert "Wacht 5 minuten" in antwoord.text

    def test_afmelden_vraagt_een_knop(self, aangemeld):
        assert "<h1>Afmelden</h1>" in aangemeld.get(reverse("account_logout")).text
        assert aangemeld.post(reverse("account_logout")).status_code == 302
        assert aangemeld.get(reverse("usersessions_list")).status_code == 302

    def test_afgesloten_account(self, client, account):
        User.objects.update(is_active=False)

        antwoord = client.post(reverse("account_login"), {"login": account.email, "password": WACHTWOORD})

        assert antwoord.headers["Location"] == reverse("account_inactive")


class TestWachtwoord:
    def test_vergeten_stuurt_een_link_die_een_keer_werkt(self, client, account, mailoutbox):
        client.post(reverse("account_reset_password"), {"email": account.email})
        mail = mailoutbox[0]
        link = re.search(r"http://\S+", mail.body).group()
        formulier = client.get(link.replace("http://testserver", ""), follow=True)
        nieuw = "vijf andere woorden op rij"

        antwoord = client.post(formulier.request["PATH_INFO"], {"password1": nieuw, "password2": nieuw})

        account.refresh_from_db()
        assert mail.subject == "Kies een nieuw wachtwoord"
        assert mail.alternatives
        assert antwoord.headers["Location"] == reverse("account_reset_password_from_key_done")
        assert account.check_password(nieuw)
        assert "Deze link werkt niet meer" in client.get(link.replace("http://testserver", "")).text

    def test_vergeten_zegt_niet_of_het_account_bestaat(self, client, account, mailoutbox):
        antwoorden = {
            client.post(reverse("account_reset_password"), {"email": adres}).headers["Location"]
            for adres in (account.email, "weg@regio.example")
        }

        assert antwoorden == {reverse("account_reset_password_done")}
        assert mailoutbox[1].subject == "Er is geen account met dit adres"

    def test_wijzigen_verwittigt_per_mail(self, aangemeld, account, mailoutbox):
        nieuw = "vijf andere woorden op rij"

        aangemeld.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw},
        )

        account.refresh_from_db()
        assert account.check_password(nieuw)
        assert mailoutbox[0].subject == "Je wachtwoord is gewijzigd"
        assert "Was jij dit niet?" in mailoutbox[0].body

    @pytest.mark.parametrize(
        ("wachtwoord", "zin"),
        [
            ("kort", "Dit wachtwoord is te kort. Kies minstens 12 tekens."),
            ("password1234", "Dit wachtwoord gebruiken veel mensen."),
            ("noor@regio.example", "Dit wachtwoord lijkt te veel op je naam of e-mailadres."),
        ],
    )
    def test_een_zwak_wachtwoord_wordt_een_zin(self, wachtwoord, zin, aangemeld):
        antwoord = aangemeld.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTWOORD, "password1": wachtwoord, "password2": wachtwoord},
        )

        assert zin in antwoord.text


class TestMijnAccount:
    @pytest.mark.parametrize(
        ("naam", "titel"),
        [
            ("mfa_index", "Aanmelden in twee stappen"),
            ("account_change_password", "Wachtwoord wijzigen"),
            ("account_email", "E-mailadres"),
            ("usersessions_list", "Waar ben ik aangemeld?"),
            ("mfa_activate_totp", "App met codes instellen"),
            ("mfa_add_webauthn", "Passkey toevoegen"),
            ("mfa_list_webauthn", "Passkeys"),
        ],
    )
    def test_elke_pagina_in_onze_woorden(self, naam, titel, bevestigd):
        antwoord = bevestigd.get(reverse(naam))

        assert antwoord.status_code == 200
        assert f"<h1>{titel}</h1>" in antwoord.text
        assert "Terug naar je werk" in antwoord.text

    def test_nieuw_adres_telt_na_bevestiging(self, aangemeld, account, mailoutbox):
        aangemeld.post(reverse("account_email"), {"email": "noor.p@regio.example", "action_add": ""})
        assert "is nog niet bevestigd" in aangemeld.get(reverse("account_email")).text
        account.refresh_from_db()
        assert account.email == "noor@regio.example"

        bevestiging = next(mail for mail in mailoutbox if mail.subject == "Bevestig je e-mailadres")
        link = re.search(r"http://testserver(/\S+)", bevestiging.body).group(1)
        assert "Ja, bevestigen" in aangemeld.get(link).text
        aangemeld.post(link)

        account.refresh_from_db()
        assert account.email == "noor.p@regio.example"

    def test_elders_afmelden(self, aangemeld, account, client):
        ander = type(client)()
        ander.post(reverse("account_login"), {"login": account.email, "password": WACHTWOORD})
        ander.get(reverse("usersessions_list"))
        assert "Overal elders afmelden" in aangemeld.get(reverse("usersessions_list")).text

        aangemeld.post(reverse("usersessions_list"))

        assert ander.get(reverse("usersessions_list")).status_code == 302
        assert aangemeld.get(reverse("usersessions_list")).status_code == 200


class TestTweedeStap:
    @pytest.mark.django_db(transaction=True)  # the mail leaves at commit, inside the request
    def test_app_instellen_geeft_herstelcodes(self, bevestigd, account, mailoutbox):
        pagina = bevestigd.get(reverse("mfa_activate_totp"))
        geheim = re.search(r"<code>(\w+)</code>", pagina.text).group(1)
        assert 'src="data:image/svg+xml;base64,' in pagina.text

        antwoord = bevestigd.post(reverse("mfa_activate_totp"), {"code": code_voor(geheim)}, follow=True)

        assert "<h1>Herstelcodes</h1>" in antwoord.text
        assert {a.type for a in Authenticator.objects.filter(user=account)} == {"totp", "recovery_codes"}
        assert mailoutbox[0].subject == "Je app met codes is ingesteld"

    def test_geheimen_staan_versleuteld_in_de_databank(self, met_app):
        assert Authenticator.objects.get().data["secret"].startswith("v1:")

    def test_foute_code_wordt_een_zin(self, bevestigd):
        bevestigd.get(reverse("mfa_activate_totp"))

        antwoord = bevestigd.post(reverse("mfa_activate_totp"), {"code": "000000"})

        assert "Deze code klopt niet of is verlopen" in antwoord.text

    def test_aanmelden_vraagt_de_code(self, client, account, met_app):
        antwoord = client.post(reverse("account_login"), {"login": account.email, "password": WACHTWOORD}, follow=True)
        assert "<h1>Nog één stap</h1>" in antwoord.text
        assert client.get(reverse("usersessions_list")).status_code == 302

        antwoord = client.post(reverse("mfa_authenticate"), {"code": code_voor(met_app)})

        assert antwoord.headers["Location"] == "/"
        assert client.get(reverse("usersessions_list")).status_code == 200

    def test_herstelcode_werkt_een_keer(self, client, account, met_app):
        code = RecoveryCodes.activate(account).generate_codes()[0]
        for verwacht in (302, 200):
            client.post(reverse("account_login"), {"login": account.email, "password": WACHTWOORD})
            antwoord = client.post(reverse("mfa_authenticate"), {"code": code})
            assert antwoord.status_code == verwacht
            client.logout()

    @pytest.mark.parametrize(
        ("naam", "titel"),
        [
            ("mfa_deactivate_totp", "App met codes verwijderen"),
            ("mfa_generate_recovery_codes", "Nieuwe herstelcodes maken"),
        ],
    )
    def test_paginas_van_wie_een_app_heeft(self, naam, titel, aangemeld, met_app):
        aangemeld.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})

        assert f"<h1>{titel}</h1>" in aangemeld.get(reverse(naam)).text

    def test_gevoelige_wijziging_vraagt_opnieuw_wie_je_bent(self, client, account, met_app):
        client.force_login(account)

        antwoord = client.get(reverse("mfa_deactivate_totp"), follow=True)

        assert "<h1>Bevestig dat jij het bent</h1>" in antwoord.text

    def test_passkeys_zonder_inline_code(self, bevestigd):
        pagina = bevestigd.get(reverse("mfa_add_webauthn")).text

        assert 'data-regie-passkey="addForm"' in pagina
        assert "creation_options" in pagina
        assert "js/passkey.js" in pagina


class TestTweedeFactorVerplicht:
    @pytest.fixture(autouse=True)
    def verplicht(self, settings):
        settings.TWEEDE_FACTOR_VERPLICHT = True

    @pytest.mark.parametrize("rol", [Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE, Rol.ADMINISTRATIE])
    def test_wie_dossiers_ziet_stelt_hem_eerst_in(self, rol, client, ocmw):
        lid = LidmaatschapFactory(organisatie=ocmw, rol=rol)
        client.force_login(lid.user)

        antwoord = client.get(reverse("portal:thuis"))

        assert antwoord.headers["Location"] == reverse("mfa_index")
        assert "Voeg een tweede stap toe" in client.get(reverse("mfa_index")).text

    def test_platformbeheer_ook(self, client, account):
        User.objects.update(is_staff=True, is_superuser=True)
        client.force_login(account)

        assert client.get("/admin/").headers["Location"] == reverse("mfa_index")

    def test_met_een_tweede_factor_ga_je_verder(self, client, ocmw, account, met_app):
        LidmaatschapFactory(organisatie=ocmw, user=account)
        client.force_login(account)

        assert client.get(reverse("portal:thuis")).headers["Location"] == f"/g/{ocmw.gebied.slug}/"

    def test_alleen_herstelcodes_volstaan_niet(self, client, ocmw, account):
        RecoveryCodes.activate(account)
        LidmaatschapFactory(organisatie=ocmw, user=account)
        client.force_login(account)

        assert client.get(reverse("portal:thuis")).headers["Location"] == reverse("mfa_index")

    def test_een_regisseur_mag_zonder(self, client, regisseur):
        client.force_login(regisseur.user)

        assert client.get(reverse("portal:thuis")).headers["Location"] == f"/g/{regisseur.gebied.slug}/"

    @pytest.mark.parametrize("adres", ["/gezond", "/account/logout/", "/account/2fa/", "/static/css/base.css"])
    def test_wat_je_nodig_hebt_blijft_open(self, adres, client, ocmw):
        client.force_login(LidmaatschapFactory(organisatie=ocmw).user)

        assert client.get(adres).headers.get("Location") != reverse("mfa_index")


class TestTweedeFactorInProductie:
    @pytest.mark.parametrize(
        ("demo", "verplicht", "fouten"), [(True, False, []), (False, True, []), (False, False, ["regie.E002"])]
    )
    def test_start_niet_zonder(self, demo, verplicht, fouten, settings):
        settings.DEMO, settings.TWEEDE_FACTOR_VERPLICHT = demo, verplicht

        assert [fout.id for fout in tweede_factor_is_verplicht()] == fouten

    def test_manage_weigert_te_starten(self, settings):
        settings.DEMO = settings.TWEEDE_FACTOR_VERPLICHT = False

        with pytest.raises(SystemCheckError, match="TWEEDE_FACTOR_VERPLICHT staat uit"):
            call_command("check")
