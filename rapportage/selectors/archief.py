"""Rapporten as people may see them: which ones, their state in words, and who received what when."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from rapportage.enums import Onderdeel, RapportStatus, VerzendStatus
from rapportage.models import Rapport, RapportQuerySet, Verzending
from regie.core.notatie import meervoud
from regie.core.permissions import RECHTEN, Recht, Rol, Toegang

LEVEND = frozenset({RapportStatus.WACHT, RapportStatus.BEZIG})


@dataclass(frozen=True, slots=True)
class Stand:
    """The state of a rapport or a mail as a word, a sentence and a colour."""

    woord: str
    zin: str
    soort: str
    icoon: str


@dataclass(frozen=True, slots=True)
class RapportRij:
    rapport: Rapport
    stand: Stand
    onderdelen: str
    totaal: int
    verzonden: int
    onderweg: int


@dataclass(frozen=True, slots=True)
class VerzendRij:
    verzending: Verzending
    stand: Stand
    kan_opnieuw: bool


def ziet_alle_rapporten(toegang: Toegang) -> bool:
    """Everybody with the right, except who has it only as contact of a partner."""
    return any(Recht.RAPPORT_BEKIJKEN in RECHTEN[rol] for rol in toegang.rollen - {Rol.PARTNERCONTACT})


def zichtbare_rapporten(toegang: Toegang) -> RapportQuerySet:
    """A partner sees what its own organisatie really received; the others see the whole archive."""
    if ziet_alle_rapporten(toegang):
        return Rapport.objects.all()
    return Rapport.objects.gemaakt().verstuurd_naar(toegang.lid_van)


def rapporten_lijst(toegang: Toegang) -> QuerySet[Rapport]:
    """Newest period first, with how many receivers there are and how many got it."""
    return (
        zichtbare_rapporten(toegang)
        .zonder_inhoud()
        .annotate(
            totaal=Count("verzendingen"),
            verzonden=Count("verzendingen", filter=Q(verzendingen__status=VerzendStatus.VERZONDEN)),
            mislukt=Count("verzendingen", filter=Q(verzendingen__status=VerzendStatus.MISLUKT)),
        )
        .order_by("-periode_start", "periode_soort", "onderdelen_sleutel", "-versie")
    )


def rapport_rij(rapport: Rapport) -> RapportRij:
    totaal, verzonden, mislukt = (getattr(rapport, naam, 0) for naam in ("totaal", "verzonden", "mislukt"))
    return RapportRij(
        rapport=rapport,
        stand=rapport_stand(rapport, totaal, verzonden, mislukt),
        onderdelen=onderdelen_tekst(rapport.onderdelen),
        totaal=totaal,
        verzonden=verzonden,
        onderweg=totaal - verzonden - mislukt,
    )


def onderdelen_tekst(onderdelen: list[str]) -> str:
    if len(onderdelen) == len(Onderdeel):
        return "alle onderdelen"
    return ", ".join(Onderdeel(onderdeel).label for onderdeel in onderdelen)


def rapport_stand(rapport: Rapport, totaal: int, verzonden: int, mislukt: int) -> Stand:
    match rapport.status:
        case RapportStatus.WACHT:
            zin = f"{rapport.fout} We proberen het vanzelf opnieuw." if rapport.fout else "Wordt zo dadelijk gemaakt."
            return Stand("wacht", zin, "letop" if rapport.fout else "info", "clock")
        case RapportStatus.BEZIG:
            keer = f" (poging {rapport.poging})" if rapport.poging > 1 else ""
            return Stand("bezig", f"De cijfers worden geteld en opgemaakt{keer}.", "info", "clock")
        case RapportStatus.MISLUKT:
            return Stand("mislukt", rapport.fout, "gevaar", "circle-alert")
    return _verstuurd(totaal, verzonden, mislukt)


def _verstuurd(totaal: int, verzonden: int, mislukt: int) -> Stand:
    if not totaal:
        return Stand("klaar", "Klaar, nog naar niemand verstuurd.", "merk", "circle-check")
    geteld = f"{verzonden} van {meervoud(totaal, 'ontvanger', 'ontvangers')}"
    if mislukt:
        meer = f"{meervoud(mislukt, 'mail raakte', 'mails raakten')} niet verstuurd"
        return Stand("deels verzonden", f"Verstuurd naar {geteld}; {meer}.", "letop", "triangle-alert")
    if verzonden < totaal:
        return Stand("klaar", f"Wordt verstuurd: {geteld}.", "info", "send")
    return Stand(
        "verzonden", f"Verstuurd naar {meervoud(totaal, 'ontvanger', 'ontvangers')}.", "succes", "circle-check"
    )


def verzendingen_van(rapport: Rapport) -> list[VerzendRij]:
    rijen = Verzending.objects.filter(rapport=rapport.pk).select_related("organisatie").order_by("naam", "email")
    return [VerzendRij(v, verzend_stand(v, rapport), v.status == VerzendStatus.MISLUKT) for v in rijen]


def verzend_stand(verzending: Verzending, rapport: Rapport) -> Stand:
    if verzending.status == VerzendStatus.VERZONDEN:
        return Stand("verzonden", "", "succes", "circle-check")
    if verzending.status == VerzendStatus.MISLUKT:
        return Stand("mislukt", verzending.fout, "gevaar", "circle-alert")
    if not rapport.is_gemaakt:
        return Stand("wacht", "Vertrekt zodra het rapport klaar is.", "neutraal", "clock")
    return Stand("wacht", verzending.fout or "Vertrekt zo dadelijk.", "info", "clock")


def versies_van(rapport: Rapport, toegang: Toegang) -> list[Rapport]:
    """Every version of this rapport that may be seen, the newest first."""
    versies = (
        zichtbare_rapporten(toegang)
        .zonder_inhoud()
        .filter(
            periode_soort=rapport.periode_soort,
            periode_start=rapport.periode_start,
            variant=rapport.variant,
            onderdelen_sleutel=rapport.onderdelen_sleutel,
        )
    )
    return list(versies.order_by("-versie"))
