"""Load a client list without the screens: the same reading, verdicts and services. Ends with one JSON line."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from regie.accounts.models import User
from regie.core.exceptions import DomainError
from regie.core.inlezen.lijst import Lijst, vingerafdruk
from regie.core.inlezen.lijsten import toegang_van
from regie.core.models import Organisatie, Regiegebied
from regie.core.permissions import Toegang
from regie.core.tenancy import gebied_context
from trajecten.enums_inladen import Oordeel
from trajecten.imports.kolommen import VELD, ontbrekend
from trajecten.imports.lijst import kijk_na, lees_lijsten
from trajecten.models import Inlading
from trajecten.selectors.inladen import mag_inladen
from trajecten.services.inladen import CLIENTENLIJST, RijOordeel


class Command(BaseCommand):
    help = "Laadt een cliëntenlijst in voor één OCMW. De laatste regel van de uitvoer is JSON met de tellingen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path, help="xlsx, xls, ods of csv")
        parser.add_argument("--gebied", required=True, help="slug van het regiegebied")
        parser.add_argument("--organisatie", required=True, help="slug van het OCMW dat eigenaar wordt")
        parser.add_argument("--door", required=True, help="e-mailadres van wie inlaadt; die moet dat recht hebben")
        parser.add_argument("--blad", default="", help="naam van het blad; standaard het best herkende")
        parser.add_argument("--droog", action="store_true", help="alleen nakijken, niets schrijven")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            uitkomst = self._laad(opties)
        except DomainError as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(json.dumps(uitkomst, ensure_ascii=False))

    def _laad(self, opties: dict[str, Any]) -> dict[str, Any]:
        gebied, ocmw, door = self._wie(opties)
        inhoud = self._lees(opties["bestand"])
        lijst = self._kies(lees_lijsten(opties["bestand"].name, inhoud), opties["blad"])
        if melding := ontbrekend(lijst.koppeling):
            raise CommandError(melding)
        self._toon_koppeling(lijst)
        with gebied_context(gebied, [ocmw.pk]):
            oordelen = kijk_na(
                eigenaar=ocmw,
                koppeling=lijst.koppeling,
                kolommen=lijst.kolommen,
                rijen=lijst.rijen,
                vandaag=timezone.localdate(),
            )
            self._toon_problemen(oordelen)
            uitkomst = _tellingen(oordelen)
            if opties["droog"]:
                return {**uitkomst, "droog": True}
            inlading = CLIENTENLIJST.maken(
                bestandsnaam=opties["bestand"].name,
                sha256=vingerafdruk(inhoud),
                bladen=[lijst],
                eigenaar=ocmw,
                door=door,
            )[0]
            CLIENTENLIJST.nakijken(lijst=inlading, koppeling=lijst.koppeling, oordelen=oordelen, door=door)
            CLIENTENLIJST.rest_overslaan(lijst=inlading)
            CLIENTENLIJST.overnemen(lijst=inlading, door=door)
        return {**uitkomst, "droog": False, **self._verwerk(gebied, ocmw, inlading)}

    def _wie(self, opties: dict[str, Any]) -> tuple[Regiegebied, Organisatie, Toegang]:
        gebied = Regiegebied.objects.filter(slug=opties["gebied"]).first()
        if gebied is None:
            bekend = ", ".join(Regiegebied.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"Er is geen regiegebied '{opties['gebied']}'. Bekend: {bekend}.")
        ocmw = Organisatie.objects.filter(gebied=gebied, slug=opties["organisatie"]).first()
        if ocmw is None:
            raise CommandError(f"Er is geen organisatie '{opties['organisatie']}' in {gebied.naam}.")
        user = User.objects.filter(email__iexact=opties["door"], is_active=True).first()
        if user is None:
            raise CommandError("Er is geen actief account met dat e-mailadres.")
        with gebied_context(gebied):
            door = toegang_van(user.pk, vandaag=timezone.localdate())
        if not mag_inladen(door, ocmw.pk):
            raise CommandError(f"Dat account mag geen cliënten inladen voor {ocmw.naam}.")
        assert door is not None  # noqa: S101  # mag_inladen refuses nobody
        return gebied, ocmw, door

    def _lees(self, pad: Path) -> bytes:
        if not pad.is_file():
            raise CommandError(f"Het bestand {pad} bestaat niet.")
        if pad.stat().st_size > settings.UPLOAD_MAX_BYTES:
            raise CommandError(f"Het bestand is groter dan {settings.UPLOAD_MAX_BYTES // 1024 // 1024} MB.")
        return pad.read_bytes()

    def _kies(self, lijsten: list[Lijst], blad: str) -> Lijst:
        gekozen = next((lijst for lijst in lijsten if not blad or lijst.blad == blad), None)
        if gekozen is None:
            namen = ", ".join(f"'{lijst.blad}'" for lijst in lijsten)
            raise CommandError(f"Er is geen blad '{blad}' met kolomnamen. Wel: {namen}.")
        return gekozen

    def _toon_koppeling(self, lijst: Lijst) -> None:
        waar = f"blad '{lijst.blad}', " if lijst.blad else ""
        self.stdout.write(f"Gelezen: {waar}kolomnamen op rij {lijst.kopregel}, {len(lijst.rijen)} rijen eronder.")
        for index, kolom in enumerate(lijst.kolommen):
            veld = lijst.koppeling.get(index)
            self.stdout.write(f"  {kolom} -> {VELD[veld].label if veld else 'wordt niet ingeladen'}")

    def _toon_problemen(self, oordelen: list[RijOordeel]) -> None:
        """Row numbers and kinds only: what is in the cells does not belong in the log of an operator."""
        per_oordeel = {oordeel: [o.rijnummer for o in oordelen if o.oordeel == oordeel] for oordeel in Oordeel}
        for oordeel in (Oordeel.FOUT, Oordeel.MOGELIJK_DUBBEL, Oordeel.OVERGESLAGEN):
            if rijen := per_oordeel[oordeel]:
                getoond = ", ".join(map(str, rijen[:50])) + (" …" if len(rijen) > 50 else "")
                self.stdout.write(f"{oordeel.label.capitalize()}: {len(rijen)} (rij {getoond})")

    def _verwerk(self, gebied: Regiegebied, ocmw: Organisatie, inlading: Inlading) -> dict[str, Any]:
        klaar = False
        while not klaar:
            with gebied_context(gebied, [ocmw.pk]):
                klaar = CLIENTENLIJST.verwerken(lijst_id=str(inlading.pk), vandaag=timezone.localdate())
        with gebied_context(gebied, [ocmw.pk]):
            inlading.refresh_from_db()
        namen = ("aangemaakt", "bijgewerkt", "mislukt")
        return {naam: inlading.resultaat[naam] for naam in namen} | {"inlading": str(inlading.pk)}


def _tellingen(oordelen: list[RijOordeel]) -> dict[str, int]:
    aantallen = Counter(oordeel.oordeel for oordeel in oordelen)
    return {"rijen": len(oordelen)} | {str(oordeel).lower(): aantallen[oordeel] for oordeel in Oordeel}
