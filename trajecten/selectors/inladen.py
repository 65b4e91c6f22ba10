"""What the pages of an import show. Staged cells are shown masked: no page holds a full INSZ."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from regie.core.inlezen import beeld
from regie.core.inlezen.beeld import Beeld, Cel, Kolom, kort
from regie.core.inlezen.lijsten import rijen_van
from regie.core.permissions import Recht, Toegang
from regie.core.validators import alleen_cijfers
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.models import Client, InlaadRij, Inlading, Traject
from trajecten.transitions import EINDSTATUSSEN

_INSZ = re.compile(r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?!\d)")


def mag_inladen(toegang: Toegang | None, eigenaar_id: int) -> bool:
    return toegang is not None and toegang.mag(Recht.CLIENT_INLADEN) and eigenaar_id in toegang.organisatie_ids


def kolommen_van(inlading: Inlading, *, gevoelig: Collection[int]) -> list[Kolom]:
    """The columns with their first different values; those in `gevoelig` are masked as an INSZ."""
    return beeld.kolommen_van(
        inlading, lambda index, waarde: masker_cel(waarde) if index in gevoelig else _toonbaar(waarde)
    )


def toon_cel(veld: str, waarde: object) -> str:
    return masker_cel(waarde) if veld == "insz" else _toonbaar(str(waarde))


def masker_cel(waarde: object) -> str:
    """A cell with an INSZ, right or wrong: the birth date part and how many digits there are."""
    cijfers = alleen_cijfers(waarde)
    if not cijfers.isdigit():
        return "***" if cijfers else ""
    cijfers = cijfers.zfill(11) if not isinstance(waarde, str) else cijfers
    rest = "***.**" if len(cijfers) == 11 else f"*** ({len(cijfers)} cijfers)"
    return f"{cijfers[:2]}.{cijfers[2:4]}.{cijfers[4:6]}-{rest}"


def _toonbaar(waarde: str) -> str:
    return kort(_INSZ.sub(lambda gevonden: masker_cel(gevonden[0]), waarde))


@dataclass(slots=True)
class RijWeergave:
    """One staged row as the page shows it."""

    rij: InlaadRij
    cellen: list[Cel] = field(default_factory=list)
    problemen: list[dict[str, str]] = field(default_factory=list)
    verschillen: list[dict[str, str]] = field(default_factory=list)
    tweeling: list[str] = field(default_factory=list)
    kandidaat: Client | None = None
    stand: str = ""

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        return [(str(keuze), str(keuze.label)) for keuze in Besluit]


def weergaven(rijen: Sequence[InlaadRij], beeld: Beeld) -> list[RijWeergave]:
    """Rows with their cells marked, their problems labelled, and the dossier or earlier row they may be."""
    clienten = Client.objects.select_related("gemeente").in_bulk({rij.client_id for rij in rijen if rij.client_id})
    standen = _standen(clienten)
    tweelingen = _tweelingen(rijen)
    getoond = []
    for rij in rijen:
        tweeling = tweelingen.get(rij.gelijkt_op_rij or 0)
        getoond.append(
            RijWeergave(
                rij,
                cellen=beeld.cellen(rij),
                problemen=beeld.problemen(rij),
                verschillen=beeld.verschillen(rij),
                tweeling=[cel.tekst for cel in beeld.cellen(tweeling)] if tweeling else [],
                kandidaat=clienten.get(rij.client_id),
                stand=standen.get(rij.client_id, ""),
            )
        )
    return getoond


def _tweelingen(rijen: Sequence[InlaadRij]) -> dict[int, InlaadRij]:
    """The earlier rows these rows look like, by number."""
    nummers = {rij.gelijkt_op_rij for rij in rijen if rij.gelijkt_op_rij and rij.oordeel == Oordeel.MOGELIJK_DUBBEL}
    if not nummers:
        return {}
    gevonden = InlaadRij.objects.filter(inlading_id=rijen[0].inlading_id, rijnummer__in=nummers)
    return {rij.rijnummer: rij for rij in gevonden}


def _standen(clienten: Mapping[Any, Client]) -> dict[Any, str]:
    """{client: the status of the current traject in words}."""
    standen: dict[Any, str] = {}
    for traject in Traject.objects.filter(client_id__in=list(clienten)).order_by("aangemeld_op", "pk"):
        if traject.client_id not in standen or traject.status not in EINDSTATUSSEN:
            standen[traject.client_id] = str(traject.get_status_display())
    return standen


def geweigerde_rijen(inlading: Inlading) -> list[InlaadRij]:
    """Rows that were not loaded and should be looked at: mistakes, and look-alikes that were skipped."""
    overgeslagen = Q(oordeel=Oordeel.MOGELIJK_DUBBEL, besluit__in=["", Besluit.OVERSLAAN])
    return list(rijen_van(inlading).filter(Q(oordeel=Oordeel.FOUT) | overgeslagen))
