"""The cost sheet of a traject, the forecast of an OCMW, and what gebruikers are billed for a month."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from django.db.models import Q, QuerySet

from partners.enums import Functieniveau
from partners.models import Tarief
from regie.core.dates import einde_van_maand, plus_maanden
from regie.core.parameters import RegelOnbekend, waarde
from trajecten.enums import Aanvraagstatus, LeefloonCategorie, StapStatus
from trajecten.models import (
    Breukperiode,
    Kostenafspraak,
    Kostenkader,
    Plaatsing,
    Schorsing,
    Stap,
    Tariefafspraak,
    Traject,
)
from trajecten.regels.kosten import Bedrag, Kader, Maandpost, Werkstuk, gewicht, maandposten, maandtarief, som, zonder
from trajecten.selectors.overgangen import MET_PLAATSING

DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plek:
    """One piece of work with the place it is at, for the bill."""

    plaatsing: Plaatsing
    werkstuk: Werkstuk


@dataclass(slots=True)
class Stapkosten:
    """One step with everything that has a price."""

    stap: Stap
    tot: date
    plekken: list[Plek]
    kader: Callable[[date], Kader]

    def posten(self) -> list[Maandpost]:
        stukken = [plek.werkstuk for plek in self.plekken]
        return maandposten(stukken, van=self.stap.start, tot=self.tot, kader=self.kader)


@dataclass(slots=True)
class _Bronnen:
    """What was read in one go for many steps."""

    plaatsingen: dict[UUID, list[Plaatsing]] = field(default_factory=dict)
    breuken: dict[UUID, list[tuple[date, Decimal]]] = field(default_factory=dict)
    schorsingen: dict[UUID, list[tuple[date, date | None]]] = field(default_factory=dict)
    tarieven: list[Tarief] = field(default_factory=list)
    afspraken: dict[UUID, Tariefafspraak] = field(default_factory=dict)
    kaders: list[Kostenkader] = field(default_factory=list)
    trajecten: dict[UUID, Kostenafspraak] = field(default_factory=dict)


def stappen_met_kosten() -> QuerySet[Stap]:
    """Art. 60 that runs, ran or is planned: there the OCMW pays the wage."""
    return Stap.objects.filter(instrument_id__in=MET_PLAATSING).select_related("traject__client", "instrument")


def lees(stappen: Sequence[Stap], vandaag: date) -> list[Stapkosten]:
    """The priced steps, in eight queries however many there are."""
    bronnen = _lees_bronnen(stappen)
    return [_stapkosten(stap, bronnen, vandaag) for stap in stappen]


def _lees_bronnen(stappen: Sequence[Stap]) -> _Bronnen:
    bronnen = _Bronnen(
        tarieven=list(Tarief.objects.order_by("geldig_van")),
        kaders=list(Kostenkader.objects.order_by("van")),
        trajecten={
            a.traject_id: a for a in Kostenafspraak.objects.filter(traject__in=[s.traject_id for s in stappen])
        },
    )
    for plaatsing in Plaatsing.objects.filter(stap__in=stappen).select_related("gebruiker").order_by("start", "pk"):
        bronnen.plaatsingen.setdefault(plaatsing.stap_id, []).append(plaatsing)
    breuken = Breukperiode.objects.filter(stap__in=stappen, ingetrokken_op=None).order_by("vanaf")
    for stap_id, vanaf, breuk in breuken.values_list("stap_id", "vanaf", "breuk"):
        bronnen.breuken.setdefault(stap_id, []).append((vanaf, breuk))
    schorsingen = Schorsing.objects.filter(stap__in=stappen, status=Aanvraagstatus.GOEDGEKEURD)
    for stap_id, van, tot in schorsingen.values_list("stap_id", "van", "tot"):
        bronnen.schorsingen.setdefault(stap_id, []).append((van, tot))
    for afspraak in Tariefafspraak.objects.filter(plaatsing__stap__in=stappen):
        bronnen.afspraken[afspraak.plaatsing_id] = afspraak
    return bronnen


def _stapkosten(stap: Stap, bronnen: _Bronnen, vandaag: date) -> Stapkosten:
    tot = stap.einde or max(stap.einde_voorzien or vandaag, stap.start)
    geschorst = [(van, eind or vandaag) for van, eind in bronnen.schorsingen.get(stap.pk, [])]
    plekken = [
        Plek(plaatsing, stuk)
        for plaatsing in bronnen.plaatsingen.get(stap.pk, [])
        for stuk in zonder(_stukken(stap, plaatsing, bronnen, tot), geschorst)
    ]
    return Stapkosten(stap, tot, plekken, _kader(stap, bronnen))


def _stukken(stap: Stap, plaatsing: Plaatsing, bronnen: _Bronnen, tot: date) -> list[Werkstuk]:
    """The days at one place, cut where the fraction of the contract changes."""
    van, einde = max(plaatsing.start, stap.start), min(plaatsing.einde or tot, tot)
    breuken = [(van, plaatsing.breuk)]
    for vanaf, breuk in bronnen.breuken.get(stap.pk, []):
        if vanaf <= van:
            breuken[0] = (van, breuk)
        elif vanaf <= einde:
            breuken.append((vanaf, breuk))
    grenzen = [*breuken, (einde + DAG, Decimal(0))]
    tarief = _tarief(plaatsing, bronnen)
    return [
        Werkstuk(begin, volgend - DAG, Fraction(breuk), tarief)
        for (begin, breuk), (volgend, _) in pairwise(grenzen)
        if begin < volgend
    ]


def _tarief(plaatsing: Plaatsing, bronnen: _Bronnen) -> Callable[[date], Bedrag]:
    afspraak = bronnen.afspraken.get(plaatsing.pk)
    if afspraak and afspraak.bedrag is not None:
        eigen = afspraak.bedrag
        return lambda dag: eigen
    niveau = afspraak.functieniveau if afspraak else Functieniveau.UITVOEREND
    categorie = plaatsing.gebruiker.gebruikerscategorie
    tarieven = [
        t
        for t in bronnen.tarieven
        if (t.categorie, t.functieniveau) == (categorie, niveau) and t.organisatie_id in {None, plaatsing.eigenaar_id}
    ]

    def op(dag: date) -> Bedrag:
        geldig = [t for t in tarieven if t.geldig_van <= dag and (t.geldig_tot is None or dag <= t.geldig_tot)]
        if not geldig:
            return None
        return max(geldig, key=lambda t: (t.organisatie_id is not None, t.geldig_van)).bedrag

    return op


def _kader(stap: Stap, bronnen: _Bronnen) -> Callable[[date], Kader]:
    afspraak = bronnen.trajecten.get(stap.traject_id)
    kaders = [k for k in bronnen.kaders if k.eigenaar_id == stap.eigenaar_id]

    def voor(maand: date) -> Kader:
        kader = next((k for k in reversed(kaders) if k.van <= einde_van_maand(maand)), None)
        uren, uurkost = (kader.begeleidingsuren, kader.uurkost) if kader else (None, None)
        eigen = afspraak.loonkost if afspraak else None
        return Kader(
            loonkost=eigen if eigen is not None else (kader.loonkost if kader else None),
            begeleiding=None if uren is None or uurkost is None else uren * uurkost,
            leefloon=_leefloon(afspraak, maand),
            premie=premie(stap, maand),
        )

    return voor


def _leefloon(afspraak: Kostenafspraak | None, maand: date) -> Bedrag:
    categorie = afspraak.leefloon if afspraak else LeefloonCategorie.ONBEKEND
    if categorie == LeefloonCategorie.GEEN:
        return Decimal(0)
    return None if categorie == LeefloonCategorie.ONBEKEND else _waarde("leefloon", maand, categorie)


def _waarde(code: str, op: date, dimensie: str) -> Bedrag:
    try:
        return waarde(code, op=op, dimensie=dimensie)
    except RegelOnbekend:
        return None


def premie(stap: Stap, maand: date) -> Bedrag:
    """Flemish money of a month: only for who is registered in MLP and at work on its last day (domein.md 3.2)."""
    laatste = einde_van_maand(maand)
    geregistreerd = stap.mlp_geregistreerd_op
    einde = stap.einde or stap.einde_voorzien
    if geregistreerd is None or geregistreerd > laatste or stap.start > laatste or (einde and einde < laatste):
        return Decimal(0)
    grens = plus_maanden(stap.start, int(waarde("twe_max_maanden", op=stap.start)))
    if laatste >= grens:
        return _waarde("twe_compensatie_3", laatste, "vanaf m25")
    return som([_waarde("twe_inspanning", laatste, "m1-24"), _waarde("twe_compensatie", laatste, "met art60")])


@dataclass(frozen=True, slots=True)
class Totaal:
    loon: Bedrag
    begeleiding: Bedrag
    premie: Bedrag
    tarief: Bedrag
    leefloon: Bedrag
    kost: Bedrag
    opbrengst: Bedrag
    saldo: Bedrag


def totaal(posten: Iterable[Maandpost]) -> Totaal:
    """Sums of the months; None as soon as one month is not known."""
    posten = list(posten)
    namen = ("loon", "begeleiding", "premie", "tarief", "leefloon", "kost", "opbrengst", "saldo")
    return Totaal(**{naam: som(getattr(post, naam) for post in posten) for naam in namen})


@dataclass(frozen=True, slots=True)
class Kostenblad:
    stap: Stap
    posten: list[Maandpost]
    tot_nu: Totaal
    alles: Totaal
    ontbreekt: list[str]

    @property
    def bijschrift(self) -> str:
        return f"Kosten en opbrengsten per maand, {self.stap.instrument} vanaf {self.stap.start:%d/%m/%Y}"


def kostenbladen(traject: Traject, *, vandaag: date) -> list[Kostenblad]:
    """The sheet of every art. 60 step of a traject, with what is still missing in words."""
    stappen = list(stappen_met_kosten().filter(traject=traject).order_by("-start"))
    bladen = []
    for kosten in lees(stappen, vandaag):
        posten = kosten.posten()
        voorbij = [post for post in posten if einde_van_maand(post.maand) <= vandaag]
        bladen.append(Kostenblad(kosten.stap, posten, totaal(voorbij), totaal(posten), _ontbreekt(posten)))
    return bladen


def _ontbreekt(posten: Sequence[Maandpost]) -> list[str]:
    vragen = (
        ("loon", "De loonkost is niet ingevuld voor elke maand. Vul ze in bij 'Bedragen van het OCMW'."),
        ("begeleiding", "De uren of de uurkost van de begeleiding zijn niet ingevuld bij 'Bedragen van het OCMW'."),
        ("tarief", "Er is niet voor elke maand een tarief voor deze gebruiker. Kijk de tarieftabel na."),
        ("leefloon", "Kies welk leefloon zonder dit traject betaald zou worden."),
        ("premie", "Er is geen premie bekend voor elke maand."),
    )
    return [zin for veld, zin in vragen if any(getattr(post, veld) is None for post in posten)]


@dataclass(frozen=True, slots=True)
class Prognosemaand:
    maand: date
    personen: int
    voltijds: Fraction
    totaal: Totaal

    @property
    def deel(self) -> float:
        return float(self.voltijds)


@dataclass(frozen=True, slots=True)
class Prognose:
    """Forecast of one year: planned and running steps up to their expected end, ended ones as they were."""

    maanden: list[Prognosemaand]
    jaar: Totaal
    onvolledig: int  # steps of which at least one amount is not known; they are left out of the sums


def prognose(jaar: int, *, vandaag: date) -> Prognose:
    eerste, laatste = date(jaar, 1, 1), date(jaar, 12, 31)
    stappen = list(
        stappen_met_kosten()
        .filter(Q(einde=None) | Q(einde__gte=eerste), start__lte=laatste)
        .filter(Q(einde_voorzien=None) | Q(einde_voorzien__gte=eerste) | Q(status=StapStatus.LOPEND))
    )
    per_maand: dict[date, list[Maandpost]] = {date(jaar, maand, 1): [] for maand in range(1, 13)}
    onvolledig = 0
    for kosten in lees(stappen, vandaag):
        posten = [post for post in kosten.posten() if post.maand in per_maand]
        if any(post.saldo is None for post in posten):
            onvolledig += 1
            continue
        for post in posten:
            per_maand[post.maand].append(post)
    maanden = [
        Prognosemaand(maand, len(posten), sum((p.voltijds for p in posten), Fraction()), totaal(posten))
        for maand, posten in per_maand.items()
    ]
    return Prognose(maanden, totaal(post for posten in per_maand.values() for post in posten), onvolledig)


@dataclass(frozen=True, slots=True)
class Factuurlijn:
    """One worker at one gebruiker in one month; `bedrag` None: no tariff known."""

    plaatsing: Plaatsing
    dossiernummer: str
    naam: str
    van: date
    tot: date
    voltijds: Fraction
    bedrag: Bedrag

    @property
    def deel(self) -> float:
        return float(self.voltijds)


def facturatie(maand: date, *, vandaag: date) -> list[Factuurlijn]:
    """What every gebruiker of the own OCMW is billed for a month, by gebruiker and name."""
    eerste, laatste = maand.replace(day=1), einde_van_maand(maand)
    stappen = list(
        stappen_met_kosten()
        .exclude(status=StapStatus.GEPLAND)
        .filter(Q(einde=None) | Q(einde__gte=eerste), start__lte=laatste)
    )
    lijnen = []
    for kosten in lees(stappen, vandaag):
        lijnen += _lijnen(kosten, eerste, laatste)
    return sorted(lijnen, key=lambda lijn: (lijn.plaatsing.gebruiker.naam, lijn.naam, lijn.van))


def _lijnen(kosten: Stapkosten, eerste: date, laatste: date) -> list[Factuurlijn]:
    per_plaats: dict[UUID, list[Plek]] = {}
    for plek in kosten.plekken:
        if gewicht(plek.werkstuk, eerste):
            per_plaats.setdefault(plek.plaatsing.pk, []).append(plek)
    client = kosten.stap.traject.client
    return [
        Factuurlijn(
            plaatsing=plekken[0].plaatsing,
            dossiernummer=client.dossiernummer,
            naam=client.lijstnaam,
            van=max(plekken[0].werkstuk.van, eerste),
            tot=min(plekken[-1].werkstuk.tot, laatste),
            voltijds=sum((gewicht(plek.werkstuk, eerste) for plek in plekken), Fraction()),
            bedrag=som(maandtarief(plek.werkstuk, eerste) for plek in plekken),
        )
        for plekken in per_plaats.values()
    ]
