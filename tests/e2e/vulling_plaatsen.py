"""Rows for the pages of places: a candidature, a loan, another number for a period, what somebody can do."""

from typing import Any
from uuid import UUID

from partners.enums import Functiecategorie
from partners.models import Capaciteit, Uitlening, Werkplaats
from regie.core.permissions import Rol
from tests.e2e.wereld import Wereld
from tests.factories import WerkplaatsFactory
from trajecten import services
from trajecten.models import Client, Competentie, Traject


def vul_plaatsen(wereld: Wereld, client_id: UUID, werkplaats_id: UUID) -> dict[str, Any]:
    toegang = wereld.toegang(Rol.TRAJECTBEGELEIDER)
    wie: dict[str, Any] = {"door": toegang, "vandaag": wereld.vandaag}
    client = Client.objects.get(pk=client_id)
    plaats = Werkplaats.objects.get(pk=werkplaats_id)
    plaats.categorie, plaats.gemeente_id, plaats.met_ov = Functiecategorie.GROEN, wereld.ocmw.gemeente_id, True
    plaats.save()
    kandidatuur = services.plaats_voorstellen(
        traject=Traject.objects.get(client=client), werkplaats=plaats, toelichting="", **wie
    )
    competentie = services.competentie_noteren(
        client=client,
        competentie=Competentie.objects.get(pk="TECH_SNOEI"),
        niveau=3,
        bron="WERKVLOER",
        bewijs="map opleidingen",
        document=None,
        vastgesteld_op=wereld.vandaag,
        **wie,
    )
    attest = services.attest_toevoegen(
        client=client,
        naam="VCA basisveiligheid",
        uitgereikt_door="Syntra",
        behaald_op=wereld.dagen(-30),
        geldig_tot=wereld.dagen(300),
        bewijs="",
        document=None,
        **wie,
    )
    uitlening = Uitlening.objects.create(
        werkplaats=WerkplaatsFactory(gebruiker=wereld.gebruiker, gebied=wereld.gebied, ocmw=wereld.ocmw),
        van_ocmw=wereld.ocmw,
        aan_ocmw=wereld.ander_ocmw,
        van=wereld.vandaag,
        tot=wereld.dagen(200),
        gevraagd_door_id=toegang.user_id,
    )
    capaciteit = Capaciteit.objects.create(werkplaats=plaats, aantal=3, van=wereld.dagen(60))
    return {
        "kandidatuur_id": kandidatuur.pk,
        "competentie_id": competentie.pk,
        "attest_id": attest.pk,
        "uitlening_id": uitlening.pk,
        "capaciteit_id": capaciteit.pk,
    }
