"""One check of the regierol: what it says, why, and where to mend what is missing."""

from dataclasses import dataclass, field, replace
from datetime import date

from actieplannen.enums import Oordeel
from regie.core import notatie
from regie.core.parameters import Regel
from regie.core.permissions import Recht, Toegang
from regie.core.regierol import BekendeRegel


@dataclass(frozen=True, slots=True)
class Herstel:
    """Where to mend it; only for who may go there."""

    label: str
    url: str
    recht: Recht


@dataclass(frozen=True, slots=True)
class Controle:
    code: str
    titel: str
    oordeel: Oordeel
    zin: str
    ontbreekt: tuple[str, ...] = ()  # what exactly, when it is more than one thing
    herstel: Herstel | None = None
    regels: tuple[Regel, ...] = field(default=())
    geldt: bool = True  # False: measured against the last known rule, to be verified

    @property
    def is_rood(self) -> bool:
        return self.oordeel == Oordeel.ONTBREEKT

    @property
    def te_verifieren(self) -> bool:
        """Measured, but against a rule of which nobody knows whether it still holds."""
        return not self.geldt and self.oordeel in {Oordeel.IN_ORDE, Oordeel.ONTBREEKT}

    def voor(self, door: Toegang) -> "Controle":
        """The same check, with its link only when the reader may open it."""
        return self if self.herstel and door.mag(self.herstel.recht) else replace(self, herstel=None)


def onder_regel(controle: Controle, *regels: BekendeRegel) -> Controle:
    """With the rules it was measured by: their source, validity and certainty."""
    bekend = tuple(r.regel for r in regels if r.regel)
    return replace(controle, regels=bekend, geldt=all(r.geldt for r in regels))


def zonder_regel(code: str, titel: str, op: date) -> Controle:
    zin = f"Voor {notatie.datum(op)} is geen regel bekend. Er valt dus niets te controleren."
    return Controle(code, titel, Oordeel.ONBEKEND, zin)


def niet_nodig(code: str, titel: str, regel: Regel) -> Controle:
    return Controle(code, titel, Oordeel.NVT, "Volgens de regel is dit niet nodig.", regels=(regel,))
