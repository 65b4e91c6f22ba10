"""Subscriptions: keeping them, and doing what they ask once the period is over."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from rapportage.enums import Aanleiding, in_volgorde
from rapportage.models import Rapport, RapportAbonnement, Verzending
from rapportage.perioden import laatste_volledige, verzenddag
from rapportage.services.aanvragen import GeenOnderdelen, rapport_aanvragen
from rapportage.services.verzenden import Ontvanger
from regie.cijfers.periode import Periode
from regie.core.audit import record_event
from regie.core.models import Lidmaatschap
from regie.core.permissions import Toegang
from regie.core.tenancy import current_gebied_id


@transaction.atomic
def abonnement_bewaren(
    *,
    abonnement: RapportAbonnement,
    frequentie: str,
    onderdelen: Sequence[str],
    verzenddag: int,
    vanaf: date,
    door: Toegang,
    contactpersoon_id: UUID | str | None = None,
    user_id: int | None = None,
) -> RapportAbonnement:
    """Add or change one subscription. Exactly one receiver: a contactpersoon or an account of this gebied."""
    if not in_volgorde(onderdelen):
        raise GeenOnderdelen("Kies minstens één onderdeel voor het rapport.")
    is_nieuw = abonnement._state.adding
    abonnement.frequentie, abonnement.verzenddag, abonnement.vanaf = frequentie, verzenddag, vanaf
    abonnement.onderdelen = in_volgorde(onderdelen)
    abonnement.contactpersoon_id, abonnement.user_id = contactpersoon_id, user_id
    abonnement.is_actief = True
    abonnement.full_clean()
    abonnement.save()
    soort = "abonnement.toegevoegd" if is_nieuw else "abonnement.gewijzigd"
    record_event(soort, abonnement, door=door, frequentie=frequentie)
    return abonnement


@transaction.atomic
def abonnement_stoppen(*, abonnement: RapportAbonnement, door: Toegang) -> RapportAbonnement:
    abonnement.is_actief = False
    abonnement.save(update_fields=["is_actief"])
    record_event("abonnement.gestopt", abonnement, door=door)
    return abonnement


def abonnementen_uitvoeren(*, vandaag: date) -> int:
    """Rapport and receivers for every subscription that is due; what was done before is not done again.

    Only the last period that is over counts: after a long standstill nobody gets a pile of old rapporten.
    """
    gedaan = 0
    actief = RapportAbonnement.objects.filter(is_actief=True).select_related("contactpersoon__organisatie", "user")
    leden = _organisatie_per_account(vandaag)
    for abonnement in actief.order_by("created_at"):
        periode = _aan_de_beurt(abonnement, vandaag)
        ontvanger = _ontvanger(abonnement, leden)
        if periode is None or ontvanger is None or _kreeg_al(abonnement, periode, ontvanger):
            continue
        rapport_aanvragen(
            periode=periode,
            onderdelen=abonnement.onderdelen,
            ontvangers=[ontvanger],
            aanleiding=Aanleiding.ABONNEMENT,
            door=None,
            vandaag=vandaag,
        )
        gedaan += 1
    return gedaan


def ontvangers_van(abonnementen: Iterable[RapportAbonnement], vandaag: date) -> list[Ontvanger]:
    """Who these subscriptions reach today."""
    leden = _organisatie_per_account(vandaag)
    gevonden = [_ontvanger(abonnement, leden) for abonnement in abonnementen]
    return [ontvanger for ontvanger in gevonden if ontvanger is not None]


def _aan_de_beurt(abonnement: RapportAbonnement, vandaag: date) -> Periode | None:
    """The last complete period, from its day of sending on and not before the subscription began."""
    periode = laatste_volledige(abonnement.frequentie, vandaag)
    dag = verzenddag(periode, abonnement.verzenddag)
    return periode if abonnement.vanaf <= dag <= vandaag else None


def _organisatie_per_account(vandaag: date) -> dict[int, int]:
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(gebied=current_gebied_id()).order_by("-pk")
    return dict(leden.values_list("user_id", "organisatie_id"))


def _ontvanger(abonnement: RapportAbonnement, leden: dict[int, int]) -> Ontvanger | None:
    """None for somebody who left: a contactpersoon that is no longer active, an account without membership."""
    if (contact := abonnement.contactpersoon) is not None:
        if contact.organisatie is None or not (contact.is_actief and contact.organisatie.is_actief):
            return None
        return Ontvanger(contact.naam, contact.email, contact.organisatie.pk)
    if (user := abonnement.user) is not None and user.pk in leden:
        return Ontvanger(user.naam, user.email, leden[user.pk])
    return None


def _kreeg_al(abonnement: RapportAbonnement, periode: Periode, ontvanger: Ontvanger) -> bool:
    """In any version: a correction reaches people because somebody decides so, not by the clock."""
    zelfde = Rapport.objects.filter(
        periode_soort=periode.soort,
        periode_start=periode.start,
        variant=abonnement.variant,
        onderdelen_sleutel="+".join(abonnement.onderdelen),
    )
    return Verzending.objects.filter(rapport__in=zelfde.values("pk"), email=ontvanger.email).exists()
