"""Every page of every role, filled, on a phone: accessible, inside its width, one h1, a title of its own.

Which addresses are pages is asked of the URL table itself, so that a new page is walked without being named here.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.http import HttpResponse
from django.urls import get_resolver, reverse
from playwright.sync_api import Page

from regie.core.permissions import RECHTEN, Rol
from tests.architecture.bron import adressen
from tests.client import StrengeClient
from tests.e2e.keuring import SMAL, keur_smal
from tests.e2e.vulling import maak_mail, vul
from tests.e2e.wereld import WACHTWOORD, Wereld

pytestmark = pytest.mark.browser

# Of these objects `vul` makes no example yet: their pages are opened by the journeys and view tests of their topic.
ZONDER_VOORBEELD = {"link_id", "overdracht_id", "overname_id", "periode_id", "samenvoeging_id", "voorstel_id"}
# The letterhead is of an OCMW, and the example organisatie is a partner; its own tests open it.
VAN_EEN_OCMW = {"trajecten:huisstijl", "trajecten:huisstijl_logo", "trajecten:huisstijl_voorbeeld"}
PER_VENSTER = 15
ONBEKEND = {"nummer": 1, "token": "onbekend", "geheim": "onbekend"}


@dataclass(frozen=True)
class Adres:
    naam: str
    view: Any
    argumenten: tuple[str, ...]

    def url(self, voorbeelden: dict[str, Any]) -> str:
        kort = self.naam.rpartition(":")[2]
        eigen = {"traject_id": "trajecten", "inlading_id": "inladingen", "scan_id": "scans", "lijst_id": "lijsten"}
        waarden = {
            naam: voorbeelden.get(eigen.get(naam, ""), {}).get(kort, voorbeelden[naam]) for naam in self.argumenten
        }
        return reverse(self.naam, kwargs=waarden)


def alle_adressen() -> list[Adres]:
    """Every address of ours with plain arguments; Django's own admin has its own templates."""
    gewoon = re.compile(r"(?!admin/)[^^(]*")
    return [
        Adres(naam, view, tuple(_argumenten(pad)))
        for pad, naam, view in adressen(get_resolver().url_patterns)
        if gewoon.fullmatch(pad) and not naam.endswith("None")
        if naam not in VAN_EEN_OCMW and not ZONDER_VOORBEELD & set(_argumenten(pad))
    ]


def _argumenten(pad: str) -> list[str]:
    return re.findall(r"<(?:\w+:)?(\w+)>", pad)


class Wandeling:
    """Opens pages as several visitors. Content that another visitor saw too is not looked at again."""

    def __init__(self, pagina: Page, voorbeelden: dict[str, Any]) -> None:
        self.venster, self.voorbeelden = pagina, voorbeelden
        self.getoond = 0
        self.gebreken: list[str] = []
        self.gezien: set[str] = set()
        self.inhouden: set[str] = set()
        self.antwoorden: dict[str, set[int]] = defaultdict(set)

    def loop(self, wie: str, client: StrengeClient, adressen: list[Adres]) -> None:
        titels: dict[str, Adres] = {}
        for adres in adressen:
            url = adres.url(self.voorbeelden)
            antwoord = client.get(url)
            self.antwoorden[adres.naam].add(antwoord.status_code)
            html = _pagina(antwoord)
            if not html:
                continue
            self.gezien.add(adres.naam)
            titel = html[html.index("<title>") : html.index("</title>")]
            if (eerder := titels.setdefault(titel, adres)).view is not adres.view:
                self.gebreken.append(f"{wie}, {adres.naam}: dezelfde titel als {eerder.naam}, {titel}")
            if len(titels) == 1 or _inhoud(html) not in self.inhouden:
                self.inhouden.add(_inhoud(html))
                self.gebreken += [f"{wie}, {adres.naam}: {gebrek}" for gebrek in keur_smal(self._open(url))]

    def _open(self, url: str) -> Page:
        """A window keeps what it showed until it closes, 10 MB a page: now and then a new one."""
        if self.getoond % PER_VENSTER == 0:
            context = self.venster.context
            self.venster.close()
            self.venster = context.new_page()
            self.venster.set_viewport_size(SMAL)  # type: ignore[arg-type]
        self.getoond += 1
        self.venster.goto(url)
        return self.venster

    def dicht(self) -> list[str]:
        """Addresses that nobody got an answer from: the example in `vul` is not right for them."""
        return [naam for naam, codes in self.antwoorden.items() if codes <= {403, 404}]

    def klaar(self) -> None:
        assert self.gebreken == [], "\n" + "\n".join(self.gebreken)


def _pagina(antwoord: HttpResponse) -> str:
    """A page of its own: no download, no fragment, no way to somewhere else, nothing this visitor may not see."""
    if antwoord.status_code != 200 or not antwoord.headers["Content-Type"].startswith("text/html"):
        return ""
    html = antwoord.content.decode()
    return html if html.lstrip().startswith("<!doctype html>") else ""


def _inhoud(html: str) -> str:
    hoofd = html[html.index("<main") : html.index("</main>")]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", hoofd)


def van_het_gebied() -> list[Adres]:
    return [adres for adres in alle_adressen() if "gebied" in adres.argumenten]


def van_iedereen() -> list[Adres]:
    return [adres for adres in alle_adressen() if "gebied" not in adres.argumenten]


@pytest.mark.timeout(1200)  # some 300 pages for each of eight roles
def test_elke_pagina_van_elke_rol(wereld: Wereld, aanmelden, pagina: Page):
    wandeling = Wandeling(pagina, vul(wereld))
    for rol, account in wereld.accounts.items():
        mag = [adres for adres in van_het_gebied() if adres.view.required_recht in RECHTEN[rol]]
        wandeling.loop(rol.label, aanmelden(account), mag)

    wandeling.klaar()
    assert wandeling.dicht() == []


def test_elke_pagina_van_het_eigen_account(wereld: Wereld, aanmelden, pagina: Page):
    account = wereld.accounts[Rol.TRAJECTBEGELEIDER]
    app = TOTP.activate(account, "JBSWY3DPEHPK3PXP").instance
    RecoveryCodes.activate(account)
    client = aanmelden(account)
    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    wandeling = Wandeling(pagina, {"pk": app.pk, "mail_id": maak_mail().pk, **ONBEKEND})

    wandeling.loop("eigen account", client, van_iedereen())

    wandeling.klaar()
    assert wandeling.gezien >= {
        "mfa_index",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "portal:stijl",
        "demo:mail",
    }


def test_elke_pagina_zonder_aanmelding(transactional_db, pagina: Page):
    wandeling = Wandeling(pagina, {"pk": 1, "mail_id": maak_mail().pk, **ONBEKEND})

    wandeling.loop("bezoeker", StrengeClient(), van_iedereen())

    wandeling.klaar()
    assert wandeling.gezien >= {"account_login", "account_reset_password", "account_signup"}
