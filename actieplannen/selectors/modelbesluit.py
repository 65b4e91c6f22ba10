"""A model text of a council decision about a plan, for the municipality to complete. A proposal, no legal advice."""

from actieplannen.enums import Plansoort
from actieplannen.models import Jaaractieplan, Raadsbesluit
from regie.core.notatie import datum
from regie.core.stukken.blokken import OPEN, Alinea, Blok, Deel, Gegevens, Handtekeningen, Kop, Lijst, Melding, Stuk
from regie.core.tenancy import current_scope

# domein.md 5.1; the powers of the council are for the municipality itself to check.
GRONDEN = {
    Plansoort.REGIEROL: (
        "het decreet van 17 februari 2012 betreffende de ondersteuning van het ondernemerschap op het vlak van de "
        "sociale economie en de stimulering van het maatschappelijk verantwoord ondernemen, artikel 15;",
        "het besluit van de Vlaamse Regering van 29 april 2022 over de regierol van lokale besturen in de sociale "
        "economie en werk;",
    ),
    Plansoort.VDAB: ("de samenwerkingsovereenkomst tussen de lokale besturen en VDAB;",),
    Plansoort.EIGEN: (),
}
ONDERTEKENAARS = (("De algemeen directeur", "", ""), ("De voorzitter van de gemeenteraad", "", ""))


def modelbesluit(besluit: Raadsbesluit, *, opgemaakt: str) -> Stuk:
    """The decision with the names that are known filled in; the rest is a line to write on."""
    plan, gebied = besluit.plan, current_scope().gebied
    beheerder = gebied.beherende_gemeente.naam if gebied.beherende_gemeente else OPEN
    return Stuk(
        sjabloon="raadsbesluit",
        titel=f"Goedkeuring van '{plan.titel}'",
        ondertitel=f"Model van een gemeenteraadsbesluit · plan voor {plan.jaar}",
        kop=Kop(f"Gemeente {besluit.gemeente.naam}"),
        voet=opgemaakt,
        delen=(
            Deel("Zitting", _zitting(besluit)),
            Deel("Gronden", (Alinea("De gemeenteraad, gelet op:"), Lijst(_gronden(plan)))),
            Deel("Motivering", tuple(Alinea(tekst) for tekst in _motivering(plan, besluit, gebied.naam, beheerder))),
            Deel("Besluit", (Lijst(_artikelen(plan, gebied.naam, beheerder)),)),
            Deel("Ondertekening", (Handtekeningen(ONDERTEKENAARS),)),
        ),
    )


def _zitting(besluit: Raadsbesluit) -> tuple[Blok, ...]:
    rijen = (
        ("Gemeenteraad van", besluit.gemeente.naam),
        ("Openbare zitting van", datum(besluit.geagendeerd_op) if besluit.geagendeerd_op else ""),
        ("Aanwezig", ""),
        ("Nummer van het besluit", besluit.kenmerk),
    )
    let_op = Melding("Dit is een modeltekst. Laat de gronden en de bevoegdheid van de raad nakijken.")
    return (let_op, Gegevens(rijen, bijschrift="Zitting"))


def _artikelen(plan: Jaaractieplan, gebied: str, beheerder: str) -> tuple[str, ...]:
    return (
        f"Artikel 1. De gemeenteraad keurt '{plan.titel}' voor het jaar {plan.jaar} van {gebied} goed, zoals het bij "
        "dit besluit is gevoegd.",
        f"Artikel 2. Dit besluit wordt bezorgd aan de beherende gemeente ({beheerder}) en aan de regisseur.",
    )


def _gronden(plan: Jaaractieplan) -> tuple[str, ...]:
    return (
        "het decreet van 22 december 2017 over het lokaal bestuur (artikels na te kijken);",
        *GRONDEN[Plansoort(plan.soort)],
    )


def _motivering(plan: Jaaractieplan, besluit: Raadsbesluit, gebied: str, beheerder: str) -> list[str]:
    alineas = [
        f"{besluit.gemeente.naam} werkt samen in {gebied}. De beherende gemeente is {beheerder}.",
        f"De regisseur maakte '{plan.titel}' op. Het plan zegt wat de gemeenten in {plan.jaar} samen doen, wie elke "
        "actie trekt en met welke middelen.",
    ]
    if plan.inleiding:
        alineas.append(plan.inleiding)
    return alineas
