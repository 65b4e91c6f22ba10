"""What Postgres itself guarantees for every tenant table. Applied after each `migrate`, idempotently.

A table is a tenant table when its model is a GebiedModel, or a history table of one (it then carries the same
`gebied` and `eigenaar` columns). ENABLE without FORCE: the owner role migrates and backs up, the app role serves.
"""

from django.apps import apps
from django.conf import settings
from django.db import connections, models

from regie.core.tenancy import BinnenshuisModel, DeelbaarModel, DossierModel, GebiedModel

OWN_GEBIED = "gebied_id = nullif(current_setting('regie.gebied_id', true), '')::bigint"
OWN_HOUSE = "eigenaar_id = ANY(nullif(current_setting('regie.lid_van', true), '')::bigint[])"
OWN_DOSSIER = "eigenaar_id = ANY(nullif(current_setting('regie.organisatie_ids', true), '')::bigint[])"


def gebied_models() -> list[type[GebiedModel]]:
    return [m for m in apps.get_models() if issubclass(m, GebiedModel)]


def history_models() -> list[type[models.Model]]:
    """Event tables made by pghistory: they copy the columns of their tenant model, so they get its policy."""
    return [m for m in apps.get_models() if issubclass(getattr(m, "pgh_tracked_model", object), GebiedModel)]


def _policy(table: str, model: type[GebiedModel]) -> str:
    """What may be read, and what may be written: the same, but for what an organisatie shares with its gebied."""
    visible = writable = OWN_GEBIED
    if issubclass(model, DossierModel):
        visible = writable = f"{OWN_GEBIED} AND {OWN_DOSSIER}"
    elif issubclass(model, BinnenshuisModel):
        visible = writable = f"{OWN_GEBIED} AND {OWN_HOUSE}"
        if issubclass(model, DeelbaarModel):
            visible = f"{OWN_GEBIED} AND ({OWN_HOUSE} OR gedeeld)"
    policy = f'CREATE POLICY own_rows ON "{table}" USING ({visible}) WITH CHECK ({writable})'
    if visible != writable:  # USING of a plain policy would also let others delete what they may read
        policy += f';CREATE POLICY own_deletes ON "{table}" AS RESTRICTIVE FOR DELETE USING ({writable})'
    return f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;{policy}'


def _statistics(table: str, name: str) -> str:
    """An eigenaar lies in one gebied. Without knowing that, the planner multiplies the two conditions of every query,
    expects a handful of rows where an OCMW has thousands, and reads them all to find a few.
    """
    return f'CREATE STATISTICS "{name}" (dependencies, mcv) ON gebied_id, eigenaar_id FROM "{table}"'


def expected_rules() -> dict[tuple[str, str], str]:
    """{(table, rule): SQL}: a policy per table, what the planner must know, and foreign keys within one gebied."""
    rules: dict[tuple[str, str], str] = {}
    for model in gebied_models():
        table = model._meta.db_table
        rules[table, "own_rows"] = _policy(table, model)
        if issubclass(model, DossierModel):
            name = f"{table}_gebied_eigenaar"[:63]
            rules[table, name] = _statistics(table, name)
    for event in history_models():
        table = event._meta.db_table
        rules[table, "own_rows"] = _policy(table, event.pgh_tracked_model)  # type: ignore[attr-defined]
    foreign_keys = _same_gebied_keys()
    targets = {model for _, model in foreign_keys}
    for target in targets:
        table, pk = target._meta.db_table, target._meta.pk.column
        unique = f"{table}_per_gebied"[:63]  # Postgres cuts names at 63 characters
        rules[table, unique] = f'ALTER TABLE "{table}" ADD CONSTRAINT "{unique}" UNIQUE ({pk}, gebied_id)'
    for field, target in foreign_keys:
        table = field.model._meta.db_table
        name = f"{table}_{field.column}_same_gebied"[:63]
        rules[table, name] = (
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY ({field.column}, gebied_id)'
            f' REFERENCES "{target._meta.db_table}" ({target._meta.pk.column}, gebied_id)'
            " DEFERRABLE INITIALLY DEFERRED"
        )
    return rules


def _same_gebied_keys() -> list[tuple[models.ForeignKey, type[models.Model]]]:
    """Every foreign key between two tables that both know their gebied (FK checks bypass RLS, this does not)."""
    keys = []
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model"):
            continue
        fields = [f for f in model._meta.local_fields if isinstance(f, models.ForeignKey)]
        if not any(f.name == "gebied" for f in fields):
            continue
        for field in fields:
            target = field.related_model
            if field.name != "gebied" and any(f.name == "gebied" for f in target._meta.local_fields):
                keys.append((field, target))
    return keys


def existing_rules(using: str) -> set[tuple[str, str]]:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT tablename::text, policyname::text FROM pg_policies"
            " UNION SELECT conrelid::regclass::text, conname::text FROM pg_constraint WHERE conrelid <> 0"
            " UNION SELECT stxrelid::regclass::text, stxname::text FROM pg_statistic_ext"
        )
        return {(table.strip('"'), name) for table, name in cursor.fetchall()}


def apply_rules(using: str, **kwargs: object) -> None:
    present = existing_rules(using)
    with connections[using].cursor() as cursor:
        tables = set(connections[using].introspection.table_names(cursor))
        if {table for table, _ in expected_rules()} <= tables:  # not while a database is still half migrated
            for key, sql in expected_rules().items():
                if key not in present:
                    cursor.execute(sql)
            for sql in _grants(connections[using].ops.quote_name(settings.APP_ROL)):
                cursor.execute(sql)


def append_only_tables() -> list[str]:
    """Tables whose model says `append_only`: the app role adds rows and never changes or removes one."""
    return [m._meta.db_table for m in apps.get_models() if getattr(m, "append_only", False)]


def _grants(role: str) -> list[str]:
    """What the serving role may do. The owner needs no grant, so nothing happens where both are the same."""
    revokes = [f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {role}' for table in append_only_tables()]
    return [
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role}",
        f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
        *revokes,
    ]
