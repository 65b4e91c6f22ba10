"""The subsidiedossier and the verantwoording: what they know by themselves, what they ask, and the files."""

import io
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import pikepdf
import pytest

from actieplannen.enums import Dossierdeel, Planstuk, Verantwoordingsdeel
from actieplannen.models import (
    Actiebudget,
    Actieindicator,
    Actiepartner,
    Amendement,
    Bewijsstuk,
    Kwartaalstand,
    Plantekst,
    Raadsbesluit,
)
from actieplannen.selectors.stukken import planstuk
from actieplannen.services.stukken import tekst_bewaren
from partners.enums import Bijlageonderwerp
from partners.services.bijlagen import bijlage_toevoegen
from regie.core.bestanden import Bestand
from regie.core.exceptions import DomainError, Verouderd
from regie.core.http import gebied_url
from regie.core.models import Gebeurtenis, Gemeente
from regie.core.tenancy import gebied_context
from tests.factories import ActieFactory, DoelstellingFactory, OrganisatieFactory, PlanFactory, UserFactory
from tests.trajecten import bestanden

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def plan(gebied):
    return PlanFactory(jaar=2026, titel="Regierol 2026")


@pytest.fixture
def actie(gebied, plan):
    return ActieFactory(
        doelstelling=DoelstellingFactory(plan=plan, titel="Meer mensen aan het werk"),
        titel="Rijbewijsproject",
        prioriteit="WSE-LR2",
        omschrijving="Rijlessen",
        trekker_organisatie=OrganisatieFactory(gebied=gebied, naam="Mobiel vzw"),
        start=date(2026, 1, 1),
        eind=date(2026, 12, 31),
    )


@pytest.fixture
def zet_bij(gebied, regieverband, toegang_regisseur, django_capture_on_commit_callbacks):
    """Keep a file with a piece of evidence, as the regisseur."""

    def zet(object_id, naam):
        binnen = gebied_context(gebied, lid_van=[regieverband.pk])
        with binnen, django_capture_on_commit_callbacks(execute=True):
            bijlage_toevoegen(
                onderwerp=Bijlageonderwerp.BEWIJS,
                object_id=object_id,
                bestand=Bestand(naam, bestanden.pdf()),
                door=toegang_regisseur,
                vandaag=VANDAAG,
            )

    return zet


def _gaten(plan, stuk, code):
    return [punt.zin for punt in planstuk(plan, stuk, vandaag=VANDAAG).sectie(code).gaten]


def _tabel(plan, stuk, code, bijschrift):
    blokken = planstuk(plan, stuk, vandaag=VANDAAG).sectie(code).blokken
    return next(blok for blok in blokken if getattr(blok, "bijschrift", "") == bijschrift)


