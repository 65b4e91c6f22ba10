"""Two organisaties and one employer: who rings second is warned before the phone, and the first one hears of it."""

import pytest
from playwright.sync_api import Page, expect

from partners.models import Contactmoment, Opvolging, Werkgever
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import keur
from tests.e2e.wereld import Wereld
from tests.factories.partners import WerkgeverFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def werkgever(wereld: Wereld) -> Werkgever:
    with gebied_context(wereld.gebied):
        return WerkgeverFactory(naam="Bakkerij Zwin", telefoon="+3250301122", gebied=wereld.gebied)


def test_bellen_en_verwittigd_worden(pagina: Page, aanmelden, wereld: Wereld, werkgever: Werkgever):
    kaart = f"/g/{wereld.gebied.slug}/werkgevers/{werkgever.pk}/"
    aanmelden(wereld.accounts[Rol.TRAJECTBEGELEIDER])
    noteren_met_het_toetsenbord(pagina, kaart)

    aanmelden(wereld.accounts[Rol.JOBHUNTER])
    verwittigd_voor_het_bellen(pagina, kaart)

    aanmelden(wereld.accounts[Rol.TRAJECTBEGELEIDER])
    afstemmen(pagina, wereld)
    with gebied_context(wereld.gebied):
        assert Contactmoment.objects.count() == 2
        assert Opvolging.objects.exclude(klaar_op=None).count() == 1


def noteren_met_het_toetsenbord(pagina: Page, kaart: str) -> None:
    pagina.goto(kaart)
    keur(pagina)
    pagina.get_by_role("link", name="Contact noteren").click()
    keur(pagina)
    pagina.get_by_label("Waarom").focus()
    pagina.keyboard.type("werkplek")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("interesse")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("twee profielen voorstellen")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status").get_by_text("Het contact is genoteerd.")).to_be_visible()
    expect(pagina.get_by_text("twee profielen voorstellen")).to_be_visible()
    keur(pagina)


def verwittigd_voor_het_bellen(pagina: Page, kaart: str) -> None:
    pagina.goto(kaart)
    expect(pagina.get_by_text("Al gecontacteerd door een andere organisatie")).to_be_visible()
    pagina.get_by_role("link", name="Contact noteren").click()
    expect(pagina.get_by_text("OCMW Brugge op")).to_be_visible()
    expect(pagina.get_by_text("Beloofd: twee profielen voorstellen")).to_be_visible()
    keur(pagina)
    pagina.get_by_label("Waarom").select_option("KENNISMAKING")
    pagina.get_by_label("Resultaat").select_option("AFSPRAAK")
    pagina.get_by_text("Notitie voor je eigen organisatie").click()
    pagina.get_by_label("Notitie").fill("Zaakvoerder belt liever na vijf uur.")
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("Zaakvoerder belt liever na vijf uur.")).to_be_visible()
    keur(pagina)


def afstemmen(pagina: Page, wereld: Wereld) -> None:
    pagina.goto(f"/g/{wereld.gebied.slug}/werkgevers/opvolging/")
    tekst = "Regieverband Brugge had ook contact met Bakkerij Zwin: stem af"
    melding = pagina.get_by_role("link", name=tekst, exact=True)
    expect(melding).to_be_visible()
    keur(pagina)
    melding.click()
    expect(pagina.get_by_text("Zaakvoerder belt liever na vijf uur.")).to_have_count(0)
    expect(pagina.get_by_text("Al gecontacteerd door een andere organisatie")).to_be_visible()
    pagina.go_back()
    pagina.get_by_role("button", name="Klaar").click()
    expect(pagina.get_by_role("button", name="Ongedaan maken")).to_be_visible()
    expect(pagina.get_by_text("Alles is bij")).to_be_visible()
    keur(pagina)
