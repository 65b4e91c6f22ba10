"""Addresses and numbers of the pages of employers."""

from datetime import date

from regie.core.http import gebied_url

DAG = date(2026, 11, 23)

KADER = 7  # queries of the frame: session, account, roles, scope


def url(naam, *args):
    return gebied_url(f"werkgevers:{naam}", *args)
