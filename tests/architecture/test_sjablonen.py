"""Templates: every one is used, and none holds code or style of its own (CSP)."""

import re

import pytest
from django.template.loader import get_template

from tests.architecture.bron import SJABLONEN, WORTEL, bestanden, sjablonen
from tests.client import INLINE

ALLE = sjablonen()
NAMEN = [pad.relative_to(SJABLONEN).as_posix() for pad in ALLE]
# Django and allauth look these up by name.
VAN_DJANGO = re.compile(r"(400|403|404|500|csrf)\.html|admin/.+|django/forms/.+|registration/.+")
VAN_ALLAUTH = re.compile(r"(account|mfa|usersessions|allauth)/.+")
# Mails carry their style in the head; it is inlined before sending (regie/core/mail.py).
MAIL = re.compile(r"mail/.+")


# Part of the component set (docs/componenten.md) without a page yet. Once a page uses one, it must leave the list.
NOG_ZONDER_PAGINA = {
    "cijfers/tabel.html",
    "components/kruimelpad.html",
    "components/paginakop.html",
}


@pytest.mark.parametrize("naam", [naam for naam in NAMEN if naam.endswith(".html")])
def test_geen_inline_code_of_stijl(naam):
    if MAIL.fullmatch(naam):
        pytest.skip("mails dragen hun stijl mee")

    gevonden = INLINE.search((SJABLONEN / naam).read_text(encoding="utf-8"))

    assert not gevonden, f"{naam}: {gevonden.group(0)}"


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_sjabloon_is_te_lezen(naam):
    get_template(naam)


def test_geen_ongebruikt_sjabloon():
    bron = "\n".join(pad.read_text(encoding="utf-8") for pad in [*bestanden(), *ALLE])
    ongebruikt = {
        naam
        for naam in NAMEN
        if not VAN_DJANGO.fullmatch(naam) and not VAN_ALLAUTH.fullmatch(naam) and not _wordt_genoemd(naam, bron)
    }

    assert ongebruikt == NOG_ZONDER_PAGINA


def _wordt_genoemd(naam: str, bron: str) -> bool:
    """By its full name, or a mail by the name `stel_mail_op` gets."""
    if f'"{naam}"' in bron or f"'{naam}'" in bron or f'"{naam}#' in bron:
        return True
    mail = re.fullmatch(r"mail/(\w+)\.(?:html|txt)", naam)
    return bool(mail and f'"{mail.group(1)}"' in bron)


def test_elk_sjabloon_van_allauth_bestaat_daar_nog():
    """An override that allauth no longer asks for would silently do nothing."""
    mappen = [WORTEL / map_ for map_ in _allauth_mappen()]
    verdwenen = [
        naam for naam in NAMEN if VAN_ALLAUTH.fullmatch(naam) and not any((map_ / naam).is_file() for map_ in mappen)
    ]

    assert verdwenen == []


def _allauth_mappen():
    import allauth  # noqa: PLC0415  # only its place on disk

    return [f"{next(iter(allauth.__path__))}/templates"]
