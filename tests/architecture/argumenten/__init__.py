"""The arguments of every address of a gebied, one module per topic.

A module has `DOSSIERS` (objects of one OCMW: for another OCMW they do not exist), `BINNENSHUIS` (objects of the
organisatie of the reader: for who belongs to another one they do not exist), `VAN_HET_GEBIED` (objects of the whole
gebied, or none), or more of these; a new module is found by itself.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.architecture.argumenten.wereld import Maak, Wereld

__all__ = ["BINNENSHUIS", "DOSSIERS", "VAN_HET_GEBIED", "Maak", "Wereld"]

_MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]


def _alle(naam: str) -> dict[str, Maak]:
    return {adres: maak for module in _MODULES for adres, maak in getattr(module, naam, {}).items()}


DOSSIERS, BINNENSHUIS, VAN_HET_GEBIED = _alle("DOSSIERS"), _alle("BINNENSHUIS"), _alle("VAN_HET_GEBIED")
