"""House rules that a linter does not know: who saves, who may query, how long a module is, which base class it has."""

import ast
import re

import pytest
from celery import current_app
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from regie.core.commands import GebiedCommand
from regie.core.tasks import GebiedTask
from tests.architecture.bron import EIGEN_MODULES, WORTEL, bestanden, boom, eigen_modellen, naam

BRON = bestanden()
WEB = [pad for pad in BRON if "views" in pad.parts or pad.stem in {"views", "api", "serializers", "forms", "filters"}]
MAX_MODULE, MAX_FUNCTIE = 400, 40

# Longer than the house allows, with the reason. A name that is short again must leave the list.
LANGE_FUNCTIES = {
    "regie/core/logs.py:configureer": "one dictConfig, readable as one table",
    "regie/portal/stijl.py:grafieken": "sample data of the style page",
    "regie/portal/stijl.py:voorbeelden": "sample data of the style page",
    "trajecten/services/plaatsing.py:traject_overnemen": "one take-over, read from top to bottom",
}
# Commands that work for the whole installation, with the reason why they have no --gebied.
ZONDER_GEBIED = {
    "buurgemeenten": "writes a file of the product: which gemeenten are adjacent",
    "demodata": "makes the gebieden of the demo",
    "demologins": "prints the logins of the demo",
    "mailvanger": "a server process of the demo",
    "telrijen": "counts rows per table for the start-up check",
    "bench": "fills and measures a scratch database",
}
# Tasks without a scope, with the reason: they only enqueue work per gebied, or touch no tenant table.
TAKEN_ZONDER_GEBIED = {
    "regie.portal.tasks.hartslag": "signs of life of the processes",
    "regie.portal.tasks.sessies_opruimen": "sessions belong to an account, not to a gebied",
    "actieplannen.tasks.opvolging_per_gebied": "enqueues one run per gebied and function",
    "partners.tasks.opvolging_per_gebied": "enqueues one run per gebied and function",
    "rapportage.tasks.rapporten_inplannen": "asks per gebied what is due",
    "rapportage.tasks.rapporten_opvolgen": "asks per gebied what is stuck",
    "rapportage.uitvoering.taken.rapport_genereren_taak": "opens one transaction per step, each in its gebied",
    "rapportage.uitvoering.taken.verzending_versturen_taak": "opens one transaction per step, each in its gebied",
    "trajecten.tasks.evaluaties_herinneren_per_gebied": "enqueues one run per gebied",
    "trajecten.tasks.bestanden_opruimen": "opens the scope of each gebied in turn",
    "trajecten.tasks.dagoverzicht_versturen": "opens the scope of each gebied of one person in turn, only to count",
    "trajecten.tasks.dagoverzichten": "enqueues one run per person",
    "partners.tasks.werkgeverslijsten_opvolgen": "opens the scope of each gebied in turn",
    "trajecten.tasks.inladingen_opvolgen": "opens the scope of each gebied in turn",
    "trajecten.tasks.opruimen_per_gebied": "enqueues one run per gebied",
    "trajecten.tasks.signalen_per_ocmw": "enqueues one run per OCMW",
}


def _regels(functie):
    """Lines of the body: the signature and the docstring explain, they do not act."""
    begin = functie.body[1 if ast.get_docstring(functie) and len(functie.body) > 1 else 0]
    return functie.end_lineno - begin.lineno + 1


def _aanroepen(pad, *namen):
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr in namen:
            yield knoop


@pytest.mark.parametrize("pad", WEB, ids=naam)
class TestWebkant:
    def test_bewaart_niets_zelf(self, pad):
        """Changes go through a service: one transaction, one audit row, one place for the rule."""
        fout = [f"regel {knoop.lineno}" for knoop in _aanroepen(pad, "save", "bulk_create", "bulk_update")]

        assert fout == []

    def test_vraagt_nooit_alles_op(self, pad):
        fout = [
            f"regel {knoop.lineno}"
            for knoop in _aanroepen(pad, "all")
            if isinstance(knoop.func.value, ast.Attribute) and knoop.func.value.attr == "objects"
        ]

        assert fout == []


