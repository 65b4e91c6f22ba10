import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


class TestStijl:
    def test_vraagt_om_aan_te_melden(self, client):
        assert client.get(reverse("portal:stijl")).status_code == 302

    def test_toont_elk_onderdeel(self, client, user):
        client.force_login(user)
        html = client.get(reverse("portal:stijl")).content.decode()
        for anker in re.findall(r'href="#([a-z]+)"', html):
            assert f'id="{anker}"' in html, anker
        assert html.count("<h1") == 1

    def test_elk_id_komt_een_keer_voor(self, client, user):
        client.force_login(user)
        html = client.get(reverse("portal:stijl")).content.decode()
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert sorted(ids) == sorted(set(ids))


def test_foutpaginas_werken_zonder_aanmelding(client):
    antwoord = client.get("/bestaat-niet/")
    assert antwoord.status_code in (302, 404)
    antwoord = client.get(reverse("account_login") + "x/bestaat-niet/")
    assert antwoord.status_code == 404
    assert "Deze pagina bestaat niet" in antwoord.content.decode()
