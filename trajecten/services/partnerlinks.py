"""A link about one placement, for who works with somebody."""

from datetime import date

from django.db import transaction

from regie.accounts.services import MailMislukt
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.enums import Linkdoel
from trajecten.models import Link, Plaatsing
from trajecten.notifications import omschrijving, stuur_link
from trajecten.services.links import maak_link
from trajecten.services.spoor import noteer


@transaction.atomic
def partnerlink_maken(
    *, plaatsing: Plaatsing, doel: str, naam: str, email: str, mailen: bool, door: Toegang, vandaag: date
) -> tuple[Link, str]:
    """(link, address). With `mailen` it exists only if the mail could leave."""
    if plaatsing.einde or plaatsing.stap.einde:
        raise DomainError("Deze plaatsing is beëindigd: er valt niets meer voor te stellen.")
    if mailen and not email.strip():
        raise DomainError("Vul een e-mailadres in, of kies voor een link die je zelf doorstuurt.")
    client = plaatsing.stap.traject.client
    link, adres = maak_link(
        doel=Linkdoel(doel),
        object_id=plaatsing.pk,
        eigenaar_id=plaatsing.eigenaar_id,
        client=client,
        organisatie=plaatsing.gebruiker,
        ontvanger_naam=naam,
        ontvanger_email=email,
        door=door,
        vandaag=vandaag,
    )
    if mailen:
        try:
            stuur_link(link, adres, wie=omschrijving(plaatsing))
        except OSError as fout:
            raise MailMislukt from fout
    titel = f"Link gemaakt voor {plaatsing.gebruiker}: {link.get_doel_display()}"
    noteer(client, "wijziging", titel[:160], datum=vandaag, door=door)
    return link, adres
