"""Projects with limited places: who holds one, who waits, and how far everybody is."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.enums_projecten import DeelnameStatus, Pogingsoort
from trajecten.models import Client, Deelname, Poging, Project, Projectplaats, Rijbuddy
from trajecten.services.spoor import noteer

# What passing an exam makes of the status, and from which statuses on it would be a step back.
_NA_EXAMEN = {
    Pogingsoort.THEORIE: DeelnameStatus.THEORIE_GESLAAGD,
    Pogingsoort.PRAKTIJK: DeelnameStatus.PRAKTIJK_GESLAAGD,
}


@transaction.atomic
def project_bewaren(*, project: Project | None, gegevens: dict[str, Any]) -> Project:
    """A new project, or another number of places: more places go to who waits longest, fewer only when free."""
    project = Project.objects.select_for_update().get(pk=project.pk) if project else Project()
    for naam, waarde in gegevens.items():
        setattr(project, naam, waarde)
    project.full_clean()
    hoogste = Projectplaats.objects.filter(project=project).aggregate(hoogste=Max("nr"))["hoogste"] or 0
    if not project._state.adding and hoogste > project.plaatsen:
        bezet = Projectplaats.objects.filter(project=project, nr__gt=0).count()
        if bezet > project.plaatsen:
            raise DomainError(f"Er zijn al {bezet} plaatsen ingenomen. Kies minstens dat aantal.")
        _hernummer(project)
    project.save()
    _schuif_op(project)
    return project


def _hernummer(project: Project) -> None:
    """Close the gaps, so that fewer places still hold everybody."""
    bezet = list(Projectplaats.objects.filter(project=project, nr__gt=0).order_by("nr"))
    for nr, plaats in enumerate(bezet, start=1):
        if plaats.nr != nr:
            plaats.nr = nr
            plaats.save(update_fields=["nr"])


@transaction.atomic
def deelnemen(
    *, project: Project, client: Client, momenten: Sequence[str], door: Toegang, vandaag: date
) -> tuple[Deelname, Projectplaats]:
    """Take the first free place, or the last one on the waiting list."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    if project.tot and project.tot < vandaag:
        raise DomainError(f"{project.naam} is afgelopen op {project.tot:%d/%m/%Y}.")
    if Deelname.objects.filter(project=project, client=client, gestopt_op=None).exists():
        raise DomainError("Deze cliënt doet al mee aan dit project.")
    deelname = Deelname(
        eigenaar_id=client.eigenaar_id,
        project=project,
        client=client,
        sinds=vandaag,
        aangemeld_op=vandaag,
        momenten=list(momenten),
        incentive=project.incentive,
    )
    deelname.full_clean(exclude=["eigenaar"])
    deelname.save()
    plaats = Projectplaats.objects.create(
        project=project, organisatie_id=client.eigenaar_id, deelname=deelname.pk, nr=None
    )
    _schuif_op(project)
    plaats.refresh_from_db()
    waar = f"plaats {plaats.nr}" if plaats.nr else "op de wachtlijst"
    noteer(client, "project", f"{project.naam}: aangemeld, {waar}", datum=vandaag, door=door)
    return deelname, plaats


@transaction.atomic
def deelname_wijzigen(
    *, deelname: Deelname, status: str, momenten: Sequence[str], door: Toegang, vandaag: date
) -> Deelname:
    """How far somebody is. Who waits for a place stays at 'aangemeld'."""
    deelname = _vergrendel(deelname)
    if status not in DeelnameStatus.van_soort(deelname.project.soort):
        raise DomainError("Die status hoort niet bij dit project.")
    if status != DeelnameStatus.AANGEMELD and not _heeft_plaats(deelname.pk):
        raise DomainError("Deze cliënt staat op de wachtlijst. Beginnen kan als er een plaats vrijkomt.")
    deelname.momenten = list(momenten)
    if deelname.status != status:
        deelname.status, deelname.sinds = status, vandaag
        titel = f"{deelname.project.naam}: {deelname.get_status_display()}"
        klaar = status in DeelnameStatus.klaar()
        noteer(deelname.client, "project", titel, datum=vandaag, door=door, is_mijlpaal=klaar)
    deelname.save()
    return deelname


