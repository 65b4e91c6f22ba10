"""What every answer carries: one strict CSP, no sensors, no framing, safe cookies; and what opens without sign-in."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import get_resolver, path, reverse

from regie import urls as echte_urls
from tests.architecture.bron import adressen
from tests.factories import UserFactory

WORTEL = Path(__file__).resolve().parents[2]
CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
KOPPEN = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Opens without sign-in: signing in itself, a way back for who forgot, an invitation, and whether the product lives.
OPENBAAR = {
    "agenda",  # a secret address per person, with titles and no names
    "link",  # one purpose, one object, behind a secret
    "link_bedankt",
    "partnerlink",  # the same, for a partner without an account
    "partnerlink_bedankt",
    "account:uitnodiging",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "portal:gezond",
    "portal:klaar",
}


API = {"kerncijfers-list"}  # asks by itself, and answers a program with a code instead of a page
VOORBEELD = {"slug": "brugge", "uuid": "00000000-0000-4000-8000-000000000000", "int": "1", "str": "x"}
NAMEN = (
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "CSRF_COOKIE_SECURE",
    "CSRF_COOKIE_HTTPONLY",
    "CSRF_COOKIE_SAMESITE",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "TWEEDE_FACTOR_VERPLICHT",
    "DEMO",
    "DEBUG",
    "CSRF_TRUSTED_ORIGINS",
)


def stuk(request, *args, **kwargs):
    raise ZeroDivisionError


urlpatterns = [path("stuk/", stuk), *echte_urls.urlpatterns]


def controleer(antwoord):
    assert {deel.strip() for deel in antwoord.headers["Content-Security-Policy"].split(";")} == CSP
    assert {kop: antwoord.headers.get(kop) for kop in KOPPEN} == KOPPEN


class TestKoppen:
    @pytest.mark.parametrize("naam", ["account_login", "account_reset_password", "portal:gezond", "portal:klaar"])
    def test_zonder_aanmelding(self, naam, client, db):
        controleer(client.get(reverse(naam)))

    @pytest.mark.parametrize("naam", ["trajecten:mijn_dag", "trajecten:lijst", "trajecten:inladen", "regio:gemeenten"])
    def test_pagina_van_het_gebied(self, naam, als_begeleider, gebied):
        antwoord = als_begeleider.get(reverse(naam, args=[gebied.slug]))

        assert antwoord.status_code == 200
        controleer(antwoord)

    @pytest.mark.parametrize("adres", ["/admin/", "/admin/core/organisatie/", "/admin/core/regelparameter/add/"])
    def test_platformbeheer(self, adres, client, db):
        client.force_login(UserFactory(is_staff=True, is_superuser=True))

        antwoord = client.get(adres)

        assert antwoord.status_code == 200
        controleer(antwoord)

    @pytest.mark.parametrize(
        ("naam", "code"), [("rapportage:cockpit", 403), ("trajecten:lijst", 200), ("accounts:leden", 403)]
    )
    def test_geen_toegang(self, naam, code, als_begeleider, gebied):
        antwoord = als_begeleider.get(reverse(naam, args=[gebied.slug]))

        assert antwoord.status_code == code
        controleer(antwoord)

    @pytest.mark.parametrize("adres", ["/bestaat-niet/", "/g/bestaat-niet/clienten/"])
    def test_bestaat_niet(self, adres, als_begeleider):
        antwoord = als_begeleider.get(adres)

        assert antwoord.status_code == 404
        assert "Deze pagina bestaat niet" in antwoord.text
        controleer(antwoord)

    @pytest.mark.urls(__name__)
    def test_fout_van_ons(self, als_begeleider, gebied):
        als_begeleider.raise_request_exception = False

        antwoord = als_begeleider.get("/stuk/")

        assert antwoord.status_code == 500
        assert "De fout ligt bij ons" in antwoord.text
        controleer(antwoord)

    def test_formulier_van_elders(self, als_begeleider):
        als_begeleider.handler.enforce_csrf_checks = True

        antwoord = als_begeleider.post(reverse("account_login"), {"login": "x"})

        assert antwoord.status_code == 403
        controleer(antwoord)

    def test_download(self, als_begeleider, gebied):
        antwoord = als_begeleider.get(reverse("trajecten:lijst_excel", args=[gebied.slug]))

        assert antwoord.headers["Content-Disposition"].startswith("attachment")
        controleer(antwoord)


def gewone_adressen():
    """(path, name, view) of everything but Django's own admin, which asks by itself."""
    return [adres for adres in adressen(get_resolver().url_patterns) if not adres[0].startswith("admin/")]


