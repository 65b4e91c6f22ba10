"""The classes a column can have, and how a model names its columns per class."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Klasse(StrEnum):
    ZAAK = auto()  # about things, organisaties, rules: nobody in particular
    PERSOON = auto()  # tells who somebody is
    DOSSIER = auto()  # a fact about a client or a colleague: personal because of what it belongs to
    GEVOELIG = auto()  # health, justice, debts, or free text that may hold it (AVG art. 9 and 10)
    GEHEIM = auto()  # worthless or dangerous when read by others: INSZ, keys, hashes of links


@dataclass(frozen=True, slots=True)
class Velden:
    """Field names per class, separated by spaces."""

    zaak: str = ""
    persoon: str = ""
    dossier: str = ""
    gevoelig: str = ""
    geheim: str = ""

    def klassen(self) -> dict[str, Klasse]:
        return {veld: klasse for klasse in Klasse for veld in getattr(self, klasse.value).split()}

    def aantal(self) -> int:
        return sum(len(getattr(self, klasse.value).split()) for klasse in Klasse)
