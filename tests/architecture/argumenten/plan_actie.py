"""Addresses of one action. Who may follow up is asked about an action that he or she pulls."""

from typing import Any
from uuid import uuid4

from actieplannen.models import Actie, Bewijsstuk, Doelstelling, Opmerking
from partners.models import Bijlage
from regie.core import kluis
from regie.core.tenancy import gebied_context
from tests.architecture.argumenten.wereld import Maak, Wereld, huis_van, van
from tests.rijen import rij_van


def eigen_actie(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Actie, trekker=user).pk]


def _eigen_bewijs(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Bewijsstuk, actie=wereld.rij(Actie, trekker=user)).pk]


def _eigen_bestand(wereld: Wereld, user: Any) -> list[Any]:
    """With its bytes on disk."""
    organisatie = huis_van(wereld, user)
    with gebied_context(wereld.ocmw.gebied, [wereld.ocmw.pk], lid_van=[organisatie.pk]):
        sleutel = uuid4()
        kluis.schrijf(sleutel, b"%PDF-1.7")
        actie = rij_van(Actie, organisatie, trekker=user)
        bijlage = rij_van(Bijlage, organisatie, id=sleutel, onderwerp="PLANACTIE", object_id=actie.pk, gedeeld=True)
        return [bijlage.pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    "actieplannen:actie_toevoegen": van(Doelstelling),
    **dict.fromkeys(
        (
            "actieplannen:actie_bijwerken",
            "actieplannen:actie_kopieren",
            "actieplannen:actie_wissen",
            "actieplannen:voortgang",
            "actieplannen:bewijs_toevoegen",
            "actieplannen:actiebestand_toevoegen",
        ),
        eigen_actie,
    ),
    **dict.fromkeys(("actieplannen:actie_historiek", "actieplannen:opmerking_toevoegen"), van(Actie)),
    **dict.fromkeys(("actieplannen:opmerking_intrekken", "actieplannen:opmerking_terugzetten"), van(Opmerking)),
    **dict.fromkeys(("actieplannen:bewijs_intrekken", "actieplannen:bewijs_terugzetten"), _eigen_bewijs),
    **dict.fromkeys(
        (
            "actieplannen:actiebestand",
            "actieplannen:actiebestand_wissen",
            "actieplannen:actiebestand_terugzetten",
        ),
        _eigen_bestand,
    ),
}
BINNENSHUIS: dict[str, Maak] = {"actieplannen:mijn_actie": eigen_actie}
