"""Who spoke with an employer, and what one must know before ringing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from partners.enums import Opvolgingsoort, WerkgeverStatus
from partners.models import Claim, Contactmoment, Contactnotitie, Opvolging, Overnamevraag, Werkgever
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.permissions import Recht, Toegang


@dataclass(frozen=True, slots=True)
class Contactregel:
    """One contact as a reader may see it: notes and names of colleagues only inside the own organisatie."""

    contact: Contactmoment
    eigen: bool
    notitie: str
    wie: str


@dataclass(frozen=True, slots=True)
class VoorJeBelt:
    """What stands above the card and above the form: everything that could make somebody not ring."""

    dagen: int
    contacten: list[Contactmoment]  # of other organisaties, within those days
    accounthouder: Organisatie | None  # another organisatie, to ring instead
    lead: Claim | None  # of anybody, running today
    lead_is_eigen: bool
    vragen: list[Overnamevraag]  # open, about this employer
    niet_benaderen: bool
    gevraagd: frozenset[str]  # what the own organisatie asked to take over and waits for

    @property
    def bel_eerst(self) -> Organisatie | None:
        """Whom to ring instead of the employer: the accounthouder, else who spoke with the employer last."""
        return self.accounthouder or (self.contacten[0].organisatie if self.contacten else None)

    @property
    def waarschuwt(self) -> bool:
        return bool(self.contacten or self.niet_benaderen or (self.lead and not self.lead_is_eigen))


def is_niet_te_benaderen(werkgever: Werkgever, vandaag: date) -> bool:
    """The end date counts by itself, also before the night has lifted the mark."""
    tot = werkgever.niet_benaderen_tot
    return werkgever.status == WerkgeverStatus.NIET_BENADEREN and (tot is None or tot >= vandaag)


def waarschuwingsdagen(op: date) -> int:
    return int(waarde("contact_waarschuwing", op=op))


def contacten_van_anderen(werkgever: Werkgever, *, eigen: Collection[int], op: date) -> list[Contactmoment]:
    """Contacts that other organisaties had with this employer in the days before `op`, newest first."""
    rijen = Contactmoment.objects.geldig().filter(werkgever=werkgever)
    rijen = rijen.tussen(op - timedelta(days=waarschuwingsdagen(op)), op).exclude(organisatie__in=list(eigen))
    return list(rijen.select_related("organisatie", "contactpersoon").order_by("-datum", "-created_at"))


def voor_je_belt(werkgever: Werkgever, *, eigen: Collection[int], vandaag: date) -> VoorJeBelt:
    lead = Claim.objects.actief_op(vandaag).filter(werkgever=werkgever).select_related("organisatie").first()
    houder = werkgever.accounthouder
    rijen = Overnamevraag.objects.open_op(vandaag).filter(werkgever=werkgever).select_related("van", "aan")
    vragen = list(rijen.order_by("created_at"))
    return VoorJeBelt(
        dagen=waarschuwingsdagen(vandaag),
        contacten=contacten_van_anderen(werkgever, eigen=eigen, op=vandaag),
        accounthouder=houder if houder and houder.pk not in eigen else None,
        lead=lead,
        lead_is_eigen=bool(lead and lead.organisatie_id in eigen),
        vragen=vragen,
        gevraagd=frozenset(vraag.soort for vraag in vragen if vraag.aan_id in eigen),
        niet_benaderen=is_niet_te_benaderen(werkgever, vandaag),
    )


def contactregels(contacten: Iterable[Contactmoment], *, eigen: Collection[int]) -> list[Contactregel]:
    """Two queries at most, whatever the number. The scope decides which notes come along."""
    rijen = list(contacten)
    notities = dict(
        Contactnotitie.objects.filter(contactmoment__in=[rij.pk for rij in rijen]).values_list(
            "contactmoment_id", "tekst"
        )
    )
    return [
        Contactregel(
            contact=rij,
            eigen=rij.organisatie_id in eigen,
            notitie=notities.get(rij.pk, ""),
            wie=(rij.door.get_full_name() or rij.door.email) if rij.organisatie_id in eigen else "",
        )
        for rij in rijen
    ]


def contactverleden(werkgever: Werkgever, *, eigen: Collection[int], hoogstens: int = 20) -> list[Contactregel]:
    """The timeline of the card, newest first."""
    rijen = Contactmoment.objects.geldig().filter(werkgever=werkgever)
    rijen = rijen.select_related("organisatie", "contactpersoon", "door")
    return contactregels(rijen.order_by("-datum", "-created_at")[:hoogstens], eigen=eigen)


def contacten_lijst() -> QuerySet[Contactmoment]:
    """The log of the gebied."""
    rijen = Contactmoment.objects.geldig().select_related("organisatie", "contactpersoon", "door", "werkgever")
    return rijen.order_by("-datum", "-created_at", "pk")


def leads_op(vandaag: date, werkgever_ids: Collection[object]) -> dict[object, Claim]:
    """Per employer of a list who has the lead: one query."""
    rijen = Claim.objects.actief_op(vandaag).filter(werkgever__in=list(werkgever_ids))
    return {claim.werkgever_id: claim for claim in rijen.select_related("organisatie")}


def eigen_organisaties(eigen: Collection[int]) -> QuerySet[Organisatie]:
    return Organisatie.objects.van_gebied().filter(pk__in=list(eigen)).order_by("naam")


def eigen_vervallen_opvolgingen(werkgever: Werkgever, *, eigen: Collection[int], vandaag: date) -> QuerySet[Opvolging]:
    """What was promised to this employer and is due: the contact that is noted now probably settles it."""
    rijen = Opvolging.objects.open().op_datum().filter(organisatie__in=list(eigen), object_id=werkgever.pk)
    rijen = rijen.filter(soort=Opvolgingsoort.CONTACT, sleutel__startswith="contact:")
    return rijen.filter(wanneer__lte=vandaag).order_by("wanneer", "pk")  # type: ignore[misc]  # annotated by op_datum


@dataclass(frozen=True, slots=True)
class Contactkaart:
    """What the employer card shows about contact."""

    voor: VoorJeBelt
    verleden: list[Contactregel]
    eigen_organisaties: list[Organisatie]
    mag_bewerken: bool
    mag_regio: bool
    vandaag: date


def contactkaart(werkgever: Werkgever, *, door: Toegang, vandaag: date) -> Contactkaart:
    return Contactkaart(
        voor=voor_je_belt(werkgever, eigen=door.lid_van, vandaag=vandaag),
        verleden=contactverleden(werkgever, eigen=door.lid_van),
        eigen_organisaties=list(eigen_organisaties(door.lid_van)),
        mag_bewerken=door.mag(Recht.WERKGEVER_BEWERKEN),
        mag_regio=door.mag(Recht.PARTNER_BEWERKEN),
        vandaag=vandaag,
    )
