"""What changed on the card of an employer, by whom."""

from typing import Any

from partners.models import Vestiging, Werkgever
from regie.core.historiek import Bron, tijdlijn

STIL = frozenset({"sleutel", "werkgever"})


def werkgever_historiek(werkgever: Werkgever) -> list[dict[str, Any]]:
    """Items of a tijdlijn, newest first."""
    kaart = werkgever.events.filter(gebied=werkgever.gebied_id)  # type: ignore[attr-defined]
    vestigingen = Vestiging.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        werkgever=werkgever.pk, gebied=werkgever.gebied_id
    )
    return tijdlijn([Bron(Werkgever, kaart, "Kaart", STIL), Bron(Vestiging, vestigingen, "Vestiging", STIL)])
