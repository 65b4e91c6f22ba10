"""Every address × every role × own, other OCMW, other gebied, nobody: the answer follows from RECHTEN.

A new address fails until it stands in ARGUMENTEN, with the objects it needs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import Uitnodiging
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import DOSSIERROLLEN, RECHTEN, Rol
from regie.core.tenancy import gebied_context
from regie.urls import gebied_urlpatterns
from tests.architecture.bron import adressen
from tests.client import StrengeClient
from tests.factories import (
    ClientFactory,
    ContactpersoonFactory,
    LidmaatschapFactory,
    OcmwFactory,
    OrganisatieFactory,
    StapFactory,
    TrajectFactory,
    WerkplaatsFactory,
)
from tests.factories.rapportage import AbonnementFactory, RapportFactory, VerzendingFactory
from tests.rapportage.voorbeeld import momentopname
from tests.rijen import rij_van
from trajecten.models import (
    Client,
    Contactvraag,
    Drempel,
    Evaluatie,
    Inlading,
    Nazorgmeting,
    Ontwerp,
    Termijn,
    Traject,
)

GEWEIGERD, ONVINDBAAR = 403, 404
# What somebody with the right may see: a page, a way on, a form that asks for more, or "not in this state".
TOEGELATEN = {200, 302, 409, 422}


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
        rij = rij_van(model, self.ocmw)
        for naam, waarde in waarden.items():
            setattr(rij, naam, waarde)
        if waarden:
            rij.save()
        return rij


Maak = Callable[[Wereld, Any], list[Any]]


def _client(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.client.pk]


def _traject(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.traject.pk]


def _inlading(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Inlading, door=user).pk]


def _ontwerp(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Ontwerp, door=user, gegevens={"persoon": {}, "andere": []}).pk]


def _organisatie(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.partner.pk]


def _van(model: Any) -> Maak:
    return lambda wereld, user: [wereld.rij(model).pk]


def _geen(wereld: Wereld, user: Any) -> list[Any]:
    return []


# Of one OCMW: for another OCMW of the same gebied they do not exist.
DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:client",
            "trajecten:traject",
            "trajecten:drempels",
            "trajecten:evaluaties",
            "trajecten:gegevens",
            "trajecten:inzage",
            "trajecten:insz",
            "trajecten:opnieuw_aanmelden",
        ),
        _client,
    ),
    **dict.fromkeys(
        (
            "trajecten:toewijzen",
            "trajecten:intake",
            "trajecten:weigeren",
            "trajecten:screening",
            "trajecten:instrument",
            "trajecten:plan",
            "trajecten:stap",
            "trajecten:einddatum",
            "trajecten:documenten",
            "trajecten:starten",
            "trajecten:onderbreken",
            "trajecten:hervatten",
            "trajecten:uitstroom",
            "trajecten:afsluiten",
            "trajecten:heropenen",
        ),
        _traject,
    ),
    **dict.fromkeys(
        (
            "trajecten:inladen_kolommen",
            "trajecten:inladen_nakijken",
            "trajecten:inladen_bevestigen",
            "trajecten:inladen_resultaat",
            "trajecten:inladen_fouten",
            "trajecten:inladen_annuleren",
        ),
        _inlading,
    ),
    **dict.fromkeys(("trajecten:registreren_verder", "trajecten:aanmelding", "trajecten:ontwerp_wissen"), _ontwerp),
    "trajecten:drempel": _van(Drempel),
    "trajecten:evaluatie": _van(Evaluatie),
    "trajecten:nazorgmeting": _van(Nazorgmeting),
    "trajecten:termijn_verzetten": _van(Termijn),
    "trajecten:termijn_afhandelen": _van(Termijn),
}
ONTWERPEN = {"trajecten:registreren_verder", "trajecten:aanmelding", "trajecten:ontwerp_wissen"}
# Of the whole gebied, or without an object.
VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "regio:thuis",
            "regio:hoe-tellen-we",
            "regio:gemeenten",
            "regio:quota",
            "trajecten:mijn_dag",
            "trajecten:zoeken",
            "trajecten:lijst",
            "trajecten:lijst_excel",
            "trajecten:registreren",
            "trajecten:dubbels",
            "trajecten:inladen",
            "trajecten:inladen_sjabloon",
            "partners:lijst",
            "partners:lijst_excel",
            "partners:organisatie_toevoegen",
            "rapportage:cockpit",
            "rapportage:cockpit-excel",
            "rapportage:signalen",
            "rapportage:archief",
            "rapportage:maken",
            "rapportage:abonnementen",
            "rapportage:abonnement-toevoegen",
            "accounts:leden",
            "accounts:uitnodigen",
        ),
        _geen,
    ),
    **dict.fromkeys(
        (
            "partners:organisatie",
            "partners:organisatie_bijwerken",
            "partners:contact_toevoegen",
            "partners:werkplaats_toevoegen",
        ),
        _organisatie,
    ),
    **dict.fromkeys(
        ("partners:contact_bijwerken", "partners:contact_deactiveren", "partners:contact_activeren"),
        lambda wereld, user: [ContactpersoonFactory(organisatie=wereld.partner).pk],
    ),
    **dict.fromkeys(
        ("partners:werkplaats_bijwerken", "partners:werkplaats_beeindigen"),
        lambda wereld, user: [WerkplaatsFactory(gebruiker=wereld.partner).pk],
    ),
    **dict.fromkeys(
        (
            "rapportage:rapport",
            "rapportage:pdf",
            "rapportage:opnieuw",
            "rapportage:corrigeren",
            "rapportage:versturen",
        ),
        lambda wereld, user: [wereld.rapport.pk],
    ),
    "rapportage:verzending-opnieuw": lambda wereld, user: [VerzendingFactory(rapport=wereld.rapport).pk],
    **dict.fromkeys(
        ("rapportage:abonnement-bewerken", "rapportage:abonnement-stoppen"),
        lambda wereld, user: [AbonnementFactory(contactpersoon__organisatie=wereld.partner).pk],
    ),
    # A question to another OCMW, and its answer: both sides are OCMW's, the address holds no dossier of the asker.
    "trajecten:contact_vragen": lambda wereld, user: [wereld.ander_ocmw.pk, uuid4()],
    "trajecten:contactvraag_beantwoorden": lambda wereld, user: [wereld.rij(Contactvraag).pk],
    "accounts:beeindigen": lambda wereld, user: [wereld.lid.pk],
    "accounts:uitnodiging-opnieuw": lambda wereld, user: [wereld.uitnodiging.pk],
    "accounts:uitnodiging-intrekken": lambda wereld, user: [wereld.uitnodiging.pk],
}
ARGUMENTEN = {**DOSSIERS, **VAN_HET_GEBIED}
VIEWS = {naam: view for _, naam, view in adressen(gebied_urlpatterns)}


@pytest.fixture
def wereld(gebied, ocmw):
    return Wereld(
        ocmw=ocmw,
        ander_ocmw=OcmwFactory(gebied=gebied),
        regieverband=OrganisatieFactory(gebied=gebied, regieverband=True),
        partner=OrganisatieFactory(gebied=gebied, gebruikersplaats=True),
    )


def test_elk_adres_staat_in_de_tabel():
    assert set(VIEWS) == set(ARGUMENTEN)


def _vraag(naam: str, wereld: Wereld, lid: Lidmaatschap | None, argumenten: list[Any] | None = None) -> HttpResponse:
    """The page as this member gets it (an empty POST where GET is not taken); what it changed is undone."""
    client = StrengeClient()
    client.mag_insz_tonen = naam == "trajecten:insz"
    if lid is not None:
        client.force_login(lid.user)
    if argumenten is None:
        argumenten = ARGUMENTEN[naam](wereld, lid.user if lid else wereld.lid.user)
    url = reverse(naam, args=[wereld.ocmw.gebied.slug, *argumenten])
    with transaction.atomic():
        antwoord = client.get(url)
        if antwoord.status_code == 405:
            antwoord = client.post(url)
        transaction.set_rollback(True)
    return antwoord


def _mag(rol: Rol, naam: str) -> bool:
    return VIEWS[naam].required_recht in RECHTEN[rol]


@pytest.mark.parametrize("naam", sorted(ARGUMENTEN))
class TestElkAdres:
    def test_volgt_het_recht_van_elke_rol(self, naam, wereld):
        anders = {}
        for rol in Rol:
            status = _vraag(
                naam, wereld, LidmaatschapFactory(organisatie=wereld.organisatie_van(rol), rol=rol)
            ).status_code
            if status not in (TOEGELATEN if _mag(rol, naam) else {GEWEIGERD}):
                anders[rol] = status

        assert anders == {}

    def test_bestaat_niet_voor_een_ander_gebied(self, naam, wereld, ander_gebied):
        """Also for somebody who has the right there."""
        rol = next(rol for rol in Rol if _mag(rol, naam))
        lid = LidmaatschapFactory(organisatie=ander_gebied.ocmw, rol=rol)

        assert _vraag(naam, wereld, lid).status_code == ONVINDBAAR

    def test_vraagt_eerst_aan_te_melden(self, naam, wereld):
        antwoord = _vraag(naam, wereld, None)

        assert antwoord.status_code == 302
        assert antwoord.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("naam", sorted(DOSSIERS))
class TestElkDossier:
    @pytest.mark.parametrize("rol", sorted(DOSSIERROLLEN))
    def test_bestaat_niet_voor_een_ander_ocmw(self, naam, rol, wereld):
        lid = LidmaatschapFactory(organisatie=wereld.ander_ocmw, rol=rol)

        antwoord = _vraag(naam, wereld, lid)

        if not _mag(rol, naam):
            assert antwoord.status_code == GEWEIGERD
        elif naam in ONTWERPEN:  # answered as a draft that is gone: nothing tells whether it ever was
            onbekend = _vraag(naam, wereld, lid, [uuid4()])
            assert (antwoord.status_code, antwoord.headers.get("Location")) == (
                onbekend.status_code,
                onbekend.headers.get("Location"),
            )
        else:
            assert antwoord.status_code == ONVINDBAAR

    def test_zit_niet_in_de_scope_van_een_regisseur(self, naam, wereld, gebied):
        """Even if a right were given by mistake: the scope is empty."""
        argumenten = ARGUMENTEN[naam](wereld, wereld.lid.user)

        with gebied_context(gebied):
            for model in (Client, Traject, Ontwerp, Inlading, Evaluatie, Termijn, Drempel, Nazorgmeting):
                assert not model.objects.filter(pk__in=argumenten).exists()


def test_een_vraag_aan_een_ander_ocmw_beantwoord_je_niet(wereld):
    lid = LidmaatschapFactory(organisatie=wereld.ander_ocmw)

    antwoord = _vraag("trajecten:contactvraag_beantwoorden", wereld, lid)

    assert antwoord.status_code == 302
    assert not Contactvraag.objects.exclude(beantwoord_op=None).exists()
