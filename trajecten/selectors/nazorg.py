"""Nazorg: what must be measured, how long people kept working, and who is within reach of the premium."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Min, Q, QuerySet

from regie.core.dates import plus_maanden
from regie.core.parameters import Regel, RegelOnbekend, regel, waarde
from trajecten.enums import AanHetWerk, Inkomensstatuut, Linkdoel
from trajecten.models import (
    Client,
    Instrument,
    Link,
    Nazorgmeting,
    Plaatsing,
    StatusWijziging,
    Traject,
    UitstroomCode,
    Werkperiode,
)
from trajecten.regels.cohort import VERSCHUIVING, cohortvenster
from trajecten.regels.werkduur import Periode, Stand, Werkduur, werkduur
from trajecten.selectors.partnerhand import OverWie, korte_naam

VOORUIT = timedelta(days=30)
COHORTEN = (3, 6, 12)
MET_LEEFLOON = (Inkomensstatuut.LEEFLOON, Inkomensstatuut.EQ_LEEFLOON)


@dataclass(frozen=True, slots=True)
class Nazorglijst:
    te_laat: list[Nazorgmeting]
    nu: list[Nazorgmeting]
    later: list[Nazorgmeting]

    @property
    def aantal(self) -> int:
        return len(self.te_laat) + len(self.nu) + len(self.later)


def te_meten(*, vandaag: date, begeleider_id: int | None) -> Nazorglijst:
    """Open measurements of files in nazorg until a month from now; late when the margin has passed."""
    metingen = (
        Nazorgmeting.objects.filter(
            gemeten_op=None, gepland_op__lte=vandaag + VOORUIT, traject__afgesloten_op=None, traject__status="NAZORG"
        )
        .select_related("traject__client", "traject__begeleider", "traject__uitstroomcode")
        .order_by("gepland_op", "pk")
    )
    if begeleider_id is not None:
        metingen = metingen.filter(traject__begeleider_id=begeleider_id)
    marge = timedelta(days=int(waarde("nazorg_marge", op=vandaag)))
    rijen = list(metingen[:300])
    return Nazorglijst(
        te_laat=[m for m in rijen if m.gepland_op + marge < vandaag],
        nu=[m for m in rijen if m.gepland_op <= vandaag <= m.gepland_op + marge],
        later=[m for m in rijen if m.gepland_op > vandaag],
    )


def open_meting(meting_id: UUID) -> Nazorgmeting | None:
    """A measurement that still waits for an answer."""
    return (
        Nazorgmeting.objects.filter(pk=meting_id, gemeten_op=None)
        .select_related("traject__client__eigenaar", "traject__begeleider")
        .first()
    )


def over_uitgestroomde(meting: Nazorgmeting) -> OverWie:
    """What stands above the question, for who is not at the OCMW."""
    traject = meting.traject
    return OverWie(
        naam=korte_naam(traject.client),
        functie="",
        sinds=traject.uitgestroomd_op,
        ocmw=str(traject.client.eigenaar),
        begeleider=traject.begeleider.naam if traject.begeleider else "",
        begeleider_email=traject.begeleider.email if traject.begeleider else "",
    )


def vragen_van(metingen: Iterable[Nazorgmeting]) -> dict[UUID, Link]:
    """The latest link per measurement, so that silence can be seen."""
    doelen = [Linkdoel.NAZORG_CLIENT, Linkdoel.NAZORG_WERKGEVER]
    links = Link.objects.filter(doel__in=doelen, object_id__in=[m.pk for m in metingen]).order_by("created_at")
    return {link.object_id: link for link in links}


@dataclass(frozen=True, slots=True)
class Premiedossier:
    client: Client
    duur: Werkduur
    werkt: bool


def werkperioden(client: Client) -> QuerySet[Werkperiode]:
    return Werkperiode.objects.filter(client=client).select_related("traject").order_by("-van", "pk")


def werkduur_van(client: Client, *, vandaag: date) -> Werkduur | None:
    """How far one client is; None when no rule holds for the day of the request, or there was none."""
    return next((dossier.duur for dossier in _premies([client], vandaag)), None)


def premiedossiers(*, vandaag: date) -> list[Premiedossier]:
    """Files of the own OCMW with proven or running work, nearest first; reached ones and lost ones below."""
    met_werk = Werkperiode.objects.values("client_id")
    clienten = Client.objects.filter(pk__in=met_werk, inkomensstatuut__in=MET_LEEFLOON)
    volgorde = list(Stand)
    return sorted(
        _premies(clienten, vandaag),
        key=lambda d: (
            volgorde.index(d.duur.stand) or len(volgorde),  # reached comes last: nothing is left to do
            d.duur.bij_doorwerken or d.duur.venster_tot,
            d.client.sorteernaam,
        ),
    )


def _premies(clienten: Iterable[Client], vandaag: date) -> list[Premiedossier]:
    per_client = {client.pk: client for client in clienten}
    aanvragen = _aanvragen(per_client.values())
    perioden = _perioden(per_client, vandaag)
    dossiers = []
    for pk, client in per_client.items():
        aanvraag = aanvragen.get(pk)
        if aanvraag is None:
            continue
        try:
            duur = werkduur(
                aanvraag=aanvraag,
                perioden=perioden.get(pk, []),
                vandaag=vandaag,
                werk_maanden=int(waarde("duurzaam_werk", op=aanvraag, dimensie="te werken")),
                venster_maanden=int(waarde("duurzaam_werk", op=aanvraag, dimensie="venster")),
            )
        except RegelOnbekend:
            continue  # the compensation does not exist for requests of before the rule
        dossiers.append(Premiedossier(client, duur, any(p.loopt for p in perioden.get(pk, []))))
    return dossiers


def _aanvragen(clienten: Iterable[Client]) -> dict[UUID, date]:
    """The first aanmelding of each client stands for the day of the request for leefloon."""
    rijen = Traject.objects.filter(client__in=list(clienten)).values("client_id").annotate(op=Min("aangemeld_op"))
    return {rij["client_id"]: rij["op"] for rij in rijen}


def _perioden(clienten: Iterable[UUID], vandaag: date) -> dict[UUID, list[Periode]]:
    per_client: dict[UUID, list[Periode]] = {}
    for rij in Werkperiode.objects.filter(client__in=list(clienten)).order_by("van"):
        tot = rij.tot or rij.bevestigd_tot or rij.van
        per_client.setdefault(rij.client_id, []).append(Periode(rij.van, tot, loopt=rij.tot is None))
    if _telt_art60(vandaag):
        plaatsen = Plaatsing.objects.filter(stap__traject__client__in=list(clienten), start__lte=vandaag).annotate(
            client_id=F("stap__traject__client_id")
        )
        for plaats in plaatsen:
            periode = Periode(plaats.start, plaats.einde or vandaag, loopt=plaats.einde is None)
            per_client.setdefault(plaats.client_id, []).append(periode)
    return per_client


def _telt_art60(vandaag: date) -> bool:
    return bool(waarde("duurzaam_werk", op=vandaag, dimensie="art. 60 telt"))


def premieregel(vandaag: date) -> list[tuple[str, str]]:
    """The rule in words beside the figures: value, validity, source and certainty."""
    regels = [regel("duurzaam_werk", op=vandaag, dimensie=d) for d in ("te werken", "venster", "art. 60 telt")]
    return [(r.omschrijving, f"{_in_woorden(r)}{_herkomst(r)}") for r in regels]


def _in_woorden(r: Regel) -> str:
    if r.eenheid == "ja/neen":
        return "ja" if r.waarde else "neen"
    return f"{int(r.waarde)} {r.eenheid}"


def _herkomst(r: Regel) -> str:
    return f", geldig vanaf {r.geldig_van:%d/%m/%Y}. Bron: {r.bron}. Zekerheid: {r.zekerheid}."


@dataclass(frozen=True, slots=True)
class Cohortrij:
    """Doorstroom of one instrument whose window has fully elapsed; unknown counts as not, and is shown."""

    instrument: str
    totaal: int
    werkt: int
    niet: int
    onbekend: int

    @property
    def aandeel(self) -> float | None:
        return self.werkt * 100 / self.totaal if self.totaal else None


@dataclass(frozen=True, slots=True)
class Cohort:
    maanden: int
    van: date
    tot: date
    rijen: list[Cohortrij]
    totaal: Cohortrij

    @property
    def bijschrift(self) -> str:
        return f"Duurzame doorstroom na {self.maanden} maanden, per instrument"


def cohorten(*, vandaag: date) -> list[Cohort]:
    """The doorstroom of the last twelve months that can be judged, after 3, 6 and 12 months (domein.md 4.6)."""
    return [_cohort(maanden, vandaag) for maanden in COHORTEN]


def _cohort(maanden: int, vandaag: date) -> Cohort:
    marge = int(waarde("nazorg_marge", op=vandaag))
    van, tot = cohortvenster(maanden, peildatum=vandaag, marge=marge)
    codes = UitstroomCode.objects.filter(telt_als_doorstroom=True).values("code")
    uitstromen = StatusWijziging.objects.filter(
        Q(naar="NAZORG") | Q(naar="AFGESLOTEN"),
        van__in=("LOPEND", "ONDERBROKEN"),
        geldig_op__range=(van, tot),
        uitstroomcode__in=codes,
    ).values_list("traject_id", "geldig_op", "instrument")
    antwoorden = _antwoorden([rij[0] for rij in uitstromen], maanden, marge, vandaag)
    per_instrument: dict[str, list[str]] = {}
    for traject_id, op, instrument in uitstromen:
        moment = plus_maanden(op, maanden)
        antwoord = next(
            (werk for gepland, werk in antwoorden.get(traject_id, []) if 0 <= (gepland - moment).days <= VERSCHUIVING),
            AanHetWerk.ONBEKEND,
        )
        per_instrument.setdefault(instrument or "niet bekend", []).append(antwoord)
    namen = dict(Instrument.objects.values_list("code", "korte_naam"))
    rijen = [_rij(namen.get(code, code), lijst) for code, lijst in sorted(per_instrument.items())]
    alles = [antwoord for lijst in per_instrument.values() for antwoord in lijst]
    return Cohort(maanden, van, tot, rijen, _rij("Totaal", alles))


def _antwoorden(trajecten: list[UUID], maanden: int, marge: int, vandaag: date) -> dict[UUID, list[tuple[date, str]]]:
    """Answers inside the margin around the planned day, per traject."""
    gevonden: dict[UUID, list[tuple[date, str]]] = {}
    metingen = Nazorgmeting.objects.filter(traject__in=trajecten, maand=maanden, gemeten_op__lte=vandaag)
    for traject_id, gepland, gemeten, werk in metingen.values_list(
        "traject_id", "gepland_op", "gemeten_op", "aan_het_werk"
    ):
        if abs((gemeten - gepland).days) <= marge:
            gevonden.setdefault(traject_id, []).append((gepland, werk))
    return gevonden


def _rij(label: str, antwoorden: list[str]) -> Cohortrij:
    werkt, niet = antwoorden.count(AanHetWerk.JA), antwoorden.count(AanHetWerk.NEE)
    return Cohortrij(label, len(antwoorden), werkt, niet, len(antwoorden) - werkt - niet)


def tel_binnen_bereik(dossiers: Iterable[Premiedossier]) -> int:
    return sum(dossier.duur.stand == Stand.BINNEN_BEREIK for dossier in dossiers)
