"""The rules of the day counter: tables, and 200 made-up contracts against a slow second opinion."""

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

from regie.core.exceptions import DomainError
from regie.core.models import RegelParameter
from tests.trajecten.dagteller_orakel import SOORTEN, Geval, antwoord
from trajecten.regels.dagteller import SCHORSING, Invoer, Voorval, tel

pytestmark = pytest.mark.django_db

VOL, HALF = Fraction(1), Fraction(1, 2)
D = date.fromisoformat


def invoer(start, *, geboren="1990-06-15", breuk=VOL, breuken=(), **meer):
    alle = ((D(start), breuk), *((D(vanaf), deel) for vanaf, deel in breuken))
    return Invoer(D(start), alle, geboortedatum=D(geboren) if geboren else None, **meer)


def voorval(soort, van, tot=None):
    return Voorval(soort, D(van), D(tot) if tot else None)


# (born, start, fraction, proven days, reached, rule set): every case of domein.md 3.0, then leap years and borders.
DOMEIN = [
    pytest.param("1995-05-10", "2024-09-02", VOL, 0, "2025-09-01", "A", id="29-jaar"),
    pytest.param("1980-01-15", "2024-03-01", VOL, 0, "2025-08-31", "A", id="45-jaar"),
    pytest.param("1970-03-01", "2024-01-01", VOL, 0, "2025-12-31", "A", id="54-jaar"),
    pytest.param("1980-01-15", "2025-06-01", VOL, 0, "2026-05-31", "B", id="A-valt-na-de-hervorming"),
    pytest.param("1990-01-01", "2026-04-01", HALF, 0, "2028-03-31", "B", id="halftijds"),
    pytest.param("2000-01-01", "2024-02-29", VOL, 0, "2025-02-27", "A", id="start-op-schrikkeldag"),
    pytest.param("2000-01-01", "2023-03-01", VOL, 0, "2024-02-29", "A", id="eindigt-op-schrikkeldag"),
    pytest.param("2000-01-01", "2027-01-31", VOL, 0, "2028-01-30", "B", id="start-op-de-31e"),
    pytest.param("1988-12-31", "2024-01-01", VOL, 0, "2025-06-30", "A", id="36-op-de-laatste-dag"),
    pytest.param("1989-01-01", "2024-01-01", VOL, 0, "2024-12-31", "A", id="36-de-dag-erna"),
    pytest.param("1974-06-30", "2023-01-01", VOL, 0, "2024-12-31", "A", id="50-op-de-laatste-dag"),
    pytest.param("1974-07-01", "2023-01-01", VOL, 0, "2024-06-30", "A", id="50-de-dag-erna"),
    pytest.param("2000-01-01", "2025-02-28", VOL, 0, "2026-02-27", "A", id="net-voor-1-maart-2026"),
    pytest.param("2000-01-01", "2025-03-02", VOL, 0, "2026-03-01", "B", id="op-1-maart-2026"),
    pytest.param("2000-01-01", "2026-05-01", VOL, 156, "2026-10-31", "B", id="helft-al-bewezen"),
]


@pytest.mark.parametrize(("geboren", "start", "breuk", "bewezen", "bereikt", "regelset"), DOMEIN)
def test_wanneer_het_recht_bereikt_is(geboren, start, breuk, bewezen, bereikt, regelset):
    stand = tel(invoer(start, geboren=geboren, breuk=breuk, bewezen=bewezen), D(start))

    assert (stand.bereikt_op.isoformat(), stand.recht.regelset, stand.is_zeker) == (bereikt, regelset, True)


# (changes of fraction, what happened, reached): a contract from 01/04/2026 that would end on 31/03/2027.
VERANDERINGEN = [
    pytest.param((), (), "2027-03-31", id="niets"),
    pytest.param((("2026-10-01", HALF),), (), "2027-09-30", id="na-zes-maanden-halftijds"),
    pytest.param((("2026-10-01", HALF), ("2027-01-01", VOL)), (), "2027-05-16", id="drie-maanden-halftijds"),
    pytest.param((), (voorval(SCHORSING, "2026-07-01", "2026-07-31"),), "2027-04-30", id="een-maand-geschorst"),
    pytest.param((), (voorval("ONWETTIG", "2026-07-01", "2026-07-31"),), "2027-04-30", id="een-maand-onwettig"),
    pytest.param((), (voorval("VERLOF", "2026-07-01", "2026-07-31"),), "2027-03-31", id="betaald-verlof"),
    pytest.param(
        (),
        (voorval("VERLOF", "2026-07-01", "2026-07-31"), voorval(SCHORSING, "2026-07-01", "2026-07-31")),
        "2027-04-30",
        id="een-schorsing-gaat-voor",
    ),
    pytest.param(
        (("2026-07-01", HALF),), (voorval(SCHORSING, "2026-07-01", "2026-08-31"),), "2028-02-29", id="allebei"
    ),
]


