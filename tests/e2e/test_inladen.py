"""A trajectbegeleider loads the list of the OCMW as it is kept, and later the same list once more."""

import re

import pytest
from playwright.sync_api import Page, expect

from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.data.maak_clientenlijst import PAD
from tests.e2e.keuring import keur
from tests.e2e.wereld import Wereld
from trajecten import tasks  # noqa: F401  # known to Celery, as in a worker
from trajecten.models import Client, Traject

pytestmark = pytest.mark.browser


def test_een_lijst_inladen_en_daarna_nog_eens(pagina: Page, wereld: Wereld, aanmelden):
    aanmelden(wereld.accounts[Rol.TRAJECTBEGELEIDER])
    pagina.goto("/")

    laad_in(pagina)
    eerste = stand(wereld)
    laad_in(pagina)

    assert eerste["clienten"] > 0
    assert stand(wereld) == eerste
    expect(pagina.get_by_text("Nieuw", exact=True)).to_have_count(0)


def laad_in(pagina: Page) -> None:
    """All five pages, with a decision about every row that may be known."""
    pagina.get_by_role("link", name="Mijn cliënten").first.click()
    pagina.get_by_role("link", name="Lijst inladen").click()
    keur(pagina)
    pagina.get_by_label("Bestand").set_input_files(PAD)
    pagina.get_by_role("button", name="Bestand nakijken").click()
    expect(pagina.get_by_label("Achternaam")).to_have_value("familienaam")
    keur(pagina)
    pagina.get_by_role("button", name="Rijen nakijken").click()
    expect(pagina.get_by_role("link", name="Kolommen koppelen")).to_be_visible()
    keur(pagina)
    beslis(pagina)
    pagina.get_by_role("link", name=re.compile(r"Verder met \d+ rij")).click()
    keur(pagina)
    pagina.get_by_role("button", name="Inladen").click()
    expect(pagina.get_by_text("Klaar op")).to_be_visible()
    keur(pagina)


def beslis(pagina: Page) -> None:
    """Say of every look-alike that it is the same person."""
    eerst = pagina.get_by_role("link", name="Kies eerst bij")
    if eerst.count():
        eerst.click()
        for keuze in pagina.get_by_label("Zelfde persoon").all():
            keuze.check()
        keur(pagina)
        pagina.get_by_role("button", name="Keuzes bewaren").click()


def stand(wereld: Wereld) -> dict[str, object]:
    """How much there is, and the version of every dossier: a second time changes neither."""
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        versies = dict(Client.objects.values_list("dossiernummer", "versie"))
        return {"clienten": len(versies), "versies": versies, "trajecten": Traject.objects.count()}
