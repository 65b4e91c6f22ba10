"""Agenda and report of a meeting on paper, and the file for calendars."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import slugify

from partners.models import Deelnemer, Overleg
from partners.selectors.overleg import OverlegKaart, overleg_kaart
from regie.core.ics import ZONE, ics_tekst, ics_vouw
from regie.core.models import Regiegebied
from regie.core.pdf import html_naar_pdf
from regie.core.tenancy import current_scope

STIJL, KLEUR = "css/stuk.css", "#0f4c5c"


def agenda_pdf(overleg: Overleg) -> bytes:
    return _pdf(overleg_kaart(overleg), is_verslag=False)


def verslag_pdf(overleg: Overleg) -> bytes:
    return _pdf(overleg_kaart(overleg), is_verslag=True)


def _pdf(kaart: OverlegKaart, *, is_verslag: bool) -> bytes:
    context = {"kaart": kaart, "overleg": kaart.overleg, "is_verslag": is_verslag, "gebied": current_scope().gebied}
    return html_naar_pdf(render_to_string("partners/overleg/stuk.html", context), stijl=STIJL, kleur=KLEUR)


def bestandsnaam(overleg: Overleg, soort: str) -> str:
    """ "agenda-stuurgroep-2026-11-23.pdf": what it is and when, never who."""
    return f"{soort}-{slugify(overleg.get_soort_display())}-{overleg.datum:%Y-%m-%d}.pdf"


# --- calendars -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Organisator:
    naam: str
    email: str

    @classmethod
    def van(cls, gebied: Regiegebied) -> "Organisator":
        return cls(gebied.naam, gebied.contact_email)


def kalenderbestand(
    overleg: Overleg, *, organisator: Organisator, nu: datetime, deelnemer: Deelnemer | None = None
) -> str:
    """One event. The same UID with a higher SEQUENCE moves what a calendar holds; a cancelled one takes it out.

    With a `deelnemer` it is an invitation (RFC 5546), which names only the one who gets it.
    """
    afgelast = bool(overleg.afgelast_reden) or overleg.status == "AFGELAST"
    methode = "CANCEL" if afgelast else "REQUEST" if deelnemer else "PUBLISH"
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{ics_tekst(settings.PRODUCT)}//Overleg//NL",
        "CALSCALE:GREGORIAN",
        f"METHOD:{methode}",
        *ZONE,
        *_gebeurtenis(overleg, nu, afgelast),
        *_mensen(organisator, deelnemer),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(ics_vouw(regel) for regel in regels)


def _gebeurtenis(overleg: Overleg, nu: datetime, afgelast: bool) -> list[str]:
    domein = urlsplit(settings.BASIS_URL).hostname or "localhost"
    dag = f"{overleg.datum:%Y%m%d}"
    return [
        "BEGIN:VEVENT",
        f"UID:overleg-{overleg.pk}@{domein}",
        f"SEQUENCE:{overleg.agenda_versie}",
        f"DTSTAMP:{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/Brussels:{dag}T{overleg.begin:%H%M%S}",
        f"DTEND;TZID=Europe/Brussels:{dag}T{overleg.einde:%H%M%S}",
        f"SUMMARY:{ics_tekst(overleg.titel)}",
        *([f"LOCATION:{ics_tekst(overleg.plaats)}"] if overleg.plaats else []),
        f"STATUS:{'CANCELLED' if afgelast else 'CONFIRMED'}",
        "TRANSP:OPAQUE",
    ]


def _mensen(organisator: Organisator, deelnemer: Deelnemer | None) -> list[str]:
    regels = []
    if organisator.email:
        regels.append(f"ORGANIZER;CN={_naam(organisator.naam)}:mailto:{organisator.email}")
    if deelnemer is not None:
        wie = f"CN={_naam(deelnemer.naam)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE"
        regels.append(f"ATTENDEE;{wie}:mailto:{deelnemer.email}")
    return regels


def _naam(tekst: str) -> str:
    """A parameter value: in quotes, without what would end it."""
    schoon = "".join(teken for teken in tekst if teken >= " " and teken != '"')
    return f'"{schoon}"'
