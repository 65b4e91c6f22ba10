"""What somebody does with a deadline besides the work itself: let it sleep, wake it, tick it, undo that; and tasks."""

from datetime import date, timedelta

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from trajecten.enums import Contactsoort, TermijnSoort, Zichtbaarheid
from trajecten.models import Contactmoment, EigenTaak, GpmiEvaluatie, Termijn, Traject
from trajecten.regels.acties import actie_van
from trajecten.services.spoor import noteer, plan_termijn, vergrendel, ververs_termijn

IN_PERSOON = frozenset({Contactsoort.GESPREK, Contactsoort.HUISBEZOEK, Contactsoort.WERKPLEK})


def _open_termijn(termijn: Termijn) -> Termijn:
    """The row, locked, with its traject; refused when there is nothing left to do."""
    rij = Termijn.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=termijn.pk)
    if rij.afgehandeld_op or rij.vervallen_op:
        raise DomainError("Deze termijn is al afgehandeld of niet meer nodig.")
    return rij


def sluimer_tot_hoogstens(vandaag: date) -> date:
    return vandaag + timedelta(days=int(waarde("sluimer_max", op=vandaag)))


@transaction.atomic
def termijn_sluimeren(*, termijn: Termijn, tot: date, reden: str, door: Toegang, vandaag: date) -> Termijn:
    """No reminder until `tot`; then it comes back by itself. The deadline itself stays where it is."""
    if tot <= vandaag:
        raise DomainError("Kies een dag na vandaag.")
    laatst = sluimer_tot_hoogstens(vandaag)
    if tot > laatst:
        raise DomainError(f"Een signaal kan hoogstens sluimeren tot {laatst:%d/%m/%Y}. Kies een vroegere dag.")
    if not reden.strip():
        raise DomainError("Schrijf waarom dit signaal mag wachten.")
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
def gpmi_evaluatie_noteren(
    *, termijn: Termijn, datum: date, soort: str, tekst: str, door: Toegang, vandaag: date
) -> Termijn:
    """The GPMI was looked at with the client: a contact too, and the next one is planned from this day."""
    if datum > vandaag:
        raise DomainError("De dag van de evaluatie ligt in de toekomst.")
    rij = _open_termijn(termijn)
    traject = vergrendel(rij.traject)
    if rij.soort != TermijnSoort.GPMI_EVALUATIE:
        raise DomainError("Deze termijn is geen GPMI-evaluatie.")
    if traject.gpmi_getekend_op and datum < traject.gpmi_getekend_op:
        raise DomainError(f"Het GPMI is pas getekend op {traject.gpmi_getekend_op:%d/%m/%Y}.")
    rij.afgehandeld_op = datum
    rij.save(update_fields=["afgehandeld_op"])
    Contactmoment.objects.create(
        eigenaar_id=traject.eigenaar_id,
        client=traject.client,
        traject=traject,
        soort=soort,
        datum=datum,
        tekst=tekst.strip() or "GPMI geëvalueerd.",
        zichtbaarheid=Zichtbaarheid.TEAM,
        door_id=door.user_id,
    )
    GpmiEvaluatie.objects.get_or_create(
        traject=traject,
        datum=datum,
        defaults={
            "eigenaar_id": traject.eigenaar_id,
            "in_persoon": soort in IN_PERSOON,
            "notitie": tekst.strip()[:300],
            "door_id": door.user_id,
        },
    )
    if traject.laatste_contact_op is None or traject.laatste_contact_op < datum:
        traject.laatste_contact_op = datum
        traject.save(update_fields=["laatste_contact_op", "updated_at"])
    titel = f"GPMI geëvalueerd: {Contactsoort(soort).label}"
    noteer(traject.client, "contact", titel, tekst=tekst, datum=datum, door=door, is_mijlpaal=True, is_beperkt=True)
    ververs_termijn(traject, vandaag=vandaag)
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
