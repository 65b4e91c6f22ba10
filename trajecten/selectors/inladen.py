"""What the pages of an import show. Staged cells are shown masked: no page holds a full INSZ."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from regie.core.inlezen.kolommen import als_koppeling
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import current_scope
from regie.core.validators import alleen_cijfers
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.models import Client, InlaadRij, Inlading, Traject
from trajecten.transitions import EINDSTATUSSEN

GELADEN = (Inlaadstatus.BEZIG, Inlaadstatus.KLAAR)
VOORBEELDEN = 3
_INSZ = re.compile(r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?!\d)")


def toegang_van(user_id: int, *, vandaag: date) -> Toegang | None:
    """What somebody may do in the active gebied on a day."""
    leden = Lidmaatschap.objects.geldig_op(vandaag)
    toegang: Toegang | None = leden.van_gebruiker_in(user_id, current_scope().gebied.slug).toegang()
    return toegang


def mag_inladen(toegang: Toegang | None, eigenaar_id: int) -> bool:
    return toegang is not None and toegang.mag(Recht.CLIENT_INLADEN) and eigenaar_id in toegang.organisatie_ids


def recente_inladingen(aantal: int = 5) -> list[Inlading]:
    """The last files of the OCMW's in scope; sheets nobody chose are left out."""
    bezig = Inlading.objects.exclude(status=Inlaadstatus.GEANNULEERD).select_related("door", "eigenaar")
    return list(bezig.order_by("-created_at", "pk")[:aantal])


def eerder_geladen(inlading: Inlading) -> Inlading | None:
    """The last time exactly this file was loaded for this OCMW."""
    zelfde = Inlading.objects.filter(
        eigenaar_id=inlading.eigenaar_id, sha256=inlading.sha256, blad=inlading.blad, status__in=GELADEN
    )
    return zelfde.exclude(pk=inlading.pk).order_by("-created_at").first()


def eerdere_koppeling(*, eigenaar_id: int, kolommen: Sequence[str]) -> dict[int, str]:
    """What was chosen for a file with these same columns, so that a choice is made once."""
    zelfde = Inlading.objects.filter(eigenaar_id=eigenaar_id, kolommen=list(kolommen), status__in=GELADEN)
    koppeling = zelfde.order_by("-created_at").values_list("koppeling", flat=True).first()
    return als_koppeling(koppeling)


def andere_bladen(inlading: Inlading) -> list[Inlading]:
    """Other sheets of the same upload that still can be chosen."""
    bladen = Inlading.objects.filter(
        eigenaar_id=inlading.eigenaar_id,
        sha256=inlading.sha256,
        door_id=inlading.door_id,
        status=Inlaadstatus.KOPPELEN,
    ).exclude(pk=inlading.pk)
    uniek = {blad.blad: blad for blad in bladen.order_by("created_at") if blad.blad != inlading.blad}
    return list(uniek.values())


