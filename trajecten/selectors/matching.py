"""Reads what the rules of matching need, for one candidate and every place, or one place and every candidate."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from partners.models import Werkplaats
from regie.core.models import Gemeente
from regie.core.models.organisatie import Gebruikerscategorie
from regie.core.parameters import alle_regels
from trajecten.enums import Kandidatuurreden, KandidatuurStatus, TrajectStatus
from trajecten.models import Kandidatuur, Traject
from trajecten.regels.matching import (
    Kandidaat,
    Match,
    Plaats,
    Regels,
    Verleden,
    Waar,
    afstand_km,
    vergelijk,
    volgorde,
)
from trajecten.selectors.plaatsen import Plaatsrij, plaatsrijen
from trajecten.selectors.profiel import Voorstel, profiel_van, profielen, soorten_met_competentie

ZOEKT_PLAATS = (
    TrajectStatus.INTAKE,
    TrajectStatus.SCREENING,
    TrajectStatus.ACTIEPLAN,
    TrajectStatus.WACHT_OP_START,
)
# The place was gone, not the fit: proposing it again makes sense.
GEEN_BEZWAAR = frozenset({Kandidatuurreden.PLAATS_WEG, Kandidatuurreden.ANDERE_PLAATS, Kandidatuurreden.ANDER_WERK})


@dataclass(frozen=True, slots=True)
class PlaatsMatch:
    rij: Plaatsrij
    match: Match
    lopend: Kandidatuur | None


@dataclass(frozen=True, slots=True)
class KandidaatMatch:
    traject: Traject
    voorstel: Voorstel
    match: Match
    lopend: Kandidatuur | None


@dataclass(frozen=True, slots=True)
class PlaatsenVoor:
    voorstel: Voorstel
    passend: list[PlaatsMatch]
    niet: list[PlaatsMatch]


def regels(op: date) -> Regels:
    """The weights and the reach that are valid on a day."""
    geldig = [r for r in alle_regels() if r.geldt_op(op)]
    geldig.sort(key=lambda r: (r.gebied_id is not None, r.geldig_van))
    return Regels(
        gewicht={r.dimensie: int(r.waarde) for r in geldig if r.code == "matching_gewicht"},
        bereik={r.dimensie: int(r.waarde) for r in geldig if r.code == "matching_bereik"},
    )


def plaatsen_voor(traject: Traject, *, vandaag: date, ocmw_ids: Sequence[int]) -> PlaatsenVoor:
    """Every place in use held against one candidate: possible ones ranked, then the hard no's."""
    voorstel = profiel_van(traject)
    kandidaat = _kandidaat(traject, voorstel, soorten_met_competentie([traject.client_id]).get(traject.client_id))
    verleden = _Verleden.lees()
    toetsing, resultaat = regels(vandaag), []
    vanaf = max(kandidaat.vanaf or vandaag, vandaag)
    for rij in plaatsrijen(vandaag=vandaag, ocmw_ids=ocmw_ids):
        match = vergelijk(kandidaat, _plaats(rij, vanaf), verleden.van(traject, rij.werkplaats), toetsing)
        resultaat.append(PlaatsMatch(rij, match, verleden.lopend.get((traject.client_id, rij.werkplaats.pk))))
    resultaat.sort(key=lambda m: volgorde(m.match, f"{m.rij.werkplaats.gebruiker}{m.rij.werkplaats.pk}"))
    return PlaatsenVoor(
        voorstel,
        passend=[m for m in resultaat if m.match.past],
        niet=[m for m in resultaat if not m.match.past],
    )


def kandidaten_voor(rij: Plaatsrij) -> list[KandidaatMatch]:
    """Clients of the own OCMW's who look for a place, best match first."""
    trajecten = list(
        Traject.objects.filter(status__in=ZOEKT_PLAATS)
        .select_related("client__gemeente", "instrument", "begeleider")
        .defer("client__insz", "client__opmerking")
        .order_by("sorteernaam", "pk")
    )
    bekend = profielen(trajecten)
    soorten = soorten_met_competentie([traject.client_id for traject in trajecten])
    verleden, toetsing, resultaat = _Verleden.lees(), regels(rij.vandaag), []
    for traject in trajecten:
        voorstel = bekend[traject.client_id]
        kandidaat = _kandidaat(traject, voorstel, soorten.get(traject.client_id))
        plaats = _plaats(rij, max(kandidaat.vanaf or rij.vandaag, rij.vandaag))
        match = vergelijk(kandidaat, plaats, verleden.van(traject, rij.werkplaats), toetsing)
        lopend = verleden.lopend.get((traject.client_id, rij.werkplaats.pk))
        resultaat.append(KandidaatMatch(traject, voorstel, match, lopend))
    return sorted(resultaat, key=lambda m: volgorde(m.match, f"{m.traject.sorteernaam}{m.traject.pk}"))


