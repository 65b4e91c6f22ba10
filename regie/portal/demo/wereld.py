"""Loads the whole demo world, in the order things came to be."""

from datetime import date, timedelta

from django.db import transaction

from partners.models import Contactpersoon
from rapportage.enums import Onderdeel, PeriodeSoort
from rapportage.models import RapportAbonnement
from rapportage.services import rapport_aanvragen
from rapportage.services.abonnementen import ontvangers_van
from regie.accounts.models import User
from regie.cijfers.periode import Periode
from regie.core.dates import plus_maanden
from regie.core.models import Organisatie
from regie.core.tenancy import gebied_context
from regie.portal.demo.accounts import accounts_maken
from regie.portal.demo.behoeften import behoeften_maken
from regie.portal.demo.dossiers import Dossiermaker, Omgeving
from regie.portal.demo.gebieden import Gebied, collegas_maken, gebied_maken
from regie.portal.demo.identiteit import Nummers
from regie.portal.demo.jaarplan import jaarplannen_maken
from regie.portal.demo.kandidaten import kandidaten_maken, vul_plaatsen_aan
from regie.portal.demo.kosten import kosten_van_het_gebied
from regie.portal.demo.logins import LOGINS
from regie.portal.demo.looptijd import looptijd_maken
from regie.portal.demo.nazorg import werk_na_uitstroom
from regie.portal.demo.netwerk import netwerk_maken
from regie.portal.demo.oogst import Oogst, tijdstip
from regie.portal.demo.overeenkomsten import overeenkomsten_maken
from regie.portal.demo.papieren import papieren_maken
from regie.portal.demo.partnerhand import partnerhand_maken
from regie.portal.demo.partnerzicht import partnerzicht_maken
from regie.portal.demo.plaatsen import Plaatsen, quota
from regie.portal.demo.plannen import gebiedsplannen
from regie.portal.demo.projecten import rijbewijsproject
from regie.portal.demo.scans import scans_maken
from regie.portal.demo.stappen import stappen_verrijken
from regie.portal.demo.team import drempels_verrijken, team_maken
from regie.portal.demo.toeval import Toeval
from regie.portal.demo.verhuis import verhuizen
from regie.portal.demo.werkdag import werkdag_maken
from regie.portal.demo.werkgevers import werkgevers_maken
from regie.portal.demo.werkgeverscontact import contacten_maken
from trajecten.enums import TrajectStatus
from trajecten.models import Client, Instrument, Inzage, Plaatsing, Stap, Traject, UitstroomCode

ZAAD = "haven"
OUDE_RAPPORTEN = (3, 2)  # months ago
ONTVANGERS = ("kringwinkel", "vdab-brugge", "de-horizon", "mandel", "vdab-roeselare")


def is_geladen() -> bool:
    return User.objects.filter(email=LOGINS[0].email).exists()


