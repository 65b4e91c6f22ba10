"""What the pages of loading a list of employers show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.models import Lijstrij, Werkgever, Werkgeverslijst
from regie.core.inlezen.kolommen import Koppeling, als_koppeling
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import current_scope

GELADEN = (Inlaadstatus.BEZIG, Inlaadstatus.KLAAR)
VOORBEELDEN = 3


def toegang_van(user_id: int, *, vandaag: date) -> Toegang | None:
    """What somebody may do in the active gebied on a day."""
    leden = Lidmaatschap.objects.geldig_op(vandaag)
    toegang: Toegang | None = leden.van_gebruiker_in(user_id, current_scope().gebied.slug).toegang()
    return toegang


def mag_inladen(toegang: Toegang, eigenaar_id: int) -> bool:
    return toegang.mag(Recht.WERKGEVER_BEWERKEN) and eigenaar_id in toegang.lid_van


def recente_lijsten(aantal: int = 5) -> list[Werkgeverslijst]:
    """The last files of the organisaties in scope; sheets nobody chose are left out."""
    lijsten = Werkgeverslijst.objects.exclude(status=Inlaadstatus.GEANNULEERD).select_related("door", "eigenaar")
    return list(lijsten.order_by("-created_at", "pk")[:aantal])


def eerder_geladen(lijst: Werkgeverslijst) -> Werkgeverslijst | None:
    """The last time exactly this file was loaded for this organisatie."""
    zelfde = Werkgeverslijst.objects.filter(
        eigenaar_id=lijst.eigenaar_id, sha256=lijst.sha256, blad=lijst.blad, status__in=GELADEN
    )
    return zelfde.exclude(pk=lijst.pk).order_by("-created_at").first()


def voorgestelde_koppeling(lijst: Werkgeverslijst) -> Koppeling:
    """What was chosen for a file with these same columns before, else what their names say."""
    if lijst.status == Inlaadstatus.NAKIJKEN:
        return als_koppeling(lijst.koppeling)
    zelfde = Werkgeverslijst.objects.filter(eigenaar_id=lijst.eigenaar_id, kolommen=lijst.kolommen, status__in=GELADEN)
    eerder = zelfde.order_by("-created_at").values_list("koppeling", flat=True).first()
    return als_koppeling(eerder or lijst.koppeling)


def andere_bladen(lijst: Werkgeverslijst) -> list[Werkgeverslijst]:
    """Other sheets of the same upload that still can be chosen."""
    bladen = Werkgeverslijst.objects.filter(
        eigenaar_id=lijst.eigenaar_id, sha256=lijst.sha256, door_id=lijst.door_id, status=Inlaadstatus.KOPPELEN
    ).exclude(pk=lijst.pk)
    uniek = {blad.blad: blad for blad in bladen.order_by("created_at") if blad.blad != lijst.blad}
    return list(uniek.values())


def ruwe_rijen(lijst: Werkgeverslijst) -> list[tuple[int, list[str | int | float]]]:
    rijen = Lijstrij.objects.filter(lijst=lijst).order_by("rijnummer")
    return [(rij.rijnummer, rij.ruw) for rij in rijen.only("rijnummer", "ruw")]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the file with a few of its values."""

    index: int
    naam: str
    voorbeelden: tuple[str, ...]


def kolommen_van(lijst: Werkgeverslijst) -> list[Kolom]:
    """The columns with their first different values."""
    rijen = [rij.ruw for rij in Lijstrij.objects.filter(lijst=lijst).order_by("rijnummer").only("ruw")[:60]]
    return [Kolom(index, naam, _voorbeelden(rijen, index)) for index, naam in enumerate(lijst.kolommen)]


def _voorbeelden(rijen: Sequence[Sequence[Any]], index: int) -> tuple[str, ...]:
    waarden = [_kort(str(rij[index]).strip()) for rij in rijen if index < len(rij)]
    return tuple(dict.fromkeys(waarde for waarde in waarden if waarde))[:VOORBEELDEN]


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"


@dataclass(frozen=True, slots=True)
class Cel:
    veld: str
    tekst: str
    klasse: str  # "fout" or "letop", and how it behaves on a narrow screen


