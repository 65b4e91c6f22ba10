"""Structured logs with a request id and without personal data: one JSON object a line, or text for the console."""

import logging.config
import re
from typing import Any

import structlog

VOORAF: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
PERSOONLIJK = {"user", "email", "ip", "user_agent", "naam", "insz", "code", "query"}
LINK = re.compile(r"/l/[\w-]{20,}")  # a signed link is a key: who holds the address may use it


def zonder_personen(logger: object, naam: str, gebeurtenis: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Drop keys that could name somebody, the query string of a request (searches hold names) and signed links."""
    for sleutel in PERSOONLIJK & gebeurtenis.keys():
        del gebeurtenis[sleutel]
    if isinstance(verzoek := gebeurtenis.get("request"), str):
        gebeurtenis["request"] = verzoek.split("?", 1)[0]
    for sleutel, waarde in gebeurtenis.items():
        if isinstance(waarde, str) and "/l/" in waarde:
            gebeurtenis[sleutel] = LINK.sub("/l/…", waarde)
    return gebeurtenis


def configureer(instelling: dict[str, Any]) -> None:
    # A traceback without the values of its variables: those hold what people typed.
    laatste = (
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
        if instelling["formaat"] == "tekst"
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *VOORAF,
            structlog.processors.format_exc_info,
            zonder_personen,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "vast": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": VOORAF,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        structlog.processors.format_exc_info,
                        zonder_personen,
                        laatste,
                    ],
                }
            },
            "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "vast"}},
            "root": {"handlers": ["uit"], "level": instelling["niveau"]},
            "loggers": {
                "fontTools": {"level": "WARNING"},
                "pikepdf": {"level": "WARNING"},
                "weasyprint": {"level": "ERROR"},
                "django.server": {"level": "WARNING"},
            },
        }
    )
