"""How fresh the data of a partner are, and what became of the question to look them over."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from partners.enums import Partnerlinkdoel, Vraagstand
from partners.models import Contactpersoon, Gegevenscheck, Gegevensvraag, Partnerlink, Partnerwijziging
from regie.accounts.models import User
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.notatie import datum
from regie.core.parameters import waarde
from regie.core.tenancy import current_scope, gebied_context

# Kept by the platform, not by themselves: a wrong letter there reaches dossiers.
GEEN_NAZICHT = (OrganisatieType.OCMW, OrganisatieType.REGIEVERBAND)


@dataclass(frozen=True, slots=True)
class Nazicht:
    """One organisatie: when it was last looked over and by whom, and the question that is open."""

    check: Gegevenscheck | None
    is_verouderd: bool
    vraag: Gegevensvraag | None
    stand: Vraagstand | None
    herinneringen: list[date]
    opmerking: str
    geldt: bool  # does anybody look this organisatie over?
    nabellen: bool  # silent for so long that somebody should ring

    @property
    def tekst(self) -> str:
        return nazichttekst(self.check.bevestigd_op if self.check else None, is_verouderd=self.is_verouderd)


def nazichttekst(op: date | None, *, is_verouderd: bool) -> str:
    if op is None:
        return "nog nooit nagekeken"
    return f"niet nagekeken sinds {datum(op)}" if is_verouderd else f"nagekeken op {datum(op)}"


def grens(vandaag: date) -> date:
    """What was looked over before this day is stale."""
    return vandaag - timedelta(days=int(waarde("gegevens_geldig", op=vandaag)))


def organisaties_met_nazicht(vandaag: date) -> Any:  # a queryset; the checker only knows the fields of the model
    """Annotated with `laatst_nagekeken`, `is_verouderd` and `is_gevraagd`."""
    laatste = Gegevenscheck.objects.filter(organisatie=OuterRef("pk")).order_by("-bevestigd_op").values("bevestigd_op")
    verouderd = (Q(laatst_nagekeken=None) | Q(laatst_nagekeken__lt=grens(vandaag))) & Q(is_actief=True)
    organisaties = Organisatie.objects.van_gebied()
    return organisaties.annotate(
        laatst_nagekeken=Subquery(laatste[:1], output_field=DateField()),
        is_gevraagd=Exists(Gegevensvraag.objects.open().filter(organisatie=OuterRef("pk"))),
    ).annotate(
        is_verouderd=Case(
            When(verouderd & ~Q(type__in=GEEN_NAZICHT), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
    )


def nazicht(organisatie: Organisatie, *, vandaag: date) -> Nazicht:
    check = (
        Gegevenscheck.objects.filter(organisatie=organisatie)
        .select_related("door")
        .order_by("-bevestigd_op", "-created_at")
        .first()
    )
    vraag = Gegevensvraag.objects.filter(organisatie=organisatie).order_by("-gevraagd_op", "-created_at").first()
    geldt = organisatie.type not in GEEN_NAZICHT
    verouderd = geldt and (check is None or check.bevestigd_op < grens(vandaag))
    stand = vraagstand(vraag) if vraag else None
    stil = int(waarde("gegevens_stilte", op=vandaag))
    return Nazicht(
        check=check,
        is_verouderd=verouderd,
        vraag=vraag,
        stand=stand,
        herinneringen=[h.verstuurd_op for h in vraag.herinneringen.order_by("nummer")] if vraag else [],
        opmerking=check.opmerking if check else "",
        geldt=geldt,
        nabellen=bool(vraag and vraag.is_open and vraag.dagen_open(vandaag) >= stil),
    )


def vraagstand(vraag: Gegevensvraag) -> Vraagstand:
    if vraag.beantwoord_op:
        return Vraagstand.BEANTWOORD
    if vraag.gestopt_op:
        return Vraagstand.GESTOPT
    return Vraagstand.GEOPEND if vraag.pk in geopende_vragen([vraag]) else Vraagstand.STIL


def geopende_vragen(vragen: list[Gegevensvraag]) -> set[UUID]:
    """The questions whose link somebody opened.

    A link is inside the partner it is for. Here the scope is widened for one question: was it opened, yes or no.
    """
    with gebied_context(current_scope().gebied, lid_van={vraag.organisatie_id for vraag in vragen}):
        links = Partnerlink.objects.filter(
            doel=Partnerlinkdoel.GEGEVENS, object_id__in=[vraag.pk for vraag in vragen], geopend_op__isnull=False
        )
        return set(links.values_list("object_id", flat=True))


def open_gegevensvraag(vraag_id: UUID) -> Gegevensvraag | None:
    return Gegevensvraag.objects.open().filter(pk=vraag_id).select_related("organisatie__gemeente").first()


def ontvanger_van(organisatie: Organisatie) -> tuple[str, str]:
    """(name, address) of the first person who can be mailed, else the address of the organisatie itself."""
    met_adres = Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).exclude(email="")
    contact = met_adres.order_by("created_at", "naam").first()
    return (contact.naam, contact.email) if contact else ("", organisatie.email)


@dataclass(frozen=True, slots=True)
class Wijziging:
    wijziging: Partnerwijziging
    wie: str


def wijzigingen_van(organisatie: Organisatie, *, aantal: int = 8) -> list[Wijziging]:
    """What the partner changed itself, the latest first."""
    return _met_namen(Partnerwijziging.objects.filter(organisatie=organisatie), aantal)


def wijzigingen_aan(object_id: UUID, *, aantal: int = 5) -> list[Wijziging]:
    """The same about one place."""
    return _met_namen(Partnerwijziging.objects.filter(object_id=object_id), aantal)


def _met_namen(rijen: QuerySet[Partnerwijziging], aantal: int) -> list[Wijziging]:
    gekozen = rijen.select_related("door", "organisatie").order_by("-created_at")[:aantal]
    return [Wijziging(rij, _wie(rij.door)) for rij in gekozen]


def _wie(user: User | None) -> str:
    return user.naam if user else "iemand met een link"
