"""Rules of the regierol: what each says on a day, or the last thing known about it."""

from dataclasses import dataclass
from datetime import date

from regie.core.models import Regiegebied
from regie.core.models.gebied import Rechtsvorm
from regie.core.parameters import Regel, RegelOnbekend, alle_regels, regel
from regie.core.tenancy import current_scope, has_scope

CODE, DIMENSIE = "regierol_min_inwoners", "niet-centrumstad"


@dataclass(frozen=True, slots=True)
class BekendeRegel:
    """A rule on a day. Past the dates of its source it is shown as "te verifiëren", never used as if it applied."""

    regel: Regel | None
    geldt: bool  # on the day asked for, by the dates of its source


@dataclass(frozen=True, slots=True)
class InwonersRegel:
    regel: Regel | None
    geldt: bool  # on the day asked for, by the dates of its source
    nodig: bool  # a centrumstad alone has no lower limit
    gehaald: bool


def inwonersregel(gebied: Regiegebied, *, aantal_leden: int, inwoners: int, op: date) -> InwonersRegel:
    bekend = bekende_regel(CODE, op=op, dimensie=DIMENSIE)
    nodig = not is_centrumstad_alleen(gebied, aantal_leden=aantal_leden)
    gehaald = not nodig or (bekend.regel is not None and inwoners >= bekend.regel.waarde)
    return InwonersRegel(regel=bekend.regel, geldt=bekend.geldt, nodig=nodig, gehaald=gehaald)


def is_centrumstad_alleen(gebied: Regiegebied, *, aantal_leden: int) -> bool:
    return gebied.rechtsvorm == Rechtsvorm.CENTRUMSTAD and aantal_leden == 1


def bekende_regel(code: str, *, op: date, dimensie: str = "alle") -> BekendeRegel:
    """The rule of that day; when its source says nothing about that day, the one that applied last before it."""
    try:
        return BekendeRegel(regel(code, op=op, dimensie=dimensie), geldt=True)
    except RegelOnbekend:
        return BekendeRegel(_laatst_bekende(code, op, dimensie), geldt=False)


def _laatst_bekende(code: str, op: date, dimensie: str) -> Regel | None:
    gebied_id = current_scope().gebied.pk if has_scope() else None
    eerder = [
        r
        for r in alle_regels()
        if r.code == code and r.dimensie == dimensie and r.geldig_van <= op and r.gebied_id in {None, gebied_id}
    ]
    return max(eerder, key=lambda r: (r.geldig_van, r.gebied_id is not None), default=None)
