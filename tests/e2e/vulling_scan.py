"""Rows for the pages of the scan: one that is shared with a plan, and one that is being filled in."""

from typing import Any

from django.utils import timezone

from partners.models import Scan, Scandeelnemer
from partners.services import scan as services
from partners.services import scandeelnemers, scanplan
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld


def vul_scan(wereld: Wereld) -> dict[str, Any]:
    toegang = wereld.toegang(Rol.PARTNERCONTACT)
    wie: dict[str, Any] = {"door": toegang, "vandaag": wereld.vandaag}
    with gebied_context(wereld.gebied, lid_van=[wereld.gebruiker.pk]):
        klaar = _scan(wereld, wie)
        for deelnemer in Scandeelnemer.objects.filter(scan=klaar):
            waarden = {str(nr): str(nr % 5) for nr in range(1, 21)}
            services.antwoorden_bewaren(deelnemer=deelnemer, waarden=waarden)
            services.antwoorden_indienen(deelnemer=deelnemer, nu=timezone.now())
        klaar = services.scan_afronden(scan=klaar, nu=timezone.now(), **wie)
        services.scan_delen(scan=klaar, **wie)
        actie = scanplan.plan_maken(
            scan=klaar,
            codes=["D1-ONTWIKKELING-1"],
            wie=None,
            wie_naam="Bo",
            klaar_tegen=wereld.dagen(-3),
            door=toegang,
        )[0]
        loopt = _scan(wereld, wie)
        gevraagd, _ = scandeelnemers.deelnemer_vragen(
            scan=loopt, user=None, naam="Bo Peeters", email="bo@elders.example", mailen=False, **wie
        )
    open_ = ("scan_beheer", "scan_invullen", "scan_vragen", "scan_belang", "scan_afronden", "scan_stoppen")
    return {
        "scan_id": klaar.pk,
        "scans": dict.fromkeys(open_, loopt.pk),
        "deelnemer_id": gevraagd.pk,
        "scanactie_id": actie.pk,
    }


def _scan(wereld: Wereld, wie: dict[str, Any]) -> Scan:
    return services.scan_starten(organisatie=wereld.gebruiker, naam="Lien", antwoorden_tot=None, **wie)
