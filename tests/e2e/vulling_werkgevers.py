"""Rows for the pages of the employer card: somebody to ring, a place of business, a drempel, a score."""

from typing import Any
from uuid import UUID

from partners import services
from partners.models import Werkgever
from partners.services import ContactGegevens, DrempelGegevens, TevredenheidGegevens, VestigingGegevens
from regie.core.permissions import Rol
from tests.e2e.wereld import Wereld
from tests.factories import WerkgeverFactory


def vul_werkgevers(wereld: Wereld, werkgever_id: UUID) -> dict[str, Any]:
    """By the OCMW, so that its own people may change them."""
    werkgever, door = Werkgever.objects.get(pk=werkgever_id), wereld.toegang(Rol.TRAJECTBEGELEIDER)
    eigen: dict[str, Any] = {
        "werkgever": werkgever,
        "organisatie": wereld.ocmw,
        "vandaag": wereld.vandaag,
        "door": door,
    }
    persoon = ContactGegevens(naam="Lut Maes", email="lut@zwin.example", functie="zaakvoerder", taal="fr")
    vestiging = VestigingGegevens(ven="2123456791", naam="Atelier", adres="Markt 1", gemeente=wereld.ocmw.gemeente)
    oordeel = TevredenheidGegevens(wereld.vandaag, "KANDIDATEN", 4, "Vlotte opvolging.")
    return {
        "verdwijnt_id": WerkgeverFactory(naam="Bakkerij Zwin Knokke").pk,
        "persoon_id": services.werkgever_contact_toevoegen(werkgever=werkgever, gegevens=persoon, door=door).pk,
        "vestiging_id": services.vestiging_toevoegen(werkgever=werkgever, gegevens=vestiging, door=door).pk,
        "werkgeverdrempel_id": services.drempel_toevoegen(gegevens=DrempelGegevens("UREN", "Om 5 uur"), **eigen).pk,
        "tevredenheid_id": services.tevredenheid_noteren(gegevens=oordeel, **eigen).pk,
    }
