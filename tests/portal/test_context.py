"""What stands around every page: navigation by right, the switcher, the search box."""

import pytest
from django.urls import reverse

from regie.core.permissions import RECHTEN, Rol
from regie.portal.context import NAVIGATIE
from tests.factories import LidmaatschapFactory


def labels(antwoord):
    return [item["label"] for groep in antwoord.context["navigatie"] for item in groep["items"]]


@pytest.fixture
def hoe_tellen_we(gebied):
    """A page every role may open."""
    return reverse("regio:hoe-tellen-we", args=[gebied.slug])


class TestNavigatie:
    @pytest.mark.parametrize("rol", Rol)
    def test_toont_precies_waar_de_rol_recht_op_heeft(self, rol, client, ocmw, hoe_tellen_we):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        antwoord = client.get(hoe_tellen_we)

        assert labels(antwoord) == [
            label
            for recht, _, label, _, _, elders in NAVIGATIE
            if recht in RECHTEN[rol] and elders not in RECHTEN[rol]
        ]
        assert len(labels(antwoord)) <= 8

    @pytest.mark.parametrize("rol", Rol)
    def test_elke_link_gaat_open(self, rol, client, ocmw, hoe_tellen_we):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)
        groepen = client.get(hoe_tellen_we).context["navigatie"]

        assert [client.get(item["url"]).status_code for groep in groepen for item in groep["items"]] == [
            200 for groep in groepen for item in groep["items"]
        ]

    @pytest.mark.parametrize(
        ("rol", "pagina", "weg"),
        [
            (Rol.TEAMVERANTWOORDELIJKE, "rapportage:cockpit", "rapportage:archief"),
            (Rol.TEAMVERANTWOORDELIJKE, "trajecten:team", "trajecten:kosten_prognose"),
            (Rol.TEAMVERANTWOORDELIJKE, "trajecten:team", "trajecten:huisstijlen"),
            (Rol.TRAJECTBEGELEIDER, "partners:lijst", "regio:gemeenten"),
            (Rol.TRAJECTBEGELEIDER, "trajecten:plaatsen", "trajecten:projecten"),
            (Rol.TRAJECTBEGELEIDER, "trajecten:plaatsen", "trajecten:quotum"),
            (Rol.TRAJECTBEGELEIDER, "trajecten:lijst", "trajecten:inladen"),
            (Rol.TRAJECTBEGELEIDER, "trajecten:lijst", "trajecten:overtypen"),
            (Rol.TRAJECTBEGELEIDER, "trajecten:overdrachten", "trajecten:dubbele_dossiers"),
            (Rol.REGISSEUR, "trajecten:plaatsen", "trajecten:projecten"),
        ],
    )
    def test_wat_er_niet_in_staat_is_een_klik_verder(self, rol, pagina, weg, client, ocmw, gebied):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        antwoord = client.get(reverse(pagina, args=[gebied.slug]))

        assert f'href="{reverse(weg, args=[gebied.slug])}"' in antwoord.text

    def test_zegt_waar_je_bent_ook_een_pagina_dieper(self, als_begeleider, gebied):
        antwoord = als_begeleider.get(reverse("trajecten:registreren", args=[gebied.slug]))

        actief = [
            item["label"] for groep in antwoord.context["navigatie"] for item in groep["items"] if item["actief"]
        ]
        assert actief == ["Mijn cliënten"]

    def test_zonder_aanmelding_staat_er_geen(self, client, db):
        context = client.get(reverse("account_login")).context

        assert "navigatie" not in context
        assert "wisselaar" not in context

    @pytest.mark.parametrize(("rol", "mag"), [(Rol.TRAJECTBEGELEIDER, True), (Rol.REGISSEUR, False)])
    def test_zoeken_naar_clienten_alleen_voor_wie_ze_mag_zien(self, rol, mag, client, ocmw, hoe_tellen_we):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        assert ('role="search" aria-label="Zoeken in alles"' in client.get(hoe_tellen_we).text) is mag


class TestWisselaar:
    def test_noemt_elke_organisatie_en_waar_je_nu_bent(
        self, als_begeleider, begeleider, ocmw, regieverband, ander_gebied, hoe_tellen_we
    ):
        LidmaatschapFactory(user=begeleider.user, organisatie=regieverband, rol=Rol.MEDEWERKER)
        LidmaatschapFactory(user=begeleider.user, organisatie=ander_gebied.ocmw)

        wisselaar = als_begeleider.get(hoe_tellen_we).context["wisselaar"]

        assert wisselaar["huidig"] == {
            "gebied": ocmw.gebied.naam,
            "organisatie": " en ".join(sorted([ocmw.naam, regieverband.naam])),
        }
        assert {keuze["organisatie"]: keuze["actief"] for keuze in wisselaar["keuzes"]} == {
            ocmw.naam: True,
            regieverband.naam: True,
            ander_gebied.ocmw.naam: False,
        }

    def test_staat_er_ook_buiten_een_gebied(self, client, ander_gebied):
        client.force_login(LidmaatschapFactory(organisatie=ander_gebied.ocmw).user)

        wisselaar = client.get(reverse("portal:stijl")).context["wisselaar"]

        assert wisselaar["huidig"] == {"gebied": "", "organisatie": ""}
        assert [keuze["organisatie"] for keuze in wisselaar["keuzes"]] == [ander_gebied.ocmw.naam]

    def test_kost_evenveel_vragen_bij_een_als_bij_vijf_rollen(
        self, als_begeleider, begeleider, gebied, hoe_tellen_we, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(60) as een:
            als_begeleider.get(hoe_tellen_we)
        for rol in (Rol.ADMINISTRATIE, Rol.TEAMVERANTWOORDELIJKE, Rol.REGISSEUR, Rol.MEDEWERKER):
            LidmaatschapFactory(user=begeleider.user, organisatie=begeleider.organisatie, rol=rol)

        with django_assert_max_num_queries(len(een)):
            als_begeleider.get(hoe_tellen_we)
