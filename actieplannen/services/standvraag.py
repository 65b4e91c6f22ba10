"""Asking how actions go: by the clock at the end of a quarter, or by the regisseur. Mailing is another step."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from actieplannen.models import Actie, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.kwartalen import (
    AFGEROND,
    IN_UITVOERING,
    acties_van_kwartaal,
    antwoorddag,
    is_gesloten,
    kwartaal_van,
    nummer,
    te_vragen_kwartaal,
)
from actieplannen.selectors.trekkers import trekkers_van
from actieplannen.services.rechten import eis_plan
from actieplannen.services.standlijst import (
    bij_de_regisseur,
    op_de_lijst_van_de_trekker,
    vraag_afgehandeld,
)
from actieplannen.services.standmail import standen_mailen
from regie.cijfers.periode import Periode
from regie.core.audit import record_event
from regie.core.dates import is_werkdag
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class Vraaguitkomst:
    """How many actions were asked now, how many mails left, and what could not be asked of anybody."""

    gevraagd: int
    mails: int
    onbereikbaar: list[str]


def standen_opvolgen(vandaag: date) -> None:
    """Nightly, on working days: ask, mail and remind, and tell the regisseur who stays silent. Twice is once."""
    if not is_werkdag(vandaag):
        return
    kwartaal = te_vragen_kwartaal(vandaag)
    if kwartaal is not None:
        _vraag(list(acties_van_kwartaal(kwartaal)), kwartaal, vandaag)
    standen_mailen(vandaag=vandaag)
    _stilte_opvolgen(vandaag)


@transaction.atomic
def standen_vragen(*, plan: Jaaractieplan, kwartaal: Periode, door: Toegang, vandaag: date) -> Vraaguitkomst:
    """The regisseur asks now: every action of the plan that ran in this quarter and was not asked yet."""
    _mag_vragen(plan, kwartaal, door, vandaag)
    return _vraag_en_mail(list(acties_van_kwartaal(kwartaal).filter(doelstelling__plan=plan)), kwartaal, door, vandaag)


@transaction.atomic
def actiestand_vragen(*, actie: Actie, kwartaal: Periode, door: Toegang, vandaag: date) -> Vraaguitkomst:
    """One action: ask, or remind whoever was asked before."""
    _mag_vragen(actie.doelstelling.plan, kwartaal, door, vandaag)
    stand = Kwartaalstand.objects.filter(actie=actie, jaar=kwartaal.start.year, kwartaal=nummer(kwartaal)).first()
    if stand is not None and stand.beantwoord_op:
        raise DomainError("Deze stand is al gegeven.")
    if stand is not None and vandaag in {stand.gemaild_op, stand.herinnerd_op}:
        raise DomainError("De trekker kreeg hierover vandaag al een mail. Probeer het een andere dag opnieuw.")
    return _vraag_en_mail([actie], kwartaal, door, vandaag, eerder={stand.pk} if stand else set())


def stand_van_kwartaal(actie: Actie, kwartaal: Periode) -> Kwartaalstand:
    """The row, locked. Two at once make one."""
    stand, _ = Kwartaalstand.objects.get_or_create(actie=actie, jaar=kwartaal.start.year, kwartaal=nummer(kwartaal))
    return Kwartaalstand.objects.select_for_update(of=("self",)).get(pk=stand.pk)


def _mag_vragen(plan: Jaaractieplan, kwartaal: Periode, door: Toegang, vandaag: date) -> None:
    eis_plan(door)
    if plan.status not in IN_UITVOERING:
        raise DomainError("Je vraagt de stand van een plan dat goedgekeurd is en nog niet verantwoord.")
    if kwartaal.start.year != plan.jaar or kwartaal.start > vandaag:
        raise DomainError(f"Kies een kwartaal van {plan.jaar} dat al begonnen is.")
    if is_gesloten(kwartaal, vandaag):
        raise DomainError(f"{kwartaal.label} is afgesloten: het kwartaal erna is al gevraagd. Vul de stand zelf aan.")


def _vraag_en_mail(
    acties: list[Actie], kwartaal: Periode, door: Toegang, vandaag: date, eerder: Collection[UUID] = ()
) -> Vraaguitkomst:
    """Mails only to who is asked now; `eerder`: stands that were asked before, to remind about."""
    trekkers = trekkers_van(acties, vandaag=vandaag)
    nieuw = _vraag(acties, kwartaal, vandaag)
    mails = standen_mailen(vandaag=vandaag, nu_meteen={*eerder, *(stand.pk for stand in nieuw)}, door=door)
    _stilte_opvolgen(vandaag)
    for stand in nieuw:
        record_event("stand.gevraagd", stand, door=door)
    onbereikbaar = [actie.titel for actie in acties if not trekkers[actie.pk].is_bereikbaar]
    return Vraaguitkomst(len(nieuw), mails, onbereikbaar)


def _vraag(acties: Collection[Actie], kwartaal: Periode, vandaag: date) -> list[Kwartaalstand]:
    """The stands that were not asked before. One that was given by itself is not asked any more."""
    trekkers = trekkers_van(acties, vandaag=vandaag)
    nieuw = []
    for actie in acties:
        stand = stand_van_kwartaal(actie, kwartaal)
        if stand.gevraagd_op or stand.beantwoord_op:
            continue
        stand.gevraagd_op, stand.antwoord_tegen = vandaag, antwoorddag(vandaag)
        stand.gevraagd_aan = trekkers[actie.pk].naam
        stand.is_laatste = actie.voortgang in AFGEROND
        stand.save(update_fields=["gevraagd_op", "antwoord_tegen", "gevraagd_aan", "is_laatste"])
        op_de_lijst_van_de_trekker(stand, trekkers[actie.pk], vandaag=vandaag)
        nieuw.append(stand)
    return nieuw


def _stilte_opvolgen(vandaag: date) -> None:
    """Who stays silent, or cannot be asked, comes on the list of the region; what can no longer be answered leaves."""
    regie = Organisatie.objects.van_gebied().filter(type=OrganisatieType.REGIEVERBAND, is_actief=True).first()
    rijen = Kwartaalstand.objects.filter(gevraagd_op__isnull=False, beantwoord_op=None, jaar__gte=vandaag.year - 1)
    standen = list(
        rijen.select_related(
            "actie__doelstelling__plan",
            "actie__trekker",
            "actie__trekker_contact__organisatie",
            "actie__trekker_organisatie",
        ).order_by("pk")
    )
    trekkers = trekkers_van([stand.actie for stand in standen], vandaag=vandaag)
    for stand in standen:
        if is_gesloten(kwartaal_van(stand), vandaag) or stand.actie.doelstelling.plan.status not in IN_UITVOERING:
            vraag_afgehandeld(stand, vandaag=vandaag, door=None)
        elif regie is not None:
            bij_de_regisseur(stand, trekkers[stand.actie_id], regie, vandaag)
