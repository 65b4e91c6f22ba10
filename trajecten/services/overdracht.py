"""Moving house: ask another OCMW to take over a file, and take it over. The only place that works on two sides.

The sender's row is always locked first. The package is encrypted for one transfer and one receiver, and wiped the
moment it is decided. What is written for the other side is written in that side's own scope, in the same transaction.
"""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from regie.accounts.models import User
from regie.core.audit import record_event
from regie.core.crypto import ontsleutel, versleutel
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope, gebied_context
from trajecten.enums import TrajectStatus
from trajecten.enums_verhuis import (
    ALTIJD_IN_PAKKET,
    Grondslag,
    Instemming,
    OverdrachtStatus,
    Pakketdeel,
    ToestemmingSoort,
)
from trajecten.models import Overdracht, Overname, Toestemming, Traject, UitstroomCode
from trajecten.notifications_overdracht import meld_overname
from trajecten.selectors.pakket import VERSIE, maak_pakket
from trajecten.services.spoor import noteer, vergrendel
from trajecten.services.uitpakken import Uitpakker
from trajecten.services.verloop import traject_afsluiten

VERHUIS = "VERHUIS"


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What somebody fills in to ask for a transfer."""

    naar: Organisatie
    datum: date
    reden: str
    instemming: str
    instemming_op: date
    onderdelen: tuple[str, ...]
    contact_naam: str
    contact_telefoon: str


def _doel(overdracht_id: object, ontvanger_id: int) -> str:
    """What the ciphertext is bound to: a package of one transfer cannot be opened for another one."""
    return f"trajecten.overname.pakket:{overdracht_id}:{ontvanger_id}"


def verpak(pakket: dict[str, Any], *, overdracht_id: object, ontvanger_id: int) -> str:
    return versleutel(json.dumps(pakket, cls=DjangoJSONEncoder), doel=_doel(overdracht_id, ontvanger_id))


def pak_uit(waarde_: str, *, overdracht_id: object, ontvanger_id: int) -> dict[str, Any]:
    pakket = json.loads(ontsleutel(waarde_, doel=_doel(overdracht_id, ontvanger_id)))
    if pakket["versie"] != VERSIE:
        raise DomainError("Dit pakket is gemaakt door een andere versie. Vraag de vrager om het te vernieuwen.")
    return pakket


@contextmanager
def _bij_ontvanger(overdracht: Overdracht) -> Iterator[None]:
    with gebied_context(overdracht.naar_gebied, [overdracht.naar_organisatie_id]):
        yield


@contextmanager
def _bij_vrager(overname: Overname) -> Iterator[None]:
    with gebied_context(overname.van_gebied, [overname.van_organisatie_id]):
        yield


@transaction.atomic
def overdracht_aanvragen(*, traject: Traject, aanvraag: Aanvraag, door: Toegang, vandaag: date) -> Overdracht:
    """Ask another OCMW to take over. It gets to see who asks, whom to ring, the day and which kinds of data."""
    traject = vergrendel(traject)
    onderdelen = _onderdelen(aanvraag.onderdelen)
    _controleer(traject, aanvraag, onderdelen, vandaag)
    overdracht = Overdracht(
        eigenaar_id=traject.eigenaar_id,
        client=traject.client,
        traject=traject,
        naar_gebied=aanvraag.naar.gebied,
        naar_organisatie_id=aanvraag.naar.pk,
        naar_naam=aanvraag.naar.naam,
        datum=aanvraag.datum,
        reden=aanvraag.reden,
        instemming=aanvraag.instemming,
        instemming_op=aanvraag.instemming_op,
        onderdelen=onderdelen,
        contact_naam=aanvraag.contact_naam,
        contact_telefoon=aanvraag.contact_telefoon,
        traject_versie=traject.versie,
        vervalt_op=max(aanvraag.datum, vandaag) + timedelta(days=int(waarde("overdracht_vervalt", op=vandaag))),
        door_id=door.user_id,
    )
    overdracht.full_clean()
    overdracht.save()
    _noteer_toestemming(overdracht, door)
    titel = f"Overdracht gevraagd aan {overdracht.naar_naam}"
    noteer(traject.client, "status", titel, datum=vandaag, door=door, is_mijlpaal=True)
    record_event("overdracht.gevraagd", overdracht, door=door, naar=aanvraag.naar.pk)
    _leg_klaar(overdracht, maak_pakket(traject, onderdelen))
    return overdracht


def _onderdelen(gekozen: Collection[str]) -> list[str]:
    alle = {*ALTIJD_IN_PAKKET, *gekozen}
    if Pakketdeel.GEVOELIG in alle:
        alle.add(Pakketdeel.DREMPELS)
    return [deel.value for deel in Pakketdeel if deel in alle]


def _controleer(traject: Traject, aanvraag: Aanvraag, onderdelen: list[str], vandaag: date) -> None:
    fouten = bezwaren_overdracht(traject)
    if aanvraag.naar.pk == traject.eigenaar_id:
        fouten.append("Kies een ander OCMW dan het jouwe.")
    if aanvraag.instemming_op > vandaag:
        fouten.append("De dag waarop de cliënt instemde ligt in de toekomst.")
    if Pakketdeel.GEVOELIG in onderdelen and aanvraag.instemming != Instemming.SCHRIFTELIJK:
        fouten.append("Gevoelige drempels geef je alleen door als de cliënt daar schriftelijk mee instemde.")
    if fouten:
        raise DomainErrors(fouten)


def bezwaren_overdracht(traject: Traject | None) -> list[str]:
    """Why a file cannot be passed on now, in sentences."""
    if traject is None or not traject.is_open:
        return ["Er is geen open traject. Het nieuwe OCMW kan de cliënt zelf aanmelden."]
    if traject.status == TrajectStatus.NAZORG:
        return [
            "De cliënt is uitgestroomd. De nazorg blijft bij jouw OCMW, zodat de meting doorloopt. Wil het nieuwe "
            "OCMW opnieuw begeleiden, dan meldt het de cliënt daar aan."
        ]
    if Overdracht.objects.filter(traject=traject, status=OverdrachtStatus.AANGEVRAAGD).exists():
        return ["Voor dit traject loopt al een overdracht. Trek ze eerst in als je ze wilt wijzigen."]
    return []


def _noteer_toestemming(overdracht: Overdracht, door: Toegang) -> None:
    Toestemming.objects.create(
        eigenaar_id=overdracht.eigenaar_id,
        client=overdracht.client,
        soort=ToestemmingSoort.OVERDRACHT,
        met_wie=overdracht.naar_naam,
        overdracht=overdracht,
        toelichting=", ".join(Pakketdeel(deel).label for deel in overdracht.onderdelen)[:300],
        grondslag=Grondslag.TOESTEMMING,
        instemming=overdracht.instemming,
        van=overdracht.instemming_op,
        door_id=door.user_id,
    )


def _leg_klaar(overdracht: Overdracht, pakket: dict[str, Any]) -> None:
    """The row of the receiver, in its own scope; who works there gets a mail without names."""
    scope, van = current_scope(), overdracht.eigenaar
    with _bij_ontvanger(overdracht):
        overname = Overname(
            id=overdracht.pk,
            eigenaar_id=overdracht.naar_organisatie_id,
            van_gebied=scope.gebied,
            van_organisatie_id=van.pk,
            van_naam=van.naam,
            datum=overdracht.datum,
            onderdelen=overdracht.onderdelen,
            contact_naam=overdracht.contact_naam,
            contact_telefoon=overdracht.contact_telefoon,
            vervalt_op=overdracht.vervalt_op,
            pakket=verpak(pakket, overdracht_id=overdracht.pk, ontvanger_id=overdracht.naar_organisatie_id),
        )
        overname.save(force_insert=True)
        record_event("overname.gevraagd", overname, door=None)
        meld_overname(overname)


@transaction.atomic
def pakket_vernieuwen(*, overdracht: Overdracht, door: Toegang) -> Overdracht:
    """Put today's state of the file in the package; the choice of what goes along stays."""
    overdracht = _vergrendel_open(overdracht)
    traject = vergrendel(overdracht.traject)
    overdracht.traject_versie = traject.versie
    overdracht.save(update_fields=["traject_versie", "updated_at"])
    geheim = verpak(
        maak_pakket(traject, overdracht.onderdelen),
        overdracht_id=overdracht.pk,
        ontvanger_id=overdracht.naar_organisatie_id,
    )
    with _bij_ontvanger(overdracht):
        Overname.objects.filter(pk=overdracht.pk).update(pakket=geheim)
    record_event("overdracht.vernieuwd", overdracht, door=door)
    return overdracht


