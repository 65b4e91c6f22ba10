"""Charts as SVG text: frozen data in, a drawing and the same figures as a table out. One chart serves page and PDF."""

from typing import Protocol

from django.utils.safestring import SafeString

from regie.core.grafieken.basis import Tabel
from regie.core.grafieken.cartogram import Cartogram, Punt
from regie.core.grafieken.groep import Groepgrafiek
from regie.core.grafieken.lijn import Lijngrafiek, Reeks
from regie.core.grafieken.netwerk import Knoop, Lijn, Netwerk
from regie.core.grafieken.spreiding import Spreidingsgrafiek, Spreidingsrij
from regie.core.grafieken.staaf import Bulletgrafiek, BulletRij, Staaf, Staafgrafiek, Stapelgrafiek
from regie.core.grafieken.stroom import Fase, Trechter, Vonkje
from regie.core.grafieken.tijdlijn import Tijdbalk, Tijdlijnbalken
from regie.core.grafieken.trap import Trap


class Grafiek(Protocol):
    """What a page or a report may expect of any chart."""

    @property
    def titel(self) -> str: ...
    @property
    def bron(self) -> str: ...
    def svg(self, breedte: float = ...) -> SafeString: ...
    def tabel(self) -> Tabel: ...


__all__ = [
    "BulletRij",
    "Bulletgrafiek",
    "Cartogram",
    "Fase",
    "Grafiek",
    "Groepgrafiek",
    "Knoop",
    "Lijn",
    "Lijngrafiek",
    "Netwerk",
    "Punt",
    "Reeks",
    "Spreidingsgrafiek",
    "Spreidingsrij",
    "Staaf",
    "Staafgrafiek",
    "Stapelgrafiek",
    "Tabel",
    "Tijdbalk",
    "Tijdlijnbalken",
    "Trap",
    "Trechter",
    "Vonkje",
]
