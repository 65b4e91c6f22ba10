"""Needs of employers as lists and as one page: what is open, who was asked, how long it takes."""

from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Count, Exists, IntegerField, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from partners.enums import LEERSOORTEN, BehoefteStatus, DoorverwijzingStatus, Voordrachtuitkomst
from partners.models import Behoefte, Contactpersoon, Doorverwijzing, Jobontwerp, Voordracht, Werkgever
from partners.selectors.jobontwerpen import jobontwerpen_van
from partners.selectors.routing import gemeente_van
from partners.selectors.werkgevers import werkgevers_lijst, zoek_werkgevers
from regie.core.models import Gemeente
from regie.core.tenancy import current_scope

VERWANT = ("werkgever__accounthouder", "werkgever__gemeente", "vestiging__gemeente", "eigenaar")
LOOPT = Q(status__in=(BehoefteStatus.OPEN, BehoefteStatus.TOEGEWEZEN))


def _keuzes() -> dict[str, Q]:
    """{tab: which needs it shows}. Drafts are only on the tab of the own organisatie."""
    eigen = Q(eigenaar__in=current_scope().lid_van)
    return {
        "open": LOOPT,
        "mijn": eigen | (LOOPT & Q(voor_ons=True)),
        "onbeantwoord": LOOPT & (Q(wacht_sinds__isnull=False) | (Q(doorverwezen=0) & ~Q(soort__in=LEERSOORTEN))),
        "ingevuld": Q(status=BehoefteStatus.INGEVULD),
        "gesloten": Q(status__in=(BehoefteStatus.VERVALLEN, BehoefteStatus.INGETROKKEN)),
    }


