"""What must be true before the product serves anybody: a safe database role, and a second factor."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
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


ZONDER_TWEEDE_FACTOR = (
    "TWEEDE_FACTOR_VERPLICHT staat uit. Alleen een demo met verzonnen gegevens mag dat: wie dossiers ziet, "
    "meldt zich in twee stappen aan. Haal de instelling weg."
)


def tweede_factor_is_verplicht(app_configs: object = None, **kwargs: Any) -> list[CheckMessage]:
    """Outside a demo every role that sees client data needs a second factor; no setting may switch that off."""
    if settings.DEMO or settings.TWEEDE_FACTOR_VERPLICHT:
        return []
    return [Error(ZONDER_TWEEDE_FACTOR, id="regie.E002")]


def weiger_onveilige_rol() -> None:
    """Called by every process that serves: rather no product than one without the wall between gebieden."""
    if melding := onveilige_rol():
        raise ImproperlyConfigured(melding)
    connection.close()


def rol_kan_rls_niet_omzeilen(
    app_configs: object = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    if not databases or settings.EIGENAAR:
        return []
    melding = onveilige_rol()
    return [Error(melding, id="regie.E001")] if melding else []
