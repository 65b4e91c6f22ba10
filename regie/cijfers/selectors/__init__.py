"""The questions pages, reports and exports may ask. Every answer is already suppressed."""

from regie.cijfers.opname import STANDAARD_VRAGEN, Opname, Vergelijking
from regie.cijfers.selectors.art60 import art60_per_categorie, art60_per_ocmw
from regie.cijfers.selectors.begrippen import begrippen, is_nieuw_gebied, onderdrukkingsregel
from regie.cijfers.selectors.kern import instroom_reeks, kerncijfers, resultaattegels, stroomtegels
from regie.cijfers.selectors.projecten import projecttegels
from regie.cijfers.selectors.signalen import signalen
from regie.cijfers.selectors.tabellen import (
    cohorten,
    instroom_per_instrument,
    lopend_per_status_en_instrument,
    uitstroom_tabel,
    uitstroomgroepen,
)
from regie.cijfers.selectors.vergelijking import vergelijking_ocmw

__all__ = [
    "STANDAARD_VRAGEN",
    "Opname",
    "Vergelijking",
    "art60_per_categorie",
    "art60_per_ocmw",
    "begrippen",
    "cohorten",
    "instroom_per_instrument",
    "instroom_reeks",
    "is_nieuw_gebied",
    "kerncijfers",
    "lopend_per_status_en_instrument",
    "onderdrukkingsregel",
    "projecttegels",
    "resultaattegels",
    "signalen",
    "stroomtegels",
    "uitstroom_tabel",
    "uitstroomgroepen",
    "vergelijking_ocmw",
]
