"""One action on many deadlines, and the way back from every action on many dossiers."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.enums import Bulksoort
from trajecten.models import Bulkactie, Termijn
from trajecten.services.spoor import noteer, ververs_termijn
from trajecten.services.taken import keur_sluimer, termijn_sluimeren, termijn_wekken
from trajecten.services.toewijzing import toewijzing_ongedaan, uitkomst

Regel = dict[str, Any]


@transaction.atomic
def termijnen_sluimeren(*, ids: Sequence[UUID], tot: date, reden: str, door: Toegang, vandaag: date) -> Bulkactie:
    """Let these wait until one day, for one reason. What was finished meanwhile stays finished, and is named."""
    keur_sluimer(tot=tot, reden=reden, vandaag=vandaag)
    termijnen = list(Termijn.objects.filter(pk__in=list(ids)).select_related("traject__client").order_by("pk"))
    if not termijnen:
        raise DomainError("Kies minstens één termijn.")
    regels = []
    for termijn in termijnen:
        try:
            termijn_sluimeren(termijn=termijn, tot=tot, reden=reden, door=door, vandaag=vandaag)
        except DomainError as fout:
            regels.append(_regel(termijn, f"{termijn.omschrijving}: {fout}", ok=False))
        else:
            regels.append(_regel(termijn, f"Sluimert tot {tot:%d/%m/%Y}: {termijn.omschrijving}", ok=True))
    return Bulkactie.objects.create(
        eigenaar_id=termijnen[0].eigenaar_id,
        soort=Bulksoort.SLUIMEREN,
        omschrijving=f"Sluimeren tot {tot:%d/%m/%Y}",
        door_id=door.user_id,
        resultaat=regels,
    )


def _regel(termijn: Termijn, zin: str, *, ok: bool) -> Regel:
    return {**uitkomst(termijn.traject, zin, ok=ok), "termijn": str(termijn.pk)}


@transaction.atomic
def bulkactie_ongedaan(*, actie: Bulkactie, door: Toegang, vandaag: date) -> Bulkactie:
    """Back to before, per dossier; what changed again meanwhile stays as it is and says so."""
    if actie.soort == Bulksoort.TOEWIJZEN:
        return toewijzing_ongedaan(actie=actie, door=door, vandaag=vandaag)
    actie = Bulkactie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    if actie.ongedaan_op:
        raise DomainError("Deze actie is al ongedaan gemaakt.")
    terug = _TERUG[Bulksoort(actie.soort)]
    for regel in actie.resultaat:
        if regel["ok"]:
            regel["zin"], regel["ok"] = _doe_terug(terug, regel, door=door, vandaag=vandaag)
    actie.ongedaan_op = timezone.now()
    actie.save(update_fields=["ongedaan_op", "resultaat"])
    return actie


Terug = Callable[..., str]


def _doe_terug(terug: Terug, regel: Regel, *, door: Toegang, vandaag: date) -> tuple[str, bool]:
    termijn = Termijn.objects.select_related("traject__client").filter(pk=regel.get("termijn")).first()
    if termijn is None or termijn.afgehandeld_op or termijn.vervallen_op:
        return "Intussen afgehandeld of niet meer nodig: dit blijft zoals het is.", False
    return terug(termijn, door=door, vandaag=vandaag), True


def _wek(termijn: Termijn, *, door: Toegang, vandaag: date) -> str:
    termijn_wekken(termijn=termijn, door=door, vandaag=vandaag)
    return f"Sluimert niet meer: {termijn.omschrijving}"


def _haal_weg(termijn: Termijn, *, door: Toegang, vandaag: date) -> str:
    traject, omschrijving = termijn.traject, termijn.omschrijving
    termijn.delete()
    noteer(traject.client, "taak", f"Taak weer weggehaald: {omschrijving}"[:160], datum=vandaag, door=door)
    ververs_termijn(traject, vandaag=vandaag)
    return f"Taak weer weggehaald: {omschrijving}"


_TERUG: dict[Bulksoort, Terug] = {Bulksoort.SLUIMEREN: _wek, Bulksoort.TAAK: _haal_weg}