class TestDossier:
    def test_elk_deel_staat_erin_en_zegt_wat_ontbreekt(self, plan):
        beeld = planstuk(plan, Planstuk.DOSSIER, vandaag=VANDAAG)

        assert [sectie.code for sectie in beeld.secties] == Dossierdeel.values
        assert beeld.score < 50
        assert beeld.gaten

    def test_een_tekst_vult_het_gat_en_de_score_stijgt(self, plan, als_regisseur, toegang_regisseur):
        voor = planstuk(plan, Planstuk.DOSSIER, vandaag=VANDAAG)
        tekst_bewaren(
            plan=plan, stuk=Planstuk.DOSSIER, deel="VISIE", tekst="Iedereen mee.", versie=0, door=toegang_regisseur
        )

        na = planstuk(plan, Planstuk.DOSSIER, vandaag=VANDAAG)
        assert len(na.gaten) == len(voor.gaten) - 1
        assert na.score > voor.score

    def test_prioriteit_zonder_actie_is_een_gat(self, plan, actie):
        gaten = _gaten(plan, Planstuk.DOSSIER, "ACTIES")

        assert [zin[:7] for zin in gaten] == ["WSE-LR1", "WSE-LR3", "WSE-LR4"]

    @pytest.mark.parametrize(
        ("wijziging", "woord"),
        [
            ({"trekker_organisatie": None}, "een trekker"),
            ({"eind": None}, "een periode"),
            ({"omschrijving": ""}, "een omschrijving"),
        ],
    )
    def test_wat_een_actie_mist(self, plan, actie, wijziging, woord):
        for naam, waarde in wijziging.items():
            setattr(actie, naam, waarde)
        actie.save()

        assert any(
            f"Actie 1.1 'Rijbewijsproject' mist {woord}." == zin for zin in _gaten(plan, Planstuk.DOSSIER, "ACTIES")
        )

    def test_de_begroting_is_de_som_tot_op_de_cent(self, plan, actie):
        for bron, bedrag in (("VLAANDEREN", "1000.10"), ("GEMEENTEN", "0.20"), ("VDAB", "33.33")):
            Actiebudget.objects.create(actie=actie, jaar=2026, bron=bron, gepland=Decimal(bedrag))
        Actiebudget.objects.create(actie=actie, jaar=2027, bron="VDAB", gepland=Decimal(5000))

        tabel = _tabel(plan, Planstuk.DOSSIER, "BUDGET", "Begroting per bron")
        assert tabel.rijen[-1][:2] == ("Samen", "€\u00a01.033,63")
        assert tabel.met_totaal
        assert _gaten(plan, Planstuk.DOSSIER, "BUDGET") == []

    def test_zonder_cofinanciering_is_er_een_gat(self, plan, actie):
        Actiebudget.objects.create(actie=actie, jaar=2026, bron="VLAANDEREN", gepland=Decimal(10))

        assert any("cofinanciering" in zin for zin in _gaten(plan, Planstuk.DOSSIER, "BUDGET"))

    def test_partners_en_besluiten(self, gebied, plan, actie):
        Actiepartner.objects.create(actie=actie, organisatie=OrganisatieFactory(gebied=gebied, naam="CAW"))
        gemeente = Gemeente.objects.get(naam="Damme")
        gebied.leden.create(gemeente=gemeente, van=date(2020, 1, 1))

        assert _tabel(plan, Planstuk.DOSSIER, "PARTNERS", "Partners van de acties").rijen == (("CAW", "1.1"),)
        assert _gaten(plan, Planstuk.DOSSIER, "BESLUITEN")[0].endswith("Damme.")
        Raadsbesluit.objects.create(plan=plan, gemeente=gemeente, datum=VANDAAG, uitspraak="GOEDGEKEURD")
        assert _gaten(plan, Planstuk.DOSSIER, "BESLUITEN") == ["Nog geen document bij het besluit van Damme."]


