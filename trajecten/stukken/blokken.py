"""What a document consists of, written once: the PDF and the Word file are drawn from the same blocks."""

from dataclasses import dataclass, field
from typing import ClassVar

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
    bijschrift: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    soort: ClassVar[str] = "tabel"


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


Blok = Alinea | Gegevens | Lijst | Vinkjes | Tabel | Ruimte | Handtekeningen


@dataclass(frozen=True, slots=True)
class Deel:
    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """Whose paper it is: what the Huisstijl of an OCMW adds to every document."""

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

    @property
    def is_ontwerp(self) -> bool:
        return bool(self.ontbreekt) or self.is_voorbeeld

    @property
    def watermerk(self) -> str:
        if self.is_voorbeeld:
            return "VOORBEELD"
        return "ONTWERP" if self.ontbreekt else ""
