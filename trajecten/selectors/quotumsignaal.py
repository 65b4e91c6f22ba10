"""How far each own OCMW is with its art. 60 VST places this year, when that asks for attention."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from regie.core.notatie import getal
from regie.core.parameters import Regel, regel
from regie.core.tenancy import current_scope
from trajecten.enums import StapStatus
from trajecten.models import Quotum, Stap

HALFWEG = (7, 1)  # 1 July: from then on little use is a signal


@dataclass(frozen=True, slots=True)
class Quotumsignaal:
    organisatie: str
    tekst: str
    uitleg: str
    regel: Regel


def quotumsignalen(vandaag: date) -> list[Quotumsignaal]:
    """For the team lead: almost full, or hardly used when the year is half over."""
    quota = list(
        Quotum.objects.filter(jaar=vandaag.year, organisatie__in=current_scope().organisatie_ids, toegekend__gt=0)
        .select_related("organisatie")
        .order_by("organisatie__naam")
    )
    if not quota:
        return []
    gestart = dict(
        Stap.objects.filter(
            instrument="ART60_VST", start__gte=date(vandaag.year, 1, 1), start__lte=vandaag, overgenomen_op=None
        )
        .exclude(status=StapStatus.GEPLAND)
        .order_by()
        .values_list("eigenaar")
        .annotate(n=Count("traject", distinct=True))
    )
    gevonden = ((q, quotumsignaal(gestart.get(q.organisatie_id, 0), q.toegekend, vandaag)) for q in quota)
    return [
        Quotumsignaal(str(quotum.organisatie), tekst, uitleg, wet)
        for quotum, signaal in gevonden
        if signaal
        for tekst, uitleg, wet in [signaal]
    ]


def quotumsignaal(gestart: int, toegekend: int, vandaag: date) -> tuple[str, str, Regel] | None:
    """(what, why, the rule), or nothing to say."""
    deel = 100 * gestart / toegekend
    stand = f"{getal(gestart)} van {getal(toegekend)} plaatsen gestart in {vandaag.year}"
    vol = regel("quotum_signaal", op=vandaag, dimensie="bijna vol")
    weinig = regel("quotum_signaal", op=vandaag, dimensie="weinig gebruikt")
    if deel >= vol.waarde:
        return f"Quotum VST bijna vol: {stand}.", f"Verwittigt vanaf {getal(vol.waarde)} %.", vol
    if (vandaag.month, vandaag.day) >= HALFWEG and deel < weinig.waarde:
        return f"Quotum VST weinig gebruikt: {stand}.", f"Vanaf 1 juli onder {getal(weinig.waarde)} %.", weinig
    return None
