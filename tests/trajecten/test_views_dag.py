"""Mijn dag and Taken en termijnen as pages."""

from datetime import timedelta

import pytest

from regie.accounts.models import Voorkeur
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory, TrajectFactory
from tests.trajecten.hulp import als
from trajecten.models import EigenTaak, Termijn, Waarneming

pytestmark = pytest.mark.usefixtures("klok")


def taak(traject, op, tekst="papieren opvragen", **velden):
    return Termijn.objects.create(
        eigenaar_id=traject.eigenaar_id, traject=traject, soort="TAAK", omschrijving=tekst, vervalt_op=op, **velden
    )


class TestMijnDag:
    def test_wat_sluimert_staat_er_niet(self, als_begeleider, begeleider, url, vandaag):
        traject = TrajectFactory(begeleider=begeleider.user, lopend=True)
        taak(traject, vandaag, gesluimerd_tot=vandaag + timedelta(days=3), sluimer_reden="wacht")

        assert "papieren opvragen" not in als_begeleider.get(url("mijn_dag")).text
        assert "papieren opvragen" in als_begeleider.get(url("taken") + "?toon=sluimert").text

    def test_wat_je_waarneemt_staat_apart(self, als_begeleider, begeleider, ocmw, url, vandaag):
        collega = LidmaatschapFactory(organisatie=ocmw).user
        taak(TrajectFactory(begeleider=collega, lopend=True), vandaag)
        assert "papieren opvragen" not in als_begeleider.get(url("mijn_dag")).text

        Waarneming.objects.create(
            eigenaar=ocmw, afwezige=collega, waarnemer=begeleider.user, van=vandaag, tot=vandaag, door=collega
        )
        html = als_begeleider.get(url("mijn_dag")).text

        assert html.index("Voor wie je waarneemt") < html.index("papieren opvragen")
        assert collega.naam in html

    def test_aan_de_slag_gaat_weg_met_een_klik(self, als_begeleider, begeleider, url):
        assert "Aan de slag 0/3" in als_begeleider.get(url("mijn_dag")).text
        als_begeleider.post(url("aan_de_slag_weg"))
        assert "Aan de slag" not in als_begeleider.get(url("mijn_dag")).text

    def test_hoogstens_dertien_vragen(self, als_begeleider, begeleider, url, vandaag, django_assert_max_num_queries):
        Voorkeur.objects.create(user=begeleider.user)
        for dagen in range(-20, 20):
            taak(TrajectFactory(begeleider=begeleider.user, lopend=True), vandaag + timedelta(days=dagen))
        als_begeleider.get(url("mijn_dag"))

        with django_assert_max_num_queries(15):  # thirteen of the page; BEGIN and the scope count here too
            html = als_begeleider.get(url("mijn_dag")).text
        assert "Te laat (20)" in html

    def test_meer_dan_er_getoond_wordt_krijgt_een_link(self, als_begeleider, begeleider, url, vandaag):
        traject = TrajectFactory(begeleider=begeleider.user, lopend=True)
        for nummer in range(30):
            taak(traject, vandaag - timedelta(days=3), f"taak {nummer}")
        taak(traject, vandaag, "ook vandaag nog")

        html = als_begeleider.get(url("mijn_dag")).text

        assert "Toon alle 30" in html
        assert "ook vandaag nog" in html


