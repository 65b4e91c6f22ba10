"""Places and candidates on the screen: who sees what, what is free, and from a candidate to a planned step."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from partners import services as partnerdiensten
from partners.enums import UitleenStatus
from partners.models import Uitlening
from partners.services import WerkplaatsGegevens
from regie.core.exceptions import DomainError, Verouderd
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import (
    ClientFactory,
    LidmaatschapFactory,
    PlaatsingFactory,
    StapFactory,
    TrajectFactory,
    WerkplaatsFactory,
)
from tests.trajecten.hulp import als
from trajecten import services
from trajecten.forms.stappen import PlaatsingForm
from trajecten.models import Bezetting, Drempel, Kandidaatprofiel, Kandidatuur, Stap
from trajecten.selectors.matching import kandidaten_voor, plaatsen_voor
from trajecten.selectors.plaatsen import plaatsrijen
from trajecten.selectors.profiel import profiel_van
from trajecten.services.kandidaturen import ProfielGegevens

VANDAAG = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("klok")


@pytest.fixture
def werkplaats(gebruiker):
    return WerkplaatsFactory(gebruiker=gebruiker, aantal=2, categorie="GROEN")


def bezet(werkplaats, **client):
    traject = TrajectFactory(lopend=True, client=ClientFactory(**client))
    stap = StapFactory(traject=traject, status="LOPEND", start=date(2026, 3, 1), einde_voorzien=date(2027, 3, 31))
    return PlaatsingFactory(stap=stap, gebruiker=werkplaats.gebruiker, werkplaats=werkplaats)


def vreemd(gebied, ander_ocmw, werkplaats, **client):
    """Somebody of another OCMW at this place."""
    with gebied_context(gebied, [ander_ocmw.pk]):
        return bezet(werkplaats, **client)


class TestBezettingInDeDatabase:
    """The triggers keep the projection, whatever writes."""

    def test_volgt_de_plaatsing_en_de_stap(self, werkplaats, ocmw):
        plaatsing = bezet(werkplaats)
        rij = Bezetting.objects.get()
        assert (rij.organisatie, rij.verwacht_tot, rij.tot, rij.is_gepland) == (ocmw, date(2027, 3, 31), None, False)

        Stap.objects.filter(pk=plaatsing.stap_id).update(einde=date(2026, 12, 1), status="BEEINDIGD")
        rij.refresh_from_db()
        assert rij.tot == date(2026, 12, 1)

        plaatsing.breuk = Decimal("0.5")
        plaatsing.save()
        rij.refresh_from_db()
        assert rij.breuk == Decimal("0.5")

        plaatsing.werkplaats = None
        plaatsing.save()
        assert not Bezetting.objects.exists()

    def test_verdwijnt_met_de_plaatsing(self, werkplaats):
        bezet(werkplaats).delete()

        assert not Bezetting.objects.exists()

    def test_telt_over_elk_ocmw_zonder_iemand_te_tonen(self, gebied, ocmw, ander_ocmw, werkplaats):
        vreemd(gebied, ander_ocmw, werkplaats)

        (rij,) = plaatsrijen(vandaag=VANDAAG, ocmw_ids=[ocmw.pk])

        assert (rij.bezet_nu, rij.vrij_nu) == (1, 1)
        assert {f.name for f in Bezetting._meta.get_fields()} == {
            "id", "gebied", "werkplaats", "organisatie", "plaatsing_id", "van", "tot", "verwacht_tot", "breuk",
            "is_gepland",
        }  # fmt: skip


class TestGeheim:
    @pytest.mark.parametrize("rol", [Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE, Rol.REGISSEUR])
    def test_geen_naam_van_een_ander_ocmw_op_welke_bladzijde_ook(
        self, rol, client, gebied, ocmw, ander_ocmw, regieverband, werkplaats
    ):
        vreemd(gebied, ander_ocmw, werkplaats, voornaam="Zita", familienaam="Onzichtbaar")
        if rol != Rol.REGISSEUR:
            bezet(werkplaats, voornaam="Amina", familienaam="Eigen")
        wie = als(client, regieverband if rol == Rol.REGISSEUR else ocmw, rol)

        for naam, argumenten in (
            ("plaatsen", []),
            ("plaatsen_excel", []),
            ("bezetting", []),
            ("uitleningen", []),
            ("plaats", [werkplaats.pk]),
        ):
            inhoud = wie.get(reverse(f"trajecten:{naam}", args=[gebied.slug, *argumenten])).content
            assert b"Onzichtbaar" not in inhoud, naam
            assert (b"Amina Eigen" in inhoud) == (naam == "plaats" and rol != Rol.REGISSEUR), naam

    def test_profiel_en_kandidatuur_zijn_van_een_ocmw(self, gebied, stappenplan, werkplaats, toegang, ander_ocmw):
        traject = stappenplan("WACHT_OP_START")
        wie = {"door": toegang, "vandaag": VANDAAG}
        services.profiel_bewaren(client=traject.client, gegevens=ProfielGegevens(), versie=0, **wie)
        services.plaats_voorstellen(traject=traject, werkplaats=werkplaats, toelichting="", **wie)

        with gebied_context(gebied, [ander_ocmw.pk]):
            assert not Kandidaatprofiel.objects.exists()
            assert not Kandidatuur.objects.exists()
            (rij,) = plaatsrijen(vandaag=VANDAAG, ocmw_ids=[ander_ocmw.pk])
            assert kandidaten_voor(rij) == []

    def test_gevoelige_drempels_komen_nooit_in_het_profiel(self, stappenplan):
        traject = stappenplan("SCREENING")
        for code in ("GEZ_FYSIEK", "GEZ_PSYCH", "VERSLAVING", "JUSTITIE", "SCHULDEN", "KIND_OPVANG"):
            Drempel.objects.create(
                eigenaar=traject.eigenaar, traject=traject, code_id=code, ernst=3, geopend_op=VANDAAG
            )

        voorstel = profiel_van(traject)

        assert voorstel.profiel.grenzen == ["SCHOOLUREN"]
        tekst = " ".join(voorstel.herkomst).casefold()
        assert not any(woord in tekst for woord in ("gezond", "versla", "gerecht", "schuld", "opvang"))


class TestLijst:
    def test_filtert_en_blijft_binnen_acht_vragen(self, als_begeleider, gebruiker, url, django_assert_max_num_queries):
        for nummer in range(12):
            bezet(WerkplaatsFactory(gebruiker=gebruiker, functie=f"functie {nummer}", rijbewijs="B" if nummer else ""))

        # session, account, memberships, gebied, parameters and scope, and four for the list itself
        with django_assert_max_num_queries(14):
            html = als_begeleider.get(url("plaatsen")).content.decode()
        assert "functie 0" in html and "functie 11" in html

        html = als_begeleider.get(url("plaatsen"), {"vraagt": "rijbewijs"}).content.decode()
        assert "functie 0" in html and "functie 11" not in html

    def test_alleen_wat_vrij_is_op_een_dag(self, als_begeleider, gebruiker, url):
        bezet(WerkplaatsFactory(gebruiker=gebruiker, functie="volzet", aantal=1))

        nu = als_begeleider.get(url("plaatsen"), {"vrij": "nu"}).content.decode()
        later = als_begeleider.get(url("plaatsen"), {"vrij": "op", "vanaf": "01/05/2027"}).content.decode()

        assert "volzet" not in nu
        assert "volzet" in later

    def test_bezettingsgraad_van_een_periode(self, als_begeleider, werkplaats, url):
        bezet(werkplaats)

        html = als_begeleider.get(url("bezetting"), {"van": "01/04/2026", "tot": "30/04/2026"}).content.decode()

        assert "50,0" in html  # one of two places, the whole month


class TestPlaatsWijzigen:
    def gegevens(self, **velden):
        return WerkplaatsGegevens(**{"functie": "keukenhulp", "aantal": 1, "van": VANDAAG, **velden})

    def test_een_begeleider_alleen_die_van_het_eigen_ocmw(self, gebruiker, ocmw, ander_ocmw, toegang):
        eigen = partnerdiensten.werkplaats_toevoegen(
            gebruiker=gebruiker, gegevens=self.gegevens(ocmw=ocmw), door=toegang
        )
        van_ander = WerkplaatsFactory(gebruiker=gebruiker, ocmw=ander_ocmw)

        partnerdiensten.werkplaats_archiveren(werkplaats=eigen, vandaag=VANDAAG, door=toegang)
        with pytest.raises(DomainError, match="niet van jouw OCMW"):
            partnerdiensten.werkplaats_bijwerken(werkplaats=van_ander, gegevens=self.gegevens(), door=toegang)
        with pytest.raises(DomainError, match="niet van jouw OCMW"):
            partnerdiensten.werkplaats_toevoegen(gebruiker=gebruiker, gegevens=self.gegevens(), door=toegang)

    def test_gearchiveerd_staat_niet_meer_in_de_lijst(self, werkplaats, toegang_regisseur):
        wie = {"werkplaats": werkplaats, "door": toegang_regisseur}
        partnerdiensten.werkplaats_archiveren(vandaag=VANDAAG, **wie)
        assert plaatsrijen(vandaag=VANDAAG, ocmw_ids=()) == []

        partnerdiensten.werkplaats_terughalen(**wie)
        assert len(plaatsrijen(vandaag=VANDAAG, ocmw_ids=())) == 1

    def test_ander_aantal_voor_een_periode(self, werkplaats, toegang_regisseur, ocmw):
        partnerdiensten.capaciteit_zetten(
            werkplaats=werkplaats, aantal=5, van=VANDAAG, tot=None, door=toegang_regisseur
        )

        (rij,) = plaatsrijen(vandaag=VANDAAG, ocmw_ids=[ocmw.pk])

        assert (rij.aantal, rij.vrij_nu) == (5, 5)


class TestUitlening:
    @pytest.fixture
    def andere_toegang(self, ander_ocmw):
        lid = LidmaatschapFactory(organisatie=ander_ocmw)
        return Lidmaatschap.objects.filter(pk=lid.pk).toegang()

    @pytest.fixture
    def vraag(self, gebruiker, ocmw, ander_ocmw, andere_toegang):
        plaats = WerkplaatsFactory(gebruiker=gebruiker, ocmw=ocmw, aantal=1)
        return partnerdiensten.uitlening_vragen(
            werkplaats=plaats,
            aan_ocmw=ander_ocmw,
            aantal=1,
            van=VANDAAG,
            tot=date(2027, 6, 30),
            tarief="zelfde tarief",
            door=andere_toegang,
        )

    def test_telt_pas_na_de_bevestiging(self, vraag, ocmw, ander_ocmw, toegang):
        def vrij(organisatie):
            (rij,) = plaatsrijen(vandaag=VANDAAG, ocmw_ids=[organisatie.pk])
            return rij.vrij_nu

        assert (vrij(ocmw), vrij(ander_ocmw)) == (1, 0)

        partnerdiensten.uitlening_beantwoorden(
            uitlening=vraag, akkoord=True, antwoord="", door=toegang, vandaag=VANDAAG
        )

        assert (vrij(ocmw), vrij(ander_ocmw)) == (0, 1)

    def test_alleen_wie_de_plaats_heeft_bevestigt(self, vraag, andere_toegang):
        with pytest.raises(DomainError, match="kan deze vraag beantwoorden"):
            partnerdiensten.uitlening_beantwoorden(
                uitlening=vraag, akkoord=True, antwoord="", door=andere_toegang, vandaag=VANDAAG
            )

    def test_weigeren_vraagt_een_reden(self, vraag, toegang):
        with pytest.raises(DomainError, match="Schrijf waarom"):
            partnerdiensten.uitlening_beantwoorden(
                uitlening=vraag, akkoord=False, antwoord=" ", door=toegang, vandaag=VANDAAG
            )

    def test_een_derde_ocmw_ziet_ze_niet(self, vraag, gebied, client):
        from_derde = LidmaatschapFactory(organisatie__gebied=gebied, organisatie__type="OCMW")
        client.force_login(from_derde.user)

        antwoord = client.get(reverse("partners:uitlening_beantwoorden", args=[gebied.slug, vraag.pk]))

        assert antwoord.status_code == 404

    def test_zonder_uitlening_geen_stap_op_een_plaats_van_een_ander(self, stappenplan, gebruiker, ander_ocmw, toegang):
        traject = stappenplan("WACHT_OP_START")
        plaats = WerkplaatsFactory(gebruiker=gebruiker, ocmw=ander_ocmw)

        with pytest.raises(DomainError, match="niet aan jouw OCMW geleend"):
            _plan(traject, plaats, toegang)

        Uitlening.objects.create(
            werkplaats=plaats,
            van_ocmw=ander_ocmw,
            aan_ocmw=traject.eigenaar,
            van=VANDAAG,
            tot=date(2027, 12, 31),
            status=UitleenStatus.BEVESTIGD,
            gevraagd_door_id=toegang.user_id,
        )
        assert _plan(traject, plaats, toegang).plaatsingen.get().werkplaats == plaats


def _plan(traject, werkplaats, toegang):
    return services.stap_plannen(
        traject=traject,
        start=date(2026, 12, 1),
        breuk=Decimal(1),
        gebruiker=werkplaats.gebruiker,
        werkplaats=werkplaats,
        functie="",
        bewezen_dagen=0,
        einde_voorzien=None,
        einde_motivering="",
        door=toegang,
        vandaag=VANDAAG,
    )


class TestKandidatuur:
    @pytest.fixture
    def traject(self, stappenplan):
        return stappenplan("WACHT_OP_START")

    @pytest.fixture
    def kandidatuur(self, traject, werkplaats, toegang):
        return services.plaats_voorstellen(
            traject=traject, werkplaats=werkplaats, toelichting="", door=toegang, vandaag=VANDAAG
        )

    def bij(self, kandidatuur, toegang, status, reden="", kennismaking_op=None):
        return services.kandidatuur_bijwerken(
            kandidatuur=kandidatuur,
            status=status,
            reden=reden,
            toelichting="",
            kennismaking_op=kennismaking_op,
            door=toegang,
            vandaag=VANDAAG,
        )

    def test_niet_twee_keer_dezelfde_plaats(self, kandidatuur, traject, werkplaats, toegang):
        with pytest.raises(DomainError, match="al voorgesteld"):
            services.plaats_voorstellen(
                traject=traject, werkplaats=werkplaats, toelichting="", door=toegang, vandaag=VANDAAG
            )

    def test_een_weigering_heeft_een_reden(self, kandidatuur, toegang):
        with pytest.raises(DomainError, match="Kies waarom"):
            self.bij(kandidatuur, toegang, "GEWEIGERD_CLIENT")

    def test_een_kennismaking_heeft_een_dag(self, kandidatuur, toegang):
        with pytest.raises(DomainError, match="wanneer de kennismaking"):
            self.bij(kandidatuur, toegang, "KENNISMAKING")

    def test_afgelopen_is_afgelopen(self, kandidatuur, toegang):
        self.bij(kandidatuur, toegang, "GEWEIGERD_GEBRUIKER", "NEDERLANDS")

        with pytest.raises(DomainError, match="is afgelopen"):
            self.bij(kandidatuur, toegang, "AANVAARD")

    def test_een_weigering_komt_terug_in_de_suggesties(self, kandidatuur, traject, ocmw, toegang):
        self.bij(kandidatuur, toegang, "GEWEIGERD_CLIENT", "TAKEN")

        gevonden = plaatsen_voor(traject, vandaag=VANDAAG, ocmw_ids=[ocmw.pk])

        (hier,) = [m for m in gevonden.niet if m.rij.werkplaats.pk == kandidatuur.werkplaats_id]
        assert any("al voorgesteld en ging niet door" in zin for zin in hier.match.bezwaren)

    def test_een_plaatsing_trekt_de_andere_in(self, kandidatuur, traject, gebruiker, toegang):
        andere = WerkplaatsFactory(gebruiker=gebruiker, functie="schilder")
        tweede = services.plaats_voorstellen(
            traject=traject, werkplaats=andere, toelichting="", door=toegang, vandaag=VANDAAG
        )

        _plan(traject, andere, toegang)

        kandidatuur.refresh_from_db()
        tweede.refresh_from_db()
        assert (kandidatuur.status, kandidatuur.reden) == ("INGETROKKEN", "ANDERE_PLAATS")
        assert tweede.status == "AANVAARD"

    def test_de_stap_is_vooraf_ingevuld(self, kandidatuur, traject, toegang):
        self.bij(kandidatuur, toegang, "AANVAARD")

        form = PlaatsingForm(traject=traject, vandaag=VANDAAG)

        assert form.fields["werkplaats"].initial == kandidatuur.werkplaats
        assert form.fields["gebruiker"].initial == kandidatuur.werkplaats.gebruiker

    def test_twee_mensen_die_hetzelfde_profiel_bewaren(self, traject, toegang):
        wie = {"client": traject.client, "door": toegang, "vandaag": VANDAAG}
        services.profiel_bewaren(gegevens=ProfielGegevens(wensen="dicht bij huis"), versie=0, **wie)

        with pytest.raises(Verouderd):
            services.profiel_bewaren(gegevens=ProfielGegevens(), versie=0, **wie)

    def test_kost_evenveel_vragen_bij_veel_plaatsen(
        self, als_begeleider, traject, gebruiker, url, django_assert_max_num_queries
    ):
        for nummer in range(15):
            WerkplaatsFactory(gebruiker=gebruiker, functie=f"functie {nummer}")

        with django_assert_max_num_queries(28):
            als_begeleider.get(url("plaats_zoeken", traject.client_id))


class TestCompetenties:
    def test_noteren_vervangt_het_niveau_en_staat_op_het_blad(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")
        invoer = {"competentie": "TECH_SNOEI", "bron": "WERKVLOER", "vastgesteld_op": "20/11/2026"}
        adres = url("competentie_noteren", traject.client_id)

        als_begeleider.post(adres, {**invoer, "niveau": "2"})
        als_begeleider.post(adres, {**invoer, "niveau": "4"})
        als_begeleider.post(
            url("attest_toevoegen", traject.client_id),
            {"naam": "VCA", "behaald_op": "01/06/2026", "geldig_tot": "01/09/2026"},
        )

        html = als_begeleider.get(url("competenties", traject.client_id)).content.decode()
        assert html.count("Hagen en struiken snoeien") == 2  # the row, and its delete button
        assert "is er sterk in" in html
        assert "verlopen" in html
        blad = als_begeleider.get(url("competentieblad", traject.client_id)).content.decode()
        assert "Hagen en struiken snoeien" in blad
        assert "VCA" not in blad  # no longer valid

    def test_in_de_toekomst_kan_niet(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")

        antwoord = als_begeleider.post(
            url("attest_toevoegen", traject.client_id), {"naam": "VCA", "behaald_op": "01/06/2027"}
        )

        assert antwoord.status_code == 422
        assert "ligt in de toekomst" in antwoord.content.decode()
