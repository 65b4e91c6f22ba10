"""The verdict of each row: against the dossiers of the OCMW and against the rest of the file."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from regie.core.crypto import blinde_index
from regie.core.tenancy import gebied_context
from tests.data.maak_clientenlijst import PAD, insz
from tests.factories import ClientFactory, PlaatsingFactory, StapFactory, TrajectFactory
from trajecten.enums import TrajectStatus
from trajecten.enums_inladen import Oordeel
from trajecten.imports.lijst import kijk_na, lees_lijsten
from trajecten.imports.rijen import lees_rij
from trajecten.services.inladen import RijOordeel

KOPPEN = ["Naam", "Voornaam", "INSZ", "Geb. datum", "Gemeente", "Statuut", "Start", "Einde", "Breuk", "Opmerking"]
VELDEN = [
    "familienaam",
    "voornaam",
    "insz",
    "geboortedatum",
    "gemeente",
    "inkomensstatuut",
    "start",
    "einde",
    "breuk",
    "opmerking",
]
NUMMER = insz(date(1985, 7, 30), 32)


@pytest.fixture
def oordeel(ocmw, vandaag) -> Callable[..., list[RijOordeel]]:
    """Judges rows written as keyword cells; unnamed cells are empty."""

    def kijk(*rijen: dict[str, object]) -> list[RijOordeel]:
        basis = {"familienaam": "Peeters", "voornaam": "Els", "geboortedatum": "30/07/1985", "gemeente": "Brugge",
                 "inkomensstatuut": "leefloon"}  # fmt: skip
        cellen = [[{**basis, **rij}.get(veld, "") for veld in VELDEN] for rij in rijen]
        return kijk_na(
            eigenaar=ocmw,
            koppeling=dict(enumerate(VELDEN)),
            kolommen=KOPPEN,
            rijen=list(enumerate(cellen, start=2)),
            vandaag=vandaag,
        )

    return kijk


def zinnen(oordeel: RijOordeel) -> str:
    return " ".join(f"{p.veld}: {p.tekst}" for p in oordeel.problemen)


def bekende(**velden: object):
    client = ClientFactory(
        **{"familienaam": "Peeters", "voornaam": "Els", "geboortedatum": date(1985, 7, 30), **velden}
    )
    TrajectFactory(client=client)
    return client


class TestEenRij:
    def test_een_onbekende_is_nieuw(self, oordeel):
        assert [o.oordeel for o in oordeel({})] == [Oordeel.NIEUW]

    @pytest.mark.parametrize(
        ("cellen", "zin"),
        [
            ({"geboortedatum": "30/02/1988"}, "30 februari 1988 bestaat niet"),
            ({"geboortedatum": "30/07/2030"}, "ligt in de toekomst"),
            ({"geboortedatum": "30/07/1885"}, "zou 141 jaar zijn"),
            ({"familienaam": "-"}, "familienaam: leeg"),
            ({"insz": "85.07.30-032.28"}, "controlegetal"),
            ({"gemeente": "Rijsel"}, "geen Vlaamse gemeente"),
            ({"start": "01/09/2026", "einde": "01/08/2026"}, "ligt voor de start"),
            ({"start": "01/09/1990"}, "was deze persoon 5 jaar"),
            ({"start": "01/09/2126"}, "meer dan twee jaar in de toekomst"),
            ({"start": "01/09/1989", "geboortedatum": "01/01/1950"}, "te ver in het verleden"),
            ({"start": "01/09/2026", "breuk": "veel"}, "geen breuk"),
        ],
    )
    def test_een_fout_wordt_gezegd(self, oordeel, cellen, zin):
        (rij,) = oordeel(cellen)

        assert rij.oordeel == Oordeel.FOUT
        assert zin in zinnen(rij)

    @pytest.mark.parametrize(
        ("cellen", "reden"),
        [
            (dict.fromkeys(VELDEN, ""), "lege rij"),
            ({**dict.fromkeys(VELDEN, ""), "familienaam": "TOTAAL"}, "totaalrij"),
            (dict(zip(VELDEN, KOPPEN, strict=True)), "herhaling van de kolomnamen"),
            ({**dict.fromkeys(VELDEN, ""), "opmerking": "september"}, "tussentitel"),
            ({**dict.fromkeys(VELDEN, ""), "familienaam": "Afgesloten:"}, "tussentitel"),
        ],
    )
    def test_wat_geen_client_is_wordt_overgeslagen(self, oordeel, cellen, reden):
        (rij,) = oordeel(cellen)

        assert rij.oordeel == Oordeel.OVERGESLAGEN
        assert reden in zinnen(rij)

    def test_een_naam_zonder_meer_is_een_client(self, oordeel):
        (rij,) = oordeel({**dict.fromkeys(VELDEN, ""), "familienaam": "Peeters"})

        assert rij.oordeel == Oordeel.FOUT

    def test_leest_uit_het_insz_wat_de_lijst_niet_zegt(self, oordeel):
        (rij,) = oordeel({"insz": NUMMER, "geboortedatum": ""})

        assert rij.afgeleid["geboortedatum"] == date(1985, 7, 30)
        assert rij.afgeleid["geslacht"] == "V"

    def test_geslacht_tegen_insz_is_een_waarschuwing(self, bronnen):
        cellen = {"familienaam": "P", "voornaam": "E", "insz": NUMMER, "geslacht": "M", "gemeente": "Brugge"}

        rij = lees_rij(cellen, bronnen)

        assert not rij.heeft_fout
        assert rij.velden["geslacht"] == "M"
        assert any("volgens het INSZ vrouw" in p.tekst for p in rij.problemen)

    def test_zonder_gemeente_krijgt_een_dossier_die_van_het_ocmw(self, bronnen):
        rij = lees_rij({"familienaam": "P", "voornaam": "E"}, bronnen)

        assert rij.afgeleid["gemeente"] == "31005"
        assert any("de gemeente van jouw OCMW" in p.tekst for p in rij.problemen)

    def test_een_postcode_die_niet_past_wordt_niet_bewaard(self, bronnen):
        rij = lees_rij({"familienaam": "P", "voornaam": "E", "gemeente": "Damme", "postcode": 8000}, bronnen)

        assert (rij.velden["gemeente"], "postcode" in rij.velden) == ("31006", False)

    def test_duur_wordt_een_einde(self, bronnen):
        rij = lees_rij({"familienaam": "P", "voornaam": "E", "start": "15/11/2026", "duur": "12"}, bronnen)

        assert rij.velden["einde"] == date(2027, 11, 14)
        assert "duur" not in rij.velden

    def test_einde_gaat_voor_op_duur(self, bronnen):
        cellen = {"familienaam": "P", "voornaam": "E", "start": "15/11/2026", "duur": "12", "einde": "01/06/2027"}

        assert lees_rij(cellen, bronnen).velden["einde"] == date(2027, 6, 1)

    def test_een_onbekende_werkplaats_blijft_leesbaar_in_de_opmerking(self, bronnen):
        cellen = {"familienaam": "P", "voornaam": "E", "start": "15/11/2026", "breuk": 0.5,
                  "werkplaats": "Bakkerij Dhaene", "opmerking": "bellen na 16u"}  # fmt: skip

        rij = lees_rij(cellen, bronnen)

        assert rij.velden["opmerking"] == "bellen na 16u\nUit de lijst: werkplaats Bakkerij Dhaene, breuk 0,5."
        assert "werkplaats" not in rij.velden

    def test_zonder_start_gaat_niets_verloren(self, bronnen):
        rij = lees_rij({"familienaam": "P", "voornaam": "E", "duur": 18, "werkplaats": "De Kringwinkel"}, bronnen)

        assert rij.velden["opmerking"] == "Uit de lijst: werkplaats De Kringwinkel, duur 18 maanden."
        assert rij.afgeleid["aangemeld_op"] == date(2026, 11, 23)
        assert not rij.heeft_fout

    def test_aangemeld_in_de_toekomst_kan_niet(self, bronnen):
        assert lees_rij({"familienaam": "P", "voornaam": "E", "aangemeld_op": "01/01/2027"}, bronnen).heeft_fout

    def test_breuk_is_voltijds_als_ze_ontbreekt(self, bronnen):
        rij = lees_rij({"familienaam": "P", "voornaam": "E", "start": "15/11/2026"}, bronnen)

        assert rij.afgeleid["breuk"] == Decimal(1)


class TestTegenDossiers:
    def test_zelfde_insz_en_niets_nieuws_is_ongewijzigd(self, oordeel, gebied):
        _met_insz(bekende(), NUMMER, gebied)

        (rij,) = oordeel({"insz": NUMMER})

        assert rij.oordeel == Oordeel.ONGEWIJZIGD

    def test_zelfde_insz_met_een_andere_gemeente_wordt_bijgewerkt(self, oordeel, gebied):
        client = _met_insz(bekende(), NUMMER, gebied)

        (rij,) = oordeel({"insz": NUMMER, "gemeente": "Damme", "opmerking": "nieuw"})

        assert (rij.oordeel, rij.client) == (Oordeel.BIJWERKEN, str(client.pk))
        assert [(v.veld, v.oud, v.nieuw) for v in rij.verschillen] == [
            ("gemeente", "Brugge", "Damme"),
            ("opmerking", "", "nieuw"),
        ]

    def test_een_lege_cel_wist_niets(self, oordeel, gebied):
        _met_insz(bekende(telefoon="+32470711930", opmerking="oud"), NUMMER, gebied)

        (rij,) = oordeel({"insz": NUMMER, "inkomensstatuut": "", "gemeente": "", "geboortedatum": ""})

        assert (rij.oordeel, rij.verschillen) == (Oordeel.ONGEWIJZIGD, [])

    def test_zonder_gemeente_kan_een_dossier_van_een_ocmw_zonder_gemeente_niet_beginnen(self, oordeel):
        (rij,) = oordeel({"gemeente": ""})

        assert rij.oordeel == Oordeel.FOUT
        assert "Vul de naam of de postcode van de gemeente in" in zinnen(rij)

    def test_hoofdletters_en_accenten_zijn_geen_andere_naam(self, oordeel, gebied):
        _met_insz(bekende(voornaam="Zoë"), NUMMER, gebied)

        (rij,) = oordeel({"insz": NUMMER, "familienaam": "PEETERS", "voornaam": "zoe"})

        assert rij.oordeel == Oordeel.ONGEWIJZIGD

    def test_een_opmerking_wordt_aangevuld_en_nooit_vervangen(self, oordeel, gebied):
        _met_insz(bekende(opmerking="oud"), NUMMER, gebied)

        (rij,) = oordeel({"insz": NUMMER, "opmerking": "nieuw"})

        assert rij.verschillen[0].waarde == "oud\nnieuw"

    def test_hetzelfde_insz_met_een_heel_andere_naam_vraagt_een_keuze(self, oordeel, gebied):
        _met_insz(bekende(familienaam="Kowalski", voornaam="Piotr"), NUMMER, gebied)

        (rij,) = oordeel({"insz": NUMMER})

        assert rij.oordeel == Oordeel.MOGELIJK_DUBBEL
        assert "heel andere naam" in zinnen(rij)

    def test_zelfde_naam_en_geboortedatum_met_iets_nieuws_vraagt_een_keuze(self, oordeel):
        client = bekende()

        (rij,) = oordeel({"insz": NUMMER})

        assert (rij.oordeel, rij.client) == (Oordeel.MOGELIJK_DUBBEL, str(client.pk))
        assert rij.redenen == ("zelfde geboortedatum", "naam lijkt erop")
        assert [v.veld for v in rij.verschillen] == ["insz"]
        assert NUMMER not in rij.verschillen[0].nieuw

    def test_zelfde_naam_en_geboortedatum_zonder_iets_nieuws_is_ongewijzigd(self, oordeel):
        bekende()

        assert oordeel({})[0].oordeel == Oordeel.ONGEWIJZIGD

    def test_een_naam_alleen_is_niet_genoeg_om_iemand_te_kennen(self, oordeel):
        bekende()

        assert oordeel({"geboortedatum": ""})[0].oordeel == Oordeel.MOGELIJK_DUBBEL

    def test_een_andere_persoon_met_een_ander_insz_is_nieuw(self, oordeel, gebied):
        _met_insz(bekende(), NUMMER, gebied)

        (rij,) = oordeel({"insz": insz(date(1985, 7, 30), 34)})

        assert rij.oordeel == Oordeel.NIEUW

    def test_een_dossier_van_een_ander_ocmw_speelt_niet_mee(self, oordeel, ander_ocmw, gebied):
        with gebied_context(gebied, [ander_ocmw.pk]):
            _met_insz(bekende(), NUMMER, gebied)

        assert oordeel({"insz": NUMMER})[0].oordeel == Oordeel.NIEUW

    def test_een_startdatum_start_een_aangemeld_traject(self, oordeel):
        bekende()

        (rij,) = oordeel({"start": "01/10/2026"})

        assert (rij.oordeel, [v.veld for v in rij.verschillen]) == (Oordeel.MOGELIJK_DUBBEL, ["start"])

    def test_een_andere_start_van_een_lopend_traject_wordt_gezegd_en_niet_gewijzigd(self, oordeel, gebruiker):
        client = ClientFactory(familienaam="Peeters", voornaam="Els", geboortedatum=date(1985, 7, 30))
        stap = StapFactory(traject=TrajectFactory(client=client, lopend=True), start=date(2026, 10, 1))
        PlaatsingFactory(stap=stap, gebruiker=gebruiker, breuk=Decimal("0.5"))

        (rij,) = oordeel({"start": "15/09/2026", "breuk": "1", "einde": "14/09/2027"})

        assert rij.oordeel == Oordeel.ONGEWIJZIGD
        assert "start: in het dossier staat 01/10/2026" in zinnen(rij)
        assert "breuk: in het dossier staat 0,50" in zinnen(rij)

    @pytest.mark.parametrize(
        ("status", "zin"),
        [(TrajectStatus.AFGESLOTEN, "Inladen heropent het niet"), (TrajectStatus.INTAKE, "in de fase 'intake'")],
    )
    def test_een_traject_in_een_andere_fase_wordt_niet_aangeraakt(self, oordeel, status, zin):
        client = ClientFactory(familienaam="Peeters", voornaam="Els", geboortedatum=date(1985, 7, 30))
        TrajectFactory(
            client=client, **({"afgesloten": True} if status == TrajectStatus.AFGESLOTEN else {"status": status})
        )

        (rij,) = oordeel({"start": "01/10/2026"})

        assert (rij.oordeel, rij.verschillen) == (Oordeel.ONGEWIJZIGD, [])
        assert zin in zinnen(rij)


class TestInHetBestand:
    def test_dezelfde_rij_twee_keer_telt_een_keer(self, oordeel):
        een, twee = oordeel({"insz": NUMMER}, {"insz": NUMMER})

        assert (een.oordeel, twee.oordeel, twee.gelijkt_op_rij) == (Oordeel.NIEUW, Oordeel.ONGEWIJZIGD, 2)

    def test_hetzelfde_insz_met_andere_gegevens_is_een_fout(self, oordeel):
        _, twee = oordeel({"insz": NUMMER}, {"insz": NUMMER, "gemeente": "Damme"})

        assert twee.oordeel == Oordeel.FOUT
        assert "rij 2 heeft hetzelfde INSZ" in zinnen(twee)

    def test_hetzelfde_insz_met_minder_gegevens_voegt_niets_toe(self, oordeel):
        _, twee = oordeel({"insz": NUMMER, "opmerking": "x"}, {"insz": NUMMER})

        assert (twee.oordeel, twee.gelijkt_op_rij) == (Oordeel.ONGEWIJZIGD, 2)

    def test_dezelfde_naam_en_geboortedatum_vraagt_een_keuze(self, oordeel):
        _, twee = oordeel({"insz": NUMMER}, {"familienaam": "PEETERS "})

        assert (twee.oordeel, twee.gelijkt_op_rij) == (Oordeel.MOGELIJK_DUBBEL, 2)

    def test_een_tweeling_van_een_foute_rij_wordt_gezegd(self, oordeel):
        een, twee = oordeel({"insz": "85.07.30-032.28"}, {})

        assert (een.oordeel, twee.oordeel) == (Oordeel.FOUT, Oordeel.NIEUW)
        assert "lijkt op rij 2, die we door een fout niet inladen" in zinnen(twee)


def test_het_aantal_queries_groeit_niet_met_de_rijen(
    ocmw, vandaag, django_assert_num_queries, django_assert_max_num_queries
):
    lijst = lees_lijsten(PAD.name, PAD.read_bytes())[0]

    def kijk(keer: int) -> None:
        kijk_na(
            eigenaar=ocmw,
            koppeling=lijst.koppeling,
            kolommen=lijst.kolommen,
            rijen=lijst.rijen * keer,
            vandaag=vandaag,
        )

    with django_assert_max_num_queries(8) as eerst:
        kijk(1)
    ClientFactory.create_batch(20)
    with django_assert_num_queries(len(eerst)):
        kijk(40)


def _met_insz(client, nummer: str, gebied):
    client.insz, client.insz_index = nummer, blinde_index(nummer, gebied_id=gebied.pk)
    client.save()
    return client
