"""The follow-up list of the plan after a scan."""

from datetime import date

from django.db.models import Case, IntegerField, QuerySet, Value, When

from partners.enums import Scanactiestatus
from partners.models import Scanactie
from regie.core.permissions import Toegang

TOON = (("", "Open"), ("te_laat", "Te laat"), ("klaar", "Klaar en geschrapt"), ("alles", "Alles"))


def eigen_acties(toegang: Toegang) -> QuerySet[Scanactie]:
    return Scanactie.objects.filter(eigenaar_id__in=toegang.lid_van).select_related("scan", "wie", "eigenaar")


def scanplan(toegang: Toegang, *, organisatie_id: int, toon: str, vandaag: date) -> list[Scanactie]:
    """Open ones first, the most urgent on top."""
    acties = eigen_acties(toegang).filter(eigenaar_id=organisatie_id)
    if toon == "te_laat":
        acties = acties.te_laat(vandaag)  # type: ignore[attr-defined]
    elif toon == "klaar":
        acties = acties.exclude(status__in=Scanactiestatus.open())
    elif toon != "alles":
        acties = acties.open()  # type: ignore[attr-defined]
    eerst = Case(When(status__in=Scanactiestatus.open(), then=Value(0)), default=Value(1), output_field=IntegerField())
    return list(acties.order_by(eerst, "klaar_tegen", "created_at", "pk"))


def wie(actie: Scanactie) -> str:
    return actie.wie.get_full_name() or actie.wie.email if actie.wie else actie.wie_naam
