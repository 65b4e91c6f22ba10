import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.core.permissions import Rol
from regie.portal.demo.logins import LOGINS, WACHTWOORD, Login
from regie.portal.demo.wereld import is_geladen


class Command(BaseCommand):
    help = "Toont de logins van de demo: rol, naam, e-mailadres, wachtwoord en gebied."

    def add_arguments(self, parser: CommandParser) -> None:
        keuze = parser.add_mutually_exclusive_group()
        keuze.add_argument("--json", action="store_true", help="als JSON, voor andere programma's")
        keuze.add_argument("--tabel", action="store_true", help="als tabel (standaard)")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demologins bestaan alleen in de demo.")
        if not is_geladen():
            raise CommandError("Er zijn nog geen demogegevens. Laad ze met 'demodata'.")
        rijen = [_rij(login) for login in LOGINS]
        self.stdout.write(json.dumps(rijen, ensure_ascii=False) if options["json"] else _tabel(rijen))


def _rij(login: Login) -> dict[str, str]:
    rollen = dict.fromkeys(Rol(rol).label for _, _, rol in login.lid_van)
    return {
        "rol": ", ".join(rollen) or "platformbeheerder",
        "omschrijving": login.omschrijving,
        "naam": login.naam,
        "email": login.email,
        "wachtwoord": WACHTWOORD,
        "gebied": ", ".join(dict.fromkeys(gebied for gebied, _, _ in login.lid_van)),
    }


def _tabel(rijen: list[dict[str, str]]) -> str:
    kolommen = ("omschrijving", "naam", "email", "gebied")
    breedte = {kolom: max(len(kolom), *(len(rij[kolom]) for rij in rijen)) for kolom in kolommen}
    lijnen = [[kolom.ljust(breedte[kolom]) for kolom in kolommen]]
    lijnen += [[rij[kolom].ljust(breedte[kolom]) for kolom in kolommen] for rij in rijen]
    tekst = "\n".join("  ".join(lijn).rstrip() for lijn in lijnen)
    return f"{tekst}\n\nWachtwoord van alle logins: {WACHTWOORD}"
