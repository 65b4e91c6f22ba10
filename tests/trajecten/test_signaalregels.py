"""Every signal of domein.md 4.3 as a table: the day before, on and after, and when it is not given."""

from dataclasses import replace
from datetime import date

import pytest

from trajecten.enums import Signaalernst as E
from trajecten.enums import TermijnSoort as T
from trajecten.models import Termijn
from trajecten.regels.acties import ACTIES, actie_van
from trajecten.regels.signalen import Feiten, Stapfeit, signalen
from trajecten.selectors.quotumsignaal import quotumsignaal

pytestmark = pytest.mark.usefixtures("gebied")

D = date
BEGIN = date(2026, 3, 10)
LOOPT = Feiten(status="LOPEND", status_sinds=D(2026, 3, 2), aangemeld_op=D(2026, 1, 5))
ART60 = Stapfeit("a", "ART60", "art. 60", D(2026, 3, 2), D(2027, 3, 1), "B")
TWE = Stapfeit("t", "TWE", "TWE", D(2026, 3, 2), D(2028, 3, 1), mlp_geregistreerd_op=D(2026, 3, 3))


def feiten(status="LOPEND", stap=None, **velden):
    return replace(LOOPT, status=status, stappen=(stap,) if stap else (), **velden)


def een(gegeven, soort, op=BEGIN):
    gevonden = [s for s in signalen(gegeven, op) if s.soort == soort]
    assert len(gevonden) == 1, [s.sleutel for s in gevonden]
    return gevonden[0]


def ernst(signaal, op):
    rij = Termijn(vervalt_op=signaal.vervalt_op, signaal_vanaf=signaal.vanaf)
    return rij.ernst(op)


LEEFLONER = {"is_leefloner": True, "leefloon_toegekend_op": D(2026, 3, 2)}


class TestDatums:
    @pytest.mark.parametrize(
        ("gegeven", "soort", "vanaf", "uiterlijk"),
        [
            (feiten("INTAKE", **LEEFLONER), T.GPMI, D(2026, 5, 3), D(2026, 6, 2)),
            (feiten("ACTIEPLAN"), T.GPMI, D(2026, 5, 3), D(2026, 6, 2)),
            (feiten(gpmi_getekend_op=D(2026, 3, 2)), T.GPMI_EVALUATIE, D(2026, 6, 2), D(2026, 7, 2)),
            (
                feiten(gpmi_getekend_op=D(2026, 3, 2), gpmi_geevalueerd_op=D(2026, 6, 1)),
                T.GPMI_EVALUATIE,
                D(2026, 9, 1),
                D(2026, 10, 1),
            ),
            (
                feiten("INTAKE", is_leefloner=True, leefloon_aangevraagd_op=D(2026, 3, 2)),
                T.LEEFLOON,
                D(2026, 3, 22),
                D(2026, 4, 1),
            ),
            (feiten("INTAKE", **LEEFLONER, vdab_ingeschreven=False), T.VDAB, D(2026, 4, 1), D(2026, 4, 1)),
            (feiten(stap=replace(TWE, mlp_geregistreerd_op=None)), T.TWE_REGISTRATIE, D(2026, 3, 25), D(2026, 3, 31)),
            (
                feiten(stap=Stapfeit("x", "IBO", "IBO", D(2026, 3, 2), D(2026, 8, 31))),
                T.STAP_EINDE,
                D(2026, 8, 1),
                D(2026, 8, 31),
            ),
            (feiten("ONDERBROKEN", onderbreking_tot=D(2026, 4, 10)), T.HERVATTEN, None, D(2026, 4, 10)),
        ],
        ids=lambda x: x.value if isinstance(x, T) else None,
    )
    def test_verwittigt_op_tijd_en_is_te_laat_de_dag_erna(self, gegeven, soort, vanaf, uiterlijk):
        signaal = een(gegeven, soort)

        assert (signaal.vervalt_op, signaal.vanaf) == (uiterlijk, vanaf)
        if vanaf and vanaf < uiterlijk:
            assert ernst(signaal, D.fromordinal(vanaf.toordinal() - 1)) == E.INFO
            assert ernst(signaal, vanaf) == E.LETOP
        assert ernst(signaal, uiterlijk) == E.LETOP
        assert ernst(signaal, D.fromordinal(uiterlijk.toordinal() + 1)) == E.TE_LAAT
        assert signaal.uitleg
        if signaal.regel:
            assert signaal.regel.bron
            assert signaal.regel.zekerheid

    def test_een_wettelijke_dag_schuift_naar_voor_niet_naar_achter(self):
        """Three months after 18/03/2026 is a Thursday; after 13/03 a Saturday: then the Friday before."""
        gegeven = feiten("INTAKE", is_leefloner=True, leefloon_toegekend_op=D(2026, 3, 13))

        assert een(gegeven, T.GPMI).vervalt_op == D(2026, 6, 12)

    def test_geen_contact_begint_een_week_vooraf(self):
        gegeven = feiten(laatste_contact_op=D(2026, 3, 2))

        assert not [s for s in signalen(gegeven, D(2026, 4, 23)) if s.soort == T.CONTACT]
        assert een(gegeven, T.CONTACT, D(2026, 4, 24)).vervalt_op == D(2026, 5, 1)
        assert ernst(een(gegeven, T.CONTACT, D(2026, 5, 2)), D(2026, 5, 2)) == E.TE_LAAT

    def test_geen_contact_rekent_vanaf_de_intake_als_er_nog_geen_was(self):
        assert een(feiten(intake_op=D(2026, 1, 12)), T.CONTACT).vervalt_op == D(2026, 3, 13)


