"""Addresses of evaluations, links and proposals."""

from tests.architecture.argumenten.wereld import Maak, van, van_client
from trajecten.models import Evaluatie, Evaluatievraag

DOSSIERS: dict[str, Maak] = {
    "trajecten:evaluaties": van_client,
    "trajecten:evaluatie": van(Evaluatie),
    "trajecten:evaluatie_verbeteren": van(Evaluatie),
    "trajecten:evaluatie_vragen": van(Evaluatie),
    "trajecten:client_tekent": van(Evaluatie),
    "trajecten:evaluatie_tekenen": van(Evaluatie),
    "trajecten:evaluatievraag_opnieuw": van(Evaluatievraag),
    "trajecten:evaluatievraag_intrekken": van(Evaluatievraag),
}
