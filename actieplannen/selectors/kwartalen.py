"""When the stand of a quarter is asked, by when it is answered, and until when the answer may change."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from actieplannen.enums import Planstatus, Voortgang
from actieplannen.models import Actie, Kwartaalstand
from regie.cijfers.periode import Periode, PeriodeSoort
from regie.core.dates import naar_werkdag
from regie.core.parameters import alle_regels, waarde

IN_UITVOERING = (Planstatus.GOEDGEKEURD, Planstatus.UITGEVOERD)
AFGEROND = (Voortgang.KLAAR, Voortgang.GESTOPT)
KWARTALEN = (1, 2, 3, 4)


def nummer(kwartaal: Periode) -> int:
    """1 to 4."""
    return kwartaal.start.month // 3 + 1


def kwartaal_van(stand: Kwartaalstand) -> Periode:
    return Periode.kwartaal(stand.jaar, stand.kwartaal)


def kwartaal_op(dag: date) -> Periode:
    return Periode.op(PeriodeSoort.KWARTAAL, dag)


def vraagdag(kwartaal: Periode) -> date:
    """The working day on which the clock asks."""
    return naar_werkdag(kwartaal.eind + timedelta(days=int(waarde("stand_vraag", op=kwartaal.eind))))


def antwoorddag(gevraagd_op: date) -> date:
    return gevraagd_op + timedelta(days=int(waarde("stand_antwoord", op=gevraagd_op)))


def regisseurdag(gevraagd_op: date) -> date:
    """From this day silence is a matter for the regisseur."""
    return gevraagd_op + timedelta(days=int(waarde("stand_naar_regisseur", op=gevraagd_op)))


def gevraagd_kwartaal(vandaag: date) -> Periode:
    """The last quarter of which the stand was due to be asked."""
    kwartaal = kwartaal_op(vandaag).vorige()
    return kwartaal if vraagdag(kwartaal) <= vandaag else kwartaal.vorige()


def te_vragen_kwartaal(vandaag: date) -> Periode | None:
    """What the clock asks tonight: from the day of asking, and while there is still time to answer."""
    kwartaal = gevraagd_kwartaal(vandaag)
    return kwartaal if vandaag <= antwoorddag(vraagdag(kwartaal)) else None


def is_gesloten(kwartaal: Periode, vandaag: date) -> bool:
    """The quarter after it is asked: what was said stands."""
    return vandaag >= vraagdag(kwartaal.volgende())


def ladder(vandaag: date) -> list[tuple[int, int]]:
    """(number, days after the first mail) of every reminder."""
    regels = alle_regels()
    return sorted(
        (int(r.dimensie), int(r.waarde)) for r in regels if r.code == "stand_herinnering" and r.geldt_op(vandaag)
    )


def acties_van_kwartaal(kwartaal: Periode) -> QuerySet[Actie]:
    """The actions of approved plans that ran in this quarter.

    Without dates an action runs the whole year of its plan; one that is late but busy still runs. What was finished
    or stopped is asked one last time (`is_laatste`).
    """
    loopt = (Q(start=None) | Q(start__lte=kwartaal.eind)) & (
        Q(eind=None) | Q(eind__gte=kwartaal.start) | Q(voortgang=Voortgang.LOPEND)
    )
    laatste = Kwartaalstand.objects.filter(actie=OuterRef("pk"), is_laatste=True).exclude(
        jaar=kwartaal.start.year, kwartaal=nummer(kwartaal)
    )
    return (
        Actie.objects.filter(
            loopt, doelstelling__plan__jaar=kwartaal.start.year, doelstelling__plan__status__in=IN_UITVOERING
        )
        .exclude(Q(voortgang__in=AFGEROND) & Exists(laatste))
        .select_related("doelstelling__plan", "trekker", "trekker_contact__organisatie", "trekker_organisatie")
        .order_by("doelstelling__plan", "doelstelling__volgorde", "volgorde", "created_at")
    )


def kwartalen_van(jaar: int, vandaag: date) -> list[Periode]:
    """The quarters of a year that have begun, the oldest first."""
    alle = [Periode.kwartaal(jaar, kwartaal) for kwartaal in KWARTALEN]
    return [kwartaal for kwartaal in alle if kwartaal.start <= vandaag]
