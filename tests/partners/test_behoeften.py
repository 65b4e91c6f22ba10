"""Needs of employers: who sees a draft, which status follows, who is reminded on which day, who fits."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from partners.enums import Behoeftesoort, Dienst, Opvolgingsoort, Voordrachtuitkomst
from partners.enums import BehoefteStatus as B
from partners.enums import DoorverwijzingStatus as A
from partners.models import Behoefte, Dienstaanbod, Opvolging, Voordracht
from partners.selectors import behoeften as selectors
from partners.selectors.routing import voorstellen
from partners.selectors.stageplaatsen import per_gemeente, stageplaatsen
from partners.services import behoeften as services
from partners.services.behoefteladder import behoeften_opvolgen, ladder_voor
from partners.services.behoeften import BehoefteGegevens
from partners.services.doorverwijzingen import (
    Antwoord,
    behoefte_doorverwijzen,
    doorverwijzing_beantwoorden,
    doorverwijzing_intrekken,
)
from partners.services.jobontwerpen import (
    JobontwerpGegevens,
    Jobtaak,
    behoefte_uit_jobontwerp,
    jobontwerp_maken,
)
from partners.services.voordrachten import voordracht_toevoegen, voordracht_uitkomst
from partners.transitions import BEHOEFTE, DOORVERWIJZING, check_behoefte, check_doorverwijzing
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Rol, Toegang
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory, WerkgeverFactory

VANDAAG = date(2026, 11, 23)
VACATURE = BehoefteGegevens(soort=Behoeftesoort.VACATURE, functie="Inpakker", aantal=2)


def _toegang(lid) -> Toegang:
    return Toegang(lid.user_id, lid.gebied_id, frozenset({Rol(lid.rol)}), (), (lid.organisatie_id,))


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB", type=OrganisatieType.VDAB)


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="GTB", type=OrganisatieType.GTB)


@pytest.fixture
def jobhunter(vdab):
    return _toegang(LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER))


@pytest.fixture
def bij_partner(partner):
    return _toegang(LidmaatschapFactory(organisatie=partner, rol=Rol.JOBHUNTER))


@pytest.fixture
def alle(gebied, vdab, partner, regieverband):
    """The scope of the nightly walk: a member of every organisatie."""
    with gebied_context(gebied, lid_van=[vdab.pk, partner.pk, regieverband.pk]):
        yield


@pytest.fixture
def concept(alle, vdab, jobhunter):
    return services.behoefte_noteren(werkgever=WerkgeverFactory(), eigenaar=vdab, gegevens=VACATURE, door=jobhunter)


@pytest.fixture
def behoefte(concept, jobhunter):
    return services.behoefte_publiceren(behoefte=concept, vandaag=VANDAAG, door=jobhunter)


@pytest.fixture
def gevraagd(behoefte, partner, jobhunter):
    verzonden = behoefte_doorverwijzen(
        behoefte=behoefte, aan=[(partner, None)], vraag="", mailen=False, door=jobhunter, vandaag=VANDAAG
    )
    return verzonden[0].doorverwijzing


def _antwoord(doorverwijzing, door, status, *, dagen=0, **meer):
    return doorverwijzing_beantwoorden(
        doorverwijzing=doorverwijzing,
        antwoord=Antwoord(status, "An", **meer),
        vandaag=VANDAAG + timedelta(days=dagen),
        door=door,
    )


def _aantal_in_sql(gebied, lid_van):
    with gebied_context(gebied, lid_van=lid_van), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM partners_behoefte")
        return cursor.fetchone()[0]


class TestWieZietEenConcept:
    @pytest.mark.parametrize(("gepubliceerd", "ziet_partner"), [(False, 0), (True, 1)])
    def test_alleen_de_eigen_organisatie_tot_het_gepubliceerd_is(
        self, gebied, concept, vdab, partner, jobhunter, gepubliceerd, ziet_partner
    ):
        """Also in raw SQL, past every manager."""
        if gepubliceerd:
            services.behoefte_publiceren(behoefte=concept, vandaag=VANDAAG, door=jobhunter)

        assert _aantal_in_sql(gebied, [vdab.pk]) == 1
        assert _aantal_in_sql(gebied, [partner.pk]) == ziet_partner
        with gebied_context(gebied, lid_van=[partner.pk]):
            assert Behoefte.objects.count() == ziet_partner

    def test_een_ander_wijzigt_ook_een_gepubliceerde_niet(self, behoefte, bij_partner):
        with pytest.raises(DomainError, match="is van VDAB"):
            services.behoefte_bijwerken(behoefte=behoefte, gegevens=VACATURE, door=bij_partner)

    def test_zonder_functie_wordt_niets_gepubliceerd(self, alle, vdab, jobhunter):
        leeg = BehoefteGegevens(soort=Behoeftesoort.VACATURE)

        with pytest.raises(DomainError, match="Vul eerst de functie in"):
            services.behoefte_noteren_en_publiceren(
                werkgever=WerkgeverFactory(), eigenaar=vdab, gegevens=leeg, vandaag=VANDAAG, door=jobhunter
            )
        assert not Behoefte.objects.exists()


class TestOvergangen:
    @pytest.mark.parametrize("van", B)
    @pytest.mark.parametrize("naar", B)
    def test_alleen_wat_de_tabel_toelaat(self, van, naar):
        if naar in BEHOEFTE[van]:
            check_behoefte(van, naar)
        else:
            with pytest.raises(DomainError, match="wordt niet"):
                check_behoefte(van, naar)

    def test_een_concept_kan_alleen_open_worden(self):
        assert BEHOEFTE[B.CONCEPT] == {B.OPEN}

    def test_ingetrokken_is_het_einde_van_een_doorverwijzing(self):
        assert not DOORVERWIJZING[A.INGETROKKEN]
        with pytest.raises(DomainError):
            check_doorverwijzing(A.INGETROKKEN, A.OPGENOMEN)


class TestLadder:
    @pytest.mark.parametrize(
        ("soort", "dag", "trap"),
        [
            ("VACATURE", 0, 0),
            ("VACATURE", 2, 0),
            ("VACATURE", 3, 1),
            ("VACATURE", 6, 1),
            ("VACATURE", 7, 2),
            ("VACATURE", 13, 2),
            ("VACATURE", 14, 3),
            ("VACATURE", 60, 3),
            ("STAGEPLAATS", 4, 0),
            ("STAGEPLAATS", 5, 1),
            ("STAGEPLAATS", 9, 1),
            ("STAGEPLAATS", 10, 2),
            ("STAGEPLAATS", 21, 3),
        ],
    )
    def test_welke_trap_op_welke_dag(self, gebied, soort, dag, trap):
        assert ladder_voor(soort, op=VANDAAG).trap(dag) == trap

    @pytest.mark.parametrize(("dag", "wie"), [(3, set()), (7, {"VDAB"}), (14, {"VDAB", "regie"})])
    def test_wie_hoort_het(self, gevraagd, regieverband, vdab, dag, wie):
        behoeften_opvolgen(VANDAAG + timedelta(days=dag))

        gevraagd.refresh_from_db()
        namen = {vdab.pk: "VDAB", regieverband.pk: "regie"}
        gemeld = Opvolging.objects.filter(titel__contains="antwoordt al")
        assert {namen[rij.organisatie_id] for rij in gemeld} == wie
        assert gevraagd.herinnerd_op == VANDAAG + timedelta(days=dag)

    def test_elke_trap_maar_een_keer(self, gevraagd):
        for _ in range(2):
            behoeften_opvolgen(VANDAAG + timedelta(days=3))
        behoeften_opvolgen(VANDAAG + timedelta(days=5))

        gevraagd.refresh_from_db()
        assert (gevraagd.trap, gevraagd.herinnerd_op) == (1, VANDAAG + timedelta(days=3))

    def test_een_antwoord_stopt_de_ladder(self, gevraagd, bij_partner):
        behoeften_opvolgen(VANDAAG + timedelta(days=7))
        _antwoord(gevraagd, bij_partner, A.OPGENOMEN, dagen=8)
        behoeften_opvolgen(VANDAAG + timedelta(days=20))

        gevraagd.refresh_from_db()
        assert gevraagd.trap == 2
        open_ = Opvolging.objects.filter(klaar_op=None, soort=Opvolgingsoort.BEHOEFTE)
        assert {rij.sleutel.split(":", 2)[2] for rij in open_} == {"terug:opgenomen", "resultaat"}

    def test_met_mail_krijgt_de_contactpersoon_een_nieuwe_link(
        self, behoefte, partner, jobhunter, django_capture_on_commit_callbacks
    ):
        contact = ContactpersoonFactory(organisatie=partner, email="an@gtb.example")
        behoefte_doorverwijzen(
            behoefte=behoefte, aan=[(partner, contact)], vraag="", mailen=True, door=jobhunter, vandaag=VANDAAG
        )

        with django_capture_on_commit_callbacks(execute=True):
            behoeften_opvolgen(VANDAAG + timedelta(days=3))

        eerste, tweede = mail.outbox
        assert tweede.subject.startswith("Herinnering")
        assert {eerste.to[0], tweede.to[0]} == {"an@gtb.example"}

    def test_na_de_laatste_dag_vervalt_ze(self, behoefte):
        behoeften_opvolgen(behoefte.geldig_tot)
        assert Behoefte.objects.get().status == B.OPEN

        behoeften_opvolgen(behoefte.geldig_tot + timedelta(days=1))
        assert Behoefte.objects.get().status == B.VERVALLEN


class TestAntwoord:
    @pytest.mark.parametrize(
        ("antwoord", "meer", "status", "ingevuld"),
        [
            (A.OPGENOMEN, {}, B.TOEGEWEZEN, 0),
            (A.NIET_VOOR_ONS, {"reden": "GEEN_CAPACITEIT"}, B.OPEN, 0),
            (A.OPGELOST, {"aantal": 1}, B.OPEN, 1),
            (A.OPGELOST, {"aantal": 2}, B.INGEVULD, 2),
        ],
    )
    def test_de_behoefte_volgt_het_antwoord(self, gevraagd, bij_partner, antwoord, meer, status, ingevuld):
        _antwoord(gevraagd, bij_partner, antwoord, **meer)

        behoefte = Behoefte.objects.get()
        assert (behoefte.status, behoefte.aantal_ingevuld) == (status, ingevuld)

    def test_tijd_tot_ingevuld(self, gevraagd, bij_partner):
        _antwoord(gevraagd, bij_partner, A.OPGELOST, aantal=2, dagen=12)

        assert Behoefte.objects.get().dagen_tot_ingevuld == 12
        assert selectors.cijfers(vanaf=VANDAAG).dagen == 12

    @pytest.mark.parametrize("antwoord", [A.NIET_VOOR_ONS, A.NIET_OPGELOST])
    def test_nee_vraagt_een_reden(self, gevraagd, bij_partner, antwoord):
        with pytest.raises(DomainError, match="Kies een reden"):
            _antwoord(gevraagd, bij_partner, antwoord)

    def test_niet_meer_ingevuld_dan_gevraagd(self, gevraagd, bij_partner):
        with pytest.raises(DomainError, match="tussen 1 en 2"):
            _antwoord(gevraagd, bij_partner, A.OPGELOST, aantal=3)

    def test_alleen_wie_gevraagd_is_antwoordt(self, gevraagd, jobhunter):
        with pytest.raises(DomainError, match="Alleen GTB"):
            _antwoord(gevraagd, jobhunter, A.OPGENOMEN)

    def test_niet_twee_keer_naar_dezelfde_tot_ze_ingetrokken_is(self, gevraagd, behoefte, partner, jobhunter):
        wat = {"behoefte": behoefte, "aan": [(partner, None)], "vraag": "", "mailen": False, "door": jobhunter}
        with pytest.raises(DomainError, match="kreeg deze behoefte al"):
            behoefte_doorverwijzen(**wat, vandaag=VANDAAG)

        doorverwijzing_intrekken(doorverwijzing=gevraagd, nu=gevraagd.created_at, vandaag=VANDAAG, door=jobhunter)
        assert behoefte_doorverwijzen(**wat, vandaag=VANDAAG)


class TestVoordracht:
    def test_aangenomen_en_gemeld_telt_nooit_dubbel(self, gevraagd, behoefte, partner, bij_partner):
        voordracht = voordracht_toevoegen(behoefte=behoefte, organisatie=partner, datum=VANDAAG, door=bij_partner)
        voordracht_uitkomst(
            voordracht=voordracht,
            uitkomst=Voordrachtuitkomst.AANGENOMEN,
            reden="",
            vandaag=VANDAAG,
            door=bij_partner,
        )
        _antwoord(gevraagd, bij_partner, A.OPGELOST, aantal=1)

        assert Behoefte.objects.get().aantal_ingevuld == 1

    def test_kent_geen_enkel_veld_voor_een_naam_of_dossier(self, behoefte, partner, bij_partner):
        voordracht_toevoegen(behoefte=behoefte, organisatie=partner, datum=VANDAAG, door=bij_partner)

        velden = {veld.name for veld in Voordracht._meta.get_fields()}
        assert velden == {
            "id", "gebied", "behoefte", "organisatie", "referentie", "datum", "uitkomst", "reden", "uitkomst_op",
            "door", "created_at",
        }  # fmt: skip
        assert Voordracht.objects.get().referentie.startswith("K-")


class TestRouting:
    def test_wie_de_dienst_daar_biedt_komt_eerst(self, gebied, alle, jobhunter, vdab):
        gent = OrganisatieFactory(gebied=gebied, naam="Overal vzw")
        hier = OrganisatieFactory(gebied=gebied, naam="Hier vzw")
        OrganisatieFactory(gebied=gebied, naam="Past niet vzw")
        werkgever = WerkgeverFactory(gemeente_id="31005")
        for organisatie, waar in ((gent, []), (hier, ["31005"])):
            Dienstaanbod.objects.create(
                organisatie=organisatie, dienst=Dienst.TOELEIDING, gemeenten=waar, van=date(2026, 1, 1)
            )
        behoefte = services.behoefte_noteren(werkgever=werkgever, eigenaar=vdab, gegevens=VACATURE, door=jobhunter)

        gevonden = voorstellen(behoefte, vandaag=VANDAAG)

        assert [v.organisatie.naam for v in gevonden][:2] == ["Hier vzw", "Overal vzw"]
        assert "Past niet vzw" not in [v.organisatie.naam for v in gevonden]
        assert gevonden[0].redenen == ("biedt in Brugge aan: toeleiding van kandidaten",)

    def test_een_dienst_die_stopte_telt_niet_meer(self, gebied, concept):
        vroeger = OrganisatieFactory(gebied=gebied)
        Dienstaanbod.objects.create(
            organisatie=vroeger, dienst=Dienst.TOELEIDING, van=date(2025, 1, 1), tot=date(2026, 11, 22)
        )

        assert vroeger not in [v.organisatie for v in voorstellen(concept, vandaag=VANDAAG)]


class TestStageplaats:
    def test_bij_een_lokaal_bestuur_krijgt_het_een_kaart(self, gebied, alle, vdab, jobhunter):
        stad = OrganisatieFactory(gebied=gebied, naam="Stad", type=OrganisatieType.GEMEENTE)
        gegevens = BehoefteGegevens(soort=Behoeftesoort.STAGEPLAATS, functie="Stage", aantal=3)
        for _ in range(2):
            services.stageplaats_noteren(
                organisatie=stad, eigenaar=vdab, gegevens=gegevens, door=jobhunter, vandaag=VANDAAG
            )

        rijen = list(stageplaatsen(VANDAAG))
        assert {rij.werkgever.organisatie for rij in rijen} == {stad}
        assert [(rij.plaatsen, rij.bezet, rij.vrij) for rij in per_gemeente(rijen)] == [(6, 0, 6)]


class TestJobontwerp:
    @pytest.mark.parametrize(("uren", "klopt"), [("7.5", True), ("8", False)])
    def test_de_uren_moeten_kloppen(self, alle, vdab, jobhunter, uren, klopt):
        taken = (
            Jobtaak("Rekken vullen", Decimal(5), afsplitsen=True),
            Jobtaak("Folie persen", Decimal("2.5"), afsplitsen=True),
            Jobtaak("Kassa", Decimal(20)),
        )
        ontwerp = jobontwerp_maken(
            werkgever=WerkgeverFactory(),
            eigenaar=vdab,
            gegevens=JobontwerpGegevens(functie="Assistent", uren=Decimal(uren), taken=taken),
            door=jobhunter,
        )

        assert ontwerp.klopt == klopt
        if klopt:
            behoefte = behoefte_uit_jobontwerp(jobontwerp=ontwerp, door=jobhunter)
            assert (behoefte.functie, behoefte.uren, behoefte.status) == ("Assistent", Decimal("7.5"), B.CONCEPT)
        else:
            with pytest.raises(DomainError, match="samen 7,5 uur per week"):
                behoefte_uit_jobontwerp(jobontwerp=ontwerp, door=jobhunter)


class TestPaginas:
    def test_de_lijst_blijft_binnen_het_budget(self, client, gevraagd, gebied, vdab, django_assert_max_num_queries):
        client.force_login(LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER).user)

        with django_assert_max_num_queries(16):
            antwoord = client.get(reverse("werkgevers:behoeften", args=[gebied.slug]))

        assert "Inpakker" in antwoord.content.decode()

    def test_noteren_publiceren_en_doorverwijzen(self, client, gebied, vdab, partner):
        client.force_login(LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER).user)
        werkgever = WerkgeverFactory()
        adres = reverse("werkgevers:behoefte_noteren", args=[gebied.slug, werkgever.pk])

        zonder = client.post(adres, {"soort": "VACATURE", "aantal": 1})
        gelukt = client.post(adres, {"soort": "VACATURE", "aantal": 1, "functie": "Inpakker"})
        behoefte = Behoefte.objects.get()
        doorverwezen = client.post(
            reverse("werkgevers:behoefte_doorverwijzen", args=[gebied.slug, behoefte.pk]),
            {"organisaties": [partner.pk], "hoe": "link"},
        )

        assert (zonder.status_code, gelukt.status_code, doorverwezen.status_code) == (422, 302, 200)
        assert behoefte.doorverwijzingen.get().organisatie == Organisatie.objects.get(pk=partner.pk)

    def test_antwoorden_met_een_link(self, client, behoefte, partner, jobhunter):
        contact = ContactpersoonFactory(organisatie=partner)
        verzonden = behoefte_doorverwijzen(
            behoefte=behoefte,
            aan=[(partner, contact)],
            vraag="",
            mailen=False,
            door=jobhunter,
            vandaag=timezone.localdate(),
        )
        adres = "/" + verzonden[0].adres.split("/", 3)[3]

        pagina = client.get(adres)
        antwoord = client.post(adres, {"antwoord": "OPGENOMEN", "naam": "An"})

        assert behoefte.werkgever.naam in pagina.content.decode()
        assert antwoord.status_code == 302
        assert Behoefte.objects.get().status == B.TOEGEWEZEN
