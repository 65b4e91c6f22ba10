"""Addresses of moving house, merging, sharing and retention."""

from tests.architecture.argumenten.wereld import Maak, geen, van, van_client
from trajecten.models import Overdracht, Overname

DOSSIERS: dict[str, Maak] = {
    "trajecten:overdragen": van_client,
    **dict.fromkeys(
        ("trajecten:overdracht", "trajecten:overdracht_intrekken", "trajecten:overdracht_vernieuwen"), van(Overdracht)
    ),
    **dict.fromkeys(("trajecten:overname", "trajecten:overname_weigeren"), van(Overname)),
}
VAN_HET_GEBIED: dict[str, Maak] = {"trajecten:overdrachten": geen}
