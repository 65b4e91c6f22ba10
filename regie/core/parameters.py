"""Durations, amounts and thresholds with a validity period: always asked with a reference date."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regie.core.exceptions import DomainError
from regie.core.models import RegelParameter
from regie.core.tenancy import current_scope, has_scope


class RegelOnbekend(DomainError):
    """No value of this rule is valid on the date asked for."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One dated value as it was resolved, ready to be shown beside a result."""

    code: str
    omschrijving: str
    waarde: Decimal
    eenheid: str
    dimensie: str
    geldig_van: date
    geldig_tot: date | None
    bron: str
    zekerheid: str
    gebied_id: int | None

    def geldt_op(self, datum: date) -> bool:
        return self.geldig_van <= datum and (self.geldig_tot is None or datum <= self.geldig_tot)


def alle_regels() -> list[Regel]:
    """Every parameter row; one query per scope."""
    cache = current_scope().cache if has_scope() else {}
    if "regels" not in cache:
        velden = list(Regel.__dataclass_fields__)
        cache["regels"] = [Regel(*rij) for rij in RegelParameter.objects.order_by("pk").values_list(*velden)]
    return cache["regels"]  # type: ignore[return-value]


def _geldig(code: str, op: date) -> list[Regel]:
    """What holds on `op`, in general or in the active gebied."""
    gebied_id = current_scope().gebied.pk if has_scope() else None
    return [r for r in alle_regels() if r.code == code and r.geldt_op(op) and r.gebied_id in {None, gebied_id}]


def regel(code: str, *, op: date, dimensie: str = "alle") -> Regel:
    """The value of `code` on `op`; a value of the active gebied goes before the general one.

    Raises RegelOnbekend when nothing is valid on that day: a missing figure is said, never guessed.
    """
    passend = [r for r in _geldig(code, op) if r.dimensie == dimensie]
    if not passend:
        raise RegelOnbekend(
            f"Er is geen waarde van '{code}' ({dimensie}) op {op:%d/%m/%Y}. Vraag de beheerder ze in te vullen."
        )
    return max(passend, key=lambda r: (r.gebied_id is not None, r.geldig_van))


def waarde(code: str, *, op: date, dimensie: str = "alle") -> Decimal:
    return regel(code, op=op, dimensie=dimensie).waarde


def treden(code: str, *, op: date) -> list[tuple[int, int]]:
    """(number, value) of every rung of a ladder: a code of which the dimensions count 1, 2, 3."""
    nummers = sorted({int(r.dimensie) for r in _geldig(code, op)})
    return [(nummer, int(waarde(code, op=op, dimensie=str(nummer)))) for nummer in nummers]
