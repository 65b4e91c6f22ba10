"""The mail to an OCMW that is asked to take over a file: that there is a question, never about whom."""

from functools import partial

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import User
from regie.core.mail import stel_mail_op
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import current_scope
from trajecten.models import Overname

logger = structlog.get_logger(__name__)


def meld_overname(overname: Overname) -> None:
    """To the team leads of the receiving OCMW, else to everybody who guides there; sent after commit."""
    url = settings.BASIS_URL + reverse("trajecten:overname", args=[current_scope().gebied.slug, overname.pk])
    for user in _ontvangers(overname.eigenaar_id):
        transaction.on_commit(partial(_verstuur, _mail(overname, user, url)))


def _ontvangers(organisatie_id: int) -> list[User]:
    leden = Lidmaatschap.objects.geldig_op(timezone.localdate()).filter(organisatie_id=organisatie_id)
    for rol in (Rol.TEAMVERANTWOORDELIJKE, Rol.TRAJECTBEGELEIDER):
        users = User.objects.filter(pk__in=leden.filter(rol=rol).values("user_id")).order_by("pk")
        if gevonden := list(users):
            return gevonden
    return []


def _mail(overname: Overname, user: User, url: str) -> EmailMessage:
    return stel_mail_op(
        "overname",
        aan=user.email,
        onderwerp=f"{overname.van_naam} vraagt om een dossier over te nemen",
        voorproef="Je leest het dossier pas nadat iemand van jouw OCMW het overneemt.",
        reden="Je krijgt deze mail omdat je de dossiers van dit OCMW opvolgt in Regiekompas.",
        context={
            "naam": user.first_name,
            "van": overname.van_naam,
            "contact": f"{overname.contact_naam} ({overname.contact_telefoon})",
            "datum": overname.datum,
            "vervalt_op": overname.vervalt_op,
            "url": url,
        },
        namens=current_scope().gebied.naam,
        message_id=f"<overname-{overname.pk}-{user.pk}@{settings.PRODUCT.lower()}>",
    )


def _verstuur(mail: EmailMessage) -> None:
    """A mail server that is away loses no question: it stands on the page of the receiver too."""
    try:
        mail.send()
    except OSError:
        logger.warning("overname_mail_mislukt")
