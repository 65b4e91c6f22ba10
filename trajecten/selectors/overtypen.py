"""A dossier in the order of another system, and what changed since it was last typed over there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from regie.core.crypto import blinde_index
from regie.core.notatie import datum, getal
from regie.core.tenancy import current_gebied_id
from trajecten.enums import StapStatus
from trajecten.models import Client, Overtypmoment, Plaatsing, Stap, Traject
from trajecten.regels.documenten import Overtypsysteem
from trajecten.regels.overtypen import VERBORGEN, Overtypveld, velden
from trajecten.selectors.client import huidig_traject

OPEN = (StapStatus.GEPLAND, StapStatus.LOPEND)


@dataclass(frozen=True, slots=True)
class Overtypregel:
    veld: str
    label: str
    waarde: str
    vorige: str | None  # what it said when it was typed over; None: unchanged, or never typed over
    is_verborgen: bool = False

    @property
    def is_gewijzigd(self) -> bool:
        return self.vorige is not None


@dataclass(frozen=True, slots=True)
class Overtypblad:
    groepen: list[tuple[str, list[Overtypregel]]]
    laatste: Overtypmoment | None
    afdruk: str

    @property
    def aantal_gewijzigd(self) -> int:
        return sum(regel.is_gewijzigd for _, regels in self.groepen for regel in regels)

    @property
    def is_bij(self) -> bool:
        return self.laatste is not None and self.laatste.afdruk == self.afdruk


@dataclass(frozen=True, slots=True)
class Achterstand:
    """One dossier that another system does not know as it is."""

    client: Client
    traject: Traject
    systeem: Overtypsysteem
    laatste: date | None
    door: str
    velden: tuple[str, ...]


def waarden(client: Client, traject: Traject | None, stap: Stap | None, plaatsing: Plaatsing | None) -> dict[str, str]:
    """Every field as the person types it. Of the INSZ only its keyed hash: enough to see that it changed."""
    return {
        "familienaam": client.familienaam,
        "voornaam": client.voornaam,
        VERBORGEN: client.insz_index,
        "geboortedatum": _dag(client.geboortedatum),
        "geslacht": client.get_geslacht_display() if client.geslacht else "",
        "postcode": client.postcode,
        "gemeente": str(client.gemeente),
        "telefoon": client.telefoon,
        "email": client.email,
        "taal": client.taal,
        "diploma": client.get_diploma_display() if client.diploma else "",
        "inkomensstatuut": client.get_inkomensstatuut_display(),
        **_van_traject(traject),
        **_van_stap(stap),
        **_van_plaatsing(plaatsing),
    }


def _van_traject(traject: Traject | None) -> dict[str, str]:
    if traject is None:
        return dict.fromkeys(("jobdoelwit", "begeleider", "instrument", "gpmi_getekend_op"), "")
    return {
        "jobdoelwit": traject.jobdoelwit,
        "begeleider": traject.begeleider.naam if traject.begeleider else "",
        "instrument": traject.instrument.naam if traject.instrument else "",
        "gpmi_getekend_op": _dag(traject.gpmi_getekend_op),
    }


def _van_stap(stap: Stap | None) -> dict[str, str]:
    if stap is None:
        return dict.fromkeys(("stap", "start", "einde", "weo_getekend_op"), "")
    return {
        "stap": stap.instrument.naam,
        "start": _dag(stap.start),
        "einde": _dag(stap.einde or stap.einde_voorzien),
        "weo_getekend_op": _dag(stap.weo_getekend_op),
    }


def _van_plaatsing(plaatsing: Plaatsing | None) -> dict[str, str]:
    if plaatsing is None:
        return dict.fromkeys(("gebruiker", "gebruiker_kbo", "functie", "breuk", "contract_getekend_op"), "")
    return {
        "gebruiker": plaatsing.gebruiker.naam,
        "gebruiker_kbo": plaatsing.gebruiker.kbo,
        "functie": plaatsing.functie,
        "breuk": getal(plaatsing.breuk * 100, 0 if (plaatsing.breuk * 100) % 1 == 0 else 2),
        "contract_getekend_op": _dag(plaatsing.contract_getekend_op),
    }


def _dag(dag: date | None) -> str:
    return datum(dag) if dag else ""


def afdruk(systeem: str, gegevens: dict[str, str]) -> str:
    """A keyed hash of what this system asks: equal means nothing changed."""
    tekst = "\x1f".join(gegevens[veld.veld] for veld in velden(systeem))
    return blinde_index(f"overtypen|{systeem}|{tekst}", gebied_id=current_gebied_id())


def gevraagd(systeem: str, client: Client) -> dict[str, str]:
    """The fields this system asks, as they are now."""
    traject = huidig_traject(client)
    stap = _stappen([traject]).get(traject.pk) if traject else None
    plaatsing = _plaatsen([stap]).get(stap.pk) if stap else None
    alle = waarden(client, traject, stap, plaatsing)
    return {veld.veld: alle[veld.veld] for veld in velden(systeem)}


def overtypblad(client: Client, systeem: str) -> Overtypblad:
    nu = gevraagd(systeem, client)
    laatste = (
        Overtypmoment.objects.filter(client=client, systeem=systeem)
        .select_related("door")
        .order_by("-created_at", "-pk")
        .first()
    )
    toen = laatste.waarden if laatste else None
    regels = [(veld.groep, _regel(veld, nu, toen)) for veld in velden(systeem)]
    groepen = [(groep, [regel for _, regel in rijen]) for groep, rijen in groupby(regels, key=lambda r: r[0])]
    return Overtypblad(groepen, laatste, afdruk(systeem, nu))


def _regel(veld: Overtypveld, nu: dict[str, str], toen: dict[str, str] | None) -> Overtypregel:
    verborgen = veld.veld == VERBORGEN
    vorige = (toen or {}).get(veld.veld, "") if toen is not None else None
    if vorige == nu[veld.veld]:
        vorige = None
    return Overtypregel(
        veld.veld,
        veld.label,
        "" if verborgen else nu[veld.veld],
        "gewijzigd" if verborgen and vorige is not None else vorige,
        verborgen,
    )


def achterstand(*, user_id: int | None) -> list[Achterstand]:
    """Open dossiers that are not in another system as they are here; of one begeleider, or of everybody."""
    rijen = Traject.objects.open().select_related("client__gemeente", "client__eigenaar", "begeleider", "instrument")
    if user_id is not None:
        rijen = rijen.van_begeleider(user_id)
    trajecten = list(rijen.exclude(intake_op=None).order_by("sorteernaam", "pk"))
    stappen = _stappen(trajecten)
    plaatsen = _plaatsen(list(stappen.values()))
    laatste = _laatste([traject.client_id for traject in trajecten])
    uit = []
    for traject in trajecten:
        stap = stappen.get(traject.pk)
        nu = waarden(traject.client, traject, stap, plaatsen.get(stap.pk) if stap else None)
        for systeem in Overtypsysteem:
            moment = laatste.get((traject.client_id, systeem))
            if moment is None or moment.afdruk != afdruk(systeem, nu):
                uit.append(_achterstand(traject, systeem, moment, nu))
    return uit


def _achterstand(
    traject: Traject, systeem: Overtypsysteem, moment: Overtypmoment | None, nu: dict[str, str]
) -> Achterstand:
    gewijzigd = (
        tuple(veld.label for veld in velden(systeem) if moment.waarden.get(veld.veld, "") != nu[veld.veld])
        if moment
        else ()
    )
    return Achterstand(
        traject.client,
        traject,
        systeem,
        moment.created_at.date() if moment else None,
        moment.door.naam if moment else "",
        gewijzigd,
    )


def _stappen(trajecten: Sequence[Traject]) -> dict[UUID, Stap]:
    """The latest open step of each traject."""
    rijen = Stap.objects.filter(traject__in=trajecten, status__in=OPEN).select_related("instrument")
    return {stap.traject_id: stap for stap in rijen.order_by("start", "pk")}


def _plaatsen(stappen: Sequence[Any]) -> dict[UUID, Plaatsing]:
    rijen = Plaatsing.objects.filter(stap__in=stappen).select_related("gebruiker").order_by("start", "pk")
    return {plaatsing.stap_id: plaatsing for plaatsing in rijen}


def _laatste(clienten: Sequence[UUID]) -> dict[tuple[UUID, str], Overtypmoment]:
    rijen = (
        Overtypmoment.objects.filter(client__in=clienten)
        .select_related("door")
        .order_by("client", "systeem", "-created_at", "-pk")
        .distinct("client", "systeem")
    )
    return {(moment.client_id, moment.systeem): moment for moment in rijen}