@dataclass(slots=True)
class Rijweergave:
    """One row as the page shows it, with the card or the earlier row it may be."""

    rij: Lijstrij
    cellen: list[Cel] = field(default_factory=list)
    problemen: list[dict[str, str]] = field(default_factory=list)
    verschillen: list[dict[str, str]] = field(default_factory=list)
    kandidaat: Werkgever | None = None

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        return [(str(keuze), str(keuze.label)) for keuze in Lijstbesluit]


def weergaven(
    rijen: Sequence[Lijstrij],
    *,
    koppeling: Mapping[int, str],
    velden: Sequence[str],
    labels: Mapping[str, str],
    klassen: Mapping[str, str],
) -> list[Rijweergave]:
    kaarten = Werkgever.objects.select_related("gemeente", "accounthouder")
    werkgevers: dict[UUID, Werkgever] = kaarten.in_bulk({rij.werkgever_id for rij in rijen if rij.werkgever_id})
    kolom = {veld: index for index, veld in koppeling.items()}
    getoond = []
    for rij in rijen:
        problemen = _getoonde_problemen(rij)
        getoond.append(
            Rijweergave(
                rij,
                cellen=[_cel(rij, veld, kolom, problemen, klassen) for veld in velden],
                problemen=[{**p, "label": labels.get(p["veld"], "")} for p in problemen],
                verschillen=[{**v, "label": labels.get(v["veld"], "")} for v in rij.verschillen or []],
                kandidaat=werkgevers.get(rij.werkgever_id) if rij.werkgever_id else None,
            )
        )
    return getoond


def _getoonde_problemen(rij: Lijstrij) -> list[dict[str, str]]:
    """Of a row that is not loaded only what stops it."""
    problemen: list[dict[str, str]] = rij.problemen or []
    if rij.oordeel == Lijstoordeel.FOUT:
        return [p for p in problemen if p["ernst"] == "fout"]
    return problemen


def _cel(
    rij: Lijstrij,
    veld: str,
    kolom: Mapping[str, int],
    problemen: Sequence[Mapping[str, str]],
    klassen: Mapping[str, str],
) -> Cel:
    index = kolom.get(veld)
    ruw = rij.ruw[index] if index is not None and index < len(rij.ruw) else ""
    ernst = next((p["ernst"] for p in problemen if p["veld"] == veld), "")
    return Cel(veld, _kort(str(ruw).strip()), f"{ernst} {klassen.get(veld, '')}".strip())


def rijen_van(lijst: Werkgeverslijst, tab: str) -> QuerySet[Lijstrij]:
    """`tab`: a verdict, 'opmerkingen' for what is loaded and said, '' for everything."""
    rijen = Lijstrij.objects.filter(lijst=lijst)
    if tab == "opmerkingen":
        rijen = rijen.filter(met_opmerking=True).exclude(oordeel=Lijstoordeel.FOUT)
    elif tab:
        rijen = rijen.filter(oordeel=tab)
    return rijen.order_by("rijnummer")


def aantal_onbeslist(lijst: Werkgeverslijst) -> int:
    return Lijstrij.objects.filter(lijst=lijst, oordeel=Lijstoordeel.MOGELIJK_BEKEND, besluit="").count()


def besluiten_geteld(lijst: Werkgeverslijst) -> dict[str, int]:
    """{decision: number of rows} about rows that may be known."""
    tellingen: dict[str, int] = {}
    for besluit in rijen_van(lijst, Lijstoordeel.MOGELIJK_BEKEND).values_list("besluit", flat=True):
        tellingen[besluit] = tellingen.get(besluit, 0) + 1
    return tellingen


def te_melden_rijen(lijst: Werkgeverslijst) -> list[Lijstrij]:
    """What somebody should look at: rows that were not loaded, and rows of which something was left out."""
    gemeld = Q(oordeel=Lijstoordeel.FOUT) | Q(met_opmerking=True) | Q(oordeel=Lijstoordeel.MOGELIJK_BEKEND)
    rijen = Lijstrij.objects.filter(gemeld, lijst=lijst).order_by("rijnummer")
    return [rij for rij in rijen if rij.met_opmerking or is_geweigerd(rij)]


def is_geweigerd(rij: Lijstrij) -> bool:
    if rij.oordeel == Lijstoordeel.MOGELIJK_BEKEND:
        return rij.besluit in {"", Lijstbesluit.OVERSLAAN}
    return rij.oordeel == Lijstoordeel.FOUT
