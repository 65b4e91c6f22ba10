"""Selections, saved views, the team page and cover, as people use them."""

import io
import re
from random import Random

import pytest
from django.db.models import Q
from python_calamine import CalamineWorkbook

from regie.core.permissions import DOSSIERROLLEN, RECHTEN, Recht, Rol
from regie.core.tenancy import gebied_context
from tests.client import StrengeClient
from tests.factories import ClientFactory, LidmaatschapFactory, TrajectFactory
from trajecten.models import Bulkactie, Client, Inzet, Termijn, Traject, Waarneming, Weergave

pytestmark = pytest.mark.usefixtures("klok")


@pytest.fixture
def collega(ocmw):
    return LidmaatschapFactory(organisatie=ocmw).user


@pytest.fixture
def als_lead(ocmw):
    client = StrengeClient()
    client.lid = LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE)
    client.force_login(client.lid.user)
    return client


@pytest.fixture
def als_collega(collega):
    client = StrengeClient()
    client.force_login(collega)
    return client


class TestSelectie:
    def test_vraagt_doet_en_zegt_wat_er_gebeurde(self, als_begeleider, begeleider, collega, url):
        mee, dicht = TrajectFactory(begeleider=begeleider.user), TrajectFactory(afgesloten=True)
        keuze = {"id": [str(mee.pk), str(dicht.pk)]}

        vraag = als_begeleider.post(url("selectie_toewijzen"), keuze).content.decode()
        assert "Begeleider kiezen voor 2 dossiers" in vraag
        assert f"{collega.naam} (0 dossiers)" in vraag
        zonder_reden = als_begeleider.post(
            url("selectie_toewijzen"), {**keuze, "uitvoeren": "1", "begeleider": collega.pk}
        )
        assert zonder_reden.status_code == 422
        klaar = als_begeleider.post(
            url("selectie_toewijzen"),
            {**keuze, "uitvoeren": "1", "begeleider": collega.pk, "reden": "herverdeling"},
            follow=True,
        ).content.decode()

        assert f"Van {begeleider.user.naam} naar {collega.naam}." in klaar
        assert "Dit dossier is afgesloten. Heropen het eerst." in klaar
        assert f'action="{url("bulkactie_ongedaan", Bulkactie.objects.get().pk)}"' in klaar

    def test_ongedaan_maken_op_de_pagina(self, als_begeleider, begeleider, collega, url):
        traject = TrajectFactory(begeleider=begeleider.user)
        gegevens = {"id": [str(traject.pk)], "uitvoeren": "1", "begeleider": collega.pk, "reden": "herverdeling"}
        als_begeleider.post(url("selectie_toewijzen"), gegevens)

        html = als_begeleider.post(url("bulkactie_ongedaan", Bulkactie.objects.get().pk), follow=True).content.decode()

        traject.refresh_from_db()
        assert traject.begeleider == begeleider.user
        assert "Ongedaan gemaakt op" in html

    def test_alle_resultaten_volgt_de_filters(self, als_begeleider, collega, url):
        TrajectFactory.create_batch(30)
        TrajectFactory(lopend=True)

        als_begeleider.post(
            url("selectie_toewijzen") + "?tab=team&status=AANGEMELD",
            {"alles": "1", "uitvoeren": "1", "begeleider": collega.pk},
        )

        assert Traject.objects.filter(begeleider=collega).count() == 30
        assert Traject.objects.get(status="LOPEND").begeleider is None

    def test_zonder_keuze_terug_naar_dezelfde_lijst(self, als_begeleider, url):
        antwoord = als_begeleider.post(url("selectie_taak") + "?tab=nazorg", {"id": ["geen-id"]})

        assert antwoord.url == url("lijst") + "?tab=nazorg"

    def test_een_taak_op_elk_gekozen_dossier(self, als_begeleider, url):
        trajecten = TrajectFactory.create_batch(2)
        keuze = {"id": [str(t.pk) for t in trajecten]}
        fout = als_begeleider.post(
            url("selectie_taak"), {**keuze, "uitvoeren": "1", "omschrijving": "Bellen", "vervalt_op": "01/01/2020"}
        )
        assert "Kies een dag vanaf vandaag." in fout.content.decode()

        als_begeleider.post(
            url("selectie_taak"), {**keuze, "uitvoeren": "1", "omschrijving": "Bellen", "vervalt_op": "01/12/2026"}
        )

        assert Termijn.objects.filter(omschrijving="Bellen").count() == 2

    def test_excel_van_de_selectie_met_de_gekozen_kolommen(self, als_begeleider, url):
        mee, niet = TrajectFactory(jobdoelwit="kok"), TrajectFactory()

        antwoord = als_begeleider.post(
            url("selectie_excel") + "?tab=team&kolommen=jobdoelwit,status", {"id": [str(mee.pk)]}
        )

        boek = CalamineWorkbook.from_filelike(io.BytesIO(antwoord.content))
        rijen = boek.get_sheet_by_name("Cliënten").to_python()
        assert rijen == [
            ["Cliënt", "Dossier", "Status", "Jobdoelwit"],
            [mee.client.lijstnaam, mee.client.dossiernummer, "aangemeld", "kok"],
        ]
        assert "Uitleg" in boek.sheet_names
        assert niet.client.lijstnaam not in str(rijen)

    def test_een_ander_ziet_mijn_resultaat_niet_maar_de_lead_wel(
        self, als_begeleider, als_collega, als_lead, collega, url
    ):
        gegevens = {"id": [str(TrajectFactory().pk)], "uitvoeren": "1", "begeleider": collega.pk}
        als_begeleider.post(url("selectie_toewijzen"), gegevens)
        pagina = url("bulkactie", Bulkactie.objects.get().pk)

        assert [c.get(pagina).status_code for c in (als_begeleider, als_collega, als_lead)] == [200, 404, 200]


