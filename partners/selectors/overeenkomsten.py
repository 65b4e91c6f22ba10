"""Agreements of the gebied: what each one's state is, who has which, and what ends when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from partners.enums import Overeenkomstsoort, Overeenkomststatus
from partners.models import Evaluatieoverleg, Overeenkomst, Overeenkomstdoel, Overeenkomstpartij, Tarief
from partners.selectors.tarieven import geldend_tarief
from regie.accounts.models import User
from regie.core.dates import plus_maanden
from regie.core.models import Gebeurtenis, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.parameters import waarde

S = Overeenkomststatus
KLEUREN = {
    S.CONCEPT: "neutraal",
    S.TER_ONDERTEKENING: "letop",
    S.START_LATER: "info",
    S.LOPEND: "succes",
    S.LOOPT_AF: "letop",
    S.OPGEZEGD: "gevaar",
    S.VERLOPEN: "gevaar",
}
# What says most about an organisatie comes first.
RANG = [S.LOPEND, S.LOOPT_AF, S.OPGEZEGD, S.TER_ONDERTEKENING, S.START_LATER, S.VERLOPEN, S.CONCEPT]
GEBEURTENISSEN = {
    "overeenkomst.toegevoegd": "Concept gemaakt",
    "overeenkomst.vernieuwd": "Concept gemaakt als vernieuwing van de vorige versie",
    "overeenkomst.bijgewerkt": "Gegevens gewijzigd",
    "overeenkomst.verstuurd": "Ter ondertekening, zichtbaar voor het gebied",
    "overeenkomst.teruggetrokken": "Terug naar concept",
    "overeenkomst.opgezegd": "Opgezegd",
    "overeenkomst.opzeg_ingetrokken": "Opzeg ingetrokken",
    "overeenkomst.opvolger_gemaakt": "Nieuwe versie gemaakt",
    "overeenkomst.partij": "Partij of handtekening gewijzigd",
    "overeenkomst.doel": "Doel gewijzigd",
    "overeenkomst.evaluatie": "Evaluatie gewijzigd",
}


@dataclass(frozen=True, slots=True)
class Regel:
    """One agreement with what follows from its dates and signatures."""

    overeenkomst: Overeenkomst
    status: Overeenkomststatus
    partijen: list[Overeenkomstpartij]
    vandaag: date

    @property
    def kleur(self) -> str:
        return KLEUREN[self.status]

    @property
    def einde(self) -> date | None:
        return self.overeenkomst.opgezegd_tegen or self.overeenkomst.tot

    @property
    def ontbreekt(self) -> list[str]:
        return [partij.organisatie.naam for partij in self.partijen if partij.getekend_op is None]

    @property
    def in_voege(self) -> bool:
        """Signed by all, begun and not over: also while its notice runs."""
        o = self.overeenkomst
        if not o.gedeeld or len(self.partijen) < 2 or self.ontbreekt:
            return False
        return o.van <= self.vandaag and (self.einde is None or self.vandaag <= self.einde)

    @property
    def opzeggen_voor(self) -> date | None:
        """The last day to give notice so that it is over on its last day."""
        o = self.overeenkomst
        return plus_maanden(o.tot, -o.opzegtermijn) if o.tot and o.opzegtermijn else None

    @property
    def opvolger(self) -> Overeenkomst | None:
        return next(iter(self.overeenkomst.opvolgers.all()), None)

    @property
    def anderen(self) -> list[Overeenkomstpartij]:
        return [partij for partij in self.partijen if partij.organisatie_id != self.overeenkomst.eigenaar_id]


def status_van(
    overeenkomst: Overeenkomst, partijen: Sequence[Overeenkomstpartij], *, vandaag: date, afloop: int
) -> Overeenkomststatus:
    """`afloop`: from how many days before its end an agreement is about to end."""
    o = overeenkomst
    if not o.gedeeld:
        return S.CONCEPT
    if o.opgezegd_op:
        return S.OPGEZEGD
    if o.tot and o.tot < vandaag:
        return S.VERLOPEN
    if len(partijen) < 2 or any(partij.getekend_op is None for partij in partijen):
        return S.TER_ONDERTEKENING
    if o.van > vandaag:
        return S.START_LATER
    return S.LOOPT_AF if o.tot and (o.tot - vandaag).days <= afloop else S.LOPEND


def regel_van(overeenkomst: Overeenkomst, *, vandaag: date) -> Regel:
    partijen = list(overeenkomst.partijen.all())
    afloop = int(waarde("overeenkomst_afloop", op=vandaag))
    return Regel(overeenkomst, status_van(overeenkomst, partijen, vandaag=vandaag, afloop=afloop), partijen, vandaag)


def overeenkomsten(*, vandaag: date) -> list[Regel]:
    """Every agreement the reader may see, what ends first on top, what has no end below."""
    rijen = Overeenkomst.objects.compleet().order_by("titel", "pk")
    regels = [regel_van(rij, vandaag=vandaag) for rij in rijen]
    return sorted(regels, key=lambda regel: (regel.einde or date.max, regel.overeenkomst.titel))


def gefilterd(
    regels: Iterable[Regel], *, q: str = "", soort: str = "", status: str = "", partij: Organisatie | None = None
) -> list[Regel]:
    """Without a status what is over stays away, so that the list is about today."""
    zoek = q.strip().lower()
    return [
        regel
        for regel in regels
        if (not soort or regel.overeenkomst.soort == soort)
        and _past_status(regel, status)
        and (partij is None or any(p.organisatie_id == partij.pk for p in regel.partijen))
        and (not zoek or zoek in _zoektekst(regel))
    ]


def _past_status(regel: Regel, status: str) -> bool:
    if status == "alle":
        return True
    if status:
        return regel.status == status
    over = regel.einde is not None and regel.einde < regel.vandaag
    return not (over and regel.opvolger is not None) and not (over and regel.status == S.OPGEZEGD)


def _zoektekst(regel: Regel) -> str:
    return " ".join([regel.overeenkomst.titel, *(partij.organisatie.naam for partij in regel.partijen)]).lower()


def overeenkomsten_van(organisatie: Organisatie, *, vandaag: date) -> list[Regel]:
    """What one organisatie is a party to, the most telling first."""
    rijen = Overeenkomst.objects.compleet().filter(partijen__organisatie=organisatie).order_by("pk")
    regels = [regel_van(rij, vandaag=vandaag) for rij in rijen]
    return sorted(regels, key=lambda regel: (RANG.index(regel.status), regel.overeenkomst.titel))


@dataclass(frozen=True, slots=True)
class Stand:
    """What one organisatie has of one kind of agreement: the one that says most, or nothing."""

    organisatie: Organisatie
    regel: Regel | None

    @property
    def in_orde(self) -> bool:
        return self.regel is not None and self.regel.in_voege


@dataclass(frozen=True, slots=True)
class Overzicht:
    vdab: list[Stand]
    gebruikers: list[Stand]
    eindes: list[Regel]

    @property
    def zonder_vdab(self) -> int:
        return sum(not stand.in_orde for stand in self.vdab)

    @property
    def zonder_raam(self) -> int:
        return sum(not stand.in_orde for stand in self.gebruikers)


def overzicht(regels: Sequence[Regel], *, vandaag: date, binnen: timedelta = timedelta(days=365)) -> Overzicht:
    """Who has an agreement with VDAB, which gebruikers have a raamovereenkomst, and what ends within a year."""
    organisaties = list(Organisatie.objects.van_gebied().filter(is_actief=True).select_related("gemeente"))
    organisaties.sort(key=lambda organisatie: organisatie.naam)
    besturen = [o for o in organisaties if o.type in {OrganisatieType.OCMW, OrganisatieType.GEMEENTE}]
    gebruikers = [o for o in organisaties if o.gebruikerscategorie and o.gebruikerscategorie != "EIGEN_DIENST"]
    eindes = [r for r in regels if r.einde and vandaag <= r.einde <= vandaag + binnen and r.overeenkomst.gedeeld]
    return Overzicht(
        vdab=_standen(besturen, regels, Overeenkomstsoort.VDAB_SAMENWERKING),
        gebruikers=_standen(gebruikers, regels, Overeenkomstsoort.RAAM_GEBRUIKER),
        eindes=eindes,
    )


def _standen(organisaties: list[Organisatie], regels: Sequence[Regel], soort: str) -> list[Stand]:
    beste: dict[int, Regel] = {}
    van_soort = [r for r in regels if r.overeenkomst.soort == soort and r.status != S.CONCEPT]
    for regel in sorted(van_soort, key=lambda r: (not r.in_voege, RANG.index(r.status)), reverse=True):
        for partij in regel.partijen:
            beste[partij.organisatie_id] = regel
    return [Stand(organisatie, beste.get(organisatie.pk)) for organisatie in organisaties]


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """One line of the history."""

    moment: Any
    titel: str
    wie: str


@dataclass(frozen=True, slots=True)
class Blad:
    """One agreement as its page shows it."""

    regel: Regel
    doelen: list[Overeenkomstdoel]
    evaluaties: list[Evaluatieoverleg]
    tarief: Tarief | None
    geschiedenis: list[Gebeurd]


def overeenkomst_blad(overeenkomst: Overeenkomst, *, vandaag: date) -> Blad:
    return Blad(
        regel=regel_van(overeenkomst, vandaag=vandaag),
        doelen=list(overeenkomst.doelen.all()),
        evaluaties=list(overeenkomst.evaluaties.all()),
        tarief=_tarief(overeenkomst, vandaag),
        geschiedenis=_geschiedenis(overeenkomst),
    )


def _tarief(overeenkomst: Overeenkomst, vandaag: date) -> Tarief | None:
    """The tariff of today for the gebruiker in the agreement, at the level it names."""
    if not overeenkomst.functieniveau:
        return None
    categorieen = [p.organisatie.gebruikerscategorie for p in overeenkomst.partijen.all()]
    categorie = next((c for c in categorieen if c), "")
    return geldend_tarief(
        categorie=categorie,
        functieniveau=overeenkomst.functieniveau,
        organisatie_id=overeenkomst.eigenaar_id,
        op=vandaag,
    )


def _geschiedenis(overeenkomst: Overeenkomst) -> list[Gebeurd]:
    rijen = list(
        Gebeurtenis.objects.filter(
            object_type="partners.overeenkomst", object_id=str(overeenkomst.pk), soort__in=GEBEURTENISSEN
        ).order_by("-created_at", "-pk")[:30]
    )
    namen = {user.pk: user.get_full_name() for user in User.objects.filter(pk__in={rij.user_id for rij in rijen})}
    return [Gebeurd(rij.created_at, GEBEURTENISSEN[rij.soort], namen.get(rij.user_id or 0, "")) for rij in rijen]


def gevolgen_van_opzeg(overeenkomst: Overeenkomst) -> list[str]:
    """What giving notice means, in sentences."""
    zinnen = ["De overeenkomst loopt nog tot en met de laatste dag die je kiest. Daarna telt ze niet meer als lopend."]
    if overeenkomst.opzegtermijn:
        zinnen.append(f"De afgesproken opzegtermijn is {overeenkomst.opzegtermijn} maanden.")
    else:
        zinnen.append("Er is geen opzegtermijn afgesproken.")
    if overeenkomst.soort == Overeenkomstsoort.RAAM_GEBRUIKER:
        zinnen.append(
            "Nieuwe plaatsingen bij deze gebruiker hebben na die dag een nieuwe raamovereenkomst nodig. Wie er al "
            "werkt, wordt hier niet verplaatst: kijk hun plaatsingen na."
        )
    if overeenkomst.soort == Overeenkomstsoort.VDAB_SAMENWERKING:
        zinnen.append("De afspraken over toegang tot dossiers en doorverwijzing met VDAB stoppen op die dag.")
    zinnen.append("De herinneringen aan het einde en aan ontbrekende handtekeningen verdwijnen uit de opvolging.")
    zinnen.append("De partijen krijgen geen bericht van Regiekompas: verwittig hen zelf.")
    return zinnen
