"""From a candidate to a place to a planned step, as a trajectbegeleider does it."""

import pytest
from playwright.sync_api import Page, expect

from partners.enums import Functiecategorie
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import keur
from tests.e2e.vulling import begeleid, maak_traject
from tests.e2e.wereld import WACHTWOORD, Wereld
from tests.factories import WerkplaatsFactory
from trajecten.models import Traject

pytestmark = pytest.mark.browser


@pytest.fixture
def traject(wereld: Wereld) -> Traject:
    """Somebody in Brugge whose plan is signed, and one place for a groenarbeider that is free."""
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        WerkplaatsFactory(
            gebruiker=wereld.gebruiker,
            gebied=wereld.gebied,
            gemeente_id=wereld.ocmw.gemeente_id,
            categorie=Functiecategorie.GROEN,
            functie="groenarbeider",
            met_ov=True,
        )
        return begeleid(wereld, maak_traject(wereld, "Karim", "Benali"), "WACHT_OP_START")


def test_van_kandidaat_naar_plaats_naar_stap(pagina: Page, wereld: Wereld, traject: Traject) -> None:
    pagina.goto("/")
    pagina.get_by_label("E-mailadres").fill(wereld.accounts[Rol.TRAJECTBEGELEIDER].email)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")
    pagina.goto(f"/g/{wereld.gebied.slug}/clienten/{traject.client_id}/plaats/")
    keur(pagina)

    pagina.get_by_role("link", name="Profiel aanvullen").click()
    pagina.get_by_label("Met de fiets").check()
    keur(pagina)
    pagina.get_by_role("button", name="Profiel bewaren").click()
    expect(pagina.get_by_role("status")).to_contain_text("Het profiel is bewaard.")

    pagina.get_by_role("link", name="Plaats voorstellen").first.click()
    keur(pagina)
    pagina.get_by_role("button", name="Plaats voorstellen").click()
    expect(pagina.get_by_role("status")).to_contain_text("De plaats is voorgesteld.")

    pagina.get_by_role("link", name="Bijwerken").click()
    pagina.get_by_label("Hoe ver staat het?").select_option("AANVAARD")
    keur(pagina)
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_role("link", name="Stap plannen").click()
    expect(pagina.get_by_label("Werkplaats")).to_contain_text("groenarbeider")
    expect(pagina.get_by_label("Werkplaats")).not_to_have_value("")
