"""Which list somebody looks at: read from the address, for the page, its Excel and the actions on a selection."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.core.http import GebiedRequest
from regie.core.permissions import Recht
from trajecten.filters import TrajectFilter
from trajecten.selectors import lijst
from trajecten.selectors.waarneming import waarneemt_voor


@dataclass(slots=True)
class Keuze:
    """One tab, filtered and sorted, with the columns that were chosen."""

    blad: lijst.Tabblad
    bladen: list[lijst.Tabblad]
    groepen: list[lijst.Groep]
    filter: TrajectFilter
    kolommen: list[lijst.Kolom]
    eigen_kolommen: bool
    nieuw: frozenset[Any]

    def tellingen(self) -> dict[str, int | None]:
        return {blad.code: blad.tel(self.groepen) for blad in self.bladen}

    def chips(self) -> list[dict[str, Any]]:
        """The active filters in words."""
        chips = []
        for naam, veld in self.filter.form.fields.items():
            waarde = self.filter.form.cleaned_data.get(naam) if self.filter.form.is_valid() else None
            if waarde:
                toon = str(dict(getattr(veld, "choices", [])).get(waarde, waarde)).partition(" (")[0]
                chips.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": self.filter.data.get(naam)})
        return chips


def lees(request: GebiedRequest, vandaag: date) -> Keuze:
    user_id = request.toegang.user_id
    nieuw = lijst.nieuw_voor(user_id)
    bladen = lijst.tabbladen(user_id=user_id, vandaag=vandaag, nieuw=nieuw, afwezigen=waarneemt_voor(user_id, vandaag))
    begint_bij = "mijn" if request.toegang.mag(Recht.CLIENT_BEWERKEN) else "team"
    per_code = {blad.code: blad for blad in bladen}
    blad = per_code.get(request.GET.get("tab", ""), per_code[begint_bij])
    groepen = lijst.groepen(vandaag)
    gevraagd = request.GET.get("kolommen", "")
    return Keuze(
        blad=blad,
        bladen=bladen,
        groepen=groepen,
        filter=TrajectFilter(
            request.GET,
            queryset=lijst.trajecten_lijst(blad, sorteer=request.GET.get("sorteer", lijst.STANDAARD_SORTERING)),
            organisatie_ids=request.toegang.organisatie_ids,
            vandaag=vandaag,
            blad=blad,
            groepen=groepen,
        ),
        kolommen=lijst.gekozen_kolommen(gevraagd.split(",")),
        eigen_kolommen=bool(gevraagd),
        nieuw=frozenset(nieuw),
    )
