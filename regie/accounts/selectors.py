"""Who belongs to the active gebied, and which invitations are under way."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from regie.accounts.models import Uitnodiging
from regie.core.models import Lidmaatschap
from regie.core.tenancy import CurrentGebied

TWEEDE_FACTOR = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def leden() -> QuerySet[Lidmaatschap]:
    """Every membership of the gebied, ended ones too, with the account and whether it has a second factor."""
    tweede_factor = Authenticator.objects.filter(user=OuterRef("user"), type__in=TWEEDE_FACTOR)
    return (
        Lidmaatschap.objects.filter(gebied=CurrentGebied())
        .select_related("user", "organisatie")
        .annotate(heeft_tweede_factor=Exists(tweede_factor))
    )


def lopende_uitnodigingen() -> QuerySet[Uitnodiging]:
    """Not accepted and not withdrawn; expired ones stay until somebody sends them again or withdraws them."""
    return (
        Uitnodiging.objects.filter(gebied=CurrentGebied(), aanvaard_op=None, ingetrokken_op=None)
        .select_related("organisatie", "door")
        .order_by("-created_at", "-pk")
    )


def is_verlopen(uitnodiging: Uitnodiging, nu: datetime) -> bool:
    return uitnodiging.geldig_tot <= nu
