from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from rapportage.enums import Onderdeel, PeriodeSoort, RapportStatus, onderdelen_sleutel
from rapportage.models import Rapport, RapportAbonnement, Verzending
from tests.factories.partners import ContactpersoonFactory


class RapportFactory(DjangoModelFactory):
    periode_soort = PeriodeSoort.MAAND
    periode_start = date(2026, 10, 1)
    peildatum = factory.LazyAttribute(lambda rapport: rapport_periode(rapport).eind)
    onderdelen = factory.LazyFunction(lambda: list(Onderdeel.values))
    onderdelen_sleutel = factory.LazyAttribute(lambda rapport: onderdelen_sleutel(rapport.onderdelen))

    class Meta:
        model = Rapport

    class Params:
        klaar = factory.Trait(
            status=RapportStatus.KLAAR,
            poging=1,
            momentopname={},
            momentopname_sha256="b" * 64,
            pdf=b"%PDF-1.7",
            sha256="a" * 64,
            gemaakt_op=datetime(2026, 11, 3, 9, 5, tzinfo=UTC),
        )


def rapport_periode(rapport):
    return Rapport(periode_soort=rapport.periode_soort, periode_start=rapport.periode_start).periode


class VerzendingFactory(DjangoModelFactory):
    rapport = factory.SubFactory(RapportFactory, klaar=True)
    naam = factory.Sequence(lambda n: f"Ontvanger {n}")
    email = factory.Sequence(lambda n: f"ontvanger{n}@partner.example")
    message_id = factory.Sequence(lambda n: f"<rapport-{n}@localhost>")

    class Meta:
        model = Verzending


class AbonnementFactory(DjangoModelFactory):
    contactpersoon = factory.SubFactory(ContactpersoonFactory)
    onderdelen = factory.LazyFunction(lambda: list(Onderdeel.values))
    vanaf = date(2026, 1, 1)

    class Meta:
        model = RapportAbonnement
