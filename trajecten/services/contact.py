"""Contact notes, moved deadlines, and the read log."""

from datetime import date

import structlog
from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.enums import Contactsoort, TermijnSoort, Zichtbaarheid
from trajecten.models import Client, Contactmoment, Evaluatie, Inzage, Termijn, Traject
from trajecten.services.spoor import noteer, plan_termijn, ververs_termijn


@transaction.atomic
def contactmoment_toevoegen(
    *,
    client: Client,
    soort: str,
    datum: date,
    tekst: str,
    zichtbaarheid: str,
    taak: str,
    taak_op: date | None,
    door: Toegang,
    vandaag: date,
) -> Contactmoment:
    """A contact, and when asked a task with a day. Notes for the team are restricted in the timeline too."""
    if datum > vandaag:
        raise DomainError("De dag van het contact ligt in de toekomst.")
    if taak.strip() and taak_op is None:
        raise DomainError("Kies tegen welke dag de taak klaar moet zijn.")
    traject = Traject.objects.open().filter(client=client).select_for_update(of=("self",)).first()
    contact = Contactmoment.objects.create(
        eigenaar_id=client.eigenaar_id,
        client=client,
        traject=traject,
        soort=soort,
        datum=datum,
        tekst=tekst,
        zichtbaarheid=zichtbaarheid,
        door_id=door.user_id,
    )
    noteer(
        client,
        "contact",
        f"Contact: {Contactsoort(soort).label}",
        tekst=tekst,
        datum=datum,
        door=door,
        is_beperkt=zichtbaarheid == Zichtbaarheid.TEAM,
    )
    if traject is not None:
        if traject.laatste_contact_op is None or traject.laatste_contact_op < datum:
            traject.laatste_contact_op = datum
            traject.save(update_fields=["laatste_contact_op", "updated_at"])
        if taak.strip() and taak_op:
            plan_termijn(traject, TermijnSoort.TAAK, taak.strip(), taak_op)
        ververs_termijn(traject, vandaag=vandaag)
    return contact


@transaction.atomic
def termijn_verzetten(*, termijn: Termijn, naar: date, reden: str, door: Toegang, vandaag: date) -> Termijn:
    """Move a deadline, with a reason that stays visible."""
    if naar < vandaag:
        raise DomainError("Kies een dag vanaf vandaag.")
    if not reden.strip():
        raise DomainError("Schrijf waarom je de termijn verzet.")
    termijn = Termijn.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=termijn.pk)
    oud, termijn.vervalt_op, termijn.verzet_reden = termijn.vervalt_op, naar, reden.strip()
    termijn.save(update_fields=["vervalt_op", "verzet_reden"])
    if termijn.evaluatie_id:
        Evaluatie.objects.filter(pk=termijn.evaluatie_id).update(gepland_op=naar)
    noteer(
        termijn.traject.client,
        "wijziging",
        f"Termijn verzet: {termijn.omschrijving}",
        tekst=f"Van {oud:%d/%m/%Y} naar {naar:%d/%m/%Y}. {reden.strip()}",
        datum=vandaag,
        door=door,
    )
    ververs_termijn(termijn.traject, vandaag=vandaag)
    return termijn


def client_lezen(*, client: Client, pagina: str, door: Toegang, reden: str = "") -> None:
    """Who opened what about whom; never shown without this line."""
    Inzage.objects.create(
        eigenaar_id=client.eigenaar_id,
        client_id=client.pk,
        user_id=door.user_id,
        pagina=pagina,
        reden=reden,
        request_id=str(structlog.contextvars.get_contextvars().get("request_id", ""))[:64],
    )


@transaction.atomic
def insz_tonen(*, client: Client, reden: str, door: Toegang) -> str:
    """The full number, for a stated reason, with a line in the read log."""
    if not client.insz:
        raise DomainError("Er is geen INSZ bekend van deze cliënt.")
    if len(reden.strip()) < 5:
        raise DomainError("Schrijf kort waarom je het INSZ nodig hebt.")
    client_lezen(client=client, pagina="INSZ", door=door, reden=reden.strip())
    return client.insz
