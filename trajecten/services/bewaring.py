"""The end of a dossier: announced past its retention period, confirmed by the team lead, removed by the clock.

What stays is one coarse row per traject, without a link to anybody (AVG art. 5.1.e; domein.md 2.3).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pgtrigger
from django.db import connection, transaction

from regie.core import kluis
from regie.core.audit import record_event
from regie.core.dates import leeftijd
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from regie.core.rls import history_models
from trajecten.models import Client, Document, Dossierstatistiek, Overname, Traject, Wissing
from trajecten.selectors.bewaring import Boom, bewaring, dossierboom, geschiedenis, te_wissen

LEEFTIJDSKLASSEN = ((25, "15-24"), (55, "25-54"), (200, "55+"))


@transaction.atomic
def wissing_aankondigen(*, ids: Sequence[UUID], door: Toegang, vandaag: date) -> list[Wissing]:
    """These dossiers go after the waiting days. Refused for one that is not past its period (any more)."""
    stand = bewaring(vandaag)
    mag = {client.pk: client for client in stand.te_wissen}
    gekozen = [mag[pk] for pk in ids if pk in mag]
    if not gekozen or len(gekozen) != len(set(ids)):
        raise DomainError("Kies dossiers uit de lijst: alleen wat voorbij de bewaartermijn is, kan gewist worden.")
    op = vandaag + timedelta(days=stand.wachtdagen)
    rijen = [
        Wissing(
            eigenaar=client.eigenaar, client=client, aangekondigd_op=vandaag, uitvoeren_op=op, door_id=door.user_id
        )
        for client in gekozen
    ]
    Wissing.objects.bulk_create(rijen)
    for rij in rijen:
        record_event("dossier.wissing_aangekondigd", rij.client, door=door, uitvoeren_op=op.isoformat())
    return rijen


@transaction.atomic
def wissing_intrekken(*, wissing: Wissing, door: Toegang) -> None:
    """This dossier stays after all."""
    rij = Wissing.objects.select_for_update(of=("self",)).select_related("client").get(pk=wissing.pk)
    record_event("dossier.wissing_ingetrokken", rij.client, door=door)
    rij.delete()


@transaction.atomic
def wissingen_uitvoeren(*, vandaag: date) -> int:
    """What was announced and waited long enough goes; what came to life again stays. Gives how many went."""
    rijen = list(
        Wissing.objects.select_for_update(of=("self",)).select_related("client").filter(uitvoeren_op__lte=vandaag)
    )
    mag = set(te_wissen(bewaring(vandaag).grens).values_list("pk", flat=True))
    gewist = 0
    for rij in rijen:
        if rij.client_id in mag:
            _wis(rij, op=vandaag)
            gewist += 1
        else:
            rij.delete()
    return gewist


def _wis(wissing: Wissing, *, op: date) -> None:
    boom = dossierboom(wissing.client)
    trajecten = list(Traject.objects.filter(pk__in=boom[Traject]))
    Dossierstatistiek.objects.bulk_create(_statistiek(wissing.client, traject) for traject in trajecten)
    record_event("dossier.gewist", wissing.client, door=None, trajecten=len(trajecten))
    for document in boom.get(Document, []):
        kluis.wis(document)
    Overname.objects.filter(client_id__in=boom[Client]).update(client=None)
    sporen = [*geschiedenis(boom), *((m._meta.db_table, m._meta.pk.column, ids) for m, ids in boom.items())]
    sporen.sort(key=lambda spoor: spoor[0] == Wissing._meta.db_table)  # it is the proof: it goes last
    with pgtrigger.ignore(*_stil(boom)), connection.cursor() as cursor:
        for tabel, kolom, ids in sporen:
            waarden = [tabel, kolom, [str(pk) for pk in ids], wissing.client_id, op]
            cursor.execute("SELECT regie_wis(%s, %s, %s::text[], %s, %s)", waarden)


def _stil(boom: Boom) -> list[str]:
    """The triggers that would write down what goes, and those that keep history from going."""
    gevolgd = {event.pgh_tracked_model: event for event in history_models()}  # type: ignore[attr-defined]
    weg = [f"{model._meta.label}:delete_delete" for model in boom if model in gevolgd]
    return [*weg, *(f"{event._meta.label}:append_only" for event in gevolgd.values())]


def _statistiek(client: Client, traject: Traject) -> Dossierstatistiek:
    einde = traject.afgesloten_op or traject.aangemeld_op
    uitstroom = traject.uitstroomcode
    return Dossierstatistiek(
        eigenaar_id=traject.eigenaar_id,
        jaar_aanmelding=traject.aangemeld_op.year,
        jaar_afsluiting=einde.year,
        leeftijdsklasse=_leeftijdsklasse(client.geboortedatum, traject.aangemeld_op),
        geslacht=client.geslacht,
        inkomensstatuut=client.inkomensstatuut,
        diploma=client.diploma,
        instrument=traject.instrument_id or "",
        uitstroomgroep=uitstroom.groep if uitstroom else "",
        maanden=(einde.year - traject.aangemeld_op.year) * 12 + einde.month - traject.aangemeld_op.month,
        drempels=traject.drempels.count(),
    )


def _leeftijdsklasse(geboren: date | None, op: date) -> str:
    if geboren is None:
        return "onbekend"
    jaren = leeftijd(geboren, op)
    return next(label for tot, label in LEEFTIJDSKLASSEN if jaren < tot)
