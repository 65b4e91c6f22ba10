"""The figures of indicators that are counted by hand or come from a file: one per quarter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from actieplannen.enums import Meetwijze
from actieplannen.models import Actieindicator, Meting
from actieplannen.services.rechten import eis_opvolgen
from actieplannen.services.wijzigen import open_voor_opvolging
from regie.cijfers.periode import Periode
from regie.core import notatie
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang

MEESTE_RIJEN = 500
BEVROREN = "Dit kwartaalcijfer is bevroren en verandert niet meer. Vul een verbetering bij een later kwartaal in."


@dataclass(frozen=True, slots=True)
class Kwartaalwaarde:
    """One value to load."""

    indicator: Actieindicator
    jaar: int
    kwartaal: int
    waarde: Decimal

    @property
    def plaats(self) -> tuple[object, int, int]:
        return self.indicator.pk, self.jaar, self.kwartaal


@dataclass(frozen=True, slots=True)
class Ingeladen:
    """What loading a file did."""

    nieuw: int
    gewijzigd: int
    gelijk: int


@transaction.atomic
def meting_zetten(
    *,
    indicator: Actieindicator,
    jaar: int,
    kwartaal: int,
    waarde: Decimal | None,
    door: Toegang | None,
    vandaag: date,
    bron: str = "",
) -> Meting | None:
    """The value of one quarter; nothing clears it. Who and when is kept with every change.

    Without `door` it comes from behind a signed link, which the caller looked after.
    """
    if door is not None:
        eis_opvolgen(indicator.actie, door)
    eis_in_te_vullen(indicator, jaar=jaar, kwartaal=kwartaal, vandaag=vandaag)
    meting = _vergrendeld(indicator, jaar, kwartaal)
    if waarde is None:
        _wis(meting, door=door)
        return None
    _schrijf(indicator, meting, jaar=jaar, kwartaal=kwartaal, waarde=waarde, bron=bron, door=door, vandaag=vandaag)
    return _vergrendeld(indicator, jaar, kwartaal)


@transaction.atomic
def meting_terugzetten(
    *, indicator: Actieindicator, jaar: int, kwartaal: int, door: Toegang, vandaag: date
) -> Meting | None:
    """Undo the last change of one quarter; a second time does it again."""
    eis_opvolgen(indicator.actie, door)
    eis_in_te_vullen(indicator, jaar=jaar, kwartaal=kwartaal, vandaag=vandaag)
    meting = _vergrendeld(indicator, jaar, kwartaal)
    events = Meting.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # made by pghistory
        gebied=indicator.gebied_id, indicator=indicator.pk, jaar=jaar, kwartaal=kwartaal
    )
    laatste = list(events.order_by("-pgh_id")[:2])
    if not laatste:
        raise DomainError("Er is niets om ongedaan te maken.")
    vorige = laatste[1] if len(laatste) > 1 else None
    if vorige is None or vorige.pgh_label == "delete":
        _wis(meting, door=door)
        return None
    _schrijf(
        indicator,
        meting,
        jaar=jaar,
        kwartaal=kwartaal,
        waarde=vorige.waarde,
        bron=vorige.bron,
        door=door,
        vandaag=vandaag,
    )
    return _vergrendeld(indicator, jaar, kwartaal)


@transaction.atomic
def metingen_inladen(*, waarden: Sequence[Kwartaalwaarde], bestand: str, door: Toegang, vandaag: date) -> Ingeladen:
    """All rows of a file or none, with every reason why not. Loading the same file again changes nothing."""
    fouten = _bezwaren(waarden, door=door, vandaag=vandaag)
    if fouten:
        raise DomainErrors(fouten)
    telling = {"nieuw": 0, "gewijzigd": 0, "gelijk": 0}
    bron = f"ingeladen uit {bestand}" if bestand else "ingeladen uit een bestand"
    for rij in sorted(waarden, key=lambda rij: (str(rij.indicator.pk), rij.jaar, rij.kwartaal)):
        meting = _vergrendeld(rij.indicator, rij.jaar, rij.kwartaal)
        if meting is not None and meting.waarde == rij.waarde:
            telling["gelijk"] += 1
            continue
        plaats: dict[str, Any] = {"jaar": rij.jaar, "kwartaal": rij.kwartaal, "waarde": rij.waarde}
        wat = _schrijf(rij.indicator, meting, bron=bron[:200], door=door, vandaag=vandaag, **plaats)
        telling[wat] += 1
    return Ingeladen(**telling)


def eis_in_te_vullen(indicator: Actieindicator, *, jaar: int, kwartaal: int, vandaag: date) -> None:
    """A quarter of the year of the plan that has begun, of an indicator that is not bound."""
    plan = open_voor_opvolging(indicator.actie.doelstelling.plan)
    if indicator.meetwijze == Meetwijze.GEBONDEN:
        raise DomainError(f"'{indicator.naam}' telt zichzelf. Een waarde invullen kan niet.")
    if jaar != plan.jaar:
        raise DomainError(f"Dit plan gaat over {plan.jaar}. Vul een kwartaal van dat jaar in.")
    begin = Periode.kwartaal(jaar, kwartaal).start
    if begin > vandaag:
        raise DomainError(f"Kwartaal {kwartaal} begint pas op {notatie.datum(begin)}. Vul de waarde dan in.")


def _bezwaren(waarden: Sequence[Kwartaalwaarde], *, door: Toegang, vandaag: date) -> list[str]:
    fouten, gezien = [], set()
    for rij in waarden:
        waar = f"{rij.indicator.naam}, kwartaal {rij.kwartaal} van {rij.jaar}"
        if rij.plaats in gezien:
            fouten.append(f"{waar} staat er twee keer in. Laat één van de twee rijen staan.")
        gezien.add(rij.plaats)
        try:
            eis_opvolgen(rij.indicator.actie, door)
            eis_in_te_vullen(rij.indicator, jaar=rij.jaar, kwartaal=rij.kwartaal, vandaag=vandaag)
        except DomainError as fout:
            fouten.append(f"{waar}: {fout}")
    return fouten


def _vergrendeld(indicator: Actieindicator, jaar: int, kwartaal: int) -> Meting | None:
    Actieindicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    meting = Meting.objects.filter(indicator=indicator, jaar=jaar, kwartaal=kwartaal).first()
    if meting is not None and meting.bevroren_op is not None:
        raise DomainError(BEVROREN)
    return meting


def _wis(meting: Meting | None, *, door: Toegang | None) -> None:
    if meting is not None:
        record_event("meting.gewist", meting.indicator.actie, door=door)
        meting.delete()


def _schrijf(
    indicator: Actieindicator,
    meting: Meting | None,
    *,
    jaar: int,
    kwartaal: int,
    waarde: Decimal,
    bron: str,
    door: Toegang | None,
    vandaag: date,
) -> str:
    """Returns "nieuw", "gewijzigd" or "gelijk"; what stays the same keeps who filled it in."""
    op = min(Periode.kwartaal(jaar, kwartaal).eind, vandaag)
    bron = bron.strip() or "met de hand geteld"
    if meting is None:
        meting, wat = Meting(indicator=indicator, jaar=jaar, kwartaal=kwartaal), "nieuw"
    elif meting.waarde == waarde and meting.bron == bron:
        return "gelijk"
    else:
        wat = "gewijzigd"
    meting.waarde, meting.bron, meting.op = waarde, bron, op
    meting.door_id = door.user_id if door else None
    meting.full_clean()
    meting.save()
    record_event("meting.gezet", indicator.actie, door=door, kwartaal=f"{jaar} K{kwartaal}")
    return wat
