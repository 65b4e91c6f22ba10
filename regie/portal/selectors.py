"""The regiegebied on one day (members, inhabitants against the rule, regisseur), and the quota of a year."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regie.core.grafieken import Cartogram, Punt
from regie.core.models import Gebiedslid, Mandaat, Organisatie, Regiegebied
from regie.core.regierol import InwonersRegel, inwonersregel
from trajecten.enums import Quotummodus
from trajecten.models import Quotum

BRON = "Statbel; gebiedsindeling Provincies in Cijfers"


@dataclass(frozen=True, slots=True)
class RegioBeeld:
    op: date
    leden: list[Gebiedslid]
    inwoners: int
    inwoners_op: date | None
    inwonersregel: InwonersRegel
    beheerder_is_lid: bool
    mandaat: Mandaat | None
    referentieregios: list[str]
    bron: str = BRON


@dataclass(frozen=True, slots=True)
class QuotumRij:
    organisatie: Organisatie
    toegekend: int | None
    budget: Decimal | None = None


def regio_beeld(gebied: Regiegebied, *, op: date) -> RegioBeeld:
    leden = list(gebied.gemeenten_op(op).select_related("gemeente__referentieregio"))
    inwoners = sum(lid.gemeente.inwoners for lid in leden)
    return RegioBeeld(
        op=op,
        leden=leden,
        inwoners=inwoners,
        inwoners_op=max((lid.gemeente.inwoners_datum for lid in leden), default=None),
        inwonersregel=inwonersregel(gebied, aantal_leden=len(leden), inwoners=inwoners, op=op),
        beheerder_is_lid=gebied.beherende_gemeente_id in {lid.gemeente_id for lid in leden},
        mandaat=gebied.mandaten.geldig_op(op).order_by("-van").first(),
        referentieregios=sorted({lid.gemeente.referentieregio.naam for lid in leden}),
    )


def regio_kaart(beeld: RegioBeeld) -> Cartogram:
    punten = [
        Punt(
            lid.gemeente.naam, float(lid.gemeente.lengtegraad), float(lid.gemeente.breedtegraad), lid.gemeente.inwoners
        )
        for lid in beeld.leden
    ]
    return Cartogram(
        titel="Inwoners per gemeente",
        omschrijving="Elke gemeente is een even grote tegel, bij benadering op haar plaats.",
        punten=punten,
        bron=BRON,
        eenheid="inwoners",
        y_titel="Inwoners",
    )


def quota(jaar: int) -> list[QuotumRij]:
    """Every active OCMW of the gebied, with what was granted in that year: places, or an amount."""
    bekend = {q.organisatie_id: q for q in Quotum.objects.filter(jaar=jaar)}
    ocmws = Organisatie.objects.van_gebied().ocmws().filter(is_actief=True).order_by("naam")
    return [_quotumrij(ocmw, bekend.get(ocmw.pk)) for ocmw in ocmws]


def _quotumrij(ocmw: Organisatie, quotum: Quotum | None) -> QuotumRij:
    if quotum is None:
        return QuotumRij(ocmw, None)
    if quotum.modus == Quotummodus.BUDGET:
        return QuotumRij(ocmw, None, quotum.budget)
    return QuotumRij(ocmw, quotum.toegekend)


def quotum_jaren(huidig: int) -> list[int]:
    """The years one can look at: those with a number, this year and the next."""
    bekend = set(Quotum.objects.values_list("jaar", flat=True))
    return sorted(bekend | {huidig, huidig + 1}, reverse=True)
