"""The parts a rapport is made of. The PDF and the page in the browser draw the same parts, each in its own template.

`soort` names the part for the templates. Figures and tables carry their number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from regie.core.grafieken import Grafiek


@dataclass(frozen=True, slots=True)
class Alinea:
    tekst: str
    klasse: str = ""
    soort: ClassVar[str] = "alinea"


@dataclass(frozen=True, slots=True)
class Tegeltekst:
    label: str
    waarde: str
    detail: str
    verschillen: tuple[str, ...]
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Tegelblok:
    tegels: tuple[Tegeltekst, ...]
    bron: str
    soort: ClassVar[str] = "tegels"


@dataclass(frozen=True, slots=True)
class Zinnenblok:
    titel: str
    zinnen: tuple[str, ...]
    soort: ClassVar[str] = "zinnen"


@dataclass(frozen=True, slots=True)
class Signaalregel:
    soort: str
    woord: str
    titel: str
    tekst: str
    deadline: str


@dataclass(frozen=True, slots=True)
class Signaalblok:
    titel: str
    regels: tuple[Signaalregel, ...]
    soort: ClassVar[str] = "signalen"


@dataclass(frozen=True, slots=True)
class Figuur:
    nummer: int
    titel: str
    grafiek: Grafiek
    bron: str
    breedte: int = 640
    soort: ClassVar[str] = "figuur"

    @property
    def svg(self) -> str:
        return self.grafiek.svg(self.breedte)

    @property
    def naam(self) -> str:
        return f"Figuur {self.nummer}"


@dataclass(frozen=True, slots=True)
class Rij:
    label: str
    cellen: tuple[str, ...]
    is_totaal: bool = False
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Tabelblok:
    nummer: int
    titel: str
    rijkop: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    bron: str = ""
    noten: tuple[str, ...] = ()
    klasse: str = ""
    soort: ClassVar[str] = "tabel"

    @property
    def naam(self) -> str:
        return f"Tabel {self.nummer}"

    @property
    def bijschrift(self) -> str:
        return f"{self.naam}. {self.titel}"


@dataclass(frozen=True, slots=True)
class Cijferblok:
    """A few figures with their denominator, side by side."""

    tegels: tuple[Tegeltekst, ...]
    soort: ClassVar[str] = "cijfers"


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Two parts beside each other; below each other on a small screen."""

    delen: tuple["Deel", ...]
    soort: ClassVar[str] = "kolommen"


@dataclass(frozen=True, slots=True)
class Samen:
    """A drawing and its table: on paper they stand on the same page."""

    delen: tuple["Deel", ...]
    soort: ClassVar[str] = "samen"


Deel = Samen | Alinea | Tegelblok | Zinnenblok | Signaalblok | Figuur | Tabelblok | Cijferblok | Kolommen


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    code: str
    titel: str
    delen: tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class Inhoud:
    titel: str
    periode: str
    gebied: str
    gemeenten: tuple[str, ...]
    inwoners: str
    peildatum: str
    opgemaakt: str
    contact: str
    versie: int
    correctie: str
    hoofdstukken: tuple[Hoofdstuk, ...]
    definities: tuple[dict[str, Any], ...]
    bronnen: tuple[str, ...]
    onderdrukking: str
    versies: tuple[dict[str, Any], ...]
    vingerafdruk: str

    @property
    def volledige_titel(self) -> str:
        return f"{self.titel} – {self.gebied}"

    @property
    def zinnen(self) -> Sequence[str]:
        """The sentences of the summary, when that section was chosen."""
        return next((deel.zinnen for deel in self.alle_delen() if isinstance(deel, Zinnenblok)), ())

    @property
    def tegels(self) -> Sequence[Tegeltekst]:
        return next((deel.tegels for deel in self.alle_delen() if isinstance(deel, Tegelblok)), ())

    def alle_delen(self) -> Iterator[Deel]:
        """Every part, those inside columns too."""
        for hoofdstuk in self.hoofdstukken:
            for deel in hoofdstuk.delen:
                yield deel
                if isinstance(deel, Kolommen | Samen):
                    yield from deel.delen
