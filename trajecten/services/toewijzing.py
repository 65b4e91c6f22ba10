"""Who follows a dossier: one or many at once, with the reason, and back again."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from regie.accounts.models import User
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.enums import Bulksoort
from trajecten.models import Bulkactie, Tijdlijnitem, Toewijzing, Traject
from trajecten.selectors.team import BEGELEIDERROLLEN

LEEG = "Kies eerst een of meer dossiers in de lijst."


def vergrendel_selectie(ids: Sequence[UUID]) -> list[Traject]:
    """The chosen trajecten that this person may see, locked, by name. What belongs to others is not there."""
    trajecten = list(
        Traject.objects.select_for_update(of=("self",))
        .select_related("begeleider", "eigenaar")
        .filter(pk__in=list(ids))
        .order_by("sorteernaam", "pk")
    )
    if not trajecten:
        raise DomainError(LEEG)
    return trajecten


def uitkomst(traject: Traject, zin: str, *, ok: bool) -> dict[str, Any]:
    """One line of the result: which dossier, done or not, and why in words."""
    return {"client": str(traject.client_id), "traject": str(traject.pk), "ok": ok, "zin": zin}


@transaction.atomic
def trajecten_toewijzen(
    *, ids: Sequence[UUID], begeleider: User, reden: str, door: Toegang, vandaag: date
) -> Bulkactie:
    """Give these dossiers to one person. A dossier somebody already follows asks a reason; what cannot stays."""
    trajecten = vergrendel_selectie(ids)
    leden = begeleider.lidmaatschappen.geldig_op(vandaag).filter(rol__in=BEGELEIDERROLLEN)
    ocmws = set(leden.values_list("organisatie_id", flat=True))
    bezwaren = {traject.pk: _bezwaar(traject, begeleider, ocmws) for traject in trajecten}
    mee = [traject for traject in trajecten if not bezwaren[traject.pk]]
    reden = reden.strip()
    if not reden and any(traject.begeleider_id for traject in mee):
        raise DomainError("Schrijf kort waarom de dossiers van begeleider veranderen: dat staat in elk dossier.")
    actie = Bulkactie.objects.create(
        eigenaar_id=trajecten[0].eigenaar_id,
        soort=Bulksoort.TOEWIJZEN,
        omschrijving=f"Begeleider: {begeleider.naam}",
        door_id=door.user_id,
        resultaat=[
            uitkomst(traject, bezwaren[traject.pk] or _gedaan(traject, begeleider), ok=not bezwaren[traject.pk])
            for traject in trajecten
        ],
    )
    Toewijzing.objects.bulk_create(
        [_toewijzing(traject, begeleider, reden=reden, door=door, actie=actie) for traject in mee]
    )
    _zet_begeleider(mee, begeleider.pk)
    _vertel(mee, f"Begeleider: {begeleider.naam}", tekst=reden, datum=vandaag, door=door)
    return actie


def _bezwaar(traject: Traject, begeleider: User, ocmws: set[int]) -> str:
    if not traject.is_open:
        return "Dit dossier is afgesloten. Heropen het eerst."
    if traject.eigenaar_id not in ocmws:
        return f"{begeleider.naam} werkt niet bij {traject.eigenaar}."
    if traject.begeleider_id == begeleider.pk:
        return f"{begeleider.naam} volgt dit dossier al op."
    return ""


def _gedaan(traject: Traject, begeleider: User) -> str:
    van = f"Van {traject.begeleider.naam} naar" if traject.begeleider else "Toegewezen aan"
    return f"{van} {begeleider.naam}."


def _toewijzing(
    traject: Traject, begeleider: User, *, reden: str, door: Toegang, actie: Bulkactie | None = None
) -> Toewijzing:
    """What somebody takes upon themselves is not new to them."""
    return Toewijzing(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        van_begeleider_id=traject.begeleider_id,
        naar_begeleider=begeleider,
        reden=reden,
        actie=actie,
        door_id=door.user_id,
        gezien_op=timezone.now() if begeleider.pk == door.user_id else None,
    )


def noteer_toewijzing(traject: Traject, begeleider: User, *, reden: str, door: Toegang) -> None:
    """For the service that changes one traject itself: call it before the change."""
    if traject.begeleider_id != begeleider.pk:
        _toewijzing(traject, begeleider, reden=reden, door=door).save()


def _zet_begeleider(trajecten: Sequence[Traject], user_id: int | None) -> None:
    Traject.objects.filter(pk__in=[traject.pk for traject in trajecten]).update(
        begeleider_id=user_id, versie=F("versie") + 1, updated_at=timezone.now()
    )


def _vertel(trajecten: Sequence[Traject], titel: str, *, datum: date, door: Toegang, tekst: str = "") -> None:
    """The same line in the story of every client, in one query."""
    Tijdlijnitem.objects.bulk_create(
        [
            Tijdlijnitem(
                eigenaar_id=traject.eigenaar_id,
                client_id=traject.client_id,
                soort="wijziging",
                titel=titel,
                tekst=tekst,
                datum=datum,
                door_id=door.user_id,
            )
            for traject in trajecten
        ]
    )


@transaction.atomic
def toewijzing_ongedaan(*, actie: Bulkactie, door: Toegang, vandaag: date) -> Bulkactie:
    """Every dossier back to who followed it before; one that changed hands again meanwhile stays where it is."""
    actie = Bulkactie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    if actie.soort != Bulksoort.TOEWIJZEN:
        raise DomainError("Deze actie kan niet ongedaan gemaakt worden.")
    if actie.ongedaan_op:
        raise DomainError("Deze actie is al ongedaan gemaakt.")
    rijen = list(actie.toewijzingen.filter(ongedaan_op=None).select_related("van_begeleider", "naar_begeleider"))
    trajecten = {t.pk: t for t in Traject.objects.select_for_update(of=("self",)).filter(pk__in=_trajecten(rijen))}
    zinnen: dict[str, tuple[str, bool]] = {}
    terug: dict[int | None, list[Traject]] = {}
    for rij in rijen:
        traject = trajecten[rij.traject_id]
        if traject.begeleider_id != rij.naar_begeleider_id or not traject.is_open:
            zinnen[str(traject.pk)] = ("Intussen veranderd: dit dossier blijft zoals het is.", False)
            continue
        terug.setdefault(rij.van_begeleider_id, []).append(traject)
        naam = rij.van_begeleider.naam if rij.van_begeleider else "niemand"
        zinnen[str(traject.pk)] = (f"Teruggezet: begeleider is weer {naam}.", True)
    namen = {rij.van_begeleider_id: rij.van_begeleider for rij in rijen}
    for user_id, groep in terug.items():
        vorige = namen[user_id]
        _zet_begeleider(groep, user_id)
        titel = f"Begeleider weer: {vorige.naam}" if vorige else "Begeleider weer: nog niemand"
        _vertel(groep, titel, tekst="De toewijzing is ongedaan gemaakt.", datum=vandaag, door=door)
    nu = timezone.now()
    actie.toewijzingen.filter(traject_id__in=[t.pk for groep in terug.values() for t in groep]).update(ongedaan_op=nu)
    for regel in actie.resultaat:
        if regel["traject"] in zinnen:
            regel["zin"], regel["ok"] = zinnen[regel["traject"]]
    actie.ongedaan_op = nu
    actie.save(update_fields=["ongedaan_op", "resultaat"])
    return actie


def _trajecten(rijen: Sequence[Toewijzing]) -> list[UUID]:
    return [rij.traject_id for rij in rijen]


def toewijzing_gezien(*, traject: Traject, door: Toegang) -> None:
    """The one who got this dossier opened it: it is not new to them any more."""
    Toewijzing.objects.filter(traject=traject, naar_begeleider_id=door.user_id, gezien_op=None).update(
        gezien_op=timezone.now()
    )
