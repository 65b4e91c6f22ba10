"""The page of scans in the region: who shares what, who was invited, and the average."""

from dataclasses import dataclass
from datetime import date

from partners.models import Scan, Scanuitnodiging
from partners.scanscore import Uitkomst, uitkomst_van_json
from partners.selectors.scan import gedeelde_scans
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType

# Who works with people on their way to work, and so has something to learn from the scan.
SCANTYPES = (
    OrganisatieType.MAATWERKBEDRIJF,
    OrganisatieType.LDE_ONDERNEMING,
    OrganisatieType.ARBEIDSZORG,
    OrganisatieType.CIRCULAIRE_HUB,
    OrganisatieType.OCMW,
    OrganisatieType.OPLEIDINGSVERSTREKKER,
    OrganisatieType.GTB,
    OrganisatieType.VZW,
)


@dataclass(frozen=True, slots=True)
class Scanrij:
    organisatie: Organisatie
    scan: Scan | None  # the last one that is shared
    uitkomst: Uitkomst | None
    uitgenodigd_op: date | None


def scans_per_organisatie() -> list[Scanrij]:
    """Shared results first, then the rest by name. Whether somebody has an unshared scan is not said."""
    gedeeld: dict[int, Scan] = {}
    for scan in gedeelde_scans().order_by("afgerond_op", "created_at"):
        gedeeld[scan.eigenaar_id] = scan
    gevraagd = dict(Scanuitnodiging.objects.order_by("op").values_list("organisatie_id", "op"))
    organisaties = Organisatie.objects.van_gebied().filter(is_actief=True, type__in=SCANTYPES)
    rijen = [
        _rij(organisatie, gedeeld.get(organisatie.pk), gevraagd.get(organisatie.pk))
        for organisatie in organisaties.select_related("gemeente").order_by("naam", "pk")
    ]
    return sorted(rijen, key=lambda rij: rij.scan is None)


def _rij(organisatie: Organisatie, scan: Scan | None, op: date | None) -> Scanrij:
    return Scanrij(organisatie, scan, uitkomst_van_json(scan.uitkomst) if scan else None, op)
