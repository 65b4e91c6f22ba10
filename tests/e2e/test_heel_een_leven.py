"""One person from the first contact to the figure a policy is judged by, through the screens only."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from regie.accounts.models import User
from regie.core.permissions import Rol
from tests.e2e.conftest import WACHTTIJD
from tests.e2e.keuring import SMAL, keur
from tests.e2e.wereld import Wereld

pytestmark = pytest.mark.browser
NAAM = "Noor Declercq"
UITSTROOM = -100  # three months and some days ago: the question of three months is due, its answer within the margin
VERHAAL = (
    "Intakegesprek gevoerd",
    "Gekozen instrument: Artikel 60",
    "Schorsing goedgekeurd",
    "Rijbewijs op maat",
    "Nazorgmeting na 3 maanden",
)


@dataclass
class Reis:
    """Who walks: the window at the desk, a way to sign in as somebody else, and a phone without an account."""

    pagina: Page
    wereld: Wereld
    aanmelden: Callable[[User], object]
    telefoon: Page
    client_pad: str = ""

    def als(self, rol: Rol) -> None:
        self.aanmelden(self.wereld.accounts[rol])

    def op(self, dagen: int) -> str:
        """A day counted from today, as it is typed."""
        return f"{self.wereld.dagen(dagen):%d/%m/%Y}"

    def naar(self, pad: str, titel: str) -> None:
        self.pagina.goto(f"/g/{self.wereld.gebied.slug}/{pad}")
        expect(self.pagina.get_by_role("heading", level=1)).to_have_text(titel)

    def naar_client(self) -> None:
        self.pagina.goto(self.client_pad)
        expect(self.pagina.get_by_role("heading", level=1)).to_have_text(NAAM)

    def volg(self, naam: str) -> None:
        self.pagina.get_by_role("link", name=naam, exact=True).first.click()
        keur(self.pagina)

    def kies_actie(self, naam: str) -> None:
        """From the menu of the client page."""
        self.naar_client()
        self.pagina.locator("summary", has_text="Acties").click()
        self.volg(naam)

    def vul(self, **velden: str) -> None:
        """Type in fields by their name, where a label occurs twice on the page."""
        for naam, tekst in velden.items():
            self.pagina.locator(f"[name={naam}]").fill(tekst)

    def bewaar(self, knop: str, melding: str) -> None:
        self.pagina.get_by_role("button", name=knop, exact=True).click()
        expect(self.pagina.get_by_role("status").get_by_text(melding)).to_be_visible()


@pytest.fixture
def telefoon(live_server, browser: Browser) -> Iterator[Page]:
    """Another window, 390 px wide, in which nobody is signed in."""
    context = browser.new_context(
        base_url=live_server.url,
        locale="nl-BE",
        timezone_id=settings.TIME_ZONE,
        viewport=SMAL,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    context.set_default_timeout(WACHTTIJD)
    yield context.new_page()
    context.close()


@pytest.fixture
def reis(pagina: Page, wereld: Wereld, aanmelden, telefoon: Page) -> Reis:
    return Reis(pagina, wereld, aanmelden, telefoon)


def test_van_aanmelding_tot_duurzame_doorstroom(reis: Reis):
    project_toevoegen(reis)
    reis.als(Rol.TRAJECTBEGELEIDER)
    registreren(reis)
    tot_het_plan(reis)
    plaatsen_en_starten(reis)
    halftijds_werken(reis)
    schorsing_vragen_en_goedkeuren(reis)
    evaluatie_vragen(reis)
    evaluatie_afronden(reis)
    rijbewijs_halen(reis)
    doorstromen(reis)
    nazorg_vragen(reis)
    werk_en_verhaal(reis)
    het_cijfer_beweegt(reis)


def project_toevoegen(reis: Reis) -> None:
    reis.als(Rol.REGISSEUR)
    reis.pagina.goto("/")
    reis.volg("Plaatsen")
    reis.volg("Projecten")
    reis.volg("Project toevoegen")
    reis.pagina.get_by_label("Naam").fill("Rijbewijs op maat")
    reis.pagina.get_by_label("Soort").select_option("RIJBEWIJS")
    reis.pagina.get_by_label("Aantal plaatsen").fill("1")
    reis.pagina.get_by_label("Financieel duwtje per deelnemer").fill("250")
    reis.bewaar("Project toevoegen", "Het project is toegevoegd.")
    keur(reis.pagina)


def registreren(reis: Reis) -> None:
    pagina = reis.pagina
    reis.naar("clienten/registreren/", "Cliënt registreren")
    keur(pagina)
    pagina.get_by_label("Voornaam").fill("Noor")
    pagina.get_by_label("Familienaam").fill("Declercq")
    pagina.get_by_label("Geboortedatum").fill("02/03/1994")
    pagina.get_by_label("Gemeente").fill("8000 Brugge")
    pagina.get_by_label("Leefloon", exact=True).check()
    pagina.get_by_role("button", name="Bewaren en verder").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text(f"{NAAM} aanmelden")
    keur(pagina)
    pagina.get_by_label("Datum van aanmelding").fill(reis.op(-220))
    reis.bewaar("Cliënt registreren", "Volgende stap: intake plannen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text(NAAM)
    reis.client_pad = urlsplit(pagina.url).path
    keur(pagina)


@contextmanager
def stap(reis: Reis, actie: str, knop: str, melding: str) -> Iterator[Page]:
    """The next step of the client page: open it, fill it in, and be told that it is kept."""
    reis.volg(actie)
    yield reis.pagina
    reis.bewaar(knop, melding)


def tot_het_plan(reis: Reis) -> None:
    with stap(reis, "Intake noteren", "Intake bewaren", "De intake is genoteerd.") as pagina:
        pagina.get_by_label("Wanneer was het intakegesprek?").fill(reis.op(-215))
    with stap(reis, "Screening invullen", "Screening bewaren", "De screening is bewaard.") as pagina:
        pagina.get_by_label("Ik heb de drempels met de cliënt overlopen").check()
        pagina.get_by_label("Jobdoelwit").fill("groenarbeider")
        pagina.get_by_label("Screening ingevuld op").fill(reis.op(-210))
    with stap(reis, "Instrument kiezen", "Keuze bewaren", "Het instrument is gekozen.") as pagina:
        pagina.get_by_label("Instrument", exact=True).select_option("Artikel 60 § 7")
        pagina.get_by_label("Gekozen op").fill(reis.op(-205))
    with stap(reis, "Plan ondertekenen", "Bewaren", "Het plan is ondertekend.") as pagina:
        pagina.get_by_label("GPMI getekend op").fill(reis.op(-200))


def plaatsen_en_starten(reis: Reis) -> None:
    with stap(reis, "Stap en plaats kiezen", "Stap bewaren", "De stap is gepland.") as pagina:
        pagina.get_by_label("Startdatum").fill(reis.op(-190))
        pagina.get_by_label("Gebruiker").select_option("Groendienst Brugge")
        pagina.get_by_label("Functie").fill("groenarbeider")
    with stap(reis, "Documenten noteren", "Bewaren", "De handtekeningen zijn genoteerd.") as pagina:
        for wie in ("door het OCMW", "door de gebruiker", "door de werknemer"):
            pagina.get_by_label(f"Terbeschikkingstelling: getekend {wie} op").fill(reis.op(-195))
        pagina.get_by_label("Terbeschikkingstelling: meegedeeld aan de raad (RMW) op").fill(reis.op(-195))
        pagina.get_by_label("Arbeidsovereenkomst getekend op").fill(reis.op(-195))
    with stap(reis, "Traject starten", "Traject starten", "Het traject loopt."):
        pass
    expect(reis.pagina.locator("[aria-current=step]")).to_have_text("Lopend")
    keur(reis.pagina)


def naar_de_dagteller(reis: Reis) -> None:
    reis.naar_client()
    reis.volg("Traject en plaatsing")
    reis.pagina.get_by_role("link", name="Dagteller: bewezen dagen").click()
    expect(reis.pagina.get_by_role("heading", level=1)).to_have_text("Dagteller")
    keur(reis.pagina)


def halftijds_werken(reis: Reis) -> None:
    naar_de_dagteller(reis)
    with stap(reis, "Tewerkstelling wijzigen", "Wijziging bewaren", "De tewerkstelling is gewijzigd.") as pagina:
        reis.vul(vanaf=reis.op(-160), breuk="0,5", reden="op vraag van de cliënt")
    expect(pagina.get_by_text("Tewerkstelling 0,50", exact=True)).to_be_visible()
    expect(pagina.get_by_role("table", name="Bewezen dagen per maand")).to_contain_text("0,50")
    keur(pagina)


def schorsing_vragen_en_goedkeuren(reis: Reis) -> None:
    gevraagd = "De schorsing is gevraagd aan de teamverantwoordelijke."
    with stap(reis, "Schorsing vragen", "Schorsing vragen", gevraagd) as pagina:
        reis.vul(van=reis.op(-150), tot=reis.op(-141), toelichting="Opname in het ziekenhuis.")
    reis.als(Rol.TEAMVERANTWOORDELIJKE)
    reis.naar("team/", "Team")
    reis.volg("Te beslissen")
    expect(pagina.get_by_text("Schorsing:")).to_be_visible()
    pagina.get_by_role("link", name="Beslissen").click()
    keur(pagina)
    pagina.get_by_label("Goedkeuren").check()
    reis.bewaar("Beslissing bewaren", "De schorsing is goedgekeurd.")
    keur(pagina)
    reis.als(Rol.TRAJECTBEGELEIDER)


def link_op_het_scherm(reis: Reis) -> str:
    """The path of the link, which stands on the page once."""
    keur(reis.pagina)
    return urlsplit(reis.pagina.get_by_label("Link", exact=True).input_value()).path


def evaluatie_vragen(reis: Reis) -> None:
    reis.naar_client()
    reis.volg("Evaluaties")
    reis.pagina.get_by_role("link", name="Vraag evaluatie aan gebruiker").last.click()  # the newest stands on top
    keur(reis.pagina)
    reis.pagina.get_by_label("Naam van iemand anders").fill("Wim")
    reis.pagina.get_by_label("Ik stuur hem zelf").check()
    reis.pagina.get_by_role("button", name="Evaluatie vragen").click()
    adres = link_op_het_scherm(reis)
    telefoon = reis.telefoon
    telefoon.goto(adres)
    keur(telefoon)
    telefoon.set_viewport_size(SMAL)  # type: ignore[arg-type]
    telefoon.get_by_role("group", name="Stiptheid").get_by_label("4 sterk").check()
    telefoon.get_by_label("Wat gaat goed, en wat kan beter?").fill("Werkt zelfstandig.")
    telefoon.get_by_label("Dit is wat ik de voorbije weken zag.").check()
    telefoon.get_by_role("button", name="Versturen").click()
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")


def evaluatie_afronden(reis: Reis) -> None:
    pagina = reis.pagina
    reis.naar_client()
    reis.volg("Evaluaties")
    pagina.get_by_role("table", name="Evaluaties").get_by_role("rowheader").last.get_by_role("link").click()
    keur(pagina)
    expect(pagina.get_by_text("gebruiker 4")).to_be_visible()
    for nummer in range(1, 8):
        pagina.locator(f"input[name=score_ATT{nummer:02d}][value='4']").check()
    pagina.get_by_label("Gehouden op").fill(reis.op(-120))
    pagina.get_by_label("Conclusie").select_option("VERDERZETTEN")
    reis.bewaar("Evaluatie afronden", "De evaluatie is afgerond.")
    keur(pagina)


def rijbewijs_halen(reis: Reis) -> None:
    pagina = reis.pagina
    reis.kies_actie("Deelnemen aan een project")
    pagina.get_by_label("Project", exact=True).select_option("Rijbewijs op maat")
    reis.bewaar("Aanmelden", "Plaats 1 is ingenomen.")
    keur(pagina)
    for examen in ("Theorie", "Praktijk"):
        reis.volg("Examen noteren")
        pagina.get_by_label(examen).check()
        pagina.get_by_label("Geslaagd", exact=True).check()
        reis.bewaar("Examen noteren", "Het examen is genoteerd.")
    expect(pagina.get_by_text("Het rijbewijs is behaald.")).to_be_visible()
    reis.kies_actie("Deelnemen aan een project")
    reis.volg("Rijbewijs op maat")  # who left the page of the participation finds it back
    expect(pagina.get_by_text("Het rijbewijs is behaald.")).to_be_visible()
    keur(pagina)


def doorstromen(reis: Reis) -> None:
    pagina = reis.pagina
    reis.naar_client()
    with stap(reis, "Uitstroom noteren", "Uitstroom bewaren", "De nazorgmetingen staan klaar."):
        pagina.get_by_label("Waarheen?").select_option("NEC_ANDER")
        pagina.get_by_label("Uitgestroomd op").fill(reis.op(UITSTROOM))
        pagina.get_by_label("KBO-nummer van de werkgever").fill("0428.759.497")
        pagina.get_by_label("Toelichting").fill("Vast werk bij een tuinaannemer.")
    expect(pagina.locator("[aria-current=step]")).to_have_text("Nazorg")
    keur(pagina)


def nazorg_vragen(reis: Reis) -> None:
    pagina, telefoon = reis.pagina, reis.telefoon
    pagina.goto("/")
    reis.volg("Nazorg")
    nu = pagina.locator("section", has=pagina.get_by_role("heading", name="Nu te meten"))
    expect(nu.get_by_text("na 3 maanden")).to_be_visible()
    nu.get_by_role("link", name="Vraag met een link").click()
    keur(pagina)
    pagina.get_by_role("button", name="Link maken").click()
    telefoon.goto(link_op_het_scherm(reis))
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Ben je nog aan het werk?")
    keur(telefoon)
    telefoon.set_viewport_size(SMAL)  # type: ignore[arg-type]
    telefoon.get_by_role("button", name="Ja, nog aan het werk").click()
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")
    keur(telefoon)
    pagina.get_by_role("link", name="Klaar").click()
    expect(pagina.get_by_role("heading", name="Nu te meten")).to_have_count(0)


def werk_en_verhaal(reis: Reis) -> None:
    """What the page of work and the story say of all this."""
    pagina = reis.pagina
    reis.kies_actie("Werk na de begeleiding")
    periode = pagina.get_by_role("table", name="Perioden van werk").get_by_role("row").nth(1)
    expect(periode).to_contain_text(reis.op(UITSTROOM))
    expect(periode).to_contain_text("loopt nog")
    expect(periode).to_contain_text(reis.op(0))
    pagina.goto(f"{reis.client_pad}?alles=1")
    for wat in VERHAAL:
        expect(pagina.locator(".tijdlijn").get_by_text(wat).first).to_be_visible()
    keur(pagina)


def het_cijfer_beweegt(reis: Reis) -> None:
    """The window of the cohort is not over yet; some months later it is, and this person counts in it."""
    pagina = reis.pagina
    reis.naar("nazorg/cohorten/", "Nazorg")
    na_drie = pagina.get_by_role("table", name="Duurzame doorstroom na 3 maanden, per instrument")
    expect(na_drie.get_by_role("row").last).to_have_text(re.compile(r"Totaal\s*0\s*0\s*0\s*0\s*–"))
    keur(pagina)
    with time_machine.travel(reis.wereld.dagen(90)):
        reis.als(Rol.TRAJECTBEGELEIDER)
        reis.naar("nazorg/cohorten/", "Nazorg")
        expect(na_drie.get_by_role("row", name="Totaal")).to_have_text(re.compile(r"Totaal\s*1\s*1\s*0\s*0\s*100"))
        keur(pagina)
