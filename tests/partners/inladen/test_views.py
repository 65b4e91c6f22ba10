"""The pages of loading employers: the whole way, what is refused, and who sees a list."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from partners.models import Werkgever, Werkgeverslijst
from partners.services import inladen as services
from regie.core.http import gebied_url
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.tenancy import gebied_context
from tests.factories.partners import WerkgeverFactory

KBO = "0428759497"


@pytest.fixture
def stuur(als_begeleider, ocmw):
    def doe(inhoud: bytes, naam: str = "werkgevers.csv"):
        velden = {"eigenaar": ocmw.pk, "bestand": SimpleUploadedFile(naam, inhoud)}
        return als_begeleider.post(gebied_url("werkgevers:inladen"), velden)

    return doe


def koppelen(client, lijst, **anders):
    velden = {f"kolom_{index}": veld for index, veld in lijst.koppeling.items()}
    return client.post(gebied_url("werkgevers:inladen_kolommen", lijst.pk), {**velden, **anders})


class TestHeleWeg:
    def test_van_bestand_tot_kaart(self, als_begeleider, stuur, csv, vandaag):
        stuur(csv(f"{KBO};Bakkerij;Brugge;;;;;;", "0428759498;Fout nummer;Brugge;;;;;;"))
        lijst = Werkgeverslijst.objects.get()

        nakijken = koppelen(als_begeleider, lijst).url
        pagina = als_begeleider.get(nakijken).text
        als_begeleider.post(gebied_url("werkgevers:inladen_bevestigen", lijst.pk))
        services.WERKGEVERSLIJST.verwerken(lijst_id=str(lijst.pk), vandaag=vandaag)

        assert "het controlegetal klopt niet" in pagina
        assert Werkgever.objects.get().kbo == KBO
        resultaat = als_begeleider.get(gebied_url("werkgevers:inladen_resultaat", lijst.pk)).text
        assert "1 rij is niet ingeladen" in resultaat
        blad = als_begeleider.get(gebied_url("werkgevers:inladen_meldingen", lijst.pk))
        rijen = CalamineWorkbook.from_filelike(BytesIO(blad.content)).get_sheet_by_index(0).to_python()
        assert (rijen[1][1], rijen[1][-2]) == ("0428759498", "niet ingeladen")
        assert "controlegetal" in rijen[1][-1]

    def test_een_tweede_keer_zegt_dat_er_niets_verandert(self, als_begeleider, laad, csv):
        laad(csv(f"{KBO};Bakkerij;Brugge;;;;;;"))

        lijst = laad(csv(f"{KBO};Bakkerij;Brugge;;;;;;"))

        pagina = als_begeleider.get(gebied_url("werkgevers:inladen_resultaat", lijst.pk)).text
        assert "Er is niets veranderd" in pagina

    def test_een_keuze_per_rij(self, als_begeleider, nagekeken, csv, brugge):
        WerkgeverFactory(naam="Bakkerij Vermeulen bv", gemeente=brugge)
        lijst = nagekeken(csv(";Bakkerij Vermeulen;Brugge;10.710;;;;;"))
        adres = gebied_url("werkgevers:inladen_nakijken", lijst.pk)
        assert "Lijkt op" in als_begeleider.get(adres).text
        assert als_begeleider.get(gebied_url("werkgevers:inladen_bevestigen", lijst.pk)).status_code == 302

        als_begeleider.post(adres, {"besluit_2": "ZELFDE"})

        assert lijst.rijen.get().besluit == "ZELFDE"
        assert als_begeleider.get(gebied_url("werkgevers:inladen_bevestigen", lijst.pk)).status_code == 200


class TestKolommen:
    def test_onthoudt_een_keuze_voor_dezelfde_kolommen(self, als_begeleider, stuur, csv, vandaag):
        inhoud = csv(f"{KBO};Bakkerij;Brugge;;;;;;")
        stuur(inhoud)
        lijst = Werkgeverslijst.objects.get()
        koppelen(als_begeleider, lijst, kolom_4="")
        als_begeleider.post(gebied_url("werkgevers:inladen_bevestigen", lijst.pk))
        services.WERKGEVERSLIJST.verwerken(lijst_id=str(lijst.pk), vandaag=vandaag)

        stuur(inhoud)

        nieuw = Werkgeverslijst.objects.get(status=Inlaadstatus.KOPPELEN)
        pagina = als_begeleider.get(gebied_url("werkgevers:inladen_kolommen", nieuw.pk))
        assert pagina.context["niet_ingeladen"] == ["Werknemers"]
        assert "Dit bestand laadde je al in" in pagina.text

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [({"kolom_1": ""}, "Koppel de kolom met de naam"), ({"kolom_2": "naam"}, "meer dan één kolom voor: Naam")],
    )
    def test_weigert_wat_niet_kan(self, anders, zin, als_begeleider, opgeladen, csv):
        antwoord = koppelen(als_begeleider, opgeladen(csv(f"{KBO};Bakkerij;Brugge;;;;;;")), **anders)

        assert antwoord.status_code == 422
        assert zin in antwoord.text


class TestWeigeren:
    def test_een_bestand_zonder_kolomnamen(self, stuur):
        antwoord = stuur(b"a;b\r\n1;2\r\n")

        assert antwoord.status_code == 422
        assert "zoals &#x27;Ondernemingsnummer&#x27;" in antwoord.text

    def test_een_lijst_blijft_binnen_de_organisatie(self, opgeladen, gebied, ander_ocmw):
        opgeladen()

        with gebied_context(gebied, [ander_ocmw.pk]):
            assert not Werkgeverslijst.objects.exists()

    def test_annuleren_wist_de_rijen(self, als_begeleider, opgeladen):
        lijst = opgeladen()

        als_begeleider.post(gebied_url("werkgevers:inladen_annuleren", lijst.pk))

        assert not lijst.rijen.exists()

    def test_het_sjabloon_wordt_herkend(self, als_begeleider):
        blad = als_begeleider.get(gebied_url("werkgevers:inladen_sjabloon"))

        assert blad.content[:2] == b"PK"
