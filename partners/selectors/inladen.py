"""What the pages of loading a list of employers show."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.models import Lijstrij, Werkgever, Werkgeverslijst
from regie.core.inlezen import lijsten
from regie.core.inlezen.beeld import Beeld, Cel
from regie.core.permissions import Recht, Toegang


def mag_inladen(toegang: Toegang, eigenaar_id: int) -> bool:
    return toegang.mag(Recht.WERKGEVER_BEWERKEN) and eigenaar_id in toegang.lid_van


@dataclass(slots=True)
class Rijweergave:
    """One row as the page shows it, with the card or the earlier row it may be."""

    rij: Lijstrij
    cellen: list[Cel] = field(default_factory=list)
    problemen: list[dict[str, str]] = field(default_factory=list)
    verschillen: list[dict[str, str]] = field(default_factory=list)
    kandidaat: Werkgever | None = None

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        return [(str(keuze), str(keuze.label)) for keuze in Lijstbesluit]


def weergaven(rijen: Sequence[Lijstrij], beeld: Beeld) -> list[Rijweergave]:
    kaarten = Werkgever.objects.select_related("gemeente", "accounthouder")
    werkgevers: dict[UUID, Werkgever] = kaarten.in_bulk({rij.werkgever_id for rij in rijen if rij.werkgever_id})
    return [
        Rijweergave(
            rij,
            cellen=beeld.cellen(rij),
            problemen=beeld.problemen(rij),
            verschillen=beeld.verschillen(rij),
            kandidaat=werkgevers.get(rij.werkgever_id) if rij.werkgever_id else None,
        )
        for rij in rijen
    ]


def rijen_van(lijst: Werkgeverslijst, tab: str) -> "QuerySet[Lijstrij]":
    """`tab`: a verdict, 'opmerkingen' for what is loaded and said, '' for everything."""
    if tab == "opmerkingen":
        return lijsten.rijen_van(lijst).filter(met_opmerking=True).exclude(oordeel=Lijstoordeel.FOUT)
    return lijsten.rijen_van(lijst, tab)


def te_melden_rijen(lijst: Werkgeverslijst) -> list[Lijstrij]:
    """What somebody should look at: rows that were not loaded, and rows of which something was left out."""
    gemeld = Q(oordeel=Lijstoordeel.FOUT) | Q(met_opmerking=True) | Q(oordeel=Lijstoordeel.MOGELIJK_BEKEND)
    return [rij for rij in lijsten.rijen_van(lijst).filter(gemeld) if rij.met_opmerking or is_geweigerd(rij)]


def is_geweigerd(rij: Lijstrij) -> bool:
    if rij.oordeel == Lijstoordeel.MOGELIJK_BEKEND:
        return rij.besluit in {"", Lijstbesluit.OVERSLAAN}
    return rij.oordeel == Lijstoordeel.FOUT
