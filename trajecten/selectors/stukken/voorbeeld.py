"""Somebody who does not exist, for the preview of a letterhead. Nothing here is saved."""

from datetime import date, timedelta
from decimal import Decimal

from regie.core.models import Gemeente, Organisatie
from trajecten.models import Client, Evaluatie, EvaluatieCriterium, Instrument, Plaatsing, Stap, Traject
from trajecten.selectors.stukken.gemeen import Bron


def voorbeeldbron(ocmw: Organisatie, vandaag: date) -> Bron:
    gemeente = ocmw.gemeente or Gemeente.objects.order_by("pk")[0]
    client = Client(
        voornaam="Vera",
        familienaam="Voorbeeld",
        dossiernummer="0000",
        eigenaar=ocmw,
        gemeente=gemeente,
        geboortedatum=date(1990, 1, 1),
        inkomensstatuut="LEEFLOON",
    )
    instrument = Instrument.objects.filter(pk="ART60").first()
    traject = Traject(
        client=client,
        status="LOPEND",
        status_sinds=vandaag,
        aangemeld_op=vandaag,
        bron="ZELF",
        jobdoelwit="keukenmedewerker",
        instrument=instrument,
    )
    einde = vandaag + timedelta(days=364)
    stap = Stap(traject=traject, instrument=instrument, start=vandaag, einde_voorzien=einde, status="LOPEND")
    gebruiker = Organisatie(naam="Voorbeeld vzw", kbo="0123456749", gemeente=gemeente)
    plaatsing = Plaatsing(
        stap=stap, gebruiker=gebruiker, functie="keukenmedewerker", breuk=Decimal(1), start=vandaag, einde=einde
    )
    scores = dict.fromkeys(EvaluatieCriterium.objects.order_by("code").values_list("pk", flat=True), 3)
    evaluatie = Evaluatie(
        traject=traject,
        soort="OPVOLGING",
        gepland_op=vandaag,
        uitgevoerd_op=vandaag,
        scores=scores,
        conclusie="VERDERZETTEN",
    )
    return Bron(client, traject, stap, plaatsing, evaluatie, vandaag)
