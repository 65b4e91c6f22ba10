"""The figures of the employer approach against small worlds counted by hand."""

from datetime import date, timedelta

import pytest

from partners.models import Behoefte, Contactmoment, Tevredenheid
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.werkgevers import Contact, contacten_per_organisatie, dubbele, feiten, werkgevertegels
from regie.core.http import gebied_url
from regie.core.models.organisatie import OrganisatieType
from tests.factories import OrganisatieFactory, UserFactory
from tests.factories.partners import WerkgeverFactory

NOVEMBER = Periode.maand(2026, 11)
PEILDATUM = date(2026, 11, 23)
DAG = date(2026, 11, 10)


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type=OrganisatieType.VDAB)


@pytest.fixture
def contact(db):
    door = UserFactory()

    def maak(werkgever, organisatie, datum=DAG, **anders):
        vast = {"kanaal": "TELEFOON", "doel": "VACATURE", "resultaat": "INTERESSE", "door": door}
        return Contactmoment.objects.create(
            werkgever=werkgever, organisatie=organisatie, datum=datum, **{**vast, **anders}
        )

    return maak


@pytest.fixture
def behoefte(ocmw):
    door = UserFactory()

    def maak(aantal=1, ingevuld=0, **anders):
        vast = {
            "soort": "VACATURE",
            "status": "INGEVULD" if anders.get("ingevuld_op") else "OPEN",
            "gedeeld": True,
            "gepubliceerd_op": DAG,
        }
        return Behoefte.objects.create(
            eigenaar=ocmw,
            werkgever=WerkgeverFactory(),
            aantal=aantal,
            aantal_ingevuld=ingevuld,
            door=door,
            **{**vast, **anders},
        )

    return maak


def tegels(periode=NOVEMBER, peildatum=PEILDATUM):
    gemaakt = werkgevertegels(feiten(periode, peildatum), None, peildatum=peildatum, dan="", is_onaf=False)
    return {tegel.code: tegel.getal.getoond for tegel in gemaakt}


class TestDubbel:
    @pytest.mark.parametrize(
        ("dagen_ervoor", "andere_organisatie", "is_dubbel"),
        [(0, True, True), (30, True, True), (31, True, False), (1, False, False)],
    )
    def test_een_eerder_contact_op_de_grens(self, dagen_ervoor, andere_organisatie, is_dubbel):
        eerste = Contact("w", 2 if andere_organisatie else 1, DAG - timedelta(days=dagen_ervoor), bereikt=True)
        tweede = Contact("w", 1, DAG, bereikt=True)

        assert bool(dubbele([tweede], [eerste, tweede], 30)) == is_dubbel

    def test_een_andere_werkgever_telt_niet(self):
        een, ander = Contact("w", 2, DAG, bereikt=True), Contact("x", 1, DAG, bereikt=True)

        assert dubbele([een, ander], [een, ander], 30) == []

    def test_alleen_wie_na_een_ander_kwam_telt(self):
        een, ander = Contact("w", 2, DAG, bereikt=True), Contact("w", 1, DAG, bereikt=True)

        assert dubbele([een, ander], [een, ander], 30) == [ander]


class TestFeiten:
    def test_telt_bereikt_en_dubbel(self, ocmw, vdab, contact):
        bakker, bouw = WerkgeverFactory(), WerkgeverFactory()
        contact(bakker, vdab, date(2026, 10, 30))  # before the period, within 30 days
        contact(bakker, ocmw)
        contact(bakker, ocmw, date(2026, 11, 20))
        contact(bouw, ocmw, resultaat="NIET_BEREIKT")

        feit = feiten(NOVEMBER, PEILDATUM)

        assert (len(feit.contacten), feit.bereikt, len(feit.dubbel)) == (3, 1, 2)

    def test_een_ingetrokken_contact_telt_niet(self, ocmw, contact, vandaag):
        contact(WerkgeverFactory(), ocmw, ingetrokken_op="2026-11-11T10:00Z")

        assert feiten(NOVEMBER, PEILDATUM).contacten == ()

    def test_plaatsen_van_wat_in_de_periode_gedeeld_is(self, behoefte):
        behoefte(aantal=8, ingevuld=6, jobcarving=True)
        behoefte(aantal=4, ingevuld=4, ingevuld_op=date(2026, 11, 18))
        behoefte(aantal=9, gepubliceerd_op=date(2026, 10, 31))
        behoefte(soort="PREMIES")
        behoefte(status="CONCEPT", gedeeld=False, gepubliceerd_op=None)

        feit = feiten(NOVEMBER, PEILDATUM)

        assert (feit.plaatsen, feit.ingevuld, feit.met_jobontwerp, feit.dagen) == (12, 10, 6, (8,))
        assert tegels()["plaatsen_ingevuld"] == "10"

    def test_per_organisatie_met_een_totaal_zonder_dubbeltelling(self, ocmw, vdab, contact):
        bakker = WerkgeverFactory()
        contact(bakker, vdab)
        contact(bakker, ocmw)

        tabel = contacten_per_organisatie(feiten(NOVEMBER, PEILDATUM), periode=NOVEMBER, peildatum=PEILDATUM)

        assert {rij.label: [cel.waarde for cel in rij.cellen] for rij in tabel.rijen} == {
            ocmw.naam: [1, 1, 1],
            "VDAB Brugge": [1, 1, 0],
            "Regio": [2, 1, 1],
        }


