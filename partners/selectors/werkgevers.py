"""Employers of the gebied, as lists and as one card."""

from dataclasses import dataclass
from datetime import date
from statistics import fmean

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db import connection
from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from partners.enums import Grootteklasse
from partners.models import Contactpersoon, Tevredenheid, Vestiging, Werkgever, WerkgeverDrempel, Werkplaats
from regie.core.models import Gemeente, Organisatie
from regie.core.nace import SECTOREN, nace_omschrijving, sector_van, toon_nace
from regie.core.names import naam_sleutel
from regie.core.notatie import meervoud
from regie.core.tenancy import current_scope
from regie.core.validators import toon_kbo, toon_telefoon

CIJFERS_VAN_EEN_NUMMER = 4  # fewer digits are part of a name
DUBBEL = 0.6
RECHTSVORMEN = frozenset({"bv", "nv", "vzw", "bvba", "cv", "cvba", "vof", "comm", "se", "ebvba", "ivzw"})
MAX_DUBBELS = 5
MAX_GEVONDEN = 20


@dataclass(frozen=True, slots=True)
class Tevredenheidsbeeld:
    """An average never without how many answers it rests on."""

    rijen: list[Tevredenheid]

    @property
    def aantal(self) -> int:
        return len(self.rijen)

    @property
    def gemiddelde(self) -> float | None:
        return fmean(rij.score for rij in self.rijen) if self.rijen else None


@dataclass(frozen=True, slots=True)
class WerkgeverKaart:
    """One employer as its card shows it."""

    werkgever: Werkgever
    kbo: str
    telefoon: str
    sector: str
    nace: str
    contactpersonen: list[Contactpersoon]
    vestigingen: list[Vestiging]
    drempels: list[WerkgeverDrempel]
    plaatsen: list[Werkplaats]
    tevredenheid: Tevredenheidsbeeld

    @property
    def aantal_plaatsen(self) -> int:
        return sum(plaats.aantal for plaats in self.plaatsen)


def werkgevers_lijst(*, vandaag: date) -> QuerySet[Werkgever]:
    """Every card but those that went up in another one, with its number of places open today."""
    plaatsen = Werkplaats.objects.open_op(vandaag).filter(gebruiker=OuterRef("organisatie"))
    aantal = plaatsen.order_by().values("gebruiker").annotate(n=Sum("aantal")).values("n")
    return (
        Werkgever.objects.filter(samengevoegd_met=None)
        .select_related("gemeente", "accounthouder")
        .annotate(
            aantal_plaatsen=Coalesce(Subquery(aantal), 0, output_field=IntegerField()), grootte=_volgorde_van_grootte()
        )
    )


def _volgorde_van_grootte() -> Case:
    stappen = [When(grootteklasse=klasse, then=Value(nummer)) for nummer, klasse in enumerate(Grootteklasse.values, 1)]
    return Case(*stappen, default=Value(0), output_field=IntegerField())


def zoek_werkgevers(werkgevers: QuerySet[Werkgever], tekst: str) -> QuerySet[Werkgever]:
    """By part of the name, spelled more or less right, or by KBO- or vestigingsnummer in any notation.

    Only when no name holds every word, names that look like it. `rang` tells how good: sort on it for the best first.
    """
    cijfers = "".join(teken for teken in tekst if teken.isdigit())
    letters = "".join(teken for teken in tekst if teken.isalpha()).casefold()
    if len(cijfers) >= CIJFERS_VAN_EEN_NUMMER and letters in {"", "be"}:
        ven = Vestiging.objects.filter(ven__contains=cijfers).values("werkgever")
        gevonden = werkgevers.filter(Q(kbo__contains=cijfers) | Q(pk__in=ven))
        return gevonden.annotate(rang=Value(0))
    sleutel = naam_sleutel(tekst)
    if not sleutel:
        return werkgevers.annotate(rang=Value(0))
    alle_woorden = Q()
    for woord in tekst.split():
        alle_woorden &= Q(sleutel__contains=naam_sleutel(woord))
    letterlijk = werkgevers.filter(alle_woorden)
    if letterlijk.exists():
        vooraan = Case(When(sleutel__startswith=sleutel, then=Value(0)), default=Value(1), output_field=IntegerField())
        return letterlijk.annotate(rang=vooraan)
    return _die_lijken(werkgevers, sleutel)