class TestTabbladen:
    def test_nieuw_voor_mij_tot_ik_het_open(self, als_begeleider, als_collega, collega, url):
        traject = TrajectFactory()
        gegevens = {"id": [str(traject.pk)], "uitvoeren": "1", "begeleider": collega.pk}
        als_begeleider.post(url("selectie_toewijzen"), gegevens)

        assert "Nieuw voor mij (1)" in als_collega.get(url("lijst") + "?tab=mijn").content.decode()
        als_begeleider.get(url("client", traject.client_id))
        assert "Nieuw voor mij (1)" in als_collega.get(url("lijst") + "?tab=nieuw").content.decode()
        als_collega.get(url("client", traject.client_id))

        assert "Nieuw voor mij" not in als_collega.get(url("lijst") + "?tab=mijn").content.decode()

    def test_waarneming_toont_de_dossiers_van_wie_weg_is(
        self, als_begeleider, als_collega, begeleider, collega, url, vandaag
    ):
        traject = TrajectFactory(begeleider=begeleider.user, client__familienaam="Waargenomen")
        dagen = {"van": f"{vandaag:%d/%m/%Y}", "tot": "30/11/2026", "reden": "verlof"}
        als_begeleider.post(url("waarneming"), {"waarnemer": collega.pk, **dagen})

        lijst = als_collega.get(url("lijst") + "?tab=waarneming").content.decode()
        pagina = als_collega.get(url("client", traject.client_id)).content.decode()

        assert "Waarneming (1)" in lijst
        assert "Waargenomen, Selin" in lijst
        assert f"afwezig tot en met 30/11/2026: {collega.naam} neemt waar" in pagina
        als_begeleider.post(url("waarneming_stoppen", Waarneming.objects.get().pk))
        assert "Waargenomen" not in als_collega.get(url("lijst") + "?tab=waarneming").content.decode()

    @pytest.mark.parametrize(
        ("filters", "aantal"),
        [("", 4), ("&status=LOPEND", 2), ("&begeleider=niemand", 3), ("&begeleider=niemand&status=LOPEND", 1)],
    )
    def test_elk_getal_is_de_lengte_van_zijn_lijst(self, als_begeleider, begeleider, url, filters, aantal):
        TrajectFactory(lopend=True, begeleider=begeleider.user)
        TrajectFactory(lopend=True)
        TrajectFactory.create_batch(2)
        TrajectFactory(afgesloten=True)

        html = als_begeleider.get(url("lijst") + f"?tab=team{filters}").content.decode()

        assert html.count("data-regie-rij") == aantal
        assert f"van {aantal} cliënt" in html
        assert "Lopend (2)" in html or "lopend (2)" in html or "begeleider=niemand" in filters

    def test_gekozen_kolommen_blijven_in_het_adres(self, als_begeleider, url):
        TrajectFactory(jobdoelwit="bakker", begeleider=None)

        antwoord = als_begeleider.get(url("lijst") + "?tab=team&kolom=jobdoelwit&kolom=begeleider")
        assert antwoord.url == url("lijst") + "?tab=team&kolommen=jobdoelwit%2Cbegeleider"
        html = als_begeleider.get(antwoord.url).content.decode()

        koppen = re.findall(r'<th scope="col".*?</th>', html)
        assert len(koppen) == 3
        assert "bakker" in html


