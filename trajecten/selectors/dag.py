"""Mijn dag: what one trajectbegeleider has to do now, from the open deadlines of the own files."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from trajecten.models import Contactvraag, Ontwerp, Termijn

TONEN = 50


@dataclass(frozen=True, slots=True)
class Dag:
    te_laat: list[Termijn]
    vandaag: list[Termijn]
    deze_week: list[Termijn]
    ontwerpen: list[Ontwerp]
    vragen: list[Contactvraag]

    @property
    def is_leeg(self) -> bool:
        return not (self.te_laat or self.vandaag or self.deze_week or self.ontwerpen or self.vragen)


def mijn_dag(*, user_id: int, organisatie_ids: tuple[int, ...], vandaag: date, hele_team: bool) -> Dag:
    """Deadlines until a week from now, oldest first; `hele_team` shows those of every colleague too."""
    termijnen = open_termijnen().filter(vervalt_op__lte=vandaag + timedelta(days=7))
    if not hele_team:
        termijnen = termijnen.filter(traject__begeleider_id=user_id)
    rijen = list(termijnen.order_by("vervalt_op", "pk")[: TONEN * 3])
    return Dag(
        te_laat=[t for t in rijen if t.vervalt_op < vandaag][:TONEN],
        vandaag=[t for t in rijen if t.vervalt_op == vandaag][:TONEN],
        deze_week=[t for t in rijen if t.vervalt_op > vandaag][:TONEN],
        ontwerpen=list(Ontwerp.objects.filter(door_id=user_id).order_by("-updated_at")),
        vragen=list(
            Contactvraag.objects.filter(aan_id__in=organisatie_ids, beantwoord_op=None)
            .select_related("van", "door")
            .order_by("created_at")
        ),
    )


def open_termijnen() -> QuerySet[Termijn]:
    return Termijn.objects.filter(afgehandeld_op=None, vervallen_op=None).select_related(
        "traject__client", "traject__begeleider"
    )
