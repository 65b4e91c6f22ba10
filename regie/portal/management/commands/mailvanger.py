"""The mail server of the demo: takes what the product sends and keeps it for the page "Verzonden mails"."""

import asyncio
import signal
from email import policy
from email.parser import BytesParser
from typing import Any
from uuid import uuid4

import structlog
from aiosmtpd.smtp import SMTP, Envelope, Session
from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, close_old_connections

from regie.portal.mails import mail_vangen

logger = structlog.get_logger(__name__)
GROOTSTE_MAIL = 25 * 1024 * 1024


class Vanger:
    """Answers 250 only once the mail is stored, so that a sender that hears 250 may forget it."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd
        bron = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content or "").encode()
        try:
            await sync_to_async(_bewaar_vers, thread_sensitive=True)(bron, envelope.rcpt_tos)
        except DatabaseError:
            logger.exception("mail_niet_bewaard")
            return "451 De mail kon niet bewaard worden, probeer later opnieuw"
        return "250 Bewaard"


def _bewaar_vers(bron: bytes, ontvangers: list[str]) -> None:
    """What a request does by itself: never use a connection that the database has dropped."""
    close_old_connections()
    _bewaar(bron, ontvangers)


def _bewaar(bron: bytes, ontvangers: list[str]) -> None:
    koppen = BytesParser(policy=policy.default).parsebytes(bron, headersonly=True)
    mail_vangen(
        message_id=str(koppen.get("Message-ID") or f"<{uuid4()}@mailvanger>").strip()[:250],
        afzender=str(koppen.get("From") or "")[:250],
        onderwerp=str(koppen.get("Subject") or "")[:300],
        ontvangers=ontvangers,
        bron=bron,
    )


class Command(BaseCommand):
    help = "Vangt in de demo elke mail op. Luistert alleen op deze machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--poort", type=int, required=True)

    def handle(self, *args: Any, poort: int, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("De mailvanger draait alleen in de demo; stel in productie EMAIL_URL in.")
        asyncio.run(self._luister(poort))

    async def _luister(self, poort: int) -> None:
        lus = asyncio.get_running_loop()
        klaar = asyncio.Event()
        for teken in (signal.SIGTERM, signal.SIGINT):
            lus.add_signal_handler(teken, klaar.set)
        try:
            server = await lus.create_server(
                lambda: SMTP(
                    Vanger(), data_size_limit=GROOTSTE_MAIL, enable_SMTPUTF8=True, loop=lus, ident=settings.PRODUCT
                ),
                "127.0.0.1",
                poort,
            )
        except OSError as fout:
            raise CommandError(f"Poort {poort} is niet vrij voor de mailvanger: {fout.strerror}.") from fout
        self.stdout.write(f"De mailvanger luistert op poort {poort}.")
        self.stdout.flush()
        async with server:
            await klaar.wait()