@transaction.atomic
def overdracht_intrekken(*, overdracht: Overdracht, door: Toegang, vandaag: date) -> Overdracht:
    overdracht = _vergrendel_open(overdracht)
    with _bij_ontvanger(overdracht):
        for overname in Overname.objects.filter(pk=overdracht.pk):
            _sluit_overname(overname, OverdrachtStatus.INGETROKKEN)
    _sluit_overdracht(overdracht, OverdrachtStatus.INGETROKKEN, door=door, vandaag=vandaag)
    return overdracht


@transaction.atomic
def overname_weigeren(*, overname: Overname, reden: str, voorstel: str, door: Toegang, vandaag: date) -> Overname:
    """No, with a reason and what to do instead; the sender reads both."""
    if not reden.strip() or not voorstel.strip():
        raise DomainError("Schrijf waarom je het dossier niet overneemt, en wat je voorstelt.")
    wie = f"{User.objects.get(pk=door.user_id).naam}, {overname.eigenaar.naam}"
    with _bij_vrager(overname):
        overdracht = _vergrendel_open(Overdracht.objects.get(pk=overname.pk))
        overdracht.weigerreden, overdracht.voorstel, overdracht.beslist_door = reden.strip(), voorstel.strip(), wie
        _sluit_overdracht(overdracht, OverdrachtStatus.GEWEIGERD, door=door, vandaag=vandaag)
    overname = _vergrendel_overname(overname)
    overname.weigerreden, overname.voorstel = reden.strip(), voorstel.strip()
    _sluit_overname(overname, OverdrachtStatus.GEWEIGERD, door=door)
    return overname


