"""A list of clients becomes dossiers: staged, judged, decided, confirmed, and written in batches.

Everything that is written goes through the services the screens use too. A batch is one transaction; a worker that
dies loses at most the batch it was in, and the next one goes on where it stopped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

import pghistory
from celery import current_app
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.inlezen.lijst import Lijst
from regie.core.inlezen.modellen import OPEN, Inlaadstatus
from regie.core.inlezen.rijen import Probleem
from regie.core.models import Organisatie
from regie.core.notatie import meervoud
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.tasks import queue_on_commit
from regie.core.tenancy import current_scope
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.models import Client, InlaadRij, Inlading, Inzage
from trajecten.selectors.inladen import mag_inladen, toegang_van
from trajecten.services.inladen_rij import Verwerker

BATCH = 200
STIL = timedelta(minutes=5)
MAX_HERVAT = 5
TAAK = "trajecten.tasks.clienten_inladen"
UITKOMSTEN = ("aangemaakt", "bijgewerkt", "ongewijzigd", "overgeslagen", "mislukt")
TE_DOEN = (Oordeel.NIEUW, Oordeel.BIJWERKEN, Oordeel.MOGELIJK_DUBBEL)


@dataclass(frozen=True, slots=True)
class Verschil:
    """A change to a dossier: as text for people, and the value to write. `was` guards against a change in between."""

    veld: str
    oud: str
    nieuw: str
    waarde: Any
    was: Any = None


@dataclass(slots=True)
class RijOordeel:
    """What an import makes of one row."""

    rijnummer: int
    oordeel: Oordeel
    velden: dict[str, Any] = field(default_factory=dict)
    afgeleid: dict[str, Any] = field(default_factory=dict)
    problemen: list[Probleem] = field(default_factory=list)
    verschillen: list[Verschil] = field(default_factory=list)
    client: str | None = None
    gelijkt_op_rij: int | None = None
    redenen: tuple[str, ...] = ()


@transaction.atomic
def inlading_maken(
    *, bestandsnaam: str, sha256: str, lijsten: Sequence[Lijst], eigenaar: Organisatie, door: Toegang
) -> list[Inlading]:
    """Stage every usable sheet of a file, encrypted; the person picks one in the next step."""
    if eigenaar.pk not in door.organisatie_ids:
        raise DomainError("Je kunt alleen inladen voor een OCMW waar je zelf werkt.")
    inladingen = []
    for lijst in lijsten:
        inlading = Inlading.objects.create(
            eigenaar=eigenaar,
            bestandsnaam=bestandsnaam[-200:],
            sha256=sha256,
            blad=lijst.blad[:120],
            kopregel=lijst.kopregel,
            kolommen=lijst.kolommen,
            koppeling={str(index): veld for index, veld in lijst.koppeling.items()},
            door_id=door.user_id,
        )
        InlaadRij.objects.bulk_create(
            (
                InlaadRij(eigenaar_id=eigenaar.pk, inlading=inlading, rijnummer=nummer, ruw=cellen)
                for nummer, cellen in lijst.rijen
            ),
            batch_size=1000,
        )
        inladingen.append(inlading)
    record_event("inlading.opgeladen", inladingen[0], door=door, bladen=len(inladingen))
    return inladingen


@transaction.atomic
def inlading_nakijken(
    *, inlading: Inlading, koppeling: Mapping[int, str], oordelen: Iterable[RijOordeel], door: Toegang
) -> Inlading:
    """Keep the verdicts; the other sheets of this file that nobody chose are dropped."""
    inlading = _vergrendel(inlading)
    if inlading.status not in OPEN:
        raise DomainError("Dit bestand is al ingeladen. Kies het opnieuw als je het nog eens wilt nakijken.")
    rijen = {rij.rijnummer: rij for rij in InlaadRij.objects.filter(inlading=inlading).order_by("rijnummer")}
    for oordeel in oordelen:
        _neem_over(rijen[oordeel.rijnummer], oordeel)
    InlaadRij.objects.bulk_create(
        rijen.values(),
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["schoon", "oordeel", "problemen", "verschillen", "client", "gelijkt_op_rij", "besluit"],
    )
    inlading.koppeling = {str(index): veld for index, veld in koppeling.items()}
    inlading.status = Inlaadstatus.NAKIJKEN
    inlading.telling = _telling(inlading)
    inlading.telling["velden"] = sum(
        len(rij.verschillen or ()) for rij in rijen.values() if rij.oordeel == Oordeel.BIJWERKEN
    )
    inlading.save(update_fields=["koppeling", "status", "telling", "updated_at"])
    _annuleer(
        Inlading.objects.filter(
            eigenaar_id=inlading.eigenaar_id,
            sha256=inlading.sha256,
            door_id=door.user_id,
            status=Inlaadstatus.KOPPELEN,
        )
    )
    return inlading


def _neem_over(rij: InlaadRij, oordeel: RijOordeel) -> None:
    rij.schoon = {"velden": oordeel.velden, "afgeleid": oordeel.afgeleid, "redenen": list(oordeel.redenen)}
    rij.oordeel = oordeel.oordeel
    rij.problemen = [asdict(probleem) for probleem in oordeel.problemen]
    rij.verschillen = [asdict(verschil) for verschil in oordeel.verschillen]
    rij.client_id = oordeel.client
    rij.gelijkt_op_rij = oordeel.gelijkt_op_rij
    rij.besluit = ""


def _telling(inlading: Inlading) -> dict[str, int]:
    """{verdict: number of rows}, every verdict present."""
    rijen = InlaadRij.objects.filter(inlading=inlading).order_by()
    aantallen = dict(rijen.values_list("oordeel").annotate(n=Count("pk")))
    return {str(oordeel): aantallen.get(oordeel, 0) for oordeel in Oordeel}


@transaction.atomic
def inlading_besluiten(*, inlading: Inlading, besluiten: Mapping[int, str], door: Toegang) -> int:
    """Keep what was decided about rows that may be known; '' takes a decision back. Gives the number of rows."""
    inlading = _vergrendel(inlading)
    if inlading.status != Inlaadstatus.NAKIJKEN:
        raise DomainError("Dit bestand is al bevestigd. Je keuze is niet meer te wijzigen.")
    rijen = list(
        InlaadRij.objects.filter(
            inlading=inlading, oordeel=Oordeel.MOGELIJK_DUBBEL, rijnummer__in=list(besluiten)
        ).order_by("rijnummer")
    )
    for rij in rijen:
        besluit = besluiten[rij.rijnummer]
        if besluit and besluit not in Besluit.values:
            raise DomainError(f"Rij {rij.rijnummer}: kies zelfde persoon, andere persoon of overslaan.")
        rij.besluit = besluit
    InlaadRij.objects.bulk_update(rijen, ["besluit"], batch_size=1000)
    return len(rijen)


@transaction.atomic
def inlading_rest_overslaan(*, inlading: Inlading) -> int:
    """Skip every row that may be known and about which nothing was decided."""
    inlading = _vergrendel(inlading)
    if inlading.status != Inlaadstatus.NAKIJKEN:
        raise DomainError("Dit bestand is al bevestigd. Je keuze is niet meer te wijzigen.")
    return _onbeslist(inlading).update(besluit=Besluit.OVERSLAAN)


def _onbeslist(inlading: Inlading) -> Any:
    return InlaadRij.objects.filter(inlading=inlading, oordeel=Oordeel.MOGELIJK_DUBBEL, besluit="")


@transaction.atomic
def inlading_bevestigen(*, inlading: Inlading, door: Toegang) -> bool:
    """Start writing in the background. False when somebody confirmed before: a second click changes nothing."""
    if not inlading_overnemen(inlading=inlading, door=door):
        return False
    inlading_inplannen(inlading)
    return True


@transaction.atomic
def inlading_overnemen(*, inlading: Inlading, door: Toegang) -> bool:
    """Everything is decided: from here on only batches change this file. False when that was so already."""
    inlading = _vergrendel(inlading)
    if inlading.status != Inlaadstatus.NAKIJKEN:
        return False
    if open_keuzes := _onbeslist(inlading).count():
        raise DomainError(
            f"Kies eerst bij {meervoud(open_keuzes, 'rij', 'rijen')} of het om dezelfde persoon gaat, of sla die over."
        )
    nu = timezone.now()
    klaar = InlaadRij.objects.filter(inlading=inlading).exclude(oordeel__in=TE_DOEN).update(verwerkt_op=nu)
    inlading.status, inlading.voortgang = Inlaadstatus.BEZIG, klaar
    inlading.resultaat = dict.fromkeys(UITKOMSTEN, 0)
    inlading.save(update_fields=["status", "voortgang", "resultaat", "updated_at"])
    record_event("inlading.bevestigd", inlading, door=door, **inlading.telling)
    return True


def inlading_inplannen(inlading: Inlading) -> None:
    """Queue the next batch after commit. By name: tasks stand above services."""
    scope = current_scope()
    queue_on_commit(
        current_app.signature(TAAK),  # type: ignore[arg-type]  # a signature is queued like its task
        gebied_id=scope.gebied.pk,
        organisatie_ids=[inlading.eigenaar_id],
        lid_van=[inlading.eigenaar_id],
        inlading_id=str(inlading.pk),
    )


@transaction.atomic
def inlading_verwerken(*, inlading_id: str, vandaag: date) -> bool:
    """Write the next batch. True when there is nothing left to do, or when somebody else is at it."""
    inlading = (
        Inlading.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("eigenaar")
        .filter(pk=inlading_id, status=Inlaadstatus.BEZIG)
        .first()
    )
    if inlading is None:
        return True
    door = toegang_van(inlading.door_id, vandaag=vandaag)
    if not mag_inladen(door, inlading.eigenaar_id):
        _rond_af(
            inlading, door=None, melding="Wie dit bestand inlaadde, mag dat niet meer. De rest is niet ingeladen."
        )
        return True
    assert door is not None  # noqa: S101  # mag_inladen refuses nobody
    rijen = list(InlaadRij.objects.filter(inlading=inlading, verwerkt_op=None).order_by("rijnummer")[:BATCH])
    with pghistory.context(inlading=str(inlading.pk), user=door.user_id):
        Verwerker(inlading=inlading, rijen=rijen, door=door, vandaag=vandaag).verwerk()
    InlaadRij.objects.bulk_update(rijen, ["oordeel", "problemen", "client", "verwerkt_op"])
    inlading.voortgang += len(rijen)
    if len(rijen) < BATCH:
        _rond_af(inlading, door=door)
        return True
    inlading.save(update_fields=["voortgang", "resultaat", "updated_at"])
    return False


def _rond_af(inlading: Inlading, *, door: Toegang | None, melding: str = "") -> None:
    inlading.status, inlading.afgerond_op = Inlaadstatus.KLAAR, timezone.now()
    inlading.telling = {**inlading.telling, **_telling(inlading)}
    if melding:
        inlading.resultaat["melding"] = melding
    inlading.save(update_fields=["status", "afgerond_op", "telling", "voortgang", "resultaat", "updated_at"])
    aantallen = {naam: n for naam, n in inlading.resultaat.items() if isinstance(n, int)}
    record_event("inlading.afgerond", inlading, door=door, **aantallen)


def dossiers_gelezen(*, clienten: Sequence[Client], pagina: str, door: Toegang) -> None:
    """The read log of dossiers whose data stood beside a row of a file."""
    Inzage.objects.bulk_create(
        Inzage(eigenaar_id=client.eigenaar_id, client_id=client.pk, user_id=door.user_id, pagina=pagina)
        for client in clienten
    )


@transaction.atomic
def inlading_annuleren(*, inlading: Inlading, door: Toegang) -> None:
    """Stop before anything was written; the staged rows go."""
    inlading = _vergrendel(inlading)
    if inlading.status not in OPEN:
        raise DomainError("Dit bestand is al ingeladen en kan niet meer geannuleerd worden.")
    _annuleer(Inlading.objects.filter(pk=inlading.pk))
    record_event("inlading.geannuleerd", inlading, door=door)


def _annuleer(inladingen: Any) -> None:
    InlaadRij.objects.filter(inlading__in=inladingen).delete()
    inladingen.update(status=Inlaadstatus.GEANNULEERD, updated_at=timezone.now())


def _vergrendel(inlading: Inlading) -> Inlading:
    return Inlading.objects.select_for_update(of=("self",)).select_related("eigenaar").get(pk=inlading.pk)


@transaction.atomic
def oude_inladingen_opruimen(*, vandaag: date) -> int:
    """Remove the rows of files older than the parameter import_bewaren; what came of them stays countable."""
    grens = timezone.now() - timedelta(days=int(waarde("import_bewaren", op=vandaag)))
    oud = Inlading.objects.filter(created_at__lt=grens)
    verwijderd = InlaadRij.objects.filter(inlading__in=oud).delete()[0]
    oud.filter(status__in=OPEN).update(status=Inlaadstatus.GEANNULEERD)
    return verwijderd


@transaction.atomic
def stilgevallen_inladingen_hervatten(*, na: timedelta = STIL) -> int:
    """Queue again what a dead worker or an unreachable broker left behind; a run that lives holds its row locked.

    What keeps stopping is ended and said, so that nobody waits for it.
    """
    stil = Inlading.objects.filter(status=Inlaadstatus.BEZIG, updated_at__lt=timezone.now() - na).order_by("pk")
    inladingen = list(stil.select_for_update(of=("self",), skip_locked=True))
    for inlading in inladingen:
        inlading.resultaat["hervat"] = inlading.resultaat.get("hervat", 0) + 1
        if inlading.resultaat["hervat"] > MAX_HERVAT:
            _rond_af(inlading, door=None, melding="Het inladen liep vast. Laad de rest opnieuw in of vraag hulp.")
            continue
        inlading.save(update_fields=["resultaat", "updated_at"])
        inlading_inplannen(inlading)
    return len(inladingen)
