"""The raw numbers of one question: periode, reference date, comparison. Read once, shared by the blocks of a page.

Nothing here is suppressed, so nothing here leaves `regie.cijfers`; selectors turn it into `Getal`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from django.db.models import Case, DateField, F, Q, Sum, When

from regie.cijfers.models import Maandtelling, Soort
from regie.cijfers.onderdrukking import Drempels, drempels
from regie.cijfers.periode import Periode, maanden_tot
from regie.cijfers.vragen import Marginaal, Telling, na_de_peildatum, stel
from regie.core.aggregate import alle_dossiers
from regie.core.dates import einde_van_maand, plus_maanden
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.tenancy import current_scope
from trajecten.regels.cohort import cohortvenster

MAANDEN_IN_REEKS = 13
COHORTEN = (3, 6, 12)
SIGNAALVRAGEN = ("evaluatie_te_laat", "twe_zonder_registratie", "art60_einde", "geen_contact", "quotum_nu")
COCKPITVRAGEN = ("evaluatie_op_tijd", "duurzaam_6m", "plaatsen", "quotum", "rijbewijzen")
STANDAARD_VRAGEN = (*COCKPITVRAGEN, *SIGNAALVRAGEN)


class Vergelijking(StrEnum):
    VORIGE_PERIODE = "vorige"
    VORIG_JAAR = "jaar"
    GEEN = "geen"


@dataclass(slots=True)
class Marginalen:
    """Status changes per OCMW, kind and month, up to and including the reference date."""

    peildatum: date
    voor: dict[int, int] = field(default_factory=dict)  # stock before the first month that is kept apart
    rijen: dict[tuple[int, str], dict[date, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )

    def per_maand(self, soort: Soort, ocmw: int | None = None) -> dict[date, int]:
        totaal: dict[date, int] = defaultdict(int)
        for (organisatie, welke), maanden in self.rijen.items():
            if welke == soort and ocmw in {None, organisatie}:
                for maand, n in maanden.items():
                    totaal[maand] += n
        return totaal

    def som(self, soort: Soort, periode: Periode, ocmw: int | None = None) -> int:
        maanden = self.per_maand(soort, ocmw)
        return sum(maanden.get(maand, 0) for maand in periode.maanden())

    def stock(self, op: date, ocmw: int | None = None) -> int:
        """Trajecten in behandeling on the reference date, or on the last day of an earlier month."""
        basis = sum(n for organisatie, n in self.voor.items() if ocmw in {None, organisatie})
        return basis + sum(n for maand, n in self.per_maand(Soort.STOCK, ocmw).items() if maand <= op)

    @property
    def is_leeg(self) -> bool:
        return not self.rijen and not any(self.voor.values())


class Tellingen:
    """Answers of `vragen`, by question, OCMW and key."""

    def __init__(self, rijen: list[Telling]) -> None:
        self._rijen: dict[tuple[str, int, str], float] = defaultdict(float)
        for rij in rijen:
            self._rijen[rij.vraag, rij.organisatie_id, rij.sleutel] += float(rij.n)

    def getal(self, vraag: str, sleutel: str = "", ocmw: int = 0) -> int:
        return round(self._rijen.get((vraag, ocmw, sleutel), 0))

    def decimaal(self, vraag: str, sleutel: str, ocmw: int) -> float:
        return self._rijen.get((vraag, ocmw, sleutel), 0.0)

    def sleutels(self, vraag: str) -> Mapping[str, int]:
        """Totals by key, over all OCMW's."""
        som: dict[str, int] = defaultdict(int)
        for (welke, _, sleutel), n in self._rijen.items():
            if welke == vraag:
                som[sleutel] += round(n)
        return som


