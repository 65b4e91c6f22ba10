"""Addresses of the team: selections, saved views, caseload and cover."""

from tests.architecture.argumenten.wereld import Maak, geen, van
from trajecten.models import Bulkactie, Drempel, Waarneming, Weergave, Wissing

DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        ("trajecten:bulkactie", "trajecten:bulkactie_ongedaan"),
        lambda wereld, user: [wereld.rij(Bulkactie, door=user).pk],
    ),
    **dict.fromkeys(
        (
            "trajecten:weergave_hernoemen",
            "trajecten:weergave_standaard",
            "trajecten:weergave_hoger",
            "trajecten:weergave_verwijderen",
        ),
        lambda wereld, user: [wereld.rij(Weergave, door=user).pk],
    ),
    **dict.fromkeys(("trajecten:team_overdragen", "trajecten:team_inzet"), lambda wereld, user: [wereld.lid.user_id]),
    "trajecten:waarneming_stoppen": van(Waarneming),
    "trajecten:wissing_intrekken": van(Wissing),
    "trajecten:drempel_heropenen": van(Drempel),
}
VAN_HET_GEBIED: dict[str, Maak] = dict.fromkeys(
    (
        "trajecten:selectie_toewijzen",
        "trajecten:selectie_taak",
        "trajecten:selectie_excel",
        "trajecten:weergaven",
        "trajecten:weergave_bewaren",
        "trajecten:team",
        "trajecten:bewaring",
        "trajecten:wissing_aankondigen",
        "trajecten:waarneming",
    ),
    geen,
)
