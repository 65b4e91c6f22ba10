"""Agreements: their state, who sees a draft, signing, renewing, giving notice and the reminders."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import (
    Evaluatieoverleg,
    Opvolging,
    Overeenkomst,
    Overeenkomstdoel,
    Overeenkomstpartij,
)
from partners.selectors import overeenkomsten as selectors
from partners.selectors.overeenkomsten import S
from partners.services import overeenkomst_delen as delen
from partners.services import overeenkomsten as services
from partners.services.overeenkomsten import OvereenkomstGegevens
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models.organisatie import OrganisatieType
from regie.core.tenancy import gebied_context
from tests.factories import OrganisatieFactory, WerkgeverFactory
from tests.rijen import rij_van

D = date
NU = D(2026, 11, 23)
GETEKEND, ONGETEKEND = SimpleNamespace(getekend_op=D(2026, 1, 1)), SimpleNamespace(getekend_op=None)


@pytest.fixture
def scope(gebied, regieverband):
    with gebied_context(gebied, lid_van=[regieverband.pk]):
        yield gebied


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type=OrganisatieType.VDAB)


@pytest.fixture
def concept(scope, regieverband, vdab, toegang_regisseur):
    return services.overeenkomst_toevoegen(
        gegevens=OvereenkomstGegevens(
            soort="VDAB_SAMENWERKING",
            titel="Samen sterk",
            van=D(2025, 1, 1),
            tot=D(2026, 12, 31),
            opzegtermijn=3,
            domeinen=["DOORVERWIJZING"],
        ),
        eigenaar=regieverband,
        tegenpartij=vdab,
        door=toegang_regisseur,
    )


@pytest.fixture
def wie(toegang_regisseur):
    return {"door": toegang_regisseur, "vandaag": NU}


@pytest.fixture
def verstuurd(concept, wie):
    return services.overeenkomst_versturen(overeenkomst=concept, **wie)


@pytest.fixture
def getekend(verstuurd, wie):
    for partij in verstuurd.partijen.all():
        delen.partij_bijwerken(
            partij=partij, ondertekenaar="Directeur", getekend_op=D(2024, 12, 1), contactpersoon=None, **wie
        )
    return verstuurd


class TestStatus:
    @pytest.mark.parametrize(
        ("velden", "partijen", "verwacht"),
        [
            ({"gedeeld": False}, [GETEKEND, GETEKEND], S.CONCEPT),
            ({}, [GETEKEND, ONGETEKEND], S.TER_ONDERTEKENING),
            ({}, [GETEKEND], S.TER_ONDERTEKENING),
            ({}, [GETEKEND, GETEKEND], S.LOPEND),
            ({"van": D(2026, 11, 24)}, [GETEKEND, GETEKEND], S.START_LATER),
            ({"van": NU}, [GETEKEND, GETEKEND], S.LOPEND),
            ({"tot": D(2027, 3, 24)}, [GETEKEND, GETEKEND], S.LOPEND),
            ({"tot": D(2027, 3, 23)}, [GETEKEND, GETEKEND], S.LOOPT_AF),
            ({"tot": NU}, [GETEKEND, GETEKEND], S.LOOPT_AF),
            ({"tot": D(2026, 11, 22)}, [GETEKEND, GETEKEND], S.VERLOPEN),
            ({"tot": D(2026, 11, 22)}, [GETEKEND, ONGETEKEND], S.VERLOPEN),
            ({"opgezegd_op": D(2026, 10, 1)}, [GETEKEND, GETEKEND], S.OPGEZEGD),
        ],
    )
    def test_volgt_uit_datums_en_handtekeningen(self, velden, partijen, verwacht):
        basis = {"gedeeld": True, "van": D(2026, 1, 1), "tot": None, "opgezegd_op": None}
        overeenkomst = SimpleNamespace(**{**basis, **velden})

        assert selectors.status_van(overeenkomst, partijen, vandaag=NU, afloop=120) == verwacht

    def test_een_opgezegde_is_van_kracht_tot_haar_laatste_dag(self, getekend, wie):
        services.overeenkomst_opzeggen(
            overeenkomst=getekend, op=D(2026, 9, 1), tegen=D(2026, 12, 1), reden="andere afspraken", **wie
        )
        rij = Overeenkomst.objects.compleet().get()

        assert selectors.regel_van(rij, vandaag=D(2026, 12, 1)).in_voege
        assert not selectors.regel_van(rij, vandaag=D(2026, 12, 2)).in_voege


class TestConcept:
    def test_een_ander_huis_ziet_er_niets_van(self, concept, gebied, ocmw, regieverband, wie):
        delen.doel_bewaren(
            overeenkomst=concept, doel=None, titel="x", eenheid="", streefwaarde=1, stand=None, stand_op=None, **wie
        )
        delen.evaluatie_bewaren(
            overeenkomst=concept, evaluatie=None, datum=D(2027, 1, 1), gehouden=False, verslag="", **wie
        )
        modellen = (Overeenkomst, Overeenkomstpartij, Overeenkomstdoel, Evaluatieoverleg)

        with gebied_context(gebied, [ocmw.pk]):
            assert [m.objects.count() for m in modellen] == [0, 0, 0, 0]
            with connection.cursor() as cursor:  # the database itself says no, whatever the code asks
                cursor.execute("SELECT count(*) FROM partners_overeenkomstpartij")
                assert cursor.fetchone() == (0,)

        services.overeenkomst_versturen(overeenkomst=concept, **wie)
        with gebied_context(gebied, [ocmw.pk]):
            assert [m.objects.count() for m in modellen] == [1, 2, 1, 1]

    def test_vraagt_nog_niets_van_iemand(self, concept):
        assert not Opvolging.objects.exists()

    def test_een_handtekening_kan_pas_na_het_versturen(self, concept, wie):
        with pytest.raises(DomainError, match="concept"):
            delen.partij_bijwerken(
                partij=concept.partijen.first(), ondertekenaar="", getekend_op=NU, contactpersoon=None, **wie
            )

    def test_wissen_kan_alleen_als_concept(self, verstuurd, wie):
        with pytest.raises(DomainError, match="verstuurd"):
            services.overeenkomst_wissen(overeenkomst=verstuurd, **wie)

    def test_voor_een_ander_huis_kun_je_er_geen_maken(self, scope, ocmw, vdab, toegang_regisseur):
        with pytest.raises(DomainError, match="waar je bij hoort"):
            services.overeenkomst_toevoegen(
                gegevens=OvereenkomstGegevens(soort="ANDER", titel="x", van=NU),
                eigenaar=ocmw,
                tegenpartij=vdab,
                door=toegang_regisseur,
            )


class TestVersturen:
    @pytest.mark.parametrize(
        ("soort", "zin"), [("VDAB_SAMENWERKING", "VDAB is geen partij"), ("RAAM_GEBRUIKER", "gebruiker van art. 60")]
    )
    def test_vraagt_de_juiste_partijen(self, soort, zin, concept, gebied, wie):
        Overeenkomst.objects.update(soort=soort)
        concept.partijen.filter(organisatie__type="VDAB").update(organisatie=OrganisatieFactory(gebied=gebied))

        with pytest.raises(DomainError, match=zin):
            services.overeenkomst_versturen(overeenkomst=concept, **wie)

    def test_terugtrekken_kan_tot_iemand_tekende(self, verstuurd, wie):
        terug = services.overeenkomst_terugtrekken(overeenkomst=verstuurd, **wie)
        assert (terug.gedeeld, terug.verstuurd_op, terug.partijen.filter(gedeeld=True).count()) == (False, None, 0)

        services.overeenkomst_versturen(overeenkomst=terug, **wie)
        delen.partij_bijwerken(
            partij=terug.partijen.first(), ondertekenaar="", getekend_op=NU, contactpersoon=None, **wie
        )
        with pytest.raises(DomainError, match="al getekend"):
            services.overeenkomst_terugtrekken(overeenkomst=terug, **wie)


class TestHerinneringen:
    def _open(self):
        return {o.sleutel.split(":")[-1]: o.datum for o in Opvolging.objects.filter(klaar_op=None)}

    def test_elk_op_zijn_dag_volgens_de_parameters(self, verstuurd):
        assert self._open() == {
            "einde": D(2026, 10, 2),  # 90 days before 31/12/2026
            "opzeg": D(2026, 8, 31),  # 30 days before 30/09/2026
            "handtekening": D(2026, 12, 14),  # 21 days after it was sent
        }

    def test_wie_tekent_sluit_de_herinnering(self, getekend):
        assert set(self._open()) == {"einde", "opzeg"}

    def test_een_opzeg_sluit_alles_en_intrekken_heropent(self, getekend, wie):
        services.overeenkomst_opzeggen(
            overeenkomst=getekend, op=D(2026, 9, 1), tegen=D(2026, 12, 1), reden="andere afspraken", **wie
        )
        assert self._open() == {}

        opgezegd = services.opzeg_intrekken(overeenkomst=getekend, **wie)
        assert opgezegd.opgezegd_tegen is None

    def test_een_evaluatie_tot_ze_gehouden_is(self, getekend, wie):
        delen.evaluatie_bewaren(
            overeenkomst=getekend, evaluatie=None, datum=D(2026, 11, 20), gehouden=False, verslag="", **wie
        )
        evaluatie = Evaluatieoverleg.objects.get()
        assert self._open()[str(evaluatie.pk)] == D(2026, 10, 30)

        delen.evaluatie_bewaren(
            overeenkomst=getekend, evaluatie=evaluatie, datum=D(2026, 11, 20), gehouden=True, verslag="Goed", **wie
        )
        assert str(evaluatie.pk) not in self._open()


class TestOpzeggen:
    def test_respecteert_de_opzegtermijn(self, getekend, wie):
        Overeenkomst.objects.update(tot=None)

        with pytest.raises(DomainError, match="23/02/2027"):
            services.overeenkomst_opzeggen(overeenkomst=getekend, op=NU, tegen=D(2027, 2, 22), reden="stop", **wie)

        weg = services.overeenkomst_opzeggen(overeenkomst=getekend, op=NU, tegen=D(2027, 2, 23), reden="stop", **wie)
        assert weg.opgezegd_tegen == D(2027, 2, 23)

    @pytest.mark.parametrize(
        ("op", "tegen", "zin"),
        [(D(2026, 11, 24), D(2026, 12, 31), "toekomst"), (D(2026, 9, 1), D(2027, 1, 1), "eindigt zelf al")],
    )
    def test_weigert_wat_niet_kan(self, op, tegen, zin, getekend, wie):
        with pytest.raises(DomainError, match=zin):
            services.overeenkomst_opzeggen(overeenkomst=getekend, op=op, tegen=tegen, reden="stop", **wie)


class TestVernieuwen:
    def test_sluit_aan_en_neemt_alles_mee_behalve_wat_getekend_of_gemeten_is(self, getekend, wie):
        delen.doel_bewaren(
            overeenkomst=getekend,
            doel=None,
            titel="Doorverwezen",
            eenheid="personen",
            streefwaarde=120,
            stand=80,
            stand_op=None,
            **wie,
        )
        delen.evaluatie_bewaren(
            overeenkomst=getekend, evaluatie=None, datum=D(2026, 3, 31), gehouden=True, verslag="Goed", **wie
        )

        nieuw = services.overeenkomst_vernieuwen(overeenkomst=getekend, **wie)

        assert (nieuw.van, nieuw.tot, nieuw.vorige, nieuw.gedeeld) == (D(2027, 1, 1), D(2028, 12, 31), getekend, False)
        assert nieuw.domeinen == ["DOORVERWIJZING"]
        assert [p.getekend_op for p in nieuw.partijen.all()] == [None, None]
        doel = nieuw.doelen.get()
        assert (doel.streefwaarde, doel.stand) == (120, None)
        evaluatie = nieuw.evaluaties.get()
        assert (evaluatie.datum, evaluatie.gehouden, evaluatie.verslag) == (D(2028, 3, 31), False, "")

    @pytest.mark.parametrize(
        ("van", "tot", "nieuw"),
        [
            (D(2026, 1, 1), D(2026, 12, 31), (D(2027, 1, 1), D(2027, 12, 31))),
            (D(2023, 3, 1), D(2024, 2, 29), (D(2024, 3, 1), D(2025, 2, 28))),
            (D(2026, 1, 1), D(2026, 1, 10), (D(2026, 1, 11), D(2026, 1, 20))),
        ],
    )
    def test_is_even_lang_als_de_vorige(self, van, tot, nieuw, getekend, wie):
        Overeenkomst.objects.update(van=van, tot=tot)

        opvolger = services.overeenkomst_vernieuwen(overeenkomst=getekend, **wie)

        assert (opvolger.van, opvolger.tot) == nieuw

    def test_kan_maar_een_keer_en_niet_zonder_einde(self, getekend, wie):
        services.overeenkomst_vernieuwen(overeenkomst=getekend, **wie)
        with pytest.raises(DomainError, match="al een nieuwe versie"):
            services.overeenkomst_vernieuwen(overeenkomst=getekend, **wie)

        Overeenkomst.objects.filter(vorige=None).update(tot=None)
        with pytest.raises(DomainError, match="geen einde"):
            services.overeenkomst_vernieuwen(overeenkomst=getekend, **wie)


class TestOverzicht:
    def test_zegt_welk_bestuur_een_vdab_overeenkomst_heeft(self, getekend, ocmw, ander_ocmw, wie):
        delen.partij_toevoegen(overeenkomst=getekend, organisatie=ocmw, ondertekenaar="", **wie)
        regels = selectors.overeenkomsten(vandaag=NU)
        stand = {s.organisatie: s.in_orde for s in selectors.overzicht(regels, vandaag=NU).vdab}
        assert stand == {ocmw: False, ander_ocmw: False}  # not signed by all yet

        Overeenkomstpartij.objects.update(getekend_op=D(2024, 12, 1))
        overzicht = selectors.overzicht(selectors.overeenkomsten(vandaag=NU), vandaag=NU)
        assert {s.organisatie: s.in_orde for s in overzicht.vdab} == {ocmw: True, ander_ocmw: False}
        assert overzicht.zonder_vdab == 1
        assert [r.overeenkomst for r in overzicht.eindes] == [getekend]


class TestPaginas:
    def test_van_concept_tot_getekend(self, als_regisseur, regieverband, vdab, scope):
        antwoord = als_regisseur.post(
            gebied_url("partners:overeenkomst_toevoegen"),
            {
                "soort": "VDAB_SAMENWERKING",
                "titel": "Samen sterk",
                "eigenaar": regieverband.pk,
                "tegenpartij": vdab.pk,
                "van": "01/01/2026",
                "tot": "",
                "domeinen": ["ELK_TALENT"],
            },
        )
        overeenkomst = Overeenkomst.objects.get()
        assert antwoord.headers["Location"] == gebied_url("partners:overeenkomst", overeenkomst.pk)
        assert "alleen" in als_regisseur.get(antwoord.headers["Location"]).text

        als_regisseur.post(gebied_url("partners:overeenkomst_versturen", overeenkomst.pk))
        for partij in overeenkomst.partijen.all():
            als_regisseur.post(
                gebied_url("partners:partij_bijwerken", partij.pk),
                {"ondertekenaar": "An Peeters, directeur", "getekend_op": "02/01/2026"},
            )

        pagina = als_regisseur.get(antwoord.headers["Location"]).text
        assert "lopend" in pagina
        assert "Elk talent telt" in pagina

    def test_een_trajectbegeleider_leest_zonder_knoppen(self, als_begeleider, getekend):
        pagina = als_begeleider.get(gebied_url("partners:overeenkomst", getekend.pk)).text

        assert "Samen sterk" in pagina
        assert "Opzeggen</a>" not in pagina

    def test_een_fout_einde_blijft_in_het_formulier(self, als_regisseur, getekend):
        antwoord = als_regisseur.post(
            gebied_url("partners:overeenkomst_bijwerken", getekend.pk),
            {"soort": "ANDER", "titel": "Samen sterk", "van": "01/01/2026", "tot": "01/01/2025"},
        )

        assert antwoord.status_code == 422
        assert "De laatste dag ligt voor de eerste." in antwoord.text
        assert "01/01/2025" in antwoord.text

    def test_lijst_vraagt_evenveel_bij_1_als_bij_30(self, als_regisseur, getekend, regieverband):
        def tel():
            with CaptureQueriesContext(connection) as vragen:
                als_regisseur.get(gebied_url("partners:overeenkomsten"))
            return len(vragen)

        tel()
        een = tel()
        for _ in range(29):
            rij_van(Overeenkomst, regieverband, gedeeld=True)

        assert tel() == een

    def test_partnerpagina_toont_haar_overeenkomsten(self, als_regisseur, getekend, vdab):
        assert "Samen sterk" in als_regisseur.get(gebied_url("partners:organisatie", vdab.pk)).text


def test_staat_op_de_kaart_van_de_werkgever_die_partner_is(getekend, vdab, als_regisseur):
    kaart = WerkgeverFactory(organisatie=vdab)
    zonder = WerkgeverFactory()

    assert "Samen sterk" in als_regisseur.get(gebied_url("werkgevers:werkgever", kaart.pk)).text
    assert "Overeenkomsten" not in als_regisseur.get(gebied_url("werkgevers:werkgever", zonder.pk)).text
