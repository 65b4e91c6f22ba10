"""Text of a calendar (RFC 5545): the time zone, escaping, and lines folded at 75 octets."""

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


def ics_tekst(waarde: str) -> str:
    """Escaped as the standard asks (3.3.11)."""
    for teken, wordt in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        waarde = waarde.replace(teken, wordt)
    return waarde


def ics_vouw(regel: str) -> str:
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
