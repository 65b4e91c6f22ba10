"""Addresses of evaluations, links and proposals."""

from typing import Any

from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van, van_client
from tests.factories import PlaatsingFactory
from trajecten.models import Evaluatie, Evaluatievraag, Link, Plaatsing, Voorstel


def _met_inhoud(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Voorstel, soort="VERLENGEN", inhoud={"datum": "2027-03-31"}).pk]


def _gedeeld(wereld: Wereld, user: Any) -> list[Any]:
    """A link of the OCMW for the organisation of the partner."""
    plaatsing = PlaatsingFactory(stap=wereld.traject.stappen.get(), gebruiker=wereld.partner)
    link = wereld.rij(Link, doel="VOORSTEL", object_id=plaatsing.pk, organisatie=wereld.partner)
    Link.objects.filter(pk=link.pk).update(geldig_tot="2099-12-31")
    return [link.pk]


DOSSIERS: dict[str, Maak] = {
    "trajecten:evaluaties": van_client,
    "trajecten:evaluatie": van(Evaluatie),
    "trajecten:evaluatie_verbeteren": van(Evaluatie),
    "trajecten:evaluatie_vragen": van(Evaluatie),
    "trajecten:client_tekent": van(Evaluatie),
    "trajecten:evaluatie_tekenen": van(Evaluatie),
    "trajecten:evaluatievraag_opnieuw": van(Evaluatievraag),
    "trajecten:evaluatievraag_intrekken": van(Evaluatievraag),
    "trajecten:voorstel": _met_inhoud,
    "trajecten:link_maken": van(Plaatsing),
    "trajecten:link_intrekken": van(Link),
}
VAN_HET_GEBIED: dict[str, Maak] = {"trajecten:gedeeld": geen, "trajecten:gedeeld_openen": _gedeeld}
