from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from regie.core.http import GebiedRequest, gebied_url
from trajecten import services
from trajecten.models import Client


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
