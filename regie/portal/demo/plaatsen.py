"""Where people work: a host that suits, a werkplaats with enough places, and the quota art. 60 VST that were used."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from partners.models import Werkplaats
from regie.core.dates import plus_maanden
from regie.core.models import Organisatie
from regie.core.models.organisatie import Gebruikerscategorie
from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.oogst import tijdstip
from regie.portal.demo.toeval import Toeval
from trajecten.models import Plaatsing, Quotum, Stap

DICHTBIJ = 6  # how much rather somebody works in the own municipality
VRIJ = 0.22
GEBRUIK_QUOTUM = {"ocmw-blankenberge": 0.95, "ocmw-knokke-heist": 0.46}  # one nearly full, one hardly used


class Plaatsen:
    """Hands out hosts and counts how many people are where."""

    def __init__(self, wereld: Gebied, toeval: Toeval) -> None:
        self.wereld, self.toeval = wereld, toeval
        self.werkplaatsen: dict[tuple[str, str], Werkplaats] = {}
        for slug, (plan, organisatie) in wereld.partners.items():
            for functie in plan.functies:
                self.werkplaatsen[slug, functie] = Werkplaats(
                    id=toeval.uuid(),
                    gebruiker=organisatie,
                    functie=functie,
                    van=wereld.plan.start,
                    created_at=tijdstip(wereld.plan.start),
                )

    def kies(self, toeval: Toeval, instrument: str, nis: str) -> tuple[Organisatie, Werkplaats]:
        gewichten = {
            sleutel: (DICHTBIJ if self.wereld.partners[sleutel[0]][0].nis == nis else 1)
            for sleutel in self.werkplaatsen
            if self._past(sleutel[0], instrument, nis)
        }
        sleutel = toeval.kies(gewichten)
        return self.wereld.partners[sleutel[0]][1], self.werkplaatsen[sleutel]

    def _past(self, slug: str, instrument: str, nis: str) -> bool:
        """VST only in recognised social economy; an own service only for the OCMW it belongs to."""
        plan = self.wereld.partners[slug][0]
        if (plan.categorie == Gebruikerscategorie.SE_VST) != (instrument == "ART60_VST"):
            return False
        return plan.categorie != Gebruikerscategorie.EIGEN_DIENST or plan.nis == nis

    def met_capaciteit(self, plaatsingen: Iterable[Plaatsing], vandaag: date) -> list[Werkplaats]:
        """As many places as are taken today and some that are free; who once came as an extra has no place."""
        per_werkplaats: dict[object, list[Plaatsing]] = defaultdict(list)
        for plaatsing in sorted(plaatsingen, key=lambda p: (p.start, p.pk), reverse=True):
            per_werkplaats[plaatsing.werkplaats_id].append(plaatsing)
        for werkplaats in self.werkplaatsen.values():
            wie = per_werkplaats[werkplaats.pk]
            vrij = sum(self.toeval.kans(VRIJ) for _ in range(2))
            werkplaats.aantal = max(_bezet(wie, vandaag) + vrij, 1)
            _zonder_plaats(wie, werkplaats.aantal)
        return list(self.werkplaatsen.values())


def _bezet(plaatsingen: Iterable[Plaatsing], dag: date) -> int:
    return sum(p.start <= dag and (p.einde is None or p.einde > dag) for p in plaatsingen)


def _zonder_plaats(nieuwste_eerst: list[Plaatsing], aantal: int) -> None:
    """Who is there now keeps the place; of the past, whoever would have been one too many."""
    met_plaats: list[Plaatsing] = []
    for plaatsing in nieuwste_eerst:
        dagen = [
            plaatsing.start,
            *(p.start for p in met_plaats if plaatsing.einde is None or p.start < plaatsing.einde),
        ]
        if max(_bezet(met_plaats, dag) for dag in dagen) < aantal:
            met_plaats.append(plaatsing)
        else:
            plaatsing.werkplaats = None


def quota(wereld: Gebied, stappen: Iterable[Stap], vandaag: date, toeval: Toeval) -> list[Quotum]:
    """A quotum per OCMW for this year and the three before it, a little more than what was started."""
    gestart = Counter(
        (stap.eigenaar_id, stap.start.year)
        for stap in stappen
        if stap.instrument_id == "ART60_VST" and stap.start <= vandaag
    )
    rijen = []
    eerste = plus_maanden(vandaag, -36).year
    for ocmw in wereld.ocmws:
        vorig = 0
        for jaar in range(eerste, vandaag.year + 1):
            n = gestart[ocmw.organisatie.pk, jaar]
            gebruik = GEBRUIK_QUOTUM.get(ocmw.organisatie.slug) or toeval.uniform(0.72, 0.92)
            toegekend = max(math.floor(n / gebruik) if n else 0, n, 1)
            if jaar == vandaag.year and ocmw.organisatie.slug not in GEBRUIK_QUOTUM:
                toegekend = max(toegekend, round(vorig * vandaag.timetuple().tm_yday / 366))
            vorig = toegekend
            rijen.append(Quotum(organisatie=ocmw.organisatie, jaar=jaar, toegekend=toegekend))
    return rijen
