"""The two groups of pages of partners, as tabs: each shows what the reader has a right to."""

from typing import Any

from regie.core.http import GebiedRequest, gebied_url
from regie.core.permissions import Recht

# group: (right, label, URL name)
ONDERDELEN: dict[str, tuple[tuple[Recht, str, str], ...]] = {
    "werkgevers": (
        (Recht.WERKGEVER_BEKIJKEN, "Werkgevers", "werkgevers:lijst"),
        (Recht.WERKGEVER_BEKIJKEN, "Contacten", "werkgevers:contacten"),
        (Recht.WERKGEVER_BEKIJKEN, "Opvolging", "werkgevers:opvolging"),
        (Recht.WERKGEVER_BEKIJKEN, "Behoeften", "werkgevers:behoeften"),
        (Recht.WERKGEVER_BEKIJKEN, "Stageplaatsen", "werkgevers:stageplaatsen"),
        (Recht.WERKGEVER_BEKIJKEN, "Jobontwerpen", "werkgevers:jobontwerpen"),
        (Recht.WERKGEVER_BEKIJKEN, "Cijfers", "rapportage:werkgevercijfers"),
        (Recht.PARTNER_BEKIJKEN, "Partners", "partners:lijst"),
    ),
    "partners": (
        (Recht.PARTNER_BEKIJKEN, "Partners", "partners:lijst"),
        (Recht.AFSPRAAK_BEKIJKEN, "Afspraken", "partners:overeenkomsten"),
        (Recht.PARTNER_BEKIJKEN, "Tarieven", "partners:tarieven"),
        (Recht.AFSPRAAK_BEKIJKEN, "Netwerk", "partners:netwerkkaart"),
        (Recht.AFSPRAAK_BEKIJKEN, "Overleg", "partners:overleggen"),
        (Recht.PARTNER_BEKIJKEN, "Scans", "rapportage:scans"),
        (Recht.SCAN_INVULLEN, "Eigen scan", "partners:scan"),
        (Recht.SCAN_INVULLEN, "Managementadvies", "partners:adviezen"),
        (Recht.WERKGEVER_BEKIJKEN, "Werkgevers", "werkgevers:lijst"),
    ),
    "scan": (
        (Recht.SCAN_INVULLEN, "Scan", "partners:scan"),
        (Recht.SCAN_INVULLEN, "Actieplan", "partners:scanplan"),
        (Recht.SCAN_INVULLEN, "Managementadvies", "partners:adviezen"),
        (Recht.PARTNER_BEKIJKEN, "Scans in de regio", "rapportage:scans"),
    ),
    # below the tab "Overleg"
    "overleg": (
        (Recht.AFSPRAAK_BEKIJKEN, "Overleg", "partners:overleggen"),
        (Recht.AFSPRAAK_BEKIJKEN, "Besluiten", "partners:besluiten"),
    ),
    # below the tab "Netwerk"
    "netwerk": (
        (Recht.AFSPRAAK_BEKIJKEN, "Netwerkkaart", "partners:netwerkkaart"),
        (Recht.AFSPRAAK_BEKIJKEN, "Dekking per gemeente", "partners:dekking"),
    ),
    # below the tab "Afspraken"
    "afspraken": (
        (Recht.AFSPRAAK_BEKIJKEN, "Overeenkomsten", "partners:overeenkomsten"),
        (Recht.AFSPRAAK_BEKIJKEN, "Stand per organisatie", "partners:overeenkomsten_stand"),
        (Recht.AFSPRAAK_BEKIJKEN, "Partnerschappen", "partners:partnerschappen"),
        (Recht.AFSPRAAK_BEKIJKEN, "Sectorconvenanten", "partners:convenanten"),
        (Recht.AFSPRAAK_BEKIJKEN, "Sociaal aankopen", "partners:aankopen"),
    ),
}


def onderdelen(request: GebiedRequest, groep: str, huidig: str) -> list[dict[str, Any]]:
    """The tabs of a group; `huidig` is the URL name of the one that is open."""
    return [
        {"label": label, "url": gebied_url(naam), "actief": naam == huidig}
        for recht, label, naam in ONDERDELEN[groep]
        if request.toegang.mag(recht)
    ]
