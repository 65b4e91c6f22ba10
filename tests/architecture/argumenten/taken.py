"""Addresses of the working day: tasks, deadlines, mail and agenda."""

from tests.architecture.argumenten.wereld import Maak, geen, van
from trajecten.models import EigenTaak, Termijn

DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:termijn_sluimeren",
            "trajecten:termijn_wekken",
            "trajecten:termijn_heropenen",
        ),
        van(Termijn),
    ),
}


def _eigen_taak(wereld, user):
    """Of the one who asks: a task of a colleague does not exist."""
    taak = wereld.rij(EigenTaak)
    EigenTaak.objects.filter(pk=taak.pk).update(voor=user)
    return [taak.pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    "trajecten:selectie_sluimeren": geen,
    **dict.fromkeys(
        (
            "trajecten:aan_de_slag_weg",
            "trajecten:taken",
            "trajecten:taak_toevoegen",
            "trajecten:taken_instellingen",
            "trajecten:signaalregels",
        ),
        geen,
    ),
}
DOSSIERS |= dict.fromkeys(("trajecten:eigen_taak_klaar", "trajecten:eigen_taak_heropenen"), _eigen_taak)
