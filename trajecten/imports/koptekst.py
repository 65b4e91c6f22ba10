"""Where the column names stand: lists begin with a title, a date of last change, an empty line."""

from collections.abc import Sequence

from regie.core.exceptions import DomainError
from trajecten.imports.bestand import Blad, Rij
from trajecten.imports.kolommen import herken_kolom, herken_kolommen

ZOEK_IN = 40
MINSTENS = 2
NAAMVELDEN = frozenset({"familienaam", "voornaam", "volledige_naam"})


class GeenKoptekst(DomainError):
    """No row of this file looks like column names."""

    def __init__(self) -> None:
        super().__init__(
            "We vinden geen rij met kolomnamen, zoals 'Naam', 'Voornaam' en 'Geboortedatum'. Zet die boven je lijst, "
            "of neem het sjabloon."
        )


def vind_kop(rijen: Sequence[Rij]) -> int | None:
    """The index of the row that names the most known columns, a name among them; the first one wins a draw."""
    scores = [(_score(rij), -index) for index, rij in enumerate(rijen[:ZOEK_IN])]
    beste, index = max(scores, default=(0, 0))
    return -index if beste >= MINSTENS else None


def _score(rij: Rij) -> int:
    gevonden = {veld for cel in rij if isinstance(cel, str) and (veld := herken_kolom(cel))}
    return len(gevonden) if gevonden & NAAMVELDEN else 0


def koppen(rij: Rij) -> list[str]:
    """The names as shown; a column without a name is called by its letter."""
    return [" ".join(str(cel).split()) or f"kolom {kolomletter(index)}" for index, cel in enumerate(rij)]


def kolomletter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA: as the spreadsheet names its columns."""
    letters, rest = "", index + 1
    while rest:
        rest, plaats = divmod(rest - 1, 26)
        letters = chr(ord("A") + plaats) + letters
    return letters


def bruikbare_bladen(bladen: Sequence[Blad]) -> list[tuple[Blad, int]]:
    """The sheets with column names and at least one row below, each with its header row, best first."""
    gevonden = [(blad, kop) for blad in bladen if (kop := vind_kop(blad.rijen)) is not None]
    gevuld = [(blad, kop) for blad, kop in gevonden if len(blad.rijen) > kop + 1]
    if gevonden and not gevuld:
        raise DomainError("Er staan kolomnamen in dit bestand, maar geen rijen eronder.")
    if not gevuld:
        raise GeenKoptekst
    return sorted(gevuld, key=lambda paar: -len(herken_kolommen(koppen(paar[0].rijen[paar[1]]))))
