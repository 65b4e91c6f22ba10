"""Keep the deadlines of a traject as the rules say: made, moved and ended without anybody typing them.

Runs after every change of a traject (spoor.ververs_termijn) and every night; running it twice changes nothing. What
people did stays: a deadline that was ticked, moved or put to sleep is only asked again when the rule gives another
day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from regie.core.parameters import waarde
from trajecten.enums import TermijnSoort, TrajectStatus
from trajecten.models import Termijn, Traject
from trajecten.regels.signalen import Signaal, signalen
from trajecten.selectors.signalen import Bundel, bundels
from trajecten.transitions import EINDSTATUSSEN

PER_KEER = 200
VELDEN = (
    "soort",
    "omschrijving",
    "vervalt_op",
    "verzet_reden",
    "afgehandeld_op",
    "vervallen_op",
    "sleutel",
    "signaal_vanaf",
    "regel",
)
# Kinds of which a file has one at a time: a row from before the engine is taken over whatever its words are.
ENIG = frozenset({TermijnSoort.GPMI, TermijnSoort.GPMI_EVALUATIE, TermijnSoort.TWE_REGISTRATIE})
MARGES = {TermijnSoort.EVALUATIE: "evaluatie_marge", TermijnSoort.NAZORG: "nazorg_marge"}


@dataclass(slots=True)
class Wijzigingen:
    nieuw: list[Termijn] = field(default_factory=list)
    anders: list[Termijn] = field(default_factory=list)
    marges: list[Termijn] = field(default_factory=list)  # of which only the margin moved
    trajecten: list[Traject] = field(default_factory=list)


def herbereken(traject: Traject, *, vandaag: date) -> None:
    """The signals of one traject, and its next deadline on the traject itself."""
    herbereken_lijst([traject], vandaag=vandaag)


@transaction.atomic
def herbereken_lijst(trajecten: Sequence[Traject], *, vandaag: date) -> Wijzigingen:
    """The same for many (with `client` read), in as many queries as for one."""
    alle = Wijzigingen()
    for bundel in bundels(trajecten):
        _verzoen(bundel, vandaag, alle)
        _zet_volgende(bundel, vandaag, alle)
    Termijn.objects.bulk_create(alle.nieuw, ignore_conflicts=True)
    Termijn.objects.bulk_update(alle.anders, VELDEN, batch_size=500)
    Termijn.objects.bulk_update(alle.marges, ["te_laat_na"], batch_size=500)
    Traject.objects.bulk_update(alle.trajecten, ["volgende_termijn_op", "volgende_termijn"], batch_size=500)
    return alle


def herbereken_alles(*, vandaag: date) -> int:
    """Every night: all open trajecten in scope, and ended ones that still ask something. Returns how many changed."""
    nog_open = Termijn.objects.filter(traject=OuterRef("pk"), afgehandeld_op=None, vervallen_op=None)
    vraagt_iets = ~Q(status__in=sorted(EINDSTATUSSEN)) | Exists(nog_open)
    ids = list(Traject.objects.filter(vraagt_iets).order_by("pk").values_list("pk", flat=True))
    aantal = 0
    for begin in range(0, len(ids), PER_KEER):
        rijen = Traject.objects.filter(pk__in=ids[begin : begin + PER_KEER]).select_related("client").order_by("pk")
        gedaan = herbereken_lijst(list(rijen.select_for_update(of=("self",))), vandaag=vandaag)
        aantal += len(gedaan.nieuw) + len(gedaan.anders) + len(gedaan.marges)
    return aantal


def _verzoen(bundel: Bundel, vandaag: date, alle: Wijzigingen) -> None:
    """Rows as the signals say. `bundel.termijnen` holds all rows of the traject, also closed ones."""
    oud = {rij.pk: _stand(rij) for rij in bundel.termijnen}
    marges = {rij.pk: rij.te_laat_na for rij in bundel.termijnen}
    per_sleutel = {rij.sleutel: rij for rij in bundel.termijnen if rij.sleutel}
    gegeven = signalen(bundel.feiten, vandaag)
    for signaal in gegeven:
        rij = per_sleutel.get(signaal.sleutel) or _van_voor_de_motor(bundel.termijnen, signaal)
        if rij is None:
            nieuw = Termijn(eigenaar_id=bundel.traject.eigenaar_id, traject=bundel.traject)
            _neem_over(nieuw, signaal)
            alle.nieuw.append(nieuw)
            bundel.termijnen.append(nieuw)
        elif _is_open(rij) or _wordt_weer_gevraagd(rij, signaal):
            _neem_over(rij, signaal)
        else:
            rij.sleutel = signaal.sleutel  # closed, and known from now on
    sleutels = {signaal.sleutel for signaal in gegeven}
    for rij in bundel.termijnen:
        _beeindig(rij, bundel.traject, sleutels, vandaag)
        _marge(rij, bundel.traject, vandaag)
    for rij in bundel.termijnen:
        if rij.pk in oud and _stand(rij) != oud[rij.pk]:
            alle.anders.append(rij)
        elif rij.pk in oud and rij.te_laat_na != marges[rij.pk]:
            alle.marges.append(rij)


def _stand(rij: Termijn) -> tuple[object, ...]:
    return tuple(dict(rij.regel) if veld == "regel" else getattr(rij, veld) for veld in VELDEN)


def _is_open(rij: Termijn) -> bool:
    return rij.afgehandeld_op is None and rij.vervallen_op is None


def _van_voor_de_motor(rijen: Iterable[Termijn], signaal: Signaal) -> Termijn | None:
    """A row somebody or an earlier version planned for the same thing: it becomes this signal's row."""
    for rij in rijen:
        zelfde = rij.omschrijving == signaal.omschrijving and rij.soort != TermijnSoort.TAAK
        enig = signaal.soort in ENIG and rij.soort == signaal.soort and _is_open(rij)
        zonder_eigen_formulier = rij.evaluatie_id is None and rij.nazorgmeting_id is None
        if not rij.sleutel and zonder_eigen_formulier and (enig or (zelfde and signaal.soort not in ENIG)):
            return rij
    return None


