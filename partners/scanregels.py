"""The dated rules of the scan, as its calculations take them."""

from datetime import date
from fractions import Fraction

from partners.enums import Scandimensie, Scanniveau
from partners.scanscore import Regels
from regie.core.parameters import waarde


def scanregels(op: date) -> Regels:
    grenzen = [niveau for niveau in Scanniveau.values if niveau != Scanniveau.STARTER]
    return Regels(
        schaal=int(waarde("scan_schaal", op=op)),
        minimum=int(waarde("scan_minimum", op=op)),
        gewichten=tuple((d, Fraction(waarde("scan_gewicht", op=op, dimensie=d))) for d in Scandimensie.values),
        grenzen=tuple((n, int(waarde("scan_grens", op=op, dimensie=n))) for n in grenzen),
        spreiding_vanaf=int(waarde("scan_spreiding", op=op)),
        prioriteiten=int(waarde("scan_prioriteiten", op=op)),
    )
