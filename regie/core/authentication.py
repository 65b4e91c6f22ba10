"""Who calls the API. Apart from api.py, because REST framework loads this while it loads its own defaults."""

import secrets
from hashlib import sha256

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from regie.core.models import ApiSleutel, Lidmaatschap

SCHEMA = "Sleutel"


def nieuwe_sleutel(lidmaatschap: Lidmaatschap, naam: str) -> str:
    """Make a key and return it, the only time it is seen."""
    geheim = secrets.token_urlsafe(32)
    ApiSleutel.objects.create(lidmaatschap=lidmaatschap, naam=naam, hash=_hash(geheim))
    return geheim


def _hash(geheim: str) -> str:
    return sha256(geheim.encode()).hexdigest()


class ApiSleutelAuthentication(BaseAuthentication):
    """`Authorization: Sleutel <geheim>`; the key stands for one membership."""

    def authenticate(self, request: Request) -> tuple[AbstractBaseUser, ApiSleutel] | None:
        schema, _, geheim = request.headers.get("Authorization", "").partition(" ")
        if schema != SCHEMA:
            return None
        sleutel = ApiSleutel.objects.bruikbaar_op(timezone.localdate()).filter(hash=_hash(geheim.strip())).first()
        if sleutel is None:
            raise AuthenticationFailed("Deze API-sleutel is niet (meer) geldig.")
        return sleutel.lidmaatschap.user, sleutel

    def authenticate_header(self, request: Request) -> str:
        return SCHEMA
