"""What a row would change in a dossier. An empty cell changes nothing; a remark is added, never replaced."""

from datetime import date
from decimal import Decimal
from typing import Any

from regie.core.inlezen.rijen import LETOP, GelezenRij, Probleem
from regie.core.names import naam_sleutel
from regie.core.notatie import datum, getal
from regie.core.validators import masker_insz
from trajecten.enums import Diploma, Geslacht, Inkomensstatuut, TrajectStatus
from trajecten.selectors.inladen_bronnen import BekendeClient, BekendTraject, Bronnen
from trajecten.services.inladen import Verschil

GEWONE_VELDEN = (
    "geboortedatum",
    "geslacht",
    "gemeente",
    "postcode",
    "inkomensstatuut",
    "telefoon",
    "email",
    "taal",
    "tolk_nodig",
    "diploma",
)
_KEUZES: dict[str, Any] = {"geslacht": Geslacht, "inkomensstatuut": Inkomensstatuut, "diploma": Diploma}


def vergelijk(rij: GelezenRij, bekend: BekendeClient, bronnen: Bronnen) -> tuple[list[Verschil], list[Probleem]]:
    """(changes this row makes to that dossier, what it says that a list cannot change)."""
    verschillen = [*_namen(rij, bekend), *_velden(rij, bekend, bronnen), *_opmerking(rij, bekend)]
    if "insz" in rij.velden and not bekend.profiel.insz_index:
        insz = rij.velden["insz"]
        verschillen.append(Verschil("insz", "", masker_insz(insz), insz))
    van_traject, problemen = _traject(rij, bekend.traject, bronnen)
    return [*verschillen, *van_traject], problemen


def _namen(rij: GelezenRij, bekend: BekendeClient) -> list[Verschil]:
    """Other capitals or accents are no other name: lists lose them."""
    return [
        Verschil(veld, bekend.velden[veld], rij.velden[veld], rij.velden[veld], was=bekend.velden[veld])
        for veld in ("familienaam", "voornaam")
        if naam_sleutel(rij.velden[veld]) != naam_sleutel(bekend.velden[veld])
    ]


def _velden(rij: GelezenRij, bekend: BekendeClient, bronnen: Bronnen) -> list[Verschil]:
    gevonden = []
    for veld in GEWONE_VELDEN:
        if veld not in rij.velden:
            continue
        nieuw, oud = rij.velden[veld], bekend.velden["gemeente_id" if veld == "gemeente" else veld]
        zelfde = nieuw.lower() == oud.lower() if veld == "email" else nieuw == oud
        if not zelfde:
            gevonden.append(Verschil(veld, toon(veld, oud, bronnen), toon(veld, nieuw, bronnen), nieuw, was=oud))
    return gevonden


def toon(veld: str, waarde: Any, bronnen: Bronnen) -> str:
    """A value as a page shows it; '' when there is none."""
    if waarde in (None, ""):
        return ""
    if veld == "gemeente":
        return bronnen.gemeentenamen.get(waarde, str(waarde))
    if veld in _KEUZES:
        return str(_KEUZES[veld](waarde).label)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum(waarde)
    return str(waarde)


def _opmerking(rij: GelezenRij, bekend: BekendeClient) -> list[Verschil]:
    oud = bekend.velden["opmerking"]
    nieuw = [regel for regel in rij.velden.get("opmerking", "").split("\n") if regel and regel not in oud]
    if not nieuw:
        return []
    samen = "\n".join([*([oud] if oud else []), *nieuw])
    return [Verschil("opmerking", "", " ".join(nieuw), samen, was=oud)]


def _traject(
    rij: GelezenRij, traject: BekendTraject | None, bronnen: Bronnen
) -> tuple[list[Verschil], list[Probleem]]:
    if traject is None or not traject.is_open:
        tekst = "het traject van deze cliënt is afgesloten. Inladen heropent het niet."
        return [], [Probleem("start", tekst, LETOP)] if "start" in rij.velden else []
    verschillen = []
    begeleider = rij.velden.get("begeleider")
    if begeleider and begeleider != traject.begeleider_id:
        oud, nieuw = bronnen.naam_van(traject.begeleider_id), bronnen.naam_van(begeleider)
        verschillen.append(Verschil("begeleider", oud, nieuw, begeleider))
    if "start" not in rij.velden:
        return verschillen, []
    if traject.status == TrajectStatus.AANGEMELD:
        start = rij.velden["start"]
        return [*verschillen, Verschil("start", "", datum(start), start)], []
    return verschillen, _andere_tewerkstelling(rij, traject)


def _andere_tewerkstelling(rij: GelezenRij, traject: BekendTraject) -> list[Probleem]:
    """A list says when and where somebody works; the traject itself changes on its own page, with its papers."""
    if traject.start is None:
        tekst = f"het traject is in de fase '{traject.status.label}'. Start het in het dossier zelf."
        return [Probleem("start", tekst, LETOP)]
    breuk = rij.velden.get("breuk")
    vergeleken = (
        ("start", rij.velden["start"], traject.start, datum(traject.start)),
        ("einde", rij.velden.get("einde"), traject.einde, datum(traject.einde)),
        ("werkplaats", rij.velden.get("werkplaats"), traject.gebruiker_id, "een andere gebruiker"),
        ("breuk", breuk, Decimal(traject.breuk) if traject.breuk else breuk, getal(Decimal(traject.breuk or 0), 2)),
    )
    return [
        Probleem(veld, f"in het dossier staat {staat}. Pas dit in het traject zelf aan.", LETOP)
        for veld, nieuw, oud, staat in vergeleken
        if nieuw is not None and nieuw != oud
    ]
