"""Turns people and the course of their traject into rows, as the services of `trajecten` would have written them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from regie.accounts.models import User
from regie.core.crypto import blinde_index
from regie.core.dates import naar_werkdag
from regie.core.models import Organisatie
from regie.core.names import persoon_sleutel, sorteersleutel
from regie.portal.demo import kansen, teksten
from regie.portal.demo.dossier import Dossier
from regie.portal.demo.gebieden import Gebied, Ocmw
from regie.portal.demo.identiteit import Nummers
from regie.portal.demo.oogst import Oogst, tijdstip
from regie.portal.demo.opvolging import opvolgen
from regie.portal.demo.personen import BEKENDEN, Bekende, Personenmaker, Persoon
from regie.portal.demo.plaatsen import Plaatsen
from regie.portal.demo.rooster import aanmeldingen
from regie.portal.demo.toeval import Toeval
from regie.portal.demo.verloop import PLAATSBAAR, Verloop, verloop_maken
from trajecten.enums import Aanmeldbron, Geslacht, StapStatus, TrajectStatus
from trajecten.models import (
    Client,
    ClientVingerafdruk,
    Dossierteller,
    Instrument,
    Plaatsing,
    Stap,
    StatusWijziging,
    Traject,
    UitstroomCode,
)
from trajecten.selectors.dubbels import vingerafdrukken
from trajecten.transitions import EINDSTATUSSEN

S = TrajectStatus
POGINGEN = 4000


@dataclass
class Omgeving:
    """What every dossier of one OCMW shares."""

    wereld: Gebied
    ocmw: Ocmw
    plaatsen: Plaatsen
    nummers: Nummers
    vandaag: date
    aantal: int
    oogst: Oogst
    codes: dict[str, UitstroomCode]
    instrumenten: dict[str, Instrument]
    toeval: Toeval

    @property
    def organisatie(self) -> Organisatie:
        return self.ocmw.organisatie


class Dossiermaker:
    """All dossiers of one OCMW."""

    def __init__(self, omgeving: Omgeving) -> None:
        self.om = omgeving
        self.tellers: Counter[int] = Counter()
        gemeente = omgeving.organisatie.gemeente
        assert gemeente is not None  # noqa: S101  (an OCMW has a municipality)
        self.personen = Personenmaker(omgeving.toeval, omgeving.nummers, gemeente)

    def maak(self) -> None:
        om = self.om
        bekenden = {
            naar_werkdag(om.vandaag - timedelta(days=b.dagen_geleden)): b
            for b in BEKENDEN
            if b.ocmw == om.organisatie.slug
        }
        dagen: list[tuple[date, str]] = [(dag, Aanmeldbron.MAATSCHAPPELIJK_WERKER) for dag in bekenden]
        dagen += aanmeldingen(
            om.toeval, om.aantal, vanaf=om.ocmw.plan.lid_van or om.wereld.plan.start, vandaag=om.vandaag
        )
        for dag, bron in sorted(dagen):
            self._dossier(dag, bron, bekenden.pop(dag, None))
        for jaar, laatste in self.tellers.items():
            om.oogst.neem(Dossierteller(eigenaar=om.organisatie, jaar=jaar, laatste=laatste))

    def _dossier(self, dag: date, bron: str, bekende: Bekende | None) -> None:
        om = self.om
        if bekende:
            persoon = self.personen.bekende(bekende, dag)
            verloop = self._lopend_verloop(persoon, dag, bekende.loopt)
        else:
            persoon = self.personen.maak(dag, einde_werkloosheid=bron == Aanmeldbron.EINDE_WERKLOOSHEID)
            verloop = verloop_maken(om.toeval, aangemeld=dag, geboren=persoon.geboren, vandaag=om.vandaag)
        client = self._client(persoon, dag)
        begeleider = om.toeval.uit(om.ocmw.begeleiders)
        if bekende and om.organisatie.slug == "ocmw-brugge":
            begeleider = om.ocmw.begeleiders[0]
        self._traject(client, persoon, verloop, bron, begeleider)
        self._tweede_traject(client, persoon, verloop, begeleider)

    def _lopend_verloop(self, persoon: Persoon, dag: date, loopt: int) -> Verloop:
        """Try until the story is the wanted one: at work in art. 60, for at most `loopt` days."""
        vroegst = self.om.vandaag - timedelta(days=loopt)
        for _ in range(POGINGEN):
            verloop = verloop_maken(self.om.toeval, aangemeld=dag, geboren=persoon.geboren, vandaag=self.om.vandaag)
            is_voltijds = verloop.stap is not None and verloop.stap.breuk == 1
            if (
                verloop.status == S.LOPEND
                and verloop.instrument == "ART60"
                and verloop.sinds >= vroegst
                and is_voltijds
            ):
                break
        return verloop

    def _client(self, persoon: Persoon, dag: date) -> Client:
        om = self.om
        self.tellers[dag.year] += 1
        letters = om.organisatie.slug.removeprefix("ocmw-")[:2].upper()
        client = Client(
            id=om.toeval.uuid(),
            eigenaar=om.organisatie,
            dossiernummer=f"{letters}-{dag.year}-{self.tellers[dag.year]:04d}",
            voornaam=persoon.voornaam,
            familienaam=persoon.familienaam,
            sorteernaam=sorteersleutel(f"{persoon.familienaam} {persoon.voornaam}"),
            persoonssleutel=persoon_sleutel(persoon.familienaam, persoon.voornaam),
            geboortedatum=persoon.geboren,
            geslacht=persoon.geslacht if om.toeval.kans(0.998) or persoon.insz else Geslacht.X,
            gemeente_id=persoon.nis,
            postcode=persoon.postcode,
            inkomensstatuut=persoon.inkomen,
            insz=persoon.insz,
            insz_index=blinde_index(persoon.insz, gebied_id=om.wereld.gebied.pk) if persoon.insz else "",
            telefoon=persoon.telefoon,
            email=persoon.email,
            taal=persoon.taal,
            tolk_nodig=persoon.tolk_nodig,
            diploma=persoon.diploma,
            vdab_ingeschreven=om.toeval.kans(0.97) if om.toeval.kans(0.9) else None,
            geinformeerd_op=dag,
            geinformeerd_via="gesprek",
            created_at=tijdstip(dag, om.toeval.randint(9, 16), om.toeval.randrange(60)),
        )
        om.oogst.neem(client)
        self._vingerafdrukken(client)
        return client

    def _vingerafdrukken(self, client: Client) -> None:
        om = self.om
        afdrukken = vingerafdrukken(
            gebied_id=om.wereld.gebied.pk,
            insz=client.insz,
            voornaam=client.voornaam,
            familienaam=client.familienaam,
            geboortedatum=client.geboortedatum,
        )
        for soort, hash_ in afdrukken.items():
            om.oogst.neem(ClientVingerafdruk(organisatie=om.organisatie, client_id=client.pk, soort=soort, hash=hash_))

    def _tweede_traject(self, client: Client, persoon: Persoon, eerste: Verloop, begeleider: User) -> None:
        """Now and then somebody comes back after some months."""
        om = self.om
        if eerste.status not in EINDSTATUSSEN or not om.toeval.kans(0.16):
            return
        dag = naar_werkdag(eerste.sinds + timedelta(days=om.toeval.randint(40, 260)))
        if dag > om.vandaag:
            return
        verloop = verloop_maken(om.toeval, aangemeld=dag, geboren=persoon.geboren, vandaag=om.vandaag)
        self._traject(client, persoon, verloop, Aanmeldbron.MAATSCHAPPELIJK_WERKER, begeleider)

    def _traject(self, client: Client, persoon: Persoon, verloop: Verloop, bron: str, begeleider: User) -> None:
        om = self.om
        traject = self._trajectrij(client, verloop, bron, begeleider)
        om.oogst.neem(traject)
        self._wijzigingen(traject, verloop, begeleider)
        stap = self._stap(traject, verloop)
        plaatsing = self._plaatsing(stap, verloop) if stap and stap.instrument_id in PLAATSBAAR else None
        if plaatsing:
            traject.gebruiker = plaatsing.gebruiker
        eigen = Toeval(str(traject.pk))  # what is noted around a traject leaves the course of the others as it was
        dossier = Dossier(traject, client, verloop, begeleider, eigen, om.oogst, om.codes, persoon.nieuwkomer)
        opvolgen(dossier, stap, plaatsing)

    def _trajectrij(self, client: Client, verloop: Verloop, bron: str, begeleider: User) -> Traject:
        om, toeval = self.om, self.om.toeval
        code = om.codes.get(verloop.uitstroomcode)
        gescreend = verloop.op(S.SCREENING)
        gpmi = verloop.op(S.WACHT_OP_START)
        naar_werk = code is not None and code.groep.startswith("WERK_NEC")
        return Traject(
            id=toeval.uuid(),
            eigenaar=om.organisatie,
            client=client,
            begeleider=begeleider,
            status=verloop.status,
            status_sinds=verloop.sinds,
            bron=bron,
            aangemeld_op=verloop.aangemeld,
            intake_op=verloop.op(S.INTAKE),
            gestart_op=verloop.op(S.LOPEND),
            uitgestroomd_op=verloop.uitgestroomd,
            afgesloten_op=verloop.afgesloten,
            afstand=toeval.kies(kansen.AFSTAND[verloop.instrument]) if verloop.instrument else None,
            jobdoelwit=toeval.uit(teksten.FUNCTIES_JOBDOELWIT) if gescreend else "",
            drempels_bevraagd_op=gescreend,
            gpmi_getekend_op=gpmi,
            onderbreking=verloop.onderbreking,
            onderbreking_tot=verloop.onderbreking_tot,
            weigerreden=verloop.weigerreden,
            uitstroomcode=code,
            uitstroom_kbo=om.nummers.kbo() if naar_werk and toeval.kans(0.7) else "",
            uitstroom_motivering=teksten.MOTIVERING[code.groep] if code else "",
            instrument=om.instrumenten.get(verloop.instrument),
            sorteernaam=client.sorteernaam,
            created_at=tijdstip(verloop.aangemeld),
        )

    def _wijzigingen(self, traject: Traject, verloop: Verloop, begeleider: User) -> None:
        """The log as `schrijf_wijziging` keeps it: the instrument from the choice on, the code when it ends."""
        van, gekozen = "", False
        for overgang in verloop.overgangen:
            gekozen = gekozen or overgang.naar == S.ACTIEPLAN
            einde = overgang.naar in {S.NAZORG, S.AFGESLOTEN}
            self.om.oogst.neem(
                StatusWijziging(
                    eigenaar=self.om.organisatie,
                    traject=traject,
                    van=van,
                    naar=overgang.naar,
                    geldig_op=overgang.op,
                    instrument=verloop.instrument if gekozen else "",
                    uitstroomcode=verloop.uitstroomcode if einde else "",
                    reden=overgang.reden,
                    door=begeleider,
                    created_at=tijdstip(overgang.op, 11),
                )
            )
            van = overgang.naar

    def _stap(self, traject: Traject, verloop: Verloop) -> Stap | None:
        plan = verloop.stap
        if plan is None:
            return None
        om, gestart = self.om, verloop.op(S.LOPEND) is not None
        berekening = plan.berekening
        is_twe = traject.instrument_id == "TWE"
        stap = Stap(
            id=om.toeval.uuid(),
            eigenaar=om.organisatie,
            traject=traject,
            instrument=traject.instrument,
            status=StapStatus.BEEINDIGD if plan.einde else (StapStatus.LOPEND if gestart else StapStatus.GEPLAND),
            start=plan.start,
            einde_berekend=berekening.einde if berekening else (plan.einde_voorzien if is_twe else None),
            einde_regel=berekening.als_json() if berekening else {},
            einde_voorzien=plan.einde_voorzien,
            einde_motivering=plan.motivering,
            einde=plan.einde,
            weo_getekend_op=self._voor(plan.start, 1, 6) if is_twe else None,
            mlp_geregistreerd_op=self._mlp(plan.start) if is_twe else None,
            created_at=tijdstip(min(plan.start, om.vandaag) - timedelta(days=14)),
        )
        om.oogst.neem(stap)
        traject.einddatum_voorzien = plan.einde_voorzien
        return stap

    def _mlp(self, start: date) -> date | None:
        """Registered soon after the start; some of the last weeks still have to be."""
        dag = naar_werkdag(start + timedelta(days=self.om.toeval.randint(0, 9)))
        vers = (self.om.vandaag - start).days < 40
        return None if dag > self.om.vandaag or (vers and self.om.toeval.kans(0.5)) else dag

    def _voor(self, start: date, laagst: int, hoogst: int) -> date | None:
        """A day before `start` that is not in the future: a signature that is still to come is empty."""
        dag = start - timedelta(days=self.om.toeval.randint(laagst, hoogst))
        return dag if dag <= self.om.vandaag else None

    def _plaatsing(self, stap: Stap, verloop: Verloop) -> Plaatsing:
        om = self.om
        plan = verloop.stap
        assert plan is not None  # noqa: S101  (called for a verloop with a step)
        gebruiker, werkplaats = om.plaatsen.kies(om.toeval, stap.instrument_id, om.ocmw.plan.nis)
        zonder_tbs = stap.status == StapStatus.BEEINDIGD and om.toeval.kans(0.02)
        plaatsing = Plaatsing(
            id=om.toeval.uuid(),
            eigenaar=om.organisatie,
            stap=stap,
            gebruiker=gebruiker,
            werkplaats=werkplaats if om.toeval.kans(0.96) else None,
            functie=werkplaats.functie,
            breuk=plan.breuk,
            contract_getekend_op=self._voor(plan.start, 3, 12),
            tbs_ocmw_op=self._voor(plan.start, 3, 9),
            tbs_gebruiker_op=None if zonder_tbs else self._voor(plan.start, 1, 7),
            tbs_werknemer_op=self._voor(plan.start, 1, 6),
            tbs_gemeld_op=self._voor(plan.start, 0, 2),
            afwijking_reden=teksten.REDEN_ZONDER_TBS if zonder_tbs else "",
            start=plan.start,
            einde=plan.einde,
            created_at=stap.created_at,
        )
        om.oogst.neem(plaatsing)
        return plaatsing
