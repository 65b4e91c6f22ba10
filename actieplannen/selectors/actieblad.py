"""What stands on the page of one action."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from actieplannen.models import Actie, Actiebudget, Actieindicator, Actiepartner, Bewijsstuk, Jaaractieplan, Opmerking
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from partners.selectors.gemeenten import gemeenten_van_gebied, namen_van
from regie.core.historiek import Bron, tijdlijn
from regie.core.models import Gemeente

STIL = frozenset({"actie", "volgorde", "reeks", "versie", "door"})


def acties() -> QuerySet[Actie]:
    """With its plan and who pulls it."""
    return Actie.objects.select_related("doelstelling__plan", "trekker", "trekker_organisatie", "trekker_contact")


@dataclass(slots=True)
class Bewijsregel:
    bewijs: Bewijsstuk
    telt: bool  # for the year of the plan
    bestanden: list[Bijlage] = field(default_factory=list)


@dataclass(slots=True)
class Stukken:
    bewijzen: list[Bewijsregel]
    bestanden: list[Bijlage]


def stukken_van(actie: Actie, plan: Jaaractieplan) -> Stukken:
    """The evidence of an action and its files, as they count today. Two queries."""
    bewijzen = list(
        actie.bewijzen.filter(ingetrokken_op=None).select_related("door").order_by("-datum", "-created_at")
    )
    bij = Q(onderwerp=Bijlageonderwerp.PLANACTIE, object_id=actie.pk)
    bij |= Q(onderwerp=Bijlageonderwerp.BEWIJS, object_id__in=[bewijs.pk for bewijs in bewijzen])
    per: dict[UUID, list[Bijlage]] = defaultdict(list)
    for bijlage in Bijlage.objects.aanwezig().filter(bij).select_related("eigenaar").order_by("-created_at", "pk"):
        per[bijlage.object_id].append(bijlage)
    regels = [Bewijsregel(bewijs, bewijs.datum.year == plan.jaar, per[bewijs.pk]) for bewijs in bewijzen]
    return Stukken(regels, per[actie.pk])


def opmerkingen_van(actie: Actie) -> QuerySet[Opmerking]:
    return actie.opmerkingen.filter(ingetrokken_op=None).select_related("door").order_by("created_at")


def partners_van(actie: Actie) -> QuerySet[Actiepartner]:
    return actie.partners.select_related("organisatie").order_by("organisatie__naam")


def gemeenten_in_woorden(actie: Actie, *, vandaag: date) -> str:
    return namen_van(actie.gemeenten, gemeenten_van_gebied(vandaag))


def buiten_jaar(actie: Actie, jaar: int) -> str:
    """A sentence when the action runs outside the year of its plan; empty when it does not."""
    if actie.start and actie.start.year > jaar:
        return f"De actie begint pas na {jaar}, het jaar van dit plan."
    if actie.eind and actie.eind.year < jaar:
        return f"De actie eindigt voor {jaar}, het jaar van dit plan."
    jaren = [dag.year for dag in (actie.start, actie.eind) if dag and dag.year != jaar]
    return f"De actie loopt ook in {' en '.join(str(j) for j in sorted(set(jaren)))}." if jaren else ""


def bestand_met_actie(bijlage_id: UUID) -> tuple[Bijlage, Actie] | None:
    """A file of an action or of its evidence, with that action; nothing for another file, or withdrawn evidence."""
    soorten = (Bijlageonderwerp.PLANACTIE, Bijlageonderwerp.BEWIJS)
    bijlage = Bijlage.objects.filter(pk=bijlage_id, onderwerp__in=soorten).first()
    if bijlage is None:
        return None
    if bijlage.onderwerp == Bijlageonderwerp.PLANACTIE:
        actie = acties().filter(pk=bijlage.object_id).first()
    else:
        actie = acties().filter(bewijzen=bijlage.object_id, bewijzen__ingetrokken_op=None).first()
    return (bijlage, actie) if actie else None


def wat_mee_weggaat(actie: Actie) -> list[str]:
    """What hangs below an action, for who is about to remove it."""
    tellingen = (
        ("indicator", "indicatoren", actie.indicatoren),
        ("bedrag", "bedragen", actie.budgetten),
        ("bewijsstuk", "bewijsstukken", actie.bewijzen),
        ("opmerking", "opmerkingen", actie.opmerkingen),
        ("kwartaalstand", "kwartaalstanden", actie.standen),
    )
    aantallen = [(rijen.count(), een, meer) for een, meer, rijen in tellingen]
    return [f"{aantal} {een if aantal == 1 else meer}" for aantal, een, meer in aantallen if aantal]


def laatste_wijzigingen(actie: Actie, *, hoogstens: int) -> list[dict[str, Any]]:
    """Of the action itself."""
    return tijdlijn([_van_actie(actie)], hoogstens=hoogstens)


def historiek_van(actie: Actie) -> list[dict[str, Any]]:
    """Every change of the action and of what hangs below it, newest first."""
    onderdelen = (
        (Actiepartner, "Partner", "organisatie"),
        (Actiebudget, "Budget", "bron"),
        (Actieindicator, "Indicator", "naam"),
        (Bewijsstuk, "Bewijsstuk", "titel"),
    )
    bronnen = [
        Bron(model, _events(model).filter(actie=actie.pk), wat, STIL, naam=naam) for model, wat, naam in onderdelen
    ]
    return tijdlijn([_van_actie(actie), *bronnen])


def _van_actie(actie: Actie) -> Bron:
    toon = {"trekker": _naam, "trekker_contact": _naam, "gemeenten": _gemeenten}
    return Bron(Actie, _events(Actie).filter(pgh_obj=actie.pk), "Actie", STIL, toon)


def _events(model: Any) -> QuerySet:
    rijen: QuerySet = model.pgh_event_model.objects.all()
    return rijen


def _naam(mens: Any) -> str:
    return str(mens.naam)


def _gemeenten(codes: list[str]) -> str:
    return ", ".join(Gemeente.objects.filter(nis__in=codes).order_by("sleutel").values_list("naam", flat=True))
