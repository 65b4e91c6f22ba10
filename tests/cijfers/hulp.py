"""A small language to write down status changes in: who, from where, to where, when."""

from datetime import date

from regie.core.models import Organisatie
from tests.factories import ClientFactory, TrajectFactory
from trajecten.enums import TrajectStatus
from trajecten.models import StatusWijziging, Traject
from trajecten.transitions import EINDSTATUSSEN

S = TrajectStatus
PAD = (S.AANGEMELD, S.INTAKE, S.SCREENING, S.ACTIEPLAN, S.WACHT_OP_START, S.LOPEND)


def maak_traject(ocmw: Organisatie | None = None, **velden: object) -> Traject:
    client = ClientFactory(**({"eigenaar": ocmw} if ocmw else {}))
    return TrajectFactory(client=client, **{"aangemeld_op": date(2024, 1, 1), **velden})


def wissel(traject: Traject, naar: str, op: date, *, instrument: str = "", code: str = "") -> StatusWijziging:
    """One step of the machine as the services record it."""
    vorige = StatusWijziging.objects.filter(traject=traject).order_by("id").last()
    van = vorige.naar if vorige else ""
    wijziging = StatusWijziging.objects.create(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        van=van,
        naar=naar,
        geldig_op=op,
        instrument=instrument or (vorige.instrument if vorige else ""),
        uitstroomcode=code,
    )
    traject.status, traject.status_sinds = naar, op
    if naar == S.INTAKE:
        traject.intake_op = op
    traject.afgesloten_op = op if naar in EINDSTATUSSEN else None
    traject.save()
    return wijziging


def tot(traject: Traject, status: str, op: date, *, instrument: str = "ART60") -> Traject:
    """Walk the usual path up to `status`, every step on the same day; the instrument is chosen in the actieplan."""
    for stap in PAD[: PAD.index(S(status)) + 1]:
        wissel(traject, stap, op, instrument=instrument if stap in PAD[3:] else "")
    return traject


def lopend(op: date, ocmw: Organisatie | None = None, instrument: str = "ART60") -> Traject:
    return tot(maak_traject(ocmw, aangemeld_op=op, status_sinds=op), S.LOPEND, op, instrument=instrument)
