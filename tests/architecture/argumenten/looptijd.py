"""Addresses of the day counter and what moves it."""

from typing import Any

from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van
from trajecten.models import Afwezigheid, Breukperiode, Schorsing, Verlenging


def van_stap(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.traject.stappen.get().pk]


VAN_HET_GEBIED: dict[str, Maak] = {"trajecten:looptijd_aanvragen": geen}
DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:dagteller",
            "trajecten:dagteller_breuk",
            "trajecten:dagteller_afwezigheid",
            "trajecten:dagteller_schorsing",
            "trajecten:dagteller_verlenging",
            "trajecten:dagteller_einde",
        ),
        van_stap,
    ),
    "trajecten:breuk_intrekken": van(Breukperiode),
    "trajecten:afwezigheid_intrekken": van(Afwezigheid),
    "trajecten:afwezigheid_terug": van(Afwezigheid),
    "trajecten:schorsing_beslissen": van(Schorsing),
    "trajecten:schorsing_intrekken": van(Schorsing),
    "trajecten:schorsing_beeindigen": van(Schorsing),
    "trajecten:verlenging_beslissen": van(Verlenging),
    "trajecten:verlenging_intrekken": van(Verlenging),
}
