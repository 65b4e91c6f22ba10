"""At the end of each quarter the bound figures are kept as they are: evidence that never changes again."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from actieplannen.enums import Meetwijze, Planstatus
from actieplannen.models import Actieindicator, Jaaractieplan, Meting
from actieplannen.selectors.indicatoren import binding_van, filter_in_woorden
from regie.cijfers.getal import Getal
from regie.cijfers.indicatoren import INDICATOREN
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.gebonden import GEEN_REGEL, KWARTALEN, meet_kwartaaleinde

# Who is followed up: what is a draft promises nothing yet, what is accounted for is closed.
WORDT_BEVROREN = (Planstatus.GOEDGEKEURD, Planstatus.UITGEVOERD)


def kwartalen_bevriezen(vandaag: date) -> int:
    """Every quarter that is over and has no figure yet, also one that was missed. A second run finds nothing."""
    plannen = Jaaractieplan.objects.filter(status__in=WORDT_BEVROREN, jaar__lte=vandaag.year)
    return sum(plan_bevriezen(plan_id=plan_id, vandaag=vandaag) for plan_id in plannen.values_list("pk", flat=True))


@transaction.atomic
def plan_bevriezen(*, plan_id: object, vandaag: date) -> int:
    """The quarters of one plan; two at once wait for each other."""
    plan = Jaaractieplan.objects.select_for_update(of=("self",)).get(pk=plan_id)
    aantal = 0
    for kwartaal in range(1, KWARTALEN + 1):
        einde = Periode.kwartaal(plan.jaar, kwartaal).eind
        if einde < vandaag:
            aantal += _bevries(_zonder_meting(plan, kwartaal), jaar=plan.jaar, kwartaal=kwartaal, op=einde)
    return aantal


def _zonder_meting(plan: Jaaractieplan, kwartaal: int) -> list[Actieindicator]:
    gebonden = Actieindicator.objects.filter(actie__doelstelling__plan=plan, meetwijze=Meetwijze.GEBONDEN)
    gemeten = Meting.objects.filter(jaar=plan.jaar, kwartaal=kwartaal).values("indicator")
    return list(gebonden.exclude(pk__in=gemeten).select_related("organisatie").order_by("pk"))


def _bevries(indicatoren: Sequence[Actieindicator], *, jaar: int, kwartaal: int, op: date) -> int:
    if not indicatoren:
        return 0
    cijfers = meet_kwartaaleinde([binding_van(rij) for rij in indicatoren], jaar=jaar, kwartaal=kwartaal)
    nu = timezone.now()
    metingen = [
        Meting(
            indicator=rij,
            jaar=jaar,
            kwartaal=kwartaal,
            op=op,
            bron=_bron(rij),
            bevroren_op=nu,
            **_waarden(cijfers[binding_van(rij)]),
        )
        for rij in indicatoren
        if binding_van(rij) in cijfers and cijfers[binding_van(rij)].reden != GEEN_REGEL  # may become known
    ]
    return len(Meting.objects.bulk_create(metingen))


def _waarden(getal: Getal) -> dict[str, object]:
    waarde = None if getal.waarde is None else Decimal(str(getal.waarde)).quantize(Decimal("0.01"))
    return {"waarde": waarde, "getoond": getal.getoond[:40], "reden": getal.reden[:300]}


def _bron(indicator: Actieindicator) -> str:
    begrip = INDICATOREN[indicator.code]
    return f"{begrip.naam}, {filter_in_woorden(indicator)}. {begrip.bron}."[:200]