@pytest.mark.parametrize("pad", BRON, ids=naam)
class TestElkeModule:
    def test_is_niet_te_lang(self, pad):
        assert len(pad.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE

    def test_heeft_geen_lange_functies(self, pad):
        functies = [k for k in ast.walk(boom(pad)) if isinstance(k, ast.FunctionDef | ast.AsyncFunctionDef)]
        lang = {f"{naam(pad)}:{f.name}" for f in functies if _regels(f) > MAX_FUNCTIE}
        op_de_lijst = {functie for functie in LANGE_FUNCTIES if functie.startswith(f"{naam(pad)}:")}

        assert lang == op_de_lijst

    def test_onder_de_webkant_is_geen_request(self, pad):
        """`request` stops at the view; services get a Toegang."""
        if pad.stem in {"services", "selectors", "models", "transitions", "enums"} or {"services", "selectors"} & set(
            pad.parts
        ):
            argumenten = [a.arg for k in ast.walk(boom(pad)) if isinstance(k, ast.FunctionDef) for a in k.args.args]
            assert "request" not in argumenten


class TestTakenEnOpdrachten:
    def test_elke_opdracht_kent_haar_gebied(self):
        eigen = {
            opdracht: load_command_class(app, opdracht)
            for opdracht, app in get_commands().items()
            if app in EIGEN_MODULES
        }
        zonder = {opdracht for opdracht, klasse in eigen.items() if not _kent_gebied(klasse)}

        assert zonder == set(ZONDER_GEBIED)

    def test_elke_taak_kent_haar_gebied(self):
        current_app.loader.import_default_modules()
        eigen = {
            n: t for n, t in current_app.tasks.items() if n.startswith(tuple(f"{module}." for module in EIGEN_MODULES))
        }
        zonder = {taak for taak, klasse in eigen.items() if not isinstance(klasse, GebiedTask)}

        assert zonder == set(TAKEN_ZONDER_GEBIED)


def _kent_gebied(opdracht: BaseCommand) -> bool:
    """By base class, or by an argument --gebied of its own (one gebied, and more arguments)."""
    if isinstance(opdracht, GebiedCommand):
        return True
    return "--gebied" in opdracht.create_parser("manage.py", "x")._option_string_actions


class TestNamen:
    @pytest.mark.parametrize("model", eigen_modellen(), ids=lambda m: m._meta.label)
    def test_elk_model_heeft_een_gewone_naam_en_een_meervoud(self, model):
        meta = model._meta
        assert "verbose_name_plural" in meta.original_attrs, "verbose_name_plural ontbreekt"
        for woord in (meta.verbose_name, meta.verbose_name_plural):
            assert str(woord)[0].islower() or str(woord).startswith("API"), woord
        assert meta.verbose_name != meta.verbose_name_plural

    @pytest.mark.parametrize("model", eigen_modellen(), ids=lambda m: m._meta.label)
    def test_velden_beginnen_klein(self, model):
        afkortingen = (
            "BBC",
            "INSZ",
            "CPV",
            "KBO",
            "MVO",
            "NACE",
            "NIS",
            "GPMI",
            "WEO",
            "TBS",
            "TWE",
            "VDAB",
            "SHA",
            "Message-ID",
            "ID",
            "PDF",
            "MLP",
        )
        for veld in model._meta.local_fields:
            label = str(veld.verbose_name)
            assert label[0].islower() or label.startswith(afkortingen), f"{veld}: {label}"

    @pytest.mark.parametrize("model", eigen_modellen(), ids=lambda m: m._meta.label)
    def test_de_woordenlijst_kent_elk_model(self, model):
        tekst = (WORTEL / "docs" / "woordenlijst.md").read_text(encoding="utf-8")

        assert re.search(rf"`{model.__name__}`", tekst), f"{model.__name__} ontbreekt in docs/woordenlijst.md"
