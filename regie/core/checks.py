"""What must be true of the database role before the product serves anybody."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connection

ONVEILIG = (
    "De databankrol '{rol}' omzeilt de rijbeveiliging ({waarom}). Zet in DATABASE_URL een gewone rol "
    "zonder SUPERUSER en BYPASSRLS die geen tabellen bezit; de eigenaar hoort in DATABASE_OWNER_URL."
)


def onveilige_rol() -> str | None:
    """Why the serving role may not be used, as one Dutch sentence, or None when it is safe."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls, EXISTS (SELECT 1 FROM pg_class c"
            " WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p') AND c.relrowsecurity)"
            " FROM pg_roles r WHERE rolname = current_user"
        )
        rol, is_super, mag_omzeilen, is_eigenaar = cursor.fetchone()
    redenen = [
        tekst
        for geldt, tekst in (
            (is_super, "SUPERUSER"),
            (mag_omzeilen, "BYPASSRLS"),
            (is_eigenaar, "eigenaar van de tabellen"),
        )
        if geldt
    ]
    return ONVEILIG.format(rol=rol, waarom=", ".join(redenen)) if redenen else None


def rol_kan_rls_niet_omzeilen(
    app_configs: object = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    if not databases or settings.EIGENAAR:
        return []
    melding = onveilige_rol()
    return [Error(melding, id="regie.E001")] if melding else []
