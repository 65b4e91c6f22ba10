"""Loads the code tables of trajecten that ship with the product, after every migrate."""

from pathlib import Path

from django.apps import apps
from django.db import connections

from regie.core.referentie import laad, lees
from trajecten.models import (
    Competentie,
    DocumentSoort,
    DrempelCode,
    EvaluatieCriterium,
    Instrument,
    InstrumentDocument,
    InstrumentRegel,
    Stap,
    UitstroomCode,
)

DATA = Path(__file__).parent / "data"


def _instrument(rij: dict[str, str]) -> Instrument:
    rij["instroom_tot"] = rij["instroom_tot"] or None  # type: ignore[assignment]
    rij["is_plaatsbaar"] = rij["is_plaatsbaar"] == "1"  # type: ignore[assignment]
    return Instrument(**rij)


def _regel(rij: dict[str, str]) -> InstrumentRegel:
    uitkomsten = rij.pop("uitkomsten").split("|")
    opvolger = rij.pop("opvolger") or None
    return InstrumentRegel(instrument_id=rij.pop("instrument"), opvolger_id=opvolger, uitkomsten=uitkomsten, **rij)


def _document(rij: dict[str, str]) -> InstrumentDocument:
    voor_start = rij.pop("voor_start") == "1"
    return InstrumentDocument(instrument_id=rij.pop("instrument"), voor_start=voor_start, **rij)


def _documentsoort(rij: dict[str, str]) -> DocumentSoort:
    return DocumentSoort(**{**rij, "alleen_team": rij["alleen_team"] == "1"})


def _uitstroom(rij: dict[str, str]) -> UitstroomCode:
    vlaggen = {naam: rij.pop(naam) == "1" for naam in ("positief", "telt_als_doorstroom")}
    return UitstroomCode(**rij, **vlaggen)


def laad_codes(using: str = "default", **kwargs: object) -> None:
    tabellen = set(connections[using].introspection.table_names())
    if not {m._meta.db_table for m in apps.get_app_config("trajecten").get_models()} <= tabellen:
        return
    laad(Instrument, lees(DATA / "instrumenten.csv"), _instrument, sleutel="code")
    if laad(InstrumentRegel, lees(DATA / "instrumentregels.csv"), _regel, sleutel="instrument"):
        _overlap_van_bestaande(using)
    laad(InstrumentDocument, lees(DATA / "instrumentdocumenten.csv"), _document, sleutel="id")
    laad(
        DrempelCode,
        lees(DATA / "drempels.csv"),
        lambda r: DrempelCode(**{**r, "gevoelig": r["gevoelig"] == "1"}),
    )
    laad(DocumentSoort, lees(DATA / "documentsoorten.csv"), _documentsoort)
    laad(UitstroomCode, lees(DATA / "uitstroomcodes.csv"), _uitstroom)
    laad(EvaluatieCriterium, lees(DATA / "evaluatiecriteria.csv"), lambda r: EvaluatieCriterium(**r))
    laad(Competentie, lees(DATA / "competenties.csv"), lambda r: Competentie(**r))


def _overlap_van_bestaande(using: str) -> None:
    """Steps that were there before the rules: let the trigger of Stap derive their lane."""
    with connections[using].cursor() as cursor:
        cursor.execute(f'UPDATE "{Stap._meta.db_table}" SET overlapvak = NULL WHERE overlapvak IS NULL')  # noqa: S608
