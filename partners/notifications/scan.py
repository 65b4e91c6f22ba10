"""Mails of the scan: to who is asked to answer, and to an organisatie the regio invites. Nothing of a result."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse

from partners.models import Scanuitnodiging
from regie.core.mail import stel_mail_op
from regie.core.tenancy import current_scope


@dataclass(frozen=True, slots=True)
class Scanvraag:
    naam: str
    email: str
    organisatie: str
    adres: str
    geldig_tot: date
    met_account: bool


def scan_adres() -> str:
    """Where somebody with an account finds the scan."""
    return f"{settings.BASIS_URL}{reverse('partners:scan', args=[current_scope().gebied.slug])}"


def stuur_scanvraag(vraag: Scanvraag, *, antwoorden_tot: date, herinnering: bool = False) -> None:
    """Hand it to the mail server. Raises OSError when that fails."""
    gebied = current_scope().gebied
    onderwerp = "Vul de scan werkgeversgerichtheid in (10 minuten)"
    stel_mail_op(
        "scan",
        aan=vraag.email,
        onderwerp=f"Herinnering: {onderwerp[0].lower()}{onderwerp[1:]}" if herinnering else onderwerp,
        voorproef="Twintig korte stellingen over hoe jullie met werkgevers werken.",
        reden=f"Je krijgt deze mail omdat {vraag.organisatie} je vroeg om mee te antwoorden.",
        context={
            "vraag": vraag,
            "herinnering": herinnering,
            "antwoorden_tot": f"{antwoorden_tot:%d/%m/%Y}",
            "geldig_tot": f"{vraag.geldig_tot:%d/%m/%Y}",
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
    ).send()


def stuur_scanuitnodiging(uitnodiging: Scanuitnodiging, *, naam: str, email: str) -> None:
    gebied = current_scope().gebied
    stel_mail_op(
        "scanuitnodiging",
        aan=email,
        onderwerp="Doe de scan werkgeversgerichtheid",
        voorproef="In een halfuur weet je waar jullie staan, met een advies op maat.",
        reden=f"Je krijgt deze mail omdat je contactpersoon bent van {uitnodiging.organisatie} in {gebied.naam}.",
        context={"naam": naam, "organisatie": str(uitnodiging.organisatie), "adres": scan_adres()},
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=f"<scanuitnodiging-{uitnodiging.pk}@{gebied.slug}.regiekompas>",
    ).send()
