"""Numbers that pass every check and belong to nobody (on purpose)."""

from datetime import date

from regie.core.names import naam_sleutel
from regie.portal.demo.toeval import Toeval
from trajecten.enums import Geslacht


class Nummers:
    """Hands out INSZ, KBO and telephone numbers, each once."""

    def __init__(self, toeval: Toeval) -> None:
        self.toeval = toeval
        self._gebruikt: set[str] = set()
        self._telefoon = 0

    def insz(self, geboren: date, geslacht: str, *, bis: bool) -> str:
        """A rijksregisternummer, or a BIS-nummer (month + 40): birth date and sex are those of the person."""
        while True:
            volgnummer = self.toeval.randrange(1, 499) * 2 - (geslacht == Geslacht.MAN)
            maand = geboren.month + (40 if bis else 0)
            basis = f"{geboren:%y}{maand:02d}{geboren.day:02d}{volgnummer:03d}"
            controle = 97 - int(("2" if geboren.year >= 2000 else "") + basis) % 97
            nummer = f"{basis}{controle:02d}"
            if nummer not in self._gebruikt:
                self._gebruikt.add(nummer)
                return nummer

    def kbo(self) -> str:
        while True:
            basis = f"0{self.toeval.randrange(400_0000, 799_9999)}"
            nummer = f"{basis}{97 - int(basis) % 97:02d}"
            if nummer not in self._gebruikt:
                self._gebruikt.add(nummer)
                return nummer

    def telefoon(self) -> str:
        self._telefoon += 1
        return f"+324700{self._telefoon:05d}"


def adres(naam: str, domein: str) -> str:
    """An e-mail address in a domain that cannot exist."""
    return f"{'.'.join(naam_sleutel(deel) for deel in naam.split())}@{domein}.example"
