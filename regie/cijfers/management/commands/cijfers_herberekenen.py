from typing import Any

from regie.cijfers.services import herbereken
from regie.core.commands import GebiedCommand
from regie.core.models import Regiegebied


class Command(GebiedCommand):
    help = "Tel alle statuswijzigingen opnieuw (herstelt de maandtellingen)."

    def handle_gebied(self, gebied: Regiegebied, **options: Any) -> None:
        self.stdout.write(f"{gebied.naam}: {herbereken()} maandtellingen")
