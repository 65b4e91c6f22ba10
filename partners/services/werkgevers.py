"""The shared card of an employer: its facts, and what makes it a partner. One card per KBO number in a gebied."""

from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.enums import NaceVersie, WerkgeverStatus
from partners.models import Contactpersoon, Werkgever
from partners.services.netwerk import OrganisatieGegevens, organisatie_toevoegen
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Gemeente, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.nace import normaliseer_nace, sector_van
from regie.core.names import naam_sleutel
from regie.core.permissions import Toegang

OPENBAAR_BESTUUR = "P"


@dataclass(frozen=True, slots=True)
class WerkgeverGegevens:
    naam: str
    kbo: str = ""
    gemeente: Gemeente | None = None
    nace: str = ""
    nace_versie: str = ""
    grootteklasse: str = ""
    paritair_comite: str = ""
    is_mvo: bool = False
    is_inclusief: bool = False
    status: str = WerkgeverStatus.PROSPECT
    accounthouder: Organisatie | None = None
    email: str = ""
    telefoon: str = ""
    website: str = ""


class KboBestaatAl(DomainError):
    """There is a card with this number; `werkgever` is that card."""

    def __init__(self, werkgever: Werkgever) -> None:
        archief = " Ze staat in het archief: haal ze daar terug." if werkgever.gearchiveerd_op else ""
        super().__init__(f"{werkgever.naam} heeft dit KBO-nummer al. Gebruik die kaart.{archief}")
        self.werkgever = werkgever


@transaction.atomic
def werkgever_toevoegen(*, gegevens: WerkgeverGegevens, door: Toegang) -> Werkgever:
    """A new card. A KBO number that is already there is refused with `KboBestaatAl`."""
    return _bewaar(Werkgever(), gegevens, "werkgever.toegevoegd", door)


@transaction.atomic
def werkgever_bijwerken(*, werkgever: Werkgever, gegevens: WerkgeverGegevens, door: Toegang) -> Werkgever:
    return _bewaar(vergrendel_werkgever(werkgever), gegevens, "werkgever.bijgewerkt", door)


@transaction.atomic
def werkgever_archiveren(*, werkgever: Werkgever, vandaag: date, door: Toegang) -> Werkgever:
    """Out of every list; what happened with this employer stays on the card."""
    werkgever = vergrendel_werkgever(werkgever)
    if werkgever.gearchiveerd_op is None:
        werkgever.gearchiveerd_op = vandaag
        werkgever.save(update_fields=["gearchiveerd_op"])
        record_event("werkgever.gearchiveerd", werkgever, door=door)
    return werkgever


@transaction.atomic
def werkgever_terughalen(*, werkgever: Werkgever, door: Toegang) -> Werkgever:
    werkgever = vergrendel_werkgever(werkgever)
    if werkgever.samengevoegd_met_id:
        raise DomainError("Deze kaart is samengevoegd met een andere. Werk verder op die kaart.")
    werkgever.gearchiveerd_op = None
    werkgever.save(update_fields=["gearchiveerd_op"])
    record_event("werkgever.teruggehaald", werkgever, door=door)
    return werkgever


@transaction.atomic
def als_partner(*, werkgever: Werkgever, door: Toegang) -> Organisatie:
    """The organisatie of an employer that offers places, gets reports or has accounts: found by KBO, or made.

    Its contact persons then hang on the organisatie. Who has the same e-mail address there, is there already: the
    double on the card is no longer active.
    """
    werkgever = vergrendel_werkgever(werkgever)
    if werkgever.organisatie is not None:
        return werkgever.organisatie
    if werkgever.gearchiveerd_op:
        raise DomainError("Deze werkgever staat in het archief. Haal de kaart eerst terug.")
    organisatie = _bekende_organisatie(werkgever) or _nieuwe_organisatie(werkgever, door)
    werkgever.organisatie = organisatie
    if werkgever.status in {WerkgeverStatus.PROSPECT, WerkgeverStatus.CONTACT}:
        werkgever.status = WerkgeverStatus.PARTNER
    werkgever.save(update_fields=["organisatie", "status"])
    verhuis_contactpersonen(werkgever, organisatie)
    record_event("werkgever.partner_geworden", werkgever, door=door, organisatie=organisatie.pk)
    return organisatie


def vergrendel_werkgever(werkgever: Werkgever) -> Werkgever:
    return Werkgever.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=werkgever.pk)


def _bewaar(werkgever: Werkgever, gegevens: WerkgeverGegevens, soort: str, door: Toegang) -> Werkgever:
    _controleer(werkgever, gegevens)
    nieuw = werkgever._state.adding
    gewijzigd = [
        veld.name for veld in fields(gegevens) if getattr(werkgever, veld.name) != getattr(gegevens, veld.name)
    ]
    for naam in gewijzigd:
        setattr(werkgever, naam, getattr(gegevens, naam))
    werkgever.sleutel = naam_sleutel(werkgever.naam)
    if werkgever.nace:
        werkgever.nace_versie = werkgever.nace_versie or NaceVersie.V2025
    else:
        werkgever.nace_versie = ""
    if nieuw or gewijzigd:
        _valideer(werkgever)
        werkgever.save()
        record_event(soort, werkgever, door=door, velden=[] if nieuw else gewijzigd)
    return werkgever


def _controleer(werkgever: Werkgever, gegevens: WerkgeverGegevens) -> None:
    if not naam_sleutel(gegevens.naam):
        raise DomainError("Geef de werkgever een naam.")
    naar_niet_benaderen = gegevens.status == WerkgeverStatus.NIET_BENADEREN != werkgever.status
    if naar_niet_benaderen:
        raise DomainError('Zet een werkgever op "niet benaderen" met de knop daarvoor: er hoort een reden bij.')
    dubbel = Werkgever.objects.filter(kbo=gegevens.kbo).exclude(pk=werkgever.pk).first() if gegevens.kbo else None
    if dubbel:
        raise KboBestaatAl(dubbel)


def _valideer(werkgever: Werkgever) -> None:
    try:
        if werkgever.nace:
            werkgever.nace = normaliseer_nace(werkgever.nace, werkgever.nace_versie)
        werkgever.full_clean()
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None


def _bekende_organisatie(werkgever: Werkgever) -> Organisatie | None:
    if not werkgever.kbo:
        return None
    gelijk = Organisatie.objects.van_gebied().filter(kbo=werkgever.kbo, werkgever=None, is_actief=True)
    return gelijk.order_by("pk").first()


def _nieuwe_organisatie(werkgever: Werkgever, door: Toegang) -> Organisatie:
    publiek = sector_van(werkgever.nace) == OPENBAAR_BESTUUR
    soort = OrganisatieType.WERKGEVER_PUBLIEK if publiek else OrganisatieType.WERKGEVER_PRIVAAT
    gegevens = OrganisatieGegevens(
        naam=werkgever.naam,
        type=soort,
        kbo=werkgever.kbo,
        gemeente=werkgever.gemeente,
        email=werkgever.email,
        telefoon=werkgever.telefoon,
    )
    return organisatie_toevoegen(gegevens=gegevens, door=door)


def verhuis_contactpersonen(werkgever: Werkgever, organisatie: Organisatie) -> None:
    bekend = {email.lower() for email in organisatie.contactpersonen.exclude(email="").values_list("email", flat=True)}
    for contact in Contactpersoon.objects.filter(werkgever=werkgever):
        if contact.email.lower() in bekend:
            contact.is_actief = False
        else:
            contact.werkgever, contact.organisatie = None, organisatie
        contact.save(update_fields=["werkgever", "organisatie", "is_actief"])
