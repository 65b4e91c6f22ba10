"""Addresses of places, candidates, competences and quota."""

from datetime import date
from typing import Any

from partners.models import Capaciteit, Uitlening
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van, van_client
from tests.factories import WerkplaatsFactory
from trajecten.models import Attest, ClientCompetentie, Kandidatuur


def _werkplaats(wereld: Wereld, user: Any) -> list[Any]:
    return [WerkplaatsFactory(gebruiker=wereld.partner).pk]


def _uitlening(wereld: Wereld, user: Any) -> list[Any]:
    uitlening = Uitlening.objects.create(
        werkplaats=WerkplaatsFactory(gebruiker=wereld.partner, ocmw=wereld.ocmw),
        van_ocmw=wereld.ocmw,
        aan_ocmw=wereld.ander_ocmw,
        van=date(2026, 1, 1),
        tot=date(2027, 1, 1),
        gevraagd_door=user,
    )
    return [uitlening.pk]


def _voorstellen(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.client.pk, *_werkplaats(wereld, user)]


DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:plaats_zoeken",
            "trajecten:profiel",
            "trajecten:competenties",
            "trajecten:competentieblad",
            "trajecten:competentie_noteren",
            "trajecten:attest_toevoegen",
        ),
        van_client,
    ),
    "trajecten:plaats_voorstellen": _voorstellen,
    "trajecten:kandidatuur": van(Kandidatuur),
    "trajecten:competentie_wissen": van(ClientCompetentie),
    "trajecten:attest_wissen": van(Attest),
}
VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:plaatsen",
            "trajecten:plaatsen_excel",
            "trajecten:uitleningen",
            "trajecten:bezetting",
            "trajecten:quotum",
            "partners:plaats_toevoegen",
        ),
        geen,
    ),
    **dict.fromkeys(
        (
            "trajecten:plaats",
            "partners:werkplaats_bijwerken",
            "partners:werkplaats_beeindigen",
            "partners:werkplaats_archiveren",
            "partners:werkplaats_terughalen",
            "partners:capaciteit",
            "partners:uitlening_vragen",
        ),
        _werkplaats,
    ),
    **dict.fromkeys(("partners:uitlening_beantwoorden", "partners:uitlening_intrekken"), _uitlening),
    "partners:capaciteit_wissen": lambda wereld, user: [
        Capaciteit.objects.create(
            werkplaats=WerkplaatsFactory(gebruiker=wereld.partner), aantal=3, van=date(2026, 1, 1)
        ).pk
    ],
}
