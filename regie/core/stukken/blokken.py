"""What a document consists of, written once: the PDF and the Word file are drawn from the same blocks."""

from dataclasses import dataclass, field
from typing import ClassVar

from regie.core.grafieken import Grafiek

OPEN = "nog in te vullen"


@dataclass(frozen=True, slots=True)
class Alinea:
    tekst: str
    soort: ClassVar[str] = "alinea"


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Label and value, one per line. An empty value is drawn as a line to write on."""

    rijen: tuple[tuple[str, str], ...]
    bijschrift: str
    soort: ClassVar[str] = "gegevens"


@dataclass(frozen=True, slots=True)
class Lijst:
    items: tuple[str, ...]
    soort: ClassVar[str] = "lijst"


@dataclass(frozen=True, slots=True)
class Vinkjes:
    """Statements a party ticks by hand."""

    items: tuple[str, ...]
    soort: ClassVar[str] = "vinkjes"


@dataclass(frozen=True, slots=True)
class Tabel:
    """The first column names the row. `getallen`: the columns, from 0, that are set to the right."""

    bijschrift: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getallen: tuple[int, ...] = ()
    met_totaal: bool = False  # the last row is the sum of the others
    noot: str = ""
    soort: ClassVar[str] = "tabel"


@dataclass(frozen=True, slots=True)
class Tussenkop:
    tekst: str
    soort: ClassVar[str] = "tussenkop"


@dataclass(frozen=True, slots=True)
class Melding:
    """Something the reader must not miss."""

    tekst: str
    soort: ClassVar[str] = "melding"


@dataclass(frozen=True, slots=True)
class Figuur:
    """A chart in the PDF; in Word its figures, as a table."""

    grafiek: Grafiek
    toelichting: str = ""
    soort: ClassVar[str] = "figuur"


@dataclass(frozen=True, slots=True)
class Ruimte:
    """Room to write by hand, with what is asked."""

    vraag: str
    regels: int = 4
    soort: ClassVar[str] = "ruimte"


@dataclass(frozen=True, slots=True)
class Handtekeningen:
    """(role, name, day it was signed or "")."""

    partijen: tuple[tuple[str, str, str], ...]
    soort: ClassVar[str] = "handtekeningen"


Blok = Alinea | Gegevens | Lijst | Vinkjes | Tabel | Tussenkop | Melding | Figuur | Ruimte | Handtekeningen


@dataclass(frozen=True, slots=True)
class Deel:
    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """Whose paper it is: an OCMW with its Huisstijl, or the regieverband."""

    organisatie: str
    adres: str = ""
    voettekst: str = ""
    kleur: str = "#0f4c5c"
    logo: bytes = b""
    inleiding: str = ""


@dataclass(frozen=True, slots=True)
class Stuk:
    sjabloon: str
    titel: str
    ondertitel: str
    delen: tuple[Deel, ...]
    ontbreekt: tuple[str, ...] = ()
    kop: Kop = field(default_factory=lambda: Kop("OCMW"))
    voet: str = ""  # who made it and when
    is_voorbeeld: bool = False
    met_inhoud: bool = False  # a long document begins with what stands where

    @property
    def is_ontwerp(self) -> bool:
        return bool(self.ontbreekt) or self.is_voorbeeld

    @property
    def watermerk(self) -> str:
        if self.is_voorbeeld:
            return "VOORBEELD"
        return "ONTWERP" if self.ontbreekt else ""
