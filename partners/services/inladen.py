"""A list of employers becomes cards: kept, judged, decided, confirmed, and written in batches.

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

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.models import Lijstrij, Werkgeverslijst
from partners.selectors.inladen import mag_inladen, toegang_van
from partners.services.inladen_rij import Verwerker
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

BATCH = 200
STIL = timedelta(minutes=5)
MAX_HERVAT = 5
TAAK = "partners.tasks.werkgevers_inladen"
UITKOMSTEN = ("aangemaakt", "aangevuld", "ongewijzigd", "overgeslagen", "mislukt")
TE_DOEN = (Lijstoordeel.NIEUW, Lijstoordeel.AANVULLEN, Lijstoordeel.MOGELIJK_BEKEND, Lijstoordeel.ONGEWIJZIGD)
AL_BEVESTIGD = "Dit bestand is al bevestigd. Je keuze is niet meer te wijzigen."


@dataclass(frozen=True, slots=True)
class Verschil:
    """What a row adds to a card, as text for people; the value stands in the fields of the row."""

    veld: str
    nieuw: str


@dataclass(slots=True)
class RijOordeel:
    """What loading makes of one row."""

    rijnummer: int
    oordeel: Lijstoordeel
    velden: dict[str, Any] = field(default_factory=dict)
    problemen: list[Probleem] = field(default_factory=list)
    verschillen: list[Verschil] = field(default_factory=list)
    werkgever: str | None = None
    gelijkt_op_rij: int | None = None
    afdruk: str = ""
    redenen: tuple[str, ...] = ()


@transaction.atomic
def werkgeverslijst_maken(
    *, bestandsnaam: str, sha256: str, lijsten: Sequence[Lijst], eigenaar: Organisatie, door: Toegang
) -> list[Werkgeverslijst]:
    """Keep every usable sheet of a file, encrypted; the person picks one in the next step."""
    if eigenaar.pk not in door.lid_van:
        raise DomainError("Je kunt alleen inladen voor een organisatie waar je zelf bij hoort.")
    gemaakt = []
    for lijst in lijsten:
        nieuw = Werkgeverslijst.objects.create(
            eigenaar=eigenaar,
            bestandsnaam=bestandsnaam[-200:],
            sha256=sha256,
            blad=lijst.blad[:120],
            kopregel=lijst.kopregel,
            kolommen=lijst.kolommen,
            koppeling={str(index): veld for index, veld in lijst.koppeling.items()},
            door_id=door.user_id,
        )
        rijen = (
            Lijstrij(eigenaar_id=eigenaar.pk, lijst=nieuw, rijnummer=nummer, ruw=cellen)
            for nummer, cellen in lijst.rijen
        )
        Lijstrij.objects.bulk_create(rijen, batch_size=1000)
        gemaakt.append(nieuw)
    record_event("werkgeverslijst.opgeladen", gemaakt[0], door=door, bladen=len(gemaakt))
    return gemaakt


@transaction.atomic
def werkgeverslijst_nakijken(
    *, lijst: Werkgeverslijst, koppeling: Mapping[int, str], oordelen: Iterable[RijOordeel], door: Toegang
) -> Werkgeverslijst:
    """Keep the verdicts; the other sheets of this file that nobody chose are dropped."""
    lijst = _vergrendel(lijst)
    if lijst.status not in OPEN:
        raise DomainError("Dit bestand is al ingeladen. Kies het opnieuw als je het nog eens wilt nakijken.")
    rijen = {rij.rijnummer: rij for rij in Lijstrij.objects.filter(lijst=lijst).order_by("rijnummer")}
    for oordeel in oordelen:
        _neem_over(rijen[oordeel.rijnummer], oordeel)
    Lijstrij.objects.bulk_create(
        rijen.values(),
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[
            "schoon",
            "oordeel",
            "problemen",
            "verschillen",
            "met_opmerking",
            "afdruk",
            "werkgever",
            "gelijkt_op_rij",
            "besluit",
        ],
    )
    lijst.koppeling = {str(index): veld for index, veld in koppeling.items()}
    lijst.status = Inlaadstatus.NAKIJKEN
    lijst.telling = _telling(lijst)
    lijst.save(update_fields=["koppeling", "status", "telling", "updated_at"])
    zelfde_bestand = Werkgeverslijst.objects.filter(
        eigenaar_id=lijst.eigenaar_id, sha256=lijst.sha256, door_id=door.user_id, status=Inlaadstatus.KOPPELEN
    )
    _annuleer(zelfde_bestand)
    return lijst


def _neem_over(rij: Lijstrij, oordeel: RijOordeel) -> None:
    rij.schoon = {"velden": oordeel.velden, "redenen": list(oordeel.redenen)}
    rij.oordeel = oordeel.oordeel
    rij.problemen = [asdict(probleem) for probleem in oordeel.problemen]
    rij.met_opmerking = bool(oordeel.problemen) and oordeel.oordeel != Lijstoordeel.OVERGESLAGEN
    rij.verschillen = [asdict(verschil) for verschil in oordeel.verschillen]
    rij.afdruk = oordeel.afdruk
    rij.werkgever_id = oordeel.werkgever
    rij.gelijkt_op_rij = oordeel.gelijkt_op_rij
    rij.besluit = ""


def _telling(lijst: Werkgeverslijst) -> dict[str, int]:
    """{verdict: number of rows}, every verdict present."""
    rijen = Lijstrij.objects.filter(lijst=lijst).order_by()
    aantallen = dict(rijen.values_list("oordeel").annotate(n=Count("pk")))
    opmerkingen = rijen.filter(met_opmerking=True).count()
    return {str(oordeel): aantallen.get(oordeel, 0) for oordeel in Lijstoordeel} | {"opmerkingen": opmerkingen}


@transaction.atomic
def werkgeverslijst_besluiten(*, lijst: Werkgeverslijst, besluiten: Mapping[int, str]) -> int:
    """Keep what was decided about rows that may be known. Gives the number of rows."""
    lijst = _vergrendel(lijst)
    if lijst.status != Inlaadstatus.NAKIJKEN:
        raise DomainError(AL_BEVESTIGD)
    te_kiezen = Lijstrij.objects.filter(lijst=lijst, oordeel=Lijstoordeel.MOGELIJK_BEKEND)
    rijen = list(te_kiezen.filter(rijnummer__in=list(besluiten)).order_by("rijnummer"))
    for rij in rijen:
        besluit = besluiten[rij.rijnummer]
        if besluit and besluit not in Lijstbesluit.values:
            raise DomainError(f"Rij {rij.rijnummer}: kies zelfde werkgever, andere werkgever of overslaan.")
        rij.besluit = besluit
    Lijstrij.objects.bulk_update(rijen, ["besluit"], batch_size=1000)
    return len(rijen)


@transaction.atomic
def werkgeverslijst_rest_overslaan(*, lijst: Werkgeverslijst) -> int:
    """Skip every row that may be known and about which nothing was decided."""
    lijst = _vergrendel(lijst)
    if lijst.status != Inlaadstatus.NAKIJKEN:
        raise DomainError(AL_BEVESTIGD)
    return _onbeslist(lijst).update(besluit=Lijstbesluit.OVERSLAAN)


def _onbeslist(lijst: Werkgeverslijst) -> Any:
    return Lijstrij.objects.filter(lijst=lijst, oordeel=Lijstoordeel.MOGELIJK_BEKEND, besluit="")


@transaction.atomic
def werkgeverslijst_bevestigen(*, lijst: Werkgeverslijst, door: Toegang) -> bool:
    """Start writing in the background. False when somebody confirmed before: a second click changes nothing."""
    if not werkgeverslijst_overnemen(lijst=lijst, door=door):
        return False
    _inplannen(lijst)
    return True


@transaction.atomic
def werkgeverslijst_overnemen(*, lijst: Werkgeverslijst, door: Toegang) -> bool:
    """Everything is decided: from here on only batches change this list. False when that was so already."""
    lijst = _vergrendel(lijst)
    if lijst.status != Inlaadstatus.NAKIJKEN:
        return False
    if open_keuzes := _onbeslist(lijst).count():
        rijen = meervoud(open_keuzes, "rij", "rijen")
        raise DomainError(f"Kies eerst bij {rijen} of het om dezelfde werkgever gaat, of sla die over.")
    nu = timezone.now()
    klaar = Lijstrij.objects.filter(lijst=lijst).exclude(oordeel__in=TE_DOEN).update(verwerkt_op=nu)
    lijst.status, lijst.voortgang = Inlaadstatus.BEZIG, klaar
    lijst.resultaat = dict.fromkeys(UITKOMSTEN, 0) | {"contactpersonen": 0, "contactmomenten": 0}
    lijst.save(update_fields=["status", "voortgang", "resultaat", "updated_at"])
    record_event("werkgeverslijst.bevestigd", lijst, door=door, **lijst.telling)
    return True


def _inplannen(lijst: Werkgeverslijst) -> None:
    """Queue the next batch after commit. By name: tasks stand above services."""
    queue_on_commit(
        current_app.signature(TAAK),  # type: ignore[arg-type]  # a signature is queued like its task
        gebied_id=current_scope().gebied.pk,
        organisatie_ids=[],
        lid_van=[lijst.eigenaar_id],
        lijst_id=str(lijst.pk),
    )


@transaction.atomic
def werkgeverslijst_verwerken(*, lijst_id: str, vandaag: date) -> bool:
    """Write the next batch. True when there is nothing left to do, or when somebody else is at it."""
    lijst = (
        Werkgeverslijst.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("eigenaar")
        .filter(pk=lijst_id, status=Inlaadstatus.BEZIG)
        .first()
    )
    if lijst is None:
        return True
    door = toegang_van(lijst.door_id, vandaag=vandaag)
    if door is None or not mag_inladen(door, lijst.eigenaar_id):
        melding = "Wie dit bestand inlaadde, mag dat niet meer. De rest is niet ingeladen."
        _rond_af(lijst, door=None, melding=melding)
        return True
    rijen = list(Lijstrij.objects.filter(lijst=lijst, verwerkt_op=None).order_by("rijnummer")[:BATCH])
    with pghistory.context(werkgeverslijst=str(lijst.pk), user=door.user_id):
        Verwerker(lijst=lijst, rijen=rijen, door=door, vandaag=vandaag).verwerk()
    Lijstrij.objects.bulk_update(rijen, ["oordeel", "problemen", "met_opmerking", "werkgever", "verwerkt_op"])
    lijst.voortgang += len(rijen)
    if len(rijen) < BATCH:
        _rond_af(lijst, door=door)
        return True
    lijst.save(update_fields=["voortgang", "resultaat", "updated_at"])
    return False


def _rond_af(lijst: Werkgeverslijst, *, door: Toegang | None, melding: str = "") -> None:
    lijst.status, lijst.afgerond_op = Inlaadstatus.KLAAR, timezone.now()
    lijst.telling = {**lijst.telling, **_telling(lijst)}
    if melding:
        lijst.resultaat["melding"] = melding
    lijst.save(update_fields=["status", "afgerond_op", "telling", "voortgang", "resultaat", "updated_at"])
    aantallen = {naam: n for naam, n in lijst.resultaat.items() if isinstance(n, int)}
    record_event("werkgeverslijst.afgerond", lijst, door=door, **aantallen)


@transaction.atomic
def werkgeverslijst_annuleren(*, lijst: Werkgeverslijst, door: Toegang) -> None:
    """Stop before anything was written; the kept rows go."""
    lijst = _vergrendel(lijst)
    if lijst.status not in OPEN:
        raise DomainError("Dit bestand is al ingeladen en kan niet meer geannuleerd worden.")
    _annuleer(Werkgeverslijst.objects.filter(pk=lijst.pk))
    record_event("werkgeverslijst.geannuleerd", lijst, door=door)


def _annuleer(lijsten: Any) -> None:
    Lijstrij.objects.filter(lijst__in=lijsten).delete()
    lijsten.update(status=Inlaadstatus.GEANNULEERD, updated_at=timezone.now())


def _vergrendel(lijst: Werkgeverslijst) -> Werkgeverslijst:
    return Werkgeverslijst.objects.select_for_update(of=("self",)).select_related("eigenaar").get(pk=lijst.pk)


@transaction.atomic
def oude_werkgeverslijsten_opruimen(vandaag: date) -> None:
    """Remove the rows of lists older than the parameter import_bewaren; what came of them stays countable."""
    grens = timezone.now() - timedelta(days=int(waarde("import_bewaren", op=vandaag)))
    oud = Werkgeverslijst.objects.filter(created_at__lt=grens)
    Lijstrij.objects.filter(lijst__in=oud).delete()
    oud.filter(status__in=OPEN).update(status=Inlaadstatus.GEANNULEERD)


@transaction.atomic
def stilgevallen_lijsten_hervatten(*, na: timedelta = STIL) -> int:
    """Queue again what a dead worker or an unreachable broker left behind; a run that lives holds its row locked.

    What keeps stopping is ended and said, so that nobody waits for it.
    """
    stil = Werkgeverslijst.objects.filter(status=Inlaadstatus.BEZIG, updated_at__lt=timezone.now() - na).order_by("pk")
    lijsten = list(stil.select_for_update(of=("self",), skip_locked=True))
    for lijst in lijsten:
        lijst.resultaat["hervat"] = lijst.resultaat.get("hervat", 0) + 1
        if lijst.resultaat["hervat"] > MAX_HERVAT:
            _rond_af(lijst, door=None, melding="Het inladen liep vast. Laad de rest opnieuw in of vraag hulp.")
            continue
        lijst.save(update_fields=["resultaat", "updated_at"])
        _inplannen(lijst)
    return len(lijsten)
