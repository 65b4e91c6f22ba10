"""Lists of partners and of contacts with employers as Excel: the same rows, order and filter as the screen."""

from collections.abc import Iterable, Sequence

from partners.models import Contactmoment, Werkgever
from regie.core.excel import maak_werkboek
from regie.core.models import Organisatie
from regie.core.nace import SECTOREN, nace_omschrijving, sector_van, toon_nace
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


WERKGEVERKOLOMMEN = (
    "Naam",
    "KBO-nummer",
    "Gemeente",
    "Status",
    "Niet benaderen tot",
    "Accounthouder",
    "Aantal werknemers",
    "Sector",
    "NACE-BEL",
    "Versie",
    "Activiteit",
    "Paritair comité",
    "MVO-label",
    "Inclusieve werkgever",
    "E-mailadres",
    "Telefoon",
    "Website",
    "Plaatsen nu",
    "Gearchiveerd op",
)


def werkgeverslijst(werkgevers: Iterable[Werkgever], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            werkgever.naam,
            toon_kbo(werkgever.kbo),
            str(werkgever.gemeente or ""),
            werkgever.get_status_display(),
            werkgever.niet_benaderen_tot,
            str(werkgever.accounthouder or ""),
            werkgever.get_grootteklasse_display(),
            SECTOREN.get(sector_van(werkgever.nace), ""),
            toon_nace(werkgever.nace),
            werkgever.nace_versie,
            nace_omschrijving(werkgever.nace, werkgever.nace_versie),
            werkgever.paritair_comite,
            werkgever.is_mvo,
            werkgever.is_inclusief,
            werkgever.email,
            toon_telefoon(werkgever.telefoon),
            werkgever.website,
            werkgever.aantal_plaatsen,  # type: ignore[attr-defined]  # annotated by werkgevers_lijst
            werkgever.gearchiveerd_op,
        )
        for werkgever in werkgevers
    )
    return maak_werkboek(blad="Werkgevers", kolommen=WERKGEVERKOLOMMEN, rijen=rijen, uitleg=uitleg)
