"""A person becomes a client: registration, correction, drafts, and what to do with look-alikes."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from regie.accounts.models import User
from regie.core.crypto import blinde_index
from regie.core.exceptions import DomainError, Verouderd
from regie.core.models import Gemeente, Organisatie
from regie.core.names import veldlabel
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.tenancy import current_gebied_id
from trajecten.enums import TermijnSoort, TrajectStatus
from trajecten.models import (
    Client,
    ClientVingerafdruk,
    Contactvraag,
    Dossierteller,
    Drempel,
    DuplicaatBesluit,
    Ontwerp,
    Traject,
)
from trajecten.selectors.dubbels import vingerafdrukken
from trajecten.services.spoor import noteer, plan_termijn, schrijf_wijziging, ververs_termijn


class BestaatAl(DomainError):
    """The INSZ already has a dossier in this OCMW."""


@dataclass(frozen=True, slots=True)
class ClientGegevens:
    """Everything a registration knows about a person."""

    voornaam: str
    familienaam: str
    geboortedatum: date | None
    gemeente: Gemeente
    inkomensstatuut: str
    geslacht: str = ""
    postcode: str = ""
    insz: str = ""
    telefoon: str = ""
    email: str = ""
    taal: str = ""
    tolk_nodig: bool = False
    diploma: str = ""
    opmerking: str = ""

    def als_velden(self) -> dict[str, Any]:
        return {veld.name: getattr(self, veld.name) for veld in fields(self)}


@transaction.atomic
def client_registreren(
    *,
    gegevens: ClientGegevens,
    eigenaar: Organisatie,
    bron: str,
    aangemeld_op: date,
    begeleider: User | None,
    door: Toegang | None,
    vandaag: date,
    drempels: Sequence[str] = (),
    geinformeerd_op: date | None = None,
    geinformeerd_via: str = "",
) -> Traject:
    """Make the dossier and its first traject (AANGEMELD), with the task to plan an intake.

    Raises BestaatAl when the INSZ is known in this OCMW and DomainError on an aanmelding in the future.
    """
    if aangemeld_op > vandaag:
        raise DomainError("De datum van aanmelding ligt in de toekomst.")
    client = Client(
        eigenaar=eigenaar,
        dossiernummer=volgend_dossiernummer(eigenaar, aangemeld_op.year),
        geinformeerd_op=geinformeerd_op,
        geinformeerd_via=geinformeerd_via,
        **gegevens.als_velden(),
    )
    bewaar_client(client)
    noteer(client, "client", "Dossier aangemaakt", datum=vandaag, door=door)
    return traject_aanmelden(
        client=client,
        bron=bron,
        aangemeld_op=aangemeld_op,
        begeleider=begeleider,
        door=door,
        vandaag=vandaag,
        drempels=drempels,
    )


@transaction.atomic
def traject_aanmelden(
    *,
    client: Client,
    bron: str,
    aangemeld_op: date,
    begeleider: User | None,
    door: Toegang | None,
    vandaag: date,
    drempels: Sequence[str] = (),
) -> Traject:
    """A new traject for a known client; one active traject at a time."""
    if Traject.objects.open().filter(client=client).exists():
        raise DomainError("Deze cliënt heeft al een actief traject.")
    traject = Traject(
        eigenaar_id=client.eigenaar_id,
        client=client,
        begeleider=begeleider,
        bron=bron,
        aangemeld_op=aangemeld_op,
        status_sinds=aangemeld_op,
        sorteernaam=client.sorteernaam,
    )
    traject.full_clean()
    traject.save()
    Drempel.objects.bulk_create(
        [
            Drempel(eigenaar_id=client.eigenaar_id, traject=traject, code_id=code, geopend_op=aangemeld_op)
            for code in dict.fromkeys(drempels)
        ]
    )
    schrijf_wijziging(traject, "", TrajectStatus.AANGEMELD, geldig_op=aangemeld_op, door=door)
    noteer(
        client,
        "status",
        f"Aangemeld via {traject.get_bron_display()}",
        datum=aangemeld_op,
        door=door,
        is_mijlpaal=True,
    )
    dagen = int(waarde("intake_termijn", op=aangemeld_op))
    plan_termijn(traject, TermijnSoort.INTAKE, "Intake plannen", aangemeld_op + timedelta(days=dagen))
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def client_bijwerken(
    *, client: Client, velden: dict[str, object], versie: int | None, door: Toegang | None, vandaag: date
) -> Client:
    """Change fields of a person. With `versie` a save by somebody else in between raises Verouderd."""
    client = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    if versie is not None and versie != client.versie:
        raise Verouderd("een collega")
    gewijzigd = [naam for naam, nieuw in velden.items() if getattr(client, naam) != nieuw]
    if not gewijzigd:
        return client
    for naam in gewijzigd:
        setattr(client, naam, velden[naam])
    client.versie += 1
    bewaar_client(client)
    Traject.objects.filter(client=client).update(sorteernaam=client.sorteernaam)
    for traject in Traject.objects.open().filter(client=client).select_related("client"):
        ververs_termijn(traject, vandaag=vandaag)
    labels = ", ".join(veldlabel(Client, naam) for naam in gewijzigd)
    noteer(client, "wijziging", "Gegevens gewijzigd", tekst=f"Gewijzigd: {labels}.", datum=vandaag, door=door)
    return client


def bewaar_client(client: Client) -> None:
    """Save with the blind index and the fingerprints that follow from the data."""
    bewaar_vingerafdrukken(client)
    client.full_clean(exclude=["sorteernaam", "persoonssleutel"], validate_constraints=False)
    client.save()


def bewaar_vingerafdrukken(client: Client) -> None:
    """The blind index on the client, and the rows by which another OCMW can tell that the person is known here."""
    client.insz_index = blinde_index(client.insz, gebied_id=current_gebied_id()) if client.insz else ""
    bestaand = Client.objects.filter(eigenaar_id=client.eigenaar_id, insz_index=client.insz_index)
    if client.insz_index and bestaand.exclude(pk=client.pk).exists():
        raise BestaatAl(
            "Er is in jouw OCMW al een dossier met dit INSZ. Open dat dossier in plaats van een nieuw te maken."
        )
    ClientVingerafdruk.objects.filter(client_id=client.pk).delete()
    ClientVingerafdruk.objects.bulk_create(
        [
            ClientVingerafdruk(organisatie_id=client.eigenaar_id, client_id=client.pk, soort=soort, hash=hash_)
            for soort, hash_ in vingerafdrukken(
                gebied_id=current_gebied_id(),
                insz=client.insz,
                voornaam=client.voornaam,
                familienaam=client.familienaam,
                geboortedatum=client.geboortedatum,
            ).items()
        ]
    )


def volgend_dossiernummer(eigenaar: Organisatie, jaar: int) -> str:
    """BR-2026-0412: the OCMW's letters, the year of aanmelding and a number without gaps under concurrency."""
    Dossierteller.objects.bulk_create([Dossierteller(eigenaar=eigenaar, jaar=jaar)], ignore_conflicts=True)
    teller = Dossierteller.objects.select_for_update().get(eigenaar=eigenaar, jaar=jaar)
    teller.laatste += 1
    teller.save(update_fields=["laatste"])
    letters = (eigenaar.slug.removeprefix("ocmw-")[:2] or "do").upper()
    return f"{letters}-{jaar}-{teller.laatste:04d}"


