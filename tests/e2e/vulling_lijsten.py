"""The same list of employers three times: loaded, to be looked over, and its columns still to choose."""

from pathlib import Path
from typing import Any

from partners.imports.lijst import kijk_na, lees_lijsten
from partners.models import Werkgeverslijst
from partners.services import inladen
from regie.core.inlezen.lijst import vingerafdruk
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld

PAD = Path(__file__).parents[1] / "data" / "werkgevers.csv"


def vul_lijsten(wereld: Wereld) -> dict[str, Any]:
    """By the OCMW; `lijsten` holds, per step, the list that is ready for it."""
    door = wereld.toegang(Rol.TRAJECTBEGELEIDER)
    with gebied_context(wereld.gebied, [wereld.ocmw.pk], lid_van=[wereld.ocmw.pk]):
        klaar = _nagekeken(wereld)
        inladen.WERKGEVERSLIJST.rest_overslaan(lijst=klaar)
        inladen.WERKGEVERSLIJST.overnemen(lijst=klaar, door=door)
        while not inladen.WERKGEVERSLIJST.verwerken(lijst_id=str(klaar.pk), vandaag=wereld.vandaag):
            pass
        kiezen, bevestigen = _nagekeken(wereld), _nagekeken(wereld)
        inladen.WERKGEVERSLIJST.rest_overslaan(lijst=bevestigen)
        per_stap = {"inladen_nakijken": kiezen.pk, "inladen_bevestigen": bevestigen.pk}
        return {"lijst_id": klaar.pk, "lijsten": {**per_stap, "inladen_kolommen": _lijst(wereld).pk}}


def _lijst(wereld: Wereld) -> Werkgeverslijst:
    inhoud = PAD.read_bytes()
    return inladen.WERKGEVERSLIJST.maken(
        bestandsnaam=PAD.name,
        sha256=vingerafdruk(inhoud),
        bladen=lees_lijsten(PAD.name, inhoud)[:1],
        eigenaar=wereld.ocmw,
        door=wereld.toegang(Rol.TRAJECTBEGELEIDER),
    )[0]


def _nagekeken(wereld: Wereld) -> Werkgeverslijst:
    gelezen = lees_lijsten(PAD.name, PAD.read_bytes())[0]
    oordelen = kijk_na(
        eigenaar=wereld.ocmw,
        koppeling=gelezen.koppeling,
        kolommen=gelezen.kolommen,
        rijen=gelezen.rijen,
        vandaag=wereld.vandaag,
    )
    return inladen.WERKGEVERSLIJST.nakijken(
        lijst=_lijst(wereld),
        koppeling=gelezen.koppeling,
        oordelen=oordelen,
        door=wereld.toegang(Rol.TRAJECTBEGELEIDER),
    )
