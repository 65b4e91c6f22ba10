"""A plan is handed in, sent back, mended, approved; a change then asks why, and stands there as an amendement."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from actieplannen.models import Actie, Amendement, Jaaractieplan, Planversie
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import keur
from tests.e2e.wereld import Wereld
from tests.factories import ActieFactory, DoelstellingFactory, PlanFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(wereld: Wereld) -> Jaaractieplan:
    with gebied_context(wereld.gebied):
        plan = PlanFactory(jaar=wereld.dagen(0).year, titel="Jaaractieplan samen", soort="EIGEN")
        doelstelling = DoelstellingFactory(plan=plan, titel="Meer mensen stromen door")
        ActieFactory(
            doelstelling=doelstelling, titel="Rijbewijsproject", start=date(plan.jaar, 1, 1), prioriteit="WSE-LR2"
        )
        return plan


def test_van_concept_tot_amendement(pagina: Page, aanmelden, wereld: Wereld, plan: Jaaractieplan):
    aanmelden(wereld.accounts[Rol.REGISSEUR])
    besluiten = f"/g/{wereld.gebied.slug}/jaaractieplan/{plan.pk}/besluiten/"
    pagina.goto(besluiten)
    keur(pagina)
    indienen(pagina)
    terugsturen(pagina)
    verbeteren(pagina)
    indienen(pagina)
    goedkeuren(pagina)
    wijzigen(pagina, wereld, plan)
    vergelijken(pagina, besluiten)
    with gebied_context(wereld.gebied):
        assert Amendement.objects.get().reden == "De partner stopte."
        assert Planversie.objects.count() == 3


def indienen(pagina: Page) -> None:
    pagina.get_by_role("link", name="Plan indienen").click()
    expect(pagina.get_by_text("geen trekker")).to_be_visible()
    keur(pagina)
    pagina.get_by_label("Ik dien in, ook al is niet alles ingevuld").check()
    pagina.get_by_role("button", name="Plan indienen").click()
    expect(pagina.get_by_role("status").get_by_text("Het plan is ingediend.")).to_be_visible()


def terugsturen(pagina: Page) -> None:
    pagina.get_by_role("link", name="Plan terugsturen").click()
    keur(pagina)
    pagina.get_by_label("Wie stuurt het terug?").fill("Departement WSE")
    pagina.get_by_label("Wat moet er veranderen?").fill("Zeg wie de actie trekt\nZet er een bedrag bij")
    pagina.get_by_role("button", name="Plan terugsturen").click()
    expect(pagina.get_by_role("heading", name="Teruggestuurd op")).to_be_visible()
    keur(pagina)


def verbeteren(pagina: Page) -> None:
    punten = pagina.locator("#verbeterpunten")
    punten.get_by_role("button", name="Afvinken").first.click()
    expect(punten.get_by_role("button", name="Weer openzetten")).to_be_visible()


def goedkeuren(pagina: Page) -> None:
    pagina.get_by_role("link", name="Plan goedkeuren").click()
    keur(pagina)
    pagina.get_by_label("Wie keurde het plan goed?").fill("Departement WSE")
    pagina.get_by_label("Kenmerk").fill("WSE/2027/12")
    pagina.get_by_role("button", name="Plan goedkeuren").click()
    expect(pagina.get_by_text("Departement WSE · WSE/2027/12")).to_be_visible()
    keur(pagina)


def wijzigen(pagina: Page, wereld: Wereld, plan: Jaaractieplan) -> None:
    with gebied_context(wereld.gebied):
        actie = Actie.objects.van_plan(plan).get()
    pagina.goto(f"/g/{wereld.gebied.slug}/jaaractieplan/actie/{actie.pk}/")
    pagina.get_by_role("link", name="Bewerken").first.click()
    pagina.get_by_label("Actie", exact=True).fill("Rijbewijsproject voor jongeren")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_label("Waarom wijzig je het plan?").fill("De partner stopte.")
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("De partner stopte.")).to_be_visible()
    keur(pagina)


def vergelijken(pagina: Page, besluiten: str) -> None:
    pagina.goto(besluiten)
    expect(pagina.get_by_text("Amendement 1 · ")).to_be_visible()
    pagina.get_by_role("link", name="Vergelijken met nu").first.click()  # the last one
    expect(pagina.get_by_text("1 gewijzigd.")).to_be_visible()
    expect(pagina.locator("ins.bij", has_text="voor jongeren")).to_be_visible()
    keur(pagina)
