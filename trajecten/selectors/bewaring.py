"""Dossiers past their retention period (domein.md 2.3): which may go, and which are announced."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from django.db import models
from django.db.models import Exists, ForeignObjectRel, Max, OuterRef, Q, QuerySet

from regie.core.dates import plus_maanden
from regie.core.parameters import waarde
from regie.core.rls import history_models
from regie.core.tenancy import DossierModel
from trajecten.models import Client, Traject, Wissing


@dataclass(frozen=True, slots=True)
class Bewaring:
    """How long, and what that gives today."""

    maanden: int
    wachtdagen: int
    grens: date  # closed on this day or before: past the period
    te_wissen: list[Client]  # each with `afgesloten_op`
    aangekondigd: list[Wissing]


def bewaring(vandaag: date) -> Bewaring:
    maanden = int(waarde("bewaartermijn", op=vandaag))
    grens = plus_maanden(vandaag, -maanden)
    aangekondigd = Wissing.objects.select_related("client", "door").order_by("uitvoeren_op", "client__sorteernaam")
    return Bewaring(
        maanden=maanden,
        wachtdagen=int(waarde("bewaartermijn_aankondiging", op=vandaag)),
        grens=grens,
        te_wissen=sorted(te_wissen(grens).filter(wissing=None), key=attrgetter("afgesloten_op", "sorteernaam")),
        aangekondigd=list(aangekondigd),
    )


def te_wissen(grens: date) -> QuerySet[Client]:
    """Everything of this person ended on or before `grens`. Who never had a traject has nothing that ended: stays."""
    trajecten = Traject.objects.filter(client=OuterRef("pk"))
    leeft_nog = trajecten.filter(Q(afgesloten_op=None) | Q(afgesloten_op__gt=grens))
    rijen = Client.objects.filter(Exists(trajecten), ~Exists(leeft_nog)).select_related("eigenaar")
    return rijen.annotate(afgesloten_op=Max("trajecten__afgesloten_op"))


Boom = dict[type[models.Model], list[UUID]]


def dossierboom(client: Client) -> Boom:
    """Every row of this person, by table: the file, what was merged into it, and all that hangs on them."""
    boom: Boom = {Client: [client.pk]}
    wachtrij: list[tuple[type[models.Model], list[UUID]]] = [(Client, [client.pk])]
    while wachtrij:
        model, ids = wachtrij.pop()
        for sleutel in _wijzen_naar(model):
            kind = sleutel.model
            rijen = kind._base_manager.filter(**{f"{sleutel.attname}__in": ids})
            gezien = boom.setdefault(kind, [])
            if nieuw := list(rijen.exclude(pk__in=gezien).values_list("pk", flat=True)):
                gezien += nieuw
                wachtrij.append((kind, nieuw))
    return {model: ids for model, ids in boom.items() if ids}


def _wijzen_naar(model: type[models.Model]) -> list[models.ForeignKey]:
    """Keys of tables whose rows go when a row of `model` goes, hidden ones too."""
    relaties = model._meta.get_fields(include_hidden=True)
    velden = [relatie.field for relatie in relaties if isinstance(relatie, ForeignObjectRel)]
    return [
        veld
        for veld in velden
        if isinstance(veld, models.ForeignKey)
        and issubclass(veld.model, DossierModel)
        and veld.remote_field.on_delete is not models.SET_NULL
    ]


def geschiedenis(boom: Boom) -> list[tuple[str, str, list[UUID]]]:
    """(table, column, ids) of the history of those rows, also of rows that were removed before."""
    gevonden = []
    for event in history_models():
        for veld in event._meta.local_fields:
            doel = veld.related_model
            if isinstance(veld, models.ForeignKey) and doel in boom:
                gevonden.append((event._meta.db_table, veld.column, boom[doel]))
    return gevonden