class TestWeergaven:
    @pytest.fixture
    def bewaar(self, url):
        def doe(client, naam="Rij voor intake", query="tab=team&status=AANGEMELD&q=peeters&kolommen=status", **velden):
            return client.post(f"{url('weergave_bewaren')}?{query}", {"naam": naam, **velden})

        return doe

    def test_bewaart_filters_en_kolommen_maar_geen_naam_van_iemand(self, als_begeleider, bewaar, url):
        antwoord = bewaar(als_begeleider)

        weergave = Weergave.objects.get()
        assert weergave.filters == {"tab": "team", "status": "AANGEMELD"}
        assert antwoord.url == url("lijst") + "?tab=team&status=AANGEMELD&kolommen=status"
        assert 'aria-current="true">Rij voor intake' in als_begeleider.get(antwoord.url).content.decode()

    def test_opent_vanzelf_als_standaard(self, als_begeleider, bewaar, url):
        bewaar(als_begeleider, is_standaard="on")

        assert als_begeleider.get(url("lijst")).url.endswith("?tab=team&status=AANGEMELD&kolommen=status")
        assert als_begeleider.get(url("lijst") + "?tab=mijn").status_code == 200

    def test_een_eigen_weergave_is_van_mij_alleen(self, als_begeleider, als_collega, bewaar, url):
        bewaar(als_begeleider)
        pk = Weergave.objects.get().pk

        assert "Rij voor intake" not in als_collega.get(url("weergaven")).content.decode()
        assert als_collega.post(url("weergave_verwijderen", pk)).status_code == 404

    def test_een_weergave_van_het_team_leest_iedereen_en_beheert_de_lead(
        self, als_begeleider, als_lead, bewaar, url, gebied, ander_ocmw
    ):
        bewaar(als_begeleider, naam="Niet van het team", is_team="on")
        assert not Weergave.objects.filter(is_team=True).exists()
        bewaar(als_lead, naam="Van het team", is_team="on")
        pk = Weergave.objects.get(is_team=True).pk

        assert "Van het team" in als_begeleider.get(url("lijst") + "?tab=mijn").content.decode()
        als_begeleider.post(url("weergave_verwijderen", pk))
        assert Weergave.objects.filter(pk=pk).exists()
        als_lead.post(url("weergave_hernoemen", pk), {"naam": "Intake"})
        assert Weergave.objects.get(pk=pk).naam == "Intake"
        with gebied_context(gebied, [ander_ocmw.pk]):
            assert not Weergave.objects.exists()

    def test_zelfde_naam_weigert_en_hoger_schuift_op(self, als_begeleider, bewaar, url):
        bewaar(als_begeleider, naam="Eerst")
        bewaar(als_begeleider, naam="Dan")
        dubbel = bewaar(als_begeleider, naam="eerst")
        assert "al een weergave met deze naam" in dubbel.content.decode()

        als_begeleider.post(url("weergave_hoger", Weergave.objects.get(naam="Dan").pk))

        assert list(Weergave.objects.order_by("volgorde").values_list("naam", flat=True)) == ["Dan", "Eerst"]


