"""Lists of partners and of contacts with employers as Excel: the same rows, order and filter as the screen."""

from collections.abc import Iterable, Sequence

from partners.models import Contactmoment
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


KOLOMMEN_CONTACT = ("Datum", "Werkgever", "Organisatie", "Hoe", "Waarom", "Resultaat", "Volgende stap", "Tegen")


def contactenlijst(contacten: Iterable[Contactmoment], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            contact.datum,
            contact.werkgever.naam,
            contact.organisatie.naam,
            contact.get_kanaal_display(),
            contact.get_doel_display(),
            contact.get_resultaat_display(),
            contact.volgende_stap,
            contact.volgende_stap_op,
        )
        for contact in contacten
    )
    return maak_werkboek(blad="Contacten", kolommen=KOLOMMEN_CONTACT, rijen=rijen, uitleg=uitleg)
