"""The tab "Geld" and its forms: what one reads, and that nothing typed gets lost."""

from decimal import Decimal

import pytest

from actieplannen.models import Actiebudget, Amendement
from actieplannen.selectors.geld import geld_van_plan, tel
from actieplannen.selectors.planacties import jaarinhoud
from regie.core.http import gebied_url
from regie.core.permissions import Rol
from tests.factories import ActieFactory, DoelstellingFactory, LidmaatschapFactory, OrganisatieFactory, PlanFactory

D = Decimal
KADER = 7  # session, user, membership, scope and transaction


def budget(actie, bedrag="100", **rest):
    waarden = {"jaar": 2026, "bron": "VDAB", "gepland": D(bedrag), **rest}
    return Actiebudget.objects.create(actie=actie, **waarden)


@pytest.fixture
def actie(gebied):
    return ActieFactory(titel="Rijbewijsproject", doelstelling__plan__jaar=2026, prioriteit="WSE-LR2")


def tekst(antwoord) -> str:
    return antwoord.content.decode().replace("\u00a0", " ")


class TestGeldpagina:
    def test_toont_totalen_bronnen_en_wat_boven_budget_is(self, actie, als_regisseur):
        budget(actie, "1000.10", besteed=D("1200"), vte_gepland=D("0.5"))
        budget(actie, "500", bron="VLAANDEREN")
        budget(actie, "77.77", jaar=2027)

        html = tekst(als_regisseur.get(gebied_url("actieplannen:geld", actie.doelstelling.plan_id)))

        assert "€ 1.500,10" in html  # the plan year
        assert "1.577,87" in html  # all years, apart
        assert "Eén actie besteedde" not in html  # 1.200 of 1.500,10: within what was planned
        assert "66,7 % van wat gepland is" in html  # co-financing

    def test_boven_budget_staat_er_in_woorden(self, actie, als_regisseur):
        budget(actie, "100", besteed=D("105.01"))

        html = tekst(als_regisseur.get(gebied_url("actieplannen:geld", actie.doelstelling.plan_id)))

        assert "Eén actie besteedde" in html
        assert "Meer besteed dan gepland" in html

    def test_een_groot_plan_kost_geen_vragen_meer(self, gebied, als_regisseur, django_assert_max_num_queries):
        plan = PlanFactory(jaar=2026)
        for doelstelling in DoelstellingFactory.create_batch(5, plan=plan):
            for actie in ActieFactory.create_batch(30, doelstelling=doelstelling):
                budget(actie)

        with django_assert_max_num_queries(KADER + 5):
            als_regisseur.get(gebied_url("actieplannen:geld", plan.pk))

    def test_het_signaal_telt_hetzelfde(self, actie, gebied):
        """The cockpit asks many plans in one query; per action and year it must say what this table says."""
        for gepland, besteed, jaar, bron in (
            ("10.10", "3.33", 2026, "VDAB"),
            ("20", "5", 2026, "ESF"),
            ("9", "9", 2027, "VDAB"),
        ):
            budget(actie, gepland, besteed=D(besteed), jaar=jaar, bron=bron)

        rij = jaarinhoud([2026]).acties[0]
        onze = geld_van_plan(actie.doelstelling.plan).per_actie(2026)[actie.pk]

        assert tel(rij.geld, lambda regel: regel.jaar)[2026] == onze


def rijen(*waarden, **rest):
    data = {"rij-TOTAL_FORMS": str(len(waarden)), "rij-INITIAL_FORMS": "0", **rest}
    for i, rij in enumerate(waarden):
        data |= {f"rij-{i}-{naam}": waarde for naam, waarde in rij.items()}
    return data


