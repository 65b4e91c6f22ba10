"""The minimum number of inhabitants of a regiegebied: what it says on a day, or the last thing known about it."""

from dataclasses import dataclass
from datetime import date

from regie.core.models import Regiegebied
from regie.core.models.gebied import Rechtsvorm
from regie.core.parameters import Regel, RegelOnbekend, alle_regels, regel

CODE, DIMENSIE = "regierol_min_inwoners", "niet-centrumstad"


@dataclass(frozen=True, slots=True)
class InwonersRegel:
    regel: Regel | None
    geldt: bool  # on the day asked for, by the dates of its source
    nodig: bool  # a centrumstad alone has no lower limit
    gehaald: bool


def inwonersregel(gebied: Regiegebied, *, aantal_leden: int, inwoners: int, op: date) -> InwonersRegel:
    try:
        gevonden: Regel | None = regel(CODE, op=op, dimensie=DIMENSIE)
        geldt = True
    except RegelOnbekend:
        gevonden, geldt = _laatst_bekende(op), False
    nodig = not (gebied.rechtsvorm == Rechtsvorm.CENTRUMSTAD and aantal_leden == 1)
    gehaald = not nodig or (gevonden is not None and inwoners >= gevonden.waarde)
    return InwonersRegel(regel=gevonden, geldt=geldt, nodig=nodig, gehaald=gehaald)


def _laatst_bekende(op: date) -> Regel | None:
    """The value that applied last before `op`: shown as "te verifiëren", never used as if it still applied."""
    eerder = [r for r in alle_regels() if r.code == CODE and r.dimensie == DIMENSIE and r.geldig_van <= op]
    return max(eerder, key=lambda r: r.geldig_van, default=None)
