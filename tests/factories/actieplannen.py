import factory
from factory.django import DjangoModelFactory

from actieplannen.models import Actie, Actieindicator, Doelstelling, Jaaractieplan
from actieplannen.services.wijzigen import laat_binnen


class PlanFactory(DjangoModelFactory):
    jaar = 2026
    soort = "REGIEROL"
    titel = factory.Sequence(lambda n: f"Jaaractieplan {n}")

    class Meta:
        model = Jaaractieplan


class DoelstellingFactory(DjangoModelFactory):
    plan = factory.SubFactory(PlanFactory)
    titel = factory.Sequence(lambda n: f"Doelstelling {n}")
    volgorde = factory.Sequence(lambda n: n % 30_000)

    class Meta:
        model = Doelstelling


class ActieFactory(DjangoModelFactory):
    """`ActieFactory(doelstelling__plan=plan)` puts it in a plan."""

    doelstelling = factory.SubFactory(DoelstellingFactory)
    titel = factory.Sequence(lambda n: f"Actie {n}")
    volgorde = factory.Sequence(lambda n: n % 30_000)

    class Meta:
        model = Actie


class ActieindicatorFactory(DjangoModelFactory):
    """Counted by hand. `ActieindicatorFactory(code="instroom")` is bound to that figure."""

    actie = factory.SubFactory(ActieFactory)
    naam = factory.Sequence(lambda n: f"Indicator {n}")
    volgorde = factory.Sequence(lambda n: n % 30_000)
    code = ""
    meetwijze = factory.LazyAttribute(lambda rij: "GEBONDEN" if rij.code else "HAND")

    class Meta:
        model = Actieindicator


def buiten_de_diensten(plan: Jaaractieplan) -> None:
    """Let this test change what an approved plan promises without a service (docs/adr/0027)."""
    laat_binnen(plan)
