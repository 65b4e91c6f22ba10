"""Rows that hang on a running dossier: its step and place, papers, projects, what was asked and shared."""

from typing import Any

from regie.core.permissions import Rol
from tests.e2e.wereld import Wereld
from tests.rijen import rij_van
from trajecten.models import (
    Afwezigheid,
    Bulkactie,
    Client,
    Deelname,
    Document,
    EigenTaak,
    Project,
    Rijbuddy,
    Schorsing,
    Toestemming,
    Traject,
    Verlenging,
    Waarneming,
    Weergave,
    Wissing,
)


def vul_dossier(wereld: Wereld, traject: Traject, andere: Client) -> dict[str, Any]:
    begeleider = wereld.accounts[Rol.TRAJECTBEGELEIDER]
    client, stap = traject.client, traject.stappen.get()

    def rij(model: Any, **waarden: Any) -> Any:
        return rij_van(model, wereld.ocmw, **waarden).pk

    project = rij(Project, naam="Rijbewijs op maat")
    return {
        "stap_id": stap.pk,
        "plaatsing_id": stap.plaatsingen.get().pk,
        "instrument_code": "TWE",
        "document_id": rij(Document, client=client, naam="arbeidsovereenkomst.pdf"),
        "project_id": project,
        "deelname_id": rij(Deelname, client=client, project_id=project),
        "buddy_id": rij(Rijbuddy, naam="Wout Rijckaert"),
        "toestemming_id": rij(Toestemming, client=client),
        "afwezigheid_id": rij(Afwezigheid, stap=stap),
        "schorsing_id": rij(Schorsing, stap=stap, status="AANGEVRAAGD"),
        "verlenging_id": rij(Verlenging, stap=stap, status="AANGEVRAAGD"),
        "andere_id": andere.pk,
        "actie_id": rij(Bulkactie, door=begeleider, omschrijving="Sluimeren tot 01/12/2026", resultaat=[]),
        "waarneming_id": rij(Waarneming),
        "weergave_id": rij(Weergave, door=begeleider, naam="Wachten op start"),
        "taak_id": rij(EigenTaak, voor=begeleider),
        "user_id": begeleider.pk,
        "wissing_id": rij(Wissing, client=andere, uitvoeren_op=wereld.dagen(30)),
        "soort": "arbeidsovereenkomst",
        "sjabloon": "gpmi",
        "vorm": "pdf",
        "systeem": "MLP",
    }
