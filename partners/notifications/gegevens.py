"""The question whether the data of a partner are still right, and its reminders."""

from partners.models import Partnerlink
from regie.core.mail import stel_mail_op
from regie.core.tenancy import current_scope

ONDERWERP = "Kloppen jullie gegevens nog? (2 minuten)"


def stuur_gegevensvraag(link: Partnerlink, adres: str, *, herinnering: int = 0) -> None:
    """Hand the mail to the mail server. Raises OSError when that fails."""
    gebied = current_scope().gebied
    tot = f"{link.geldig_tot:%d/%m/%Y}"
    onderwerp = f"Herinnering: {ONDERWERP[0].lower()}{ONDERWERP[1:]}" if herinnering else ONDERWERP
    stel_mail_op(
        "gegevens",
        aan=link.ontvanger_email,
        onderwerp=onderwerp,
        voorproef=f"Eén klik als alles klopt. De link werkt tot en met {tot}, zonder account.",
        reden=f"Je krijgt deze mail omdat je contactpersoon bent van {link.eigenaar} bij {gebied}.",
        context={
            "naam": link.ontvanger_naam,
            "organisatie": str(link.eigenaar),
            "herinnering": herinnering,
            "adres": adres,
            "geldig_tot": tot,
            "gebied": str(gebied),
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=f"<partnerlink-{link.pk}@{gebied.slug}.regiekompas>",
    ).send()
