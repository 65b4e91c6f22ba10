"""Two respondents, one of them with a link on a phone; then the advice, and a plan."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from partners.models import Scanactie, Scanantwoord
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import BREED, SMAL, keur
from tests.e2e.wereld import Wereld

pytestmark = pytest.mark.browser


def test_van_twee_antwoorden_naar_een_plan(pagina: Page, aanmelden, wereld: Wereld):
    aanmelden(wereld.accounts[Rol.PARTNERCONTACT])
    adres = starten_en_vragen(pagina, wereld)
    invullen(pagina, "4")
    expect(pagina.get_by_text("Jij hebt je antwoorden verstuurd.")).to_be_visible()
    antwoorden_op_de_telefoon(pagina, adres)
    afronden_en_plannen(pagina, wereld)
    with gebied_context(wereld.gebied, lid_van=[wereld.gebruiker.pk]):
        assert Scanantwoord.objects.count() == 40
        assert Scanactie.objects.count() == 6


def starten_en_vragen(pagina: Page, wereld: Wereld) -> str:
    """The path of the link for the second respondent."""
    pagina.goto(f"/g/{wereld.gebied.slug}/partners/scan/")
    keur(pagina)
    pagina.get_by_role("link", name="Scan starten").click()
    keur(pagina)
    pagina.get_by_role("button", name="Scan starten").click()
    keur(pagina)
    pagina.get_by_role("link", name="Iemand vragen").click()
    pagina.get_by_label("Naam van iemand anders").fill("Bo")
    pagina.get_by_label("Ik stuur de link zelf door").check()
    pagina.get_by_role("button", name="Vragen", exact=True).click()
    keur(pagina)
    adres = urlsplit(pagina.get_by_label("Link", exact=True).input_value()).path
    pagina.get_by_role("link", name="Klaar").click()
    pagina.get_by_role("link", name="Zelf invullen").click()
    return adres


def invullen(pagina: Page, score: str) -> None:
    for nummer in range(1, 6):
        expect(pagina.get_by_text(f"stap {nummer} van 5")).to_be_visible()
        if nummer == 1:
            keur(pagina)
        for nr in range(4 * nummer - 3, 4 * nummer + 1):
            pagina.locator(f"input[name=stelling_{nr}][value='{score}']").check()
        pagina.get_by_role("button", name="Versturen" if nummer == 5 else "Volgende stap").click()


def antwoorden_op_de_telefoon(pagina: Page, adres: str) -> None:
    pagina.set_viewport_size(SMAL)  # type: ignore[arg-type]
    pagina.goto(adres)
    eerste = pagina.locator("input[name=stelling_1]")
    eerste.nth(0).focus()
    pagina.keyboard.press("ArrowRight")
    expect(eerste.nth(1)).to_be_checked()
    expect(pagina.get_by_text("Bewaard om")).to_be_visible()
    pagina.reload()
    expect(eerste.nth(1)).to_be_checked()
    invullen(pagina, "0")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")


def afronden_en_plannen(pagina: Page, wereld: Wereld) -> None:
    pagina.set_viewport_size(BREED)  # type: ignore[arg-type]
    pagina.goto(f"/g/{wereld.gebied.slug}/partners/scan/")
    pagina.get_by_role("link", name="Deelnemers en afronden").click()
    keur(pagina)
    pagina.get_by_role("button", name="Scan afronden").click()
    expect(pagina.get_by_text("50 op 100").first).to_be_visible()
    keur(pagina)
    pagina.get_by_role("link", name="Maak er een plan van").click()
    keur(pagina)
    pagina.get_by_role("button", name="In het plan zetten").click()
    expect(pagina.get_by_text("6 acties staan in het plan.")).to_be_visible()
    keur(pagina)
