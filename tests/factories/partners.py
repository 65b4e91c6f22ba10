from datetime import date

import factory
from factory.django import DjangoModelFactory

from partners.models import Contactpersoon, Werkplaats
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
