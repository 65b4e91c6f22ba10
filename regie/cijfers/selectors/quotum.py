"""The quota art. 60 VST: one judgement of what may be shown, used by tile, comparison, report and signals alike."""

from dataclasses import dataclass

from regie.cijfers.getal import Getal, aantal, verborgen
from regie.cijfers.onderdrukking import kolom
from regie.cijfers.opname import Opname
from regie.core import notatie
from regie.core.parameters import waarde

GEEN_QUOTUM = "Er is nog geen quotum ingevuld."


@dataclass(frozen=True, slots=True)
class Quota:
    """Per OCMW, in the order of `opname.ocmws`: "14 / 16", granted, started, used."""

    gebruik: tuple[Getal, ...]
    toegekend: tuple[Getal, ...]
    gestart: tuple[Getal, ...]
    benut: tuple[Getal, ...]
    regio: Getal
    toegekend_regio: Getal
    gestart_regio: Getal
    benut_regio: Getal
    bijna_vol: float
    weinig: float


def quotum_van_ocmws(opname: Opname, vraag: str = "quotum") -> Quota:
    """On the reference date; `vraag` "quotum_nu" asks for today."""
    antwoord = opname.tellingen(vraag)
    toegekend = [antwoord.getal(vraag, "toegekend", ocmw.pk) for ocmw in opname.ocmws]
    gestart, gestart_regio = kolom(
        [antwoord.getal(vraag, "gestart", ocmw.pk) for ocmw in opname.ocmws], opname.drempels, "quotum_vst"
    )
    totaal = sum(toegekend)
    return Quota(
        gebruik=tuple(_gebruik(n, t) for n, t in zip(gestart, toegekend, strict=True)),
        toegekend=tuple(_toegekend(t) for t in toegekend),
        gestart=gestart,
        benut=tuple(_benut(n, t) for n, t in zip(gestart, toegekend, strict=True)),
        regio=_gebruik(gestart_regio, totaal),
        toegekend_regio=_toegekend(totaal),
        gestart_regio=gestart_regio,
        benut_regio=_benut(gestart_regio, totaal),
        bijna_vol=float(waarde("quotum_signaal", op=opname.peildatum, dimensie="bijna vol")),
        weinig=float(waarde("quotum_signaal", op=opname.peildatum, dimensie="weinig gebruikt")),
    )


def _toegekend(toegekend: int) -> Getal:
    return aantal(toegekend, "quotum_toegekend") if toegekend else verborgen("–", GEEN_QUOTUM, "quotum_toegekend")


def _gebruik(gestart: Getal, toegekend: int) -> Getal:
    if not toegekend:
        return verborgen(notatie.GEEN, GEEN_QUOTUM, "quotum_vst")
    getoond = f"{gestart.getoond} / {notatie.getal(toegekend)}"
    return Getal(gestart.waarde, getoond, "quotum_vst", toegekend, gestart.reden)


def _benut(gestart: Getal, toegekend: int) -> Getal:
    if not toegekend or gestart.waarde is None:
        return verborgen(notatie.GEEN, gestart.reden or GEEN_QUOTUM, "quotum_benut")
    procent = round(100 * gestart.waarde / toegekend, 1)
    return Getal(procent, notatie.procent(procent), "quotum_benut", toegekend)
