"""The tariff table: fractions, exceptions, and indexing it in one step."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from partners.models import Indexatie, Tarief
from partners.selectors import tarieven as selectors
from partners.services import tarieven as services
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url

D = date
NU = D(2026, 11, 23)
BEGIN, JANUARI = D(2026, 1, 1), D(2027, 1, 1)


@pytest.fixture
def voeg_toe(toegang_regisseur):
    def doe(bedrag, van=BEGIN, organisatie=None, categorie="VZW", niveau="UITVOEREND"):
        return services.tarief_toevoegen(
            organisatie=organisatie,
            categorie=categorie,
            functieniveau=niveau,
            bedrag=Decimal(bedrag),
            geldig_van=van,
            noot="",
            door=toegang_regisseur,
        )

    return doe


@pytest.fixture
def indexeer(toegang_regisseur):
    def doe(percentage="2", vanaf=JANUARI, organisatie=None, door=None):
        return services.indexatie_toepassen(
            percentage=Decimal(percentage),
            vanaf=vanaf,
            organisatie=organisatie,
            door=door or toegang_regisseur,
            vandaag=NU,
        )

    return doe


def lijn():
    return list(Tarief.objects.order_by("geldig_van").values_list("bedrag", "geldig_van", "geldig_tot"))


class TestTabel:
    def test_toont_elk_deel_van_een_voltijdse_maand(self, voeg_toe):
        voeg_toe("850.55")

        (rij,) = selectors.tarieventabel(op=NU, index=Decimal(0))

        assert selectors.fractienamen() == ["voltijds", "4/5", "3/4", "1/2"]
        assert [str(deel) for deel in rij.delen] == ["850.55", "680.44", "637.91", "425.28"]

    def test_zegt_hoeveel_een_ocmw_afwijkt(self, voeg_toe, ocmw):
        voeg_toe("400")
        voeg_toe("300", organisatie=ocmw)
        voeg_toe("10", organisatie=ocmw, categorie="PRIVAAT")

        rijen = {
            (r.tarief.categorie, r.tarief.organisatie_id): r for r in selectors.tarieventabel(op=NU, index=Decimal(0))
        }

        assert (rijen["VZW", ocmw.pk].afwijking, rijen["VZW", ocmw.pk].afwijking_procent) == (-100, -25)
        assert rijen["VZW", None].afwijking is None
        assert rijen["PRIVAAT", ocmw.pk].afwijking is None  # the gebied has none to differ from

    def test_het_ocmw_gaat_voor_en_anders_het_gebied(self, voeg_toe, ocmw, ander_ocmw):
        voeg_toe("400")
        voeg_toe("300", organisatie=ocmw)

        def geldend(wie, op=NU):
            rij = selectors.geldend_tarief(categorie="VZW", functieniveau="UITVOEREND", organisatie_id=wie.pk, op=op)
            return rij and rij.bedrag

        assert (geldend(ocmw), geldend(ander_ocmw), geldend(ocmw, D(2025, 12, 31))) == (300, 400, None)


class TestIndexeren:
    def test_maakt_nieuwe_tarieven_vanaf_een_dag(self, voeg_toe, indexeer, ocmw):
        voeg_toe("850")
        voeg_toe("300", organisatie=ocmw)

        indexatie = indexeer("2.5")

        assert indexatie.aantal == 1
        assert list(
            Tarief.objects.filter(organisatie=None).order_by("geldig_van").values_list("bedrag", "geldig_tot")
        ) == [(Decimal("850.00"), D(2026, 12, 31)), (Decimal("871.25"), None)]
        assert Tarief.objects.get(organisatie=ocmw).geldig_tot is None  # an exception is not of the gebied

    def test_ongedaan_maken_is_alsof_het_nooit_gebeurde(self, voeg_toe, indexeer, toegang_regisseur):
        voeg_toe("850")
        Tarief.objects.update(geldig_tot=D(2027, 6, 30))
        voor = lijn()
        indexatie = indexeer()
        assert len(lijn()) == 2

        services.indexatie_ongedaan(indexatie=indexatie, door=toegang_regisseur, vandaag=NU)

        assert lijn() == voor
        assert Indexatie.objects.get().ongedaan_op == NU
        with pytest.raises(DomainError, match="al ongedaan"):
            services.indexatie_ongedaan(indexatie=indexatie, door=toegang_regisseur, vandaag=NU)

    def test_wat_begonnen_is_blijft(self, voeg_toe, indexeer, toegang_regisseur):
        voeg_toe("850")
        indexatie = indexeer()

        with pytest.raises(DomainError, match="al begonnen"):
            services.indexatie_ongedaan(indexatie=indexatie, door=toegang_regisseur, vandaag=JANUARI)

    @pytest.mark.parametrize(
        ("vanaf", "zin"), [(NU - timedelta(days=1), "vandaag of later"), (D(2026, 12, 1), "op of na")]
    )
    def test_weigert_het_verleden_en_wat_al_vervangen_is(self, vanaf, zin, voeg_toe, indexeer):
        voeg_toe("850")
        voeg_toe("900", van=JANUARI)

        with pytest.raises(DomainError, match=zin):
            indexeer(vanaf=vanaf)

    def test_een_ocmw_indexeert_alleen_zijn_eigen_uitzonderingen(self, voeg_toe, indexeer, toegang, ocmw):
        voeg_toe("850")
        voeg_toe("300", organisatie=ocmw)

        with pytest.raises(DomainError, match="regisseur"):
            indexeer(door=toegang)

        assert indexeer(organisatie=ocmw, door=toegang).aantal == 1

    def test_eerst_een_voorbeeld_dan_echt(self, als_regisseur, voeg_toe):
        voeg_toe("850")
        url = gebied_url("partners:indexeren")
        vraag = {"percentage": "2,5", "vanaf": "01/01/2099", "voor": ""}

        pagina = als_regisseur.get(url, vraag).text
        assert "871,25" in pagina
        assert Tarief.objects.count() == 1

        assert als_regisseur.post(url, vraag).status_code == 302
        assert Tarief.objects.count() == 2
        assert "Ongedaan maken" in als_regisseur.get(gebied_url("partners:tarieven")).text


class TestWijzigen:
    def test_het_bedrag_alleen_voor_het_begint(self, voeg_toe, toegang_regisseur):
        wie = {"door": toegang_regisseur, "vandaag": NU}
        nu = voeg_toe("850")
        later = voeg_toe("900", van=JANUARI)

        with pytest.raises(DomainError, match="gefactureerd"):
            services.tarief_bijwerken(tarief=nu, bedrag=Decimal(1), noot="", **wie)

        assert services.tarief_bijwerken(tarief=nu, bedrag=Decimal(850), noot="zo gezegd", **wie).noot == "zo gezegd"
        assert services.tarief_bijwerken(tarief=later, bedrag=Decimal(910), noot="", **wie).bedrag == 910

    def test_wissen_laat_het_vorige_verder_lopen(self, voeg_toe, toegang_regisseur):
        voeg_toe("850")
        later = voeg_toe("900", van=JANUARI)

        services.tarief_wissen(tarief=later, door=toegang_regisseur, vandaag=NU)

        assert lijn() == [(Decimal("850.00"), D(2026, 1, 1), None)]

    def test_beeindigen_niet_in_het_verleden(self, voeg_toe, toegang_regisseur):
        wie = {"tarief": voeg_toe("850"), "door": toegang_regisseur, "vandaag": NU}

        with pytest.raises(DomainError, match="vandaag of later"):
            services.tarief_beeindigen(tot=NU - timedelta(days=1), **wie)

        assert services.tarief_beeindigen(tot=NU, **wie).geldig_tot == NU

    def test_van_een_ander_ocmw_niet(self, voeg_toe, toegang, ander_ocmw):
        tarief = voeg_toe("300", van=JANUARI, organisatie=ander_ocmw)

        with pytest.raises(DomainError, match="ander OCMW"):
            services.tarief_wissen(tarief=tarief, door=toegang, vandaag=NU)


class TestPagina:
    def test_de_knop_simuleert_en_bewaart_niets(self, als_regisseur, voeg_toe):
        voeg_toe("850")

        pagina = als_regisseur.get(f"{gebied_url('partners:tarieven')}?index=2,5").text

        assert "Simuleren</button>" in pagina
        assert "871,25" in pagina
        assert "435,63" in pagina  # half time, after the simulated indexation
        assert Tarief.objects.count() == 1

    def test_vroeger_en_excel(self, als_regisseur, voeg_toe):
        voeg_toe("850", van=D(2020, 1, 1))
        voeg_toe("900", van=D(2021, 1, 1))

        assert "850,00" in als_regisseur.get(gebied_url("partners:tarieven_vroeger")).text
        assert als_regisseur.get(gebied_url("partners:tarieven_excel")).status_code == 200
