"""What the pages about moving house show: the own questions and those of others, and who can be asked."""

from django.db.models import Case, QuerySet, Value, When

from regie.core.models import Organisatie
from trajecten.enums_verhuis import OverdrachtStatus, Pakketdeel
from trajecten.models import Client, Overdracht, Overname, Traject

BLIJFT = (
    "notities voor het team",
    "het logboek van wie het dossier las",
    "de opmerking bij de persoonsgegevens",
    "de documenten zelf",
)


def andere_ocmws(eigenaar_id: int) -> QuerySet[Organisatie]:
    """Every active OCMW of the installation but the own one: public facts, also of other gebieden."""
    rijen = Organisatie.objects.ocmws().filter(is_actief=True).exclude(pk=eigenaar_id)
    return rijen.select_related("gebied").order_by("gebied__naam", "naam")


def uitgaand() -> list[Overdracht]:
    """Own questions, open ones first."""
    return list(_open_eerst(Overdracht.objects.select_related("client", "door"))[:50])


def inkomend() -> list[Overname]:
    return list(_open_eerst(Overname.objects.select_related("client", "beslist_door"))[:50])


def aantal_te_beantwoorden() -> int:
    return Overname.objects.filter(status=OverdrachtStatus.AANGEVRAAGD).count()


def _open_eerst(rijen: QuerySet) -> QuerySet:
    volgorde = Case(When(status=OverdrachtStatus.AANGEVRAAGD, then=Value(0)), default=Value(1))
    return rijen.order_by(volgorde, "-created_at", "pk")


def open_overdracht(client: Client) -> Overdracht | None:
    return Overdracht.objects.filter(client=client, status=OverdrachtStatus.AANGEVRAAGD).first()


def is_gewijzigd(overdracht: Overdracht) -> bool:
    """The file changed since the package was made: the receiver cannot accept before it is renewed."""
    versie = Traject.objects.values_list("versie", flat=True).get(pk=overdracht.traject_id)
    return overdracht.is_open and versie != overdracht.traject_versie


def delen_in_woorden(onderdelen: list[str]) -> list[str]:
    return [Pakketdeel(deel).label for deel in onderdelen]
