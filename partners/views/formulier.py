"""A form of the network on one page: it goes on to the organisatie it is about when nothing else is said."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse

from regie.core import pagina
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
    template: str = "layout/formulier.html",
    meer: dict[str, Any] | None = None,
) -> HttpResponse:
    """`regie.core.pagina.formulierpagina`, back to the organisatie or to the list of partners."""

    def naar(resultaat: Any) -> str:
        return doel(resultaat) if doel else gebied_url("partners:organisatie", (organisatie or resultaat).pk)

    if terug is None and organisatie is not None:
        terug = (gebied_url("partners:organisatie", organisatie.pk), organisatie.naam)
    return pagina.formulierpagina(
        request,
        form,
        titel=titel,
        knop=knop,
        dienst=dienst,
        gelukt=gelukt,
        naar=naar,
        terug=terug or (gebied_url("partners:lijst"), "Partners"),
        uitleg=uitleg,
        template=template,
        meer={"organisatie": organisatie, **(meer or {})},
    )
