"""The lead divides dossiers, takes it back, and keeps the way of looking."""

import pytest
from playwright.sync_api import Page, expect

from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import keur
from tests.e2e.wereld import Wereld
from tests.factories import ClientFactory, TrajectFactory

pytestmark = pytest.mark.browser


def test_toewijzen_ongedaan_maken_en_weergave_bewaren(pagina: Page, wereld: Wereld, aanmelden):
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        for _ in range(3):
            TrajectFactory(client=ClientFactory(eigenaar=wereld.ocmw))
    aanmelden(wereld.accounts[Rol.TEAMVERANTWOORDELIJKE])
    toewijzen_vanaf_de_teampagina(pagina, wereld)
    ongedaan_maken(pagina)
    weergave_bewaren(pagina)


def toewijzen_vanaf_de_teampagina(pagina: Page, wereld: Wereld) -> None:
    pagina.goto("/g/brugge/team/")
    keur(pagina)
    pagina.get_by_role("link", name="Zonder begeleider 3").click()
    expect(pagina.get_by_role("row")).to_have_count(4)
    balk = pagina.get_by_role("region", name="Acties voor de selectie")
    expect(balk).to_be_hidden()
    pagina.get_by_label("Selecteer alles op deze pagina").check()
    expect(balk).to_contain_text("3 geselecteerd")
    keur(pagina)
    balk.get_by_role("button", name="Begeleider kiezen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Begeleider kiezen voor 3 dossiers")
    keur(pagina)
    collega = wereld.accounts[Rol.TRAJECTBEGELEIDER].naam
    pagina.get_by_label("Nieuwe begeleider").select_option(label=f"{collega} (0 dossiers)")
    pagina.get_by_role("button", name="Toewijzen").click()
    expect(pagina.get_by_text(f"Toegewezen aan {collega}.")).to_have_count(3)
    keur(pagina)


def ongedaan_maken(pagina: Page) -> None:
    pagina.get_by_role("button", name="Ongedaan maken").first.click()
    expect(pagina.get_by_text("Teruggezet: begeleider is weer niemand.")).to_have_count(3)
    keur(pagina)


def weergave_bewaren(pagina: Page) -> None:
    pagina.keyboard.press("g")
    pagina.keyboard.press("c")
    pagina.get_by_role("link", name="Heel het OCMW").click()
    pagina.get_by_role("search", name="Cliënten filteren").get_by_label("Status").select_option("AANGEMELD")
    expect(pagina.get_by_role("link", name="Filter wissen: Status: aangemeld")).to_be_visible()
    pagina.get_by_role("link", name="Bewaar weergave").click()
    pagina.get_by_label("Naam van de weergave").fill("Wacht op intake")
    pagina.get_by_label("Ook voor mijn collega's").check()
    keur(pagina)
    pagina.get_by_role("button", name="Weergave bewaren").click()
    expect(pagina.get_by_role("list", name="Weergaven").get_by_role("link")).to_contain_text("Wacht op intake")
    keur(pagina)
    pagina.get_by_role("link", name="Weergaven beheren").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Weergaven")
    keur(pagina)
