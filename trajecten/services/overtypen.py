"""Somebody typed a dossier over into another system."""

from datetime import date

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.models import Client, Overtypmoment
from trajecten.regels.documenten import Overtypsysteem
from trajecten.selectors import overtypen as selectors
from trajecten.services.spoor import noteer


@transaction.atomic
def overtypen_bevestigen(
    *, client: Client, systeem: Overtypsysteem, gezien: str, door: Toegang, vandaag: date
) -> Overtypmoment:
    """Keep what was typed over. `gezien` is the mark of the page: what changed meanwhile was not typed."""
    nu = selectors.gevraagd(systeem, client)
    afdruk = selectors.afdruk(systeem, nu)
    if gezien != afdruk:
        raise DomainError("Het dossier is intussen gewijzigd. Kijk de nieuwe gegevens na en bevestig opnieuw.")
    moment = Overtypmoment.objects.create(
        eigenaar_id=client.eigenaar_id, client=client, systeem=systeem, waarden=nu, afdruk=afdruk, door_id=door.user_id
    )
    noteer(client, "document", f"Overgetypt in {systeem.label}", datum=vandaag, door=door)
    return moment
