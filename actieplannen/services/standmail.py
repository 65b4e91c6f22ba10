"""One mail per trekker: the questions and reminders that are due, never two on one day, each stand under lock."""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from actieplannen.enums import Bijsturingstatus
from actieplannen.models import Bijsturing, Kwartaalstand
from actieplannen.notifications.standen import Beslissing, Vraag, stuur_standvraag
from actieplannen.selectors.kwartalen import IN_UITVOERING, is_gesloten, kwartaal_van, ladder, vraagdag
from actieplannen.selectors.trekkers import Trekker, trekkers_van
from actieplannen.services.standlijst import op_de_lijst_van_de_trekker
from partners.enums import Partnerlinkdoel
from partners.services.links import maak_partnerlink
from regie.accounts.services import MailMislukt
from regie.core.http import gebied_url
from regie.core.permissions import Toegang

logger = logging.getLogger(__name__)
EERSTE = 0  # the question itself; 1 and more are its reminders


@dataclass(frozen=True, slots=True)
class Rijp:
    """A stand of which a mail is due, and the how manieth it is."""

    stand: Kwartaalstand
    nummer: int


def standen_mailen(*, vandaag: date, nu_meteen: Collection[UUID] | None = None, door: Toegang | None = None) -> int:
    """How many mails left. `nu_meteen`: only to who is asked about these, also ahead of the ladder.

    What one refuses (a mail server that is down) waits for the next night; the others go on.
    """
    verzonden = 0
    dwing = nu_meteen or ()
    for trekker, standen in _per_trekker(vandaag):
        if nu_meteen is not None and not any(stand.pk in nu_meteen for stand in standen):
            continue
        if not rijpe(standen, trekker, vandaag=vandaag, nu_meteen=dwing):
            continue
        try:
            verzonden += _mail_een(trekker, standen, vandaag, dwing, door)
        except MailMislukt:
            logger.warning("de vraag naar een stand kon niet vertrekken")
    return verzonden


def rijpe(
    standen: Iterable[Kwartaalstand], trekker: Trekker, *, vandaag: date, nu_meteen: Collection[UUID] = ()
) -> list[Rijp]:
    """What the mail to one trekker is about today; nothing when one left today already."""
    rijen = list(standen)
    if any(vandaag in {stand.gemaild_op, stand.herinnerd_op} for stand in rijen):
        return []
    nummers = ((stand, _nummer(stand, trekker, vandaag, nu_meteen)) for stand in rijen)
    return [Rijp(stand, nummer) for stand, nummer in nummers if nummer is not None]


def _nummer(stand: Kwartaalstand, trekker: Trekker, vandaag: date, nu_meteen: Collection[UUID]) -> int | None:
    """Which mail is due; None for none. Another trekker is asked from the start."""
    if stand.beantwoord_op or stand.gevraagd_op is None:
        return None
    if stand.gemaild_op is None or stand.gevraagd_aan != trekker.naam:
        return EERSTE
    rijp = [nummer for nummer, dagen in ladder(vandaag) if stand.gemaild_op + timedelta(days=dagen) <= vandaag]
    if rijp and max(rijp) > stand.trap:
        return max(rijp)
    return max(stand.trap, 1) if stand.pk in nu_meteen else None


def _lopende(vandaag: date) -> list[Kwartaalstand]:
    """Asked, and still to be answered or mailed about today."""
    rijen = Kwartaalstand.objects.filter(
        gevraagd_op__isnull=False, actie__doelstelling__plan__status__in=IN_UITVOERING
    ).select_related(
        "actie__doelstelling__plan",
        "actie__trekker",
        "actie__trekker_contact__organisatie",
        "actie__trekker_organisatie",
    )
    recent = rijen.filter(jaar__gte=vandaag.year - 1).order_by("pk")
    return [stand for stand in recent if not is_gesloten(kwartaal_van(stand), vandaag)]


def _per_trekker(vandaag: date) -> list[tuple[Trekker, list[Kwartaalstand]]]:
    standen = _lopende(vandaag)
    trekkers = trekkers_van([stand.actie for stand in standen], vandaag=vandaag)
    uit: dict[str, tuple[Trekker, list[Kwartaalstand]]] = {}
    for stand in standen:
        trekker = trekkers[stand.actie_id]
        if trekker.is_bereikbaar:
            uit.setdefault(trekker.sleutel, (trekker, []))[1].append(stand)
    return list(uit.values())


