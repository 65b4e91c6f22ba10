from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from rest_framework.test import APIClient

from regie.core.authentication import nieuwe_sleutel
from regie.core.models import ApiSleutel

URL = "/api/v1/kerncijfers/"


def roep(geheim: str, **vraag):
    return APIClient(headers={"Authorization": f"Sleutel {geheim}"}).get(URL, vraag)


class TestSleutel:
    def test_geeft_de_cijfers_van_het_eigen_gebied(self, regisseur):
        response = roep(nieuwe_sleutel(regisseur, "intranet"), periode="2026-10")

        assert response.status_code == 200
        assert [tegel["code"] for tegel in response.json()["tegels"]][:2] == ["in_behandeling", "instroom"]

    def test_bewaart_alleen_de_hash(self, regisseur):
        geheim = nieuwe_sleutel(regisseur, "intranet")

        assert geheim not in str(ApiSleutel.objects.values_list())

    def test_weigert_een_recht_dat_het_lidmaatschap_niet_heeft(self, begeleider):
        assert roep(nieuwe_sleutel(begeleider, "x"), periode="2026-10").status_code == 403

    @pytest.mark.parametrize("geheim", ["", "onzin"])
    def test_weigert_een_onbekende_sleutel(self, gebied, geheim):
        assert roep(geheim, periode="2026-10").status_code == 401

    def test_weigert_een_aanmelding_zonder_sleutel(self, als_regisseur):
        assert als_regisseur.get(URL, {"periode": "2026-10"}).status_code == 401

    def test_een_ingetrokken_sleutel_werkt_niet_meer(self, regisseur):
        geheim = nieuwe_sleutel(regisseur, "intranet")
        ApiSleutel.objects.update(ingetrokken_op=timezone.now())

        assert roep(geheim, periode="2026-10").status_code == 401

    def test_een_sleutel_stopt_met_het_lidmaatschap(self, regisseur):
        geheim = nieuwe_sleutel(regisseur, "intranet")
        type(regisseur).objects.filter(pk=regisseur.pk).update(tot=date(2021, 1, 1))

        assert roep(geheim, periode="2026-10").status_code == 401

    def test_een_foute_periode_krijgt_een_zin(self, regisseur):
        response = roep(nieuwe_sleutel(regisseur, "intranet"), periode="oktober")

        assert response.status_code == 400
        assert "periode" in response.json()


class TestOpdracht:
    def test_toont_de_sleutel_een_keer(self, regisseur, gebied, capsys):
        call_command("api_sleutel_maken", gebied=gebied.slug, email=regisseur.user.email, naam="intranet")

        assert roep(capsys.readouterr().out.strip(), periode="2026-10").status_code == 200

    def test_zegt_wie_geen_lid_is(self, gebied):
        with pytest.raises(CommandError, match="geen lid"):
            call_command("api_sleutel_maken", gebied=gebied.slug, email="niemand@regio.example", naam="x")
