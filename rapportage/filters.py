"""What somebody chooses on the cockpit: which period, compared with what. Everything is in the address."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import QueryDict

from regie.cijfers.periode import JAREN_TERUG, Periode, PeriodeSoort, recente_perioden
from regie.cijfers.selectors import Vergelijking

GROEPEN = {PeriodeSoort.MAAND: "Maand", PeriodeSoort.KWARTAAL: "Kwartaal", PeriodeSoort.JAAR: "Jaar"}
VERGELIJKINGEN = (
    (Vergelijking.VORIGE_PERIODE, "Vorige periode"),
    (Vergelijking.VORIG_JAAR, "Vorig jaar"),
    (Vergelijking.GEEN, "Niets"),
)


class CockpitFilter(forms.Form):
    """The two choices above the tiles."""

    use_required_attribute = False
    periode = forms.ChoiceField(label="Periode")
    vergelijk = forms.ChoiceField(label="Vergelijk met", choices=VERGELIJKINGEN)


@dataclass(frozen=True, slots=True)
class Keuze:
    """What was asked, put right where the address made no sense; `melding` says so."""

    periode: Periode
    vergelijking: Vergelijking
    form: CockpitFilter
    melding: str = ""


def lees_keuze(vraag: QueryDict, vandaag: date) -> Keuze:
    """The month that runs now, unless the address says otherwise."""
    periode, melding = _periode(vraag.get("periode", ""), vandaag)
    tekst = vraag.get("vergelijk", Vergelijking.VORIGE_PERIODE)
    bekend = tekst in list(Vergelijking)
    vergelijking = Vergelijking(tekst) if bekend else Vergelijking.VORIGE_PERIODE
    form = CockpitFilter(initial={"periode": periode.sleutel, "vergelijk": vergelijking.value})
    form.fields["periode"].choices = _keuzes(periode, vandaag)  # type: ignore[attr-defined]
    return Keuze(periode, vergelijking, form, melding)


def _periode(tekst: str, vandaag: date) -> tuple[Periode, str]:
    lopend = Periode.op(PeriodeSoort.MAAND, vandaag)
    if not tekst:
        return lopend, ""
    try:
        periode = Periode.van_tekst(tekst)
    except ValueError as fout:
        return lopend, f"{fout} Je ziet nu {lopend.label}."
    if periode.start.year <= vandaag.year - JAREN_TERUG:
        return lopend, f"De cockpit gaat {JAREN_TERUG} jaar terug. Je ziet nu {lopend.label}."
    if periode.start > vandaag:
        return lopend, f"{periode.label} is nog niet begonnen. Je ziet nu {lopend.label}."
    return periode, ""


def _keuzes(gekozen: Periode, vandaag: date) -> list[tuple[str, list[tuple[str, str]]]]:
    keuzes = []
    for soort, perioden in recente_perioden(vandaag).items():
        lijst = perioden if gekozen.soort != soort or gekozen in perioden else [*perioden, gekozen]
        keuzes.append((GROEPEN[soort], [(periode.sleutel, _naam(periode, vandaag)) for periode in lijst]))
    return keuzes


def _naam(periode: Periode, vandaag: date) -> str:
    return f"{periode.label} (loopt nog)" if periode.loopt_op(vandaag) else periode.label
