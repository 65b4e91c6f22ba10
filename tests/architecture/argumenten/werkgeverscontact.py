"""Addresses of contacts with employers, leads and the list of what to come back to."""

from partners.models import Claim, Contactmoment, Opvolging, Overnamevraag, Werkgever
from tests.architecture.argumenten.wereld import Maak, geen, van

_WERKGEVER = ("contact_noteren", "lead_nemen", "lead_vragen", "accounthouder", "accounthouder_vragen")
_CONTACT = ("moment_bijwerken", "moment_intrekken", "moment_herstellen")
_OPVOLGING = ("opvolging_afvinken", "opvolging_heropenen", "opvolging_uitstellen")
_CLAIM = ("lead_verlengen", "lead_vrijgeven", "lead_terugnemen")

VAN_HET_GEBIED: dict[str, Maak] = {
    **{f"werkgevers:{naam}": geen for naam in ("contacten", "contacten_excel", "opvolging", "weekmail_kiezen")},
    **{f"werkgevers:{naam}": van(Werkgever) for naam in (*_WERKGEVER, "niet_benaderen", "weer_benaderen")},
    **{f"werkgevers:{naam}": van(Contactmoment) for naam in _CONTACT},
    **{f"werkgevers:{naam}": van(Opvolging) for naam in _OPVOLGING},
    **{f"werkgevers:{naam}": van(Claim) for naam in _CLAIM},
    **{f"werkgevers:{naam}": van(Overnamevraag) for naam in ("overname", "overname_intrekken")},
}
