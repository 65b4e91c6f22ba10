"""What to do with each row of a list: nieuw, bijwerken, mogelijk dubbel, fout, ongewijzigd, or no client at all.

The same list twice must change nothing the second time: a row that adds nothing to the one dossier it looks like is
ongewijzigd, also when nobody can be sure they are the same person, because either answer would change nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.rijen import LETOP, GelezenRij, Probleem
from regie.core.inlezen.waarden import tekst_van
from regie.core.names import gelijkenis, naam_sleutel, persoon_sleutel
from trajecten.enums_inladen import Oordeel
from trajecten.imports.rijen import geen_client, lees_rij
from trajecten.imports.verschillen import vergelijk
from trajecten.selectors.dubbels import GELIJKEND_MET_DATUM, Niveau, Profiel, maak_profiel
from trajecten.selectors.inladen_bronnen import BekendeClient, Bronnen, DubbelsIndex, Kandidaat
from trajecten.services.inladen import RijOordeel, Verschil

ANDERE_NAAM = 0.3


@dataclass(slots=True)
class Beoordelaar:
    """Goes through a list once, from top to bottom, and remembers the rows it has seen."""

    bronnen: Bronnen
    bekend: Mapping[str, BekendeClient]
    koppeling: Mapping[int, str]
    koppen: Sequence[str]
    _clienten: DubbelsIndex = field(default_factory=DubbelsIndex)
    _rijen: DubbelsIndex = field(default_factory=DubbelsIndex)
    _foute_rijen: DubbelsIndex = field(default_factory=DubbelsIndex)
    _per_nummer: dict[str, str] = field(default_factory=dict)
    _kopsleutels: set[str] = field(default_factory=set)
    _gezien: dict[tuple[str, ...], int] = field(default_factory=dict)
    _gelezen: dict[int, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kopsleutels = {naam_sleutel(kop) for kop in self.koppen}
        for pk, client in self.bekend.items():
            self._clienten.voeg_toe(pk, client.profiel)
            self._per_nummer[client.dossiernummer.casefold()] = pk

    def alle(self, rijen: Iterable[tuple[int, Sequence[Cel]]]) -> Iterator[RijOordeel]:
        for rijnummer, cellen in rijen:
            yield self.beoordeel(rijnummer, cellen)

    def beoordeel(self, rijnummer: int, alle: Sequence[Cel]) -> RijOordeel:
        cellen = {veld: alle[i] if i < len(alle) else "" for i, veld in self.koppeling.items()}
        if reden := geen_client(cellen, alle, self._kopsleutels):
            return RijOordeel(
                rijnummer, Oordeel.OVERGESLAGEN, problemen=[Probleem("", f"geen cliënt: {reden}.", LETOP)]
            )
        rij = lees_rij(cellen, self.bronnen, instrument=self._instrument)
        profiel = _profiel(rij)
        if rij.heeft_fout:
            self._foute_rijen.voeg_toe(rijnummer, profiel)
            return _maak(rijnummer, Oordeel.FOUT, rij)
        self._meld_foute_tweeling(rij, profiel)
        oordeel = self._in_bestand(rijnummer, rij, profiel, alle) or self._tegen_dossiers(rijnummer, rij, profiel)
        if oordeel is None:
            oordeel = self._lijkt_op_rij(rijnummer, rij, profiel) or _nieuw(rijnummer, rij)
        if oordeel.gelijkt_op_rij is None:
            self._rijen.voeg_toe(rijnummer, profiel)
            self._gelezen[rijnummer] = rij.velden
        return oordeel

    @property
    def _instrument(self) -> str:
        """A column called 'Start TWE' says what its dates are about."""
        start = next((i for i, veld in self.koppeling.items() if veld == "start"), None)
        kop = naam_sleutel(self.koppen[start]) if start is not None else ""
        return "TWE" if "twe" in kop and "60" not in kop else "ART60"

    def _in_bestand(self, rijnummer: int, rij: GelezenRij, profiel: Profiel, alle: Sequence[Cel]) -> RijOordeel | None:
        """The same line once more, or the same INSZ as an earlier row."""
        eerder = self._gezien.setdefault(tuple(tekst_van(cel).casefold() for cel in alle), rijnummer)
        if eerder != rijnummer:
            rij.letop("", f"deze rij is gelijk aan rij {eerder}.")
            return _maak(rijnummer, Oordeel.ONGEWIJZIGD, rij, gelijkt_op_rij=eerder)
        zelfde = next((k.ref for k in self._rijen.zoek(profiel) if k.niveau == Niveau.ZEKER), None)
        if zelfde is None:
            return None
        anders = [veld for veld, waarde in rij.velden.items() if self._gelezen[zelfde].get(veld) != waarde]
        if anders:
            rij.fout("insz", f"rij {zelfde} heeft hetzelfde INSZ met andere gegevens. Houd één rij over.")
            return _maak(rijnummer, Oordeel.FOUT, rij, gelijkt_op_rij=zelfde)
        rij.letop("insz", f"zelfde cliënt als rij {zelfde}, zonder nieuwe gegevens.")
        return _maak(rijnummer, Oordeel.ONGEWIJZIGD, rij, gelijkt_op_rij=zelfde)

    def _tegen_dossiers(self, rijnummer: int, rij: GelezenRij, profiel: Profiel) -> RijOordeel | None:
        kandidaten = self._op_dossiernummer(rij) + self._clienten.zoek(profiel)
        vergeleken = [(k, *vergelijk(rij, self.bekend[k.ref], self.bronnen)) for k in kandidaten]
        if not vergeleken:
            return None
        gelijk = next(((k, v, p) for k, v, p in vergeleken if not v and self._is_gekend(rij, k)), None)
        kandidaat, verschillen, problemen = gelijk or vergeleken[0]
        rij.problemen.extend(problemen)
        if gelijk:
            return _maak(rijnummer, Oordeel.ONGEWIJZIGD, rij, kandidaat)
        if kandidaat.niveau == Niveau.ZEKER and self._naam_past(rij, kandidaat):
            return _maak(rijnummer, Oordeel.BIJWERKEN, rij, kandidaat, verschillen)
        return _maak(rijnummer, Oordeel.MOGELIJK_DUBBEL, rij, kandidaat, verschillen)

    def _op_dossiernummer(self, rij: GelezenRij) -> list[Kandidaat]:
        nummer = rij.velden.get("dossiernummer")
        if not nummer:
            return []
        pk = self._per_nummer.get(nummer.casefold())
        if pk is None:
            rij.letop(
                "dossiernummer",
                f"'{nummer}' is geen dossier van jouw OCMW. Een nieuw dossier krijgt een eigen nummer.",
            )
            return []
        return [Kandidaat(pk, Niveau.ZEKER, ("zelfde dossiernummer",))]

    def _is_gekend(self, rij: GelezenRij, kandidaat: Kandidaat) -> bool:
        """Whether a row that adds nothing is about this dossier. A bare name that also fits is not enough."""
        if kandidaat.niveau > Niveau.MOGELIJK:
            return True
        bekend = self.bekend[kandidaat.ref]
        start = rij.velden.get("start")
        zelfde_start = start is not None and bekend.traject is not None and bekend.traject.start == start
        return zelfde_start or (rij.geef("geboortedatum") is None and bekend.profiel.geboortedatum is None)

    def _naam_past(self, rij: GelezenRij, kandidaat: Kandidaat) -> bool:
        """A certain key with a wholly different name is somebody else's number as often as a new name."""
        grens = GELIJKEND_MET_DATUM if "zelfde dossiernummer" in kandidaat.redenen else ANDERE_NAAM
        if gelijkenis(_naamsleutel(rij), self.bekend[kandidaat.ref].profiel.persoonssleutel) >= grens:
            return True
        rij.letop("familienaam", "het dossier heeft een heel andere naam. Kijk na of dit dezelfde persoon is.")
        return False

    def _lijkt_op_rij(self, rijnummer: int, rij: GelezenRij, profiel: Profiel) -> RijOordeel | None:
        gevonden = self._rijen.zoek(profiel)
        if not gevonden:
            return None
        eerste = gevonden[0]
        rij.letop("rij", f"lijkt op rij {eerste.ref} van dit bestand ({', '.join(eerste.redenen)}).")
        return _maak(rijnummer, Oordeel.MOGELIJK_DUBBEL, rij, gelijkt_op_rij=eerste.ref, redenen=eerste.redenen)

    def _meld_foute_tweeling(self, rij: GelezenRij, profiel: Profiel) -> None:
        gevonden = self._foute_rijen.zoek(profiel)
        if gevonden:
            rij.letop("", f"lijkt op rij {gevonden[0].ref}, die we door een fout niet inladen.")


