"""Partners that looked their data over, that did so too long ago, that were asked and that never were."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from partners.enums import Checkweg, Partnerlinkdoel, Wijzigonderwerp
from partners.models import (
    Contactpersoon,
    Gegevenscheck,
    Gegevensherinnering,
    Gegevensvraag,
    Partnerlink,
    Partnerwijziging,
    Werkplaats,
)
from regie.accounts.models import User
from regie.core.dates import naar_werkdag
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol
from regie.core.tenancy import current_scope, gebied_context
from regie.portal.demo.oogst import tijdstip
from regie.portal.demo.toeval import Toeval

# Days since somebody looked, how, and since when the question to look again is open; per partner, in turn.
VERSE = ((40, Checkweg.LINK), (120, Checkweg.ACCOUNT), (210, Checkweg.REGIO), (300, Checkweg.LINK))
OUDE = ((402, 16), (455, 70), (390, 0))
OPMERKING = "Sinds de zomer is er een tweede vestiging. Zet die er ook bij, graag."


def partnerzicht_maken(partners: Sequence[Organisatie], *, vandaag: date, toeval: Toeval) -> None:
    """`partners` in a fixed order. The one with a login of the demo is stale and was asked."""
    leden = Lidmaatschap.objects.filter(organisatie__in=partners, rol=Rol.PARTNERCONTACT).select_related("user")
    accounts = {lid.organisatie_id: lid.user for lid in leden}
    for nummer, organisatie in enumerate(partners):
        user = accounts.get(organisatie.pk)
        if user is not None:
            _met_account(organisatie, user, vandaag, toeval)
        elif nummer % 8 == 7:
            continue  # never looked over
        elif nummer % 4 == 3:
            dagen, gevraagd = OUDE[nummer // 4 % len(OUDE)]
            _check(organisatie, vandaag - timedelta(days=dagen), Checkweg.LINK, toeval)
            if gevraagd:
                _vraag(organisatie, gevraagd, vandaag, toeval)
        else:
            dagen, weg = VERSE[nummer % len(VERSE)]
            _check(organisatie, vandaag - timedelta(days=dagen), weg, toeval, OPMERKING if nummer == 1 else "")


def _met_account(organisatie: Organisatie, user: User, vandaag: date, toeval: Toeval) -> None:
    """A contact person who has an account, what that person changed, and a question that waits."""
    Contactpersoon.objects.create(
        id=toeval.uuid(),
        organisatie=organisatie,
        naam=user.naam,
        functie="coördinator tewerkstelling",
        email=user.email,
        telefoon="+32470000042",
    )
    Organisatie.objects.filter(pk=organisatie.pk).update(website=f"https://www.{organisatie.slug}.example")
    _check(organisatie, vandaag - timedelta(days=402), Checkweg.ACCOUNT, toeval)
    _vraag(organisatie, 16, vandaag, toeval, geopend=True)
    werkplaats = Werkplaats.objects.filter(gebruiker=organisatie).order_by("functie", "pk").first()
    zinnen: list[tuple[int, Wijzigonderwerp, str, UUID | None]] = [
        (200, Wijzigonderwerp.ORGANISATIE, "Gewijzigd: telefoon en website.", None)
    ]
    if werkplaats is not None:
        functie = werkplaats.functie.capitalize()
        zin = f"{functie}: gewijzigd: aantal plaatsen (nu {werkplaats.aantal})."
        zinnen.append((34, Wijzigonderwerp.PLAATS, zin, werkplaats.pk))
    for dagen, onderwerp, zin, object_id in zinnen:
        Partnerwijziging.objects.create(
            id=toeval.uuid(),
            organisatie=organisatie,
            onderwerp=onderwerp,
            object_id=object_id,
            omschrijving=zin,
            langs=Checkweg.ACCOUNT,
            door=user,
            op=naar_werkdag(vandaag - timedelta(days=dagen)),
        )


def _check(organisatie: Organisatie, op: date, langs: Checkweg, toeval: Toeval, opmerking: str = "") -> None:
    op = naar_werkdag(op)
    Gegevenscheck.objects.create(
        id=toeval.uuid(),
        organisatie=organisatie,
        bevestigd_op=op,
        langs=langs,
        is_gewijzigd=toeval.kans(0.3),
        opmerking=opmerking,
    )
    Contactpersoon.objects.filter(organisatie=organisatie).update(bevestigd_op=op)


def _vraag(organisatie: Organisatie, dagen: int, vandaag: date, toeval: Toeval, *, geopend: bool = False) -> None:
    """Asked by the clock, with the reminders that left since."""
    contact = Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).order_by("naam").first()
    if contact is None:
        return
    op = naar_werkdag(vandaag - timedelta(days=dagen))
    vraag = Gegevensvraag.objects.create(
        id=toeval.uuid(),
        organisatie=organisatie,
        ontvanger_naam=contact.naam,
        ontvanger_email=contact.email,
        gevraagd_op=min(op, vandaag),
    )
    for nummer, na in ((1, 14), (2, 35)):
        dag = naar_werkdag(vraag.gevraagd_op + timedelta(days=na))
        if dag <= vandaag:
            Gegevensherinnering.objects.create(id=toeval.uuid(), vraag=vraag, nummer=nummer, verstuurd_op=dag)
    with gebied_context(current_scope().gebied, lid_van=[organisatie.pk]):
        Partnerlink.objects.create(
            id=toeval.uuid(),
            eigenaar=organisatie,
            doel=Partnerlinkdoel.GEGEVENS,
            object_id=vraag.pk,
            ontvanger_naam=contact.naam,
            ontvanger_email=contact.email,
            geheim_hash=sha256(f"{organisatie.pk}:{vraag.pk}".encode()).hexdigest(),
            geldig_tot=vraag.gevraagd_op + timedelta(days=60),
            geopend_op=tijdstip(vandaag - timedelta(days=2)) if geopend else None,
        )
