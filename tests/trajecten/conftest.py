from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from regie.core.models import Gemeente
from trajecten import services
from trajecten.enums import Aanmeldbron, Inkomensstatuut
from trajecten.models import Instrument, UitstroomCode
from trajecten.selectors.overgangen import plaatsing_van


@pytest.fixture
def gegevens():
    """A registration as the form delivers it; change what a test is about with `gegevens(voornaam=...)`."""

    def maak(**velden):
        standaard = {
            "voornaam": "Selin",
            "familienaam": "Aydın",
            "geboortedatum": date(1991, 5, 14),
            "gemeente": Gemeente.objects.get(pk="31005"),
            "postcode": "8000",
            "inkomensstatuut": Inkomensstatuut.LEEFLOON,
        }
        return services.ClientGegevens(**{**standaard, **velden})

    return maak


@pytest.fixture
def registreer(gegevens, ocmw, begeleider, toegang, vandaag):
    def doe(**velden):
        return services.client_registreren(
            gegevens=gegevens(**velden),
            eigenaar=ocmw,
            bron=Aanmeldbron.MAATSCHAPPELIJK_WERKER,
            aangemeld_op=date(2026, 9, 1),
            begeleider=begeleider.user,
            door=toegang,
            vandaag=vandaag,
        )

    return doe


@pytest.fixture
def stappenplan(registreer, toegang, vandaag, gebruiker):
    """Walk a new traject up to a status with the ordinary services; returns the traject."""

    def loop_tot(status, *, instrument="ART60", start=date(2026, 10, 1), breuk=Decimal(1)):
        traject = registreer()
        wie = {"door": toegang, "vandaag": vandaag}
        stappen = {
            "INTAKE": lambda: services.intake_voeren(traject=traject, datum=date(2026, 9, 8), **wie),
            "SCREENING": lambda: services.screening_bewaren(
                traject=traject,
                drempels={"MOB_RIJBEWIJS": 2},
                drempels_bevraagd=True,
                jobdoelwit="groenarbeider",
                afstand=3,
                datum=date(2026, 9, 10),
                **wie,
            ),
            "ACTIEPLAN": lambda: services.instrument_kiezen(
                traject=traject,
                instrument=Instrument.objects.get(pk=instrument),
                twe_test=dict.fromkeys(("generiek", "nec", "halftijds", "niet_se"), True),
                datum=date(2026, 9, 14),
                **wie,
            ),
            "WACHT_OP_START": lambda: services.plan_ondertekenen(
                traject=traject, gpmi_op=date(2026, 9, 15), vrijstelling="", **wie
            ),
            "GEPLAND": lambda: services.stap_plannen(
                traject=traject,
                start=start,
                breuk=breuk,
                gebruiker=gebruiker,
                werkplaats=None,
                functie="groenarbeider",
                bewezen_dagen=0,
                einde_voorzien=None,
                einde_motivering="",
                **wie,
            ),
            "GETEKEND": lambda: _teken_alles(traject, toegang, vandaag),
            "LOPEND": lambda: services.traject_starten(traject=traject, afwijking_reden="", **wie),
            "NAZORG": lambda: services.traject_uitstromen(
                traject=traject,
                uitstroomcode=UitstroomCode.objects.get(pk="NEC_ANDER"),
                datum=date(2026, 11, 2),
                werkgever_kbo="0428.759.497",
                motivering="vast werk",
                **wie,
            ),
        }
        if status == "AANGEMELD":
            return traject
        for naam, stap in stappen.items():
            stap()
            traject.refresh_from_db()
            if naam == status:
                return traject
        raise AssertionError(status)

    return loop_tot


def _teken_alles(traject, toegang, vandaag):
    stap = traject.stappen.get()
    velden = dict.fromkeys(
        ("contract_getekend_op", "tbs_ocmw_op", "tbs_gebruiker_op", "tbs_werknemer_op", "tbs_gemeld_op"),
        date(2026, 9, 25),
    )
    velden["weo_getekend_op"] = date(2026, 9, 25)
    services.documenten_noteren(stap=stap, velden=velden, door=toegang, vandaag=vandaag)
    assert plaatsing_van(stap) is not None


@pytest.fixture
def klok(vandaag):
    """The clock of views stands on `vandaag`."""
    with time_machine.travel(f"{vandaag} 10:00+01:00", tick=False):
        yield


@pytest.fixture
def url(gebied):
    """The address of a page of trajecten in the active gebied."""

    def maak(naam, *args):
        return reverse(f"trajecten:{naam}", args=[gebied.slug, *args])

    return maak
