"""What several tests of places use."""

from datetime import date
from decimal import Decimal

from trajecten import services

VANDAAG = date(2026, 11, 23)


def plan(traject, werkplaats, toegang):
    return services.stap_plannen(
        traject=traject,
        start=date(2026, 12, 1),
        breuk=Decimal(1),
        gebruiker=werkplaats.gebruiker,
        werkplaats=werkplaats,
        functie="",
        bewezen_dagen=0,
        einde_voorzien=None,
        einde_motivering="",
        door=toegang,
        vandaag=VANDAAG,
    )