@transaction.atomic
def wereld_laden(*, vandaag: date, zaad: str = ZAAD, schaal: float = 1.0) -> dict[str, int]:
    """Everything or nothing. Returns how many clients each gebied got; `schaal` makes fewer of them, for tests."""
    nummers = Nummers(Toeval(f"{zaad}:nummers"))
    werelden = [gebied_maken(plan, vandaag=vandaag, nummers=nummers, zaad=zaad) for plan in gebiedsplannen(vandaag)]
    accounts_maken(werelden)
    aantallen = {wereld.plan.slug: _vul(wereld, nummers, vandaag, zaad, schaal) for wereld in werelden}
    for wereld in werelden:
        scans_maken(wereld, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:scans"))
    verhuizen(vandaag=vandaag)
    return aantallen


def _vul(wereld: Gebied, nummers: Nummers, vandaag: date, zaad: str, schaal: float) -> int:
    collegas_maken(wereld, zaad=zaad)
    toeval = Toeval(f"{zaad}:{wereld.plan.slug}")
    with gebied_context(wereld.gebied, wereld.ocmw_ids):
        oogst = Oogst()
        plaatsen = Plaatsen(wereld, toeval)
        codes = {code.pk: code for code in UitstroomCode.objects.order_by("pk")}
        instrumenten = {instrument.pk: instrument for instrument in Instrument.objects.order_by("pk")}
        for ocmw in wereld.ocmws:
            eigen = Toeval(f"{zaad}:{wereld.plan.slug}:{ocmw.organisatie.slug}")
            aantal = max(round(ocmw.plan.clienten * schaal), 1)
            omgeving = Omgeving(wereld, ocmw, plaatsen, nummers, vandaag, aantal, oogst, codes, instrumenten, eigen)
            Dossiermaker(omgeving).maak()
        werkplaatsen = plaatsen.met_capaciteit(oogst.rijen[Plaatsing], vandaag)
        vul_plaatsen_aan(wereld, werkplaatsen, oogst.rijen[Plaatsing], Toeval(f"{zaad}:{wereld.plan.slug}:plaatsen"))
        for werkplaats in werkplaatsen:
            oogst.neem(werkplaats)
        for quotum in quota(wereld, oogst.rijen[Stap], vandaag, toeval):
            oogst.neem(quotum)
        _inzages(oogst, vandaag, toeval)
        drempels_verrijken(oogst, wereld, vandaag=vandaag, zaad=zaad)
        looptijd_maken(oogst, vandaag)
        oogst.bewaar()
        stappen_verrijken(vandaag=vandaag, zaad=f"{zaad}:{wereld.plan.slug}:stappen")
        werk_na_uitstroom()
        if wereld.plan.slug == "brugge":
            rijbewijsproject(wereld, vandaag=vandaag, toeval=Toeval(f"{zaad}:rijbewijs"))
            netwerk_maken(wereld, vandaag=vandaag)
        werkdag_maken([ocmw.organisatie for ocmw in wereld.ocmws], vandaag=vandaag)
        ocmws = [ocmw.organisatie for ocmw in wereld.ocmws]
        kosten_van_het_gebied(ocmws, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:kosten"))
        team_maken(wereld, vandaag=vandaag, zaad=zaad)
        papieren_maken(oogst, ocmws, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:papieren"))
        kandidaten_maken(wereld, vandaag=vandaag, zaad=zaad)
        partnerhand_maken(vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:partnerhand"))
        _netwerk(wereld, vandaag, zaad)
        _archief(vandaag)
        return len(oogst.rijen[Client])


def _netwerk(wereld: Gebied, vandaag: date, zaad: str) -> None:
    """Employers, and what partners agree, do and keep of themselves."""
    werkgevers_maken(wereld, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:werkgevers"))
    behoeften_maken(wereld, vandaag=vandaag)
    _afspraken(wereld, vandaag, zaad)
    _abonnementen(wereld, vandaag)
    contacten_maken(wereld, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:werkgeverscontact"))
    partners = [organisatie for _, organisatie in wereld.partners.values()]
    partnerzicht_maken(partners, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:partnerzicht"))
    jaarplannen_maken(wereld, vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:jaarplan"))


def _inzages(oogst: Oogst, vandaag: date, toeval: Toeval) -> None:
    """Who opened which file in the last weeks."""
    for traject in oogst.rijen[Traject]:
        if traject.status != TrajectStatus.LOPEND or not toeval.kans(0.25):
            continue
        for dagen in sorted(toeval.sample(range(1, 28), toeval.randint(1, 3)), reverse=True):
            oogst.neem(
                Inzage(
                    eigenaar_id=traject.eigenaar_id,
                    client_id=traject.client_id,
                    user_id=traject.begeleider_id,
                    pagina="Overzicht",
                    created_at=tijdstip(vandaag - timedelta(days=dagen), toeval.randint(8, 16), toeval.randrange(60)),
                )
            )


def _afspraken(wereld: Gebied, vandaag: date, zaad: str) -> None:
    """Agreements are written by their own houses: a scope with every organisatie of the gebied."""
    huizen = list(Organisatie.objects.van_gebied().values_list("pk", flat=True))
    with gebied_context(wereld.gebied, wereld.ocmw_ids, lid_van=huizen):
        overeenkomsten_maken(vandaag=vandaag, toeval=Toeval(f"{zaad}:{wereld.plan.slug}:overeenkomsten"))


def _abonnementen(wereld: Gebied, vandaag: date) -> None:
    """The regisseur and some partners get the report of every month."""
    onderdelen = list(Onderdeel.values)
    vanaf = vandaag.replace(month=1, day=1)
    regisseur = User.objects.get(email__in=[login.email for login in LOGINS if login.naam == wereld.plan.regisseur])
    rijen = [RapportAbonnement(user=regisseur, frequentie=PeriodeSoort.MAAND, onderdelen=onderdelen, vanaf=vanaf)]
    contacten = Contactpersoon.objects.filter(organisatie__slug__in=ONTVANGERS).order_by("organisatie__slug", "naam")
    per_organisatie = {contact.organisatie_id: contact for contact in contacten}
    for contact in per_organisatie.values():
        rijen.append(
            RapportAbonnement(
                contactpersoon=contact, frequentie=PeriodeSoort.MAAND, onderdelen=onderdelen, vanaf=vanaf
            )
        )
    RapportAbonnement.objects.bulk_create(rijen)


def _archief(vandaag: date) -> None:
    """Rapporten of earlier months, as requests: the worker makes them when it starts, so loading need not wait.

    Partners with a subscription got them. Last month's is left to the clock or to whoever shows how it is made and
    mailed.
    """
    abonnementen = RapportAbonnement.objects.filter(contactpersoon__isnull=False).order_by("created_at", "pk")
    ontvangers = ontvangers_van(abonnementen.select_related("contactpersoon__organisatie"), vandaag)
    for maanden in OUDE_RAPPORTEN:
        periode = Periode.op(PeriodeSoort.MAAND, plus_maanden(vandaag.replace(day=1), -maanden))
        rapport_aanvragen(
            periode=periode, onderdelen=Onderdeel.values, ontvangers=ontvangers, door=None, vandaag=vandaag
        )
