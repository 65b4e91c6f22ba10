from datetime import date, timedelta
from decimal import Decimal

import pytest

from regie.core.exceptions import DomainError
from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory
from trajecten.enums_projecten import DeelnameStatus as S
from trajecten.enums_projecten import Moment, Pogingsoort, Projectsoort
from trajecten.models import Deelname, Projectplaats, Rijbuddy, Tijdlijnitem
from trajecten.selectors import projecten as selectors
from trajecten.services import projecten as services


@pytest.fixture
def project(gebied, ocmw):
    return services.project_bewaren(
        project=None,
        gegevens={
            "naam": "Rijbewijsproject",
            "soort": Projectsoort.RIJBEWIJS,
            "plaatsen": 2,
            "van": date(2026, 1, 1),
            "incentive": Decimal(250),
        },
    )


@pytest.fixture
def meld_aan(project, toegang, vandaag):
    def doe(client=None, momenten=()):
        client = client or ClientFactory()
        return services.deelnemen(project=project, client=client, momenten=momenten, door=toegang, vandaag=vandaag)[0]

    return doe


@pytest.fixture
def wie(toegang, vandaag):
    return {"door": toegang, "vandaag": vandaag}


def nummers(*deelnames):
    return [Projectplaats.objects.get(deelname=deelname.pk).nr for deelname in deelnames]


class TestPlaatsen:
    def test_wie_eerst_komt_heeft_een_plaats_de_rest_wacht(self, project, meld_aan):
        eerste, tweede, derde, vierde = (meld_aan() for _ in range(4))

        assert nummers(eerste, tweede, derde, vierde) == [1, 2, None, None]
        assert [d.wacht for d in selectors.deelnemers(project)] == [None, None, 1, 2]
        stand = selectors.stand_van(project)
        assert (stand.bezet, stand.vrij, stand.wachtend) == (2, 0, 2)

    def test_bij_stoppen_schuift_op_wie_het_langst_wacht(self, meld_aan, wie):
        eerste, tweede, derde, vierde = (meld_aan() for _ in range(4))

        services.deelname_stoppen(deelname=eerste, reden="verhuisd", **wie)

        assert nummers(tweede, derde, vierde) == [2, 1, None]

    def test_over_ocmws_heen_zonder_namen(self, project, meld_aan, wie, gebied, ocmw, ander_ocmw, toegang, vandaag):
        eerste, _ = meld_aan(), meld_aan()
        with gebied_context(gebied, [ander_ocmw.pk]):
            hun_client = ClientFactory(eigenaar=ander_ocmw)
            van_hen, plaats = services.deelnemen(
                project=project, client=hun_client, momenten=[], door=toegang, vandaag=vandaag
            )
            assert plaats.nr is None
            assert len(selectors.deelnemers(project)) == 1

        assert not Deelname.objects.filter(pk=van_hen.pk).exists()
        services.deelname_stoppen(deelname=eerste, reden="gestopt", **wie)

        assert nummers(van_hen) == [1]

    def test_meer_plaatsen_gaan_naar_de_wachtlijst(self, project, meld_aan):
        deelnames = [meld_aan() for _ in range(4)]
        services.project_bewaren(project=project, gegevens={"plaatsen": 3})

        assert nummers(*deelnames) == [1, 2, 3, None]

    def test_minder_plaatsen_dan_deelnemers_kan_niet(self, project, meld_aan):
        meld_aan(), meld_aan()

        with pytest.raises(DomainError, match="al 2 plaatsen ingenomen"):
            services.project_bewaren(project=project, gegevens={"plaatsen": 1})

    def test_minder_plaatsen_hernummert_wie_er_is(self, project, meld_aan, wie):
        services.project_bewaren(project=project, gegevens={"plaatsen": 3})
        eerste, tweede, derde = (meld_aan() for _ in range(3))
        services.deelname_stoppen(deelname=eerste, reden="weg", **wie)

        services.project_bewaren(project=project, gegevens={"plaatsen": 2})

        assert nummers(tweede, derde) == [1, 2]

    def test_twee_keer_deelnemen_kan_niet(self, meld_aan):
        client = ClientFactory()
        meld_aan(client)

        with pytest.raises(DomainError, match="doet al mee"):
            meld_aan(client)

    def test_na_stoppen_opnieuw(self, meld_aan, wie):
        client = ClientFactory()
        services.deelname_stoppen(deelname=meld_aan(client), reden="ziek", **wie)

        assert nummers(meld_aan(client)) == [1]

    def test_een_afgelopen_project_neemt_niemand_meer_op(self, project, meld_aan, vandaag):
        services.project_bewaren(project=project, gegevens={"tot": vandaag - timedelta(days=1)})

        with pytest.raises(DomainError, match="afgelopen"):
            meld_aan()


