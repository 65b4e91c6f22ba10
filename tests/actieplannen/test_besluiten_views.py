"""The tab Besluiten and its pages: what comes next, refusals in words, councils, nothing lost."""

from datetime import date

import pytest
from django.utils import timezone

from actieplannen.models import Amendement, Jaaractieplan, Planversie, Raadsbesluit
from actieplannen.services.wijzigen import Wijziging, leg_wijziging_vast
from regie.core.models import Gebiedslid, Gemeente
from regie.core.tenancy import gebied_context
from tests.actieplannen.test_inhoud import vol_plan
from tests.factories import PlanFactory

BRUGGE, DAMME = "31005", "31006"


@pytest.fixture
def leden(gebied):
    """Two municipalities are members all the time."""
    for nis in (BRUGGE, DAMME):
        Gebiedslid.objects.create(gebied=gebied, gemeente=Gemeente.objects.get(pk=nis), van=date(2020, 1, 1))


@pytest.fixture
def adres(gebied):
    def maak(plan, pagina="besluiten"):
        return f"/g/{gebied.slug}/jaaractieplan/{plan.pk}/{pagina}/"

    return maak


def _plan(status, **velden):
    plan = vol_plan()
    Jaaractieplan.objects.filter(pk=plan.pk).update(status=status, **velden)
    plan.refresh_from_db()
    return plan


class TestBesluiten:
    @pytest.mark.parametrize(
        ("status", "hoofd", "anders"),
        [
            ("CONCEPT", "Plan indienen", []),
            ("INGEDIEND", "Plan goedkeuren", ["Plan terugsturen", "Plan intrekken"]),
            ("GOEDGEKEURD", "Uitvoering afronden", []),
            ("UITGEVOERD", "Plan verantwoorden", ["Uitvoering hervatten"]),
            ("VERANTWOORD", "", []),
        ],
    )
    def test_een_volgende_stap(self, als_regisseur, leden, adres, status, hoofd, anders):
        html = als_regisseur.get(adres(_plan(status, jaar=timezone.localdate().year))).content.decode()

        assert html.count("btn-primary") == (1 if hoofd else 0)
        for tekst in (hoofd, *anders):
            assert tekst in html

    def test_waarom_het_niet_kan(self, als_regisseur, adres):
        html = als_regisseur.get(adres(PlanFactory())).content.decode()

        assert "disabled" in html
        assert "Het plan heeft nog geen doelstelling" in html

    def test_lezer_ziet_geen_knop(self, als_begeleider, leden, adres):
        html = als_begeleider.get(adres(_plan("INGEDIEND"))).content.decode()

        assert "De regisseur zet de volgende stap" in html
        assert "Plan goedkeuren" not in html
        assert "Besluiten invullen" not in html

    def test_een_vast_aantal_vragen(self, als_regisseur, leden, adres, django_assert_max_num_queries):
        plan = _plan("INGEDIEND")

        with django_assert_max_num_queries(20):
            als_regisseur.get(adres(plan))


class TestStappen:
    def test_indienen_vraagt_het_vinkje_en_kan_ongedaan(self, als_regisseur, adres, gebied):
        plan = _plan("CONCEPT")

        geweigerd = als_regisseur.post(adres(plan, "indienen"))
        assert geweigerd.status_code == 422
        assert "Vink daarna aan" in geweigerd.content.decode()

        html = als_regisseur.post(adres(plan, "indienen"), {"bevestigd": "on"}, follow=True).content.decode()
        assert "Het plan is ingediend." in html
        assert adres(plan, "intrekken") in html
        als_regisseur.post(adres(plan, "intrekken"))
        with gebied_context(gebied):
            plan.refresh_from_db()
            assert (plan.status, Planversie.objects.count()) == ("CONCEPT", 1)

    def test_terugsturen_zonder_opmerking(self, als_regisseur, adres):
        plan = _plan("INGEDIEND")

        assert als_regisseur.post(adres(plan, "terugsturen"), {"van_wie": "WSE"}).status_code == 422

    def test_teruggestuurd_staat_ook_bij_het_plan(self, als_regisseur, adres, gebied):
        plan = _plan("INGEDIEND")
        als_regisseur.post(adres(plan, "terugsturen"), {"van_wie": "WSE", "opmerkingen": "Meer over LR3"})

        for pagina in (adres(plan), f"/g/{gebied.slug}/jaaractieplan/{plan.pk}/"):
            html = als_regisseur.get(pagina).content.decode()
            assert "Meer over LR3" in html
            assert "Afvinken" in html

    def test_goedkeuren(self, als_regisseur, adres, gebied):
        plan = _plan("INGEDIEND")
        assert "niet terugdraaien" in als_regisseur.get(adres(plan, "goedkeuren")).content.decode()

        fout = als_regisseur.post(adres(plan, "goedkeuren"), {"beslist_door": "WSE", "datum": "01/01/2099"})
        assert fout.status_code == 422
        assert "toekomst" in fout.content.decode()
        als_regisseur.post(adres(plan, "goedkeuren"), {"beslist_door": "Departement WSE", "datum": "02/01/2026"})
        with gebied_context(gebied):
            plan.refresh_from_db()
            assert plan.status == "GOEDGEKEURD"

    def test_afronden_hervatten_verantwoorden(self, als_regisseur, adres, gebied):
        plan = _plan("GOEDGEKEURD", jaar=2025)
        html = als_regisseur.post(adres(plan, "afronden"), follow=True).content.decode()
        assert adres(plan, "heropenen") in html
        als_regisseur.post(adres(plan, "heropenen"))
        als_regisseur.post(adres(plan, "afronden"))

        html = als_regisseur.get(adres(plan, "verantwoorden")).content.decode()
        assert "1 actie is nog niet klaar of gestopt." in html
        assert "1 actie heeft geen bewijsstuk." in html
        als_regisseur.post(adres(plan, "verantwoorden"), {"kenmerk": "2026/1"})
        with gebied_context(gebied):
            plan.refresh_from_db()
            assert plan.status == "VERANTWOORD"

    def test_een_stap_te_veel_zegt_waarom(self, als_regisseur, adres):
        html = als_regisseur.post(adres(_plan("CONCEPT"), "intrekken"), follow=True).content.decode()

        assert "Dit kan alleen met een plan met status" in html


