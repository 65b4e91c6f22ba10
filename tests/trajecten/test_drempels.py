"""Obstacles: who reads the sensitive ones, the course of an episode, and what a traject leaves behind."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest

from regie.core.exceptions import DomainError
from regie.core.grafieken import Trap
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, TrajectFactory
from trajecten import services
from trajecten.models import Drempel, DrempelCode, Drempelstand, Inzage, Tijdlijnitem, Waarneming
from trajecten.selectors.drempels import VERBORGEN, episodes, slotbalans, vorig_traject, ziet_gevoelig

pytestmark = pytest.mark.usefixtures("klok")
GEVOELIG, GEWOON = "SCHULDEN", "MOB_RIJBEWIJS"
LABEL = "Schulden / budgetbeheer"


@pytest.fixture
def traject(begeleider):
    return TrajectFactory(begeleider=begeleider.user, lopend=True)


@pytest.fixture
def voeg_toe(toegang, vandaag):
    def doe(traject, code=GEWOON, ernst=2, op=vandaag, **anders):
        drempelcode = DrempelCode.objects.get(pk=code)
        return services.drempel_toevoegen(
            traject=traject, code=drempelcode, ernst=ernst, actie="", door=toegang, vandaag=op, **anders
        )

    return doe


@pytest.fixture
def iemand(ocmw, ander_ocmw, begeleider, vandaag):
    """{who: membership}; `waarnemer` covers today, `was_waarnemer` did until yesterday."""
    mensen = {
        "begeleider": begeleider,
        "collega": LidmaatschapFactory(organisatie=ocmw),
        "lead": LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE),
        "lead van een ander OCMW": LidmaatschapFactory(organisatie=ander_ocmw, rol=Rol.TEAMVERANTWOORDELIJKE),
        "waarnemer": LidmaatschapFactory(organisatie=ocmw),
        "was waarnemer": LidmaatschapFactory(organisatie=ocmw),
    }
    LidmaatschapFactory(user=mensen["lead van een ander OCMW"].user, organisatie=ocmw)  # and begeleider here
    for wie, tot in (("waarnemer", vandaag), ("was waarnemer", vandaag - timedelta(days=1))):
        Waarneming.objects.create(
            eigenaar=ocmw,
            afwezige=begeleider.user,
            waarnemer=mensen[wie].user,
            van=vandaag - timedelta(days=5),
            tot=tot,
            door=begeleider.user,
        )
    return mensen


ZIET = {
    "begeleider": True,
    "lead": True,
    "waarnemer": True,
    "collega": False,
    "was waarnemer": False,
    "lead van een ander OCMW": False,
}


class TestWieZietWat:
    @pytest.mark.parametrize("wie", ZIET)
    def test_de_regel(self, iemand, traject, vandaag, wie):
        toegang = Lidmaatschap.objects.filter(user=iemand[wie].user, gebied=iemand[wie].gebied).toegang()

        assert ziet_gevoelig(traject, toegang, vandaag) is ZIET[wie]

    @pytest.mark.parametrize("wie", ["begeleider", "lead", "waarnemer", "collega", "was waarnemer"])
    def test_het_tabblad(self, client, iemand, traject, voeg_toe, url, wie):
        voeg_toe(traject, GEVOELIG)
        voeg_toe(traject, GEWOON)
        client.force_login(iemand[wie].user)

        html = client.get(url("drempels", traject.client_id)).content.decode()

        getoond = html.partition("Drempel toevoegen")[0]
        assert "Geen rijbewijs" in getoond
        assert (LABEL in getoond) is ZIET[wie]
        assert (VERBORGEN in getoond) is not ZIET[wie]
        gelezen = Inzage.objects.filter(user_id=iemand[wie].user.pk, pagina="gevoelige drempels")
        assert gelezen.exists() is ZIET[wie]

    def test_de_administratie_komt_er_niet(self, client, ocmw, traject, url):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=Rol.ADMINISTRATIE).user)

        assert client.get(url("drempels", traject.client_id)).status_code == 403

    def test_het_overzicht_noemt_er_geen(self, als_begeleider, traject, voeg_toe, url):
        voeg_toe(traject, GEVOELIG)

        html = als_begeleider.get(url("client", traject.client_id)).content.decode()

        assert LABEL not in html
        assert VERBORGEN in html

    def test_het_verhaal_noemt_er_geen(self, traject, voeg_toe, toegang, vandaag):
        drempel = voeg_toe(traject, GEVOELIG)
        services.drempel_bijwerken(
            drempel=drempel, ernst=3, status="IN_AANPAK", actie="budget", door=toegang, vandaag=vandaag
        )

        regels = list(Tijdlijnitem.objects.order_by("pk").values_list("titel", "tekst"))

        assert regels == [("Gevoelige drempel vastgesteld", ""), ("Gevoelige drempel bijgewerkt", "")]

    @pytest.mark.parametrize("wie", ["collega", "was waarnemer"])
    @pytest.mark.parametrize("pagina", ["drempel", "drempel_heropenen"])
    def test_een_collega_werkt_ze_niet_bij(self, client, iemand, traject, voeg_toe, url, wie, pagina):
        drempel = voeg_toe(traject, GEVOELIG)
        client.force_login(iemand[wie].user)

        for antwoord in (client.get(url(pagina, drempel.pk)), client.post(url(pagina, drempel.pk), {"ernst": 1})):
            assert antwoord.url == url("drempels", traject.client_id)

        drempel.refresh_from_db()
        assert drempel.ernst == 2

    @pytest.mark.parametrize("wie", ["begeleider", "collega"])
    def test_de_screening_vraagt_ze_alleen_aan_wie_opvolgt(self, client, iemand, begeleider, url, wie):
        traject = TrajectFactory(begeleider=begeleider.user, status="INTAKE", intake_op=date(2026, 9, 8))
        client.force_login(iemand[wie].user)

        html = client.get(url("screening", traject.pk)).content.decode()

        assert (LABEL in html) is ZIET[wie]

    def test_een_ander_ocmw_leest_niets(self, gebied, traject, voeg_toe, ander_ocmw):
        voeg_toe(traject, GEVOELIG)

        with gebied_context(gebied, [ander_ocmw.pk]):
            assert not Drempel.objects.exists()
            assert not Drempelstand.objects.exists()


class TestVerloop:
    def test_houdt_elke_stand(self, traject, voeg_toe, toegang, vandaag):
        begin = vandaag - timedelta(days=60)
        drempel = voeg_toe(traject, ernst=3, op=begin)
        for dagen, ernst, status in ((30, 2, "IN_AANPAK"), (60, 1, "OPGELOST")):
            services.drempel_bijwerken(
                drempel=drempel,
                ernst=ernst,
                status=status,
                actie="rijlessen",
                door=toegang,
                vandaag=begin + timedelta(days=dagen),
            )

        [regel] = episodes(traject, ziet_gevoelig=False, vandaag=vandaag)

        assert [punt[1] for punt in regel.verloop.punten] == [3, 2, 1]
        assert regel.verloop.titel.startswith("Ernst: zwaar sinds 24/09/2026, matig sinds")
        assert regel.gesloten_op == vandaag

    def test_wat_er_was_voor_de_eerste_wijziging_blijft_gekend(self, traject, toegang, vandaag):
        """Obstacles of the registration have no row of their own yet."""
        drempel = Drempel.objects.create(
            eigenaar=traject.eigenaar, traject=traject, code_id=GEWOON, ernst=3, geopend_op=date(2026, 9, 1)
        )
        services.drempel_bijwerken(
            drempel=drempel, ernst=1, status="IN_AANPAK", actie="", door=toegang, vandaag=vandaag
        )

        [regel] = episodes(traject, ziet_gevoelig=True, vandaag=vandaag)

        assert list(regel.verloop.punten) == [(date(2026, 9, 1), 3), (vandaag, 1)]

    def test_een_gesloten_drempel_werk_je_niet_bij(self, traject, voeg_toe, toegang, vandaag):
        drempel = voeg_toe(traject)
        wie = {"actie": "", "door": toegang, "vandaag": vandaag}
        services.drempel_bijwerken(drempel=drempel, ernst=1, status="OPGELOST", **wie)

        with pytest.raises(DomainError, match="Heropen hem"):
            services.drempel_bijwerken(drempel=drempel, ernst=2, status="IN_AANPAK", **wie)

    def test_heropenen_maakt_een_nieuwe_episode(self, traject, voeg_toe, toegang, vandaag):
        eerste = voeg_toe(traject)
        wie = {"actie": "", "door": toegang, "vandaag": vandaag}
        with pytest.raises(DomainError, match="staat nog open"):
            services.drempel_heropenen(drempel=eerste, ernst=1, **wie)
        services.drempel_bijwerken(drempel=eerste, ernst=1, status="OPGELOST", **wie)

        tweede = services.drempel_heropenen(drempel=eerste, ernst=3, **wie)

        eerste.refresh_from_db()
        assert (tweede.vorige, tweede.ernst, tweede.gesloten_op) == (eerste, 3, None)
        assert eerste.gesloten_op == vandaag
        assert len(episodes(traject, ziet_gevoelig=False, vandaag=vandaag)) == 2

    def test_de_trap_is_geldige_svg(self, vandaag):
        trap = Trap(
            "Ernst", [(vandaag - timedelta(days=9), 3), (vandaag, 0)], vandaag, ["geen", "licht", "matig", "zwaar"]
        )

        ET.fromstring(trap.svg())
        ET.fromstring(Trap("Ernst", [], vandaag, ["geen"]).svg())
        assert trap.tabel().rijen[1] == ["23/11/2026", "geen"]


class TestSlotbalans:
    @pytest.fixture
    def vorig(self, begeleider, voeg_toe, toegang, vandaag):
        traject = TrajectFactory(begeleider=begeleider.user, lopend=True)
        voeg_toe(traject, GEWOON)
        voeg_toe(traject, GEVOELIG)
        weg = voeg_toe(traject, "TAAL_NL")
        services.drempel_bijwerken(
            drempel=weg, ernst=1, status="OPGELOST", actie="", door=toegang, vandaag=date(2026, 10, 1)
        )
        traject.status, traject.afgesloten_op = "AFGESLOTEN", date(2026, 11, 1)
        traject.save()
        return traject

    def test_zegt_wat_bleef_en_wat_weg_is(self, vorig):
        balans = slotbalans(vorig)

        assert [regel.label for regel in balans.gebleven] == ["Geen rijbewijs", VERBORGEN]
        assert [regel.label for regel in balans.opgelost] == ["Kennis Nederlands"]

    def test_staat_bij_het_nieuwe_traject_en_gaat_over(self, als_begeleider, begeleider, vorig, url, toegang, vandaag):
        pagina = als_begeleider.get(url("opnieuw_aanmelden", vorig.client_id)).content.decode()
        assert "Uit het vorige traject" in pagina
        assert LABEL not in pagina
        nieuw = services.traject_aanmelden(
            client=vorig.client,
            bron="ZELF",
            aangemeld_op=vandaag,
            begeleider=begeleider.user,
            door=toegang,
            vandaag=vandaag,
        )
        assert vorig_traject(nieuw) == vorig

        html = als_begeleider.get(url("drempels", vorig.client_id)).content.decode()
        assert "Uit het vorige traject" in html
        oud = Drempel.objects.get(traject=vorig, code=GEWOON)
        als_begeleider.post(url("drempel_heropenen", oud.pk), {"ernst": 2, "actie": "rijlessen"})

        assert Drempel.objects.get(traject=nieuw).vorige == oud
