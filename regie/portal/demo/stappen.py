"""Steps beside the first one, hours of wijk-werken, decisions and talks: what only some instruments know."""

from datetime import date, timedelta
from decimal import Decimal

from regie.core.dates import naar_werkdag, plus_maanden
from regie.portal.demo.toeval import Toeval
from trajecten.enums import StapStatus, TermijnSoort, TrajectStatus
from trajecten.enums_instrument import ImwSoort, Opleidingssoort, Stapuitkomst
from trajecten.models import (
    GpmiEvaluatie,
    ImwBeslissing,
    Opleidingsgegevens,
    Stap,
    Stapdocument,
    Termijn,
    Tijdlijnitem,
    Traject,
    Wijkwerkuren,
)
from trajecten.regels.instrumenten import als_json, imw_einde, kwartaal_van
from trajecten.selectors.instrumenten import documenten_van, duur_van
from trajecten.selectors.wijkwerken import maanden_van

VERSTREKKERS = ("VDAB Brugge", "CVO Scala", "Ligo Brugge-Oostende-Westhoek", "Syntra West")
URENBODEM, URENTOP = 18, 57


class Verrijking:
    """Collects the extra rows of one gebied and writes them at once."""

    def __init__(self, vandaag: date, zaad: str) -> None:
        self.vandaag, self.toeval = vandaag, Toeval(zaad)
        self.stappen: list[Stap] = []
        self.opleidingen: list[Opleidingsgegevens] = []
        self.beslissingen: list[ImwBeslissing] = []
        self.uren: list[Wijkwerkuren] = []
        self.documenten: list[Stapdocument] = []
        self.verhaal: list[Tijdlijnitem] = []
        self.trajecten: list[Traject] = []

    def bewaar(self) -> None:
        Stap.objects.bulk_create(self.stappen)
        Opleidingsgegevens.objects.bulk_create(self.opleidingen)
        ImwBeslissing.objects.bulk_create(self.beslissingen)
        Wijkwerkuren.objects.bulk_create(self.uren)
        Stapdocument.objects.bulk_create(self.documenten)
        Tijdlijnitem.objects.bulk_create(self.verhaal)
        Traject.objects.bulk_update(self.trajecten, ["instrument", "gebruiker", "einddatum_voorzien"])

    def stap(self, naast: Stap, code: str, start: date, einde: date, **velden: object) -> Stap:
        """A step beside `naast`: planned, running or done, as its dates say."""
        gedaan = einde < self.vandaag
        status = StapStatus.BEEINDIGD if gedaan else StapStatus.LOPEND
        stap = Stap(
            id=self.toeval.uuid(),
            eigenaar_id=naast.eigenaar_id,
            traject=naast.traject,
            instrument_id=code,
            status=StapStatus.GEPLAND if start > self.vandaag else status,
            start=start,
            einde_voorzien=einde,
            einde=einde if gedaan else None,
            uitkomst=Stapuitkomst.AFGEROND if gedaan else "",
            **velden,
        )
        self.stappen.append(stap)
        self._vertel(stap)
        return stap

    def _vertel(self, stap: Stap) -> None:
        gepland = stap.status == StapStatus.GEPLAND
        self.verhaal.append(
            Tijdlijnitem(
                eigenaar_id=stap.eigenaar_id,
                client_id=stap.traject.client_id,
                soort="plaatsing" if gepland else "status",
                titel=f"{'Stap gepland' if gepland else 'Start'}: {stap.instrument}",
                datum=min(stap.start, self.vandaag),
                is_mijlpaal=not gepland,
                door_id=stap.traject.begeleider_id,
            )
        )


def stappen_verrijken(*, vandaag: date, zaad: str) -> None:
    """Inside the scope of one gebied, after its dossiers are there."""
    verrijking = Verrijking(vandaag, zaad)
    lopend = Stap.objects.filter(status=StapStatus.LOPEND, traject__status=TrajectStatus.LOPEND)
    for stap in lopend.select_related("traject", "instrument").order_by("start", "pk"):
        _VERHALEN.get(stap.instrument_id, _niets)(verrijking, stap)
    _uren(verrijking)
    _papieren(verrijking)
    verrijking.bewaar()
    _regels_erbij()
    _gpmi_gesprekken(verrijking)


def _niets(v: Verrijking, stap: Stap) -> None:
    return None


def _bij_art60(v: Verrijking, stap: Stap) -> None:
    """Dutch on the side, a driving licence, or a trial elsewhere before the end."""
    keuze = v.toeval.random()
    start = naar_werkdag(stap.start + timedelta(days=v.toeval.randint(20, 90)))
    if keuze < 0.18 and start <= v.vandaag:
        einde = plus_maanden(start, v.toeval.randint(4, 9))
        _opleiding(v, v.stap(stap, "OPLEIDING", start, einde), Opleidingssoort.NT2, Decimal("0.2"))
    elif keuze < 0.3 and start <= v.vandaag:
        v.stap(stap, "RIJBEWIJS", start, plus_maanden(start, 9))
    elif keuze < 0.36 and stap.einde_voorzien and stap.einde_voorzien > v.vandaag:
        start = naar_werkdag(v.vandaag + timedelta(days=v.toeval.randint(5, 25)))
        v.stap(stap, "WES", start, plus_maanden(start, 1))


