"""What the addresses of the permission matrix are about: one gebied with every kind of object in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.utils import timezone

from regie.accounts.models import Uitnodiging
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import DOSSIERROLLEN, Rol
from regie.core.tenancy import gebied_context
from tests.factories import (
    ClientFactory,
    LidmaatschapFactory,
    StapFactory,
    TrajectFactory,
)
from tests.factories.rapportage import RapportFactory, VerzendingFactory
from tests.rapportage.voorbeeld import momentopname
from tests.rijen import rij_van
from trajecten.models import Inlading, Ontwerp


@dataclass
class Wereld:
    """One gebied with two OCMW's and a partner; every kind of object belongs to the first OCMW."""

    ocmw: Organisatie
    ander_ocmw: Organisatie
    regieverband: Organisatie
    partner: Organisatie

    def organisatie_van(self, rol: Rol) -> Organisatie:
        if rol in DOSSIERROLLEN:
            return self.ocmw
        return self.partner if rol == Rol.PARTNERCONTACT else self.regieverband

    @cached_property
    def client(self) -> Any:
        return ClientFactory()

    @cached_property
    def traject(self) -> Any:
        traject = TrajectFactory(lopend=True, client=self.client)
        StapFactory(traject=traject, status="LOPEND", start=date(2026, 1, 1))
        return traject

    @cached_property
    def rapport(self) -> Any:
        rapport = RapportFactory(klaar=True, momentopname=momentopname())
        VerzendingFactory(
            rapport=rapport,
            organisatie=self.partner,
            status="VERZONDEN",
            verzonden_op=timezone.now(),
        )
        return rapport

    @cached_property
    def uitnodiging(self) -> Uitnodiging:
        return Uitnodiging.objects.create(
            email="iemand@regio.example",
            voornaam="Iemand",
            familienaam="Nieuw",
            gebied=self.ocmw.gebied,
            organisatie=self.ocmw,
            rol=Rol.ADMINISTRATIE,
            door=LidmaatschapFactory(organisatie=self.regieverband, rol=Rol.REGISSEUR).user,
            geheim_hash=uuid4().hex,
            geldig_tot=timezone.now(),
        )

    @cached_property
    def lid(self) -> Lidmaatschap:
        return LidmaatschapFactory(organisatie=self.ocmw)

    def rij(self, model: Any, **waarden: Any) -> Any:
        return rij_van(model, self.ocmw, **waarden)


Maak = Callable[[Wereld, Any], list[Any]]


def van_client(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.client.pk]


def van_traject(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.traject.pk]


def van_inlading(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Inlading, door=user).pk]


def van_ontwerp(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Ontwerp, door=user, gegevens={"persoon": {}, "andere": []}).pk]


def van_partner(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.partner.pk]


def van(model: Any) -> Maak:
    return lambda wereld, user: [wereld.rij(model).pk]


def huis_van(wereld: Wereld, user: Any) -> Organisatie:
    """The organisatie somebody belongs to in this gebied; who belongs to none asks after that of the OCMW."""
    lid = Lidmaatschap.objects.filter(user=user, gebied=wereld.ocmw.gebied).first()
    return lid.organisatie if lid else wereld.ocmw


def van_huis(model: Any, **waarden: Any) -> Maak:
    """A row of the organisatie of whoever asks."""

    def maak(wereld: Wereld, user: Any) -> list[Any]:
        organisatie = huis_van(wereld, user)
        with gebied_context(wereld.ocmw.gebied, [wereld.ocmw.pk], lid_van=[organisatie.pk]):
            return [rij_van(model, organisatie, **waarden).pk]

    return maak


def geen(wereld: Wereld, user: Any) -> list[Any]:
    return []
