"""Obstacles as episodes: opened, worked on, closed, and opened again as a new one."""

from datetime import date

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from trajecten.enums import DrempelStatus
from trajecten.models import Drempel, DrempelCode, Drempelstand, Traject
from trajecten.selectors.drempels import ziet_gevoelig
from trajecten.services.spoor import noteer

GESLOTEN = frozenset({DrempelStatus.OPGELOST, DrempelStatus.AANVAARD})
NIET_VOOR_JOU = (
    "Dit is een gevoelige drempel. Alleen de begeleider, wie waarneemt en de teamverantwoordelijke werken ze bij."
)


@transaction.atomic
def drempel_toevoegen(
    *,
    traject: Traject,
    code: DrempelCode,
    ernst: int,
    actie: str,
    door: Toegang,
    vandaag: date,
    partner: Organisatie | None = None,
    vorige: Drempel | None = None,
) -> Drempel:
    if not traject.is_open:
        raise DomainError("Dit traject is afgesloten. Er komen geen drempels meer bij.")
    if Drempel.objects.filter(traject=traject, code=code, gesloten_op=None).exists():
        raise DomainError("Deze drempel staat al open. Pas de ernst of de actie aan in de lijst.")
    drempel = Drempel(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        code=code,
        ernst=ernst,
        actie=actie,
        partner=partner,
        vorige=vorige,
        geopend_op=vandaag,
    )
    drempel.full_clean()
    drempel.save()
    _schrijf_stand(drempel, datum=vandaag, door=door)
    _vertel(drempel, "opnieuw vastgesteld" if vorige else "vastgesteld", code.label, vandaag=vandaag, door=door)
    return drempel


@transaction.atomic
def drempel_bijwerken(
    *,
    drempel: Drempel,
    ernst: int,
    status: str,
    actie: str,
    door: Toegang,
    vandaag: date,
    partner: Organisatie | None = None,
) -> Drempel:
    """Solved or accepted closes the episode; every change of severity or status stays in its history."""
    drempel = (
        Drempel.objects.select_for_update(of=("self",)).select_related("traject__client", "code").get(pk=drempel.pk)
    )
    _eis_zicht(drempel, door, vandaag)
    if drempel.gesloten_op:
        raise DomainError("Deze drempel is afgesloten. Heropen hem: dan begint een nieuwe episode.")
    zet_ernst(drempel, ernst, status=status, datum=vandaag, door=door)
    drempel.actie, drempel.partner = actie, partner
    drempel.gesloten_op = vandaag if status in GESLOTEN else None
    drempel.full_clean()
    drempel.save()
    tekst = f"{drempel.code.label}: {drempel.get_ernst_display()}, {drempel.get_status_display()}"
    _vertel(drempel, "bijgewerkt", tekst, vandaag=vandaag, door=door)
    return drempel


@transaction.atomic
def drempel_heropenen(*, drempel: Drempel, ernst: int, actie: str, door: Toegang, vandaag: date) -> Drempel:
    """It came back, or stayed after the former traject: a new episode in the traject that runs now."""
    drempel = Drempel.objects.select_for_update(of=("self",)).select_related("traject", "code").get(pk=drempel.pk)
    _eis_zicht(drempel, door, vandaag)
    nu = Traject.objects.open().filter(client_id=drempel.traject.client_id).select_related("client").first()
    if nu is None:
        raise DomainError("Deze cliënt heeft geen lopend traject. Heropen het dossier of meld de cliënt opnieuw aan.")
    if drempel.gesloten_op is None and drempel.traject_id == nu.pk:
        raise DomainError("Deze drempel staat nog open. Pas de ernst of de actie aan in de lijst.")
    return drempel_toevoegen(
        traject=nu, code=drempel.code, ernst=ernst, actie=actie, vorige=drempel, door=door, vandaag=vandaag
    )


def zet_ernst(drempel: Drempel, ernst: int, *, status: str, datum: date, door: Toegang | None) -> None:
    """A new severity or status, with what it was before it on record. Does not save the obstacle itself."""
    if (drempel.ernst, drempel.status) == (ernst, status):
        return
    if not drempel.standen.exists():
        _schrijf_stand(drempel, datum=drempel.geopend_op, door=None)
    drempel.ernst, drempel.status = ernst, status
    _schrijf_stand(drempel, datum=datum, door=door)


def _schrijf_stand(drempel: Drempel, *, datum: date, door: Toegang | None) -> None:
    Drempelstand.objects.create(
        eigenaar_id=drempel.eigenaar_id,
        drempel=drempel,
        datum=datum,
        ernst=drempel.ernst,
        status=drempel.status,
        door_id=door.user_id if door else None,
    )


def _eis_zicht(drempel: Drempel, door: Toegang, vandaag: date) -> None:
    if drempel.code.gevoelig and not ziet_gevoelig(drempel.traject, door, vandaag):
        raise DomainError(NIET_VOOR_JOU)


def _vertel(drempel: Drempel, wat: str, tekst: str, *, vandaag: date, door: Toegang) -> None:
    """The story is read by the whole team: of a sensitive obstacle it says that it is there, not which."""
    gevoelig = drempel.code.gevoelig
    noteer(
        drempel.traject.client,
        "drempel",
        f"Gevoelige drempel {wat}" if gevoelig else f"Drempel {wat}",
        tekst="" if gevoelig else tekst,
        datum=vandaag,
        door=door,
        is_beperkt=True,
    )
