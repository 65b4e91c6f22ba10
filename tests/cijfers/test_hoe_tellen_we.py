"""The page that explains every figure, made from the definitions themselves."""

import re
from datetime import date

import pytest
from django.urls import reverse

from regie.cijfers.indicatoren import INDICATOREN, Onderdrukking
from regie.cijfers.selectors import begrippen
from regie.core.models import RegelParameter
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory


def pagina(client, gebied) -> str:
    response = client.get(reverse("regio:hoe-tellen-we", args=[gebied.slug]))
    assert response.status_code == 200
    return response.content.decode()


def test_elk_cijfer_heeft_zijn_plaats(als_regisseur, gebied):
    html = pagina(als_regisseur, gebied)

    for code, indicator in INDICATOREN.items():
        assert f'id="{code}"' in html
        assert f'href="#{code}"' in html
        assert indicator.naam in html


@pytest.mark.parametrize("rol", [Rol.REGISSEUR, Rol.TRAJECTBEGELEIDER, Rol.PARTNERCONTACT])
def test_wie_cijfers_krijgt_mag_lezen_hoe_ze_geteld_zijn(client, gebied, ocmw, rol):
    client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

    assert "Goed is" in pagina(client, gebied)


def test_de_drempels_zijn_die_van_vandaag(als_regisseur, gebied):
    RegelParameter.objects.filter(code="geen_contact").update(waarde=45)

    html = pagina(als_regisseur, gebied)

    assert "in de laatste 45 dagen" in html
    assert "60 dagen" not in html


def test_geen_accolades_in_een_tekst_en_een_zin_over_kleine_aantallen(gebied):
    for begrip in begrippen(date(2026, 11, 23)):
        tekst = f"{begrip.definitie} {begrip.teller} {begrip.noemer} {begrip.uitleg}"
        assert "{" not in tekst
        assert begrip.definitie.endswith(".")
        assert begrip.uitleg
        assert begrip.noemer or begrip.soort not in {Onderdrukking.VERHOUDING, Onderdrukking.AANDEEL}


def test_codes_zijn_ankers():
    assert all(re.fullmatch(r"[a-z0-9_]+", code) for code in INDICATOREN)
