"""HTML to a tagged PDF (PDF/UA-1). Fonts and styles are read once per process; nothing comes from a network."""

import atexit
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pikepdf
from django.contrib.staticfiles import finders

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

AFBEELDING = "data:image/png;base64,"  # a logo travels inside the page


def html_naar_pdf(html: str, *, stijl: str, kleur: str = "") -> bytes:
    """`stijl` is the path of one style sheet under static/; `kleur` (#rrggbb) is what it knows as --kleur."""
    from weasyprint import CSS, HTML  # slow to import and needs Pango: only the process that prints pays for it

    css, letters = _stijl(stijl)
    ruw = HTML(string=html, url_fetcher=_eigen_bestanden()).write_pdf(
        stylesheets=[css, *([CSS(string=f":root {{ --kleur: {kleur} }}")] if kleur else [])],
        font_config=letters,
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
    )
    return geef_koppen_een_bereik(ruw)


@cache
def _stijl(stijl: str) -> "tuple[CSS, FontConfiguration]":
    from weasyprint import CSS  # see html_naar_pdf
    from weasyprint.text.fonts import FontConfiguration

    letters = FontConfiguration()
    return CSS(filename=str(_stijlbestand(stijl)), font_config=letters, url_fetcher=_eigen_bestanden()), letters


atexit.register(_stijl.cache_clear)  # fonts are given back while the libraries that hold them still exist


def _stijlbestand(stijl: str) -> Path:
    gevonden = finders.find(stijl)
    if not isinstance(gevonden, str):
        raise FileNotFoundError(f"static/{stijl} ontbreekt")
    return Path(gevonden).resolve()


@cache
def _eigen_bestanden() -> Any:
    """Reads files beside the style sheet, and nothing else: no network, no other file of this machine."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # see html_naar_pdf

    map_ = _stijlbestand("css/rapport.css").parent.parent

    class EigenBestanden(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            delen = urlsplit(url)
            eigen = delen.scheme == "file" and Path(url2pathname(delen.path)).resolve().is_relative_to(map_)
            if not eigen and not url.startswith(AFBEELDING):
                raise FatalURLFetchingError("Een document gebruikt alleen eigen bestanden.")
            return super().fetch(url, headers)

    return EigenBestanden()


def geef_koppen_een_bereik(pdf: bytes) -> bytes:
    """Every TH says whether it heads a row or a column.

    WeasyPrint links cells to their headers; a header that no cell refers to, such as the corner of a table, is left
    without either, and a screen reader cannot place it.
    """
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for deel in document.objects:
            if isinstance(deel, pikepdf.Dictionary) and deel.get("/S") == "/TH":
                _zet_bereik(deel)
        document.save(uit, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return uit.getvalue()


def _zet_bereik(kop: pikepdf.Dictionary) -> None:
    rij = kop.get("/P")
    heeft_cellen = rij is not None and any(
        isinstance(kind, pikepdf.Dictionary) and kind.get("/S") == "/TD" for kind in rij.get("/K", [])
    )
    bereik = pikepdf.Name.Row if heeft_cellen else pikepdf.Name.Column
    eigenschappen = kop.get("/A")
    if isinstance(eigenschappen, pikepdf.Dictionary):
        eigenschappen["/Scope"] = bereik
    elif isinstance(eigenschappen, pikepdf.Array) and len(eigenschappen):
        eigenschappen[0]["/Scope"] = bereik
    else:
        kop["/A"] = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=bereik)