class TestVerantwoording:
    def test_per_prioriteit_acties_cijfers_stand_en_bewijs(self, plan, actie):
        indicator = Actieindicator.objects.create(actie=actie, naam="Rijbewijzen", streefwaarde=20, nulmeting=4)
        indicator.metingen.create(jaar=2026, kwartaal=3, op=date(2026, 9, 30), waarde=12)
        Kwartaalstand.objects.create(
            actie=actie,
            jaar=2026,
            kwartaal=3,
            kleur="ORANJE",
            tekst="Twee lesgevers vielen uit.",
            beantwoord_op="2026-10-05T10:00:00Z",
        )
        Bewijsstuk.objects.create(actie=actie, titel="Verslag stuurgroep", datum=date(2026, 6, 1), door=UserFactory())

        sectie = planstuk(plan, Planstuk.VERANTWOORDING, vandaag=VANDAAG).sectie("WSE-LR2")
        acties, cijfers = (blok for blok in sectie.blokken if blok.soort == "tabel")
        assert acties.rijen == (("1.1 Rijbewijsproject", "te starten", "aandacht nodig (K3 2026)", "1"),)
        assert cijfers.rijen[0][:4] == ("1.1 Rijbewijzen", "4", "12", "20")
        assert [punt.zin[:30] for punt in sectie.gaten] == ["Schrijf de tekst bij 'WSE-LR2 "]
        assert "Twee lesgevers vielen uit." in sectie.voorstel
        assert "streefdoel 20" in sectie.voorstel

    @pytest.mark.parametrize(("datum", "telt"), [(date(2026, 1, 1), True), (date(2025, 12, 31), False)])
    def test_alleen_bewijs_van_het_planjaar_telt(self, plan, actie, datum, telt):
        Bewijsstuk.objects.create(actie=actie, titel="Verslag", datum=datum, door=UserFactory())

        gaten = _gaten(plan, Planstuk.VERANTWOORDING, "WSE-LR2")
        assert any("minstens 1 nodig" in zin for zin in gaten) is not telt

    def test_wijzigingen(self, plan, actie):
        Amendement.objects.create(
            plan=plan,
            nummer=1,
            onderwerp="Rijbewijsproject",
            wijzigingen=[["streefwaarde", "20", "15"]],
            reden="Minder lesgevers",
            door=UserFactory(),
        )

        rij = _tabel(plan, Planstuk.VERANTWOORDING, "WIJZIGINGEN", "Amendementen").rijen[0]
        assert rij[1:] == ("Rijbewijsproject", "streefwaarde: 20 → 15", "Minder lesgevers")

    def test_elk_deel(self, plan):
        beeld = planstuk(plan, Planstuk.VERANTWOORDING, vandaag=VANDAAG)

        assert [sectie.code for sectie in beeld.secties] == Verantwoordingsdeel.values


class TestSchrijven:
    def test_de_tweede_ziet_beide_teksten_en_verliest_niets(self, plan, als_regisseur):
        adres = gebied_url("actieplannen:planstuk_sectie", plan.pk, "dossier", "VISIE")
        als_regisseur.post(adres, {"tekst": "De eerste tekst", "versie": 0})

        antwoord = als_regisseur.post(adres, {"tekst": "De tweede tekst", "versie": 0})

        assert antwoord.status_code == 422
        inhoud = antwoord.content.decode()
        assert "De eerste tekst" in inhoud
        assert "De tweede tekst" in inhoud
        assert Plantekst.objects.get().tekst == "De eerste tekst"
        versie = antwoord.context["form"]["versie"].value()
        assert als_regisseur.post(adres, {"tekst": "Beide teksten", "versie": versie}).status_code == 302
        assert Plantekst.objects.get().tekst == "Beide teksten"

    def test_te_lang_wordt_geweigerd_en_blijft_staan(self, plan, als_regisseur):
        adres = gebied_url("actieplannen:planstuk_sectie", plan.pk, "dossier", "VISIE")

        antwoord = als_regisseur.post(adres, {"tekst": "x" * 20_001, "versie": 0})

        assert antwoord.status_code == 422
        assert "x" * 20_001 in antwoord.content.decode()

    @pytest.mark.parametrize(
        ("stuk", "status", "mag"),
        [
            (Planstuk.DOSSIER, "CONCEPT", True),
            (Planstuk.DOSSIER, "INGEDIEND", False),
            (Planstuk.DOSSIER, "GOEDGEKEURD", False),
            (Planstuk.VERANTWOORDING, "GOEDGEKEURD", True),
            (Planstuk.VERANTWOORDING, "UITGEVOERD", True),
            (Planstuk.VERANTWOORDING, "VERANTWOORD", False),
        ],
    )
    def test_tot_wanneer(self, gebied, toegang_regisseur, stuk, status, mag):
        plan = PlanFactory(status=status)

        def schrijf():
            return tekst_bewaren(plan=plan, stuk=stuk, deel="VISIE", tekst="a", versie=0, door=toegang_regisseur)

        if mag:
            assert schrijf().versie == 1
        else:
            with pytest.raises(DomainError):
                schrijf()

    def test_een_verouderde_versie(self, plan, toegang_regisseur):
        wat = {"plan": plan, "stuk": Planstuk.DOSSIER, "deel": "VISIE", "door": toegang_regisseur}
        tekst_bewaren(**wat, tekst="een", versie=0)

        for versie in (0, 2):
            with pytest.raises(Verouderd):
                tekst_bewaren(**wat, tekst="twee", versie=versie)

    def test_een_lezer_schrijft_niet(self, plan, als_begeleider):
        adres = gebied_url("actieplannen:planstuk_sectie", plan.pk, "dossier", "VISIE")

        assert als_begeleider.get(adres).status_code == 200
        assert "<textarea" not in als_begeleider.get(adres).content.decode()
        assert als_begeleider.post(adres, {"tekst": "a", "versie": 0}).status_code == 403

    @pytest.mark.parametrize("pad", [("dossier", "ONBEKEND"), ("begroting", "VISIE"), ("verantwoording", "VISIE")])
    def test_wat_niet_bestaat(self, plan, als_regisseur, pad):
        assert als_regisseur.get(gebied_url("actieplannen:planstuk_sectie", plan.pk, *pad)).status_code == 404


