"""The facts the signals are computed from, for one traject or for hundreds in as many queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery

from trajecten.enums import Inkomensstatuut, StapStatus, TermijnSoort
from trajecten.models import GpmiEvaluatie, ImwBeslissing, Stap, Termijn, Toestemming, Traject, Wijkwerkuren
from trajecten.regels.signalen import Feiten, Stapfeit

LEEFLONER = frozenset({Inkomensstatuut.LEEFLOON, Inkomensstatuut.EQ_LEEFLOON})


@dataclass(slots=True)
class Bundel:
    """One traject with its facts and the rows it has now."""

    traject: Traject
    feiten: Feiten
    termijnen: list[Termijn] = field(default_factory=list)


def bundels(trajecten: Sequence[Traject]) -> list[Bundel]:
    """Seven queries, however many trajecten (with `client` read already)."""
    ids = [traject.pk for traject in trajecten]
    stappen, gpmi = _stappen(ids), _gpmi_evaluaties(ids)
    delen = _toestemmingen([traject.client_id for traject in trajecten])
    alle = [
        Bundel(t, _feiten(t, tuple(stappen.get(t.pk, ())), gpmi.get(t.pk), tuple(delen.get(t.client_id, ()))))
        for t in trajecten
    ]
    per_traject = {bundel.traject.pk: bundel for bundel in alle}
    for termijn in Termijn.objects.filter(traject__in=ids).order_by("vervalt_op", "pk"):
        per_traject[termijn.traject_id].termijnen.append(termijn)
    return alle


def _feiten(
    traject: Traject,
    stappen: tuple[Stapfeit, ...],
    gpmi_geevalueerd_op: date | None,
    toestemmingen: tuple[tuple[str, str, date], ...],
) -> Feiten:
    client = traject.client
    return Feiten(
        status=traject.status,
        status_sinds=traject.status_sinds,
        aangemeld_op=traject.aangemeld_op,
        intake_op=traject.intake_op,
        laatste_contact_op=traject.laatste_contact_op,
        onderbreking_tot=traject.onderbreking_tot,
        gpmi_getekend_op=traject.gpmi_getekend_op,
        gpmi_vrijstelling=traject.gpmi_vrijstelling,
        gpmi_geevalueerd_op=gpmi_geevalueerd_op,
        is_leefloner=client.inkomensstatuut in LEEFLONER,
        leefloon_aangevraagd_op=client.leefloon_aangevraagd_op,
        leefloon_toegekend_op=client.leefloon_toegekend_op,
        vdab_ingeschreven=client.vdab_ingeschreven,
        vdab_vrijstelling=client.vdab_vrijstelling,
        geboortedatum=client.geboortedatum,
        stappen=stappen,
        toestemmingen=toestemmingen,
    )


def _stappen(ids: list[UUID]) -> dict[UUID, list[Stapfeit]]:
    per_traject: dict[UUID, list[Stapfeit]] = {}
    rijen = Stap.objects.filter(traject__in=ids, status=StapStatus.LOPEND, einde=None).select_related("instrument")
    laatste = ImwBeslissing.objects.filter(stap=OuterRef("pk")).order_by("-kwartaal").values("soort")[:1]
    uren: dict[UUID, list[tuple[date, int]]] = {}
    for stap_id, maand, aantal in Wijkwerkuren.objects.filter(stap__traject__in=ids).values_list(
        "stap_id", "maand", "uren"
    ):
        uren.setdefault(stap_id, []).append((maand, aantal))
    for stap in rijen.annotate(imw_soort=Subquery(laatste)).order_by("start", "pk"):
        feit = Stapfeit(
            id=stap.pk.hex[:12],
            instrument=stap.instrument_id,
            naam=str(stap.instrument),
            start=stap.start,
            einde_voorzien=stap.einde_voorzien,
            regelset=str(stap.einde_regel.get("regelset", "")),
            mlp_geregistreerd_op=stap.mlp_geregistreerd_op,
            regime=stap.regime,
            imw_soort=stap.imw_soort or "",
            uren=tuple(uren.get(stap.pk, ())),
        )
        per_traject.setdefault(stap.traject_id, []).append(feit)
    return per_traject


def _gpmi_evaluaties(ids: list[UUID]) -> dict[UUID, date]:
    """The last evaluation of each, as it was noted or as the deadline was ticked."""
    genoteerd = GpmiEvaluatie.objects.filter(traject__in=ids).order_by()
    laatste = dict(genoteerd.values_list("traject").annotate(dag=Max("datum")))
    afgevinkt = Termijn.objects.filter(traject__in=ids, soort=TermijnSoort.GPMI_EVALUATIE).order_by()
    for traject_id, dag in afgevinkt.values_list("traject").annotate(dag=Max("afgehandeld_op")):
        if dag:
            laatste[traject_id] = max(dag, laatste.get(traject_id, dag))
    return laatste


def _toestemmingen(clienten: list[UUID]) -> dict[UUID, list[tuple[str, str, date]]]:
    """Consents with a last day, the latest per purpose and receiver: a renewed one is not asked again."""
    rijen = Toestemming.objects.filter(client__in=clienten, ingetrokken_op=None, tot__isnull=False)
    laatste: dict[tuple[UUID, str, str], Toestemming] = {}
    for rij in rijen.order_by("tot", "pk"):
        laatste[rij.client_id, rij.soort, rij.met_wie] = rij
    per_client: dict[UUID, list[tuple[str, str, date]]] = {}
    for rij in laatste.values():
        if rij.tot:
            per_client.setdefault(rij.client_id, []).append((rij.pk.hex[:12], rij.met_wie, rij.tot))
    return per_client
