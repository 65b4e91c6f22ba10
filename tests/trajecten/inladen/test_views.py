"""The five pages: what they show, refuse and hide."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from regie.core.inlezen.bestand import lees_bestand
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.models import Gebeurtenis, Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.data.maak_clientenlijst import KOPPEN, PAD, insz
from tests.factories import ClientFactory, LidmaatschapFactory, TrajectFactory
from trajecten.imports.lijst import lees_lijsten
from trajecten.models import Client, InlaadRij, Inlading, Inzage
from trajecten.services import inladen as services

STAPPEN = ("kolommen", "nakijken", "bevestigen", "resultaat", "fouten")


@pytest.fixture
def pagina(gebied_slug):
    def adres(naam: str = "", *args: object) -> str:
        return reverse(f"trajecten:inladen{'_' if naam else ''}{naam}", args=[gebied_slug, *args])

    return adres


def upload(naam: str = "lijst.xlsx", inhoud: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, PAD.read_bytes() if inhoud is None else inhoud)


@pytest.fixture
def stuur(als_begeleider, pagina, ocmw, inlader, groendienst):
    def doe(**bestand: object):
        return als_begeleider.post(pagina(), {"eigenaar": ocmw.pk, "bestand": upload(**bestand)})

    return doe


class TestBestandKiezen:
    def test_toont_de_laatste_bestanden(self, als_begeleider, pagina, staged):
        staged()

        response = als_begeleider.get(pagina())

        assertContains(response, "clientenlijst.xlsx, blad Lijst 2026")
        assertContains(response, "nog niet bevestigd")

    def test_een_bestand_leidt_naar_de_kolommen(self, stuur, pagina):
        response = stuur()

        assertRedirects(response, pagina("kolommen", Inlading.objects.get().pk))
        assert InlaadRij.objects.count() == 11

    @pytest.mark.parametrize(
        ("naam", "inhoud", "zin"),
        [
            ("virus.xlsx", b"MZ\x90\0" + b"\0" * 500, "Dit is geen rekenblad"),
            ("lijst.pdf", b"%PDF", "Dit soort bestand kunnen we niet inladen"),
            ("leeg.xlsx", b"", "Dit bestand is leeg"),
            ("zonder.csv", b"Peeters;Els;30/07/1985\nMaes;Tom;01/01/1990", "geen rij met kolomnamen"),
            ("groot.csv", b"a" * (30 * 1024 * 1024), "30 MB groot; het mag 20 MB zijn"),
        ],
    )
    def test_een_slecht_bestand_krijgt_een_zin(self, stuur, naam, inhoud, zin):
        response = stuur(naam=naam, inhoud=inhoud)

        assertContains(response, zin, status_code=422)
        assert Inlading.objects.count() == 0

    def test_zonder_bestand(self, als_begeleider, pagina, ocmw):
        response = als_begeleider.post(pagina(), {"eigenaar": ocmw.pk})

        assertContains(response, "Kies eerst een bestand.", status_code=422)

    def test_voor_een_ander_ocmw_kan_niet(self, als_begeleider, pagina, ander_ocmw):
        response = als_begeleider.post(pagina(), {"eigenaar": ander_ocmw.pk, "bestand": upload()})

        assert response.status_code == 422
        assert Inlading.objects.count() == 0

    def test_het_sjabloon_wordt_zelf_herkend(self, als_begeleider, pagina):
        response = als_begeleider.get(pagina("sjabloon"))

        bladen = {blad.naam: blad for blad in lees_bestand("sjabloon.xlsx", response.content)}
        assert "Uitleg" in bladen
        kop = bladen["Cliënten"].rijen[0]
        ingevuld = io.BytesIO()
        boek = xlsxwriter.Workbook(ingevuld, {"in_memory": True})
        boek.add_worksheet().write_row(0, 0, kop)
        boek.worksheets()[0].write_row(1, 0, ["Peeters", "Els"])
        boek.close()
        lijst = lees_lijsten("lijst.xlsx", ingevuld.getvalue())[0]
        assert len(lijst.koppeling) == len(kop)


class TestKolommen:
    def test_toont_kolommen_met_voorbeelden_en_zonder_insz(self, stuur, als_begeleider, pagina):
        response = als_begeleider.get(stuur().url)

        assertContains(response, "Achternaam")
        assertContains(response, "85.07.30-***.**")
        assertContains(response, "herkennen we niet en laden we niet in: <strong>Nr</strong>", html=False)

    def test_een_naam_die_niet_gekoppeld_is_houdt_tegen(self, stuur, als_begeleider):
        response = als_begeleider.post(stuur().url, {"kolom_2": "voornaam"})

        assertContains(response, "Koppel ook een kolom aan &#x27;Familienaam&#x27;", status_code=422)

    def test_twee_kolommen_voor_een_veld_houden_tegen(self, stuur, als_begeleider):
        response = als_begeleider.post(
            stuur().url, {"kolom_1": "familienaam", "kolom_2": "voornaam", "kolom_3": "voornaam"}
        )

        assertContains(response, "meer dan één kolom voor: Voornaam", status_code=422)

    def test_een_andere_keuze_telt_en_wordt_onthouden(self, stuur, als_begeleider, pagina):
        adres = stuur().url

        response = als_begeleider.post(adres, {"kolom_1": "familienaam", "kolom_2": "voornaam", "kolom_6": "gemeente"})

        inlading = Inlading.objects.get()
        assertRedirects(response, pagina("nakijken", inlading.pk))
        assert inlading.koppeling == {"1": "familienaam", "2": "voornaam", "6": "gemeente"}
        assertContains(als_begeleider.get(adres), '<option value="gemeente" selected>')

    def test_hetzelfde_bestand_wordt_gemeld(self, laad, stuur, als_begeleider):
        laad()

        assertContains(als_begeleider.get(stuur().url), "Dit bestand laadde je al in")

    def test_een_ander_blad_is_te_kiezen(self, stuur, als_begeleider):
        buffer = io.BytesIO()
        boek = xlsxwriter.Workbook(buffer, {"in_memory": True})
        for naam in ("Actief", "Wachtlijst"):
            blad = boek.add_worksheet(naam)
            blad.write_row(0, 0, ["Naam", "Voornaam", "Gemeente"])
            blad.write_row(1, 0, ["Peeters", "Els", "Brugge"])
        boek.close()
        adres = stuur(inhoud=buffer.getvalue()).url

        response = als_begeleider.get(adres)

        assertContains(response, "Wachtlijst</a>")
        als_begeleider.post(adres, {"kolom_0": "familienaam", "kolom_1": "voornaam"})
        statussen = dict(Inlading.objects.order_by("pk").values_list("blad", "status"))
        assert statussen == {"Actief": Inlaadstatus.NAKIJKEN, "Wachtlijst": Inlaadstatus.GEANNULEERD}


class TestNakijken:
    def test_begint_bij_de_fouten_en_markeert_de_cel(self, als_begeleider, pagina, staged):
        response = als_begeleider.get(pagina("nakijken", staged().pk))

        assertContains(response, '<td class="fout')
        assertContains(response, "30 februari 1988 bestaat niet")
        assertContains(response, "Fouten (3)")

    @pytest.mark.parametrize(
        "tab", ["alles", "NIEUW", "BIJWERKEN", "MOGELIJK_DUBBEL", "ONGEWIJZIGD", "OVERGESLAGEN", "?"]
    )
    def test_elke_tab_toont_zijn_rijen(self, als_begeleider, pagina, staged, tab):
        assert als_begeleider.get(pagina("nakijken", staged().pk), {"tab": tab}).status_code == 200

    def test_bijwerken_toont_oud_en_nieuw_en_schrijft_de_inzage(self, als_begeleider, pagina, laad, staged):
        laad()
        Client.objects.filter(familienaam="Yılmaz").update(taal="", gemeente_id="31005", postcode="8000")

        response = als_begeleider.get(pagina("nakijken", staged().pk), {"tab": "BIJWERKEN"})

        assertContains(response, "<del>Brugge</del>")
        assertContains(response, "<ins>Damme</ins>")
        assert Inzage.objects.filter(pagina="inladen").count() == 1

    def test_mogelijk_dubbel_vraagt_een_keuze_en_bewaart_ze(self, als_begeleider, pagina, staged):
        inlading = staged()
        adres = pagina("nakijken", inlading.pk)
        assertContains(als_begeleider.get(adres, {"tab": "MOGELIJK_DUBBEL"}), "Lijkt op <strong>rij 6</strong>")

        response = als_begeleider.post(adres, {"besluit_12": "ZELFDE", "besluit_x": "ZELFDE", "besluit_13": "?"})

        assertRedirects(response, f"{adres}?tab=MOGELIJK_DUBBEL")
        assert InlaadRij.objects.get(inlading=inlading, rijnummer=12).besluit == "ZELFDE"

    def test_de_rest_overslaan(self, als_begeleider, pagina, staged):
        inlading = staged()

        als_begeleider.post(pagina("nakijken", inlading.pk), {"rest": "1"})

        assert InlaadRij.objects.get(inlading=inlading, rijnummer=12).besluit == "OVERSLAAN"

    def test_een_bekend_dossier_wordt_getoond(self, als_begeleider, pagina, staged):
        client = ClientFactory(voornaam="Koen", familienaam="Yilmas", geboortedatum=date(1990, 1, 25))
        TrajectFactory(client=client)

        response = als_begeleider.get(pagina("nakijken", staged().pk), {"tab": "MOGELIJK_DUBBEL"})

        assertContains(response, "Koen Yilmas")
        assertContains(response, "zelfde geboortedatum, naam lijkt erop")

    def test_een_rij_of_vijftig_kosten_evenveel_queries(
        self, als_begeleider, pagina, staged, tmp_path, django_assert_num_queries, django_assert_max_num_queries
    ):
        def adres(aantal: int) -> str:
            for n in range(aantal):
                client = ClientFactory(
                    voornaam=f"Els{n}", familienaam=f"Naam{n}", geboortedatum=date(1980, 1, 1 + n % 28)
                )
                TrajectFactory(client=client)
            pad = tmp_path / f"lijst{aantal}.csv"
            regels = [f"Naam{n};Els{n};{1 + n % 28:02d}/01/1980;Damme" for n in range(aantal)]
            pad.write_text("\n".join(["Naam;Voornaam;Geb. datum;Gemeente", *regels]))
            return f"{pagina('nakijken', staged(pad).pk)}?tab=MOGELIJK_DUBBEL"

        een, veel = adres(1), adres(40)
        als_begeleider.get(een)
        with django_assert_max_num_queries(30) as eerst:
            als_begeleider.get(een)
        with django_assert_num_queries(len(eerst)):
            als_begeleider.get(veel)

    def test_fouten_als_excel(self, als_begeleider, pagina, staged):
        response = als_begeleider.get(pagina("fouten", staged().pk))

        rijen = lees_bestand("fouten.xlsx", response.content)[0].rijen
        assert rijen[0] == ["Rij", *KOPPEN, "Probleem"]
        assert [rij[0] for rij in rijen[1:]] == [8, 9, 10, 12]
        assert (
            rijen[1][-1]
            == "INSZ (rijksregisternummer): het controlegetal klopt niet. Kijk de laatste twee cijfers na."
        )
        assert rijen[2][5] == "30/02/1988"
        assert Gebeurtenis.objects.filter(soort="inlading.fouten_opgehaald").count() == 1

    def test_zonder_fouten_geen_excel(self, als_begeleider, pagina, staged, tmp_path):
        pad = tmp_path / "goed.csv"
        pad.write_text("Naam;Voornaam;Geb. datum;Gemeente\nPeeters;Els;30/07/1985;Brugge\n")

        assert als_begeleider.get(pagina("fouten", staged(pad).pk)).status_code == 302


class TestBevestigen:
    @pytest.fixture
    def klaar(self, staged):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)
        return inlading

    def test_zegt_in_woorden_wat_er_gebeurt(self, als_begeleider, pagina, klaar):
        response = als_begeleider.get(pagina("bevestigen", klaar.pk))

        assertContains(response, "Je maakt 4 dossiers aan")
        assertContains(response, "3 rijen met een fout laad je niet in")
        assertNotContains(response, "Ja, dit klopt")

    def test_zonder_keuzes_terug_naar_de_rijen(self, als_begeleider, pagina, staged):
        inlading = staged()

        response = als_begeleider.get(pagina("bevestigen", inlading.pk))

        assertRedirects(response, f"{pagina('nakijken', inlading.pk)}?tab=MOGELIJK_DUBBEL")

    def test_laadt_in_en_een_tweede_keer_verandert_niets(
        self, als_begeleider, pagina, klaar, django_capture_on_commit_callbacks
    ):
        for _ in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                response = als_begeleider.post(pagina("bevestigen", klaar.pk))
            assertRedirects(response, pagina("resultaat", klaar.pk))

        assert Client.objects.count() == 4
        assertContains(als_begeleider.get(response.url), "3 rijen zijn niet ingeladen door een fout")

    def test_boven_honderd_rijen_hoort_een_vinkje(self, als_begeleider, pagina, staged, tmp_path):
        pad = tmp_path / "veel.csv"
        regels = [f"Naam{n};Els;{insz(date(1960 + n % 40, 1, 1), 2 + 2 * n)};Brugge" for n in range(101)]
        pad.write_text("\n".join(["Naam;Voornaam;INSZ;Gemeente", *regels]))
        adres = pagina("bevestigen", staged(pad).pk)

        assertContains(als_begeleider.post(adres), "Zet een vinkje", status_code=422)
        assert als_begeleider.post(adres, {"bevestigd": "on"}).status_code == 302

    def test_annuleren(self, als_begeleider, pagina, klaar):
        response = als_begeleider.post(pagina("annuleren", klaar.pk))

        assertRedirects(response, pagina())
        assertRedirects(als_begeleider.get(pagina("nakijken", klaar.pk)), pagina())
        assertContains(als_begeleider.get(pagina("resultaat", klaar.pk)), "geannuleerd")


class TestResultaat:
    def test_bezig_ververst_zichzelf(self, als_begeleider, pagina, staged, toegang):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)

        response = als_begeleider.get(pagina("resultaat", inlading.pk))
        stuk = als_begeleider.get(pagina("resultaat", inlading.pk), headers={"HX-Request": "true"})

        assertContains(response, 'hx-trigger="every 2s"')
        assertContains(response, "6 van 11")
        assertNotContains(stuk, "<html")

    def test_klaar_ververst_niet_meer(self, als_begeleider, pagina, laad):
        response = als_begeleider.get(pagina("resultaat", laad().pk), headers={"HX-Request": "true"})

        assertNotContains(response, "every 2s")
        assertContains(response, "Aangemaakt")

    def test_een_afgewerkt_bestand_is_niet_meer_te_wijzigen(self, als_begeleider, pagina, laad):
        inlading = laad()

        for stap in ("kolommen", "nakijken", "bevestigen"):
            assertRedirects(als_begeleider.get(pagina(stap, inlading.pk)), pagina("resultaat", inlading.pk))
        assert als_begeleider.post(pagina("annuleren", inlading.pk), follow=True).status_code == 200

    def test_een_onbevestigd_bestand_heeft_nog_geen_resultaat(self, als_begeleider, pagina, staged):
        inlading = staged()

        assert als_begeleider.get(pagina("resultaat", inlading.pk)).status_code == 302


class TestRechten:
    def test_een_bestand_van_een_ander_ocmw_bestaat_niet(self, client, pagina, staged, ander_ocmw, gebied):
        inlading = staged()
        with gebied_context(gebied, [ander_ocmw.pk]):
            client.force_login(LidmaatschapFactory(organisatie=ander_ocmw).user)

            for stap in STAPPEN:
                assert client.get(pagina(stap, inlading.pk)).status_code == 404, stap
            assert client.post(pagina("annuleren", inlading.pk)).status_code == 404
            assert client.post(pagina("bevestigen", inlading.pk)).status_code == 404

    @pytest.mark.parametrize("rol", [Rol.ADMINISTRATIE, Rol.REGISSEUR, Rol.PARTNERCONTACT])
    def test_zonder_recht_geen_toegang(self, als_begeleider, pagina, staged, begeleider, rol):
        inlading = staged()
        Lidmaatschap.objects.filter(pk=begeleider.pk).update(rol=rol)

        assert als_begeleider.get(pagina()).status_code == 403
        for stap in STAPPEN:
            assert als_begeleider.get(pagina(stap, inlading.pk)).status_code == 403
        assert als_begeleider.get(pagina("sjabloon")).status_code == 403
