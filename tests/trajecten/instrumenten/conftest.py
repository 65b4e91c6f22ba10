from datetime import date

import pytest

from trajecten import services
from trajecten.models import Instrument


@pytest.fixture
def wie(toegang, vandaag):
    return {"door": toegang, "vandaag": vandaag}


@pytest.fixture
def voeg_toe(wie):
    """Plan a step of an instrument beside what runs."""

    def doe(traject, code, **plan):
        return services.stap_toevoegen(
            traject=traject,
            instrument=Instrument.objects.get(pk=code),
            **{"start": date(2026, 11, 2), **plan},
            **wie,
        )

    return doe


@pytest.fixture
def loop(voeg_toe, wie):
    """The same, started."""

    def doe(traject, code, **plan):
        stap = voeg_toe(traject, code, **plan)
        return services.stap_starten(stap=stap, afwijking_reden="alles is mondeling afgesproken", **wie)

    return doe
