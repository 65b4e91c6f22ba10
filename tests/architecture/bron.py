"""What the guard tests read: source files, templates, models and addresses of our own."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model

WORTEL = Path(__file__).resolve().parents[2]
EIGEN_MAPPEN = ("regie", "partners", "trajecten", "actieplannen", "rapportage")
EIGEN_APPS = frozenset(
    {"core", "accounts", "portal", "cijfers", "partners", "trajecten", "actieplannen", "rapportage"}
)
EIGEN_MODULES = frozenset(apps.get_app_config(label).name for label in EIGEN_APPS)
SJABLONEN = WORTEL / "templates"


def bestanden(patroon: str = "*.py", mappen: tuple[str, ...] = EIGEN_MAPPEN) -> list[Path]:
    """Our source files, without migrations."""
    alle = (pad for map_ in mappen for pad in (WORTEL / map_).rglob(patroon))
    return sorted(pad for pad in alle if "migrations" not in pad.parts and "__pycache__" not in pad.parts)


def naam(pad: Path) -> str:
    return str(pad.relative_to(WORTEL))


def boom(pad: Path) -> ast.Module:
    return ast.parse(pad.read_text(encoding="utf-8"))


def sjablonen() -> list[Path]:
    return sorted(pad for pad in SJABLONEN.rglob("*") if pad.is_file())


def eigen_modellen() -> list[type[Model]]:
    """Every model we wrote, without the history tables that follow them."""
    return [m for m in apps.get_models() if m._meta.app_label in EIGEN_APPS and not hasattr(m, "pgh_tracked_model")]


def adressen(patronen: list[Any], pad: str = "", ruimte: str = "") -> Iterator[tuple[str, str, Any]]:
    """(path, name with namespace, view) of every address below `patronen`."""
    for patroon in patronen:
        if hasattr(patroon, "url_patterns"):
            binnen = f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte
            yield from adressen(patroon.url_patterns, pad + str(patroon.pattern), binnen)
        else:
            yield pad + str(patroon.pattern), f"{ruimte}{patroon.name}", patroon.callback
