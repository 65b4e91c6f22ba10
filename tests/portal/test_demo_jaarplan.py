"""The jaaractieplannen of the demo: on any day of the year they could have been written by hand."""

from datetime import date

import pytest

from actieplannen.models import Actie, Actieindicator, Bewijsstuk, Doelstelling, Jaaractieplan, Kwartaalstand, Meting
from actieplannen.selectors.plannen import mijn_acties
from actieplannen.selectors.volledigheid import volledigheid_van
from regie.accounts.models import User
from regie.cijfers.periode import Periode
from regie.core.models import Lidmaatschap
from regie.core.tenancy import gebied_context
from regie.portal.demo.accounts import accounts_maken
from regie.portal.demo.gebieden import collegas_maken, gebied_maken
from regie.portal.demo.identiteit import Nummers
from regie.portal.demo.jaarplan import jaarplannen_maken
from regie.portal.demo.plannen import gebiedsplannen
from regie.portal.demo.toeval import Toeval

NOVEMBER = date(2026, 11, 23)


@pytest.fixture
def regio(db, request):
    """Regio Brugge with its plans, and nothing else; Midwest beside it."""
    vandaag = getattr(request, "param", NOVEMBER)
    nummers = Nummers(Toeval("plan"))
    werelden = [gebied_maken(p, vandaag=vandaag, nummers=nummers, zaad="plan") for p in gebiedsplannen(vandaag)]
    accounts_maken(werelden)
    for wereld in werelden:
        collegas_maken(wereld, zaad="plan")
        with gebied_context(wereld.gebied, wereld.ocmw_ids):
            jaarplannen_maken(wereld, vandaag=vandaag, toeval=Toeval("plan"))
    with gebied_context(werelden[0].gebied, werelden[0].ocmw_ids):
        yield vandaag


@pytest.mark.parametrize("regio", [NOVEMBER, date(2027, 1, 4), date(2028, 2, 29)], indirect=True)
class TestElkeDag:
    def test_wat_er_staat_is_geldig_en_ligt_niet_in_de_toekomst(self, regio):
        for model in (Jaaractieplan, Doelstelling, Actie, Actieindicator, Bewijsstuk):
            for rij in model.objects.all():
                rij.full_clean()
        assert not Bewijsstuk.objects.filter(datum__gt=regio).exists()
        for rij in [*Kwartaalstand.objects.exclude(beantwoord_op=None), *Meting.objects.all()]:
            assert Periode.kwartaal(rij.jaar, rij.kwartaal).eind < regio

    def test_drie_jaren_en_een_vdab_plan(self, regio):
        plannen = Jaaractieplan.objects.order_by("jaar", "soort").values_list("jaar", "soort", "status")

        jaar = regio.year
        assert set(plannen) >= {(jaar - 1, "REGIEROL", "VERANTWOORD"), (jaar, "REGIEROL", "GOEDGEKEURD")}
        assert (jaar, "VDAB") in {rij[:2] for rij in plannen}
        assert (jaar + 1, "REGIEROL") in {rij[:2] for rij in plannen}


class TestVerhaal:
    def test_het_plan_van_dit_jaar_is_bijna_volledig_en_dat_van_vdab_niet(self, regio):
        plannen = list(Jaaractieplan.objects.filter(jaar=2026))
        volledigheid = volledigheid_van(plannen, vandaag=regio)

        per_soort = {plan.soort: volledigheid[plan.pk].percentage for plan in plannen}
        assert 90 <= per_soort["REGIEROL"] < 100
        assert 40 <= per_soort["VDAB"] < 80

    def test_de_partner_trekt_de_circulaire_hub_in_twee_jaren(self, regio):
        partner = User.objects.get(email="partner@regiekompas.example")
        door = Lidmaatschap.objects.filter(user=partner).toegang()

        acties = mijn_acties(door)

        assert {actie.titel for actie in acties} == {"Circulaire hub Regio Brugge"}
        assert [actie.doelstelling.plan.jaar for actie in acties] == [2027, 2026]

    def test_een_actie_is_te_volgen_over_drie_jaren(self, regio):
        actie = Actie.objects.get(titel="Lerend netwerk trajectbegeleiders", doelstelling__plan__jaar=2026)

        jaren = Actie.objects.filter(reeks=actie.reeks).values_list("doelstelling__plan__jaar", flat=True)
        assert sorted(jaren) == [2025, 2026, 2027]

    def test_standen_in_elke_kleur(self, regio):
        kleuren = Kwartaalstand.objects.filter(jaar=2026).exclude(kleur="").values_list("kleur", flat=True)

        assert set(kleuren) == {"GROEN", "ORANJE", "ROOD"}