def kandidaturen_van(client_id: UUID) -> list[Kandidatuur]:
    """Everything that was proposed to a client, what still runs first."""
    rijen = Kandidatuur.objects.filter(client_id=client_id).select_related("werkplaats__gebruiker")
    return sorted(rijen.order_by("-status_sinds", "-created_at"), key=lambda k: not k.is_lopend)


def _waar(gemeente: Gemeente | None) -> Waar | None:
    if gemeente is None:
        return None
    return Waar(gemeente.naam, float(gemeente.breedtegraad), float(gemeente.lengtegraad))


def _kandidaat(traject: Traject, voorstel: Voorstel, soorten: frozenset[str] | None) -> Kandidaat:
    p = voorstel.profiel
    return Kandidaat(
        jobdoelwit=p.jobdoelwit,
        categorieen=frozenset(p.categorieen),
        competenties=soorten or frozenset(),
        vanaf=p.beschikbaar_vanaf,
        uren=p.uren,
        rijbewijs=p.rijbewijs,
        nederlands=p.nederlands,
        vervoer=frozenset(p.vervoer),
        grenzen=frozenset(p.grenzen),
        waar=_waar(traject.client.gemeente),
        met_vst={"ART60_VST": True, "ART60": False}.get(traject.instrument_id or ""),
    )


def _plaats(rij: Plaatsrij, vanaf: date) -> Plaats:
    w = rij.werkplaats
    return Plaats(
        functie=w.functie,
        categorie=w.categorie,
        vrij=rij.vrij(vanaf),
        uren=w.uren,
        rijbewijs=w.rijbewijs,
        nederlands=w.nederlands,
        ploegen=w.ploegen,
        weekend=w.weekend,
        fysiek=w.fysiek,
        begeleiding=w.begeleiding,
        met_ov=w.met_ov,
        met_fiets=w.met_fiets,
        waar=_waar(w.gemeente or w.gebruiker.gemeente),
        is_vst=w.gebruiker.gebruikerscategorie == Gebruikerscategorie.SE_VST,
    )


class _Verleden:
    """The candidatures of the own OCMW's, once, turned into what each comparison must know."""

    def __init__(self, kandidaturen: Iterable[Kandidatuur]) -> None:
        self.lopend: dict[tuple[UUID, UUID], Kandidatuur] = {}
        self._per_client: dict[UUID, list[Kandidatuur]] = defaultdict(list)
        self._geweigerd: dict[int, Counter[str]] = defaultdict(Counter)
        for k in kandidaturen:
            if k.is_lopend:
                self.lopend[k.client_id, k.werkplaats_id] = k
                continue
            self._per_client[k.client_id].append(k)
            if k.status == KandidatuurStatus.GEWEIGERD_GEBRUIKER:
                self._geweigerd[k.werkplaats.gebruiker_id][k.reden] += 1

    @classmethod
    def lees(cls) -> "_Verleden":
        return cls(
            Kandidatuur.objects.select_related("werkplaats__gebruiker__gemeente", "werkplaats__gemeente").order_by(
                "status_sinds", "pk"
            )
        )

    def van(self, traject: Traject, werkplaats: Werkplaats) -> Verleden:
        eigen = self._per_client.get(traject.client_id, [])
        hier = [k for k in eigen if k.werkplaats_id == werkplaats.pk and k.reden not in GEEN_BEZWAAR]
        zelf = [k for k in eigen if k.status == KandidatuurStatus.GEWEIGERD_CLIENT]
        geweigerd: Mapping[str, int] = self._geweigerd.get(werkplaats.gebruiker_id, Counter())
        return Verleden(
            zelfde_plaats=tuple(k.get_reden_display() for k in hier),
            client_weigerde=frozenset(k.werkplaats.categorie for k in zelf if k.reden == Kandidatuurreden.TAKEN),
            client_te_ver=_dichtste(traject.client.gemeente, zelf),
            gebruiker_weigerde=geweigerd,
        )


def _dichtste(thuis: Gemeente, zelf: Iterable[Kandidatuur]) -> float | None:
    """How far the nearest place lay that the client refused because of the distance."""
    van = _waar(thuis)
    plekken = [
        _waar(k.werkplaats.gemeente or k.werkplaats.gebruiker.gemeente)
        for k in zelf
        if k.reden == Kandidatuurreden.AFSTAND
    ]
    return min((afstand_km(van, plek) for plek in plekken if plek and van), default=None)
