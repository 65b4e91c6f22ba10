"""The steps of a client as the tab 'Traject en plaatsing' shows them."""

from datetime import date, timedelta
from uuid import UUID

from partners.models import Contactpersoon
from regie.core.dates import plus_maanden
from regie.core.notatie import meervoud
from trajecten.enums import StapStatus
from trajecten.models import Client, Plaatsing, Stap
from trajecten.selectors.instrumenten import MET_STAPPEN
from trajecten.selectors.overgangen import MET_PLAATSING


def stappen(client: Client) -> list[Stap]:
    """Every step of the client, latest first, with its length in words and its places with their contact."""
    rijen = list(
        Stap.objects.filter(traject__client=client)
        .select_related("instrument", "traject")
        .order_by("-start", "-created_at", "-pk")
    )
    plaatsen = _plaatsen(rijen)
    for stap in rijen:
        stap.plaatsen = plaatsen.get(stap.pk, [])
        stap.mag_los = stap.traject.status in MET_STAPPEN
        stap.kan_anders = stap.status != StapStatus.BEEINDIGD and stap.traject.is_open
        stap.duur = duur_in_woorden(stap.start, stap.einde or stap.einde_voorzien)
    return rijen


def _plaatsen(stappen: list[Stap]) -> dict[UUID, list[Plaatsing]]:
    met_tbs = {stap.pk for stap in stappen if stap.instrument_id in MET_PLAATSING}
    rijen = list(
        Plaatsing.objects.filter(stap__in=stappen).select_related("gebruiker", "werkplaats").order_by("-start", "pk")
    )
    contacten = _contacten({plaatsing.gebruiker_id for plaatsing in rijen})
    per_stap: dict[UUID, list[Plaatsing]] = {}
    for plaatsing in rijen:
        plaatsing.contact = contacten.get(plaatsing.gebruiker_id)
        plaatsing.met_tbs = plaatsing.stap_id in met_tbs
        plaatsing.tbs_klaar = tbs_klaar(plaatsing)
        per_stap.setdefault(plaatsing.stap_id, []).append(plaatsing)
    return per_stap


def tbs_klaar(plaatsing: Plaatsing) -> bool:
    """Signed by three parties before the start, and notified to the RMW (C19)."""
    handtekeningen = (plaatsing.tbs_ocmw_op, plaatsing.tbs_gebruiker_op, plaatsing.tbs_werknemer_op)
    return plaatsing.tbs_gemeld_op is not None and all(
        op is not None and op <= plaatsing.start for op in handtekeningen
    )


def _contacten(organisatie_ids: set[int]) -> dict[int, Contactpersoon]:
    """The first active contact of each organisatie."""
    if not organisatie_ids:
        return {}
    rijen = Contactpersoon.objects.filter(organisatie_id__in=organisatie_ids, is_actief=True).order_by("-pk")
    return {contact.organisatie_id: contact for contact in rijen}


def duur_in_woorden(start: date, einde: date | None) -> str:
    """'12 maanden', '5 weken' or '9 dagen', last day included; '–' for what has no end."""
    if einde is None:
        return "–"
    na = einde + timedelta(days=1)
    maanden = (na.year - start.year) * 12 + na.month - start.month
    if plus_maanden(start, maanden) > na:
        maanden -= 1
    if maanden >= 1:
        rest = (na - plus_maanden(start, maanden)).days
        return ("ruim " if rest > 3 else "") + meervoud(maanden, "maand", "maanden")
    dagen = (na - start).days
    return meervoud(dagen, "dag", "dagen") if dagen < 14 else meervoud(dagen // 7, "week", "weken")
