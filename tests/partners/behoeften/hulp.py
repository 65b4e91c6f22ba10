"""What several tests of needs use."""

from datetime import date, timedelta

from partners.enums import Behoeftesoort
from partners.services.behoeften import BehoefteGegevens
from partners.services.doorverwijzingen import Antwoord, doorverwijzing_beantwoorden

VANDAAG = date(2026, 11, 23)

VACATURE = BehoefteGegevens(soort=Behoeftesoort.VACATURE, functie="Inpakker", aantal=2)


def antwoord_geven(doorverwijzing, door, status, *, dagen=0, **meer):
    return doorverwijzing_beantwoorden(
        doorverwijzing=doorverwijzing,
        antwoord=Antwoord(status, "An", **meer),
        vandaag=VANDAAG + timedelta(days=dagen),
        door=door,
    )
