"""A need is noted and sent on; the partner answers on a phone without an account; who follows the employer sees it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from partners.models import Behoefte, Werkgever
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import SMAL, keur
from tests.e2e.wereld import Wereld
from tests.factories import ContactpersoonFactory, OrganisatieFactory, WerkgeverFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def werkgever(wereld: Wereld) -> Werkgever:
    with gebied_context(wereld.gebied):
        gtb = OrganisatieFactory(gebied=wereld.gebied, naam="GTB Brugge", type="GTB")
        ContactpersoonFactory(organisatie=gtb, naam="An Claes", gebied=wereld.gebied)
        return WerkgeverFactory(naam="Bakkerij Zwin", gemeente_id="31005", gebied=wereld.gebied)


def test_van_behoefte_tot_antwoord(pagina: Page, aanmelden, wereld: Wereld, werkgever: Werkgever):
    aanmelden(wereld.accounts[Rol.JOBHUNTER])
    adres = noteren_en_doorverwijzen(pagina, wereld, werkgever)
    antwoorden_op_de_telefoon(pagina, adres)
    pagina.goto(f"/g/{wereld.gebied.slug}/werkgevers/behoeften/?tab=mijn")
    keur(pagina)
    pagina.get_by_role("link", name="Bakkershulp").click()
    expect(pagina.get_by_text("neemt het op").first).to_be_visible()
    keur(pagina)
    with gebied_context(wereld.gebied):
        assert Behoefte.objects.get().status == "TOEGEWEZEN"


def noteren_en_doorverwijzen(pagina: Page, wereld: Wereld, werkgever: Werkgever) -> str:
    """The path of the link for GTB, as it stands on the page once."""
    pagina.goto(f"/g/{wereld.gebied.slug}/werkgevers/{werkgever.pk}/behoeften/noteren/")
    keur(pagina)
    pagina.get_by_label("Functie").fill("Bakkershulp")
    pagina.get_by_role("button", name="Publiceren").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bakkershulp")
    keur(pagina)
    pagina.get_by_role("link", name="Doorverwijzen").click()
    keur(pagina)
    pagina.get_by_label("GTB Brugge", exact=True).check()
    pagina.get_by_label("Ik geef de link zelf door").check()
    pagina.get_by_role("button", name="Versturen").click()
    keur(pagina)
    return urlsplit(pagina.get_by_label("Link voor An Claes").input_value()).path


def antwoorden_op_de_telefoon(pagina: Page, adres: str) -> None:
    pagina.set_viewport_size(SMAL)  # type: ignore[arg-type]
    pagina.goto(adres)
    keur(pagina)
    pagina.get_by_role("button", name="Ja, ik neem het op").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")
