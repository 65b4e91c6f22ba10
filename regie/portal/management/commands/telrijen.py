import json
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from partners.models import Contactpersoon, Werkplaats
from rapportage.models import Rapport, RapportAbonnement, Verzending
from regie.accounts.models import User
from regie.core.models import Organisatie, Regiegebied
from regie.core.tenancy import gebied_context
from regie.portal.models import GevangenMail
from trajecten.models import Client, Contactmoment, Evaluatie, Plaatsing, StatusWijziging, Termijn, Traject

OPEN = {"gebieden": Regiegebied, "organisaties": Organisatie, "accounts": User, "mails": GevangenMail}
PER_GEBIED = {
    "clienten": Client,
    "trajecten": Traject,
    "statuswijzigingen": StatusWijziging,
    "plaatsingen": Plaatsing,
    "evaluaties": Evaluatie,
    "contactmomenten": Contactmoment,
    "termijnen": Termijn,
    "contactpersonen": Contactpersoon,
    "werkplaatsen": Werkplaats,
    "abonnementen": RapportAbonnement,
    "rapporten": Rapport,
    "verzendingen": Verzending,
}


class Command(BaseCommand):
    help = "Telt de rijen van de belangrijkste tabellen over alle gebieden. Alleen aantallen, nooit inhoud."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="als één regel JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        aantallen = tel()
        if options["json"]:
            self.stdout.write(json.dumps(aantallen))
            return
        for naam, aantal in aantallen.items():
            self.stdout.write(f"{naam:<20}{aantal:>10}")


def tel() -> dict[str, int]:
    """Row security stays on: each gebied is counted in its own scope, with the dossiers of all its OCMW's."""
    aantallen = Counter({naam: model._default_manager.count() for naam, model in OPEN.items()})
    for gebied in Regiegebied.objects.order_by("pk"):
        ocmws = Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True)
        with gebied_context(gebied, ocmws):
            aantallen.update({naam: model._default_manager.count() for naam, model in PER_GEBIED.items()})
    return dict(aantallen)
