"""What to do with each row of a list: new, known and filled in, perhaps known, wrong, unchanged, or no employer.

A card belongs to everybody: a list fills in what a card does not say and never replaces what it says. The same list
twice changes nothing the second time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from partners.enums import Grootteklasse, Lijstoordeel
from partners.imports.kolommen import VELD
from partners.imports.rijen import afdruk_van, lees_rij
from partners.imports.waarden import heeft_verloren_teken
from partners.selectors.inladen_bronnen import KAARTVELDEN, Bekend, Bronnen, Naamindex
from partners.services.inladen import RijOordeel, Verschil
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.rijen import LETOP, GelezenRij, Probleem, geen_gegevens
from regie.core.names import gelijkenis, naam_sleutel, organisatie_sleutel
from regie.core.notatie import datum
from regie.core.validators import toon_kbo, toon_telefoon

HERKENBAAR = 0.5


@dataclass(slots=True)
class Beoordelaar:
    """Goes through a list once, from top to bottom, and remembers the rows it has seen."""

    bronnen: Bronnen
    koppeling: Mapping[int, str]
    koppen: Sequence[str]
    _index: Naamindex = field(default_factory=Naamindex)
    _per_afdruk: dict[str, Bekend] = field(default_factory=dict)
    _kopsleutels: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._kopsleutels = {naam_sleutel(kop) for kop in self.koppen}
        self._index = Naamindex.van(self.bronnen.werkgevers.values())
        bekend = self.bronnen.werkgevers
        self._per_afdruk = {afdruk: bekend[pk] for afdruk, pk in self.bronnen.eerdere_rijen.items() if pk in bekend}

    def alle(self, rijen: Iterable[tuple[int, Sequence[Cel]]]) -> Iterator[RijOordeel]:
        for rijnummer, cellen in rijen:
            yield self.beoordeel(rijnummer, cellen)

    def beoordeel(self, rijnummer: int, alle: Sequence[Cel]) -> RijOordeel:
        cellen = {veld: alle[i] if i < len(alle) else "" for i, veld in self.koppeling.items()}
        reden = geen_gegevens(cellen, alle, self._kopsleutels, naamveld="naam", kern=("kbo",))
        if reden:
            problemen = [Probleem("", f"geen werkgever: {reden}.", LETOP)]
            return RijOordeel(rijnummer, Lijstoordeel.OVERGESLAGEN, problemen=problemen)
        rij = lees_rij(cellen, self.bronnen)
        if rij.heeft_fout:
            return _maak(rijnummer, Lijstoordeel.FOUT, rij)
        zeker = self._zeker(rij)
        if zeker:
            return self._bekend(rijnummer, rij, zeker)
        sleutel = organisatie_sleutel(rij.velden["naam"])
        kandidaat = self._index.zoek(sleutel, gemeente=rij.velden.get("gemeente", ""), kbo=rij.velden.get("kbo", ""))
        if kandidaat:
            return self._misschien(rijnummer, rij, kandidaat)
        self._onthoud(rijnummer, rij)
        return _maak(rijnummer, Lijstoordeel.NIEUW, rij)

    def _zeker(self, rij: GelezenRij) -> Bekend | None:
        """By number, or because this organisatie loaded this very row before."""
        kbo = rij.velden.get("kbo")
        return (self._index.op_kbo(kbo) if kbo else None) or self._per_afdruk.get(afdruk_van(rij))

    def _onthoud(self, rijnummer: int, rij: GelezenRij) -> None:
        nieuw = Bekend(None, rijnummer, rij.velden["naam"], {veld: rij.velden.get(veld, "") for veld in KAARTVELDEN})
        _neem_over(nieuw, rij)
        self._index.voeg_toe(nieuw)
        self._per_afdruk[afdruk_van(rij)] = nieuw

    def _bekend(self, rijnummer: int, rij: GelezenRij, bekend: Bekend) -> RijOordeel:
        if bekend.in_archief:
            rij.fout("naam", f"{bekend.naam} staat in het archief. Haal de kaart terug en laad deze rij opnieuw in.")
            return _maak(rijnummer, Lijstoordeel.FOUT, rij, bekend)
        verschillen = vergelijk(rij, bekend, self.bronnen)
        _zeg_wat_anders_is(rij, bekend, self.bronnen)
        _neem_over(bekend, rij)
        oordeel = Lijstoordeel.AANVULLEN if verschillen else Lijstoordeel.ONGEWIJZIGD
        return _maak(rijnummer, oordeel, rij, bekend, verschillen)

    def _misschien(self, rijnummer: int, rij: GelezenRij, bekend: Bekend) -> RijOordeel:
        verschillen = [] if bekend.in_archief else vergelijk(rij, bekend, self.bronnen)
        zelfde_naam = bekend.sleutel == organisatie_sleutel(rij.velden["naam"])
        zelfde_plaats = bekend.velden["gemeente"] == rij.velden.get("gemeente", "")
        if zelfde_naam and zelfde_plaats and not verschillen and not bekend.in_archief:
            _zeg_wat_anders_is(rij, bekend, self.bronnen)
            return _maak(rijnummer, Lijstoordeel.ONGEWIJZIGD, rij, bekend)
        reden = "zelfde naam" if zelfde_naam else "naam die erop lijkt"
        waar = " en zelfde gemeente" if zelfde_plaats and bekend.velden["gemeente"] else ""
        oordeel = _maak(rijnummer, Lijstoordeel.MOGELIJK_BEKEND, rij, bekend, verschillen)
        oordeel.redenen = (f"{reden}{waar}",)
        return oordeel


def _maak(
    rijnummer: int,
    oordeel: Lijstoordeel,
    rij: GelezenRij,
    bekend: Bekend | None = None,
    verschillen: Sequence[Verschil] = (),
) -> RijOordeel:
    return RijOordeel(
        rijnummer,
        oordeel,
        velden=rij.velden,
        problemen=rij.problemen,
        verschillen=list(verschillen),
        werkgever=bekend.pk if bekend else None,
        gelijkt_op_rij=bekend.rij if bekend else None,
        afdruk=afdruk_van(rij),
    )


def vergelijk(rij: GelezenRij, bekend: Bekend, bronnen: Bronnen) -> list[Verschil]:
    """What the row adds to a card."""
    gevuld = [
        Verschil(veld, in_woorden(veld, rij.velden[veld], bronnen))
        for veld in KAARTVELDEN
        if rij.velden.get(veld) and not bekend.velden[veld]
    ]
    persoon = rij.velden.get("contactpersoon")
    if persoon and naam_sleutel(persoon["naam"]) not in bekend.contacten:
        bereik = " of ".join(filter(None, (toon_telefoon(persoon["telefoon"]), persoon["email"])))
        gevuld.append(Verschil("contactpersoon", f"{persoon['naam']}, {bereik}"))
    moment = rij.velden.get("contactmoment")
    if moment and _moment(moment) not in bekend.contactmomenten:
        op, organisatie_id = _moment(moment)
        gevuld.append(Verschil("contactmoment", f"{datum(op)} door {bronnen.organisatienamen[organisatie_id]}"))
    return gevuld


def _moment(moment: Mapping[str, Any]) -> tuple[date, int]:
    return date.fromisoformat(moment["datum"]), moment["organisatie"]


def in_woorden(veld: str, waarde: str, bronnen: Bronnen) -> str:
    if veld == "gemeente":
        return bronnen.gemeenten.gemeentenamen[waarde]
    if veld == "grootteklasse":
        return f"{Grootteklasse(waarde).label} werknemers"
    return {"kbo": toon_kbo, "telefoon": toon_telefoon}.get(veld, str)(waarde)


def _zeg_wat_anders_is(rij: GelezenRij, bekend: Bekend, bronnen: Bronnen) -> None:
    """The card stays as it is; that the list says something else, is said."""
    waar = "op de kaart" if bekend.pk else f"op rij {bekend.rij}"
    if bekend.niet_benaderen:
        rij.letop("", "op de kaart staat dat deze werkgever niet benaderd wil worden.")
    if not _zelfde_naam(rij.velden["naam"], bekend.naam):
        rij.letop("naam", f"{waar} heet deze werkgever '{bekend.naam}'. Dat laten we zo.")
    for veld in KAARTVELDEN:
        lijst, kaart = rij.velden.get(veld), bekend.velden[veld]
        if lijst and kaart and lijst != kaart and not (veld == "nace" and kaart.startswith(lijst)):
            label = "werknemers" if veld == "grootteklasse" else veld
            rij.letop(label, f"{waar} staat {in_woorden(veld, kaart, bronnen)}. Dat laten we zo.")
    persoon = rij.velden.get("contactpersoon")
    bekend_nummer = bekend.contacten.get(naam_sleutel(persoon["naam"])) if persoon else None
    if persoon and bekend_nummer and persoon["telefoon"] not in {"", bekend_nummer}:
        rij.letop("telefoon", f"{waar} heeft {persoon['naam']} {toon_telefoon(bekend_nummer)}. Dat laten we zo.")


def _zelfde_naam(een: str, ander: str) -> bool:
    a, b = organisatie_sleutel(een), organisatie_sleutel(ander)
    if a == b:
        return True
    return (heeft_verloren_teken(een) or heeft_verloren_teken(ander)) and gelijkenis(a, b) >= HERKENBAAR


def _neem_over(bekend: Bekend, rij: GelezenRij) -> None:
    """What this row will have added when a later row of the list is compared with the same employer."""
    for veld in KAARTVELDEN:
        bekend.velden[veld] = bekend.velden[veld] or rij.velden.get(veld, "")
    if persoon := rij.velden.get("contactpersoon"):
        bekend.contacten.setdefault(naam_sleutel(persoon["naam"]), persoon["telefoon"])
    if moment := rij.velden.get("contactmoment"):
        bekend.contactmomenten.add(_moment(moment))


def label_van(veld: str) -> str:
    """The name of a field as a sentence about a row begins with it."""
    vaste = {"contactpersoon": "Contactpersoon", "contactmoment": "Contact", "grootteklasse": "Werknemers"}
    korte = {"kbo": "KBO-nummer", "nace": "NACE-code", "werknemers": "Werknemers"}
    return vaste.get(veld) or korte.get(veld) or (VELD[veld].label if veld in VELD else "")
