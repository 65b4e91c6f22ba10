import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from regie.cijfers.services import herbereken
from regie.core.models import Organisatie, Regiegebied
from regie.core.tenancy import gebied_context
from regie.portal.bench.loop import Opdracht, bench
from regie.portal.bench.omvang import GEMEENTEN
from regie.portal.bench.server import BenchFout
from regie.portal.bench.werk import werk_meten


class Command(BaseCommand):
    help = (
        "Meet de pagina's op een eigen kladdatabank van de gevraagde grootte en toont JSON: mediaan, queries en "
        "verhouding tot de vloer, seconden per rapport en rijen per seconde bij het inladen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--trajecten", type=int, default=100_000)
        parser.add_argument("--gebieden", type=int, default=40)
        parser.add_argument("--rondes", type=int, default=40, help="metingen per pagina")
        parser.add_argument("--rapporten", type=int, default=4)
        parser.add_argument("--importrijen", type=int, default=1000)
        parser.add_argument("--houden", action="store_true", help="de kladdatabank laten staan")
        parser.add_argument("--databank", default="", help="een kladdatabank die bleef staan opnieuw meten")
        parser.add_argument("--paginas", nargs="*", default=(), help="alleen deze pagina's, naast de vloer")
        parser.add_argument("--stap", choices=("hertellen", "werk"), help="wat bench zelf in de kladdatabank oproept")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["stap"] == "hertellen":
            _hertel()
        elif options["stap"] == "werk":
            uitkomst = werk_meten(
                vandaag=timezone.localdate(), rapporten=options["rapporten"], rijen=options["importrijen"]
            )
            self.stdout.write(json.dumps(uitkomst))
        else:
            self.stdout.write(json.dumps(self._bench(options), indent=2))

    def _bench(self, options: dict[str, Any]) -> dict[str, Any]:
        if not 1 <= options["gebieden"] <= GEMEENTEN:
            raise CommandError(f"Kies 1 tot {GEMEENTEN} gebieden.")
        velden = ("trajecten", "gebieden", "rondes", "rapporten", "importrijen", "houden", "databank")
        keuzes = {veld: options[veld] for veld in velden}
        opdracht = Opdracht(**keuzes, paginas=tuple(options["paginas"]), vandaag=timezone.localdate())
        try:
            return bench(opdracht, lambda wat: self.stderr.write(wat))
        except BenchFout as fout:
            raise CommandError(str(fout)) from fout


def _hertel() -> None:
    """The marginals of every gebied; row security stays on."""
    for gebied in Regiegebied.objects.order_by("pk"):
        ocmws = Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True)
        with gebied_context(gebied, ocmws):
            herbereken()
