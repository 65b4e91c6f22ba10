"""The OCMW's beside each other. Alphabetical, never ranked; what stands out is said in words."""

from collections.abc import Sequence
from datetime import date

from regie.cijfers.getal import Getal, Kolom, Rij, Tabel
from regie.cijfers.indicatoren import DOSSIERS, INDICATOREN
from regie.cijfers.models import Soort
from regie.cijfers.onderdrukking import is_veilig_totaal, kolom, verhoudingen
from regie.cijfers.opname import Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.kern import doorstroomratios, stroom
from regie.cijfers.selectors.namen import plaatsnaam
from regie.cijfers.selectors.quotum import Quota, quotum_van_ocmws

KOLOMMEN = ("in_behandeling", "instroom", "doorstroom", "doorstroomratio", "evaluatie_op_tijd", "quotum_vst")
LABELS = {"quotum_vst": "Quotum VST", "doorstroomratio": "Doorstroom %"}
OPVALLEND = 15  # points away from the region before it is said in words

Kolomgetallen = tuple[Sequence[Getal], Getal]


def vergelijking_ocmw(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    vraag = opname or Opname(periode, peildatum)
    vraag.lees("evaluatie_op_tijd", "quotum")
    quota = quotum_van_ocmws(vraag)
    doorstroom = _stroom(vraag, Soort.DOORSTROOM, "doorstroom")
    kolommen: list[Kolomgetallen] = [
        _stock(vraag),
        _stroom(vraag, Soort.INSTROOM, "instroom"),
        doorstroom,
        _ratio(vraag, doorstroom),
        _op_tijd(vraag),
        (quota.gebruik, quota.regio),
    ]
    rijen = [
        Rij(
            str(ocmw.pk),
            plaatsnaam(ocmw),
            tuple(cellen[i] for cellen, _ in kolommen),
            opmerking=_opmerking(i, kolommen, quota),
        )
        for i, ocmw in enumerate(vraag.ocmws)
    ]
    return Tabel(
        code="vergelijking",
        titel="Vergelijking tussen OCMW's",
        rijkop="OCMW",
        kolommen=tuple(Kolom(code, LABELS.get(code, INDICATOREN[code].naam), code) for code in KOLOMMEN),
        rijen=(*rijen, Rij("regio", "Regio", tuple(regio for _, regio in kolommen), is_totaal=True)),
        bron=DOSSIERS,
        peildatum=peildatum,
        is_leeg=not rijen,
    )


def _stock(opname: Opname) -> Kolomgetallen:
    waarden = [opname.marginalen.stock(opname.peildatum, ocmw.pk) for ocmw in opname.ocmws]
    return kolom(waarden, opname.drempels, "in_behandeling")


def _stroom(opname: Opname, soort: Soort, code: str) -> Kolomgetallen:
    """A flow per OCMW. The region shows what its tile shows; a longer period may not give a hidden month away."""
    d, cijfers, periode = opname.drempels, opname.marginalen, opname.periode
    waarden = [cijfers.som(soort, periode, ocmw.pk) for ocmw in opname.ocmws]
    onveilig: list[int | str] = [
        i
        for i, ocmw in enumerate(opname.ocmws)
        if waarden[i] and not is_veilig_totaal(cijfers.per_maand(soort, ocmw.pk), periode, d)
    ]
    regio = stroom(opname, soort, periode, code)
    cellen, _ = kolom(waarden, d, code, onveilig=onveilig if regio.is_getoond else [*onveilig, "totaal"])
    return cellen, regio


def _ratio(opname: Opname, doorstroom: Kolomgetallen) -> Kolomgetallen:
    cijfers, periode = opname.marginalen, opname.periode
    tellers = [cijfers.som(Soort.DOORSTROOM, periode, ocmw.pk) for ocmw in opname.ocmws]
    noemers = [
        cijfers.som(Soort.UITSTROOM, periode, ocmw.pk) - cijfers.som(Soort.NEUTRAAL, periode, ocmw.pk)
        for ocmw in opname.ocmws
    ]
    dicht = [i for i, getal in enumerate(doorstroom[0]) if not getal.is_getoond]
    return verhoudingen(
        tellers,
        noemers,
        opname.drempels,
        "doorstroomratio",
        onveilig=dicht,
        geheel=doorstroomratios(opname, periode)[0],
    )


def _op_tijd(opname: Opname) -> Kolomgetallen:
    antwoord = opname.tellingen("evaluatie_op_tijd")
    tijdig = [antwoord.getal("evaluatie_op_tijd", "tijdig", ocmw.pk) for ocmw in opname.ocmws]
    te_laat = [antwoord.getal("evaluatie_op_tijd", "te_laat", ocmw.pk) for ocmw in opname.ocmws]
    alle = [a + b for a, b in zip(tijdig, te_laat, strict=True)]
    return verhoudingen(tijdig, alle, opname.drempels, "evaluatie_op_tijd")


def _opmerking(rij: int, kolommen: Sequence[Kolomgetallen], quota: Quota) -> str:
    """In words what stands out, from shown figures only."""
    woorden = []
    for plaats, minder, meer in (
        (
            KOLOMMEN.index("doorstroomratio"),
            "lagere doorstroomratio dan de regio",
            "hogere doorstroomratio dan de regio",
        ),
        (KOLOMMEN.index("evaluatie_op_tijd"), "evaluaties minder vaak op tijd dan in de regio", ""),
    ):
        cellen, regio = kolommen[plaats]
        afstand = _afstand(cellen[rij], regio)
        if abs(afstand) >= OPVALLEND and (woord := minder if afstand < 0 else meer):
            woorden.append(woord)
    benut = quota.benut[rij].waarde
    if benut is not None and benut >= quota.bijna_vol:
        woorden.append("quotum vol" if benut >= 100 else "quotum bijna vol")
    return ", ".join(woorden)


def _afstand(eigen: Getal, regio: Getal) -> float:
    return 0 if eigen.waarde is None or regio.waarde is None else eigen.waarde - regio.waarde
