"""Where the column names stand: lists begin with a title, a date of last change, an empty line."""

from collections.abc import Sequence

from regie.core.exceptions import DomainError
from regie.core.inlezen.bestand import Blad, Rij
from regie.core.inlezen.kolommen import Velden

ZOEK_IN = 40
MINSTENS = 2


class GeenKoptekst(DomainError):
    """No row of this file looks like column names."""

    def __init__(self, voorbeeld: str) -> None:
        super().__init__(
            f"We vinden geen rij met kolomnamen, zoals {voorbeeld}. Zet die boven je lijst, of neem het sjabloon."
        )


def vind_kop(rijen: Sequence[Rij], velden: Velden) -> int | None:
    """The index of the row that names the most known columns, a name among them; the first one wins a draw."""
    scores = [(_score(rij, velden), -index) for index, rij in enumerate(rijen[:ZOEK_IN])]
    beste, index = max(scores, default=(0, 0))
    return -index if beste >= MINSTENS else None


def _score(rij: Rij, velden: Velden) -> int:
    gevonden = {veld for cel in rij if isinstance(cel, str) and (veld := velden.herken(cel))}
    return len(gevonden) if gevonden & velden.naamvelden else 0


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


def bruikbare_bladen(bladen: Sequence[Blad], velden: Velden) -> list[tuple[Blad, int]]:
    """The sheets with column names and at least one row below, each with its header row, best first."""
    gevonden = [(blad, kop) for blad in bladen if (kop := vind_kop(blad.rijen, velden)) is not None]
    gevuld = [(blad, kop) for blad, kop in gevonden if len(blad.rijen) > kop + 1]
    if gevonden and not gevuld:
        raise DomainError("Er staan kolomnamen in dit bestand, maar geen rijen eronder.")
    if not gevuld:
        raise GeenKoptekst(velden.kop_voorbeeld)
    return sorted(gevuld, key=lambda paar: -len(velden.herken_alle(koppen(paar[0].rijen[paar[1]]))))
