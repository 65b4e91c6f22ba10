"""Where an organisatie stands with its scan: the round that runs, the last result, the plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from partners.enums import Scanstatus
from partners.models import Scan, Scanactie, Scandeelnemer
from partners.scanscore import Uitkomst, uitkomst_van_json
from partners.selectors.scan import mijn_deelname
from regie.core.dates import plus_maanden
from regie.core.parameters import waarde


@dataclass(frozen=True, slots=True)
class Ronde:
    """A scan that is filled in now."""

    scan: Scan
    gevraagd: int
    verstuurd: int
    mijn: Scandeelnemer | None


@dataclass(frozen=True, slots=True)
class Vroeger:
    scan: Scan
    uitkomst: Uitkomst


@dataclass(frozen=True, slots=True)
class Scanblad:
    ronde: Ronde | None
    resultaten: tuple[Vroeger, ...]  # the last one first
    gestopt: Scan | None
    acties_open: int
    acties_te_laat: int
    herhalen_op: date | None

    @property
    def laatste(self) -> Vroeger | None:
        return self.resultaten[0] if self.resultaten else None


def scanblad(organisatie_id: int, *, user_id: int, vandaag: date) -> Scanblad:
    scans = list(Scan.objects.filter(eigenaar_id=organisatie_id).nieuwste_eerst())
    lopend = next((scan for scan in scans if scan.status == Scanstatus.OPEN), None)
    resultaten = tuple(Vroeger(s, uitkomst_van_json(s.uitkomst)) for s in scans if s.status == Scanstatus.AFGEROND)
    acties = Scanactie.objects.filter(eigenaar_id=organisatie_id).open()
    tel = acties.aggregate(alle=Count("pk"), laat=Count("pk", filter=Q(klaar_tegen__lt=vandaag)))
    gestopt = next((s for s in scans[:1] if s.status == Scanstatus.GESTOPT), None)
    herhalen = herhalen_op(resultaten[0].scan, vandaag) if resultaten else None
    return Scanblad(
        _ronde(lopend, user_id) if lopend else None, resultaten, gestopt, tel["alle"], tel["laat"], herhalen
    )


def herhalen_op(scan: Scan, vandaag: date) -> date | None:
    """When the next scan is proposed."""
    if scan.afgerond_op is None:
        return None
    return plus_maanden(scan.afgerond_op, int(waarde("scan_herhaling", op=vandaag)))


def _ronde(scan: Scan, user_id: int) -> Ronde:
    tel = (
        Scandeelnemer.objects.filter(scan=scan)
        .gevraagd()
        .aggregate(alle=Count("pk"), klaar=Count("pk", filter=Q(ingediend_op__isnull=False)))
    )
    return Ronde(scan, tel["alle"], tel["klaar"], mijn_deelname(scan, user_id))
