"""A begeleider asks the gebruiker for an evaluation; who answers does so on a phone, without an account."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import SMAL, keur
from tests.e2e.wereld import Wereld
from tests.factories import PlaatsingFactory, StapFactory, TrajectFactory
from trajecten.models import Evaluatie, Evaluatievraag

pytestmark = pytest.mark.browser


@pytest.fixture
def evaluatie(wereld: Wereld) -> Evaluatie:
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        traject = TrajectFactory(lopend=True, begeleider=wereld.accounts[Rol.TRAJECTBEGELEIDER])
        stap = StapFactory(traject=traject, status="LOPEND", start=date(2026, 1, 5))
        plaatsing = PlaatsingFactory(stap=stap, gebruiker=wereld.gebruiker)
        return Evaluatie.objects.create(
            eigenaar=wereld.ocmw, traject=traject, plaatsing=plaatsing, soort="EERSTE", gepland_op=wereld.vandaag
        )


def test_van_vraag_tot_handtekening(pagina: Page, aanmelden, wereld: Wereld, evaluatie: Evaluatie):
    aanmelden(wereld.accounts[Rol.TRAJECTBEGELEIDER])
    adres = vragen(pagina, wereld, evaluatie)
    antwoorden_op_de_telefoon(pagina, adres)
    afronden_en_tekenen(pagina, wereld, evaluatie)
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        evaluatie.refresh_from_db()
        vraag = Evaluatievraag.objects.get()
        assert vraag.antwoord["mening"] == "Komt stipt."
        assert evaluatie.gezien_begeleider_op == evaluatie.gezien_client_op == wereld.vandaag


def vragen(pagina: Page, wereld: Wereld, evaluatie: Evaluatie) -> str:
    """The path of the link, as it stands on the page once."""
    pagina.goto(f"/g/{wereld.gebied.slug}/clienten/{evaluatie.traject.client_id}/evaluaties/")
    keur(pagina)
    pagina.get_by_role("link", name="Vraag evaluatie aan gebruiker").click()
    keur(pagina)
    pagina.get_by_label("Naam van iemand anders").fill("Wim")
    pagina.get_by_label("Ik stuur hem zelf").check()
    pagina.get_by_role("button", name="Evaluatie vragen").click()
    keur(pagina)
    return urlsplit(pagina.get_by_label("Link", exact=True).input_value()).path


def antwoorden_op_de_telefoon(pagina: Page, adres: str) -> None:
    pagina.set_viewport_size(SMAL)  # type: ignore[arg-type]
    pagina.goto(adres)
    keur(pagina)
    pagina.get_by_role("group", name="Stiptheid").get_by_label("3 voldoende").check()
    pagina.get_by_label("Wat gaat goed, en wat kan beter?").fill("Komt stipt.")
    pagina.get_by_label("Je naam").focus()
    expect(pagina.get_by_text("Bewaard om")).to_be_visible()
    pagina.reload()
    expect(pagina.get_by_label("Wat gaat goed, en wat kan beter?")).to_have_value("Komt stipt.")
    pagina.get_by_label("Dit is wat ik de voorbije weken zag.").check()
    pagina.get_by_role("button", name="Versturen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")
    keur(pagina)


def afronden_en_tekenen(pagina: Page, wereld: Wereld, evaluatie: Evaluatie) -> None:
    pagina.goto(f"/g/{wereld.gebied.slug}/evaluaties/{evaluatie.pk}/")
    expect(pagina.get_by_text("gebruiker 3")).to_be_visible()
    keur(pagina)
    for nummer in range(1, 8):
        pagina.locator(f"input[name=score_ATT{nummer:02d}][value='3']").check()
    pagina.get_by_label("Conclusie").select_option("VERDERZETTEN")
    pagina.get_by_role("button", name="Evaluatie afronden").click()
    pagina.get_by_role("link", name="Tekenen (Begeleider)").click()
    keur(pagina)
    pagina.get_by_role("button", name="Ik teken").click()
    pagina.get_by_role("link", name="Laten tekenen").click()
    keur(pagina)
    pagina.get_by_role("button", name="Ik heb dit gelezen").click()
    expect(pagina.get_by_role("status").get_by_text("De cliënt heeft de evaluatie getekend.")).to_be_visible()
    keur(pagina)
