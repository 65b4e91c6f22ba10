"""Files people send and fetch: what every upload is checked for, and how a file leaves."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from regie.core.bestandssoort import SOORTEN, Bestandssoort, herken
from regie.core.parameters import waarde


@dataclass(frozen=True, slots=True)
class Bestand:
    """What somebody sent: the name it had there, and its bytes."""

    naam: str
    inhoud: bytes


def keur(inhoud: bytes, *, vandaag: date) -> Bestandssoort:
    """What the file is; refused in a sentence when it is not something we keep."""
    return herken(
        inhoud,
        max_mb=int(waarde("bestand_max", op=vandaag)),
        max_uitgepakt_mb=int(waarde("bestand_max", op=vandaag, dimensie="uitgepakt")),
    )


def download(inhoud: bytes, *, naam: str, mime: str) -> HttpResponse:
    """A file of somebody else: saved, never shown or run in our own pages, never kept by a cache."""
    response = HttpResponse(inhoud, content_type=mime if mime in SOORTEN else "application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(True, naam) or "attachment"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