@transaction.atomic
def duplicaat_afwijzen(*, client: Client, andere: Client, door: Toegang) -> None:
    """'Andere persoon': remember that these two are not the same."""
    DuplicaatBesluit.objects.get_or_create(
        client=client, andere=andere, defaults={"eigenaar_id": client.eigenaar_id, "door_id": door.user_id}
    )


@transaction.atomic
def contact_vragen(*, van: Organisatie, aan: Organisatie, client_bij_ontvanger: Any, door: Toegang) -> Contactvraag:
    """Ask another OCMW to get in touch about a person both may know. No name goes with it: they look it up."""
    vraag, _ = Contactvraag.objects.get_or_create(
        van=van,
        aan=aan,
        client_bij_ontvanger=client_bij_ontvanger,
        beantwoord_op=None,
        defaults={"door_id": door.user_id},
    )
    return vraag


@transaction.atomic
def contactvraag_beantwoorden(*, vraag_id: UUID, door: Toegang) -> Contactvraag:
    """The asked OCMW has been in touch; only its own people can say so."""
    try:
        vraag = Contactvraag.objects.select_for_update(of=("self",)).get(pk=vraag_id, aan_id__in=door.organisatie_ids)
    except Contactvraag.DoesNotExist:
        raise DomainError("Deze vraag is niet aan jouw OCMW gesteld.") from None
    vraag.beantwoord_op = vraag.beantwoord_op or timezone.now()
    vraag.save(update_fields=["beantwoord_op"])
    return vraag


def ontwerp_bewaren(
    *, ontwerp: Ontwerp | None, eigenaar: Organisatie, gegevens: dict[str, Any], door: Toegang, geopend_op: datetime
) -> Ontwerp:
    """Keep an unfinished registration, encrypted, for its maker."""
    if ontwerp is None:
        ontwerp = Ontwerp(eigenaar=eigenaar, door_id=door.user_id, geopend_op=geopend_op)
    ontwerp.eigenaar = eigenaar
    ontwerp.gegevens = gegevens
    ontwerp.save()
    return ontwerp


@transaction.atomic
def ontwerp_registreren(
    *,
    ontwerp: Ontwerp,
    gegevens: ClientGegevens,
    andere_ids: Sequence[str],
    door: Toegang,
    vandaag: date,
    **aanmelding: Any,
) -> Traject:
    """Turn a draft into a client, once: the draft is locked, and gone afterwards."""
    gegrendeld = (
        Ontwerp.objects.select_for_update(of=("self",)).select_related("eigenaar").filter(pk=ontwerp.pk).first()
    )
    if gegrendeld is None:
        raise DomainError("Deze registratie is al bewaard.")
    traject = client_registreren(
        gegevens=gegevens, eigenaar=gegrendeld.eigenaar, door=door, vandaag=vandaag, **aanmelding
    )
    for andere in Client.objects.filter(pk__in=list(andere_ids)).order_by("pk"):
        duplicaat_afwijzen(client=traject.client, andere=andere, door=door)
    gegrendeld.delete()
    return traject


def ontwerp_wissen(*, ontwerp_id: UUID, door: Toegang) -> None:
    Ontwerp.objects.filter(pk=ontwerp_id, door_id=door.user_id).delete()


def ontwerpen_opruimen(*, vandaag: date) -> int:
    """Remove drafts nobody finished in time (parameter ontwerp_bewaren)."""
    grens = timezone.now() - timedelta(days=int(waarde("ontwerp_bewaren", op=vandaag)))
    return Ontwerp.objects.filter(updated_at__lt=grens).delete()[0]