class TestKleineAantallen:
    @pytest.mark.parametrize(("ingevuld", "getoond"), [(0, "0"), (1, "< 5"), (4, "< 5"), (5, "5")])
    def test_ingevulde_plaatsen_zijn_mensen(self, ingevuld, getoond, behoefte):
        behoefte(aantal=20, ingevuld=ingevuld)

        assert tegels()["plaatsen_ingevuld"] == getoond
        assert tegels()["plaatsen_gevraagd"] == "20"

    @pytest.mark.parametrize(("aantal", "getoond"), [(4, "–"), (5, "4,0")])
    def test_tevredenheid_vanaf_vijf_scores(self, aantal, getoond, ocmw):
        for _ in range(aantal):
            Tevredenheid.objects.create(
                werkgever=WerkgeverFactory(), organisatie=ocmw, datum=DAG, over="SAMENWERKING", score=4
            )

        assert tegels()["werkgevers_tevreden"] == getoond

    def test_tijd_tot_ingevuld_is_het_midden_van_minstens_vijf(self, behoefte):
        for dagen in (1, 2, 3, 40):
            behoefte(ingevuld=1, gepubliceerd_op=DAG - timedelta(days=dagen), ingevuld_op=DAG)
        assert tegels()["tijd_tot_ingevuld"] == "–"

        behoefte(ingevuld=1, gepubliceerd_op=DAG - timedelta(days=5), ingevuld_op=DAG)

        assert tegels()["tijd_tot_ingevuld"] == "3 dagen"


class TestPagina:
    def test_elk_cijfer_leidt_naar_zijn_definitie(self, als_regisseur, ocmw, contact):
        contact(WerkgeverFactory(), ocmw)

        pagina = als_regisseur.get(gebied_url("rapportage:werkgevercijfers"), {"periode": "2026-11"}).text

        for code in ("werkgevers_bereikt", "contacten_dubbel", "plaatsen_ingevuld", "tijd_tot_ingevuld"):
            assert f"#{code}" in pagina

    def test_een_onzinnige_periode_wordt_gezegd(self, als_regisseur):
        antwoord = als_regisseur.get(gebied_url("rapportage:werkgevercijfers"), {"periode": "ooit"})

        assert antwoord.status_code == 200
        assert "Je ziet nu" in antwoord.text

    def test_hetzelfde_als_excel_en_pdf(self, als_regisseur):
        excel = als_regisseur.get(gebied_url("rapportage:werkgevercijfers-excel"), {"periode": "2026-Q3"})
        pdf = als_regisseur.get(gebied_url("rapportage:werkgevercijfers-pdf"), {"periode": "2026-Q3"})

        assert excel.content[:2] == b"PK"
        assert pdf.content[:5] == b"%PDF-"
        assert "2026-Q3.pdf" in pdf.headers["Content-Disposition"]

    def test_weinig_queries(self, als_regisseur, ocmw, contact, django_assert_max_num_queries):
        for _ in range(20):
            contact(WerkgeverFactory(), ocmw)

        with django_assert_max_num_queries(30):
            als_regisseur.get(gebied_url("rapportage:werkgevercijfers"), {"periode": "2026-11"})
