"""How the indicators of actions stand: the figure now, the target, and the quarters that were kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from actieplannen.enums import Meetwijze, Richting
from actieplannen.models import Actie, Actieindicator, Jaaractieplan, Meting
from regie.accounts.models import User
from regie.cijfers.getal import Getal, verborgen
from regie.cijfers.indicatoren import INDICATOREN, Indicator
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import begrippen
from regie.cijfers.selectors.gebonden import BINDBAAR, KWARTALEN, Binding, meet
from regie.core import notatie
from trajecten.models import Instrument

NOG_GEEN_WAARDE = "Er is nog geen waarde ingevuld."
NIET_MEER = "Dit cijfer bestaat niet meer. Kies een ander cijfer."
VOL = 100


@dataclass(frozen=True, slots=True)
class Kwartaalcijfer:
    """One quarter of one indicator; without a meting `getoond` is empty."""

    jaar: int
    kwartaal: int
    meting: Meting | None
    getoond: str
    reden: str = ""

    @property
    def label(self) -> str:
        return f"Q{self.kwartaal} {self.jaar}"

    @property
    def waarde(self) -> Decimal | None:
        return self.meting.waarde if self.meting else None

    @property
    def is_bevroren(self) -> bool:
        return self.meting is not None and self.meting.bevroren_op is not None


@dataclass(frozen=True, slots=True)
class Indicatorstand:
    """`waarde` None: hidden or unknown, `reden` says which. `percentage` is only there beside a shown figure."""

    indicator: Actieindicator
    waarde: Decimal | None
    getoond: str
    reden: str
    streef: Decimal | None
    streef_getoond: str
    nulmeting_getoond: str
    percentage: int | None
    is_gehaald: bool | None
    definitie: str
    uitleg: str  # how small numbers are kept back
    filter: str
    bron: str
    peildatum: date | None
    kwartalen: tuple[Kwartaalcijfer, ...]

    @property
    def is_gebonden(self) -> bool:
        return self.indicator.meetwijze == Meetwijze.GEBONDEN

    @property
    def balk(self) -> int | None:
        """How long the bar is. Hidden figures have none: a length would tell what the text does not."""
        return None if self.percentage is None else min(self.percentage, VOL)

    @property
    def oordeel(self) -> str:
        """Against the target, in words."""
        if self.streef is None:
            return "geen streefwaarde"
        if self.is_gehaald is None:
            return "niet te vergelijken"
        if self.is_gehaald:
            return "streefwaarde gehaald"
        lager = self.indicator.richting == Richting.OMLAAG
        return f"{self.percentage} % van de {'weg naar de ' if lager else ''}streefwaarde"


def indicatoren_van(plan: Jaaractieplan) -> QuerySet[Actieindicator]:
    """Of all actions of a plan, in order."""
    return _met_alles(Actieindicator.objects.filter(actie__doelstelling__plan=plan))


def indicatoren_van_actie(actie: Actie) -> QuerySet[Actieindicator]:
    return _met_alles(Actieindicator.objects.filter(actie=actie))


def standen_van_actie(actie: Actie, *, vandaag: date) -> list[Indicatorstand]:
    """The indicators of one action in order, with how they stand."""
    rijen = list(indicatoren_van_actie(actie))
    standen = stand_van(rijen, vandaag=vandaag) if rijen else {}
    return [standen[rij.pk] for rij in rijen]


def _met_alles(rijen: QuerySet[Actieindicator]) -> QuerySet[Actieindicator]:
    return rijen.select_related("organisatie", "actie__doelstelling__plan").order_by(
        "actie__doelstelling__volgorde", "actie__volgorde", "volgorde", "created_at"
    )


def stand_van(indicatoren: Sequence[Actieindicator], *, vandaag: date) -> dict[UUID, Indicatorstand]:
    """By id. Bound figures of one year are read together, so a page with a whole plan asks no more than one action."""
    rijen = list(_met_alles(Actieindicator.objects.filter(pk__in=[rij.pk for rij in indicatoren])))
    metingen = _metingen(rijen)
    gemeten = _gemeten(rijen, metingen, vandaag)
    woorden = {begrip.code: begrip for begrip in begrippen(vandaag)} if rijen else {}
    instrumenten = _instrumenten(rijen)
    return {
        rij.pk: _stand(rij, gemeten.get(rij.pk), metingen[rij.pk], woorden.get(rij.code), instrumenten, vandaag)
        for rij in rijen
    }


def binding_van(indicator: Actieindicator) -> Binding:
    return Binding(indicator.code, ocmw=indicator.organisatie_id, instrument=indicator.instrument)


def filter_in_woorden(indicator: Actieindicator, instrumenten: Mapping[str, str] | None = None) -> str:
    """ "alleen OCMW Damme", "alleen art. 60", "het hele gebied"."""
    if indicator.organisatie:
        return f"alleen {indicator.organisatie.naam}"
    if indicator.instrument:
        namen = instrumenten if instrumenten is not None else _instrumenten([indicator])
        return f"alleen {namen.get(indicator.instrument, indicator.instrument)}"
    return "het hele gebied"


def als_tekst(waarde: Decimal | None, eenheid: str = "") -> str:
    """ "12", "12,5", "40,0 %" as a reader writes it; nothing is "–"."""
    if waarde is None:
        return notatie.GEEN
    if eenheid == "%":
        return notatie.procent(waarde)
    decimalen = next((n for n in (0, 1) if waarde == round(waarde, n)), 2)
    return f"{notatie.getal(waarde, decimalen)} {eenheid}".strip()


def jaar_van(indicator: Actieindicator) -> int:
    return indicator.actie.doelstelling.plan.jaar


def waarde_van_binding(binding: Binding, *, jaar: int, vandaag: date) -> Getal:
    """What a bound figure says in a plan of `jaar`: of a running year since 1 January, of a past one the whole."""
    periode = Periode.jaar(jaar)
    if periode.start > vandaag:
        return verborgen(notatie.GEEN, f"Dit cijfer begint te lopen op {notatie.datum(periode.start)}.", binding.code)
    getal = meet([binding], periode, periode.peildatum(vandaag)).get(binding)
    return getal or verborgen(notatie.GEEN, NIET_MEER, binding.code)


def als_invoer(waarde: float | Decimal | None) -> str:
    """As somebody would type it in a form."""
    return "" if waarde is None else als_tekst(Decimal(str(waarde))).replace(".", "")


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    """One change of one quarter: who, when, to what."""

    moment: datetime
    kwartaal: int
    getoond: str
    wie: str


def geschiedenis(indicator: Actieindicator, hoogstens: int = 20) -> list[Wijzigingsregel]:
    """The latest changes of the values, from the record the database keeps. Nobody named: frozen by itself."""
    events = Meting.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # made by pghistory
        gebied=indicator.gebied_id, indicator=indicator.pk
    )
    rijen = list(events.select_related("pgh_context").order_by("-pgh_id")[:hoogstens])
    wie = {rij.pgh_id: _wie(rij) for rij in rijen}
    namen = {user.pk: user.naam for user in User.objects.filter(pk__in=[pk for pk in wie.values() if pk])}
    regels = []
    for rij in rijen:
        getoond = rij.getoond or als_tekst(rij.waarde, indicator.eenheid)
        tekst = "gewist" if rij.pgh_label == "delete" else getoond
        regels.append(
            Wijzigingsregel(rij.pgh_created_at, rij.kwartaal, tekst, namen.get(wie[rij.pgh_id] or 0, "Regiekompas"))
        )
    return regels


def _wie(event: Any) -> int | None:
    """Who was signed in when it changed; who deleted a value is not who filled it in."""
    metadata = event.pgh_context.metadata if event.pgh_context else {}
    wie: int | None = metadata.get("user") or (None if event.pgh_label == "delete" else event.door_id)
    return wie


def _instrumenten(rijen: Sequence[Actieindicator]) -> dict[str, str]:
    codes = {rij.instrument for rij in rijen if rij.instrument}
    return dict(Instrument.objects.filter(pk__in=codes).values_list("pk", "korte_naam")) if codes else {}


def _metingen(rijen: Sequence[Actieindicator]) -> dict[UUID, list[Meting]]:
    per_indicator: dict[UUID, list[Meting]] = defaultdict(list)
    for meting in Meting.objects.filter(indicator__in=[rij.pk for rij in rijen]).order_by("jaar", "kwartaal"):
        per_indicator[meting.indicator_id].append(meting)
    return per_indicator


def _gemeten(
    rijen: Sequence[Actieindicator], metingen: Mapping[UUID, Sequence[Meting]], vandaag: date
) -> dict[UUID, tuple[Getal, date | None]]:
    """The figure of each bound indicator with its reference date. A year that is over keeps its frozen one."""
    uit: dict[UUID, tuple[Getal, date | None]] = {}
    te_meten: dict[int, list[Actieindicator]] = defaultdict(list)
    for rij in rijen:
        if rij.meetwijze != Meetwijze.GEBONDEN:
            continue
        jaar = jaar_van(rij)
        slot = next((m for m in metingen[rij.pk] if _is_slot(m, jaar)), None)
        if slot:
            uit[rij.pk] = Getal(_getal(slot.waarde), slot.getoond, rij.code, None, slot.reden), slot.op
        elif jaar > vandaag.year:
            uit[rij.pk] = waarde_van_binding(binding_van(rij), jaar=jaar, vandaag=vandaag), None
        else:
            te_meten[jaar].append(rij)
    for jaar, groep in te_meten.items():
        op = Periode.jaar(jaar).peildatum(vandaag)
        cijfers = meet([binding_van(rij) for rij in groep], Periode.jaar(jaar), op)
        for rij in groep:
            geen = verborgen(notatie.GEEN, NIET_MEER, rij.code)
            uit[rij.pk] = cijfers.get(binding_van(rij), geen), op
    return uit


def _is_slot(meting: Meting, jaar: int) -> bool:
    return meting.jaar == jaar and meting.kwartaal == KWARTALEN and meting.bevroren_op is not None


def _getal(waarde: Decimal | None) -> float | None:
    return None if waarde is None else float(waarde)


def _stand(
    rij: Actieindicator,
    gemeten: tuple[Getal, date | None] | None,
    metingen: Sequence[Meting],
    begrip: Indicator | None,
    instrumenten: Mapping[str, str],
    vandaag: date,
) -> Indicatorstand:
    jaar = jaar_van(rij)
    eigen = [meting for meting in metingen if meting.jaar == jaar]
    waarde, getoond, reden, op, bron = _nu(rij, gemeten, eigen)
    percentage = percentage_van(rij, waarde)
    eenheid = BINDBAAR[rij.code].eenheid if rij.code in BINDBAAR else rij.eenheid
    return Indicatorstand(
        indicator=rij,
        waarde=waarde,
        getoond=getoond,
        reden=reden,
        streef=rij.streefwaarde,
        streef_getoond=als_tekst(rij.streefwaarde, eenheid),
        nulmeting_getoond=als_tekst(rij.nulmeting, eenheid),
        percentage=percentage,
        is_gehaald=_is_gehaald(rij, waarde),
        definitie=begrip.definitie if begrip else rij.definitie,
        uitleg=begrip.uitleg if begrip else "",
        filter=filter_in_woorden(rij, instrumenten) if begrip else "",
        bron=bron,
        peildatum=op,
        kwartalen=tuple(_kwartaal(rij, jaar, nr, eigen, vandaag) for nr in range(1, KWARTALEN + 1)),
    )


def _nu(
    rij: Actieindicator, gemeten: tuple[Getal, date | None] | None, metingen: Sequence[Meting]
) -> tuple[Decimal | None, str, str, date | None, str]:
    if gemeten:
        getal, op = gemeten
        waarde = None if getal.waarde is None else Decimal(str(getal.waarde))
        return waarde, getal.getoond, getal.reden, op, INDICATOREN[rij.code].bron if rij.code in INDICATOREN else ""
    laatste = next((meting for meting in reversed(metingen) if meting.waarde is not None), None)
    if laatste is None:
        return None, notatie.GEEN, NOG_GEEN_WAARDE, None, rij.get_meetwijze_display()
    return laatste.waarde, als_tekst(laatste.waarde, rij.eenheid), "", laatste.op, laatste.bron


def _kwartaal(rij: Actieindicator, jaar: int, nr: int, metingen: Sequence[Meting], vandaag: date) -> Kwartaalcijfer:
    meting = next((m for m in metingen if m.kwartaal == nr), None)
    if meting is None:
        voorbij = Periode.kwartaal(jaar, nr).eind < vandaag
        return Kwartaalcijfer(jaar, nr, None, "", "Geen waarde." if voorbij else "Dit kwartaal is nog niet voorbij.")
    getoond = meting.getoond or als_tekst(meting.waarde, rij.eenheid)
    return Kwartaalcijfer(jaar, nr, meting, getoond, meting.reden)


def percentage_van(indicator: Actieindicator, waarde: Decimal | None) -> int | None:
    """How much of the target is reached. Where lower is better it is the way down from the nulmeting."""
    streef, nul = indicator.streefwaarde, indicator.nulmeting
    if waarde is None or streef is None:
        return None
    if indicator.richting == Richting.OMHOOG:
        return max(0, int(VOL * waarde / streef)) if streef > 0 else VOL * (waarde >= streef)
    if waarde <= streef:
        return VOL
    if nul is not None and nul > streef:
        return max(0, int(VOL * (nul - waarde) / (nul - streef)))
    return int(VOL * streef / waarde)


def _is_gehaald(indicator: Actieindicator, waarde: Decimal | None) -> bool | None:
    if waarde is None or indicator.streefwaarde is None:
        return None
    if indicator.richting == Richting.OMHOOG:
        return waarde >= indicator.streefwaarde
    return waarde <= indicator.streefwaarde
