"""Which status may follow which (domein.md 4.2). Pure data and pure functions: no ORM, no request."""

from regie.core.exceptions import DomainError
from trajecten.enums import KandidatuurStatus
from trajecten.enums import TrajectStatus as S

TRANSITIONS: dict[S, frozenset[S]] = {
    S.AANGEMELD: frozenset({S.INTAKE, S.GEWEIGERD, S.AFGESLOTEN}),
    S.INTAKE: frozenset({S.SCREENING, S.GEWEIGERD, S.AFGESLOTEN}),
    S.SCREENING: frozenset({S.ACTIEPLAN, S.AFGESLOTEN}),
    S.ACTIEPLAN: frozenset({S.WACHT_OP_START, S.AFGESLOTEN}),
    S.WACHT_OP_START: frozenset({S.LOPEND, S.AFGESLOTEN}),
    S.LOPEND: frozenset({S.ONDERBROKEN, S.NAZORG, S.AFGESLOTEN}),
    S.ONDERBROKEN: frozenset({S.LOPEND, S.NAZORG, S.AFGESLOTEN}),
    S.NAZORG: frozenset({S.AFGESLOTEN}),
    S.AFGESLOTEN: frozenset({S.INTAKE}),
    S.GEWEIGERD: frozenset(),
}
EINDSTATUSSEN = frozenset({S.AFGESLOTEN, S.GEWEIGERD})
IN_BEHANDELING = frozenset({S.INTAKE, S.SCREENING, S.ACTIEPLAN, S.WACHT_OP_START, S.LOPEND, S.ONDERBROKEN, S.NAZORG})
FASEN = (S.AANGEMELD, S.INTAKE, S.SCREENING, S.ACTIEPLAN, S.WACHT_OP_START, S.LOPEND, S.NAZORG, S.AFGESLOTEN)


class TransitionNotAllowed(DomainError):
    """The machine knows no such step."""


def check_transition(van: S, naar: S) -> None:
    """Raises TransitionNotAllowed with a Dutch sentence when `naar` may not follow `van`."""
    if naar not in TRANSITIONS[van]:
        raise TransitionNotAllowed(f"Een traject met status '{van.label}' kan niet naar '{naar.label}'.")


K = KandidatuurStatus
KANDIDATUUR: dict[K, tuple[K, ...]] = {
    K.VOORGESTELD: (
        K.KENNISMAKING,
        K.AANVAARD,
        K.GEWEIGERD_GEBRUIKER,
        K.GEWEIGERD_CLIENT,
        K.GEWEIGERD_OCMW,
        K.INGETROKKEN,
    ),
    K.KENNISMAKING: (K.AANVAARD, K.GEWEIGERD_GEBRUIKER, K.GEWEIGERD_CLIENT, K.GEWEIGERD_OCMW, K.INGETROKKEN),
    K.AANVAARD: (K.GEWEIGERD_GEBRUIKER, K.GEWEIGERD_CLIENT, K.INGETROKKEN),
}
NIET_DOORGEGAAN = frozenset({K.GEWEIGERD_GEBRUIKER, K.GEWEIGERD_CLIENT, K.GEWEIGERD_OCMW, K.INGETROKKEN})


def check_kandidatuur(van: K, naar: K) -> None:
    if naar not in KANDIDATUUR.get(van, ()):
        raise TransitionNotAllowed(f"Een kandidatuur die '{van.label}' is, wordt niet '{naar.label}'.")
