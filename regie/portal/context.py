"""What every page shows around its content: navigation by right, and the switcher of gebied and organisatie."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from regie.core.http import gebied_url
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope, has_scope

# (right, group title, label, URL name, icon, right of whoever reaches the page in another way)
# At most eight for one role: what is not here is a tab or a button of a page that is.
NAVIGATIE = (
    (Recht.CLIENT_BEWERKEN, "", "Mijn dag", "trajecten:mijn_dag", "zon", None),
    (Recht.CLIENT_BEWERKEN, "", "Taken en termijnen", "trajecten:taken", "taken", None),
    (Recht.CLIENT_BEKIJKEN, "", "Mijn cliënten", "trajecten:lijst", "mensen", None),
    (Recht.TEAM_BEHEREN, "", "Team", "trajecten:team", "network", None),
    (Recht.PLAATS_BEKIJKEN, "", "Plaatsen", "trajecten:plaatsen", "briefcase-business", None),
    (Recht.TRAJECT_BEWERKEN, "", "Nazorg", "trajecten:nazorg", "heart-handshake", None),
    (Recht.KOSTEN_BEKIJKEN, "", "Kosten", "trajecten:kosten_prognose", "euro", Recht.CLIENT_BEWERKEN),
    (Recht.EIGEN_ORGANISATIE, "", "Mijn organisatie", "partners:mijn_organisatie", "gebouw", None),
    (Recht.EIGEN_ORGANISATIE, "", "Plaatsen", "partners:eigen_plaatsen", "briefcase-business", Recht.PLAATS_BEKIJKEN),
    (Recht.GEDEELD_BEKIJKEN, "", "Gedeeld met mij", "trajecten:gedeeld", "mensen", None),
    (Recht.COCKPIT_BEKIJKEN, "", "Cockpit", "rapportage:cockpit", "huis", None),
    (Recht.RAPPORT_BEKIJKEN, "", "Rapporten", "rapportage:archief", "rapport", Recht.TEAM_BEHEREN),
    (Recht.WERKGEVER_BEKIJKEN, "", "Werkgevers", "werkgevers:lijst", "building-2", None),
    (Recht.SCAN_INVULLEN, "", "Scan", "partners:scan", "clipboard-check", Recht.PARTNER_BEKIJKEN),
    (Recht.PARTNER_BEKIJKEN, "", "Partners", "partners:lijst", "handshake", Recht.TEAM_BEHEREN),
    (Recht.PLAN_BEKIJKEN, "", "Jaaractieplan", "actieplannen:lijst", "doel", Recht.TEAM_BEHEREN),
    (Recht.ACTIE_OPVOLGEN, "", "Mijn acties", "actieplannen:mijn_acties", "doel", Recht.PLAN_BEKIJKEN),
    (Recht.GEBIED_BEKIJKEN, "", "Regio en gemeenten", "regio:gemeenten", "kaart", Recht.CLIENT_BEKIJKEN),
    (Recht.LEDEN_BEHEREN, "Beheer", "Mensen en rollen", "accounts:leden", "sleutel", None),
)


def navigatie(request: HttpRequest) -> dict[str, Any]:
    basis: dict[str, Any] = {"product": settings.PRODUCT, "demo": settings.DEMO, "gebied": None}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return basis
    basis["wisselaar"] = _wisselaar(request)
    if has_scope() and hasattr(request, "toegang"):
        basis["gebied"] = current_scope().gebied
        basis["navigatie"] = _groepen(request)
        basis["mag_zoeken"] = request.toegang.mag(Recht.CLIENT_BEKIJKEN)
    return basis


def _groepen(request: Any) -> list[dict[str, Any]]:
    groepen: dict[str, list[dict[str, Any]]] = {}
    for recht, titel, label, naam, icoon, elders in NAVIGATIE:
        if request.toegang.mag(recht) and not (elders and request.toegang.mag(elders)):
            url = gebied_url(naam)
            actief = request.path == url or (url.count("/") > 3 and request.path.startswith(url))
            groepen.setdefault(titel, []).append(
                {"label": label, "url": url, "icoon": icoon, "actief": actief, "teller": None}
            )
    return [{"titel": titel, "items": items} for titel, items in groepen.items()]


def _wisselaar(request: Any) -> dict[str, Any]:
    leden = getattr(request, "lidmaatschappen", None)
    if leden is None:
        leden = Lidmaatschap.objects.geldig_op(timezone.localdate()).van_gebruiker(request.user.pk)
    hier = current_scope().gebied.pk if has_scope() else None
    keuzes: dict[tuple[int, int], dict[str, Any]] = {}
    for lid in leden:
        keuzes[lid.gebied_id, lid.organisatie_id] = {
            "gebied": lid.gebied.naam,
            "organisatie": lid.organisatie.naam,
            "url": reverse("regio:thuis", args=[lid.gebied.slug]),
            "actief": lid.gebied_id == hier,
        }
    actief = [keuze for keuze in keuzes.values() if keuze["actief"]]
    huidig = {
        "gebied": actief[0]["gebied"] if actief else "",
        "organisatie": " en ".join(keuze["organisatie"] for keuze in actief[:2]) if actief else "",
    }
    return {"huidig": huidig, "keuzes": list(keuzes.values())}
