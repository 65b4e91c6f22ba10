"""The weekly mail: on its day, once, only with something to say, and never a name."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from partners.enums import Opvolgingsoort
from partners.models import Opvolging, Weekmail
from partners.services.nachtwerk import NACHTWERK
from partners.services.opvolging import plan_opvolging
from partners.services.weekmail import weekmails_sturen
from regie.accounts import voorkeuren
from regie.core.http import gebied_url
from regie.core.models import RegelParameter
from regie.core.permissions import Rol
from regie.core.tenancy import current_scope
from tests.factories import LidmaatschapFactory, OrganisatieFactory, WerkgeverFactory

MAANDAG = date(2026, 11, 23)


@pytest.fixture
def plan(ocmw):
    def plannen(dagen=0, *, sleutel="contact:1", soort=Opvolgingsoort.CONTACT, **rest):
        vast = {"organisatie": ocmw, "adres": "werkgevers:werkgever", "object_id": WerkgeverFactory().pk, **rest}
        datum = MAANDAG + timedelta(days=dagen)
        return plan_opvolging(sleutel=sleutel, soort=soort, titel="Bel An Peeters terug", datum=datum, **vast)

    return plannen


@pytest.fixture
def stuur(begeleider, django_capture_on_commit_callbacks):
    """The night of a day; gives the mails that left."""

    def nacht(dag=MAANDAG):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            weekmails_sturen(dag)
        return mail.outbox

    return nacht


def zet_dag(dag):
    RegelParameter.objects.filter(code="opvolging_weekmail").update(waarde=dag)
    current_scope().cache.clear()


class TestDag:
    @pytest.mark.parametrize(
        ("dag", "nacht", "gaat"),
        [
            (1, MAANDAG, True),
            (1, date(2026, 11, 24), False),
            (2, date(2026, 11, 24), True),
            (1, date(2027, 3, 29), False),  # paasmaandag
            (1, date(2027, 3, 30), True),  # the day after it
            (5, date(2026, 12, 25), False),  # Kerstmis, on a Friday
            (5, date(2026, 12, 28), True),
            (0, MAANDAG, False),
        ],
    )
    def test_op_de_dag_van_de_parameter_of_de_werkdag_erna(self, plan, stuur, dag, nacht, gaat):
        plan()
        zet_dag(dag)

        assert len(stuur(nacht)) == gaat

    def test_een_keer_hoe_vaak_de_nacht_ook_loopt(self, plan, stuur):
        plan()

        assert [len(stuur()) for _ in range(3)] == [1, 0, 0]
        assert len(stuur(MAANDAG + timedelta(days=7))) == 1
        assert Weekmail.objects.count() == 1

    def test_de_nacht_doet_het(self):
        assert weekmails_sturen in NACHTWERK


class TestInhoud:
    def test_telt_en_noemt_niemand(self, plan, stuur, begeleider, gebied):
        plan(-1)
        plan(6, sleutel="overleg:1", soort=Opvolgingsoort.OVERLEG)

        bericht = stuur()[0]

        tekst = bericht.body + bericht.alternatives[0][0]
        assert (bericht.to, bericht.subject) == (
            [begeleider.user.email],
            "2 punten om op te volgen bij werkgevers en partners",
        )
        assert "- Te laat: 1\n- Deze week: 1\n" in bericht.body
        assert "- contact met een werkgever: 1\n- overleg: 1\n" in bericht.body
        assert reverse("werkgevers:opvolging", args=[gebied.slug]) in tekst
        assert "Peeters" not in tekst + bericht.subject
        assert not any(str(rij.object_id) in tekst for rij in Opvolging.objects.order_by("pk"))

    @pytest.mark.parametrize("dagen", [7, None])
    def test_niets_deze_week_is_geen_mail(self, plan, stuur, dagen):
        if dagen:
            plan(dagen)

        assert stuur() == []
        assert not Weekmail.objects.exists()

    def test_wat_klaar_of_uitgesteld_is_telt_niet(self, plan, stuur):
        plan()
        plan(sleutel="contact:2")
        Opvolging.objects.filter(sleutel="contact:1").update(klaar_op=MAANDAG)
        Opvolging.objects.filter(sleutel="contact:2").update(uitgesteld_tot=MAANDAG + timedelta(days=30))

        assert stuur() == []


class TestWie:
    def test_van_mij_of_van_niemand_in_mijn_organisatie(self, plan, stuur, begeleider, ocmw, gebied):
        collega = LidmaatschapFactory(organisatie=ocmw)
        LidmaatschapFactory(organisatie=OrganisatieFactory(gebied=gebied), rol=Rol.JOBHUNTER)
        plan(wie_id=collega.user_id)

        assert [bericht.to for bericht in stuur()] == [[collega.user.email]]

        plan(sleutel="contact:2")
        Weekmail.objects.all().delete()
        assert {bericht.to[0] for bericht in stuur()} == {collega.user.email, begeleider.user.email}

    def test_wie_de_lijst_niet_mag_openen_krijgt_er_geen(self, plan, stuur, begeleider):
        begeleider.rol = Rol.ADMINISTRATIE
        begeleider.save()
        plan()

        assert stuur() == []

    def test_wie_ze_afzet_krijgt_er_geen(self, plan, stuur, begeleider):
        voorkeuren.weekmail_kiezen(user_id=begeleider.user_id, aan=False)
        plan()

        assert stuur() == []

    def test_hoeveel_mensen_er_ook_zijn_de_vragen_aan_de_databank_blijven_gelijk(
        self, plan, stuur, ocmw, django_assert_max_num_queries
    ):
        for _ in range(8):
            LidmaatschapFactory(organisatie=ocmw)
        plan()

        with django_assert_max_num_queries(10):
            assert len(stuur()) == 9


class TestAfzetten:
    @pytest.mark.usefixtures("gebied")
    def test_onderaan_de_lijst(self, als_begeleider, begeleider):
        lijst, kies = gebied_url("werkgevers:opvolging"), gebied_url("werkgevers:weekmail_kiezen")
        assert "Weekmail stoppen" in als_begeleider.get(lijst).text

        antwoord = als_begeleider.post(kies, follow=True)

        assert "Je krijgt geen weekmail meer." in antwoord.text
        assert "Weekmail krijgen" in antwoord.text
        assert not voorkeuren.voorkeur_van(begeleider.user_id).weekmail

        als_begeleider.post(kies, {"aan": "1"})
        assert voorkeuren.voorkeur_van(begeleider.user_id).weekmail

    @pytest.mark.usefixtures("gebied")
    def test_bij_de_instellingen_van_wie_dossiers_opvolgt(self, als_begeleider, begeleider):
        instellingen = gebied_url("trajecten:taken_instellingen")
        assert "Weekmail stoppen" in als_begeleider.get(instellingen).text

        for actie, aan in (("weekmail_uit", False), ("weekmail_aan", True)):
            als_begeleider.post(instellingen, {"actie": actie})
            voorkeur = voorkeuren.voorkeur_van(begeleider.user_id)
            assert (voorkeur.weekmail, voorkeur.dagoverzicht) == (aan, True)

    def test_zonder_maildag_staat_er_niets(self, als_begeleider, gebied):
        zet_dag(0)

        assert "Weekmail" not in als_begeleider.get(gebied_url("werkgevers:opvolging")).text
