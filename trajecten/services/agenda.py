"""The agenda of a running step: evaluations, planned at the start and moved with the end; signals follow."""

from datetime import date

from trajecten.enums import EvaluatieSoort, TermijnSoort
from trajecten.models import Evaluatie, Plaatsing, Stap, Termijn, Traject
from trajecten.regels.kalender import Moment, evaluatiemomenten
from trajecten.selectors import overgangen
from trajecten.services.spoor import maak_termijn, ververs_termijn


def plan_evaluaties(traject: Traject, stap: Stap, plaatsing: Plaatsing | None, vanaf: date) -> None:
    """The calendar of evaluations from `vanaf` on."""
    assert stap.einde_voorzien is not None  # noqa: S101
    momenten = evaluatiemomenten(start=stap.start, einde=stap.einde_voorzien)
    _maak_evaluaties(traject, plaatsing, [moment for moment in momenten if moment.datum >= vanaf])


def _maak_evaluaties(traject: Traject, plaatsing: Plaatsing | None, momenten: list[Moment]) -> None:
    evaluaties = Evaluatie.objects.bulk_create(
        Evaluatie(
            eigenaar_id=traject.eigenaar_id,
            traject=traject,
            plaatsing=plaatsing,
            soort=moment.soort,
            gepland_op=moment.datum,
        )
        for moment in momenten
    )
    Termijn.objects.bulk_create(
        maak_termijn(
            traject, TermijnSoort.EVALUATIE, _omschrijving(evaluatie.soort), evaluatie.gepland_op, evaluatie=evaluatie
        )
        for evaluatie in evaluaties
    )


def _omschrijving(soort: str) -> str:
    label = str(EvaluatieSoort(soort).label)
    return label[0].upper() + label[1:]


def herplan(traject: Traject, stap: Stap, *, vandaag: date) -> None:
    """After the end moved: what is still to come moves along, what was overdue or done stays as it is."""
    if stap.einde_voorzien is None:
        return
    _herplan_evaluaties(traject, stap, vandaag)
    ververs_termijn(traject, vandaag=vandaag)


def _herplan_evaluaties(traject: Traject, stap: Stap, vandaag: date) -> None:
    assert stap.einde_voorzien is not None  # noqa: S101
    open_rijen = list(
        Evaluatie.objects.filter(
            traject=traject, uitgevoerd_op=None, geannuleerd_op=None, gepland_op__gte=vandaag
        ).order_by("gepland_op", "pk")
    )
    momenten = [m for m in evaluatiemomenten(start=stap.start, einde=stap.einde_voorzien) if m.datum >= vandaag]
    nieuw = []
    for moment in momenten:
        rij = next((rij for rij in open_rijen if rij.soort == moment.soort), None)
        if rij is None:
            nieuw.append(moment)
            continue
        open_rijen.remove(rij)
        _verplaats(rij, moment.datum)
    _annuleer(open_rijen, vandaag)
    _maak_evaluaties(traject, overgangen.plaatsing_van(stap), nieuw)


def _verplaats(evaluatie: Evaluatie, naar: date) -> None:
    if evaluatie.gepland_op == naar:
        return
    evaluatie.gepland_op = naar
    evaluatie.save(update_fields=["gepland_op", "updated_at"])
    Termijn.objects.filter(evaluatie=evaluatie, afgehandeld_op=None).update(vervalt_op=naar)


def _annuleer(evaluaties: list[Evaluatie], vandaag: date) -> None:
    """One too many now that the end is nearer."""
    ids = [evaluatie.pk for evaluatie in evaluaties]
    Evaluatie.objects.filter(pk__in=ids).update(geannuleerd_op=vandaag)
    Termijn.objects.filter(evaluatie_id__in=ids, afgehandeld_op=None).update(vervallen_op=vandaag)
