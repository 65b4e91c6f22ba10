"""Fast filling of tables: set-based inserts that know each model, with foreign keys and indexes made afterwards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db.models import AutoField, DateTimeField, Field, Model
from psycopg import Connection
from psycopg.sql import SQL, Composable, Identifier, Literal
from psycopg.types.json import Jsonb


def invoegen(verbinding: Connection, model: type[Model], kolommen: dict[str, str], bron: str) -> None:
    """INSERT INTO the table of `model` SELECT `kolommen` (attname: SQL expression) FROM `bron`.

    Columns that are not named get the default of their field, so that a new column breaks nothing here.
    """
    velden = {veld.attname: veld for veld in model._meta.local_concrete_fields if not isinstance(veld, AutoField)}
    onbekend = set(kolommen) - set(velden)
    if onbekend:
        raise ValueError(f"{model.__name__} heeft geen kolom {', '.join(sorted(onbekend))}.")
    gevuld = [naam for naam, veld in velden.items() if naam in kolommen or not veld.null]
    namen: list[Composable] = [Identifier(str(velden[naam].column)) for naam in gevuld]
    waarden: list[Composable] = [
        SQL(kolommen[naam]) if naam in kolommen else _standaard(velden[naam]) for naam in gevuld
    ]
    opdracht = SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(
        Identifier(model._meta.db_table), SQL(", ").join(namen), SQL(", ").join(waarden), SQL(bron)
    )
    verbinding.execute(opdracht)


def _standaard(veld: Field) -> Composable:
    if isinstance(veld, DateTimeField):
        return SQL("now()")
    waarde: Any = veld.get_default()
    return Literal(Jsonb(waarde) if isinstance(waarde, dict | list) else waarde)


@contextmanager
def zonder_remmen(verbinding: Connection, tabellen: Sequence[str]) -> Iterator[None]:
    """Inside this block `tabellen` have no triggers, foreign keys or extra indexes; afterwards they have all again."""
    namen = list(tabellen)
    sleutels = verbinding.execute(_SLEUTELS, [namen]).fetchall()
    indexen = verbinding.execute(_INDEXEN, [namen]).fetchall()
    for tabel in namen:
        _voer_uit(verbinding, "ALTER TABLE {} DISABLE TRIGGER USER", tabel)
    for tabel, naam, _ in sleutels:
        _voer_uit(verbinding, "ALTER TABLE {} DROP CONSTRAINT {}", tabel, naam)
    for naam, _ in indexen:
        _voer_uit(verbinding, "DROP INDEX {}", naam)
    yield
    for _, definitie in indexen:
        verbinding.execute(definitie)
    for tabel, naam, definitie in sorted(sleutels):
        verbinding.execute(
            SQL("ALTER TABLE {} ADD CONSTRAINT {} {}").format(Identifier(tabel), Identifier(naam), SQL(definitie))
        )
    for tabel in namen:
        _voer_uit(verbinding, "ALTER TABLE {} ENABLE TRIGGER USER", tabel)


def _voer_uit(verbinding: Connection, tekst: str, *namen: str) -> None:
    verbinding.execute(SQL(tekst).format(*(Identifier(naam) for naam in namen)))


_SLEUTELS = """
SELECT c.conrelid::regclass::text, c.conname::text, pg_get_constraintdef(c.oid)
  FROM pg_constraint c
 WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY(%s)
"""
_INDEXEN = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
  FROM pg_index i
 WHERE i.indrelid::regclass::text = ANY(%s)
   AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
"""
