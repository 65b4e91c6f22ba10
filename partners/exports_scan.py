"""The plan after a scan as Excel."""

from collections.abc import Iterable
from datetime import date

from partners.models import Scanactie
from partners.selectors.scanplan import wie
from regie.core.excel import maak_werkboek

KOLOMMEN = ("Actie", "Dimensie", "Wie", "Klaar tegen", "Stand", "Klaar op", "Notitie")


def scanplan_werkboek(acties: Iterable[Scanactie], *, organisatie: str, vandaag: date) -> bytes:
    rijen = [
        (
            actie.titel,
            actie.get_dimensie_display(),
            wie(actie),
            actie.klaar_tegen,
            actie.get_status_display(),
            actie.klaar_op,
            actie.notitie,
        )
        for actie in acties
    ]
    uitleg = [
        ("Lijst", f"Actieplan van {organisatie} na de scan werkgeversgerichtheid"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
        ("Wie mag dit lezen", "Dit plan is van de organisatie. De regio ziet het niet."),
    ]
    return maak_werkboek(blad="Actieplan", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
