"""One rule calendar per person: what may still, until when, and what blocks what, over all instruments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict

from regie.core.dates import einde_van_maand, plus_maanden
from regie.core.notatie import datum, meervoud
from regie.core.parameters import Regel, regel
from trajecten.enums import StapStatus
from trajecten.enums_instrument import ImwSoort, Stapregime
from trajecten.models import Client, GpmiEvaluatie, ImwBeslissing, Stap, Traject
from trajecten.regels.instrumenten import in_woorden
from trajecten.regels.signalen import signalen
from trajecten.selectors.client import huidig_traject
from trajecten.selectors.instrumenten import (
    PER_PERSOON,
    duur_van,
    instrumentregels,
    is_technisch,
    sluiten_uit,
    stappen_van,
)
from trajecten.selectors.signalen import bundels
from trajecten.selectors.wijkwerken import Urenstand, jaarstand, laatste_maand, maandstand

# Instruments named when a step blocks others; the closed ones would only be noise.
_NOEMEN = ("ART60", "ART60_VST", "IMW", "CMW", "WIJKWERKEN", "IBO", "IBOPLUS", "BIS", "WES", "TWE")


class _Herkomst(TypedDict):
    geldig: str
    bron: str
    zekerheid: str


class Toestand(StrEnum):
    OVER = "OVER"
    LET_OP = "LET_OP"
    OK = "OK"


@dataclass(frozen=True, slots=True)
class Regelregel:
    """One line: what, how it stands, the day it turns on, and the rule behind it."""

    onderwerp: str
    titel: str
    toestand: Toestand
    stand: str = ""
    dag: date | None = None
    uitleg: str = ""
    geldig: str = ""
    bron: str = ""
    zekerheid: str = ""
    blokkeert: tuple[str, ...] = ()


def kalender(client: Client, vandaag: date) -> list[Regelregel]:
    """Every rule that says something about this person today, the pressing ones first."""
    traject = huidig_traject(client)
    if traject is None:
        return []
    stappen = stappen_van(traject)
    regels: list[Regelregel] = []
    for stap in stappen:
        if stap.status != StapStatus.BEEINDIGD:
            regels += _stap(traject, stap, vandaag)
    if traject.is_open:
        regels += [*_twe(stappen, vandaag), *_gpmi(traject, vandaag), *_signalen(traject, vandaag)]
    volgorde = list(Toestand)
    return sorted(regels, key=lambda r: (volgorde.index(r.toestand), r.dag or date.max, r.onderwerp, r.titel))


def toestand_op(dag: date | None, vandaag: date) -> Toestand:
    """Past its day, inside the warning period, or fine."""
    if dag is None:
        return Toestand.OK
    if dag < vandaag:
        return Toestand.OVER
    dagen = int(regel("signaal_vooraf", op=vandaag, dimensie="einde").waarde)
    return Toestand.LET_OP if dag <= vandaag + timedelta(days=dagen) else Toestand.OK


def _herkomst(wet: Regel) -> _Herkomst:
    tot = f" tot {datum(wet.geldig_tot)}" if wet.geldig_tot else ""
    return {"geldig": f"vanaf {datum(wet.geldig_van)}{tot}", "bron": wet.bron, "zekerheid": wet.zekerheid}


def _stap(traject: Traject, stap: Stap, vandaag: date) -> Iterator[Regelregel]:
    naam = str(stap.instrument)
    yield _einde(stap, naam, vandaag)
    yield from _maximum(traject, stap, naam, vandaag)
    if eigen := _EIGEN.get(stap.instrument_id):
        yield from eigen(stap, vandaag)


def _einde(stap: Stap, naam: str, vandaag: date) -> Regelregel:
    """The last day of the step as it stands, with the rule or the motivation behind it."""
    uitleg = str(stap.einde_regel.get("uitleg", ""))
    if stap.einde_motivering:
        uitleg = f"Anders dan de regel: {stap.einde_motivering}"
    loopt = stap.status == StapStatus.LOPEND
    titel = f"Voorziene laatste dag van {naam}" if loopt else f"Geplande start van {naam}"
    vrij = duur_van(stap.instrument_id, start=stap.start, regime=stap.regime)[0].laatste is None
    dag = stap.einde_voorzien if loopt else stap.start
    return Regelregel(
        naam,
        titel if dag else f"Geen vaste einddatum voor {naam}",
        toestand_op(dag, vandaag) if loopt else Toestand.OK,
        stand=f"sinds {datum(stap.start)}" if loopt else "gepland",
        dag=dag,
        uitleg=uitleg or ("De duur is vrij." if vrij else "Zoals afgesproken."),
        bron=str(stap.einde_regel.get("bron", "")),
        zekerheid=str(stap.einde_regel.get("zekerheid", "")),
        blokkeert=tuple(_namen(stap.instrument_id)),
    )


def _namen(code: str) -> Iterator[str]:
    rijen = instrumentregels()
    for ander in _NOEMEN:
        if ander != code and ander in rijen and sluiten_uit(code, ander):
            yield str(rijen[ander].instrument)


def _maximum(traject: Traject, stap: Stap, naam: str, vandaag: date) -> Iterator[Regelregel]:
    """What the instrument allows at most, where it is not the same as the end already shown."""
    grenzen, verbruikt = duur_van(
        stap.instrument_id, start=stap.start, regime=stap.regime, traject=traject, behalve=stap
    )
    laatste = grenzen.laatste
    if laatste is None:
        return
    soort = "Maximum per persoon" if stap.instrument_id in PER_PERSOON else "Maximum"
    extra = f", waarvan {meervoud(verbruikt, 'dag', 'dagen')} eerder gebruikt" if verbruikt else ""
    uitleg = f"Hoogstens {in_woorden(laatste.regel)}{extra}."
    if stap.einde_voorzien and stap.einde_voorzien > laatste.dag:
        uitleg += f" De voorziene einddatum {datum(stap.einde_voorzien)} ligt later."
    yield Regelregel(
        naam,
        f"{soort} van {naam}",
        toestand_op(laatste.dag, vandaag),
        dag=laatste.dag,
        uitleg=uitleg,
        **_herkomst(laatste.regel),
    )


def _wijkwerken(stap: Stap, vandaag: date) -> Iterator[Regelregel]:
    client = stap.traject.client
    for stand, wat in (
        (maandstand(client.pk, vandaag.replace(day=1)), "Uren wijk-werken deze maand"),
        (jaarstand(client.pk, vandaag.year), "Uren wijk-werken dit kalenderjaar"),
    ):
        yield _uren(stand, wat)
    if stap.regime == Stapregime.EX_PWA:
        yield _ex_pwa(client, stap)


def _uren(stand: Urenstand, wat: str) -> Regelregel:
    grens, signaal = int(stand.grens.waarde), int(stand.signaal.waarde)
    over = f"nog {stand.over} uur" if stand.over else "geen uren meer"
    return Regelregel(
        "wijk-werken",
        wat,
        Toestand(stand.toestand),
        stand=f"{stand.uren} van {grens} uur ({over})",
        uitleg=f"Verwittigen vanaf {signaal} uur, stoppen bij {grens} uur.",
        **_herkomst(stand.grens),
    )


def _ex_pwa(client: Client, stap: Stap) -> Regelregel:
    """Without maximum, until a year without work."""
    wet = regel("ww_expwa_zonder_werk", op=stap.start)
    laatste = laatste_maand(client)
    dag = plus_maanden(laatste or stap.start, int(wet.waarde))
    return Regelregel(
        "wijk-werken",
        "Overgekomen uit PWA: zonder maximumduur",
        Toestand.OK,
        dag=dag,
        uitleg=f"Vervalt na {int(wet.waarde)} maanden zonder werk. De uren per maand en per jaar blijven gelden.",
        **_herkomst(wet),
    )


def _imw(stap: Stap, vandaag: date) -> Iterator[Regelregel]:
    beslissing = ImwBeslissing.objects.filter(stap=stap).order_by("-kwartaal").first()
    if beslissing is None:
        yield Regelregel(
            "individueel maatwerk",
            "Beslissing individueel maatwerk ontbreekt",
            Toestand.LET_OP,
            uitleg="De jaren tellen vanaf het kwartaal van de beslissing.",
        )
        return
    wet = regel("imw_hernieuwing", op=beslissing.kwartaal)
    kan = beslissing.soort == ImwSoort.BLIJVEND
    vanaf = plus_maanden(beslissing.einde, -int(wet.waarde))
    yield Regelregel(
        "individueel maatwerk",
        "Eerste dag om hernieuwing te vragen" if kan else "Geen hernieuwing: tijdelijke problematiek",
        Toestand.OK,
        stand=f"beslist in het kwartaal van {datum(beslissing.kwartaal)}",
        dag=vanaf if kan else None,
        uitleg=f"In de laatste {int(wet.waarde)} maanden, voor {datum(beslissing.einde)}." if kan else "",
        **_herkomst(wet if kan else regel("imw_duur_tijdelijk", op=beslissing.kwartaal)),
    )


_EIGEN: dict[str, Callable[[Stap, date], Iterator[Regelregel]]] = {"WIJKWERKEN": _wijkwerken, "IMW": _imw}


def _twe(stappen: list[Stap], vandaag: date) -> Iterator[Regelregel]:
    twe = next((s for s in stappen if s.instrument_id == "TWE" and s.status == StapStatus.LOPEND), None)
    if twe is None:
        return
    wet, lengte = regel("twe_opleiding_aantal", op=twe.start), regel("twe_opleiding_max", op=twe.start)
    aantal = sum(s.instrument_id == "OPLEIDING" and is_technisch(s) and s.start >= twe.start for s in stappen)
    op = aantal >= int(wet.waarde)
    yield Regelregel(
        "TWE",
        "Technische opleiding in TWE",
        Toestand.OK,
        stand="al gebruikt" if op else "nog mogelijk",
        uitleg=f"Hoogstens {meervoud(int(wet.waarde), 'opleiding', 'opleidingen')} van {in_woorden(lengte)}.",
        blokkeert=("een tweede technische opleiding",) if op else (),
        **_herkomst(wet),
    )
    yield _registratie(twe, vandaag)


def registratie_ontbreekt(stap: Stap, op: date) -> bool:
    """Whether the registration in MLP is not valid on a day."""
    if stap.mlp_geregistreerd_op is None or stap.mlp_geregistreerd_op > op:
        return True
    return stap.mlp_geldig_tot is not None and stap.mlp_geldig_tot < op


def _registratie(twe: Stap, vandaag: date) -> Regelregel:
    """Valid on the last day of the month, or that month brings nothing (C31)."""
    wet = regel("twe_registratie_dag", op=twe.start)
    laatste = einde_van_maand(vandaag)
    ontbreekt = registratie_ontbreekt(twe, laatste)
    dringend = ontbreekt and vandaag.day >= int(wet.waarde)
    toestand = Toestand.LET_OP if ontbreekt else Toestand.OK
    return Regelregel(
        "TWE",
        "Registratie in MLP geldig op de laatste dag van de maand",
        Toestand.OVER if dringend else toestand,
        stand="ontbreekt" if ontbreekt else "in orde",
        dag=laatste,
        uitleg=f"Anders is er die maand geen vergoeding. We verwittigen vanaf dag {int(wet.waarde)}.",
        **_herkomst(wet),
    )


def _gpmi(traject: Traject, vandaag: date) -> Iterator[Regelregel]:
    """Three evaluations in the twelve months behind us, two of them in person (C65)."""
    getekend = traject.gpmi_getekend_op
    if getekend is None:
        return
    aantal, persoon = regel("gpmi_evaluaties", op=getekend), regel("gpmi_in_persoon", op=getekend)
    rijen = list(
        GpmiEvaluatie.objects.filter(traject=traject, datum__gt=plus_maanden(vandaag, -12)).values_list(
            "in_persoon", flat=True
        )
    )
    jaar_om = plus_maanden(getekend, 12) <= vandaag
    for stand, wet, wat in (
        (len(rijen), aantal, "GPMI-evaluaties in de laatste 12 maanden"),
        (sum(rijen), persoon, "GPMI-evaluaties in persoon in de laatste 12 maanden"),
    ):
        te_weinig = jaar_om and stand < int(wet.waarde)
        yield Regelregel(
            "GPMI",
            wat,
            Toestand.LET_OP if te_weinig else Toestand.OK,
            stand=f"{stand} van {int(wet.waarde)}",
            uitleg=f"Minstens {int(wet.waarde)} per jaar." + ("" if jaar_om else " Het eerste jaar is nog bezig."),
            **_herkomst(wet),
        )


def _signalen(traject: Traject, vandaag: date) -> Iterator[Regelregel]:
    """What the signals of this file ask, with the rule of each."""
    for bundel in bundels([traject]):
        gedaan = {rij.sleutel for rij in bundel.termijnen if rij.afgehandeld_op or rij.vervallen_op}
        for signaal in signalen(bundel.feiten, vandaag):
            if signaal.regel is None or signaal.sleutel in gedaan:
                continue
            vanaf = signaal.vanaf or signaal.vervalt_op
            voor_dag = Toestand.LET_OP if vanaf <= vandaag else Toestand.OK
            yield Regelregel(
                "te doen",
                signaal.omschrijving,
                Toestand.OVER if signaal.vervalt_op < vandaag else voor_dag,
                dag=signaal.vervalt_op,
                uitleg=signaal.uitleg,
                **_herkomst(signaal.regel),
            )
