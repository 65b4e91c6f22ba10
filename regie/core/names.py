"""Keys of names: for sorting Dutch names the same on every server, and for finding people in spite of spelling."""

import re
import unicodedata

from django.db.models import Model

_VERVANG = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def sorteersleutel(naam: str) -> str:
    """Casefolded, without marks: 'Éeklo' sorts beside 'Eeklo', 'coördinatie' beside 'coordinatie'."""
    plat = unicodedata.normalize("NFKD", naam.casefold().translate(_VERVANG))
    return "".join(teken for teken in plat if not unicodedata.combining(teken)).strip()


def naam_sleutel(naam: str) -> str:
    """`sorteersleutel` without spaces, hyphens and apostrophes."""
    return re.sub(r"[^a-z0-9]", "", sorteersleutel(naam))


def persoon_sleutel(familienaam: str, voornaam: str) -> str:
    """What people are compared on: one word, so 'Van den Berghe, Els' and 'Vandenberghe, Els' are the same."""
    return naam_sleutel(familienaam + voornaam)


def veldlabel(model: type[Model], naam: str) -> str:
    """What a field is called in Dutch, for a line about what changed."""
    return str(getattr(model._meta.get_field(naam), "verbose_name", naam))
