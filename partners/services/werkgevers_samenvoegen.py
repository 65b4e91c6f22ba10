"""Two cards of one employer become one. Everything on the card that goes moves to the card that stays."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction

from partners.enums import Claimeinde, Opvolgingsoort, Overnamesoort, Overnamestatus, WerkgeverStatus
from partners.models import Claim, Contactpersoon, Opvolging, Overnamevraag, Werkgever
from partners.services.leads import beeindig
from partners.services.opvolging import plan_opvolging
from partners.services.overname import laat_vervallen
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
        _los_botsingen_op(blijft, verdwijnt, vandaag, door)
        verhuis_verwijzingen(verdwijnt, blijft)
        Opvolging.objects.filter(object_id=verdwijnt.pk).update(object_id=blijft.pk)
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


def verwijzingen(model: type[models.Model]) -> Iterator[tuple[type[GebiedModel], str]]:
    """Every table that points to `model`, and by which field; also the ones without a way back."""
    for relatie in model._meta.get_fields(include_hidden=True):
        if not relatie.auto_created or relatie.concrete or not relatie.related_model:
            continue
        bron = relatie.related_model
        if isinstance(bron, type) and issubclass(bron, GebiedModel):  # history keeps telling what it told
            yield bron, relatie.field.name  # type: ignore[union-attr]


def verhuis_verwijzingen(van: models.Model, naar: models.Model) -> None:
    for model, veld in verwijzingen(type(van)):
        waarden: dict[str, models.Model] = {veld: naar}
        model.objects.filter(**{veld: van}).update(**waarden)


def _los_botsingen_op(blijft: Werkgever, verdwijnt: Werkgever, vandaag: date, door: Toegang) -> None:
    """What there can be only one of: the card that stays keeps its own."""
    _een_lead(blijft, verdwijnt, vandaag, door)
    _een_vraag(blijft, verdwijnt, vandaag, door)
    bekend = {contact.email: contact for contact in Contactpersoon.objects.filter(werkgever=blijft).exclude(email="")}
    for contact in Contactpersoon.objects.filter(werkgever=verdwijnt, email__in=bekend):
        verhuis_verwijzingen(contact, bekend[contact.email])
        contact.email, contact.is_actief = "", False  # known already: kept for its notes, rung no more
        contact.save(update_fields=["email", "is_actief"])


def _een_lead(blijft: Werkgever, verdwijnt: Werkgever, vandaag: date, door: Toegang) -> None:
    """A lead that ran out ends as it would at night; of two that run, the one of the card that goes ends today."""
    loopt = None
    for werkgever in (blijft, verdwijnt):
        claims = Claim.objects.select_for_update(of=("self",)).select_related("organisatie")
        for claim in claims.filter(werkgever=werkgever, beeindigd_op=None):
            if claim.tot < vandaag:
                beeindig(claim, einde=Claimeinde.VERLOPEN, op=claim.tot, door=None, vandaag=vandaag)
            elif loopt is None:
                loopt = claim
            else:
                beeindig(claim, einde=Claimeinde.VRIJGEGEVEN, op=vandaag, door=door)
                _meld_lead_weg(claim, loopt, blijft, vandaag)


def _meld_lead_weg(claim: Claim, loopt: Claim, blijft: Werkgever, vandaag: date) -> None:
    if claim.organisatie_id == loopt.organisatie_id:
        return
    plan_opvolging(
        sleutel=f"lead-samengevoegd:{claim.pk}",
        soort=Opvolgingsoort.CLAIM,
        titel=f"Twee kaarten van {blijft} werden één: {loopt.organisatie} heeft de lead",
        datum=vandaag,
        organisatie=claim.organisatie,
        wie_id=claim.door_id,
        adres="werkgevers:werkgever",
        object_id=blijft.pk,
    )


def _een_vraag(blijft: Werkgever, verdwijnt: Werkgever, vandaag: date, door: Toegang) -> None:
    """Nobody answers for an accounthouder it no longer is, and nobody asks the same twice."""
    open_vragen = Overnamevraag.objects.filter(status=Overnamestatus.GEVRAAGD, soort=Overnamesoort.ACCOUNTHOUDER)
    al = set(open_vragen.filter(werkgever=blijft).values_list("aan", flat=True))
    titel = f"Je vraag vervalt, want twee kaarten van {blijft} werden één. Vraag het opnieuw als het nog nodig is"
    for vraag in open_vragen.filter(werkgever=verdwijnt):
        if vraag.van_id != blijft.accounthouder_id or vraag.aan_id in al:
            laat_vervallen(vraag, titel=titel, vandaag=vandaag, door=door)


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