class TestVerloop:
    @pytest.mark.parametrize(
        ("begin", "soort", "geslaagd", "verwacht"),
        [
            (S.THEORIE_BEZIG, Pogingsoort.THEORIE, True, S.THEORIE_GESLAAGD),
            (S.THEORIE_BEZIG, Pogingsoort.THEORIE, False, S.THEORIE_BEZIG),
            (S.RIJLESSEN, Pogingsoort.PRAKTIJK, True, S.PRAKTIJK_GESLAAGD),
            (S.RIJLESSEN, Pogingsoort.THEORIE, True, S.RIJLESSEN),
        ],
    )
    def test_een_examen_zet_vooruit_nooit_terug(self, meld_aan, wie, vandaag, begin, soort, geslaagd, verwacht):
        deelname = services.deelname_wijzigen(deelname=meld_aan(), status=begin, momenten=[], **wie)
        services.poging_noteren(deelname=deelname, soort=soort, datum=vandaag, geslaagd=geslaagd, **wie)
        deelname.refresh_from_db()

        assert deelname.status == verwacht

    def test_pogingen_worden_geteld(self, project, meld_aan, wie, vandaag):
        deelname = meld_aan()
        for geslaagd in (False, True):
            services.poging_noteren(
                deelname=deelname, soort=Pogingsoort.THEORIE, datum=vandaag, geslaagd=geslaagd, **wie
            )

        assert selectors.deelnemers(project)[0].pogingen == "theorie 2"
        assert Tijdlijnitem.objects.filter(titel="Rijbewijsproject: theorie, poging 2 geslaagd").exists()

    def test_wie_wacht_kan_niet_beginnen(self, meld_aan, wie, vandaag):
        meld_aan(), meld_aan()
        wachtend = meld_aan()

        with pytest.raises(DomainError, match="wachtlijst"):
            services.deelname_wijzigen(deelname=wachtend, status=S.THEORIE_BEZIG, momenten=[], **wie)
        with pytest.raises(DomainError, match="wachtlijst"):
            services.poging_noteren(deelname=wachtend, soort=Pogingsoort.THEORIE, datum=vandaag, geslaagd=True, **wie)

    @pytest.mark.parametrize("status", [S.BEZIG, S.AFGEROND, S.GESTOPT, "ONZIN"])
    def test_een_status_van_een_ander_soort_project_wordt_geweigerd(self, meld_aan, wie, status):
        with pytest.raises(DomainError, match="hoort niet bij"):
            services.deelname_wijzigen(deelname=meld_aan(), status=status, momenten=[], **wie)

    def test_een_duwtje_wordt_een_keer_betaald(self, meld_aan, wie, vandaag):
        deelname = services.incentive_betaald(deelname=meld_aan(), bedrag=Decimal(200), op=vandaag, **wie)

        assert deelname.incentive == 200
        with pytest.raises(DomainError, match="al betaald"):
            services.incentive_betaald(deelname=deelname, bedrag=Decimal(200), op=vandaag, **wie)

    def test_wie_gestopt_is_verandert_niet_meer(self, meld_aan, wie):
        deelname = services.deelname_stoppen(deelname=meld_aan(), reden="weg", **wie)

        with pytest.raises(DomainError, match="gestopt"):
            services.deelname_wijzigen(deelname=deelname, status=S.AANGEMELD, momenten=[], **wie)


