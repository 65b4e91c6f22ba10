"""Obstacles as episodes: opened, worked on, closed."""

from datetime import date

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.enums import DrempelStatus
from trajecten.models import Drempel, DrempelCode, Traject
from trajecten.services.spoor import noteer

GESLOTEN = frozenset({DrempelStatus.OPGELOST, DrempelStatus.AANVAARD})


@transaction.atomic
def drempel_toevoegen(
    *, traject: Traject, code: DrempelCode, ernst: int, actie: str, door: Toegang, vandaag: date
) -> Drempel:
    if Drempel.objects.filter(traject=traject, code=code, gesloten_op=None).exists():
        raise DomainError("Deze drempel staat al open. Pas de ernst of de actie aan in de lijst.")
    drempel = Drempel(
        eigenaar_id=traject.eigenaar_id, traject=traject, code=code, ernst=ernst, actie=actie, geopend_op=vandaag
    )
    drempel.full_clean()
    drempel.save()
    noteer(
        traject.client, "drempel", "Drempel vastgesteld", tekst=code.label, datum=vandaag, door=door, is_beperkt=True
    )
    return drempel


@transaction.atomic
def drempel_bijwerken(
    *, drempel: Drempel, ernst: int, status: str, actie: str, door: Toegang, vandaag: date
) -> Drempel:
    """Solved or accepted closes the episode; the history of severity stays in the change log."""
    drempel = (
        Drempel.objects.select_for_update(of=("self",)).select_related("traject__client", "code").get(pk=drempel.pk)
    )
    drempel.ernst, drempel.status, drempel.actie = ernst, status, actie
    drempel.gesloten_op = vandaag if status in GESLOTEN else None
    drempel.full_clean()
    drempel.save()
    tekst = f"{drempel.code.label}: {drempel.get_ernst_display()}, {drempel.get_status_display()}"
    noteer(
        drempel.traject.client, "drempel", "Drempel bijgewerkt", tekst=tekst, datum=vandaag, door=door, is_beperkt=True
    )
    return drempel
