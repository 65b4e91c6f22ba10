"""A calendar feed (RFC 5545) by hand: whole days, folded at 75 octets. Pure text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from regie.core.ics import ZONE, ics_tekst, ics_vouw


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A whole day; `titel` never holds a name or free text."""

    uid: str
    titel: str
    dag: date
    gewijzigd: datetime  # in UTC
    url: str = ""


def kalender(naam: str, afspraken: Iterable[Afspraak], *, product: str, domein: str) -> str:
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{ics_tekst(product)}//Taken en termijnen//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{ics_tekst(naam)}",
        f"X-WR-CALNAME:{ics_tekst(naam)}",
        "X-WR-TIMEZONE:Europe/Brussels",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        *ZONE,
    ]
    for afspraak in afspraken:
        regels += _afspraak(afspraak, domein)
    return "".join(ics_vouw(regel) for regel in [*regels, "END:VCALENDAR"])


def _afspraak(afspraak: Afspraak, domein: str) -> list[str]:
    url = [f"URL:{afspraak.url}"] if afspraak.url else []
    return [
        "BEGIN:VEVENT",
        f"UID:{afspraak.uid}@{domein}",
        f"DTSTAMP:{afspraak.gewijzigd:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{afspraak.dag:%Y%m%d}",
        f"DTEND;VALUE=DATE:{afspraak.dag + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{ics_tekst(afspraak.titel)}",
        *url,
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]
