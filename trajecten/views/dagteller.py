"""The day counter of one step: the page, and the question "what if" that saves nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regie.core import notatie
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, require
from regie.core.parameters import regel
from regie.core.permissions import Recht
from trajecten import services
from trajecten.enums import StapStatus
from trajecten.forms.looptijd import WatAlsForm
from trajecten.models import Stap
from trajecten.regels.dagteller import Stand, tel
from trajecten.selectors import dagteller as selectors
from trajecten.views.looptijd_rijen import historiekrijen


def haal_stap(stap_id: UUID) -> Stap:
    return get_object_or_404(Stap.objects.select_related("traject__client", "instrument"), pk=stap_id)


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def dagteller(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    stap = haal_stap(stap_id)
    client, vandaag = stap.traject.client, timezone.localdate()
    services.client_lezen(client=client, pagina="dagteller", door=request.toegang)
    stand, fout = _stand(stap, vandaag)
    ziet_team = request.toegang.mag(Recht.DREMPEL_BEKIJKEN)
    mag_bewerken = request.toegang.mag(Recht.TRAJECT_BEWERKEN) and stap.status == StapStatus.LOPEND
    context: dict[str, Any] = {
        "stap": stap,
        "client": client,
        "stand": stand,
        "fout": fout,
        "vandaag": vandaag,
        "mag_bewerken": mag_bewerken and selectors.heeft_teller(stap),
        "kerngegevens": _kerngegevens(stand) if stand else [],
        "voorstel": selectors.voorstel_einde(stap, stand) if stand and mag_bewerken else None,
        "historiek": historiekrijen(selectors.historiek(stap), request.toegang, ziet_team=ziet_team),
    }
    if stand and mag_bewerken:
        context |= wat_als(request, stand)
    return render(request, "trajecten/dagteller.html", context)


def _stand(stap: Stap, vandaag: date) -> tuple[Stand | None, str]:
    if not selectors.heeft_teller(stap):
        return None, "Alleen art. 60 dat loopt of gelopen heeft, telt dagen."
    return selectors.stand_of_reden(stap, vandaag)


def _kerngegevens(stand: Stand) -> list[tuple[str, str]]:
    maand = regel("dagen_per_maand", op=stand.invoer.start)
    regels = [
        ("Gewerkte dagen", notatie.getal(float(stand.gewerkt), 1)),
        ("Gelijkgestelde dagen", notatie.getal(float(stand.gelijkgesteld), 1)),
    ]
    if stand.invoer.bewezen:
        regels.append(("Al bewezen voor de start", notatie.getal(stand.invoer.bewezen)))
    return [
        *regels,
        ("Nog nodig", notatie.getal(float(stand.nog_nodig), 1)),
        ("Regel", stand.recht.uitleg),
        ("Bron", f"{stand.recht.bron} (zekerheid: {stand.recht.zekerheid})"),
        ("Referteperiode", f"{stand.referte_maanden} maanden, vanaf {notatie.datum(stand.referte_van)}"),
        ("Voltijdse maand", f"{notatie.getal(maand.waarde)} dagen ({maand.zekerheid})"),
    ]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Now and what if, side by side."""

    vraag: list[str]
    nu: Stand
    dan: Stand

    @property
    def dagen_later(self) -> int:
        return (self.dan.bereikt_op - self.nu.bereikt_op).days

    @property
    def verschil(self) -> str:
        if self.dagen_later == 0:
            return "De datum blijft dezelfde."
        aantal = notatie.meervoud(abs(self.dagen_later), "dag", "dagen")
        return f"{aantal} {'later' if self.dagen_later > 0 else 'vroeger'}."

    @property
    def nieuwe_waarschuwingen(self) -> list[str]:
        return [zin for zin in self.dan.waarschuwingen if zin not in self.nu.waarschuwingen]


def wat_als(request: GebiedRequest, stand: Stand) -> dict[str, Any]:
    """The form, and the answer when something was asked: computed, never saved."""
    gevraagd = any(naam in request.GET for naam in WatAlsForm.base_fields)
    form = WatAlsForm(request.GET if gevraagd else None)
    context: dict[str, Any] = {"watals": form}
    if form.is_valid():
        try:
            anders = stand.invoer.met(breuk=form.breukwijziging(), voorvallen=form.voorvallen())
            context["vergelijking"] = Vergelijking(form.in_woorden(), stand, tel(anders, stand.peildatum))
        except DomainError as fout:
            form.add_error(None, str(fout))
    return context
