"""Workbook, presentation and pages for the steering group: the same figures, and sums that follow the amounts."""

import io
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from actieplannen.exports.presentatie import maak_presentatie
from actieplannen.exports.stuurgroep import stuurgroepverslag
from actieplannen.exports.werkboek import maak_planwerkboek
from actieplannen.models import Actiebudget, Actieindicator, Kwartaalstand
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.samenvatting import samenvatting
from regie.core.http import gebied_url
from tests.factories import ActieFactory, DoelstellingFactory, PlanFactory

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def plan(gebied):
    """Eleven actions below one objective, so that 1.1.1 and 1.1.10 both exist."""
    plan = PlanFactory(jaar=2026)
    onder = DoelstellingFactory(plan=plan, ouder=DoelstellingFactory(plan=plan))
    for i in range(1, 12):
        actie = ActieFactory(doelstelling=onder, titel=f"=actie {i}", prioriteit="WSE-LR2", volgorde=i)
        Actiebudget.objects.create(
            actie=actie, jaar=2026, gepland=Decimal(i) + Decimal("0.10"), besteed=Decimal("0.05")
        )
    Actiebudget.objects.create(actie=actie, jaar=2027, gepland=Decimal(1000))
    for kleur, voor in (("ROOD", actie), ("GROEN", onder.acties.first())):
        Kwartaalstand.objects.create(
            actie=voor, jaar=2026, kwartaal=3, kleur=kleur, tekst="t", afwijking="a", beantwoord_op="2026-10-02T09:00Z"
        )
    Actieindicator.objects.create(actie=actie, naam="Sessies", streefwaarde=4)
    return plan


@pytest.fixture
def bron(plan):
    return Planbron(plan, VANDAAG)


def _blad(inhoud, naam):
    return CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).get_sheet_by_name(naam).to_python()


class TestWerkboek:
    def test_een_blad_per_niveau(self, bron):
        boek = CalamineWorkbook.from_filelike(io.BytesIO(maak_planwerkboek(bron, [], {})))

        assert boek.sheet_names == [
            "Plan",
            "Doelstellingen",
            "Acties",
            "Budget",
            "Indicatoren",
            "Standen",
            "Bewijsstukken",
            "Uitleg",
        ]

    def test_sommen_zijn_die_van_het_plan(self, bron):
        inhoud = maak_planwerkboek(bron, [], {})

        budget, doelen, acties = (_blad(inhoud, naam) for naam in ("Budget", "Doelstellingen", "Acties"))
        assert budget[-1][7] == pytest.approx(float(bron.geld.totaal.gepland))
        assert [rij[5] for rij in doelen[1:]] == [pytest.approx(float(bron.geld.planjaar.gepland))] * 2
        assert acties[1][13] == pytest.approx(1.10)  # 1.1.1 alone, not 1.1.10 and 1.1.11 with it
        assert acties[11][13] == pytest.approx(11.10)  # without the amount of 2027

    def test_sommen_zijn_formules_en_tekst_blijft_tekst(self, bron):
        with ZipFile(io.BytesIO(maak_planwerkboek(bron, [], {}))) as zip_:
            budget = zip_.read("xl/worksheets/sheet4.xml").decode()
            doelen = zip_.read("xl/worksheets/sheet2.xml").decode()

        assert "<f>SUM(H2:H13)</f>" in budget
        assert "SUMPRODUCT((Budget!$E$2:$E$13=2026)" in doelen
        assert "<f>actie" not in budget

    def test_zonder_budget(self, gebied):
        leeg = Planbron(PlanFactory(jaar=2026), VANDAAG)

        assert len(_blad(maak_planwerkboek(leeg, [], {}), "Budget")) == 1


class TestStuurgroep:
    def test_kern_en_prioriteiten(self, bron):
        beeld = samenvatting(bron)

        assert [kern.waarde for kern in beeld.kern] == ["0 van 11", "1 van 11", "0 van 0", "€\u00a00,55"]
        lr2 = beeld.prioriteiten[1]
        assert (lr2.code, lr2.standen, lr2.aantal) == ("WSE-LR2", (1, 0, 1, 9), 11)

    def test_rood_staat_bij_wat_aandacht_vraagt(self, bron):
        beeld = samenvatting(bron)

        assert [punt.genummerd.nummer for punt in beeld.aandacht] == ["1.1.11"]

    @pytest.mark.parametrize(
        ("eind", "voortgang", "zin"),
        [
            (date(2026, 12, 31), "LOPEND", "tegen 31/12/2026"),
            (date(2026, 10, 1), "LOPEND", "te laat, was 01/10/2026"),
            (date(2026, 10, 1), "KLAAR", None),
            (date(2027, 6, 1), "LOPEND", None),
        ],
    )
    def test_wat_bijna_klaar_moet_zijn(self, gebied, eind, voortgang, zin):
        plan = PlanFactory(jaar=2026)
        ActieFactory(doelstelling__plan=plan, eind=eind, voortgang=voortgang, titel="Sessie")

        stuk = stuurgroepverslag(samenvatting(Planbron(plan, VANDAAG)))
        bespreken = next(deel for deel in stuk.delen if deel.titel == "Te bespreken")
        gevonden = [item for blok in bespreken.blokken if blok.soort == "lijst" for item in blok.items]
        assert gevonden == ([f"1.1 Sessie: {zin}"] if zin else [])

    def test_presentatie_heeft_dezelfde_cijfers(self, bron):
        from pptx import Presentation  # slow to import

        beeld = samenvatting(bron)
        boek = Presentation(io.BytesIO(maak_presentatie(beeld)))

        titels = [dia.shapes.title.text for dia in boek.slides]
        assert titels[0] == bron.plan.titel
        assert all(titels)
        teksten = {vorm.text_frame.text for dia in boek.slides for vorm in dia.shapes if vorm.has_text_frame}
        for kern in beeld.kern:
            assert f"{kern.label}\n{kern.waarde}\n{kern.detail}" in teksten
        grafieken = [vorm.chart for dia in boek.slides for vorm in dia.shapes if vorm.has_chart]
        assert [tuple(reeks.values) for reeks in grafieken[0].plots[0].series] == [(1,), (0,), (1,), (9,)]
        assert [sum(reeks.values) for reeks in grafieken[1].plots[0].series] == [
            pytest.approx(float(bron.geld.planjaar.gepland)),
            pytest.approx(float(bron.geld.planjaar.besteed)),
        ]

    def test_veel_rijen_worden_meer_dias(self, gebied):
        from pptx import Presentation  # slow to import

        plan = PlanFactory(jaar=2026)
        for i in range(10):
            actie = ActieFactory(doelstelling__plan=plan)
            Actieindicator.objects.create(actie=actie, naam=f"I{i}")

        boek = Presentation(io.BytesIO(maak_presentatie(samenvatting(Planbron(plan, VANDAAG)))))
        titels = [dia.shapes.title.text for dia in boek.slides]
        assert [titel for titel in titels if titel.startswith("Cijfers")] == ["Cijfers (1 van 2)", "Cijfers (2 van 2)"]

    def test_een_leeg_plan_geeft_ook_bestanden(self, gebied, als_regisseur):
        leeg = PlanFactory(jaar=2026)

        for vorm in ("excel", "pdf", "powerpoint"):
            antwoord = als_regisseur.get(gebied_url("actieplannen:uitvoerbestand", leeg.pk, vorm))
            assert antwoord.status_code == 200
            assert len(antwoord.content) > 5_000
        assert als_regisseur.get(gebied_url("actieplannen:uitvoerbestand", leeg.pk, "csv")).status_code == 404