class TestEindes:
    def test_art60_op_zes_drie_een_en_nul_maanden(self):
        soorten = (T.EINDE, T.ICF_AANVRAAG)
        punten = [(s.vervalt_op, s.soort) for s in signalen(feiten(stap=ART60), D(2026, 3, 10)) if s.soort in soorten]

        assert sorted(punten) == [
            (D(2026, 9, 1), T.EINDE),
            (D(2026, 12, 1), T.ICF_AANVRAAG),
            (D(2027, 2, 1), T.EINDE),
            (D(2027, 3, 1), T.EINDE),
        ]

    def test_art60_na_de_laatste_dag_blijft_alleen_de_uitstroom(self):
        na = [s for s in signalen(feiten(stap=ART60), D(2027, 3, 2)) if s.soort == T.EINDE]

        assert [s.omschrijving for s in na] == ["Einde art. 60"]
        assert actie_van(na[0].soort, na[0].sleutel).url_naam == "trajecten:uitstroom"

    @pytest.mark.parametrize(
        ("op", "verwacht"),
        [
            (D(2027, 8, 31), {D(2027, 9, 1), D(2027, 12, 1), D(2028, 2, 1), D(2028, 3, 1)}),
            (D(2027, 11, 30), {D(2027, 9, 1), D(2027, 12, 1), D(2028, 2, 1), D(2028, 3, 1)}),
            (D(2027, 12, 1), {D(2027, 12, 1), D(2028, 2, 1), D(2028, 3, 1)}),
            (D(2028, 2, 1), {D(2028, 2, 1), D(2028, 3, 1)}),
            (D(2028, 3, 2), {D(2028, 3, 1)}),
        ],
    )
    def test_twe_het_volgende_punt_vervangt_het_vorige(self, op, verwacht):
        assert {s.vervalt_op for s in signalen(feiten(stap=TWE), op) if s.soort == T.TWE_EINDE} == verwacht

    @pytest.mark.parametrize(
        ("instrument", "soort", "punten"),
        [
            ("IMW", T.IMW_EINDE, [D(2027, 3, 1), D(2027, 9, 1), D(2028, 3, 1)]),
            ("LDE", T.LDE_EINDE, [D(2027, 3, 1), D(2027, 9, 1), D(2027, 12, 1), D(2028, 3, 1)]),
        ],
    )
    def test_imw_en_lde(self, instrument, soort, punten):
        stap = Stapfeit("i", instrument, instrument, D(2024, 3, 2), D(2028, 3, 1))

        assert [s.vervalt_op for s in signalen(feiten(stap=stap), D(2026, 3, 10)) if s.soort == soort] == punten

    def test_wijkwerken_na_zes_en_twaalf_maanden(self):
        stap = Stapfeit("w", "WIJKWERKEN", "wijk-werken", D(2026, 3, 2))
        gegeven = feiten(stap=stap)

        dagen = [s.vervalt_op for s in signalen(gegeven, D(2026, 3, 10)) if s.soort == T.WIJKWERKEN]
        assert dagen == [D(2026, 9, 2), D(2027, 3, 1)]
        assert [s.vervalt_op for s in signalen(gegeven, D(2027, 3, 2)) if s.soort == T.WIJKWERKEN] == [D(2027, 3, 1)]

    @pytest.mark.parametrize(
        ("geboren", "start", "einde", "regelset", "grenzen"),
        [
            (D(1989, 1, 15), D(2024, 6, 3), D(2025, 6, 2), "A", [36]),
            (D(1975, 1, 15), D(2024, 6, 3), D(2025, 12, 2), "A", [50]),
            (D(1989, 6, 3), D(2024, 6, 3), D(2025, 6, 2), "A", []),
            (D(1989, 1, 15), D(2024, 6, 3), D(2025, 6, 2), "B", []),
            (None, D(2024, 6, 3), D(2025, 6, 2), "A", []),
        ],
    )
    def test_leeftijdsgrens_alleen_onder_regelset_a(self, geboren, start, einde, regelset, grenzen):
        gegeven = feiten(stap=replace(ART60, start=start, einde_voorzien=einde, regelset=regelset))
        gevonden = signalen(replace(gegeven, geboortedatum=geboren), D(2024, 7, 1))

        assert [int(s.sleutel.split(":")[1]) for s in gevonden if s.soort == T.ART60_LEEFTIJD] == grenzen


