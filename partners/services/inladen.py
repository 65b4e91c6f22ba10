"""A list of employers becomes cards; how a list is kept, judged and written stands in `regie.core.inlezen.lader`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.models import Lijstrij, Werkgeverslijst
from partners.selectors.inladen import mag_inladen
from partners.services.inladen_rij import Verwerker
from regie.core.inlezen import lader
from regie.core.inlezen.lader import Lader
from regie.core.inlezen.lijsten import rijen_van
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class Verschil:
    """What a row adds to a card, as text for people; the value stands in the fields of the row."""

    veld: str
    nieuw: str


@dataclass(slots=True)
class RijOordeel(lader.RijOordeel):
    werkgever: str | None = None
    afdruk: str = ""


class _Werkgeverslijst(Lader[Werkgeverslijst, Lijstrij, RijOordeel]):
    lijsten, rijen = Werkgeverslijst, Lijstrij
    soort, lijst_veld = "werkgeverslijst", "lijst"
    taak = "partners.tasks.werkgevers_inladen"
    over_dossiers = False
    wie = "werkgever"
    niet_van_jou = "Je kunt alleen inladen voor een organisatie waar je zelf bij hoort."
    oordelen, keuzes = Lijstoordeel, Lijstbesluit
    te_doen = (Lijstoordeel.NIEUW, Lijstoordeel.AANVULLEN, Lijstoordeel.MOGELIJK_BEKEND, Lijstoordeel.ONGEWIJZIGD)
    uitkomsten = (
        *("aangemaakt", "aangevuld", "ongewijzigd", "overgeslagen", "mislukt"),
        *("contactpersonen", "contactmomenten"),
    )
    beoordeeld = ("met_opmerking", "afdruk", "werkgever")
    geschreven = ("met_opmerking", "werkgever")

    def mag(self, toegang: Toegang, eigenaar_id: int) -> bool:
        return mag_inladen(toegang, eigenaar_id)

    def neem_over(self, rij: Lijstrij, oordeel: RijOordeel) -> None:
        super().neem_over(rij, oordeel)
        rij.met_opmerking = bool(oordeel.problemen) and oordeel.oordeel != Lijstoordeel.OVERGESLAGEN
        rij.afdruk = oordeel.afdruk
        rij.werkgever_id = oordeel.werkgever

    def telling(self, lijst: Werkgeverslijst) -> dict[str, int]:
        return super().telling(lijst) | {"opmerkingen": rijen_van(lijst).filter(met_opmerking=True).count()}

    def schrijf(self, lijst: Werkgeverslijst, rijen: Sequence[Lijstrij], *, door: Toegang, vandaag: date) -> None:
        Verwerker(lijst=lijst, rijen=rijen, door=door, vandaag=vandaag).verwerk()


WERKGEVERSLIJST = _Werkgeverslijst()


def oude_werkgeverslijsten_opruimen(vandaag: date) -> None:
    WERKGEVERSLIJST.opruimen(vandaag=vandaag)
