from datetime import date

import factory
from factory.django import DjangoModelFactory

from partners.models import Contactpersoon, Werkgever, Werkplaats
from regie.core.names import naam_sleutel
from tests.factories.core import OrganisatieFactory


class ContactpersoonFactory(DjangoModelFactory):
    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda n: f"Contact {n}")
    email = factory.Sequence(lambda n: f"contact{n}@partner.example")

    class Meta:
        model = Contactpersoon


class WerkplaatsFactory(DjangoModelFactory):
    gebruiker = factory.SubFactory(OrganisatieFactory, gebruikersplaats=True)
    functie = "groenarbeider"
    aantal = 2
    van = date(2020, 1, 1)

    class Meta:
        model = Werkplaats


class WerkgeverFactory(DjangoModelFactory):
    naam = factory.Sequence(lambda n: f"Werkgever {n}")
    sleutel = factory.LazyAttribute(lambda werkgever: naam_sleutel(werkgever.naam))

    class Meta:
        model = Werkgever
