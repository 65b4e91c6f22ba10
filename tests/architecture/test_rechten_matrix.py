"""Every address × every role × own, other OCMW, other gebied, nobody: the answer follows from RECHTEN.

A new address fails until it stands in ARGUMENTEN, with the objects it needs.
"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.db.models import UUIDField
from django.http import HttpResponse
from django.urls import reverse

from regie.core.models import Lidmaatschap
from regie.core.permissions import DOSSIERROLLEN, RECHTEN, Rol
from regie.core.tenancy import DossierModel, gebied_context
from regie.urls import gebied_urlpatterns
from tests.architecture.argumenten import BINNENSHUIS, DOSSIERS, VAN_HET_GEBIED, Wereld
from tests.architecture.bron import adressen, eigen_modellen
from tests.client import StrengeClient
from tests.factories import (
    LidmaatschapFactory,
    OcmwFactory,
    OrganisatieFactory,
)
from trajecten.models import Contactvraag

GEWEIGERD, ONVINDBAAR = 403, 404
# What somebody with the right may see: a page, a way on, a form that asks for more, or "not in this state".
TOEGELATEN = {200, 302, 409, 422}


ONTWERPEN = {"trajecten:registreren_verder", "trajecten:aanmelding", "trajecten:ontwerp_wissen"}
ARGUMENTEN = {**DOSSIERS, **BINNENSHUIS, **VAN_HET_GEBIED}
DOSSIERMODELLEN = [m for m in eigen_modellen() if issubclass(m, DossierModel) and isinstance(m._meta.pk, UUIDField)]
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
            for model in DOSSIERMODELLEN:
                assert not model.objects.filter(pk__in=[a for a in argumenten if isinstance(a, UUID)]).exists()


@pytest.mark.parametrize("naam", sorted(BINNENSHUIS))
@pytest.mark.parametrize("rol", sorted(Rol))
def test_wat_binnenshuis_is_bestaat_niet_voor_een_andere_organisatie(naam, rol, wereld):
    eigen = LidmaatschapFactory(organisatie=wereld.organisatie_van(rol), rol=rol)
    elders = LidmaatschapFactory(organisatie=OcmwFactory(gebied=wereld.ocmw.gebied), rol=rol)

    antwoord = _vraag(naam, wereld, elders, BINNENSHUIS[naam](wereld, eigen.user))

    assert antwoord.status_code == (ONVINDBAAR if _mag(rol, naam) else GEWEIGERD)


def test_een_vraag_aan_een_ander_ocmw_beantwoord_je_niet(wereld):
    lid = LidmaatschapFactory(organisatie=wereld.ander_ocmw)

    antwoord = _vraag("trajecten:contactvraag_beantwoorden", wereld, lid)

    assert antwoord.status_code == 302
    assert not Contactvraag.objects.exclude(beantwoord_op=None).exists()
