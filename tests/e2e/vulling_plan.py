"""A jaaractieplan with an objective and an action: an example of every page about them. Each topic adds its rows."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from actieplannen.models import (
    Actiebudget,
    Bewijsstuk,
    Bijsturing,
    Kwartaalstand,
    Opmerking,
    Planstap,
    Planversie,
    Raadsbesluit,
    Verbeterpunt,
)
from actieplannen.selectors.inhoud import inhoud_van
from partners.models import Bijlage
from regie.core import kluis
from regie.core.models import Organisatie
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld
from tests.factories import ActieFactory, ActieindicatorFactory, DoelstellingFactory, PlanFactory, UserFactory


def vul_plan(wereld: Wereld) -> dict[str, Any]:
    with gebied_context(wereld.gebied):
        plan = PlanFactory(jaar=wereld.dagen(0).year, titel="Jaaractieplan regierol")
        doelstelling = DoelstellingFactory(plan=plan, titel="Meer mensen stromen door naar werk")
        actie = ActieFactory(
            doelstelling=doelstelling,
            titel="Rijbewijsproject",
            prioriteit="WSE-LR2",
            trekker=wereld.accounts[Rol.PARTNERCONTACT],
        )
        _geld(actie)
        return {
            "plan_id": plan.pk,
            "doelstelling_id": doelstelling.pk,
            "planactie_id": actie.pk,
            "plansjabloon": "regierol",
            "planstuk": "dossier",
            "deel": "VISIE",
            "uitvoervorm": "excel",
            "naar_voortgang": "LOPEND",
            "gewiste_doelstelling_id": doelstelling.pk,
            **_indicatoren(actie),
            **_opvolging(actie),
            **_levensloop(plan),
            **_stukken(actie, wereld),
        }


def _indicatoren(actie: Any) -> dict[str, Any]:
    ActieindicatorFactory(actie=actie, naam="Rijbewijzen behaald", code="rijbewijzen", streefwaarde=12)
    eigen = ActieindicatorFactory(actie=actie, naam="Vormingen", eenheid="vormingen", streefwaarde=6)
    return {"indicator_id": eigen.pk, "kwartaal": 1}


def _geld(actie: Any) -> None:
    """More was spent than planned this year, and something is planned for the next: both show on the pages."""
    jaar = actie.doelstelling.plan.jaar
    Actiebudget.objects.create(
        actie=actie, jaar=jaar, bron="VLAANDEREN", gepland=8000, besteed=9100, vte_gepland="0.5", vte_besteed="0.4"
    )
    Actiebudget.objects.create(actie=actie, jaar=jaar + 1, bron="ESF", noot="tweede groep", gepland="2450.50")


def _opvolging(actie: Any) -> dict[str, Any]:
    """Asked, and a proposal the regisseur may still decide about."""
    stand = Kwartaalstand.objects.create(
        actie=actie, jaar=actie.doelstelling.plan.jaar, kwartaal=1, gevraagd_op=timezone.localdate()
    )
    voorstel = Bijsturing.objects.create(stand=stand, voorstel="Ook lessen op zaterdag aanbieden.")
    return {"planstand_id": stand.pk, "planbijsturing_id": voorstel.pk}


def _stukken(actie: Any, wereld: Wereld) -> dict[str, Any]:
    """Evidence, a comment and a file with its bytes."""
    wie = UserFactory(first_name="Els", last_name="Baert")
    dag = wereld.dagen(0)
    bewijs = Bewijsstuk.objects.create(actie=actie, titel="Verslag van de eerste les", datum=dag, door=wie)
    opmerking = Opmerking.objects.create(actie=actie, tekst="Kan de tweede groep in het najaar?", door=wie)
    sleutel = uuid4()
    kluis.schrijf(sleutel, b"%PDF-1.7")
    huis = Organisatie.objects.van_gebied().order_by("pk")[0]
    with gebied_context(wereld.gebied, lid_van=[huis.pk]):
        Bijlage.objects.create(
            id=sleutel,
            eigenaar=huis,
            gedeeld=True,
            onderwerp="PLANACTIE",
            object_id=actie.pk,
            naam="folder.pdf",
            mime="application/pdf",
            grootte=8,
            door=wie,
        )
    return {"bewijsstuk_id": bewijs.pk, "opmerking_id": opmerking.pk, "actiebestand_id": sleutel}


def _levensloop(plan: Any) -> dict[str, Any]:
    """Sent back once, with a point to mend, a version and a council."""
    door = UserFactory()
    inhoud = inhoud_van(plan)
    versie = Planversie.objects.create(
        plan=plan, nummer=1, status="INGEDIEND", reden="ingediend", inhoud=inhoud, door=door
    )
    stap = Planstap.objects.create(
        plan=plan, van="INGEDIEND", naar="CONCEPT", datum=timezone.localdate(), opmerkingen="Meer over LR3", door=door
    )
    punt = Verbeterpunt.objects.create(stap=stap, volgorde=1, tekst="Meer over LR3")
    besluit = Raadsbesluit.objects.create(
        plan=plan, gemeente_id="31005", geagendeerd_op=timezone.localdate(), kenmerk="2026_GR_4"
    )
    return {"planversie_id": versie.pk, "verbeterpunt_id": punt.pk, "raadsbesluit_id": besluit.pk}
