"""Mails about what employers ask: to the partner that is asked, and back to who follows it up."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from partners.models import Behoefte, Doorverwijzing, Partnerlink
from regie.core.http import gebied_url
from regie.core.mail import stel_mail_op
from regie.core.tenancy import current_scope

if TYPE_CHECKING:
    from regie.core.models import Regiegebied


def vraag_mail(
    link: Partnerlink, adres: str, doorverwijzing: Doorverwijzing, *, herinnering: int = 0
) -> EmailMultiAlternatives:
    """What is asked stands behind the link; the mail says from whom it comes and how long it takes."""
    behoefte = doorverwijzing.behoefte
    gebied = current_scope().gebied
    onderwerp = "Kun je deze werkgever helpen? (2 minuten)"
    return stel_mail_op(
        "link",
        aan=link.ontvanger_email,
        onderwerp=f"Herinnering: {onderwerp[0].lower()}{onderwerp[1:]}" if herinnering else onderwerp,
        voorproef=f"De link werkt tot en met {link.geldig_tot:%d/%m/%Y}. Je hebt geen account nodig.",
        reden="Je krijgt deze mail omdat je contactpersoon bent voor werkgevers bij je organisatie.",
        context={
            "naam": link.ontvanger_naam,
            "tekst": f"Een werkgever in de regio vraagt iets: {behoefte.get_soort_display()}. We denken dat "
            f"{doorverwijzing.organisatie} kan helpen. Neem je het op, of is het niet voor jullie? Je antwoordt met "
            "een tik, ook op je telefoon. Later meld je met dezelfde link hoe het afliep.",
            "herinnering": herinnering,
            "adres": adres,
            "knop": "Bekijken en antwoorden",
            "geldig_tot": f"{link.geldig_tot:%d/%m/%Y}",
            "ocmw": gebied.naam,
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=_bericht_id(f"behoefte-{link.pk}", gebied),
    )


def stuur_vraag(link: Partnerlink, adres: str, doorverwijzing: Doorverwijzing) -> None:
    """Raises OSError when the mail server does not take it."""
    vraag_mail(link, adres, doorverwijzing).send()


def antwoord_mail(doorverwijzing: Doorverwijzing, behoefte: Behoefte) -> EmailMultiAlternatives:
    gebied = current_scope().gebied
    antwoord = doorverwijzing.get_status_display()
    return stel_mail_op(
        "behoefte_antwoord",
        aan=behoefte.door.email,
        onderwerp=f"{doorverwijzing.organisatie}: {antwoord}",
        voorproef=f"Antwoord op een behoefte van {behoefte.werkgever}.",
        reden="Je krijgt deze mail omdat je bij deze behoefte aanvinkte dat je een mail wilt bij een antwoord.",
        context={
            "organisatie": str(doorverwijzing.organisatie),
            "antwoord": antwoord,
            "werkgever": str(behoefte.werkgever),
            "titel": behoefte.titel,
            "adres": f"{settings.BASIS_URL}{gebied_url('werkgevers:behoefte', behoefte.pk)}",
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=_bericht_id(f"antwoord-{doorverwijzing.pk}-{doorverwijzing.status.lower()}", gebied),
    )


def _bericht_id(wat: str, gebied: "Regiegebied") -> str:
    return f"<{wat}@{gebied.slug}.regiekompas>"