class TestBestanden:
    @pytest.mark.parametrize("stuk", ["dossier", "verantwoording"])
    def test_pdf_is_toegankelijk_en_zegt_wat_ontbreekt(self, plan, actie, als_regisseur, stuk):
        antwoord = als_regisseur.get(gebied_url("actieplannen:planstuk_bestand", plan.pk, stuk, "pdf"))

        with pikepdf.open(io.BytesIO(antwoord.content)) as document:
            assert document.Root.Lang == "nl-BE"
            assert bool(document.Root.MarkInfo.Marked)
            assert "pdfuaid" in document.Root.Metadata.read_bytes().decode()
            assert len(document.Root.Outlines.keys()) > 0

    def test_word_en_pagina_vertellen_hetzelfde(self, plan, actie, als_regisseur, toegang_regisseur):
        tekst_bewaren(
            plan=plan, stuk=Planstuk.DOSSIER, deel="VISIE", tekst="Een\n\nTwee", versie=0, door=toegang_regisseur
        )
        antwoord = als_regisseur.get(gebied_url("actieplannen:planstuk_bestand", plan.pk, "dossier", "word"))

        from docx import Document as Word  # slow to import

        document = Word(io.BytesIO(antwoord.content))
        koppen = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
        assert koppen == [f"{i}. {deel.label}" for i, deel in enumerate(Dossierdeel, 1)]
        assert {"Een", "Twee"} <= {p.text for p in document.paragraphs}
        cellen = {cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells}
        assert "1.1 Rijbewijsproject" in cellen

    def test_onbekende_vorm(self, plan, als_regisseur):
        assert (
            als_regisseur.get(gebied_url("actieplannen:planstuk_bestand", plan.pk, "dossier", "odt")).status_code
            == 404
        )

    def test_de_zip_heeft_de_bewijzen_met_hun_nummer(self, plan, actie, als_regisseur, zet_bij):
        bewijs = Bewijsstuk.objects.create(actie=actie, titel="Verslag", datum=date(2026, 6, 1), door=UserFactory())
        for naam in ("verslag.pdf", "foto.pdf"):
            zet_bij(bewijs.pk, naam)

        antwoord = als_regisseur.get(gebied_url("actieplannen:planstuk_alles", plan.pk, "verantwoording"))

        with ZipFile(io.BytesIO(antwoord.getvalue())) as zip_:
            assert zip_.namelist() == [
                "verantwoording-2026.pdf",
                "verantwoording-2026.docx",
                "bewijsstukken/01-1 verslag.pdf",
                "bewijsstukken/01-2 foto.pdf",
            ]
            assert zip_.read("bewijsstukken/01-1 verslag.pdf") == bestanden.pdf()
        assert Gebeurtenis.objects.filter(soort="bijlage.gelezen").count() == 2
