"""Mijn dag: what one trajectbegeleider has to do now, from the open deadlines of the own files and those covered."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Case, CharField, Count, Exists, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from regie.accounts.models import User
from trajecten.enums import TrajectStatus, VoorstelStatus
from trajecten.models import (
    Contactmoment,
    Contactvraag,
    EigenTaak,
    Ontwerp,
    Termijn,
    Traject,
    Voorstel,
    Waarneming,
)
from trajecten.transitions import EINDSTATUSSEN

TONEN = 25
SECTIES = (
    ("te_laat", "Te laat"),
    ("vandaag", "Vandaag"),
    ("week", "De komende week"),
    ("letop", "Let op: komt eraan"),
)
FASEN = (
    ("voor de start", {TrajectStatus.AANGEMELD, TrajectStatus.INTAKE, TrajectStatus.SCREENING}),
    ("plan en plaats", {TrajectStatus.ACTIEPLAN, TrajectStatus.WACHT_OP_START}),
    ("lopend", {TrajectStatus.LOPEND}),
    ("onderbroken", {TrajectStatus.ONDERBROKEN}),
    ("nazorg", {TrajectStatus.NAZORG}),
)


@dataclass(frozen=True, slots=True)
class Sectie:
    code: str
    titel: str
    termijnen: list[Termijn] = field(default_factory=list)
    taken: list[EigenTaak] = field(default_factory=list)
    totaal: int = 0

    @property
    def aantal(self) -> int:
        return self.totaal + len(self.taken)


@dataclass(frozen=True, slots=True)
class Caseload:
    """How many open files somebody follows, per phase, beside the average of who follows files in the OCMW."""

    totaal: int
    per_fase: list[tuple[str, int]]
    gemiddeld: int
    hoogste: int


@dataclass(frozen=True, slots=True)
class Dag:
    secties: list[Sectie]
    waarneming: list[Sectie]
    ontwerpen: list[Ontwerp]
    vragen: list[Contactvraag]
    voorstellen: list[Voorstel]
    caseload: Caseload

    @property
    def is_leeg(self) -> bool:
        rijen = [*self.secties, *self.waarneming]
        return not (rijen or self.ontwerpen or self.vragen or self.voorstellen)


@dataclass(frozen=True, slots=True)
class Begin:
    """What the checklist of a first login looks at."""

    weggeklikt: bool
    heeft_contact: bool
    heeft_agenda: bool


def open_termijnen() -> QuerySet[Termijn]:
    return Termijn.objects.filter(afgehandeld_op=None, vervallen_op=None).select_related(
        "traject__client", "traject__begeleider"
    )


def wakkere_termijnen(vandaag: date) -> QuerySet[Termijn]:
    """Open, and not asleep."""
    return open_termijnen().exclude(gesluimerd_tot__gt=vandaag)


def met_sectie(termijnen: QuerySet[Termijn], vandaag: date) -> QuerySet[Termijn]:
    """Each deadline in the part of the day it belongs to; what asks nothing yet has none."""
    sectie = Case(
        When(uiterlijk_op__lt=vandaag, then=Value("te_laat")),
        When(vervalt_op__lte=vandaag, then=Value("vandaag")),
        When(vervalt_op__lte=vandaag + timedelta(days=7), then=Value("week")),
        When(signaal_vanaf__lte=vandaag, then=Value("letop")),
        default=Value(""),
        output_field=CharField(),
    )
    return termijnen.annotate(uiterlijk_op=Coalesce("te_laat_na", "vervalt_op"), sectie=sectie).exclude(sectie="")


def waargenomen(user_id: int, vandaag: date) -> QuerySet[Waarneming]:
    """Whose files somebody covers on a day."""
    return Waarneming.objects.op(vandaag).filter(waarnemer_id=user_id)


def mijn_dag(*, user_id: int, organisatie_ids: tuple[int, ...], vandaag: date, hele_team: bool) -> Dag:
    """`hele_team` shows the deadlines of every colleague too; otherwise those covered for somebody stand apart."""
    afwezigen = waargenomen(user_id, vandaag).values("afwezige")
    termijnen = met_sectie(wakkere_termijnen(vandaag), vandaag)
    van_mij = Q(traject__begeleider=user_id)
    if hele_team:
        termijnen = termijnen.annotate(waar=Value(0))
    else:
        termijnen = termijnen.filter(van_mij | Q(traject__begeleider__in=afwezigen))
        termijnen = termijnen.annotate(waar=Case(When(van_mij, then=Value(0)), default=Value(1)))
    deel = [F("sectie"), F("waar")]
    rijen = list(
        termijnen.annotate(
            plaats=Window(RowNumber(), partition_by=deel, order_by=["vervalt_op", "pk"]),
            totaal=Window(Count("pk"), partition_by=deel),
        )
        .filter(plaats__lte=TONEN)
        .order_by("vervalt_op", "pk")
    )
    taken = list(
        EigenTaak.objects.filter(
            voor_id=user_id, afgehandeld_op=None, vervalt_op__lte=vandaag + timedelta(days=7)
        ).order_by("vervalt_op", "pk")
    )
    return Dag(
        secties=_secties([rij for rij in rijen if vars(rij)["waar"] == 0], taken, vandaag),
        waarneming=_secties([rij for rij in rijen if vars(rij)["waar"] == 1], [], vandaag),
        ontwerpen=list(Ontwerp.objects.filter(door_id=user_id).order_by("-updated_at")),
        vragen=list(
            Contactvraag.objects.filter(aan_id__in=organisatie_ids, beantwoord_op=None)
            .select_related("van", "door")
            .order_by("created_at")
        ),
        voorstellen=_voorstellen(user_id, afwezigen, hele_team),
        caseload=caseload(user_id),
    )


def _secties(rijen: list[Termijn], taken: list[EigenTaak], vandaag: date) -> list[Sectie]:
    secties = []
    for code, titel in SECTIES:
        eigen = [taak for taak in taken if _sectie_van(taak, vandaag) == code]
        hier = [rij for rij in rijen if vars(rij)["sectie"] == code]
        if hier or eigen:
            secties.append(Sectie(code, titel, hier, eigen, vars(hier[0])["totaal"] if hier else 0))
    return secties


def _sectie_van(taak: EigenTaak, vandaag: date) -> str:
    if taak.vervalt_op < vandaag:
        return "te_laat"
    return "vandaag" if taak.vervalt_op == vandaag else "week"


def _voorstellen(user_id: int, afwezigen: QuerySet, hele_team: bool) -> list[Voorstel]:
    """What partners proposed and nobody answered yet, oldest first."""
    rijen = Voorstel.objects.filter(status=VoorstelStatus.OPEN)
    if not hele_team:
        begeleider = "plaatsing__stap__traject__begeleider"
        rijen = rijen.filter(Q(**{begeleider: user_id}) | Q(**{f"{begeleider}__in": afwezigen}))
    rijen = rijen.select_related("organisatie", "plaatsing__stap__traject__client")
    return list(rijen.order_by("ingediend_op", "pk")[:TONEN])


def caseload(user_id: int) -> Caseload:
    """One count over the open files of the OCMW's in scope."""
    per_persoon: dict[int, dict[str, int]] = {}
    tellingen = Traject.objects.exclude(status__in=sorted(EINDSTATUSSEN)).exclude(begeleider=None)
    for begeleider, status, aantal in tellingen.values_list("begeleider", "status").annotate(n=Count("pk")):
        per_persoon.setdefault(begeleider, {})[status] = aantal
    mijn = per_persoon.get(user_id, {})
    totalen = [sum(fasen.values()) for fasen in per_persoon.values()]
    return Caseload(
        totaal=sum(mijn.values()),
        per_fase=[(naam, sum(mijn.get(status, 0) for status in statussen)) for naam, statussen in FASEN],
        gemiddeld=round(sum(totalen) / len(totalen)) if totalen else 0,
        hoogste=max(totalen, default=0),
    )


def begin_van(user_id: int) -> Begin:
    """One query: what this account chose, and whether it ever noted a contact."""
    contact = Exists(Contactmoment.objects.filter(door_id=user_id))
    klaar, agenda, heeft_contact = (
        User.objects.filter(pk=user_id)
        .values_list("voorkeur__aan_de_slag_klaar_op", "voorkeur__agenda_hash", contact)
        .get()
    )
    return Begin(klaar is not None, bool(heeft_contact), bool(agenda))
