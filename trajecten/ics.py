"""A calendar feed (RFC 5545) by hand: whole days, folded at 75 octets. Pure text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Brussels",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


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
        f"PRODID:-//{_tekst(product)}//Taken en termijnen//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_tekst(naam)}",
        f"X-WR-CALNAME:{_tekst(naam)}",
        "X-WR-TIMEZONE:Europe/Brussels",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        *ZONE,
    ]
    for afspraak in afspraken:
        regels += _afspraak(afspraak, domein)
    return "".join(_vouw(regel) for regel in [*regels, "END:VCALENDAR"])


def _afspraak(afspraak: Afspraak, domein: str) -> list[str]:
    url = [f"URL:{afspraak.url}"] if afspraak.url else []
    return [
        "BEGIN:VEVENT",
        f"UID:{afspraak.uid}@{domein}",
        f"DTSTAMP:{afspraak.gewijzigd:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{afspraak.dag:%Y%m%d}",
        f"DTEND;VALUE=DATE:{afspraak.dag + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_tekst(afspraak.titel)}",
        *url,
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _tekst(waarde: str) -> str:
    """Escaped as the standard asks (3.3.11)."""
    for teken, wordt in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        waarde = waarde.replace(teken, wordt)
    return waarde


def _vouw(regel: str) -> str:
    """A line is at most 75 octets; what follows begins with a space. No character is cut in two."""
    delen: list[bytes] = []
    huidig = b""
    for teken in regel:
        octetten = teken.encode()
        if len(huidig) + len(octetten) > (75 if not delen else 74):
            delen.append(huidig)
            huidig = b""
        huidig += octetten
    delen.append(huidig)
    return b"\r\n ".join(delen).decode() + "\r\n"
