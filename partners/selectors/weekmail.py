"""What the weekly mail says: how much is on somebody's list, per kind, never what or with whom."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from partners.enums import Opvolgingsoort
from partners.models import Opvolging, Weekmail
from regie.accounts.models import User
from regie.core.models import Lidmaatschap
from regie.core.parameters import waarde
from regie.core.permissions import RECHTEN, Recht, Rol
from regie.core.tenancy import current_scope


@dataclass(frozen=True, slots=True)
class Weektelling:
    user: User
    te_laat: int
    deze_week: int
    soorten: tuple[tuple[str, int], ...]  # label and number, most first


def maildag(vandaag: date) -> date | None:
    """The last day until today on which the parameter plans the mail; None when it says never."""
    dag = int(waarde("opvolging_weekmail", op=vandaag))
    return vandaag - timedelta(days=(vandaag.isoweekday() - dag) % 7) if dag else None


def weektellingen(vandaag: date) -> list[Weektelling]:
    """Who has something late or due within a week, wants the mail and did not get it today."""
    gehad = set(Weekmail.objects.filter(datum=vandaag).values_list("user_id", flat=True))
    rijen = Opvolging.objects.open().op_datum().filter(wanneer__lt=vandaag + timedelta(days=7))  # type: ignore[misc]
    per_organisatie: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for rij in rijen.values("organisatie", "wie", "soort", "wanneer"):  # type: ignore[misc]  # annotated by op_datum
        per_organisatie[rij["organisatie"]].append(rij)
    tellingen = []
    for user, organisaties in _lezers(vandaag):
        van_mij = _van_mij(user, [rij for pk in organisaties for rij in per_organisatie[pk]])
        if van_mij and user.pk not in gehad:
            tellingen.append(_tel(user, van_mij, vandaag))
    return tellingen


def _lezers(vandaag: date) -> Iterable[tuple[User, Collection[int]]]:
    """Who may open the list and did not switch the mail off, with the organisaties whose list it is."""
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(gebied=current_scope().gebied)
    per_user: dict[int, list[Lidmaatschap]] = defaultdict(list)
    for lid in leden.exclude(user__voorkeur__weekmail=False).select_related("user").order_by("user", "pk"):
        per_user[lid.user_id].append(lid)
    for eigen in per_user.values():
        if any(Recht.WERKGEVER_BEKIJKEN in RECHTEN[Rol(lid.rol)] for lid in eigen):
            yield eigen[0].user, {lid.organisatie_id for lid in eigen}


def _van_mij(user: User, rijen: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mine, or of nobody in particular in my organisatie: the first tab of the list."""
    return [rij for rij in rijen if rij["wie"] in {None, user.pk}]


def _tel(user: User, rijen: Sequence[dict[str, Any]], vandaag: date) -> Weektelling:
    te_laat = sum(rij["wanneer"] < vandaag for rij in rijen)
    per_soort = Counter(str(Opvolgingsoort(rij["soort"]).label) for rij in rijen)
    return Weektelling(
        user, te_laat, len(rijen) - te_laat, tuple(sorted(per_soort.items(), key=lambda soort: (-soort[1], soort[0])))
    )
