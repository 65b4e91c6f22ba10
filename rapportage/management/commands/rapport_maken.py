"""Make (and mail) one rapport from the command line. Ends with one line of JSON."""

import json
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from rapportage import services
from rapportage.enums import Onderdeel, RapportStatus, VerzendStatus
from rapportage.models import Rapport, RapportAbonnement, Verzending
from rapportage.perioden import lees_periode
from rapportage.services.abonnementen import ontvangers_van
from rapportage.uitvoering import rapport_genereren, verzending_versturen
from regie.cijfers.periode import Periode
from regie.core.exceptions import DomainError
from regie.core.models import Regiegebied
from regie.core.tenancy import gebied_context

GEDULD, PAUZE = 120.0, 0.5
AF = frozenset({RapportStatus.KLAAR, RapportStatus.VERZONDEN, RapportStatus.MISLUKT})


class Command(BaseCommand):
    """Not a GebiedCommand: making and mailing take several transactions, so none may be open around them."""

    help = "Maakt het voortgangsrapport van een gebied over een maand (2026-10) of kwartaal (2026-Q3)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gebied", required=True, help="slug van het regiegebied")
        parser.add_argument("--periode", required=True, help="2026-10 of 2026-Q3")
        parser.add_argument("--verzenden", action="store_true", help="mail het naar wie een abonnement heeft")
        parser.add_argument("--wacht", action="store_true", help="laat de werker het maken en wacht tot het klaar is")

    def handle(self, *args: Any, gebied: str, periode: str, verzenden: bool, wacht: bool, **options: Any) -> None:
        begin = time.monotonic()
        regio = self._gebied(gebied)
        try:
            rapport_id = self._vraag_aan(regio, lees_periode(periode), verzenden)
        except DomainError as fout:
            raise CommandError(str(fout)) from fout
        if wacht:
            self._wacht_op_werker(regio, rapport_id)
        else:
            self._doe_het_zelf(regio, rapport_id)
        uitkomst = self._uitkomst(regio, rapport_id)
        uitkomst["seconden"] = round(time.monotonic() - begin, 2)
        self.stdout.write(json.dumps(uitkomst))
        if uitkomst["status"] not in {RapportStatus.KLAAR, RapportStatus.VERZONDEN}:
            raise CommandError(str(uitkomst["fout"] or "Het rapport is niet klaar geraakt; draait de werker?"))

    def _gebied(self, slug: str) -> Regiegebied:
        gevonden = Regiegebied.objects.filter(slug=slug).first()
        if gevonden is None:
            bekend = ", ".join(Regiegebied.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"Er is geen regiegebied '{slug}'. Bekend: {bekend}.")
        return gevonden

    def _vraag_aan(self, gebied: Regiegebied, periode: Periode, verzenden: bool) -> UUID:
        vandaag = timezone.localdate()
        with gebied_context(gebied):
            abonnementen = RapportAbonnement.objects.filter(is_actief=True, frequentie=periode.soort)
            ontvangers = ontvangers_van(abonnementen, vandaag) if verzenden else []
            rapport = services.rapport_aanvragen(
                periode=periode, onderdelen=Onderdeel.values, ontvangers=ontvangers, door=None, vandaag=vandaag
            )
            if rapport.status == RapportStatus.MISLUKT:
                services.rapport_opnieuw_proberen(rapport=rapport, door=None)
            return rapport.pk

    def _doe_het_zelf(self, gebied: Regiegebied, rapport_id: UUID) -> None:
        """Here and now. A worker that got the same message finds its row taken, and the other way round."""

        def probeer() -> bool:
            rapport_genereren(gebied=gebied, rapport_id=rapport_id)
            return self._uitkomst(gebied, rapport_id)["status"] in AF

        self._herhaal(probeer)
        with gebied_context(gebied):
            wachtend = Verzending.objects.filter(rapport=rapport_id, status=VerzendStatus.WACHT)
            ids = list(wachtend.order_by("created_at").values_list("pk", flat=True))
        for verzending_id in ids:
            verzending_versturen(gebied=gebied, verzending_id=verzending_id, nu=timezone.now())

    def _wacht_op_werker(self, gebied: Regiegebied, rapport_id: UUID) -> None:
        def is_klaar() -> bool:
            stand = self._uitkomst(gebied, rapport_id)
            return stand["status"] in AF and not stand["onderweg"]

        self._herhaal(is_klaar)

    def _herhaal(self, is_klaar: Callable[[], bool]) -> None:
        einde = time.monotonic() + GEDULD
        while not is_klaar() and time.monotonic() < einde:
            time.sleep(PAUZE)

    def _uitkomst(self, gebied: Regiegebied, rapport_id: UUID) -> dict[str, Any]:
        with gebied_context(gebied):
            rapport = Rapport.objects.get(pk=rapport_id)
            statussen = list(Verzending.objects.filter(rapport=rapport_id).values_list("status", flat=True))
        return {
            "id": str(rapport.pk),
            "status": rapport.status,
            "versie": rapport.versie,
            "periode": rapport.periode.sleutel,
            "bytes": len(rapport.pdf or b""),
            "sha256": rapport.sha256,
            "verzonden": statussen.count(VerzendStatus.VERZONDEN),
            "onderweg": statussen.count(VerzendStatus.WACHT),
            "mislukt": statussen.count(VerzendStatus.MISLUKT),
            "fout": rapport.fout,
        }
