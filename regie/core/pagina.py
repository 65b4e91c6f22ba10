"""One form on one page that calls one service: the shape of most changes."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from regie.core.exceptions import DomainError, DomainErrors
from regie.core.http import GebiedRequest


def formulierpagina(
    request: GebiedRequest,
    form: forms.Form,
    *,
    titel: str,
    knop: str,
    dienst: Callable[[], Any],
    gelukt: str,
    naar: Callable[[Any], str],
    terug: tuple[str, str],
    uitleg: str = "",
    template: str = "layout/formulier.html",
    meer: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show `form`; when it is valid call `dienst` and go to `naar(what came out)`. What it refuses is shown.

    `terug`: (address, label) of the page one came from. `meer`: what the template shows besides.
    """
    if form.is_valid():
        try:
            resultaat = dienst()
        except (DomainError, ValidationError) as fout:
            for zin in zinnen(fout):
                form.add_error(None, zin)
        else:
            messages.success(request, gelukt)
            return redirect(naar(resultaat))
    context = {
        "form": form,
        "titel": titel,
        "knop": knop,
        "terug_url": terug[0],
        "terug_label": terug[1],
        "uitleg": uitleg,
        **(meer or {}),
    }
    return render(request, template, context, status=422 if form.errors else 200)


def zinnen(fout: DomainError | ValidationError) -> list[str]:
    """Each thing that is wrong on its own line."""
    if isinstance(fout, ValidationError):
        return fout.messages
    return fout.meldingen if isinstance(fout, DomainErrors) else [str(fout)]
