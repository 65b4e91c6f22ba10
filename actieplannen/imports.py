"""A list with the values of indicators, as rows of a form: nothing is kept here, and no row is lost."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from actieplannen.models import Actieindicator
from actieplannen.services.metingen import MEESTE_RIJEN
from regie.core.exceptions import DomainError
from regie.core.inlezen.bestand import Cel, is_leeg, lees_bestand
from regie.core.inlezen.kolommen import Veld, Velden
from regie.core.inlezen.koptekst import bruikbare_bladen, koppen
from regie.core.inlezen.waarden import tekst_van
from regie.core.names import naam_sleutel

VELDEN = Velden(
    alle=(
        Veld("indicator", "Indicator", "Zoals hij in het plan heet.", ("naam", "naam indicator", "meting")),
        Veld("actie", "Actie", "Nodig als twee acties een indicator met dezelfde naam hebben.", ("naam actie",)),
        Veld("jaar", "Jaar", "Het jaar van het plan.", ("jaartal", "planjaar")),
        Veld("kwartaal", "Kwartaal", "1, 2, 3 of 4.", ("kw", "trimester", "periode", "q")),
        Veld("waarde", "Waarde", "Het getal.", ("aantal", "cijfer", "resultaat", "stand")),
    ),
    naamvelden=frozenset({"indicator"}),
    kop_voorbeeld="indicator, jaar, kwartaal en waarde",
)
_KWARTAAL = re.compile(
    r"(?:(20\d{2})\D*)?(?:kwartaal|kw|k|q|t)?\s*([1-4])(?:e|ste|de)?(?:\s*kwartaal)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Rows as the form wants them, and how many had no value to load."""

    rijen: list[dict[str, str]]
    zonder_waarde: int


def lees_metingen(naam: str, inhoud: bytes, *, indicatoren: Mapping[UUID, Actieindicator], jaar: int) -> Gelezen:
    """Raises BestandFout or DomainError when the file itself cannot be read."""
    blad, kop = bruikbare_bladen(lees_bestand(naam, inhoud), VELDEN)[0]
    koppeling = VELDEN.herken_alle(koppen(blad.rijen[kop]))
    if "waarde" not in koppeling.values():
        raise DomainError("We vinden geen kolom met de waarde. Noem die kolom 'waarde' en kies het bestand opnieuw.")
    herken = _Herkenner(indicatoren.values())
    rijen, leeg = [], 0
    for nr, rij in enumerate(blad.rijen[kop + 1 :], kop + 2):
        if is_leeg(rij):
            continue
        cellen = {veld: rij[index] for index, veld in koppeling.items() if index < len(rij)}
        if not tekst_van(cellen.get("waarde")):
            leeg += 1
            continue
        rijen.append({"herkomst": f"rij {nr}", **_als_rij(cellen, herken, jaar)})
    if len(rijen) > MEESTE_RIJEN:
        raise DomainError(
            f"Er staan {len(rijen)} waarden in dit bestand; het mogen er {MEESTE_RIJEN} zijn. Splits het."
        )
    if not rijen:
        raise DomainError("Er staat geen enkele waarde in dit bestand. Vul de kolom 'waarde' in.")
    return Gelezen(rijen, leeg)


class _Herkenner:
    def __init__(self, indicatoren: Iterable[Actieindicator]) -> None:
        self.op_naam: dict[str, list[Actieindicator]] = defaultdict(list)
        for rij in indicatoren:
            self.op_naam[naam_sleutel(rij.naam)].append(rij)

    def __call__(self, naam: str, actie: str) -> Actieindicator | None:
        """Only when there is no doubt: one indicator of that name, or one in the action that is named."""
        gevonden = self.op_naam.get(naam_sleutel(naam), [])
        if actie:
            gevonden = [rij for rij in gevonden if naam_sleutel(rij.actie.titel) == naam_sleutel(actie)]
        return gevonden[0] if len(gevonden) == 1 else None


def _als_rij(cellen: Mapping[str, Cel], herken: _Herkenner, jaar: int) -> dict[str, str]:
    naam = tekst_van(cellen.get("indicator"))
    indicator = herken(naam, tekst_van(cellen.get("actie")))
    eigen_jaar, kwartaal = _kwartaal(tekst_van(cellen.get("kwartaal")))
    return {
        "indicator": str(indicator.pk) if indicator else "",
        "herkend_uit": "" if indicator else naam,
        "jaar": _geheel(tekst_van(cellen.get("jaar"))) or eigen_jaar or ("" if "jaar" in cellen else str(jaar)),
        "kwartaal": kwartaal,
        "waarde": _geheel(tekst_van(cellen["waarde"])).replace(".", ",")
        if isinstance(cellen["waarde"], (int, float))
        else tekst_van(cellen["waarde"]),
    }


def _geheel(tekst: str) -> str:
    """A whole number that a spreadsheet kept as 2026.0."""
    return tekst.removesuffix(".0")


def _kwartaal(tekst: str) -> tuple[str, str]:
    """("2026", "3") of "2026-Q3"; what we cannot read stays empty, so that it is asked."""
    delen = _KWARTAAL.fullmatch(_geheel(tekst))
    return (delen[1] or "", delen[2]) if delen else ("", "")