def _rijen() -> QuerySet[Behoefte]:
    """Every need the reader may see, with whether and since when somebody lets it wait."""
    gevraagd = Doorverwijzing.objects.filter(behoefte=OuterRef("pk")).exclude(status=DoorverwijzingStatus.INGETROKKEN)
    per_behoefte = gevraagd.order_by().values("behoefte")
    wacht = per_behoefte.filter(status=DoorverwijzingStatus.GEVRAAGD)
    rijen = Behoefte.objects.annotate(
        doorverwezen=Coalesce(
            Subquery(per_behoefte.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
        ),
        wacht_sinds=Subquery(wacht.annotate(n=Min("verstuurd_op")).values("n")),
        hoogste_trap=Coalesce(Subquery(wacht.annotate(n=Max("trap")).values("n"), output_field=IntegerField()), 0),
        voor_ons=Exists(gevraagd.filter(organisatie__in=current_scope().lid_van)),
    )
    return rijen.filter(~Q(status=BehoefteStatus.CONCEPT) | Q(eigenaar__in=current_scope().lid_van))


def behoeften(tab: str) -> QuerySet[Behoefte]:
    return _rijen().filter(_keuzes()[tab]).select_related(*VERWANT)


def aantallen() -> dict[str, int]:
    """{tab: how many}, in one query."""
    return _rijen().aggregate(**{tab: Count("pk", filter=keuze) for tab, keuze in _keuzes().items()})


def gevonden_werkgevers(tekst: str, *, vandaag: date) -> QuerySet[Werkgever]:
    """To note a need with: the best match first, without what is in the archive."""
    rijen = zoek_werkgevers(werkgevers_lijst(vandaag=vandaag).filter(gearchiveerd_op=None), tekst)
    beste_eerst = ("-treffer", "-lijkt", "sleutel", "pk")  # annotated by zoek_werkgevers
    return rijen.order_by(*beste_eerst)


def vragen_op_kaart(werkgever: Werkgever) -> dict[str, Any]:
    """For the card of the employer: its needs, what runs first, and its job designs."""
    rijen = sorted(_rijen().filter(werkgever=werkgever).order_by("-created_at"), key=lambda rij: not rij.loopt)
    return {"behoeften": rijen, "jobontwerpen": list(jobontwerpen_van(werkgever))}


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Places offered and filled over needs published from a day on, and how long filling took (median)."""

    gevraagd: int
    ingevuld: int
    dagen: float | None
    gemeten: int  # over how many filled needs `dagen` is
    voorgesteld: int
    zonder_antwoord: int


def cijfers(*, vanaf: date) -> Cijfers:
    plaatsen = Behoefte.objects.gepubliceerd().plaatsen().filter(gepubliceerd_op__gte=vanaf)
    som = plaatsen.aggregate(gevraagd=Sum("aantal", default=0), ingevuld=Sum("aantal_ingevuld", default=0))
    vol = plaatsen.filter(status=BehoefteStatus.INGEVULD).only("gepubliceerd_op", "ingevuld_op")
    dagen = [d for behoefte in vol if (d := behoefte.dagen_tot_ingevuld) is not None]
    return Cijfers(
        gevraagd=som["gevraagd"],
        ingevuld=som["ingevuld"],
        dagen=median(dagen) if dagen else None,
        gemeten=len(dagen),
        voorgesteld=Voordracht.objects.filter(behoefte__in=plaatsen).count(),
        zonder_antwoord=aantallen()["onbeantwoord"],
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """Candidates of one need: numbers only."""

    voorgesteld: int
    aangenomen: int
    loopt: int
    niet: int


@dataclass(frozen=True, slots=True)
class Behoefteblad:
    """One need as its page shows it."""

    behoefte: Behoefte
    gemeente: Gemeente | None
    doorverwijzingen: list[Doorverwijzing]
    voordrachten: list[Voordracht]
    telling: Telling
    jobontwerp: Jobontwerp | None
    tijdlijn: list[dict[str, Any]]


def behoefteblad(behoefte: Behoefte) -> Behoefteblad:
    doorverwijzingen = list(
        Doorverwijzing.objects.filter(behoefte=behoefte)
        .select_related("organisatie", "contactpersoon", "door")
        .order_by("-verstuurd_op", "organisatie__naam")
    )
    voordrachten = list(
        Voordracht.objects.filter(behoefte=behoefte).select_related("organisatie").order_by("-datum", "-created_at")
    )
    return Behoefteblad(
        behoefte=behoefte,
        gemeente=gemeente_van(behoefte),
        doorverwijzingen=doorverwijzingen,
        voordrachten=voordrachten,
        telling=_telling(voordrachten),
        jobontwerp=Jobontwerp.objects.filter(pk=behoefte.jobontwerp_id).first() if behoefte.jobontwerp_id else None,
        tijdlijn=_tijdlijn(behoefte, doorverwijzingen, voordrachten),
    )


def _telling(voordrachten: list[Voordracht]) -> Telling:
    aangenomen = sum(v.uitkomst == Voordrachtuitkomst.AANGENOMEN for v in voordrachten)
    loopt = sum(v.uitkomst == Voordrachtuitkomst.LOOPT for v in voordrachten)
    return Telling(len(voordrachten), aangenomen, loopt, len(voordrachten) - aangenomen - loopt)


def _tijdlijn(
    behoefte: Behoefte, doorverwijzingen: list[Doorverwijzing], voordrachten: list[Voordracht]
) -> list[dict[str, Any]]:
    """Newest first: read from the rows themselves, so it never says more than they do."""
    items = [
        {"moment": behoefte.created_at.date(), "titel": "Genoteerd", "wie": behoefte.eigenaar.naam, "volgorde": 0},
        _item(behoefte.gepubliceerd_op, "Gepubliceerd voor het hele gebied", behoefte.eigenaar.naam, volgorde=1),
    ]
    for doorverwijzing in doorverwijzingen:
        items += _stappen(doorverwijzing)
    for voordracht in voordrachten:
        items += _van_voordracht(voordracht)
    if behoefte.gesloten_op:
        titel = f"Behoefte {behoefte.get_status_display()}"
        items.append(_item(behoefte.gesloten_op, titel, "", behoefte.sluitreden, volgorde=9))
    geldig = [item for item in items if item["moment"]]
    return sorted(geldig, key=lambda item: (item["moment"], item["volgorde"]), reverse=True)


def _item(moment: date | None, titel: str, wie: str = "", tekst: str = "", *, volgorde: int) -> dict[str, Any]:
    return {"moment": moment, "titel": titel, "wie": wie, "tekst": tekst, "volgorde": volgorde}


def _hoofdletter(tekst: str) -> str:
    return f"{tekst[:1].upper()}{tekst[1:]}"


def _stappen(d: Doorverwijzing) -> list[dict[str, Any]]:
    naam = d.organisatie.naam
    reden = d.get_weigerreden_display() or d.get_mislukt_reden_display()
    uitleg = ". ".join(deel for deel in (_hoofdletter(reden), d.toelichting) if deel)
    opgenomen = d.beantwoord_op if d.resultaat_op and d.resultaat_op != d.beantwoord_op else None
    return [
        _item(d.verstuurd_op, f"Doorverwezen naar {naam}", tekst=d.vraag, volgorde=2),
        _item(d.herinnerd_op, f"{naam} kreeg een herinnering", volgorde=3),
        _item(d.accounthouder_op, f"Nog geen antwoord van {naam}: gemeld aan de accounthouder", volgorde=4),
        _item(d.regisseur_op, f"Nog geen antwoord van {naam}: gemeld aan de regisseur", volgorde=5),
        _item(opgenomen, f"{naam} nam het op", volgorde=6),
        _item(
            d.resultaat_op or d.beantwoord_op,
            f"{naam}: {d.get_status_display()}",
            d.beantwoord_door,
            uitleg,
            volgorde=7,
        ),
    ]


def _van_voordracht(v: Voordracht) -> list[dict[str, Any]]:
    loopt = v.uitkomst == Voordrachtuitkomst.LOOPT
    uitkomst = f"Kandidaat van {v.organisatie.naam}: {v.get_uitkomst_display()}"
    return [
        _item(v.datum, f"{v.organisatie.naam} stelde een kandidaat voor", volgorde=6),
        _item(None if loopt else v.uitkomst_op, uitkomst, tekst=_hoofdletter(v.get_reden_display()), volgorde=8),
    ]


def vragen_aan(organisatie_ids: tuple[int, ...]) -> QuerySet[Doorverwijzing]:
    """What was sent to these organisaties, what waits first: for a partner with an account."""
    rijen = Doorverwijzing.objects.filter(organisatie__in=organisatie_ids)
    rijen = rijen.exclude(status=DoorverwijzingStatus.INGETROKKEN)
    return rijen.select_related("behoefte__werkgever", "organisatie").order_by("beantwoord_op", "verstuurd_op", "pk")


def doorverwijzingen() -> QuerySet[Doorverwijzing]:
    """With everything the page of an answer shows."""
    return Doorverwijzing.objects.select_related(
        "behoefte__werkgever__gemeente",
        "behoefte__vestiging__gemeente",
        "behoefte__contactpersoon",
        "behoefte__eigenaar",
        "organisatie",
        "contactpersoon",
    )


def contacten_van(organisatie_id: int) -> QuerySet[Contactpersoon]:
    return Contactpersoon.objects.filter(organisatie=organisatie_id, is_actief=True).order_by("naam")
