"""What each row is: by number, by name and municipality, or wrong; and what a card keeps."""

import pytest

from partners.enums import Lijstoordeel, WerkgeverStatus
from partners.imports import waarden
from partners.imports.kolommen import WERKGEVERVELDEN, ontbrekend
from partners.models import Contactpersoon, Lijstrij, Werkgever
from tests.factories.partners import WerkgeverFactory

KBO, ANDER_KBO = "0428759497", "0403170701"


def rijen() -> list[Lijstrij]:
    return list(Lijstrij.objects.order_by("rijnummer"))


class TestWaarden:
    @pytest.mark.parametrize(
        "notatie", ["0428759497", "428759497", "BE 0428.759.497", "0428.759.497", 428759497, "BE0428759497"]
    )
    def test_vier_notaties_van_een_kbo_nummer(self, notatie):
        assert waarden.lees_kbo(notatie).waarde == KBO

    @pytest.mark.parametrize(
        ("cel", "zin"),
        [
            ("0428.759.498", "het controlegetal klopt niet"),
            ("0428.759", "7 cijfers, er moeten er 10 zijn"),
            ("onbekend bedrijf", "0 cijfers, er moeten er 10 zijn"),
        ],
    )
    def test_een_fout_nummer_stopt_de_rij(self, cel, zin):
        assert zin in waarden.lees_kbo(cel).fout

    @pytest.mark.parametrize(
        ("cel", "klasse"),
        [
            ("3", "1-4"),
            (12, "10-19"),
            ("55", "50-99"),
            ("1.200", "500+"),
            ("1 200", "500+"),
            ("50-99", "50-99"),
            ("500+", "500+"),
            ("ongeveer 250", "200-499"),
            ("", None),
            ("5-60", None),
            ("veel", None),
            ("0", None),
        ],
    )
    def test_een_aantal_werknemers_wordt_een_klasse(self, cel, klasse):
        assert waarden.lees_werknemers(cel).waarde == klasse

    @pytest.mark.parametrize(
        ("cel", "code"),
        [
            ("10.710", ("10710", "2008")),
            ("41.20", ("4120", "2008")),
            ("5210", ("5210", "2025")),
            ("45.200", ("45200", "2008")),
            ("88101", ("88101", "2025")),
            ("00.99", None),
        ],
    )
    def test_een_nace_code_krijgt_haar_versie(self, cel, code):
        assert waarden.lees_nace(cel).waarde == code

    def test_een_webadres_zonder_begin(self):
        assert waarden.lees_website("www.bakkerij.example").waarde == "https://www.bakkerij.example"
        assert "geen webadres" in waarden.lees_website("geen idee").letop


class TestKolommen:
    def test_herkent_de_kolommen_van_het_voorbeeld(self):
        koppen = ["Ondernemingsnr", "Naam", "Gemeente", "NACE", "Werknemers", "Contact", "Tel", "Laatste contact"]

        velden = WERKGEVERVELDEN.herken_alle([*koppen, "Door", "Iets anders"])

        assert list(velden.values()) == [
            *("kbo", "naam", "gemeente", "nace", "werknemers", "contact", "telefoon", "laatste_contact", "door")
        ]

    def test_zonder_naam_gaat_het_niet(self):
        assert "Koppel de kolom met de naam" in str(ontbrekend({0: "kbo"}))
        assert ontbrekend({0: "naam"}) is None