def _die_lijken(werkgevers: QuerySet[Werkgever], sleutel: str) -> QuerySet[Werkgever]:
    """Spelled more or less like it, the most alike first (through the index: see the migration namen_die_lijken)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM werkgevers_die_lijken(%s)", [sleutel])
        ids = [rij[0] for rij in cursor.fetchall()]
    plaats = [When(pk=pk, then=Value(nummer)) for nummer, pk in enumerate(ids)]
    return werkgevers.filter(pk__in=ids).annotate(
        rang=Case(*plaats, default=Value(len(ids)), output_field=IntegerField())
    )


def gelijkende_werkgevers(
    *, naam: str, gemeente: Gemeente | None, behalve: Werkgever | None = None
) -> list[Werkgever]:
    """Cards that may be this employer: a name that is much alike, in the same gemeente or in none that is known."""
    sleutel = naam_sleutel(" ".join(woord for woord in naam.split() if naam_sleutel(woord) not in RECHTSVORMEN))
    if not sleutel:
        return []
    rijen = Werkgever.objects.filter(samengevoegd_met=None).select_related("gemeente", "accounthouder")
    if gemeente is not None:
        rijen = rijen.filter(Q(gemeente=gemeente) | Q(gemeente=None))
    if behalve is not None:
        rijen = rijen.exclude(pk=behalve.pk)
    rijen = rijen.annotate(
        lijkt=TrigramSimilarity("sleutel", sleutel), in_naam=TrigramWordSimilarity(sleutel, "sleutel")
    )
    rijen = rijen.filter(Q(lijkt__gte=DUBBEL) | Q(in_naam__gte=0.9, lijkt__gte=0.4))
    return list(rijen.order_by(F("lijkt").desc(), "sleutel", "pk")[:MAX_DUBBELS])


def werkgever_kaart(werkgever: Werkgever, *, vandaag: date) -> WerkgeverKaart:
    return WerkgeverKaart(
        werkgever=werkgever,
        kbo=toon_kbo(werkgever.kbo),
        telefoon=toon_telefoon(werkgever.telefoon),
        sector=SECTOREN.get(sector_van(werkgever.nace), ""),
        nace=nace_in_woorden(werkgever),
        contactpersonen=list(contactpersonen_van(werkgever)),
        vestigingen=list(werkgever.vestigingen.select_related("gemeente").order_by("naam", "ven")),
        drempels=list(
            WerkgeverDrempel.objects.filter(werkgever=werkgever)
            .select_related("eigenaar")
            .order_by(F("opgelost_op").desc(nulls_first=True), "-gemeld_op", "pk")
        ),
        plaatsen=_plaatsen_van(werkgever, vandaag),
        tevredenheid=Tevredenheidsbeeld(
            list(
                Tevredenheid.objects.filter(werkgever=werkgever).select_related("organisatie").order_by("-datum", "pk")
            )
        ),
    )


def _plaatsen_van(werkgever: Werkgever, vandaag: date) -> list[Werkplaats]:
    if werkgever.organisatie_id is None:
        return []
    open_nu = Werkplaats.objects.open_op(vandaag).filter(gebruiker=werkgever.organisatie_id)
    return list(open_nu.select_related("ocmw").order_by("functie", "pk"))


def nace_in_woorden(werkgever: Werkgever) -> str:
    """81.210 (2025): Algemene reiniging van gebouwen."""
    if not werkgever.nace:
        return ""
    titel = nace_omschrijving(werkgever.nace, werkgever.nace_versie)
    return f"{toon_nace(werkgever.nace)} ({werkgever.nace_versie}): {titel}"


def mogelijk_dezelfde(werkgever: Werkgever, zoek: str) -> list[Werkgever]:
    """Cards to merge with: what is looked for, else what looks like this one."""
    if not zoek:
        return gelijkende_werkgevers(naam=werkgever.naam, gemeente=None, behalve=werkgever)
    rijen = Werkgever.objects.filter(samengevoegd_met=None).exclude(pk=werkgever.pk).select_related("gemeente")
    gevonden = zoek_werkgevers(rijen, zoek).order_by("rang", "sleutel", "pk")  # type: ignore[misc]  # annotated there
    return list(gevonden[:MAX_GEVONDEN])


def gevolgen_samenvoegen(blijft: Werkgever, verdwijnt: Werkgever) -> list[str]:
    return [
        f"Alles wat bij {verdwijnt.naam} staat, verhuist naar {blijft.naam}: mensen, vestigingen, contacten, vragen, "
        "drempels en wat organisaties voor zichzelf noteerden.",
        f"Wat {blijft.naam} al heeft, blijft zoals het is. Wat daar ontbreekt, komt van de andere kaart.",
        f"Heeft {blijft.naam} al een lead, dan stopt die van {verdwijnt.naam}. Wie ze had, ziet dat bij Opvolging.",
        f"{verdwijnt.naam} gaat naar het archief. Wie die kaart opent, komt op {blijft.naam}.",
        "Dit kun je niet ongedaan maken.",
    ]


def gevolgen_als_partner(werkgever: Werkgever) -> list[str]:
    """What happens when this card becomes a partner, in sentences."""
    bekend = Organisatie.objects.van_gebied().filter(kbo=werkgever.kbo, werkgever=None, is_actief=True)
    partner = bekend.order_by("pk").first() if werkgever.kbo else None
    zinnen = [
        f"Deze kaart hoort voortaan bij de partner {partner.naam}, die hetzelfde KBO-nummer heeft."
        if partner
        else "Er komt een partner bij met de naam, het KBO-nummer en de gegevens van deze kaart."
    ]
    if aantal := Contactpersoon.objects.filter(werkgever=werkgever).count():
        wie = meervoud(aantal, "contactpersoon verhuist", "contactpersonen verhuizen")
        zinnen.append(f"{wie} mee naar de partner.")
    zinnen.append("De partner kan plaatsen aanbieden, rapporten krijgen en accounts hebben.")
    return zinnen


def contactpersonen_van(werkgever: Werkgever) -> QuerySet[Contactpersoon]:
    """On the card itself, or on the partner the employer has become."""
    van = Q(werkgever=werkgever)
    if werkgever.organisatie_id:
        van |= Q(organisatie_id=werkgever.organisatie_id)
    return Contactpersoon.objects.filter(van).order_by("-is_actief", "naam")


def accounthouders() -> QuerySet[Organisatie]:
    """Who has the lead with at least one employer."""
    bezet = Werkgever.objects.exclude(accounthouder=None).order_by().values("accounthouder").distinct()
    return Organisatie.objects.van_gebied().filter(pk__in=bezet).order_by("naam")


def gemeenten_van_het_gebied(vandaag: date) -> QuerySet[Gemeente]:
    leden = current_scope().gebied.leden.geldig_op(vandaag)
    return Gemeente.objects.filter(pk__in=leden.values("gemeente")).order_by("sleutel")
