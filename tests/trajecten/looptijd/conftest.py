"""A running art. 60, and what moves its end."""

from datetime import date

import pytest

from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory
from trajecten import services


@pytest.fixture
def stap(stappenplan):
    return stappenplan("LOPEND").stappen.get()


@pytest.fixture
def wie(toegang, vandaag):
    return {"door": toegang, "vandaag": vandaag}


@pytest.fixture
def lead(ocmw, vandaag):
    lid = LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE)
    return {"door": Lidmaatschap.objects.filter(pk=lid.pk).toegang(), "vandaag": vandaag}


@pytest.fixture
def afwezig(stap, wie):
    def doe(soort="ONWETTIG", van="2026-11-02", tot="2026-11-13"):
        return services.afwezigheid_noteren(
            stap=stap,
            soort=soort,
            van=date.fromisoformat(van),
            tot=date.fromisoformat(tot) if tot else None,
            opmerking="",
            **wie,
        )

    return doe


@pytest.fixture
def geschorst(stap, wie):
    def vraag(van="2026-12-01", tot="2026-12-31", reden="OPLEIDING"):
        return services.schorsing_aanvragen(
            stap=stap,
            reden=reden,
            van=date.fromisoformat(van),
            tot=date.fromisoformat(tot),
            toelichting="opleiding",
            **wie,
        )

    return vraag


@pytest.fixture
def verlengd(stap, wie):
    def vraag(tot="2027-12-31", reden="DAGEN_TEKORT"):
        return services.verlenging_aanvragen(
            stap=stap, reden=reden, tot=date.fromisoformat(tot), toelichting="door ziekte", **wie
        )

    return vraag
