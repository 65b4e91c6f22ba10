"""From an invitation by mail to signing in with a code, and with a passkey."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.mail import EmailMessage
from playwright.sync_api import Page, expect

from regie.core.permissions import Rol
from tests.e2e.keuring import keur
from tests.e2e.wereld import WACHTWOORD, Wereld

pytestmark = pytest.mark.browser
ADRES = "mila@regio.example"


def test_van_uitnodiging_tot_code(pagina: Page, wereld: Wereld, aanmelden, mailoutbox):
    aanmelden(wereld.accounts[Rol.GEBIEDSBEHEERDER])
    nodig_uit(pagina)
    pagina.context.clear_cookies()

    aanvaard(pagina, mailoutbox)
    geheim = stel_app_in(pagina)
    meld_af(pagina)
    meld_aan(pagina)

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    keur(pagina)
    cache.clear()  # a code counts once; half a minute has not passed
    pagina.get_by_label("Code").fill(code_voor(geheim))
    pagina.get_by_role("button", name="Aanmelden").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")


def test_met_een_passkey(pagina: Page, wereld: Wereld):
    toestel = pagina.context.new_cdp_session(pagina)
    toestel.send("WebAuthn.enable")
    toestel.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    pagina.goto("/account/login/")
    meld_aan(pagina, wereld.accounts[Rol.TRAJECTBEGELEIDER].email)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")

    pagina.goto("/account/2fa/webauthn/add/")
    bevestig(pagina)
    pagina.get_by_label("Naam").fill("Laptop")
    pagina.get_by_role("checkbox").check()
    pagina.get_by_role("button", name="Passkey toevoegen").click()
    expect(pagina.get_by_role("heading", level=1)).not_to_have_text("Passkey toevoegen")
    pagina.goto("/account/2fa/webauthn/")
    expect(pagina.get_by_role("row", name="Laptop")).to_be_visible()
    keur(pagina)

    meld_af(pagina)
    pagina.get_by_role("button", name="Passkey gebruiken").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")


AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def nodig_uit(pagina: Page) -> None:
    pagina.goto("/")
    pagina.get_by_role("link", name="Iemand uitnodigen").click()
    keur(pagina)
    pagina.get_by_label("Voornaam").fill("Mila")
    pagina.get_by_label("Familienaam").fill("Peeters")
    pagina.get_by_label("E-mailadres").fill(ADRES)
    organisatie = pagina.get_by_role("combobox", name="Organisatie")
    organisatie.fill("OCMW Bru")
    organisatie.press("ArrowDown")
    organisatie.press("Enter")
    pagina.get_by_label("trajectbegeleider").check()
    pagina.get_by_role("button", name="Uitnodiging versturen").click()
    expect(pagina.get_by_role("row", name=ADRES)).to_be_visible()
    keur(pagina)


def aanvaard(pagina: Page, mailoutbox: list[EmailMessage]) -> None:
    mail = next(mail for mail in mailoutbox if mail.to == [ADRES])
    link = re.search(r"http://[^/\s]+(/account/uitnodiging/\S+)", str(mail.body))
    assert link is not None
    pagina.goto(link.group(1))
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Welkom, Mila")
    assert "sleutel" not in pagina.url
    keur(pagina)
    pagina.get_by_label("Kies een wachtwoord").fill(WACHTWOORD)
    pagina.get_by_label("Herhaal het wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Account maken").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")
    meld_af(pagina)
    meld_aan(pagina)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")


def stel_app_in(pagina: Page) -> str:
    pagina.locator("summary", has_text="Mijn account").click()
    pagina.get_by_role("link", name="Aanmelden in twee stappen").click()
    keur(pagina)
    pagina.get_by_role("link", name="App instellen").click()
    bevestig(pagina)
    keur(pagina)
    geheim = pagina.locator("code").inner_text()
    pagina.get_by_label("Code").fill(code_voor(geheim))
    pagina.get_by_role("button", name="App instellen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    keur(pagina)
    return geheim


def bevestig(pagina: Page) -> None:
    """A change to the second step asks once more who it is."""
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bevestig dat jij het bent")
    keur(pagina)
    pagina.get_by_label("Je wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Verder").click()


def meld_aan(pagina: Page, adres: str = ADRES) -> None:
    pagina.get_by_label("E-mailadres").fill(adres)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Aanmelden", exact=True).click()


def meld_af(pagina: Page) -> None:
    pagina.goto("/account/logout/")
    pagina.get_by_role("button", name="Afmelden").last.click()
    pagina.goto("/account/login/")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Aanmelden")


def code_voor(geheim: str) -> str:
    """What an authenticator app shows now."""
    return str(format_hotp_value(hotp_value(geheim, next(yield_hotp_counters_from_time()))))
