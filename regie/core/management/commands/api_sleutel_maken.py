from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from regie.core.authentication import nieuwe_sleutel
from regie.core.models import Lidmaatschap


class Command(BaseCommand):
    help = "Maakt een API-sleutel met de rechten van één lidmaatschap en toont ze één keer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gebied", required=True, help="slug van het regiegebied")
        parser.add_argument("--email", required=True, help="account dat de rechten heeft")
        parser.add_argument("--naam", required=True, help="welk programma de sleutel gebruikt")

    def handle(self, *args: Any, gebied: str, email: str, naam: str, **options: Any) -> None:
        leden = Lidmaatschap.objects.geldig_op(timezone.localdate()).filter(
            gebied__slug=gebied, user__email=email.lower()
        )
        lidmaatschap = leden.order_by("pk").first()
        if lidmaatschap is None:
            raise CommandError(f"{email} is vandaag geen lid van regiegebied '{gebied}'.")
        self.stdout.write(nieuwe_sleutel(lidmaatschap, naam))
