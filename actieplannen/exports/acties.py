"""The actions of a plan as a list in Excel: the same selection as on the screen."""

from collections.abc import Sequence

from actieplannen.enums import Standkleur
from actieplannen.selectors.actielijst import Actieregel
from regie.core.excel import maak_werkboek

KOLOMMEN = (
    "Nummer",
    "Actie",
    "Doelstelling",
    "Prioriteit",
    "Voortgang",
    "Laatste stand",
    "Trekker",
    "Begint op",
    "Klaar tegen",
    "BBC-nummer",
    "Gepland (euro)",
    "Besteed (euro)",
    "Gepland VTE",
    "Ingezet VTE",
    "Bewijsstukken",
)


def actielijst(regels: Sequence[Actieregel], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = [
        (
            regel.nummer,
            regel.actie.titel,
            regel.tak.doelstelling.titel,
            regel.actie.prioriteit,
            regel.actie.get_voortgang_display(),
            Standkleur(regel.kleur).label if regel.kleur else "",
            regel.trekker,
            regel.actie.start,
            regel.actie.eind,
            regel.actie.bbc_nummer,
            regel.bedragen.gepland,
            regel.bedragen.besteed,
            regel.bedragen.vte_gepland,
            regel.bedragen.vte_besteed,
            regel.bewijzen,
        )
        for regel in regels
    ]
    return maak_werkboek(blad="Acties", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