class TestZonderAanmelding:
    def test_wat_openbaar_is_staat_in_de_lijst(self):
        openbaar = {naam for _, naam, view in gewone_adressen() if not getattr(view, "login_required", True)}

        assert openbaar == OPENBAAR | API

    @pytest.mark.parametrize(
        ("pad", "naam"),
        [(pad, naam) for pad, naam, _ in gewone_adressen() if naam not in OPENBAAR | API],
        ids=lambda waarde: waarde,
    )
    def test_de_rest_stuurt_naar_aanmelden(self, pad, naam, client, db):
        adres = "/" + re.sub(r"<(\w+):?\w*>", lambda deel: VOORBEELD[deel.group(1)], pad)

        for antwoord in (client.get(adres), client.post(adres)):
            assert antwoord.status_code == 302
            assert antwoord.headers["Location"].startswith(f"{reverse('account_login')}?")

    @pytest.mark.parametrize("naam", sorted(API))
    def test_de_api_weigert(self, naam, client, db):
        assert client.get(reverse(naam)).status_code == 401

    def test_platformbeheer_stuurt_naar_aanmelden(self, client, db):
        for adres in ("/admin/", "/admin/core/organisatie/"):
            assert client.get(adres, follow=True).request["PATH_INFO"] == reverse("account_login")


VRAAG = """
import json, sys, django
django.setup()
from django.conf import settings
from django.core.checks import run_checks
meldingen = [melding.id for melding in run_checks(include_deployment_checks=True)]
print(json.dumps({"meldingen": meldingen, **{naam: getattr(settings, naam) for naam in sys.argv[1:]}}))
"""


@pytest.fixture(scope="module")
def productie():
    """The settings of production, in a process of their own: this one has those of the tests."""
    anders = {"DJANGO_SETTINGS_MODULE": "regie.settings.prod", "REGIE_BASIS_URL": "https://regie.example"}
    uit = subprocess.run(
        [sys.executable, "-c", VRAAG, *NAMEN],
        cwd=WORTEL,
        env={**os.environ, **anders},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(uit.stdout.splitlines()[-1])


class TestKoekjes:
    """Under the settings of production: what `check --deploy` asks, and no cookie that scripts or http can read."""

    def test_alleen_over_https_en_niet_voor_scripts(self, productie):
        assert {naam: productie[naam] for naam in NAMEN if "COOKIE" in naam} == {
            "SESSION_COOKIE_SECURE": True,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "CSRF_COOKIE_SECURE": True,
            "CSRF_COOKIE_HTTPONLY": True,
            "CSRF_COOKIE_SAMESITE": "Lax",
        }

    def test_https_en_tweede_factor(self, productie):
        assert (productie["SECURE_SSL_REDIRECT"], productie["SECURE_HSTS_SECONDS"]) == (True, 31536000)
        assert (productie["TWEEDE_FACTOR_VERPLICHT"], productie["DEMO"], productie["DEBUG"]) == (True, False, False)
        assert productie["CSRF_TRUSTED_ORIGINS"] == ["https://regie.example"]

    def test_django_heeft_geen_opmerkingen(self, productie):
        assert productie["meldingen"] == []
