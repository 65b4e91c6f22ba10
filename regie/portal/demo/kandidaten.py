"""What places ask, how many there are over time, who looks for one, and what became of what was proposed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from partners.enums import Begeleiding, Fysiek, Rijbewijs, Taalniveau, UitleenStatus
from partners.models import Capaciteit, Uitlening, Werkplaats
from regie.core.dates import plus_maanden
from regie.core.models.organisatie import Gebruikerscategorie
from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.toeval import Toeval
from trajecten.enums import CompetentieBron, Kandidatuurreden, KandidatuurStatus, Quotummodus
from trajecten.models import (
    Attest,
    ClientCompetentie,
    Competentie,
    Kandidaatprofiel,
    Kandidatuur,
    Plaatsing,
    Quotum,
    Traject,
)
from trajecten.selectors.matching import ZOEKT_PLAATS
from trajecten.selectors.profiel import categorie_van, profielen

# Words in a function: what such a place asks.
EISEN: dict[str, dict[str, object]] = {
    "chauffeur": {"rijbewijs": Rijbewijs.C, "fysiek": Fysiek.ZWAAR, "ploegen": True},
    "thuishulp": {"rijbewijs": Rijbewijs.B, "nederlands": Taalniveau.B1},
    "poetshulp": {"uren": Decimal(19)},
    "kamerhulp": {"uren": Decimal(24), "weekend": True},
    "winkel": {"nederlands": Taalniveau.A2, "weekend": True},
    "zaalmedewerker": {"nederlands": Taalniveau.A2, "weekend": True},
    "logistiek assistent": {"nederlands": Taalniveau.A2},
    "wegenwerker": {"fysiek": Fysiek.ZWAAR},
    "demontage": {"fysiek": Fysiek.ZWAAR},
    "bakkers": {"ploegen": True},
    "kinder": {"nederlands": Taalniveau.B1, "uren": Decimal(24)},
    "inpakker": {"fysiek": Fysiek.LICHT},
    "linnen": {"fysiek": Fysiek.LICHT},
}
AFGELOPEN = (
    (KandidatuurStatus.GEWEIGERD_GEBRUIKER, Kandidatuurreden.NEDERLANDS),
    (KandidatuurStatus.GEWEIGERD_GEBRUIKER, Kandidatuurreden.KENNISMAKING),
    (KandidatuurStatus.GEWEIGERD_CLIENT, Kandidatuurreden.AFSTAND),
    (KandidatuurStatus.GEWEIGERD_CLIENT, Kandidatuurreden.TAKEN),
    (KandidatuurStatus.GEWEIGERD_OCMW, Kandidatuurreden.BEGELEIDING),
    (KandidatuurStatus.INGETROKKEN, Kandidatuurreden.PLAATS_WEG),
)
ATTESTEN = (("VCA basisveiligheid", 120), ("Hygiëne in de keuken (HACCP)", 60), ("Heftruckattest", 60))


def vul_plaatsen_aan(
    wereld: Gebied, werkplaatsen: Iterable[Werkplaats], plaatsingen: Iterable[Plaatsing], toeval: Toeval
) -> None:
    """What each place asks, and which OCMW agreed it: own services always, others when only that OCMW has people."""
    wie: dict[object, set[int]] = {}
    for plaatsing in plaatsingen:
        wie.setdefault(plaatsing.werkplaats_id, set()).add(plaatsing.eigenaar_id)
    van_gemeente = {ocmw.plan.nis: ocmw.organisatie for ocmw in wereld.ocmws}
    for werkplaats in werkplaatsen:
        werkplaats.categorie = categorie_van(werkplaats.functie)
        for woord, eisen in EISEN.items():
            if woord in werkplaats.functie:
                for veld, waarde in eisen.items():
                    setattr(werkplaats, veld, waarde)
        werkplaats.begeleiding = toeval.uit((Begeleiding.VAST, Begeleiding.VAST, Begeleiding.DAGELIJKS, ""))
        werkplaats.met_ov, werkplaats.met_fiets = toeval.kans(0.7), toeval.kans(0.6)
        ocmw = van_gemeente.get(werkplaats.gebruiker.gemeente_id or "")
        eigen_dienst = werkplaats.gebruiker.gebruikerscategorie == Gebruikerscategorie.EIGEN_DIENST
        if ocmw and (eigen_dienst or (wie.get(werkplaats.pk, set()) <= {ocmw.pk} and toeval.kans(0.5))):
            werkplaats.ocmw = ocmw


def kandidaten_maken(wereld: Gebied, *, vandaag: date, zaad: str) -> None:
    """After the dossiers are there: profiles, candidatures, competences, other numbers of places, loans."""
    toeval = Toeval(f"{zaad}:{wereld.plan.slug}:kandidaten")
    werkplaatsen = list(Werkplaats.objects.select_related("gebruiker", "ocmw").order_by("gebruiker__naam", "functie"))
    _capaciteit(werkplaatsen, vandaag, toeval)
    _uitleningen(wereld, werkplaatsen, vandaag)
    zoekers = list(
        Traject.objects.filter(status__in=ZOEKT_PLAATS)
        .exclude(begeleider=None)
        .select_related("client")
        .order_by("aangemeld_op", "pk")
    )
    _profielen(zoekers, toeval)
    _kandidaturen(zoekers, werkplaatsen, vandaag, toeval)
    _competenties(vandaag, toeval)
    _budget(wereld, vandaag)


def _capaciteit(werkplaatsen: Sequence[Werkplaats], vandaag: date, toeval: Toeval) -> None:
    """Some places close in summer, some grow next year."""
    rijen = []
    for werkplaats in werkplaatsen:
        if toeval.kans(0.15):
            zomer = date(vandaag.year + 1, 7, 1)
            aantal = max(werkplaats.aantal - 1, 0)
            rijen.append(Capaciteit(werkplaats=werkplaats, van=zomer, tot=date(zomer.year, 8, 31), aantal=aantal))
        elif toeval.kans(0.12):
            volgend = plus_maanden(vandaag.replace(day=1), 2)
            rijen.append(Capaciteit(werkplaats=werkplaats, van=volgend, tot=None, aantal=werkplaats.aantal + 1))
    Capaciteit.objects.bulk_create(rijen)


def _uitleningen(wereld: Gebied, werkplaatsen: Sequence[Werkplaats], vandaag: date) -> None:
    """One loan that runs and one that waits for an answer."""
    met_ocmw = [w for w in werkplaatsen if w.ocmw is not None]
    for werkplaats, status in zip(met_ocmw, (UitleenStatus.BEVESTIGD, UitleenStatus.GEVRAAGD), strict=False):
        lener = next((o for o in wereld.ocmws if o.organisatie.pk != werkplaats.ocmw_id and o.begeleiders), None)
        gever = next((o for o in wereld.ocmws if o.organisatie.pk == werkplaats.ocmw_id), None)
        if lener is None or gever is None:
            continue
        bevestigd = status == UitleenStatus.BEVESTIGD
        Uitlening.objects.create(
            werkplaats=werkplaats,
            van_ocmw=gever.organisatie,
            aan_ocmw=lener.organisatie,
            van=vandaag - timedelta(days=40) if bevestigd else plus_maanden(vandaag.replace(day=1), 1),
            tot=plus_maanden(vandaag, 8),
            tarief="zelfde tarief als voor eigen cliënten",
            status=status,
            gevraagd_door=lener.begeleiders[0],
            beslist_door=gever.begeleiders[0] if bevestigd and gever.begeleiders else None,
            beslist_op=vandaag - timedelta(days=45) if bevestigd else None,
        )


def _profielen(zoekers: Sequence[Traject], toeval: Toeval) -> None:
    """Two in three looked at with the client and kept."""
    rijen = []
    for client_id, voorstel in profielen(zoekers).items():
        if not toeval.kans(0.66):
            continue
        profiel: Kandidaatprofiel = voorstel.profiel
        profiel.id, profiel.client_id = toeval.uuid(), client_id
        profiel.vervoer = toeval.uit((["FIETS", "OV"], ["OV"], ["FIETS"], ["AUTO", "FIETS"], ["TE_VOET", "OV"]))
        profiel.rijbewijs = Rijbewijs.B if "AUTO" in profiel.vervoer else ""
        profiel.uren = toeval.uit((None, None, None, Decimal(19), Decimal("28.5")))
        if toeval.kans(0.2):
            profiel.grenzen = sorted({*profiel.grenzen, "GEEN_ZWAAR_TILWERK"})
        profiel.sterktes = toeval.uit(("stipt", "werkt graag in team", "handig", "rustig en precies", ""))
        rijen.append(profiel)
    Kandidaatprofiel.objects.bulk_create(rijen)


def _kandidaturen(
    zoekers: Sequence[Traject], werkplaatsen: Sequence[Werkplaats], vandaag: date, toeval: Toeval
) -> None:
    rijen = []
    for traject in zoekers:
        if not werkplaatsen or not toeval.kans(0.55):
            continue
        keuzes = toeval.sample(range(len(werkplaatsen)), min(2, len(werkplaatsen)))
        for nummer, index in enumerate(keuzes):
            dagen = toeval.randint(3, 40)
            begin = max(vandaag - timedelta(days=dagen + 20), traject.aangemeld_op)
            status, reden = _stand(nummer, toeval)
            rijen.append(
                Kandidatuur(
                    id=toeval.uuid(),
                    eigenaar_id=traject.eigenaar_id,
                    client=traject.client,
                    traject=traject,
                    werkplaats=werkplaatsen[index],
                    status=status,
                    reden=reden,
                    kennismaking_op=vandaag + timedelta(days=dagen % 9 + 1) if status == "KENNISMAKING" else None,
                    voorgesteld_op=begin,
                    status_sinds=max(vandaag - timedelta(days=dagen), begin),
                    door_id=traject.begeleider_id or 0,
                )
            )
    Kandidatuur.objects.bulk_create(rijen)


def _stand(nummer: int, toeval: Toeval) -> tuple[str, str]:
    """The first place proposed came to nothing more often than the second."""
    if nummer == 0:
        status, reden = toeval.uit(AFGELOPEN)
        return status.value, reden.value
    return toeval.uit(("VOORGESTELD", "VOORGESTELD", "KENNISMAKING", "AANVAARD")), ""


def _competenties(vandaag: date, toeval: Toeval) -> None:
    """Who has worked for some months has shown something; a few have a certificate."""
    per_soort: dict[str, list[Competentie]] = {}
    for competentie in Competentie.objects.exclude(categorie="").order_by("code"):
        per_soort.setdefault(competentie.categorie, []).append(competentie)
    plaatsingen = Plaatsing.objects.filter(start__lt=vandaag - timedelta(days=90)).exclude(werkplaats=None)
    noteringen, attesten, gehad = [], [], set()
    for plaatsing in plaatsingen.select_related("werkplaats", "stap__traject").order_by("start", "pk"):
        traject = plaatsing.stap.traject
        soort = per_soort.get(plaatsing.werkplaats.categorie if plaatsing.werkplaats else "", [])
        if traject.begeleider_id is None or traject.client_id in gehad or not toeval.kans(0.3):
            continue
        gehad.add(traject.client_id)
        eigen = {"eigenaar_id": traject.eigenaar_id, "client_id": traject.client_id, "door_id": traject.begeleider_id}
        dag = plaatsing.start + timedelta(days=80)
        for competentie in soort[:2]:
            niveau, bron = toeval.randint(2, 4), CompetentieBron.WERKVLOER
            noteringen.append(
                ClientCompetentie(
                    id=toeval.uuid(), competentie=competentie, niveau=niveau, bron=bron, vastgesteld_op=dag, **eigen
                )
            )
        if toeval.kans(0.4):
            naam, maanden = toeval.uit(ATTESTEN)
            tot = plus_maanden(dag, maanden)
            attesten.append(Attest(id=toeval.uuid(), naam=naam, behaald_op=dag, geldig_tot=tot, **eigen))
    ClientCompetentie.objects.bulk_create(noteringen)
    Attest.objects.bulk_create(attesten)


def _budget(wereld: Gebied, vandaag: date) -> None:
    """One OCMW got money instead of heads this year."""
    ocmw = wereld.ocmws[-1].organisatie
    Quotum.objects.filter(organisatie=ocmw, jaar=vandaag.year).update(
        modus=Quotummodus.BUDGET, budget=Decimal(60000), toegekend=0
    )
