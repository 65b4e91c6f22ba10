"""From staged rows to dossiers: whole files, decisions, refusals, batches, and what a second time does."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import xlsxwriter
from django.utils import timezone

from regie.core.exceptions import DomainError
from regie.core.inlezen import lader
from regie.core.inlezen.lijsten import eerder_geladen, voorgestelde_koppeling
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.models import Gebeurtenis, Lidmaatschap
from regie.core.permissions import Rol
from tests.data.maak_clientenlijst import insz
from tests.factories import ClientFactory, TrajectFactory
from trajecten import tasks
from trajecten.enums import TrajectStatus
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.models import Client, DuplicaatBesluit, InlaadRij, Inlading, Plaatsing, Traject
from trajecten.selectors import inladen as selectors
from trajecten.services import inladen as services
from trajecten.services.registratie import client_bijwerken

NUMMER = insz(date(1985, 7, 30), 32)


def schrijf(pad, *rijen: tuple[object, ...]):
    boek = xlsxwriter.Workbook(str(pad))
    blad = boek.add_worksheet()
    koppen = ("Naam", "Voornaam", "INSZ", "Geb. datum", "Gemeente", "Statuut", "Begeleider", "Start", "Telefoon")
    for nummer, rij in enumerate([koppen, *rijen]):
        blad.write_row(nummer, 0, rij)
    boek.close()
    return pad


class TestHetVoorbeeld:
    def test_telt_zoals_met_de_hand_geteld(self, staged):
        telling = staged().telling

        assert telling == {
            "NIEUW": 4,
            "BIJWERKEN": 0,
            "MOGELIJK_DUBBEL": 1,
            "FOUT": 3,
            "ONGEWIJZIGD": 1,
            "OVERGESLAGEN": 2,
            "velden": 0,
        }

    def test_maakt_dossiers_met_alles_wat_in_de_lijst_staat(self, laad, inlader, groendienst):
        laad()

        els = Client.objects.get(familienaam="Peeters")
        traject = Traject.objects.get(client=els)
        plaatsing = Plaatsing.objects.get(stap__traject=traject)
        assert (els.voornaam, els.insz, els.postcode, els.gemeente_id) == ("Els", NUMMER, "8310", "31005")
        assert (els.telefoon, els.opmerking, els.inkomensstatuut) == ("+32470711930", "bellen na 16u", "LEEFLOON")
        assert (traject.status, traject.begeleider, traject.einddatum_voorzien) == (
            TrajectStatus.LOPEND,
            inlader,
            date(2027, 8, 31),
        )
        assert (plaatsing.gebruiker, plaatsing.breuk) == (groendienst, Decimal("0.5"))

    def test_zonder_start_wordt_aangemeld_en_met_een_latere_start_gewacht(self, laad):
        laad()

        statussen = dict(Traject.objects.order_by("pk").values_list("client__familienaam", "status"))
        assert statussen == {
            "Peeters": TrajectStatus.LOPEND,
            "El Amrani": TrajectStatus.LOPEND,
            "Yılmaz": TrajectStatus.AANGEMELD,
            "Osei": TrajectStatus.WACHT_OP_START,
        }

    def test_het_resultaat_telt_elke_rij_een_keer(self, laad):
        inlading = laad()

        assert inlading.status == Inlaadstatus.KLAAR
        assert inlading.voortgang == inlading.rijen.count() == 11
        assert inlading.resultaat == {
            "aangemaakt": 4,
            "bijgewerkt": 0,
            "ongewijzigd": 1,
            "overgeslagen": 0,
            "mislukt": 0,
        }

    @pytest.mark.parametrize("besluit", list(Besluit))
    def test_een_tweede_keer_verandert_niets(self, laad, staged, besluit):
        laad(besluit=besluit)
        voor = list(Client.objects.order_by("pk").values_list("pk", "updated_at"))

        tweede = staged()

        assert (tweede.telling["NIEUW"], tweede.telling["BIJWERKEN"], tweede.telling["MOGELIJK_DUBBEL"]) == (0, 0, 0)
        assert tweede.telling["ONGEWIJZIGD"] == 6
        laad()
        assert list(Client.objects.order_by("pk").values_list("pk", "updated_at")) == voor

    def test_geen_insz_in_de_databank_behalve_versleuteld(self, laad):
        from django.db import connection  # noqa: PLC0415  # raw SQL, only here

        laad()

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT i::text FROM trajecten_inlaadrij i UNION ALL SELECT i::text FROM trajecten_inlading i"
            )
            tekst = " ".join(rij[0] for rij in cursor.fetchall())
            cursor.execute("SELECT details::text FROM core_gebeurtenis")
            tekst += " ".join(rij[0] for rij in cursor.fetchall())
        assert NUMMER not in tekst
        assert "85.07.30" not in tekst
        assert "Peeters" not in tekst


class TestBijwerken:
    def test_wijzigt_velden_begeleider_en_start_van_een_bekende(self, laad, tmp_path, inlader):
        schrijf(tmp_path / "een.xlsx", ("Peeters", "Els", NUMMER, "30/07/1985", "Brugge", "LL", "", "", ""))
        schrijf(
            tmp_path / "twee.xlsx",
            ("Peeters", "Els", NUMMER, "30/07/1985", "Damme", "geen", "L. Vermeulen", "01/10/2026", "0470 71 19 30"),
        )
        laad(tmp_path / "een.xlsx")

        inlading = laad(tmp_path / "twee.xlsx")

        client = Client.objects.get()
        traject = Traject.objects.get()
        assert inlading.resultaat["bijgewerkt"] == 1
        assert (client.gemeente.naam, client.inkomensstatuut, client.telefoon) == (
            "Damme",
            "GEEN_OF_ANDER",
            "+32470711930",
        )
        assert (traject.status, traject.begeleider, traject.gestart_op) == (
            TrajectStatus.LOPEND,
            inlader,
            date(2026, 10, 1),
        )

    def test_overschrijft_niet_wat_een_collega_intussen_wijzigde(self, laad, staged, toegang, vandaag, tmp_path):
        laad(schrijf(tmp_path / "een.xlsx", ("Peeters", "Els", NUMMER, "30/07/1985", "Brugge", "LL", "", "", "")))
        inlading = staged(
            schrijf(tmp_path / "twee.xlsx", ("Peeters", "Els", NUMMER, "30/07/1985", "Damme", "LL", "", "", ""))
        )
        client = Client.objects.get()
        client_bijwerken(client=client, velden={"gemeente_id": "31004"}, versie=None, door=toegang, vandaag=vandaag)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)

        services.CLIENTENLIJST.verwerken(lijst_id=str(inlading.pk), vandaag=vandaag)

        rij = InlaadRij.objects.get(inlading=inlading)
        client.refresh_from_db()
        assert (rij.oordeel, client.gemeente_id) == (Oordeel.FOUT, "31004")
        assert "Iemand wijzigde intussen het veld 'gemeente'" in rij.problemen[-1]["tekst"]


class TestKeuzes:
    @pytest.fixture
    def bekend(self, ocmw):
        client = ClientFactory(familienaam="Peeters", voornaam="Els", geboortedatum=date(1985, 7, 30))
        TrajectFactory(client=client)
        return client

    @pytest.fixture
    def pad(self, tmp_path):
        return schrijf(tmp_path / "een.xlsx", ("Peeters", "Els", NUMMER, "30/07/1985", "Brugge", "LL", "", "", ""))

    def test_zelfde_persoon_vult_het_dossier_aan(self, laad, pad, bekend):
        laad(pad, besluit="ZELFDE")

        bekend.refresh_from_db()
        assert (Client.objects.count(), bekend.insz) == (1, NUMMER)

    def test_andere_persoon_maakt_een_dossier_en_onthoudt_dat(self, laad, pad, bekend):
        laad(pad, besluit="ANDERE")

        nieuw = Client.objects.exclude(pk=bekend.pk).get()
        besluit = DuplicaatBesluit.objects.get()
        assert (besluit.client_id, besluit.andere_id) == (nieuw.pk, bekend.pk)

    def test_overslaan_laat_alles_zoals_het_is(self, laad, pad, bekend):
        inlading = laad(pad, besluit="OVERSLAAN")

        bekend.refresh_from_db()
        assert (Client.objects.count(), bekend.insz, inlading.resultaat["overgeslagen"]) == (1, "", 1)

    def test_zonder_keuze_geen_bevestiging(self, staged, pad, bekend, toegang):
        inlading = staged(pad)

        with pytest.raises(DomainError, match="Kies eerst bij 1 rij"):
            services.CLIENTENLIJST.bevestigen(lijst=inlading, door=toegang)

    def test_de_rest_overslaan_maakt_bevestigen_mogelijk(self, staged, pad, bekend, toegang):
        inlading = staged(pad)

        assert services.CLIENTENLIJST.rest_overslaan(lijst=inlading) == 1
        assert services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)

    def test_een_onbekende_keuze_wordt_geweigerd(self, staged, pad, bekend, toegang):
        with pytest.raises(DomainError, match="kies zelfde persoon"):
            services.CLIENTENLIJST.besluiten(lijst=staged(pad), besluiten={2: "MISSCHIEN"})

    def test_zelfde_persoon_als_een_rij_die_niet_ingeladen_raakte(self, laad, tmp_path, monkeypatch):
        """The first of two look-alikes is refused while writing: the second says so instead of guessing."""
        pad = schrijf(
            tmp_path / "een.xlsx",
            ("Peeters", "Els", NUMMER, "30/07/1985", "Brugge", "LL", "", "", ""),
            ("Peeters", "Els", "", "30/07/1985", "Brugge", "LL", "", "", ""),
        )

        def weiger(*args: object, **kwargs: object) -> None:
            raise DomainError("Nee.")

        monkeypatch.setattr("trajecten.services.inladen_rij.client_registreren", weiger)

        inlading = laad(pad)

        assert inlading.resultaat["mislukt"] == 2
        assert [rij.oordeel for rij in inlading.rijen.order_by("rijnummer")] == ["FOUT", "FOUT"]


class TestBevestigen:
    def test_een_tweede_klik_doet_niets(self, staged, toegang, django_capture_on_commit_callbacks):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)

        with django_capture_on_commit_callbacks() as wachtrij:
            assert services.CLIENTENLIJST.bevestigen(lijst=inlading, door=toegang) is True
            assert services.CLIENTENLIJST.bevestigen(lijst=inlading, door=toegang) is False
        assert len(wachtrij) == 1
        assert Gebeurtenis.objects.filter(soort="inlading.bevestigd").count() == 1

    def test_de_taak_verwerkt_alle_delen(self, staged, toegang, monkeypatch, django_capture_on_commit_callbacks):
        monkeypatch.setattr(lader, "BATCH", 2)
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)

        with django_capture_on_commit_callbacks(execute=True):
            services.CLIENTENLIJST.bevestigen(lijst=inlading, door=toegang)

        inlading.refresh_from_db()
        assert (inlading.status, inlading.resultaat["aangemaakt"], inlading.voortgang) == (Inlaadstatus.KLAAR, 4, 11)

    def test_na_bevestigen_is_niets_meer_te_kiezen(self, laad, toegang):
        inlading = laad()

        for doe in (
            lambda: services.CLIENTENLIJST.besluiten(lijst=inlading, besluiten={}),
            lambda: services.CLIENTENLIJST.rest_overslaan(lijst=inlading),
            lambda: services.CLIENTENLIJST.annuleren(lijst=inlading, door=toegang),
            lambda: services.CLIENTENLIJST.nakijken(lijst=inlading, koppeling={}, oordelen=[], door=toegang),
        ):
            with pytest.raises(DomainError):
                doe()

    def test_annuleren_wist_de_rijen(self, staged, toegang):
        inlading = staged()

        services.CLIENTENLIJST.annuleren(lijst=inlading, door=toegang)

        inlading.refresh_from_db()
        assert (inlading.status, inlading.rijen.count()) == (Inlaadstatus.GEANNULEERD, 0)

    def test_inladen_voor_een_ander_ocmw_kan_niet(self, toegang, ander_ocmw):
        with pytest.raises(DomainError, match="waar je zelf werkt"):
            services.CLIENTENLIJST.maken(bestandsnaam="x", sha256="", bladen=[], eigenaar=ander_ocmw, door=toegang)


class TestVerwerken:
    def test_wie_het_recht_verloor_laadt_niets_meer_in(self, staged, toegang, vandaag):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)
        Lidmaatschap.objects.filter(user_id=toegang.user_id).update(rol=Rol.ADMINISTRATIE)

        assert services.CLIENTENLIJST.verwerken(lijst_id=str(inlading.pk), vandaag=vandaag)

        inlading.refresh_from_db()
        assert Client.objects.count() == 0
        assert "mag dat niet meer" in inlading.resultaat["melding"]

    def test_een_geweigerde_rij_houdt_de_rest_niet_tegen(self, staged, toegang, vandaag):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)
        client = ClientFactory(familienaam="Iemand", voornaam="Anders", insz=NUMMER)
        client_bijwerken(client=client, velden={"voornaam": "Toch"}, versie=None, door=toegang, vandaag=vandaag)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)

        services.CLIENTENLIJST.verwerken(lijst_id=str(inlading.pk), vandaag=vandaag)

        inlading.refresh_from_db()
        rij = InlaadRij.objects.get(inlading=inlading, rijnummer=4)
        assert (inlading.resultaat["aangemaakt"], inlading.resultaat["mislukt"]) == (3, 1)
        assert "al een dossier met dit INSZ" in rij.problemen[-1]["tekst"]

    def test_een_stilgevallen_bestand_gaat_verder(self, staged, toegang, django_capture_on_commit_callbacks):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)
        Inlading.objects.filter(pk=inlading.pk).update(updated_at=timezone.now() - timedelta(minutes=10))

        with django_capture_on_commit_callbacks(execute=True):
            tasks.inladingen_opvolgen()

        inlading.refresh_from_db()
        assert (inlading.status, inlading.resultaat["aangemaakt"]) == (Inlaadstatus.KLAAR, 4)

    def test_wat_blijft_stilvallen_eindigt_met_een_melding(self, staged, toegang):
        inlading = staged()
        services.CLIENTENLIJST.rest_overslaan(lijst=inlading)
        services.CLIENTENLIJST.overnemen(lijst=inlading, door=toegang)
        inlading.refresh_from_db()
        inlading.resultaat["hervat"] = lader.MAX_HERVAT
        inlading.save()

        assert services.CLIENTENLIJST.hervatten(na=timedelta(0)) == 1

        inlading.refresh_from_db()
        assert (inlading.status, "liep vast" in inlading.resultaat["melding"]) == (Inlaadstatus.KLAAR, True)

    def test_het_aantal_queries_per_rij_blijft_gelijk(self, laad, tmp_path, django_assert_max_num_queries):
        def rijen(aantal: int, jaar: int) -> list[tuple[object, ...]]:
            return [
                (f"Naam{jaar}x{n}", "Els", insz(date(jaar, 1, 1), n * 2), f"01/01/{jaar}", "Brugge", "LL", "", "", "")
                for n in range(1, aantal + 1)
            ]

        with django_assert_max_num_queries(2000) as een:
            laad(schrijf(tmp_path / "een.xlsx", *rijen(1, 1980)))
        with django_assert_max_num_queries(20_000) as elf:
            laad(schrijf(tmp_path / "elf.xlsx", *rijen(11, 1981)))
        with django_assert_max_num_queries(20_000) as eenentwintig:
            laad(schrijf(tmp_path / "eenentwintig.xlsx", *rijen(21, 1982)))
        assert len(eenentwintig) - len(elf) <= len(elf) - len(een) + 5  # ten rows more cost the same ten rows


class TestOpruimen:
    def test_rijen_verdwijnen_na_dertig_dagen_en_de_telling_blijft(self, laad, staged, vandaag):
        klaar, oud = laad(), staged()
        Inlading.objects.filter(pk__in=[klaar.pk, oud.pk]).update(created_at=timezone.now() - timedelta(days=31))

        assert services.CLIENTENLIJST.opruimen(vandaag=vandaag) == 22

        klaar.refresh_from_db()
        oud.refresh_from_db()
        assert (klaar.status, klaar.resultaat["aangemaakt"]) == (Inlaadstatus.KLAAR, 4)
        assert oud.status == Inlaadstatus.GEANNULEERD

    def test_jongere_rijen_blijven(self, staged, vandaag):
        staged()

        assert services.CLIENTENLIJST.opruimen(vandaag=vandaag) == 0


class TestOnthouden:
    def test_een_keuze_voor_dezelfde_kolommen_wordt_onthouden(self, laad, ocmw):
        inlading = laad()

        koppeling = voorgestelde_koppeling(Inlading(eigenaar=ocmw, kolommen=inlading.kolommen))

        assert koppeling == {int(index): veld for index, veld in inlading.koppeling.items()}
        assert voorgestelde_koppeling(Inlading(eigenaar=ocmw, kolommen=["iets", "anders"])) == {}

    def test_hetzelfde_bestand_wordt_herkend(self, laad, staged):
        eerste = laad()

        assert eerder_geladen(staged()) == eerste

    def test_een_maskertje_toont_nooit_een_heel_nummer(self):
        assert selectors.masker_cel(NUMMER) == "85.07.30-***.**"
        assert selectors.masker_cel("8507300332") == "85.07.30-*** (10 cijfers)"
        assert selectors.masker_cel("abc") == "***"
        assert selectors.masker_cel("") == ""
