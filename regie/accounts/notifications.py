"""Mails about accounts. The invitation is the only one of our own; allauth sends those about security."""

from django.conf import settings
from django.urls import reverse

from regie.accounts.models import Uitnodiging, User
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


def stuur_tweede_stap_gewist(user: User) -> None:
    """Told to the owner at once: who did not ask for it, knows that something is wrong."""
    tekst = (
        f"Dag {user.first_name},\n\nHet platformbeheer heeft je tweede stap bij het aanmelden gewist. Bij je volgende "
        "aanmelding stel je een nieuwe in.\n\nVroeg je dit niet? Verwittig dan meteen de beheerder van je gebied."
    )
    onderwerp = "Je tweede stap bij het aanmelden is gewist"
    stel_mail_op(
        "account",
        aan=user.email,
        onderwerp=onderwerp,
        voorproef=onderwerp,
        reden="Je krijgt deze mail omdat er een account is met dit e-mailadres.",
        context={"tekst": tekst},
    ).send()