class TestBudgetformulier:
    def test_alle_jaren_en_bronnen_in_een_keer(self, actie, als_regisseur):
        data = rijen(
            {"jaar": "2026", "bron": "VDAB", "gepland": "2.450,50", "vte": "0,5"},
            {"jaar": "2027", "bron": "ESF", "gepland": "1.500"},
            {"jaar": "2026"},
        )

        antwoord = als_regisseur.post(gebied_url("actieplannen:actie_geld", actie.pk), data)

        assert antwoord.status_code == 302
        assert list(Actiebudget.objects.values_list("jaar", "bron", "gepland", "vte_gepland")) == [
            (2026, "VDAB", D("2450.50"), D("0.50")),
            (2027, "ESF", D("1500.00"), D("0.00")),
        ]

    def test_nog_rijen_bewaart_niets_en_verliest_niets(self, actie, als_regisseur):
        data = rijen({"jaar": "2026", "bron": "VDAB", "gepland": "12,5o"}, meer="1")

        antwoord = als_regisseur.post(gebied_url("actieplannen:actie_geld", actie.pk), data)

        assert antwoord.status_code == 200
        assert 'value="12,5o"' in tekst(antwoord)
        assert 'name="rij-2-gepland"' in tekst(antwoord)
        assert not Actiebudget.objects.exists()

    def test_een_fout_bedrag_blijft_staan(self, actie, als_regisseur):
        data = rijen({"jaar": "2026", "gepland": "100", "noot": "opleiding"})

        antwoord = als_regisseur.post(gebied_url("actieplannen:actie_geld", actie.pk), data)

        assert antwoord.status_code == 422
        assert "Kies waar het geld vandaan komt." in tekst(antwoord)
        assert 'value="opleiding"' in tekst(antwoord)

    def test_een_goedgekeurd_plan_vraagt_de_reden(self, actie, als_regisseur):
        plan = actie.doelstelling.plan
        plan.status = "GOEDGEKEURD"
        plan.save()
        rij = {"jaar": "2026", "bron": "VDAB", "gepland": "10"}
        adres = gebied_url("actieplannen:actie_geld", actie.pk)

        assert als_regisseur.post(adres, rijen(rij)).status_code == 422
        assert als_regisseur.post(adres, rijen(rij, reden="extra middelen")).status_code == 302
        assert Amendement.objects.get().reden == "extra middelen"

    def test_de_tweede_ziet_het_bedrag_van_de_eerste_en_kiest(self, actie, als_regisseur):
        rij = budget(actie, "200")  # a colleague changed 100 into 200 after this form was opened
        bestaand = {"id": str(rij.pk), "gezien_bedrag": "100.00", "gezien_vte": "0.00"}
        vast = {"jaar": "2026", "bron": "VDAB", "gepland": "300"}
        adres = gebied_url("actieplannen:actie_geld", actie.pk)

        antwoord = als_regisseur.post(adres, rijen({**bestaand, **vast}))

        assert antwoord.status_code == 422
        assert "Een collega vulde intussen € 200,00 in bij VDAB in 2026." in tekst(antwoord)
        assert 'value="300"' in tekst(antwoord)
        assert 'value="200.00"' in tekst(antwoord)  # what the form now knows
        opnieuw = {**bestaand, **vast, "gezien_bedrag": "200.00"}
        assert als_regisseur.post(adres, rijen(opnieuw)).status_code == 302
        rij.refresh_from_db()
        assert rij.gepland == 300

    def test_wat_een_collega_wiste_wordt_een_nieuwe_rij(self, actie, als_regisseur):
        rij = {"id": "00000000-0000-4000-8000-000000000000", "jaar": "2026", "bron": "VDAB", "gepland": "300"}

        antwoord = als_regisseur.post(gebied_url("actieplannen:actie_geld", actie.pk), rijen(rij))

        assert antwoord.status_code == 422
        assert "intussen gewist" in tekst(antwoord)
        assert 'value="300"' in tekst(antwoord)
        assert "Nieuwe rij" in tekst(antwoord)


def ingevuld(rij, bedrag, vte="0", gezien=None):
    sleutel = rij.pk.hex
    was = rij.besteed if gezien is None else gezien
    return {f"b{sleutel}": bedrag, f"v{sleutel}": vte, "gezien": f"{sleutel}:{was}:0.00"}


def samen(een, twee):
    return een | twee | {"gezien": f"{een['gezien']};{twee['gezien']}"}


