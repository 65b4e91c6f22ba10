"""Mails about accounts. The invitation is the only one of our own; allauth sends those about security."""

from django.conf import settings
from django.urls import reverse

from regie.accounts.models import Uitnodiging
from regie.core.mail import stel_mail_op


def stuur_uitnodiging(uitnodiging: Uitnodiging, geheim: str) -> None:
    """Hand the invitation to the mail server. Raises OSError when that fails.

    The secret travels in the query string: request logs keep the path and drop the query.
    """
    mail = stel_mail_op(
        "uitnodiging",
        aan=uitnodiging.email,
        onderwerp=f"Je toegang tot {settings.PRODUCT} voor {uitnodiging.organisatie}",
        voorproef=f"Open de link binnen {settings.UITNODIGING_GELDIG_DAGEN} dagen en kies een wachtwoord.",
        reden=f"Je krijgt deze mail omdat {uitnodiging.gebied} je heeft uitgenodigd.",
        context={
            "uitnodiging": uitnodiging,
            "link": f"{settings.BASIS_URL}{reverse('account:uitnodiging')}?sleutel={geheim}",
            "dagen": settings.UITNODIGING_GELDIG_DAGEN,
        },
        namens=uitnodiging.gebied.naam,
        antwoord_aan=uitnodiging.gebied.contact_email,
    )
    mail.send()
