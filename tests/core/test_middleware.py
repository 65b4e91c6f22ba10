"""From address to scope: who gets in where, and that nothing half is ever kept."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import path
from django.views.decorators.http import require_http_methods

from partners.models import Contactpersoon
from regie import urls as echte_urls
from regie.core.http import gebied_url, require
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht, Rol
from regie.core.tenancy import current_scope, has_scope
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OcmwFactory

SCOPE: list = []


@require_http_methods(["GET", "POST"])
@require(Recht.THUIS)
def noteer(request, wat):
    """Shows the scope, and writes a row before doing what the test asks."""
    SCOPE.append(current_scope())
    organisatie = OcmwFactory(gebied=current_scope().gebied)
    ContactpersoonFactory(organisatie=organisatie)
    fouten = {"404": Http404, "403": PermissionDenied, "fout": ZeroDivisionError}
    if wat in fouten:
        raise fouten[wat]
    return HttpResponse("ok", content_type="text/plain")


@require(Recht.LEDEN_BEHEREN)
def beheer(request):
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [
    path("g/<slug:gebied>/proef/<str:wat>/", noteer),
    path("g/<slug:gebied>/proefbeheer/", beheer),
    *echte_urls.urlpatterns,
]


@pytest.fixture(autouse=True)
def proefadressen(settings):
    settings.ROOT_URLCONF = __name__
    SCOPE.clear()


def adres(gebied, wat="ok"):
    return f"/g/{gebied.slug}/proef/{wat}/"


class TestScope:
    def test_is_het_gebied_van_het_adres_met_de_ocmws_van_het_account(self, als_begeleider, gebied, ocmw):
        assert als_begeleider.get(adres(gebied)).status_code == 200

        assert (SCOPE[0].gebied, SCOPE[0].organisatie_ids) == (gebied, (ocmw.pk,))

    def test_verdwijnt_na_het_antwoord(self, client, db):
        lid = LidmaatschapFactory()
        client.force_login(lid.user)

        client.get(adres(lid.gebied))

        assert SCOPE
        assert not has_scope()

    def test_regisseur_krijgt_geen_enkel_ocmw(self, als_regisseur, gebied):
        als_regisseur.get(adres(gebied))

        assert SCOPE[0].organisatie_ids == ()


class TestToegang:
    def test_anoniem_gaat_naar_aanmelden_en_komt_terug(self, client, gebied):
        antwoord = client.get(adres(gebied))

        assert antwoord.status_code == 302
        assert antwoord.headers["Location"].endswith(f"?next={adres(gebied)}")

    def test_ander_gebied_is_onvindbaar(self, als_begeleider, ander_gebied):
        assert als_begeleider.get(adres(ander_gebied)).status_code == 404

    def test_onbestaand_gebied_is_net_zo_onvindbaar(self, als_begeleider):
        assert als_begeleider.get("/g/bestaat-niet/proef/ok/").status_code == 404

    def test_beeindigd_lidmaatschap_is_onvindbaar(self, als_begeleider, begeleider, gebied):
        Lidmaatschap.objects.filter(pk=begeleider.pk).update(tot="2021-01-01")

        assert als_begeleider.get(adres(gebied)).status_code == 404

    def test_zonder_recht_geen_toegang(self, als_begeleider, gebied):
        assert als_begeleider.get(f"/g/{gebied.slug}/proefbeheer/").status_code == 403

    def test_twee_rollen_samen_geven_beide_rechten(self, als_begeleider, begeleider, gebied, ocmw):
        LidmaatschapFactory(user=begeleider.user, organisatie=ocmw, rol=Rol.GEBIEDSBEHEERDER)

        assert als_begeleider.get(f"/g/{gebied.slug}/proefbeheer/").status_code == 200


class TestTransactie:
    def test_een_geslaagd_verzoek_bewaart(self, als_begeleider, gebied):
        als_begeleider.post(adres(gebied))

        assert Contactpersoon.objects.count() == 1

    @pytest.mark.parametrize("wat", ["403", "404"])
    def test_een_geweigerd_verzoek_bewaart_niets(self, wat, als_begeleider, gebied):
        als_begeleider.post(adres(gebied, wat))

        assert Contactpersoon.objects.count() == 0

    def test_een_fout_bewaart_niets(self, als_begeleider, gebied):
        als_begeleider.raise_request_exception = False

        assert als_begeleider.post(adres(gebied, "fout")).status_code == 500
        assert Contactpersoon.objects.count() == 0

    def test_het_volgende_verzoek_werkt_gewoon(self, als_begeleider, gebied):
        als_begeleider.post(adres(gebied, "404"))

        assert als_begeleider.post(adres(gebied)).status_code == 200
        assert Contactpersoon.objects.count() == 1


def test_adressen_noemen_het_gebied_van_de_scope(gebied):
    assert gebied_url("regio:thuis") == f"/g/{gebied.slug}/"
