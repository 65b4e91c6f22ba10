"""What a plan promises, as data: the one description that versions, comparison, exports and dossier share.

`inhoud_van` gives plain JSON: codes of enums (labels belong to who shows them), names of gemeenten, organisaties and
trekker as they are called now, days as "2027-01-31", amounts and figures as text with two decimals. What is reported
(progress, spent, measured, stand) is not in it. `reeks` says which objective, action or indicator is the same one.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from actieplannen.models import Actie, Actieindicator, Actiepartner, Doelstelling, Jaaractieplan
from actieplannen.selectors.plannen import Genummerd, Tak, boom
from regie.core.models import Gemeente

OPMAAK = 1  # goes up when the shape changes: old versions stay readable as what they were
CENT = Decimal("0.01")


def inhoud_van(plan: Jaaractieplan) -> dict[str, Any]:
    """The canonical content of a plan, in the order of the plan. At most six queries."""
    takken = boom(plan)
    genummerd = acties_met_alles(takken)
    namen = _gemeentenamen(genummerd)
    reeks_van = {tak.doelstelling.pk: str(tak.doelstelling.reeks) for tak in _alle_takken(takken)}
    return {
        "opmaak": OPMAAK,
        "plan": {
            "jaar": plan.jaar,
            "soort": plan.soort,
            "titel": plan.titel,
            "inleiding": plan.inleiding,
        },
        "doelstellingen": [_doelstelling(tak, reeks_van) for tak in _alle_takken(takken)],
        "acties": [_actie(g, reeks_van[g.actie.doelstelling_id], namen) for g in genummerd],
    }


def _alle_takken(takken: Iterable[Tak]) -> list[Tak]:
    return [een for tak in takken for een in (tak, *_alle_takken(tak.takken))]


def acties_met_alles(takken: list[Tak]) -> list[Genummerd]:
    """Every action of the plan with its number, budgets, partners and indicators. Four queries."""
    genummerd = [actie for tak in takken for actie in tak.alle_acties]
    prefetch_related_objects(
        [g.actie for g in genummerd],
        "budgetten",
        Prefetch("partners", Actiepartner.objects.select_related("organisatie")),
        Prefetch("indicatoren", Actieindicator.objects.select_related("organisatie")),
    )
    return genummerd


def _gemeentenamen(genummerd: list[Genummerd]) -> dict[str, str]:
    codes = {nis for g in genummerd for nis in g.actie.gemeenten}
    return dict(Gemeente.objects.filter(pk__in=codes).values_list("nis", "naam")) if codes else {}


def _doelstelling(tak: Tak, reeks_van: dict[Any, str]) -> dict[str, Any]:
    doelstelling: Doelstelling = tak.doelstelling
    return {
        "reeks": str(doelstelling.reeks),
        "nummer": tak.nummer,
        "ouder": reeks_van[doelstelling.ouder_id] if doelstelling.ouder_id else None,
        "titel": doelstelling.titel,
        "toelichting": doelstelling.toelichting,
    }


def _actie(genummerd: Genummerd, doelstelling: str, namen: dict[str, str]) -> dict[str, Any]:
    actie = genummerd.actie
    return {
        "reeks": str(actie.reeks),
        "nummer": genummerd.nummer,
        "doelstelling": doelstelling,
        "titel": actie.titel,
        "omschrijving": actie.omschrijving,
        "prioriteit": actie.prioriteit,
        "activiteit": actie.activiteit,
        "regierolactie": actie.regierolactie,
        "gemeenten": sorted(namen.get(nis, nis) for nis in actie.gemeenten),  # none: the whole gebied
        "trekker": _trekker(actie),
        "partners": _partners(actie),
        "start": _dag(actie.start),
        "eind": _dag(actie.eind),
        "bbc_nummer": actie.bbc_nummer,
        "risicos": actie.risicos,
        "budgetten": [
            {
                "jaar": budget.jaar,
                "bron": budget.bron,
                "noot": budget.noot,
                "gepland": _getal(budget.gepland),
                "vte_gepland": _getal(budget.vte_gepland),
            }
            for budget in actie.budgetten.all()
        ],
        "indicatoren": [_indicator(indicator) for indicator in actie.indicatoren.all()],
    }


def _trekker(actie: Actie) -> dict[str, str]:
    """Who pulls. Of a contactpersoon only the organisatie: a version is kept for ever, a name may have to go."""
    organisatie = actie.trekker_organisatie or (actie.trekker_contact and actie.trekker_contact.organisatie)
    return {
        "organisatie": organisatie.naam if organisatie else "",
        "persoon": actie.trekker.naam if actie.trekker else "",
    }


def _partners(actie: Actie) -> list[dict[str, str]]:
    rijen = [{"organisatie": p.organisatie.naam, "bijdrage": p.bijdrage} for p in actie.partners.all()]
    return sorted(rijen, key=lambda rij: (rij["organisatie"], rij["bijdrage"]))


def _indicator(indicator: Actieindicator) -> dict[str, Any]:
    return {
        "reeks": str(indicator.reeks),
        "naam": indicator.naam,
        "definitie": indicator.definitie,
        "meetwijze": indicator.meetwijze,
        "eenheid": indicator.eenheid,
        "richting": indicator.richting,
        "nulmeting": _getal(indicator.nulmeting),
        "streefwaarde": _getal(indicator.streefwaarde),
        "cijfer": indicator.code,
        "organisatie": indicator.organisatie.naam if indicator.organisatie else "",
        "instrument": indicator.instrument,
    }


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _getal(waarde: Decimal | None) -> str | None:
    return None if waarde is None else str(Decimal(waarde).quantize(CENT))