class TestRaden:
    def test_alles_op_een_pagina(self, als_regisseur, leden, adres, gebied):
        plan = _plan("CONCEPT")
        invoer = {
            f"{BRUGGE}-geagendeerd_op": "20/01/2026",
            f"{BRUGGE}-datum": "20/01/2026",
            f"{BRUGGE}-uitspraak": "GOEDGEKEURD",
            f"{BRUGGE}-kenmerk": "2026_GR_4",
            f"{DAMME}-geagendeerd_op": "22/01/2026",
        }
        html = als_regisseur.post(adres(plan, "raadsbesluiten"), invoer, follow=True).content.decode()

        assert "Bewaard: 2 gemeenten gewijzigd." in html
        assert "1 van 2 beslist" in html
        assert "goedgekeurd op 20/01/2026" in html
        assert "agenda van 22/01/2026: besluit onbekend" in html
        assert "Nog zonder document: Brugge." in html

    def test_wat_geweigerd_wordt_blijft_staan(self, als_regisseur, leden, adres, gebied):
        plan = _plan("CONCEPT")
        invoer = {f"{BRUGGE}-uitspraak": "GOEDGEKEURD", f"{BRUGGE}-kenmerk": "K1"}
        fout = als_regisseur.post(adres(plan, "raadsbesluiten"), invoer)

        assert fout.status_code == 422
        assert "Brugge: vul de dag van het besluit in." in fout.content.decode()
        assert 'value="K1"' in fout.content.decode()
        with gebied_context(gebied):
            assert not Raadsbesluit.objects.filter(kenmerk="K1").exists()

    def test_wat_een_collega_intussen_invulde_blijft(self, als_regisseur, leden, adres, gebied):
        """The page was opened before a colleague noted the number: only what was typed here is written."""
        plan = _plan("CONCEPT")
        Raadsbesluit.objects.create(plan=plan, gemeente_id=BRUGGE, kenmerk="van de collega")
        invoer = {
            f"initial-{BRUGGE}-kenmerk": "",
            f"{BRUGGE}-kenmerk": "",
            f"initial-{BRUGGE}-noot": "",
            f"{BRUGGE}-noot": "met applaus",
        }
        als_regisseur.post(adres(plan, "raadsbesluiten"), invoer)

        with gebied_context(gebied):
            besluit = Raadsbesluit.objects.get(plan=plan, gemeente=BRUGGE)
            assert (besluit.kenmerk, besluit.noot) == ("van de collega", "met applaus")

    def test_een_raad_met_haar_modeltekst(self, als_regisseur, leden, gebied):
        plan = _plan("INGEDIEND")
        besluit = Raadsbesluit.objects.create(plan=plan, gemeente_id=DAMME, geagendeerd_op=date(2027, 1, 22))
        basis = f"/g/{gebied.slug}/jaaractieplan/raadsbesluit/{besluit.pk}/"

        assert "Gemeenteraad Damme" in als_regisseur.get(basis).content.decode()
        word = als_regisseur.get(f"{basis}modeltekst/")
        assert "raadsbesluit-damme-2027.docx" in word.headers["Content-Disposition"]
        als_regisseur.post(basis, {"datum": "22/01/2026", "uitspraak": "AFGEKEURD", "geagendeerd_op": "22/01/2026"})
        with gebied_context(gebied):
            besluit.refresh_from_db()
            assert (besluit.uitspraak, besluit.datum) == ("AFGEKEURD", date(2026, 1, 22))

    def test_lezer_leest_en_schrijft_niet(self, als_begeleider, leden, gebied):
        besluit = Raadsbesluit.objects.create(plan=_plan("INGEDIEND"), gemeente_id=DAMME)
        basis = f"/g/{gebied.slug}/jaaractieplan/raadsbesluit/{besluit.pk}/"

        assert '<form method="post" novalidate' not in als_begeleider.get(basis).content.decode()
        assert als_begeleider.post(basis, {"noot": "x"}).status_code == 403


class TestAmendementen:
    def test_lijst_met_wat_waarom_en_wie(self, als_regisseur, adres, toegang_regisseur):
        plan = _plan("GOEDGEKEURD")
        for nummer in range(1, 5):
            leg_wijziging_vast(
                plan,
                onderwerp="Rijbewijsproject",
                wijzigingen=[Wijziging("klaar tegen", "31/12/2027", f"0{nummer}/02/2028")],
                reden=f"Reden {nummer}",
                door=toegang_regisseur,
            )

        html = als_regisseur.get(adres(plan, "amendementen")).content.decode()
        assert [f"Amendement {n} · Rijbewijsproject" in html for n in range(1, 5)] == [True] * 4
        assert "Reden 3" in html
        assert "Reden 1" not in als_regisseur.get(adres(plan)).content.decode()  # the last three, and a link to all
        assert Amendement.objects.count() == 4
