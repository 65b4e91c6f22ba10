"""The style page in a real browser: accessible, inside its width, and its conveniences work by keyboard."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPTIES = ["--no-sandbox", "--disable-dev-shm-usage"]


@pytest.fixture
def pagina(live_server, client, user, monkeypatch):
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium ontbreekt, en met CI=true mag dat niet.")
        pytest.skip("Chromium ontbreekt op deze machine.")
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser runs its own loop in this thread
    client.force_login(user)
    koekje = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=chromium, args=OPTIES)
        context = browser.new_context(base_url=live_server.url)
        context.add_cookies([koekje])
        pagina = context.new_page()
        pagina.fouten = []
        pagina.on("console", lambda bericht: pagina.fouten.append(bericht.text) if bericht.type == "error" else None)
        pagina.goto("/stijl/")
        yield pagina
        browser.close()


@pytest.mark.parametrize("breedte", [1440, 390])
def test_axe_vindt_niets(pagina: Page, breedte: int):
    pagina.set_viewport_size({"width": breedte, "height": 900})
    uitslag = Axe().run(pagina)
    assert uitslag.violations_count == 0, uitslag.generate_report()
    assert pagina.fouten == []


@pytest.mark.parametrize("breedte", [1440, 720, 390, 320])
def test_niets_valt_buiten_de_breedte(pagina: Page, breedte: int):
    pagina.set_viewport_size({"width": breedte, "height": 900})
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte


def test_sneltoets_combobox_en_selectie_met_het_toetsenbord(pagina: Page):
    pagina.keyboard.press("?")
    assert pagina.locator("#sneltoetsen[open]").count() == 1
    pagina.keyboard.press("Escape")
    veld = pagina.locator("#id_gemeente")
    veld.fill("zui")
    veld.press("ArrowDown")
    veld.press("Enter")
    assert veld.input_value() == "Zuienkerke"
    assert pagina.locator("#id_gemeente-waarde").input_value() == "ZUIENKERKE"
    pagina.locator("[data-regie-alles]").check()
    assert pagina.locator("[data-regie-aantal]").inner_text() == "4"
    pagina.locator("[data-regie-wis-selectie]").click()
    assert pagina.locator("[data-regie-bulk]").is_hidden()
