"""What the subsidiedossier and the verantwoording share: sections, and what is still missing in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from actieplannen.enums import Planstuk
from actieplannen.models import Jaaractieplan, Plantekst
from actieplannen.selectors.planbron import Planbron
from regie.cijfers.getal import Tabel as Cijfertabel
from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.stukken.blokken import Blok, Tabel


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing the reader of the paper expects. `zin` says what is missing, `adres` where to mend it."""

    in_orde: bool
    zin: str
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Sectie:
    code: str
    titel: str
    vraag: str  # what belongs here, for the writer
    tekst: str
    versie: int  # of the text, 0 when nothing was written yet
    voorstel: str  # a first text, made from the plan
    blokken: tuple[Blok, ...]
    punten: tuple[Punt, ...]

    @property
    def gaten(self) -> list[Punt]:
        return [punt for punt in self.punten if not punt.in_orde]

    @property
    def is_volledig(self) -> bool:
        return not self.gaten


@dataclass(frozen=True, slots=True)
class Beeld:
    """One of the two papers of a plan, as it stands today."""

    plan: Jaaractieplan
    stuk: Planstuk
    secties: tuple[Sectie, ...]
    vandaag: date

    @property
    def punten(self) -> list[Punt]:
        return [punt for sectie in self.secties for punt in sectie.punten]

    @property
    def score(self) -> int:
        """Which share of what is expected is there, in whole percents; 100 only when nothing is missing."""
        punten = self.punten
        return 100 * sum(punt.in_orde for punt in punten) // len(punten) if punten else 100

    @property
    def gaten(self) -> list[Punt]:
        return [punt for punt in self.punten if not punt.in_orde]

    @property
    def aantal_volledig(self) -> int:
        return sum(sectie.is_volledig for sectie in self.secties)

    def sectie(self, code: str) -> Sectie | None:
        return next((sectie for sectie in self.secties if sectie.code == code), None)


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """How one section is made: what it asks of the writer, and what the plan already knows."""

    code: str
    titel: str
    vraag: str
    maak: Callable[[Planbron], tuple[Iterable[Blok], Iterable[Punt]]]
    met_tekst: bool = True  # the writer must add a text
    voorstel: Callable[[Planbron], str] | None = None


def bouw(plan: Jaaractieplan, stuk: Planstuk, onderdelen: Sequence[Onderdeel], bron: Planbron) -> Beeld:
    teksten = {tekst.deel: tekst for tekst in Plantekst.objects.filter(plan=plan, stuk=stuk)}
    return Beeld(
        plan,
        stuk,
        tuple(_sectie(onderdeel, stuk, bron, teksten.get(onderdeel.code)) for onderdeel in onderdelen),
        bron.vandaag,
    )


def _sectie(onderdeel: Onderdeel, stuk: Planstuk, bron: Planbron, tekst: Plantekst | None) -> Sectie:
    blokken, punten = onderdeel.maak(bron)
    geschreven = tekst.tekst.strip() if tekst else ""
    if onderdeel.met_tekst:
        hier = gebied_url("actieplannen:planstuk_sectie", bron.plan.pk, stuk.lower(), onderdeel.code)
        punten = [Punt(bool(geschreven), f"Schrijf de tekst bij '{onderdeel.titel}'.", hier), *punten]
    return Sectie(
        code=onderdeel.code,
        titel=onderdeel.titel,
        vraag=onderdeel.vraag,
        tekst=geschreven,
        versie=tekst.versie if tekst else 0,
        voorstel=onderdeel.voorstel(bron) if onderdeel.voorstel and not geschreven else "",
        blokken=tuple(blokken),
        punten=tuple(punten),
    )


def als_tabel(cijfers: Cijfertabel) -> Tabel:
    """A table of figures as a block: what stands in it is already suppressed."""
    noten = [*cijfers.noten, f"Bron: {cijfers.bron}, op {notatie.datum(cijfers.peildatum)}."]
    return Tabel(
        cijfers.titel,
        (cijfers.rijkop, *(kolom.label for kolom in cijfers.kolommen)),
        tuple((rij.label, *(cel.getoond for cel in rij.cellen)) for rij in cijfers.rijen),
        getallen=tuple(range(1, len(cijfers.kolommen) + 1)),
        met_totaal=bool(cijfers.rijen) and cijfers.rijen[-1].is_totaal,
        noot=" ".join(noten),
    )


def bronnenzin(bronnen: Iterable[str]) -> str:
    """Each source once, in the order in which it is met."""
    uniek = list(dict.fromkeys(bron for bron in bronnen if bron))
    return f"Bron: {'; '.join(uniek)}." if uniek else ""
