"""Which status of a need, a referral or a candidate may follow which. Pure data and pure functions."""

from partners.enums import BehoefteStatus as B
from partners.enums import DoorverwijzingStatus as D
from regie.core.exceptions import DomainError

BEHOEFTE: dict[B, frozenset[B]] = {
    B.CONCEPT: frozenset({B.OPEN}),
    B.OPEN: frozenset({B.TOEGEWEZEN, B.INGEVULD, B.VERVALLEN, B.INGETROKKEN}),
    B.TOEGEWEZEN: frozenset({B.OPEN, B.INGEVULD, B.VERVALLEN, B.INGETROKKEN}),
    B.INGEVULD: frozenset({B.OPEN, B.TOEGEWEZEN}),
    B.VERVALLEN: frozenset({B.OPEN, B.TOEGEWEZEN}),
    B.INGETROKKEN: frozenset({B.OPEN, B.TOEGEWEZEN}),
}
BEHOEFTE_LOPEND = frozenset({B.OPEN, B.TOEGEWEZEN})
BEHOEFTE_DICHT = frozenset({B.INGEVULD, B.VERVALLEN, B.INGETROKKEN})

DOORVERWIJZING: dict[D, frozenset[D]] = {
    D.GEVRAAGD: frozenset({D.OPGENOMEN, D.NIET_VOOR_ONS, D.OPGELOST, D.NIET_OPGELOST, D.INGETROKKEN}),
    D.OPGENOMEN: frozenset({D.NIET_VOOR_ONS, D.OPGELOST, D.NIET_OPGELOST, D.INGETROKKEN}),
    D.NIET_VOOR_ONS: frozenset({D.OPGENOMEN}),
    D.NIET_OPGELOST: frozenset({D.OPGENOMEN, D.OPGELOST}),
    D.OPGELOST: frozenset({D.OPGENOMEN, D.NIET_OPGELOST}),
    D.INGETROKKEN: frozenset(),
}
DOORVERWIJZING_LOPEND = frozenset({D.GEVRAAGD, D.OPGENOMEN})


class OvergangNietToegelaten(DomainError):
    """The table knows no such step."""


def check_behoefte(van: B, naar: B) -> None:
    if naar not in BEHOEFTE[van]:
        raise OvergangNietToegelaten(f"Een behoefte die '{van.label}' is, wordt niet '{naar.label}'.")


def check_doorverwijzing(van: D, naar: D) -> None:
    if naar not in DOORVERWIJZING[van]:
        raise OvergangNietToegelaten(
            f"Dit antwoord staat op '{van.label}' en kan niet '{naar.label}' worden. Vraag wie de behoefte opvolgt."
        )