def _wordt_weer_gevraagd(rij: Termijn, signaal: Signaal) -> bool:
    """A closed row comes back when it had ended by itself, or when the rule moved its day past the day it closed."""
    if rij.regel.get("vanzelf"):
        return True
    dicht = rij.afgehandeld_op or rij.vervallen_op
    verschoven = rij.afgehandeld_op is None or rij.regel.get("berekend") != signaal.vervalt_op.isoformat()
    return dicht is not None and verschoven and signaal.vervalt_op > dicht


def _neem_over(rij: Termijn, signaal: Signaal) -> None:
    """The rule's day, unless somebody moved the deadline and the rule still gives the same day."""
    verzet = bool(rij.verzet_reden) and rij.regel.get("berekend", signaal.vervalt_op.isoformat()) == (
        signaal.vervalt_op.isoformat()
    )
    if not verzet:
        rij.vervalt_op, rij.verzet_reden = signaal.vervalt_op, ""
    rij.sleutel, rij.soort, rij.omschrijving = signaal.sleutel, signaal.soort, signaal.omschrijving
    rij.signaal_vanaf = min(signaal.vanaf or signaal.vervalt_op, rij.vervalt_op)
    rij.regel = signaal.als_json()
    rij.afgehandeld_op = rij.vervallen_op = None


def _beeindig(rij: Termijn, traject: Traject, sleutels: set[str], vandaag: date) -> None:
    """What the rules no longer give ends by itself; of an ended traject nothing is asked."""
    klaar = traject.status in EINDSTATUSSEN
    if _is_open(rij) and (klaar or (rij.sleutel and rij.sleutel not in sleutels)):
        rij.vervallen_op = vandaag
        rij.regel = {**rij.regel, "vanzelf": True}


def _marge(rij: Termijn, traject: Traject, vandaag: date) -> None:
    """Evaluations and measurements are late some days after their day; an interruption makes evaluations wait."""
    code = MARGES.get(TermijnSoort(rij.soort))
    if code is None or not _is_open(rij):
        return
    dag = rij.vervalt_op
    if traject.status == TrajectStatus.ONDERBROKEN and rij.soort == TermijnSoort.EVALUATIE:
        dag = max(dag, traject.onderbreking_tot or vandaag)
    rij.te_laat_na = dag + timedelta(days=int(waarde(code, op=rij.vervalt_op)))


def _zet_volgende(bundel: Bundel, vandaag: date, alle: Wijzigingen) -> None:
    """The next deadline stands on the traject, where lists sort and show it; what sleeps is not next."""
    traject = bundel.traject
    eerste = min(_wakker(bundel.termijnen, vandaag), key=lambda rij: (rij.vervalt_op, rij.pk), default=None)
    volgende = (eerste.vervalt_op, eerste.omschrijving[:80]) if eerste else (None, "")
    if (traject.volgende_termijn_op, traject.volgende_termijn) != volgende:
        traject.volgende_termijn_op, traject.volgende_termijn = volgende
        alle.trajecten.append(traject)


def _wakker(rijen: Iterable[Termijn], vandaag: date) -> Iterator[Termijn]:
    return (rij for rij in rijen if _is_open(rij) and not rij.sluimert(vandaag))
