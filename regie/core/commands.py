from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.core.exceptions import DomainError
from regie.core.models import Regiegebied
from regie.core.tenancy import gebied_context


class GebiedCommand(BaseCommand):
    """Runs `handle_gebied()` once per gebied, each in its own context and transaction."""

    def add_arguments(self, parser: CommandParser) -> None:
        keuze = parser.add_mutually_exclusive_group(required=True)
        keuze.add_argument("--gebied", help="slug van het regiegebied")
        keuze.add_argument("--alle-gebieden", action="store_true")

    def handle(self, *args: Any, gebied: str | None = None, **options: Any) -> None:
        gebieden = Regiegebied.objects.order_by("pk")
        if gebied and not (gebieden := gebieden.filter(slug=gebied)):
            bekend = ", ".join(Regiegebied.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"Er is geen regiegebied '{gebied}'. Bekend: {bekend}.")
        for een_gebied in gebieden:
            try:
                with gebied_context(een_gebied):
                    self.handle_gebied(een_gebied, **options)
            except DomainError as fout:
                raise CommandError(str(fout)) from fout

    def handle_gebied(self, gebied: Regiegebied, **options: Any) -> None:
        raise NotImplementedError
