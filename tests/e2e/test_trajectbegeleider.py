"""A client from the first contact to a running art. 60, as a trajectbegeleider does it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from regie.core.models import Gemeente
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import keur
from tests.e2e.wereld import WACHTWOORD, Wereld
from trajecten.enums import Aanmeldbron, Inkomensstatuut
from trajecten.models import Client
from trajecten.services import ClientGegevens, client_registreren

pytestmark = pytest.mark.browser
LABEL_VAN_FOCUS = "(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()"
INSZ = "91.05.14-124.44"


@pytest.fixture
def naamgenoot(wereld: Wereld) -> Client:
    """Somebody who is almost, but not quite, the person the journey registers."""
    toegang = wereld.toegang(Rol.TRAJECTBEGELEIDER)
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        traject = client_registreren(
            gegevens=ClientGegevens(
                voornaam="Selin",
                familienaam="Aydin",
                geboortedatum=date(1991, 5, 14),
                geslacht="V",
                gemeente=Gemeente.objects.get(pk="31005"),
                postcode="8000",
                inkomensstatuut=Inkomensstatuut.LEEFLOON,
            ),
            eigenaar=wereld.ocmw,
            bron=Aanmeldbron.ZELF,
            aangemeld_op=wereld.vandaag,
            begeleider=wereld.accounts[Rol.TRAJECTBEGELEIDER],
            door=toegang,
            vandaag=wereld.vandaag,
        )
    return traject.client


def typ(pagina: Page, label: str, tekst: str) -> None:
    """Tab to the field, as somebody without a mouse does, and type."""
    tab_tot(pagina, label)
    pagina.keyboard.type(tekst)


def tab_tot(pagina: Page, label: str) -> None:
    """Press Tab until the control with this label (or text) has the focus."""
    for _ in range(40):
        pagina.keyboard.press("Tab")
        bij = pagina.evaluate(LABEL_VAN_FOCUS)
        if bij.startswith(label):
            return
    raise AssertionError(f"'{label}' is met Tab niet te bereiken")


@contextmanager
def stap(pagina: Page, actie: str, knop: str, melding: str) -> Iterator[None]:
    """Open the page of a step from the client page; at the end press the button and read the message."""
    pagina.get_by_role("link", name=actie, exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    keur(pagina)
    yield
    pagina.get_by_role("button", name=knop, exact=True).click()
    expect(pagina.get_by_role("status").get_by_text(melding)).to_be_visible()


def test_van_aanmelding_tot_art60(pagina: Page, wereld: Wereld, naamgenoot: Client):
    aanmelden_op_de_pagina(pagina, wereld)
    registreren_met_het_toetsenbord(pagina)
    begeleiden_tot_de_start(pagina, wereld)
    starten(pagina)
    contact_noteren(pagina)
    insz_tonen(pagina)


def aanmelden_op_de_pagina(pagina: Page, wereld: Wereld) -> None:
    pagina.goto("/")
    keur(pagina)
    pagina.get_by_label("E-mailadres").fill(wereld.accounts[Rol.TRAJECTBEGELEIDER].email)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn dag")
    keur(pagina)


def registreren_met_het_toetsenbord(pagina: Page) -> None:
    pagina.keyboard.press("n")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Cliënt registreren")
    keur(pagina)
    typ(pagina, "INSZ", INSZ)
    typ(pagina, "Voornaam", "Selin")
    typ(pagina, "Familienaam", "Aydın")
    typ(pagina, "Geboortedatum", "14051991")
    typ(pagina, "Gemeente", "8000 Brugge")
    pagina.keyboard.press("Tab")
    paneel = pagina.get_by_role("complementary", name="Kennen we deze persoon al?")
    expect(paneel.get_by_text("Waarschijnlijk dezelfde persoon")).to_be_visible()
    tab_tot(pagina, "Leefloon")
    pagina.keyboard.press("Space")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("alert")).to_contain_text("Kies bij")
    keur(pagina)
    tab_tot(pagina, "Dit is een andere persoon")
    pagina.keyboard.press("Space")
    pagina.get_by_label("Voornaam").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Selin Aydın aanmelden")
    keur(pagina)
    typ(pagina, "Taal", "Turks")
    tab_tot(pagina, "Geen rijbewijs")
    pagina.keyboard.press("Space")
    tab_tot(pagina, "Cliënt registreren")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Selin Aydın")
    expect(pagina.get_by_role("status")).to_contain_text("Volgende stap: intake plannen")
    keur(pagina)


def begeleiden_tot_de_start(pagina: Page, wereld: Wereld) -> None:
    vandaag = f"{wereld.vandaag:%d/%m/%Y}"
    with stap(pagina, "Intake noteren", "Intake bewaren", "De intake is genoteerd."):
        pagina.get_by_label("Wanneer was het intakegesprek?").fill(vandaag)
    with stap(pagina, "Screening invullen", "Screening bewaren", "De screening is bewaard."):
        pagina.get_by_label("Kennis Nederlands").select_option("Matig")
        pagina.get_by_label("Ik heb de drempels met de cliënt overlopen").check()
        pagina.get_by_label("Jobdoelwit").fill("groenarbeider")
    with stap(pagina, "Instrument kiezen", "Keuze bewaren", "Het instrument is gekozen."):
        pagina.get_by_label("Instrument", exact=True).select_option("Artikel 60 § 7")
    with stap(pagina, "Plan ondertekenen", "Bewaren", "Het plan is ondertekend."):
        pagina.get_by_label("GPMI getekend op").fill(vandaag)
    expect(pagina.get_by_text("Er is nog geen stap gepland.")).to_be_visible()
    with stap(pagina, "Stap en plaats kiezen", "Stap bewaren", "De stap is gepland."):
        pagina.get_by_label("Startdatum").fill(vandaag)
        pagina.get_by_label("Gebruiker").select_option("Groendienst Brugge")
        pagina.get_by_label("Functie").fill("groenarbeider")
    expect(pagina.get_by_text("De arbeidsovereenkomst is nog niet getekend.")).to_be_visible()
    with stap(pagina, "Documenten noteren", "Bewaren", "De handtekeningen zijn genoteerd."):
        for label in (
            "Arbeidsovereenkomst getekend op",
            "Terbeschikkingstelling: getekend door het OCMW op",
            "Terbeschikkingstelling: getekend door de gebruiker op",
            "Terbeschikkingstelling: getekend door de werknemer op",
            "Terbeschikkingstelling: meegedeeld aan de raad (RMW) op",
        ):
            pagina.get_by_label(label).fill(vandaag)


def starten(pagina: Page) -> None:
    with stap(pagina, "Traject starten", "Traject starten", "Het traject loopt."):
        pass
    expect(pagina.locator("[aria-current=step]")).to_have_text("Lopend")
    pagina.get_by_role("link", name="Traject en plaatsing").click()
    regel = pagina.locator("dl > div", has=pagina.get_by_text("Volgens de regel", exact=True))
    expect(regel).to_contain_text(re.compile(r"\d\d/\d\d/\d{4}: .+"))
    expect(regel).to_contain_text("Bron:")
    keur(pagina)


def contact_noteren(pagina: Page) -> None:
    pagina.get_by_role("link", name="Contact noteren").click()
    besproken = pagina.get_by_label("Wat is er besproken?")
    expect(besproken).to_be_visible()
    keur(pagina)
    besproken.fill("De eerste werkdag verliep goed.")
    pagina.get_by_role("button", name="Contact bewaren").click()
    expect(pagina.get_by_text("Het contact is genoteerd.")).to_be_visible()
    expect(pagina.get_by_text("De eerste werkdag verliep goed.")).to_be_visible()


def insz_tonen(pagina: Page) -> None:
    expect(pagina.get_by_text(INSZ)).to_have_count(0)
    pagina.locator("summary", has_text="Acties").click()
    pagina.get_by_role("link", name="INSZ tonen").click()
    keur(pagina)
    pagina.get_by_label("Waarom heb je het INSZ nodig?").fill("Dimona-aangifte")
    pagina.get_by_role("button", name="INSZ tonen").click()
    expect(pagina.get_by_text(INSZ)).to_be_visible()
    keur(pagina)
    pagina.get_by_role("link", name="Selin Aydın").click()
    pagina.get_by_role("link", name="Inzage").click()
    expect(pagina.get_by_role("row", name="Dimona-aangifte")).to_be_visible()
    keur(pagina)
