"""What somebody does with a deadline besides the work itself: let it sleep, wake it, tick it, undo that; and tasks."""

from datetime import date, timedelta

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from trajecten.enums import TermijnSoort
from trajecten.models import EigenTaak, Termijn, Traject
from trajecten.regels.acties import actie_van
from trajecten.services.spoor import noteer, plan_termijn, vergrendel, ververs_termijn


def _open_termijn(termijn: Termijn) -> Termijn:
    """The row, locked, with its traject; refused when there is nothing left to do."""
    rij = Termijn.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=termijn.pk)
    if rij.afgehandeld_op or rij.vervallen_op:
        raise DomainError("Deze termijn is al afgehandeld of niet meer nodig.")
    return rij


def sluimer_tot_hoogstens(vandaag: date) -> date:
    return vandaag + timedelta(days=int(waarde("sluimer_max", op=vandaag)))


def keur_sluimer(*, tot: date, reden: str, vandaag: date) -> None:
    if tot <= vandaag:
        raise DomainError("Kies een dag na vandaag.")
    laatst = sluimer_tot_hoogstens(vandaag)
    if tot > laatst:
        raise DomainError(f"Een signaal kan hoogstens sluimeren tot {laatst:%d/%m/%Y}. Kies een vroegere dag.")
    if not reden.strip():
        raise DomainError("Schrijf waarom dit signaal mag wachten.")


@transaction.atomic
def termijn_sluimeren(*, termijn: Termijn, tot: date, reden: str, door: Toegang, vandaag: date) -> Termijn:
    """No reminder until `tot`; then it comes back by itself. The deadline itself stays where it is."""
    keur_sluimer(tot=tot, reden=reden, vandaag=vandaag)
    rij = _open_termijn(termijn)
    rij.gesluimerd_tot, rij.sluimer_reden = tot, reden.strip()
    rij.save(update_fields=["gesluimerd_tot", "sluimer_reden"])
    titel = f"Sluimert tot {tot:%d/%m/%Y}: {rij.omschrijving}"
    noteer(rij.traject.client, "wijziging", titel, tekst=reden.strip(), datum=vandaag, door=door)
    ververs_termijn(rij.traject, vandaag=vandaag)
    return rij


@transaction.atomic
def termijn_wekken(*, termijn: Termijn, door: Toegang, vandaag: date) -> Termijn:
    rij = _open_termijn(termijn)
    if rij.gesluimerd_tot is None:
        return rij
    rij.gesluimerd_tot, rij.sluimer_reden = None, ""
    rij.save(update_fields=["gesluimerd_tot", "sluimer_reden"])
    noteer(rij.traject.client, "wijziging", f"Sluimert niet meer: {rij.omschrijving}", datum=vandaag, door=door)
    ververs_termijn(rij.traject, vandaag=vandaag)
    return rij


@transaction.atomic
def termijn_afhandelen(*, termijn: Termijn, door: Toegang, vandaag: date) -> Termijn:
    """Tick a task. What has its own form (evaluatie, nazorg, GPMI, a registration) is finished there."""
    rij = _open_termijn(termijn)
    actie = actie_van(rij.soort, rij.sleutel)
    if not actie.af_te_vinken:
        raise DomainError(f"Deze termijn is klaar als je het formulier invult: {actie.label.lower()}.")
    rij.afgehandeld_op = vandaag
    rij.save(update_fields=["afgehandeld_op"])
    noteer(rij.traject.client, "taak", f"Klaar: {rij.omschrijving}", datum=vandaag, door=door)
    ververs_termijn(rij.traject, vandaag=vandaag)
    return rij


@transaction.atomic
def termijn_heropenen(*, termijn: Termijn, door: Toegang, vandaag: date) -> Termijn:
    """Undo a tick."""
    rij = Termijn.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=termijn.pk)
    if rij.afgehandeld_op is None or not actie_van(rij.soort, rij.sleutel).af_te_vinken:
        raise DomainError("Deze termijn staat niet als klaar.")
    if not rij.traject.is_open:
        raise DomainError("Dit traject is afgesloten. Heropen eerst het dossier.")
    rij.afgehandeld_op = None
    rij.save(update_fields=["afgehandeld_op"])
    noteer(rij.traject.client, "taak", f"Toch nog te doen: {rij.omschrijving}", datum=vandaag, door=door)
    ververs_termijn(rij.traject, vandaag=vandaag)
    return rij


@transaction.atomic
def taak_maken(
    *, omschrijving: str, vervalt_op: date, traject: Traject | None, organisatie_id: int, door: Toegang, vandaag: date
) -> Termijn | EigenTaak:
    """A task about a client (seen by who follows the file), or one of your own about nobody."""
    if vervalt_op < vandaag:
        raise DomainError("Kies een dag vanaf vandaag.")
    if not omschrijving.strip():
        raise DomainError("Schrijf wat er moet gebeuren.")
    if traject is None:
        return EigenTaak.objects.create(
            eigenaar_id=organisatie_id,
            voor_id=door.user_id,
            omschrijving=omschrijving.strip(),
            vervalt_op=vervalt_op,
        )
    traject = vergrendel(traject)
    if not traject.is_open:
        raise DomainError("Dit traject is afgesloten. Kies een cliënt met een lopend dossier.")
    termijn = plan_termijn(traject, TermijnSoort.TAAK, omschrijving.strip(), vervalt_op)
    noteer(traject.client, "taak", f"Taak toegevoegd: {omschrijving.strip()}"[:160], datum=vandaag, door=door)
    ververs_termijn(traject, vandaag=vandaag)
    return termijn


@transaction.atomic
def eigen_taak_zetten(*, taak: EigenTaak, klaar: bool, door: Toegang, vandaag: date) -> EigenTaak:
    """Tick a task of your own, or undo that."""
    if taak.voor_id != door.user_id:
        raise DomainError("Dit is een taak van een collega.")
    taak.afgehandeld_op = vandaag if klaar else None
    taak.save(update_fields=["afgehandeld_op"])
    return taak
