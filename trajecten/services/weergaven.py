"""Keep, name, order and remove saved views."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from regie.core.exceptions import DomainError
from regie.core.permissions import Recht, Toegang
from trajecten.models import Weergave
from trajecten.selectors.lijst import KOLOMMEN, SORTERING
from trajecten.selectors.weergaven import FILTERS, weergaven

GEEN_TEAM = "Een weergave van het team beheert de teamverantwoordelijke. Bewaar ze voor jezelf."


@transaction.atomic
def weergave_bewaren(
    *, naam: str, query: Mapping[str, str], is_team: bool, is_standaard: bool, door: Toegang
) -> Weergave:
    """The list as it stands now, under a name. What was typed to search is never kept."""
    if is_team and not door.mag(Recht.TEAM_BEHEREN):
        raise DomainError(GEEN_TEAM)
    _naam_vrij(naam, is_team=is_team, door=door)
    groep = _groep(is_team=is_team, door=door)
    sorteer = query.get("sorteer", "")
    weergave = Weergave(
        eigenaar_id=door.organisatie_ids[0],
        naam=naam.strip(),
        door_id=door.user_id,
        is_team=is_team,
        filters={code: query[code] for code in FILTERS if query.get(code)},
        sorteer=sorteer if sorteer in SORTERING else "",
        kolommen=[code for code in query.get("kolommen", "").split(",") if code in KOLOMMEN],
        volgorde=(groep.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0) + 1,
    )
    weergave.full_clean(validate_constraints=False, exclude=["kolommen", "filters"])
    weergave.save()
    if is_standaard:
        standaard_zetten(weergave=weergave, door=door)
    return weergave


def _groep(*, is_team: bool, door: Toegang):  # type: ignore[no-untyped-def]  # a queryset of Weergave
    rijen = Weergave.objects.filter(is_team=is_team, eigenaar_id=door.organisatie_ids[0])
    return rijen if is_team else rijen.filter(door_id=door.user_id)


def _naam_vrij(naam: str, *, is_team: bool, door: Toegang, behalve: Weergave | None = None) -> None:
    zelfde = _groep(is_team=is_team, door=door).filter(naam__iexact=naam.strip())
    if behalve is not None:
        zelfde = zelfde.exclude(pk=behalve.pk)
    if zelfde.exists():
        wie = "Het team heeft" if is_team else "Je hebt"
        raise DomainError(f"{wie} al een weergave met deze naam. Kies een andere naam.")


def mag_wijzigen(weergave: Weergave, door: Toegang) -> bool:
    return door.mag(Recht.TEAM_BEHEREN) if weergave.is_team else weergave.door_id == door.user_id


def _eis(weergave: Weergave, door: Toegang) -> None:
    if not mag_wijzigen(weergave, door):
        raise DomainError(GEEN_TEAM)


@transaction.atomic
def weergave_hernoemen(*, weergave: Weergave, naam: str, door: Toegang) -> Weergave:
    _eis(weergave, door)
    _naam_vrij(naam, is_team=weergave.is_team, door=door, behalve=weergave)
    weergave.naam = naam.strip()
    weergave.save(update_fields=["naam", "updated_at"])
    return weergave


@transaction.atomic
def standaard_zetten(*, weergave: Weergave, door: Toegang) -> bool:
    """This one opens by itself from now on; asked of the one that already does, none does. Gives the new state."""
    _eis(weergave, door)
    wordt = not weergave.is_standaard
    _groep(is_team=weergave.is_team, door=door).filter(is_standaard=True).update(is_standaard=False)
    weergave.is_standaard = wordt
    weergave.save(update_fields=["is_standaard", "updated_at"])
    return wordt


@transaction.atomic
def weergave_hoger(*, weergave: Weergave, door: Toegang) -> None:
    """One place up among its own kind."""
    _eis(weergave, door)
    rij = [w for w in weergaven(door.user_id) if w.is_team == weergave.is_team]
    plaats = next(i for i, w in enumerate(rij) if w.pk == weergave.pk)
    if plaats:
        rij[plaats - 1], rij[plaats] = rij[plaats], rij[plaats - 1]
    for volgorde, een in enumerate(rij, start=1):
        een.volgorde = volgorde
    Weergave.objects.bulk_update(rij, ["volgorde"])


@transaction.atomic
def weergave_verwijderen(*, weergave: Weergave, door: Toegang) -> None:
    _eis(weergave, door)
    weergave.delete()
