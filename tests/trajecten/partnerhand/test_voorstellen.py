"""A partner proposes; the begeleider decides; the ordinary service does it, or says no."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from partners.models import Werkplaats
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory, OrganisatieFactory
from trajecten.enums import Linkdoel
from trajecten.models import Afwezigheid, Breukperiode, Link, Stap, Termijn, Verlenging, Voorstel
from trajecten.selectors.voorstellen import open_voorstellen
from trajecten.services import voorstellen as diensten


@pytest.fixture
def dien_in(maak_link, vandaag):
    """Hand in a proposal behind a fresh link."""

    def doe(soort, inhoud, link=None):
        doel = Linkdoel.AANWEZIGHEID if soort == "AANWEZIGHEID" else Linkdoel.VOORSTEL
        return diensten.voorstel_indienen(
            link=link or maak_link(doel)[0],
            soort=soort,
            inhoud=inhoud,
            reden="Het werk loopt langer door.",
            naam="Wim",
            nu=timezone.now(),
            vandaag=vandaag,
        )

    return doe


@pytest.fixture
def beslis(toegang, vandaag):
    return {"door": toegang, "nu": timezone.now(), "vandaag": vandaag}


class TestAanvaarden:
    def test_verlengen_wordt_een_aanvraag(self, dien_in, beslis):
        voorstel = dien_in("VERLENGEN", {"datum": "2027-11-30"})

        diensten.voorstel_aanvaarden(voorstel=voorstel, **beslis)

        assert Verlenging.objects.get().tot == date(2027, 11, 30)
        assert Voorstel.objects.get().status == "AANVAARD"

    def test_vroeger_stoppen_verzet_de_einddatum(self, dien_in, beslis):
        diensten.voorstel_aanvaarden(voorstel=dien_in("STOPPEN", {"datum": "2027-02-26"}), **beslis)

        stap = Stap.objects.get()
        assert stap.einde_voorzien == date(2027, 2, 26)
        assert "Het werk loopt langer door." in stap.einde_motivering

    @pytest.mark.parametrize(("dag", "verlengd"), [("2027-12-31", True), ("2027-03-31", False)])
    def test_een_andere_einddatum_verlengt_of_verkort(self, dien_in, beslis, dag, verlengd):
        diensten.voorstel_aanvaarden(voorstel=dien_in("EINDDATUM", {"datum": dag}), **beslis)

        assert Verlenging.objects.exists() == verlengd
        assert (Stap.objects.get().einde_voorzien == date.fromisoformat(dag)) != verlengd

    def test_andere_uren(self, dien_in, beslis):
        diensten.voorstel_aanvaarden(voorstel=dien_in("UREN", {"datum": "2027-01-04", "breuk": "0.5"}), **beslis)

        periode = Breukperiode.objects.get()
        assert (periode.vanaf, periode.breuk) == (date(2027, 1, 4), Decimal("0.5"))

    def test_aanwezigheid_wordt_afwezigheid(self, dien_in, beslis):
        rij = {"soort": "ZIEKTE_LOON", "label": "Ziek", "van": "2026-11-03", "tot": "2026-11-05"}
        voorstel = dien_in("AANWEZIGHEID", {"maand": "november 2026", "afwezig": [rij]})
        assert not Afwezigheid.objects.exists()

        diensten.voorstel_aanvaarden(voorstel=voorstel, **beslis)

        afwezig = Afwezigheid.objects.get()
        assert (afwezig.van, afwezig.tot, afwezig.soort) == (date(2026, 11, 3), date(2026, 11, 5), "ZIEKTE_LOON")

    def test_een_plaats_komt_in_het_netwerk(self, dien_in, beslis, gebruiker):
        voorstel = dien_in("PLAATS", {"datum": "2027-01-04", "functie": "magazijn", "aantal": 2})

        diensten.voorstel_aanvaarden(voorstel=voorstel, **beslis)

        plaats = Werkplaats.objects.get()
        assert (plaats.gebruiker, plaats.functie, plaats.aantal) == (gebruiker, "magazijn", 2)

    def test_een_andere_start_van_een_geplande_stap_wordt_een_taak(self, dien_in, beslis):
        voorstel = dien_in("STARTDATUM", {"datum": "2027-01-04"})
        Stap.objects.update(status="GEPLAND")

        diensten.voorstel_aanvaarden(voorstel=voorstel, **beslis)

        assert "04/01/2027" in Termijn.objects.get(soort="TAAK").omschrijving

    @pytest.mark.parametrize(
        ("soort", "inhoud", "melding"),
        [
            ("VERLENGEN", {"datum": "2027-01-31"}, "loopt al tot"),
            ("STOPPEN", {"datum": "2026-01-31"}, "verleden"),
            ("STARTDATUM", {"datum": "2027-01-31"}, "begon al"),
            ("UREN", {"datum": "2026-01-31", "breuk": "0.5"}, "begon op"),
        ],
    )
    def test_toont_de_weigering_van_de_dienst_en_blijft_open(self, dien_in, beslis, soort, inhoud, melding):
        voorstel = dien_in(soort, inhoud)

        with pytest.raises(DomainError, match=melding):
            diensten.voorstel_aanvaarden(voorstel=voorstel, **beslis)

        assert Voorstel.objects.get().status == "OPEN"

    def test_beslissen_kan_maar_een_keer(self, dien_in, beslis):
        voorstel = dien_in("UREN", {"datum": "2027-01-04", "breuk": "0.5"})
        diensten.voorstel_weigeren(voorstel=voorstel, antwoord="Nu niet.", **beslis)

        with pytest.raises(DomainError, match="al geweigerd"):
            diensten.voorstel_aanvaarden(voorstel=voorstel, **beslis)

        assert not Breukperiode.objects.exists()


class TestIndienen:
    def test_een_link_voor_aanwezigheid_neemt_geen_voorstel(self, maak_link, dien_in):
        with pytest.raises(LinkOngeldig):
            dien_in("STOPPEN", {"datum": "2027-01-31"}, link=maak_link(Linkdoel.AANWEZIGHEID)[0])

    @pytest.mark.parametrize("doel", [d for d in Linkdoel if d not in diensten.DOELEN])
    def test_een_andere_link_neemt_niets(self, maak_link, dien_in, doel):
        with pytest.raises(LinkOngeldig):
            dien_in("STOPPEN", {"datum": "2027-01-31"}, link=maak_link(doel)[0])

    def test_twee_keer_hetzelfde_wordt_een_keer_bewaard(self, dien_in, maak_link):
        link = maak_link()[0]
        dien_in("STOPPEN", {"datum": "2027-01-31"}, link=link)

        with pytest.raises(DomainError, match="ligt al"):
            dien_in("STOPPEN", {"datum": "2027-01-31"}, link=link)

    def test_niet_meer_na_het_einde_van_de_plaatsing(self, dien_in, plaatsing, client, maak_link, klok):
        link, pad = maak_link()
        plaatsing.einde = date(2026, 11, 20)
        plaatsing.save()

        with pytest.raises(LinkOngeldig):
            dien_in("STOPPEN", {"datum": "2027-01-31"}, link=link)
        assert client.get(pad).status_code == 404

    def test_wacht_op_de_begeleider_van_het_dossier(self, dien_in, begeleider, ocmw):
        voorstel = dien_in("STOPPEN", {"datum": "2027-01-31"})
        collega = LidmaatschapFactory(organisatie=ocmw).user

        assert list(open_voorstellen(user_id=begeleider.user_id)) == [voorstel]
        assert not open_voorstellen(user_id=collega.pk)
        assert list(open_voorstellen(user_id=collega.pk, hele_team=True)) == [voorstel]


class TestPaginas:
    def test_van_voorstel_op_de_telefoon_tot_antwoord(self, client, als_begeleider, maak_link, url, plaatsing, klok):
        _, pad = maak_link()
        telefoon = type(client)()
        velden = {"datum": "30/11/2027", "reden": "Er is nog werk.", "naam": "Wim"}
        assert "Selin A." in telefoon.get(pad).content.decode()
        fout = telefoon.post(f"{pad}?soort=VERLENGEN", velden | {"datum": "morgen"})
        gelukt = telefoon.post(f"{pad}?soort=VERLENGEN", velden)
        voorstel = Voorstel.objects.get()

        assert (fout.status_code, gelukt.status_code) == (422, 302)
        assert "Er is nog werk." in fout.content.decode()
        tab = als_begeleider.get(url("traject", plaatsing.stap.traject.client_id)).content.decode()
        assert "Verlengen tot en met 30/11/2027." in tab
        als_begeleider.post(url("voorstel", voorstel.pk), {"weigeren": "1", "antwoord": "Te vroeg."})
        assert "Te vroeg." in telefoon.get(pad).content.decode()

    def test_de_weigering_van_de_dienst_staat_op_de_pagina(self, als_begeleider, dien_in, url, klok):
        voorstel = dien_in("VERLENGEN", {"datum": "2027-01-31"})

        antwoord = als_begeleider.post(url("voorstel", voorstel.pk), {"antwoord": "prima"})

        assert antwoord.status_code == 422
        assert "loopt al tot" in antwoord.content.decode()
        assert "prima" in antwoord.content.decode()

    def test_aanwezigheid_buiten_de_maand_wordt_geweigerd(self, client, maak_link, klok):
        _, pad = maak_link(Linkdoel.AANWEZIGHEID)
        velden = {"maand": "2026-11", "naam": "Wim", "soort_1": "VERLOF", "van_1": "30/10/2026"}

        fout = client.post(pad, velden)
        goed = client.post(pad, velden | {"van_1": "03/11/2026", "tot_1": "04/11/2026"})

        assert (fout.status_code, goed.status_code) == (422, 302)
        assert Voorstel.objects.get().inhoud["afwezig"][0]["tot"] == "2026-11-04"

    def test_een_link_maken_toont_het_adres_een_keer(self, als_begeleider, plaatsing, url, klok):
        velden = {"doel": "VOORSTEL", "naam": "Wim", "hoe": "zelf"}
        antwoord = als_begeleider.post(url("link_maken", plaatsing.pk), velden)

        assert "/l/" in antwoord.content.decode()
        assert "no-store" in antwoord.headers["Cache-Control"]
        link = Link.objects.get()
        assert als_begeleider.post(url("link_intrekken", link.pk)).status_code == 302
        link.refresh_from_db()
        assert link.ingetrokken_op is not None


class TestPartnerMetAccount:
    @pytest.fixture
    def als_partner(self, client, gebruiker):
        client.force_login(LidmaatschapFactory(organisatie=gebruiker, rol=Rol.PARTNERCONTACT).user)
        return client

    def test_ziet_wat_gedeeld_is_en_stelt_voor(self, als_partner, maak_link, url, klok):
        link, _ = maak_link()

        lijst = als_partner.get(url("gedeeld")).content.decode()
        antwoord = als_partner.post(
            url("gedeeld_openen", link.pk) + "?soort=STOPPEN",
            {"datum": "31/01/2027", "reden": "Het werk is op.", "naam": "Wim"},
        )

        assert "Selin A." in lijst
        assert antwoord.status_code == 302
        assert Voorstel.objects.get().link == link

    @pytest.mark.parametrize("waarom", ["andere organisatie", "verlopen", "ingetrokken", "ander doel"])
    def test_ziet_niets_anders(self, als_partner, maak_link, url, klok, gebied, vandaag, waarom):
        velden = {
            "andere organisatie": {"organisatie": OrganisatieFactory(gebied=gebied, gebruikersplaats=True)},
            "verlopen": {"geldig_tot": date(2026, 11, 22)},
            "ingetrokken": {},
            "ander doel": {"doel": Linkdoel.NAZORG_WERKGEVER},
        }[waarom]
        link, _ = maak_link(**velden)
        if waarom == "ingetrokken":
            Link.objects.update(ingetrokken_op=timezone.now())

        assert "Selin" not in als_partner.get(url("gedeeld")).content.decode()
        assert als_partner.get(url("gedeeld_openen", link.pk)).status_code == 404
        assert als_partner.post(url("gedeeld_openen", link.pk)).status_code == 404
