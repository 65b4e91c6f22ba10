"""The life of one plan as it is read: its steps, the strip on the tab, what was to be mended."""

from typing import Any

from actieplannen.enums import Planstatus
from actieplannen.models import Jaaractieplan, Planstap, Verbeterpunt
from regie.core.notatie import datum

VOLGORDE = list(Planstatus)
TITELS = {
    (Planstatus.CONCEPT, Planstatus.INGEDIEND): "Ingediend",
    (Planstatus.INGEDIEND, Planstatus.GOEDGEKEURD): "Goedgekeurd",
    (Planstatus.GOEDGEKEURD, Planstatus.UITGEVOERD): "Uitgevoerd",
    (Planstatus.UITGEVOERD, Planstatus.GOEDGEKEURD): "Opnieuw in uitvoering",
    (Planstatus.UITGEVOERD, Planstatus.VERANTWOORD): "Verantwoord",
}


def stappen(plan: Jaaractieplan) -> list[Planstap]:
    """The newest first, with who."""
    return list(Planstap.objects.filter(plan=plan).select_related("door").order_by("-created_at"))


def titel_van(stap: Planstap) -> str:
    terug = "Teruggestuurd" if stap.opmerkingen else "Ingetrokken"
    return TITELS.get((Planstatus(stap.van), Planstatus(stap.naar)), terug)


def strook(plan: Jaaractieplan, gezet: list[Planstap]) -> list[dict[str, str]]:
    """The five statuses in order for the component `fasestrook`, each reached one with its day."""
    dagen = {}
    for stap in reversed(gezet):
        if VOLGORDE.index(Planstatus(stap.naar)) > VOLGORDE.index(Planstatus(stap.van)):
            dagen[Planstatus(stap.naar)] = stap.datum
    nu = VOLGORDE.index(Planstatus(plan.status))
    uit = []
    for plaats, status in enumerate(VOLGORDE):
        dag = datum(dagen[status]) if plaats <= nu and status in dagen else ""
        toestand = "klaar" if plaats < nu else "huidig" if plaats == nu else ""
        uit.append({"label": f"{status.label} {dag}".strip(), "toestand": toestand})
    return uit


def tijdlijn(gezet: list[Planstap]) -> list[dict[str, Any]]:
    """The steps for the component `tijdlijn`."""
    return [
        {
            "moment": stap.datum,
            "titel": titel_van(stap),
            "tekst": " · ".join(filter(None, (stap.beslist_door, stap.kenmerk, stap.opmerkingen))),
            "wie": stap.door.naam,
            "mijlpaal": stap.naar == Planstatus.GOEDGEKEURD and stap.van == Planstatus.INGEDIEND,
        }
        for stap in gezet
    ]


def verbeterpunten(plan: Jaaractieplan) -> list[Verbeterpunt]:
    """What has to be mended: of the last time a plan was sent back, as long as it is a concept."""
    if plan.status != Planstatus.CONCEPT:
        return []
    terug = Planstap.objects.filter(plan=plan, naar=Planstatus.CONCEPT).exclude(opmerkingen="")
    laatste = terug.order_by("-created_at").first()
    if laatste is None:
        return []
    return list(laatste.verbeterpunten.select_related("klaar_door", "stap").order_by("volgorde"))
