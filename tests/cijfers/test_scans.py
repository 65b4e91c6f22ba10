"""The average of the region over scans: what an attacker who knows every shared result can find out."""

from datetime import date

import pytest

from partners.enums import Scandimensie
from partners.models import Scan
from regie.cijfers.selectors.scans import Grens, gemiddelde, peildatum, regiogemiddelde
from regie.core.tenancy import gebied_context
from tests.factories import OrganisatieFactory

GRENS = Grens(minimum=5, afronding=5)


@pytest.mark.parametrize(
    ("gedeeld", "stil", "getoond"),
    [
        ([], [], None),
        ([60], [], None),  # one result is not an average
        ([60, 60, 60, 60, 60], [], 60),  # nothing hidden in it
        ([60, 60, 60, 60, 60], [10], 60),  # the unshared one is left out, not averaged in
        ([60, 60, 60, 60, 60], [10, 10, 10, 10], 60),
        ([], [40, 40, 40, 40], None),
        ([60, 60], [10, 10, 10], None),  # five together, but what is left after subtracting is three
        ([], [40, 40, 40, 40, 40], 40),
        ([100], [40, 40, 40, 40, 40], 50),
        ([], [41, 42, 43, 41, 42], 40),
    ],
)
def test_wat_er_getoond_wordt(gedeeld, stil, getoond):
    assert gemiddelde(gedeeld, stil, GRENS).waarde == getoond


SITUATIES = [
    ([], [10, 20, 30, 40, 50]),
    ([90], [10, 20, 30, 40, 50]),
    ([90, 20, 30, 40, 50], [15, 25, 35, 45, 55]),
    ([70, 80], [0, 20, 40, 60, 80, 100]),
]


@pytest.mark.parametrize(("gedeeld", "stil"), SITUATIES)
@pytest.mark.parametrize("eigen", [0, -1])
@pytest.mark.parametrize("stap", [20, -20])
def test_wie_al_het_gedeelde_en_de_eigen_score_kent_leidt_geen_andere_af(gedeeld, stil, eigen, stap):
    """For every victim there is another world with the same figure, in which its score is 20 points elsewhere."""
    bekend = eigen % len(stil)
    for slachtoffer in (i for i in range(len(stil)) if i != bekend and 0 <= stil[i] + stap <= 100):
        anderen = [i for i in range(len(stil)) if i not in {bekend, slachtoffer}]
        wereld = list(stil)
        wereld[slachtoffer] += stap
        rest = -stap
        for i in anderen:
            schuif = max(min(rest, 100 - wereld[i]), -wereld[i])
            wereld[i], rest = wereld[i] + schuif, rest - schuif
        assert rest == 0
        assert gemiddelde(gedeeld, wereld, GRENS) == gemiddelde(gedeeld, stil, GRENS)


@pytest.mark.parametrize(("gedeeld", "stil"), SITUATIES)
def test_een_nieuwkomer_verraadt_zijn_score_niet(gedeeld, stil):
    """Before and after are both read; still several scores, far apart, fit."""
    na = {score: gemiddelde(gedeeld, [*stil, score], GRENS).waarde for score in range(101)}

    for getoond in set(na.values()):
        passend = [score for score, waarde in na.items() if waarde == getoond]
        mogelijk = max(passend) - min(passend)
        assert mogelijk >= 20 or max(passend) in {100} or min(passend) == 0


def test_wie_gaat_delen_geeft_de_rest_niet_weg():
    """Five unshared ones are an average; when one of them shares, the other four are no longer in it."""
    assert gemiddelde([], [10, 20, 30, 40, 50], GRENS).is_getoond
    assert not gemiddelde([10], [20, 30, 40, 50], GRENS).is_getoond


@pytest.mark.parametrize(
    ("vandaag", "einde"),
    [
        (date(2026, 11, 23), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 9, 30)),
        (date(2026, 1, 5), date(2025, 12, 31)),
        (date(2026, 3, 31), date(2025, 12, 31)),
    ],
)
def test_de_stand_is_die_van_het_vorige_kwartaal(vandaag, einde):
    assert peildatum(vandaag) == einde


def _scan(gebied, score, *, gedeeld=False, op=date(2026, 9, 1), weg=(), van=None):
    organisatie = van or OrganisatieFactory(gebied=gebied)
    dimensies = {d: {"score": None if d in weg else score, "niveau": "GEVORDERD", "n": 1} for d in Scandimensie.values}
    with gebied_context(gebied, lid_van=[organisatie.pk]):
        return Scan.objects.create(
            eigenaar=organisatie,
            lijst=1,
            status="AFGEROND",
            gestart_op=op,
            antwoorden_tot=op,
            afgerond_op=op,
            gedeeld=gedeeld,
            uitkomst={"deelnemers": 1, "dimensies": dimensies, "totaal": {}},
        )


class TestTelling:
    def test_telt_wat_niemand_mag_lezen(self, gebied, vandaag):
        for _ in range(5):
            _scan(gebied, 40)

        regio = regiogemiddelde(vandaag)

        assert not Scan.objects.exists()
        assert [getal.waarde for _, getal in regio.dimensies] == [40] * 5
        assert regio.totaal.getoond == "± 40"

    def test_wat_na_het_kwartaal_kwam_telt_nog_niet(self, gebied, vandaag):
        for nummer in range(5):
            _scan(gebied, 40, op=date(2026, 10, 2) if nummer == 0 else date(2026, 9, 1))

        assert not regiogemiddelde(vandaag).is_getoond

    def test_alleen_de_laatste_van_een_organisatie(self, gebied, vandaag):
        scans = [_scan(gebied, 40) for _ in range(5)]
        _scan(gebied, 90, op=date(2026, 9, 2), van=scans[0].eigenaar)

        assert [getal.waarde for _, getal in regiogemiddelde(vandaag).dimensies] == [50] * 5

    def test_een_dimensie_die_iemand_oversloeg_maakt_het_totaal_niet_verraderlijk(self, gebied, vandaag):
        """The total is the mean of what is shown, so it knows no more than that."""
        for _ in range(4):
            _scan(gebied, 40)
        _scan(gebied, 40, weg=("D5",))

        regio = regiogemiddelde(vandaag)

        assert not dict(regio.dimensies)["D5"].is_getoond
        assert not regio.totaal.is_getoond

    def test_een_ander_gebied_telt_niet_mee(self, gebied, ander_gebied, vandaag):
        for _ in range(5):
            _scan(ander_gebied, 40)

        assert not regiogemiddelde(vandaag).is_getoond