class TestHerkennen:
    @pytest.mark.parametrize(
        ("regel", "oordeel"),
        [
            (f"{KBO};Iets anders;Damme;;;;;;", Lijstoordeel.AANVULLEN),  # by number, whatever the name
            (";Bakkerij Vermeulen;Brugge;;;;;;", Lijstoordeel.ONGEWIJZIGD),  # the same and nothing new
            (";Bakkerij Vermeulen;Brugge;10.710;;;;;", Lijstoordeel.MOGELIJK_BEKEND),
            (";Bakkerij Vermeule;Brugge;;;;;;", Lijstoordeel.MOGELIJK_BEKEND),  # looks like it
            (";Bakkerij Vermeulen;Damme;;;;;;", Lijstoordeel.NIEUW),  # elsewhere
            (";Bakkerij Vermeulen;;;;;;;", Lijstoordeel.MOGELIJK_BEKEND),  # no municipality to tell
            (f"{ANDER_KBO};Bakkerij Vermeulen;Brugge;;;;;;", Lijstoordeel.NIEUW),  # another number
            ("0428759498;Bakkerij Vermeulen;Brugge;;;;;;", Lijstoordeel.FOUT),
            (f"{ANDER_KBO};;Brugge;;;;;;", Lijstoordeel.FOUT),
            ("Totaal;140;;;;;;;", Lijstoordeel.OVERGESLAGEN),
            (";;;;;;;;", Lijstoordeel.OVERGESLAGEN),
        ],
    )
    def test_een_rij_tegen_een_kaart(self, regel, oordeel, nagekeken, csv, brugge):
        WerkgeverFactory(naam="Bakkerij Vermeulen bv", kbo=KBO, gemeente=brugge)

        nagekeken(csv(regel, f"{'0404476835'};Een andere;Brugge;;;;;;"))

        rij = rijen()[0]
        assert rij.oordeel == ("ONGEWIJZIGD" if "Iets anders" in regel else oordeel)

    def test_een_kaart_zonder_nummer_krijgt_er_een(self, laad, csv, brugge):
        kaart = WerkgeverFactory(naam="Bakkerij Vermeulen bv", gemeente=brugge)

        laad(csv(f"{KBO};Bakkerij Vermeulen;Brugge;;;;;;"), besluit="ZELFDE")

        kaart.refresh_from_db()
        assert kaart.kbo == KBO

    def test_een_andere_werkgever_krijgt_een_eigen_kaart_en_blijft_die_de_tweede_keer(self, laad, csv, brugge):
        WerkgeverFactory(naam="Bakkerij Vermeulen bv", gemeente=brugge)
        regel = csv(";Bakkerij Vermeulens;Brugge;10.710;;;;;")

        eerste, tweede = laad(regel, besluit="ANDERE"), laad(regel, besluit="ANDERE")

        assert (eerste.resultaat["aangemaakt"], tweede.resultaat["ongewijzigd"]) == (1, 1)
        assert Werkgever.objects.count() == 2

    def test_een_keuze_wordt_de_tweede_keer_niet_meer_gevraagd(self, laad, nagekeken, csv, brugge):
        kaart = WerkgeverFactory(naam="Bakkerij Vermeulen bv", gemeente=brugge)
        regel = csv(";Bakkerij Vermeule;Brugge;10.710;;;;;")
        laad(regel, besluit="ZELFDE")

        lijst = nagekeken(regel)

        rij = lijst.rijen.get()
        assert (rij.oordeel, rij.werkgever) == (Lijstoordeel.ONGEWIJZIGD, kaart)

    def test_overslaan_verandert_niets(self, laad, csv, brugge):
        WerkgeverFactory(naam="Bakkerij Vermeulen bv", gemeente=brugge)

        lijst = laad(csv(";Bakkerij Vermeulen;Brugge;10.710;;;;;"))

        assert lijst.resultaat["overgeslagen"] == 1
        assert Werkgever.objects.get().nace == ""

    def test_een_kaart_in_het_archief_wordt_niet_stil_gebruikt(self, nagekeken, csv, vandaag):
        WerkgeverFactory(naam="Bakkerij", kbo=KBO, gearchiveerd_op=vandaag)

        nagekeken(csv(f"{KBO};Bakkerij;Brugge;;;;;;"))

        assert rijen()[0].oordeel == Lijstoordeel.FOUT
        assert "staat in het archief" in rijen()[0].problemen[0]["tekst"]