class TestBuddies:
    @pytest.fixture
    def buddy(self, gebied):
        def maak(naam, **velden):
            gegevens = {"naam": naam, "gemeente_id": "31006", "momenten": [], "talen": "", "hoogstens": 1}
            return services.rijbuddy_bewaren(buddy=None, gegevens={**gegevens, **velden})

        return maak

    def test_wie_samen_kan_staat_boven_wie_dichtbij_woont(self, meld_aan, buddy):
        client = ClientFactory(gemeente_id="31005", taal="Turks")
        deelname = meld_aan(client, momenten=[Moment.ZATERDAG])
        buddy("Ver", momenten=[])
        buddy("Dichtbij", gemeente_id="31005")
        buddy("Zaterdag", momenten=[Moment.ZATERDAG], talen="Nederlands, Turks")

        voorstellen = selectors.buddyvoorstellen(deelname)

        assert [v.buddy.naam for v in voorstellen] == ["Zaterdag", "Dichtbij", "Ver"]
        assert voorstellen[0].redenen == ("kan ook op: zaterdag", "spreekt turks")

    def test_wie_vol_of_niet_actief_is_wordt_niet_voorgesteld(self, meld_aan, buddy, wie):
        vol = buddy("Vol")
        buddy("Gestopt", is_actief=False)
        services.buddy_kiezen(deelname=meld_aan(), buddy=vol, **wie)

        assert selectors.buddyvoorstellen(meld_aan()) == []

    def test_stoppen_maakt_de_buddy_vrij(self, meld_aan, buddy, wie):
        deelname = services.buddy_kiezen(deelname=meld_aan(), buddy=buddy("Marc"), **wie)
        services.deelname_stoppen(deelname=deelname, reden="klaar", **wie)

        assert selectors.rijbuddies()[0].eigen == 0


class TestPaginas:
    pytestmark = pytest.mark.usefixtures("klok")

    def test_van_aanmelden_tot_buddy(self, als_begeleider, project, url, gebied):
        client = ClientFactory()
        Rijbuddy.objects.create(naam="Marc Tanghe", gemeente_id="31005", momenten=["ZATERDAG"])
        antwoord = als_begeleider.post(
            url("deelnemen", client.pk), {"project": str(project.pk), "momenten": ["ZATERDAG"]}
        )
        deelname = Deelname.objects.get(client=client)
        assert antwoord.headers["Location"] == url("deelname", deelname.pk)
        assert "plaats 1 van 2" in als_begeleider.get(url("deelname", deelname.pk)).content.decode()

        html = als_begeleider.get(url("buddy", deelname.pk)).content.decode()
        assert "kan ook op: zaterdag" in html
        als_begeleider.post(url("buddy", deelname.pk), {"buddy": str(Rijbuddy.objects.get().pk)})
        assert "Marc Tanghe" in als_begeleider.get(url("project", project.pk)).content.decode()

    def test_de_regisseur_ziet_plaatsen_en_geen_namen(self, als_regisseur, project, meld_aan, url):
        deelname = meld_aan(ClientFactory(familienaam="Zonderling"))
        html = als_regisseur.get(url("project", project.pk)).content.decode()

        assert "1 van 2 plaatsen" in html
        assert deelname.client.familienaam not in html

    def test_een_lijst_van_veel_deelnemers_vraagt_niet_meer(self, project, meld_aan, django_assert_max_num_queries):
        services.project_bewaren(project=project, gegevens={"plaatsen": 20})
        for _ in range(8):
            meld_aan()

        with django_assert_max_num_queries(3):
            assert len(selectors.deelnemers(project)) == 8
