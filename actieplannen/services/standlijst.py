"""Where an open question stands on somebody's list: with the trekker, and after a while with the regisseur."""

from datetime import date
from uuid import UUID

from actieplannen.models import Kwartaalstand
from actieplannen.selectors.kwartalen import kwartaal_van, regisseurdag
from actieplannen.selectors.trekkers import Trekker
from partners.enums import Opvolgingsoort
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.core.models import Organisatie
from regie.core.permissions import Toegang

PAGINA = "actieplannen:stand"


def vraag_afgehandeld(stand: Kwartaalstand, *, vandaag: date, door: Toegang | None) -> None:
    """Answered, or too late to answer: nobody has to come back to it."""
    for sleutel in (sleutel_trekker(stand.pk), sleutel_regisseur(stand.pk)):
        sluit_opvolging(sleutel=sleutel, vandaag=vandaag, door=door)


def sleutel_trekker(stand_id: UUID) -> str:
    return f"stand:{stand_id}"


def sleutel_regisseur(stand_id: UUID) -> str:
    return f"stand-regie:{stand_id}"


def op_de_lijst_van_de_trekker(stand: Kwartaalstand, trekker: Trekker, *, vandaag: date) -> None:
    """Who has an account finds it back; without one the link in the mail is the only way."""
    if trekker.organisatie is None or not trekker.heeft_lijst or stand.antwoord_tegen is None:
        sluit_opvolging(sleutel=sleutel_trekker(stand.pk), vandaag=vandaag, door=None)
        return
    plan_opvolging(
        sleutel=sleutel_trekker(stand.pk),
        soort=Opvolgingsoort.JAARPLAN,
        titel=f"Stand van {kwartaal_van(stand).label}: hoe loopt {stand.actie.titel}?",
        datum=stand.antwoord_tegen,
        organisatie=trekker.organisatie,
        wie_id=trekker.user_id,
        adres=PAGINA,
        object_id=stand.pk,
    )


def bij_de_regisseur(stand: Kwartaalstand, trekker: Trekker, regie: Organisatie, vandaag: date) -> None:
    if stand.gevraagd_op is None:
        return
    stil_vanaf = regisseurdag(stand.gevraagd_op)
    if trekker.is_bereikbaar and vandaag < stil_vanaf:
        sluit_opvolging(sleutel=sleutel_regisseur(stand.pk), vandaag=vandaag, door=None)
        return
    waarom = "Geen antwoord op de stand" if trekker.is_bereikbaar else "Niemand om de stand te vragen"
    plan_opvolging(
        sleutel=sleutel_regisseur(stand.pk),
        soort=Opvolgingsoort.JAARPLAN,
        titel=f"{waarom} van {kwartaal_van(stand).label}: {stand.actie.titel}",
        datum=stil_vanaf if trekker.is_bereikbaar else stand.gevraagd_op,
        organisatie=regie,
        adres=PAGINA,
        object_id=stand.pk,
    )
