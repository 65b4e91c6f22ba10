"""The arguments of every address of a gebied, one module per topic.

A module has `DOSSIERS` (objects of one OCMW: for another OCMW they do not exist), `VAN_HET_GEBIED`
(objects of the whole gebied, or none), or both; a new module is found by itself.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.architecture.argumenten.wereld import Maak, Wereld

__all__ = ["DOSSIERS", "VAN_HET_GEBIED", "Maak", "Wereld"]

_MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
DOSSIERS: dict[str, Maak] = {n: m for module in _MODULES for n, m in getattr(module, "DOSSIERS", {}).items()}
VAN_HET_GEBIED: dict[str, Maak] = {
    n: m for module in _MODULES for n, m in getattr(module, "VAN_HET_GEBIED", {}).items()
}
