"""The region asks a partner whether its data are right; somebody without an account corrects the phone number."""

from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import SMAL, keur
from tests.e2e.wereld import Wereld
from tests.factories import ContactpersoonFactory

pytestmark = pytest.mark.browser


def test_van_vraag_tot_nagekeken(pagina: Page, aanmelden, wereld: Wereld):
    with gebied_context(wereld.gebied):
        ContactpersoonFactory(organisatie=wereld.gebruiker, naam="Els Maes", email="els@groen.example")
    aanmelden(wereld.accounts[Rol.REGISSEUR])
    pagina.goto(f"/g/{wereld.gebied.slug}/partners/{wereld.gebruiker.pk}/")
    expect(pagina.get_by_text("nog nooit nagekeken")).to_be_visible()
    pagina.get_by_role("link", name="Vraag om na te kijken").click()
    keur(pagina)
    pagina.get_by_role("button", name="Vraag versturen").click()
    expect(pagina.get_by_text("nog niet geopend")).to_be_visible()

    verbeteren_op_de_telefoon(pagina, adres_in_de_mail())

    pagina.set_viewport_size({"width": 1440, "height": 900})
    pagina.goto(f"/g/{wereld.gebied.slug}/partners/{wereld.gebruiker.pk}/")
    expect(pagina.get_by_text("nog nooit nagekeken")).to_have_count(0)
    expect(pagina.get_by_text(f"nagekeken op {wereld.vandaag:%d/%m/%Y}")).to_be_visible()
    expect(pagina.get_by_text("050 99 88 77")).to_be_visible()
    expect(pagina.get_by_text("Gewijzigd: telefoon.")).to_be_visible()
    keur(pagina)


def adres_in_de_mail() -> str:
    regel = next(regel for regel in mail.outbox[-1].body.splitlines() if "/p/" in regel)
    return urlsplit(regel.strip()).path


def verbeteren_op_de_telefoon(pagina: Page, adres: str) -> None:
    pagina.set_viewport_size(SMAL)  # type: ignore[arg-type]
    pagina.goto(adres)
    keur(pagina)
    pagina.get_by_text("Nee, ik wil iets verbeteren").click()
    pagina.locator("input[name=org-telefoon]").fill("12")
    pagina.get_by_role("button", name="Verbeteringen bewaren").click()
    expect(pagina.get_by_role("alert")).to_be_visible()
    keur(pagina)
    pagina.locator("input[name=org-telefoon]").fill("050 99 88 77")
    pagina.get_by_role("button", name="Verbeteringen bewaren").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")
    keur(pagina)
