"""Somebody at a partner leaves: everything that is open for that person, over all apps, to a colleague in one step.

Each part is a service of its own app. What one cannot pass on is said in words; nothing is lost in silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from partners.selectors import Mens
from partners.services import vertrek as bij_partner
from partners.services.toegang import partneruitnodiging_intrekken
from rapportage.models import RapportAbonnement
from rapportage.selectors.van_partner import abonnementen_bij
from rapportage.services.van_partner import abonnementen_overdragen
from regie.accounts.services import eigen_rol_neerleggen, lidmaatschap_beeindigen
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.notatie import datum, meervoud
from regie.core.permissions import Rol, Toegang
from trajecten.services import vertrek as bij_ocmws


@dataclass(frozen=True, slots=True)
class Openstaand:
    """Everything that is open for one person."""

    abonnementen: list[RapportAbonnement]
    partner: bij_partner.BijPartner
    ocmws: bij_ocmws.BijOcmws

    def zinnen(self) -> list[str]:
        """What will be handed over, in words."""
        tellingen = (
            (len(self.abonnementen), "abonnement op een rapport", "abonnementen op een rapport"),
            (len(self.ocmws.evaluaties), "gevraagde evaluatie", "gevraagde evaluaties"),
            (len(self.ocmws.links), "link van een OCMW", "links van een OCMW"),
            (len(self.partner.gegevensvragen), "vraag om gegevens na te kijken", "vragen om gegevens na te kijken"),
            (len(self.partner.links), "vraag over een werkgever", "vragen over een werkgever"),
            (self.partner.opvolgingen, "opvolging", "opvolgingen"),
        )
        return [meervoud(aantal, een, meer) for aantal, een, meer in tellingen if aantal]

    def niet(self) -> list[str]:
        """What cannot be handed over, and what to do about it."""
        zinnen = []
        if self.ocmws.nazorg:
            vragen = meervoud(self.ocmws.nazorg, "nazorgvraag", "nazorgvragen")
            zinnen.append(f"{vragen} over iemand die bij jullie startte: het OCMW vraagt het opnieuw aan je collega.")
        if self.partner.scans:
            vragen = meervoud(self.partner.scans, "uitnodiging", "uitnodigingen")
            zinnen.append(f"{vragen} voor de scan: die vraagt een eigen mening. Nodig je collega zelf uit.")
        return zinnen


@dataclass(frozen=True, slots=True)
class Uitkomst:
    gedaan: list[str]
    niet: list[str]


def openstaand(*, organisatie: Organisatie, wie: Mens, vandaag: date) -> Openstaand:
    user_id = wie.lid.user_id if wie.lid else None
    abonnementen = abonnementen_bij(organisatie, vandaag=vandaag).filter(is_actief=True)
    if wie.contact is not None:
        van_wie = abonnementen.filter(contactpersoon=wie.contact)
        van_wie = van_wie | abonnementen.filter(user=user_id) if user_id else van_wie
    else:
        van_wie = abonnementen.filter(user=user_id)
    return Openstaand(
        abonnementen=list(van_wie.order_by("created_at")),
        partner=bij_partner.open_bij_partner(
            organisatie=organisatie, email=wie.email, user_id=user_id, vandaag=vandaag
        ),
        ocmws=bij_ocmws.open_bij_ocmws(organisatie=organisatie, email=wie.email, vandaag=vandaag),
    )


@transaction.atomic
def vertrek_overdragen(
    *, organisatie: Organisatie, wie: Mens, naar: Mens, tot: date, door: Toegang, vandaag: date, nu: datetime
) -> Uitkomst:
    """Hand over what is open, stop the contact person, and give the account its last day."""
    bij_partner.eis_overdragen(organisatie, door)
    if wie.sleutel == naar.sleutel:
        raise DomainError("Kies iemand anders om alles over te nemen.")
    if tot < vandaag:
        raise DomainError("Kies vandaag of een latere dag als laatste dag.")
    open_nu = openstaand(organisatie=organisatie, wie=wie, vandaag=vandaag)
    opvolger = bij_partner.Opvolger(naar.naam, naar.email, naar.lid.user_id if naar.lid else None)
    gedaan, niet = [], open_nu.niet()
    aantal = abonnementen_overdragen(
        abonnementen=open_nu.abonnementen,
        contactpersoon_id=naar.contact.pk if naar.contact else None,
        user_id=opvolger.user_id,
        door=door,
    )
    gedaan += _telling(aantal, "abonnement", "abonnementen")
    _bij_ocmws(organisatie, wie, opvolger, gedaan, niet, door, vandaag, nu)
    _bij_de_regio(organisatie, wie, open_nu.partner, opvolger, gedaan, niet, door, vandaag, nu)
    bij_partner.vertrek_noteren(organisatie=organisatie, contact=wie.contact, door=door, vandaag=vandaag)
    _toegang(organisatie, wie, tot, gedaan, niet, door, vandaag, nu)
    return Uitkomst(gedaan, niet)


def _bij_ocmws(
    organisatie: Organisatie,
    wie: Mens,
    naar: bij_partner.Opvolger,
    gedaan: list[str],
    niet: list[str],
    door: Toegang,
    vandaag: date,
    nu: datetime,
) -> None:
    uitkomst = bij_ocmws.overdragen_bij_ocmws(
        organisatie=organisatie,
        email=wie.email,
        naar_naam=naar.naam,
        naar_email=naar.email,
        door=door,
        vandaag=vandaag,
        nu=nu,
    )
    gedaan += _telling(uitkomst.evaluaties, "gevraagde evaluatie", "gevraagde evaluaties")
    gedaan += _telling(uitkomst.links, "link van een OCMW", "links van een OCMW")
    if uitkomst.mislukt:
        vragen = meervoud(uitkomst.mislukt, "vraag of link", "vragen of links")
        niet.append(f"{vragen} van een OCMW: de mail kon niet vertrekken. Vraag het OCMW om een nieuwe link.")


def _bij_de_regio(
    organisatie: Organisatie,
    wie: Mens,
    bij_regio: bij_partner.BijPartner,
    naar: bij_partner.Opvolger,
    gedaan: list[str],
    niet: list[str],
    door: Toegang,
    vandaag: date,
    nu: datetime,
) -> None:
    gelukt, mislukt = 0, 0
    diensten: Iterable = [
        *((bij_partner.gegevensvraag_doorgeven, {"vraag": vraag}) for vraag in bij_regio.gegevensvragen),
        *((bij_partner.partnerlink_doorgeven, {"link": link}) for link in bij_regio.links),
    ]
    for dienst, waarover in diensten:
        try:
            dienst(**waarover, naar=naar, door=door, vandaag=vandaag, nu=nu)
        except DomainError:
            mislukt += 1
        else:
            gelukt += 1
    gedaan += _telling(gelukt, "vraag van de regio", "vragen van de regio")
    if mislukt:
        vragen = meervoud(mislukt, "vraag", "vragen")
        niet.append(f"{vragen} van de regio: de mail kon niet vertrekken. Vraag de regio om een nieuwe link.")
    if wie.lid is not None and bij_regio.opvolgingen:
        aantal = bij_partner.opvolgingen_doorgeven(
            organisatie=organisatie, van_user_id=wie.lid.user_id, naar=naar, door=door
        )
        gedaan += _telling(aantal, "opvolging", "opvolgingen")


def _toegang(
    organisatie: Organisatie,
    wie: Mens,
    tot: date,
    gedaan: list[str],
    niet: list[str],
    door: Toegang,
    vandaag: date,
    nu: datetime,
) -> None:
    if wie.uitnodiging is not None:
        partneruitnodiging_intrekken(uitnodiging=wie.uitnodiging, door=door, nu=nu, vandaag=vandaag)
        gedaan.append("een open uitnodiging ingetrokken")
    if wie.lid is None:
        return
    dienst = eigen_rol_neerleggen if wie.lid.user_id == door.user_id else lidmaatschap_beeindigen
    dienst(lidmaatschap=wie.lid, tot=tot, door=door, vandaag=vandaag)
    gedaan.append(f"het account werkt tot en met {datum(tot)}")
    anderen = Lidmaatschap.objects.geldig_op(vandaag).filter(organisatie=organisatie, rol=Rol.PARTNERCONTACT)
    if not anderen.exclude(pk=wie.lid.pk).exclude(tot__lte=tot).exists():
        niet.append("Na die dag heeft niemand van jullie nog een account. Nodig eerst een collega uit.")


def _telling(aantal: int, een: str, meer: str) -> list[str]:
    return [meervoud(aantal, een, meer)] if aantal else []