class TestTaken:
    def test_filtert_op_soort_te_laat_en_collega(self, als_begeleider, begeleider, ocmw, url, vandaag):
        mijn = TrajectFactory(begeleider=begeleider.user, lopend=True)
        collega = LidmaatschapFactory(organisatie=ocmw).user
        taak(mijn, vandaag - timedelta(days=2), "oud van mij")
        taak(mijn, vandaag + timedelta(days=40), "later van mij")
        taak(TrajectFactory(begeleider=collega, lopend=True), vandaag, "van een collega")

        def staat(vraag):
            html = als_begeleider.get(url("taken") + vraag).text
            return [tekst in html for tekst in ("oud van mij", "later van mij", "van een collega")]

        assert staat("") == [True, True, False]
        assert staat("?toon=te_laat") == [True, False, False]
        assert staat("?wie=team") == [True, True, True]
        assert staat(f"?wie={collega.pk}") == [False, False, True]
        assert staat("?soort=GPMI") == [False, False, False]

    @pytest.mark.parametrize("week", ["", "2026-W48", "onzin", "2026-W99"])
    def test_de_week_toont_elke_werkdag(self, als_begeleider, begeleider, url, vandaag, week):
        taak(TrajectFactory(begeleider=begeleider.user, lopend=True), vandaag + timedelta(days=2), "woensdagtaak")

        html = als_begeleider.get(url("taken") + f"?weergave=week&week={week}").text

        assert html.index("ma 23 november 2026") < html.index("woensdagtaak") < html.index("vr 27 november 2026")

    def test_evenveel_vragen_bij_een_als_bij_dertig(
        self, als_begeleider, begeleider, url, vandaag, django_assert_max_num_queries
    ):
        taak(TrajectFactory(begeleider=begeleider.user, lopend=True), vandaag)
        als_begeleider.get(url("taken"))
        with django_assert_max_num_queries(20) as een:
            als_begeleider.get(url("taken"))
        for _ in range(29):
            taak(TrajectFactory(begeleider=begeleider.user, lopend=True), vandaag)
        with django_assert_max_num_queries(len(een)):
            als_begeleider.get(url("taken"))

    def test_een_taak_toevoegen_afvinken_en_toch_niet(self, als_begeleider, gebied, url, vandaag):
        als_begeleider.post(url("taak_toevoegen"), {"omschrijving": "lokaal boeken", "vervalt_op": "25/11/2026"})
        rij = EigenTaak.objects.get()
        als_begeleider.post(url("eigen_taak_klaar", rij.pk))
        assert EigenTaak.objects.get().afgehandeld_op == vandaag
        als_begeleider.post(url("eigen_taak_heropenen", rij.pk))
        assert "lokaal boeken" in als_begeleider.get(url("taken")).text

    def test_een_taak_van_een_collega_bestaat_niet(self, als_begeleider, ocmw, url, vandaag):
        collega = LidmaatschapFactory(organisatie=ocmw).user
        rij = EigenTaak.objects.create(eigenaar=ocmw, voor=collega, omschrijving="geheim", vervalt_op=vandaag)

        assert als_begeleider.post(url("eigen_taak_klaar", rij.pk)).status_code == 404
        assert "geheim" not in als_begeleider.get(url("taken") + "?wie=team").text

    def test_sluimeren_via_het_formulier_met_ongedaan_maken(self, als_begeleider, begeleider, url, vandaag):
        rij = taak(TrajectFactory(begeleider=begeleider.user, lopend=True), vandaag)
        adres = url("termijn_sluimeren", rij.pk) + "?terug=dag"

        assert als_begeleider.post(adres, {"tot": "23/11/2026", "reden": "x"}).status_code == 422
        antwoord = als_begeleider.post(adres, {"tot": "30/11/2026", "reden": "wacht op de arts"}, follow=True)

        assert antwoord.redirect_chain[-1][0] == url("mijn_dag")
        assert url("termijn_wekken", rij.pk) in antwoord.text
        rij.refresh_from_db()
        assert rij.sluimer_reden == "wacht op de arts"

    def test_het_agenda_adres_staat_er_een_keer(self, als_begeleider, gebied, url):
        html = als_begeleider.post(url("taken_instellingen"), {"actie": "agenda_maken"}).text
        assert "/agenda/" in html
        assert "/agenda/" not in als_begeleider.get(url("taken_instellingen")).text

    @pytest.mark.parametrize("rol", [Rol.ADMINISTRATIE, Rol.REGISSEUR, Rol.PARTNERCONTACT])
    def test_niet_voor_wie_geen_dossiers_opvolgt(self, client, ocmw, url, rol):
        assert als(client, ocmw, rol).get(url("taken")).status_code == 403

    def test_de_regels_met_bron_en_zekerheid(self, als_begeleider, gebied, url):
        html = als_begeleider.get(url("signaalregels")).text

        assert "te verifiëren" in html
        assert "VVSG, GPMI" in html
