"""Which column of a list is which of our fields: by its name, as people write it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from regie.core.names import naam_sleutel

Koppeling = dict[int, str]  # index of a column: name of a field


@dataclass(frozen=True, slots=True)
class Veld:
    """A field a list can fill. `synoniemen` are names of columns, compared without case, spaces and marks."""

    naam: str
    label: str
    uitleg: str
    synoniemen: tuple[str, ...]
    voorbeeld: str = ""


@dataclass(frozen=True)
class Velden:
    """The fields one kind of list can fill.

    `naamvelden`: a row of column names holds at least one of these. `kop_voorbeeld` names some in a sentence.
    """

    alle: tuple[Veld, ...]
    naamvelden: frozenset[str]
    kop_voorbeeld: str
    nakijken: Callable[[Koppeling], Koppeling] = lambda koppeling: koppeling
    _sleutels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for veld in self.alle:
            for tekst in (veld.naam, veld.label, *veld.synoniemen):
                self._sleutels.setdefault(naam_sleutel(tekst), veld.naam)

    def herken(self, kop: object) -> str | None:
        """The field a column name stands for, or None: 'Rijksregisternr.' is insz, 'Geb. datum' geboortedatum."""
        tekst = str(kop)
        zonder_haakjes = tekst.split("(")[0]
        return self._sleutels.get(naam_sleutel(tekst)) or self._sleutels.get(naam_sleutel(zonder_haakjes)) or None

    def herken_alle(self, koppen: Sequence[str]) -> Koppeling:
        """{column index: field}, each field at most once (the first column wins)."""
        koppeling: Koppeling = {}
        for index, kop in enumerate(koppen):
            veld = self.herken(kop)
            if veld and veld not in koppeling.values():
                koppeling[index] = veld
        return self.nakijken(koppeling)

    def dubbel(self, velden: Collection[str]) -> list[str]:
        """Labels of fields chosen for more than one column."""
        gekozen = [veld for veld in velden if veld]
        labels = {veld.naam: veld.label for veld in self.alle}
        return sorted({labels[veld] for veld in gekozen if gekozen.count(veld) > 1})

    def keuzes(self) -> list[tuple[str, str]]:
        return [(veld.naam, veld.label) for veld in self.alle]


def als_koppeling(bewaard: Mapping[str, str] | None) -> Koppeling:
    """A mapping as JSON keeps it, its indexes numbers again."""
    return {int(index): veld for index, veld in (bewaard or {}).items()}
