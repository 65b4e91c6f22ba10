"""The tab "Acties": one selection in a table, on a timeline and on a board."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from actieplannen.models import Actie, Actiebudget, Bewijsstuk, Kwartaalstand
from actieplannen.selectors.kwartalen import gevraagd_kwartaal, nummer
from regie.core.http import gebied_url
from tests.factories import ActieFactory, DoelstellingFactory, OrganisatieFactory, PlanFactory, UserFactory

KADER = 7  # session, user, membership, scope and transaction


def adres(plan, vraag=""):
    return gebied_url("actieplannen:acties", plan.pk) + vraag


def getoond(antwoord):
    return [regel.actie.titel for regel in antwoord.context["selectie"].regels]


@pytest.fixture
def kwartaal(gebied):
    return gevraagd_kwartaal(timezone.localdate())


@pytest.fixture
def plan(kwartaal):
    """Approved, of the year of which the last quarter was asked."""
    return PlanFactory(jaar=kwartaal.start.year, status="GOEDGEKEURD")


@pytest.fixture
def acties(plan, regisseur, kwartaal):
    boven = DoelstellingFactory(plan=plan, volgorde=1)
    huis = OrganisatieFactory(gebied=plan.gebied, naam="Lerend huis")
    jaar = plan.jaar
    rijbewijs = ActieFactory(
        doelstelling=boven, titel="Rijbewijs", prioriteit="WSE-LR2", voortgang="LOPEND", trekker=regisseur.user,
        start=date(jaar, 1, 1), eind=date(jaar, 3, 31), gemeenten=["31005"],
    )  # fmt: skip
    netwerk = ActieFactory(
        doelstelling=boven, titel="Netwerk", bbc_nummer="BBC-77", voortgang="KLAAR", trekker_organisatie=huis,
        start=date(jaar, 10, 1), eind=date(jaar, 12, 31), gemeenten=["31004"],
    )  # fmt: skip
    hub = ActieFactory(doelstelling=boven, titel="Hub", prioriteit="WSE-LR3")
    Bewijsstuk.objects.create(actie=netwerk, titel="Verslag", datum=date(jaar, 5, 1), door=regisseur.user)
    Kwartaalstand.objects.create(
        actie=rijbewijs, jaar=jaar, kwartaal=nummer(kwartaal), kleur="ROOD", beantwoord_op=timezone.now()
    )
    Actiebudget.objects.create(actie=hub, jaar=jaar, bron="VDAB", gepland=Decimal(100), besteed=Decimal(106))
    return rijbewijs, netwerk, hub


class TestFilters:
    @pytest.mark.parametrize(
        ("vraag", "titels"),
        [
            ("", ["Rijbewijs", "Netwerk", "Hub"]),
            ("?zoek=bbc-77", ["Netwerk"]),
            ("?prioriteit=WSE-LR2", ["Rijbewijs"]),
            ("?prioriteit=geen", ["Netwerk"]),
            ("?voortgang=KLAAR", ["Netwerk"]),
            ("?trekker=mijn", ["Rijbewijs"]),
            ("?trekker=geen", ["Hub"]),
            ("?stand=ROOD", ["Rijbewijs"]),
            ("?stand=geen", ["Netwerk", "Hub"]),
            ("?gemeente=31005", ["Rijbewijs", "Hub"]),  # without gemeenten: for all of them
            ("?periode=1", ["Rijbewijs", "Hub"]),  # without dates: the whole year
            ("?periode=4", ["Netwerk", "Hub"]),
            ("?aandacht=bewijs", ["Rijbewijs", "Hub"]),
            ("?aandacht=budget", ["Hub"]),
            ("?prioriteit=WSE-LR2&voortgang=KLAAR", []),
        ],
    )
    def test_wat_ze_overlaten(self, plan, acties, als_regisseur, vraag, titels):
        assert getoond(als_regisseur.get(adres(plan, vraag))) == titels

    def test_op_een_organisatie_die_trekt(self, plan, acties, als_regisseur):
        keuze = f"?trekker=trekker_organisatie.{acties[1].trekker_organisatie_id}"

        assert getoond(als_regisseur.get(adres(plan, keuze))) == ["Netwerk"]

    def test_zonder_stand_van_het_gevraagde_kwartaal(self, plan, acties, als_regisseur):
        """Only what ran in that quarter and was not answered; the answered one is not in it."""
        titels = getoond(als_regisseur.get(adres(plan, "?aandacht=stand")))

        assert "Hub" in titels
        assert "Rijbewijs" not in titels

    @pytest.mark.parametrize("weergave", ["tabel", "tijdlijn", "bord"])
    def test_gelden_voor_elke_weergave(self, plan, acties, als_regisseur, weergave):
        html = als_regisseur.get(adres(plan, f"?weergave={weergave}&voortgang=KLAAR")).content.decode()

        assert "Netwerk" in html
        assert "Rijbewijs" not in html
        assert "1 van 3 acties" in html

    def test_een_onzinnige_waarde_laat_de_pagina_heel(self, plan, acties, als_regisseur):
        assert als_regisseur.get(adres(plan, "?periode=9&weergave=x&sorteer=y")).status_code == 200


class TestTabel:
    @pytest.mark.parametrize(
        ("sorteer", "eerst"), [("nummer", "Rijbewijs"), ("titel", "Hub"), ("-besteed", "Hub"), ("-bewijs", "Netwerk"),
                               ("stand", "Rijbewijs"), ("-nummer", "Hub")],
    )  # fmt: skip
    def test_sorteert(self, plan, acties, als_regisseur, sorteer, eerst):
        antwoord = als_regisseur.get(adres(plan, f"?sorteer={sorteer}"))

        assert antwoord.context["regels"][0].actie.titel == eerst

    def test_excel_is_dezelfde_selectie(self, plan, acties, als_regisseur):
        antwoord = als_regisseur.get(gebied_url("actieplannen:acties_excel", plan.pk) + "?aandacht=budget")

        boek = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
        kop, *rijen = boek.get_sheet_by_name("Acties").to_python()
        assert [rij[kop.index("Actie")] for rij in rijen] == ["Hub"]
        assert rijen[0][kop.index("Besteed (euro)")] == 106
        assert ["Filter", "Vraagt aandacht: Over budget"] in boek.get_sheet_by_name("Uitleg").to_python()

    def test_een_groot_plan_kost_acht_vragen(self, gebied, als_regisseur, django_assert_max_num_queries):
        plan = PlanFactory(jaar=2026)
        for doelstelling in DoelstellingFactory.create_batch(5, plan=plan):
            ActieFactory.create_batch(30, doelstelling=doelstelling, trekker=UserFactory(), gemeenten=["31005"])

        for weergave in ("tabel", "tijdlijn", "bord"):
            with django_assert_max_num_queries(KADER + 8):
                als_regisseur.get(adres(plan, f"?weergave={weergave}&zoek=Actie"))


class TestTijdlijn:
    def test_een_tekening_per_doelstelling_met_stukken_die_op_een_blad_passen(self, gebied, als_regisseur):
        plan = PlanFactory(jaar=2026)
        ActieFactory.create_batch(20, doelstelling=DoelstellingFactory(plan=plan, titel="Werk", volgorde=1))
        ActieFactory(doelstelling=DoelstellingFactory(plan=plan, titel="Net", volgorde=2), start=date(2025, 3, 1))

        tekeningen = als_regisseur.get(adres(plan, "?weergave=tijdlijn")).context["tekeningen"]

        assert [(t.titel, len(t.balken)) for t in tekeningen] == [("1 Werk", 14), ("1 Werk (deel 2)", 6), ("2 Net", 1)]
        assert {(t.begin, t.eind) for t in tekeningen} == {(date(2025, 7, 1), date(2026, 12, 31))}


class TestBord:
    def zet(self, client, actie, naar, vraag=""):
        return client.post(gebied_url("actieplannen:bord_zetten", actie.pk, naar) + vraag, follow=True)

    def test_verzet_een_kaart_en_zet_ze_terug(self, plan, acties, als_regisseur):
        antwoord = self.zet(als_regisseur, acties[0], "KLAAR", "?weergave=bord&gemeente=31005")

        assert Actie.objects.get(pk=acties[0].pk).voortgang == "KLAAR"
        assert getoond(antwoord) == ["Rijbewijs", "Hub"]  # the same board, with its filter
        terug = gebied_url("actieplannen:bord_zetten", acties[0].pk, "LOPEND") + "?weergave=bord&gemeente=31005"
        assert f'action="{terug.replace("&", "&amp;")}"' in antwoord.content.decode()
        als_regisseur.post(terug)
        assert Actie.objects.get(pk=acties[0].pk).voortgang == "LOPEND"

    def test_een_kolom_die_niet_bestaat_zegt_wat_wel_kan(self, plan, acties, als_regisseur):
        antwoord = self.zet(als_regisseur, acties[0], "ERGENS")

        assert "Kies te starten, lopend" in antwoord.content.decode()
        assert Actie.objects.get(pk=acties[0].pk).voortgang == "LOPEND"

    def test_wie_niet_opvolgt_ziet_geen_knoppen_en_verzet_niets(self, plan, acties, als_begeleider):
        antwoord = als_begeleider.get(adres(plan, "?weergave=bord"))

        assert not any(kaart.zetten for kolom in antwoord.context["kolommen"] for kaart in kolom.kaarten)
        assert "opvolgen" in self.zet(als_begeleider, acties[0], "KLAAR").content.decode()
        assert Actie.objects.get(pk=acties[0].pk).voortgang == "LOPEND"

    def test_de_eigen_actie_kan_wel(self, plan, acties, als_begeleider, begeleider):
        plan.status = "CONCEPT"  # who pulls is part of what an approved plan promises
        plan.save()
        Actie.objects.filter(pk=acties[2].pk).update(trekker=begeleider.user)

        kolommen = als_begeleider.get(adres(plan, "?weergave=bord")).context["kolommen"]

        met_knoppen = [k.regel.actie.titel for kolom in kolommen for k in kolom.kaarten if k.zetten]
        assert met_knoppen == ["Hub"]

    def test_een_verantwoord_plan_ligt_vast(self, plan, acties, als_regisseur):
        plan.status = "VERANTWOORD"
        plan.save()

        kolommen = als_regisseur.get(adres(plan, "?weergave=bord")).context["kolommen"]

        assert not any(kaart.zetten for kolom in kolommen for kaart in kolom.kaarten)
