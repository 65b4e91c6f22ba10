"""Asks clamd whether a file is clean, when the installation has one (setting REGIE_CLAMAV)."""

import socket
import struct

from django.conf import settings

from regie.core.exceptions import DomainError

BLOK = 64 * 1024
SECONDEN = 30


def is_ingesteld() -> bool:
    return bool(settings.CLAMAV)


def scan(inhoud: bytes) -> bool:
    """True: scanned and clean. False: there is no scanner. Raises DomainError on a virus or an unreachable scanner."""
    if not is_ingesteld():
        return False
    try:
        antwoord = _instream(inhoud)
    except OSError as fout:
        raise DomainError("De virusscanner antwoordt niet. Probeer het straks opnieuw.") from fout
    if antwoord.endswith("OK"):
        return True
    if antwoord.endswith("FOUND"):
        raise DomainError("De virusscanner vond iets in dit bestand. Het is niet bewaard.")
    raise DomainError("De virusscanner kon dit bestand niet nakijken. Verwittig je beheerder.")


def _instream(inhoud: bytes) -> str:
    with _verbind() as verbinding:
        verbinding.sendall(b"zINSTREAM\0")
        for begin in range(0, len(inhoud), BLOK):
            blok = inhoud[begin : begin + BLOK]
            verbinding.sendall(struct.pack("!I", len(blok)) + blok)
        verbinding.sendall(struct.pack("!I", 0))
        antwoord = b""
        while stuk := verbinding.recv(4096):
            antwoord += stuk
    return antwoord.decode(errors="replace").strip("\0\n ")


def _verbind() -> socket.socket:
    if settings.CLAMAV.startswith("/"):
        verbinding = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        verbinding.settimeout(SECONDEN)
        verbinding.connect(settings.CLAMAV)
        return verbinding
    host, _, poort = settings.CLAMAV.rpartition(":")
    return socket.create_connection((host, int(poort)), timeout=SECONDEN)
