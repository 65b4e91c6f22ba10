"""A list becomes records: kept, judged, decided, confirmed, and written in batches.

Everything that is written goes through the services the screens use too. A batch is one transaction; a worker that
dies loses at most the batch it was in, and the next one goes on where it stopped.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar, Generic, TypeVar

import pghistory
from celery import current_app
from django.db import models, transaction
from django.db.models import Count
from django.utils import timezone

from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.inlezen.kolommen import Koppeling
from regie.core.inlezen.lijst import Lijst
from regie.core.inlezen.lijsten import onbeslist, rijen_van, toegang_van
from regie.core.inlezen.modellen import OPEN, Inlaadstatus, LijstVelden, RijVelden
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
AL_BEVESTIGD = "Dit bestand is al bevestigd. Je keuze is niet meer te wijzigen."


@dataclass(slots=True)
class RijOordeel:
    """What loading makes of one row."""

    rijnummer: int
    oordeel: str
    velden: dict[str, Any] = field(default_factory=dict)
    problemen: list[Probleem] = field(default_factory=list)
    verschillen: list[Any] = field(default_factory=list)  # dataclasses with what changes, as text for people
    gelijkt_op_rij: int | None = None
    redenen: tuple[str, ...] = ()


L = TypeVar("L", bound=LijstVelden)
R = TypeVar("R", bound=RijVelden)
O = TypeVar("O", bound=RijOordeel)  # noqa: E741  # an oordeel


class Lader(ABC, Generic[L, R, O]):
    """The way of a list of one kind. An app says in the attributes what it is, and below them what it becomes."""

    lijsten: type[L]
    rijen: type[R]
    soort: ClassVar[str]  # of the list, in the record of what happened
    lijst_veld: ClassVar[str]  # the field of a row that holds its list
    taak: ClassVar[str]  # by name: tasks stand above services. It gets <lijst_veld>_id
    over_dossiers: ClassVar[bool]  # whether writing needs the dossiers of the owner
    wie: ClassVar[str]
    niet_van_jou: ClassVar[str]
    oordelen: ClassVar[type[models.TextChoices]]
    keuzes: ClassVar[type[models.TextChoices]]
    te_doen: ClassVar[tuple[str, ...]]  # verdicts of rows that are written
    uitkomsten: ClassVar[tuple[str, ...]]  # what the result counts
    beoordeeld: ClassVar[tuple[str, ...]]  # own fields of a row that `neem_over` sets
    geschreven: ClassVar[tuple[str, ...]]  # own fields of a row that `schrijf` sets

    @abstractmethod
    def mag(self, toegang: Toegang, eigenaar_id: int) -> bool:
        """Whether somebody may load a list for this organisatie."""

    @abstractmethod
    def schrijf(self, lijst: L, rijen: Sequence[R], *, door: Toegang, vandaag: date) -> None:
        """Write rows to records, and in `lijst.resultaat` and the rows what came of it."""

    def gelezen(self, oordeel: O) -> dict[str, Any]:
        return {"velden": oordeel.velden, "redenen": list(oordeel.redenen)}

    def neem_over(self, rij: R, oordeel: O) -> None:
        rij.schoon = self.gelezen(oordeel)
        rij.oordeel = oordeel.oordeel
        rij.problemen = [asdict(probleem) for probleem in oordeel.problemen]
        rij.verschillen = [asdict(verschil) for verschil in oordeel.verschillen]
        rij.gelijkt_op_rij = oordeel.gelijkt_op_rij
        rij.besluit = ""

    def telling(self, lijst: L) -> dict[str, int]:
        """{verdict: number of rows}, every verdict present."""
        aantallen = dict(rijen_van(lijst).order_by().values_list("oordeel").annotate(n=Count("pk")))
        return {str(oordeel): aantallen.get(oordeel, 0) for oordeel in self.oordelen}

    @transaction.atomic
    def maken(
        self, *, bestandsnaam: str, sha256: str, bladen: Sequence[Lijst], eigenaar: Organisatie, door: Toegang
    ) -> list[L]:
        """Keep every usable sheet of a file, encrypted; the person picks one in the next step."""
        if not self.mag(door, eigenaar.pk):
            raise DomainError(self.niet_van_jou)
        gemaakt = []
        for blad in bladen:
            lijst = self.lijsten.objects.create(
                eigenaar=eigenaar,
                bestandsnaam=bestandsnaam[-200:],
                sha256=sha256,
                blad=blad.blad[:120],
                kopregel=blad.kopregel,
                kolommen=blad.kolommen,
                koppeling=_als_json(blad.koppeling),
                door_id=door.user_id,
            )
            vast = {"eigenaar_id": eigenaar.pk, self.lijst_veld: lijst}
            rijen = (self.rijen(**vast, rijnummer=nummer, ruw=cellen) for nummer, cellen in blad.rijen)
            self.rijen.objects.bulk_create(rijen, batch_size=1000)
            gemaakt.append(lijst)
        record_event(f"{self.soort}.opgeladen", gemaakt[0], door=door, bladen=len(gemaakt))
        return gemaakt

    @transaction.atomic
    def nakijken(self, *, lijst: L, koppeling: Koppeling, oordelen: Iterable[O], door: Toegang) -> L:
        """Keep the verdicts; the other sheets of this file that nobody chose are dropped."""
        lijst = self._vergrendel(lijst)
        if lijst.status not in OPEN:
            raise DomainError("Dit bestand is al ingeladen. Kies het opnieuw als je het nog eens wilt nakijken.")
        rijen = {rij.rijnummer: rij for rij in rijen_van(lijst)}
        for oordeel in oordelen:
            self.neem_over(rijen[oordeel.rijnummer], oordeel)
        gelijk = ("schoon", "oordeel", "problemen", "verschillen", "gelijkt_op_rij", "besluit")
        self.rijen.objects.bulk_create(
            rijen.values(),
            batch_size=1000,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[*gelijk, *self.beoordeeld],
        )
        lijst.koppeling, lijst.status = _als_json(koppeling), Inlaadstatus.NAKIJKEN
        lijst.telling = self.telling(lijst)
        lijst.save(update_fields=["koppeling", "status", "telling", "updated_at"])
        zelfde = {"eigenaar_id": lijst.eigenaar_id, "sha256": lijst.sha256, "door_id": door.user_id}
        self._annuleer(self.lijsten.objects.filter(**zelfde, status=Inlaadstatus.KOPPELEN))
        return lijst

    @transaction.atomic
    def besluiten(self, *, lijst: L, besluiten: Mapping[int, str]) -> int:
        """Keep what was decided about rows that may be known; '' takes a decision back. Gives the number of rows."""
        lijst = self._om_te_kiezen(lijst)
        rijen = list(rijen_van(lijst, lijst.TE_KIEZEN).filter(rijnummer__in=list(besluiten)))
        for rij in rijen:
            besluit = besluiten[rij.rijnummer]
            if besluit and besluit not in self.keuzes.values:
                raise DomainError(f"Rij {rij.rijnummer}: kies zelfde {self.wie}, andere {self.wie} of overslaan.")
            rij.besluit = besluit
        self.rijen.objects.bulk_update(rijen, ["besluit"], batch_size=1000)
        return len(rijen)

    @transaction.atomic
    def rest_overslaan(self, *, lijst: L) -> int:
        """Skip every row that may be known and about which nothing was decided."""
        return onbeslist(self._om_te_kiezen(lijst)).update(besluit="OVERSLAAN")

    @transaction.atomic
    def bevestigen(self, *, lijst: L, door: Toegang) -> bool:
        """Start writing in the background. False when somebody confirmed before: a second click changes nothing."""
        if not self.overnemen(lijst=lijst, door=door):
            return False
        self._plan_in(lijst)
        return True

    @transaction.atomic
    def overnemen(self, *, lijst: L, door: Toegang) -> bool:
        """Everything is decided: from here on only batches change this list. False when that was so already."""
        lijst = self._vergrendel(lijst)
        if lijst.status != Inlaadstatus.NAKIJKEN:
            return False
        if open_keuzes := onbeslist(lijst).count():
            rijen = meervoud(open_keuzes, "rij", "rijen")
            raise DomainError(f"Kies eerst bij {rijen} of het om dezelfde {self.wie} gaat, of sla die over.")
        klaar = rijen_van(lijst).exclude(oordeel__in=self.te_doen).update(verwerkt_op=timezone.now())
        lijst.status, lijst.voortgang = Inlaadstatus.BEZIG, klaar
        lijst.resultaat = dict.fromkeys(self.uitkomsten, 0)
        lijst.save(update_fields=["status", "voortgang", "resultaat", "updated_at"])
        record_event(f"{self.soort}.bevestigd", lijst, door=door, **lijst.telling)
        return True

    @transaction.atomic
    def verwerken(self, *, lijst_id: str, vandaag: date) -> bool:
        """Write the next batch. True when there is nothing left to do, or when somebody else is at it."""
        vrij = self.lijsten.objects.select_for_update(of=("self",), skip_locked=True).select_related("eigenaar")
        lijst = vrij.filter(pk=lijst_id, status=Inlaadstatus.BEZIG).first()
        if lijst is None:
            return True
        door = toegang_van(lijst.door_id, vandaag=vandaag)
        if door is None or not self.mag(door, lijst.eigenaar_id):
            melding = "Wie dit bestand inlaadde, mag dat niet meer. De rest is niet ingeladen."
            self._rond_af(lijst, door=None, melding=melding)
            return True
        rijen = list(rijen_van(lijst).filter(verwerkt_op=None)[:BATCH])
        with pghistory.context(**{self.soort: str(lijst.pk)}, user=door.user_id):
            self.schrijf(lijst, rijen, door=door, vandaag=vandaag)
        self.rijen.objects.bulk_update(rijen, ["oordeel", "problemen", "verwerkt_op", *self.geschreven])
        lijst.voortgang += len(rijen)
        if len(rijen) < BATCH:
            self._rond_af(lijst, door=door)
            return True
        lijst.save(update_fields=["voortgang", "resultaat", "updated_at"])
        return False

    @transaction.atomic
    def annuleren(self, *, lijst: L, door: Toegang) -> None:
        """Stop before anything was written; the kept rows go."""
        lijst = self._vergrendel(lijst)
        if lijst.status not in OPEN:
            raise DomainError("Dit bestand is al ingeladen en kan niet meer geannuleerd worden.")
        self._annuleer(self.lijsten.objects.filter(pk=lijst.pk))
        record_event(f"{self.soort}.geannuleerd", lijst, door=door)

    @transaction.atomic
    def opruimen(self, *, vandaag: date) -> int:
        """Remove the rows of lists older than the parameter import_bewaren; what came of them stays countable."""
        grens = timezone.now() - timedelta(days=int(waarde("import_bewaren", op=vandaag)))
        oud = self.lijsten.objects.filter(created_at__lt=grens)
        verwijderd = self._rijen_van(oud).delete()[0]
        oud.filter(status__in=OPEN).update(status=Inlaadstatus.GEANNULEERD)
        return verwijderd

    @transaction.atomic
    def hervatten(self, *, na: timedelta = STIL) -> int:
        """Queue again what a dead worker or an unreachable broker left behind; a run that lives holds its row locked.

        What keeps stopping is ended and said, so that nobody waits for it.
        """
        stil = self.lijsten.objects.filter(status=Inlaadstatus.BEZIG, updated_at__lt=timezone.now() - na)
        lijsten = list(stil.order_by("pk").select_for_update(of=("self",), skip_locked=True))
        for lijst in lijsten:
            lijst.resultaat["hervat"] = lijst.resultaat.get("hervat", 0) + 1
            if lijst.resultaat["hervat"] > MAX_HERVAT:
                self._rond_af(
                    lijst, door=None, melding="Het inladen liep vast. Laad de rest opnieuw in of vraag hulp."
                )
                continue
            lijst.save(update_fields=["resultaat", "updated_at"])
            self._plan_in(lijst)
        return len(lijsten)

    def _vergrendel(self, lijst: L) -> L:
        return self.lijsten.objects.select_for_update(of=("self",)).select_related("eigenaar").get(pk=lijst.pk)

    def _om_te_kiezen(self, lijst: L) -> L:
        lijst = self._vergrendel(lijst)
        if lijst.status != Inlaadstatus.NAKIJKEN:
            raise DomainError(AL_BEVESTIGD)
        return lijst

    def _plan_in(self, lijst: L) -> None:
        """Queue the next batch after commit."""
        queue_on_commit(
            current_app.signature(self.taak),  # type: ignore[arg-type]  # a signature is queued like its task
            gebied_id=current_scope().gebied.pk,
            organisatie_ids=[lijst.eigenaar_id] if self.over_dossiers else [],
            lid_van=[lijst.eigenaar_id],
            **{f"{self.lijst_veld}_id": str(lijst.pk)},
        )

    def _rond_af(self, lijst: L, *, door: Toegang | None, melding: str = "") -> None:
        lijst.status, lijst.afgerond_op = Inlaadstatus.KLAAR, timezone.now()
        lijst.telling = {**lijst.telling, **self.telling(lijst)}
        if melding:
            lijst.resultaat["melding"] = melding
        lijst.save(update_fields=["status", "afgerond_op", "telling", "voortgang", "resultaat", "updated_at"])
        aantallen = {naam: n for naam, n in lijst.resultaat.items() if isinstance(n, int)}
        record_event(f"{self.soort}.afgerond", lijst, door=door, **aantallen)

    def _annuleer(self, lijsten: "models.QuerySet[L]") -> None:
        self._rijen_van(lijsten).delete()
        lijsten.update(status=Inlaadstatus.GEANNULEERD, updated_at=timezone.now())

    def _rijen_van(self, lijsten: "models.QuerySet[L]") -> "models.QuerySet[R]":
        return self.rijen.objects.filter(**{f"{self.lijst_veld}__in": lijsten})


def _als_json(koppeling: Koppeling) -> dict[str, str]:
    return {str(index): veld for index, veld in koppeling.items()}
