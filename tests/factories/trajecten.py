from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from regie.core.models import Organisatie
from regie.core.tenancy import current_scope
from tests.factories.core import OrganisatieFactory
from trajecten.enums import Aanmeldbron, Inkomensstatuut, TrajectStatus
from trajecten.models import Client, Plaatsing, Stap, Traject


def eigen_ocmw() -> Organisatie:
    return Organisatie.objects.get(pk=current_scope().organisatie_ids[0])


class ClientFactory(DjangoModelFactory):
    eigenaar = factory.LazyFunction(eigen_ocmw)
    dossiernummer = factory.Sequence(lambda n: f"TE-2026-{n:04d}")
    voornaam = "Selin"
    familienaam = factory.Sequence(lambda n: f"Aydın{n}")
    geboortedatum = date(1991, 5, 14)
    gemeente_id = "31005"
    postcode = "8000"
    inkomensstatuut = Inkomensstatuut.LEEFLOON

    class Meta:
        model = Client


class TrajectFactory(DjangoModelFactory):
    client = factory.SubFactory(ClientFactory)
    eigenaar = factory.SelfAttribute("client.eigenaar")
    bron = Aanmeldbron.MAATSCHAPPELIJK_WERKER
    status = TrajectStatus.AANGEMELD
    status_sinds = date(2026, 9, 1)
    aangemeld_op = date(2026, 9, 1)
    sorteernaam = factory.SelfAttribute("client.sorteernaam")

    class Meta:
        model = Traject

    class Params:
        lopend = factory.Trait(
            status=TrajectStatus.LOPEND,
            intake_op=date(2026, 9, 8),
            gestart_op=date(2026, 10, 1),
            instrument_id="ART60",
            jobdoelwit="groenarbeider",
        )
        afgesloten = factory.Trait(
            status=TrajectStatus.AFGESLOTEN,
            intake_op=date(2026, 9, 8),
            gestart_op=date(2026, 10, 1),
            uitgestroomd_op=date(2026, 11, 1),
            afgesloten_op=date(2026, 11, 1),
            uitstroomcode_id="STOP_CLIENT",
        )


class StapFactory(DjangoModelFactory):
    traject = factory.SubFactory(TrajectFactory)
    eigenaar = factory.SelfAttribute("traject.eigenaar")
    instrument_id = "ART60"
    start = date(2026, 12, 1)

    class Meta:
        model = Stap


class PlaatsingFactory(DjangoModelFactory):
    stap = factory.SubFactory(StapFactory)
    eigenaar = factory.SelfAttribute("stap.eigenaar")
    gebruiker = factory.SubFactory(OrganisatieFactory, gebruikersplaats=True)
    functie = "groenarbeider"
    breuk = Decimal("1")
    start = factory.SelfAttribute("stap.start")

    class Meta:
        model = Plaatsing
