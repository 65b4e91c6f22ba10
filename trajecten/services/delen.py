"""Consent: noting it, and withdrawing it, which ends the sharing at once."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from trajecten.enums_verhuis import ToestemmingSoort
from trajecten.models import Client, Link, Toestemming
from trajecten.selectors.delen import alles_over
from trajecten.services.contact import client_lezen
from trajecten.services.overdracht import overdracht_intrekken
from trajecten.services.spoor import noteer


@transaction.atomic
def toestemming_noteren(
    *,
    client: Client,
    soort: str,
    organisatie: Organisatie | None,
    met_wie: str,
    toelichting: str,
    grondslag: str,
    instemming: str,
    van: date,
    tot: date | None,
    door: Toegang,
    vandaag: date,
) -> Toestemming:
    if not organisatie and not met_wie.strip():
        raise DomainError("Zeg met wie je de gegevens deelt: kies een organisatie of schrijf een naam.")
    toestemming = Toestemming(
        eigenaar_id=client.eigenaar_id,
        client=client,
        soort=soort,
        organisatie=organisatie,
        met_wie=met_wie.strip() or str(organisatie),
        toelichting=toelichting,
        grondslag=grondslag,
        instemming=instemming,
        van=van,
        tot=tot,
        door_id=door.user_id,
    )
    toestemming.full_clean()
    toestemming.save()
    titel = f"Toestemming genoteerd: {toestemming.get_soort_display()}"
    noteer(client, "wijziging", titel, tekst=f"Met {toestemming.met_wie}.", datum=vandaag, door=door)
    return toestemming


@transaction.atomic
def toestemming_intrekken(*, toestemming: Toestemming, door: Toegang, vandaag: date) -> int:
    """The client changed their mind: links of that party stop now, an open transfer too. Returns how many links."""
    rij = Toestemming.objects.select_for_update(of=("self",)).select_related("client").get(pk=toestemming.pk)
    if rij.ingetrokken_op:
        raise DomainError("Deze toestemming is al ingetrokken.")
    rij.ingetrokken_op = vandaag
    rij.save(update_fields=["ingetrokken_op", "updated_at"])
    if rij.overdracht and rij.overdracht.is_open:
        overdracht_intrekken(overdracht=rij.overdracht, door=door, vandaag=vandaag)
    aantal = _stop_links(rij) if rij.soort != ToestemmingSoort.OVERDRACHT else 0
    titel = f"Toestemming ingetrokken: {rij.get_soort_display()}"
    noteer(rij.client, "wijziging", titel, tekst=f"Met {rij.met_wie}.", datum=vandaag, door=door, is_mijlpaal=True)
    record_event("toestemming.ingetrokken", rij, door=door)
    return aantal


def _stop_links(rij: Toestemming) -> int:
    partij = Q(ontvanger_naam__iexact=rij.met_wie) | Q(organisatie__naam__iexact=rij.met_wie)
    if rij.organisatie_id:
        partij |= Q(organisatie_id=rij.organisatie_id)
    links = Link.objects.filter(partij, client=rij.client, ingetrokken_op=None)
    return Link.objects.filter(pk__in=list(links.values_list("pk", flat=True))).update(ingetrokken_op=timezone.now())


@transaction.atomic
def avg_export(*, client: Client, reden: str, door: Toegang) -> bytes:
    """Everything about one person as a ZIP: to read (HTML) and to take along (JSON). Logged, with the reason."""
    if len(reden.strip()) < 5:
        raise DomainError("Schrijf kort waarom je alles uitvoert, bijvoorbeeld: vraag van de cliënt op 3 november.")
    client_lezen(client=client, pagina="AVG-uitvoer", door=door, reden=reden.strip())
    record_event("client.avg_uitvoer", client, door=door)
    alles = alles_over(client)
    leesbaar = render_to_string("trajecten/avg_export.html", {"alles": alles, "op": timezone.localdate()})
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as zipbestand:
        zipbestand.writestr("gegevens.json", json.dumps(alles, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1))
        zipbestand.writestr("leesbaar.html", leesbaar)
    return buffer.getvalue()