def _nieuw(rijnummer: int, rij: GelezenRij) -> RijOordeel:
    rij.problemen.extend(rij.nodig)
    return _maak(rijnummer, Oordeel.FOUT if rij.nodig else Oordeel.NIEUW, rij)


def _naamsleutel(rij: GelezenRij) -> str:
    return persoon_sleutel(rij.velden.get("familienaam", ""), rij.velden.get("voornaam", ""))


def _profiel(rij: GelezenRij) -> Profiel:
    return maak_profiel(
        insz=rij.velden.get("insz", ""),
        voornaam=rij.velden.get("voornaam", ""),
        familienaam=rij.velden.get("familienaam", ""),
        geboortedatum=rij.geef("geboortedatum"),
        telefoon=rij.velden.get("telefoon", ""),
        email=rij.velden.get("email", ""),
    )


def _maak(
    rijnummer: int,
    oordeel: Oordeel,
    rij: GelezenRij,
    kandidaat: Kandidaat | None = None,
    verschillen: Sequence[Verschil] = (),
    *,
    gelijkt_op_rij: int | None = None,
    redenen: Sequence[str] = (),
) -> RijOordeel:
    return RijOordeel(
        rijnummer,
        oordeel,
        velden=rij.velden,
        afgeleid=rij.afgeleid,
        problemen=rij.problemen,
        verschillen=list(verschillen),
        client=kandidaat.ref if kandidaat else None,
        gelijkt_op_rij=gelijkt_op_rij,
        redenen=tuple(kandidaat.redenen if kandidaat else redenen),
    )
