"""The blocks of cockpit, report and employers' figures by name, each made once from one reading of the sources."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property

from regie.cijfers.getal import Getal, Tabel, Tegel
from regie.cijfers.models import Soort
from regie.cijfers.opname import COHORTEN, Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.art60 import art60_per_ocmw
from regie.cijfers.selectors.kern import kerncijfers, plaatsen_aanbod, stroom
from regie.cijfers.selectors.projecten import rijbewijzen
from regie.cijfers.selectors.tabellen import (
    ANDERE,
    cohorten,
    instroom_per_instrument,
    lopend_per_status_en_instrument,
    uitstroom_tabel,
)
from regie.cijfers.selectors.vergelijking import vergelijking_ocmw
from regie.cijfers.selectors.werkgevers import contacten_per_organisatie, feiten, werkgevertegels
from trajecten.models import Instrument

LAATSTE = "*"  # the total: the last row, or the last column

Cellen = Mapping[tuple[str, str], Getal]

# The questions a block asks, so that all blocks are answered in one query.
_VRAGEN: dict[str, tuple[str, ...]] = {
    "tegels": ("duurzaam_6m", "plaatsen", "quotum"),
    "ratios": ("duurzaam_6m", "plaatsen", "quotum"),
    "aanbod": ("plaatsen",),
    "projecten": ("rijbewijzen",),
    "vergelijking": ("evaluatie_op_tijd", "quotum"),
    "art60": ("quotum", "art60", "vte"),
    "cohorten": tuple(f"duurzaam_{maanden}m" for maanden in COHORTEN),
}
_ZONDER_DOSSIERS = frozenset({"werkgevertegels", "organisaties"})


class Bladen:
    """One period on one day. `cel` answers None when the block has no such row or column."""

    def __init__(self, periode: Periode, peildatum: date) -> None:
        self.opname = Opname(periode, peildatum)
        self._gemaakt: dict[str, Cellen] = {}

    def lees_bronnen(self, bladen: Iterable[str]) -> None:
        namen = set(bladen) - _ZONDER_DOSSIERS
        if namen:
            self.opname.lees(*sorted({vraag for naam in namen for vraag in _VRAGEN.get(naam, ())}))

    def cel(self, blad: str, rij: str, kolom: str) -> Getal | None:
        if blad not in self._gemaakt:
            self._gemaakt[blad] = BLADEN[blad](self)
        return self._gemaakt[blad].get((rij, kolom))

    def kolom_van_instrument(self, code: str) -> str:
        """Tables with instruments beside each other know them by the code of their name."""
        return self._instrumenten.get(code, code)

    def voegt_samen(self, blad: str) -> bool:
        """Does this table hold a column in which several instruments are taken together?"""
        return any(kolom == _kolomcode(ANDERE) for _, kolom in self._gemaakt.get(blad, {}))

    @cached_property
    def _instrumenten(self) -> dict[str, str]:
        return {code: _kolomcode(naam) for code, naam in Instrument.objects.values_list("pk", "korte_naam")}

    # the blocks

    def _tabel(self, maak: Callable[..., Tabel]) -> Cellen:
        return _cellen(maak(self.opname.periode, self.opname.peildatum, opname=self.opname))

    @cached_property
    def _kerntegels(self) -> tuple[Tegel, ...]:
        return kerncijfers(self.opname.periode, self.opname.peildatum, opname=self.opname).tegels

    def tegels(self) -> Cellen:
        return {(tegel.code, ""): tegel.getal for tegel in self._kerntegels}

    def ratios(self) -> Cellen:
        return {(ratio.definitie, ""): ratio for tegel in self._kerntegels for ratio in tegel.ratios}

    def stromen(self) -> Cellen:
        getal = stroom(self.opname, Soort.STOPZETTING, self.opname.periode, "stopzetting")
        return {("stopzetting", ""): getal}

    def aanbod(self) -> Cellen:
        return {("plaatsen_aanbod", ""): plaatsen_aanbod(self.opname)}

    def projecten(self) -> Cellen:
        return {("rijbewijzen", ""): rijbewijzen(self.opname, self.opname.periode)}

    @cached_property
    def _feiten(self) -> tuple[Cellen, Cellen]:
        periode, op = self.opname.periode, self.opname.peildatum
        nu = feiten(periode, op)
        tegels = werkgevertegels(nu, None, peildatum=op, dan="", is_onaf=False)
        tabel = contacten_per_organisatie(nu, periode=periode, peildatum=op)
        return {(tegel.code, ""): tegel.getal for tegel in tegels}, _cellen(tabel)


def _kolomcode(naam: str) -> str:
    return naam.replace(" ", "_").replace(".", "").lower()


def _cellen(tabel: Tabel) -> Cellen:
    """Every cell by the codes of its row and column; the total also as LAATSTE."""
    cellen: dict[tuple[str, str], Getal] = {}
    laatste = len(tabel.kolommen) - 1
    for rij in tabel.rijen:
        rijnamen = (rij.code, LAATSTE) if rij.is_totaal else (rij.code,)
        for plaats, (kolom, getal) in enumerate(zip(tabel.kolommen, rij.cellen, strict=True)):
            kolomnamen = (kolom.code, LAATSTE) if plaats == laatste else (kolom.code,)
            cellen.update({(rijnaam, naam): getal for rijnaam in rijnamen for naam in kolomnamen})
    return cellen


BLADEN: dict[str, Callable[[Bladen], Cellen]] = {
    "tegels": Bladen.tegels,
    "ratios": Bladen.ratios,
    "stromen": Bladen.stromen,
    "aanbod": Bladen.aanbod,
    "projecten": Bladen.projecten,
    "vergelijking": lambda bladen: bladen._tabel(vergelijking_ocmw),
    "art60": lambda bladen: bladen._tabel(art60_per_ocmw),
    "instroom_instrument": lambda bladen: bladen._tabel(instroom_per_instrument),
    "lopend": lambda bladen: bladen._tabel(lopend_per_status_en_instrument),
    "uitstroom": lambda bladen: bladen._tabel(uitstroom_tabel),
    "cohorten": lambda bladen: bladen._tabel(cohorten),
    "werkgevertegels": lambda bladen: bladen._feiten[0],
    "organisaties": lambda bladen: bladen._feiten[1],
}
