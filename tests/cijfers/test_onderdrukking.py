"""Nothing hidden may be computed from what is shown. The attacker here tries every value that fits."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regie.cijfers.getal import Getal
from regie.cijfers.netwerk import TOTAAL
from regie.cijfers.onderdrukking import (
    Drempels,
    kolom,
    kruistabel,
    over_maanden,
    telling,
    verhouding,
    verhoudingen,
    verschil,
)
from regie.cijfers.periode import Periode

D = Drempels(5, 10)
RUIM = 16  # the attacker looks this far for a number without a known upper bound

aantallen = st.one_of(st.integers(0, 4), st.integers(5, 12))


def mogelijk(getal: Getal) -> list[int]:
    """What somebody who reads this cell holds possible. A '–' is a number, but not necessarily a large one."""
    if getal.waarde is not None:
        return [int(getal.waarde)]
    if getal.getoond == "< 5":
        return [1, 2, 3, 4]
    if getal.getoond.startswith("±"):
        midden = int(getal.getoond.removeprefix("± "))
        return [n for n in range(midden - 2, midden + 3) if n >= 5]
    return list(range(RUIM))


def eerlijk(cellen: list[Getal]) -> list[list[int]]:
    """Who sees "< 5" somewhere knows that a '–' beside it is not 1 to 4, or it would have been marked so."""
    markeert = any(cel.getoond == "< 5" for cel in cellen)
    keuzes = [mogelijk(cel) for cel in cellen]
    return [
        [n for n in keuze if not (markeert and cel.getoond == "–" and 1 <= n <= 4)]
        for cel, keuze in zip(cellen, keuzes, strict=True)
    ]


def kolom_waarden(cellen: list[Getal], totaal: Getal) -> list[set[int]]:
    """For each hidden cell all values that occur in a solution that fits the total."""
    gevonden: list[set[int]] = [set() for _ in cellen]
    for poging in product(*eerlijk(cellen)):
        if totaal.waarde is None or sum(poging) == totaal.waarde:
            for plaats, n in enumerate(poging):
                gevonden[plaats].add(n)
    return gevonden


class TestEenGetal:
    @pytest.mark.parametrize(("n", "getoond"), [(0, "0"), (1, "< 5"), (4, "< 5"), (5, "5"), (1234, "1.234")])
    def test_telling(self, n, getoond):
        assert telling(n, D, "instroom").getoond == getoond

    def test_een_verborgen_telling_draagt_het_getal_niet_mee(self):
        getal = telling(3, D, "instroom")

        assert (getal.waarde, getal.n) == (None, None)
        assert "3" not in repr(getal)

    @pytest.mark.parametrize(
        ("teller", "noemer", "getoond"),
        [
            (0, 20, "0,0\u00a0%"),
            (4, 40, "–"),  # numerator
            (5, 9, "–"),  # denominator
            (37, 40, "–"),  # the rest is people too
            (40, 40, "100,0\u00a0%"),
            (5, 10, "50,0\u00a0%"),
            (0, 0, "–"),
            (21, 58, "36,2\u00a0%"),
        ],
    )
    def test_verhouding_van_personen(self, teller, noemer, getoond):
        assert verhouding(teller, noemer, D, "doorstroomratio").getoond == getoond

    def test_bij_documenten_mag_de_rest_klein_zijn(self):
        assert verhouding(37, 40, D, "evaluatie_op_tijd").getoond == "92,5\u00a0%"

    def test_andere_drempels_gelden_meteen(self):
        assert telling(7, Drempels(10, 20), "instroom").getoond == "< 10"


class TestKolom:
    def test_een_kleine_cel_neemt_de_volgende_mee(self):
        cellen, totaal = kolom([3, 12, 7, 20], D, "instroom")

        assert [cel.getoond for cel in cellen] == ["< 5", "12", "–", "20"]
        assert totaal.getoond == "42"

    def test_een_nul_beschermt_niets(self):
        cellen, _ = kolom([3, 0, 9], D, "instroom")

        assert [cel.getoond for cel in cellen] == ["< 5", "0", "–"]

    def test_twee_kleine_cellen_beschermen_elkaar(self):
        cellen, totaal = kolom([2, 3, 9], D, "instroom")

        assert [cel.getoond for cel in cellen] == ["< 5", "< 5", "9"]
        assert totaal.getoond == "14"

    def test_twee_kleine_cellen_die_samen_maar_een_uitkomst_hebben(self):
        """4 + 4 = 8 can only be 4 and 4; so it is no longer said that they are small."""
        cellen, _ = kolom([4, 4, 0], D, "instroom")

        assert {cel.getoond for cel in cellen} == {"–"}

    def test_wat_liefst_getoond_wordt_blijft_als_het_kan(self):
        cellen, _ = kolom([6, 3, 40], D, "instroom", liefst=[0])

        assert [cel.getoond for cel in cellen] == ["6", "< 5", "–"]

    @given(st.lists(aantallen, min_size=1, max_size=5))
    @settings(max_examples=300, deadline=None)
    def test_geen_verborgen_cel_is_af_te_leiden(self, waarden):
        cellen, totaal = kolom(waarden, D, "instroom")

        for cel, n, passend in zip(cellen, waarden, kolom_waarden(cellen, totaal), strict=True):
            assert n in passend or n >= RUIM
            if cel.waarde is None:
                assert len(passend) > 1

    @given(st.lists(st.integers(0, 500), min_size=2, max_size=30))
    @settings(max_examples=100, deadline=None)
    def test_wat_groot_genoeg_is_blijft_waar_niets_klein_is(self, waarden):
        waarden = [n if n == 0 else n + 5 for n in waarden]

        cellen, totaal = kolom(waarden, D, "instroom")

        assert [cel.waarde for cel in cellen] == waarden
        assert totaal.waarde == sum(waarden)


def kruis_waarden(kruis, hoogte: int, breedte: int) -> list[list[set[int]]]:
    """Every way to fill the hidden cells that fits all shown totals (rows first, so that it stays quick)."""

    def past(som: int, totaal: Getal) -> bool:
        if totaal.waarde is not None:
            return som == totaal.waarde
        return totaal.getoond != "< 5" or 1 <= som <= 4

    rijkeuzes = [
        [r for r in product(*(mogelijk(cel) for cel in rij)) if past(sum(r), totaal)]
        for rij, totaal in zip(kruis.cellen, kruis.rijtotalen, strict=True)
    ]
    gevonden = [[set() for _ in range(breedte)] for _ in range(hoogte)]
    for tafel in product(*rijkeuzes):
        kolommen = [sum(rij[j] for rij in tafel) for j in range(breedte)]
        if all(past(n, t) for n, t in zip(kolommen, kruis.kolomtotalen, strict=True)) and past(
            sum(kolommen), kruis.totaal
        ):
            for i in range(hoogte):
                for j in range(breedte):
                    gevonden[i][j].add(tafel[i][j])
    return gevonden


class TestKruistabel:
    def test_een_kleine_cel_vraagt_een_rechthoek(self):
        kruis = kruistabel([[3, 20, 30], [8, 25, 40], [50, 60, 70]], D, "uitstroom")

        verborgen = [(i, j) for i in range(3) for j in range(3) if not kruis.cellen[i][j].is_getoond]
        assert verborgen == [(0, 0), (0, 1), (1, 0), (1, 1)]
        assert all(totaal.is_getoond for totaal in (*kruis.rijtotalen, *kruis.kolomtotalen, kruis.totaal))

    def test_een_lege_tabel_breekt_niet(self):
        assert kruistabel([], D, "uitstroom").totaal.getoond == "0"

    def test_een_kleine_groep_naast_een_bekende_som_verbergt_het_totaal(self):
        """Uitstroom without neutral is on the tile: with three neutral people the grand total gives them away."""
        kruis = kruistabel(
            [[30, 20], [25, 15], [3, 0]], D, "uitstroom", rang_totaal=TOTAAL, groepen=[0, 1, 2], bekend=[0, 1]
        )

        assert kruis.rijtotalen[2].getoond == "< 5"
        assert not kruis.totaal.is_getoond
        assert not kruis.kolomtotalen[0].is_getoond

    @given(
        st.lists(
            st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 8]), min_size=2, max_size=2), min_size=2, max_size=2
        )
    )
    @settings(max_examples=150, deadline=None)
    def test_twee_bij_twee_geeft_niets_prijs(self, cellen):
        kruis = kruistabel(cellen, D, "uitstroom", rang_totaal=TOTAAL)

        passend = kruis_waarden(kruis, 2, 2)
        for i, j in product(range(2), range(2)):
            if kruis.cellen[i][j].waarde is None:
                assert len(passend[i][j]) > 1, (cellen, i, j)

    @given(
        st.lists(
            st.lists(st.sampled_from([0, 0, 0, 1, 2, 4, 5, 7, 9]), min_size=3, max_size=3), min_size=3, max_size=3
        )
    )
    @settings(max_examples=60, deadline=None)
    def test_drie_bij_drie_met_bekend_totaal_geeft_niets_prijs(self, cellen):
        kruis = kruistabel(cellen, D, "uitstroom")

        verborgen = sum(not cel.is_getoond for rij in kruis.cellen for cel in rij)
        if verborgen > 5 or not all(totaal.is_getoond for totaal in kruis.rijtotalen):
            return  # too many ways to try them all; the next test covers those by shifting
        passend = kruis_waarden(kruis, 3, 3)
        for i, j in product(range(3), range(3)):
            if kruis.cellen[i][j].waarde is None:
                assert len(passend[i][j]) > 1, (cellen, i, j)

    @given(
        st.integers(2, 6).flatmap(
            lambda breedte: st.lists(
                st.lists(st.one_of(st.integers(0, 6), st.integers(0, 80)), min_size=breedte, max_size=breedte),
                min_size=2,
                max_size=6,
            )
        )
    )
    @settings(max_examples=120, deadline=None)
    def test_met_lineaire_vergelijkingen_valt_niets_te_vinden(self, cellen):
        """Solve for one hidden number from all shown sums: by rows, by columns and by the difference of the two."""
        kruis = kruistabel(cellen, D, "uitstroom", rang_totaal=TOTAAL)

        hoogte, breedte = len(cellen), len(cellen[0])
        for i in range(hoogte):
            open_in_rij = [j for j in range(breedte) if not kruis.cellen[i][j].is_getoond]
            assert not (kruis.rijtotalen[i].is_getoond and len(open_in_rij) == 1)
        for j in range(breedte):
            open_in_kolom = [i for i in range(hoogte) if not kruis.cellen[i][j].is_getoond]
            assert not (kruis.kolomtotalen[j].is_getoond and len(open_in_kolom) == 1)
        for totalen in (kruis.rijtotalen, kruis.kolomtotalen):
            assert not (kruis.totaal.is_getoond and sum(not totaal.is_getoond for totaal in totalen) == 1)


class TestVerhoudingen:
    def test_de_regio_geeft_een_verborgen_ocmw_niet_prijs(self):
        cellen, geheel = verhoudingen([3, 10, 12], [20, 30, 40], D, "doorstroomratio")

        assert geheel.getoond == "27,8\u00a0%"
        assert [cel.getoond for cel in cellen] == ["–", "–", "30,0\u00a0%"]

    def test_een_rij_zonder_noemer_is_geen_verborgen_rij(self):
        cellen, _ = verhoudingen([0, 10, 12], [0, 30, 40], D, "doorstroomratio")

        assert [cel.is_getoond for cel in cellen] == [False, True, True]
        assert cellen[0].reden == "Er is niets om een verhouding van te nemen."

    @given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=8))
    @settings(max_examples=300, deadline=None)
    def test_nooit_precies_een_verborgen_rij_naast_een_getoond_geheel(self, paren):
        tellers, noemers = [t for t, _ in paren], [t + rest for t, rest in paren]

        cellen, geheel = verhoudingen(tellers, noemers, D, "doorstroomratio")

        dicht = [i for i, cel in enumerate(cellen) if not cel.is_getoond and noemers[i] > 0]
        assert not (geheel.is_getoond and len(dicht) == 1)
        for cel, teller, noemer in zip(cellen, tellers, noemers, strict=True):
            if cel.is_getoond:
                assert noemer >= 10
                assert not 1 <= teller <= 4
                assert not 1 <= noemer - teller <= 4


def _jaar(*waarden: int) -> dict[date, int]:
    return {date(2026, maand, 1): n for maand, n in enumerate(waarden, 1)}


class TestOverMaanden:
    def test_een_kwartaal_met_een_kleine_maand_wordt_afgerond(self):
        assert over_maanden(_jaar(6, 3, 7), Periode.kwartaal(2026, 1), D, "instroom").getoond == "± 15"

    def test_met_twee_kleine_maanden_mag_het_kwartaal_precies(self):
        assert over_maanden(_jaar(6, 3, 2), Periode.kwartaal(2026, 1), D, "instroom").getoond == "11"

    def test_een_afronding_die_te_veel_zegt_wordt_een_streepje(self):
        """12 would round to 10, and 10 with 6 + 5 shown leaves only 1."""
        assert over_maanden(_jaar(6, 5, 1), Periode.kwartaal(2026, 1), D, "instroom").getoond == "–"

    def test_een_maand_kijkt_alleen_naar_zichzelf(self):
        assert over_maanden(_jaar(6, 3, 7), Periode.maand(2026, 1), D, "instroom").getoond == "6"

    def test_zonder_kleine_maanden_is_alles_precies(self):
        jaar = _jaar(*[8] * 12)

        assert over_maanden(jaar, Periode.jaar(2026), D, "instroom").waarde == 96
        assert over_maanden(jaar, Periode.kwartaal(2026, 3), D, "instroom").waarde == 24

    @given(st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11]), min_size=3, max_size=3))
    @settings(max_examples=200, deadline=None)
    def test_kwartaal_naast_zijn_maanden_geeft_geen_maand_prijs(self, waarden):
        maanden = _jaar(*waarden)
        cellen = [telling(n, D, "instroom") for n in waarden]
        kwartaal = over_maanden(maanden, Periode.kwartaal(2026, 1), D, "instroom")

        passend: list[set[int]] = [set() for _ in cellen]
        for poging in product(*(mogelijk(cel) for cel in cellen)):
            if kwartaal.getoond == "–" or sum(poging) in mogelijk(kwartaal):
                for plaats, n in enumerate(poging):
                    passend[plaats].add(n)

        for cel, mogelijkheden in zip(cellen, passend, strict=True):
            assert cel.waarde is not None or len(mogelijkheden) > 1


class TestVerschil:
    def test_alleen_tussen_twee_getoonde_cijfers(self):
        delta = verschil(telling(9, D, "doorstroom"), telling(3, D, "doorstroom"), "in september 2026")

        assert (delta.getoond, delta.verschil) == ("–", None)
        assert delta.reden

    def test_kleur_alleen_waar_een_richting_goed_is(self):
        goed = verschil(telling(12, D, "doorstroom"), telling(9, D, "doorstroom"), "in september 2026")
        neutraal = verschil(telling(12, D, "instroom"), telling(9, D, "instroom"), "in september 2026")
        slecht = verschil(telling(12, D, "stopzetting"), telling(9, D, "stopzetting"), "in september 2026")

        assert (goed.getoond, goed.woorden, goed.oordeel) == ("▲ 3", "3 meer dan in september 2026", "goed")
        assert (neutraal.oordeel, slecht.oordeel) == ("neutraal", "slecht")

    def test_een_lopende_periode_wordt_niet_vergeleken(self):
        delta = verschil(telling(3, D, "instroom"), telling(40, D, "instroom"), "in heel oktober 2026", is_onaf=True)

        assert (delta.getoond, delta.woorden) == ("", "40 in heel oktober 2026")
