"""The pages of the shared employer card: what is found, what a form answers, and how many queries they take."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from partners import selectors, services
from partners.enums import WerkgeverStatus
from partners.models import Contactpersoon, Tevredenheid, Vestiging, Werkgever, WerkgeverDrempel
from partners.services import DrempelGegevens, TevredenheidGegevens
from partners.services.werkgevers_samenvoegen import werkgevers_samenvoegen
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import (
    ContactpersoonFactory,
    LidmaatschapFactory,
    OcmwFactory,
    OrganisatieFactory,
    WerkgeverFactory,
    WerkplaatsFactory,
)

DAG = date(2026, 11, 23)
KADER = 7  # queries of the frame: session, account, roles, scope


def url(naam, *args):
    return gebied_url(f"werkgevers:{naam}", *args)


@pytest.fixture
def werkgever(gebied):
    return WerkgeverFactory(
        naam="Bakkerij Vanhoutte bv",
        kbo="0428759497",
        gemeente_id="31005",
        nace="10712",
        nace_versie="2025",
        grootteklasse="5-9",
        status=WerkgeverStatus.PARTNER,
        is_mvo=True,
        organisatie=OrganisatieFactory(gebied=gebied, naam="Bakkerij Vanhoutte", gebruikersplaats=True),
    )


class TestLijst:
    @pytest.mark.parametrize(
        ("vraag", "gevonden"),
        [
            ("", True),
            ("zoek=houtte", True),
            ("zoek=vanhoutte+bakkerij", True),
            ("zoek=bakery+vanhoute", True),
            ("zoek=metaal", False),
            ("zoek=0428.759.497", True),
            ("zoek=BE+0428759497", True),
            ("zoek=428759497", True),
            ("zoek=0428.759.498", False),
            ("zoek=2.123.456.791", True),
            ("gemeente=31005", True),
            ("gemeente=31004", True),  # no member of this gebied: not a choice, so no filter
            ("status=PARTNER", True),
            ("status=PROSPECT", False),
            ("sector=C", True),
            ("sector=I", False),
            ("grootteklasse=5-9", True),
            ("grootteklasse=500%2B", False),
            ("accounthouder=geen", True),
            ("accounthouder=mijn", False),
            ("label=mvo", True),
            ("label=inclusief", False),
            ("plaatsen=open", True),
            ("toon=archief", False),
            ("sorteer=-plaatsen", True),
            ("sorteer=onzin&pagina=99", True),
        ],
    )
    def test_zoekt_en_filtert_in_het_adres(self, vraag, gevonden, als_regisseur, gebied, werkgever):
        gebied.leden.create(gemeente_id="31005", van=date(2020, 1, 1))
        WerkplaatsFactory(gebruiker=werkgever.organisatie, aantal=3)
        Vestiging.objects.create(werkgever=werkgever, ven="2123456791", naam="Oven")

        antwoord = als_regisseur.get(f"{url('lijst')}?{vraag}")

        assert antwoord.status_code == 200
        assert ("Bakkerij Vanhoutte bv</a>" in antwoord.text) == gevonden

    def test_wie_er_het_best_op_lijkt_staat_eerst(self, als_regisseur):
        for naam in ("Hotel De Bakker", "Bakkerij West", "De Grote Bakkerij"):
            WerkgeverFactory(naam=naam)

        namen = [werkgever.naam for werkgever in als_regisseur.get(f"{url('lijst')}?zoek=bakkerij").context["pagina"]]

        assert namen == ["Bakkerij West", "De Grote Bakkerij"]

    def test_een_samengevoegde_kaart_staat_er_niet(self, als_regisseur, werkgever):
        WerkgeverFactory(naam="Oude kaart", samengevoegd_met=werkgever)

        assert "Oude kaart" not in als_regisseur.get(f"{url('lijst')}?toon=").text

    def test_zoekt_nooit_in_een_ander_gebied(self, gebied, ander_gebied):
        with gebied_context(ander_gebied):
            WerkgeverFactory(naam="Bakkerij Vanhoutte")
            assert [w.naam for w in selectors.zoek_werkgevers(Werkgever.objects.all(), "bakery vanhoute")]

        assert not selectors.zoek_werkgevers(Werkgever.objects.all(), "bakery vanhoute").exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM werkgevers_die_lijken('bakkerijvanhoutte')")
            assert cursor.fetchall() == []

    @pytest.mark.parametrize("vraag", ["", "zoek=werkgever", "zoek=werkgevr", "sorteer=-accounthouder"])
    def test_kost_weinig_vragen_hoeveel_er_ook_zijn(self, vraag, als_regisseur, gebied, regieverband):
        WerkgeverFactory(accounthouder=regieverband)
        adres = f"{url('lijst')}?{vraag}"
        als_regisseur.get(adres)
        with CaptureQueriesContext(connection) as een:
            als_regisseur.get(adres)
        WerkgeverFactory.create_batch(20, accounthouder=regieverband, gemeente_id="31005")
        with CaptureQueriesContext(connection) as veel:
            als_regisseur.get(adres)

        assert len(veel) == len(een)
        assert len(veel) <= KADER + 8

    def test_excel_bevat_dezelfde_rijen_met_uitleg(self, als_regisseur, werkgever):
        WerkgeverFactory(naam="Ander")

        boek = CalamineWorkbook.from_filelike(BytesIO(als_regisseur.get(f"{url('lijst_excel')}?sector=C").content))

        kop, rij = boek.get_sheet_by_name("Werkgevers").to_python()
        waarden = dict(zip(kop, rij, strict=True))
        assert waarden["Naam"] == "Bakkerij Vanhoutte bv"
        assert (waarden["KBO-nummer"], waarden["Sector"], waarden["NACE-BEL"]) == (
            "0428.759.497",
            "Industrie",
            "10.712",
        )
        assert waarden["Activiteit"].startswith("Ambachtelijke vervaardiging van brood")
        assert ["Filters", "Sector: Industrie"] in boek.get_sheet_by_name("Uitleg").to_python()


class TestToevoegen:
    def test_maakt_een_kaart(self, als_regisseur, gebied):
        antwoord = als_regisseur.post(
            url("werkgever_toevoegen"), {"naam": "Nieuw bv", "status": "PROSPECT", "kbo": "BE 428759497"}
        )

        werkgever = Werkgever.objects.get()
        assert (werkgever.kbo, werkgever.sleutel) == ("0428759497", "nieuwbv")
        assert antwoord.headers["Location"] == url("werkgever", werkgever.pk)

    def test_waarschuwt_voor_een_naam_die_lijkt_en_laat_kiezen(self, als_regisseur, werkgever):
        vraag = {"naam": "Bakkerij Van Houtte nv", "status": "PROSPECT", "gemeente": "31005"}

        antwoord = als_regisseur.post(url("werkgever_toevoegen"), vraag)
        assert antwoord.status_code == 422
        assert url("werkgever", werkgever.pk) in antwoord.text
        assert "Bestaat deze werkgever al?" in antwoord.text
        assert 'value="Bakkerij Van Houtte nv"' in antwoord.text
        assert Werkgever.objects.count() == 1

        assert als_regisseur.post(url("werkgever_toevoegen"), {**vraag, "toch": "1"}).status_code == 302
        assert Werkgever.objects.count() == 2

    def test_weigert_een_tweede_kbo_nummer_met_de_weg_naar_de_kaart(self, als_regisseur, werkgever):
        vraag = {"naam": "Iets anders", "status": "PROSPECT", "kbo": "0428.759.497", "toch": "1"}

        antwoord = als_regisseur.post(url("werkgever_toevoegen"), vraag)

        assert antwoord.status_code == 422
        assert "Bakkerij Vanhoutte bv heeft dit KBO-nummer al" in antwoord.text
        assert url("werkgever", werkgever.pk) in antwoord.text
        assert "toch toevoegen" not in antwoord.text

    @pytest.mark.parametrize(
        ("veld", "waarde", "zin"),
        [
            ("naam", "", "verplicht"),
            ("kbo", "0428759498", "controlegetal klopt niet"),
            ("telefoon", "12", "Dit telefoonnummer bestaat niet"),
            ("email", "geen adres", "e-mailadres"),
            ("nace", "99.999", "99.999 staat niet in NACE-BEL 2025"),
            ("nace", "45.200", "Is het een code van 2008?"),
            ("website", "geen adres", "URL"),
            ("status", "NIET_BENADEREN", "geldige keuze"),
        ],
    )
    def test_zegt_wat_er_scheelt_en_houdt_de_invoer(self, veld, waarde, zin, als_regisseur, gebied):
        vraag = {"naam": "Nieuw bv", "status": "PROSPECT", "paritair_comite": "121", veld: waarde}

        antwoord = als_regisseur.post(url("werkgever_toevoegen"), vraag)

        assert antwoord.status_code == 422
        assert zin in antwoord.text
        assert 'value="121"' in antwoord.text
        assert not Werkgever.objects.exists()

    def test_kent_de_hele_tabel_van_2008_niet_maar_wel_haar_codes(self, als_regisseur, gebied):
        vraag = {"naam": "Garage", "status": "PROSPECT", "nace": "45.201", "nace_versie": "2008"}

        kaart = als_regisseur.post(url("werkgever_toevoegen"), vraag, follow=True).text

        assert "45.201 (2008)" in kaart


class TestKaart:
    def test_bewerken_raakt_de_accounthouder_niet(self, als_regisseur, werkgever, regieverband):
        Werkgever.objects.filter(pk=werkgever.pk).update(accounthouder=regieverband)

        als_regisseur.post(url("werkgever_bijwerken", werkgever.pk), {"naam": "Bakkerij Noord", "status": "PARTNER"})

        werkgever.refresh_from_db()
        assert (werkgever.naam, werkgever.accounthouder, werkgever.kbo) == ("Bakkerij Noord", regieverband, "")

    def test_de_geschiedenis_zegt_wie_wat_wijzigde(self, als_regisseur, werkgever, regisseur):
        vraag = {"naam": "Bakkerij Noord", "status": "AMBASSADEUR", "kbo": "0428759497", "gemeente": "31005"}
        als_regisseur.post(url("werkgever_bijwerken", werkgever.pk), vraag)

        pagina = als_regisseur.get(url("geschiedenis", werkgever.pk)).text

        assert "naam: Bakkerij Vanhoutte bv → Bakkerij Noord" in pagina
        assert "status: partner → ambassadeur" in pagina
        assert "aantal werknemers: 5 tot 9 → leeg" in pagina
        assert regisseur.user.get_full_name() in pagina

    def test_een_samengevoegde_kaart_leidt_naar_de_andere(self, als_regisseur, werkgever):
        oud = WerkgeverFactory(samengevoegd_met=werkgever)

        assert als_regisseur.get(url("werkgever", oud.pk)).headers["Location"] == url("werkgever", werkgever.pk)

    def test_archiveren_en_ongedaan_maken(self, als_regisseur, werkgever):
        als_regisseur.post(url("werkgever_archiveren", werkgever.pk))
        assert "in het archief" in als_regisseur.get(url("werkgever", werkgever.pk)).text

        als_regisseur.post(url("werkgever_terughalen", werkgever.pk))
        werkgever.refresh_from_db()
        assert werkgever.gearchiveerd_op is None

    def test_partner_maken_zegt_eerst_wat_er_gebeurt(self, als_regisseur, gebied):
        kaart = WerkgeverFactory(naam="Haven")
        ContactpersoonFactory(organisatie=None, werkgever=kaart)

        assert "1 contactpersoon verhuist" in als_regisseur.get(url("werkgever_als_partner", kaart.pk)).text
        als_regisseur.post(url("werkgever_als_partner", kaart.pk))

        kaart.refresh_from_db()
        assert kaart.organisatie.naam == "Haven"

    def test_kost_evenveel_vragen_bij_een_als_bij_tien(self, als_regisseur, werkgever, regieverband):
        def vul(aantal):
            ContactpersoonFactory.create_batch(aantal, organisatie=werkgever.organisatie)
            WerkplaatsFactory.create_batch(aantal, gebruiker=werkgever.organisatie)
            for nummer in range(aantal):
                Vestiging.objects.create(werkgever=werkgever, naam=f"V{nummer}", gemeente_id="31005")
                Tevredenheid.objects.create(
                    werkgever=werkgever, organisatie=regieverband, datum=DAG, over="KANDIDATEN", score=4
                )

        vul(1)
        als_regisseur.get(url("werkgever", werkgever.pk))
        with CaptureQueriesContext(connection) as een:
            als_regisseur.get(url("werkgever", werkgever.pk))
        vul(10)
        with CaptureQueriesContext(connection) as tien:
            als_regisseur.get(url("werkgever", werkgever.pk))

        assert len(tien) == len(een)
        assert len(tien) <= KADER + 20


class TestMensenEnPlekken:
    def test_een_telefoonnummer_volstaat(self, als_regisseur, gebied):
        kaart = WerkgeverFactory()

        als_regisseur.post(
            url("contact_toevoegen", kaart.pk), {"naam": "An", "telefoon": "050 12 34 56", "taal": "fr"}
        )

        contact = Contactpersoon.objects.get(werkgever=kaart)
        assert (contact.telefoon, contact.taal) == ("+3250123456", "fr")

    def test_geen_enkele_weg_om_iemand_te_bereiken_wordt_geweigerd(self, als_regisseur, gebied):
        antwoord = als_regisseur.post(url("contact_toevoegen", WerkgeverFactory().pk), {"naam": "An"})

        assert antwoord.status_code == 422
        assert "e-mailadres of een telefoonnummer" in antwoord.text

    def test_een_contactpersoon_van_een_ander_is_er_niet(self, als_regisseur, werkgever):
        vreemd = ContactpersoonFactory(organisatie=None, werkgever=WerkgeverFactory())

        assert als_regisseur.get(url("contact_bijwerken", werkgever.pk, vreemd.pk)).status_code == 404

    def test_deactiveren_en_ongedaan_maken(self, als_regisseur, werkgever):
        contact = ContactpersoonFactory(organisatie=werkgever.organisatie)

        als_regisseur.post(url("contact_deactiveren", werkgever.pk, contact.pk))
        contact.refresh_from_db()
        assert not contact.is_actief

        als_regisseur.post(url("contact_activeren", werkgever.pk, contact.pk))
        contact.refresh_from_db()
        assert contact.is_actief

    def test_een_fout_vestigingsnummer_wordt_gezegd(self, als_regisseur, werkgever):
        antwoord = als_regisseur.post(url("vestiging_toevoegen", werkgever.pk), {"naam": "M", "ven": "0428759497"})

        assert antwoord.status_code == 422
        assert "begint met een cijfer van 2 tot 8" in antwoord.text


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB")


@pytest.fixture
def jobhunter(vdab):
    return LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER)


class TestDrempels:
    @pytest.mark.parametrize(("gedeeld", "ziet"), [(True, True), (False, False)])
    def test_een_ander_leest_alleen_wat_gedeeld_is(self, gedeeld, ziet, client, als_regisseur, werkgever, jobhunter):
        vraag = {"soort": "UREN", "toelichting": "Begint om 5 uur", "organisatie": ""}
        vraag |= {"gedeeld": "on"} if gedeeld else {}
        organisatie = als_regisseur.get(url("drempel_toevoegen", werkgever.pk)).context["form"]["organisatie"].value()
        als_regisseur.post(url("drempel_toevoegen", werkgever.pk), {**vraag, "organisatie": organisatie})
        assert "Begint om 5 uur" in als_regisseur.get(url("werkgever", werkgever.pk)).text

        client.force_login(jobhunter.user)

        assert ("Begint om 5 uur" in client.get(url("werkgever", werkgever.pk)).text) == ziet

    def test_een_ander_kan_een_gedeelde_drempel_niet_wijzigen(self, client, werkgever, jobhunter, regisseur):
        with gebied_context(werkgever.gebied, lid_van=[regisseur.organisatie_id]):
            drempel = WerkgeverDrempel.objects.create(
                werkgever=werkgever, eigenaar=regisseur.organisatie, soort="UREN", gemeld_op=DAG, gedeeld=True
            )
        client.force_login(jobhunter.user)

        assert client.get(url("drempel_bijwerken", drempel.pk)).status_code == 404
        assert client.post(url("drempel_oplossen", drempel.pk)).status_code == 404

    def test_oplossen_en_heropenen(self, gebied, ocmw, toegang):
        drempel = services.drempel_toevoegen(
            werkgever=WerkgeverFactory(), organisatie=ocmw, gegevens=DrempelGegevens("UREN"), vandaag=DAG, door=toegang
        )

        assert services.drempel_oplossen(drempel=drempel, vandaag=DAG, door=toegang).opgelost_op == DAG
        assert services.drempel_heropenen(drempel=drempel, door=toegang).opgelost_op is None

    def test_dezelfde_open_drempel_komt_er_geen_twee_keer(self, gebied, ocmw, toegang):
        gegevens = {
            "werkgever": WerkgeverFactory(),
            "organisatie": ocmw,
            "gegevens": DrempelGegevens("UREN"),
            "vandaag": DAG,
            "door": toegang,
        }
        services.drempel_toevoegen(**gegevens)

        with pytest.raises(DomainError, match="staat er al"):
            services.drempel_toevoegen(**gegevens)
        with pytest.raises(DomainError, match="welke drempel"):
            services.drempel_toevoegen(**{**gegevens, "gegevens": DrempelGegevens("ANDER")})

    def test_niet_in_naam_van_een_ander(self, gebied, toegang):
        with pytest.raises(DomainError, match="hoort bij een andere organisatie"):
            services.drempel_toevoegen(
                werkgever=WerkgeverFactory(),
                organisatie=OcmwFactory(gebied=gebied),
                gegevens=DrempelGegevens("UREN"),
                vandaag=DAG,
                door=toegang,
            )


class TestTevredenheid:
    def test_het_gemiddelde_staat_er_met_het_aantal(self, als_regisseur, werkgever, regieverband):
        for score in (5, 4):
            Tevredenheid.objects.create(
                werkgever=werkgever, organisatie=regieverband, datum=DAG, over="KANDIDATEN", score=score
            )

        pagina = als_regisseur.get(url("werkgever", werkgever.pk)).text

        assert "<strong>4,5</strong> op 5, gemiddelde van 2 antwoorden" in pagina

    @pytest.mark.parametrize(
        ("datum", "score", "zin"), [(date(2026, 11, 24), 4, "in de toekomst"), (DAG, 6, "6"), (DAG, 0, "0")]
    )
    def test_weigert_wat_niet_kan(self, datum, score, zin, gebied, ocmw, toegang):
        with pytest.raises(DomainError, match=zin):
            services.tevredenheid_noteren(
                werkgever=WerkgeverFactory(),
                organisatie=ocmw,
                gegevens=TevredenheidGegevens(datum, "KANDIDATEN", score),
                vandaag=DAG,
                door=toegang,
            )

        assert not Tevredenheid.objects.exists()

    def test_alleen_wie_vroeg_wist_de_score(self, client, werkgever, regieverband, jobhunter):
        score = Tevredenheid.objects.create(
            werkgever=werkgever, organisatie=regieverband, datum=DAG, over="KANDIDATEN", score=4
        )
        client.force_login(jobhunter.user)

        assert client.post(url("tevredenheid_wissen", score.pk)).status_code == 404
        assert Tevredenheid.objects.exists()


class TestSamenvoegen:
    @pytest.fixture
    def oud(self, gebied):
        return WerkgeverFactory(naam="Bakkerij Van Houtte", telefoon="+3250301122", website="https://oud.example")

    def test_alles_verhuist_ook_wat_een_ander_voor_zich_houdt(self, werkgever, oud, vdab, toegang):
        with gebied_context(werkgever.gebied, lid_van=[vdab.pk]):
            drempel = WerkgeverDrempel.objects.create(werkgever=oud, eigenaar=vdab, soort="UREN", gemeld_op=DAG)
        contact = ContactpersoonFactory(organisatie=None, werkgever=oud)
        vestiging = Vestiging.objects.create(werkgever=oud, naam="Winkel")

        werkgevers_samenvoegen(blijft=werkgever, verdwijnt=oud, vandaag=DAG, door=toegang)

        for rij in (contact, vestiging, oud, werkgever):
            rij.refresh_from_db()
        with gebied_context(werkgever.gebied, lid_van=[vdab.pk]):
            drempel.refresh_from_db()
        assert (drempel.werkgever, vestiging.werkgever) == (werkgever, werkgever)
        assert (contact.organisatie, contact.werkgever) == (werkgever.organisatie, None)
        assert (oud.samengevoegd_met, oud.gearchiveerd_op) == (werkgever, DAG)
        assert (werkgever.telefoon, werkgever.naam) == ("+3250301122", "Bakkerij Vanhoutte bv")

    def test_nummer_en_partner_gaan_mee_naar_de_kaart_die_blijft(self, werkgever, oud, toegang):
        partner = werkgever.organisatie

        blijft = werkgevers_samenvoegen(blijft=oud, verdwijnt=werkgever, vandaag=DAG, door=toegang)

        assert (blijft.kbo, blijft.organisatie, blijft.nace) == ("0428759497", partner, "10712")

    def test_wie_niet_benaderd_wil_worden_blijft_dat(self, werkgever, oud, toegang):
        Werkgever.objects.filter(pk=oud.pk).update(status="NIET_BENADEREN", niet_benaderen_reden="vraagt rust")

        blijft = werkgevers_samenvoegen(blijft=werkgever, verdwijnt=oud, vandaag=DAG, door=toegang)

        assert (blijft.status, blijft.niet_benaderen_reden) == ("NIET_BENADEREN", "vraagt rust")

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"kbo": "0403170701"}, "elk een eigen KBO-nummer"),
            ({"samengevoegd_met": "zelf"}, "al samengevoegd"),
        ],
    )
    def test_weigert_wat_geen_een_werkgever_is(self, anders, zin, werkgever, oud, toegang):
        waarden = {veld: werkgever.pk if waarde == "zelf" else waarde for veld, waarde in anders.items()}
        Werkgever.objects.filter(pk=oud.pk).update(**waarden)

        with pytest.raises(DomainError, match=zin):
            werkgevers_samenvoegen(blijft=werkgever, verdwijnt=oud, vandaag=DAG, door=toegang)

    def test_niet_met_zichzelf(self, werkgever, toegang):
        with pytest.raises(DomainError, match="twee verschillende"):
            werkgevers_samenvoegen(blijft=werkgever, verdwijnt=werkgever, vandaag=DAG, door=toegang)

    def test_de_weg_van_zoeken_tot_klaar(self, als_regisseur, werkgever, oud):
        keuze = als_regisseur.get(url("samenvoegen_zoeken", werkgever.pk)).text
        assert url("samenvoegen", werkgever.pk, oud.pk) in keuze
        assert "gaat naar het archief" in als_regisseur.get(url("samenvoegen", werkgever.pk, oud.pk)).text

        antwoord = als_regisseur.post(url("samenvoegen", werkgever.pk, oud.pk))

        assert antwoord.headers["Location"] == url("werkgever", werkgever.pk)
        assert als_regisseur.get(url("werkgever", oud.pk)).headers["Location"] == url("werkgever", werkgever.pk)