def _bij_twe(v: Verrijking, stap: Stap) -> None:
    """One technical course; who was helped long ago may work with individueel maatwerk by now."""
    start = naar_werkdag(stap.start + timedelta(days=v.toeval.randint(25, 70)))
    if stap.start <= plus_maanden(v.vandaag, -18) and v.toeval.kans(0.6):
        _imw(v, stap, naar_werkdag(start + timedelta(days=20)))
    elif v.toeval.kans(0.35) and start <= v.vandaag:
        cursus = v.stap(stap, "OPLEIDING", start, plus_maanden(start, 2) - timedelta(days=1))
        if cursus.einde:
            cursus.uitkomst = Stapuitkomst.GESLAAGD
        _opleiding(v, cursus, Opleidingssoort.TECHNISCH, Decimal(1))


def _opleiding(v: Verrijking, stap: Stap, soort: str, intensiteit: Decimal) -> None:
    v.opleidingen.append(
        Opleidingsgegevens(
            eigenaar_id=stap.eigenaar_id,
            stap=stap,
            soort=soort,
            verstrekker=v.toeval.uit(VERSTREKKERS),
            is_erkend=True,
            intensiteit=intensiteit,
            attest_op=stap.einde if stap.uitkomst == Stapuitkomst.GESLAAGD else None,
        )
    )


def _imw(v: Verrijking, naast: Stap, start: date) -> None:
    """Two years from the quarter of the decision: some of these files are near their end."""
    kwartaal, soort = kwartaal_van(start), ImwSoort.TIJDELIJK
    grens = imw_einde(kwartaal, soort)
    stap = v.stap(naast, "IMW", start, grens.dag, einde_berekend=grens.dag, einde_regel=als_json(grens))
    v.beslissingen.append(
        ImwBeslissing(
            eigenaar_id=stap.eigenaar_id,
            stap=stap,
            dossiernummer=f"IMW-{kwartaal.year}-{v.toeval.randint(1000, 9999)}",
            kwartaal=kwartaal,
            soort=soort,
            einde=grens.dag,
        )
    )
    if stap.status == StapStatus.LOPEND:  # work stands for the traject, not the guidance around it
        stap.traject.instrument_id, stap.traject.einddatum_voorzien = "IMW", grens.dag
        v.trajecten.append(stap.traject)


def _uren(v: Verrijking) -> None:
    """Hours of every month that is over; a person who does much comes near the limit of a year."""
    rijen = Stap.objects.filter(instrument="WIJKWERKEN").exclude(status=StapStatus.GEPLAND).order_by("start", "pk")
    for stap in rijen:
        gemiddeld = v.toeval.randint(24, 50)
        per_jaar: dict[int, int] = {}
        for maand in reversed(maanden_van(stap, v.vandaag)):
            uren = v.toeval.rond(gemiddeld, 6, URENBODEM, URENTOP)
            som = per_jaar.get(maand.year, 0) + uren
            if som <= 630:
                per_jaar[maand.year] = som
                v.uren.append(Wijkwerkuren(eigenaar_id=stap.eigenaar_id, stap=stap, maand=maand, uren=uren))


def _papieren(v: Verrijking) -> None:
    """What was signed before the start of a step that runs or ran."""
    alle = [*Stap.objects.exclude(status=StapStatus.GEPLAND).order_by("start", "pk"), *v.stappen]
    codes = {code: [d for d in documenten_van(code) if not d.veld] for code in {stap.instrument_id for stap in alle}}
    for stap in alle:
        for document in codes[stap.instrument_id]:
            if stap.status == StapStatus.GEPLAND or not (document.voor_start or v.toeval.kans(0.7)):
                continue
            op = stap.start - timedelta(days=v.toeval.randint(1, 8))
            v.documenten.append(
                Stapdocument(eigenaar_id=stap.eigenaar_id, stap=stap, code=document.code, getekend_op=op)
            )


def _regels_erbij() -> None:
    """The rule beside the end of every step that has a longest duration."""
    rijen = []
    for stap in Stap.objects.filter(einde_regel={}).order_by("start", "pk"):
        laatste = duur_van(stap.instrument_id, start=stap.start)[0].laatste
        if laatste is not None:
            stap.einde_berekend, stap.einde_regel = laatste.dag, als_json(laatste)
            rijen.append(stap)
    Stap.objects.bulk_update(rijen, ["einde_berekend", "einde_regel"], batch_size=500)


def _gpmi_gesprekken(v: Verrijking) -> None:
    """The evaluations of the GPMI that were held, most of them in person."""
    gehouden = Termijn.objects.filter(soort=TermijnSoort.GPMI_EVALUATIE, afgehandeld_op__isnull=False)
    rijen = {}
    for termijn in gehouden.select_related("traject").order_by("afgehandeld_op", "pk"):
        sleutel = termijn.traject_id, termijn.afgehandeld_op
        rijen[sleutel] = GpmiEvaluatie(
            eigenaar_id=termijn.eigenaar_id,
            traject=termijn.traject,
            datum=termijn.afgehandeld_op,
            in_persoon=v.toeval.kans(0.75),
            door_id=termijn.traject.begeleider_id,
        )
    GpmiEvaluatie.objects.bulk_create(rijen.values())


_VERHALEN = {"ART60": _bij_art60, "ART60_VST": _bij_art60, "TWE": _bij_twe}
