from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from regie.core.http import GebiedRequest, gebied_url
from trajecten import services
from trajecten.models import Client, Link


def actie_pagina(
    request: GebiedRequest,
    *,
    client: Client,
    form: BaseForm,
    titel: str,
    knop: str,
    uitleg: str = "",
    terug: str = "",
    template: str = "trajecten/actie.html",
    **meer: Any,
) -> HttpResponse:
    """One form about one client on a page of its own; the read is logged. 422 when something was refused."""
    pagina = request.resolver_match.url_name if request.resolver_match else ""
    services.client_lezen(client=client, pagina=pagina or "actie", door=request.toegang)
    context = {
        "client": client,
        "form": form,
        "titel": titel,
        "knop": knop,
        "uitleg": uitleg,
        "terug": terug or gebied_url("trajecten:client", client.pk),
        **meer,
    }
    return render(request, template, context, status=422 if form.errors else 200)


def link_klaar(
    request: GebiedRequest, *, client: Client, link: Link, adres: str, sms: str, gemaild: bool, terug: str
) -> HttpResponse:
    """A new address, shown in the answer itself and kept nowhere: who reloads makes a new link."""
    context = {"client": client, "link": link, "adres": adres, "sms": sms, "gemaild": gemaild, "terug": terug}
    antwoord = render(request, "trajecten/link_klaar.html", context)
    antwoord.headers["Cache-Control"] = "no-store"
    antwoord.headers["Referrer-Policy"] = "same-origin"
    return antwoord
