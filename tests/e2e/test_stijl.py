"""The style page in a real browser: accessible, inside its width, and its conveniences work by keyboard."""

import pytest
from playwright.sync_api import Page

from tests.e2e import keuring

pytestmark = pytest.mark.browser


@pytest.fixture
def stijl(user, aanmelden, pagina: Page) -> Page:
    aanmelden(user)
    pagina.goto("/stijl/")
    return pagina


def test_is_toegankelijk_en_past_op_elk_scherm(stijl: Page):
    keuring.keur(stijl)
    for breedte in (720, 320):
        assert keuring.breedte(stijl, {"width": breedte, "height": 900}) == []


def test_sneltoets_combobox_en_selectie_met_het_toetsenbord(stijl: Page):
    stijl.keyboard.press("?")
    assert stijl.locator("#sneltoetsen[open]").count() == 1
    stijl.keyboard.press("Escape")
    veld = stijl.locator("#id_gemeente")
    veld.fill("zui")
    veld.press("ArrowDown")
    veld.press("Enter")
    assert veld.input_value() == "Zuienkerke"
    assert stijl.locator("#id_gemeente-waarde").input_value() == "ZUIENKERKE"
    stijl.locator("[data-regie-alles]").check()
    assert stijl.locator("[data-regie-aantal]").inner_text() == "4"
    stijl.locator("[data-regie-wis-selectie]").click()
    assert stijl.locator("[data-regie-bulk]").is_hidden()
