"""What may happen next with a traject, and why not, in sentences. Services and screens ask the same functions."""

from dataclasses import dataclass
from datetime import date

from trajecten.enums import StapStatus, TrajectStatus
from trajecten.models import Plaatsing, Stap, Traject
from trajecten.selectors.instrumenten import bezwaren_documenten, hoofdstap, stappen_van

S = TrajectStatus
MET_PLAATSING = frozenset({"ART60", "ART60_VST"})


@dataclass(frozen=True, slots=True)
class Overgang:
    """One thing to do: its label, URL name, and what still stands in the way."""

    code: str
    label: str
    url_naam: str
    redenen: tuple[str, ...] = ()
    is_hoofdactie: bool = False

    @property
    def mogelijk(self) -> bool:
        return not self.redenen


def geplande_stap(traject: Traject) -> Stap | None:
    return (
        Stap.objects.filter(traject=traject, status=StapStatus.GEPLAND)
        .select_related("instrument")
        .order_by("-created_at")
        .first()
    )


def lopende_stap(traject: Traject) -> Stap | None:
    """The running step that stands for the traject when more than one runs."""
    return hoofdstap(stappen_van(traject))


def plaatsing_van(stap: Stap) -> Plaatsing | None:
    return Plaatsing.objects.filter(stap=stap).select_related("gebruiker", "werkplaats").order_by("-start").first()


def bezwaren_intake(traject: Traject) -> list[str]:
    if not traject.is_open:
        return ["Dit dossier is afgesloten. Heropen het, of meld de cliënt opnieuw aan."]
    return [] if traject.begeleider_id else ["Er is nog geen begeleider. Kies eerst wie dit dossier opvolgt."]


def bezwaren_screening(*, drempels_bevraagd: bool, jobdoelwit: str) -> list[str]:
    bezwaren = []
    if not drempels_bevraagd:
        bezwaren.append("De drempels zijn nog niet bevraagd.")
    if not jobdoelwit.strip():
        bezwaren.append("Vul een jobdoelwit in, of kies 'nog te bepalen'.")
    return bezwaren


def bezwaren_instrument(*, instrument_code: str, twe_test: dict[str, bool] | None) -> list[str]:
    """The entry test of TWE-OCMW has four questions that must all be yes (C36)."""
    if instrument_code != "TWE":
        return []
    if not twe_test:
        return ["Beantwoord eerst de vier vragen van de TWE-test."]
    return [TWE_VRAGEN[code][1] for code in TWE_VRAGEN if not twe_test.get(code)]


TWE_VRAGEN = {
    "generiek": (
        "Heeft de cliënt vooral nood aan generieke competenties en werkervaring?",
        "TWE is voor wie vooral generieke competenties en werkervaring nodig heeft.",
    ),
    "nec": (
        "Is werk in het normaal economisch circuit haalbaar na hoogstens twee jaar intensieve begeleiding?",
        "TWE vraagt dat werk in het normaal economisch circuit binnen twee jaar haalbaar is.",
    ),
    "halftijds": (
        "Kan de cliënt minstens halftijds werken?",
        "TWE vraagt dat de cliënt minstens halftijds kan werken.",
    ),
    "niet_se": (
        "Is sociale economie niet het hoogst haalbare?",
        "Als sociale economie het hoogst haalbare is, kan een TWE-traject niet starten.",
    ),
}


def bezwaren_plan(*, gpmi_op: date | None, vrijstelling: str) -> list[str]:
    if gpmi_op or vrijstelling.strip():
        return []
    return ["Vul de datum in waarop het GPMI getekend is, of de reden van vrijstelling."]


def bezwaren_start(stap: Stap | None, plaatsing: Plaatsing | None, *, zonder_tbs: bool = False) -> list[str]:
    """Contract and tripartite TBS are signed before the start (C19); a WEO opens TWE (C5).

    `zonder_tbs`: a motivated start without signed TBS; the other objections stay.
    """
    if stap is None:
        return ["Er is nog geen stap gepland. Kies eerst het instrument, de plaats en de startdatum."]
    bezwaren = []
    if stap.instrument_id == "TWE":
        bezwaren += _ondertekend("De werkervaringsovereenkomst (WEO)", stap.weo_getekend_op, stap.start)
    bezwaren += bezwaren_documenten(stap, met_reden=zonder_tbs)
    if stap.instrument_id in MET_PLAATSING:
        if plaatsing is None:
            return [*bezwaren, "Er is nog geen plaats gekozen bij een gebruiker."]
        bezwaren += _ondertekend("De arbeidsovereenkomst", plaatsing.contract_getekend_op, stap.start)
        if not zonder_tbs:
            bezwaren += bezwaren_tbs(plaatsing)
    return bezwaren


