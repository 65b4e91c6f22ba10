"""Two cards of one employer become one. Everything on the card that goes moves to the card that stays."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from partners.enums import WerkgeverStatus
from partners.models import Werkgever
from partners.services.werkgevers import vergrendel_werkgever, verhuis_contactpersonen
from regie.core.audit import record_event
from regie.core.exceptions import DomainErrors
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import GebiedModel, current_scope, gebied_context

AAN_TE_VULLEN = (
    "gemeente_id",
    "nace",
    "nace_versie",
    "grootteklasse",
    "paritair_comite",
    "accounthouder_id",
    "email",
    "telefoon",
    "website",
)


@transaction.atomic
def werkgevers_samenvoegen(*, blijft: Werkgever, verdwijnt: Werkgever, vandaag: date, door: Toegang) -> Werkgever:
    """`verdwijnt` goes to the archive and leads to `blijft`. Facts that `blijft` lacks are taken over.

    What other organisaties keep for themselves moves too, so it happens in the scope of all of them.
    """
    for kaart in sorted((blijft, verdwijnt), key=lambda kaart: kaart.pk):  # always in the same order: no deadlock
        vergrendel_werkgever(kaart)
    blijft, verdwijnt = vergrendel_werkgever(blijft), vergrendel_werkgever(verdwijnt)
    bezwaren = bezwaren_tegen_samenvoegen(blijft, verdwijnt)
    if bezwaren:
        raise DomainErrors(bezwaren)
    _neem_feiten_over(blijft, verdwijnt, vandaag)
    iedereen = list(Organisatie.objects.van_gebied().values_list("pk", flat=True))
    with gebied_context(current_scope().gebied, door.organisatie_ids, lid_van=iedereen):
        for model, veld in verwijzingen():
            _verhuis(model, veld, van=verdwijnt, naar=blijft)
    if blijft.organisatie is not None:
        verhuis_contactpersonen(blijft, blijft.organisatie)
    record_event("werkgever.samengevoegd", blijft, door=door, met=str(verdwijnt.pk))
    return blijft


def bezwaren_tegen_samenvoegen(blijft: Werkgever, verdwijnt: Werkgever) -> list[str]:
    """Why two cards are not one employer, in sentences; none when they may be."""
    if blijft.pk == verdwijnt.pk:
        return ["Kies twee verschillende kaarten."]
    zinnen = []
    if blijft.samengevoegd_met_id or verdwijnt.samengevoegd_met_id:
        zinnen.append("Een van deze kaarten is al samengevoegd met een andere.")
    if blijft.gearchiveerd_op:
        zinnen.append("De kaart die blijft, staat in het archief. Haal ze eerst terug.")
    if blijft.kbo and verdwijnt.kbo and blijft.kbo != verdwijnt.kbo:
        zinnen.append("Deze kaarten hebben elk een eigen KBO-nummer. Dat zijn twee werkgevers.")
    if blijft.organisatie_id and verdwijnt.organisatie_id:
        zinnen.append("Beide kaarten horen bij een partner. Maak eerst één van beide los van haar partner.")
    return zinnen


def verwijzingen() -> Iterator[tuple[type[GebiedModel], str]]:
    """Every table that points to a card, and by which field."""
    for relatie in Werkgever._meta.related_objects:
        model = relatie.related_model
        if model is not Werkgever and issubclass(model, GebiedModel):  # history keeps telling what it told
            yield model, relatie.field.name


def _neem_feiten_over(blijft: Werkgever, verdwijnt: Werkgever, vandaag: date) -> None:
    kbo, organisatie = verdwijnt.kbo, verdwijnt.organisatie
    verdwijnt.kbo, verdwijnt.organisatie = "", None  # one card per number and per partner
    verdwijnt.samengevoegd_met, verdwijnt.gearchiveerd_op = blijft, verdwijnt.gearchiveerd_op or vandaag
    verdwijnt.save(update_fields=["kbo", "organisatie", "samengevoegd_met", "gearchiveerd_op"])
    blijft.kbo, blijft.organisatie = blijft.kbo or kbo, blijft.organisatie or organisatie
    if not blijft.nace:
        blijft.nace_versie = ""
    for veld in AAN_TE_VULLEN:
        if not getattr(blijft, veld):
            setattr(blijft, veld, getattr(verdwijnt, veld))
    blijft.is_mvo, blijft.is_inclusief = (
        blijft.is_mvo or verdwijnt.is_mvo,
        blijft.is_inclusief or verdwijnt.is_inclusief,
    )
    if WerkgeverStatus.NIET_BENADEREN in {verdwijnt.status} - {blijft.status}:
        blijft.status = verdwijnt.status
        blijft.niet_benaderen_reden, blijft.niet_benaderen_tot = (
            verdwijnt.niet_benaderen_reden,
            verdwijnt.niet_benaderen_tot,
        )
    try:
        blijft.full_clean()
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None
    blijft.save()


def _verhuis(model: type[GebiedModel], veld: str, *, van: Werkgever, naar: Werkgever) -> None:
    """Row by row: what the other card has already (the same e-mail address, a running lead) stays where it is."""
    for rij in model.objects.filter(**{veld: van}):
        try:
            with transaction.atomic():
                _wijs_naar(model, rij.pk, veld, naar)
        except IntegrityError:
            continue


def _wijs_naar(model: type[GebiedModel], pk: Any, veld: str, naar: Werkgever) -> None:
    waarden: dict[str, models.Model] = {veld: naar}
    model.objects.filter(pk=pk).update(**waarden)