class TestBesteedformulier:
    def test_een_heel_plan_op_een_pagina(self, actie, als_regisseur):
        plan = actie.doelstelling.plan
        rij, ander = budget(actie), budget(ActieFactory(doelstelling=actie.doelstelling))

        als_regisseur.post(
            gebied_url("actieplannen:geld_besteed", plan.pk), samen(ingevuld(rij, "12,34"), ingevuld(ander, "€ 1.000"))
        )

        rij.refresh_from_db()
        ander.refresh_from_db()
        assert (rij.besteed, ander.besteed) == (D("12.34"), D("1000"))

    def test_een_fout_in_een_rij_verliest_de_andere_niet(self, actie, als_regisseur):
        rij, ander = budget(actie), budget(actie, bron="ESF")
        data = samen(ingevuld(rij, "veel"), ingevuld(ander, "55,50"))

        antwoord = als_regisseur.post(gebied_url("actieplannen:geld_besteed", actie.doelstelling.plan_id), data)

        assert antwoord.status_code == 422
        assert 'value="veel"' in tekst(antwoord)
        assert 'value="55,50"' in tekst(antwoord)
        assert not Actiebudget.objects.exclude(besteed=0).exists()

    def test_wie_tweede_is_ziet_het_bedrag_van_de_eerste(self, actie, als_regisseur):
        rij = budget(actie, besteed=D(40))
        adres = gebied_url("actieplannen:geld_besteed", actie.doelstelling.plan_id)

        antwoord = als_regisseur.post(adres, ingevuld(rij, "50", gezien="10.00"))

        assert antwoord.status_code == 422
        assert "Een collega vulde intussen € 40,00 in bij VDAB in 2026." in tekst(antwoord)
        assert 'value="50"' in tekst(antwoord)
        assert als_regisseur.post(adres, ingevuld(rij, "50")).status_code == 302

    def test_een_rij_die_er_intussen_bijkwam_blijft_ongemoeid(self, actie, als_regisseur):
        rij, nieuw = budget(actie), budget(actie, bron="ESF", besteed=D(7))

        als_regisseur.post(gebied_url("actieplannen:actie_besteed", actie.pk), ingevuld(rij, "1"))

        nieuw.refresh_from_db()
        assert nieuw.besteed == 7

    def test_een_plan_met_heel_veel_rijen_past_in_een_formulier(self, actie, als_regisseur):
        """A server refuses more than a thousand fields; each row takes two."""
        Actiebudget.objects.bulk_create(
            Actiebudget(actie=actie, jaar=2026, bron="VDAB", noot=str(nr), gepland=1) for nr in range(450)
        )
        adres = gebied_url("actieplannen:actie_besteed", actie.pk)
        blad = als_regisseur.get(adres).context["form"]
        data = {"gezien": blad["gezien"].value()}
        for rij in blad.blokken[0].rijen:
            data |= {rij.bedrag.html_name: "1,50", rij.vte.html_name: "0"}

        assert als_regisseur.post(adres, data).status_code == 302
        assert set(Actiebudget.objects.values_list("besteed", flat=True)) == {D("1.50")}

    def test_een_gewiste_rij_slikt_je_bedrag_niet_in(self, actie, als_regisseur):
        weg = budget(actie)
        data = ingevuld(weg, "88,00")
        weg.delete()

        antwoord = als_regisseur.post(gebied_url("actieplannen:actie_besteed", actie.pk), data)

        assert antwoord.status_code == 422
        assert "waar je 88,00 typte, is intussen gewist" in tekst(antwoord)

    def test_een_bron_die_niet_gepland_was(self, actie, als_regisseur):
        data = {"ongepland-jaar": "2026", "ongepland-bron": "PARTNER", "ongepland-bedrag": "20", "x": "1"}

        als_regisseur.post(gebied_url("actieplannen:actie_besteed", actie.pk), data)

        rij = Actiebudget.objects.get()
        assert (rij.bron, rij.gepland, rij.besteed) == ("PARTNER", 0, 20)

    def test_een_begeleider_vult_niet_in_wat_hij_niet_trekt(self, actie, als_begeleider):
        budget(actie)

        assert als_begeleider.get(gebied_url("actieplannen:actie_besteed", actie.pk)).status_code == 403
        html = tekst(als_begeleider.get(gebied_url("actieplannen:geld_besteed", actie.doelstelling.plan_id)))
        assert "Geen acties om in te vullen" in html


def test_het_geld_staat_op_de_pagina_van_de_actie(actie, als_regisseur):
    budget(actie, "1234.56", besteed=D("34.56"))

    html = tekst(als_regisseur.get(gebied_url("actieplannen:actie", actie.pk)))

    assert "€ 1.200,00" in html
    assert "Budget plannen" in html


class TestTrekkerBijEenPartner:
    @pytest.fixture
    def als_partner(self, actie, gebied, client):
        lid = LidmaatschapFactory(organisatie=OrganisatieFactory(gebied=gebied), rol=Rol.PARTNERCONTACT)
        actie.trekker = lid.user
        actie.save()
        client.force_login(lid.user)
        return client

    def test_vult_in_wat_de_eigen_actie_kostte_en_komt_daar_terug(self, actie, als_partner):
        rij = budget(actie, "80")
        eigen = gebied_url("actieplannen:mijn_actie", actie.pk)
        adres = gebied_url("actieplannen:actie_besteed", actie.pk)

        html = tekst(als_partner.get(eigen))
        antwoord = als_partner.post(adres, ingevuld(rij, "33,10"))

        assert f'href="{adres}?van=mijn"' in html
        assert "Budget plannen" not in html
        assert antwoord.headers["Location"] == eigen
        rij.refresh_from_db()
        assert rij.besteed == D("33.10")

    def test_ziet_het_geld_van_het_plan_niet(self, actie, als_partner):
        plan_id = actie.doelstelling.plan_id

        for naam in ("actieplannen:geld", "actieplannen:geld_besteed", "actieplannen:acties"):
            assert als_partner.get(gebied_url(naam, plan_id)).status_code == 403
        andere = ActieFactory(doelstelling=actie.doelstelling)
        assert als_partner.get(gebied_url("actieplannen:actie_besteed", andere.pk)).status_code == 403
