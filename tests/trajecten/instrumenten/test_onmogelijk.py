"""No sequence of things people may do on a traject reaches a state that cannot be (domein.md 4.2)."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import combinations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regie.core.exceptions import DomainError
from trajecten import services
from trajecten.enums import TrajectStatus as S
from trajecten.models import Instrument, Plaatsing, Stap, Termijn, Traject, UitstroomCode
from trajecten.selectors.instrumenten import sluiten_uit
from trajecten.transitions import EINDSTATUSSEN

VOOR_DE_START = {S.AANGEMELD, S.INTAKE, S.SCREENING, S.ACTIEPLAN, S.WACHT_OP_START}
GESTART = {S.LOPEND, S.ONDERBROKEN}
HANDTEKENINGEN = (
    "contract_getekend_op",
    "tbs_ocmw_op",
    "tbs_gebruiker_op",
    "tbs_werknemer_op",
    "tbs_gemeld_op",
    "weo_getekend_op",
)
EERSTE = ("ART60", "ART60_VST", "TWE", "WIJKWERKEN", "IBO", "OPLEIDING")
NIEUWE = ("ART60", "OPLEIDING", "RIJBEWIJS", "WES", "IMW", "IBO", "ARBEIDSTRAJECT")


class Speler:
    """Does what it is told on one traject, as a trajectbegeleider would; a refusal in words is fine."""

    def __init__(self, traject, gebruiker, toegang, vandaag):
        self.traject, self.gebruiker, self.toegang, self.vandaag = traject, gebruiker, toegang, vandaag

    @property
    def wie(self):
        return {"door": self.toegang, "vandaag": self.vandaag}

    def doe(self, naam, dagen, keuze):
        self.vandaag += timedelta(days=dagen)
        self.traject = Traject.objects.order_by("-aangemeld_op", "-created_at")[0]
        with suppress(DomainError):
            getattr(self, naam)(keuze)

    def intake(self, keuze):
        services.intake_voeren(traject=self.traject, datum=self.vandaag, **self.wie)

    def weigeren(self, keuze):
        services.traject_weigeren(
            traject=self.traject, reden="GEEN_INTERESSE", toelichting="", datum=self.vandaag, **self.wie
        )

    def screening(self, keuze):
        services.screening_bewaren(
            traject=self.traject,
            drempels={},
            drempels_bevraagd=True,
            jobdoelwit="groenarbeider",
            afstand=None,
            datum=self.vandaag,
            **self.wie,
        )

    def instrument(self, keuze):
        services.instrument_kiezen(
            traject=self.traject,
            instrument=Instrument.objects.get(pk=EERSTE[keuze % len(EERSTE)]),
            twe_test=dict.fromkeys(("generiek", "nec", "halftijds", "niet_se"), True),
            datum=self.vandaag,
            **self.wie,
        )

    def plan(self, keuze):
        services.plan_ondertekenen(traject=self.traject, gpmi_op=self.vandaag, vrijstelling="", **self.wie)

    def plan_stap(self, keuze):
        services.stap_plannen(
            traject=self.traject,
            start=self.vandaag + timedelta(days=keuze % 9),
            gebruiker=self.gebruiker,
            functie="groenarbeider",
            **self.wie,
        )

    def teken(self, keuze):
        for stap in Stap.objects.filter(traject=self.traject, status="GEPLAND"):
            velden = dict.fromkeys(HANDTEKENINGEN, min(stap.start, self.vandaag))
            services.documenten_noteren(stap=stap, velden=velden, **self.wie)

    def start(self, keuze):
        services.traject_starten(traject=self.traject, afwijking_reden="mondeling afgesproken", **self.wie)

    def nieuwe_stap(self, keuze):
        code = NIEUWE[keuze % len(NIEUWE)]
        met_plaats = code in {"ART60", "WES", "IMW", "IBO"}
        services.stap_toevoegen(
            traject=self.traject,
            instrument=Instrument.objects.get(pk=code),
            start=self.vandaag + timedelta(days=keuze % 5),
            gebruiker=self.gebruiker if met_plaats else None,
            functie="magazijnier" if met_plaats else "",
            **self.wie,
        )

    def start_stap(self, keuze):
        for stap in self._stappen("GEPLAND", keuze):
            services.stap_starten(stap=stap, afwijking_reden="mondeling afgesproken", **self.wie)

    def beeindig_stap(self, keuze):
        for stap in self._stappen("LOPEND", keuze):
            services.stap_beeindigen(
                stap=stap, einde=self.vandaag, uitkomst="VOLGENDE_STAP", toelichting="", **self.wie
            )

    def wis_stap(self, keuze):
        for stap in self._stappen("GEPLAND", keuze):
            services.stap_wissen(stap=stap, **self.wie)

    def andere_plaats(self, keuze):
        for stap in self._stappen("LOPEND", keuze):
            services.plaats_wijzigen(
                stap=stap,
                gebruiker=self.gebruiker,
                werkplaats=None,
                functie="onthaal",
                vanaf=self.vandaag + timedelta(days=keuze % 4),
                tbs={},
                afwijking_reden="mondeling afgesproken",
                **self.wie,
            )

    def onderbreek(self, keuze):
        services.traject_onderbreken(
            traject=self.traject, reden="ZIEKTE", vanaf=self.vandaag, verwacht_tot=None, **self.wie
        )

    def hervat(self, keuze):
        services.traject_hervatten(traject=self.traject, datum=self.vandaag, **self.wie)

    def stroom_uit(self, keuze):
        services.traject_uitstromen(
            traject=self.traject,
            uitstroomcode=UitstroomCode.objects.get(pk="NEC_ANDER"),
            datum=self.vandaag,
            werkgever_kbo="",
            motivering="werk gevonden",
            **self.wie,
        )

    def sluit_af(self, keuze):
        services.traject_afsluiten(
            traject=self.traject,
            uitstroomcode=UitstroomCode.objects.get(pk="STOP_CLIENT"),
            datum=self.vandaag,
            motivering="afgehaakt",
            **self.wie,
        )

    def heropen(self, keuze):
        services.traject_heropenen(traject=self.traject, datum=self.vandaag, reden="terug", **self.wie)

    def _stappen(self, status, keuze):
        rijen = list(Stap.objects.filter(traject=self.traject, status=status).order_by("start", "created_at"))
        return rijen[keuze % len(rijen) :][:1] if rijen else []


VOORUIT = ("intake", "screening", "instrument", "plan", "plan_stap", "teken", "start")
ONDERWEG = (
    "nieuwe_stap",
    "teken",
    "start_stap",
    "beeindig_stap",
    "wis_stap",
    "andere_plaats",
    "onderbreek",
    "hervat",
    "stroom_uit",
    "sluit_af",
    "heropen",
)
ZETTEN = st.lists(
    st.tuples(st.sampled_from((*ONDERWEG, *VOORUIT, "weigeren")), st.integers(0, 40), st.integers(0, 30)),
    min_size=1,
    max_size=12,
)


def controleer():
    """What must hold after every move, whatever came before."""
    for traject in Traject.objects.order_by("pk"):
        _traject(traject)
        _stappen(traject)
    assert Traject.objects.open().count() <= 1


def _traject(traject):
    assert (traject.gestart_op is None) == (traject.status in VOOR_DE_START or _nooit_gestart(traject))
    assert (traject.afgesloten_op is not None) == (traject.status in EINDSTATUSSEN)
    if traject.status in EINDSTATUSSEN:
        assert not Termijn.objects.filter(traject=traject, afgehandeld_op=None, vervallen_op=None).exists()
    if traject.status not in GESTART:
        assert not traject.stappen.filter(status="LOPEND").exists()
    if traject.status not in GESTART | {S.WACHT_OP_START}:
        assert not traject.stappen.filter(status="GEPLAND").exists()
    data = [traject.aangemeld_op, traject.gestart_op, traject.uitgestroomd_op, traject.afgesloten_op]
    gekend = [dag for dag in data if dag is not None]
    assert gekend == sorted(gekend)
    assert traject.intake_op is None or traject.intake_op >= traject.aangemeld_op


def _nooit_gestart(traject):
    """Closed or refused before a step began."""
    return traject.status in EINDSTATUSSEN and traject.uitgestroomd_op is None


def _stappen(traject):
    stappen = list(traject.stappen.select_related("instrument").order_by("start"))
    for stap in stappen:
        assert (stap.einde is not None) == (stap.status == "BEEINDIGD")
        assert stap.einde is None or stap.einde >= stap.start
        plaatsen = list(Plaatsing.objects.filter(stap=stap).order_by("start"))
        assert sum(plaats.einde is None for plaats in plaatsen) <= 1
        for plaats in plaatsen:
            assert plaats.start >= stap.start
            assert stap.status != "BEEINDIGD" or (plaats.einde is not None and plaats.einde <= stap.einde)
    for een, ander in combinations(stappen, 2):
        if sluiten_uit(een.instrument_id, ander.instrument_id):
            assert (een.einde or een.einde_voorzien or date.max) < ander.start
            assert {een.status, ander.status} != {"LOPEND"}


@pytest.mark.parametrize("vooraf", [0, len(VOORUIT)], ids=["vanaf de aanmelding", "vanaf een lopend traject"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(zetten=ZETTEN)
def test_geen_reeks_zetten_bereikt_een_onmogelijke_toestand(registreer, gebruiker, toegang, vandaag, vooraf, zetten):
    with transaction.atomic():
        speler = Speler(registreer(), gebruiker, toegang, vandaag)
        for naam in VOORUIT[:vooraf]:
            speler.doe(naam, 1, 0)
            controleer()
        if vooraf:
            assert Traject.objects.get().status == S.LOPEND
        for zet in zetten:
            speler.doe(*zet)
            controleer()
        transaction.set_rollback(True)
