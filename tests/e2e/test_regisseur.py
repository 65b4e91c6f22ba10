"""What the regisseur comes for: the figures of the region, and the report that goes out."""

import re

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from rapportage.uitvoering import taken  # noqa: F401  # known to Celery, as in a worker
from regie.core.permissions import Rol
from tests.e2e.keuring import keur
from tests.e2e.vulling import vul_dossiers
from tests.e2e.wereld import Wereld

pytestmark = pytest.mark.browser


@pytest.fixture
def regisseur(pagina: Page, wereld: Wereld, aanmelden) -> Page:
    vul_dossiers(wereld)
    aanmelden(wereld.accounts[Rol.REGISSEUR])
    pagina.goto("/")
    return pagina


def test_de_cockpit(regisseur: Page, tmp_path):
    expect(regisseur.get_by_role("heading", level=1)).to_have_text("Cockpit Regio Brugge")
    expect(regisseur.get_by_role("list").filter(has_text="In behandeling").first).to_be_visible()
    keur(regisseur)

    periode = regisseur.get_by_label("Periode", exact=True)
    vorige = periode.locator("option").nth(1)
    periode.select_option(vorige.get_attribute("value"))
    expect(regisseur).to_have_url(re.compile(r"periode=\d{4}-\d{2}"))
    expect(regisseur.get_by_label("Periode", exact=True)).to_have_value(vorige.get_attribute("value"))
    keur(regisseur)

    with regisseur.expect_download() as download:
        regisseur.get_by_role("link", name="Excel").click()
    bestand = tmp_path / download.value.suggested_filename
    download.value.save_as(bestand)
    assert "Kerncijfers" in CalamineWorkbook.from_path(bestand).sheet_names

    regisseur.get_by_role("link", name="hoe tellen we?").first.click()
    expect(regisseur.get_by_role("heading", level=1)).to_have_text("Hoe tellen we?")
    keur(regisseur)


def test_een_rapport_van_vraag_tot_archief(regisseur: Page):
    regisseur.get_by_role("link", name="Rapport maken").click()
    keur(regisseur)
    regisseur.get_by_role("button", name="Rapport maken").click()
    expect(regisseur.get_by_role("heading", level=1)).to_contain_text("Voortgangsrapport")
    expect(regisseur.get_by_role("link", name="PDF downloaden")).to_be_visible()
    keur(regisseur)

    with regisseur.expect_download() as download:
        regisseur.get_by_role("link", name="PDF downloaden").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")

    regisseur.get_by_role("link", name="Rapporten", exact=True).first.click()
    keur(regisseur)
    regisseur.get_by_role("row").nth(1).get_by_role("link").first.click()
    expect(regisseur.get_by_role("heading", name="Hoe we tellen")).to_be_visible()
