"""What is closed stays closed, also through a side door: files, order, comments and proposals of an accounted plan."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from actieplannen.forms.acties import ActieForm
from actieplannen.models import (
    Actieindicator,
    Bijsturing,
    Jaaractieplan,
    Kwartaalstand,
    Meting,
    Opmerking,
    Raadsbesluit,
)
from actieplannen.selectors.indicatoren import stand_van
from actieplannen.services.bevriezen import kwartalen_bevriezen
from actieplannen.services.bijsturing import bijsturing_afwijzen
from actieplannen.services.indicatoren import indicator_verplaatsen
from actieplannen.services.opmerkingen import opmerking_intrekken, opmerking_toevoegen
from actieplannen.services.plannen import plan_wissen
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from regie.cijfers.selectors.gebonden import GEEN_REGEL
from regie.core.exceptions import DomainError
from regie.core.models import Gebiedslid, Gemeente
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.client import StrengeClient
from tests.factories import ActieFactory, ActieindicatorFactory, LidmaatschapFactory, PlanFactory

VANDAAG = date(2026, 11, 23)
BRUGGE, DAMME = "31005", "31006"


def _sluit(actie):
    Jaaractieplan.objects.filter(pk=actie.doelstelling.plan_id).update(status="VERANTWOORD")


def _bijlage(onderwerp, rij, regieverband, user, **velden):
    with gebied_context(regieverband.gebied, lid_van={regieverband.pk}):
        return Bijlage.objects.create(
            eigenaar=regieverband,
            gedeeld=True,
            onderwerp=onderwerp,
            object_id=rij.pk,
            naam="bewijs.pdf",
            mime="application/pdf",
            grootte=1,
            sha256="0" * 64,
            door=user,
            **velden,
        )


def _post(client, naam, rij, gebied):
    return client.post(reverse(naam, args=[gebied.slug, rij.pk]))


class TestVerantwoord:
    @pytest.mark.parametrize(
        ("naam", "weg"), [("actiebestand_wissen", None), ("actiebestand_terugzetten", date(2026, 11, 1))]
    )
    def test_een_bestand_blijft_zoals_het_was(self, als_regisseur, regieverband, user, gebied, naam, weg):
        actie = ActieFactory()
        bijlage = _bijlage(Bijlageonderwerp.PLANACTIE, actie, regieverband, user, verwijderd_op=weg)
        _sluit(actie)

        _post(als_regisseur, f"actieplannen:{naam}", bijlage, gebied)

        assert Bijlage.objects.get().verwijderd_op == weg

    def test_de_volgorde_van_indicatoren_ook(self, toegang_regisseur):
        actie = ActieFactory()
        een, _ = (ActieindicatorFactory(actie=actie, volgorde=n) for n in (0, 1))
        _sluit(actie)

        with pytest.raises(DomainError, match="verantwoord"):
            indicator_verplaatsen(indicator=een, stap=1, door=toegang_regisseur)
        assert Actieindicator.objects.get(pk=een.pk).volgorde == 0

    def test_geen_opmerking_erbij_of_eraf(self, toegang_regisseur):
        actie = ActieFactory()
        opmerking = opmerking_toevoegen(actie=actie, tekst="Goed bezig", door=toegang_regisseur)
        _sluit(actie)

        with pytest.raises(DomainError, match="verantwoord"):
            opmerking_toevoegen(actie=actie, tekst="Te laat", door=toegang_regisseur)
        with pytest.raises(DomainError, match="verantwoord"):
            opmerking_intrekken(opmerking=opmerking, door=toegang_regisseur, nu=timezone.now())
        assert Opmerking.objects.get().ingetrokken_op is None

    def test_geen_veld_voor_een_opmerking(self, als_regisseur, gebied):
        actie = ActieFactory()
        veld = 'name="tekst"'
        adres = reverse("actieplannen:actie", args=[gebied.slug, actie.pk])
        assert veld in als_regisseur.get(adres).content.decode()
        _sluit(actie)

        assert veld not in als_regisseur.get(adres).content.decode()

    def test_een_voorstel_wordt_niet_meer_afgewezen(self, toegang_regisseur):
        stand = Kwartaalstand.objects.create(actie=ActieFactory(), jaar=2026, kwartaal=1)
        voorstel = Bijsturing.objects.create(stand=stand, voorstel="Meer lessen")
        _sluit(stand.actie)

        with pytest.raises(DomainError, match="verantwoord"):
            bijsturing_afwijzen(bijsturing=voorstel, antwoord="Geen geld", door=toegang_regisseur, vandaag=VANDAAG)
        assert Bijsturing.objects.get().status == "VOORGESTELD"


class TestDocumentVanEenRaad:
    @pytest.fixture
    def bijlage(self, gebied, regieverband, user):
        besluit = Raadsbesluit.objects.create(plan=PlanFactory(), gemeente=Gemeente.objects.get(pk=BRUGGE))
        return _bijlage(Bijlageonderwerp.RAADSBESLUIT, besluit, regieverband, user)

    def test_een_medewerker_wist_het_niet(self, bijlage, regieverband, gebied):
        client = StrengeClient()
        client.force_login(LidmaatschapFactory(organisatie=regieverband, rol=Rol.MEDEWERKER).user)

        assert _post(client, "partners:bijlage_wissen", bijlage, gebied).status_code == 403
        assert _post(client, "partners:bijlage_terugzetten", bijlage, gebied).status_code == 403
        assert Bijlage.objects.get().verwijderd_op is None

    def test_de_regisseur_wist_het_tot_het_plan_verantwoord_is(self, bijlage, als_regisseur, gebied):
        assert _post(als_regisseur, "partners:bijlage_wissen", bijlage, gebied).status_code == 302
        assert _post(als_regisseur, "partners:bijlage_terugzetten", bijlage, gebied).status_code == 302
        Jaaractieplan.objects.update(status="VERANTWOORD")

        assert _post(als_regisseur, "partners:bijlage_wissen", bijlage, gebied).status_code == 403
        assert Bijlage.objects.get().verwijderd_op is None

    def test_geen_knoppen_op_een_afgesloten_plan(self, bijlage, als_regisseur, gebied):
        adres = reverse("actieplannen:raadsbesluit", args=[gebied.slug, bijlage.object_id])
        assert "Verwijderen" in als_regisseur.get(adres).content.decode()
        Jaaractieplan.objects.update(status="VERANTWOORD")

        html = als_regisseur.get(adres).content.decode()
        assert "Verwijderen" not in html
        assert "Bestand toevoegen" not in html


def test_een_plan_met_een_besluit_van_een_raad_blijft(gebied, toegang_regisseur):
    plan = PlanFactory()
    besluit = Raadsbesluit.objects.create(plan=plan, gemeente=Gemeente.objects.get(pk=BRUGGE))
    Raadsbesluit.objects.filter(pk=besluit.pk).update(geagendeerd_op=date(2026, 12, 1))

    with pytest.raises(DomainError, match="gemeenteraad"):
        plan_wissen(plan=plan, door=toegang_regisseur)
    Raadsbesluit.objects.update(geagendeerd_op=None)  # only made ready: nothing is lost
    plan_wissen(plan=plan, door=toegang_regisseur)

    assert not Jaaractieplan.objects.exists()


class TestGemeenteDieVertrok:
    """An action for a gemeente that left the gebied keeps it: without it, the action would be for everybody."""

    @pytest.fixture
    def actie(self, gebied):
        for nis, tot in ((BRUGGE, None), (DAMME, date(2025, 12, 31))):
            Gebiedslid.objects.create(
                gebied=gebied, gemeente=Gemeente.objects.get(pk=nis), van=date(2020, 1, 1), tot=tot
            )
        return ActieFactory(gemeenten=[DAMME])

    def test_blijft_te_kiezen(self, actie):
        form = ActieForm(plan=actie.doelstelling.plan, vandaag=VANDAAG, actie=actie)

        assert dict(form.fields["gemeenten"].choices) == {
            BRUGGE: "Brugge",
            DAMME: "Damme (niet meer in dit gebied)",
        }
        assert DAMME in form["gemeenten"].value()

    def test_niet_bij_een_nieuwe_actie(self, actie):
        form = ActieForm(plan=actie.doelstelling.plan, vandaag=VANDAAG)

        assert [nis for nis, _ in form.fields["gemeenten"].choices] == [BRUGGE]


class TestJaarZonderRegels:
    """A plan of before the rules on small numbers: its pages open, and it keeps no other plan from its figures."""

    @pytest.fixture
    def indicator(self, gebied):
        plan = PlanFactory(jaar=2019, status="GOEDGEKEURD")
        return ActieindicatorFactory(actie__doelstelling__plan=plan, code="rijbewijzen", streefwaarde=12)

    @pytest.mark.parametrize("pagina", ["plan", "indicatoren", "opvolging", "dossier"])
    def test_de_pagina_opent(self, als_regisseur, gebied, indicator, pagina):
        plan = indicator.actie.doelstelling.plan

        assert als_regisseur.get(reverse(f"actieplannen:{pagina}", args=[gebied.slug, plan.pk])).status_code == 200

    def test_het_cijfer_zegt_waarom_het_er_niet_is(self, indicator):
        stand = stand_van([indicator], vandaag=VANDAAG)[indicator.pk]

        assert (stand.waarde, stand.percentage, stand.reden) == (None, None, GEEN_REGEL)

    def test_s_nachts_gaat_de_rest_door(self, indicator):
        ander = ActieindicatorFactory(actie__doelstelling__plan__status="GOEDGEKEURD", code="rijbewijzen")

        kwartalen_bevriezen(VANDAAG)

        assert set(Meting.objects.values_list("indicator", flat=True)) == {ander.pk}
