"""What every service of a traject does besides its own change: lock, story line, deadlines, version."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from regie.core.exceptions import Verouderd
from regie.core.permissions import Toegang
from trajecten.enums import TermijnSoort, TrajectStatus
from trajecten.models import Client, StatusWijziging, Termijn, Tijdlijnitem, Traject
from trajecten.services import signalen
from trajecten.transitions import check_transition


def vergrendel(traject: Traject, versie: int | None = None) -> Traject:
    """The row, locked until the end of the transaction; Verouderd when somebody saved after `versie` was shown."""
    gegrendeld = Traject.objects.select_for_update(of=("self",)).select_related("client").get(pk=traject.pk)
    if versie is not None and versie != gegrendeld.versie:
        raise Verouderd("een collega")
    return gegrendeld


def bewaar(traject: Traject, velden: Sequence[str]) -> None:
    traject.versie += 1
    traject.full_clean()
    traject.save(update_fields=[*velden, "versie", "updated_at"])


def noteer(
    client: Client,
    soort: str,
    titel: str,
    *,
    datum: date,
    door: Toegang | None,
    tekst: str = "",
    is_mijlpaal: bool = False,
    is_beperkt: bool = False,
) -> None:
    """One line in the story of the client."""
    Tijdlijnitem.objects.create(
        eigenaar_id=client.eigenaar_id,
        client=client,
        soort=soort,
        titel=titel,
        tekst=tekst,
        is_mijlpaal=is_mijlpaal,
        is_beperkt=is_beperkt,
        datum=datum,
        door_id=door.user_id if door else None,
    )


def zet_status(
    traject: Traject,
    naar: TrajectStatus,
    *,
    geldig_op: date,
    door: Toegang | None,
    reden: str = "",
    velden: Sequence[str] = (),
) -> None:
    """Take one step of the state machine on a locked row and record it, complete enough to count from."""
    doorloop(traject, [naar], geldig_op=geldig_op, door=door, reden=reden, velden=velden)


def doorloop(
    traject: Traject,
    statussen: Sequence[TrajectStatus],
    *,
    geldig_op: date,
    door: Toegang | None,
    reden: str = "",
    velden: Sequence[str] = (),
) -> None:
    """Several steps of the state machine on one day: each one checked and recorded, the row saved once."""
    wijzigingen = []
    for naar in statussen:
        van = TrajectStatus(traject.status)
        check_transition(van, naar)
        traject.status, traject.status_sinds = naar, geldig_op
        wijzigingen.append(_wijziging(traject, van, naar, geldig_op=geldig_op, door=door, reden=reden))
    bewaar(traject, ["status", "status_sinds", *velden])
    StatusWijziging.objects.bulk_create(wijzigingen)


def schrijf_wijziging(
    traject: Traject, van: str, naar: TrajectStatus, *, geldig_op: date, door: Toegang | None, reden: str = ""
) -> None:
    _wijziging(traject, van, naar, geldig_op=geldig_op, door=door, reden=reden).save()


def _wijziging(
    traject: Traject, van: str, naar: TrajectStatus, *, geldig_op: date, door: Toegang | None, reden: str
) -> StatusWijziging:
    return StatusWijziging(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        van=van,
        naar=naar,
        geldig_op=geldig_op,
        instrument=traject.instrument_id or "",
        uitstroomcode=traject.uitstroomcode_id or "",
        reden=reden,
        door_id=door.user_id if door else None,
    )


def plan_termijn(
    traject: Traject, soort: TermijnSoort, omschrijving: str, vervalt_op: date, **verwijzing: object
) -> Termijn:
    termijn = maak_termijn(traject, soort, omschrijving, vervalt_op, **verwijzing)
    termijn.save()
    return termijn


def maak_termijn(
    traject: Traject, soort: TermijnSoort, omschrijving: str, vervalt_op: date, **verwijzing: object
) -> Termijn:
    """A deadline that is not saved yet, for who makes many."""
    return Termijn(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        soort=soort,
        omschrijving=omschrijving,
        vervalt_op=vervalt_op,
        **verwijzing,
    )


def handel_af(traject: Traject, soort: TermijnSoort, *, op: date) -> None:
    open_termijnen(traject).filter(soort=soort).update(afgehandeld_op=op)


def laat_vervallen(traject: Traject, *, op: date, behalve: Sequence[TermijnSoort] = ()) -> None:
    """Nothing is asked any more of a traject that ended: no reminder for what is closed."""
    open_termijnen(traject).exclude(soort__in=behalve).update(vervallen_op=op)


def open_termijnen(traject: Traject) -> QuerySet[Termijn]:
    return Termijn.objects.filter(traject=traject, afgehandeld_op=None, vervallen_op=None)


def ververs_termijn(traject: Traject, *, vandaag: date | None = None) -> None:
    """After a change: the signals as the rules give them now, and the next deadline on the traject itself."""
    signalen.herbereken(traject, vandaag=vandaag or timezone.localdate())
