"""Addresses of steps and of the rule calendar."""

from typing import Any

from tests.architecture.argumenten.wereld import Maak, Wereld, van_client, van_traject


def van_stap(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.traject.stappen.get().pk]


def van_traject_met_instrument(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.traject.pk, "OPLEIDING"]


DOSSIERS: dict[str, Maak] = {
    "trajecten:regelkalender": van_client,
    "trajecten:stap_nieuw": van_traject,
    "trajecten:stap_toevoegen": van_traject_met_instrument,
    "trajecten:gpmi_evaluatie": van_traject,
    **dict.fromkeys(
        (
            "trajecten:stap_starten",
            "trajecten:stap_beeindigen",
            "trajecten:stap_wissen",
            "trajecten:stap_documenten",
            "trajecten:stap_plaats",
            "trajecten:stap_uren",
            "trajecten:stap_beslissing",
        ),
        van_stap,
    ),
}
