from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache

from tests.factories import PlaatsingFactory, StapFactory, TrajectFactory
from trajecten.enums import Linkdoel
from trajecten.models import Evaluatie, Link
from trajecten.services import links


@pytest.fixture(autouse=True)
def lege_tellers():
    """Wrong links are counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def plaatsing(gebied, gebruiker, begeleider):
    """Somebody at work at the gebruiker since October, followed by the begeleider."""
    traject = TrajectFactory(lopend=True, begeleider=begeleider.user, gebruiker=gebruiker)
    stap = StapFactory(
        traject=traject,
        status="LOPEND",
        start=date(2026, 10, 1),
        einde_voorzien=date(2027, 9, 30),
        einde_berekend=None,
    )
    return PlaatsingFactory(stap=stap, gebruiker=gebruiker, breuk=Decimal("1"))


@pytest.fixture
def evaluatie(plaatsing):
    traject = plaatsing.stap.traject
    return Evaluatie.objects.create(
        eigenaar=traject.eigenaar,
        traject=traject,
        plaatsing=plaatsing,
        soort="EERSTE",
        gepland_op=date(2026, 11, 25),
    )


@pytest.fixture
def maak_link(plaatsing, gebruiker, toegang, vandaag) -> Callable[..., tuple[Link, str]]:
    """A link about the placement; the second part is the path, as a browser asks for it."""

    def maak(doel: Linkdoel = Linkdoel.VOORSTEL, **velden: Any) -> tuple[Link, str]:
        standaard = {
            "doel": doel,
            "object_id": plaatsing.pk,
            "eigenaar_id": plaatsing.eigenaar_id,
            "client": plaatsing.stap.traject.client,
            "organisatie": gebruiker,
            "ontvanger_naam": "Wim Ploegbaas",
            "ontvanger_email": "wim@groendienst.example",
            "door": toegang,
            "vandaag": vandaag,
        }
        link, adres = links.maak_link(**{**standaard, **velden})
        return link, _pad(adres)

    return maak


def _pad(adres: str) -> str:
    return "/l/" + adres.split("/l/", 1)[1]
