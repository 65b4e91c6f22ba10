"""Tariffs, amounts of OCMW's and cost agreements of the demo world. All amounts are made up."""

from datetime import date
from decimal import Decimal

from partners.enums import Functieniveau
from partners.models import Tarief
from regie.core.models import Organisatie
from regie.core.models.organisatie import Gebruikerscategorie
from regie.portal.demo.toeval import Toeval
from trajecten.enums import LeefloonCategorie
from trajecten.models import Kostenafspraak, Kostenkader, Traject

BEDRAGEN = {
    Gebruikerscategorie.EIGEN_DIENST: 0,
    Gebruikerscategorie.PUBLIEK: 450,
    Gebruikerscategorie.VZW: 350,
    Gebruikerscategorie.SE_VST: 250,
    Gebruikerscategorie.SE_ZONDER_VST: 300,
    Gebruikerscategorie.PRIVAAT: 950,
}
NIVEAUS = {Functieniveau.UITVOEREND: 1.0, Functieniveau.GEOEFEND: 1.15, Functieniveau.GESCHOOLD: 1.3}
INDEX = Decimal("1.02")


def kosten_van_het_gebied(ocmws: list[Organisatie], *, vandaag: date, toeval: Toeval) -> None:
    """Two years of tariffs, one exception, the amounts of most OCMW's, and the leefloon of most files."""
    dit_jaar = vandaag.replace(month=1, day=1)
    Tarief.objects.bulk_create(_tarieven(dit_jaar))
    Tarief.objects.create(
        organisatie=ocmws[-1],
        categorie=Gebruikerscategorie.VZW,
        functieniveau=Functieniveau.UITVOEREND,
        bedrag=Decimal("300.00"),
        geldig_van=dit_jaar,
        noot="Afspraak met de lokale verenigingen",
    )
    Kostenkader.objects.bulk_create(
        Kostenkader(
            eigenaar=ocmw,
            van=dit_jaar.replace(year=dit_jaar.year - terug),
            loonkost=Decimal(toeval.rond(2850 - 60 * terug, 80, 2500, 3200)),
            begeleidingsuren=Decimal(toeval.randint(4, 8)),
            uurkost=Decimal(toeval.randint(46, 54)),
        )
        for ocmw in ocmws
        for terug in (0, 1, 2, 3)
    )
    soorten = {
        LeefloonCategorie.ALLEENSTAAND: 0.5,
        LeefloonCategorie.SAMENWONEND: 0.2,
        LeefloonCategorie.GEZIN: 0.25,
        LeefloonCategorie.ONBEKEND: 0.05,
    }
    trajecten = Traject.objects.filter(stappen__instrument__in=["ART60", "ART60_VST"]).order_by("pk").distinct()
    Kostenafspraak.objects.bulk_create(
        Kostenafspraak(eigenaar_id=eigenaar, traject_id=pk, leefloon=toeval.kies(soorten))
        for pk, eigenaar in trajecten.values_list("pk", "eigenaar_id")
    )


def _tarieven(dit_jaar: date) -> list[Tarief]:
    rijen = []
    for categorie, bedrag in BEDRAGEN.items():
        for niveau, maal in NIVEAUS.items():
            basis = (Decimal(bedrag) * Decimal(str(maal))).quantize(Decimal("0.01"))
            vorig = {"geldig_van": date(2022, 1, 1), "geldig_tot": date(dit_jaar.year - 1, 12, 31)}
            rijen.append(Tarief(categorie=categorie, functieniveau=niveau, bedrag=basis, **vorig))
            nieuw = (basis * INDEX).quantize(Decimal("0.01"))
            rijen.append(Tarief(categorie=categorie, functieniveau=niveau, bedrag=nieuw, geldig_van=dit_jaar))
    return rijen
