"""The digest and the agenda: on the right days, once, and never a name."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from icalendar import Calendar

from regie.accounts import voorkeuren
from regie.accounts.models import Dagmail
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory
from trajecten.ics import Afspraak, kalender
from trajecten.models import EigenTaak, Termijn
from trajecten.services import dagoverzicht

NAMEN = ("Selin", "Aydın", "ziekenhuis", "BR-2026")


@pytest.fixture
def dossier(registreer, begeleider, vandaag):
    """A file of the begeleider with an overdue task whose words hold a name."""
    traject = registreer()
    Termijn.objects.update(afgehandeld_op=vandaag)
    Termijn.objects.create(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        soort="TAAK",
        omschrijving="Selin Aydın bellen in het ziekenhuis",
        vervalt_op=date(2026, 1, 2),
    )
    return traject


def om_half_acht(dag):
    return datetime(dag.year, dag.month, dag.day, 6, 30, tzinfo=UTC)


def verstuur(begeleider, dag):
    return dagoverzicht.dagoverzicht_versturen(user_id=begeleider.user_id, nu=om_half_acht(dag))


class TestDagoverzicht:
    @pytest.mark.parametrize(
        ("dag", "gaat"),
        [
            (date(2026, 11, 23), True),  # Monday
            (date(2026, 11, 21), False),  # Saturday
            (date(2026, 11, 22), False),  # Sunday
            (date(2026, 11, 11), False),  # Wapenstilstand
            (date(2026, 12, 25), False),  # Kerstmis
            (date(2027, 3, 29), False),  # paasmaandag
        ],
    )
    def test_alleen_op_werkdagen(self, dossier, begeleider, dag, gaat):
        assert verstuur(begeleider, dag) is gaat
        assert len(mail.outbox) == gaat

    def test_telt_en_noemt_niemand(self, dossier, begeleider, vandaag):
        verstuur(begeleider, vandaag)

        bericht = mail.outbox[0]
        html = bericht.alternatives[0][0]
        assert bericht.subject == "1 taak voor vandaag"
        assert bericht.to == [begeleider.user.email]
        assert "Te laat: 1" in bericht.body
        assert reverse("trajecten:mijn_dag", args=[begeleider.gebied.slug]) in bericht.body
        for naam in NAMEN:
            assert naam not in bericht.subject + bericht.body + html
        assert str(dossier.client_id) not in bericht.body + html

    def test_leeg_is_geen_mail(self, dossier, begeleider, vandaag):
        Termijn.objects.update(afgehandeld_op=vandaag)

        assert not verstuur(begeleider, vandaag)
        assert not Dagmail.objects.exists()

    def test_wat_sluimert_telt_niet(self, dossier, begeleider, vandaag):
        Termijn.objects.update(gesluimerd_tot=vandaag + timedelta(days=2), sluimer_reden="wacht")

        assert not verstuur(begeleider, vandaag)

    def test_een_keer_per_dag_hoe_vaak_de_klok_ook_vraagt(self, dossier, begeleider, vandaag):
        assert [verstuur(begeleider, vandaag) for _ in range(3)] == [True, False, False]
        assert len(mail.outbox) == 1
        assert begeleider.user_id not in dagoverzicht.ontvangers(vandaag)
        assert verstuur(begeleider, vandaag + timedelta(days=1))

    def test_een_geweigerde_mail_gaat_later_nog(self, dossier, begeleider, vandaag, monkeypatch):
        def kapot(*args, **kwargs):
            raise OSError

        with monkeypatch.context() as lap:
            lap.setattr(dagoverzicht, "stuur_dagoverzicht", kapot)
            assert not verstuur(begeleider, vandaag)
        assert begeleider.user_id in dagoverzicht.ontvangers(vandaag)
        assert verstuur(begeleider, vandaag)
        assert not verstuur(begeleider, vandaag)

    def test_wie_ze_afzet_krijgt_er_geen(self, dossier, begeleider, vandaag):
        voorkeuren.dagoverzicht_kiezen(user_id=begeleider.user_id, aan=False)

        assert not verstuur(begeleider, vandaag)

    @pytest.mark.parametrize("rol", [Rol.REGISSEUR, Rol.PARTNERCONTACT, Rol.ADMINISTRATIE])
    def test_alleen_wie_dossiers_opvolgt(self, ocmw, vandaag, rol):
        lid = LidmaatschapFactory(organisatie=ocmw, rol=rol)

        assert lid.user_id not in dagoverzicht.ontvangers(vandaag)

    def test_een_mail_voor_twee_gebieden(self, dossier, begeleider, ander_gebied, vandaag):
        LidmaatschapFactory(user=begeleider.user, organisatie=ander_gebied.ocmw)

        assert verstuur(begeleider, vandaag)
        assert len(mail.outbox) == 1


@pytest.mark.usefixtures("klok")
class TestAgenda:
    @pytest.fixture
    def adres(self, begeleider, vandaag):
        geheim = voorkeuren.agendalink_maken(user_id=begeleider.user_id, nu=om_half_acht(vandaag))
        return reverse("agenda", args=[geheim])

    def test_een_echte_lezer_leest_dagen_zonder_namen(self, client, adres, dossier, begeleider, ocmw):
        EigenTaak.objects.create(
            eigenaar=ocmw, voor=begeleider.user, omschrijving="Selin mailen", vervalt_op=date(2026, 12, 1)
        )

        antwoord = client.get(adres)

        agenda = Calendar.from_ical(antwoord.content)
        punten = {(p["SUMMARY"], p.decoded("DTSTART")) for p in agenda.walk("VEVENT")}
        assert punten == {("Taak", date(2026, 1, 2)), ("Eigen taak", date(2026, 12, 1))}
        assert [str(zone["TZID"]) for zone in agenda.walk("VTIMEZONE")] == ["Europe/Brussels"]
        assert antwoord.headers["Content-Type"].startswith("text/calendar")
        assert "no-store" in antwoord.headers["Cache-Control"]
        for naam in NAMEN:
            assert naam not in antwoord.text

    def test_stoppen_en_vernieuwen_maken_het_oude_adres_dood(self, client, adres, begeleider, vandaag):
        nieuw = voorkeuren.agendalink_maken(user_id=begeleider.user_id, nu=om_half_acht(vandaag))
        assert client.get(adres).status_code == 404
        assert client.get(reverse("agenda", args=[nieuw])).status_code == 200
        voorkeuren.agendalink_stoppen(user_id=begeleider.user_id)
        assert client.get(reverse("agenda", args=[nieuw])).status_code == 404

    def test_een_gegokt_adres_en_een_gesloten_account(self, client, adres, begeleider):
        assert client.get(reverse("agenda", args=["x" * 43])).status_code == 404
        begeleider.user.is_active = False
        begeleider.user.save()
        assert client.get(adres).status_code == 404

    def test_wie_niet_meer_bij_het_ocmw_werkt_ziet_niets(self, client, adres, dossier, begeleider, vandaag):
        begeleider.tot = vandaag - timedelta(days=1)
        begeleider.save()

        assert "VEVENT" not in client.get(adres).text

    def test_het_geheim_staat_nergens_leesbaar(self, begeleider, vandaag):
        geheim = voorkeuren.agendalink_maken(user_id=begeleider.user_id, nu=om_half_acht(vandaag))
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM accounts_voorkeur WHERE agenda_hash = %s", [geheim])
            assert cursor.fetchone() == (0,)

    def test_lange_en_vreemde_titels_blijven_heel(self):
        titel = "Één; twee, drie\\ vier " * 8
        punt = Afspraak("1", titel.strip(), date(2026, 3, 29), datetime(2026, 1, 1, tzinfo=UTC))

        tekst = kalender("Naam", [punt], product="X", domein="x.example")

        assert all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))
        assert Calendar.from_ical(tekst).walk("VEVENT")[0]["SUMMARY"] == titel.strip()
