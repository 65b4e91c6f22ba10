"""The omgevingsanalyse: figures of the region with their source and day, as the cockpit shows them."""

from collections.abc import Iterable, Sequence
from datetime import date

from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.stukken.gemeen import Punt, als_tabel, bronnenzin
from regie.cijfers.getal import Reeksen, Tegel
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import (
    Opname,
    instroom_per_instrument,
    instroom_reeks,
    is_nieuw_gebied,
    kerncijfers,
    onderdrukkingsregel,
    vergelijking_ocmw,
)
from regie.core import notatie
from regie.core.grafieken import Lijngrafiek, Reeks
from regie.core.stukken.blokken import Alinea, Blok, Figuur, Tabel

HANDWERK = (
    "Cijfers van de arbeidsmarkt (werkloosheidsgraad, werkzaamheidsgraad, leefloners per 1.000 inwoners) staan niet "
    "in dit overzicht: neem ze met hun bron en jaar op in de tekst."
)


def omgeving(bron: Planbron) -> tuple[Iterable[Blok], Iterable[Punt]]:
    """The year before the plan, or what is known of it today."""
    if is_nieuw_gebied():
        return [], [Punt(False, "Er zijn nog geen trajecten geregistreerd: de cijfers van de regio zijn leeg.")]
    periode = Periode.jaar(min(bron.plan.jaar - 1, bron.vandaag.year))
    peildatum = periode.peildatum(bron.vandaag)
    opname = Opname(periode, peildatum)
    return [
        Alinea(f"Cijfers over {periode.label}, tot en met {notatie.datum(peildatum)}. {HANDWERK}"),
        _tegels(kerncijfers(periode, peildatum, opname=opname).tegels, peildatum),
        _lijnen(instroom_reeks(periode, peildatum, opname=opname)),
        als_tabel(instroom_per_instrument(periode, peildatum, opname=opname)),
        als_tabel(vergelijking_ocmw(periode, peildatum, opname=opname)),
        Alinea(onderdrukkingsregel(peildatum)),
    ], []


def _tegels(tegels: Sequence[Tegel], peildatum: date) -> Tabel:
    return Tabel(
        "Kerncijfers",
        ("Indicator", "Waarde", "Toelichting"),
        tuple((tegel.label, tegel.getal.getoond, tegel.detail) for tegel in tegels),
        getallen=(1,),
        noot=f"Peildatum {notatie.datum(peildatum)}. {bronnenzin(tegel.bron for tegel in tegels)}",
    )


def _lijnen(reeksen: Reeksen) -> Figuur:
    grafiek = Lijngrafiek(
        titel=reeksen.titel,
        omschrijving="Lijngrafiek per maand van instroom, doorstroom en stopzetting.",
        x_labels=list(reeksen.labels),
        reeksen=[Reeks(reeks.label, [getal.waarde for getal in reeks.getallen]) for reeks in reeksen.reeksen],
        bron=reeksen.bron,
        leeg="niet getoond",
    )
    return Figuur(grafiek, reeksen.telling)
