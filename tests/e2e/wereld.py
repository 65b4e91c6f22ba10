"""A small region, committed, with somebody in every role. Days count from today, as in real use."""

from dataclasses import dataclass
from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from regie.accounts.models import User
from regie.core.models import Gebiedslid, Lidmaatschap, Organisatie, Regiegebied
from regie.core.permissions import Rol, Toegang
from tests.factories import (
    GebiedFactory,
    LidmaatschapFactory,
    OcmwFactory,
    OrganisatieFactory,
    UserFactory,
)

WACHTWOORD = "vier woorden op een rij"
BRUGGE, DAMME = "31005", "31006"
BIJ_OCMW = (Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE, Rol.ADMINISTRATIE)
BIJ_PARTNER = (Rol.PARTNERCONTACT,)


@dataclass(frozen=True)
class Wereld:
    gebied: Regiegebied
    ocmw: Organisatie
    ander_ocmw: Organisatie
    regieverband: Organisatie
    gebruiker: Organisatie
    accounts: dict[Rol, User]
    vandaag: date

    def toegang(self, rol: Rol) -> Toegang:
        toegang = Lidmaatschap.objects.filter(user=self.accounts[rol]).toegang()
        assert toegang is not None
        return toegang

    def dagen(self, aantal: int) -> date:
        return self.vandaag + timedelta(days=aantal)


def maak_wereld() -> Wereld:
    gebied = GebiedFactory(naam="Regio Brugge", slug="brugge")
    for nis in (BRUGGE, DAMME):
        Gebiedslid.objects.create(gebied=gebied, gemeente_id=nis, van=date(2020, 1, 1))
    regieverband = OrganisatieFactory(gebied=gebied, naam="Regieverband Brugge", regieverband=True)
    ocmw = OcmwFactory(gebied=gebied, naam="OCMW Brugge", gemeente_id=BRUGGE)
    gebruiker = OrganisatieFactory(gebied=gebied, naam="Groendienst Brugge", gebruikersplaats=True)
    organisaties = dict.fromkeys(Rol, regieverband)
    organisaties |= dict.fromkeys(BIJ_OCMW, ocmw) | dict.fromkeys(BIJ_PARTNER, gebruiker)
    return Wereld(
        gebied=gebied,
        ocmw=ocmw,
        ander_ocmw=OcmwFactory(gebied=gebied, naam="OCMW Damme", gemeente_id=DAMME),
        regieverband=regieverband,
        gebruiker=gebruiker,
        accounts={rol: _account(rol, organisatie) for rol, organisatie in organisaties.items()},
        vandaag=timezone.localdate(),
    )


def _account(rol: Rol, organisatie: Organisatie) -> User:
    user = UserFactory(email=f"{rol.value.lower()}@regio.example", first_name="Lien", last_name=rol.label.capitalize())
    user.set_password(WACHTWOORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    LidmaatschapFactory(user=user, organisatie=organisatie, rol=rol)
    return user
