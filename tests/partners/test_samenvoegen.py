"""Two cards become one: nothing that points to the card that goes stays behind, in whatever table."""

from datetime import date, timedelta

import pytest

from partners.enums import Claimeinde, Overnamestatus
from partners.models import Behoefte, Claim, Contactpersoon, Opvolging, Overnamevraag, Werkgever
from partners.services.werkgevers_samenvoegen import verwijzingen, werkgevers_samenvoegen
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import BinnenshuisModel, gebied_context
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory, WerkgeverFactory
from tests.rijen import rij_van

DAG = date(2026, 11, 23)
VERWIJZINGEN = [*verwijzingen(Werkgever)]


@pytest.fixture
def toegang(regieverband):
    lid = LidmaatschapFactory(organisatie=regieverband, rol=Rol.REGISSEUR)
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def blijft(gebied):
    return WerkgeverFactory(naam="Bakkerij Vanhoutte")


@pytest.fixture
def oud(gebied):
    return WerkgeverFactory(naam="Bakkerij Van Houtte")


@pytest.fixture
def ander(gebied):
    return OrganisatieFactory(gebied=gebied, naam="Een ander")


@pytest.fixture
def voeg_samen(blijft, oud, toegang):
    return lambda: werkgevers_samenvoegen(blijft=blijft, verdwijnt=oud, vandaag=DAG, door=toegang)


def test_kent_ook_de_tabel_zonder_weg_terug():
    namen = {f"{model.__name__}.{veld}" for model, veld in VERWIJZINGEN}

    assert {"Lijstrij.werkgever", "Werkgever.samengevoegd_met", "Behoefte.werkgever", "Claim.werkgever"} <= namen
    assert not {naam for naam in namen if "Event" in naam}


@pytest.mark.parametrize(("model", "veld"), VERWIJZINGEN, ids=lambda waarde: getattr(waarde, "__name__", waarde))
def test_elke_rij_verhuist(model, veld, gebied, blijft, oud, ander, voeg_samen):
    """Also what another organisatie keeps for itself."""
    vast = {"organisatie": None} if model is Contactpersoon else {}
    with gebied_context(gebied, lid_van=[ander.pk]):
        rij = rij_van(model, ander, **{veld: oud}, **vast)

    voeg_samen()

    with gebied_context(gebied, lid_van=[ander.pk]):
        assert getattr(model.objects.get(pk=rij.pk), veld) == blijft
        assert not model.objects.filter(**{veld: oud}).exists()
        assert rij.eigenaar_id == ander.pk if issubclass(model, BinnenshuisModel) else True


class TestWatErMaarEenKanZijn:
    def _claim(self, werkgever, organisatie, *, dagen):
        tot = DAG + timedelta(days=dagen)
        return rij_van(Claim, organisatie, werkgever=werkgever, van=DAG - timedelta(days=90), tot=tot)

    def test_de_lead_van_de_kaart_die_blijft(self, blijft, oud, ander, regieverband, voeg_samen):
        hier, daar = self._claim(blijft, regieverband, dagen=5), self._claim(oud, ander, dagen=9)

        voeg_samen()

        hier.refresh_from_db()
        daar.refresh_from_db()
        assert (hier.werkgever, hier.beeindigd_op) == (blijft, None)
        assert (daar.werkgever, daar.beeindigd_op, daar.einde) == (blijft, DAG, Claimeinde.VRIJGEGEVEN)
        assert Opvolging.objects.open().get(organisatie=ander).object_id == blijft.pk

    def test_een_lead_die_al_voorbij_is_houdt_die_van_de_andere_niet_tegen(
        self, blijft, oud, ander, regieverband, voeg_samen
    ):
        hier, daar = self._claim(blijft, regieverband, dagen=-1), self._claim(oud, ander, dagen=9)

        voeg_samen()

        hier.refresh_from_db()
        daar.refresh_from_db()
        assert (hier.einde, daar.beeindigd_op, daar.werkgever) == (Claimeinde.VERLOPEN, None, blijft)

    @pytest.mark.parametrize(("zelfde_houder", "status"), [(True, "GEVRAAGD"), (False, "VERVALLEN")])
    def test_een_vraag_aan_wie_accounthouder_blijft(
        self, zelfde_houder, status, blijft, oud, ander, regieverband, gebied, voeg_samen
    ):
        Werkgever.objects.filter(pk=oud.pk).update(accounthouder=regieverband)
        houder = regieverband if zelfde_houder else OrganisatieFactory(gebied=gebied)
        Werkgever.objects.filter(pk=blijft.pk).update(accounthouder=houder)
        vraag = rij_van(Overnamevraag, regieverband, werkgever=oud, aan=ander)

        voeg_samen()

        vraag.refresh_from_db()
        assert (vraag.werkgever, vraag.status) == (blijft, Overnamestatus(status))

    def test_dezelfde_persoon(self, blijft, oud, ander, gebied, voeg_samen):
        kent, dubbel = (
            ContactpersoonFactory(organisatie=None, werkgever=kaart, email="els@bakker.example")
            for kaart in (blijft, oud)
        )
        with gebied_context(gebied, lid_van=[ander.pk]):
            behoefte = rij_van(Behoefte, ander, werkgever=oud, contactpersoon=dubbel)

        voeg_samen()

        dubbel.refresh_from_db()
        assert (dubbel.werkgever, dubbel.email, dubbel.is_actief) == (blijft, "", False)
        with gebied_context(gebied, lid_van=[ander.pk]):
            assert Behoefte.objects.get(pk=behoefte.pk).contactpersoon == kent


def test_wat_op_een_lijst_staat_leidt_naar_de_kaart_die_blijft(blijft, oud, ander, voeg_samen):
    regel = rij_van(Opvolging, ander, object_id=oud.pk)

    voeg_samen()

    regel.refresh_from_db()
    assert regel.object_id == blijft.pk