@transaction.atomic
def _mail_een(
    trekker: Trekker,
    standen: Sequence[Kwartaalstand],
    vandaag: date,
    nu_meteen: Collection[UUID],
    door: Toegang | None,
) -> int:
    """Under lock the question is asked again: a second worker finds that the mail left."""
    gegrendeld = _grendel(standen)
    te_sturen = rijpe(gegrendeld, trekker, vandaag=vandaag, nu_meteen=nu_meteen)
    if not te_sturen:
        return 0
    trekkers = trekkers_van([rijp.stand.actie for rijp in te_sturen], vandaag=vandaag)
    vragen = []
    for rijp in te_sturen:
        wie = trekkers[rijp.stand.actie_id]
        vragen.append(Vraag(rijp.stand, _adres(rijp.stand, wie, vandaag, door), rijp.nummer != EERSTE))
        _noteer(rijp, wie, vandaag)
    voorstellen = _te_vertellen(gegrendeld, trekker)
    try:
        stuur_standvraag(trekker, vragen, [_beslissing(voorstel) for voorstel in voorstellen], vandaag=vandaag)
    except OSError as fout:
        raise MailMislukt from fout
    Bijsturing.objects.filter(pk__in=[voorstel.pk for voorstel in voorstellen]).update(verteld_op=vandaag)
    return 1


def _grendel(standen: Sequence[Kwartaalstand]) -> list[Kwartaalstand]:
    rijen = Kwartaalstand.objects.select_for_update(of=("self",)).filter(pk__in=[stand.pk for stand in standen])
    return list(
        rijen.select_related(
            "actie__doelstelling__plan",
            "actie__trekker",
            "actie__trekker_contact__organisatie",
            "actie__trekker_organisatie",
        ).order_by("pk")
    )


def _adres(stand: Kwartaalstand, trekker: Trekker, vandaag: date, door: Toegang | None) -> str:
    if trekker.heeft_account or trekker.organisatie is None:
        return f"{settings.BASIS_URL}{gebied_url('actieplannen:stand', stand.pk)}"
    _, adres = maak_partnerlink(
        doel=Partnerlinkdoel.ACTIESTAND,
        object_id=stand.pk,
        organisatie=trekker.organisatie,
        ontvanger_naam=trekker.naam,
        ontvanger_email=trekker.email,
        door=door,
        vandaag=vandaag,
        # As long as the answer may change: until the quarter after is asked.
        geldig_tot=vraagdag(kwartaal_van(stand).volgende()) - timedelta(days=1),
    )
    return adres


def _noteer(rijp: Rijp, trekker: Trekker, vandaag: date) -> None:
    stand = rijp.stand
    if rijp.nummer == EERSTE:
        stand.gemaild_op, stand.herinnerd_op, stand.trap, stand.gevraagd_aan = vandaag, None, 0, trekker.naam
    else:
        stand.herinnerd_op, stand.trap = vandaag, rijp.nummer
    stand.save(update_fields=["gemaild_op", "herinnerd_op", "trap", "gevraagd_aan"])
    if rijp.nummer == EERSTE:
        op_de_lijst_van_de_trekker(stand, trekker, vandaag=vandaag)


def _te_vertellen(standen: Sequence[Kwartaalstand], trekker: Trekker) -> list[Bijsturing]:
    """Decisions about what this trekker proposed, that no mail told yet."""
    rijen = Bijsturing.objects.filter(
        stand__actie__in={stand.actie_id for stand in standen}, verteld_op=None, stand__namens=""
    ).exclude(status=Bijsturingstatus.VOORGESTELD)
    alle = rijen.select_related("stand__actie").order_by("beslist_op", "created_at")
    wie = (trekker.user_id, "" if trekker.heeft_account else trekker.naam)
    return [rij for rij in alle if (rij.stand.door_id, "" if rij.stand.door_id else rij.stand.door_naam) == wie]


def _beslissing(voorstel: Bijsturing) -> Beslissing:
    return Beslissing(voorstel.stand.actie.titel, voorstel.status == Bijsturingstatus.OVERGENOMEN)
