"""Rows for the pages of working together: a partnership with its figures, a meeting, who works with whom."""

from datetime import time
from typing import Any

from partners.models import (
    Agendapunt,
    Besluit,
    Deelnemer,
    Fasecijfer,
    Managementadvies,
    Overleg,
    Overlegtaak,
    Partnerschap,
    Partnerschapspartner,
    Samenwerking,
    Streefcijfer,
)
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld
from tests.rijen import rij_van


def vul_samenwerken(wereld: Wereld) -> dict[str, Any]:
    """Kept by the regieverband and shared; the advice stays inside the partner it is of."""
    huis = wereld.toegang(Rol.REGISSEUR).lid_van[0]
    with gebied_context(wereld.gebied, [wereld.ocmw.pk], lid_van=[huis]):
        partnerschap = _partnerschap(wereld, huis)
        ids = {**_overleg(wereld, partnerschap), "partnerschap_id": partnerschap.pk}
        samenwerking = Samenwerking.objects.create(
            organisatie=wereld.gebruiker, met=wereld.ocmw, thema="MOBILITEIT", van=wereld.dagen(-100)
        )
    return {**ids, "samenwerking_id": samenwerking.pk, **_advies(wereld)}


def _advies(wereld: Wereld) -> dict[str, Any]:
    with gebied_context(wereld.gebied, lid_van=[wereld.gebruiker.pk]):
        advies = rij_van(Managementadvies, wereld.gebruiker, onderwerp="Werkbaar werk in de ploegen")
    return {"advies_id": advies.pk}


def _partnerschap(wereld: Wereld, huis: int) -> Partnerschap:
    partnerschap = Partnerschap.objects.create(
        naam="Samen werken aan groen",
        penhouder=wereld.regieverband,
        van=wereld.dagen(-200),
        status="LOPEND",
        eigenaar_id=huis,
        gedeeld=True,
    )
    return partnerschap


def _overleg(wereld: Wereld, partnerschap: Partnerschap) -> dict[str, Any]:
    bij: dict[str, Any] = {"eigenaar_id": partnerschap.eigenaar_id, "gedeeld": True}
    jaar = wereld.vandaag.year
    fase: dict[str, Any] = {"partnerschap": partnerschap, "jaar": jaar, "fase": "VINDEN", "aantal": 40}
    Streefcijfer.objects.create(**fase, **bij)
    Fasecijfer.objects.create(**fase, kwartaal=1, bron="telling", door_id=wereld.toegang(Rol.REGISSEUR).user_id, **bij)
    partner = Partnerschapspartner.objects.create(
        partnerschap=partnerschap, organisatie=wereld.ocmw, van=wereld.dagen(-200), **bij
    )
    overleg = Overleg.objects.create(
        titel="Stuurgroep groen",
        partnerschap=partnerschap,
        datum=wereld.vandaag,
        begin=time(9, 30),
        einde=time(11),
        status="UITGENODIGD",
        uitgenodigd_op=wereld.dagen(-10),
        **bij,
    )
    punt = Agendapunt.objects.create(overleg=overleg, volgorde=1, titel="Vorig verslag", **bij)
    Deelnemer.objects.create(overleg=overleg, naam="Lien Maes", email="lien@regio.example", **bij)
    Overlegtaak.objects.create(
        overleg=overleg, wat="Cijfers bezorgen", organisatie=wereld.ocmw, datum=wereld.dagen(14), **bij
    )
    besluit = Besluit.objects.create(
        partnerschap=partnerschap, overleg=overleg, datum=wereld.vandaag, tekst="We plannen een jobdag.", **bij
    )
    return {
        "jaar": jaar,
        "kwartaal": 1,
        "partner_id": partner.pk,
        "overleg_id": overleg.pk,
        "punt_id": punt.pk,
        "besluit_id": besluit.pk,
    }
