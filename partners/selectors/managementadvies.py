"""The premium of a managementadvies and its conditions, each with the rule and the source it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum, auto

from django.db.models import QuerySet

from partners.enums import Erkenning
from partners.models import Managementadvies
from regie.core.notatie import datum, getal
from regie.core.parameters import Regel, RegelOnbekend, regel

EXCL_BTW = "excl btw"
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Premie:
    """`bedrag` = the smaller of a part of the cost without VAT and the ceiling."""

    kost: Decimal
    deel: Decimal
    bedrag: Decimal
    pct: Regel
    maximum: Regel

    @property
    def is_afgetopt(self) -> bool:
        return self.deel > self.maximum.waarde

    @property
    def zelf_te_betalen(self) -> Decimal:
        return self.kost - self.bedrag


def bereken_premie(kost_excl_btw: Decimal, *, op: date) -> Premie:
    pct, maximum = (regel(f"managementadvies_{code}", op=op, dimensie=EXCL_BTW) for code in ("pct", "max"))
    deel = (kost_excl_btw * pct.waarde / 100).quantize(CENT, ROUND_HALF_UP)
    return Premie(kost_excl_btw, deel, min(deel, maximum.waarde), pct, maximum)


class Stand(StrEnum):
    VOLDAAN = auto()
    NIET = auto()
    ONBEKEND = auto()


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    titel: str
    stand: Stand
    uitleg: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Openstelling:
    """Whether one may apply on a day, as far as the dated rule tells."""

    stand: Stand
    tekst: str
    bron: str


def openstelling(op: date) -> Openstelling:
    try:
        gevonden = regel("managementadvies_open", op=op)
    except RegelOnbekend:
        tekst = f"Of de maatregel op {datum(op)} open is, weten we niet. Vraag het na voor je kosten maakt."
        return Openstelling(Stand.ONBEKEND, tekst, "")
    bron = f"{gevonden.bron}; zekerheid: {gevonden.zekerheid}"
    tot = f" tot en met {datum(gevonden.geldig_tot)}" if gevonden.geldig_tot else ""
    periode = f"van {datum(gevonden.geldig_van)}{tot}"
    if gevonden.waarde:
        return Openstelling(Stand.VOLDAAN, f"Open voor aanvragen {periode}.", bron)
    return Openstelling(Stand.NIET, f"Gesloten voor nieuwe aanvragen {periode}.", bron)


def adviezen_lijst() -> QuerySet[Managementadvies]:
    return Managementadvies.objects.select_related("eigenaar").order_by("-created_at", "pk")


def toegekende_jaren(advies: Managementadvies) -> list[int]:
    """Calendar years in which the organisatie was granted another advice."""
    andere = Managementadvies.objects.filter(eigenaar_id=advies.eigenaar_id, is_toegekend=True).exclude(pk=advies.pk)
    return [dag.year for dag in andere.order_by("beslist_op").values_list("beslist_op", flat=True) if dag]


def voorwaarden(advies: Managementadvies, *, jaren: Sequence[int], vandaag: date) -> list[Voorwaarde]:
    """Every condition with its state. What nobody answered is unknown, never met."""
    op = advies.aangevraagd_op or vandaag
    open_ = openstelling(op)
    return [
        Voorwaarde("De maatregel is open", open_.stand, open_.tekst, open_.bron),
        _erkenning(advies),
        _nee(
            "Geen kmo-portefeuille",
            advies.kan_kmo_portefeuille,
            "Een vzw of openbaar bestuur kan er niet terecht.",
            "Wie naar de kmo-portefeuille kan, krijgt deze premie niet.",
        ),
        _nee(
            "Niet in moeilijkheden",
            advies.in_moeilijkheden,
            "De organisatie is geen onderneming in moeilijkheden.",
            "Een onderneming in moeilijkheden krijgt geen premie.",
        ),
        _nee(
            "Geen achterstand bij de RSZ",
            advies.rsz_achterstand,
            "Er zijn geen achterstallen.",
            "Betaal eerst de achterstallen, of vraag een afbetalingsplan na.",
        ),
        _nee(
            "Geen verplicht of periodiek advies",
            advies.is_verplicht,
            "Het advies staat los van wat de wet vraagt.",
            "Wettelijk verplicht of terugkerend advies telt niet.",
        ),
        _de_minimis(advies, op),
        _frequentie(jaren, op),
        _kosten(advies),
    ]


def _erkenning(advies: Managementadvies) -> Voorwaarde:
    goed = advies.erkenning != Erkenning.GEEN
    tekst = "Alleen een erkend maatwerkbedrijf, een maatwerkafdeling of een LDE-onderneming krijgt de premie."
    return Voorwaarde("Erkende organisatie", Stand.VOLDAAN if goed else Stand.NIET, tekst)


def _nee(titel: str, antwoord: bool | None, goed: str, fout: str) -> Voorwaarde:
    """A question that must be answered with no."""
    if antwoord is None:
        return Voorwaarde(titel, Stand.ONBEKEND, "Nog niet ingevuld.")
    return Voorwaarde(titel, Stand.NIET if antwoord else Stand.VOLDAAN, fout if antwoord else goed)


def _de_minimis(advies: Managementadvies, op: date) -> Voorwaarde:
    plafond, jaren = regel("de_minimis_plafond", op=op), regel("de_minimis_jaren", op=op)
    bron = f"{plafond.bron}; zekerheid: {plafond.zekerheid}"
    titel = f"De-minimissteun onder {getal(plafond.waarde)} euro in {getal(jaren.waarde)} jaar"
    if advies.de_minimis is None:
        return Voorwaarde(titel, Stand.ONBEKEND, "Vul in hoeveel de-minimissteun de organisatie al kreeg.", bron)
    premie = bereken_premie(advies.kost_excl_btw, op=op).bedrag
    samen = advies.de_minimis + premie
    som = f"{_euro(advies.de_minimis)} + {_euro(premie)} = {_euro(samen)}"
    if samen > plafond.waarde:
        return Voorwaarde(titel, Stand.NIET, f"{som}: dat is {_euro(samen - plafond.waarde)} te veel.", bron)
    return Voorwaarde(titel, Stand.VOLDAAN, f"{som}.", bron)


def _euro(bedrag: Decimal) -> str:
    return f"{getal(bedrag, decimalen=0 if bedrag == bedrag.to_integral_value() else 2)} euro"


def _frequentie(jaren: Sequence[int], op: date) -> Voorwaarde:
    om_de = regel("managementadvies_jaren", op=op)
    aantal = int(om_de.waarde)
    titel = f"Eén advies per {aantal} kalenderjaren"
    vorig = next((jaar for jaar in jaren if abs(op.year - jaar) < aantal), None)
    if vorig is None:
        return Voorwaarde(titel, Stand.VOLDAAN, "Er is in die jaren geen ander advies toegekend.", om_de.bron)
    tekst = f"In {vorig} is al een advies toegekend. Een nieuw advies kan vanaf {vorig + aantal}."
    return Voorwaarde(titel, Stand.NIET, tekst, om_de.bron)


def _kosten(advies: Managementadvies) -> Voorwaarde:
    titel = "Kosten pas na de beslissing"
    if advies.kosten_vanaf is None:
        return Voorwaarde(titel, Stand.ONBEKEND, "Begin pas na de beslissing: een kost van ervoor telt niet mee.")
    if advies.beslist_op is None:
        tekst = f"De eerste kost is van {datum(advies.kosten_vanaf)}, en er is nog geen beslissing."
        return Voorwaarde(titel, Stand.NIET, f"{tekst} Die kost telt niet mee.")
    if advies.kosten_vanaf <= advies.beslist_op:
        tekst = f"De eerste kost ({datum(advies.kosten_vanaf)}) is niet van na de beslissing"
        return Voorwaarde(titel, Stand.NIET, f"{tekst} ({datum(advies.beslist_op)}). Die kost telt niet mee.")
    tekst = f"De eerste kost is van {datum(advies.kosten_vanaf)}, na de beslissing."
    return Voorwaarde(titel, Stand.VOLDAAN, tekst)
