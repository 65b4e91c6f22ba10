"""One form on one page that calls one service: the shape of every change to the network."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from regie.core.exceptions import DomainError
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
) -> HttpResponse:
    """Show `form`; when it is valid call `dienst` and go to the page of the organisatie. What it refuses is shown."""
    if form.is_valid():
        try:
            resultaat = dienst()
        except (DomainError, ValidationError) as fout:
            for zin in getattr(fout, "messages", [str(fout)]):
                form.add_error(None, zin)
        else:
            messages.success(request, gelukt)
            doel = organisatie or resultaat
            return redirect(gebied_url("partners:organisatie", doel.pk))
    context = {"form": form, "titel": titel, "knop": knop, "organisatie": organisatie}
    return render(request, "partners/formulier.html", context, status=422 if form.errors else 200)
