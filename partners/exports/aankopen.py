from collections.abc import Iterable, Sequence

from partners.models import SocialeAankoop
from regie.core.excel import maak_werkboek
from regie.core.validators import toon_kbo

KOLOMMEN = (
    "Opdracht",
    "Bestuur",
    "Jaar",
    "Bedrag zonder btw",
    "Type",
    "CPV-code",
    "Uitvoerder",
    "KBO-nummer",
    "Uren doelgroep",
    "Plaatsen doelgroep",
    "Noot",
)


def aankopenlijst(aankopen: Iterable[SocialeAankoop], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            aankoop.opdracht,
            aankoop.bestuur.naam,
            aankoop.jaar,
            aankoop.bedrag,
            aankoop.get_type_display(),
            aankoop.cpv,
            aankoop.uitvoerder,
            toon_kbo(aankoop.uitvoerder_kbo),
            aankoop.uren,
            aankoop.plaatsen,
            aankoop.noot,
        )
        for aankoop in aankopen
    )
    return maak_werkboek(blad="Sociale aankopen", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
