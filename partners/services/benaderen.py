"""'Niet benaderen': an employer who wants to be left alone, for a while or until further notice."""

from datetime import date

from django.db import transaction

from partners.enums import WerkgeverStatus
from partners.models import Werkgever
from partners.selectors.contact import is_niet_te_benaderen
from partners.services.werkgevers import vergrendel_werkgever
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang

VELDEN = ["status", "niet_benaderen_reden", "niet_benaderen_tot"]


def eis_te_benaderen(werkgever: Werkgever, vandaag: date) -> None:
    if is_niet_te_benaderen(werkgever, vandaag):
        tot = werkgever.niet_benaderen_tot
        hoelang = f"tot en met {tot:%d/%m/%Y}" if tot else "tot nader bericht"
        raise DomainError(
            f"Deze werkgever wil {hoelang} niet benaderd worden: {werkgever.niet_benaderen_reden.rstrip('.')}. "
            "Alleen een contact dat de werkgever zelf zocht, kun je noteren. De regisseur kan dit opheffen."
        )


@transaction.atomic
def niet_benaderen(*, werkgever: Werkgever, reden: str, tot: date | None, door: Toegang, vandaag: date) -> Werkgever:
    """From now on nobody rings; with an end date it lifts itself after that day."""
    werkgever = vergrendel_werkgever(werkgever)
    if not reden.strip():
        raise DomainError("Zeg waarom deze werkgever niet benaderd mag worden.")
    if tot is not None and tot < vandaag:
        raise DomainError("De laatste dag ligt in het verleden. Kies een latere dag, of laat hem leeg.")
    werkgever.status = WerkgeverStatus.NIET_BENADEREN
    werkgever.niet_benaderen_reden, werkgever.niet_benaderen_tot = reden.strip(), tot
    werkgever.save(update_fields=VELDEN)
    record_event("werkgever.niet_benaderen", werkgever, door=door, tot=tot.isoformat() if tot else None)
    return werkgever


@transaction.atomic
def niet_benaderen_opheffen(*, werkgever: Werkgever, door: Toegang | None) -> Werkgever:
    """Back to what the employer was before; nothing happens when it may be approached already."""
    werkgever = vergrendel_werkgever(werkgever)
    if werkgever.status != WerkgeverStatus.NIET_BENADEREN:
        return werkgever
    werkgever.status = _vorige_status(werkgever)
    werkgever.niet_benaderen_reden, werkgever.niet_benaderen_tot = "", None
    werkgever.save(update_fields=VELDEN)
    record_event("werkgever.weer_te_benaderen", werkgever, door=door)
    return werkgever


def benaderen_hervatten(vandaag: date) -> None:
    """Nightly: what was until a day that is past."""
    voorbij = Werkgever.objects.filter(status=WerkgeverStatus.NIET_BENADEREN, niet_benaderen_tot__lt=vandaag)
    for werkgever in voorbij.order_by("pk"):
        niet_benaderen_opheffen(werkgever=werkgever, door=None)


def _vorige_status(werkgever: Werkgever) -> str:
    """From the change history, which keeps every version of the row."""
    versies = werkgever.events.exclude(status=WerkgeverStatus.NIET_BENADEREN)  # type: ignore[attr-defined]
    return versies.order_by("-pgh_id").values_list("status", flat=True).first() or WerkgeverStatus.CONTACT
