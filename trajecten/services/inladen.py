"""A list of clients becomes dossiers; how a list is kept, judged and written stands in `regie.core.inlezen.lader`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from regie.core.inlezen import lader
from regie.core.inlezen.lader import Lader
from regie.core.inlezen.lijsten import rijen_van
from regie.core.permissions import Toegang
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.models import Client, InlaadRij, Inlading, Inzage
from trajecten.selectors.inladen import mag_inladen
from trajecten.services.inladen_rij import Verwerker


@dataclass(frozen=True, slots=True)
class Verschil:
    """A change to a dossier: as text for people, and the value to write. `was` guards against a change in between."""

    veld: str
    oud: str
    nieuw: str
    waarde: Any
    was: Any = None


@dataclass(slots=True)
class RijOordeel(lader.RijOordeel):
    afgeleid: dict[str, Any] = field(default_factory=dict)
    client: str | None = None


class _Clientenlijst(Lader[Inlading, InlaadRij, RijOordeel]):
    lijsten, rijen = Inlading, InlaadRij
    soort = lijst_veld = "inlading"
    taak = "trajecten.tasks.clienten_inladen"
    over_dossiers = True
    wie = "persoon"
    niet_van_jou = "Je kunt alleen inladen voor een OCMW waar je zelf werkt."
    oordelen, keuzes = Oordeel, Besluit
    te_doen = (Oordeel.NIEUW, Oordeel.BIJWERKEN, Oordeel.MOGELIJK_DUBBEL)
    uitkomsten = ("aangemaakt", "bijgewerkt", "ongewijzigd", "overgeslagen", "mislukt")
    beoordeeld = geschreven = ("client",)

    def mag(self, toegang: Toegang, eigenaar_id: int) -> bool:
        return mag_inladen(toegang, eigenaar_id)

    def gelezen(self, oordeel: RijOordeel) -> dict[str, Any]:
        return super().gelezen(oordeel) | {"afgeleid": oordeel.afgeleid}

    def neem_over(self, rij: InlaadRij, oordeel: RijOordeel) -> None:
        super().neem_over(rij, oordeel)
        rij.client_id = oordeel.client

    def telling(self, lijst: Inlading) -> dict[str, int]:
        wijzigt = rijen_van(lijst, Oordeel.BIJWERKEN).only("verschillen")
        return super().telling(lijst) | {"velden": sum(len(rij.verschillen or ()) for rij in wijzigt)}

    def schrijf(self, lijst: Inlading, rijen: Sequence[InlaadRij], *, door: Toegang, vandaag: date) -> None:
        Verwerker(inlading=lijst, rijen=rijen, door=door, vandaag=vandaag).verwerk()


CLIENTENLIJST = _Clientenlijst()


def dossiers_gelezen(*, clienten: Sequence[Client], pagina: str, door: Toegang) -> None:
    """The read log of dossiers whose data stood beside a row of a file."""
    Inzage.objects.bulk_create(
        Inzage(eigenaar_id=client.eigenaar_id, client_id=client.pk, user_id=door.user_id, pagina=pagina)
        for client in clienten
    )