@pytest.mark.parametrize(("breuken", "voorvallen", "bereikt"), VERANDERINGEN)
def test_wat_de_datum_verschuift(breuken, voorvallen, bereikt):
    stand = tel(invoer("2026-04-01", breuken=breuken, voorvallen=voorvallen), D("2026-04-01"))

    assert stand.bereikt_op == D(bereikt)


class TestStand:
    def test_telt_gewerkte_en_gelijkgestelde_dagen(self):
        gegeven = invoer("2026-04-01", voorvallen=(voorval("VERLOF", "2026-05-01", "2026-05-31"),), bewezen=40)

        stand = tel(gegeven, D("2026-06-30"))

        assert (stand.gewerkt, stand.gelijkgesteld, stand.totaal) == (52, 26, 118)
        assert (stand.nodig, stand.nog_nodig, stand.in_woorden, stand.meter) == (312, 194, "118 van 312", "118.0")

    def test_voor_de_start_staat_de_teller_op_wat_al_bewezen_is(self):
        stand = tel(invoer("2026-12-01", bewezen=12), D("2026-11-23"))

        assert (stand.totaal, stand.gewerkt, stand.bereikt) == (12, 0, False)

    def test_stopt_bij_het_einde_van_de_stap(self):
        stand = tel(invoer("2026-04-01", einde=D("2026-06-30")), D("2026-11-23"))

        assert stand.gewerkt == 78
        assert any("Er ontbraken toen nog 234 dagen" in zin for zin in stand.waarschuwingen)

    def test_maand_per_maand_telt_op_tot_wat_nodig_is(self):
        stand = tel(invoer("2026-04-15", breuken=(("2026-08-01", HALF),)), D("2026-11-23"))

        assert stand.maanden[0].maand == D("2026-04-01")
        assert stand.maanden[-1].totaal == pytest.approx(312, abs=0.5)
        assert [m.verwacht for m in stand.maanden][:9] == [False] * 7 + [True] * 2
        assert (stand.maanden[0].werkdagen, stand.maanden[1].werkdagen) == (12, 18)

    def test_wat_nog_loopt_telt_tot_vandaag(self):
        gegeven = invoer("2026-04-01", voorvallen=(voorval(SCHORSING, "2026-10-01"),))

        eerst, later = tel(gegeven, D("2026-10-31")), tel(gegeven, D("2026-11-30"))

        assert (eerst.bereikt_op, later.bereikt_op) == (D("2027-04-30"), D("2027-05-31"))
        assert any("zonder einddatum" in zin for zin in later.waarschuwingen)


class TestMarge:
    def test_ziekte_op_de_mutualiteit_geeft_een_vroegste_en_een_laatste_datum(self):
        gegeven = invoer("2026-04-01", voorvallen=(voorval("ZIEKTE_MUTUALITEIT", "2026-07-01", "2026-08-31"),))

        stand = tel(gegeven, D("2026-11-23"))

        assert (stand.vroegst, stand.bereikt_op, stand.laatst) == (D("2027-03-31"), D("2027-05-31"), D("2027-05-31"))
        assert any("ziekte op de mutualiteit meetelt, is te verifiëren" in zin for zin in stand.waarschuwingen)

    def test_een_beheerder_die_het_zeker_weet_haalt_de_marge_weg(self):
        RegelParameter.objects.filter(code="afwezigheid_telt", dimensie="ZIEKTE_MUTUALITEIT").update(
            zekerheid="hoog", waarde=1
        )
        gegeven = invoer("2026-04-01", voorvallen=(voorval("ZIEKTE_MUTUALITEIT", "2026-07-01", "2026-08-31"),))

        stand = tel(gegeven, D("2026-11-23"))

        assert (stand.is_zeker, stand.bereikt_op) == (True, D("2027-03-31"))

    def test_de_datum_van_de_afwezigheid_kiest_de_regel(self):
        voor = invoer("2025-10-01", voorvallen=(voorval("ZIEKTE_MUTUALITEIT", "2026-01-01", "2026-01-31"),))
        na = invoer("2025-10-01", voorvallen=(voorval("ZIEKTE_MUTUALITEIT", "2026-04-01", "2026-04-30"),))

        assert tel(voor, D("2026-11-23")).bereikt_op == D("2026-09-30")
        assert tel(na, D("2026-11-23")).bereikt_op == D("2026-10-31")


