"""Projects: places over the whole gebied as numbers, participants of the own OCMW by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from trajecten.enums_projecten import DeelnameStatus, Moment
from trajecten.models import Deelname, Poging, Project, Projectplaats, Rijbuddy

_MOMENT = dict(Moment.choices)


@dataclass(frozen=True, slots=True)
class Projectstand:
    project: Project
    bezet: int
    wachtend: int

    @property
    def vrij(self) -> int:
        return max(self.project.plaatsen - self.bezet, 0)

    @property
    def in_woorden(self) -> str:
        return f"{self.bezet} van {self.project.plaatsen} plaatsen"


def projecten(vandaag: date) -> tuple[list[Projectstand], list[Projectstand]]:
    """(running and coming, ended)."""
    rijen = Project.objects.annotate(
        bezet_n=Count("bezet", filter=Q(bezet__nr__gt=0)), wacht_n=Count("bezet", filter=Q(bezet__nr=None))
    ).order_by("naam", "pk")
    standen = [Projectstand(project, project.bezet_n, project.wacht_n) for project in rijen]
    lopend = [stand for stand in standen if stand.project.tot is None or stand.project.tot >= vandaag]
    return lopend, [stand for stand in standen if stand not in lopend]


def stand_van(project: Project) -> Projectstand:
    plaatsen = Projectplaats.objects.filter(project=project)
    return Projectstand(project, plaatsen.filter(nr__gt=0).count(), plaatsen.filter(nr=None).count())


@dataclass(frozen=True, slots=True)
class Deelnemer:
    deelname: Deelname
    plaats: int | None  # the number of the place; None while waiting or after stopping
    wacht: int | None  # position on the waiting list of the whole gebied
    pogingen: str


def deelnemers(project: Project) -> list[Deelnemer]:
    """Those of the OCMW's in scope: with a place first, then who waits, then who stopped."""
    rijen = list(
        Deelname.objects.filter(project=project)
        .select_related("client", "buddy")
        .prefetch_related(Prefetch("pogingen", Poging.objects.order_by("datum", "pk")))
        .order_by("client__sorteernaam", "pk")
    )
    nummers, wachtrij = _plaatsen(project)
    lijst = [Deelnemer(rij, nummers.get(rij.pk), wachtrij.get(rij.pk), _pogingen(rij.pogingen.all())) for rij in rijen]
    return sorted(lijst, key=lambda d: (d.deelname.gestopt_op is not None, d.plaats is None, d.wacht or 0))


def deelnemer(deelname: Deelname) -> Deelnemer:
    nummers, wachtrij = _plaatsen(deelname.project)
    pogingen = Poging.objects.filter(deelname=deelname).order_by("datum", "pk")
    return Deelnemer(deelname, nummers.get(deelname.pk), wachtrij.get(deelname.pk), _pogingen(pogingen))


def _plaatsen(project: Project) -> tuple[dict[UUID, int], dict[UUID, int]]:
    plaatsen = Projectplaats.objects.filter(project=project).order_by("gevraagd_op", "pk")
    nummers = {plaats.deelname: plaats.nr for plaats in plaatsen if plaats.nr}
    wachtend = [plaats.deelname for plaats in plaatsen if not plaats.nr]
    return nummers, {pk: plek for plek, pk in enumerate(wachtend, start=1)}


def _pogingen(pogingen: Iterable[Poging]) -> str:
    """ "theorie 2, praktijk 1" """
    aantal: dict[str, int] = {}
    for poging in pogingen:
        label = poging.get_soort_display()
        aantal[label] = aantal.get(label, 0) + 1
    return ", ".join(f"{label} {n}" for label, n in aantal.items())


def deelnames_van(client_id: UUID) -> QuerySet[Deelname]:
    return Deelname.objects.filter(client_id=client_id).select_related("project").order_by("-aangemeld_op")


def open_projecten(vandaag: date) -> QuerySet[Project]:
    return Project.objects.filter(Q(tot=None) | Q(tot__gte=vandaag), van__lte=vandaag).order_by("naam")


@dataclass(frozen=True, slots=True)
class Buddystand:
    buddy: Rijbuddy
    eigen: int  # participants of the own OCMW
    momenten: str


def rijbuddies() -> list[Buddystand]:
    """Active ones first; how many of the own OCMW they already guide."""
    rijen = Rijbuddy.objects.select_related("gemeente").order_by("-is_actief", "naam")
    lopend = Deelname.objects.filter(gestopt_op=None).exclude(status__in=DeelnameStatus.klaar())
    aantallen = dict(lopend.filter(buddy__isnull=False).order_by().values_list("buddy").annotate(n=Count("pk")))
    return [Buddystand(rij, aantallen.get(rij.pk, 0), momenten_in_woorden(rij.momenten)) for rij in rijen]


def momenten_in_woorden(codes: Iterable[str]) -> str:
    return ", ".join(_MOMENT[code] for code in codes if code in _MOMENT)


@dataclass(frozen=True, slots=True)
class Buddyvoorstel:
    """A buddy for one participant, with the reasons in words; `punten` only orders."""

    buddy: Rijbuddy
    punten: int
    redenen: tuple[str, ...]


def buddyvoorstellen(deelname: Deelname) -> list[Buddyvoorstel]:
    """Active buddies, best first: a shared moment, then nearby, then a shared language. Full ones are left out."""
    voorstellen = []
    for stand in rijbuddies():
        if not stand.buddy.is_actief or stand.eigen >= stand.buddy.hoogstens:
            continue
        voorstellen.append(_beoordeel(deelname, stand.buddy))
    return sorted(voorstellen, key=lambda v: (-v.punten, v.buddy.naam))


def _beoordeel(deelname: Deelname, buddy: Rijbuddy) -> Buddyvoorstel:
    punten, redenen = 0, []
    samen = [code for code in buddy.momenten if code in deelname.momenten]
    if samen:
        punten += 4
        redenen.append(f"kan ook op: {momenten_in_woorden(samen)}")
    elif deelname.momenten:
        redenen.append("nog geen gemeenschappelijk moment")
    if buddy.gemeente_id == deelname.client.gemeente_id:
        punten += 2
        redenen.append(f"woont ook in {buddy.gemeente}")
    taal = deelname.client.taal.strip().lower()
    if taal and taal in buddy.talen.lower():
        punten += 1
        redenen.append(f"spreekt {taal}")
    return Buddyvoorstel(buddy, punten, tuple(redenen))
