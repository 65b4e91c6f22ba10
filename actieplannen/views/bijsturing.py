"""What the regisseur does with a proposal: make an action of it, or say why not."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actieplannen.forms.stand import AfwijsForm, OvernameForm
from actieplannen.models import Bijsturing
from actieplannen.selectors.kwartalen import kwartaal_van
from actieplannen.selectors.opvolgtab import doelstellingen_voor
from actieplannen.services.bijsturing import bijsturing_afwijzen, bijsturing_overnemen
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.pagina import formulierpagina
from regie.core.permissions import Recht


def _bijsturing(bijsturing_id: UUID) -> Bijsturing:
    rijen = Bijsturing.objects.select_related("stand__actie__doelstelling__plan", "stand__door")
    return get_object_or_404(rijen, pk=bijsturing_id)


def _terug(bijsturing: Bijsturing) -> tuple[str, str]:
    plan = bijsturing.stand.actie.doelstelling.plan
    adres = gebied_url("actieplannen:opvolging", plan.pk)
    return f"{adres}?kwartaal={kwartaal_van(bijsturing.stand).sleutel}", "Opvolging"


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def overnemen(request: GebiedRequest, planbijsturing_id: UUID) -> HttpResponse:
    voorstel = _bijsturing(planbijsturing_id)
    bron = voorstel.stand.actie
    doelstellingen = doelstellingen_voor(bron.doelstelling.plan)
    form = OvernameForm(
        request.POST if request.method == "POST" else None, bijsturing=voorstel, doelstellingen=doelstellingen
    )

    def neem_over() -> object:
        return bijsturing_overnemen(
            bijsturing=voorstel, overname=form.overname(), door=request.toegang, vandaag=timezone.localdate()
        )

    return formulierpagina(
        request,
        form,
        titel="Voorstel overnemen als actie",
        knop="Actie toevoegen",
        dienst=neem_over,
        gelukt="Het voorstel is een actie. Wie het voorstelde, ziet dat.",
        naar=lambda actie: gebied_url("actieplannen:actie", actie.pk),
        terug=_terug(voorstel),
        uitleg=(
            f"Prioriteit, gemeenten en trekker komen van '{bron.titel}'. "
            "Geld, indicatoren en partners vul je daarna aan bij de actie zelf."
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def afwijzen(request: GebiedRequest, planbijsturing_id: UUID) -> HttpResponse:
    voorstel = _bijsturing(planbijsturing_id)
    form = AfwijsForm(request.POST if request.method == "POST" else None)
    return formulierpagina(
        request,
        form,
        titel="Voorstel niet overnemen",
        knop="Niet overnemen",
        dienst=lambda: bijsturing_afwijzen(
            bijsturing=voorstel,
            antwoord=form.cleaned_data["antwoord"],
            door=request.toegang,
            vandaag=timezone.localdate(),
        ),
        gelukt="Bewaard. Wie het voorstelde, leest je antwoord.",
        naar=lambda _: _terug(voorstel)[0],
        terug=_terug(voorstel),
        uitleg=f"Voorstel bij '{voorstel.stand.actie.titel}': {voorstel.voorstel}",
    )
