"""The list of partners as Excel: the same rows, order and filter as the screen."""

from collections.abc import Iterable, Sequence

from regie.core.excel import maak_werkboek
from regie.core.models import Organisatie
from regie.core.validators import toon_kbo, toon_telefoon

KOLOMMEN = (
    "Naam",
    "Soort",
    "Gemeente",
    "KBO-nummer",
    "Categorie als gebruiker",
    "E-mailadres",
    "Telefoon",
    "Contactpersonen",
    "Plaatsen nu",
    "Actief",
)


def organisatielijst(organisaties: Iterable[Organisatie], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            organisatie.naam,
            organisatie.get_type_display(),
            str(organisatie.gemeente or ""),
            toon_kbo(organisatie.kbo),
            organisatie.get_gebruikerscategorie_display(),
            organisatie.email,
            toon_telefoon(organisatie.telefoon),
            organisatie.aantal_contacten,  # type: ignore[attr-defined]  # annotated by organisaties_lijst
            organisatie.aantal_plaatsen,  # type: ignore[attr-defined]
            organisatie.is_actief,
        )
        for organisatie in organisaties
    )
    return maak_werkboek(blad="Partners", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
