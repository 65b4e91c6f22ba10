"""One deadline as pages show it: what, for whom, since when, and the buttons that deal with it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from regie.core.http import gebied_url
from trajecten.enums import Signaalernst, TermijnSoort, TrajectStatus
from trajecten.models import EigenTaak, Termijn
from trajecten.regels.acties import Doel, actie_van


@dataclass(frozen=True, slots=True)
class Regel:
    titel: str
    datum: date  # the day it was planned; once that is past, the last day it is on time
    ernst: str
    termijn_id: UUID | None = None  # None: a task of one's own
    soort: str = ""
    naam: str = ""
    client_url: str = ""
    begeleider: str = ""
    actie: str = ""
    actie_url: str = ""
    klaar_url: str = ""
    verzet_url: str = ""
    sluimer_url: str = ""
    wek_url: str = ""
    verzet: str = ""
    sluimert_tot: date | None = None
    sluimer_reden: str = ""
    uitleg: str = ""
    bron: str = ""
    zekerheid: str = ""

    @property
    def is_te_laat(self) -> bool:
        return self.ernst == Signaalernst.TE_LAAT


def termijnregel(termijn: Termijn, vandaag: date, *, terug: str = "") -> Regel:
    """`terug`: where the buttons come back to ("dag" or "taken"); the client otherwise."""
    traject, regel = termijn.traject, termijn.regel
    actie_url, actie = _actie(termijn)
    keer = f"?terug={terug}" if terug else ""
    klaar = actie_van(termijn.soort, termijn.sleutel).af_te_vinken
    slaapt = termijn.sluimert(vandaag)
    return Regel(
        titel=termijn.omschrijving,
        datum=termijn.uiterlijk if termijn.vervalt_op < vandaag <= termijn.uiterlijk else termijn.vervalt_op,
        ernst=termijn.ernst(vandaag),
        termijn_id=termijn.pk,
        soort=termijn.get_soort_display(),
        naam=traject.client.lijstnaam,
        client_url=gebied_url("trajecten:client", traject.client_id),
        begeleider=traject.begeleider.naam if traject.begeleider else "nog geen begeleider",
        actie=actie,
        actie_url=actie_url,
        klaar_url=gebied_url("trajecten:termijn_afhandelen", termijn.pk) + keer if klaar else "",
        verzet_url=gebied_url("trajecten:termijn_verzetten", termijn.pk) + keer,
        sluimer_url="" if slaapt else gebied_url("trajecten:termijn_sluimeren", termijn.pk) + keer,
        wek_url=gebied_url("trajecten:termijn_wekken", termijn.pk) + keer if slaapt else "",
        verzet=termijn.verzet_reden,
        sluimert_tot=termijn.gesluimerd_tot if slaapt else None,
        sluimer_reden=termijn.sluimer_reden if slaapt else "",
        uitleg=str(regel.get("uitleg", "")),
        bron=str(regel.get("bron", "")),
        zekerheid=str(regel.get("zekerheid", "")),
    )


def taakregel(taak: EigenTaak, vandaag: date, *, terug: str) -> Regel:
    te_laat = taak.vervalt_op < vandaag
    return Regel(
        titel=taak.omschrijving,
        datum=taak.vervalt_op,
        ernst=Signaalernst.TE_LAAT if te_laat else Signaalernst.INFO,
        soort="eigen taak",
        klaar_url=f"{gebied_url('trajecten:eigen_taak_klaar', taak.pk)}?terug={terug}",
    )


def _actie(termijn: Termijn) -> tuple[str, str]:
    actie = actie_van(termijn.soort, termijn.sleutel)
    status = termijn.traject.status
    te_vroeg = termijn.soort == TermijnSoort.GPMI and status != TrajectStatus.ACTIEPLAN
    zonder_begeleider = termijn.soort == TermijnSoort.INTAKE and termijn.traject.begeleider_id is None
    if zonder_begeleider:
        return gebied_url("trajecten:toewijzen", termijn.traject_id), "Begeleider kiezen"
    if te_vroeg:
        return gebied_url("trajecten:client", termijn.traject.client_id), "Dossier openen"
    doelen: dict[Doel, Any] = {
        Doel.CLIENT: termijn.traject.client_id,
        Doel.TRAJECT: termijn.traject_id,
        Doel.EVALUATIE: termijn.evaluatie_id,
        Doel.NAZORGMETING: termijn.nazorgmeting_id,
    }
    doel = doelen[actie.doel]
    if doel is None:  # a row somebody planned by hand has no form of its own
        return gebied_url("trajecten:client", termijn.traject.client_id), "Dossier openen"
    return gebied_url(actie.url_naam, doel) + actie.anker, actie.label
