from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from regie.portal.demo.wereld import is_geladen, wereld_laden


class Command(BaseCommand):
    help = "Laadt de demowereld: twee gebieden met drie jaar verzonnen trajecten. Doet niets als ze er al is."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demogegevens laden kan alleen in de demo, nooit in productie.")
        if is_geladen():
            self.stdout.write("De demogegevens zijn er al; er is niets veranderd.")
            return
        begin = monotonic()
        aantallen = wereld_laden(vandaag=timezone.localdate())
        per_gebied = ", ".join(f"{slug}: {aantal} cliënten" for slug, aantal in aantallen.items())
        self.stdout.write(f"Demogegevens geladen in {monotonic() - begin:.0f} seconden ({per_gebied}).")
