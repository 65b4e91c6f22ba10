"""Places on the screen: who sees what, and what is free."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from partners import services as partnerdiensten
from partners.services import WerkplaatsGegevens
from regie.core.exceptions import DomainError
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory, PlaatsingFactory, StapFactory, TrajectFactory, WerkplaatsFactory
from tests.trajecten.hulp import als
from tests.trajecten.plaatsen.hulp import VANDAAG
from trajecten import services
from trajecten.models import Bezetting, Drempel, Kandidaatprofiel, Kandidatuur, Stap
from trajecten.selectors.matching import kandidaten_voor
from trajecten.selectors.plaatsen import plaatsrijen
from trajecten.selectors.profiel import profiel_van
from trajecten.services.kandidaturen import ProfielGegevens

pytestmark = pytest.mark.usefixtures("klok")


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
