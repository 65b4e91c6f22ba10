"""What stands in the own agenda of an account: kinds and days of open deadlines, over all its gebieden. No names."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from regie.core.models import Lidmaatschap, Regiegebied
from regie.core.models.organisatie import toegang_van
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import gebied_context
from trajecten.models import EigenTaak
from trajecten.selectors.dag import waargenomen, wakkere_termijnen


@dataclass(frozen=True, slots=True)
class Agendapunt:
    sleutel: str
    soort: str
    dag: date
    sinds: datetime
    gebied_slug: str


def toegangen(user_id: int, vandaag: date) -> list[tuple[Regiegebied, Toegang]]:
    """Where somebody follows files on a day, with what they may see there."""
    per_gebied: dict[int, list[Lidmaatschap]] = {}
    for lid in Lidmaatschap.objects.geldig_op(vandaag).van_gebruiker(user_id):
        per_gebied.setdefault(lid.gebied_id, []).append(lid)
    gevonden = [(leden[0].gebied, toegang_van(leden)) for leden in per_gebied.values()]
    return [(gebied, toegang) for gebied, toegang in gevonden if toegang and toegang.mag(Recht.CLIENT_BEWERKEN)]


def agendapunten(user_id: int, vandaag: date) -> list[Agendapunt]:
    punten: list[Agendapunt] = []
    for gebied, toegang in toegangen(user_id, vandaag):
        with gebied_context(gebied, toegang.organisatie_ids):
            afwezigen = waargenomen(user_id, vandaag).values("afwezige")
            van_mij = Q(traject__begeleider=user_id) | Q(traject__begeleider__in=afwezigen)
            for t in wakkere_termijnen(vandaag).filter(van_mij).order_by("vervalt_op", "pk"):
                punten.append(Agendapunt(str(t.pk), t.get_soort_display(), t.vervalt_op, t.created_at, gebied.slug))
            for taak in EigenTaak.objects.filter(voor=user_id, afgehandeld_op=None).order_by("vervalt_op", "pk"):
                punten.append(Agendapunt(str(taak.pk), "eigen taak", taak.vervalt_op, taak.created_at, gebied.slug))
    return punten