class TestTeampagina:
    def test_elk_getal_opent_zijn_lijst(self, als_lead, begeleider, url):
        TrajectFactory.create_batch(2, begeleider=begeleider.user)
        html = als_lead.get(url("team")).content.decode()

        lijst = f"{url('lijst')}?tab=team&amp;begeleider={begeleider.user.pk}"
        assert f'<a href="{lijst}">2</a>' in html
        assert als_lead.get(lijst.replace("&amp;", "&")).content.decode().count("data-regie-rij") == 2

    def test_wie_vertrok_staat_om_over_te_dragen(self, als_lead, ocmw, collega, url, vandaag):
        weg = LidmaatschapFactory(organisatie=ocmw, tot=vandaag.replace(day=1)).user
        TrajectFactory(begeleider=weg)

        assert weg.naam in als_lead.get(url("team")).content.decode()
        assert f"Dossiers van {weg.naam} overdragen" in als_lead.get(url("team_overdragen", weg.pk)).content.decode()
        als_lead.post(url("team_overdragen", weg.pk), {"begeleider": collega.pk, "reden": "vertrokken"})

        assert Traject.objects.get().begeleider == collega
        assert weg.naam not in als_lead.get(url("team")).content.decode()

    def test_vte_bewaren(self, als_lead, begeleider, url):
        als_lead.post(url("team_inzet", begeleider.user.pk), {"breuk": "0,8", "van": "01/09/2026"})

        assert str(Inzet.objects.get().breuk) == "0.80"
        assert "Het meest ruimte heeft" in als_lead.get(url("team")).content.decode()

    def test_evenveel_vragen_bij_een_als_bij_tien_collegas(
        self, als_lead, ocmw, url, django_assert_max_num_queries, django_assert_num_queries
    ):
        TrajectFactory(begeleider=als_lead.lid.user)
        als_lead.get(url("team"))
        with django_assert_max_num_queries(7 + 6) as een:
            als_lead.get(url("team"))
        for lid in LidmaatschapFactory.create_batch(10, organisatie=ocmw):
            TrajectFactory(begeleider=lid.user)

        with django_assert_num_queries(len(een)):
            als_lead.get(url("team"))


class TestGetoondIsTeOpenen:
    """Property: what a list shows may be opened, and what may be opened stands in a list."""

    @pytest.mark.parametrize("zaad", range(2))
    def test_in_de_lijst_dan_en_slechts_dan_te_openen(self, gebied, ocmw, ander_ocmw, url, zaad):
        toeval = Random(zaad)
        leden = [
            LidmaatschapFactory(organisatie=organisatie, rol=rol) for organisatie in (ocmw, ander_ocmw) for rol in Rol
        ]
        beide = LidmaatschapFactory(organisatie=ocmw)
        LidmaatschapFactory(organisatie=ander_ocmw, user=beide.user)
        with gebied_context(gebied, [ocmw.pk, ander_ocmw.pk]):
            for _ in range(6):
                eigenaar = toeval.choice([ocmw, ander_ocmw])
                soort = toeval.choice([{}, {"lopend": True}, {"afgesloten": True}])
                bij = toeval.choice([None, *(lid.user for lid in leden if lid.organisatie_id == eigenaar.pk)])
                TrajectFactory(client=ClientFactory(eigenaar=eigenaar), begeleider=bij, **soort)
            alle = list(Client.objects.values_list("pk", flat=True))

        for lid in [*leden, beide]:
            client = StrengeClient()
            client.force_login(lid.user)
            html = "".join(
                client.get(url("lijst") + f"?tab={tab}").content.decode()
                for tab in ("mijn", "team", "aandacht", "nazorg", "afgesloten")
            )
            getoond = {pk for pk in alle if url("client", pk) in html}
            te_openen = {pk for pk in alle if client.get(url("client", pk)).status_code == 200}

            assert getoond == te_openen, lid.rol
            assert bool(getoond) <= (Recht.CLIENT_BEKIJKEN in RECHTEN[lid.rol])
            if lid.rol in DOSSIERROLLEN and lid is not beide:
                with gebied_context(gebied, [lid.organisatie_id]):
                    assert getoond == set(Client.objects.filter(~Q(pk=None)).values_list("pk", flat=True))