class TestKaartBlijft:
    def test_vult_alleen_lege_velden_aan(self, laad, csv, brugge):
        WerkgeverFactory(naam="Bakkerij Vermeulen", kbo=KBO, gemeente=brugge, grootteklasse="10-19")

        lijst = laad(csv(f"{KBO};Bakkerij Vermeulen;Damme;10.710;250;;;;"))

        kaart = Werkgever.objects.get()
        assert (kaart.gemeente_id, kaart.grootteklasse, kaart.nace) == ("31005", "10-19", "10710")
        assert lijst.resultaat["aangevuld"] == 1
        zinnen = " ".join(p["tekst"] for p in lijst.rijen.get().problemen)
        assert "op de kaart staat Brugge. Dat laten we zo." in zinnen
        assert "op de kaart staat 10 tot 19 werknemers. Dat laten we zo." in zinnen

    def test_een_verloren_letter_vervangt_geen_goede_naam(self, laad, csv):
        WerkgeverFactory(naam="Zorg Nguyễn vzw", kbo=KBO)

        laad(csv(f"{KBO};Zorg Nguy?n vzw;;;;;;;"))

        assert Werkgever.objects.get().naam == "Zorg Nguyễn vzw"

    def test_wie_niet_benaderd_wil_worden_wordt_gezegd(self, nagekeken, csv):
        WerkgeverFactory(
            naam="Bakkerij", kbo=KBO, status=WerkgeverStatus.NIET_BENADEREN, niet_benaderen_reden="Vroeg rust"
        )

        nagekeken(csv(f"{KBO};Bakkerij;;;;;;;"))

        assert "niet benaderd" in rijen()[0].problemen[0]["tekst"]

    def test_een_bekende_contactpersoon_komt_er_geen_tweede_keer_bij(self, laad, csv):
        kaart = WerkgeverFactory(naam="Bakkerij", kbo=KBO)
        Contactpersoon.objects.create(werkgever=kaart, naam="Nele Claeys", telefoon="+3250123456")

        lijst = laad(
            csv(f"{KBO};Bakkerij;;;;Nele CLAEYS;0470 71 19 30;;", f"{KBO};Bakkerij;;;;Jan Maes;050/12 34 56;;")
        )

        assert set(kaart.contactpersonen.values_list("naam", flat=True)) == {"Nele Claeys", "Jan Maes"}
        assert "heeft Nele CLAEYS 050 12 34 56" in lijst.rijen.get(rijnummer=2).problemen[-1]["tekst"]

    def test_een_nummer_zonder_persoon_is_van_de_werkgever(self, laad, csv):
        laad(csv(f"{KBO};Bakkerij;Brugge;;;;050/12 34 56;;"))

        assert Werkgever.objects.get().telefoon == "+3250123456"
        assert not Contactpersoon.objects.exists()


class TestInEenLijst:
    def test_tweemaal_hetzelfde_nummer_is_een_kaart_met_twee_mensen(self, laad, csv):
        lijst = laad(
            csv(
                f"{KBO};Bakkerij;Brugge;;;Nele Claeys;0470 71 19 30;;", f"{KBO};Bakkerij;Brugge;;;Jan Maes;050123456;;"
            )
        )

        assert Werkgever.objects.get().contactpersonen.count() == 2
        assert (lijst.resultaat["aangemaakt"], lijst.resultaat["aangevuld"]) == (1, 1)

    def test_een_rij_die_op_een_eerdere_lijkt_vraagt_een_keuze(self, laad, csv):
        lijst = laad(
            csv(f"{KBO};Bakkerij Vermeulen;Brugge;;;;;;", ";Bakkerij Vermeulen bv;Brugge;10.710;;;;;"), "ZELFDE"
        )

        assert [rij.oordeel for rij in rijen()] == ["NIEUW", "MOGELIJK_BEKEND"]
        assert (Werkgever.objects.get().nace, lijst.resultaat["aangevuld"]) == ("10710", 1)
