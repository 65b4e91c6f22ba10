"""Every instrument and every limit as a row: what the rules say of a last day, and what may run beside what."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import StapFactory, TrajectFactory
from trajecten.enums_instrument import Opleidingssoort, Stapregime
from trajecten.models import Instrument, InstrumentDocument, InstrumentRegel, Opleidingsgegevens, UitstroomCode
from trajecten.regels.instrumenten import bezwaren_duur, imw_einde, kwartaal_van
from trajecten.selectors.instrumenten import (
    Opleidingsplan,
    bezwaren_documenten,
    bezwaren_instroom,
    bezwaren_opleiding,
    duur_van,
    sluiten_uit,
    stappen_van,
)

pytestmark = pytest.mark.django_db

# instrument, start, regime -> first and last day the end may have (None: free)
DUUR = [
    ("TWE", date(2026, 3, 1), "", None, date(2028, 2, 29)),
    ("WIJKWERKEN", date(2026, 1, 15), "", None, date(2027, 1, 14)),
    ("WIJKWERKEN", date(2026, 1, 15), Stapregime.EX_PWA, None, None),
    ("LDE", date(2021, 3, 1), "", None, date(2026, 2, 28)),
    ("LDE", date(2023, 6, 30), "", None, date(2028, 6, 29)),
    ("LDE", date(2023, 6, 30), Stapregime.LDE_UITZONDERING, None, date(2029, 6, 29)),
    ("SINE", date(2019, 1, 1), "", None, date(2025, 6, 30)),
    ("CMW", date(2024, 9, 1), "", None, date(2029, 8, 31)),
    ("IBO", date(2026, 1, 31), "", date(2026, 2, 27), date(2026, 7, 30)),
    ("IBOPLUS", date(2026, 2, 1), "", date(2026, 2, 28), date(2027, 1, 31)),
    ("BIS", date(2026, 2, 1), "", date(2026, 2, 28), date(2026, 7, 31)),
    ("WES", date(2026, 2, 1), "", None, date(2026, 7, 31)),
    ("BVS", date(2022, 5, 2), "", None, date(2022, 5, 31)),
    ("ACTIVERINGSSTAGE", date(2022, 1, 3), "", None, date(2022, 7, 2)),
    ("ART61", date(2026, 1, 1), "", None, None),
    ("OPLEIDING", date(2026, 1, 1), "", None, None),
    ("RIJBEWIJS", date(2026, 1, 1), "", None, None),
    ("GEMEENSCHAPSDIENST", date(2026, 1, 1), "", None, None),
    ("WZT", date(2026, 1, 1), "", None, None),
    ("ARBEIDSTRAJECT", date(2026, 1, 1), "", None, None),
]


@pytest.mark.usefixtures("gebied")
class TestTabel:
    def test_elk_instrument_heeft_regels_met_bron(self):
        regels = {rij.pk: rij for rij in InstrumentRegel.objects.order_by("pk")}

        assert set(regels) == set(Instrument.objects.values_list("pk", flat=True))
        assert len(regels) == 20
        assert all(rij.bron and rij.zekerheid for rij in regels.values())

    def test_elke_uitkomst_is_een_uitstroomcode(self):
        codes = set(UitstroomCode.objects.values_list("pk", flat=True))

        for rij in InstrumentRegel.objects.order_by("pk"):
            assert rij.uitkomsten, rij.pk
            assert set(rij.uitkomsten) <= codes, rij.pk

    def test_ontslag_alleen_waar_een_contract_is(self):
        met = InstrumentRegel.objects.filter(uitkomsten__contains=["DRINGENDE_REDEN"])

        assert set(met.values_list("pk", flat=True)) == {"ART60", "ART60_VST", "ART61", "LDE", "IMW", "CMW", "SINE"}

    def test_de_documenten_zijn_die_van_het_instrument(self):
        for instrument in Instrument.objects.order_by("pk"):
            genoemd = set(filter(None, instrument.verplichte_documenten.split("|")))
            codes = set(InstrumentDocument.objects.filter(instrument=instrument).values_list("code", flat=True))
            assert genoemd == codes, instrument.pk


@pytest.mark.usefixtures("gebied")
class TestDuur:
    @pytest.mark.parametrize(("code", "start", "regime", "vroegst", "uiterlijk"), DUUR)
    def test_de_laatste_dag(self, code, start, regime, vroegst, uiterlijk):
        grenzen, verbruikt = duur_van(code, start=start, regime=regime)

        assert (grenzen.vroegst and grenzen.vroegst.dag) == vroegst
        assert (grenzen.laatste and grenzen.laatste.dag) == uiterlijk
        assert verbruikt == 0

    @pytest.mark.parametrize(
        ("kwartaal", "soort", "einde"),
        [
            (date(2024, 1, 1), "TIJDELIJK", date(2025, 12, 31)),
            (date(2024, 7, 1), "BLIJVEND", date(2029, 6, 30)),
            (date(2023, 10, 1), "BLIJVEND", date(2028, 9, 30)),
        ],
    )
    def test_imw_telt_vanaf_het_kwartaal(self, kwartaal, soort, einde):
        assert imw_einde(kwartaal, soort).dag == einde

    @pytest.mark.parametrize(
        ("dag", "kwartaal"),
        [
            (date(2026, 3, 31), date(2026, 1, 1)),
            (date(2026, 4, 1), date(2026, 4, 1)),
            (date(2024, 12, 31), date(2024, 10, 1)),
        ],
    )
    def test_kwartaal(self, dag, kwartaal):
        assert kwartaal_van(dag) == kwartaal

    def test_een_zekere_regel_laat_zich_niet_motiveren(self):
        grenzen, _ = duur_van("SINE", start=date(2020, 1, 1))

        bezwaren = list(bezwaren_duur("SINE", grenzen, einde=date(2025, 7, 1), motivering="toch"))

        assert bezwaren == ["SINE duurt hoogstens 24 maanden: tot en met 30/06/2025."]

    @pytest.mark.parametrize(("motivering", "aantal"), [("", 1), ("VDAB ging akkoord", 0)])
    def test_een_onzekere_regel_vraagt_een_motivering(self, motivering, aantal):
        grenzen, _ = duur_van("IBO", start=date(2026, 2, 1))

        assert len(list(bezwaren_duur("IBO", grenzen, einde=date(2026, 9, 1), motivering=motivering))) == aantal
        assert len(list(bezwaren_duur("IBO", grenzen, einde=date(2026, 2, 10), motivering=motivering))) == aantal

    @pytest.mark.parametrize(("code", "over"), [("TWE", date(2027, 9, 1)), ("CMW", date(2031, 8, 31))])
    def test_vroegere_stappen_tellen_mee_waar_het_maximum_van_de_persoon_is(self, code, over):
        traject = TrajectFactory(lopend=True)
        StapFactory(
            traject=traject, instrument_id=code, status="BEEINDIGD", start=date(2024, 1, 1), einde=date(2024, 12, 31)
        )

        grenzen, verbruikt = duur_van(code, start=date(2026, 9, 1), traject=traject)

        assert verbruikt == (366 if code == "TWE" else 0)
        assert grenzen.laatste.dag == over - (date(2027, 9, 1) - date(2027, 8, 31)) * (code == "TWE")


# May never run together; the rest may.
UITGESLOTEN = {
    ("ART60", "ART60_VST"),
    ("ART60", "IMW"),
    ("ART60", "WIJKWERKEN"),
    ("ART60", "IBO"),
    ("ART60", "BIS"),
    ("ART60", "GEMEENSCHAPSDIENST"),
    ("IBO", "WES"),
    ("IBO", "IBOPLUS"),
    ("TWE", "ARBEIDSTRAJECT"),
    ("TWE", "WZT"),
    ("CMW", "IMW"),
    ("WES", "BVS"),
    ("RIJBEWIJS", "RIJBEWIJS"),
}
TOEGELATEN = {
    ("ART60", "TWE"),
    ("ART60", "OPLEIDING"),
    ("ART60", "RIJBEWIJS"),
    ("ART60", "WES"),
    ("TWE", "OPLEIDING"),
    ("TWE", "RIJBEWIJS"),
    ("TWE", "WES"),
    ("TWE", "IBO"),
    ("IBO", "RIJBEWIJS"),
    ("OPLEIDING", "OPLEIDING"),
    ("WIJKWERKEN", "OPLEIDING"),
}


@pytest.mark.usefixtures("gebied")
class TestNaastElkaar:
    @pytest.mark.parametrize(("een", "ander"), sorted(UITGESLOTEN))
    def test_nooit_samen(self, een, ander):
        assert sluiten_uit(een, ander)
        assert sluiten_uit(ander, een)

    @pytest.mark.parametrize(("een", "ander"), sorted(TOEGELATEN))
    def test_mag_samen(self, een, ander):
        assert not sluiten_uit(een, ander)
        assert not sluiten_uit(ander, een)

    def test_twee_contracten_nooit(self):
        contracten = ["ART60", "ART60_VST", "ART61", "LDE", "IMW", "CMW", "SINE"]

        assert all(sluiten_uit(een, ander) for een in contracten for ander in contracten)


@pytest.mark.usefixtures("gebied")
class TestInstroom:
    @pytest.mark.parametrize(
        ("code", "laatste", "melding"),
        [
            (
                "LDE",
                date(2023, 6, 30),
                "LDE neemt sinds 01/07/2023 niemand meer op. In de plaats kwam individueel maatwerk.",
            ),
            ("SINE", date(2023, 6, 30), "SINE neemt sinds 01/07/2023 niemand meer op."),
            (
                "BVS",
                date(2022, 12, 31),
                "BVS neemt sinds 01/01/2023 niemand meer op. In de plaats kwam werkervaringsstage.",
            ),
            ("ACTIVERINGSSTAGE", date(2022, 12, 31), "sinds 01/01/2023"),
        ],
    )
    def test_alleen_wie_voor_de_afschaffing_begon(self, code, laatste, melding):
        instrument = Instrument.objects.get(pk=code)

        assert bezwaren_instroom(instrument, laatste) == []
        assert melding in bezwaren_instroom(instrument, date.fromordinal(laatste.toordinal() + 1))[0]

    def test_de_keuze_toont_wat_op_die_dag_kon(self):
        kon = set(Instrument.objects.open_sinds(date(2023, 1, 1)).values_list("pk", flat=True))

        assert {"LDE", "SINE", "WES"} <= kon
        assert not {"BVS", "ACTIVERINGSSTAGE"} & kon


@pytest.mark.usefixtures("gebied")
class TestOpleidingInTwe:
    """One technical course of at most three months full-time (C38)."""

    @pytest.fixture
    def traject(self):
        traject = TrajectFactory(lopend=True)
        StapFactory(
            traject=traject,
            instrument_id="TWE",
            status="LOPEND",
            start=date(2026, 1, 1),
            einde_voorzien=date(2027, 12, 31),
        )
        return traject

    def beoordeel(self, traject, soort="TECHNISCH", intensiteit=Decimal(1), einde=date(2026, 6, 30)):
        plan = Opleidingsplan(soort, intensiteit)
        return bezwaren_opleiding(stappen_van(traject), plan, start=date(2026, 4, 1), einde=einde)

    def test_drie_maanden_voltijds_mag(self, traject):
        assert self.beoordeel(traject) == ([], [])

    def test_een_dag_langer_niet(self, traject):
        weigering, _ = self.beoordeel(traject, einde=date(2026, 7, 1))

        assert "hoogstens 3 maanden voltijds: tot 30/06/2026" in weigering[0]

    def test_halftijds_duurt_dubbel_zo_lang(self, traject):
        assert self.beoordeel(traject, intensiteit=Decimal("0.5"), einde=date(2026, 9, 30)) == ([], [])

    @pytest.mark.parametrize("soort", [Opleidingssoort.NT2, Opleidingssoort.BASISEDUCATIE, Opleidingssoort.ANDER])
    def test_taal_en_basiseducatie_tellen_niet(self, traject, soort):
        assert self.beoordeel(traject, soort=soort, einde=date(2027, 6, 30)) == ([], [])

    def test_een_tweede_technische_niet(self, traject):
        eerste = StapFactory(
            traject=traject,
            instrument_id="OPLEIDING",
            status="BEEINDIGD",
            start=date(2026, 2, 1),
            einde=date(2026, 3, 15),
        )
        Opleidingsgegevens.objects.create(stap=eerste, eigenaar=traject.eigenaar, soort="TECHNISCH")

        weigering, _ = self.beoordeel(traject)

        assert weigering == ["In TWE kan hoogstens 1 technische opleiding; er was al een van 01/02/2026."]

    def test_langer_tijdens_art_60_mag_met_een_gevolg(self, traject):
        StapFactory(traject=traject, status="LOPEND", start=date(2026, 2, 1), einde_voorzien=date(2027, 1, 31))

        weigering, let_op = self.beoordeel(traject, einde=date(2026, 12, 31))

        assert weigering == []
        assert "TWE stopt daarom na art. 60" in let_op[0]


@pytest.mark.usefixtures("gebied")
class TestDocumenten:
    @pytest.mark.parametrize(
        ("code", "melding"),
        [
            ("IBO", "IBO-contract ontbreekt nog."),
            ("BIS", "BIS-overeenkomst ontbreekt nog."),
            ("WES", "WES-overeenkomst ontbreekt nog."),
            ("WIJKWERKEN", "Wijk-werkovereenkomst met de organisator ontbreekt nog."),
            ("CMW", "Werkondersteuningspakket (WOP) van VDAB ontbreekt nog."),
            ("LDE", "Ticket van VDAB ontbreekt nog."),
            ("ART61", "Overeenkomst met de werkgever ontbreekt nog."),
        ],
    )
    def test_nodig_voor_de_start(self, code, melding):
        stap = StapFactory(instrument_id=code, start=date(2026, 12, 1))

        assert melding in list(bezwaren_documenten(stap))

    @pytest.mark.parametrize(("code", "blijft"), [("IBO", False), ("LDE", True)])
    def test_een_reden_helpt_alleen_als_de_regel_niet_zeker_is(self, code, blijft):
        stap = StapFactory(instrument_id=code, start=date(2026, 12, 1))

        assert bool(list(bezwaren_documenten(stap, met_reden=True))) == blijft

    @pytest.mark.parametrize("code", ["OPLEIDING", "RIJBEWIJS", "ARBEIDSTRAJECT", "WZT", "GEMEENSCHAPSDIENST", "IMW"])
    def test_niets_nodig_voor_de_start(self, code):
        assert list(bezwaren_documenten(StapFactory(instrument_id=code, start=date(2026, 12, 1)))) == []
