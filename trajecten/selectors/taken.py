"""Taken en termijnen: everything open, as a list or as a week."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from trajecten.models import EigenTaak, Termijn, Traject
from trajecten.selectors.dag import open_termijnen, waargenomen
from trajecten.transitions import EINDSTATUSSEN

WERKWEEK = 5


@dataclass(frozen=True, slots=True)
class Vraag:
    """What somebody asks of the page. `wie`: "mij", "team", or the number of a colleague."""

    wie: str = "mij"
    soort: str = ""
    toon: str = ""  # "", "te_laat" or "sluimert"


@dataclass(frozen=True, slots=True)
class Dagvak:
    dag: date
    termijnen: list[Termijn]
    taken: list[EigenTaak]


def termijnen(vraag: Vraag, *, user_id: int, vandaag: date) -> QuerySet[Termijn]:
    """Open deadlines, earliest first; what sleeps is left out unless it is asked for."""
    rijen = _van_wie(open_termijnen(), vraag.wie, user_id, vandaag)
    if vraag.soort:
        rijen = rijen.filter(soort=vraag.soort)
    if vraag.toon == "sluimert":
        return rijen.filter(gesluimerd_tot__gt=vandaag).order_by("gesluimerd_tot", "pk")
    rijen = rijen.exclude(gesluimerd_tot__gt=vandaag).annotate(uiterlijk_op=Coalesce("te_laat_na", "vervalt_op"))
    if vraag.toon == "te_laat":
        rijen = rijen.filter(uiterlijk_op__lt=vandaag)
    return rijen.order_by("vervalt_op", "pk")


def _van_wie(rijen: QuerySet[Termijn], wie: str, user_id: int, vandaag: date) -> QuerySet[Termijn]:
    if wie == "team":
        return rijen
    if wie.isdigit():
        return rijen.filter(traject__begeleider=int(wie))
    afwezigen = waargenomen(user_id, vandaag).values("afwezige")
    return rijen.filter(Q(traject__begeleider=user_id) | Q(traject__begeleider__in=afwezigen))


def eigen_taken(*, user_id: int, vandaag: date, toon: str = "") -> QuerySet[EigenTaak]:
    rijen = EigenTaak.objects.filter(voor_id=user_id, afgehandeld_op=None).order_by("vervalt_op", "pk")
    return rijen.filter(vervalt_op__lt=vandaag) if toon == "te_laat" else rijen


def week(vraag: Vraag, *, maandag: date, user_id: int, vandaag: date) -> list[Dagvak]:
    """Monday to Friday; what falls in the weekend stands on its own day only when there is something."""
    zondag = maandag + timedelta(days=6)
    alle = list(termijnen(vraag, user_id=user_id, vandaag=vandaag).filter(vervalt_op__range=(maandag, zondag)))
    taken = []
    if vraag.wie == "mij" and not vraag.soort:
        taken = list(eigen_taken(user_id=user_id, vandaag=vandaag).filter(vervalt_op__range=(maandag, zondag)))
    vakken = []
    for dagen in range(7):
        dag = maandag + timedelta(days=dagen)
        vak = Dagvak(dag, [t for t in alle if t.vervalt_op == dag], [t for t in taken if t.vervalt_op == dag])
        if dagen < WERKWEEK or vak.termijnen or vak.taken:
            vakken.append(vak)
    return vakken


def open_trajecten() -> QuerySet[Traject]:
    """For whom a task can be added, by name."""
    return (
        Traject.objects.exclude(status__in=sorted(EINDSTATUSSEN))
        .select_related("client")
        .order_by(F("sorteernaam"), "pk")
    )


def traject_van_client(client_id: UUID) -> Traject | None:
    return open_trajecten().filter(client=client_id).first()
