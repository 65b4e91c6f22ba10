"""Do we know this person already? Four levels (ux.md 6): zeker, waarschijnlijk, mogelijk, and known elsewhere.

`Profiel` and `beoordeel` are pure, so that an import of thousands of rows can apply the same rules in memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from django.db.models import Q

from regie.core.crypto import blinde_index
from regie.core.models import Organisatie
from regie.core.names import gelijkenis, naam_sleutel, persoon_sleutel
from regie.core.tenancy import current_scope
from trajecten.models import Client, ClientVingerafdruk, DuplicaatBesluit

GELIJKEND_MET_DATUM = 0.45
GELIJKEND_ZONDER_DATUM = 0.6


class Niveau(IntEnum):
    MOGELIJK = 1
    WAARSCHIJNLIJK = 2
    ZEKER = 3


@dataclass(frozen=True, slots=True)
class Profiel:
    """What people are compared on."""

    insz_index: str
    persoonssleutel: str
    voornaam: str
    geboortedatum: date | None
    telefoon: str = ""
    email: str = ""

    @classmethod
    def van_client(cls, client: Client) -> "Profiel":
        return cls(
            client.insz_index,
            client.persoonssleutel,
            naam_sleutel(client.voornaam),
            client.geboortedatum,
            client.telefoon,
            client.email,
        )


@dataclass(frozen=True, slots=True)
class Dubbel:
    client: Client
    niveau: Niveau
    redenen: tuple[str, ...]


def beoordeel(nieuw: Profiel, bekend: Profiel) -> tuple[Niveau, tuple[str, ...]] | None:
    """How sure we are that two profiles are one person, and why in words; None when they are not."""
    if nieuw.insz_index and nieuw.insz_index == bekend.insz_index:
        return Niveau.ZEKER, ("zelfde INSZ",)
    if nieuw.insz_index and bekend.insz_index:
        return None  # two different national numbers are two people
    lijkt = gelijkenis(nieuw.persoonssleutel, bekend.persoonssleutel)
    zelfde_dag = nieuw.geboortedatum is not None and nieuw.geboortedatum == bekend.geboortedatum
    if zelfde_dag and lijkt >= GELIJKEND_MET_DATUM:
        return Niveau.WAARSCHIJNLIJK, ("zelfde geboortedatum", "naam lijkt erop")
    if nieuw.voornaam == bekend.voornaam and (contact := _zelfde_contact(nieuw, bekend)):
        return Niveau.WAARSCHIJNLIJK, (contact, "zelfde voornaam")
    if lijkt >= GELIJKEND_MET_DATUM and _dag_en_maand_gewisseld(nieuw.geboortedatum, bekend.geboortedatum):
        return Niveau.MOGELIJK, ("dag en maand van de geboortedatum omgewisseld", "naam lijkt erop")
    if lijkt >= GELIJKEND_ZONDER_DATUM and (nieuw.geboortedatum is None or bekend.geboortedatum is None):
        return Niveau.MOGELIJK, ("naam lijkt sterk", "geboortedatum ontbreekt")
    return None


def _zelfde_contact(een: Profiel, ander: Profiel) -> str:
    if een.telefoon and een.telefoon == ander.telefoon:
        return "zelfde telefoonnummer"
    return "zelfde e-mailadres" if een.email and een.email.lower() == ander.email.lower() else ""


def _dag_en_maand_gewisseld(een: date | None, ander: date | None) -> bool:
    if een is None or ander is None or een == ander:
        return False
    return (een.year, een.month, een.day) == (ander.year, ander.day, ander.month)


def maak_profiel(
    *, insz: str, voornaam: str, familienaam: str, geboortedatum: date | None, telefoon: str = "", email: str = ""
) -> Profiel:
    index = blinde_index(insz, gebied_id=current_scope().gebied.pk) if insz else ""
    sleutel = persoon_sleutel(familienaam, voornaam)
    return Profiel(index, sleutel, naam_sleutel(voornaam), geboortedatum, telefoon, email)


def zoek_dubbels(
    *,
    eigenaar_id: int,
    insz: str,
    voornaam: str,
    familienaam: str,
    geboortedatum: date | None,
    telefoon: str = "",
    email: str = "",
    behalve: UUID | None = None,
) -> list[Dubbel]:
    """Look-alikes in one OCMW, surest first. Pairs decided to be different people are left out."""
    profiel = maak_profiel(
        insz=insz,
        voornaam=voornaam,
        familienaam=familienaam,
        geboortedatum=geboortedatum,
        telefoon=telefoon,
        email=email,
    )
    kandidaten = Client.objects.filter(_kandidaat(profiel), eigenaar_id=eigenaar_id).exclude(pk=behalve)
    if behalve:
        kandidaten = kandidaten.exclude(pk__in=DuplicaatBesluit.objects.filter(client_id=behalve).values("andere_id"))
    return rangschik(profiel, kandidaten.order_by("pk")[:200])


def rangschik(profiel: Profiel, kandidaten: Iterable[Client]) -> list[Dubbel]:
    gevonden = []
    for client in kandidaten:
        if oordeel := beoordeel(profiel, Profiel.van_client(client)):
            gevonden.append(Dubbel(client, *oordeel))
    return sorted(gevonden, key=lambda d: (-d.niveau, d.client.sorteernaam))


def _kandidaat(profiel: Profiel) -> Q:
    """A broad net that an index can answer; `beoordeel` decides."""
    net = Q(persoonssleutel__trigram_similar=profiel.persoonssleutel) if profiel.persoonssleutel else Q(pk=None)
    if profiel.insz_index:
        net |= Q(insz_index=profiel.insz_index)
    if profiel.geboortedatum:
        net |= Q(geboortedatum=profiel.geboortedatum)
    if profiel.telefoon:
        net |= Q(telefoon=profiel.telefoon)
    if profiel.email:
        net |= Q(email__iexact=profiel.email)
    return net


def vingerafdrukken(
    *, gebied_id: int, insz: str, voornaam: str, familienaam: str, geboortedatum: date | None
) -> dict[str, str]:
    """{kind: keyed hash} by which another OCMW of the gebied can tell that this person is known somewhere."""
    afdrukken = {}
    if insz:
        afdrukken["insz"] = blinde_index(insz, gebied_id=gebied_id)
    if geboortedatum:
        sleutel = f"{persoon_sleutel(familienaam, voornaam)}|{geboortedatum:%Y%m%d}"
        afdrukken["naam"] = blinde_index(sleutel, gebied_id=gebied_id)
    return afdrukken


@dataclass(frozen=True, slots=True)
class BekendElders:
    organisatie: Organisatie
    client_id: UUID


def bekend_elders(
    *, eigenaar_id: int, insz: str, voornaam: str, familienaam: str, geboortedatum: date | None
) -> list[BekendElders]:
    """Other OCMW's of the gebied that may know this person. Says where, never what."""
    hashes = vingerafdrukken(
        gebied_id=current_scope().gebied.pk,
        insz=insz,
        voornaam=voornaam,
        familienaam=familienaam,
        geboortedatum=geboortedatum,
    ).values()
    afdrukken = (
        ClientVingerafdruk.objects.filter(hash__in=list(hashes))
        .exclude(organisatie_id=eigenaar_id)
        .select_related("organisatie")
        .order_by("organisatie__naam", "pk")
    )
    per_organisatie = {a.organisatie_id: BekendElders(a.organisatie, a.client_id) for a in afdrukken}
    return list(per_organisatie.values())
