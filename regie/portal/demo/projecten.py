"""The rijbewijsproject of the demo world: 45 places, a waiting list, exams and rijbuddies. Nobody in it exists."""

from datetime import date, timedelta
from decimal import Decimal

from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.toeval import Toeval
from trajecten.enums import TrajectStatus
from trajecten.enums_projecten import DeelnameStatus, Moment, Pogingsoort, Projectsoort
from trajecten.models import Deelname, Poging, Project, Projectplaats, Rijbuddy, Traject
from trajecten.services.projecten import project_bewaren

PLAATSEN = 45
VERDELING = {
    DeelnameStatus.AANGEMELD: 3,
    DeelnameStatus.THEORIE_BEZIG: 5,
    DeelnameStatus.THEORIE_GESLAAGD: 3,
    DeelnameStatus.VOORLOPIG: 4,
    DeelnameStatus.RIJLESSEN: 6,
    DeelnameStatus.PRAKTIJK_GESLAAGD: 9,
}
BUDDIES = (
    ("Godelieve Sabbe", "Nederlands, Frans"),
    ("Marc Tanghe", "Nederlands"),
    ("Hatice Kaya", "Nederlands, Turks"),
    ("Johan Vermeire", "Nederlands, Engels"),
    ("Samira Benali", "Nederlands, Arabisch, Frans"),
)


def rijbewijsproject(wereld: Gebied, *, vandaag: date, toeval: Toeval) -> None:
    """Half of the running files without a licence ask a place; the last ones wait."""
    begin = vandaag.replace(month=1, day=1)
    project = project_bewaren(
        project=None,
        gegevens={
            "naam": "Rijbewijsproject",
            "soort": Projectsoort.RIJBEWIJS,
            "plaatsen": PLAATSEN,
            "van": begin,
            "tot": None,
            "incentive": Decimal("250.00"),
            "omschrijving": "Voor wie een rijbewijs nodig heeft om door te stromen: theorie, rijlessen, een rijbuddy.",
        },
    )
    gemeenten = [lid.gemeente_id for lid in wereld.gebied.leden.all()]
    buddies = [
        Rijbuddy.objects.create(
            naam=naam,
            talen=talen,
            gemeente_id=toeval.uit(gemeenten),
            momenten=toeval.sample([m.value for m in Moment], 2),
            hoogstens=3,
            email=f"buddy{nr}@vrijwilligers.example",
        )
        for nr, (naam, talen) in enumerate(BUDDIES, start=1)
    ]
    kandidaten = list(Traject.objects.filter(status=TrajectStatus.LOPEND).order_by("pk").select_related("client"))
    aantal = min(len(kandidaten), PLAATSEN + 6)
    for nr, traject in enumerate(toeval.sample(kandidaten, aantal), start=1):
        _deelname(project, traject, nr, buddies, vandaag=vandaag, toeval=toeval)


def _deelname(
    project: Project, traject: Traject, nr: int, buddies: list[Rijbuddy], *, vandaag: date, toeval: Toeval
) -> None:
    heeft_plaats = nr <= project.plaatsen
    status = toeval.kies(VERDELING) if heeft_plaats else DeelnameStatus.AANGEMELD
    aangemeld = vandaag - timedelta(days=toeval.randint(20, 200))
    sinds = aangemeld + timedelta(days=toeval.randint(0, 15))
    if not heeft_plaats:  # in the order of the waiting list
        aangemeld = sinds = vandaag - timedelta(days=70 - 10 * (nr - project.plaatsen))
    deelname = Deelname.objects.create(
        eigenaar_id=traject.eigenaar_id,
        project=project,
        client=traject.client,
        status=status,
        sinds=sinds,
        aangemeld_op=aangemeld,
        momenten=toeval.sample([m.value for m in Moment], 2),
        buddy=toeval.uit(buddies) if status == DeelnameStatus.RIJLESSEN and toeval.kans(0.6) else None,
        incentive=project.incentive,
        incentive_betaald_op=vandaag if status == DeelnameStatus.PRAKTIJK_GESLAAGD else None,
    )
    Projectplaats.objects.create(
        project=project, organisatie_id=traject.eigenaar_id, deelname=deelname.pk, nr=nr if heeft_plaats else None
    )
    _pogingen(deelname, traject, toeval)


def _pogingen(deelname: Deelname, traject: Traject, toeval: Toeval) -> None:
    """The exams that lie behind a status: now and then one that failed first."""
    orde = DeelnameStatus.van_soort(Projectsoort.RIJBEWIJS)
    ver = orde.index(DeelnameStatus(deelname.status))
    soorten = [
        (Pogingsoort.THEORIE, orde.index(DeelnameStatus.THEORIE_GESLAAGD)),
        (Pogingsoort.PRAKTIJK, orde.index(DeelnameStatus.PRAKTIJK_GESLAAGD)),
    ]
    dag = deelname.aangemeld_op
    for soort, gehaald in soorten:
        if ver < gehaald:
            continue
        uitslagen = [False, True] if toeval.kans(0.3) else [True]
        for geslaagd in uitslagen:
            dag += timedelta(days=7)
            Poging.objects.create(
                eigenaar_id=deelname.eigenaar_id,
                deelname=deelname,
                soort=soort,
                datum=min(dag, deelname.sinds),
                geslaagd=geslaagd,
                door_id=traject.begeleider_id,
            )
