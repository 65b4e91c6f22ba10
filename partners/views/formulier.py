"""One form on one page that calls one service: the shape of every change to the network."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from regie.core.exceptions import DomainError, DomainErrors
from regie.core.http import GebiedRequest, gebied_url
from regie.core.models import Organisatie


def formulierpagina(
    request: GebiedRequest,
    form: forms.Form,
    *,
    titel: str,
    knop: str,
    dienst: Callable[[], Any],
    gelukt: str,
    organisatie: Organisatie | None = None,
    doel: Callable[[Any], str] | None = None,
    terug: tuple[str, str] | None = None,
    uitleg: str = "",
    template: str = "partners/formulier.html",
    meer: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show `form`; when it is valid call `dienst` and go on. What it refuses is shown.

    On to `doel` of what came out, else to the organisatie. `terug`: (address, label) of the page one came from.
    `meer`: what the template shows besides.
    """
    if form.is_valid():
        try:
            resultaat = dienst()
        except (DomainError, ValidationError) as fout:
            for zin in _zinnen(fout):
                form.add_error(None, zin)
        else:
            messages.success(request, gelukt)
            naar = doel(resultaat) if doel else gebied_url("partners:organisatie", (organisatie or resultaat).pk)
            return redirect(naar)
    if terug is None and organisatie is not None:
        terug = (gebied_url("partners:organisatie", organisatie.pk), organisatie.naam)
    terug_url, terug_label = terug or (gebied_url("partners:lijst"), "Partners")
    context = {
        "form": form,
        "titel": titel,
        "knop": knop,
        "organisatie": organisatie,
        "terug_url": terug_url,
        "terug_label": terug_label,
        "uitleg": uitleg,
        **(meer or {}),
    }
    return render(request, template, context, status=422 if form.errors else 200)


def _zinnen(fout: DomainError | ValidationError) -> list[str]:
    """Each thing that is wrong on its own line."""
    if isinstance(fout, ValidationError):
        return fout.messages
    return fout.meldingen if isinstance(fout, DomainErrors) else [str(fout)]
