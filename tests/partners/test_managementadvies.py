"""The premium of domein.md 6.4 by table, every condition by its edge, and who may read a dossier."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from partners.enums import Adviesstatus, Erkenning
from partners.models import Managementadvies
from partners.selectors.managementadvies import Stand, bereken_premie, openstelling, toegekende_jaren, voorwaarden
from partners.services.managementadvies import AdviesGegevens, advies_bijwerken, advies_toevoegen, advies_wissen
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.http import gebied_url
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory

OPEN_DAG = date(2023, 5, 10)
GOED = AdviesGegevens(
    onderwerp="Groeiplan",
    kost_excl_btw=Decimal(12_000),
    btw=Decimal(2_520),
    erkenning=Erkenning.MAATWERKBEDRIJF,
    kan_kmo_portefeuille=False,
    in_moeilijkheden=False,
    rsz_achterstand=False,
    is_verplicht=False,
    de_minimis=Decimal(0),
    aangevraagd_op=OPEN_DAG,
    beslist_op=date(2023, 7, 1),
    is_toegekend=True,
    kosten_vanaf=date(2023, 7, 2),
)


@pytest.fixture
def verantwoordelijke(ocmw):
    return LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE)


@pytest.fixture
def door(verantwoordelijke):
    return Lidmaatschap.objects.filter(pk=verantwoordelijke.pk).toegang()


@pytest.fixture
def maak(ocmw, door, vandaag):
    def advies(**anders: object) -> Managementadvies:
        return advies_toevoegen(eigenaar=ocmw, gegevens=replace(GOED, **anders), door=door, vandaag=vandaag)

    return advies


def stand(advies: Managementadvies, titel: str, vandaag: date, jaren: tuple[int, ...] = ()) -> Stand:
    alle = voorwaarden(advies, jaren=jaren, vandaag=vandaag)
    return next(v.stand for v in alle if v.titel.startswith(titel))


class TestPremie:
    @pytest.mark.parametrize(
        ("kost", "premie"),
        [(12_000, 6_000), (20_000, 10_000), (31_250, 10_000), (0, 0), ("999.99", "500.00"), ("20000.02", 10_000)],
    )
    def test_de_helft_tot_het_maximum(self, kost, premie, gebied):
        assert bereken_premie(Decimal(kost), op=date(2024, 3, 1)).bedrag == Decimal(premie)

    def test_btw_telt_nooit_mee(self, maak):
        zonder, met = maak(btw=Decimal(0)), maak(btw=Decimal(6_562))

        bedragen = [bereken_premie(advies.kost_excl_btw, op=OPEN_DAG).bedrag for advies in (zonder, met)]
        assert bedragen == [6_000, 6_000]

    @pytest.mark.parametrize(
        ("dag", "verwacht"),
        [
            (date(2024, 12, 31), Stand.VOLDAAN),
            (date(2025, 1, 1), Stand.NIET),
            (date(2025, 12, 31), Stand.NIET),
            (date(2026, 1, 1), Stand.ONBEKEND),
        ],
    )
    def test_gesloten_in_2025_en_daarna_niet_bekend(self, dag, verwacht, gebied):
        assert openstelling(dag).stand == verwacht


class TestVoorwaarden:
    def test_alles_in_orde(self, maak, vandaag):
        assert {v.stand for v in voorwaarden(maak(), jaren=(), vandaag=vandaag)} == {Stand.VOLDAAN}

    @pytest.mark.parametrize(
        ("titel", "veld", "waarde", "verwacht"),
        [
            ("Erkende", "erkenning", Erkenning.GEEN, Stand.NIET),
            ("Erkende", "erkenning", Erkenning.LDE, Stand.VOLDAAN),
            ("Geen kmo", "kan_kmo_portefeuille", True, Stand.NIET),
            ("Geen kmo", "kan_kmo_portefeuille", None, Stand.ONBEKEND),
            ("Niet in moeilijkheden", "in_moeilijkheden", True, Stand.NIET),
            ("Geen achterstand", "rsz_achterstand", True, Stand.NIET),
            ("Geen verplicht", "is_verplicht", True, Stand.NIET),
            ("De-minimis", "de_minimis", None, Stand.ONBEKEND),
            ("De-minimis", "de_minimis", Decimal(194_000), Stand.VOLDAAN),  # 194.000 + 6.000 = 200.000
            ("De-minimis", "de_minimis", Decimal("194000.01"), Stand.NIET),
            ("Kosten", "kosten_vanaf", date(2023, 7, 1), Stand.NIET),  # the day of the decision itself
            ("Kosten", "kosten_vanaf", None, Stand.ONBEKEND),
        ],
    )
    def test_een_voorwaarde_op_haar_grens(self, titel, veld, waarde, verwacht, maak, vandaag):
        assert stand(maak(**{veld: waarde}), titel, vandaag) == verwacht

    @pytest.mark.parametrize(("vorig", "verwacht"), [(2021, Stand.VOLDAAN), (2022, Stand.NIET), (2023, Stand.NIET)])
    def test_een_advies_per_twee_kalenderjaren(self, vorig, verwacht, maak, vandaag):
        maak(aangevraagd_op=date(vorig, 1, 3), beslist_op=date(vorig, 1, 31), kosten_vanaf=None)
        nieuw = maak(beslist_op=None, is_toegekend=None, kosten_vanaf=None)

        assert stand(nieuw, "Eén advies", vandaag, tuple(toegekende_jaren(nieuw))) == verwacht

    def test_het_plafond_van_na_2023_is_hoger(self, maak, vandaag):
        later = maak(aangevraagd_op=date(2024, 5, 1), beslist_op=date(2024, 6, 1), de_minimis=Decimal(250_000))

        assert stand(later, "De-minimis", vandaag) == Stand.VOLDAAN


class TestDossier:
    @pytest.mark.parametrize(
        ("anders", "status"),
        [
            (
                {"aangevraagd_op": None, "beslist_op": None, "is_toegekend": None, "kosten_vanaf": None},
                Adviesstatus.VOORBEREIDING,
            ),
            ({"beslist_op": None, "is_toegekend": None}, Adviesstatus.AANGEVRAAGD),
            ({"is_toegekend": False}, Adviesstatus.GEWEIGERD),
            ({}, Adviesstatus.TOEGEKEND),
            (
                {"verslag_op": date(2024, 1, 8), "analyse": "a", "aanbeveling": "b", "aanpak": "c"},
                Adviesstatus.AFGEROND,
            ),
        ],
    )
    def test_de_status_volgt_uit_de_datums(self, anders, status, maak):
        assert maak(**anders).status == status

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"verslag_op": date(2024, 1, 8)}, "Een verslag heeft een analyse"),
            ({"beslist_op": date(2023, 5, 9)}, "De beslissing komt na de aanvraag"),
            ({"is_toegekend": None}, "beslissing zelf samen in"),
            ({"aangevraagd_op": date(2030, 1, 1), "beslist_op": None, "is_toegekend": None}, "niet in de toekomst"),
        ],
    )
    def test_weigert_wat_niet_klopt(self, anders, zin, maak):
        with pytest.raises(DomainErrors) as fout:
            maak(**anders)

        assert zin in " ".join(fout.value.meldingen)

    def test_wat_is_aangevraagd_blijft(self, maak, door):
        with pytest.raises(DomainError, match="niet meer wissen"):
            advies_wissen(advies=maak(), door=door)

    def test_alleen_voor_de_eigen_organisatie(self, door, ander_ocmw, vandaag):
        with pytest.raises(DomainError, match="waar je zelf bij hoort"):
            advies_toevoegen(eigenaar=ander_ocmw, gegevens=GOED, door=door, vandaag=vandaag)

    def test_een_andere_organisatie_leest_het_niet(self, maak, gebied, ander_ocmw):
        maak()

        with gebied_context(gebied, lid_van=[ander_ocmw.pk]):
            assert not Managementadvies.objects.exists()

    def test_bijwerken_bewaart_het_antwoord(self, maak, door, vandaag):
        advies = advies_bijwerken(
            advies=maak(), gegevens=replace(GOED, rsz_achterstand=None), door=door, vandaag=vandaag
        )

        assert advies.rsz_achterstand is None


class TestPaginas:
    @pytest.fixture
    def als_lid(self, client, verantwoordelijke):
        client.force_login(verantwoordelijke.user)
        return client

    def test_rekent_uit_zonder_iets_te_bewaren(self, als_lid):
        pagina = als_lid.get(gebied_url("partners:adviezen"), {"kost": "31.250"})

        assert pagina.context["premie"].bedrag == 10_000
        assert "10.000,00 euro" in pagina.text
        assert not Managementadvies.objects.exists()

    def test_een_fout_bedrag_wordt_gezegd(self, als_lid):
        antwoord = als_lid.get(gebied_url("partners:adviezen"), {"kost": "veel"})

        assert antwoord.status_code == 422
        assert "Typ een bedrag" in antwoord.text

    def test_een_dossier_maken_en_wissen(self, als_lid, ocmw):
        velden = {"eigenaar": ocmw.pk, "onderwerp": "Groeiplan", "kost_excl_btw": "12.000", "erkenning": "LDE"}

        antwoord = als_lid.post(gebied_url("partners:advies_toevoegen"), velden)

        advies = Managementadvies.objects.get()
        assert antwoord.url == gebied_url("partners:advies", advies.pk)
        assert "6.000,00 euro" in als_lid.get(antwoord.url).text
        als_lid.post(gebied_url("partners:advies_wissen", advies.pk))
        assert not Managementadvies.objects.exists()

    def test_een_geweigerd_dossier_houdt_wat_getypt_is(self, als_lid, ocmw):
        velden = {"eigenaar": ocmw.pk, "onderwerp": "Groeiplan", "kost_excl_btw": "12.000", "erkenning": "LDE"}

        antwoord = als_lid.post(gebied_url("partners:advies_toevoegen"), {**velden, "verslag_op": "01/02/2024"})

        assert antwoord.status_code == 422
        assert "Een verslag heeft een analyse" in antwoord.text
        assert 'value="Groeiplan"' in antwoord.text
