"""A browser for the journeys. It needs committed rows: the server of the test answers over its own connections."""

import os
import shutil

import pytest
from django.conf import settings
from django.core.cache import cache
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from regie.accounts.models import User
from tests.client import StrengeClient
from tests.e2e.wereld import Wereld, maak_wereld

OPTIES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WACHTTIJD = 10_000


def _chromium() -> str:
    """The browser of this machine; without one the journeys say why they do not run, and in CI that is a failure."""
    pad = os.environ.get("REGIE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if pad is None:
        reden = os.environ.get("REGIE_CHROMIUM_REDEN") or "Chromium ontbreekt op deze machine."
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reden} Met CI=true mag dat niet.")
        pytest.skip(reden)
    return pad


@pytest.fixture(scope="package")
def browser():
    """One browser for all journeys. While it runs, this thread has an event loop, which Django would refuse."""
    pad = _chromium()
    with pytest.MonkeyPatch.context() as omgeving, sync_playwright() as spel:
        omgeving.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = spel.chromium.launch(executable_path=pad, args=OPTIES)
        yield browser
        browser.close()


def _is_fout(bericht: ConsoleMessage) -> bool:
    """What the console reports as an error; a form that is not filled in right is an answer, not an error."""
    return bericht.type == "error" and "status of 422" not in bericht.text


@pytest.fixture
def pagina(transactional_db, live_server, browser: Browser):
    """A fresh window, not signed in. At the end nothing may stand in its console."""
    cache.clear()  # rate limits of the sign-in page
    context = browser.new_context(
        base_url=live_server.url,
        locale="nl-BE",
        timezone_id=settings.TIME_ZONE,
        viewport={"width": 1440, "height": 900},
        reduced_motion="reduce",
    )
    context.set_default_timeout(WACHTTIJD)
    fouten: list[str] = []  # of every window, also one that a test opens
    context.on("console", lambda bericht: fouten.append(bericht.text) if _is_fout(bericht) else None)
    context.on("weberror", lambda fout: fouten.append(str(fout.error)))
    yield context.new_page()
    context.close()
    assert fouten == [], "in de console van de browser"


@pytest.fixture
def aanmelden(live_server, pagina: Page):
    """Sign somebody in without the page, for tests that are about something else; gives a client in that session."""

    def doe(user: User) -> StrengeClient:
        client = StrengeClient()
        client.force_login(user)
        sessie = client.cookies[settings.SESSION_COOKIE_NAME].value
        pagina.context.clear_cookies()
        pagina.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": live_server.url}])
        return client

    return doe


@pytest.fixture
def wereld(transactional_db) -> Wereld:
    return maak_wereld()
