"""Loads the reference data that ships with the product, after every migrate. What an admin changed is left alone."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps as alle_apps
from django.db import connections
from django.db.models import Model

from regie.core.models import Gemeente, Gemeentefusie, Referentieregio, RegelParameter
from regie.core.names import naam_sleutel

DATA = Path(__file__).parent / "data"


def lees(pad: Path) -> Iterator[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        yield from csv.DictReader(bestand)


def _dag(tekst: str) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _gemeente(rij: dict[str, str]) -> Gemeente:
    postcodes = rij["postcodes"].split("|")
    return Gemeente(
        nis=rij["nis"],
        naam=rij["naam"],
        sleutel=naam_sleutel(rij["naam"]),
        provincie=rij["provincie"],
        arrondissement=rij["arrondissement"],
        referentieregio_id=rij["referentieregio_code"],
        postcodes=postcodes,
        postcodes_tekst=" ".join(postcodes),
        inwoners=int(rij["inwoners"]),
        inwoners_datum=date.fromisoformat(rij["inwoners_datum"]),
        breedtegraad=rij["breedtegraad"],
        lengtegraad=rij["lengtegraad"],
    )


def _parameter(rij: dict[str, str]) -> RegelParameter:
    datums = {naam: _dag(rij.pop(naam)) for naam in ("geldig_van", "geldig_tot")}
    return RegelParameter(**rij, **datums)


def laad(
    model: type[Model], rijen: Iterator[dict[str, str]], maak: Callable[[dict[str, str]], Any], *, sleutel: str = ""
) -> bool:
    """Fill an empty code table; existing rows are never touched. True when rows were added.

    With `sleutel`: also add what a newer version of the product brings, rows whose `sleutel` the table has not got.
    """
    if not model._default_manager.exists():
        bekend = set()
    elif sleutel:
        bekend = set(model._default_manager.values_list(sleutel, flat=True))
    else:
        return False
    nieuw = [maak(dict(rij)) for rij in rijen if not sleutel or rij[sleutel] not in bekend]
    model._default_manager.bulk_create(nieuw)
    return bool(nieuw)


def laad_referentie(using: str = "default", **kwargs: object) -> None:
    tabellen = set(connections[using].introspection.table_names())
    if not {m._meta.db_table for m in alle_apps.get_app_config("core").get_models()} <= tabellen:
        return  # post_migrate also fires while a database is still half migrated
    laad(
        Referentieregio,
        lees(DATA / "referentieregios.csv"),
        lambda r: Referentieregio(code=r["code"], naam=r["naam"], naam_alternatief=r["naam_alternatief"]),
    )
    laad(Gemeente, lees(DATA / "gemeenten.csv"), _gemeente)
    laad(
        Gemeentefusie,
        lees(DATA / "fusies_2025.csv"),
        lambda r: Gemeentefusie(nis_oud=r["nis_oud"], naam_oud=r["naam_oud"], gemeente_id=r["nis_nieuw"]),
    )
    _laad_parameters()


def _laad_parameters() -> None:
    """Also what a new version brings: a rule this database has never had. What an admin set is left alone."""
    bekend = set(RegelParameter.objects.values_list("code", "dimensie"))
    rijen = [rij for rij in lees(DATA / "regels_parameters.csv") if (rij["code"], rij["dimensie"]) not in bekend]
    RegelParameter.objects.bulk_create([_parameter(rij) for rij in rijen])
