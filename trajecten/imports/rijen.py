"""One row of a list as fields of ours, with a sentence for everything that is wrong or was made of it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from regie.core.dates import leeftijd, plus_maanden
from regie.core.inlezen import waarden as w
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.gemeenten import lees_gemeente
from regie.core.inlezen.rijen import FOUT, GelezenRij, Probleem, geen_gegevens
from regie.core.inlezen.waarden import Gelezen, tekst_van
from regie.core.validators import geboortedatum_uit_insz, geslacht_uit_insz
from trajecten.enums import Geslacht, Inkomensstatuut
from trajecten.imports import waarden as eigen
from trajecten.imports.opzoeken import lees_begeleider, lees_postcode, lees_werkplaats
from trajecten.selectors.inladen_bronnen import Bronnen

JONGSTE = 15
LOSSE_VELDEN: tuple[tuple[str, Callable[[Cel | None], Gelezen]], ...] = (
    ("inkomensstatuut", eigen.lees_statuut),
    ("telefoon", w.lees_telefoon),
    ("email", w.lees_email),
    ("taal", w.lees_tekst(60)),
    ("tolk_nodig", w.lees_ja_nee),
    ("diploma", eigen.lees_diploma),
    ("bron", eigen.lees_bron),
    ("dossiernummer", w.lees_tekst(20)),
)


def geen_client(cellen: Mapping[str, Cel], alle: Sequence[Cel], koppen: Collection[str]) -> str | None:
    """Why this row is no client at all; see `geen_gegevens`."""
    kern = ("insz", "voornaam", "volledige_naam")
    return geen_gegevens(cellen, alle, koppen, naamveld="familienaam", kern=kern)


def lees_rij(cellen: Mapping[str, Cel], bronnen: Bronnen, *, instrument: str = "ART60") -> GelezenRij:
    """All fields of one row. `instrument`: what a start date in this list stands for."""
    rij = GelezenRij()
    _lees_namen(rij, cellen)
    _lees_persoon(rij, cellen, bronnen)
    _lees_woonplaats(rij, cellen, bronnen)
    for veld, lees in LOSSE_VELDEN:
        rij.neem(veld, lees(cellen.get(veld)))
    _vul_statuut_aan(rij, cellen)
    rij.neem("begeleider", lees_begeleider(cellen.get("begeleider"), bronnen))
    bijlage = _lees_tewerkstelling(rij, cellen, bronnen, instrument)
    _lees_aanmelding(rij, cellen, bronnen.vandaag)
    _lees_opmerking(rij, cellen, bijlage)
    return rij


def _lees_namen(rij: GelezenRij, cellen: Mapping[str, Cel]) -> None:
    if "volledige_naam" in cellen:
        familie, voor, uitleg = eigen.splits_naam(cellen["volledige_naam"])
        cellen = {**cellen, "familienaam": familie, "voornaam": voor}
        if uitleg:
            rij.letop("volledige_naam", uitleg)
    for veld in ("familienaam", "voornaam"):
        gelezen = w.lees_naam(cellen.get(veld))
        if rij.neem(veld, gelezen) is None and not gelezen.fout:
            rij.fout(veld, "leeg. Zonder naam kunnen we geen dossier maken.")


def _lees_persoon(rij: GelezenRij, cellen: Mapping[str, Cel], bronnen: Bronnen) -> None:
    geboren = rij.neem(
        "geboortedatum", w.lees_datum(cellen.get("geboortedatum"), vandaag=bronnen.vandaag, geboorte=True)
    )
    if geboren:
        _controleer_geboortedatum(rij, geboren, bronnen.vandaag)
    insz = rij.neem("insz", eigen.lees_insz(cellen.get("insz"), geboren))
    geslacht = rij.neem("geslacht", eigen.lees_geslacht(cellen.get("geslacht")))
    if not insz:
        return
    if not tekst_van(cellen.get("geboortedatum")) and (in_nummer := geboortedatum_uit_insz(insz)):
        rij.afgeleid["geboortedatum"] = in_nummer
    in_nummer_geslacht = geslacht_uit_insz(insz)
    if in_nummer_geslacht and geslacht is None:
        rij.afgeleid["geslacht"] = in_nummer_geslacht
    elif in_nummer_geslacht and geslacht in {Geslacht.MAN, Geslacht.VROUW} and geslacht != in_nummer_geslacht:
        woord = Geslacht(in_nummer_geslacht).label
        rij.letop(
            "geslacht", f"volgens het INSZ {woord}, in de lijst {Geslacht(geslacht).label}. We nemen de lijst over."
        )


def _controleer_geboortedatum(rij: GelezenRij, geboren: date, vandaag: date) -> None:
    if geboren > vandaag:
        rij.fout("geboortedatum", f"{geboren:%d/%m/%Y} ligt in de toekomst. Kijk het jaar na.")
    elif not JONGSTE <= (jaren := leeftijd(geboren, vandaag)) <= 100:
        rij.fout("geboortedatum", f"{geboren:%d/%m/%Y}: deze persoon zou {jaren} jaar zijn. Kijk het jaar na.")


def _lees_woonplaats(rij: GelezenRij, cellen: Mapping[str, Cel], bronnen: Bronnen) -> None:
    postcode = rij.neem("postcode", lees_postcode(cellen.get("postcode"), bronnen))
    gelezen = lees_gemeente(cellen.get("gemeente"), postcode, bronnen)
    nis = rij.neem("gemeente", gelezen)
    if postcode and nis and nis not in bronnen.postcodes[postcode]:
        del rij.velden["postcode"]
    if nis or gelezen.fout:
        return
    if bronnen.eigen_gemeente is None:
        rij.nodig.append(Probleem("gemeente", "leeg. Vul de naam of de postcode van de gemeente in.", FOUT))
        return
    rij.afgeleid["gemeente"] = bronnen.eigen_gemeente
    naam = bronnen.gemeentenamen[bronnen.eigen_gemeente]
    rij.letop("gemeente", f"leeg. Een nieuw dossier krijgt {naam}, de gemeente van jouw OCMW.")


def _vul_statuut_aan(rij: GelezenRij, cellen: Mapping[str, Cel]) -> None:
    """Every dossier has an income; an empty cell becomes 'geen of ander' in a new one, and is said."""
    if "inkomensstatuut" in rij.velden:
        return
    rij.afgeleid["inkomensstatuut"] = str(Inkomensstatuut.GEEN_OF_ANDER)
    if not tekst_van(cellen.get("inkomensstatuut")):
        rij.letop("inkomensstatuut", "leeg. Een nieuw dossier krijgt 'geen of ander'.")


def _lees_tewerkstelling(rij: GelezenRij, cellen: Mapping[str, Cel], bronnen: Bronnen, instrument: str) -> list[str]:
    """Start, end, part of full-time, place. Gives the words that no field can hold, for the remark."""
    start = rij.neem("start", w.lees_datum(cellen.get("start"), vandaag=bronnen.vandaag))
    if start is None:
        return _zonder_start(rij, cellen)
    rij.velden["instrument"] = eigen.lees_instrument(cellen.get("instrument")).waarde or instrument
    _controleer_start(rij, start, bronnen.vandaag)
    _lees_einde(rij, cellen, start, bronnen.vandaag)
    breuk = eigen.lees_breuk(cellen.get("breuk"))
    if rij.neem("breuk", breuk) is None and not breuk.fout:
        rij.afgeleid["breuk"] = Decimal(1)
        rij.letop("breuk", "leeg. We nemen voltijds (1).")
    rij.neem("functie", w.lees_tekst(120)(cellen.get("functie")))
    werkplaats = rij.neem("werkplaats", lees_werkplaats(cellen.get("werkplaats"), bronnen))
    return [] if werkplaats else _als_woorden(cellen, ("werkplaats", "functie", "breuk"), eis="werkplaats")


def _controleer_start(rij: GelezenRij, start: date, vandaag: date) -> None:
    geboren = rij.geef("geboortedatum")
    if geboren and leeftijd(geboren, start) < JONGSTE:
        rij.fout("start", f"op {start:%d/%m/%Y} was deze persoon {leeftijd(geboren, start)} jaar. Kijk de datum na.")
    elif start > vandaag + timedelta(days=730):
        rij.fout("start", f"{start:%d/%m/%Y} ligt meer dan twee jaar in de toekomst. Kijk het jaar na.")
    elif start.year < 1990:
        rij.fout("start", f"{start:%d/%m/%Y} ligt te ver in het verleden. Kijk het jaar na.")


def _lees_einde(rij: GelezenRij, cellen: Mapping[str, Cel], start: date, vandaag: date) -> None:
    einde = rij.neem("einde", w.lees_datum(cellen.get("einde"), vandaag=vandaag))
    duur = eigen.lees_duur(cellen.get("duur"))
    if einde is None and (duur.fout or duur.waarde):
        maanden = rij.neem("duur", duur)
        einde = plus_maanden(start, maanden) - timedelta(days=1) if maanden else None
    rij.velden.pop("duur", None)
    if einde is None:
        return
    rij.velden["einde"] = einde
    if einde < start:
        rij.fout("einde", f"{einde:%d/%m/%Y} ligt voor de start ({start:%d/%m/%Y}). Kijk beide datums na.")
    elif einde < vandaag:
        rij.letop("einde", f"het einde ({einde:%d/%m/%Y}) is voorbij. Kijk na of dit traject nog loopt.")


def _zonder_start(rij: GelezenRij, cellen: Mapping[str, Cel]) -> list[str]:
    """No start date: the client is aangemeld; what is planned stays readable in the remark."""
    woorden = _als_woorden(cellen, ("werkplaats", "functie", "duur", "breuk", "einde", "instrument"))
    if woorden and not tekst_van(cellen.get("start")):
        rij.letop(
            "start",
            "leeg. Een nieuwe cliënt wordt aangemeld; wat hier over het werk staat, komt in de opmerking.",
        )
    return woorden


_ACHTER = {"duur": " maanden"}
_WOORD = {"werkplaats": "werkplaats", "functie": "functie", "duur": "duur", "breuk": "breuk"}
_WOORD |= {"einde": "einde", "instrument": "instrument"}


def _als_woorden(cellen: Mapping[str, Cel], velden: tuple[str, ...], eis: str = "") -> list[str]:
    if eis and not tekst_van(cellen.get(eis)):
        return []
    gevuld = [(veld, tekst) for veld in velden if (tekst := tekst_van(cellen.get(veld)))]
    delen = [
        f"{_WOORD[veld]} {tekst.replace('.', ',') if veld == 'breuk' else tekst}"
        + (_ACHTER.get(veld, "") if tekst.isdigit() else "")
        for veld, tekst in gevuld
    ]
    return [f"Uit de lijst: {', '.join(delen)}."] if delen else []


def _lees_aanmelding(rij: GelezenRij, cellen: Mapping[str, Cel], vandaag: date) -> None:
    op = rij.neem("aangemeld_op", w.lees_datum(cellen.get("aangemeld_op"), vandaag=vandaag))
    if op is None:
        start = rij.velden.get("start")
        rij.afgeleid["aangemeld_op"] = min(start, vandaag) if start else vandaag
    elif op > vandaag:
        rij.fout("aangemeld_op", f"{op:%d/%m/%Y} ligt in de toekomst. Kijk de datum na.")


def _lees_opmerking(rij: GelezenRij, cellen: Mapping[str, Cel], bijlage: list[str]) -> None:
    regels = [tekst for tekst in (w.lees_tekst(4000)(cellen.get("opmerking")).waarde, *bijlage) if tekst]
    if regels:
        rij.velden["opmerking"] = "\n".join(regels)
