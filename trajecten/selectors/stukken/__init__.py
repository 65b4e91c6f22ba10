"""Documents the product makes, from the facts of one dossier to blocks that are drawn as PDF or Word."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.stukken.blokken import Stuk
from trajecten.models import Client, Evaluatie
from trajecten.selectors import overgangen
from trajecten.selectors.client import huidig_traject
from trajecten.selectors.stukken import verslag, werk
from trajecten.selectors.stukken.gemeen import Bron, kop_van, voet_van
from trajecten.selectors.stukken.voorbeeld import voorbeeldbron

__all__ = ["SJABLONEN", "Sjabloon", "stuk_maken", "stuk_voorbeeld"]


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """One kind of document the product makes; `soort` is where it is kept in the dossier."""

    code: str
    naam: str
    soort: str
    waarvoor: str
    maak: Callable[[Bron], Stuk]


SJABLONEN = {
    s.code: s
    for s in (
        Sjabloon(
            werk.TBS, "TBS-overeenkomst", "tbs_overeenkomst", "Drie partijen tekenen ze voor de start.", werk.tbs
        ),
        Sjabloon(werk.GPMI, "GPMI", "gpmi", "De afspraken tussen cliënt en OCMW.", werk.gpmi),
        Sjabloon(werk.WEO, "Gegevensblad WEO", "weo", "De gegevens die VDAB voor TWE vraagt.", werk.weo),
        Sjabloon(
            verslag.EVALUATIE,
            "Evaluatieverslag",
            "evaluatieverslag",
            "Scores naast de vorige, voor drie partijen.",
            verslag.evaluatie,
        ),
        Sjabloon(
            verslag.DOSSIERBLAD,
            "Dossierblad",
            "dossierblad",
            "Het dossier op een of twee bladzijden, zonder INSZ.",
            verslag.dossierblad,
        ),
    )
}


def stuk_maken(
    sjabloon: Sjabloon, client: Client, *, evaluatie_id: UUID | None, door: Toegang, vandaag: date, nu: datetime
) -> Stuk:
    """The content of one document, with what is missing and the letterhead of the OCMW."""
    bron = _bron(client, evaluatie_id, vandaag)
    kop = kop_van(client.eigenaar, sjabloon.code)
    return replace(sjabloon.maak(bron), kop=kop, voet=voet_van(door, client.dossiernummer, nu))


def stuk_voorbeeld(sjabloon: Sjabloon, ocmw: Organisatie, *, vandaag: date) -> Stuk:
    """How a document looks with the letterhead, about somebody who does not exist."""
    stuk = sjabloon.maak(voorbeeldbron(ocmw, vandaag))
    return replace(
        stuk,
        kop=kop_van(ocmw, sjabloon.code),
        voet="Voorbeeld met verzonnen gegevens",
        is_voorbeeld=True,
        ontbreekt=(),
    )


def _bron(client: Client, evaluatie_id: UUID | None, vandaag: date) -> Bron:
    traject = huidig_traject(client)
    stap = (overgangen.geplande_stap(traject) or overgangen.lopende_stap(traject)) if traject else None
    plaatsing = overgangen.plaatsing_van(stap) if stap else None
    evaluaties = Evaluatie.objects.filter(traject__client=client).select_related("plaatsing__gebruiker")
    if evaluatie_id:
        evaluatie = evaluaties.filter(pk=evaluatie_id).first()
    else:
        evaluatie = evaluaties.filter(uitgevoerd_op__isnull=False).order_by("-uitgevoerd_op", "pk").first()
    if evaluatie is not None and evaluatie.plaatsing is not None:
        plaatsing = plaatsing or evaluatie.plaatsing
    return Bron(client, traject, stap, plaatsing, evaluatie, vandaag)
