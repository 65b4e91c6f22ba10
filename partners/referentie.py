"""Loads the code tables of partners that ship with the product, after every migrate."""

from datetime import date
from pathlib import Path

from django.apps import apps
from django.db import connections

from partners.models import ScanStelling
from regie.core.referentie import laad, lees

DATA = Path(__file__).parent / "data"


def _stelling(rij: dict[str, str]) -> ScanStelling:
    nr, versie = int(rij["nr"]), int(rij["versie"])
    return ScanStelling(
        code=rij["code"],
        versie=versie,
        nr=nr,
        dimensie=rij["dimensie"],
        tekst=rij["stelling"],
        geldig_van=date.fromisoformat(rij["geldig_van"]),
        geldig_tot=date.fromisoformat(rij["geldig_tot"]) if rij["geldig_tot"] else None,
    )


def laad_codes(using: str = "default", **kwargs: object) -> None:
    tabellen = set(connections[using].introspection.table_names())
    if not {m._meta.db_table for m in apps.get_app_config("partners").get_models()} <= tabellen:
        return  # post_migrate also fires while a database is still half migrated
    laad(ScanStelling, lees(DATA / "scanstellingen.csv"), _stelling, sleutel="code")
