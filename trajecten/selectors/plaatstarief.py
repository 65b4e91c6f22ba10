"""Which tariff holds at one place on a day, and where it comes from: the same choice as the bill makes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from partners.enums import Functieniveau
from partners.selectors.tarieven import deel_van, geldend_tarief
from trajecten.models import Plaatsing, Tariefafspraak


@dataclass(frozen=True, slots=True)
class Plaatstarief:
    """`bedrag` None: nothing is known, and `herkomst` says what is missing."""

    plaatsing: Plaatsing
    bedrag: Decimal | None
    herkomst: str

    @property
    def voor_breuk(self) -> Decimal | None:
        return None if self.bedrag is None else deel_van(self.bedrag, Fraction(self.plaatsing.breuk))


def plaatstarief(plaatsing: Plaatsing, *, op: date) -> Plaatstarief:
    """On `op`, or on the day the place begins when that is later."""
    afspraak = Tariefafspraak.objects.filter(plaatsing=plaatsing).first()
    if afspraak and afspraak.bedrag is not None:
        return Plaatstarief(plaatsing, afspraak.bedrag, f"eigen afspraak: {afspraak.reden}")
    categorie = plaatsing.gebruiker.gebruikerscategorie
    if not categorie:
        return Plaatstarief(plaatsing, None, "geen categorie gekozen bij deze partner")
    niveau = Functieniveau(afspraak.functieniveau if afspraak else Functieniveau.UITVOEREND)
    tarief = geldend_tarief(
        categorie=categorie,
        functieniveau=niveau,
        organisatie_id=plaatsing.eigenaar_id,
        op=max(op, plaatsing.start),
    )
    if tarief is None:
        return Plaatstarief(plaatsing, None, f"geen tarief in de tabel voor {niveau.label}")
    van = f"uitzondering van {tarief.organisatie}" if tarief.organisatie else "tarieftabel van het gebied"
    return Plaatstarief(plaatsing, tarief.bedrag, f"{van}, {niveau.label}, vanaf {tarief.geldig_van:%d/%m/%Y}")
