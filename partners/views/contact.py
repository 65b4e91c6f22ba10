"""Noting a contact with an employer in a few seconds, and correcting it. The warning comes before the phone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners import selectors
from partners.forms.contact import ContactmomentForm, als_contactinvoer
from partners.models import Contactmoment, Contactnotitie, Werkgever
from partners.selectors.contact import eigen_organisaties, eigen_vervallen_opvolgingen, voor_je_belt
from partners.services import contact as services
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.notatie import datum
from regie.core.permissions import Recht


def haal_werkgever(werkgever_id: UUID) -> Werkgever:
    rijen = Werkgever.objects.select_related("gemeente", "accounthouder", "organisatie")
    return get_object_or_404(rijen, pk=werkgever_id)


def kaart_url(werkgever_id: UUID) -> str:
    return gebied_url("werkgevers:werkgever", werkgever_id)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def contact_noteren(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever, vandaag = haal_werkgever(werkgever_id), timezone.localdate()
    eigen = request.toegang.lid_van
    voor = voor_je_belt(werkgever, eigen=eigen, vandaag=vandaag)
    form = ContactmomentForm(
        request.POST or None,
        werkgever=werkgever,
        organisaties=eigen_organisaties(eigen),
        af_te_ronden=eigen_vervallen_opvolgingen(werkgever, eigen=eigen, vandaag=vandaag),
        initial={"datum": vandaag, "gezien": _gezien(voor.contacten)},
    )
    genoteerd: list[services.Genoteerd] = []

    def bewaar() -> None:
        gegevens = form.cleaned_data
        genoteerd.append(
            services.contact_noteren(
                werkgever=werkgever,
                organisatie=form.eigen_organisatie or gegevens["organisatie"],
                invoer=services.Contactinvoer(**als_contactinvoer(gegevens)),
                rondt_af=gegevens.get("rondt_af", ()),
                door=request.toegang,
                vandaag=vandaag,
            )
        )

    if gelukt(form, bewaar):
        _meld(request, genoteerd[0], form.cleaned_data["gezien"])
        return redirect(kaart_url(werkgever.pk))
    return _pagina(request, form, werkgever, titel="Contact noteren", voor=voor)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def moment_bijwerken(request: GebiedRequest, moment_id: UUID) -> HttpResponse:
    contact, vandaag = _haal(moment_id), timezone.localdate()
    if contact.organisatie_id not in request.toegang.lid_van:
        messages.error(request, f"Dit contact is van {contact.organisatie}: alleen die kan het wijzigen.")
        return redirect(kaart_url(contact.werkgever_id))
    notitie = Contactnotitie.objects.filter(contactmoment=contact).first()
    form = ContactmomentForm(
        request.POST or None,
        werkgever=contact.werkgever,
        organisaties=eigen_organisaties([contact.organisatie_id]),
        initial=ContactmomentForm.begin(contact, notitie.tekst if notitie else ""),
    )

    def bewaar() -> None:
        invoer = services.Contactinvoer(**als_contactinvoer(form.cleaned_data))
        services.contact_bijwerken(contact=contact, invoer=invoer, door=request.toegang, vandaag=vandaag)

    if gelukt(form, bewaar):
        messages.success(request, "Het contact is bewaard.")
        return redirect(kaart_url(contact.werkgever_id))
    return _pagina(request, form, contact.werkgever, titel="Contact wijzigen", contact=contact)


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def moment_intrekken(request: GebiedRequest, moment_id: UUID) -> HttpResponse:
    contact = _haal(moment_id)
    try:
        services.contact_intrekken(contact=contact, door=request.toegang, nu=timezone.now())
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        ongedaan = gebied_url("werkgevers:moment_herstellen", contact.pk)
        tekst = f"Het contact van {datum(contact.datum)} is ingetrokken."
        messages.success(request, tekst, extra_tags=f"ongedaan={ongedaan}")
    return redirect(kaart_url(contact.werkgever_id))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def moment_herstellen(request: GebiedRequest, moment_id: UUID) -> HttpResponse:
    contact = _haal(moment_id)
    doe(
        request,
        lambda: services.contact_herstellen(contact=contact, door=request.toegang),
        f"Het contact van {datum(contact.datum)} staat er weer.",
    )
    return redirect(kaart_url(contact.werkgever_id))


def _haal(moment_id: UUID) -> Contactmoment:
    return get_object_or_404(Contactmoment.objects.select_related("werkgever", "organisatie"), pk=moment_id)


def _gezien(contacten: list[Contactmoment]) -> str:
    return " ".join(str(contact.pk) for contact in contacten)


def _meld(request: GebiedRequest, genoteerd: services.Genoteerd, gezien: str) -> None:
    """What another organisatie noted while the form was open was not warned of yet."""
    bekend = set(gezien.split())
    intussen = [contact for contact in genoteerd.van_anderen if str(contact.pk) not in bekend]
    for contact in intussen:
        belofte = f" Beloofd: {contact.volgende_stap}." if contact.volgende_stap else ""
        messages.warning(
            request,
            f"Intussen noteerde {contact.organisatie} ook een contact: {datum(contact.datum)}, "
            f"{contact.get_doel_display()}.{belofte} Jullie contact is bewaard; ook {contact.organisatie} ziet dit.",
        )
    messages.success(request, "Het contact is genoteerd.")


def _pagina(
    request: GebiedRequest, form: ContactmomentForm, werkgever: Werkgever, *, titel: str, **rest: Any
) -> HttpResponse:
    context = {
        "form": form,
        "werkgever": werkgever,
        "titel": titel,
        "telefoons": [persoon for persoon in selectors.contactpersonen_van(werkgever) if persoon.telefoon],
        "terug_url": kaart_url(werkgever.pk),
        "vandaag": timezone.localdate(),
        **rest,
    }
    return render(request, "partners/contact/noteren.html", context, status=422 if form.errors else 200)
