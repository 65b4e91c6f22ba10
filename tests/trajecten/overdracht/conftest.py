"""A client who moves house: both sides, and what is asked."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import OcmwFactory
from tests.trajecten.hulp import INSZ
from tests.trajecten.overdracht.hulp import Kant, gevoelige_code
from trajecten import services as basis
from trajecten.enums import Contactsoort, Zichtbaarheid
from trajecten.enums_verhuis import Pakketdeel
from trajecten.models import Drempel, Traject
from trajecten.services import overdracht as services

ALLES = tuple(deel.value for deel in Pakketdeel if deel != Pakketdeel.GEVOELIG)


@pytest.fixture(params=["zelfde gebied", "ander gebied"])
def kant(request, gebied, ander_gebied):
    return Kant(OcmwFactory(gebied=gebied) if request.param == "zelfde gebied" else ander_gebied.ocmw)


@pytest.fixture
def aanvraag(kant, vandaag):
    return services.Aanvraag(
        naar=kant.ocmw,
        datum=vandaag,
        reden="VERHUIS",
        instemming="SCHRIFTELIJK",
        instemming_op=vandaag,
        onderdelen=ALLES,
        contact_naam="Lien Vermeulen",
        contact_telefoon="050 11 22 33",
    )


@pytest.fixture
def lopend(stappenplan, toegang, vandaag):
    """A running art. 60 with an INSZ, a contact of each kind and a sensitive obstacle."""
    traject = stappenplan("LOPEND", breuk=Decimal("0.75"))
    basis.client_bijwerken(
        client=traject.client,
        velden={"insz": INSZ, "opmerking": "geheim voor het team"},
        versie=None,
        door=toegang,
        vandaag=vandaag,
    )
    for tekst, zichtbaar in (("open gesprek", Zichtbaarheid.OCMW), ("teamnotitie", Zichtbaarheid.TEAM)):
        basis.contactmoment_toevoegen(
            client=traject.client,
            soort=Contactsoort.GESPREK,
            datum=date(2026, 11, 3),
            tekst=tekst,
            zichtbaarheid=zichtbaar,
            taak="",
            taak_op=None,
            door=toegang,
            vandaag=vandaag,
        )
    Drempel.objects.create(
        eigenaar_id=traject.eigenaar_id, traject=traject, code_id=gevoelige_code(), geopend_op=date(2026, 9, 10)
    )
    return Traject.objects.select_related("client").get(pk=traject.pk)


@pytest.fixture
def vraag(lopend, aanvraag, toegang, vandaag):
    return services.overdracht_aanvragen(traject=lopend, aanvraag=aanvraag, door=toegang, vandaag=vandaag)
