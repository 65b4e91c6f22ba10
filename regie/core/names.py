"""Keys of names: for sorting Dutch names the same on every server, and for finding people in spite of spelling."""

import re
import unicodedata
from functools import lru_cache

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


RECHTSVORMEN = frozenset({"vzw", "bv", "bvba", "nv", "cv", "cvba", "cvso", "ivzw", "asbl", "de", "het"})


def organisatie_sleutel(naam: str) -> str:
    """'De Kringwinkel vzw' and 'kringwinkel' are one organisatie: without legal form and article."""
    woorden = re.split(r"[^a-z0-9]+", sorteersleutel(naam).replace("v.z.w.", "vzw").replace("n.v.", "nv"))
    return "".join(woord for woord in woorden if woord not in RECHTSVORMEN) or naam_sleutel(naam)


def gelijkenis(een: str, ander: str) -> float:
    """Trigram similarity of two keys, as pg_trgm computes it (0..1)."""
    a, b = trigrammen(een), trigrammen(ander)
    return len(a & b) / len(a | b) if a and b else 0.0


@lru_cache(maxsize=20_000)  # an import compares the same few thousand keys again and again
def trigrammen(sleutel: str) -> frozenset[str]:
    gevuld = f"  {sleutel} "
    return frozenset(gevuld[i : i + 3] for i in range(len(gevuld) - 2)) if sleutel else frozenset()


def veldlabel(model: type[Model], naam: str) -> str:
    """What a field is called in Dutch, for a line about what changed."""
    return str(getattr(model._meta.get_field(naam), "verbose_name", naam))
