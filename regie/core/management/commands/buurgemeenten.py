import csv
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.core.buurgemeenten import BESTAND, Paar, paren_uit_topojson
from regie.core.models import Gemeente


class Command(BaseCommand):
    """The list in the product: `buurgemeenten grenzen.topo.json --paar 33016:33039` on the CC0 boundaries of 2025.

    That file lacks Mesen (33016), of which Heuvelland (33039) is the one neighbour in Flanders.
    """

    help = "Maakt de lijst van buurgemeenten opnieuw uit een TopoJSON-bestand met de gemeentegrenzen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path, help="TopoJSON met per gemeente een eigenschap nis")
        parser.add_argument("--laag", default="gemeenten", help="naam van de laag met gemeenten")
        parser.add_argument("--paar", action="append", default=[], help="extra paar, als 33016:33039; mag meermaals")
        parser.add_argument("--naar", type=Path, default=BESTAND, help="waar de lijst komt")

    def handle(self, *args: Any, bestand: Path, laag: str, paar: list[str], naar: Path, **options: Any) -> None:
        paren = paren_uit_topojson(json.loads(bestand.read_text(encoding="utf-8")), laag=laag)
        paren |= {_paar(tekst) for tekst in paar}
        bekend = dict(Gemeente.objects.values_list("nis", "naam"))
        vreemd = sorted({nis for twee in paren for nis in twee} - set(bekend))
        if vreemd:
            raise CommandError(f"Deze NIS-codes zijn geen gemeente van vandaag: {', '.join(vreemd)}.")
        with naar.open("w", encoding="utf-8", newline="") as uit:
            csv.writer(uit, lineterminator="\n").writerows([("nis", "nis_buur"), *sorted(paren)])
        zonder = sorted(set(bekend) - {nis for twee in paren for nis in twee})
        self.stdout.write(f"{len(paren)} paren. Zonder buur: {', '.join(bekend[nis] for nis in zonder) or 'geen'}.")


def _paar(tekst: str) -> Paar:
    een, scheiding, ander = tekst.partition(":")
    if not scheiding:
        raise CommandError(f"Schrijf een paar als 33016:33039, niet als {tekst}.")
    return (een, ander) if een < ander else (ander, een)
