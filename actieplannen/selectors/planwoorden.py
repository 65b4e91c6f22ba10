"""The content of a plan (`selectors.inhoud`) as labels and texts: to read a version, and to lay two side by side."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices

from actieplannen.enums import Financieringsbron, Meetwijze, Plansoort, Prioriteit, Regieactiviteit, Regierolactie
from actieplannen.enums import Richting as Indicatorrichting
from regie.core import notatie

Inhoud = dict[str, Any]
Teksten = dict[str, str]  # label -> text, in the order a reader expects


class Soort(StrEnum):
    PLAN = "plan"
    DOELSTELLING = "doelstelling"
    ACTIE = "actie"


def onderdelen(inhoud: Inhoud) -> dict[tuple[Soort, str], tuple[str, str, Teksten]]:
    """Every part of a plan: (kind, reeks) -> (number, title, texts). Equal contents give equal parts."""
    uit: dict[tuple[Soort, str], tuple[str, str, Teksten]] = {
        (Soort.PLAN, ""): ("", inhoud["plan"]["titel"], _plan(inhoud["plan"]))
    }
    titels = {d["reeks"]: d["titel"] for d in inhoud["doelstellingen"]}
    for rij in inhoud["doelstellingen"]:
        uit[_sleutel(uit, Soort.DOELSTELLING, rij)] = (rij["nummer"], rij["titel"], _doelstelling(rij, titels))
    for rij in inhoud["acties"]:
        uit[_sleutel(uit, Soort.ACTIE, rij)] = (rij["nummer"], rij["titel"], _actie(rij, titels))
    return uit


def _sleutel(er_zijn: dict[tuple[Soort, str], Any], soort: Soort, rij: Inhoud) -> tuple[Soort, str]:
    """By reeks; an action copied within one plan under the same reeks gets a place of its own."""
    sleutel, teller = (soort, rij["reeks"]), 1
    while sleutel in er_zijn:
        teller += 1
        sleutel = (soort, f"{rij['reeks']}#{teller}")
    return sleutel


def _gevuld(teksten: Teksten) -> Teksten:
    return {label: tekst for label, tekst in teksten.items() if tekst}


def _plan(rij: Inhoud) -> Teksten:
    return _gevuld(
        {
            "titel": rij["titel"],
            "jaar": str(rij["jaar"]),
            "soort plan": _label(Plansoort, rij["soort"]),
            "waar dit plan naartoe wil": rij["inleiding"],
        }
    )


def _doelstelling(rij: Inhoud, titels: dict[str, str]) -> Teksten:
    boven = titels.get(rij["ouder"], "") if rij["ouder"] else ""
    return _gevuld(
        {"doelstelling": rij["titel"], "onder strategische doelstelling": boven, "toelichting": rij["toelichting"]}
    )


def _actie(rij: Inhoud, titels: dict[str, str]) -> Teksten:
    teksten = {
        "actie": rij["titel"],
        "bij doelstelling": titels.get(rij["doelstelling"], ""),
        "omschrijving": rij["omschrijving"],
        "prioriteit": _label(Prioriteit, rij["prioriteit"]),
        "soort regieactiviteit": _label(Regieactiviteit, rij["activiteit"]),
        "verplichte actie tot 2022": _label(Regierolactie, rij["regierolactie"]),
        "gemeenten": ", ".join(rij["gemeenten"]) or "heel het gebied",
        "trekker": ", ".join(filter(None, (rij["trekker"]["organisatie"], rij["trekker"]["persoon"]))),
        "partners": "\n".join(_met_noot(p["organisatie"], p["bijdrage"]) for p in rij["partners"]),
        "begint op": _dag(rij["start"]),
        "klaar tegen": _dag(rij["eind"]),
        "BBC-actienummer": rij["bbc_nummer"],
        "risico's": rij["risicos"],
    }
    for budget in rij["budgetten"]:
        bron = _met_noot(_label(Financieringsbron, budget["bron"]), budget["noot"])
        teksten[f"budget {budget['jaar']}, {bron}"] = _budget(budget)
    for indicator in rij["indicatoren"]:
        teksten |= _indicator(_uniek(teksten, f"indicator '{indicator['naam']}'"), indicator)
    return _gevuld(teksten)


def _uniek(er_zijn: Teksten, label: str) -> str:
    """Two indicators may have the same name."""
    voluit, teller = label, 1
    while any(bestaand.startswith(voluit) for bestaand in er_zijn):
        teller += 1
        voluit = f"{label} ({teller})"
    return voluit


def _indicator(label: str, rij: Inhoud) -> Teksten:
    meting = " · ".join(
        filter(
            None,
            (
                _label(Meetwijze, rij["meetwijze"]),
                f"cijfer {rij['cijfer']}" if rij["cijfer"] else "",
                f"alleen van {rij['organisatie']}" if rij["organisatie"] else "",
                f"alleen {rij['instrument']}" if rij["instrument"] else "",
            ),
        )
    )
    doel = f"{_getal(rij['streefwaarde'])} {rij['eenheid']}".strip() if rij["streefwaarde"] else "geen"
    return {
        f"{label}: streefwaarde": f"{doel} ({_label(Indicatorrichting, rij['richting'])})",
        f"{label}: nulmeting": _getal(rij["nulmeting"]),
        f"{label}: wat telt mee": rij["definitie"],
        f"{label}: hoe gemeten": meting,
    }


def _budget(rij: Inhoud) -> str:
    return f"{notatie.euro(Decimal(rij['gepland']))} · {notatie.getal(Decimal(rij['vte_gepland']), 2)} VTE"


def _label(keuzes: type[TextChoices], code: str) -> str:
    """The word of a code; a code that no longer exists stays readable."""
    return str(dict(keuzes.choices).get(code, code))


def _met_noot(tekst: str, noot: str) -> str:
    return f"{tekst} ({noot})" if noot else tekst


def _dag(dag: str | None) -> str:
    return notatie.datum(date.fromisoformat(dag)) if dag else ""


def _getal(tekst: str | None) -> str:
    if tekst is None:
        return ""
    waarde = Decimal(tekst)
    return notatie.getal(waarde, 0 if waarde == waarde.to_integral_value() else 2)
