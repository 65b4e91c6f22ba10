"""The signals as a table to read: what, by which dated rule, from which source and how certain."""

from dataclasses import dataclass
from datetime import date

from regie.core.notatie import getal
from regie.core.parameters import Regel, alle_regels
from regie.core.tenancy import current_scope
from trajecten.enums import TermijnSoort as T
from trajecten.regels.acties import ACTIES

CODES: dict[T, tuple[str, ...]] = {
    T.INTAKE: ("intake_termijn",),
    T.EVALUATIE: ("evaluatie_moment", "evaluatie_marge"),
    T.EINDE: ("art60_einde_signaal",),
    T.ART60_LEEFTIJD: ("wl_dagen",),
    T.TWE_REGISTRATIE: ("twe_registratie_dag",),
    T.TWE_EINDE: ("twe_einde_signaal", "twe_max_maanden"),
    T.WIJKWERKEN: ("ww_evaluatie", "ww_max_maanden", "ww_uren_maand", "ww_uren_jaar"),
    T.IMW_EINDE: ("imw_einde_signaal",),
    T.LDE_EINDE: ("lde_einde_signaal",),
    T.LEEFLOON: ("leefloon_beslissing",),
    T.VDAB: ("vdab_inschrijving",),
    T.GPMI: ("gpmi_opmaak",),
    T.GPMI_EVALUATIE: ("gpmi_interval", "gpmi_evaluaties"),
    T.CONTACT: ("geen_contact",),
    T.NAZORG: ("nazorg_moment", "nazorg_marge"),
}


@dataclass(frozen=True, slots=True)
class Signaalregel:
    naam: str
    waarden: list[str]
    bron: str
    zekerheid: str
    eindigt: str


def signaalregels(op: date) -> list[Signaalregel]:
    gebied_id = current_scope().gebied.pk
    geldig = [r for r in alle_regels() if r.geldt_op(op) and r.gebied_id in {None, gebied_id}]
    return [_rij(soort, [r for r in geldig if r.code in codes]) for soort, codes in CODES.items()]


def _rij(soort: T, regels: list[Regel]) -> Signaalregel:
    return Signaalregel(
        naam=soort.label,
        waarden=[f"{r.omschrijving}: {_waarde(r)} {r.eenheid}" for r in regels],
        bron="; ".join(dict.fromkeys(r.bron for r in regels)),
        zekerheid="; ".join(dict.fromkeys(r.zekerheid for r in regels)),
        eindigt=ACTIES[soort].eindigt,
    )


def _waarde(regel: Regel) -> str:
    heel = regel.waarde == regel.waarde.to_integral_value()
    return getal(regel.waarde, 0 if heel else 2)
