"""What belongs in a dossier, what is there, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from regie.core.notatie import datum
from regie.core.parameters import waarde
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import current_scope
from trajecten.enums import StapStatus, TrajectStatus
from trajecten.models import Client, Document, DocumentSoort, Plaatsing, Stap, Stapdocument, Traject
from trajecten.regels.documenten import BRON, PARTIJEN, PER_PLAATSING, PER_STAP
from trajecten.transitions import FASEN

ONTBREEKT, ONTVANGEN, GETEKEND, VERLOPEN = "ontbreekt", "ontvangen", "getekend", "verlopen"


@dataclass(frozen=True, slots=True)
class Stukregel:
    """One expected document: in which state, since when, and the files that belong to it."""

    soort: DocumentSoort
    toestand: str
    op: date | None = None
    toelichting: str = ""
    stap: Stap | None = None
    plaatsing: Plaatsing | None = None
    getekend: dict[str, date | None] = field(default_factory=dict)
    documenten: tuple[Document, ...] = ()

    @property
    def ontbreekt(self) -> bool:
        return self.toestand in {ONTBREEKT, VERLOPEN}


@dataclass(frozen=True, slots=True)
class Dossierstukken:
    regels: list[Stukregel]
    vrij: list[Document]

    @property
    def aantal_ontbreekt(self) -> int:
        return sum(regel.ontbreekt for regel in self.regels)


def soorten() -> dict[str, DocumentSoort]:
    """Every kind, in order; one query per scope."""
    cache = current_scope().cache
    if "documentsoorten" not in cache:
        cache["documentsoorten"] = {s.pk: s for s in DocumentSoort.objects.order_by("volgorde", "pk")}
    return cache["documentsoorten"]  # type: ignore[return-value]


def zichtbare_soorten(door: Toegang) -> dict[str, DocumentSoort]:
    """Kinds this person may read: contracts for the administration, the rest for who guides (domein.md 2.1)."""
    ziet_alles = door.mag(Recht.DREMPEL_BEKIJKEN)
    return {code: soort for code, soort in soorten().items() if ziet_alles or not soort.alleen_team}


def dossierstukken(client: Client, traject: Traject | None, *, door: Toegang, vandaag: date) -> Dossierstukken:
    zichtbaar = zichtbare_soorten(door)
    documenten = list(
        Document.objects.aanwezig()
        .filter(client=client, soort__in=list(zichtbaar))
        .select_related("door", "evaluatie")
        .order_by("-created_at", "pk")
    )
    for document in documenten:
        document.soort = zichtbaar[document.soort_id]
    regels = [
        _regel(verwacht, documenten, vandaag)
        for verwacht in (_verwacht(traject) if traject else [])
        if verwacht.soort.pk in zichtbaar
    ]
    gebruikt = {document.pk for regel in regels for document in regel.documenten}
    return Dossierstukken(regels, [document for document in documenten if document.pk not in gebruikt])


@dataclass(frozen=True, slots=True)
class _Verwacht:
    soort: DocumentSoort
    traject: Traject
    stap: Stap | None = None
    plaatsing: Plaatsing | None = None
    getekend_op: date | None = None  # of a paper of the step that has no column of its own


def _verwacht(traject: Traject) -> list[_Verwacht]:
    """By phase of the traject first, then what the instrument of every open step asks."""
    alle = soorten()
    status = TrajectStatus(traject.status)
    fase = FASEN.index(status) if status in FASEN else FASEN.index(TrajectStatus.LOPEND)
    verwacht: dict[tuple[str, UUID | None], _Verwacht] = {
        (soort.pk, None): _Verwacht(soort, traject)
        for soort in alle.values()
        if soort.verwacht_vanaf and fase >= FASEN.index(TrajectStatus(soort.verwacht_vanaf))
    }
    if traject.gpmi_vrijstelling:
        verwacht.pop(("gpmi", None), None)
    stappen = _open_stappen(traject)
    dagen = _dagen_van([stap for stap, _ in stappen])
    for stap, plaatsing in stappen:
        for code in stap.instrument.verplichte_documenten.split("|"):
            if code in alle and (code, None) not in verwacht:
                verwacht[code, stap.pk] = _Verwacht(alle[code], traject, stap, plaatsing, dagen.get((stap.pk, code)))
    if traject.instrument and not any(sleutel[1] for sleutel in verwacht):
        for code in traject.instrument.verplichte_documenten.split("|"):
            if code in alle:
                verwacht.setdefault((code, None), _Verwacht(alle[code], traject))
    return sorted(verwacht.values(), key=lambda v: v.soort.volgorde)


def _open_stappen(traject: Traject) -> list[tuple[Stap, Plaatsing | None]]:
    """The steps that are planned or run, each with its last place."""
    open_ = [StapStatus.GEPLAND, StapStatus.LOPEND]
    stappen = list(
        Stap.objects.filter(traject=traject, status__in=open_).select_related("instrument").order_by("start", "pk")
    )
    plaatsen = {
        plaats.stap_id: plaats
        for plaats in Plaatsing.objects.filter(stap__in=stappen).select_related("gebruiker").order_by("start", "pk")
    }
    return [(stap, plaatsen.get(stap.pk)) for stap in stappen]


def _dagen_van(stappen: Sequence[Stap]) -> dict[tuple[UUID, str], date]:
    """When the papers of these steps were signed, for those without a column of their own."""
    rijen = Stapdocument.objects.filter(stap__in=stappen).values_list("stap", "code", "getekend_op")
    return {(stap, code): op for stap, code, op in rijen}


def _regel(verwacht: _Verwacht, documenten: Sequence[Document], vandaag: date) -> Stukregel:
    code = verwacht.soort.pk
    eigen = tuple(d for d in documenten if d.soort_id == code and _hoort_bij(d, verwacht))
    getekend = handtekeningen(code, verwacht.soort, verwacht, eigen[0] if eigen else None)
    vervalt = max((d.vervalt_op for d in eigen if d.vervalt_op), default=None)
    dagen = [op for op in getekend.values() if op]
    if vervalt and vervalt < vandaag:
        toestand, op = VERLOPEN, vervalt
    elif getekend and len(dagen) == len(getekend):
        toestand, op = (GETEKEND if verwacht.soort.tekenaars else ONTVANGEN), max(dagen)
    elif eigen:
        toestand, op = ONTVANGEN, eigen[0].ontvangen_op
    else:
        toestand, op = ONTBREEKT, None
    return Stukregel(
        soort=verwacht.soort,
        toestand=toestand,
        op=op,
        toelichting=_toelichting(verwacht, getekend, vervalt, eigen, vandaag),
        stap=verwacht.stap,
        plaatsing=verwacht.plaatsing,
        getekend=getekend,
        documenten=eigen,
    )


def _hoort_bij(document: Document, verwacht: _Verwacht) -> bool:
    """A new place asks a new contract; a new step a new agreement; the GPMI belongs to the traject."""
    if verwacht.soort.pk in PER_PLAATSING and verwacht.plaatsing is not None:
        return document.plaatsing_id == verwacht.plaatsing.pk
    if verwacht.stap is not None:
        return document.stap_id == verwacht.stap.pk
    return document.traject_id == verwacht.traject.pk


def handtekeningen(code: str, soort: DocumentSoort, waar: Any, document: Document | None) -> dict[str, date | None]:
    """{party: day}. From the placement, step or traject where the forms keep them; else from the document."""
    if code in BRON:
        bron, velden = BRON[code]
        doel = getattr(waar, bron, None)
        return {partij: getattr(doel, veld) if doel else None for partij, veld in velden.items()}
    if getattr(waar, "stap", None) is not None:
        return {PER_STAP: waar.getekend_op}
    return {partij: getattr(document, f"getekend_{partij}_op") if document else None for partij in soort.tekenaars}


def _toelichting(
    verwacht: _Verwacht,
    getekend: dict[str, date | None],
    vervalt: date | None,
    eigen: Sequence[Document],
    vandaag: date,
) -> str:
    delen = []
    if verwacht.stap is not None:
        plek = f" bij {verwacht.plaatsing.gebruiker}" if verwacht.plaatsing else ""
        delen.append(f"{verwacht.stap.instrument}{plek}")
    nog = [PARTIJEN[partij] for partij, op in getekend.items() if op is None]
    if nog and len(nog) < len(getekend):
        delen.append(f"nog te tekenen: {', '.join(nog)}")
    if vervalt:
        binnenkort = vandaag <= vervalt <= vandaag + timedelta(days=int(waarde("document_vervalt", op=vandaag)))
        delen.append(f"vervalt {'binnenkort, ' if binnenkort else ''}op {datum(vervalt)}")
    if not any(d.heeft_bestand for d in eigen) and any(getekend.values()):
        delen.append("nog geen bestand opgeladen")
    return " · ".join(delen)


def versies(document: Document) -> list[Document]:
    """Older versions of this document, newest first."""
    keten, vorige = [], document.vervangt_id
    while vorige is not None:
        een = Document.objects.filter(pk=vorige).select_related("door").first()
        if een is None:
            break
        keten.append(een)
        vorige = een.vervangt_id
    return keten


def verwijderd(client: Client, *, door: Toegang) -> list[Document]:
    """What can still be put back."""
    rijen = Document.objects.filter(client=client, verwijderd_op__isnull=False, gewist_op=None)
    return list(
        rijen.filter(soort__in=list(zichtbare_soorten(door))).select_related("soort").order_by("-verwijderd_op", "pk")
    )
