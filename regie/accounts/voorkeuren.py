"""What an account chooses for itself: its mails, the agenda link, the checklist of a first login."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from regie.accounts.models import User, Voorkeur


def voorkeur_van(user_id: int) -> Voorkeur:
    """The choices of an account; the defaults, unsaved, when it never chose."""
    return Voorkeur.objects.filter(user_id=user_id).first() or Voorkeur(user_id=user_id)


def dagoverzicht_kiezen(*, user_id: int, aan: bool) -> None:
    Voorkeur.objects.update_or_create(user_id=user_id, defaults={"dagoverzicht": aan})


def weekmail_kiezen(*, user_id: int, aan: bool) -> None:
    Voorkeur.objects.update_or_create(user_id=user_id, defaults={"weekmail": aan})


@transaction.atomic
def agendalink_maken(*, user_id: int, nu: datetime) -> str:
    """A new secret for the agenda; the old one stops working. Only its hash is kept, so it is shown once."""
    geheim = secrets.token_urlsafe(32)
    Voorkeur.objects.update_or_create(user_id=user_id, defaults={"agenda_hash": _hash(geheim), "agenda_sinds": nu})
    return geheim


def agendalink_stoppen(*, user_id: int) -> None:
    Voorkeur.objects.filter(user_id=user_id).update(agenda_hash="", agenda_sinds=None)


def wie_heeft_agendalink(geheim: str) -> User | None:
    """The active account a secret belongs to."""
    return User.objects.filter(is_active=True, voorkeur__agenda_hash=_hash(geheim)).first()


def aan_de_slag_wegklikken(*, user_id: int, nu: datetime) -> None:
    Voorkeur.objects.update_or_create(user_id=user_id, defaults={"aan_de_slag_klaar_op": nu})


def _hash(geheim: str) -> str:
    return sha256(geheim.encode()).hexdigest()
