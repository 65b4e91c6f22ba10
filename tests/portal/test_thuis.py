"""The way in: straight to one's work, a choice, or a sentence; and where each role starts."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from regie.core.models import Lidmaatschap
from regie.core.permissions import RECHTEN, Rol
from tests.factories import LidmaatschapFactory, OcmwFactory, UserFactory

STARTPAGINA = {
    Rol.TRAJECTBEGELEIDER: "trajecten:mijn_dag",
    Rol.TEAMVERANTWOORDELIJKE: "trajecten:mijn_dag",
    Rol.ADMINISTRATIE: "trajecten:lijst",
    Rol.REGISSEUR: "rapportage:cockpit",
    Rol.MEDEWERKER: "rapportage:cockpit",
    Rol.PARTNERCONTACT: "partners:mijn_organisatie",
    Rol.JOBHUNTER: "werkgevers:lijst",
    Rol.GEBIEDSBEHEERDER: "accounts:leden",
}


class TestThuis:
    def test_wie_in_een_gebied_werkt_gaat_er_meteen_heen(self, als_begeleider, gebied):
        antwoord = als_begeleider.get(reverse("portal:thuis"))

        assert antwoord.headers["Location"] == reverse("regio:thuis", args=[gebied.slug])

    def test_twee_rollen_in_een_gebied_zijn_geen_keuze(self, als_begeleider, begeleider, regieverband, gebied):
        LidmaatschapFactory(user=begeleider.user, organisatie=regieverband, rol=Rol.MEDEWERKER)

        assert als_begeleider.get(reverse("portal:thuis")).status_code == 302

    def test_wie_in_twee_gebieden_werkt_kiest(self, als_begeleider, begeleider, ocmw, ander_gebied):
        LidmaatschapFactory(user=begeleider.user, organisatie=ander_gebied.ocmw)

        antwoord = als_begeleider.get(reverse("portal:thuis"))

        assert "Waar wil je werken?" in antwoord.text
        for organisatie in (ocmw, ander_gebied.ocmw):
            assert f'href="{reverse("regio:thuis", args=[organisatie.gebied.slug])}"' in antwoord.text
            assert organisatie.naam in antwoord.text

    def test_een_rol_die_voorbij_is_telt_niet_mee(self, client, ocmw):
        lid = LidmaatschapFactory(organisatie=ocmw, tot=timezone.localdate() - timedelta(days=1))
        client.force_login(lid.user)

        assert "Je hebt nog geen rol" in client.get(reverse("portal:thuis")).text

    def test_een_rol_die_nog_moet_beginnen_telt_niet_mee(self, client, ocmw):
        lid = LidmaatschapFactory(organisatie=ocmw, van=timezone.localdate() + timedelta(days=1))
        client.force_login(lid.user)

        assert "Je hebt nog geen rol" in client.get(reverse("portal:thuis")).text

    def test_platformbeheer_gaat_naar_het_beheer(self, client, db):
        client.force_login(UserFactory(is_staff=True, is_superuser=True))

        assert client.get(reverse("portal:thuis")).headers["Location"] == reverse("admin:index")


class TestGebiedThuis:
    @pytest.mark.parametrize("rol", Rol)
    def test_elke_rol_begint_bij_haar_werk(self, rol, client, ocmw, gebied):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        antwoord = client.get(reverse("regio:thuis", args=[gebied.slug]))

        assert antwoord.headers["Location"] == reverse(STARTPAGINA[rol], args=[gebied.slug])
        assert client.get(antwoord.headers["Location"]).status_code == 200

    def test_zonder_taken_zegt_het_waarom(self, client, ocmw, gebied, monkeypatch):
        weg = {"rapport_bekijken", "eigen_organisatie"}
        monkeypatch.setitem(RECHTEN, Rol.PARTNERCONTACT, RECHTEN[Rol.PARTNERCONTACT] - weg)
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=Rol.PARTNERCONTACT).user)

        antwoord = client.get(reverse("regio:thuis", args=[gebied.slug]), follow=True)

        assert "Je hebt in dit gebied nog geen taken." in antwoord.text

    @pytest.mark.parametrize("slug", ["bestaat-niet", ""])
    def test_een_vreemd_gebied_bestaat_niet(self, slug, als_begeleider, ander_gebied):
        assert als_begeleider.get(f"/g/{slug or ander_gebied.slug}/").status_code == 404

    def test_een_beeindigde_rol_opent_niets_meer(self, als_begeleider, begeleider, gebied):
        Lidmaatschap.objects.filter(pk=begeleider.pk).update(tot=date(2020, 12, 31))

        assert als_begeleider.get(reverse("regio:thuis", args=[gebied.slug])).status_code == 404

    def test_de_rol_bij_een_ander_ocmw_opent_het_eigen_gebied_niet(self, als_begeleider, ander_gebied):
        assert als_begeleider.get(reverse("trajecten:lijst", args=[ander_gebied.slug])).status_code == 404
        assert OcmwFactory.create().gebied.slug != ander_gebied.slug
