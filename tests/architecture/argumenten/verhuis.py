"""Addresses of moving house, merging, sharing and retention."""

from tests.architecture.argumenten.wereld import Maak, geen, van, van_client
from tests.factories import ClientFactory
from trajecten.models import Overdracht, Overname, Samenvoeging, Toestemming

DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:overdragen",
            "trajecten:inzage_excel",
            "trajecten:privacyblad",
            "trajecten:avg_export",
            "trajecten:toestemming_noteren",
        ),
        van_client,
    ),
    "trajecten:toestemming_intrekken": van(Toestemming),
    **dict.fromkeys(
        ("trajecten:overdracht", "trajecten:overdracht_intrekken", "trajecten:overdracht_vernieuwen"), van(Overdracht)
    ),
    **dict.fromkeys(
        ("trajecten:samenvoegen", "trajecten:andere_persoon"),
        lambda wereld, user: [wereld.client.pk, ClientFactory(eigenaar=wereld.ocmw).pk],
    ),
    "trajecten:samenvoeging_ongedaan": van(Samenvoeging),
    **dict.fromkeys(("trajecten:overname", "trajecten:overname_weigeren"), van(Overname)),
}
VAN_HET_GEBIED: dict[str, Maak] = dict.fromkeys(("trajecten:overdrachten", "trajecten:dubbele_dossiers"), geen)
