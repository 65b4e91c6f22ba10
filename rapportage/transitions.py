"""The life of a rapport: made in one step, sent in another, immutable once it is klaar."""

from rapportage.enums import RapportStatus as S
from regie.core.exceptions import DomainError

TRANSITIONS: dict[S, frozenset[S]] = {
    S.WACHT: frozenset({S.BEZIG}),
    S.BEZIG: frozenset({S.KLAAR, S.MISLUKT, S.WACHT}),
    S.KLAAR: frozenset({S.VERZONDEN}),
    S.VERZONDEN: frozenset(),
    S.MISLUKT: frozenset({S.WACHT}),
}


class TransitionNotAllowed(DomainError):
    """The rapport cannot take this step."""


def check_transition(van: S, naar: S) -> None:
    if naar not in TRANSITIONS[van]:
        raise TransitionNotAllowed(f"Een rapport met status '{van.label}' kan niet naar '{naar.label}'.")