class TestNiet:
    @pytest.mark.parametrize("status", ["AFGESLOTEN", "GEWEIGERD"])
    def test_nooit_voor_wie_klaar_is(self, status):
        gegeven = feiten(status, TWE, **LEEFLONER, vdab_ingeschreven=False, laatste_contact_op=D(2025, 1, 1))

        assert signalen(gegeven, D(2026, 11, 23)) == []

    @pytest.mark.parametrize(
        ("gegeven", "soort"),
        [
            (feiten("INTAKE", **LEEFLONER, gpmi_vrijstelling="ziekte"), T.GPMI),
            (feiten("INTAKE", leefloon_toegekend_op=D(2026, 3, 2)), T.GPMI),
            (feiten("LOPEND", **LEEFLONER), T.GPMI),
            (feiten("ONDERBROKEN", gpmi_getekend_op=D(2025, 3, 2)), T.GPMI_EVALUATIE),
            (feiten("NAZORG", gpmi_getekend_op=D(2025, 3, 2)), T.GPMI_EVALUATIE),
            (feiten("INTAKE", **LEEFLONER, vdab_ingeschreven=True), T.VDAB),
            (feiten("INTAKE", **LEEFLONER, vdab_vrijstelling="medisch"), T.VDAB),
            (feiten("INTAKE", is_leefloner=True), T.VDAB),
            (feiten("INTAKE", **LEEFLONER, leefloon_aangevraagd_op=D(2026, 2, 1)), T.LEEFLOON),
            (feiten(stap=TWE), T.TWE_REGISTRATIE),
            (feiten("ONDERBROKEN", laatste_contact_op=D(2025, 1, 1)), T.CONTACT),
            (feiten("NAZORG", laatste_contact_op=D(2025, 1, 1)), T.CONTACT),
        ],
    )
    def test_niet_gevraagd(self, gegeven, soort):
        assert soort not in {s.soort for s in signalen(gegeven, D(2026, 11, 23))}


class TestQuotum:
    @pytest.mark.parametrize(
        ("gestart", "op", "woord"),
        [
            (8, D(2026, 11, 23), None),
            (9, D(2026, 2, 1), "bijna vol"),
            (4, D(2026, 6, 30), None),
            (4, D(2026, 7, 1), "weinig gebruikt"),
            (5, D(2026, 7, 1), None),
        ],
    )
    def test_vol_of_weinig(self, gestart, op, woord):
        signaal = quotumsignaal(gestart, 10, op)

        assert (signaal is None) is (woord is None)
        if signaal:
            assert woord in signaal[0]


def test_elke_soort_weet_hoe_ze_opgelost_wordt():
    assert set(ACTIES) == set(T)
    assert all(actie.label and actie.eindigt.endswith(".") for actie in ACTIES.values())


class TestWijkwerkuren:
    @pytest.mark.parametrize(
        ("uren", "verwacht"),
        [
            ([(D(2026, 3, 1), 49)], []),
            ([(D(2026, 3, 1), 50)], ["Wijk-werken: 50 van 60 uren in maart"]),
            ([(D(2026, 3, 1), 60)], ["Wijk-werken: 60 van 60 uren in maart"]),
            ([(D(2026, 2, 1), 60)], []),
            ([(D(2026, 1, 1), 280), (D(2026, 2, 1), 279)], []),
            ([(D(2026, 1, 1), 280), (D(2026, 2, 1), 280)], ["Wijk-werken: 560 van 630 uren in 2026"]),
            ([(D(2025, 12, 1), 600)], []),
        ],
        ids=["net niet", "waarschuwing", "grens", "vorige maand", "jaar net niet", "jaar", "vorig jaar"],
    )
    def test_verwittigt_vanaf_de_waarschuwing(self, uren, verwacht):
        stap = Stapfeit("w", "WIJKWERKEN", "Wijk-werken", D(2025, 11, 3), uren=tuple(uren))
        titels = [s.omschrijving for s in signalen(feiten(stap=stap), D(2026, 3, 20)) if "uren" in s.sleutel]

        assert titels == verwacht


class TestToestemming:
    @pytest.mark.parametrize(
        ("vandaag", "waarschuwt", "gevraagd"),
        [
            (D(2026, 3, 31), False, True),
            (D(2026, 4, 1), True, True),
            (D(2026, 5, 1), True, True),
            (D(2026, 5, 2), False, False),
        ],
    )
    def test_dertig_dagen_vooraf_tot_de_laatste_dag(self, vandaag, waarschuwt, gevraagd):
        gegeven = feiten(toestemmingen=(("a1", "De Kringwinkel", D(2026, 5, 1)),))
        gevonden = [s for s in signalen(gegeven, vandaag) if s.soort == T.TOESTEMMING]

        assert bool(gevonden) == gevraagd
        assert bool(gevonden and gevonden[0].vanaf and gevonden[0].vanaf <= vandaag) == waarschuwt
