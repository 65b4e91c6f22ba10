"""The page with the figures of the employer approach: one answer for screen, spreadsheet and paper."""

from dataclasses import dataclass
from datetime import date

from regie.cijfers.getal import Tabel, Tegel
from regie.cijfers.indicatoren import Indicator
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import Vergelijking, begrippen, cohorten, onderdrukkingsregel
from regie.cijfers.selectors.werkgevers import contacten_per_organisatie, feiten, werkgevertegels

DUURZAAM = ("duurzaam_3m", "duurzaam_6m", "duurzaam_12m")


@dataclass(frozen=True, slots=True)
class Werkgevercijfers:
    periode: Periode
    peildatum: date
    loopt: bool
    tegels: tuple[Tegel, ...]
    organisaties: Tabel
    duurzaam: Tabel
    begrippen: tuple[Indicator, ...]
    onderdrukking: str


def werkgevercijfers(*, periode: Periode, vergelijking: Vergelijking, vandaag: date) -> Werkgevercijfers:
    peildatum = periode.peildatum(vandaag)
    nu = feiten(periode, peildatum)
    ander = {Vergelijking.VORIGE_PERIODE: periode.vorige, Vergelijking.VORIG_JAAR: periode.vorig_jaar}
    andere = ander[vergelijking]() if vergelijking in ander else None
    tegels = werkgevertegels(
        nu,
        feiten(andere, andere.eind) if andere else None,
        peildatum=peildatum,
        dan=f"in {andere.label}" if andere else "",
        is_onaf=periode.loopt_op(vandaag),
    )
    gebruikt = {tegel.code for tegel in tegels} | set(DUURZAAM)
    return Werkgevercijfers(
        periode=periode,
        peildatum=peildatum,
        loopt=periode.loopt_op(vandaag),
        tegels=tegels,
        organisaties=contacten_per_organisatie(nu, periode=periode, peildatum=peildatum),
        duurzaam=cohorten(periode, peildatum),
        begrippen=tuple(begrip for begrip in begrippen(peildatum) if begrip.code in gebruikt),
        onderdrukking=onderdrukkingsregel(peildatum),
    )
