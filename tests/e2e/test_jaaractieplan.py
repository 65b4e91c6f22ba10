"""An action of a jaaractieplan: written by the regisseur, changed by two at once, proved by a trekker elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import keur
from tests.e2e.wereld import WACHTWOORD, Wereld
from tests.factories import DoelstellingFactory, PlanFactory

pytestmark = pytest.mark.browser
ACTIE = "Rijbewijsproject met tien cliënten"


@pytest.fixture
def plan_url(wereld: Wereld) -> str:
    with gebied_context(wereld.gebied):
        plan = PlanFactory(jaar=wereld.vandaag.year, titel="Jaaractieplan regierol")
        DoelstellingFactory(plan=plan, titel="Meer mensen stromen door naar werk")
        return f"/g/{wereld.gebied.slug}/jaaractieplan/{plan.pk}/"


def _meld_aan(pagina: Page, wereld: Wereld, rol: Rol) -> None:
    pagina.goto("/")
    pagina.get_by_label("E-mailadres").fill(wereld.accounts[rol].email)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Aanmelden", exact=True).click()


def _venster(pagina: Page, wereld: Wereld, rol: Rol) -> Page:
    """Somebody else, at another desk."""
    browser = pagina.context.browser
    assert browser is not None
    context = browser.new_context(base_url=pagina.url.split("/g/")[0], locale="nl-BE", reduced_motion="reduce")
    ander = context.new_page()
    _meld_aan(ander, wereld, rol)
    expect(ander.get_by_role("heading", level=1)).to_be_visible()
    return ander


def test_van_actie_tot_bewijs(pagina: Page, wereld: Wereld, plan_url: str) -> None:
    _meld_aan(pagina, wereld, Rol.REGISSEUR)
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    pagina.goto(plan_url)
    pagina.get_by_role("link", name="Actie toevoegen").first.click()
    pagina.get_by_label("Actie", exact=True).fill(ACTIE)
    pagina.get_by_label("WSE-LR2").check()
    pagina.get_by_role("combobox", name="Trekker").fill("Groendienst")
    pagina.get_by_role("option", name="Partnercontact").first.click()
    keur(pagina)
    pagina.get_by_role("button", name="Actie bewaren").last.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text(ACTIE)
    keur(pagina)
    actie_url = pagina.url

    collega = _venster(pagina, wereld, Rol.REGISSEUR)
    for venster in (pagina, collega):
        venster.goto(f"{actie_url}bewerken/")
    collega.get_by_label("Risico's").fill("Te weinig lesgevers.")
    collega.get_by_role("button", name="Bewaren").last.click()
    expect(collega.get_by_role("heading", level=1)).to_have_text(ACTIE)
    pagina.get_by_label("BBC-actienummer").fill("AC000777")
    pagina.get_by_role("button", name="Bewaren").last.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Een collega bewaarde eerst")
    keur(pagina)
    pagina.get_by_role("button", name="Zo bewaren").click()
    for tekst in ("AC000777", "Te weinig lesgevers."):
        expect(pagina.get_by_role("main")).to_contain_text(tekst)

    trekker = _venster(pagina, wereld, Rol.PARTNERCONTACT)
    trekker.get_by_role("link", name="Mijn acties").first.click()
    keur(trekker)
    trekker.get_by_role("link", name=ACTIE).click()
    keur(trekker)
    trekker.get_by_role("link", name="Bewijs toevoegen").click()
    trekker.get_by_label("Titel").fill("Aanwezigheidslijst van de eerste les")
    trekker.get_by_label("Webadres").fill("www.regiekompas.example/les")
    keur(trekker)
    trekker.get_by_role("button", name="Bewijs bewaren").click()
    expect(trekker.get_by_role("main")).to_contain_text("Aanwezigheidslijst van de eerste les")