@transaction.atomic
def overname_aanvaarden(
    *, overname: Overname, begeleider: User, in_bestaand: bool, door: Toegang, vandaag: date
) -> Traject:
    """Unpack into the receiving OCMW and close the file at the sending one: both, or neither."""
    overname = _vergrendel_na_vrager(overname)
    if vandaag < overname.datum:
        raise DomainError(
            f"Overnemen kan vanaf {overname.datum:%d/%m/%Y}. Tot dan begeleidt {overname.van_naam} de cliënt."
        )
    pakket = pak_uit(overname.pakket, overdracht_id=overname.pk, ontvanger_id=overname.eigenaar_id)
    traject = Uitpakker(pakket, overname.eigenaar, overname.van_naam, begeleider, door, vandaag).doe(
        in_bestaand=in_bestaand
    )
    overname.client = traject.client
    _sluit_overname(overname, OverdrachtStatus.AANVAARD, door=door)
    wie = f"{User.objects.get(pk=door.user_id).naam}, {overname.eigenaar.naam}"
    nummer = traject.client.dossiernummer
    with _bij_vrager(overname):
        _sluit_bij_vrager(Overdracht.objects.get(pk=overname.pk), nummer, wie, door, vandaag)
    return traject


def _vergrendel_na_vrager(overname: Overname) -> Overname:
    """Both rows locked, the sender's first; refuses what is decided, expired or changed meanwhile."""
    with _bij_vrager(overname):
        overdracht = _vergrendel_open(Overdracht.objects.get(pk=overname.pk))
        verouderd = vergrendel(overdracht.traject).versie != overdracht.traject_versie
    if verouderd:
        raise DomainError(
            f"Het dossier is bij {overname.van_naam} gewijzigd sinds de vraag. Bel {overname.contact_naam} "
            f"({overname.contact_telefoon}) om het pakket te vernieuwen."
        )
    return _vergrendel_overname(overname)


