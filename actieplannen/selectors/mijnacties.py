"""The actions somebody pulls, in the order of what is asked."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from actieplannen.enums import Planstatus, Voortgang
from actieplannen.models import Actie, Kwartaalstand
from actieplannen.selectors.plannen import mijn_acties
from regie.core.permissions import Toegang

KLAAR = frozenset({Voortgang.KLAAR, Voortgang.GESTOPT})
LATER = date.max


@dataclass(slots=True)
class MijnActie:
    actie: Actie
    gevraagd: list[Kwartaalstand] = field(default_factory=list)  # asked, and not answered yet
    te_laat: bool = False  # should have been finished

    @property
    def afgerond(self) -> bool:
        return self.actie.voortgang in KLAAR

    @property
    def tegen(self) -> date | None:
        """When the first answer is expected."""
        return min((stand.antwoord_tegen for stand in self.gevraagd if stand.antwoord_tegen), default=None)

    def _volgorde(self) -> tuple[int, date, str]:
        if self.gevraagd:
            return 0, self.tegen or LATER, self.actie.titel
        if self.te_laat:
            return 1, self.actie.eind or LATER, self.actie.titel
        return (3 if self.afgerond else 2), self.actie.eind or LATER, self.actie.titel


def mijn_lijst(door: Toegang, *, vandaag: date) -> list[MijnActie]:
    """First what waits for an answer, then what is late, what runs, what is done. Two queries."""
    rijen = [maak(actie, vandaag=vandaag) for actie in mijn_acties(door)]
    gevraagd = gevraagde_standen([rij.actie.pk for rij in rijen])
    for rij in rijen:
        rij.gevraagd = gevraagd.get(rij.actie.pk, [])
    return sorted(rijen, key=MijnActie._volgorde)


def maak(actie: Actie, *, vandaag: date) -> MijnActie:
    return MijnActie(actie, te_laat=bool(actie.eind and actie.eind < vandaag and actie.voortgang not in KLAAR))


def gevraagde_standen(acties: list[UUID]) -> dict[UUID, list[Kwartaalstand]]:
    """Per action the quarters that were asked and not answered, the oldest first."""
    rijen = Kwartaalstand.objects.filter(actie__in=acties, gevraagd_op__isnull=False, beantwoord_op=None)
    uit: dict[UUID, list[Kwartaalstand]] = {}
    for stand in rijen.exclude(actie__doelstelling__plan__status=Planstatus.VERANTWOORD).order_by("jaar", "kwartaal"):
        uit.setdefault(stand.actie_id, []).append(stand)
    return uit