@transaction.atomic
def poging_noteren(
    *, deelname: Deelname, soort: str, datum: date, geslaagd: bool, door: Toegang, vandaag: date
) -> Poging:
    """An exam; passing it moves the status on, never back."""
    deelname = _vergrendel(deelname)
    if datum > vandaag:
        raise DomainError("De dag van het examen ligt in de toekomst.")
    if not deelname.project.is_rijbewijs:
        raise DomainError("Dit project heeft geen examens.")
    if not _heeft_plaats(deelname.pk):
        raise DomainError("Deze cliënt staat op de wachtlijst. Beginnen kan als er een plaats vrijkomt.")
    poging = Poging.objects.create(
        eigenaar_id=deelname.eigenaar_id,
        deelname=deelname,
        soort=soort,
        datum=datum,
        geslaagd=geslaagd,
        door_id=door.user_id,
    )
    nummer = Poging.objects.filter(deelname=deelname, soort=soort).count()
    uitslag = "geslaagd" if geslaagd else "niet geslaagd"
    titel = f"{deelname.project.naam}: {Pogingsoort(soort).label}, poging {nummer} {uitslag}"
    nieuw = _NA_EXAMEN[Pogingsoort(soort)]
    orde = DeelnameStatus.van_soort(deelname.project.soort)
    if geslaagd and orde.index(nieuw) > orde.index(DeelnameStatus(deelname.status)):
        deelname.status, deelname.sinds = nieuw, datum
        deelname.save(update_fields=["status", "sinds"])
    noteer(deelname.client, "project", titel, datum=datum, door=door, is_mijlpaal=geslaagd)
    return poging


@transaction.atomic
def deelname_stoppen(*, deelname: Deelname, reden: str, door: Toegang, vandaag: date) -> Deelname:
    """Stop; the place goes to who waits longest, whichever OCMW that is of."""
    deelname = _vergrendel(deelname)
    if not reden.strip():
        raise DomainError("Schrijf kort waarom de deelname stopt.")
    project = Project.objects.select_for_update().get(pk=deelname.project_id)
    deelname.status, deelname.sinds, deelname.gestopt_op = DeelnameStatus.GESTOPT, vandaag, vandaag
    deelname.stopreden, deelname.buddy = reden.strip(), None
    deelname.save()
    Projectplaats.objects.filter(deelname=deelname.pk).delete()
    _schuif_op(project)
    titel = f"{project.naam}: gestopt"
    noteer(deelname.client, "project", titel, tekst=reden.strip(), datum=vandaag, door=door)
    return deelname


@transaction.atomic
def buddy_kiezen(*, deelname: Deelname, buddy: Rijbuddy | None, door: Toegang, vandaag: date) -> Deelname:
    deelname = _vergrendel(deelname)
    if buddy is not None and not buddy.is_actief:
        raise DomainError("Deze rijbuddy is niet meer actief.")
    deelname.buddy = buddy
    deelname.save(update_fields=["buddy"])
    titel = f"Rijbuddy: {buddy.naam}" if buddy else "Rijbuddy losgemaakt"
    noteer(deelname.client, "project", titel, datum=vandaag, door=door)
    return deelname


@transaction.atomic
def incentive_betaald(*, deelname: Deelname, bedrag: Decimal, op: date, door: Toegang, vandaag: date) -> Deelname:
    deelname = _vergrendel(deelname)
    if op > vandaag:
        raise DomainError("De dag van betaling ligt in de toekomst.")
    if deelname.incentive_betaald_op:
        raise DomainError(f"Het duwtje is al betaald op {deelname.incentive_betaald_op:%d/%m/%Y}.")
    deelname.incentive, deelname.incentive_betaald_op = bedrag, op
    deelname.full_clean(exclude=["eigenaar"])
    deelname.save(update_fields=["incentive", "incentive_betaald_op"])
    noteer(deelname.client, "project", f"{deelname.project.naam}: duwtje betaald", datum=op, door=door)
    return deelname


@transaction.atomic
def rijbuddy_bewaren(*, buddy: Rijbuddy | None, gegevens: dict[str, Any]) -> Rijbuddy:
    buddy = buddy or Rijbuddy()
    for naam, waarde in gegevens.items():
        setattr(buddy, naam, waarde)
    buddy.full_clean()
    buddy.save()
    return buddy


def _vergrendel(deelname: Deelname) -> Deelname:
    gegrendeld = (
        Deelname.objects.select_for_update(of=("self",)).select_related("project", "client").get(pk=deelname.pk)
    )
    if gegrendeld.gestopt_op:
        raise DomainError("Deze deelname is gestopt.")
    return gegrendeld


def _heeft_plaats(deelname_id: UUID) -> bool:
    return Projectplaats.objects.filter(deelname=deelname_id, nr__gt=0).exists()


def _schuif_op(project: Project) -> None:
    """Give every free number to who waits longest. The project row is locked: nobody else does this now."""
    bezet = set(Projectplaats.objects.filter(project=project, nr__gt=0).values_list("nr", flat=True))
    vrij = (nr for nr in range(1, project.plaatsen + 1) if nr not in bezet)
    wachtenden = Projectplaats.objects.filter(project=project, nr=None).order_by("gevraagd_op", "pk")
    for nr, plaats in zip(vrij, wachtenden, strict=False):
        plaats.nr = nr
        plaats.save(update_fields=["nr"])
