"""Money in the two papers: what is planned, and afterwards what was spent. Totals come from `selectors.geld`."""

from collections.abc import Iterable
from decimal import Decimal

from actieplannen.enums import Financieringsbron
from actieplannen.selectors.geld import Bedragen, Geldrij, Groep
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.stukken.gemeen import Punt
from regie.core import notatie
from regie.core.stukken.blokken import Blok, Tabel

EIGEN = "Zet de bijdrage van de gemeenten of van een partner erbij: cofinanciering ontbreekt."


def begroting(bron: Planbron) -> tuple[Iterable[Blok], Iterable[Punt]]:
    """Per source, per priority and per action, in the year of the plan."""
    geld = bron.geld
    blokken = [
        _gepland_per_groep("Begroting per bron", "Bron", geld.bronnen, geld.planjaar),
        _gepland_per_groep("Begroting per Vlaamse prioriteit", "Prioriteit", geld.prioriteiten, geld.planjaar),
        Tabel(
            "Begroting per doelstelling en actie",
            ("Doelstelling of actie", "Gepland", "VTE"),
            (
                *(
                    (_naam(rij), notatie.euro(rij.planjaar.gepland), _vte(rij.planjaar.vte_gepland))
                    for rij in geld.rijen
                ),
                ("Samen", notatie.euro(geld.planjaar.gepland), _vte(geld.planjaar.vte_gepland)),
            ),
            getallen=(1, 2),
            met_totaal=True,
            noot="Het bedrag van een doelstelling is de som van haar acties.",
        ),
    ]
    geldpagina = bron.pagina("actieplannen:geld")
    met_geld = geld.planjaar.gepland > 0
    zonder = [g.nummer for g in bron.acties if not geld.per_actie(bron.plan.jaar).get(g.actie.pk)]
    return (blokken if met_geld else []), [
        Punt(met_geld, "Vul de begroting van de acties in.", geldpagina),
        Punt(not zonder, f"Nog geen bedrag bij actie {notatie.opsomming(zonder)}.", geldpagina),
        Punt(any(groep.code != Financieringsbron.VLAANDEREN for groep in geld.bronnen), EIGEN, geldpagina),
    ]


def besteding(bron: Planbron) -> tuple[Iterable[Blok], Iterable[Punt]]:
    """What was spent of what was planned, with what went over."""
    geld = bron.geld
    per_actie = geld.per_actie(bron.plan.jaar)
    geldpagina = bron.pagina("actieplannen:geld")
    zonder = [g.nummer for g in bron.acties if _niets_besteed(per_actie.get(g.actie.pk))]
    over = [rij.nummer for rij in geld.acties_over]
    blokken = [
        _besteed_per_groep("Middelen per bron", "Bron", geld.bronnen, geld.planjaar),
        _besteed_per_groep("Middelen per Vlaamse prioriteit", "Prioriteit", geld.prioriteiten, geld.planjaar),
        Tabel(
            "Middelen per doelstelling en actie",
            _besteedkop("Doelstelling of actie"),
            (*(_besteed(_naam(rij), rij.planjaar) for rij in geld.rijen), _besteed("Samen", geld.planjaar)),
            getallen=(1, 2, 3, 4),
            met_totaal=True,
            noot=f"Boven de begroting: actie {notatie.opsomming(over)}." if over else "",
        ),
    ]
    return (blokken if geld.regels else []), [
        Punt(bool(geld.regels), "Het plan heeft geen begroting.", geldpagina),
        Punt(not zonder, f"Nog niets besteed ingevuld bij actie {notatie.opsomming(zonder)}.", geldpagina),
    ]


def _niets_besteed(bedragen: Bedragen | None) -> bool:
    return bedragen is not None and bedragen.gepland > 0 and bedragen.besteed == 0


def _gepland_per_groep(titel: str, kop: str, groepen: Iterable[Groep], totaal: Bedragen) -> Tabel:
    return Tabel(
        titel,
        (kop, "Gepland", "Aandeel", "VTE"),
        (
            *((g.naam, notatie.euro(g.bedragen.gepland), _aandeel(g), _vte(g.bedragen.vte_gepland)) for g in groepen),
            ("Samen", notatie.euro(totaal.gepland), "", _vte(totaal.vte_gepland)),
        ),
        getallen=(1, 2, 3),
        met_totaal=True,
    )


def _aandeel(groep: Groep) -> str:
    return notatie.procent(float(groep.aandeel)) if groep.aandeel is not None else ""


def _besteedkop(eerste: str) -> tuple[str, ...]:
    return eerste, "Gepland", "Besteed", "Over", "Ingezet VTE"


def _besteed_per_groep(titel: str, kop: str, groepen: Iterable[Groep], totaal: Bedragen) -> Tabel:
    return Tabel(
        titel,
        _besteedkop(kop),
        (*(_besteed(g.naam, g.bedragen) for g in groepen), _besteed("Samen", totaal)),
        getallen=(1, 2, 3, 4),
        met_totaal=True,
    )


def _besteed(naam: str, bedragen: Bedragen) -> tuple[str, ...]:
    return (
        naam,
        notatie.euro(bedragen.gepland),
        notatie.euro(bedragen.besteed),
        notatie.euro(bedragen.rest),
        _vte(bedragen.vte_besteed),
    )


def _naam(rij: Geldrij) -> str:
    return f"{rij.nummer} {rij.naam}"


def _vte(waarde: Decimal) -> str:
    return notatie.getal(waarde, 2) if waarde else ""
