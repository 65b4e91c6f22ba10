"""Writes a gebied with its members, mandates, OCMW's, partners and people; everything but the clients."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password
from django.utils.text import slugify

from partners.models import Contactpersoon
from regie.accounts.models import User
from regie.core.models import Lidmaatschap, Organisatie, Regiegebied
from regie.core.models.gebied import Gebiedslid, Mandaat
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from regie.portal.demo.identiteit import Nummers, adres
from regie.portal.demo.logins import LOGINS
from regie.portal.demo.namen import personeel
from regie.portal.demo.partners import PARTNERS, Partnerplan
from regie.portal.demo.plannen import Gebiedsplan, Gemeenteplan
from regie.portal.demo.toeval import Toeval


@dataclass
class Ocmw:
    """An OCMW with what the making of dossiers needs to know about it."""

    plan: Gemeenteplan
    organisatie: Organisatie
    begeleiders: list[User] = field(default_factory=list)


@dataclass
class Gebied:
    plan: Gebiedsplan
    gebied: Regiegebied
    ocmws: list[Ocmw]
    partners: dict[str, tuple[Partnerplan, Organisatie]]
    regieverband: Organisatie

    @property
    def ocmw_ids(self) -> list[int]:
        return [ocmw.organisatie.pk for ocmw in self.ocmws]


def gebied_maken(plan: Gebiedsplan, *, vandaag: date, nummers: Nummers, zaad: str) -> Gebied:
    """The gebied and all organisations in it, with contact persons; accounts come with `accounts_maken`."""
    gebied = Regiegebied.objects.create(
        naam=plan.naam,
        slug=plan.slug,
        rechtsvorm=plan.rechtsvorm,
        beherende_gemeente_id=plan.beheer,
        contact_email=plan.contact_email,
    )
    Gebiedslid.objects.bulk_create(
        [Gebiedslid(gebied=gebied, gemeente_id=lid.nis, van=lid.lid_van or plan.start) for lid in plan.leden]
    )
    Mandaat.objects.bulk_create(
        [
            Mandaat(gebied=gebied, regisseur=plan.regisseur, van=date(jaar, 1, 1), tot=date(jaar + 2, 12, 31))
            for jaar in range(plan.start.year, vandaag.year + 1, 3)
        ]
    )
    partners = {p.slug: (p, _partner(gebied, p, nummers)) for p in PARTNERS[plan.slug]}
    wereld = Gebied(
        plan, gebied, [_ocmw(gebied, lid, nummers) for lid in plan.leden], partners, _verband(gebied, plan)
    )
    with gebied_context(gebied, wereld.ocmw_ids):
        _contactpersonen(wereld, nummers, Toeval(f"{zaad}:{plan.slug}:contactpersonen"))
    return wereld


def _ocmw(gebied: Regiegebied, lid: Gemeenteplan, nummers: Nummers) -> Ocmw:
    naam = f"OCMW {lid.naam}"
    organisatie = Organisatie.objects.create(
        gebied=gebied,
        naam=naam,
        slug=slugify(naam),
        type=OrganisatieType.OCMW,
        kbo=nummers.kbo(),
        gemeente_id=lid.nis,
        email=f"socialedienst@{slugify(naam)}.example",
        telefoon=nummers.telefoon(),
    )
    return Ocmw(lid, organisatie)


def _verband(gebied: Regiegebied, plan: Gebiedsplan) -> Organisatie:
    return Organisatie.objects.create(
        gebied=gebied,
        naam=plan.regieverband,
        slug="regieverband",
        type=OrganisatieType.REGIEVERBAND,
        gemeente_id=plan.beheer,
        email=plan.contact_email,
    )


def _partner(gebied: Regiegebied, plan: Partnerplan, nummers: Nummers) -> Organisatie:
    return Organisatie.objects.create(
        gebied=gebied,
        naam=plan.naam,
        slug=plan.slug,
        type=plan.type,
        kbo=nummers.kbo(),
        gemeente_id=plan.nis,
        gebruikerscategorie=plan.categorie,
        email=f"info@{plan.slug}.example",
        telefoon=nummers.telefoon(),
    )


def _contactpersonen(wereld: Gebied, nummers: Nummers, toeval: Toeval) -> None:
    """One or two people per partner, a head of the social service per OCMW."""
    rijen = []
    bedrijven = [(organisatie, plan.slug) for plan, organisatie in wereld.partners.values()]
    besturen = [(ocmw.organisatie, ocmw.organisatie.slug) for ocmw in wereld.ocmws]
    namen = iter(personeel(toeval, 2 * (len(bedrijven) + len(besturen))))
    for organisatie, domein in bedrijven + besturen:
        functies = ["hoofd sociale dienst"] if organisatie.type == OrganisatieType.OCMW else ["contactpersoon art. 60"]
        functies += ["leidinggevende"] if toeval.kans(0.3) else []
        for functie in functies:
            naam = next(namen)
            volledig = f"{naam.voornaam} {naam.familienaam}"
            rijen.append(
                Contactpersoon(
                    id=toeval.uuid(),
                    organisatie=organisatie,
                    naam=volledig,
                    functie=functie,
                    email=adres(volledig, domein),
                    telefoon=nummers.telefoon(),
                )
            )
    Contactpersoon.objects.bulk_create(rijen)


def collegas_maken(wereld: Gebied, *, zaad: str) -> None:
    """Trajectbegeleiders of every OCMW. Colleagues beyond the fixed logins have no password: nobody uses those."""
    toeval = Toeval(f"{zaad}:{wereld.plan.slug}:personeel")
    nodig = sum(ocmw.plan.begeleiders for ocmw in wereld.ocmws)
    namen = iter(personeel(toeval, nodig))
    vast = {login.email for login in LOGINS}
    for ocmw in wereld.ocmws:
        ocmw.begeleiders = list(
            User.objects.filter(
                email__in=vast,
                lidmaatschappen__organisatie=ocmw.organisatie,
                lidmaatschappen__rol=Rol.TRAJECTBEGELEIDER,
            ).order_by("pk")
        )
        while len(ocmw.begeleiders) < ocmw.plan.begeleiders:
            naam = next(namen)
            user = User.objects.create(
                email=adres(f"{naam.voornaam} {naam.familienaam}", ocmw.organisatie.slug),
                first_name=naam.voornaam,
                last_name=naam.familienaam,
                password=make_password(None),
            )
            lid_maken(user, ocmw.organisatie, Rol.TRAJECTBEGELEIDER, van=ocmw.plan.lid_van or wereld.plan.start)
            ocmw.begeleiders.append(user)


def lid_maken(user: User, organisatie: Organisatie, rol: Rol, *, van: date) -> None:
    Lidmaatschap.objects.create(user=user, gebied=organisatie.gebied, organisatie=organisatie, rol=rol, van=van)