def ruwe_rijen(inlading: Inlading) -> list[tuple[int, list[str | int | float]]]:
    rijen = InlaadRij.objects.filter(inlading=inlading).order_by("rijnummer")
    return [(rij.rijnummer, rij.ruw) for rij in rijen.only("rijnummer", "ruw")]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the file with a few of its values."""

    index: int
    naam: str
    voorbeelden: tuple[str, ...]


def kolommen_van(inlading: Inlading, *, gevoelig: Collection[int]) -> list[Kolom]:
    """The columns with their first different values; those in `gevoelig` are masked as an INSZ."""
    begin = InlaadRij.objects.filter(inlading=inlading).order_by("rijnummer").only("ruw")[:60]
    rijen = [rij.ruw for rij in begin]
    return [
        Kolom(index, naam, _voorbeelden(rijen, index, masker=index in gevoelig))
        for index, naam in enumerate(inlading.kolommen)
    ]


def _voorbeelden(rijen: Sequence[Sequence[Any]], index: int, *, masker: bool) -> tuple[str, ...]:
    waarden = [str(rij[index]).strip() for rij in rijen if index < len(rij)]
    verschillend = list(dict.fromkeys(waarde for waarde in waarden if waarde))[:VOORBEELDEN]
    return tuple(masker_cel(waarde) if masker else _toonbaar(waarde) for waarde in verschillend)


def masker_cel(waarde: object) -> str:
    """A cell with an INSZ, right or wrong: the birth date part and how many digits there are."""
    cijfers = alleen_cijfers(waarde)
    if not cijfers.isdigit():
        return "***" if cijfers else ""
    cijfers = cijfers.zfill(11) if not isinstance(waarde, str) else cijfers
    rest = "***.**" if len(cijfers) == 11 else f"*** ({len(cijfers)} cijfers)"
    return f"{cijfers[:2]}.{cijfers[2:4]}.{cijfers[4:6]}-{rest}"


def _toonbaar(waarde: str) -> str:
    tekst = _INSZ.sub(lambda gevonden: masker_cel(gevonden[0]), waarde)
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"


@dataclass(frozen=True, slots=True)
class Cel:
    veld: str
    tekst: str
    klasse: str  # "fout" or "letop", and how it behaves on a narrow screen


@dataclass(slots=True)
class RijWeergave:
    """One staged row as the page shows it."""

    rij: InlaadRij
    cellen: list[Cel] = field(default_factory=list)
    problemen: list[dict[str, str]] = field(default_factory=list)
    verschillen: list[dict[str, str]] = field(default_factory=list)
    tweeling: list[str] = field(default_factory=list)
    kandidaat: Client | None = None
    stand: str = ""

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        return [(str(keuze), str(keuze.label)) for keuze in Besluit]


def weergaven(
    rijen: Sequence[InlaadRij],
    *,
    koppeling: Mapping[int, str],
    velden: Sequence[str],
    labels: Mapping[str, str],
    klassen: Mapping[str, str],
) -> list[RijWeergave]:
    """Rows with their cells marked, their problems labelled, and the dossier or earlier row they may be."""
    clienten = Client.objects.select_related("gemeente").in_bulk({rij.client_id for rij in rijen if rij.client_id})
    standen = _standen(clienten)
    kolom = {veld: index for index, veld in koppeling.items()}
    tweelingen = _tweelingen(rijen)
    getoond = []
    for rij in rijen:
        problemen = _getoonde_problemen(rij)
        tweeling = tweelingen.get(rij.gelijkt_op_rij or 0)
        getoond.append(
            RijWeergave(
                rij,
                cellen=[_cel(rij, veld, kolom, problemen, klassen) for veld in velden],
                problemen=[{**p, "label": labels.get(p["veld"], "")} for p in problemen],
                verschillen=[{**v, "label": labels.get(v["veld"], v["veld"])} for v in rij.verschillen or []],
                tweeling=[_cel(tweeling, veld, kolom, (), {}).tekst for veld in velden] if tweeling else [],
                kandidaat=clienten.get(rij.client_id),
                stand=standen.get(rij.client_id, ""),
            )
        )
    return getoond


def _getoonde_problemen(rij: InlaadRij) -> list[dict[str, str]]:
    """Of a row that is not loaded only what stops it; that a row looks like another is shown with the choice."""
    problemen = rij.problemen or []
    if rij.oordeel == Oordeel.FOUT:
        return [p for p in problemen if p["ernst"] == "fout"]
    return [p for p in problemen if p["veld"] != "rij"]


def _tweelingen(rijen: Sequence[InlaadRij]) -> dict[int, InlaadRij]:
    """The earlier rows these rows look like, by number."""
    nummers = {rij.gelijkt_op_rij for rij in rijen if rij.gelijkt_op_rij and rij.oordeel == Oordeel.MOGELIJK_DUBBEL}
    if not nummers:
        return {}
    gevonden = InlaadRij.objects.filter(inlading_id=rijen[0].inlading_id, rijnummer__in=nummers)
    return {rij.rijnummer: rij for rij in gevonden}


def _cel(
    rij: InlaadRij,
    veld: str,
    kolom: Mapping[str, int],
    problemen: Sequence[Mapping[str, str]],
    klassen: Mapping[str, str],
) -> Cel:
    index = kolom.get(veld)
    ruw = rij.ruw[index] if index is not None and index < len(rij.ruw) else ""
    ernst = next((p["ernst"] for p in problemen if p["veld"] == veld), "")
    tekst = masker_cel(ruw) if veld == "insz" else _toonbaar(str(ruw).strip())
    return Cel(veld, tekst, f"{ernst} {klassen.get(veld, '')}".strip())


def _standen(clienten: Mapping[Any, Client]) -> dict[Any, str]:
    """{client: the status of the current traject in words}."""
    standen: dict[Any, str] = {}
    for traject in Traject.objects.filter(client_id__in=list(clienten)).order_by("aangemeld_op", "pk"):
        if traject.client_id not in standen or traject.status not in EINDSTATUSSEN:
            standen[traject.client_id] = str(traject.get_status_display())
    return standen


def rijen_van(inlading: Inlading, oordeel: str) -> QuerySet[InlaadRij]:
    rijen = InlaadRij.objects.filter(inlading=inlading)
    return (rijen.filter(oordeel=oordeel) if oordeel else rijen).order_by("rijnummer")


def aantal_onbeslist(inlading: Inlading) -> int:
    return InlaadRij.objects.filter(inlading=inlading, oordeel=Oordeel.MOGELIJK_DUBBEL, besluit="").count()


def besluiten_geteld(inlading: Inlading) -> dict[str, int]:
    """{decision: number of rows} about rows that may be known."""
    tellingen: dict[str, int] = {}
    for besluit in rijen_van(inlading, Oordeel.MOGELIJK_DUBBEL).values_list("besluit", flat=True):
        tellingen[besluit] = tellingen.get(besluit, 0) + 1
    return tellingen


def geweigerde_rijen(inlading: Inlading) -> list[InlaadRij]:
    """Rows that were not loaded and should be looked at: mistakes, and look-alikes that were skipped."""
    rijen = InlaadRij.objects.filter(inlading=inlading, oordeel__in=[Oordeel.FOUT, Oordeel.MOGELIJK_DUBBEL])
    return [
        rij
        for rij in rijen.order_by("rijnummer")
        if rij.oordeel == Oordeel.FOUT or rij.besluit in {"", Besluit.OVERSLAAN}
    ]
