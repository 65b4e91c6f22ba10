"""Mails of the demo: kept as they came in, read back as parts that a page can show safely."""

from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from django.db import transaction
from django.db.models import F

from regie.portal.models import GevangenMail


@dataclass(frozen=True, slots=True)
class MailBijlage:
    nummer: int
    naam: str
    soort: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class MailInhoud:
    tekst: str
    html: str
    antwoord_aan: str
    bijlagen: tuple[MailBijlage, ...]


@transaction.atomic
def mail_vangen(*, message_id: str, afzender: str, onderwerp: str, ontvangers: Sequence[str], bron: bytes) -> bool:
    """Store a mail; a repeat of the same Message-ID is only counted, as mail servers do. True when it is new."""
    _, nieuw = GevangenMail.objects.get_or_create(
        message_id=message_id,
        defaults={"afzender": afzender, "onderwerp": onderwerp, "ontvangers": list(ontvangers), "bron": bron},
    )
    if not nieuw:
        GevangenMail.objects.filter(message_id=message_id).update(keer_aangeboden=F("keer_aangeboden") + 1)
    return nieuw


def mail_inhoud(mail: GevangenMail) -> MailInhoud:
    bericht = BytesParser(policy=policy.default).parsebytes(bytes(mail.bron))
    bijlagen = tuple(
        MailBijlage(nummer, deel.get_filename() or f"bijlage-{nummer}", deel.get_content_type(), _bytes(deel))
        for nummer, deel in enumerate(bericht.iter_attachments(), start=1)
    )
    return MailInhoud(_deel(bericht, "plain"), _deel(bericht, "html"), str(bericht.get("Reply-To") or ""), bijlagen)


def _deel(bericht: EmailMessage, soort: str) -> str:
    deel = bericht.get_body(preferencelist=(soort,))
    return deel.get_content() if deel is not None else ""


def _bytes(deel: EmailMessage) -> bytes:
    inhoud = deel.get_payload(decode=True)
    return inhoud if isinstance(inhoud, bytes) else b""
