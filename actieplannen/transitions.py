"""The life of a jaaractieplan (domein.md 5.2). Pure data and pure functions: no ORM, no request."""

from actieplannen.enums import Planstatus as S
from regie.core.exceptions import DomainError

TRANSITIONS: dict[S, frozenset[S]] = {
    S.CONCEPT: frozenset({S.INGEDIEND}),
    S.INGEDIEND: frozenset({S.GOEDGEKEURD, S.CONCEPT}),  # back: sent back with remarks, or taken back
    S.GOEDGEKEURD: frozenset({S.UITGEVOERD}),
    S.UITGEVOERD: frozenset({S.VERANTWOORD, S.GOEDGEKEURD}),  # back: closed too early
    S.VERANTWOORD: frozenset(),
}
# From here on what was promised is fixed; a change is an amendement, with its reason.
VAST = frozenset({S.GOEDGEKEURD, S.UITGEVOERD, S.VERANTWOORD})


class TransitionNotAllowed(DomainError):
    """The plan cannot take this step."""


def check_transition(van: S, naar: S) -> None:
    if naar not in TRANSITIONS[van]:
        raise TransitionNotAllowed(f"Een plan met status '{van.label}' kan niet naar '{naar.label}'.")
