"""The list of employers: what is found, what a form answers, and how many queries it takes."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from partners import selectors
from partners.models import Vestiging, Werkgever
from regie.core.tenancy import gebied_context
from tests.factories import WerkgeverFactory, WerkplaatsFactory
from tests.partners.werkgevers.hulp import KADER, url


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
