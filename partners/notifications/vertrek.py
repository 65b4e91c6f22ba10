"""What a colleague who left had open, passed on to somebody else of the same partner."""

from partners.enums import Partnerlinkdoel
from partners.models import Partnerlink
from regie.core.mail import stel_mail_op
from regie.core.tenancy import current_scope


def stuur_doorgegeven(link: Partnerlink, adres: str, *, van: str) -> None:
    """Hand the mail to the mail server. Raises OSError when that fails."""
    gebied = current_scope().gebied
    tot = f"{link.geldig_tot:%d/%m/%Y}"
    wat = Partnerlinkdoel(link.doel).label
    collega = van or "een collega"
    stel_mail_op(
        "link",
        aan=link.ontvanger_email,
        onderwerp="Doorgegeven door een collega",
        voorproef=f"De link werkt tot en met {tot}. Je hebt geen account nodig.",
        reden=f"Je krijgt deze mail omdat je contactpersoon bent van {link.eigenaar} bij {gebied}.",
        context={
            "naam": link.ontvanger_naam,
            "tekst": f"Dit stond open bij {collega}, die het aan jou doorgaf: {wat}.",
            "herinnering": 0,
            "adres": adres,
            "knop": "Openen",
            "geldig_tot": tot,
            "ocmw": gebied.naam,
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=f"<partnerlink-{link.pk}@{gebied.slug}.regiekompas>",
    ).send()
