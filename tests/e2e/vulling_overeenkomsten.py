"""An agreement that runs, a covenant, a purchase and tariffs: an example of every page about them."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from partners.models import (
    Bijlage,
    Evaluatieoverleg,
    Indexatie,
    LokaleActie,
    Overeenkomst,
    Overeenkomstdoel,
    Overeenkomstpartij,
    Sectorconvenant,
    SocialeAankoop,
    Tarief,
    Verbintenis,
)
from regie.core import kluis
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld
from tests.rijen import rij_van
from tests.trajecten import bestanden


def vul_overeenkomsten(wereld: Wereld) -> dict[str, Any]:
    """Kept by the regieverband: who may change them all is its regisseur."""
    huis = wereld.toegang(Rol.REGISSEUR).lid_van[0]
    with gebied_context(wereld.gebied, [wereld.ocmw.pk], lid_van=[huis]):
        return _rijen(wereld, huis)


def _rijen(wereld: Wereld, huis: int) -> dict[str, Any]:
    overeenkomst = Overeenkomst.objects.create(
        eigenaar_id=huis,
        gedeeld=True,
        verstuurd_op=wereld.dagen(-90),
        soort="ANDER",
        titel="Samen sterk voor lokaal werk",
        van=wereld.dagen(-60),
        tot=wereld.dagen(60),
        opzegtermijn=1,
    )
    bij = {"overeenkomst": overeenkomst, "eigenaar_id": huis, "gedeeld": True}
    partijen = [Overeenkomstpartij.objects.create(organisatie_id=o, **bij) for o in (huis, wereld.ocmw.pk)]
    doel = Overeenkomstdoel.objects.create(titel="Doorverwezen", streefwaarde=Decimal(10), **bij)
    evaluatie = Evaluatieoverleg.objects.create(datum=wereld.dagen(20), **bij)
    bijlage = rij_van(
        Bijlage,
        wereld.ocmw,
        id=uuid4(),
        eigenaar_id=huis,
        gedeeld=True,
        onderwerp="OVEREENKOMST",
        object_id=overeenkomst.pk,
    )
    kluis.schrijf(bijlage.pk, bestanden.pdf())
    convenant = Sectorconvenant.objects.create(sector="Groene sectoren", van=date(2025, 1, 1))
    actie = LokaleActie.objects.create(
        convenant=convenant, titel="Jobdag", trekker=wereld.ocmw, datum=wereld.dagen(30)
    )
    return {
        "overeenkomst_id": overeenkomst.pk,
        "partij_id": partijen[1].pk,
        "doel_id": doel.pk,
        "evaluatieoverleg_id": evaluatie.pk,
        "bijlage_id": bijlage.pk,
        "onderwerp": "OVEREENKOMST",
        "object_id": overeenkomst.pk,
        "convenant_id": convenant.pk,
        "verbintenis_id": Verbintenis.objects.create(convenant=convenant, tekst="Stages").pk,
        "convenantactie_id": actie.pk,
        "aankoop_id": rij_van(SocialeAankoop, wereld.ocmw, jaar=2026).pk,
        "tarief_id": rij_van(Tarief, wereld.ocmw, geldig_van=wereld.dagen(40)).pk,
        "indexatie_id": rij_van(Indexatie, wereld.ocmw).pk,
    }
