"""Addresses of the papers of a dossier."""

from typing import Any

from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van, van_client
from trajecten.models import Document, Huisstijl


def _logo(wereld: Wereld, user: Any) -> list[Any]:
    if not Huisstijl.objects.filter(eigenaar=wereld.ocmw).exists():  # one per OCMW, asked for every role
        wereld.rij(Huisstijl, logo=b"x")
    return [wereld.ocmw.pk]


DOSSIERS: dict[str, Maak] = {
    "trajecten:dossierstukken": van_client,
    "trajecten:document_opladen": van_client,
    "trajecten:document_tekenen": lambda wereld, user: [wereld.client.pk, "tbs_overeenkomst"],
    # The GPMI sheet is for who guides; everybody with a dossier right may make a contract.
    "trajecten:stuk": lambda wereld, user: [wereld.client.pk, "tbs"],
    "trajecten:stuk_bestand": lambda wereld, user: [wereld.client.pk, "tbs", "word"],
    "trajecten:overtypblad": lambda wereld, user: [wereld.client.pk, "mlp"],
    "trajecten:huisstijl": lambda wereld, user: [wereld.ocmw.pk],
    "trajecten:huisstijl_logo": _logo,
    "trajecten:huisstijl_voorbeeld": lambda wereld, user: [wereld.ocmw.pk, "tbs"],
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

VAN_HET_GEBIED: dict[str, Maak] = {"trajecten:overtypen": geen, "trajecten:huisstijlen": geen}