def _sluit_bij_vrager(overdracht: Overdracht, nummer: str, wie: str, door: Toegang, vandaag: date) -> None:
    overdracht.nieuw_dossiernummer, overdracht.beslist_door = nummer, wie
    traject_afsluiten(
        traject=overdracht.traject,
        uitstroomcode=UitstroomCode.objects.get(pk=VERHUIS),
        datum=vandaag,
        motivering=f"Overgedragen aan {overdracht.naar_naam}, dossier {nummer}.",
        door=door,
        vandaag=vandaag,
    )
    _sluit_overdracht(overdracht, OverdrachtStatus.AANVAARD, door=door, vandaag=vandaag)


@transaction.atomic
def overdrachten_laten_vervallen(*, vandaag: date) -> int:
    """Nightly, on the sender's side: what nobody answered in time ends, and its package with it."""
    te_laat = Overdracht.objects.filter(status=OverdrachtStatus.AANGEVRAAGD, vervalt_op__lt=vandaag)
    aantal = 0
    for overdracht in te_laat.order_by("pk").select_for_update(of=("self",)):
        with _bij_ontvanger(overdracht):
            for overname in Overname.objects.filter(pk=overdracht.pk):
                _sluit_overname(overname, OverdrachtStatus.VERVALLEN)
        _sluit_overdracht(overdracht, OverdrachtStatus.VERVALLEN, door=None, vandaag=vandaag)
        aantal += 1
    return aantal


def _vergrendel_open(overdracht: Overdracht) -> Overdracht:
    rij = (
        Overdracht.objects.select_for_update(of=("self",))
        .select_related("traject", "client", "eigenaar", "naar_gebied")
        .get(pk=overdracht.pk)
    )
    if not rij.is_open:
        raise DomainError(f"Over deze overdracht is al beslist: {rij.get_status_display()}.")
    return rij


def _vergrendel_overname(overname: Overname) -> Overname:
    rijen = Overname.objects.select_for_update(of=("self",)).select_related("eigenaar", "van_gebied")
    return rijen.get(pk=overname.pk)


_VERHAAL = {
    OverdrachtStatus.INGETROKKEN: "Overdracht aan {naar} ingetrokken",
    OverdrachtStatus.GEWEIGERD: "{naar} neemt het dossier niet over",
    OverdrachtStatus.VERVALLEN: "Overdracht aan {naar} vervallen: geen antwoord",
    OverdrachtStatus.AANVAARD: "Overgedragen aan {naar}",
}


def _sluit_overdracht(
    overdracht: Overdracht, status: OverdrachtStatus, *, door: Toegang | None, vandaag: date
) -> None:
    overdracht.status, overdracht.beslist_op = status, timezone.now()
    overdracht.save()
    if status != OverdrachtStatus.AANVAARD:  # what was agreed to did not happen
        Toestemming.objects.filter(overdracht=overdracht, tot=None).update(tot=max(vandaag, overdracht.instemming_op))
    tekst = {
        OverdrachtStatus.GEWEIGERD: f"{overdracht.weigerreden} Voorstel: {overdracht.voorstel}",
        OverdrachtStatus.AANVAARD: f"Daar heet het dossier {overdracht.nieuw_dossiernummer}.",
    }.get(status, "")
    titel = _VERHAAL[status].format(naar=overdracht.naar_naam)
    noteer(overdracht.client, "status", titel, tekst=tekst, datum=vandaag, door=door, is_mijlpaal=True)
    record_event(f"overdracht.{status.lower()}", overdracht, door=door)


def _sluit_overname(overname: Overname, status: OverdrachtStatus, *, door: Toegang | None = None) -> None:
    """Decided: the package is gone, whatever the answer was."""
    overname.status, overname.beslist_op, overname.pakket = status, timezone.now(), ""
    overname.beslist_door_id = door.user_id if door else None
    overname.save()
    record_event(f"overname.{status.lower()}", overname, door=door)