def bezwaren_tbs(plaatsing: Plaatsing) -> list[str]:
    partijen = (
        ("het OCMW", plaatsing.tbs_ocmw_op),
        ("de gebruiker", plaatsing.tbs_gebruiker_op),
        ("de werknemer", plaatsing.tbs_werknemer_op),
    )
    ontbreekt = [wie for wie, op in partijen if op is None]
    te_laat = [wie for wie, op in partijen if op is not None and op > plaatsing.start]
    bezwaren = []
    if ontbreekt:
        bezwaren.append(f"De terbeschikkingstelling is nog niet getekend door {_opsomming(ontbreekt)}.")
    if te_laat:
        bezwaren.append(f"De terbeschikkingstelling is pas na de start getekend door {_opsomming(te_laat)}.")
    if plaatsing.tbs_gemeld_op is None:
        bezwaren.append("De terbeschikkingstelling is nog niet meegedeeld aan de raad (RMW).")
    return bezwaren


def _ondertekend(wat: str, op: date | None, start: date) -> list[str]:
    if op is None:
        return [f"{wat} is nog niet getekend."]
    return [f"{wat} is pas na de start ({start:%d/%m/%Y}) getekend."] if op > start else []


def _opsomming(delen: list[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


def overgangen(traject: Traject) -> list[Overgang]:
    """What can be done from here, the way forward first."""
    status = TrajectStatus(traject.status)
    vooruit = _VOORUIT.get(status)
    keuzes = [vooruit(traject)] if vooruit else []
    keuzes += [overgang for overgang, statussen in _ANDERE if status in statussen]
    return keuzes


def _naar_intake(traject: Traject) -> Overgang:
    return Overgang(
        "intake", "Intake noteren", "trajecten:intake", tuple(bezwaren_intake(traject)), is_hoofdactie=True
    )


def _naar_start(traject: Traject) -> Overgang:
    stap = geplande_stap(traject)
    bezwaren = bezwaren_start(stap, plaatsing_van(stap) if stap else None)
    return Overgang("start", "Traject starten", "trajecten:starten", tuple(bezwaren), is_hoofdactie=True)


_VOORUIT = {
    S.AANGEMELD: _naar_intake,
    S.INTAKE: lambda t: Overgang("screening", "Screening invullen", "trajecten:screening", is_hoofdactie=True),
    S.SCREENING: lambda t: Overgang("instrument", "Instrument kiezen", "trajecten:instrument", is_hoofdactie=True),
    S.ACTIEPLAN: lambda t: Overgang("plan", "Plan ondertekenen", "trajecten:plan", is_hoofdactie=True),
    S.WACHT_OP_START: _naar_start,
    S.LOPEND: lambda t: Overgang("uitstroom", "Uitstroom noteren", "trajecten:uitstroom", is_hoofdactie=True),
    S.ONDERBROKEN: lambda t: Overgang("hervatten", "Traject hervatten", "trajecten:hervatten", is_hoofdactie=True),
    S.AFGESLOTEN: lambda t: Overgang("heropenen", "Dossier heropenen", "trajecten:heropenen", is_hoofdactie=True),
}
_ANDERE = (
    (Overgang("stap", "Stap en plaats kiezen", "trajecten:stap"), {S.WACHT_OP_START}),
    (Overgang("nieuwe_stap", "Nieuwe stap", "trajecten:stap_nieuw"), {S.LOPEND, S.ONDERBROKEN}),
    (Overgang("documenten", "Documenten noteren", "trajecten:documenten"), {S.WACHT_OP_START, S.LOPEND}),
    (Overgang("onderbreken", "Traject onderbreken", "trajecten:onderbreken"), {S.LOPEND}),
    (Overgang("uitstroom", "Uitstroom noteren", "trajecten:uitstroom"), {S.ONDERBROKEN}),
    (Overgang("toewijzen", "Begeleider kiezen", "trajecten:toewijzen"), frozenset(S) - {S.AFGESLOTEN, S.GEWEIGERD}),
    (Overgang("weigeren", "Niet opstarten", "trajecten:weigeren"), {S.AANGEMELD, S.INTAKE}),
    (Overgang("afsluiten", "Traject afsluiten", "trajecten:afsluiten"), frozenset(S) - {S.AFGESLOTEN, S.GEWEIGERD}),
)
