"""What projects of the whole gebied bring about: for now the driving licences."""

from collections.abc import Mapping
from datetime import date

from regie.cijfers.getal import Getal, Tegel
from regie.cijfers.indicatoren import INDICATOREN
from regie.cijfers.onderdrukking import over_maanden
from regie.cijfers.opname import Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.kern import stroomverschil

VRAAG, PROJECTEN = "rijbewijzen", "projecten"


def rijbewijzen(opname: Opname, periode: Periode) -> Getal:
    """Months, quarters and years are all shown, so a longer period may not give a hidden month away."""
    return over_maanden(_per_maand(opname), periode, opname.drempels, VRAAG)


def _per_maand(opname: Opname) -> Mapping[date, int]:
    sleutels = opname.tellingen(VRAAG).sleutels(VRAAG)
    return {date.fromisoformat(f"{maand}-01"): n for maand, n in sleutels.items() if maand != PROJECTEN}


def projecttegels(opname: Opname) -> tuple[Tegel, ...]:
    """Nothing where no gebied-wide rijbewijsproject has begun."""
    if not opname.tellingen(VRAAG).getal(VRAAG, PROJECTEN):
        return ()
    nu = rijbewijzen(opname, opname.periode)
    delta = stroomverschil(opname, nu, lambda periode: rijbewijzen(opname, periode))
    indicator = INDICATOREN[VRAAG]
    return (Tegel(VRAAG, indicator.naam, nu, "in rijbewijsprojecten", delta, indicator.bron, opname.peildatum),)
