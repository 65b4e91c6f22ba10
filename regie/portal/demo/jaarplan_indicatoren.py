"""Indicators of the demo that follow a figure of one OCMW or one instrument, and the quarters that were kept."""

from datetime import date
from decimal import Decimal

from actieplannen.enums import Meetwijze
from actieplannen.models import Actie, Actieindicator, Jaaractieplan
from actieplannen.services.bevriezen import plan_bevriezen
from actieplannen.transitions import VAST
from regie.core.models import Organisatie

OCMW = "ocmw-torhout"


def indicatoren_aanvullen(*, vandaag: date) -> None:
    """Below the actions about doorstroom; then everything that nightly work would have kept by now."""
    ocmw = Organisatie.objects.van_gebied().ocmws().filter(slug=OCMW).first()
    acties = Actie.objects.filter(indicatoren__code="doorstroom", doelstelling__plan__jaar=vandaag.year)
    for actie in acties.order_by("pk").distinct():
        _bind(actie, "Trajecten art. 60 die lopen", "in_behandeling", streef="90", instrument="ART60")
        if ocmw:
            _bind(actie, "Doorstroom in Torhout", "doorstroom", streef="12", organisatie=ocmw)
    for plan_id in Jaaractieplan.objects.filter(status__in=VAST).order_by("jaar").values_list("pk", flat=True):
        plan_bevriezen(plan_id=plan_id, vandaag=vandaag)


def _bind(
    actie: Actie,
    naam: str,
    code: str,
    *,
    streef: str,
    organisatie: Organisatie | None = None,
    instrument: str = "",
) -> None:
    Actieindicator.objects.create(
        actie=actie,
        volgorde=actie.indicatoren.count() + 1,
        naam=naam,
        meetwijze=Meetwijze.GEBONDEN,
        code=code,
        organisatie=organisatie,
        instrument=instrument,
        streefwaarde=Decimal(streef),
    )
