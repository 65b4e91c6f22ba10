"""How much people work, who covers for whom, and one task on many dossiers."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from regie.accounts.models import User
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Recht, Toegang
from trajecten.enums import Bulksoort, TermijnSoort
from trajecten.models import Bulkactie, Inzet, Termijn, Tijdlijnitem, Traject, Waarneming
from trajecten.selectors.team import BEGELEIDERROLLEN
from trajecten.services.spoor import maak_termijn
from trajecten.services.toewijzing import uitkomst, vergrendel_selectie


def gedeelde_ocmws(users: Sequence[User], *, door: Toegang, op: date) -> list[Organisatie]:
    """The OCMW's in sight where every one of these people guides clients on that day."""
    leden = Lidmaatschap.objects.geldig_op(op).filter(
        organisatie_id__in=door.organisatie_ids, rol__in=BEGELEIDERROLLEN, user__in=users
    )
    per_user: dict[int, set[int]] = {user.pk: set() for user in users}
    for user_id, organisatie_id in leden.values_list("user_id", "organisatie_id"):
        per_user[user_id].add(organisatie_id)
    ids = set.intersection(*per_user.values())
    return list(Organisatie.objects.filter(pk__in=ids).order_by("naam"))


@transaction.atomic
def inzet_bewaren(*, user: User, breuk: Decimal, van: date, door: Toegang) -> Inzet:
    """From this day on somebody guides clients for this part of a full-time job; saved twice, a day is corrected."""
    ocmws = gedeelde_ocmws([user], door=door, op=van)
    if not ocmws:
        raise DomainError(f"{user.naam} begeleidt op {van:%d/%m/%Y} geen cliënten bij jouw OCMW.")
    rij = Inzet.objects.filter(eigenaar=ocmws[0], user=user, van=van).first()
    rij = rij or Inzet(eigenaar=ocmws[0], user=user, van=van)
    rij.breuk = breuk
    rij.full_clean()
    rij.save()
    return rij


@transaction.atomic
def waarneming_plannen(
    *, afwezige: User, waarnemer: User, van: date, tot: date, reden: str, door: Toegang, vandaag: date
) -> list[Waarneming]:
    """A colleague covers for somebody who is away: planned by that person or by the lead, in every OCMW they share."""
    if afwezige.pk != door.user_id and not door.mag(Recht.TEAM_BEHEREN):
        raise DomainError(
            "Je kunt alleen voor jezelf een waarneming plannen. Vraag het anders aan je verantwoordelijke."
        )
    if waarnemer.pk == afwezige.pk:
        raise DomainError("Kies een collega: niemand neemt waar voor zichzelf.")
    if tot < van:
        raise DomainError("De laatste dag van de waarneming ligt voor de eerste.")
    if tot < vandaag:
        raise DomainError("Deze periode is al voorbij. Kies een laatste dag vanaf vandaag.")
    ocmws = gedeelde_ocmws([afwezige, waarnemer], door=door, op=max(van, vandaag))
    if not ocmws:
        raise DomainError(f"{afwezige.naam} en {waarnemer.naam} begeleiden geen cliënten van hetzelfde OCMW.")
    _geen_overlap(afwezige, waarnemer, van=van, tot=tot)
    rijen = []
    for ocmw in ocmws:
        rij = Waarneming(
            eigenaar=ocmw, afwezige=afwezige, waarnemer=waarnemer, van=van, tot=tot, reden=reden, door_id=door.user_id
        )
        rij.full_clean()
        rij.save()
        rijen.append(rij)
    return rijen


def _geen_overlap(afwezige: User, waarnemer: User, *, van: date, tot: date) -> None:
    list(User.objects.select_for_update().filter(pk__in=[afwezige.pk, waarnemer.pk]).order_by("pk"))
    tegelijk = Waarneming.objects.filter(van__lte=tot, tot__gte=van).select_related("waarnemer")
    if rij := tegelijk.filter(afwezige=afwezige).first():
        raise DomainError(
            f"{rij.waarnemer.naam} neemt al waar voor {afwezige.naam} van {rij.van:%d/%m/%Y} tot en met "
            f"{rij.tot:%d/%m/%Y}. Stop die waarneming eerst of kies andere dagen."
        )
    if rij := tegelijk.filter(afwezige=waarnemer).first():
        raise DomainError(
            f"{waarnemer.naam} is zelf afwezig van {rij.van:%d/%m/%Y} tot en met {rij.tot:%d/%m/%Y}. "
            "Kies een andere collega."
        )


@transaction.atomic
def waarneming_stoppen(*, waarneming: Waarneming, door: Toegang, vandaag: date) -> None:
    """Over from today on. The days that were covered stay on record; what had not begun disappears."""
    waarneming = Waarneming.objects.select_for_update(of=("self",)).get(pk=waarneming.pk)
    if door.user_id not in {waarneming.afwezige_id, waarneming.door_id} and not door.mag(Recht.TEAM_BEHEREN):
        raise DomainError("Alleen wie afwezig is of de verantwoordelijke stopt een waarneming.")
    if waarneming.tot < vandaag:
        raise DomainError("Deze waarneming is al voorbij.")
    if waarneming.van >= vandaag:
        waarneming.delete()
        return
    waarneming.tot = vandaag - timedelta(days=1)
    waarneming.save(update_fields=["tot"])


@transaction.atomic
def taak_toevoegen(
    *, ids: Sequence[UUID], omschrijving: str, vervalt_op: date, door: Toegang, vandaag: date
) -> Bulkactie:
    """The same task with the same day on many dossiers; closed ones are refused."""
    omschrijving = omschrijving.strip()
    if vervalt_op < vandaag:
        raise DomainError("Kies een dag vanaf vandaag.")
    trajecten = vergrendel_selectie(ids)
    mee = [traject for traject in trajecten if traject.is_open]
    termijnen = {t.pk: maak_termijn(t, TermijnSoort.TAAK, omschrijving, vervalt_op) for t in mee}
    Termijn.objects.bulk_create(termijnen.values())
    eerder = Q(volgende_termijn_op=None) | Q(volgende_termijn_op__gt=vervalt_op)
    Traject.objects.filter(eerder, pk__in=[t.pk for t in mee]).update(
        volgende_termijn_op=vervalt_op, volgende_termijn=omschrijving, updated_at=timezone.now()
    )
    Tijdlijnitem.objects.bulk_create(
        [
            Tijdlijnitem(
                eigenaar_id=t.eigenaar_id,
                client_id=t.client_id,
                soort="taak",
                titel=f"Taak: {omschrijving}",
                tekst=f"Te doen voor {vervalt_op:%d/%m/%Y}.",
                datum=vandaag,
                door_id=door.user_id,
            )
            for t in mee
        ]
    )
    return Bulkactie.objects.create(
        eigenaar_id=trajecten[0].eigenaar_id,
        soort=Bulksoort.TAAK,
        omschrijving=f"Taak: {omschrijving}, voor {vervalt_op:%d/%m/%Y}",
        door_id=door.user_id,
        resultaat=[
            {**uitkomst(t, "Taak toegevoegd.", ok=True), "termijn": str(termijnen[t.pk].pk)}
            if t.is_open
            else uitkomst(t, "Dit dossier is afgesloten: er komen geen taken meer bij.", ok=False)
            for t in trajecten
        ],
    )