class Opname:
    """One question. Sources are read on first use; `lees` reads several of them in one scope."""

    def __init__(
        self,
        periode: Periode,
        peildatum: date,
        vergelijking: Vergelijking = Vergelijking.GEEN,
        *,
        vandaag: date | None = None,
    ) -> None:
        self.periode, self.peildatum, self.vergelijking = periode, peildatum, vergelijking
        self.vandaag = vandaag or peildatum
        self._ocmws: list[Organisatie] | None = None
        self._tellingen: dict[str, Tellingen] = {}
        self._in_scope = False

    @contextmanager
    def _dossiers(self) -> Iterator[None]:
        if self._in_scope:
            yield
            return
        _ = self.drempels, self._grenzen  # parameters are remembered per scope: read them in the scope of the page
        with alle_dossiers() as ocmws:
            self._ocmws, self._in_scope = ocmws, True
            try:
                yield
            finally:
                self._in_scope = False

    def lees(self, *vragen: str) -> None:
        """Marginals and these questions, in one scope: what was read stays when a later source fails."""
        nieuw = [vraag for vraag in vragen if vraag not in self._tellingen]
        if nieuw or "marginalen" not in self.__dict__:
            with self._dossiers():
                _ = self.marginalen
                self._stel(nieuw)

    def _stel(self, vragen: Sequence[str]) -> None:
        if vragen:
            antwoord = Tellingen(stel(vragen, self._parameters))
            self._tellingen.update(dict.fromkeys(vragen, antwoord))

    def tellingen(self, vraag: str) -> Tellingen:
        if vraag not in self._tellingen:
            with self._dossiers():
                self._stel((vraag,))
        return self._tellingen[vraag]

    @property
    def ocmws(self) -> list[Organisatie]:
        """Every OCMW of the gebied, in alphabetical order."""
        if self._ocmws is None:
            with self._dossiers():
                pass
        return self._ocmws or []

    @cached_property
    def drempels(self) -> Drempels:
        return drempels(self.peildatum)

    @cached_property
    def andere(self) -> Periode | None:
        """The period to compare with."""
        match self.vergelijking:
            case Vergelijking.VORIGE_PERIODE:
                return self.periode.vorige()
            case Vergelijking.VORIG_JAAR:
                return self.periode.vorig_jaar()
            case _:
                return None

    @property
    def loopt(self) -> bool:
        return self.peildatum < self.periode.eind

    @cached_property
    def reeksmaanden(self) -> tuple[date, ...]:
        return maanden_tot(self.peildatum, MAANDEN_IN_REEKS)

    @cached_property
    def marginalen(self) -> Marginalen:
        """Whole calendar years, because a month, a quarter and a year are judged together."""
        vroegst = min(self.reeksmaanden[0], self.periode.start, self.andere.start if self.andere else self.peildatum)
        vanaf, uit = vroegst.replace(month=1, day=1), Marginalen(self.peildatum)
        rijen = (
            Maandtelling.objects.filter(Q(soort=Soort.STOCK) | Q(maand__gte=vanaf), maand__lte=self.peildatum)
            .filter(dimensie="")
            .exclude(soort=Soort.START)
            .annotate(bak=Case(When(maand__gte=vanaf, then=F("maand")), output_field=DateField()))
            .order_by()
            .values_list("organisatie_id", "soort", "bak")
            .annotate(som=Sum("n"))
        )
        for ocmw, soort, maand, n in rijen:
            if maand is None:
                uit.voor[ocmw] = n
            else:
                uit.rijen[ocmw, soort][maand] = n
        for rij in self.correctie:
            if rij.dimensie == "" and rij.soort != Soort.START:
                uit.rijen[rij.organisatie_id, rij.soort][rij.maand] -= rij.n
        return uit

    @cached_property
    def correctie(self) -> list[Marginaal]:
        """Empty when the reference date ends its month: then the marginals are exact."""
        if self.peildatum == einde_van_maand(self.peildatum):
            return []
        with self._dossiers():
            return na_de_peildatum(self._parameters)

    def per_waarde(self, soort: Soort, dimensie: str, *, vanaf: date | None = None) -> dict[str, int]:
        """Totals of the gebied by the value of one dimension: since `vanaf`, or since the beginning."""
        rijen = Maandtelling.objects.filter(soort=soort, dimensie=dimensie, maand__lte=self.peildatum)
        if vanaf:
            rijen = rijen.filter(maand__gte=vanaf)
        som = {sleutel: n or 0 for sleutel, n in rijen.order_by().values_list("waarde").annotate(som=Sum("n"))}
        for rij in self.correctie:
            if rij.soort == soort and rij.dimensie == dimensie:
                som[rij.waarde] = som.get(rij.waarde, 0) - rij.n
        return {sleutel: n for sleutel, n in som.items() if n}

    def cohort(self, maanden: int) -> tuple[date, date]:
        """First and last day of the 12 months of doorstroom whose window of measurement is over."""
        return cohortvenster(maanden, peildatum=self.peildatum, marge=int(waarde("nazorg_marge", op=self.peildatum)))

    @cached_property
    def _grenzen(self) -> dict[str, object]:
        """The dated rules of the field, as parameters of `vragen`."""
        grenzen: dict[str, object] = {}
        for maanden in COHORTEN:
            grenzen[f"cohort_{maanden}_van"], grenzen[f"cohort_{maanden}_tot"] = self.cohort(maanden)
        einde_signaal = int(waarde("art60_einde_signaal", op=self.vandaag, dimensie="ICF of IMW"))
        return {
            **grenzen,
            "signaal_tot": plus_maanden(self.vandaag, einde_signaal),
            "contact_grens": self.vandaag - timedelta(days=int(waarde("geen_contact", op=self.vandaag))),
            "evaluatie_marge": int(waarde("evaluatie_marge", op=self.peildatum)),
            "nazorg_marge": int(waarde("nazorg_marge", op=self.peildatum)),
        }

    @property
    def _parameters(self) -> dict[str, object]:
        return {
            **self._grenzen,
            "gebied": current_scope().gebied.pk,
            "start": self.periode.start,
            "peildatum": self.peildatum,
            "maandeinde": einde_van_maand(self.peildatum),
            "vandaag": self.vandaag,
            "over_3m": plus_maanden(self.peildatum, 3),
            "over_6m": plus_maanden(self.peildatum, 6),
        }