class TestWaarschuwingen:
    @pytest.mark.parametrize(("geboren", "grens"), [("1988-06-01", "36"), ("1974-06-01", "50")])
    def test_verjaardag_over_de_grens(self, geboren, grens):
        stand = tel(invoer("2024-01-01", geboren=geboren), D("2024-06-01"))

        assert any(f"Wordt {grens} jaar" in zin for zin in stand.waarschuwingen)

    def test_contract_van_voor_de_hervorming(self):
        stand = tel(invoer("2025-06-01", geboren="1980-01-15"), D("2025-06-01"))

        assert any("468 dagen nodig, tot 30/11/2026" in zin for zin in stand.waarschuwingen)

    def test_een_einde_na_de_regel_overschrijdt_de_standaardduur(self):
        stand = tel(invoer("2026-04-01", einde_voorzien=D("2027-09-30")), D("2026-11-23"))

        assert any("overschrijdt de standaardduur van regelset B (31/03/2027)" in z for z in stand.waarschuwingen)

    def test_een_einde_voor_de_regel_zegt_hoeveel_er_ontbreekt(self):
        stand = tel(invoer("2026-04-01", einde_voorzien=D("2027-02-28")), D("2026-11-23"))

        assert any("dan ontbreken nog 26 dagen" in zin for zin in stand.waarschuwingen)

    def test_dagen_buiten_de_referteperiode(self):
        stand = tel(invoer("2026-04-01", breuk=Fraction(3, 10)), D("2026-11-23"))

        assert (stand.referte_maanden, stand.referte_van > D("2026-04-01")) == (36, True)
        assert any("referteperiode vanaf" in zin for zin in stand.waarschuwingen)

    def test_onder_regelset_a_hangt_de_referteperiode_af_van_de_leeftijd(self):
        assert tel(invoer("2024-01-01", geboren="2000-01-01"), D("2024-01-01")).referte_maanden == 21
        assert tel(invoer("2024-01-01", geboren="1980-01-01"), D("2024-01-01")).referte_maanden == 33
        assert tel(invoer("2023-01-01", geboren="1960-01-01"), D("2023-01-01")).referte_maanden == 42

    def test_zonder_iets_bijzonders_staat_er_niets(self):
        assert tel(invoer("2026-04-01", einde_voorzien=D("2027-03-31")), D("2026-11-23")).waarschuwingen == ()


def test_zonder_geboortedatum_geen_datum_onder_regelset_a():
    with pytest.raises(DomainError, match="geboortedatum"):
        tel(invoer("2024-01-01", geboren=None), D("2024-06-01"))


def test_wat_als_verandert_de_gegevens_niet():
    gegeven = invoer("2026-04-01")

    anders = gegeven.met(breuk=(D("2026-10-01"), HALF), voorvallen=[voorval(SCHORSING, "2026-07-01", "2026-07-31")])

    assert gegeven == invoer("2026-04-01")
    assert tel(anders, D("2026-11-23")).bereikt_op > tel(gegeven, D("2026-11-23")).bereikt_op


def _periodes(toeval, start, aantal):
    """Periods one after the other, never overlapping."""
    periodes, dag = [], start
    for _ in range(aantal):
        van = dag + timedelta(days=toeval.randint(0, 150))
        tot = van + timedelta(days=toeval.randint(0, 75))
        periodes.append((van, tot))
        dag = tot + timedelta(days=1)
    return periodes


def _geval(zaad):
    toeval = random.Random(zaad)
    start = D("2023-01-01") + timedelta(days=toeval.randint(0, 1700))
    delen = (VOL, VOL, Fraction(4, 5), Fraction(3, 4), HALF, Fraction(9, 10))
    dagen = sorted(toeval.sample(range(1, 500), toeval.randint(0, 3)))
    return Geval(
        geboren=D("1965-01-01") + timedelta(days=toeval.randint(0, 15000)),
        start=start,
        breuken=((start, toeval.choice(delen)), *((start + timedelta(n), toeval.choice(delen)) for n in dagen)),
        afwezig=tuple(
            (toeval.choice(sorted(SOORTEN)), van, tot) for van, tot in _periodes(toeval, start, toeval.randint(0, 3))
        ),
        geschorst=tuple(_periodes(toeval, start, toeval.randint(0, 2))),
        bewezen=toeval.choice((0, 0, 0, toeval.randint(1, 200))),
        peildatum=start + timedelta(days=toeval.randint(-30, 900)),
    )


def test_200_verzonnen_contracten_tellen_zoals_dag_voor_dag():
    for zaad in range(200):
        geval = _geval(zaad)
        gegeven = Invoer(
            geval.start,
            geval.breuken,
            geboortedatum=geval.geboren,
            voorvallen=(
                *(Voorval(*rij) for rij in geval.afwezig),
                *(Voorval(SCHORSING, van, tot) for van, tot in geval.geschorst),
            ),
            bewezen=geval.bewezen,
        )

        stand, verwacht = tel(gegeven, geval.peildatum), antwoord(geval)

        gevonden = (stand.bereikt_op, stand.recht.regelset, stand.vroegst, stand.laatst)
        assert gevonden == (verwacht.einde, verwacht.regelset, verwacht.vroegst, verwacht.laatst), geval
        assert (stand.gewerkt, stand.gelijkgesteld) == (verwacht.gewerkt, verwacht.gelijkgesteld), geval
