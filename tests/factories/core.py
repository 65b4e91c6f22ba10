from datetime import date

import factory
from factory.django import DjangoModelFactory

from regie.accounts.models import User
from regie.core.models import Lidmaatschap, Organisatie, Regiegebied
from regie.core.models.gebied import Rechtsvorm
from regie.core.models.organisatie import Gebruikerscategorie, OrganisatieType
from regie.core.permissions import Rol


class GebiedFactory(DjangoModelFactory):
    naam = factory.Sequence(lambda n: f"Regio {n}")
    slug = factory.Sequence(lambda n: f"regio-{n}")
    rechtsvorm = Rechtsvorm.INTERLOKALE_VERENIGING
    contact_email = "regisseur@regio.example"

    class Meta:
        model = Regiegebied


class OrganisatieFactory(DjangoModelFactory):
    gebied = factory.SubFactory(GebiedFactory)
    naam = factory.Sequence(lambda n: f"Organisatie {n}")
    slug = factory.Sequence(lambda n: f"organisatie-{n}")
    type = OrganisatieType.VZW

    class Meta:
        model = Organisatie

    class Params:
        gebruikersplaats = factory.Trait(
            naam=factory.Sequence(lambda n: f"Groendienst {n}"), gebruikerscategorie=Gebruikerscategorie.PUBLIEK
        )
        regieverband = factory.Trait(
            naam=factory.Sequence(lambda n: f"Regieverband {n}"), type=OrganisatieType.REGIEVERBAND
        )


class OcmwFactory(OrganisatieFactory):
    naam = factory.Sequence(lambda n: f"OCMW {n}")
    slug = factory.Sequence(lambda n: f"ocmw-{n}")
    type = OrganisatieType.OCMW


class UserFactory(DjangoModelFactory):
    email = factory.Sequence(lambda n: f"account{n}@regio.example")
    first_name = "Lien"
    last_name = factory.Sequence(lambda n: f"Vermeulen{n}")

    class Meta:
        model = User


class LidmaatschapFactory(DjangoModelFactory):
    user = factory.SubFactory(UserFactory)
    organisatie = factory.SubFactory(OrganisatieFactory)
    gebied = factory.SelfAttribute("organisatie.gebied")
    rol = Rol.TRAJECTBEGELEIDER
    van = date(2020, 1, 1)

    class Meta:
        model = Lidmaatschap
