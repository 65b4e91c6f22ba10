"""What every page must hold in a real browser, whatever it is about."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

BREED, SMAL = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = Axe()
TABBLAD_BUITEN_BEELD = """[...document.querySelectorAll(".tabs [aria-current]")].some(
    (tab) => tab.getBoundingClientRect().right > innerWidth || tab.getBoundingClientRect().left < 0
)"""


def keur(pagina: Page) -> None:
    """No axe violations, one h1, a title of the house, and nothing outside the width of a desk or a phone."""
    pagina.wait_for_load_state()  # a click returns when the next document begins, not when it is there
    gebreken = [*breedte(pagina, SMAL), *breedte(pagina, BREED), *axe(pagina), *_opbouw(pagina)]
    assert gebreken == [], f"{pagina.url}: " + "; ".join(gebreken)


def keur_smal(pagina: Page) -> list[str]:
    """The same on a phone only, as a list: for who walks many pages."""
    pagina.wait_for_load_state()
    return [*breedte(pagina, SMAL), *_tabblad(pagina), *axe(pagina), *_opbouw(pagina)]


def axe(pagina: Page) -> list[str]:
    opties = {"runOnly": REGELS, "resultTypes": ["violations"]}
    return [
        f"axe {fout['id']}: {fout['nodes'][0]['html'][:160]}"
        for fout in AXE.run(pagina, options=opties).response["violations"]
    ]


def breedte(pagina: Page, scherm: dict[str, int]) -> list[str]:
    if pagina.viewport_size != scherm:
        pagina.set_viewport_size(scherm)  # type: ignore[arg-type]
    gemeten = pagina.evaluate("document.documentElement.scrollWidth")
    return [f"{gemeten} px breed op een scherm van {scherm['width']}"] if gemeten > scherm["width"] else []


def _tabblad(pagina: Page) -> list[str]:
    """Tabs scroll sideways on a phone; where somebody is must be in sight."""
    buiten = pagina.evaluate(TABBLAD_BUITEN_BEELD)
    return ["het tabblad van deze pagina staat buiten beeld"] if buiten else []


def _opbouw(pagina: Page) -> list[str]:
    gebreken = []
    if (aantal := pagina.locator("h1").count()) != 1:
        gebreken.append(f"{aantal} keer h1")
    if not pagina.title().endswith("– Regiekompas"):
        gebreken.append(f"titel '{pagina.title()}'")
    return gebreken
