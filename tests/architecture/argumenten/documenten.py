"""Addresses of the papers of a dossier."""

from tests.architecture.argumenten.wereld import Maak, van, van_client
from trajecten.models import Document

DOSSIERS: dict[str, Maak] = {
    "trajecten:dossierstukken": van_client,
    "trajecten:document_opladen": van_client,
    "trajecten:document_tekenen": lambda wereld, user: [wereld.client.pk, "tbs_overeenkomst"],
    **dict.fromkeys(
        (
            "trajecten:document",
            "trajecten:document_bestand",
            "trajecten:document_verwijderen",
            "trajecten:document_terugzetten",
            "trajecten:document_ongedaan",
        ),
        van(Document),
    ),
}
