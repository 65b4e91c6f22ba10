"""Rows for the pages of contacts with employers: a contact, a lead that somebody else asks for, a promise to keep."""

from typing import Any

from partners.enums import Overnamesoort
from partners.models import Opvolging
from partners.services.contact import Contactinvoer, contact_noteren
from partners.services.leads import lead_nemen
from partners.services.overname import overname_vragen
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld
from tests.factories.partners import WerkgeverFactory


def vul_contact(wereld: Wereld) -> dict[str, Any]:
    """By the OCMW, so that its own people may change it; the regieverband asks for the lead."""
    werkgever = WerkgeverFactory(naam="Bakkerij Zwin", telefoon="+3250301122")
    wie: dict[str, Any] = {"door": wereld.toegang(Rol.TRAJECTBEGELEIDER), "vandaag": wereld.vandaag}
    invoer = Contactinvoer(
        datum=wereld.vandaag,
        kanaal="TELEFOON",
        doel="WERKPLEK",
        resultaat="INTERESSE",
        volgende_stap="twee profielen voorstellen",
        volgende_stap_op=wereld.vandaag,
        notitie="Vraagt iemand die met de fiets komt.",
    )
    moment = contact_noteren(werkgever=werkgever, organisatie=wereld.ocmw, invoer=invoer, **wie).contact
    claim = lead_nemen(werkgever=werkgever, organisatie=wereld.ocmw, **wie)
    with gebied_context(wereld.gebied, lid_van=[wereld.regieverband.pk]):
        vraag = overname_vragen(
            werkgever=werkgever,
            soort=Overnamesoort.LEAD,
            aan=wereld.regieverband,
            reden="We hebben een kandidaat",
            door=wereld.toegang(Rol.JOBHUNTER),
            vandaag=wereld.vandaag,
        )
    return {
        "werkgever_id": werkgever.pk,
        "moment_id": moment.pk,
        "claim_id": claim.pk,
        "overnamevraag_id": vraag.pk,
        "opvolging_id": Opvolging.objects.get(sleutel=f"contact:{moment.pk}").pk,
    }
