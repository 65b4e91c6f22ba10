"""What a plan promises, as data: complete, in a fixed order, in few queries."""

import json
from datetime import date
from decimal import Decimal
from uuid import uuid4

from actieplannen.models import Actie, Actiebudget, Actieindicator, Actiepartner, Doelstelling
from actieplannen.selectors.inhoud import inhoud_van
from partners.models import Contactpersoon
from tests.factories import ActieFactory, DoelstellingFactory, OrganisatieFactory, PlanFactory, UserFactory

BRUGGE, DAMME = "31005", "31006"


def vol_plan():
    """A plan with one of everything; also used by the tests of versions and comparison."""
    plan = PlanFactory(jaar=2027, titel="Regierol 2027")
    strategisch = DoelstellingFactory(plan=plan, titel="Iedereen aan het werk", volgorde=1)
    operationeel = DoelstellingFactory(plan=plan, ouder=strategisch, titel="Drempels weg", volgorde=1)
    organisatie = OrganisatieFactory(gebied=plan.gebied, naam="Werkkracht")
    actie = ActieFactory(
        doelstelling=operationeel,
        titel="Rijbewijsproject",
        omschrijving="Rijbuddy's oefenen met cursisten.",
        prioriteit="WSE-LR2",
        activiteit="NETWERKING",
        gemeenten=[DAMME, BRUGGE],
        trekker_organisatie=organisatie,
        trekker=UserFactory(first_name="Ann", last_name="Peeters"),
        start=date(2027, 1, 1),
        eind=date(2027, 12, 31),
        bbc_nummer="A-12",
    )
    Actiebudget.objects.create(actie=actie, jaar=2027, bron="VLAANDEREN", gepland=Decimal(1500), vte_gepland=1)
    for naam in ("VDAB", "Avansa"):
        Actiepartner.objects.create(actie=actie, organisatie=OrganisatieFactory(gebied=plan.gebied, naam=naam))
    Actieindicator.objects.create(actie=actie, naam="Geslaagden", definitie="Rijbewijs B", streefwaarde=Decimal(12))
    return plan


class TestInhoud:
    def test_alles_wat_beloofd_is(self, gebied):
        inhoud = inhoud_van(vol_plan())
        actie = inhoud["acties"][0]

        assert inhoud["plan"] == {"jaar": 2027, "soort": "REGIEROL", "titel": "Regierol 2027", "inleiding": ""}
        assert [(d["nummer"], d["titel"]) for d in inhoud["doelstellingen"]] == [
            ("1", "Iedereen aan het werk"),
            ("1.1", "Drempels weg"),
        ]
        assert inhoud["doelstellingen"][1]["ouder"] == inhoud["doelstellingen"][0]["reeks"]
        assert (actie["nummer"], actie["doelstelling"]) == ("1.1.1", inhoud["doelstellingen"][1]["reeks"])
        assert actie["gemeenten"] == ["Brugge", "Damme"]
        assert actie["trekker"] == {"organisatie": "Werkkracht", "persoon": "Ann Peeters"}
        assert [partner["organisatie"] for partner in actie["partners"]] == ["Avansa", "VDAB"]
        assert (actie["start"], actie["eind"], actie["bbc_nummer"]) == ("2027-01-01", "2027-12-31", "A-12")
        assert actie["budgetten"][0]["gepland"] == "1500.00"
        assert actie["indicatoren"][0]["streefwaarde"] == "12.00"
        assert actie["indicatoren"][0]["nulmeting"] is None

    def test_een_trekker_zonder_account(self, gebied):
        partner = OrganisatieFactory(gebied=gebied, naam="Avansa")
        contact = Contactpersoon.objects.create(organisatie=partner, naam="Jan Claes")
        plan = PlanFactory()
        ActieFactory(doelstelling__plan=plan, trekker_contact=contact)

        assert inhoud_van(plan)["acties"][0]["trekker"] == {"organisatie": "Avansa", "persoon": ""}

    def test_gaat_ongewijzigd_door_json(self, gebied):
        inhoud = inhoud_van(vol_plan())

        assert json.loads(json.dumps(inhoud)) == inhoud

    def test_wat_opgevolgd_wordt_verandert_niets(self, gebied):
        plan = vol_plan()
        voor = inhoud_van(plan)

        Actie.objects.update(voortgang="KLAAR", versie=7)
        Actiebudget.objects.update(besteed=900)

        assert inhoud_van(plan) == voor

    def test_elke_belofte_telt_mee(self, gebied):
        """Every column of what is promised is in it: a new one is either here or named as not promised."""
        plan = vol_plan()
        niet = {"id", "gebied", "created_at", "versie", "reeks"}
        anders = {
            Doelstelling: niet | {"plan", "ouder", "volgorde"},
            Actie: niet
            | {"doelstelling", "volgorde", "voortgang", "gemeenten", "trekker_organisatie", "start"}
            | {"trekker", "trekker_contact", "eind"},
            Actiebudget: niet | {"actie", "besteed", "vte_besteed"},
            Actieindicator: niet | {"actie", "volgorde", "organisatie"},
        }
        inhoud = inhoud_van(plan)
        actie = inhoud["acties"][0]
        rijen = {
            Doelstelling: inhoud["doelstellingen"][0],
            Actie: actie,
            Actiebudget: actie["budgetten"][0],
            Actieindicator: actie["indicatoren"][0] | {"code": actie["indicatoren"][0]["cijfer"]},
        }
        for model, rij in rijen.items():
            assert {veld.name for veld in model._meta.local_fields} - anders[model] <= set(rij), model

    def test_een_vast_aantal_vragen(self, gebied, django_assert_max_num_queries):
        plan = vol_plan()
        for _ in range(4):
            actie = ActieFactory(doelstelling__plan=plan, gemeenten=[BRUGGE])
            Actieindicator.objects.create(actie=actie, naam="x", reeks=uuid4())

        with django_assert_max_num_queries(6):
            inhoud_van(plan)

    def test_een_leeg_plan(self, gebied):
        inhoud = inhoud_van(PlanFactory())

        assert (inhoud["doelstellingen"], inhoud["acties"]) == ([], [])
