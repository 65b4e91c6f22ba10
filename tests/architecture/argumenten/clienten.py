"""Addresses of dossiers: registration, client, traject, import."""

from tests.architecture.argumenten.wereld import Maak, van, van_client, van_inlading, van_ontwerp, van_traject
from trajecten.models import Drempel, Termijn

# Of one OCMW: for another OCMW of the same gebied they do not exist.
DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:client",
            "trajecten:traject",
            "trajecten:drempels",
            "trajecten:gegevens",
            "trajecten:inzage",
            "trajecten:insz",
            "trajecten:opnieuw_aanmelden",
        ),
        van_client,
    ),
    **dict.fromkeys(
        (
            "trajecten:toewijzen",
            "trajecten:intake",
            "trajecten:weigeren",
            "trajecten:screening",
            "trajecten:instrument",
            "trajecten:plan",
            "trajecten:stap",
            "trajecten:einddatum",
            "trajecten:documenten",
            "trajecten:starten",
            "trajecten:onderbreken",
            "trajecten:hervatten",
            "trajecten:uitstroom",
            "trajecten:afsluiten",
            "trajecten:heropenen",
        ),
        van_traject,
    ),
    **dict.fromkeys(
        (
            "trajecten:inladen_kolommen",
            "trajecten:inladen_nakijken",
            "trajecten:inladen_bevestigen",
            "trajecten:inladen_resultaat",
            "trajecten:inladen_fouten",
            "trajecten:inladen_annuleren",
        ),
        van_inlading,
    ),
    **dict.fromkeys(("trajecten:registreren_verder", "trajecten:aanmelding", "trajecten:ontwerp_wissen"), van_ontwerp),
    "trajecten:drempel": van(Drempel),
    "trajecten:termijn_verzetten": van(Termijn),
    "trajecten:termijn_afhandelen": van(Termijn),
}
