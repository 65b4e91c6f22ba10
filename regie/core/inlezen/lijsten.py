"""What the pages and services of every list on its way in read."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import QuerySet

from regie.core.inlezen.kolommen import Koppeling, als_koppeling
from regie.core.inlezen.modellen import Inlaadstatus, LijstVelden
from regie.core.models import Lidmaatschap
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope

GELADEN = (Inlaadstatus.BEZIG, Inlaadstatus.KLAAR)

L = TypeVar("L", bound=LijstVelden)


def toegang_van(user_id: int, *, vandaag: date) -> Toegang | None:
    """What somebody may do in the active gebied on a day."""
    leden = Lidmaatschap.objects.geldig_op(vandaag)
    toegang: Toegang | None = leden.van_gebruiker_in(user_id, current_scope().gebied.slug).toegang()
    return toegang


def recent(soort: type[L], aantal: int = 5) -> list[L]:
    """The last files of the organisaties in scope; sheets nobody chose are left out."""
    lijsten = soort.objects.exclude(status=Inlaadstatus.GEANNULEERD).select_related("door", "eigenaar")
    return list(lijsten.order_by("-created_at", "pk")[:aantal])


def eerder_geladen(lijst: L) -> L | None:
    """The last time exactly this file was loaded for this organisatie."""
    zelfde = _van_deze_soort(lijst, sha256=lijst.sha256, blad=lijst.blad, status__in=GELADEN)
    return zelfde.order_by("-created_at").first()


def voorgestelde_koppeling(lijst: LijstVelden) -> Koppeling:
    """What was chosen for a file with these same columns before, else what their names say."""
    if lijst.status == Inlaadstatus.NAKIJKEN:
        return als_koppeling(lijst.koppeling)
    zelfde = _van_deze_soort(lijst, kolommen=lijst.kolommen, status__in=GELADEN)
    eerder = zelfde.order_by("-created_at").values_list("koppeling", flat=True).first()
    return als_koppeling(eerder or lijst.koppeling)


def andere_bladen(lijst: L) -> list[L]:
    """Other sheets of the same upload that still can be chosen."""
    bladen = _van_deze_soort(lijst, sha256=lijst.sha256, door_id=lijst.door_id, status=Inlaadstatus.KOPPELEN)
    uniek = {blad.blad: blad for blad in bladen.order_by("created_at") if blad.blad != lijst.blad}
    return list(uniek.values())


def _van_deze_soort(lijst: L, **zoals: Any) -> "QuerySet[L]":
    return type(lijst).objects.filter(eigenaar_id=lijst.eigenaar_id, **zoals).exclude(pk=lijst.pk)


def rijen_van(lijst: LijstVelden, oordeel: str = "") -> "QuerySet[Any]":
    """The rows in the order of the file; only those with this verdict, '' for all."""
    rijen = lijst.rijen.order_by("rijnummer")
    return rijen.filter(oordeel=oordeel) if oordeel else rijen


def ruwe_rijen(lijst: LijstVelden) -> list[tuple[int, list[str | int | float]]]:
    return [(rij.rijnummer, rij.ruw) for rij in rijen_van(lijst).only("rijnummer", "ruw")]


def onbeslist(lijst: LijstVelden) -> "QuerySet[Any]":
    """Rows that may be known and about which nothing was decided."""
    return rijen_van(lijst, lijst.TE_KIEZEN).filter(besluit="")


def besluiten_geteld(lijst: LijstVelden) -> Mapping[str, int]:
    """{decision: number of rows} about rows that may be known."""
    return Counter(rijen_van(lijst, lijst.TE_KIEZEN).values_list("besluit", flat=True))
